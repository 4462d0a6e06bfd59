"""What has become of a vehicle's photographs, in words for its dealer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from carslink.stock import made
from carslink.stock.models import Feed, Listing, Pictures

MOST_NAMED = 5  # vehicles named for one reason
MISSING = Q(pictures__failed__gt=0)
"""Listings of which a photograph was given up."""


@dataclass
class Photographs:
    """How many there are, how many are kept or given up, and what is remarked of them."""

    total: int = 0
    kept: int = 0
    failed: int = 0
    remarks: list[str] = field(default_factory=list)

    @property
    def waiting(self) -> int:
        """How many are still to come."""
        return self.total - self.kept - self.failed


@dataclass
class Reason:
    """Something that is amiss with photographs, and the vehicles that have it."""

    words: str
    count: int = 0
    named: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class OfFeed:
    """The photographs of all that a feed brought or changed."""

    photographs: Photographs
    missing: list[Reason]
    remarks: list[Reason]


def of(listings: Sequence[Listing]) -> dict[int, Photographs]:
    """Return the photographs of live listings, by their ids. One query."""
    images = {each.pk: each.images for each in listings}
    return {
        told.pk: Photographs(told.total, told.done, told.failed, _remarks(told, images[told.pk]))
        for told in Pictures.objects.filter(pk__in=images)
    }


def of_feed(feed: Feed) -> OfFeed:
    """Return what has become of the photographs that a feed brought."""
    reasons = made.image_reasons(feed.pk, MOST_NAMED)
    return OfFeed(
        Photographs(*made.image_counts(feed.pk)),
        [_reason(why, n, named) for kind, why, n, named in reasons if kind == made.FAILED],
        [_reason(why, n, named) for kind, why, n, named in reasons if kind == made.WARNING],
    )


def _remarks(told: Pictures, images: list[str]) -> list[str]:
    """Return a sentence for each reason, with the photographs by their places, from 1."""
    place = {url: at for at, url in enumerate(images, 1)}
    found: dict[tuple[str, str], list[int]] = {}
    for kind, url, reason in told.notes:
        if url in place:
            found.setdefault((kind, reason), []).append(place[url])
    return [
        f"{_named(places)} {'cannot be shown' if kind == made.FAILED else 'can be better'}: "
        f"{reason}."
        for (kind, reason), places in found.items()
    ]


def _named(places: Iterable[int]) -> str:
    *others, last = [str(place) for place in sorted(places)]
    return f"Photographs {', '.join(others)} and {last}" if others else f"Photograph {last}"


def _reason(why: str, count: int, named: list[str]) -> Reason:
    words = f"{why[:1].upper()}{why[1:]}."
    return Reason(words, count, [f"Stock number {source_id}" for source_id in named])
