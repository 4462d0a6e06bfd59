"""How filters' values occur together in the stock, by the columns that hold them joined."""

from collections.abc import Iterable
from functools import lru_cache

import tantivy

from carslink.search import schema
from carslink.search.filters import LIST_FILTER
from carslink.search.query import Query
from carslink.search.schema import Group
from carslink.search.snapshot import Snapshot

COUNTED = 65_000
"""Combinations that are counted: more than there are, so that no count is an estimate."""

Rows = list[tuple[tuple[str, ...], int]]
"""The combinations of a group's values, and how many vehicles have each."""


def occurring(found: tantivy.Query, groups: list[Group], here: Snapshot) -> dict[str, Rows]:
    """Return how often each combination of the groups' values occurs, by one evaluation."""
    size = {"size": COUNTED, "segment_size": COUNTED}
    terms = {group.field: {"terms": {"field": group.field, **size}} for group in groups}
    answer = here.searcher.aggregate(found, terms) if groups else {}
    return {
        field: [(schema.values_of(each["key"]), each["doc_count"]) for each in told["buckets"]]
        for field, told in answer.items()
    }


def rows_key(question: Query, group: Group) -> tuple[str, Query, str]:
    """Return the key under which a snapshot remembers the combinations in a question's answer."""
    return "rows", question, group.field


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
