"""Where the dealers are, as the index has it: distances are exact, to the dealer's own point."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carslink.places.geometry import MILES_OF_RADIUS
from carslink.search import schema
from carslink.search.index import without_cursor
from carslink.search.near import Near
from carslink.search.snapshot import Snapshot

MOST_POINTS = 200_000
"""More than there are dealers in the country, by far."""


@dataclass(frozen=True, eq=False)
class Points:
    """The points at which there are vehicles: terms, how many, degrees as radians."""

    terms: tuple[str, ...]
    counts: NDArray[np.int64]
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]


def within(here: Snapshot, near: Near) -> dict[str, float]:
    """Return the points of dealers within a circle, the nearest first, with their miles."""
    key = ("within", near.lat, near.lon, near.miles)
    return here.once(key, lambda: _within(points(here), near))


def count_within(here: Snapshot, near: Near) -> int:
    """Return how many of all vehicles there are within a circle."""
    known = points(here)
    return int(known.counts[miles_to(near, known.lat, known.lon) <= near.miles].sum())


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


def _within(known: Points, near: Near) -> dict[str, float]:
    miles = miles_to(near, known.lat, known.lon)
    inside = np.flatnonzero(miles <= near.miles)
    nearest = inside[np.argsort(miles[inside], kind="stable")]
    return {known.terms[at]: float(miles[at]) for at in nearest}


def _points(here: Snapshot) -> Points:
    size = {"size": MOST_POINTS, "segment_size": MOST_POINTS}
    asked = {"points": {"terms": {"field": schema.POINT, **size}}}
    counted = here.searcher.aggregate(without_cursor(), asked)["points"]["buckets"]
    found = sorted((bucket["key"], bucket["doc_count"]) for bucket in counted)
    terms = tuple(term for term, _ in found)
    degrees = np.array([term.split(",") for term in terms], dtype=np.float64).reshape(-1, 2)
    radians = np.radians(degrees)
    return Points(terms, np.array([n for _, n in found], np.int64), radians[:, 0], radians[:, 1])
