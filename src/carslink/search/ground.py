"""Where the dealers are, as the index has it: distances are exact, to the dealer's own point."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carslink.places.geometry import MILES_OF_RADIUS
from carslink.search import counted
from carslink.search.columns import POINT
from carslink.search.near import Near
from carslink.search.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class Points:
    """The points at which there are or were vehicles, by code: terms, how many, and radians."""

    terms: list[str]
    counts: NDArray[np.int64]
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]


def within(here: Snapshot, near: Near) -> dict[str, float]:
    """Return the points of dealers within a circle, the nearest first, with their miles."""
    known, miles = points(here), miles_of_points(here, near)
    return {known.terms[code]: float(miles[code]) for code in nearest(here, near)}


def nearest(here: Snapshot, near: Near) -> NDArray[np.int64]:
    """Return the codes of the points with vehicles within a circle, the nearest first."""
    key = ("nearest", near.lat, near.lon, near.miles)
    return here.once(key, lambda: _nearest(points(here), miles_of_points(here, near), near.miles))


def inside(here: Snapshot, near: Near) -> NDArray[np.bool_]:
    """Return by code whether a point is within a circle."""
    key = ("inside", near.lat, near.lon, near.miles)
    return here.once(key, lambda: miles_of_points(here, near) <= near.miles)


def miles_of_points(here: Snapshot, near: Near) -> NDArray[np.float64]:
    """Return by code the miles from a place to a point; what has no point is no number away."""
    known = points(here)
    return miles_to(near, known.lat, known.lon)


def points(here: Snapshot) -> Points:
    """Return all points at which there are vehicles."""
    return here.once("points", lambda: _points(here))


def miles_to(near: Near, lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the great-circle distances from a place to points in radians (haversine)."""
    here_lat, here_lon = np.radians(near.lat), np.radians(near.lon)
    across = np.sin((lon - here_lon) / 2) ** 2
    half = np.sin((lat - here_lat) / 2) ** 2 + np.cos(here_lat) * np.cos(lat) * across
    miles: NDArray[np.float64] = 2 * MILES_OF_RADIUS * np.arcsin(np.minimum(1.0, np.sqrt(half)))
    return miles


def _nearest(known: Points, miles: NDArray[np.float64], most: float) -> NDArray[np.int64]:
    codes = np.flatnonzero((miles <= most) & (known.counts > 0))
    # Equally far points stand by their terms, whatever their codes are in this index.
    codes = np.array(sorted(codes.tolist(), key=known.terms.__getitem__), np.int64)
    return codes[np.argsort(miles[codes], kind="stable")]


def _points(here: Snapshot) -> Points:
    terms, lat, lon = here.columns.derived(POINT, "points", _in_radians)
    counts = np.zeros(len(terms), np.int64)
    occurring = counted.of_column(here, POINT)
    counts[1 : len(occurring)] = occurring[1:]  # without what is nowhere
    return Points(terms, counts, lat, lon)


def _in_radians(
    terms: list[str],
) -> tuple[list[str], NDArray[np.float64], NDArray[np.float64]]:
    degrees = [(math.nan, math.nan), *(term.split(",") for term in terms[1:])]
    lat, lon = np.radians(np.array(degrees, np.float64)).T
    return terms, lat, lon
