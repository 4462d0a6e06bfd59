"""Suggestions as one types: makes, models, places and words that lead to vehicles.

The names come from the index itself, where each is a term that begins with its folded spelling:
whatever the stock has can be suggested, and nothing else. Each is counted as the question that it
leads to, so that what was taken down is suggested no more. The words before it are understood as
those of a search are, and its filters stand beside them.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, islice
from string import digits

import msgspec
import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from carslink import places
from carslink.places import Town
from carslink.search import schema, snapshot, understand
from carslink.search.filters import LIST_FILTER, LIST_FILTERS
from carslink.search.near import MILES, Near
from carslink.search.plain.fillers import NEGATIONS
from carslink.search.query import Query
from carslink.search.snapshot import Snapshot
from carslink.search.understand import Understood
from carslink.search.within import Names, Within
from carslink.search.within import names as names_of
from carslink.stock.models import Listing
from carslink.vehicles.makes import normalise_make

LONGEST = 100  # characters
MOST = 10
MOST_OF_A_KIND = {"make": 3, "model": 4, "value": 3, "place": 3, "word": 3}
"""In the order in which they are suggested."""

MOST_WORDS_BEFORE = 6
"""Words that may stand before the one that is being typed."""

SHORTEST_WORD = 2

SHORTEST_SLIP = 4
"""Letters from which on one may be wrong."""

Candidate = tuple[str, Query, int]
"""Its words, the question that it leads to, and how many vehicles that finds."""

Begins = Callable[[str, Names], set[int]]
"""What finds the numbers of the names that what is typed may become."""

_MAKE, _MODEL = 1, 2  # parts of a name

_ONE_MORE = re.compile(r"\sor$", re.IGNORECASE)

_LONGER = re.compile(r" (cla(ss?)?|seri(es?)?)$")
"""The end of "gla class": with fewer letters than these, "a4 s" may become an A4 Sport as well."""

_OUTCODE = re.compile(r"[a-z]{1,2}\d[a-z\d]?")
_LEADS_TO_A_PLACE = re.compile(
    r"(^|\s)(near|nearby|near to|close to|around|round|based in|located in|in)$", re.IGNORECASE
)
"""Words that say nothing any more where the place itself is chosen."""

_POINTS_AT_A_PLACE = re.compile(
    r"(^|\s)(near|nearby|(near|close|nearest|closest) to|nearest|closest|around|round"
    r"|(based|located) in|miles (of|from|around))$",
    re.IGNORECASE,
)
"""Words behind which nothing but a place makes sense."""

_NEGATED = re.compile(
    rf"(^|\s)({'|'.join(map(re.escape, NEGATIONS.split(', ')))})(?=\s|$)", re.IGNORECASE
)

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
    splits = [
        (" ".join(words[:at]), schema.name_key(" ".join(words[at:])))
        for at in range(min(len(words), MOST_WORDS_BEFORE + 1))
    ]
    for begins in (_begin_so, _begin_nearly_so):
        for before, typed in splits:
            if typed and (found := _completions(before, typed, begins, here)):
                return found
    return []


def _completions(before: str, typed: str, begins: Begins, here: Snapshot) -> list[Suggestion]:
    """Return the suggestions for what is being typed, after words that stay as they are."""
    within = Within(_LEADS_TO_A_PLACE.sub("", before), here)
    found: dict[str, Iterator[Candidate]] = {}
    if not _POINTS_AT_A_PLACE.search(before):
        found["make"] = _names(_MAKE, typed, begins, within)
        found["model"] = _names(_MODEL, typed, begins, within)
    if begins is _begin_so:
        found |= _others(typed, within, only_places=not found)
    told = (  # one after another, for what there is no room for need not be counted
        Suggestion(f"{before} {text}" if before else text, kind, _parameters(question), number)
        for kind, candidates in found.items()
        for text, question, number in islice(
            (each for each in candidates if each[-1]), MOST_OF_A_KIND[kind]
        )
    )
    return list(islice(_wanted(told, before, within), MOST))


def _others(typed: str, within: Within, only_places: bool) -> dict[str, Iterator[Candidate]]:
    """Return what else than a name begins so."""
    if only_places:
        return {"place": _places(typed, within)}
    return {
        "value": _values(typed, within),
        "place": _places(typed, within),
        "word": _words(typed, within),
    }


def _wanted(told: Iterable[Suggestion], before: str, within: Within) -> Iterable[Suggestion]:
    """Return the suggestions but those that the words before say are not wanted, as in "not black
    or" white: how far a "not" reaches depends on what kind of thing follows."""
    negations = [found.end() for found in _NEGATED.finditer(before)]
    if not negations or within.understood is None:
        return told
    if negations[-1] == len(before):
        return []
    told = list(told)
    one_of_each = {tuple(each.filters): each for each in reversed(told)}
    wanted = {
        filters
        for filters, each in one_of_each.items()
        if understand.read(each.text).exclude == within.understood.exclude
    }
    return [each for each in told if tuple(each.filters) in wanted]


def _names(parts: int, typed: str, begins: Begins, within: Within) -> Iterator[Candidate]:
    """Yield makes, or models with their make, that begin so, the most frequent first."""
    known = names_of(parts, within.here)
    if not (numbers := begins(typed, known)):
        return
    ranked = within.most_frequent(known, numbers)
    yielded: set[tuple[str, ...]] = set()
    for told, count in ranked:
        # Of the spellings of one name, the most frequent.
        if (key := tuple(map(schema.name_key, told))) not in yielded:
            yielded.add(key)
            filters = tuple(zip(("make", "model"), ((name,) for name in told), strict=False))
            yield " ".join(told), Query(filters=filters, text=within.words), count


