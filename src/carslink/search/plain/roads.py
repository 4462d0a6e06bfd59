"""Roads: "near the M25" means no postcode M25, and no filter asks for what lies along a road."""

import re

from carslink.search.plain.claims import Board, Claim

_ROAD = re.compile(r"[mab]\d{1,4}")
_NUMBERED = re.compile(r"j\d{1,2}")
_INWARD = re.compile(r"\d[a-z]{2}")
_ALONG = frozenset(
    "along alongside around beside by down near nearby off on outside up via".split()
)
"""What stands before "the M4" where the road is meant, and no BMW."""

_ALONG_IN_TWO = frozenset(
    {("close", "to"), ("next", "to"), ("access", "to"), ("side", "of"), ("miles", "of"),
     ("miles", "from"), ("north", "of"), ("south", "of"), ("east", "of"), ("west", "of")}
)  # fmt: skip
_NOUNS = frozenset({"motorway", "corridor", "junction", "junctions"})
_OF_ROADS = frozenset("commute commutes commuter commuting jct traffic".split())
_JUNCTION = frozenset({"junction", "jct", "j"})
_SMALL = frozenset({"a", "on", "of", "off", "the", "from", "at"})


def claim(board: Board) -> None:
    """Claim roads, with what says where the buyer is beside them."""
    for place in range(len(board.tokens)):
        if board.is_free(place) and _ROAD.fullmatch(board.text(place)):
            found = _road(board, place)
            if found is not None:
                board.claim(Claim(*found, "filler"))


def _road(board: Board, place: int) -> tuple[int, int] | None:
    """Return the first and last token of a road, with the words that lead up to it."""
    last = place
    if board.texts[place + 1 : place + 4] == ["(", "m", ")"]:
        last = place + 3
    elif _INWARD.fullmatch(board.text(place + 1)):
        return None  # a whole postcode
    has_the = board.text(place - 1) == "the"
    first = place - 1 if has_the else place
    one, two = board.text(first - 1), board.text(first - 2)
    behind = last + (board.text(last + 1) in _NOUNS)
    if (two, one) in _ALONG_IN_TWO and has_the:
        return first - 2, behind
    if one == "off" or (one in _ALONG and has_the):
        return first - 1, behind
    is_road = last > place or board.text(last + 1) in _OF_ROADS | _NOUNS or one == "motorway"
    begins = _junction(board, first)
    return (begins, last) if is_road or begins < first else None


def _junction(board: Board, first: int) -> int:
    """Return where "junction 10 of" begins before a road; the road itself without one."""
    place = first - 1
    while board.text(place) in _SMALL:
        place -= 1
    has_number = place > 0 and board.tokens[place].number is not None
    if has_number and board.text(place - 1) in _JUNCTION:
        return place - 1
    return place if _NUMBERED.fullmatch(board.text(place)) else first
