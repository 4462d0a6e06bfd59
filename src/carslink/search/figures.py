"""What a question's vehicles ask, how old they are and how far they have been driven.

Counted by the index, exactly: years and prices value by value, miles by the thousand. Remembered
for as long as the index stays as it is.
"""

from dataclasses import dataclass
from typing import Any

from carslink.search import snapshot
from carslink.search.combinations import COUNTED
from carslink.search.query import Query
from carslink.search.snapshot import Snapshot
from carslink.search.terms import finding

MILES_STEP = 1_000
PENCE = 100


@dataclass(frozen=True)
class Spread:
    """A number across vehicles: the least and the most, the median, and the middle half."""

    least: float
    quarter: float
    median: float
    three_quarters: float
    most: float


@dataclass(frozen=True)
class Figures:
    """How many vehicles, and their prices in pounds, years, and miles to the thousand."""

    count: int
    price: Spread
    year: Spread
    mileage: Spread


def of(query: Query) -> Figures | None:
    """Return the figures of what a question finds; None where that is nothing.

    Raises Unavailable while there is no index.
    """
    here = snapshot.latest()
    return here.once(("figures", query), lambda: (_counted(query, here),))[0]


def _counted(query: Query, here: Snapshot) -> Figures | None:
    terms = {"size": COUNTED, "segment_size": COUNTED}
    asked: dict[str, Any] = {
        "price": {"terms": {"field": "price", **terms}},
        "year": {"terms": {"field": "year", **terms}},
        "mileage": {"histogram": {"field": "mileage", "interval": MILES_STEP, "min_doc_count": 1}},
    }
    answer = here.searcher.aggregate(finding(query, here), asked)
    spreads = {name: _spread(told["buckets"]) for name, told in answer.items()}
    price, year, mileage = (spreads[name] for name in ("price", "year", "mileage"))
    if price is None or year is None or mileage is None:
        return None
    count = sum(bucket["doc_count"] for bucket in answer["year"]["buckets"])
    return Figures(count, _scaled(price, PENCE), year, mileage)


def _spread(buckets: list[dict[str, Any]]) -> Spread | None:
    """Return the spread of counted values: of an even number, the lower of the middle two."""
    counted = sorted((bucket["key"], bucket["doc_count"]) for bucket in buckets)
    total = sum(count for _, count in counted)
    if not total:
        return None
    return Spread(*(_at(counted, share, total) for share in (0, 0.25, 0.5, 0.75, 1)))


def _at(counted: list[tuple[float, int]], share: float, total: int) -> float:
    """Return the value below which this share of the vehicles lies, or at which it ends."""
    wanted, passed = max(1, share * total), 0
    for value, count in counted:
        passed += count
        if passed >= wanted:
            return value
    return counted[-1][0]


def _scaled(spread: Spread, scale: int) -> Spread:
    values = (spread.least, spread.quarter, spread.median, spread.three_quarters, spread.most)
    return Spread(*(value / scale for value in values))
