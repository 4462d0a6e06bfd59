"""Photographs on pages: each in the sizes that there are, with room made before it comes."""

from typing import Any

from django import template

from carslink.stock.sizes import (
    CARD,
    FULL,
    HERO,
    THUMBNAIL,
    at_least,
    picture_path,
    resized,
    widths_of,
)

register = template.Library()

ON_STRIP = 5
"""The hero, and four below it: what a search knows of a vehicle's photographs."""

# How wide a photograph stands on the page, for browsers to choose a size by; the widths are those
# of the grids in carslink.css. With each the size for browsers that do not choose.
_SHOWN = {
    "card": (CARD, "(min-width: 60rem) 20rem, (min-width: 37rem) 50vw, 100vw"),
    "hero": (HERO, "(min-width: 80rem) 48rem, (min-width: 60rem) 62vw, 100vw"),
    "thumbnail": (THUMBNAIL, "(min-width: 60rem) 10rem, 20vw"),
}


@register.inclusion_tag("site/parts/photo.html")
def photo(picture: dict[str, Any], shown: str, name: str = "", number: int = 0) -> dict[str, Any]:
    """Show a photograph as a card, a hero or a thumbnail; with a name it is told to those who
    do not see it, and the first of several is loaded at once."""
    usual, sizes = _SHOWN[shown]
    width, height = picture["width"], picture["height"]
    return {
        "src": picture_path(picture["name"], at_least(width, usual)),
        "srcset": ", ".join(
            f"{picture_path(picture['name'], each)} {each}w" for each in widths_of(width)
        ),
        "sizes": sizes,
        "width": width,
        "height": height,
        "placeholder": picture.get("placeholder"),
        "alt": f"{name}, photograph {number}" if name else "",
        "at_once": shown == "hero" and number == 1,
    }


@register.filter
def thumbnails(card: dict[str, Any]) -> list[str]:
    """Return the paths of the photographs that a card shows below the hero."""
    kept = card["images"] if card["picture"] else []
    return [resized(address, THUMBNAIL) for address in kept[1:ON_STRIP]]


@register.filter
def full(picture: dict[str, Any]) -> str:
    """Return the path of the largest size of a photograph."""
    return picture_path(picture["name"], at_least(picture["width"], FULL))
