"""Where a vehicle has its page: readable, and found by its id alone."""

from urllib.parse import quote

from django.utils.text import slugify

from carslink.stock.models import Listing

PLURALS = {"car": "cars", "van": "vans", "motorcycle": "motorbikes"}


def vehicle_path(listing: Listing) -> str:
    """Return the path of a vehicle's page; its last part alone identifies it."""
    return path_of(listing.vehicle_type, listing.make, listing.model, listing.pk)


def path_of(vehicle_type: str, make: str, model: str, listing: int) -> str:
    """Return the path of a vehicle's page from what it is made of."""
    words = (slugify(make) or "make", slugify(model) or "model")
    return "/".join(("", PLURALS[vehicle_type], *words, str(listing)))


def quoted(part: str) -> str:
    """Return text as one part of a path."""
    return quote(part, safe="")
