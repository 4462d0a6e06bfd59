"""When nothing is found: what lies nearest, each with how many it would find."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from carslink.search import chips, facets, hits, snapshot
from carslink.search.filters import BOUND
from carslink.search.near import around
from carslink.search.query import Query, shown
from carslink.search.snapshot import Snapshot

MOST = 6
"""Ways out that are told."""

MOST_CHIPS = 8
"""Things asked for that are tried without: a question with more is past helping."""

_WIDER = (10, 20, 30, 50, 75, 100, 150, 200, 300, 500)  # miles


@dataclass(frozen=True)
class Relaxation:
    """A question that asks a little less, what it does without or asks instead, and its count."""

    label: str
    query: Query
    count: int


def of(query: Query) -> list[Relaxation]:
    """Return what would find something, the least change first.

    First come bounds moved as far as the nearest vehicle, and a wider circle; then the question
    without one thing, the most found first; and only where none of that finds anything, without
    two. Raises Unavailable while there is no index.
    """
    here = snapshot.latest()
    found = _counted(_moved(query, here), here)
    found += sorted(_counted(_without_one(query), here), key=lambda each: -each.count)
    if not found:
        found = sorted(_counted(_without_two(query), here), key=lambda each: -each.count)
    return found[:MOST]


def _counted(tried: Iterator[tuple[str, Query]], here: Snapshot) -> list[Relaxation]:
    counted = (Relaxation(label, query, hits.total(query, here)) for label, query in tried)
    return [each for each in counted if each.count]


def _moved(query: Query, here: Snapshot) -> Iterator[tuple[str, Query]]:
    """Yield the question with each bound where the nearest vehicle is, and with a wider circle."""
    for name, units in query.numbers:
        if (bound := _nearest_bound(query, name, units, here)) is not None:
            numbers = tuple((each, bound if each == name else old) for each, old in query.numbers)
            label = chips.bound_label(name, shown(BOUND[name], bound))
            yield label, replace(query, numbers=numbers, page=1)
    near = query.near
    if near is None:
        return
    for miles in _WIDER:
        wider = replace(near, miles=miles)
        asked = replace(query, near=wider, page=1)
        if miles > near.miles and hits.total(asked, here):
            yield around(wider), asked
            return


def _nearest_bound(query: Query, name: str, units: int, here: Snapshot) -> int | None:
    """Return where the facet first has vehicles beyond a bound, in units of the index."""
    number = BOUND[name]
    if not number.edges:
        return None
    free = replace(query, numbers=tuple(pair for pair in query.numbers if pair[0] != name))
    spans = facets.spans(free, number, here)
    if name.endswith("_max"):
        ends = (end * number.scale for _, end, count in spans if count and end is not None)
        return next((end for end in ends if end > units), None)
    starts = (start * number.scale for start, _, count in reversed(spans) if count)
    return next((start for start in starts if start < units), None)


def _without_one(query: Query) -> Iterator[tuple[str, Query]]:
    for chip in chips.of(query)[:MOST_CHIPS]:
        yield f"Without {_quoted(chip)}", chip.without


def _without_two(query: Query) -> Iterator[tuple[str, Query]]:
    asked = chips.of(query)[:MOST_CHIPS]
    for one, other in combinations(range(len(asked)), 2):
        # The second is taken away from what the first leaves, where it stands one place earlier.
        left = chips.of(asked[one].without)[other - 1]
        yield f"Without {_quoted(asked[one])} and {_quoted(left)}", left.without


def _quoted(chip: chips.Chip) -> str:
    return f"“{'not ' if chip.negated else ''}{chip.label}”"
