"""All that a sentence is read against: the stock's names and words, and the fixed phrases."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from carslink.search.plain import (
    amounts,
    english,
    lexicon,
    phrases,
    placed,
    slips,
    towns,
    trims,
    wishes,
    wording,
)
from carslink.search.plain.lexicon import Phrase
from carslink.search.plain.names import Names, Spelling
from carslink.search.plain.slips import SHORTEST, Speller
from carslink.vehicles.folding import fold_words


class Stock(Protocol):
    """What is asked of the stock: `search/vocabulary.py` answers from the index."""

    @property
    def names(self) -> Names:
        """The makes and models."""

    def is_variant(self, word: str) -> bool:
        """Whether some vehicle has the word in its variant."""

    def has_word(self, word: str, but: str = "") -> bool:
        """Whether the stock uses the word, and not only another in a form that sounds the same."""


@dataclass(frozen=True)
class Knowledge:
    """The names of a stock beside everything that is fixed."""

    stock: Stock
    bikes: bool = False
    vans: bool = False

    @property
    def names(self) -> Names:
        """The makes and models."""
        return self.stock.names

    def spelling(self, key: str, may_be_plural: bool = True) -> Spelling | None:
        """Return what a key stands for among the names, a plural for its singular."""
        found = self.names.spellings.get(key)
        if found is None and may_be_plural and len(key) > 3 and key.endswith("s"):
            found = self.names.spellings.get(key[:-1])
            if found is None and key.endswith("ses"):
                found = self.names.spellings.get(key[:-2])  # "Lexuses"
        return found

    def phrase(self, key: str, may_be_plural: bool = True) -> Phrase | None:
        """Return what a key stands for among the fixed phrases, a plural for its singular."""
        found = _phrase(key, self.bikes)
        if found is None and may_be_plural and len(key) > 3 and key.endswith("s"):
            found = _phrase(key[:-1], self.bikes)
            if found is None and key.endswith("es"):
                found = _phrase(key[:-2], self.bikes)
        return found

    def is_taken(self, key: str) -> bool:
        """Whether a key means something about vehicles, so that it is no place."""
        if self.phrase(key) is not None:
            return True
        if key in trims.TOWNS_FIRST:
            return False
        name = self.names.spellings.get(key)
        return name is not None and bool(
            name.makes or (name.models and not towns.is_well_known(key))
        )

    def mend(
        self,
        word: str,
        is_placed: bool = False,
        makes: Collection[str] = (),
        right_before: Collection[str] = (),
    ) -> str | None:
        """Return the word that a slip was meant to be; None for a word that is right, or for one
        that could be many: a model of the `makes` that are named then. A village is right where
        something points at a place. Where a make stands `right_before`, a rare word of English may
        be one of its models: "SEAT Lion"."""
        is_short = len(word) < SHORTEST - (1 if right_before else 0)  # "Honda Jaz"
        if is_short or not word.isalpha() or not word.isascii():
            return None
        if self._is_known(word):
            is_rare = word not in english.everyday() and not self._is_of_vehicles(word)
            return self._of_makes(word, right_before, by_vowels=True) if is_rare else None
        if len(word) < SHORTEST:
            return self._of_makes(word, right_before, by_vowels=True)
        theirs = self._of_makes(word, makes, by_vowels=False)
        if theirs is not None:
            return theirs

        def is_theirs(name: str) -> bool:
            spelling = self.names.spellings.get(name)
            return spelling is not None and any(map(spelling.of_make, makes))

        better = _speller(_NamesByIdentity(self.names)).mend(word, is_theirs if makes else None)
        if towns.is_place(word) and (is_placed or not _is_rare(word) or not _is_fixed(better)):
            return None
        if better is None or self.stock.has_word(word, but=better):
            return None
        return better

    def _of_makes(self, word: str, makes: Collection[str], by_vowels: bool) -> str | None:
        """Return the word of the makes' models that a word was meant to be."""
        if not makes or towns.is_place(word):
            return None
        words = _model_words(_NamesByIdentity(self.names))
        better = slips.among(word, {each for make in makes for each in words[make]}, by_vowels)
        return None if better is None or self.stock.has_word(word, but=better) else better

    def is_a_word(self, word: str) -> bool:
        """Whether a word is one as it stands: of vehicles, of places or of English."""
        is_named = self.spelling(word) is not None or self.phrase(word) is not None
        return is_named or towns.is_place(word) or self._is_known(word)

    def _is_known(self, word: str) -> bool:
        return self._is_of_vehicles(word) or english.is_word(word)

    def _is_of_vehicles(self, word: str) -> bool:
        """Whether a word has its meaning here, and is no plain English alone."""
        singular = word[:-1] if word.endswith("s") else word
        return (
            any(
                each in phrases.words()
                or each in amounts.WORDS
                or each in placed.WORDS
                or each in self.names.words
                for each in (word, singular)
            )
            or (towns.is_place(singular) and not _is_rare(singular))
            or self.stock.is_variant(word)
        )


def warm_up() -> None:
    """Load what every sentence is read against, so that the first buyer does not wait for it."""
    lexicon.table()
    lexicon.bike_table()
    phrases.words()
    english.everyday()
    wishes.nearest("a car for everything")


def _is_rare(word: str) -> bool:
    """Whether a word is the name of a small place alone."""
    return towns.is_town(word) and not towns.is_well_known(word)


def _is_fixed(word: str | None) -> bool:
    return word is not None and word in phrases.words()


def _phrase(key: str, bikes: bool) -> Phrase | None:
    if bikes and (found := lexicon.bike_table().get(key)):
        return found
    return lexicon.table().get(key)


class _NamesByIdentity:
    """Names as a key of a cache: the same object, the same speller."""

    def __init__(self, names: Names) -> None:
        self.names = names

    def __hash__(self) -> int:
        return id(self.names)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _NamesByIdentity) and other.names is self.names


@lru_cache(maxsize=2)
def _model_words(by_identity: _NamesByIdentity) -> dict[str, frozenset[str]]:
    """Return the words of each make's models."""
    found: dict[str, set[str]] = {make: set() for make in by_identity.names.makes}
    for spelling in by_identity.names.spellings.values():
        for each in spelling.models:
            found[each.make] |= set(fold_words(each.model))
    return {
        make: frozenset(
            word for word in words if len(word) >= SHORTEST and word.isalpha() and word.isascii()
        )
        for make, words in found.items()
    }


@lru_cache(maxsize=2)
def _speller(by_identity: _NamesByIdentity) -> Speller:
    ranked: dict[str, int] = {}
    names = by_identity.names
    # "Ptrol" is petrol, which every other sentence has, before it is a Patrol.
    for words, rank in (
        (_words_of_values(), 1),
        (phrases.words(), 3),
        (amounts.WORDS, 4),
        (placed.WORDS, 4),
        (frozenset(lexicon.table()), 3),
    ):
        for word in words:
            ranked.setdefault(word, rank)
    for key, spelling in names.spellings.items():
        # A make that is an everyday word is less telling: "tiper" is a tipper before a Tiger.
        rank = 0 if spelling.makes and key not in names.common else 2
        if spelling.makes or spelling.models:
            for word in (key, *spelling.words):
                ranked[word] = min(rank, ranked.get(word, rank))
    return Speller(ranked)


def _words_of_values() -> frozenset[str]:
    """Return the words of what most sentences ask for: "petrol", "manual", "estate", "white"."""
    return frozenset(
        word
        for name in ("fuel", "transmission", "body_type", "colour")
        for value in wording.LISTS[name]
        for word in fold_words(value)
    )
