"""Photographs as the page shows them on which they are dropped: each with what has become of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carslink.media import dropping
from carslink.media.dropping import Found
from carslink.stock.dropped import PREFIX
from carslink.stock.sizes import THUMBNAIL, at_least, height_at, picture_path
from carslink.upload.drafts import NEEDED
from carslink.upload.models import Draft
from carslink.vehicles.registration import format_registration


@dataclass(frozen=True)
class Tile:
    """One photograph, `image` as the listing names it; without one that is kept no `src`."""

    image: str
    place: int
    src: str = ""
    width: int = 0
    height: int = 0
    trouble: str = ""
    waits: str = ""


@dataclass(frozen=True)
class Told:
    """A draft in the list of them."""

    draft: Draft
    plate: str
    title: str
    has: int
    hero: Tile | None


def of(images: Sequence[str], is_live: bool) -> list[Tile]:
    """Return the photographs of a vehicle, in its order."""
    found = dropping.found(images)
    return [_tile(image, place, found.get(image), is_live) for place, image in enumerate(images, 1)]


def of_drafts(drafts: Iterable[Draft]) -> list[Told]:
    """Return drafts with the first photograph that is there of each."""
    shown = list(drafts)
    found = dropping.found([image for draft in shown for image in draft.images])
    return [_told(draft, found) for draft in shown]


def title(facts: Mapping[str, Any]) -> str:
    """Return what a vehicle is called, as far as its row says."""
    said = [str(facts.get(name) or "").strip() for name in ("make", "model", "variant")]
    return " ".join(each for each in said if each) or "Vehicle"


def _told(draft: Draft, found: Mapping[str, Found]) -> Told:
    first = next((image for image in draft.images if image in found and found[image].name), None)
    return Told(
        draft=draft,
        plate=format_registration(draft.registration),
        title=title(draft.listing),
        has=min(len(draft.images), NEEDED),
        hero=None if first is None else _tile(first, 1, found[first], False),
    )


def _tile(image: str, place: int, found: Found | None, is_live: bool) -> Tile:
    if found is None or not found.name:
        if found is not None and found.trouble:
            return Tile(image, place, trouble=found.trouble)
        if image.startswith(PREFIX):
            return Tile(image, place, trouble="it is no longer there; drop it again")
        waits = "is being fetched" if is_live else "is fetched once the vehicle is on sale"
        return Tile(image, place, waits=waits)
    shown = at_least(found.width, THUMBNAIL)
    return Tile(
        image,
        place,
        src=picture_path(found.name, shown),
        width=shown,
        height=height_at(found.width, found.height, shown),
    )
