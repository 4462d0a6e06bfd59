"""A "not" before an amount or a place: how it is found over the small words that stand between."""

from dataclasses import dataclass, replace

from carslink.search.plain import amount_words as said
from carslink.search.plain import fillers, phrases, reach
from carslink.search.plain.amounts import Quantity
from carslink.search.plain.claims import Board

MOST_BETWEEN = 8

_HELPERS = frozenset({"do", "does", "did", "can", "could", "would", "will", "should", "must"})
_CUES = said.NEGATIONS | frozenset(
    """
    avoid avoiding cannot havent hasnt couldnt doesnt except excluding mustnt neither nor shouldnt
    wont wouldnt without arent aint
    """.split()
)
_BETWEEN = frozenset(
    """
    a able afford all an any anything anywhere at based be being bother bothered buy buying
    coming consider considering cost costing do done drive driving engine ever from get getting
    go going has have having i if in interested is it its like live located look looking me
    mileage miles much my need no on one ones particularly pay paying please prefer priced rather
    really registered see show some something somewhere spend spending stretch than that thats the
    them these they theyre thing things this those to too travel travelling want wanting wanna
    which willing with years for of
    """.split()
)
_FLIPPED = {
    said.MAX: said.MIN,
    said.MIN: said.MAX,
    said.BEFORE: said.SINCE,
    said.AFTER: said.MAX,
    said.OLDER: said.AFTER,
    said.SINCE: said.BEFORE,
}
"""What a comparison is behind a "not"."""

_CLOSES = frozenset({said.MIN, said.BEFORE, said.OLDER})
"""Comparisons that say of what is offered that it is too much, or too old."""

_SOFT = frozenset(
    """
    a about around as at budget budgets for from is limit max maximum my of price priced since
    spend starting the to within
    """.split()
)
"""Words before an amount that compare nothing: not to want to "spend 5k" is not to want more."""

_SOFT_BEHIND = frozenset({"max", "maximum", "tops", "limit", "budget", "ceiling", "absolute"})


@dataclass(frozen=True)
class Cue:
    """The tokens of a "not". `is_near` says that nothing but small words follows it, `is_open`
    that it asks for nothing: "doesn't have to be", `is_shared` that a list has it as well."""

    first: int
    last: int
    is_near: bool
    is_open: bool
    is_shared: bool = False


def before(board: Board, first: int) -> Cue | None:
    """Return the "not" that stands before a token, with small words between at most."""
    is_near = True
    ended = board.taken[first - 2] if first > 1 and board.text(first - 1) in ("or", "nor") else None
    if ended is not None and ended.kind == "number" and ended.cue >= 0:
        return Cue(
            ended.cue, ended.cue, is_near=False, is_open=False
        )  # "not over 8k or older than 2015"
    for place in range(first - 1, max(-1, first - 2 - MOST_BETWEEN), -1):
        text = board.text(place)
        if text in _CUES:
            start = place - 1 if text == "not" and board.text(place - 1) in _HELPERS else place
            said_so = "".join(board.texts[start:first])
            is_open = any(said_so.startswith(key) for key in _open())
            return Cue(start, place, is_near, is_open)
        if text == "but" and board.text(place - 1).startswith(("any", "every")):
            return Cue(place - 1, place, is_near, False)  # "anywhere but London"
        if text in reach.KINDS:
            is_near = False
        elif text not in _BETWEEN:
            return None
    return None


def over_list(board: Board, quantity: Quantity) -> Cue | None:
    """Return the "not" of a list that a comparison closes: "no diesels or over 60k miles"."""
    place = quantity.first - 1
    while board.text(place) in _BETWEEN and place > 0:
        place -= 1
    if quantity.how not in _CLOSES or board.text(place) not in ("or", "nor"):
        return None
    for cue in range(place - 1, max(-1, place - 1 - MOST_BETWEEN), -1):
        text = board.text(cue)
        if text in _CUES:
            is_open = any("".join(board.texts[cue:place]).startswith(key) for key in _open())
            return Cue(cue, cue, is_near=False, is_open=is_open, is_shared=True)
        if text in (".", ";", "but") or board.tokens[cue].kind == "number":
            return None
    return None


def _open() -> list[str]:
    return phrases.keys(fillers.UNASKED)


def flipped(board: Board, quantity: Quantity) -> Quantity | None:
    """Return what a comparison is behind a "not"; None where nothing is compared, and so nothing
    but the opposite could be asked for."""
    stands = quantity.amounts[0].first
    words = {board.text(place) for place in range(quantity.first, stands)}
    compares_before = bool(words - _SOFT - {"£", "gbp"})
    behind = {
        board.text(place) for place in range(quantity.amounts[-1].last + 1, quantity.last + 1)
    }
    compares_after = bool(behind - _SOFT_BEHIND)
    if not (compares_before or compares_after) and quantity.how == said.MAX:
        return quantity
    how = _FLIPPED.get(quantity.how)
    if quantity.is_range or how is None or not (compares_before or compares_after):
        return None
    ages = quantity.amounts[-1].unit in ("years", "months")
    if quantity.how == said.MIN and not compares_before and not ages:
        how = said.BEFORE  # "not 2018 or later"
    return replace(quantity, how=how)
