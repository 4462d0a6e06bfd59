"""Vehicles like another, for whoever looks at it or comes too late for it."""

from typing import Any

from carslink.search import engine
from carslink.search.documents import facet_value
from carslink.search.query import Preference, Query, Values
from carslink.stock.models import Listing

MOST = 8

LIKE = {"fuel": 0.15, "transmission": 0.15, "body_type": 0.1, "colour": 0.02}
"""What it adds to the score of another vehicle that it is the same in this."""

VARIANT_LIKE = 0.3

PRICE_WITHIN, PRICE_LIKE = 0.2, 0.3  # a fifth up or down, and what that adds to the score
YEARS_WITHIN, YEARS_LIKE = 2, 0.2
MILES_WITHIN, MILES_LIKE = 15_000, 0.1

KINDS = ("body_type", "bike_type", "van_type")
"""What a vehicle is, where there are not enough of its model."""


def of(listing: Listing, most: int = MOST) -> list[dict[str, Any]]:
    """Return the cards of vehicles like a listing, live or not, the most alike first.

    First of its model, then of its kind in its price range. Raises Unavailable without an index.
    """
    alike: dict[int, dict[str, Any]] = {}
    for question in (_of_its_model(listing, most), _of_its_kind(listing, most)):
        for card in engine.best(question):
            alike.setdefault(card["id"], card)
    alike.pop(listing.pk, None)
    return list(alike.values())[:most]


def _of_its_model(listing: Listing, most: int) -> Query:
    return Query(
        filters=_same(listing, "vehicle_type", "make", "model"),
        preferences=_likings(listing),
        page_size=most + 1,  # it may find itself
    )


def _of_its_kind(listing: Listing, most: int) -> Query:
    pence = float(listing.price) * 100
    least, dearest = pence * (1 - PRICE_WITHIN), pence * (1 + PRICE_WITHIN)
    return Query(
        filters=_same(listing, "vehicle_type", *KINDS),
        numbers=(("price_min", round(least)), ("price_max", round(dearest))),
        preferences=_likings(listing),
        page_size=2 * most + 1,  # some may be of its model
    )


def _same(listing: Listing, *names: str) -> Values:
    values = ((name, facet_value(listing, name)) for name in names)
    return tuple((name, (value,)) for name, value in values if value)


def _likings(listing: Listing) -> tuple[Preference, ...]:
    price = float(listing.price)
    alike = [Preference(name, values, weight=LIKE[name]) for name, values in _same(listing, *LIKE)]
    if listing.variant:
        alike.append(Preference("words", (listing.variant,), weight=VARIANT_LIKE))
    return (
        *alike,
        _around("price", price, price * PRICE_WITHIN, PRICE_LIKE),
        _around("year", listing.year, YEARS_WITHIN, YEARS_LIKE),
        _around("mileage", listing.mileage, MILES_WITHIN, MILES_LIKE),
    )


def _around(name: str, value: float, within: float, weight: float) -> Preference:
    return Preference(name, least=max(0, value - within), most=value + within, weight=weight)
