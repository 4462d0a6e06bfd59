"""What the words before a suggestion find, and how often names, values and points occur in it.

Words that say filters, and usual words of adverts, are answered by the columns, so that nothing is
asked of the text of the vehicles but what the last words need.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from carslink.places.geometry import MILES_OF_RADIUS
from carslink.search import combinations, ground, hits, schema, terms, understand
from carslink.search.columns import POINT
from carslink.search.combinations import Counts
from carslink.search.found import Found, Places, of_everything
from carslink.search.near import Near
from carslink.search.plain import trims
from carslink.search.plain.listed import SHARED
from carslink.search.plain.names import longer_spellings
from carslink.search.query import Query
from carslink.search.schema import Group
from carslink.search.snapshot import Snapshot
from carslink.search.understand import Understood

EVERYTHING = Query()

_SHORTEST_PART = 5
"""Letters of a word within a name from which on the name is found by it."""

MAKES = schema.GROUP_OF["make"]

_MANY = 15_000
"""Vehicles with a word from which on it takes long to count them as a search does."""

_ROUNDED = 1e-9
"""Radians by which a circle is taken for larger before distances are looked at."""

Told = tuple[str, ...]
"""A make, or a make and a model, as they are spelled."""


@dataclass(frozen=True)
class Within:
    """Words that stay as they are, and what they find; no words find everything."""

    words: str
    here: Snapshot

    @cached_property
    def understood(self) -> Understood | None:
        """What is made of the words, as a search makes it of its `q`."""
        return understand.read(self.words) if self.words else None

    @cached_property
    def question(self) -> Query:
        """The question that the words are."""
        return self.joined(EVERYTHING).bare() if self.understood else EVERYTHING

    def joined(self, asked: Query) -> Query:
        """Return the question that filters are together with the words."""
        return understand.join(asked, self.understood) if self.understood else asked

    def counts(self, group: Group, question: Query | None = None) -> Counts:
        """Return by code how often each combination of a group's values occurs in what the words
        find, or in what another question does."""
        asked = self.question if question is None else question
        if asked == EVERYTHING:
            return of_everything(group, self.here)
        return self.here.once(("within", asked, group.field), lambda: self._counts(group, asked))

    def _counts(self, group: Group, question: Query) -> Counts:
        if question.has_words:
            asked = terms.finding(question, self.here)
            return combinations.occurring(asked, [group], self.here)[group.field]
        column = self.here.columns[group.field][: self.here.rows]
        own = question == self.question
        return np.bincount(column[self._places if own else Found(question, self.here).places])

    @cached_property
    def _places(self) -> Places:
        return Found(self.question, self.here).places

    def count(self, asked: Query) -> int:
        """Return how many vehicles a question, in which are words, finds together with these."""
        question, here = self.joined(asked).bare(), self.here
        words = schema.plain_words(question.variant)
        if min((here.searcher.doc_freq(schema.VARIANT, word) for word in words), default=0) < _MANY:
            return hits.total(question, here)
        return here.once(("counted", question), lambda: _count_many(question, here))

    def count_value(self, name: str, value: str, others: Sequence[str] = ()) -> int:
        """Return how many vehicles have a value of a filter whose values are known, or one of the
        others that the words say; 0 where none has the value itself."""
        question = self.question.without(name) if others else self.question
        key = "values within", question, name
        counts = self.here.once(key, lambda: self._count_values(name, question))
        found = counts.get(value, 0)
        return found and found + sum(counts.get(other, 0) for other in others)

    def _count_values(self, name: str, question: Query) -> dict[str, int]:
        group = schema.GROUP_OF[name]
        counts = self.counts(group, question)
        known = combinations.valued(group, self.here)[group.names.index(name)]
        found = np.bincount(known.of_code[: len(counts)], counts[: len(known.of_code)])
        return dict(zip(known.values, found.astype(np.int64).tolist(), strict=False))

    def count_around(self, near: Near) -> int:
        """Return how many vehicles there are within a circle."""
        spots = self.here.once(("spots within", self.question), self._spots)
        north, reach = math.radians(near.lat), near.miles / MILES_OF_RADIUS + _ROUNDED
        first, last = spots.lat.searchsorted((north - reach, north + reach))
        miles = ground.miles_to(near, spots.lat[first:last], spots.lon[first:last])
        return int(spots.counts[first:last][miles <= near.miles].sum())

    def _spots(self) -> "_Spots":
        known = ground.points(self.here)
        counts = known.counts if self.question == EVERYTHING else self._counts_of_points(known)
        some = np.flatnonzero(counts)
        some = some[np.argsort(known.lat[some])]
        return _Spots(counts[some], known.lat[some], known.lon[some])

    def _counts_of_points(self, known: ground.Points) -> Counts:
        if self.question.has_words:
            found = hits.by_point(self.here, terms.finding(self.question, self.here))
            counts = np.array([found.get(term, 0) for term in known.terms], np.int64)
        else:
            column = self.here.columns[POINT][: self.here.rows]
            counts = np.bincount(column[self._places], minlength=len(known.terms))
        counts[0] = 0  # of vehicles that are nowhere
        return counts

    def most_frequent(self, names: "Names", numbers: set[int]) -> Iterator[tuple[Told, int]]:
        """Yield those of the names that occur, the most frequent first, and how often they do as
        the filters compare them; of those alike, the one that is spelled so most often."""
        key = "names within", self.question, names
        spelled, folded = self.here.once(key, lambda: self._counts_of_names(names))
        wanted = np.array(sorted(numbers), np.intp)
        found = folded[wanted]
        order = np.lexsort((wanted, -spelled[wanted], -found))
        for at in order[: np.count_nonzero(found)].tolist():
            yield names.told[wanted[at]], int(found[at])

    def _counts_of_names(self, names: "Names") -> tuple[Counts, Counts]:
        """Return by number how often a name is spelled so, and with those that are alike."""
        counts, most = self.counts(MAKES), len(names.told)
        spelled, folded = (
            np.bincount(of_code[: len(counts)], counts[: len(of_code)], minlength=most)
            for of_code in (names.spelled, names.folded)
        )
        return spelled.astype(np.int64), folded[names.alike].astype(np.int64)


@dataclass(frozen=True, eq=False)
class _Spots:
    """The points at which something is found, from south to north, in radians, and how much."""

    counts: Counts
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]


def _count_many(question: Query, here: Snapshot) -> int:
    # A search works out the score of each, to tell which is the best: twice the time for many.
    found = here.searcher.aggregate(terms.finding(question, here), {"all": {"filter": "*"}})
    return int(found["all"]["doc_count"])


@dataclass(frozen=True, eq=False)
class Names:
    """The makes of the stock, or its models with their makes.

    `keys` are what is typed for them, rising, each with the number of its name in `told`, and
    `also` what else is: run together, without what comes before, or as people call it; `longer`
    are those with a word that is no part of the name, as "gla class" of the GLA. `alike`
    says by that number which of them the filters take for one. `spelled` and `folded` tell by the
    code of a combination which it is, and which of those that are alike stands for it; 0 is none.
    """

    keys: list[tuple[str, int]]
    also: list[tuple[str, int]]
    longer: list[tuple[str, int]]
    told: list[Told]
    alike: NDArray[np.intp]
    spelled: NDArray[np.intp]
    folded: NDArray[np.intp]


def names(parts: int, here: Snapshot) -> Names:
    """Return the makes of the stock, or with two parts its models."""
    return here.once(("names", parts), lambda: _kept_names(parts, here))


def _kept_names(parts: int, here: Snapshot) -> Names:
    """Return the names as they were at an earlier commit, where the same occur as then."""
    codes = tuple(code for code in np.flatnonzero(of_everything(MAKES, here)).tolist() if code)
    kept = here.columns.kept
    known: tuple[tuple[int, ...], Names] | None = kept.get(f"names of {parts}")
    if known is None or known[0] != codes:
        known = kept[f"names of {parts}"] = codes, _names(parts, codes, here)
    return known[1]


def _names(parts: int, codes: Sequence[int], here: Snapshot) -> Names:
    texts = here.columns.texts(MAKES.field)
    by_code = {code: schema.values_of(texts[code])[:parts] for code in codes}
    told: list[Told] = [(), *sorted(set(by_code.values()))]
    number = {each: at for at, each in enumerate(told)}
    first: dict[Told, int] = {}
    alike = np.array([first.setdefault(_folded(each), at) for at, each in enumerate(told)], np.intp)
    spelled = np.zeros(len(texts), np.intp)
    spelled[list(codes)] = [number[by_code[code]] for code in codes]
    nicknames = _nicknames(parts)
    keys, also, longer = (list[tuple[str, int]]() for _ in range(3))
    for each in told[1:]:
        own = {schema.name_key(" ".join(each)), schema.name_key(each[-1])}
        others = {*_other_keys(each), *map(schema.name_key, nicknames.get(_folded(each), ()))}
        keys += ((key, number[each]) for key in own)
        also += ((key, number[each]) for key in others - own)
        longer += ((key, number[each]) for key in _longer_keys(each))
    for found in (keys, also, longer):
        found.sort()
    return Names(keys, also, longer, told, alike, spelled, alike[spelled])


def _other_keys(told: Told) -> Iterator[str]:
    """Yield how else a name is typed: "mx5", "mazda 3" of Mazda3, "picasso" of C4 Picasso."""
    words, make = schema.name_key(told[-1]).split(), schema.name_key(told[0])
    key = "".join(words)
    yield key
    for name in {key, key.removeprefix(make)} - {""} if len(told) > 1 else ():
        yield f"{make} {name}"
    for at in range(1, len(words)):
        if len(words[at]) >= _SHORTEST_PART and words[at] not in SHARED:
            yield " ".join(words[at:])


def _longer_keys(told: Told) -> Iterator[str]:
    for spelling in longer_spellings(*told) if len(told) > 1 else ():
        yield schema.name_key(spelling)
        yield schema.name_key(f"{told[0]} {spelling}")


def _nicknames(parts: int) -> dict[Told, list[str]]:
    """Return what makes, or models, are called by, by their folded names."""
    named: dict[Told, str] = {(make,): text for make, text in trims.NICKNAMES.items()}
    called = named if parts == 1 else trims.MODEL_NICKNAMES
    return {_folded(told): text.split(", ") for told, text in called.items()}


def _folded(told: Told) -> Told:
    return tuple(combinations.folded("make", name) for name in told)
