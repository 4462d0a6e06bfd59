"""How filters' values occur together in the stock, by the columns that hold them joined."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import msgspec
import numpy as np
import tantivy
from numpy.typing import NDArray

from carslink.search import columns, schema
from carslink.search.filters import LIST_FILTER
from carslink.search.query import Query
from carslink.search.schema import Group
from carslink.search.snapshot import Snapshot

COUNTED = 65_000
"""Combinations that are counted: more than there are, so that no count is an estimate."""

Counts = NDArray[np.int64]
"""By the code of a combination how many vehicles have it; what comes after the last has none."""

Rows = list[tuple[tuple[str, ...], int]]
"""The combinations of a group's values, and how many vehicles have each."""


@dataclass(frozen=True, eq=False)
class Valued:
    """The values of one filter in a group's column, rising, and by code the place of each in them.

    `heads` are the beginnings of what a facet tells of each.
    """

    values: tuple[str, ...]
    of_code: NDArray[np.intp]
    heads: tuple[bytes, ...]


def valued(group: Group, here: Snapshot) -> tuple[Valued, ...]:
    """Return the values of each filter of a group of list filters."""
    return here.columns.derived(group.field, "valued", partial(_valued, group))


def _valued(group: Group, texts: list[str]) -> tuple[Valued, ...]:
    nothing = (schema.NOTHING,) * len(group.names)
    told = [nothing, *map(schema.values_of, texts[1:])]
    return tuple(_one_valued([values[at] for values in told]) for at in range(len(group.names)))


def _one_valued(by_code: list[str]) -> Valued:
    values = sorted(set(by_code))
    place = {value: at for at, value in enumerate(values)}
    heads = (msgspec.json.encode({"value": value, "count": 0})[:-2] for value in values)
    return Valued(
        tuple(values), np.array([place[value] for value in by_code], np.intp), tuple(heads)
    )


def occurring(found: tantivy.Query, groups: list[Group], here: Snapshot) -> dict[str, Counts]:
    """Return how often each combination of the groups' values occurs, by one evaluation."""
    size = {"size": COUNTED, "segment_size": COUNTED}
    terms = {group.field: {"terms": {"field": group.field, **size}} for group in groups}
    answer = here.searcher.aggregate(found, terms) if groups else {}
    return {group.field: _by_code(group, answer[group.field]["buckets"], here) for group in groups}


def _by_code(group: Group, buckets: list[dict[str, Any]], here: Snapshot) -> Counts:
    codes = _codes(group, here)
    counts = np.zeros(len(codes), np.int64)
    for each in buckets:
        counts[codes[each["key"]]] = each["doc_count"]
    return counts


def _codes(group: Group, here: Snapshot) -> dict[str, int]:
    if number := columns.SPANS.get(group.field):
        return {schema.NOTHING: 0, **{str(edge): at for at, edge in enumerate(number.edges, 1)}}
    return here.columns.derived(
        group.field, "codes", lambda texts: {text: code for code, text in enumerate(texts)}
    )


def rows(group: Group, counts: Counts, here: Snapshot) -> Rows:
    """Return the combinations of a group of list filters that occur, and how often."""
    texts = here.columns.texts(group.field)
    occurring = np.flatnonzero(counts)
    told = zip(occurring.tolist(), counts[occurring].tolist(), strict=True)
    return [(schema.values_of(texts[code]), number) for code, number in told if code]


def counts_key(question: Query, group: Group) -> tuple[str, Query, str]:
    """Return the key under which a snapshot remembers the combinations in a question's answer."""
    return "counts", question, group.field


def fits(group: Group, name: str, query: Query, here: Snapshot) -> NDArray[np.bool_]:
    """Return by code which combinations have what a question asks of a list filter."""
    each = valued(group, here)[group.names.index(name)]
    wanted, unwanted = dict(query.filters).get(name, ()), dict(query.exclude).get(name, ())
    key = ("fits", name, wanted, unwanted, len(each.of_code))
    return here.once(key, lambda: _fits(name, each, query))


def _fits(name: str, each: Valued, query: Query) -> NDArray[np.bool_]:
    good = fitting(name, each.values, query)
    by_value = np.fromiter((value in good for value in each.values), np.bool_, len(each.values))
    by_code: NDArray[np.bool_] = by_value[each.of_code]
    return by_code


def fitting(name: str, values: Iterable[str], query: Query) -> frozenset[str]:
    """Return those of the values that are what a question asks of a list filter."""
    wanted, unwanted = (
        {folded(name, value) for value in dict(listed).get(name, ())}
        for listed in (query.filters, query.exclude)
    )
    plain = {value: folded(name, value) for value in values}
    return frozenset(
        value
        for value, each in plain.items()
        if each not in unwanted and (not wanted or each in wanted)
    )


@lru_cache(20_000)
def folded(name: str, value: str) -> str:
    """Return a value of a list filter as the filter compares it."""
    return value if LIST_FILTER[name].values else schema.folded(value)
