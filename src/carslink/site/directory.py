"""The directory: which dealers have something for sale, by region and town.

A business is the record whose page shows it; the records linked with it are part of it. A dealer
without a known region is "elsewhere", and so is one of a region without a town.
"""

from dataclasses import dataclass
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


@dataclass(frozen=True)
class Shown:
    """A dealer in the list, and how many vehicles its page shows."""

    dealer: Dealer
    vehicles: int


def regions() -> list[Place]:
    """Return the regions by name, each with its towns; "elsewhere" is the last."""
    found: dict[str, list[Place]] = {}
    counted = _businesses().order_by().values_list("region", "place").annotate(Count("pk"))
    for region, town, dealers in counted:
        found.setdefault(region, []).append(Place(town, _slug(town), dealers, (town,)))
    made = [
        Place(name, _slug(name), sum(town.dealers for town in towns), (name,), _merged(towns))
        for name, towns in found.items()
    ]
    return sorted(made, key=_in_order)


def find(places: list[Place] | tuple[Place, ...], slug: str) -> Place | None:
    """Return the place with this slug."""
    return next((place for place in places if place.slug == slug), None)


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
    business = Coalesce("dealer__shown_with", "dealer")
    ids = [dealer.pk for dealer in page]
    counted = (
        _LIVE.filter(Q(dealer__in=ids) | Q(dealer__in=_records_shown_with(ids)))
        .values_list(business)
        .annotate(Count("registration", distinct=True))
    )
    vehicles = dict(counted)
    return [Shown(dealer, vehicles.get(dealer.pk, 0)) for dealer in page]


def _records_shown_with(ids: list[int]) -> QuerySet[Dealer, int]:
    return Dealer.objects.filter(shown_with__in=ids).values_list("pk", flat=True)


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


def _slug(name: str) -> str:
    return slugify(name) or ELSEWHERE
