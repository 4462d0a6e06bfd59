"""Facet counts: one aggregation for all filters that are not in use, and one for each that is."""

from collections.abc import Iterator
from typing import Any

import tantivy

from carslink.search.filters import LIST_FILTERS, NUMBER_FILTERS, ListFilter, NumberFilter
from carslink.search.query import Query
from carslink.search.terms import to_tantivy

MOST_VALUES = 500
"""Values of an open filter that are told, those with the most vehicles first."""

COUNTED = 65_000
"""Values that are counted in each segment before the most frequent are chosen: more than there
are makes or models, so that no count is an estimate."""

Facets = dict[str, list[dict[str, Any]]]

FACETS: tuple[ListFilter | NumberFilter, ...] = (
    *(each for each in LIST_FILTERS if each.has_facet),
    *(each for each in NUMBER_FILTERS if each.edges),
)


def count(searcher: tantivy.Searcher, query: Query) -> Facets:
    """Return the counts of every facet, each as if its own filter were not set."""
    counted: Facets = {}
    for question, asked in _evaluations(query):
        answer = searcher.aggregate(
            to_tantivy(question), {each.name: _aggregation(each) for each in asked}
        )
        for each in asked:
            counted[each.name] = _counts(each, answer[each.name]["buckets"])
    return {each.name: counted[each.name] for each in FACETS}


def _evaluations(query: Query) -> Iterator[tuple[Query, list[ListFilter | NumberFilter]]]:
    """Yield the questions to evaluate: the cost is per question, not per facet."""
    yield query, [each for each in FACETS if not query.restricts(each.name)]
    for each in FACETS:
        if query.restricts(each.name):
            yield query.without(each.name), [each]


def _aggregation(each: ListFilter | NumberFilter) -> dict[str, Any]:
    if isinstance(each, ListFilter):
        size = {"size": MOST_VALUES, "segment_size": COUNTED}
        return {"terms": {"field": each.name, **size}}
    ranges = [
        {"from": start * each.scale} | ({} if end is None else {"to": end * each.scale})
        for start, end in _spans(each)
    ]
    return {"range": {"field": each.name, "ranges": ranges}}


def _counts(each: ListFilter | NumberFilter, buckets: list[dict[str, Any]]) -> list[dict[str, Any]]:
    if isinstance(each, ListFilter):
        counts = [{"value": bucket["key"], "count": bucket["doc_count"]} for bucket in buckets]
        return sorted(counts, key=lambda count: (-count["count"], count["value"]))
    found = {bucket.get("from", 0) / each.scale: bucket["doc_count"] for bucket in buckets}
    return [{"from": start, "to": end, "count": found.get(start, 0)} for start, end in _spans(each)]


def _spans(each: NumberFilter) -> Iterator[tuple[int, int | None]]:
    """Yield where each bucket begins and ends; the last has no end."""
    yield from zip(each.edges, (*each.edges[1:], None), strict=True)
