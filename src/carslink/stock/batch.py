"""What a batch of entries means for a dealer's stock: identity, order, and what follows.

Pure: takes what was sent and what is known, decides, and touches no database. The rules are those
of the contract's section 2, "What identifies a listing" and "Modes".
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from carslink.stock.contract import Checked, Warnings
from carslink.stock.values import Value

Mode = Literal["full_replace", "partial"]
Difference = dict[str, tuple[Value, Value]]  # {field: (old, new)}


@dataclass(slots=True)
class Known:
    """A listing of the dealer as the database has it, without its fields."""

    id: int
    live: bool
    source_id: str | None
    registration: str
    digest: bytes | None
    warnings: Warnings
    left_out: bool
    held: bool
    taken_down_at: datetime | None


@dataclass(slots=True)
class Entry:
    """One entry of a batch, on its way from what was sent to what becomes of it.

    `digest` is of the JSON as sent. `named_as` is the registration as sent, where it is not valid.
    `skipped` says why an entry is not taken. `difference` is what a checked entry changes of its
    listing's values, and `resulting` the registration that it leaves its vehicle with.
    """

    index: int
    digest: bytes
    source_id: str | None = None
    registration: str | None = None
    named_as: str | None = None
    delete: bool = False
    listing: Known | None = None
    also_named: Known | None = None
    checked: Checked | None = None
    resulting: str | None = None
    difference: Difference | None = None
    skipped: str | None = None
    superseded: bool = False
    warnings: Sequence[tuple[str, str]] = ()  # a list each would be much for a feed of 200,000

    @property
    def repeats(self) -> bool:
        """Whether this is the very entry that made its live listing what it is."""
        known = self.listing
        return known is not None and known.live and known.digest == self.digest

    @property
    def lasting_digest(self) -> bytes | None:
        """The digest by which the listing may know this entry again.

        None where the listing has its source_id from an earlier one: what an entry names must be
        known from its bytes alone.
        """
        if self.checked is not None and self.checked.values["source_id"] != self.source_id:
            return None
        return self.digest

    @property
    def stands(self) -> bool:
        """Whether the entry takes effect."""
        return self.skipped is None and not self.superseded

    @property
    def becomes(self) -> Literal["new", "changed", "unchanged"]:
        """What a standing entry, if it is no delete, makes of its vehicle."""
        if self.listing is None:
            return "new"
        return "changed" if self.difference or not self.listing.live else "unchanged"


@dataclass(slots=True)
class Stock:
    """The known listings of a dealer that a batch may touch: all live ones for a full feed."""

    by_source_id: dict[str, Known]
    by_registration: dict[str, Known]  # the live one, else the one last taken down
    live: dict[int, Known]

    @classmethod
    def of(cls, listings: Iterable[Known]) -> "Stock":
        """Arrange listings for look-up."""
        stock = cls({}, {}, {})
        for known in listings:
            if known.source_id is not None:
                stock.by_source_id[known.source_id] = known
            rival = stock.by_registration.get(known.registration)
            if rival is None or _found_before(known, rival):
                stock.by_registration[known.registration] = known
            if known.live:
                stock.live[known.id] = known
        return stock


@dataclass(slots=True)
class Removals:
    """Which live listings a batch takes down beside its deletes, and which it leaves standing."""

    absent: list[Known] = field(default_factory=list)
    held: list[Known] = field(default_factory=list)
    superseded: list[Known] = field(default_factory=list)
    kept: list[Known] = field(default_factory=list)  # named by a skipped entry: not refreshed
    withheld: bool = False  # nothing of the batch was fit to take, so absence proves nothing


def _found_before(one: Known, other: Known) -> bool:
    """Whether a registration finds `one` rather than `other`: live first, then last taken down."""
    if one.live != other.live:
        return one.live
    if one.taken_down_at is None or other.taken_down_at is None:
        return one.id > other.id
    return (one.taken_down_at, one.id) > (other.taken_down_at, other.id)


def match(entries: list[Entry], stock: Stock) -> None:
    """Find each entry's listing: by source_id first, then by registration."""
    claimed: set[int] = set()
    unmatched: list[Entry] = []
    for entry in entries:
        if entry.source_id is not None and entry.source_id in stock.by_source_id:
            entry.listing = stock.by_source_id[entry.source_id]
            claimed.add(entry.listing.id)
        else:
            unmatched.append(entry)
    for entry in unmatched:
        found = stock.by_registration.get(entry.registration or "")
        if found is not None and not (entry.source_id is not None and found.id in claimed):
            entry.listing = found
    for entry in entries:
        if entry.delete and entry.source_id is not None and entry.registration is not None:
            other = stock.by_registration.get(entry.registration)
            if entry.listing is not None and other is not None and other is not entry.listing:
                entry.also_named = other
                entry.skipped = "source_id and registration name different vehicles"


