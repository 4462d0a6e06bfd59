"""Facet counts, each as if its own filter were not set.

What it costs to count is one evaluation of a question by the index, and then some nanoseconds for
each vehicle found and each column counted. Both are kept few: filters that are used together share
a column of the index that holds their values joined, and number filters have one that names the
span of their histogram. Of a group of filters one evaluation, with all of them left out, tells how
often each combination occurs; from it each facet is counted with the others of its group set.
"""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from typing import Any

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


def count(query: Query, here: Snapshot, pool: Executor) -> Callable[[], Facets]:
    """Begin to count, in the pool, and return a function that waits for the counts."""
    query = replace(query, preferences=(), sort=Query.sort, page=1, page_size=1)
    if (known := here.known(("facets", query))) is not None:
        return lambda: known
    asked = [_asked(group, query) for group in schema.GROUPS]
    questions: dict[Query, list[schema.Group]] = {}
    for each in asked:
        questions.setdefault(each.question, []).append(each.group)
    counting = {
        question: pool.submit(rows, question, groups, here)
        for question, groups in questions.items()
    }

    def wait() -> Facets:
        counts: dict[str, list[dict[str, Any]]] = {}
        for each in asked:
            occurring = counting[each.question].result()[each.group.field]
            counts |= _of_group(each, occurring, query)
        told = {facet.name: msgspec.json.encode(counts[facet.name]) for facet in FACETS}
        here.remember(("facets", query), told)
        return told

    return wait


def count_everything(here: Snapshot) -> None:
    """Have a snapshot remember how the values of all groups occur in all of the stock."""
    rows(Query(), list(schema.GROUPS), here)


def spans(query: Query, number: NumberFilter, here: Snapshot) -> list[tuple[int, int | None, int]]:
    """Return a number's histogram of what a question finds: from, to, and how many."""
    group = next(each for each in schema.GROUPS if each.names == (number.name,))
    occurring = rows(query, [group], here)[group.field]
    counts = _histogram(number, {value: n for (value,), n in occurring})
    return [(each["from"], each["to"], each["count"]) for each in counts]


def _asked(group: schema.Group, query: Query) -> _Asked:
    set_ = tuple(name for name in group.names if query.restricts(name))
    question = query
    for name in set_:
        question = question.without(name)
    return _Asked(group, question, set_)


def rows(
    question: Query, groups: list[schema.Group], here: Snapshot
) -> dict[str, combinations.Rows]:
    """Return how often each combination occurs in a question's answer."""
    known = {group.field: here.known(rows_key(question, group)) for group in groups}
    missing = [group for group in groups if known[group.field] is None]
    if missing:
        known |= combinations.occurring(finding(question, here), missing, here)
        if len(question.pairs()) <= POPULAR:
            for group in missing:
                here.remember(rows_key(question, group), known[group.field])
    return known


def _of_group(
    asked: _Asked, occurring: combinations.Rows, query: Query
) -> dict[str, list[dict[str, Any]]]:
    """Return the counts of a group's facets, each with the others of the group set."""
    names = asked.group.names
    fits = {name: fitting(name, query) for name in asked.set_ if name in LIST_FILTER}
    counted: dict[str, list[dict[str, Any]]] = {}
    for at, name in enumerate(names):
        others = [(names.index(other), fits[other]) for other in asked.set_ if other != name]
        counts: dict[str, int] = {}
        for values, number in occurring:
            if all(fit(values[place]) for place, fit in others):
                counts[values[at]] = counts.get(values[at], 0) + number
        counts.pop(schema.NOTHING, None)
        filter_ = LIST_FILTER.get(name)
        counted[name] = _listed(counts) if filter_ else _histogram(NUMBER_FILTER[name], counts)
    return counted


def _listed(counts: dict[str, int]) -> list[dict[str, Any]]:
    ordered = sorted(counts.items(), key=lambda counted: (-counted[1], counted[0]))
    return [{"value": value, "count": number} for value, number in ordered[:MOST_VALUES]]


def _histogram(each: NumberFilter, counts: dict[str, int]) -> list[dict[str, Any]]:
    return [
        {"from": start, "to": end, "count": counts.get(str(start), 0)}
        for start, end in zip(each.edges, (*each.edges[1:], None), strict=True)
    ]
