"""The regions, and which one a postcode is in.

`data/regions.csv` has the table: postcode areas with a region, and under them, where an area
straddles a border, the districts, sectors and single codes that lie on its other side. The longest
start that fits a postcode decides. All of its lines come from one source, the ONS Postcode
Directory of November 2025 (Open Government Licence 3.0), from the local authority it gives for
each postcode; `docs/places.md` tells how.
"""

import csv
import re
from functools import cache
from importlib.resources import files

from carslink.places.spelling import UNITS, unit_range

REGIONS: tuple[str, ...] = (
    "North East",
    "North West",
    "Yorkshire and The Humber",
    "East Midlands",
    "West Midlands",
    "East of England",
    "London",
    "South East",
    "South West",
    "Scotland",
    "Wales",
    "Northern Ireland",
    "Channel Islands",
    "Isle of Man",
)
SHORT = ("NE", "NW", "YH", "EM", "WM", "EE", "LO", "SE", "SW", "SC", "WA", "NI", "CI", "IM")
"""How `data/regions.csv` writes them, in the same order."""

_CODES = {
    **{f"E1200000{number}": number - 1 for number in range(1, 10)},
    "S99999999": 9,
    "W99999999": 10,
    "N99999999": 11,
    "L99999999": 12,
    "M99999999": 13,
    "S92000003": 9,
    "W92000004": 10,
    "N92000002": 11,
    "L93000001": 12,
    "M83000003": 13,
}
"""The ONS's codes of regions and countries, to places in `REGIONS`. England's is no region."""

# About the middle of where people live in each: the biggest cities and towns between them.
_POINTS = (
    (54.91, -1.57),
    (53.58, -2.55),
    (53.75, -1.37),
    (52.86, -1.10),
    (52.50, -1.95),
    (52.15, 0.40),
    (51.507, -0.128),
    (51.27, -0.75),
    (51.15, -2.75),
    (55.90, -3.80),
    (51.75, -3.40),
    (54.57, -6.15),
    (49.31, -2.32),
    (54.18, -4.53),
)
_AREA = re.compile(r"[A-Z]{1,2}")
_FOLD = re.compile(r"[^a-z]+")

Span = tuple[int, int, int]
"""Inward codes from one number to before another, and their region's place in `REGIONS`."""


def region_point(name: str) -> tuple[float, float] | None:
    """Return the latitude and longitude that stand for a region; None: no region of that name."""
    wanted = _folded(name)
    for region, point in zip(REGIONS, _POINTS, strict=True):
        if _folded(region) == wanted:
            return point
    return None


def _folded(name: str) -> str:
    return _FOLD.sub("", name.lower().removeprefix("the ").replace("&", "and"))


def from_code(code: str) -> int | None:
    """Return the place in `REGIONS` of an ONS code of a region or country; None: it says none."""
    return _CODES.get(code.strip().upper())


def spans(outward: str) -> list[Span]:
    """Return the regions within an outward code; where spans overlap, a later one decides.

    Empty for a postcode area that is not known.
    """
    area = _AREA.match(outward)
    whole = _table().get(outward) or _table().get(area[0] if area else "")
    return whole + _splits().get(outward, []) if whole else []


@cache
def _lines() -> list[tuple[str, str, int]]:
    """The table's lines: outward code or area, start of the inward code, region."""
    with (files("carslink.places") / "data" / "regions.csv").open(encoding="ascii") as file:
        rows = list(csv.reader(line for line in file if not line.startswith("#")))
    return [(*_start(row[0]), SHORT.index(row[1])) for row in rows]


def _start(text: str) -> tuple[str, str]:
    outward, _, inward = text.partition(" ")
    return outward, inward


@cache
def _table() -> dict[str, list[Span]]:
    """The lines that speak of a whole area or a whole outward code."""
    return {outward: [(0, UNITS, region)] for outward, inward, region in _lines() if not inward}


@cache
def _splits() -> dict[str, list[Span]]:
    """The lines that speak of a part of an outward code, the broader ones first."""
    found: dict[str, list[Span]] = {}
    for outward, inward, region in sorted(_lines(), key=lambda line: len(line[1])):
        if inward:
            found.setdefault(outward, []).append((*unit_range(inward), region))
    return found
