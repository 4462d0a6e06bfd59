"""Words that adverts cut short, and that are words of their own elsewhere: "1.4 pet man".

Others mean nothing else and are in `wording.py`: "dsl", "hb".
"""

from carslink.search.plain.claims import Board, Claim
from carslink.vehicles.folding import fold
from carslink.vehicles.makes import models_of

_SHORT = {"pet": ("fuel", "Petrol"), "man": ("transmission", "Manual")}
_IN_FULL = {"pet": "engine", "man": "gearbox"}
"""What makes them plain where nothing stands beside them."""

BESIDE = frozenset({"number", "fuel", "transmission"})
_GEARS = frozenset({"auto", "automatic", "man", "manual"})
_OF_PEOPLE = frozenset({"a", "an", "best", "the", "van", "young"})
_GOES_ON = frozenset({"estate", "hatch", "hatchback", "saloon", "under"})
_FUELS = frozenset({"diesel", "dsl", "hybrid", "pet", "petrol", "tdi"})


def claim(board: Board, first: int) -> Claim | None:
    """Return the fuel or gearbox that a word is short for, beside an engine or one another."""
    text = board.text(first)
    if text not in _SHORT:
        return None
    beside = {board.text(first - 1) if first else "", board.text(first + 1)}
    before = board.taken[first - 1] if first else None
    bounds = before.bounds if before is not None else ()
    is_engine = bool(bounds) and bounds[0][0].startswith("engine")
    if text == "pet" and board.text(first + 1) == "friendly":
        return None
    if text == "man" and not _is_gearbox(board, first, is_engine):
        return None
    if not is_engine and beside.isdisjoint(_GEARS if text == "pet" else _FUELS):
        return None
    name, value = _SHORT[text]
    return Claim(first, first, name, ((name, value),), label=value)


def _is_gearbox(board: Board, first: int, is_engine: bool) -> bool:
    """Whether "man" is no person and no make: behind an engine, "diesel man 5dr"."""
    after = board.tokens[first + 1] if first + 1 < len(board.tokens) else None
    if after is not None and fold(after.text) in map(fold, models_of("MAN")):
        return False
    if is_engine:
        return True
    goes_on = after is None or after.kind != "word" or after.text in _GOES_ON
    return board.text(first - 1) in _FUELS and board.text(first - 2) not in _OF_PEOPLE and goes_on


def in_full(claim: Claim, words: list[str]) -> str:
    """Return what makes a word plain alone, if it is short for what a claim is."""
    is_short = len(words) == 1 and (claim.kind, claim.label) == _SHORT.get(words[0])
    return _IN_FULL[words[0]] if is_short else ""
