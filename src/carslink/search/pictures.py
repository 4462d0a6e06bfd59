"""The photographs of a listing, as searches and pages tell of them."""

from typing import Any

from django.conf import settings

from carslink.stock import dropped
from carslink.stock.made import ON_CARD
from carslink.stock.models import Listing, Pictures
from carslink.stock.sizes import HERO, at_least, picture_path

COLUMNS = ("pictures__shown", "pictures__placeholder")
"""What a card needs of them."""


def on_card(listing: Listing) -> dict[str, Any]:
    """Return what a card tells: the first five, and the hero with what a page needs of it."""
    return {
        "images": addresses(listing)[:ON_CARD],
        "image_count": len(listing.images),
        "picture": hero(listing),
    }


def addresses(listing: Listing) -> list[str]:
    """Return the addresses of all kept photographs, the hero first, as large as a page shows it;
    until the first is kept, the dealer's own, which no page of ours ever shows. What the dealer
    dropped on a page has no other address than ours.

    Whole, since the answers of searches are the cards as they stand in the index.
    """
    kept = _kept(listing)
    if kept is None or not kept.shown:
        return [each for each in listing.images if not each.startswith(dropped.PREFIX)]
    site: str = settings.PUBLIC_URL
    return [site + picture_path(name, at_least(width, HERO)) for name, width, _ in kept.shown]


def hero(listing: Listing) -> dict[str, Any] | None:
    """Return the first photograph with what a page needs to make room for it; None without one."""
    kept = _kept(listing)
    if kept is None or not kept.shown:
        return None
    name, width, height = kept.shown[0]
    return {"name": name, "width": width, "height": height, "placeholder": kept.placeholder}


def gallery(listing: Listing) -> list[dict[str, Any]]:
    """Return all kept photographs for the vehicle's own page."""
    kept = _kept(listing)
    if kept is None or not kept.shown:
        return []
    rest = [
        {"name": name, "width": width, "height": height} for name, width, height in kept.shown[1:]
    ]
    first = hero(listing)
    assert first is not None
    return [first, *rest]


def _kept(listing: Listing) -> Pictures | None:
    # Django raises where a listing has none, as long as nothing is kept of it.
    return getattr(listing, "pictures", None)
