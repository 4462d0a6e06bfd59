"""Models of a list that share a word of their names: "3 or 5 Series", "Model 3 or Y"."""

from collections.abc import Iterator

from carslink.search.plain.amount_words import FEATURES
from carslink.search.plain.claims import Board, Claim
from carslink.search.plain.knowledge import Knowledge
from carslink.search.plain.names import Model

_JOINS = frozenset({",", "or", "and", "/", "&", "nor"})
SHARED = frozenset({"series", "class"})
"""Words that a list of models says once."""

_LONGEST = 7  # tokens of a list that are looked over


def model(
    board: Board, first: int, known: Knowledge, makes: tuple[str, ...], before: Claim | None
) -> tuple[Model, ...]:
    """Return the models that one short word of a list means, with a word of its neighbours."""
    text, after = board.text(first), board.text(first + 1)
    if len(text) > 2 or not text.isalnum() or (after in FEATURES and after not in SHARED):
        return ()
    for key in _keys(board, first, before):
        spelling = known.spelling(key, may_be_plural=False)
        for make in makes if spelling else ():
            found = tuple(each for each in spelling.models if each.make == make) if spelling else ()
            if found:
                return found
    return ()


def _keys(board: Board, first: int, before: Claim | None) -> Iterator[str]:
    """Yield the names that a word may be short for."""
    text = board.text(first)
    shared = _shared_ahead(board, first)
    if board.text(first + 1) in SHARED and before is not None and before.value == "listed":
        shared = board.text(first + 1)
    if shared:
        yield text + shared
    if before is None or before.kind != "model" or board.text(first - 1) not in _JOINS:
        return
    words = [word for word in board.texts[before.first : before.last + 1] if word.isalnum()]
    if len(words) > 1 and text != words[0]:  # "id.3 or id.4"
        yield "".join(words[:-1]) + text
        yield text + "".join(words[1:])


def _shared_ahead(board: Board, first: int) -> str:
    """Return the word behind a list of short words: "series" of "3, 4 or 5 series"."""
    place, joined = first + 1, False
    while place < min(first + _LONGEST, len(board.tokens)):
        text = board.text(place)
        if text in SHARED:
            return text if joined else ""
        if text in _JOINS:
            joined = True
        elif len(text) > 2:
            return ""
        place += 1
    return ""
