"""What vehicles like one ask, so that a price can be judged: from the figures, or not at all."""

from dataclasses import dataclass

from carslink.api.refusals import Unavailable
from carslink.search import figures
from carslink.search.query import Query
from carslink.stock.models import Listing

ENOUGH = 8
"""Vehicles from which on a comparison says something."""

YEARS = 1
"""How many years older or newer another may be."""

TRACK = 1_000
MARK = 8  # of the track, as wide as the drawing has it


@dataclass(frozen=True)
class Market:
    """Prices in pounds, and where the middle half and this vehicle stand on a track of 1,000."""

    count: int
    years: str
    least: float
    quarter: float
    three_quarters: float
    most: float
    left: int
    width: int
    here: int


def of(listing: Listing) -> Market | None:
    """Return what others of the model and about the year ask; None where they are too few."""
    first, last = listing.year - YEARS, listing.year + YEARS
    others = Query(
        filters=(
            ("vehicle_type", (listing.vehicle_type,)),
            ("make", (listing.make,)),
            ("model", (listing.model,)),
        ),
        numbers=(("year_min", first), ("year_max", last)),
    )
    try:
        found = figures.of(others)
    except Unavailable:
        return None
    if found is None or found.count < ENOUGH or found.price.least == found.price.most:
        return None
    price = found.price

    def at(value: float) -> int:
        share = (value - price.least) / (price.most - price.least)
        return round(TRACK * min(1.0, max(0.0, share)))

    left = at(price.quarter)
    return Market(
        count=found.count,
        years=_span(found.year.least, found.year.most),
        least=price.least,
        quarter=price.quarter,
        three_quarters=price.three_quarters,
        most=price.most,
        left=left,
        width=max(MARK, at(price.three_quarters) - left),
        here=min(at(float(listing.price)), TRACK - MARK),
    )


def _span(first: float, last: float) -> str:
    return f"of {first:.0f}" if first == last else f"from {first:.0f} to {last:.0f}"