def supersede_within(entries: list[Entry]) -> None:
    """Let the later of two entries for one vehicle stand, read from last to first."""
    standing: dict[str, set[str | int]] = {
        "source_id": set(),
        "registration": set(),
        "listing": set(),
    }
    for entry in reversed(entries):
        if entry.skipped is not None:
            continue
        names = list(_names(entry))
        if any(name in standing[kind] for kind, name in names):
            entry.superseded = True
        else:
            for kind, name in names:
                standing[kind].add(name)


def _names(entry: Entry) -> Iterator[tuple[str, str | int]]:
    """Yield all that an entry is known by: its source_id, its registration, its listing."""
    registration = entry.registration if entry.delete else resulting_registration(entry)
    if entry.source_id is not None:
        yield "source_id", entry.source_id
    if registration is not None:
        yield "registration", registration
    if entry.listing is not None:
        yield "listing", entry.listing.id


def resulting_registration(entry: Entry) -> str:
    """Return the registration that a valid entry's listing will have."""
    if entry.resulting is not None:
        return entry.resulting
    assert entry.listing is not None  # it repeats what its listing is
    return entry.listing.registration


def removals(entries: list[Entry], stock: Stock, mode: Mode, brake_percent: int | None) -> Removals:
    """Decide what goes without being named, what is held by the brake, and what is left as it was.

    Warns the entries by which another listing is superseded.
    """
    result = Removals()
    taken = {e.listing.id for e in entries if e.stands and e.listing is not None}
    named = [
        known
        for entry in entries
        if entry.skipped is not None
        for known in (entry.listing, entry.also_named)
        if known is not None and known.live and known.id not in taken
    ]
    result.kept = list({known.id: known for known in named}.values())
    if mode == "full_replace":
        result.withheld = bool(entries) and not any(e.stands and not e.delete for e in entries)
        if not result.withheld:
            staying = taken | {known.id for known in result.kept}
            result.absent = [known for id_, known in stock.live.items() if id_ not in staying]
    if brake_percent is not None and len(result.absent) * 100 > brake_percent * len(stock.live):
        result.held, result.absent = result.absent, []
    _supersede_without(entries, stock, result)
    return result


def _supersede_without(entries: list[Entry], stock: Stock, result: Removals) -> None:
    """Remove live listings whose registration an entry of another listing has after this batch."""
    gone = {known.id for known in result.absent}
    gone |= {e.listing.id for e in entries if e.stands and e.delete and e.listing is not None}
    moved = {
        e.listing.id: resulting_registration(e)
        for e in entries
        if e.stands and not e.delete and e.listing is not None
    }
    for entry in entries:
        if not entry.stands or entry.delete:
            continue
        registration = resulting_registration(entry)
        rival = stock.by_registration.get(registration)
        if rival is None or not rival.live or rival is entry.listing or rival.id in gone:
            continue
        if moved.get(rival.id, registration) != registration:
            continue  # the rival gives the registration up in this very batch
        gone.add(rival.id)
        result.superseded.append(rival)
        told = f"another live listing had {registration}; it is removed as superseded"
        entry.warnings = [*entry.warnings, ("registration", told)]
    result.held = [known for known in result.held if known.id not in gone]
    result.kept = [known for known in result.kept if known.id not in gone]
