"""The receipt of a feed: what became of each entry, counted and told."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

import msgspec
from django.conf import settings

from carslink.dealers.models import Dealer
from carslink.dealers.profile import Told
from carslink.stock.addresses import dealer_path
from carslink.stock.batch import Entry, Mode, Removals
from carslink.stock.contract import UNKNOWN_FIELD

MOST_WARNINGS = 1000
SUPERSEDED = "superseded by a later entry of this feed for the same vehicle"


@dataclass(slots=True)
class Counts:
    """What a feed did. `revived` are among `updated`."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    revived: int = 0
    deleted: int = 0
    removed: int = 0
    held: int = 0

    @property
    def gained(self) -> int:
        """How many listings are live that were not."""
        return self.created + self.revived

    @property
    def accepted(self) -> int:
        """How many entries were taken, deletes not counted."""
        return self.created + self.updated + self.unchanged

    def for_log(self) -> dict[str, int]:
        """Return the counts by name."""
        return asdict(self)


def receipt(
    sync_id: str,
    mode: Mode,
    at: datetime,
    entries: list[Entry],
    removals: Removals,
    counts: Counts,
    told: Told,
    dealer: dict[str, object] | None,
) -> bytes:
    """Return the receipt as JSON: the fields of the programme page, and more beside them."""
    skipped = [{**_name(e), "reason": e.skipped} for e in entries if e.skipped is not None]
    warnings = list(_warnings(entries, removals, told))
    return msgspec.json.encode(
        {
            "sync_id": sync_id,
            "status": "accepted",
            "message": "Payload accepted, processing in background",
            "received_count": len(entries),
            "queued_count": counts.accepted,
            "deleted_count": counts.deleted,
            "success": True,
            "dealer": dealer,
            "feed": {
                "mode": mode,
                "received": len(entries),
                "accepted": counts.accepted,
                "skipped": len(skipped),
                "removed": counts.removed,
                "held": counts.held,
                "deletes": sum(e.stands and e.delete for e in entries),
                "superseded": sum(e.superseded for e in entries),
            },
            "skipped_listings": skipped,
            "warnings": warnings[:MOST_WARNINGS],
            "warnings_total": len(warnings),
            "timestamp": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        }
    )


def dealer_object(dealer: Dealer, live: int, called: str | None = None) -> dict[str, object]:
    """Return the dealer as partners see it; `live` is its number of live vehicles.

    `called` is the id by which it was named, where that only is echoed.
    """
    return {
        "partner_dealer_id": called or dealer.partner_dealer_id,
        "slug": dealer.slug,
        "url": settings.PUBLIC_URL + dealer_path(dealer.slug),
        "name": dealer.name or None,
        "location": dealer.location or None,
        "region": dealer.region or None,
        "live": live,
    }


def _warnings(entries: list[Entry], removals: Removals, told: Told) -> Iterator[dict[str, object]]:
    """Yield the warnings: of the whole feed, of the dealer, then of each entry in order."""
    if removals.withheld:
        yield _of_feed("listings", "no listing was accepted, so none was removed as absent")
    if removals.held:
        yield _of_feed(
            "listings", f"{len(removals.held)} removals are held until somebody says yes to them"
        )
    for field, reason in told:
        yield _of_feed(field, reason)
    unknown: set[str] = set()
    for entry in entries:
        for field, reason in _of_entry(entry):
            if reason != UNKNOWN_FIELD:
                yield {**_name(entry), "field": field, "reason": reason}
            elif field not in unknown:
                unknown.add(field)
                yield _of_feed(field, reason)


def _of_entry(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.superseded:
        yield "listing", SUPERSEDED
    elif entry.skipped is None and not entry.delete:
        if entry.checked is not None:
            yield from entry.checked.warnings
        elif entry.listing is not None:
            yield from entry.listing.warnings
    yield from entry.warnings


def _of_feed(field: str, reason: str) -> dict[str, object]:
    return {"source_id": None, "field": field, "reason": reason}


def _name(entry: Entry) -> dict[str, object]:
    """Name an entry as its partner knows it: by source_id, or registration, or its place."""
    if entry.source_id is not None:
        return {"source_id": entry.source_id}
    if registration := entry.registration or entry.named_as:
        return {"source_id": None, "registration": registration}
    return {"source_id": None, "index": entry.index}
