"""The order of rows that were found, and the page that is cut out of it."""

from functools import partial

import numpy as np

from carslink.search import ground, liked, ranking, schema
from carslink.search.columns import CREATED, LISTING, POINT, SELLER, STANDING
from carslink.search.found import Found, Places
from carslink.search.liked import Scores
from carslink.search.near import Near
from carslink.search.query import Query
from carslink.search.snapshot import Snapshot

SORTED_BY = {
    "price": "price",
    "mileage": "mileage",
    "year": "year",
    "newest": CREATED,
    "relevance": STANDING,
}


def page(query: Query, found: Found) -> tuple[int, Places]:
    """Return how many rows were found, and those of the page that a question asks for."""
    first, last = query.span
    if query.sort == "distance" and query.near:
        places = _nearest(found, query.near, first, last)
    elif query.sort == "relevance":
        return _best(query, found, first, last)
    else:
        places = _sorted(found.places, query.sort, first, last, found.here)
    return len(found.places), places


def _best(query: Query, found: Found, first: int, last: int) -> tuple[int, Places]:
    """Cut a page out of the windows that it lies in."""
    begins = range(first // ranking.WINDOW * ranking.WINDOW, last, ranking.WINDOW)
    total, windows = 0, []
    for begin in begins:
        key = ("window of rows", query.bare(), query.preferences, begin)
        total, window = found.here.once(key, partial(_window, found, begin))
        windows.append(window)
    return total, np.concatenate(windows)[first - begins.start : last - begins.start]


def _window(found: Found, begin: int) -> tuple[int, Places]:
    end = begin + ranking.WINDOW
    if (scores := liked.scores(found.query, found)) is None:
        places = _sorted(found.places, "relevance", begin, end, found.here)
    else:
        places = _best_scored(found.places, scores, begin, end, found.here)
    order = ranking.varied(found.here.columns[SELLER][places].tolist())
    return len(found.places), places[order]


def _best_scored(places: Places, scores: Scores, first: int, last: int, here: Snapshot) -> Places:
    """Return the rows from one place of the order of their scores to another."""
    if last < len(places):
        limit = np.partition(scores, len(scores) - last)[-last]
        among_them = np.flatnonzero(scores >= limit)
        places, scores = places[among_them], scores[among_them]
    return places[np.lexsort((-here.columns[LISTING][places], -scores))][first:last]


def _sorted(places: Places, sort: str, first: int, last: int, here: Snapshot) -> Places:
    """Return the rows from one place of an order to another."""
    by = SORTED_BY[sort.removeprefix("-")]
    falling = sort.startswith("-") or sort in ("newest", "relevance")
    if last < len(places):
        # First by the values alone, which leaves few for the order of the equal.
        values = here.columns[by][places]
        at = len(values) - last if falling else last - 1
        limit = np.partition(values, at)[at]
        places = places[values >= limit if falling else values <= limit]
    keys = _keys(places, by, here)
    return places[np.argsort(-keys if falling else keys)][first:last]


def _keys(places: Places, by: str, here: Snapshot) -> Places:
    """Return numbers that sort rows by a value, and by the listing's id where it is equal."""
    values = here.columns[by][places].astype(np.int64)
    return schema.sort_key(values, here.columns[LISTING][places])


def _nearest(found: Found, near: Near, first: int, last: int) -> Places:
    """Return the rows from one place of the order of distance to another: points, the nearest
    first, and on each its vehicles by their standing."""
    here = found.here
    codes = ground.nearest(here, near)
    rank_of = np.zeros(len(ground.points(here).terms), np.int64)
    rank_of[codes] = np.arange(len(codes))
    ranks = rank_of[here.columns[POINT][found.places]]
    ends = np.cumsum(np.bincount(ranks, minlength=len(codes)))
    from_rank, to_rank = np.searchsorted(ends, (first, last - 1), side="right")
    chosen = np.flatnonzero((ranks >= from_rank) & (ranks <= to_rank))
    places, ranks = found.places[chosen], ranks[chosen]
    order = np.lexsort((-_keys(places, STANDING, here), ranks))
    passed = int(ends[from_rank - 1]) if from_rank else 0
    return places[order][first - passed : last - passed]
