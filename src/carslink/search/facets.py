"""Facet counts: one aggregation for all filters that are not in use, and one for each that is."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import msgspec

from carslink.search.filters import LIST_FILTERS, NUMBER_FILTERS, ListFilter, NumberFilter
from carslink.search.query import Query
from carslink.search.snapshot import Snapshot
from carslink.search.terms import finding

MOST_VALUES = 500
"""Values of an open filter that are told, those with the most vehicles first."""

COUNTED = 65_000
"""Values that are counted in each segment before the most frequent are chosen: more than there
are makes or models, so that no count is an estimate."""

Facets = dict[str, bytes]
"""The counts of each facet, as JSON."""

FACETS: tuple[ListFilter | NumberFilter, ...] = (
    *(each for each in LIST_FILTERS if each.has_facet),
    *(each for each in NUMBER_FILTERS if each.edges),
)


def count(query: Query, here: Snapshot) -> Facets:
    """Return the counts of every facet, each as if its own filter were not set, as JSON."""
    query = replace(query, preferences=(), sort=Query.sort, page=1, page_size=1)
    asked = {each.name: query.without(each.name) for each in FACETS}
    counted: Facets = {}
    missing: dict[Query, list[ListFilter | NumberFilter]] = {}
    for each in FACETS:
        if (counts := here.known((asked[each.name], each.name))) is not None:
            counted[each.name] = counts
        else:
            missing.setdefault(asked[each.name], []).append(each)
    for question, facets in missing.items():  # the cost is per question, not per facet
        counted |= _evaluate(question, facets, here)
    return {each.name: counted[each.name] for each in FACETS}


def spans(query: Query, number: NumberFilter, here: Snapshot) -> list[tuple[int, int | None, int]]:
    """Return a number's histogram of what a question finds: from, to, and how many."""
    answer = here.searcher.aggregate(finding(query, here), {number.name: _aggregation(number)})
    counts = _counts(number, answer[number.name]["buckets"])
    return [(each["from"], each["to"], each["count"]) for each in counts]


def _evaluate(
    question: Query, facets: list[ListFilter | NumberFilter], here: Snapshot
) -> dict[str, bytes]:
    wanted = {each.name: _aggregation(each) for each in facets}
    answer = here.searcher.aggregate(finding(question, here), wanted)
    counted = {
        each.name: msgspec.json.encode(_counts(each, answer[each.name]["buckets"]))
        for each in facets
    }
    for name, counts in counted.items():
        here.remember((question, name), counts)
    return counted


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