def _begin_so(typed: str, known: Names) -> set[int]:
    """Return the numbers of names that begin with what is typed, however they are written."""
    found = _beginning_with(typed, known.keys) + _beginning_with(typed, known.also)
    if _LONGER.search(typed):
        found += _beginning_with(typed, known.longer)
    return {number for _, number in found}


def _begin_nearly_so(typed: str, known: Names) -> set[int]:
    """Return the numbers of names that begin with what is typed but for one letter within."""
    if len(typed) < SHORTEST_SLIP:
        return set()
    # The last letter is right too, or else the next ones may make it another word.
    found = [
        (key[:length], number)
        for key, number in _beginning_with(typed[0], known.keys)
        for length in range(len(typed) - 1, len(typed) + 2)
        if key[length - 1 : length] == typed[-1]
    ]
    beginnings = [beginning for beginning, _ in found]
    near_enough = process.extract(
        typed, beginnings, scorer=OSA.distance, score_cutoff=1, limit=None
    )
    return {found[place][1] for _, _, place in near_enough}


def _beginning_with(typed: str, keys: list[tuple[str, int]]) -> list[tuple[str, int]]:
    return keys[bisect_left(keys, (typed,)) : bisect_left(keys, (typed + LAST,))]


def _values(typed: str, within: Within) -> Iterator[Candidate]:
    for key, name, value in _known_values():
        if not key.startswith(typed) or value in (others := _others_said(name, within)):
            continue
        asked = Query(filters=((name, (*others, value)),), text=within.words)
        yield value, asked, within.count_value(name, value, others)


def _others_said(name: str, within: Within) -> list[str]:
    """Return the values of a filter to which one more is being typed: "black or"."""
    if within.understood is None or not _ONE_MORE.search(within.words):
        return []
    return within.understood.filters.get(name, [])


def _words(typed: str, within: Within) -> Iterator[Candidate]:
    """Yield words of variants that begin so and are no make or value, the most frequent first."""
    here = within.here
    words = here.once(("words", typed), lambda: _known_words(typed, here))
    taken = here.once("taken", lambda: _taken(here))
    said = within.understood.variant if words and within.understood else ""
    for key, word in words:
        if key not in taken:
            asked = Query(variant=f"{said} {word}".strip(), text=within.words)
            yield word, asked, within.count(asked)


def _taken(here: Snapshot) -> frozenset[str]:
    makes = (key for key, _ in names_of(_MAKE, here).keys)
    return frozenset((*makes, *(key for key, *_ in _known_values())))


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
    shorter = here.known(("words", typed[:-1]))
    if shorter is not None:  # one letter before was typed
        return [each for each in shorter if each[0].startswith(typed)]
    spelled: dict[str, str] = {}
    for term, _ in here.searcher.terms_with_prefix(schema.NAME, typed):
        key, kind, *told = term.split(_APART)
        if kind == "word":
            spelled.setdefault(key, told[0])
    return list(spelled.items())


def _places(typed: str, within: Within) -> Iterator[Candidate]:
    """Yield outward codes and towns that begin so, the most populous first."""
    if within.understood and within.understood.near:
        return
    miles = _radius(within.understood)
    for each in chain(_outcodes(typed), _towns(typed)):
        around = replace(each, miles=miles) if miles != each.miles else each
        asked = Query(near=around, text=within.words)
        yield around.label, asked, within.count_around(around)


def _radius(understood: Understood | None) -> int:
    """Return how far around a place the words before look, as "within 20 miles of"."""
    said = (chip.sets["miles"] for chip in (understood.chips if understood else ())
            if chip.kind == "radius")  # fmt: skip
    return next(said, MILES)


def _outcodes(typed: str) -> list[Near]:
    """Return the place of what is typed as an outward code, and of those with a digit more."""
    if not _OUTCODE.fullmatch(typed):
        return []
    found = (places.lookup(f"{typed}{digit}") for digit in ("", *digits))
    return [
        Near(each.postcode, each.lat, each.lon)
        for each in found
        if each and schema.name_key(each.postcode).startswith(typed)
    ]


def _towns(typed: str) -> Iterator[Near]:
    known = _known_towns()
    first, last = bisect_left(known.keys, typed), bisect_left(known.keys, typed + LAST)
    for rank in np.sort(known.ranks[first:last]):
        town = known.towns[rank]
        yield Near(town.name, town.lat, town.lon)


@dataclass(frozen=True)
class _Towns:
    """Towns, the most populous first; the keys of what is typed for them, rising, and by key its
    town's place. Of one name it is the town that is meant."""

    towns: list[Town]
    keys: list[str]
    ranks: NDArray[np.intp]


@lru_cache(1)
def _known_towns() -> _Towns:
    meant: dict[str, Town] = {}
    for town in places.all_towns():
        meant.setdefault(schema.name_key(town.name), town)
    keys = sorted(meant)
    populous = sorted(keys, key=lambda key: meant[key].population, reverse=True)
    rank = {key: at for at, key in enumerate(populous)}
    return _Towns(
        [meant[key] for key in populous], keys, np.array([rank[key] for key in keys], np.intp)
    )


def _parameters(asked: Query) -> dict[str, str | list[str]]:
    told: dict[str, str | list[str]] = {}
    for name, value in asked.pairs():
        told[name] = [*told.get(name, ()), value] if name in LIST_FILTER else value
    return told


def _is_telling(word: str) -> bool:
    return len(word) >= SHORTEST_WORD and any(map(str.isalpha, word))


def _term(name: str, *told: str) -> str:
    return _APART.join((schema.name_key(name), *told))
