"""Who the dealers of a market are and how much stock each has.

This is all that one dealer needs to know of the others: how many vehicles come before its own.
"""

from array import array
from bisect import bisect
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from carslink.demo import towns
from carslink.demo.chance import Draw, between, pick_index, stream
from carslink.demo.registrations import capacity

MOST_VEHICLES = 1_000_000
MOST_PER_DEALER = 5_000
MOST_DAYS = 365
IMAGE_BASE = "https://images.carslink.example"

FRANCHISE, INDEPENDENT, PRESTIGE, VAN_CENTRE, MOTORCYCLES = range(5)
_KIND_TOTALS = (0.22, 0.77, 0.85, 0.93, 1.0)
# Relative size of a dealer's stock at 0, 10, … 100 per cent of its kind: a long tail.
_SIZES = {
    FRANCHISE: (20, 35, 45, 55, 65, 75, 88, 105, 130, 180, 320),
    INDEPENDENT: (5, 9, 13, 17, 22, 28, 35, 45, 60, 95, 420),
    PRESTIGE: (6, 10, 14, 18, 22, 26, 32, 40, 52, 70, 140),
    VAN_CENTRE: (8, 14, 19, 24, 30, 37, 46, 58, 75, 110, 300),
    MOTORCYCLES: (10, 17, 24, 31, 39, 48, 58, 72, 90, 125, 280),
}
# A slot's vehicles one after another: in 365 days at 3 % a day, 11 on average.
GENERATIONS = 64


@dataclass(frozen=True, slots=True)
class Market:
    """A market of a number of dealers with a number of vehicles between them.

    `faults` makes about one listing in 200 faulty on purpose. `image_base` is where the pictures
    are. Raises ValueError for sizes that cannot be.
    """

    seed: int
    dealers: int
    vehicles: int
    faults: bool = False
    image_base: str = IMAGE_BASE

    def __post_init__(self) -> None:
        if self.dealers < 1:
            raise ValueError("a market has at least one dealer")
        if not 0 <= self.vehicles <= MOST_VEHICLES:
            raise ValueError(f"a market has up to {MOST_VEHICLES:,} vehicles")
        if self.vehicles > self.dealers * MOST_PER_DEALER:
            fewest = -(-self.vehicles // MOST_PER_DEALER)
            raise ValueError(
                f"{self.vehicles:,} vehicles need at least {fewest:,} dealers "
                f"({MOST_PER_DEALER:,} vehicles each at most)"
            )


@dataclass(frozen=True, slots=True)
class Town:
    """A town that dealers trade from; `dialling` is empty where Ofcom has no drama numbers."""

    name: str
    county: str
    area: str
    population: int
    dialling: str
    postcodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A dealer's place in the market: its kind, town, size, and the vehicles before its own, in
    the whole market and in its registration area."""

    kind: int
    town: Town
    size: int
    before: int
    before_in_area: int
    generations: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Every dealer's place, a few bytes each."""

    kinds: bytes
    towns: "array[int]"
    starts: "array[int]"
    area_starts: "array[int]"
    generations: dict[str, int]

    def place(self, index: int) -> Place:
        """Return a dealer's place. Raises IndexError if the market has no such dealer."""
        if not 0 <= index < len(self.kinds):
            raise IndexError(f"there is no dealer {index} of {len(self.kinds)}")
        town = all_towns()[self.towns[index]]
        start = self.starts[index]
        return Place(
            kind=self.kinds[index],
            town=town,
            size=self.starts[index + 1] - start,
            before=start,
            before_in_area=self.area_starts[index],
            generations=self.generations[town.area],
        )


@lru_cache(maxsize=1)
def all_towns() -> tuple[Town, ...]:
    """Return the towns of the table."""
    rows = (line for line in towns.TABLE.splitlines() if line and not line.startswith("#"))
    return tuple(_town(row) for row in rows)


@lru_cache(maxsize=8)
def plan_of(market: Market) -> Plan:
    """Return the market's plan.

    Sizes come from each dealer's own draw and add up to the market's vehicles exactly. Raises
    ValueError where an area would need more registration marks than it has.
    """
    populations = tuple(accumulate(town.population for town in all_towns()))
    kinds, places, weights = bytearray(), array("H"), array("d")
    for index in range(market.dealers):
        draw = stream(market.seed, "dealer", index)
        kind = bisect(_KIND_TOTALS, draw())
        kinds.append(kind)
        places.append(pick_index(populations, draw))
        weights.append(_weight(kind, draw))
    starts = _starts(weights, market.vehicles)
    area_starts, totals = array("L"), dict.fromkeys((town.area for town in all_towns()), 0)
    for index, place in enumerate(places):
        area = all_towns()[place].area
        area_starts.append(totals[area])
        totals[area] += starts[index + 1] - starts[index]
    return Plan(bytes(kinds), places, starts, area_starts, _generations(totals))


def _town(row: str) -> Town:
    name, county, area, population, dialling, postcodes = (part.strip() for part in row.split("|"))
    codes = tuple(postcodes.split(", "))
    return Town(name, county, area, int(population), dialling.strip("-"), codes)


def _weight(kind: int, draw: Draw) -> float:
    sizes = _SIZES[kind]
    return between(sizes, draw() * (len(sizes) - 1))


def _starts(weights: "array[float]", vehicles: int) -> "array[int]":
    """Share out the vehicles by weight; evenly where that would make a dealer too big."""
    for shares in (weights, array("d", [1.0]) * len(weights)):
        totals = list(accumulate(shares))
        starts = array("L", [0, *(int(vehicles * total / totals[-1] + 0.5) for total in totals)])
        if max(b - a for a, b in pairwise(starts)) <= MOST_PER_DEALER:
            break
    return starts


def _generations(totals: dict[str, int]) -> dict[str, int]:
    """Return how many of a slot's vehicles, one after another, can have marks of their own."""
    generations = {}
    for area, slots in totals.items():
        generations[area] = min(GENERATIONS, capacity(area) // slots) if slots else GENERATIONS
        if not generations[area]:
            raise ValueError(f"{slots:,} vehicles are more than area {area} has marks for")
    return generations
