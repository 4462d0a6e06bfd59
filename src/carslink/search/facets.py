"""Facet counts, each as if its own filter were not set.

What it costs to count is one evaluation of a question by the index, and then some nanoseconds for
each vehicle found and each column counted. Both are kept few: filters that are used together share
a column of the index that holds their values joined, and number filters have one that names the
span of their histogram. Of a group of filters one evaluation, with all of them left out, tells how
often each combination occurs; from it each facet is counted with the others of its group set.
"""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cache

import msgspec

from carslink.search import combinations, schema
from carslink.search.combinations import fitting, rows_key
from carslink.search.filters import (
    LIST_FILTER,
    LIST_FILTERS,
    NUMBER_FILTER,
    NUMBER_FILTERS,
    ListFilter,
    NumberFilter,
)
from carslink.search.found import Found, rows_at
from carslink.search.query import Query
from carslink.search.snapshot import Snapshot
from carslink.search.terms import finding

MOST_VALUES = 500
"""Values of an open filter that are told, those with the most vehicles first."""

POPULAR = 1
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
    occurring = _by_words(asked, here, pool) if bare.has_words else _by_filters(asked, found)

    def wait() -> Facets:
        counts: dict[str, bytes] = {}
        for each in asked:
            counts |= _of_group(each, occurring(each), bare)
        told = {facet.name: counts[facet.name] for facet in FACETS}
        here.remember(("facets", bare), told)
        return told

    return wait


def _by_words(
    asked: list[_Asked], here: Snapshot, pool: Executor
) -> Callable[[_Asked], combinations.Rows]:
    """Begin to count what words find, which the index tells by an evaluation a question."""
    questions: dict[Query, list[schema.Group]] = {}
    for each in asked:
        questions.setdefault(each.question, []).append(each.group)
    counting = {
        question: pool.submit(rows, question, groups, here)
        for question, groups in questions.items()
    }
    return lambda each: counting[each.question].result()[each.group.field]


def _by_filters(asked: list[_Asked], found: Found) -> Callable[[_Asked], combinations.Rows]:
    """Count what filters find in the rows that are found for the page as well."""

    def occurring(each: _Asked) -> combinations.Rows:
        if len(each.question.pairs()) <= POPULAR:
            return rows(each.question, [each.group], found.here)[each.group.field]
        return found.rows(each.group)

    return occurring


def spans(query: Query, number: NumberFilter, here: Snapshot) -> list[tuple[int, int | None, int]]:
    """Return a number's histogram of what a question finds: from, to, and how many."""
    group = next(each for each in schema.GROUPS if each.names == (number.name,))
    counts = {value: n for (value,), n in rows(query, [group], here)[group.field]}
    return [(start, end, counts.get(str(start), 0)) for start, end in _edges(number)]


def _asked(group: schema.Group, query: Query) -> _Asked:
    set_ = tuple(name for name in group.names if query.restricts(name))
    return _Asked(group, query.without(*set_), set_)


def rows(
    question: Query, groups: list[schema.Group], here: Snapshot
) -> dict[str, combinations.Rows]:
    """Return how often each combination occurs in a question's answer."""
    known = {group.field: here.known(rows_key(question, group)) for group in groups}
    missing = [group for group in groups if known[group.field] is None]
    if missing and question.has_words:
        known |= combinations.occurring(finding(question, here), missing, here)
    elif missing:
        places = Found(question, here).places
        known |= {group.field: rows_at(places, group, here) for group in missing}
    if len(question.pairs()) <= POPULAR:
        for group in missing:
            here.remember(rows_key(question, group), known[group.field])
    return known


def _of_group(asked: _Asked, occurring: combinations.Rows, query: Query) -> Facets:
    """Return the counts of a group's facets, each with the others of the group set."""
    names = asked.group.names
    fits = {
        at: fitting(name, {values[at] for values, _ in occurring}, query)
        for at, name in enumerate(names)
        if name in asked.set_ and name in LIST_FILTER
    }
    told: Facets = {}
    for at, name in enumerate(names):
        others = [(place, fit) for place, fit in fits.items() if place != at]
        counts: Counter[str] = Counter()
        for values, number in occurring:
            if not others or all(values[place] in fit for place, fit in others):
                counts[values[at]] += number
        del counts[schema.NOTHING]
        told[name] = _listed(counts) if name in LIST_FILTER else _histogram(name, counts)
    return told


class _Counted(msgspec.Struct):
    value: str
    count: int


def _listed(counts: Counter[str]) -> bytes:
    ordered = sorted(counts.items(), key=lambda counted: (-counted[1], counted[0]))
    return msgspec.json.encode([_Counted(*counted) for counted in ordered[:MOST_VALUES]])


def _histogram(name: str, counts: Counter[str]) -> bytes:
    return b"[%b]" % b",".join(
        b'%b,"count":%d}' % (span, counts[start]) for start, span in _span_starts(name)
    )


@cache
def _span_starts(name: str) -> list[tuple[str, bytes]]:
    """Return where each span of a histogram begins, and the beginning of what is told of it."""
    return [
        (str(start), msgspec.json.encode({"from": start, "to": end})[:-1])
        for start, end in _edges(NUMBER_FILTER[name])
    ]


def _edges(number: NumberFilter) -> list[tuple[int, int | None]]:
    """Return where each span begins and ends; the last has no end."""
    return list(zip(number.edges, (*number.edges[1:], None), strict=True))
