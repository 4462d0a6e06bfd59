"""From a question to tantivy's queries: what it finds, and what it likes better."""

from collections.abc import Iterator
from itertools import pairwise

import tantivy
from tantivy import FieldType, Occur

from carslink.search import combinations, ground, ranking, schema, wording
from carslink.search.filters import LIST_FILTER, NUMBER_FILTER, NUMBER_FILTERS
from carslink.search.found import of_everything
from carslink.search.index import without_cursor
from carslink.search.query import Preference, Query
from carslink.search.snapshot import Snapshot

NARROW = frozenset(("make", "model", "dealer"))
"""Filters that leave so few vehicles that it is quicker to look at each one's numbers."""


def finding(query: Query, here: Snapshot) -> tantivy.Query:
    """Return the query for what the question finds; its order and page are not part of it."""
    wanted, grouped = _together(query, here)
    wanted += [_any_of(name, values) for name, values in query.filters if name not in grouped]
    if query.near:
        wanted.append(_at(list(ground.within(here, query.near))))
    wanted += [_word(schema.VARIANT, word) for word in schema.plain_words(query.variant)]
    wanted += wording.clauses(query.text, schema.WORDS, here)
    narrow = query.near or query.variant or query.text or NARROW & dict(query.filters).keys()
    wanted += _ranges(query, by_spans=not narrow)
    unwanted = [_any_of(name, values) for name, values in query.exclude if name not in grouped]
    clauses = [(Occur.Must, each) for each in wanted or [without_cursor()]]
    clauses += [(Occur.MustNot, each) for each in unwanted]
    return clauses[0][1] if len(clauses) == 1 else tantivy.Query.boolean_query(clauses)


def _together(query: Query, here: Snapshot) -> tuple[list[tantivy.Query], frozenset[str]]:
    """Return the query for filters of what a vehicle is that are set together, and their names.

    The combinations that fit are terms of the group's column. To unite theirs, which are no more
    than are found, took a third of the time of intersecting "Petrol" and "Manual".
    """
    group = schema.KIND
    names = frozenset(name for name in group.names if query.restricts(name))
    if len(names) < 2:
        return [], frozenset()
    asked = Query(
        filters=tuple(pair for pair in query.filters if pair[0] in names),
        exclude=tuple(pair for pair in query.exclude if pair[0] in names),
    )
    terms = here.once(("terms", asked), lambda: _terms(group, names, asked, here))
    return [tantivy.Query.term_set_query(schema.schema(), group.field, terms)], names


def _terms(group: schema.Group, names: frozenset[str], query: Query, here: Snapshot) -> list[str]:
    counts = of_everything(group, here)
    for name in names:
        counts = counts * combinations.fits(group, name, query, here)[: len(counts)]
    return [schema.joined(row) for row, _ in combinations.rows(group, counts, here)]


def scoring(query: Query, here: Snapshot) -> tantivy.Query | None:
    """Return the same query with a score for what the question likes; None where it likes nothing.

    The score is 1, and the weight of each preference that a vehicle fulfils, and what words in its
    title are worth.
    """
    if not (query.preferences or query.text):
        return None
    liked = [(wish, each.weight) for each in query.preferences if (wish := _wish(each, here))]
    if titled := wording.clauses(query.text, schema.TITLE, here):
        liked.append((_all_of(titled), ranking.TITLE_WORTH))
    if not liked:
        return None
    score = tantivy.Query.const_score_query
    return tantivy.Query.boolean_query(
        [
            (Occur.Must, score(finding(query, here), 1.0)),
            *((Occur.Should, score(wish, worth)) for wish, worth in liked),
        ]
    )


def also_at(found: tantivy.Query, points: list[str]) -> tantivy.Query:
    """Return the query for what is found and stands at one of these points."""
    return _all_of([found, _at(points)])


def _at(points: list[str]) -> tantivy.Query:
    return tantivy.Query.term_set_query(schema.schema(), schema.POINT, points)


def _wish(preference: Preference, here: Snapshot) -> tantivy.Query | None:
    """Return the query for what fulfils a preference; None where it asks for nothing."""
    name = preference.name
    if name in NUMBER_FILTER:
        least, most = preference.bounds
        return None if least is most is None else _range(name, least, most)
    if name in LIST_FILTER:
        return _any_of(name, preference.values) if preference.values else None
    said = (wording.clauses(text, schema.WORDS, here) for text in preference.values)
    any_of = [(Occur.Should, _all_of(clauses)) for clauses in said if clauses]
    return tantivy.Query.boolean_query(any_of) if any_of else None


def _all_of(clauses: list[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(Occur.Must, each) for each in clauses])


def _any_of(name: str, values: tuple[str, ...]) -> tantivy.Query:
    terms = values if LIST_FILTER[name].values else [schema.folded(value) for value in values]
    if len(terms) == 1:
        return tantivy.Query.term_query(schema.schema(), name, terms[0], index_option="basic")
    return tantivy.Query.term_set_query(schema.schema(), name, list(terms))


def _word(field: str, word: str) -> tantivy.Query:
    return tantivy.Query.term_query(schema.schema(), field, word, index_option="basic")


def _ranges(query: Query, by_spans: bool) -> Iterator[tantivy.Query]:
    for each in NUMBER_FILTERS:
        least, most = (query.number(f"{each.name}_{bound}") for bound in ("min", "max"))
        if least is not None or most is not None:
            with_spans = by_spans and each.edges
            yield (_spans if with_spans else _range)(each.name, least, most)


def _spans(name: str, least: int | None, most: int | None) -> tantivy.Query:
    """Return the query for a range by the spans of the histogram that lie in it.

    Only in spans that it cuts are the numbers looked at: among all vehicles that is thrice as fast.
    """
    number = NUMBER_FILTER[name]
    field = f"{name}_span"
    inside: list[str] = []
    cut: list[str] = []
    for start, end in pairwise((*number.edges, None)):
        assert start is not None
        first, last = start * number.scale, None if end is None else end * number.scale - 1
        if (last is not None and least is not None and last < least) or (
            most is not None and first > most
        ):
            continue
        whole = (least is None or least <= first) and (
            most is None or (last is not None and last <= most)
        )
        (inside if whole else cut).append(str(start))
    any_of = [(Occur.Should, tantivy.Query.term_set_query(schema.schema(), field, inside))]
    if cut:
        at_the_ends = tantivy.Query.term_set_query(schema.schema(), field, cut)
        any_of.append((Occur.Should, _all_of([at_the_ends, _range(name, least, most)])))
    return tantivy.Query.boolean_query(any_of)


def _range(name: str, least: int | None, most: int | None) -> tantivy.Query:
    if least is not None and most is not None and least > most:
        return tantivy.Query.empty_query()
    least = None if least is None else max(0, least)
    return tantivy.Query.range_query(schema.schema(), name, FieldType.Unsigned, least, most)
