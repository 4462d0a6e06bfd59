"""The table of filters: the one place from which the index, the query, the facets, the API's
documentation and the filter form take their names, values and units."""

from dataclasses import dataclass

from carslink.places import REGIONS
from carslink.vehicles import body_types, colours, van_sizes, words

OTHER = "Other"
"""The facet value of what is well formed but outside a closed vocabulary."""


@dataclass(frozen=True)
class ListFilter:
    """A filter that takes one or more values. Without a vocabulary it is open, and ignores case."""

    name: str
    label: str
    about: str
    vocabulary: tuple[str, ...] = ()
    has_other: bool = False
    has_facet: bool = True

    @property
    def values(self) -> tuple[str, ...]:
        """Every value that the filter takes; empty where it takes any."""
        return (*self.vocabulary, OTHER) if self.has_other else self.vocabulary


@dataclass(frozen=True)
class NumberFilter:
    """A filter by bounds that are both inclusive.

    The index holds whole numbers of 1/`scale` of the unit, so that pence compare exactly.
    `edges`, in the unit, are where the buckets of its histogram begin; none means no histogram.
    """

    name: str
    label: str
    unit: str
    least: int
    most: int
    scale: int = 1
    bounds: tuple[str, ...] = ("min", "max")
    edges: tuple[int, ...] = ()

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of its parameters, as `price_min`."""
        return tuple(f"{self.name}_{bound}" for bound in self.bounds)


LIST_FILTERS = (
    ListFilter("vehicle_type", "Type", "Kind of vehicle.", words.VEHICLE_TYPES),
    ListFilter("make", "Make", "As the stock spells it, as `Volkswagen`; case is ignored."),
    ListFilter("model", "Model", "As the stock spells it, as `3 Series`; case is ignored."),
    ListFilter("body_type", "Body", "Body of a car or van.",
               tuple(dict.fromkeys(body_types.CAR_BODY_TYPES + body_types.VAN_BODY_TYPES)), True),
    ListFilter("fuel", "Fuel", "Fuel.", words.FUELS, True),
    ListFilter("transmission", "Gearbox", "Gearbox.", words.TRANSMISSIONS, True),
    ListFilter("colour", "Colour", "Basic colour: a `Black Sapphire` is found under `Black`.",
               colours.COLOURS, True),
    ListFilter("condition", "Condition", "Condition.", words.CONDITIONS, True),
    ListFilter("bike_type", "Bike type", "Kind of motorcycle.", words.BIKE_TYPES, True),
    ListFilter("licence_category", "Licence", "Licence that a motorcycle needs.",
               words.LICENCE_CATEGORIES),
    ListFilter("van_type", "Van type", "Kind of van.", body_types.VAN_TYPES, True),
    ListFilter("roof_height", "Roof height", "Roof height of a van.",
               van_sizes.ROOF_HEIGHTS, True),
    ListFilter("load_length", "Load length", "Load length of a van.",
               van_sizes.LOAD_LENGTHS, True),
    ListFilter("region", "Region", "Where the dealer is: a region or nation.", REGIONS),
    ListFilter("dealer", "Dealer", "The dealer's slug; case is ignored.", has_facet=False),
)  # fmt: skip

NUMBER_FILTERS = (
    NumberFilter("price", "Price", "pounds", 0, 100_000_000, scale=100, edges=(
        *range(0, 10_000, 1_000), 10_000, 12_500, 15_000, 17_500, 20_000, 25_000, 30_000, 40_000,
        50_000, 75_000, 100_000)),
    NumberFilter("year", "Year", "year", 1000, 9999, edges=(
        0, 1960, 1970, 1980, 1990, 1995, *range(2000, 2036))),
    NumberFilter("mileage", "Mileage", "miles", 0, 10_000_000, edges=(
        0, 1_000, 5_000, *range(10_000, 100_000, 10_000), 100_000, 120_000, 150_000, 200_000)),
    NumberFilter("engine_size", "Engine", "cc", 0, 100_000, edges=(
        0, 50, 125, 250, 400, 600, 800, 1_000, 1_200, 1_400, 1_600, 1_800, 2_000, 2_500, 3_000,
        4_000, 5_000)),
    NumberFilter("payload_kg", "Payload", "kg", 0, 100_000, bounds=("min",)),
    NumberFilter("load_volume_m3", "Load volume", "cubic metres", 0, 1_000, scale=100,
                 bounds=("min",)),
)  # fmt: skip

SORTS = {
    "relevance": "Best match",
    "price": "Price, lowest first",
    "-price": "Price, highest first",
    "mileage": "Mileage, lowest first",
    "-year": "Year, newest first",
    "year": "Year, oldest first",
    "newest": "Just added",
    "distance": "Distance, nearest first",
}

LIST_FILTER = {each.name: each for each in LIST_FILTERS}
NUMBER_FILTER = {each.name: each for each in NUMBER_FILTERS}
BOUND = {name: each for each in NUMBER_FILTERS for name in each.parameters}
