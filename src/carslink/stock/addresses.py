"""The addresses of vehicles and dealers on the site: readable, and stable by their id or slug."""

from functools import lru_cache
from urllib.parse import quote

from django.utils.text import slugify

from carslink.stock.models import Listing

KINDS = {"car": "cars", "van": "vans", "motorcycle": "motorbikes"}


def vehicle_path(vehicle_type: str, make: str, model: str, listing: int) -> str:
    """Return the path of a vehicle's page, as `/cars/bmw/3-series/123`.

    The id alone finds the vehicle: what a dealer corrects in make or model only redirects.
    """
    return f"/{KINDS[vehicle_type]}/{_slug(make)}/{_slug(model)}/{listing}"


def path_of(listing: Listing) -> str:
    """Return the path of a listing's page."""
    return vehicle_path(listing.vehicle_type, listing.make, listing.model, listing.pk)


def dealer_path(slug: str) -> str:
    """Return the path of a dealer's page."""
    return f"/dealers/{slug}"


def quoted(part: str) -> str:
    """Return text as one part of a path."""
    return quote(part, safe="")


@lru_cache(4096)
def _slug(text: str) -> str:
    return slugify(text) or "other"
