"""Which town people would name at a point: the nearest, weighed by how big it is.

Each place has a radius, that of the disc its people would fill at 4,000 to the square kilometre.
The town is the place whose radius is the greatest share of its distance: a city reaches further
than a village. What people write in their address counts too: the post town of the outward code
gets an advantage, and is the only one that may lie further off than 8 kilometres.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carslink.places.gazetteer import Spot
from carslink.places.table import SCALE

PER_SQUARE_KM = 4_000
FEWEST_PEOPLE = 200
MOST_WITHOUT_POST_TOWN = 80_000
"""A place that is no post town weighs no more: among those are boroughs and districts."""

POST_TOWN_ADVANTAGE = 2.5
FURTHEST_KM = 8.0
ROOM_KM = 0.5
"""Added to each distance, so that a hamlet does not win by lying next to the point."""

LONDON_AREAS = frozenset({"E", "EC", "N", "NW", "SE", "SW", "W", "WC"})
KM_OF_DEGREE = 111.2


@dataclass
class Places:
    """The places to choose from, as arrays."""

    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    radius: NDArray[np.float64]
    of_outward: dict[str, list[int]]
    london: int


def gathered(spots: list[Spot]) -> Places:
    """Return the places as arrays, in the order given."""
    people = np.array(
        [
            max(
                FEWEST_PEOPLE,
                spot.population if spot.outwards else min(spot.population, MOST_WITHOUT_POST_TOWN),
            )
            for spot in spots
        ],
        float,
    )
    of_outward: dict[str, list[int]] = {}
    for number, spot in enumerate(spots):
        for outward in spot.outwards:
            of_outward.setdefault(outward, []).append(number)
    london = next(
        n for n, spot in enumerate(spots) if (spot.name, spot.nation) == ("London", "ENG")
    )
    return Places(
        lat=np.array([spot.lat for spot in spots]),
        lon=np.array([spot.lon for spot in spots]),
        radius=np.sqrt(people / (PER_SQUARE_KM * np.pi)),
        of_outward=of_outward,
        london=london,
    )


def towns_of(
    outward: str, lat: NDArray[np.int32], lon: NDArray[np.int32], places: Places
) -> NDArray[np.uint16]:
    """Return for each point (1e-5 degrees) of an outward code the number of its town."""
    if outward[: 2 if outward[1].isalpha() else 1] in LONDON_AREAS:
        return np.full(len(lat), places.london, np.uint16)
    own = places.of_outward.get(outward, [])
    y, x = lat / SCALE, lon / SCALE
    narrow = np.cos(np.radians(y.mean()))
    reach = FURTHEST_KM / KM_OF_DEGREE
    close = (
        (places.lat > y.min() - reach)
        & (places.lat < y.max() + reach)
        & (places.lon > x.min() - reach / narrow)
        & (places.lon < x.max() + reach / narrow)
    )
    close[own] = True
    close[places.london] = False
    numbers = np.flatnonzero(close)
    if not len(numbers):
        numbers = np.arange(len(places.lat))
    north = (y[:, None] - places.lat[numbers]) * KM_OF_DEGREE
    east = (x[:, None] - places.lon[numbers]) * (KM_OF_DEGREE * narrow)
    distance = np.hypot(north, east)
    score = (distance + ROOM_KM) / places.radius[numbers]
    is_own = np.isin(numbers, own)
    score[:, is_own] /= POST_TOWN_ADVANTAGE
    score[(distance > FURTHEST_KM) & ~is_own] += 1e6
    return numbers[score.argmin(axis=1)].astype(np.uint16)
