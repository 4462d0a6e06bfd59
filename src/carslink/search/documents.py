"""From a listing to its document in the index, with the card that answers searches."""

from bisect import bisect_right
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import msgspec
import tantivy

from carslink.dealers.models import Dealer
from carslink.search import pictures, ranking, suggest
from carslink.search.filters import (
    LIST_FILTERS,
    NUMBER_FILTERS,
    OTHER,
    NumberFilter,
)
from carslink.search.schema import (
    CARD,
    GROUPS,
    ID,
    LAT,
    LON,
    NAME,
    POINT,
    SELLER,
    SORT_KEYS,
    TITLE,
    VARIANT,
    WEIGHT,
    WORDS,
    joined,
    point,
    sort_key,
)
from carslink.stock.addresses import vehicle_path
from carslink.stock.models import Listing
from carslink.vehicles.colours import basic_colour
from carslink.vehicles.van_sizes import load_length_bucket, roof_height_bucket

COLUMNS = (
    "id", "state", "vehicle_type", "make", "model", "variant", "year", "price", "mileage",
    "registration", "fuel", "transmission", "colour", "body_type", "condition", "engine_size",
    "bike_type", "licence_category", "van_type", "roof_height", "load_length", "payload_kg",
    "load_volume_m3", "description", "images", "created_at",
    "dealer__latitude", "dealer__longitude",
    "dealer__slug", "dealer__name", "dealer__town", "dealer__location", "dealer__region",
    "dealer__shown_with__slug", "dealer__shown_with__name", *pictures.COLUMNS,
)  # fmt: skip
"""What a document needs of a listing and its dealer."""

_BUCKETS: dict[str, Callable[[str], str | None]] = {
    "colour": basic_colour,
    "roof_height": roof_height_bucket,
    "load_length": load_length_bucket,
}


def document(listing: Listing) -> tantivy.Document:
    """Return the document of a live listing, loaded with its dealer."""
    made = tantivy.Document()
    made.add_integer(ID, listing.pk)
    values = {each.name: facet_value(listing, each.name) for each in LIST_FILTERS}
    for name, value in values.items():
        if value is not None:
            made.add_text(name, value)
    for number in NUMBER_FILTERS:
        amount = getattr(listing, number.name)
        if amount is not None:
            made.add_unsigned(number.name, round(amount * number.scale))
            values[number.name] = _span(number, amount)
    for group in GROUPS:
        if group.field not in values:
            made.add_text(group.field, joined(values.get(name) for name in group.names))
    standing = ranking.standing(listing)
    for sort, key in _sort_values(listing, standing).items():
        made.add_unsigned(SORT_KEYS[sort], sort_key(key, listing.pk))
    made.add_float(WEIGHT, ranking.weight(standing))
    _add_dealer(made, listing.dealer)
    _add_words(made, listing, values["colour"])
    made.add_bytes(CARD, msgspec.json.encode(card(listing)))
    return made


def _span(number: NumberFilter, amount: Decimal | float) -> str | None:
    """Return where the span of a histogram begins in which an amount lies."""
    return str(number.edges[bisect_right(number.edges, amount) - 1]) if number.edges else None


def _add_words(made: tantivy.Document, listing: Listing, colour: str | None) -> None:
    if listing.variant:
        made.add_text(VARIANT, listing.variant)
    for name in suggest.names(listing):
        made.add_text(NAME, name)
    made.add_text(TITLE, title(listing))
    made.add_text(WORDS, words(listing, colour))


def _add_dealer(made: tantivy.Document, dealer: Dealer) -> None:
    made.add_unsigned(SELLER, dealer.page.pk)
    if dealer.latitude is not None and dealer.longitude is not None:
        made.add_text(POINT, point(dealer.latitude, dealer.longitude))
        made.add_float(LAT, dealer.latitude)
        made.add_float(LON, dealer.longitude)


def facet_value(listing: Listing, name: str) -> str | None:
    """Return the value under which a listing is counted and filtered; None where it has none."""
    if name == "dealer":
        return listing.dealer.page.slug
    if name == "region":
        return listing.dealer.region or None
    value: str | None = getattr(listing, name)
    if value is None:
        return None
    vocabulary = _VOCABULARY[name]
    if not vocabulary or value in vocabulary:
        return value
    bucket = _BUCKETS[name](value) if name in _BUCKETS else None
    return bucket or OTHER


_VOCABULARY = {each.name: frozenset(each.vocabulary) for each in LIST_FILTERS}


def card(listing: Listing) -> dict[str, Any]:
    """Return what a search tells of a listing; `path`, the first, becomes the answer's `url`."""
    return {
        "path": vehicle_path(listing.vehicle_type, listing.make, listing.model, listing.pk),
        "id": listing.pk,
        "title": title(listing),
        "vehicle_type": listing.vehicle_type,
        "make": listing.make,
        "model": listing.model,
        "variant": listing.variant,
        "year": listing.year,
        "price": plain_number(listing.price),
        "mileage": listing.mileage,
        "registration": listing.registration,
        "fuel": listing.fuel,
        "transmission": listing.transmission,
        "colour": listing.colour,
        "body_type": listing.body_type,
        "condition": listing.condition,
        "engine_size": listing.engine_size,
        "bike_type": listing.bike_type,
        "licence_category": listing.licence_category,
        "van_type": listing.van_type,
        "roof_height": listing.roof_height,
        "load_length": listing.load_length,
        "payload_kg": listing.payload_kg,
        "load_volume_m3": listing.load_volume_m3,
        **pictures.on_card(listing),
        "first_listed_at": listing.created_at,
        "dealer": dealer_card(listing.dealer),
    }


def dealer_card(dealer: Dealer) -> dict[str, Any]:
    """Return what a search tells of a dealer; one page speaks for all records of a business."""
    return {
        "slug": dealer.page.slug,
        "name": dealer.page.title,
        "town": dealer.location or dealer.town or None,
        "region": dealer.region or None,
        "lat": dealer.latitude,
        "lon": dealer.longitude,
    }


def title(listing: Listing) -> str:
    """Return how a listing is called in one line: make, model and variant."""
    return " ".join(filter(None, (listing.make, listing.model, listing.variant)))


def plain_number(value: Decimal) -> int | float:
    """Return pounds as JSON has them: whole where there are no pence."""
    return int(value) if value == value.to_integral_value() else float(value)


def _sort_values(listing: Listing, standing: int) -> dict[str, int]:
    return {
        "price": round(listing.price * 100),
        "mileage": listing.mileage,
        "year": listing.year,
        "newest": max(0, int(listing.created_at.timestamp())),
        "relevance": standing,
    }


def words(listing: Listing, colour: str | None) -> str:
    """Return all by whose words a listing can be found; `colour` is that of its facet."""
    dealer = listing.dealer
    told = (
        listing.vehicle_type, listing.make, listing.model, listing.variant, str(listing.year),
        listing.fuel, listing.transmission, listing.colour, colour,
        listing.body_type, listing.condition, listing.bike_type, listing.van_type,
        listing.roof_height, listing.load_length, listing.registration, listing.description,
        dealer.name, dealer.town, dealer.location, dealer.region,
    )  # fmt: skip
    return " ".join(text for text in told if text)
