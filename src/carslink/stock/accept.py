"""Accepting is applying: a feed becomes stock, and a receipt, in one transaction.

`accept` is the one call in which every door ends. It reads from top to bottom as the contract's
section 1 tells it: the dealer's lock, the checks against the stock as it is, the writing, the
payload and the receipt, the number in the change log, the commit. A process that is killed
anywhere leaves either nothing or everything.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec
import structlog
import zstandard
from django.db import connection, transaction
from django.utils import timezone

from carslink.dealers import profile, register
from carslink.dealers.models import Dealer
from carslink.partners.models import Partner
from carslink.stock import batch, contract, dropped, load, receipts, values, write
from carslink.stock.batch import Entry, Mode, Removals
from carslink.stock.fields import FIELD_NAMES, Values
from carslink.stock.models import Feed, Listing
from carslink.stock.rules import entry_digest
from carslink.stock.write import Event, Happened, Plan, Row, Why

log = structlog.get_logger(__name__)

NOT_AN_OBJECT = "a listing must be a JSON object"
DELETE_MUST_BE_TRUE = "delete must be true or false"
PART = 2_000  # entries checked at a time
UPLOAD = "upload"  # the door without a machine behind it: its stock lives for weeks
DELETE_NEEDS_A_NAME = "delete needs a source_id or a registration"


@dataclass(frozen=True)
class Incoming:
    """A feed as a door hands it over.

    `entries` are the listings, each as the bytes of one JSON value, and are asked for twice;
    `payload` is the feed as it came, kept for later questions. `called` is the dealer's id in the
    receipt, where it is another than the one by which it is known: that of an own record is only
    echoed.
    """

    partner: Partner
    partner_dealer_id: str
    dealer: Mapping[str, object]
    mode: Mode
    entries: Sequence[bytes | memoryview]
    payload: bytes | bytearray | memoryview
    remarks: Sequence[tuple[str, str]] = ()  # of the door, for the receipt's warnings
    door: str = "push"
    called: str | None = None


def new_sync_id() -> str:
    """Return an identifier for a feed that nobody can guess."""
    return f"sync_{secrets.token_hex(12)}"


def accept(incoming: Incoming, sync_id: str, dry_run: bool = False) -> bytes:
    """Apply a feed to its dealer's stock and return the receipt, as JSON.

    Joins the caller's transaction if there is one, and must then be the last thing in it. A dry
    run ends in the same receipt and leaves nothing behind.
    """
    with transaction.atomic(savepoint=False):
        dealer = register.lock(incoming.partner, incoming.partner_dealer_id, incoming.dealer)
        at = timezone.now()
        seen_before = dealer.feeds > 0
        profile_changes, told = profile.update(dealer, incoming.dealer)
        told = [*incoming.remarks, *told]

        alive = load.live(dealer.pk) if incoming.mode == "full_replace" else []
        repeated = {k.digest: k for k in alive if k.digest is not None}
        entries = read(incoming.entries, repeated, incoming.door)
        stock = load.stock_for(dealer.pk, incoming.mode, entries, alive)
        batch.match(entries, stock)
        check(entries, incoming.entries, incoming.mode, own_photographs(dealer, incoming.door))
        batch.supersede_within(entries)
        removals = batch.removals(entries, stock, incoming.mode, incoming.partner.brake_percent)

        number = dealer.feeds + 1
        plan = Plan(
            dealer.pk, at, number=number, uploaded=incoming.door == UPLOAD,
            full_feed_at=dealer.full_feed_at, full_feed_uploaded=dealer.full_feed_uploaded,
        )  # fmt: skip
        counts = fill(plan, entries, removals, incoming.mode)
        live = load.live_count(dealer.pk) + counts.gained - len(plan.taken_down)
        receipt = receipts.receipt(
            sync_id, incoming.mode, at, entries, removals, counts, told,
            receipts.dealer_object(dealer, live, incoming.called) if seen_before else None,
        )  # fmt: skip
        if dry_run:
            transaction.set_rollback(True)
            return receipt
        plan.feed = write.new_ids("stock_feed", 1)[0]
        keep_payload(plan.feed, incoming.payload)
        save_dealer(dealer, plan, profile_changes, incoming.mode, removals)
        keep_feed(plan, number, incoming, sync_id, receipt, counts)
        changes_n = write.apply(plan)
        Feed.objects.filter(pk=plan.feed).update(changes_n=changes_n)
        told_of = log.bind(sync_id=sync_id, dealer=dealer.slug, partner=incoming.partner.name)
        transaction.on_commit(
            lambda: told_of.info("feed accepted", mode=incoming.mode, **counts.for_log())
        )
    return receipt


def own_photographs(dealer: Dealer, door: str) -> frozenset[str] | None:
    """Return the dropped photographs that count for a dealer; None for a door where none does."""
    return dropped.own(dealer.pk) if door == UPLOAD else None


def read(
    raws: Sequence[bytes | memoryview], repeated: Mapping[bytes, batch.Known], door: str
) -> list[Entry]:
    """Read what each entry names, but for those that repeat, to the byte, what is live."""
    rules = UPLOAD if door == UPLOAD else ""
    entries = []
    for index, raw in enumerate(raws):
        entry = Entry(index, entry_digest(raw, rules))
        if known := repeated.get(entry.digest):
            entry.source_id, entry.registration = known.source_id, known.registration
        else:
            _read_names(entry, raw)
        entries.append(entry)
    return entries


class Names(msgspec.Struct):
    """What tells which vehicle an entry means; the rest is read when it is checked."""

    source_id: object = None
    registration: object = None
    delete: object = False


def _read_names(entry: Entry, raw: bytes | memoryview) -> None:
    if bytes(raw[:1]) != b"{":
        entry.skipped = NOT_AN_OBJECT
        return
    try:
        names = msgspec.json.decode(raw, type=Names)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        entry.skipped = _unreadable(error)
        return
    entry.source_id = contract.source_id_of(names.source_id)
    entry.registration = contract.registration_of(names.registration)
    if entry.registration is None and isinstance(names.registration, str):
        entry.named_as = values.shown(names.registration)
    if not isinstance(names.delete, bool):
        entry.skipped = DELETE_MUST_BE_TRUE
    elif names.delete:
        entry.delete = True
        if entry.source_id is None and entry.registration is None:
            entry.skipped = DELETE_NEEDS_A_NAME


def check(
    entries: list[Entry],
    raws: Sequence[bytes | memoryview],
    mode: Mode,
    own: frozenset[str] | None,
) -> None:
    """Check the entries that need it, and find what they change.

    `own` are the dealer's own photographs, None for any door but that of uploads. A part at a
    time: the values of the largest feed, as sent and as known, would fill the memory.
    """
    unknown = [e for e in entries if e.skipped is None and not e.delete and not e.repeats]
    for start in range(0, len(unknown), PART):
        part = unknown[start : start + PART]
        before = load.values_of([e.listing.id for e in part if e.listing is not None])
        for entry in part:
            was = None if entry.listing is None else before[entry.listing.id]
            _check_entry(entry, raws[entry.index], was, mode, own)


def _check_entry(
    entry: Entry,
    raw: bytes | memoryview,
    was: Values | None,
    mode: Mode,
    own: frozenset[str] | None,
) -> None:
    try:
        sent = msgspec.json.decode(raw)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        entry.skipped = _unreadable(error)
        return
    if own is not None:
        _count_photographs(sent, was, own)
    known = entry.listing
    if mode == "partial" and known is not None and known.live:
        entry.checked = contract.check(sent, was, known.warnings)
    else:
        entry.checked = contract.check(sent)
        keep_source_id(entry, sent)
    if entry.checked.faults:
        entry.skipped = "; ".join(entry.checked.faults)
        return
    entry.resulting = str(entry.checked.values["registration"])
    if was is not None:
        now = entry.checked.values
        entry.difference = {
            name: (was[name], now[name]) for name in FIELD_NAMES if was[name] != now[name]
        }


def _count_photographs(sent: dict[str, object], was: Values | None, own: frozenset[str]) -> None:
    """Let an upload's row without photographs keep the vehicle's, and let dropped ones count."""
    if was is not None and not sent.get("images"):
        sent["images"] = was["images"]  # a spreadsheet rarely has them
    images = sent.get("images")
    if own and isinstance(images, list):
        sent["images"] = [
            values.OwnPhotograph(each) if isinstance(each, str) and each in own else each
            for each in images
        ]


def keep_source_id(entry: Entry, sent: Mapping[str, object]) -> None:
    """Leave a vehicle its source_id where a complete entry names it by registration alone.

    Without it, a later delete by that id would find nothing to take down. null clears it.
    """
    cleared = "source_id" in sent and values.is_empty(sent["source_id"])
    if entry.checked and entry.listing and entry.source_id is None and not cleared:
        entry.checked.values["source_id"] = entry.listing.source_id


def _unreadable(error: Exception) -> str:
    return f"a listing must be readable JSON ({values.shown(error, 100)})"


def fill(plan: Plan, entries: list[Entry], removals: Removals, mode: Mode) -> receipts.Counts:
    """Fill the plan with what the standing entries and the removals ask for, and count it."""
    counts = receipts.Counts()
    for entry in entries:
        if not entry.stands:
            continue
        if entry.delete:
            _fill_delete(plan, entry, counts)
        elif entry.listing is None:
            counts.created += 1
            plan.created.append(_row(0, entry))
        elif not entry.listing.live:
            _fill_revived(plan, entry, counts)
        else:
            _fill_live(plan, entry, mode, counts)
    for row, id_ in zip(
        plan.created, write.new_ids("stock_listing", len(plan.created)), strict=True
    ):
        row.id = id_
        plan.history.append(Happened(Event.CREATED, id_))
    _take_down(plan, [known.id for known in removals.absent], Why.ABSENT)
    _take_down(plan, [known.id for known in removals.superseded], Why.SUPERSEDED)
    if mode == "full_replace" and not removals.withheld:
        plan.left_out = [known.id for known in (*removals.kept, *removals.held)]
        plan.freed = [known.id for known in removals.kept if known.held]
        plan.held = [known.id for known in removals.held]
        plan.history += [
            Happened(Event.HELD, known.id) for known in removals.held if not known.held
        ]
    counts.removed = len(removals.absent) + len(removals.superseded)
    counts.held = len(removals.held)
    return counts


def _fill_delete(plan: Plan, entry: Entry, counts: receipts.Counts) -> None:
    known = entry.listing
    if known is None:
        return
    if not known.live:
        plan.deleted_again.append(known.id)
        return
    counts.deleted += 1
    _take_down(plan, [known.id], Why.DELETED)


def _fill_revived(plan: Plan, entry: Entry, counts: receipts.Counts) -> None:
    assert entry.listing is not None
    counts.updated += 1
    counts.revived += 1
    plan.changed.append(_row(entry.listing.id, entry))
    plan.parked.append(entry.listing.id)
    plan.history.append(Happened(Event.REVIVED, entry.listing.id, changes=entry.difference))


def _fill_live(plan: Plan, entry: Entry, mode: Mode, counts: receipts.Counts) -> None:
    """Change a live listing, or just refresh it where its values are the same."""
    known = entry.listing
    assert known is not None
    if entry.difference:
        row = _row(known.id, entry)
        if mode == "partial":
            row.digest = None  # it is more than this entry that made it what it is
        counts.updated += 1
        plan.changed.append(row)
        if not entry.difference.keys().isdisjoint(("source_id", "registration")):
            plan.parked.append(known.id)
        plan.history.append(Happened(Event.CHANGED, known.id, changes=entry.difference))
        return
    counts.unchanged += 1
    warnings = known.warnings if entry.checked is None else entry.checked.warnings
    digest = entry.lasting_digest
    if mode == "partial":
        # A digest stands for all that makes the listing what it is, and for what was said of it.
        digest = known.digest if warnings == known.warnings else None
    said_the_same = digest == known.digest and warnings == known.warnings
    if mode == "partial" or known.left_out or known.held or not said_the_same:
        plan.touched.append(Row(known.id, {}, digest, warnings))


def _row(id_: int, entry: Entry) -> Row:
    assert entry.checked is not None
    return Row(id_, entry.checked.values, entry.lasting_digest, entry.checked.warnings)


def _take_down(plan: Plan, listings: list[int], why: Why) -> None:
    plan.taken_down += [(id_, why) for id_ in listings]
    plan.history += [Happened(Event.REMOVED, id_, why) for id_ in listings]


def save_dealer(
    dealer: Dealer, plan: Plan, profile_changes: set[str], mode: Mode, removals: Removals
) -> None:
    """Save the profile, the feed's number and, for a full feed, when and whence it speaks."""
    dealer.feeds += 1
    changed = {"feeds", *profile_changes}
    if mode == "full_replace" and not removals.withheld:
        dealer.full_feed, dealer.full_feed_at = dealer.feeds, plan.at
        dealer.full_feed_uploaded = plan.uploaded
        changed |= {"full_feed", "full_feed_at", "full_feed_uploaded"}
    dealer.save(update_fields=changed)
    if profile_changes & profile.FOLLOWED:
        live = Listing.objects.filter(dealer=dealer, state=Listing.State.LIVE)
        plan.seen_anew = list(live.values_list("pk", flat=True))


def keep_payload(feed: int, payload: bytes | bytearray | memoryview) -> None:
    """Keep the feed's body, compressed; by binary COPY, which makes no copy of it as text."""
    body = zstandard.ZstdCompressor(level=1).compress(payload)
    with (
        connection.cursor() as cursor,
        cursor.copy("COPY stock_payload (feed_id, body) FROM STDIN (FORMAT binary)") as copy,
    ):
        copy.set_types(["int8", "bytea"])
        copy.write_row((feed, body))


def keep_feed(
    plan: Plan,
    number: int,
    incoming: Incoming,
    sync_id: str,
    receipt: bytes,
    counts: receipts.Counts,
) -> None:
    """Keep the feed with its receipt; the number of its changes comes last."""
    Feed.objects.bulk_create(
        [
            Feed(
                id=plan.feed,
                sync_id=sync_id,
                dealer_id=plan.dealer,
                partner=incoming.partner,
                number=number,
                mode=incoming.mode,
                door=incoming.door,
                accepted_at=plan.at,
                receipt=receipt.decode(),
                created=counts.created,
                updated=counts.updated,
                unchanged=counts.unchanged,
            )
        ]
    )
