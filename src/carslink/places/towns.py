"""Towns by their names."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from carslink.places.naming import folded
from carslink.places.store import TOWNS, home, prepare

OWN_NAME = 10
"""How much more a town counts under its own name than under another that it has."""


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place."""

    name: str
    lat: float  # degrees, WGS 84
    lon: float
    region: str  # one of REGIONS
    population: int  # GeoNames'; a guess for a post town where it has none; or 0


def towns(name: str) -> list[Town]:
    """Return the places of that name, the one people mean first: the most populous.

    Case, accents, punctuation and "St" for "Saint" do not matter. Other names of a place find it
    too ("Kingston upon Hull"), after those that have the name itself, unless it is ten times as
    large: "Newcastle" is the one upon Tyne, not the small town in County Down.
    """
    return list(_named().get(folded(name), ()))


def all_towns() -> list[Town]:
    """Return every place, the most populous first."""
    return list(_known()[0])


def _known() -> tuple[tuple[Town, ...], dict[str, tuple[Town, ...]]]:
    where = home()
    prepare(where)
    return _read(where / TOWNS, (where / TOWNS).stat().st_mtime_ns)


def _named() -> dict[str, tuple[Town, ...]]:
    return _known()[1]


@lru_cache(maxsize=1)
def _read(path: Path, changed: int) -> tuple[tuple[Town, ...], dict[str, tuple[Town, ...]]]:
    """Read the list; `changed` makes a replaced file another question for the cache."""
    rows = json.loads(path.read_text(encoding="utf-8"))["towns"]
    listed = tuple(Town(*row[:5]) for row in rows)
    by_name: dict[str, dict[Town, int]] = {}  # with how much each counts
    for town, row in zip(listed, rows, strict=True):
        for other in row[5]:
            by_name.setdefault(folded(other), {})[town] = town.population
    for town in listed:
        by_name.setdefault(folded(town.name), {})[town] = town.population * OWN_NAME
    return listed, {
        name: tuple(sorted(found, key=lambda town: -found[town])) for name, found in by_name.items()
    }
