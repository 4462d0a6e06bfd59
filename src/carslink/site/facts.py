"""What the page of a vehicle tells, in the order in which buyers ask."""

from typing import Any
from urllib.parse import urlsplit

from carslink.media import placeholders
from carslink.search import pictures
from carslink.search.documents import facet_value
from carslink.search.near import in_miles
from carslink.search.query import Query
from carslink.search.vehicles import told
from carslink.site import market
from carslink.site.maps import map_of
from carslink.stock.models import Listing
from carslink.stock.refreshed import effective
from carslink.vehicles.registration import format_registration, registration_kind

Fact = tuple[str, str]


def page_of(listing: Listing) -> dict[str, Any]:
    """Return the context of a live vehicle's page."""
    dealer = listing.dealer
    return {
        "listing": listing,
        "card": told(listing),
        "gallery": gallery(listing),
        "plate": format_registration(listing.registration),
        "facts": facts(listing),
        "dealer": dealer,
        "website": web_address(dealer.website),
        "offer": web_address(listing.listing_url) or web_address(dealer.website),
        "is_own_page": bool(web_address(listing.listing_url)),
        "colour": facet_value(listing, "colour"),
        "same_model": same_model(listing),
        "map": map_of(dealer),
        "market": market.of(listing),
        "refreshed_at": effective(listing, dealer).at,
    }


def gallery(listing: Listing) -> list[dict[str, Any]]:
    """Return all kept photographs, each with its placeholder; a card has the hero's alone."""
    shown = pictures.gallery(listing)
    few_pixels = placeholders.of(each["name"] for each in shown) if shown else {}
    return [{"placeholder": few_pixels.get(each["name"]), **each} for each in shown]


def same_model(listing: Listing) -> Query:
    """Return the question for all of a listing's model."""
    return Query(filters=(("make", (listing.make,)), ("model", (listing.model,))))


def facts(listing: Listing) -> list[Fact]:
    """Return the facts of a vehicle that are known, with their units."""
    engine = f"{listing.engine_size:,} cc" if listing.engine_size else None
    payload = f"{listing.payload_kg:,} kg" if listing.payload_kg else None
    volume = f"{listing.load_volume_m3:g} m³" if listing.load_volume_m3 else None
    known = (
        ("Year", _year(listing)),
        ("Mileage", in_miles(listing.mileage)),
        ("Fuel", listing.fuel),
        ("Gearbox", listing.transmission),
        ("Body", listing.body_type),
        ("Type", listing.bike_type),
        ("Van type", listing.van_type),
        ("Colour", listing.colour),
        ("Engine", engine),
        ("Condition", listing.condition),
        ("Licence", listing.licence_category),
        ("Roof height", _millimetres(listing.roof_height)),
        ("Load length", _millimetres(listing.load_length)),
        ("Payload", payload),
        ("Load volume", volume),
    )
    return [(label, value) for label, value in known if value]


def web_address(text: str | None) -> str:
    """Return an address that may stand in a link: http or https; else nothing."""
    if not text:
        return ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in ("http", "https") and parts.netloc else ""


def _year(listing: Listing) -> str:
    """The year, with the plate that tells it where it does."""
    mark = listing.registration
    plate = mark[2:4] if registration_kind(mark) == "current" else ""
    return f"{listing.year} ({plate} plate)" if plate else str(listing.year)


def _millimetres(text: str | None) -> str | None:
    """A bare number is millimetres; everything else is as the dealer put it."""
    return f"{int(text):,} mm" if text and text.isascii() and text.isdigit() else text
