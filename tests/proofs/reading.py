"""What the database says of a dealer, in the model's words, and where the two disagree.

Plain SQL, so that a connection of Django's and one straight to a house's PostgreSQL do alike.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

import zstandard

from tests.proofs.model import FIELDS, Counts, Dealer, Event

Query = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]

_FEEDS = """
SELECT f.id, f.number, f.sync_id, f.mode, f.receipt, f.created, f.updated, f.unchanged,
       f.accepted_at, p.body
FROM stock_feed f LEFT JOIN stock_payload p ON p.feed_id = f.id
WHERE f.dealer_id = %s ORDER BY f.number, f.id
"""
_HISTORY = """
SELECT h.id, h.feed_id, h.at, h.event, h.listing_id, h.why, h.changes::text
FROM stock_history h JOIN stock_listing l ON l.id = h.listing_id
WHERE l.dealer_id = %s ORDER BY h.id
"""
_STOCK = """
SELECT l.id, l.state = 'live', l.source_id, l.registration, l.price, l.variant, l.make,
       CASE WHEN l.left_out OR d.full_feed_at IS NULL THEN l.refreshed_at
            ELSE greatest(l.refreshed_at, d.full_feed_at) END,
       CASE WHEN NOT l.left_out AND d.full_feed_at > l.refreshed_at THEN d.full_feed_uploaded
            ELSE l.uploaded END,
       l.held_since IS NOT NULL, f.number
FROM stock_listing l JOIN dealers_dealer d ON d.id = l.dealer_id
     LEFT JOIN stock_feed f ON f.id = l.taken_down_by_id
WHERE l.dealer_id = %s ORDER BY l.id
"""


@dataclass(frozen=True)
class Happened:
    """One row of the history, its listing by its id."""

    id: int
    feed: int | None
    at: datetime
    event: Event


@dataclass
class Taken:
    """One feed of a dealer, as it was taken."""

    id: int
    number: int
    sync_id: str
    mode: str
    receipt: dict[str, Any]
    created: int
    updated: int
    unchanged: int
    accepted_at: datetime
    payload: bytes
    events: list[Happened] = field(default_factory=list)

    def counts(self) -> Counts:
        """Return what the receipt and the feed count."""
        told = self.receipt["feed"]
        dealer = self.receipt["dealer"]
        return Counts(
            **{name: told[name] for name in ("received", "accepted", "skipped", "removed")},
            **{name: told[name] for name in ("held", "deletes", "superseded")},
            deleted_count=self.receipt["deleted_count"],
            created=self.created,
            updated=self.updated,
            unchanged=self.unchanged,
            live=None if dealer is None else dealer["live"],
        )


class Identities:
    """Which listing is which of the model's vehicles: once known, it never changes.

    Listings take their ids in the order of the entries that create them.
    """

    def __init__(self) -> None:
        self.listings: list[int] = []

    def learn(self, events: Iterable[Happened]) -> None:
        """Take in the listings that these events create."""
        made = sorted(it.event[1] for it in events if it.event[0] == "created")
        self.listings += made

    def told(self, events: Iterable[Event]) -> list[Event]:
        """Return the model's events with the listings' ids."""
        return [(event, self.id_of(vehicle), why, did) for event, vehicle, why, did in events]

    def id_of(self, vehicle: int) -> int:
        """Return a vehicle's listing, 0 where it has none."""
        return self.listings[vehicle] if vehicle < len(self.listings) else 0


def feeds(query: Query, dealer: int, after: int = 0) -> list[Taken]:
    """Return a dealer's feeds in their order, each with its events; only those after a number."""
    taken = []
    for id_, number, sync_id, mode, receipt, made, changed, same, at, body in query(
        _FEEDS, [dealer]
    ):
        if number > after:
            payload = zstandard.decompress(bytes(body)) if body is not None else b""
            told = json.loads(receipt)
            taken.append(Taken(id_, number, sync_id, mode, told, made, changed, same, at, payload))
    by_id = {feed.id: feed for feed in taken}
    for it in history(query, dealer):
        if it.feed in by_id:
            by_id[it.feed].events.append(it)
    return taken


def history(query: Query, dealer: int, after: int = 0) -> list[Happened]:
    """Return a dealer's history, only the rows after one."""
    return [
        Happened(id_, feed, at, (event, listing, why, changes and json.loads(changes)))
        for id_, feed, at, event, listing, why, changes in query(_HISTORY, [dealer])
        if id_ > after
    ]


def wrong_counts(feed: Taken, expected: Counts) -> list[str]:
    """Say where a feed's counts are not the model's."""
    found, wanted = asdict(feed.counts()), asdict(expected)
    wrong = [f"{k} {found[k]}, not {wanted[k]}" for k in wanted if found[k] != wanted[k]]
    twice = {"received_count": "received", "queued_count": "accepted"}
    wrong += [name for name, of in twice.items() if feed.receipt[name] != wanted[of]]
    if len(feed.receipt["skipped_listings"]) != expected.skipped:
        wrong.append("skipped_listings")
    return [f"counts: feed {feed.number} has {each}" for each in wrong]


def wrong_events(
    found: Iterable[Happened], expected: Iterable[Event], ids: Identities
) -> list[str]:
    """Say where the history is not the model's; within a feed its order means nothing."""
    had = sorted(json.dumps(it.event, sort_keys=True) for it in found)
    wanted = sorted(json.dumps(event, sort_keys=True) for event in ids.told(expected))
    if had == wanted:
        return []
    more = [event for event in had if had.count(event) > wanted.count(event)]
    less = [event for event in wanted if wanted.count(event) > had.count(event)]
    return [f"history: there is {more}, there should be {less}"]


def wrong_stock(
    query: Query, dealer: int, model: Dealer, ids: Identities, times: dict[int, datetime]
) -> list[str]:
    """Say where the dealer's listings are not the model's; `times` are of the model's moments."""
    found = {}
    for id_, live, *rest, refreshed, uploaded, held, down_by in query(_STOCK, [dealer]):
        values = dict(zip(FIELDS, rest, strict=True))
        values["price"] = int(values["price"])
        lives = (refreshed, "upload" if uploaded else "push") if live else None
        found[id_] = (live, values, lives, held, down_by)
    wanted = {
        ids.id_of(index): (
            vehicle.live,
            vehicle.values,
            (times.get(vehicle.refreshed), vehicle.door) if vehicle.live else None,
            bool(vehicle.held_by),
            vehicle.down_by,
        )
        for index, vehicle in enumerate(model.vehicles)
    }
    return [
        f"stock: listing {id_} is {found.get(id_)}, it should be {wanted.get(id_)}"
        for id_ in sorted(found.keys() | wanted.keys())
        if found.get(id_) != wanted.get(id_)
    ]
