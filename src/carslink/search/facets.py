"""Facet counts, each as if its own filter were not set.

What it costs to count is one evaluation of a question, and then some nanoseconds for each vehicle
found and each column counted. Both are kept few: filters that are used together share a column that
holds their values joined, and number filters have one that names the span of their histogram. Of a
group of filters one evaluation, with all of them left out, tells how often each combination occurs;
from it each facet is counted with the others of its group set. Questions of filters and usual
words are evaluated by `found.py`, those with other words by tantivy.
"""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cache

import msgspec
import numpy as np

from carslink.search import combinations, schema
from carslink.search.columns import SPANS
from carslink.search.combinations import Counts, Valued, counts_key
from carslink.search.filters import (
    LIST_FILTERS,
    NUMBER_FILTERS,
    ListFilter,
    NumberFilter,
)
from carslink.search.found import Found
from carslink.search.query import Query
from carslink.search.snapshot import Snapshot
from carslink.search.terms import finding

MOST_VALUES = 500
"""Values of an open filter that are told, those with the most vehicles first."""

POPULAR = 2
"""Filters of a question whose combinations are remembered: others are asked on the way from it."""

Facets = dict[str, bytes]
"""The counts of each facet, as JSON."""

FACETS: tuple[ListFilter | NumberFilter, ...] = (
    *(each for each in LIST_FILTERS if each.has_facet),
    *(each for each in NUMBER_FILTERS if each.edges),
)


@dataclass(frozen=True)
class _Asked:
    """A group whose counts are wanted: of which question, and which of its filters are set."""

    group: schema.Group
    question: Query
    set_: tuple[str, ...]


def count(query: Query, found: Found, pool: Executor) -> Callable[[], Facets]:
    """Begin to count, in the pool, and return a function that waits for the counts."""
    here, bare = found.here, query.bare()
    if (known := here.known(("facets", bare))) is not None:
        return lambda: known
    asked = [_asked(group, bare) for group in schema.GROUPS]
    counted = _by_words(asked, here, pool) if bare.has_words else _by_filters(asked, found)

    def wait() -> Facets:
        counts: dict[str, bytes] = {}
        for each in asked:
            counts |= _of_group(each, counted(each), bare, here)
        told = {facet.name: counts[facet.name] for facet in FACETS}
        here.remember(("facets", bare), told)
        return told

    return wait


def _by_words(asked: list[_Asked], here: Snapshot, pool: Executor) -> Callable[[_Asked], Counts]:
    """Begin to count what unusual words find, which the index tells by an evaluation a question."""
    questions: dict[Query, list[schema.Group]] = {}
    for each in asked:
        questions.setdefault(each.question, []).append(each.group)
    counting = {
        question: pool.submit(occurring, question, groups, here)
        for question, groups in questions.items()
    }
    return lambda each: counting[each.question].result()[each.group.field]


def _by_filters(asked: list[_Asked], found: Found) -> Callable[[_Asked], Counts]:
    """Count what filters and usual words find in the rows that are found for the page as well."""

    def counted(each: _Asked) -> Counts:
        key = counts_key(each.question, each.group)
        if each.question.asks > POPULAR:
            return found.counts(each.group)
        return found.here.once(key, lambda: found.counts(each.group))

    return counted


def spans(query: Query, number: NumberFilter, here: Snapshot) -> list[tuple[int, int | None, int]]:
    """Return a number's histogram of what a question finds: from, to, and how many."""
    group = schema.GROUP_OF[number.name]
    counts = _of_spans(number, occurring(query, [group], here)[group.field])
    return [(*edges, n) for edges, n in zip(_edges(number), counts, strict=True)]


def _asked(group: schema.Group, query: Query) -> _Asked:
    set_ = tuple(name for name in group.names if query.restricts(name))
    return _Asked(group, query.without(*set_), set_)


def occurring(question: Query, groups: list[schema.Group], here: Snapshot) -> dict[str, Counts]:
    """Return by code how often each combination occurs in a question's answer."""
    known = {group.field: here.known(counts_key(question, group)) for group in groups}
    missing = [group for group in groups if known[group.field] is None]
    if missing and question.has_words:
        known |= combinations.occurring(finding(question, here), missing, here)
    elif missing:
        found = Found(question, here)
        known |= {group.field: found.counts(group) for group in missing}
    if question.asks <= POPULAR:
        for group in missing:
            here.remember(counts_key(question, group), known[group.field])
    return known


def _of_group(asked: _Asked, counts: Counts, query: Query, here: Snapshot) -> Facets:
    """Return the counts of a group's facets, each with the others of the group set."""
    if number := SPANS.get(asked.group.field):
        return {number.name: _histogram(number, counts)}
    names = asked.group.names
    fits = {
        name: combinations.fits(asked.group, name, query, here)[: len(counts)]
        for name in asked.set_
    }
    told: Facets = {}
    for name, valued in zip(names, combinations.valued(asked.group, here), strict=True):
        others = counts
        for other, fit in fits.items():
            if other != name:
                others = others * fit
        told[name] = _listed(valued, others)
    return told


def _listed(valued: Valued, counts: Counts) -> bytes:
    """Return the counts of a list filter, the most frequent value first."""
    # As floating point numbers weights are exact up to 2^53.
    totals = np.bincount(valued.of_code[: len(counts)], counts)
    totals[:1] = 0  # of `NOTHING`, which is the first of all values
    occurring = np.flatnonzero(totals)
    ordered = occurring[np.argsort(-totals[occurring], kind="stable")][:MOST_VALUES]
    told = zip(ordered.tolist(), totals[ordered].tolist(), strict=True)
    return b"[%b]" % b",".join([b"%b%d}" % (valued.heads[at], count) for at, count in told])


def _histogram(number: NumberFilter, counts: Counts) -> bytes:
    told = zip(_span_heads(number), _of_spans(number, counts), strict=True)
    return b"[%b]" % b",".join(b"%b%d}" % each for each in told)


def _of_spans(number: NumberFilter, counts: Counts) -> list[int]:
    """Return how many there are in each span of a histogram; their codes begin at 1."""
    padded = np.zeros(len(number.edges) + 1, np.int64)
    padded[: len(counts)] = counts
    told: list[int] = padded[1:].tolist()
    return told


@cache
def _span_heads(number: NumberFilter) -> list[bytes]:
    """Return the beginnings of what is told of each span."""
    return [
        msgspec.json.encode({"from": start, "to": end, "count": 0})[:-2]
        for start, end in _edges(number)
    ]


def _edges(number: NumberFilter) -> list[tuple[int, int | None]]:
    """Return where each span begins and ends; the last has no end."""
    return list(zip(number.edges, (*number.edges[1:], None), strict=True))
