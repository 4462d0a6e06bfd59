"""The sizes in which a kept photograph is there, and their addresses. No Django."""

THUMBNAIL, CARD, HERO, FULL = 320, 640, 1280, 1920
"""Widths in pixels: a strip of thumbnails at twice its 160, a card at twice its 320, a vehicle's
page on a desk (780 at 1.6) and on a phone (430 at 3), and what fills a screen. See
docs/pictures.md."""

WIDTHS = (THUMBNAIL, CARD, HERO, FULL)
WORTH_IT = 1.2
"""A size is left out where the next one is less than this much wider."""


def widths_of(width: int) -> list[int]:
    """Return the widths that a photograph of this width is kept in; none is enlarged."""
    largest = min(width, FULL)
    return [*(each for each in WIDTHS if each * WORTH_IT <= largest), largest]


def at_least(width: int, wanted: int) -> int:
    """Return which of a photograph's widths is shown where so many pixels are wanted."""
    kept = widths_of(width)
    return next((each for each in kept if each >= wanted), kept[-1])


def picture_path(name: str, width: int) -> str:
    """Return the path of a kept photograph: what is there never changes."""
    return f"/pictures/{name}/{width}.webp"


def resized(address: str, wanted: int) -> str:
    """Return the path of a kept photograph as wide as is wanted, from the address of one size."""
    *_, name, file = address.split("/")
    return picture_path(name, at_least(int(file.removesuffix(".webp")), wanted))


def height_at(width: int, height: int, shown: int) -> int:
    """Return how high a photograph is when it is so wide."""
    return max(1, round(height * shown / width))
