"""What followers make for vehicles and hand back: photographs.

Whoever makes something writes here what has become of it; whoever shows it, or reports how far it
is, reads it from here and need not know who made it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import connection

from carslink.stock import changes
from carslink.stock.models import Feed, Pictures

PICTURES = "pictures"
"""The follower that keeps photographs."""

ON_CARD = 5
"""A card shows the hero and up to four thumbnails; the rest is for the vehicle's own page."""

FAILED, WARNING = "failed", "warning"  # kinds of notes
MOST_NOTES = 500  # of each kind, in the report of a feed

Shown = tuple[str, int, int]
Note = tuple[str, str, str]

# The listings that a feed changed, once each. The history has them for as long as the feed.
_CHANGED = """
SELECT DISTINCT feed_id, listing_id FROM stock_history
WHERE feed_id = ANY(%s) AND event IN ('created', 'changed', 'revived', 'restored')
"""
_COUNTS = f"""
SELECT coalesce(sum(p.total), 0), coalesce(sum(p.done), 0), coalesce(sum(p.failed), 0)
FROM ({_CHANGED}) c JOIN stock_pictures p USING (listing_id)
"""
_AWAITED = f"""
SELECT DISTINCT c.feed_id FROM ({_CHANGED}) c JOIN stock_pictures p USING (listing_id)
WHERE p.total > p.done + p.failed
"""
_NOTED = f"""
FROM ({_CHANGED}) c JOIN stock_pictures p USING (listing_id)
JOIN stock_listing l ON l.id = c.listing_id
CROSS JOIN jsonb_array_elements(p.notes) note
WHERE p.notes <> '[]'
"""
_NOTES = f"""
SELECT l.source_id, note->>1, note->>2, count(*) OVER ()
{_NOTED} AND note->>0 = %s ORDER BY l.id, note->>1 LIMIT %s
"""
_REASONS = f"""
SELECT note->>0, note->>2, count(*),
(array_agg(DISTINCT l.source_id) FILTER (WHERE l.source_id IS NOT NULL))[1:%s]
{_NOTED} GROUP BY 1, 2 ORDER BY 3 DESC, 2
"""


@dataclass(slots=True)
class PicturesOf:
    """How far a listing's photographs are; see `Pictures`.

    `settled` says that each one on the card has been tried: what is missing may take long.
    """

    listing: int
    total: int = 0
    done: int = 0
    failed: int = 0
    settled: bool = True
    placeholder: str = ""
    shown: list[Shown] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def hand_back(batches: Iterable[Sequence[PicturesOf]]) -> None:
    """Write how far listings' photographs are; number anew those whose cards show others.

    A card is numbered when it gets its first photograph and when the others have been tried, not at
    each of them; and at once when it shows one that the listing has no more. Must be the last thing
    in its transaction that takes time, like all that numbers; it needs no lock of a dealer, since
    it writes nothing that a feed does.
    """
    numbered: list[int] = []
    for batch in batches:
        numbered += _write(batch)
    changes.number(numbered)


def forget(listings: Sequence[int]) -> None:
    """Forget the photographs of listings that are not live any more."""
    Pictures.objects.filter(pk__in=listings).delete()


def image_counts(feed: int) -> tuple[int, int, int]:
    """Return of how many photographs the listings are that a feed changed: in all, kept, failed."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, ([feed],))
        total, done, failed = cursor.fetchone()
    return total, done, failed


def image_report(feed: int) -> dict[str, Any]:
    """Return how far the photographs of the listings are that a feed changed, and what is wrong."""
    total, done, failed = image_counts(feed)
    failures, _ = _notes(feed, FAILED)
    warnings, warnings_total = _notes(feed, WARNING)
    return {
        "total": total,
        "done": done,
        "failed": failed,
        "failures": failures,
        "warnings": warnings,
        "warnings_total": warnings_total,
    }


def _notes(feed: int, kind: str) -> tuple[list[dict[str, Any]], int]:
    """Return the first notes of a kind, and how many there are in all."""
    with connection.cursor() as cursor:
        cursor.execute(_NOTES, ([feed], kind, MOST_NOTES))
        found = cursor.fetchall()
    told = [
        {"source_id": source_id, "image": image, "reason": reason}
        for source_id, image, reason, _ in found
    ]
    return told, found[0][3] if found else 0


def image_reasons(feed: int, most_named: int) -> list[tuple[str, str, int, list[str]]]:
    """Return what is amiss with the photographs of a feed: the kind, the reason, how many have it,
    and the source_ids of some of their listings; those of most photographs first."""
    with connection.cursor() as cursor:
        cursor.execute(_REASONS, (most_named, [feed]))
        return [(kind, why, count, named or []) for kind, why, count, named in cursor.fetchall()]


def awaited(feeds: Sequence[Feed]) -> set[int]:
    """Return those feeds, by id, whose photographs are not all kept or given up yet."""
    if not settings.MEDIA or not feeds:
        return set()
    followed = changes.followed(PICTURES)
    unseen = {feed.pk for feed in feeds if feed.changes_n and feed.changes_n > followed}
    with connection.cursor() as cursor:
        cursor.execute(_AWAITED, ([feed.pk for feed in feeds if feed.changes_n],))
        return unseen | {feed for (feed,) in cursor.fetchall()}


def _write(batch: Sequence[PicturesOf]) -> list[int]:
    """Write a batch; returns the listings to number anew."""
    ids = [each.listing for each in batch]
    before = dict(Pictures.objects.filter(pk__in=ids).values_list("pk", "numbered"))
    rows, changed = [], []
    for each in batch:
        card = [name for name, *_ in each.shown[:ON_CARD]]
        had = before.get(each.listing, [])
        has_lost = not {name for name, *_ in each.shown}.issuperset(had)
        anew = card != had and (each.settled or not had or has_lost)
        if anew:
            changed.append(each.listing)
        rows.append(
            Pictures(
                listing_id=each.listing,
                total=each.total,
                done=each.done,
                failed=each.failed,
                shown=each.shown,
                placeholder=each.placeholder,
                notes=each.notes,
                numbered=card if anew else had,
            )
        )
    Pictures.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["listing"],
        update_fields=["total", "done", "failed", "shown", "placeholder", "notes", "numbered"],
    )
    return changed
