"""A market of any size for the measurements of search: listings in memory, an index, a table.

A million vehicles pushed over HTTP would measure the door. Here the demo's listings go through the
contract's check and become the same documents that the indexer makes of them.
"""

import random
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from carslink.demo.market import Market, dealer_of, stock_of

PER_DEALER = 76  # a million vehicles at 13,000 dealers
SEED = 1
DEALERS_AHEAD = 400
SPAN = timedelta(days=90)
"""The time within which the listings came in."""

Values = dict[str, Any]
Stock = tuple[dict[str, str], list[Values]]


def market(vehicles: int) -> Market:
    """Return the market of so many vehicles."""
    return Market(seed=SEED, dealers=max(1, vehicles // PER_DEALER), vehicles=vehicles)


def checked_stock(vehicles: int, dealer: int) -> Stock:
    """Return a dealer's profile, and its listings as the contract leaves them."""
    from carslink.stock import contract

    made = market(vehicles)
    checked = [contract.check(listing).values for listing in stock_of(made, dealer, 0)]
    return dealer_of(made, dealer), [{**each, "source_id": None} for each in checked]


def stocks(vehicles: int, processes: int = 2) -> Iterator[Stock]:
    """Yield every dealer's stock, made by several processes."""
    dealers = market(vehicles).dealers
    with ProcessPoolExecutor(processes) as pool:
        for begin in range(0, dealers, DEALERS_AHEAD):  # memory holds no more than these
            some = range(begin, min(begin + DEALERS_AHEAD, dealers))
            yield from pool.map(checked_stock, [vehicles] * len(some), some, chunksize=10)


def listings(vehicles: int) -> Iterator[Any]:
    """Yield every listing, unsaved, with its dealer, numbered from 1."""
    from carslink import places
    from carslink.dealers.models import Dealer
    from carslink.stock.models import Listing

    dice = random.Random(SEED)
    began = datetime(2026, 9, 1, tzinfo=UTC)
    numbers = count(1)
    for number, (profile, stock) in enumerate(stocks(vehicles), 1):
        place = places.lookup(profile["postcode"])
        dealer = Dealer(
            pk=number,
            slug=f"dealer-{number}",
            name=profile["name"],
            town=profile["town"],
            location=place.town if place else "",
            region=place.region if place else "",
            latitude=place.lat if place else None,
            longitude=place.lon if place else None,
        )
        for values in stock:
            created = began + SPAN * dice.random()
            made = Listing(pk=next(numbers), dealer=dealer, created_at=created, **values)
            made._state.fields_cache["pictures"] = None  # none are kept: no database to ask
            yield made


def build_index(folder: Path, vehicles: int, also: Callable[[Any], None] = lambda _: None) -> None:
    """Build an index of the market in a data folder's place for it; `also` sees each listing."""
    from carslink.search import index
    from carslink.search.documents import document
    from carslink.search.rows import Rows
    from carslink.stock.changes import Position

    folder.mkdir(parents=True)
    path, made = index.create(folder)
    rows = Rows(path, 0, 0)
    writer = made.writer(heap_size=200_000_000, num_threads=1)
    for listing in listings(vehicles):
        writer.add_document(document(listing))
        rows.put(listing)
        also(listing)
    cursor = index.Cursor(Position(), uuid.uuid4(), 0, rows.commit, rows.used)
    index.write_cursor(writer, cursor)
    rows.flush()
    writer.commit()
    writer.wait_merging_threads()
    index.publish(folder, path)
