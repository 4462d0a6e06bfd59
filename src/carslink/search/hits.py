"""The vehicles on one page of a question's answer, in their order."""

from dataclasses import dataclass
from functools import partial
from itertools import accumulate

import numpy as np
import tantivy

from carslink.search import ground, liked, ordered, ranking, schema, terms
from carslink.search.columns import LISTING, POINT
from carslink.search.found import Found, Places
from carslink.search.near import Near
from carslink.search.query import Query
from carslink.search.snapshot import Snapshot

EACH_POINT = {"size": 200_000, "segment_size": 200_000}
"""More points than there are dealers in the country, by far."""


@dataclass(frozen=True)
class Hits:
    """How many vehicles were found in all; of one page the cards, as JSON, and the miles there."""

    total: int
    cards: tuple[bytes, ...]
    miles: tuple[float | None, ...]


def of(query: Query, found: Found) -> Hits:
    """Return the page that a question asks for."""
    here = found.here
    if query.has_words or (query.sort == "relevance" and not liked.by_columns(query)):
        return here.once(("hits", query), lambda: _hits(query, here))
    return here.once(("hits", query), lambda: _of_rows(query, found))


def total(query: Query, here: Snapshot) -> int:
    """Return how many vehicles a question finds."""
    bare = query.bare()
    return here.once(("total", bare), lambda: _count(bare, here))


def _of_rows(query: Query, found: Found) -> Hits:
    total, places = ordered.page(query, found)
    return Hits(total, _cards(places, found.here), _miles_of_rows(query.near, places, found.here))


def _cards(places: Places, here: Snapshot) -> tuple[bytes, ...]:
    """Return the cards of rows, which tantivy keeps under their listings' ids."""
    ids = here.columns[LISTING][places].tolist()
    if not ids:
        return ()
    one_by_one = [
        (tantivy.Occur.Should, tantivy.Query.term_query(schema.schema(), schema.ID, id_))
        for id_ in ids
    ]  # a set of terms is sought through all terms of the index: five times as long
    asked = tantivy.Query.boolean_query(one_by_one)
    # In an order, though none is asked: scores are not worked out then, and each comes by its id.
    found = here.searcher.search(asked, limit=len(ids), count=False, order_by_field=schema.ID)
    at = dict(found.hits)
    stored = (here.searcher.doc(at[id_]).get_first(schema.CARD) for id_ in ids)
    return tuple(bytes(card) for card in stored if card is not None)


def _miles_of_rows(near: Near | None, places: Places, here: Snapshot) -> tuple[float | None, ...]:
    if near is None:
        return (None,) * len(places)
    miles = ground.miles_of_points(here, near)[here.columns[POINT][places]]
    return tuple(round(each, 1) for each in miles.tolist())


def _hits(query: Query, here: Snapshot) -> Hits:
    first, last = query.span
    if query.sort == "distance" and query.near:
        total, addresses = _nearest(query, query.near, here, first, last)
    elif query.sort == "relevance":
        total, addresses = _best(query, here, first, last)
    else:
        total, addresses = _sorted(query, here, first, last)
    stored = (here.searcher.doc(address).get_first(schema.CARD) for address in addresses)
    cards = tuple(bytes(card) for card in stored if card is not None)
    return Hits(total, cards, _miles(query.near, here, addresses))


def _sorted(
    query: Query, here: Snapshot, first: int, last: int
) -> tuple[int, list[tantivy.DocAddress]]:
    rising = not query.sort.startswith("-") and query.sort != "newest"
    found = here.searcher.search(
        terms.finding(query, here),
        limit=last - first,
        offset=first,
        order_by_field=schema.SORT_KEYS[query.sort.removeprefix("-")],
        order=tantivy.Order.Asc if rising else tantivy.Order.Desc,
    )
    return _total(found), [address for _, address in found.hits]


def _best(
    query: Query, here: Snapshot, first: int, last: int
) -> tuple[int, list[tantivy.DocAddress]]:
    """Cut a page out of the windows that it lies in."""
    addresses: list[tantivy.DocAddress] = []
    total = 0
    begins = range(first // ranking.WINDOW * ranking.WINDOW, last, ranking.WINDOW)
    for begin in begins:
        key = ("window", query.bare(), query.preferences, begin)
        total, window = here.once(key, partial(_window, query, here, begin))
        addresses += window
    return total, addresses[first - begins.start : last - begins.start]


def _window(query: Query, here: Snapshot, begin: int) -> tuple[int, list[tantivy.DocAddress]]:
    searcher = here.searcher
    scored = terms.scoring(query, here)
    if scored is None:
        found = searcher.search(
            terms.finding(query, here),
            limit=ranking.WINDOW,
            offset=begin,
            order_by_field=schema.SORT_KEYS["relevance"],
        )
    else:
        found = searcher.search(
            scored, limit=ranking.WINDOW, offset=begin, weight_by_field=schema.WEIGHT
        )
    addresses = [address for _, address in found.hits]
    order = ranking.varied(searcher.fast_field_values(schema.SELLER, addresses))
    return _total(found), [addresses[place] for place in order]


def _nearest(
    query: Query, near: Near, here: Snapshot, first: int, last: int
) -> tuple[int, list[tantivy.DocAddress]]:
    """Cut a page out of the vehicles by distance: count them point by point, then pass over."""
    found = terms.finding(query, here)
    counts = here.once(("by point", query.bare()), lambda: by_point(here, found))
    points = [point for point in ground.within(here, near) if point in counts]
    ends = list(accumulate(counts[point] for point in points))
    addresses: list[tantivy.DocAddress] = []
    at = int(np.searchsorted(ends, first, side="right"))
    while at < len(points) and len(addresses) < last - first:
        passed = max(0, first - (ends[at] - counts[points[at]]))
        there = here.searcher.search(
            terms.also_at(found, [points[at]]),
            limit=last - first - len(addresses),
            count=False,
            offset=passed,
            order_by_field=schema.SORT_KEYS["relevance"],
        )
        addresses += [address for _, address in there.hits]
        at += 1
    return (ends[-1] if ends else 0), addresses


def by_point(here: Snapshot, found: tantivy.Query) -> dict[str, int]:
    """Return how many vehicles a query finds at each point."""
    asked = {"points": {"terms": {"field": schema.POINT, **EACH_POINT}}}
    buckets = here.searcher.aggregate(found, asked)["points"]["buckets"]
    return {bucket["key"]: bucket["doc_count"] for bucket in buckets}


def _miles(
    near: Near | None, here: Snapshot, addresses: list[tantivy.DocAddress]
) -> tuple[float | None, ...]:
    if near is None:
        return (None,) * len(addresses)
    lat, lon = (
        np.radians(np.array(here.searcher.fast_field_values(name, addresses), dtype=np.float64))
        for name in (schema.LAT, schema.LON)
    )
    return tuple(round(float(miles), 1) for miles in ground.miles_to(near, lat, lon))


def _count(query: Query, here: Snapshot) -> int:
    if query.has_words:
        return _total(here.searcher.search(terms.finding(query, here), limit=1))
    return len(Found(query, here).places)


def _total(found: tantivy.SearchResult) -> int:
    total: int = found.count  # type: ignore[attr-defined]  # its type stub forgets it
    return total
