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
from functools import lru_cache
from typing import Any

import msgspec

from carslink.search import schema
from carslink.search.filters import LIST_FILTER, LIST_FILTERS, NUMBER_FILTERS, NumberFilter
from carslink.search.filters import ListFilter as ListFilter
from carslink.search.query import Query
from carslink.search.snapshot import Snapshot
from carslink.search.terms import finding

MOST_VALUES = 500
"""Values of an open filter that are told, those with the most vehicles first."""

COUNTED = 65_000
"""Combinations that are counted: more than there are, so that no count is an estimate."""

POPULAR = 1
"""Filters of a question whose combinations are remembered: others are asked on the way from it."""

Facets = dict[str, bytes]
"""The counts of each facet, as JSON."""

Rows = list[tuple[tuple[str, ...], int]]
"""The combinations of a group's values, and how many vehicles have each."""

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
        question: pool.submit(_combinations, question, tuple(groups), here)
        for question, groups in questions.items()
    }

    def wait() -> Facets:
        counts: dict[str, list[dict[str, Any]]] = {}
        for each in asked:
            rows = counting[each.question].result()[each.group.field]
            counts |= _of_group(each, rows, query)
        told = {facet.name: msgspec.json.encode(counts[facet.name]) for facet in FACETS}
        here.remember(("facets", query), told)
        return told

    return wait


def spans(query: Query, number: NumberFilter, here: Snapshot) -> list[tuple[int, int | None, int]]:
    """Return a number's histogram of what a question finds: from, to, and how many."""
    group = next(each for each in schema.GROUPS if each.names == (number.name,))
    rows = _combinations(query, (group,), here)[group.field]
    counts = _histogram(number, {value: n for (value,), n in rows})
    return [(each["from"], each["to"], each["count"]) for each in counts]


def _asked(group: schema.Group, query: Query) -> _Asked:
    set_ = tuple(name for name in group.names if query.restricts(name))
    question = query
    for name in set_:
        question = question.without(name)
    return _Asked(group, question, set_)


def _combinations(
    question: Query, groups: tuple[schema.Group, ...], here: Snapshot
) -> dict[str, Rows]:
    """Return how often each combination of the groups' values occurs, by one evaluation."""
    known = {group.field: here.known(("rows", question, group.field)) for group in groups}
    if missing := [group for group in groups if known[group.field] is None]:
        size = {"size": COUNTED, "segment_size": COUNTED}
        terms = {group.field: {"terms": {"field": group.field, **size}} for group in missing}
        answer = here.searcher.aggregate(finding(question, here), terms)
        for group in missing:
            rows = _rows(answer[group.field]["buckets"])
            known[group.field] = rows
            if len(question.pairs()) <= POPULAR:
                here.remember(("rows", question, group.field), rows)
    return known


def _rows(buckets: list[dict[str, Any]]) -> Rows:
    return [(schema.values_of(bucket["key"]), bucket["doc_count"]) for bucket in buckets]


def _of_group(asked: _Asked, rows: Rows, query: Query) -> dict[str, list[dict[str, Any]]]:
    """Return the counts of a group's facets, each with the others of the group set."""
    names = asked.group.names
    fits = {name: _fitting(name, query) for name in asked.set_}
    counted: dict[str, list[dict[str, Any]]] = {}
    for at, name in enumerate(names):
        others = [(names.index(other), fits[other]) for other in asked.set_ if other != name]
        counts: dict[str, int] = {}
        for values, number in rows:
            if all(fit(values[place]) for place, fit in others):
                counts[values[at]] = counts.get(values[at], 0) + number
        counts.pop(schema.NOTHING, None)
        filter_ = LIST_FILTER.get(name)
        counted[name] = _listed(counts) if filter_ else _histogram(_NUMBER[name], counts)
    return counted


def _fitting(name: str, query: Query) -> Callable[[str], bool]:
    """Return whether a value fits what a question asks of a list filter."""
    wanted, unwanted = (
        {_folded(name, value) for value in dict(listed).get(name, ())}
        for listed in (query.filters, query.exclude)
    )

    def fits(value: str) -> bool:
        folded = _folded(name, value)
        return folded not in unwanted and (not wanted or folded in wanted)

    return fits


@lru_cache(20_000)
def _folded(name: str, value: str) -> str:
    return value if LIST_FILTER[name].values else schema.folded(value)


_NUMBER = {each.name: each for each in NUMBER_FILTERS}


def _listed(counts: dict[str, int]) -> list[dict[str, Any]]:
    ordered = sorted(counts.items(), key=lambda counted: (-counted[1], counted[0]))
    return [{"value": value, "count": number} for value, number in ordered[:MOST_VALUES]]


def _histogram(each: NumberFilter, counts: dict[str, int]) -> list[dict[str, Any]]:
    return [
        {"from": start, "to": end, "count": counts.get(str(start), 0)}
        for start, end in zip(each.edges, (*each.edges[1:], None), strict=True)
    ]
