"""The directory: which dealers have something for sale, by region and town.

A business is the record whose page shows it; the records linked with it are part of it. A dealer
without a known region is "elsewhere", and so is one of a region without a town.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Lower, NullIf
from django.utils.text import slugify

from carslink.dealers.models import Dealer
from carslink.stock.models import Listing

ELSEWHERE = "elsewhere"
A_PAGE = 50
_LIVE = Listing.objects.filter(state=Listing.State.LIVE)


@dataclass
class Place:
    """A region or a town: its name and slug, and how many dealers it has.

    `spelt` are the names that share the slug: towns as dealers type them.
    """

    name: str
    slug: str
    dealers: int
    spelt: tuple[str, ...]
    towns: tuple["Place", ...] = ()

    def town(self, slug: str) -> "Place | None":
        """Return the town of a region with this slug."""
        return next((town for town in self.towns if town.slug == slug), None)


@dataclass(frozen=True)
class Shown:
    """A dealer in the list, and how many vehicles its page shows."""

    dealer: Dealer
    vehicles: int


def regions() -> list[Place]:
    """Return the regions by name, each with its towns; "elsewhere" is the last."""
    return _regions(_businesses())


def region(slug: str) -> Place | None:
    """Return the region with this slug and its towns; None where no dealer sells anything."""
    names = Dealer.objects.order_by().values_list("region", flat=True).distinct()
    asked = [name for name in names if _slug(name) == slug]
    return next(iter(_regions(_businesses().filter(region__in=asked))), None)


def _regions(businesses: QuerySet[Any]) -> list[Place]:
    found: dict[str, list[Place]] = {}
    counted = businesses.order_by().values_list("region", "place").annotate(Count("pk"))
    for name, town, dealers in counted:
        found.setdefault(name, []).append(Place(town, _slug(town), dealers, (town,)))
    made = [
        Place(name, _slug(name), sum(town.dealers for town in towns), (name,), _merged(towns))
        for name, towns in found.items()
    ]
    return sorted(made, key=_in_order)


def dealers(region: Place, town: Place | None, page: int) -> "Page[Dealer]":
    """Return a page of the dealers of a region, or of one of its towns, by name.

    A page beyond the last is the last.
    """
    chosen = _businesses().filter(region=region.name)
    if town is not None:
        chosen = chosen.filter(place__in=town.spelt)
    paginator = Paginator(chosen.order_by(Lower("name"), "pk"), A_PAGE)
    paginator.count = region.dealers if town is None else town.dealers  # counted already
    return paginator.get_page(page)


def with_vehicles(page: "Page[Dealer]") -> list[Shown]:
    """Return the dealers of a page, each with how many vehicles buyers find there.

    A registration live in several records of a business is one vehicle.
    """
    ids = [dealer.pk for dealer in page]
    records = Dealer.objects.filter(Q(pk__in=ids) | Q(shown_with__in=ids))
    business = dict(records.values_list("pk", Coalesce("shown_with", "pk")))
    marks: dict[int, set[str]] = {}
    live = _LIVE.filter(dealer__in=list(business)).values_list("dealer", "registration")
    for record, registration in live:
        marks.setdefault(business[record], set()).add(registration)
    return [Shown(dealer, len(marks.get(dealer.pk, ()))) for dealer in page]


def _businesses() -> QuerySet[Any]:
    """Return the dealers with a page of their own and something for sale on it."""
    others = Dealer.objects.filter(Exists(_LIVE.filter(dealer=OuterRef("pk"))))
    shown_with = others.filter(shown_with__isnull=False).values("shown_with")
    return Dealer.objects.filter(
        Q(Exists(_LIVE.filter(dealer=OuterRef("pk")))) | Q(pk__in=shown_with), shown_with=None
    ).annotate(
        place=Coalesce(NullIf("location", Value("")), F("town")),
    )


def _merged(towns: list[Place]) -> tuple[Place, ...]:
    """Return the towns by name, those that differ in spelling alone as one."""
    merged: dict[str, Place] = {}
    for town in sorted(towns, key=lambda each: (-each.dealers, each.name)):
        same = merged.setdefault(town.slug, Place(town.name, town.slug, 0, ()))
        same.dealers += town.dealers
        same.spelt += town.spelt
    return tuple(sorted(merged.values(), key=_in_order))


def _in_order(place: Place) -> tuple[bool, str]:
    return place.slug == ELSEWHERE, place.name.casefold()


@lru_cache(8192)
def _slug(name: str) -> str:
    return slugify(name) or ELSEWHERE
