"""Postcodes while the table is built, as columns: what every source is turned into."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carslink.places.spelling import LETTERS
from carslink.places.table import SCALE

UNSAID = 255
"""In place of a region: the source does not say."""

_DIGIT, _LETTER = ord("0"), ord("A")


@dataclass
class Units:
    """The postcodes of one outward code, sorted by their inward codes."""

    inward: NDArray[np.uint16]  # as `spelling.unit_number` has it
    lat: NDArray[np.int32]  # 1e-5 degrees
    lon: NDArray[np.int32]
    region: NDArray[np.uint8]  # a place in `REGIONS`, or UNSAID


@dataclass
class Outward:
    """An outward code: its postcodes, and its point, town and region as a whole."""

    code: str
    lat: int
    lon: int
    region: int
    units: Units
    town: int = 0
    towns: NDArray[np.uint16] | None = None  # of each postcode
    coarse: bool = False  # any inward code gets the point of the outward code


def no_units() -> Units:
    """Return the columns of an outward code of which no single postcode is known."""
    return Units(
        np.empty(0, np.uint16), np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0, np.uint8)
    )


def grouped(
    postcodes: NDArray[np.bytes_],
    lat: NDArray[np.float64],
    lon: NDArray[np.float64],
    region: NDArray[np.uint8],
) -> dict[str, Units]:
    """Sort postcodes (capitals, without spaces; of the right shape) into their outward codes.

    Points are in degrees. Of a postcode that comes twice the last row counts.
    """
    if not len(postcodes):
        return {}
    letters = postcodes.astype("S7").view(np.uint8).reshape(len(postcodes), 7)
    rows, lengths = np.arange(len(letters)), (letters != 0).sum(axis=1)
    digit, first, second = (letters[rows, lengths - back].astype(int) for back in (3, 2, 1))
    inward = ((digit - _DIGIT) * LETTERS + first - _LETTER) * LETTERS + second - _LETTER
    outward = np.where(np.arange(7) < (lengths - 3)[:, None], letters, 0).astype(np.uint8)
    codes, group = np.unique(outward.view("S7").ravel(), return_inverse=True)
    order = np.lexsort((rows, inward, group))
    inward, group = inward[order], group[order]
    last = np.append((inward[1:] != inward[:-1]) | (group[1:] != group[:-1]), True)
    order, inward, group = order[last], inward[last], group[last]
    bounds = np.searchsorted(group, np.arange(len(codes) + 1))
    columns = (
        inward.astype(np.uint16),
        np.rint(lat[order] * SCALE).astype(np.int32),
        np.rint(lon[order] * SCALE).astype(np.int32),
        region[order],
    )
    return {
        code.decode(): Units(*(column[begin:end] for column in columns))
        for code, begin, end in zip(codes, bounds[:-1], bounds[1:], strict=True)
    }


def merged(old: Units, new: Units) -> Units:
    """Return the postcodes of both; where both have one, the new row counts."""
    kept = ~np.isin(old.inward, new.inward)
    inward = np.concatenate([old.inward[kept], new.inward])
    order = inward.argsort()
    return Units(
        inward[order],
        np.concatenate([old.lat[kept], new.lat])[order],
        np.concatenate([old.lon[kept], new.lon])[order],
        np.concatenate([old.region[kept], new.region])[order],
    )
