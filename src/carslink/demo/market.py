"""The deterministic market: its dealers, and what each has for sale on any day of a year.

A dealer's stock is a row of slots. The vehicle in a slot is sold one day and another takes its
place, so that the stock keeps its size; about 3 % are sold and 3 % new a day. A vehicle's price
changes on about one day in twenty, mostly downwards. Everything follows from the seed: no state is
kept, dealers may be asked in any order, and a day costs no more than the slots' history to it.
"""

from bisect import bisect
from collections.abc import Iterator
from typing import Any

from carslink.demo.chance import Draw, number_of, stream
from carslink.demo.dealers import dealer_of, franchise_of
from carslink.demo.faults import FAULTY, spoil
from carslink.demo.plan import (
    GENERATIONS,
    MOST_DAYS,
    MOST_PER_DEALER,
    MOST_VEHICLES,
    Market,
    Place,
    plan_of,
)
from carslink.demo.vehicles import Numbers, Seller, habit_of, listing_of

__all__ = [
    "MOST_DAYS",
    "MOST_PER_DEALER",
    "MOST_VEHICLES",
    "Market",
    "dealer_of",
    "stock_of",
    "stock_size",
]

Listing = dict[str, Any]

SOLD_A_DAY = 0.03
REPRICED_A_DAY = 0.05


def _days_until(chance: float) -> list[float]:
    """Return how likely something that happens with a chance each day has happened by day 1, 2 …"""
    totals, not_yet = [], 1.0
    for _ in range(MOST_DAYS):
        not_yet *= 1 - chance
        totals.append(1 - not_yet)
    return totals


_SOLD_BY = _days_until(SOLD_A_DAY)
_REPRICED_BY = _days_until(REPRICED_A_DAY)


def stock_size(market: Market, dealer_index: int) -> int:
    """Return how many vehicles a dealer has, the same every day."""
    return plan_of(market).place(dealer_index).size


def stock_of(market: Market, dealer_index: int, day: int) -> list[Listing]:
    """Return a dealer's listings on a day, as the contract's listing objects.

    Day 0 is the first; the whole market has exactly `market.vehicles` on each. Raises ValueError
    for a day after `MOST_DAYS`, IndexError for a dealer that the market does not have.
    """
    if not 0 <= day <= MOST_DAYS:
        raise ValueError(f"day must be from 0 to {MOST_DAYS}, not {day}")
    place = plan_of(market).place(dealer_index)
    seller = _seller(market, dealer_index, place)
    return [
        _listing(market, dealer_index, seller, place, slot, arrived, generation, day)
        for slot, (arrived, generation) in enumerate(_arrivals(market, dealer_index, place, day))
    ]


def _seller(market: Market, dealer_index: int, place: Place) -> Seller:
    return Seller(
        kind=place.kind,
        make=franchise_of(market, dealer_index),
        area=place.town.area,
        website=dealer_of(market, dealer_index)["website"],
        image_base=market.image_base,
        habit=habit_of(stream(market.seed, "habit", dealer_index)),
        salt=number_of(market.seed, "salt", dealer_index) % 100_000,
        mark_offset=number_of(market.seed, "marks", place.town.area) % 1_000_000,
    )


def _arrivals(
    market: Market, dealer_index: int, place: Place, day: int
) -> Iterator[tuple[int, int]]:
    """Yield for each slot the day on which its vehicle came, and how many it had before."""
    if day == 0:
        yield from ((0, 0) for _ in range(place.size))
        return
    for slot in range(place.size):
        draw = stream(market.seed, "sales", dealer_index, slot)
        arrived = generation = 0
        while (sold := arrived + _wait(_SOLD_BY, draw)) <= day:
            arrived, generation = sold, generation + 1
        yield arrived, generation


def _listing(
    market: Market,
    dealer_index: int,
    seller: Seller,
    place: Place,
    slot: int,
    arrived: int,
    generation: int,
    day: int,
) -> Listing:
    in_area = place.before_in_area + slot
    serial = (place.before + slot) * GENERATIONS + generation % GENERATIONS
    numbers = Numbers(
        source=slot * GENERATIONS + generation,
        mark=in_area * place.generations + generation % place.generations,
        vin=serial,
    )
    draw = stream(market.seed, "vehicle", dealer_index, slot, generation)
    listing: Listing = listing_of(seller, numbers, draw)
    if arrived < day:
        prices = stream(market.seed, "price", dealer_index, slot, generation)
        listing["price"] = _price_on(listing["price"], day - arrived, prices)
    if market.faults and draw() < FAULTY:
        spoil(listing, draw)
    return listing


def _price_on(price: int, days: int, draw: Draw) -> int:
    """Return the price after days on sale: a round step of £10 to £500 down, seldom up."""
    step = 10 if price < 1_500 else 50 if price < 5_000 else 100 if price < 15_000 else 250
    repriced = _wait(_REPRICED_BY, draw)
    while repriced <= days:
        change = step * (1 + int(draw() * 4))
        dearer = draw() < 0.15
        # Nobody gives a vehicle away: after long reductions the price goes up again.
        price += change if dearer or price - change < 400 else -change
        repriced += _wait(_REPRICED_BY, draw)
    return price


def _wait(totals: list[float], draw: Draw) -> int:
    """Return the days, at least one, until something happens; beyond the year, the year and one."""
    return 1 + bisect(totals, draw())
