"""Suggestions as one types: makes, models, places and words that lead to vehicles.

The names come from the index itself, where each is a term that begins with its folded spelling:
whatever the stock has can be suggested, and nothing else. Each is counted as the question that it
leads to, so that what was taken down is suggested no more.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import msgspec

from carslink import places
from carslink.places import Town
from carslink.search import facets, ground, hits, schema, snapshot
from carslink.search.filters import LIST_FILTER, LIST_FILTERS
from carslink.search.near import Near
from carslink.search.query import Query
from carslink.search.snapshot import Snapshot
from carslink.stock.models import Listing
from carslink.vehicles.makes import normalise_make

LONGEST = 100  # characters
MOST = 10
MOST_OF_A_KIND = {"make": 3, "model": 4, "value": 3, "place": 3, "word": 3}
"""In the order in which they are suggested."""

MOST_WORDS_BEFORE = 6
"""Words that may stand before the one that is being typed."""

SHORTEST_WORD = 2

Candidate = tuple[str, str, Query]
"""Its words, its kind, and the question that it leads to."""

_APART = "\t"


class Suggestion(msgspec.Struct, frozen=True):
    """What may be meant: its words, and its kind (see `MOST_OF_A_KIND`).

    `filters` is its question in parameters, and `count` how many vehicles that finds.
    """

    text: str
    kind: str
    filters: dict[str, str | list[str]]
    count: int


def names(listing: Listing) -> set[str]:
    """Return the terms under which a listing's names are suggested: what is typed, kind, value."""
    make, model = listing.make, listing.model
    words = (word for word in (listing.variant or "").split() if _is_telling(word))
    return {
        _term(make, "make", make),
        _term(model, "model", make, model),
        _term(f"{make} {model}", "model", make, model),
        *(_term(word, "word", word) for word in words),
    }


def suggest(text: str) -> list[Suggestion]:
    """Return what the beginning of a question may become. Raises Unavailable without an index."""
    here = snapshot.latest()
    words = text[:LONGEST].split()
    if words and (make := normalise_make(words[0])):
        words[:1] = make.split()  # "vw golf" is a Volkswagen Golf
    for at in range(min(len(words), MOST_WORDS_BEFORE + 1)):
        before, typed = " ".join(words[:at]), " ".join(words[at:])
        if found := _completions(before, schema.name_key(typed), here):
            return found
    return []


def _completions(before: str, typed: str, here: Snapshot) -> list[Suggestion]:
    """Return the suggestions for what is being typed, after words that stay as they are."""
    left = dict(MOST_OF_A_KIND)
    found: list[Suggestion] = []
    for text, kind, question in _candidates(typed, here) if typed else ():
        if not left[kind]:
            continue
        asked = replace(question, text=before)
        if number := _count(asked, here):
            left[kind] -= 1
            told = f"{before} {text}" if before else text
            found.append(Suggestion(told, kind, _parameters(asked), number))
    return found[:MOST]


def _candidates(typed: str, here: Snapshot) -> Iterator[Candidate]:
    """Yield what begins so, kind by kind, the most frequent first; no name twice."""
    names: dict[str, dict[str, tuple[str, Query]]] = {"make": {}, "model": {}, "word": {}}
    for term, _ in here.searcher.terms_with_prefix(schema.NAME, typed):
        key, kind, *told = term.split(_APART)
        # Of the spellings of one name, the most frequent; of a model with its make, the model.
        names[kind].setdefault(" ".join(told) if kind == "model" else key, _asked(kind, told))
    yield from ((text, "make", question) for text, question in names["make"].values())
    yield from ((text, "model", question) for text, question in names["model"].values())
    yield from _values(typed)
    yield from _towns(typed)
    taken = names["make"].keys() | {key for key, *_ in _known_values()}
    for key, (text, question) in names["word"].items():
        if key not in taken:
            yield text, "word", question


def _asked(kind: str, told: list[str]) -> tuple[str, Query]:
    if kind == "word":
        return told[0], Query(variant=told[0])
    filters = (("make", (told[0],)),)
    if kind == "make":
        return told[0], Query(filters=filters)
    return " ".join(told), Query(filters=(*filters, ("model", (told[1],))))


def _values(typed: str) -> Iterator[Candidate]:
    for key, name, value in _known_values():
        if key.startswith(typed):
            yield value, "value", Query(filters=((name, (value,)),))


@lru_cache(1)
def _known_values() -> tuple[tuple[str, str, str], ...]:
    """Return the values of closed filters that say by themselves what they are."""
    telling = ("body_type", "fuel", "transmission", "colour", "bike_type", "region")
    return tuple(
        (schema.name_key(value), each.name, value)
        for each in LIST_FILTERS
        if each.name in telling
        for value in each.vocabulary
    )


def _towns(typed: str) -> Iterator[Candidate]:
    keys, towns = _known_towns()
    first, last = bisect_left(keys, typed), bisect_left(keys, typed + "\U0010ffff")
    for town in sorted(towns[first:last], key=lambda town: -town.population):
        yield town.name, "place", Query(near=Near(town.name, town.lat, town.lon))


@lru_cache(1)
def _known_towns() -> tuple[list[str], list[Town]]:
    """Return the towns in the order of what is typed; of one name, the one that is meant."""
    meant: dict[str, Town] = {}
    for town in places.all_towns():
        meant.setdefault(schema.name_key(town.name), town)
    ordered = sorted(meant.items())
    return [key for key, _ in ordered], [town for _, town in ordered]


def _count(asked: Query, here: Snapshot) -> int:
    """Return how many vehicles a suggestion leads to.

    Names and values are looked up in what one evaluation counted of all that the words before
    them find; with no words before, that is remembered for as long as the index stays as it is.
    """
    if asked.near and not asked.text:
        return ground.count_within(here, asked.near)
    if asked.near or asked.variant:
        return hits.total(asked, here)
    wanted = dict(asked.filters)
    group = next(group for group in schema.GROUPS if wanted.keys() <= set(group.names))
    rows = facets.rows(Query(text=asked.text), [group], here)[group.field]
    places = [(group.names.index(name), value) for name, (value,) in wanted.items()]
    return sum(n for values, n in rows if all(values[at] == value for at, value in places))


def _parameters(asked: Query) -> dict[str, str | list[str]]:
    told: dict[str, str | list[str]] = {}
    for name, value in asked.pairs():
        told[name] = [value] if name in LIST_FILTER else value
    return told


def _is_telling(word: str) -> bool:
    return len(word) >= SHORTEST_WORD and any(map(str.isalpha, word))


def _term(name: str, *told: str) -> str:
    return _APART.join((schema.name_key(name), *told))
