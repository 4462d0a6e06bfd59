"""Suggestions as one types: makes, models, places and words that lead to vehicles.

The names come from the index itself, where each is a term that begins with its folded spelling:
whatever the stock has can be suggested, and nothing else. Each is counted as the question that it
leads to, so that what was taken down is suggested no more.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

import msgspec

from carslink import places
from carslink.places import Town
from carslink.search import combinations, facets, ground, hits, schema, snapshot
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

Candidate = tuple[str, Query, int]
"""Its words, the question that it leads to, and how many vehicles that finds."""

_Named = tuple[str, tuple[int, int], tuple[str, ...], tuple[str, ...]]
"""What is typed for it, its rank, its parts as they are spelled, and as they are typed."""

_MAKES = next(group for group in schema.GROUPS if group.names == ("make", "model"))
_MAKE, _MODEL = 1, 2  # parts of a name

LAST = "\U0010ffff"
"""Sorts after all that follows a beginning."""

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
    if not typed:
        return []
    counted = {
        "make": _names(_MAKE, before, typed, here),
        "model": _names(_MODEL, before, typed, here),
        "value": _values(before, typed, here),
        "place": _towns(before, typed, here),
        "word": _words(before, typed, here),
    }
    found = [
        Suggestion(f"{before} {text}" if before else text, kind, _parameters(question), number)
        for kind, candidates in counted.items()
        for text, question, number in islice(
            (each for each in candidates if each[-1]), MOST_OF_A_KIND[kind]
        )
    ]
    return found[:MOST]


def _names(parts: int, before: str, typed: str, here: Snapshot) -> Iterator[Candidate]:
    """Yield makes, or models with their make, that begin so, the most frequent first."""
    known = here.once(("names", parts, before), lambda: _known_names(parts, before, here))
    first, last = bisect_left(known, (typed,)), bisect_left(known, (typed + LAST,))
    yielded: set[tuple[str, ...]] = set()
    for _, rank, told, names in sorted(known[first:last], key=lambda each: each[1:]):
        # Of the spellings of one name, the most frequent; and a name has several keys.
        if names not in yielded:
            yielded.add(names)
            filters = tuple(zip(("make", "model"), ((name,) for name in told), strict=False))
            yield " ".join(told), Query(filters=filters, text=before), -rank[0]


def _known_names(parts: int, before: str, here: Snapshot) -> list[_Named]:
    """Return the makes, or with two parts the models, of what the words before find, by key."""
    counts = facets.occurring(Query(text=before), [_MAKES], here)[_MAKES.field]
    spelled: Counter[tuple[str, ...]] = Counter()
    found: Counter[tuple[str, ...]] = Counter()
    for values, number in combinations.rows(_MAKES, counts, here):
        told = values[:parts]
        spelled[told] += number
        found[_folded(told)] += number  # as the filters compare it
    return sorted(
        (key, (-found[_folded(told)], -number), told, tuple(map(schema.name_key, told)))
        for told, number in spelled.items()
        for key in {schema.name_key(" ".join(told)), schema.name_key(told[-1])}
    )


def _folded(told: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(combinations.folded("make", name) for name in told)


def _values(before: str, typed: str, here: Snapshot) -> Iterator[Candidate]:
    for key, name, value in _known_values():
        if key.startswith(typed):
            asked = Query(filters=((name, (value,)),), text=before)
            yield value, asked, _count_value(asked, name, value, here)


def _count_value(asked: Query, name: str, value: str, here: Snapshot) -> int:
    """Look a value up in what one evaluation counted of all that the words before find."""
    group = next(group for group in schema.GROUPS if name in group.names)
    counts = facets.occurring(Query(text=asked.text), [group], here)[group.field]
    return int(counts[combinations.fits(group, name, asked, here)[: len(counts)]].sum())


def _words(before: str, typed: str, here: Snapshot) -> Iterator[Candidate]:
    """Yield words of variants that begin so and are no make or value, the most frequent first."""
    words = here.once(("words", typed), lambda: _known_words(typed, here))
    makes = here.once(("names", _MAKE, ""), lambda: _known_names(_MAKE, "", here))
    taken = {key for key, *_ in (*makes, *_known_values())}
    for key, word in words:
        if key not in taken:
            asked = Query(variant=word, text=before)
            yield word, asked, hits.total(asked, here)


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


def _known_words(typed: str, here: Snapshot) -> list[tuple[str, str]]:
    """Return the keys of words that begin so and their most frequent spellings, the most frequent
    first."""
    spelled: dict[str, str] = {}
    for term, _ in here.searcher.terms_with_prefix(schema.NAME, typed):
        key, kind, *told = term.split(_APART)
        if kind == "word":
            spelled.setdefault(key, told[0])
    return list(spelled.items())


def _towns(before: str, typed: str, here: Snapshot) -> Iterator[Candidate]:
    keys, towns = _known_towns()
    first, last = bisect_left(keys, typed), bisect_left(keys, typed + LAST)
    for town in sorted(towns[first:last], key=lambda town: -town.population):
        near = Near(town.name, town.lat, town.lon)
        asked = Query(near=near, text=before)
        number = hits.total(asked, here) if before else ground.count_within(here, near)
        yield town.name, asked, number


@lru_cache(1)
def _known_towns() -> tuple[list[str], list[Town]]:
    """Return the towns in the order of what is typed; of one name, the one that is meant."""
    meant: dict[str, Town] = {}
    for town in places.all_towns():
        meant.setdefault(schema.name_key(town.name), town)
    ordered = sorted(meant.items())
    return [key for key, _ in ordered], [town for _, town in ordered]


def _parameters(asked: Query) -> dict[str, str | list[str]]:
    told: dict[str, str | list[str]] = {}
    for name, value in asked.pairs():
        told[name] = [value] if name in LIST_FILTER else value
    return told


def _is_telling(word: str) -> bool:
    return len(word) >= SHORTEST_WORD and any(map(str.isalpha, word))


def _term(name: str, *told: str) -> str:
    return _APART.join((schema.name_key(name), *told))
