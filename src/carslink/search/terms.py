"""From a question to tantivy's query."""

import tantivy
from tantivy import FieldType, Occur

from carslink.search import schema
from carslink.search.filters import LIST_FILTER, NUMBER_FILTERS
from carslink.search.index import without_cursor
from carslink.search.query import Query


def to_tantivy(query: Query) -> tantivy.Query:
    """Return the query that finds what the question asks for; sort and page are not part of it."""
    wanted = [_any_of(name, values) for name, values in query.filters]
    wanted += _ranges(query)
    wanted += [_word(schema.VARIANT, word) for word in schema.plain_words(query.variant)]
    wanted += [_word(schema.WORDS, stem) for stem in schema.stems(query.text)]
    clauses = [(Occur.Must, each) for each in wanted or [tantivy.Query.all_query()]]
    if not wanted:
        clauses.append(without_cursor())
    clauses += [(Occur.MustNot, _any_of(name, values)) for name, values in query.exclude]
    return tantivy.Query.boolean_query(clauses)


def _any_of(name: str, values: tuple[str, ...]) -> tantivy.Query:
    terms = values if LIST_FILTER[name].values else [schema.folded(value) for value in values]
    if len(terms) == 1:
        return tantivy.Query.term_query(schema.schema(), name, terms[0], index_option="basic")
    return tantivy.Query.term_set_query(schema.schema(), name, list(terms))


def _word(field: str, word: str) -> tantivy.Query:
    return tantivy.Query.term_query(schema.schema(), field, word, index_option="freq")


def _ranges(query: Query) -> list[tantivy.Query]:
    bounds = (
        (each.name, query.number(f"{each.name}_min"), query.number(f"{each.name}_max"))
        for each in NUMBER_FILTERS
    )
    return [
        _range(name, least, most)
        for name, least, most in bounds
        if least is not None or most is not None
    ]


def _range(name: str, least: int | None, most: int | None) -> tantivy.Query:
    if least is not None and most is not None and least > most:
        return tantivy.Query.empty_query()
    return tantivy.Query.range_query(schema.schema(), name, FieldType.Unsigned, least, most)
