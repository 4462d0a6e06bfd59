"""All that a sentence is read against: the stock's names and words, and the fixed phrases."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from carslink.search.plain import amounts, english, lexicon, phrases, placed, towns, wishes
from carslink.search.plain.lexicon import Phrase
from carslink.search.plain.names import Names, Spelling
from carslink.search.plain.slips import SHORTEST, Speller


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
        name = self.names.spellings.get(key)
        return name is not None and bool(
            name.makes or (name.models and not towns.is_well_known(key))
        )

    def mend(self, word: str, is_placed: bool = False, makes: Collection[str] = ()) -> str | None:
        """Return the word that a slip was meant to be; None for a word that is right, or for one
        that could be many: a model of the `makes` that are named then. A village is right where
        something points at a place."""
        if len(word) < SHORTEST or not word.isalpha() or not word.isascii() or self._is_known(word):
            return None

        def is_theirs(name: str) -> bool:
            spelling = self.names.spellings.get(name)
            return spelling is not None and any(map(spelling.of_make, makes))

        better = _speller(_NamesByIdentity(self.names)).mend(word, is_theirs if makes else None)
        if towns.is_place(word) and (is_placed or not _is_rare(word) or not _is_fixed(better)):
            return None
        if better is None or self.stock.has_word(word, but=better):
            return None
        return better

    def _is_known(self, word: str) -> bool:
        singular = word[:-1] if word.endswith("s") else word
        return (
            any(
                each in phrases.words()
                or each in amounts.WORDS
                or each in placed.WORDS
                or each in self.names.words
                or english.is_word(each)
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
def _speller(by_identity: _NamesByIdentity) -> Speller:
    ranked: dict[str, int] = {}
    names = by_identity.names
    for words, rank in (
        (phrases.words(), 2),
        (amounts.WORDS, 3),
        (placed.WORDS, 3),
        (frozenset(lexicon.table()), 2),
    ):
        for word in words:
            ranked.setdefault(word, rank)
    for key, spelling in names.spellings.items():
        rank = 0 if spelling.makes else 1
        if spelling.makes or spelling.models:
            for word in (key, *spelling.words):
                ranked[word] = min(rank, ranked.get(word, rank))
    return Speller(ranked)
