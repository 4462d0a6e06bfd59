"""From a question to tantivy's queries: what it finds, and what it likes better."""

from collections.abc import Iterator

import tantivy
from tantivy import FieldType, Occur

from carslink.search import ground, schema, wording
from carslink.search.filters import LIST_FILTER, NUMBER_FILTER, NUMBER_FILTERS
from carslink.search.index import without_cursor
from carslink.search.query import Preference, Query
from carslink.search.snapshot import Snapshot

TITLE_WORTH = 0.5
"""What it adds to a vehicle's score that all the words are in its title."""


def finding(query: Query, here: Snapshot) -> tantivy.Query:
    """Return the query for what the question finds; its order and page are not part of it."""
    wanted = [_any_of(name, values) for name, values in query.filters]
    if query.near:
        points = list(ground.within(here, query.near))
        wanted.append(tantivy.Query.term_set_query(schema.schema(), schema.POINT, points))
    # A column of numbers is read where something else has narrowed the search down, and else the
    # terms: to look at every vehicle took thrice as long.
    wanted += _ranges(query, by_terms=not wanted)
    wanted += [_word(schema.VARIANT, word) for word in schema.plain_words(query.variant)]
    wanted += wording.clauses(query.text, schema.WORDS, here)
    clauses = [(Occur.Must, each) for each in wanted or [without_cursor()]]
    clauses += [(Occur.MustNot, _any_of(name, values)) for name, values in query.exclude]
    return clauses[0][1] if len(clauses) == 1 else tantivy.Query.boolean_query(clauses)


def scoring(query: Query, here: Snapshot) -> tantivy.Query | None:
    """Return the same query with a score for what the question likes; None where it likes nothing.

    The score is 1, and the weight of each preference that a vehicle fulfils, and `TITLE_WORTH`.
    """
    liked = [(wish, each.weight) for each in query.preferences if (wish := _wish(each, here))]
    if titled := wording.clauses(query.text, schema.TITLE, here):
        liked.append((_all_of(titled), TITLE_WORTH))
    if not liked:
        return None
    score = tantivy.Query.const_score_query
    found = (Occur.Must, score(finding(query, here), 1.0))
    return tantivy.Query.boolean_query(
        [found, *((Occur.Should, score(wish, worth)) for wish, worth in liked)]
    )


def also_at(found: tantivy.Query, points: list[str]) -> tantivy.Query:
    """Return the query for what is found and stands at one of these points."""
    there = tantivy.Query.term_set_query(schema.schema(), schema.POINT, points)
    return tantivy.Query.boolean_query([(Occur.Must, found), (Occur.Must, there)])


def _wish(preference: Preference, here: Snapshot) -> tantivy.Query | None:
    """Return the query for what fulfils a preference; None where it asks for nothing."""
    name = preference.name
    if name in NUMBER_FILTER:
        scale = NUMBER_FILTER[name].scale
        least, most = (
            None if bound is None else round(bound * scale)
            for bound in (preference.least, preference.most)
        )
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


def _ranges(query: Query, by_terms: bool) -> Iterator[tantivy.Query]:
    for each in NUMBER_FILTERS:
        least, most = (query.number(f"{each.name}_{bound}") for bound in ("min", "max"))
        if least is not None or most is not None:
            yield _range(each.name, least, most, by_terms)


def _range(name: str, least: int | None, most: int | None, by_terms: bool = False) -> tantivy.Query:
    if least is not None and most is not None and least > most:
        return tantivy.Query.empty_query()
    least = None if least is None else max(0, least)
    return tantivy.Query.range_query(
        schema.schema(), name, FieldType.Unsigned, least, most, use_inverted_index=by_terms
    )
