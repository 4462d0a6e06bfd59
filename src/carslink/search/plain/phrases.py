"""Fixed phrases, looked up by their letters and digits alone."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TypeVar

from carslink.search.plain import countries, fillers, trims, wording
from carslink.search.plain.claims import Board
from carslink.search.plain.concepts import CONCEPTS, FEATURES
from carslink.vehicles.folding import fold, fold_words

LONGEST = 8  # tokens of a phrase
JOINERS = frozenset("-./'&!")
_MAY_END = frozenset("!")
_SMALL = frozenset(
    [
        "a",
        "i",
        "an",
        "is",
        "in",
        "to",
        "of",
        "at",
        "the",
        "with",
        "and",
        "or",
        "for",
        "no",
        "not",
        "on",
        "up",
        "my",
        "me",
        "it",
        "as",
        "by",
        "from",
        "am",
        "be",
        "so",
        "do",
    ]
)

T = TypeVar("T")


def spans(board: Board, first: int) -> Iterator[tuple[str, int]]:
    """Yield the keys of free tokens from `first` on, the longest first, with their last token."""
    known = board.spans.get(first)
    if known is None:
        known = board.spans[first] = _spans(board, first)
    until = board.free_until(first, 2 * LONGEST)
    return (span for span in known if span[1] <= until)


def _spans(board: Board, first: int) -> list[tuple[str, int]]:
    """Return the keys from `first` on, whether the tokens are free or not: the longest first."""
    found: list[tuple[str, int]] = []
    key = ""
    for place in range(first, min(first + 2 * LONGEST, len(board.tokens))):
        token = board.tokens[place]
        if token.kind == "mark":
            if place > first and _adds_a_number(board, place):
                key += "+"  # "Qashqai+2"
                continue
            if place == first and token.text in _MAY_END:
                break
            if token.text not in JOINERS or (place > first and not _is_joined(board, place)):
                break
            if token.text in _MAY_END and found and token.glued:
                found[-1] = (found[-1][0], place)
            continue
        key += token.text if token.kind == "word" else token.text.replace(",", "")
        found.append((key, place))
        after = board.tokens[place + 1] if place + 1 < len(board.tokens) else None
        if after is not None and after.text == "+" and after.glued:
            found.append((f"{key}+", place + 1))
        if len(found) > LONGEST:
            break
    return found[::-1]


def is_natural(board: Board, first: int, last: int, written: Iterable[str]) -> bool:
    """Whether the spaces of a found phrase are those of its writing: "need a 3 door" holds no A3.

    Small words of English must be words of the name as it is `written`.
    """
    if first == last:
        return True
    words = frozenset(written)
    return all(
        board.text(place) in words
        or not (board.text(place) in _SMALL or _are_two_numbers(board, first, place))
        for place in range(first, last + 1)
    )


def _are_two_numbers(board: Board, first: int, place: int) -> bool:
    """Whether a space divides digits from digits: "A3 5 door" holds no A35."""
    if place == first or board.tokens[place].glued:
        return False
    return board.text(place - 1)[-1:].isdigit() and board.text(place)[:1].isdigit()


def _adds_a_number(board: Board, place: int) -> bool:
    after = board.tokens[place + 1] if place + 1 < len(board.tokens) else None
    is_plus = board.text(place) == "+" and board.tokens[place].glued
    return is_plus and after is not None and after.glued and after.kind == "number"


def _is_joined(board: Board, place: int) -> bool:
    """Whether a hyphen or dot touches a word: spaces on both sides make it a dash."""
    after = board.tokens[place + 1] if place + 1 < len(board.tokens) else None
    return bool(board.tokens[place].glued or (after is not None and after.glued))


def keys(text: str) -> list[str]:
    """Return the keys of phrases that are divided by a comma and a space."""
    return [fold(phrase) or phrase for phrase in text.split(", ")]


def read(board: Board, first: int, table: dict[str, T]) -> tuple[T, int] | None:
    """Return what the longest phrase of a table at `first` stands for, and its last token."""
    for key, last in spans(board, first):
        found = table.get(key)
        if found is not None:
            return found, last
    return None


@cache
def words() -> frozenset[str]:
    """Return every word of every fixed phrase."""
    texts = [
        *(phrases for values in wording.LISTS.values() for phrases in values.values()),
        *wording.SORTS.values(),
        *wording.SEVERAL.values(),
        *wording.FOR_BIKES.values(),
        *(concept.said for concept in CONCEPTS), FEATURES,
        fillers.NEGATIONS, fillers.UNASKED, fillers.EVERYTHING, fillers.FILLERS,
        fillers.IDEALLY, fillers.IF_POSSIBLE, *countries.SAID.values(),
        fillers.FEATURES, trims.TRIMS,
    ]  # fmt: skip
    found = {word for text in texts for phrase in text.split(", ") for word in fold_words(phrase)}
    found |= {fold(phrase) for text in texts for phrase in text.split(", ")}
    return frozenset(found)


def is_plain(word: str) -> bool:
    """Whether a word is plain English, so that only a table may make it a trim."""
    from carslink.search.plain import english

    return english.is_word(word)
