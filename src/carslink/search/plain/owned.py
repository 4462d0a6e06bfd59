"""Vehicles that buyers have: "I already have a Fiesta", which asks for none."""

from carslink.search.plain import phrases
from carslink.search.plain.claims import Board
from carslink.search.plain.knowledge import Knowledge

_DOUBTFUL = frozenset({"already", "currently"})
_SMALL = frozenset({"a", "an", "the", "my", "our", "old", "nice", "little", "small", "big"})
_DESCRIBE = frozenset({"colour", "fuel", "transmission", "condition"})
_VEHICLES = frozenset({"vehicle_type", "body_type"})
_MOST = 4  # words that describe it


def is_said(board: Board, first: int, last: int, known: Knowledge) -> bool:
    """Whether an "already have" is followed by a vehicle: "should already have a tow bar" asks for
    what follows, and "already have a caravan" for what can pull it."""
    if _DOUBTFUL.isdisjoint(board.texts[first : last + 1]):
        return True
    for place in range(last + 1, min(last + 2 + _MOST, len(board.tokens))):
        key = board.text(place)
        phrase = known.phrase(key)
        if phrase is not None and phrase.kind in _VEHICLES:
            return True
        if any(_is_a_name(known, each) for each, _ in phrases.spans(board, place)):
            return True
        is_small = key in _SMALL or (phrase is not None and phrase.kind in _DESCRIBE)
        if not is_small and board.tokens[place].kind != "number":
            return False
    return False


def _is_a_name(known: Knowledge, key: str) -> bool:
    name = known.spelling(key)
    return name is not None and bool(name.makes or name.models) and known.phrase(key) is None
