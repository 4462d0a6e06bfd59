"""Faults that feeds really have, for a market that wants some."""

from collections.abc import Callable
from typing import Any

from carslink.demo.chance import Draw, pick

FAULTY = 1 / 200

Listing = dict[str, Any]


def spoil(listing: Listing, draw: Draw) -> None:
    """Give a listing one fault, of a required or of a recommended field."""
    pick(_FAULTS, draw)(listing)


def _too_few_pictures(listing: Listing) -> None:
    listing["images"] = listing["images"][:2]


def _insecure_pictures(listing: Listing) -> None:
    listing["images"] = [url.replace("https://", "http://", 1) for url in listing["images"]]


def _no_price(listing: Listing) -> None:
    listing["price"] = 0


def _price_on_application(listing: Listing) -> None:
    listing["price"] = "POA"


def _no_registration(listing: Listing) -> None:
    listing["registration"] = ""


def _registration_to_come(listing: Listing) -> None:
    listing["registration"] = "TBC"


def _negative_mileage(listing: Listing) -> None:
    listing["mileage"] = -1


def _short_year(listing: Listing) -> None:
    listing["year"] = int(listing["year"]) % 100


def _no_shape(listing: Listing) -> None:
    listing.pop("body_type", None)
    listing.pop("bike_type", None)


def _short_vin(listing: Listing) -> None:
    listing["vin"] = listing["vin"][:11]


def _insecure_page(listing: Listing) -> None:
    listing["listing_url"] = listing["listing_url"].replace("https://", "http://", 1)


_FAULTS: tuple[Callable[[Listing], None], ...] = (
    _too_few_pictures,
    _insecure_pictures,
    _no_price,
    _price_on_application,
    _no_registration,
    _registration_to_come,
    _negative_mileage,
    _short_year,
    _no_shape,
    _short_vin,
    _insecure_page,
)
