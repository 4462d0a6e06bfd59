"""What is to be towed: a wish for something that pulls it, not for the thing itself."""

from carslink.search.filters import LIST_FILTER
from carslink.search.plain import phrases, wishes
from carslink.search.plain.claims import Board, Claim
from carslink.search.plain.knowledge import Knowledge

PULL = frozenset({"pull", "pulls", "pulling", "tow", "tows", "towing", "haul", "hauling", "drag"})
_SMALL = frozenset({"a", "an", "the", "my", "our", "his", "her", "small", "big", "large", "little",
                    "double", "classic", "race", "heavy", "another", "two", "horse"})  # fmt: skip
LOADS = frozenset({"caravan", "trailer", "boat", "horsebox", "box", "glider", "jetski"})
_KINDS = frozenset({"vehicle_type", "body_type", "van_type", "bike_type"})
assert set(LIST_FILTER) >= _KINDS


def claim(board: Board, first: int, known: Knowledge) -> Claim | None:
    """Return the wish of "pull my horsebox", which asks for no horsebox."""
    if board.text(first) not in PULL:
        return None
    place = first + 1
    while board.is_free(place) and board.text(place) in _SMALL and place < first + 5:
        place += 1
    if place == first + 1 or not board.is_free(first, place):
        return None
    towing = wishes.by_name()["towing"]
    for key, last in phrases.spans(board, place):
        phrase = known.phrase(key)
        if key.removesuffix("s") in LOADS or (phrase is not None and phrase.kind in _KINDS):
            return wishes.of(towing, first, last)
    return None
