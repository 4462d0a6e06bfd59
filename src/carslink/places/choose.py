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
from carslink.places.units import Outward

PER_SQUARE_KM = 4_000
FEWEST_PEOPLE = 200
MOST_WITHOUT_POST_TOWN = 80_000
"""A place that is no post town weighs no more: among those are boroughs and districts."""

POST_TOWN_ADVANTAGE = 2.5
OTHER_AREA = 2.0
"""By how much further away a post town of other areas alone counts: often across a river."""

FURTHEST_KM = 8.0
ROOM_KM = 0.5
"""Added to each distance, so that a hamlet does not win by lying next to the point."""

LONDON_AREAS = frozenset({"E", "EC", "N", "NW", "SE", "SW", "W", "WC"})
LONDON = ("London", "ENG")
KM_OF_DEGREE = 111.2
PEOPLE_OF_POSTCODE = 38
"""Of Great Britain's people, for each of its 1.7 million postcodes."""


@dataclass
class Places:
    """The places to choose from, as arrays."""

    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    radius: NDArray[np.float64]  # km
    of_outward: dict[str, list[int]]
    areas: list[set[str]]  # of its own outward codes
    london: int


def gathered(spots: list[Spot], outwards: list[Outward]) -> Places:
    """Return the places as arrays, in the order given; set right what cannot be their people."""
    lat, lon = np.array([spot.lat for spot in spots]), np.array([spot.lon for spot in spots])
    people = np.array([spot.population for spot in spots], float)
    around = _people_around(lat, lon, _radius(people), outwards)
    for spot, most in zip(spots, around, strict=True):
        spot.population = int(min(spot.population, most))
        if not spot.population and spot.outwards:
            spot.population = _people_served(spot, outwards)
    people = np.array(
        [
            spot.population if spot.outwards else min(spot.population, MOST_WITHOUT_POST_TOWN)
            for spot in spots
        ],
        float,
    )
    of_outward: dict[str, list[int]] = {}
    for number, spot in enumerate(spots):
        for outward in spot.outwards:
            of_outward.setdefault(outward, []).append(number)
    return Places(
        lat=lat,
        lon=lon,
        radius=_radius(people),
        of_outward=of_outward,
        areas=[{area_of(outward) for outward in spot.outwards} for spot in spots],
        london=next(n for n, spot in enumerate(spots) if (spot.name, spot.nation) == LONDON),
    )


def area_of(outward: str) -> str:
    """Return the letters that an outward code begins with."""
    return outward[: 2 if outward[1].isalpha() else 1]


def _radius(people: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.sqrt(np.maximum(people, FEWEST_PEOPLE) / (PER_SQUARE_KM * np.pi))


def _people_around(
    lat: NDArray[np.float64],
    lon: NDArray[np.float64],
    radius: NDArray[np.float64],
    outwards: list[Outward],
) -> NDArray[np.float64]:
    """Return how many people can live around each place, going by the postcodes there.

    GeoNames gives some villages the people of a town of the same name elsewhere.
    """
    count = np.zeros((1_400, 1_200))  # cells of 0.01 degrees from 49 N, 9 W
    for outward in outwards:
        row = (outward.units.lat // 1_000 - 4_900).clip(0, 1_399)
        column = (outward.units.lon // 1_000 + 900).clip(0, 1_199)
        np.add.at(count, (row, column), 1)
    around = np.full(len(lat), np.inf)
    north = np.ceil(1.5 * radius / KM_OF_DEGREE * 100).astype(int) + 1
    east = np.ceil(1.5 * radius / (KM_OF_DEGREE * np.cos(np.radians(lat))) * 100).astype(int) + 1
    rows, columns = (lat * 100).astype(int) - 4_900, np.floor(lon * 100).astype(int) + 900
    for n, (row, column) in enumerate(zip(rows, columns, strict=True)):
        if row > 0:
            box = np.s_[
                max(0, row - north[n]) : row + north[n] + 1,
                max(0, column - east[n]) : column + east[n] + 1,
            ]
            around[n] = count[box].sum() * PEOPLE_OF_POSTCODE
    around[around == 0] = np.inf  # off Great Britain no postcodes are known
    return around


def _people_served(spot: Spot, outwards: list[Outward]) -> int:
    """Return a guess for a post town whose people nobody has counted: half of those it serves."""
    units = sum(len(each.units.inward) for each in outwards if each.code in spot.outwards)
    return min(units * PEOPLE_OF_POSTCODE // 2, MOST_WITHOUT_POST_TOWN // 2)


def towns_of(
    outward: str, lat: NDArray[np.int32], lon: NDArray[np.int32], places: Places
) -> NDArray[np.uint16]:
    """Return for each point (1e-5 degrees) of an outward code the number of its town."""
    area = area_of(outward)
    if area in LONDON_AREAS:
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
    elsewhere = [bool(places.areas[n]) and area not in places.areas[n] for n in numbers]
    score[:, elsewhere] *= OTHER_AREA
    score[(distance > FURTHEST_KM) & ~is_own] += 1e6
    chosen: NDArray[np.uint16] = numbers[score.argmin(axis=1)].astype(np.uint16)
    return chosen
