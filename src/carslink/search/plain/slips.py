"""Typing slips: the known word that an unknown one was meant to be, if it is plain which."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4
"""Letters of a word from which a slip is mended: shorter ones are one slip from many words."""

LONG = 6
"""Letters of a word whose vowels alone may be wrong in two places."""

MOST = 12
"""Words of one sentence that are looked at; more unknown words are no slips."""


_SOUNDS = str.maketrans("cgqyz", "kjkis")
_OPEN = re.compile("(?:er|ar|or|ah)$")


class Speller:
    """Known words by length, each with how telling it is (the smaller the number, the more)."""

    def __init__(self, words: dict[str, int]) -> None:
        self._by_length: dict[int, list[str]] = defaultdict(list)
        self._by_consonants: dict[str, list[str]] = defaultdict(list)
        self._rank = words
        for word in sorted(words):
            if word.isascii() and word.isalpha() and len(word) >= SHORTEST:
                self._by_length[len(word)].append(word)
                self._by_consonants[_consonants(word)].append(word)
        self._remembered: dict[str, list[str]] = {}

    def mend(self, word: str, is_likely: Callable[[str], bool] | None = None) -> str | None:
        """Return the known word that is meant, or None where none is near or two are: of these the
        one that `is_likely` says."""
        if word not in self._remembered:
            if len(self._remembered) > 4096:
                self._remembered.clear()
            self._remembered[word] = self._nearest(word)
        found = self._remembered[word]
        if len(found) > 1 and is_likely:
            found = list(filter(is_likely, found))
        return found[0] if len(found) == 1 else None

    def _nearest(self, word: str) -> list[str]:
        best: tuple[int, int, int] | None = None
        found: list[str] = []
        for candidate, distance in self._candidates(word):
            if distance > allowed(candidate) or not _is_likely(word, candidate):
                continue
            score = (distance, int(candidate[0] != word[0]), self._rank[candidate])
            if best is None or score < best:
                best, found = score, [candidate]
            elif score == best:
                found.append(candidate)
        if best is None and len(word) >= LONG:
            found = self._of_other_vowels(word)
        return found

    def _of_other_vowels(self, word: str) -> list[str]:
        """Return the words that differ in two places, by their vowels alone: "desiel"."""
        return [
            candidate
            for candidate in self._by_consonants.get(_consonants(word), ())
            if len(candidate) >= LONG
            and abs(len(candidate) - len(word)) <= 1
            and OSA.distance(word, candidate) <= 2
        ]

    def _candidates(self, word: str) -> Iterator[tuple[str, int]]:
        """Yield the words that are near enough, each with how many slips away it is."""
        slips = allowed(word)
        for length in range(max(SHORTEST, len(word) - slips), len(word) + slips + 1):
            for candidate, distance, _ in process.extract_iter(
                word,
                self._by_length.get(length, ()),
                scorer=OSA.distance,
                processor=None,
                score_cutoff=slips,
            ):
                yield candidate, int(distance)


def among(word: str, few: Iterable[str], by_vowels: bool = False) -> str | None:
    """Return which of a few words is meant: the one that sounds the same, or else the nearest.
    Where so few words can follow, more is forgiven; `by_vowels` forgives wrong vowels alone."""
    best, found = 0, list[str]()
    for each in few:
        if abs(len(each) - len(word)) > 2 or _sound(each[0]) != _sound(word[0]):
            continue
        is_same = _sound(each) == _sound(word)
        if by_vowels and not is_same and _consonants(each) != _consonants(word):
            continue
        distance = 0 if is_same else OSA.distance(word, each)
        if distance > (2 if min(len(each), len(word)) >= LONG else 1):
            continue
        if len(each) == SHORTEST and distance and not _is_likely_here(word, each):
            continue
        if not found or distance < best:
            best, found = distance, [each]
        elif distance == best:
            found.append(each)
    return found[0] if len(found) == 1 else None


def _is_likely_here(word: str, short: str) -> bool:
    return word[-1] == short[-1] or _is_likely(word, short)


def _sound(word: str) -> str:
    """Return a word with one letter for each sound, so that "mocca" is "mokka", "gimny" is "jimny"
    and "corser" is "corsa"."""
    spelt = _OPEN.sub("a", word.replace("ph", "f").replace("ck", "k"))
    return _undoubled(spelt.translate(_SOUNDS))


def allowed(word: str) -> int:
    """Return how many slips a word of this length may have."""
    if len(word) <= 7:
        return 1
    return 2 if len(word) <= 11 else 3


def _is_likely(word: str, candidate: str) -> bool:
    """Whether short words differ as slips do: letters swapped, doubled or left out, the first
    and last kept; another letter in a word of four or five is another word."""
    if len(candidate) >= 6:
        return True
    if word[0] != candidate[0]:
        return sorted(word) == sorted(candidate)
    if sorted(word) == sorted(candidate):
        return True
    if len(word) == len(candidate):
        return len(candidate) == 5 and word[-1] == candidate[-1]
    if len(word) < len(candidate):
        return len(word) >= SHORTEST
    return _undoubled(word) == _undoubled(candidate) or len(candidate) == 5


def _consonants(word: str) -> str:
    """Return the first letter of a word and its consonants."""
    return word[0] + "".join(letter for letter in word[1:] if letter not in "aeiouy")


def _undoubled(word: str) -> str:
    return "".join(
        letter for place, letter in enumerate(word) if not place or letter != word[place - 1]
    )
