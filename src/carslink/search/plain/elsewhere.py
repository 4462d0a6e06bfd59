"""More than one place in a sentence: one circle is searched, or the regions that are named.

The first place counts. Another one that lies within its circle needs no word; of one that does
not, a chip says that it was left out. A place listed with regions is the region that it lies in.
"""

from collections.abc import Container, Iterator
from dataclasses import replace

from carslink.places import distance_miles
from carslink.search import near
from carslink.search.filters import LIST_FILTER
from carslink.search.near import MILES, Near
from carslink.search.plain import distances, negation, placed, towns
from carslink.search.plain.claims import Board, Claim
from carslink.vehicles.folding import fold

_JOINS = frozenset({"or", "and", "/", "&", ","})
_LISTS = _JOINS | {"the", "in", "near", "around", "either"}
_PLACES = frozenset({"near", "elsewhere"})


def claim(board: Board, is_word: Container[str]) -> None:
    """Claim what places there are besides the first."""
    first = next((each for each in board.in_order() if each.kind == "near"), None)
    if first is None:
        return
    for other in [each for each in board.in_order() if each.kind == "near"][1:]:
        _take_back(board, other)
    _claim_others(board, is_word)
    _put_first(board)
    _take_for_regions(board)
    _tell_what_is_left_out(board)


def _take_back(board: Board, claimed: Claim) -> None:
    """Let a place that was claimed as the one be another. The miles behind it are of the first as
    well: "Leeds or York 20 miles"."""
    miles, tail = claimed.value.miles, claimed.last + 1
    if miles != MILES:
        counted = [each.number == miles for each in board.tokens[: claimed.last + 1]]
        tail = max((place for place, is_it in enumerate(counted) if is_it), default=tail)
        while board.text(tail - 1) in distances.TAIL:
            tail -= 1
    is_behind = any(towns.is_place(text) for text in board.texts[claimed.first : tail])
    last = tail - 1 if is_behind else claimed.last
    board.drop(claimed)
    board.claim(_other(claimed.first, last, claimed.value))
    if last < claimed.last:
        label = f"Within {near.in_miles(miles)}"
        board.claim(Claim(tail, claimed.last, "radius", value=miles, label=label))


def _other(first: int, last: int, around: Near) -> Claim:
    return Claim(first, last, "elsewhere", value=around)


def _claim_others(board: Board, is_word: Container[str]) -> None:
    """Claim further towns: of any size behind an "or", well-known ones anywhere."""
    for place in range(len(board.tokens)):
        if not board.is_free(place) or board.tokens[place].kind != "word":
            continue
        is_joined = _is_joined(board, place)
        found = placed.other(board, place, is_word, is_joined)
        if found is None:
            continue
        cue = negation.before(board, place)
        if cue:
            placed.leave_out(board, place, cue, found, is_word)
        else:
            board.claim(_other(place, found[1], found[0]))


def _put_first(board: Board) -> None:
    """Let the first place of a list count, also where the miles stand behind the last: "Leeds or
    York 20 miles"."""
    for group in _groups(board):
        places = [each for each in group if each.kind in _PLACES]
        near_one = next((each for each in places if each.kind == "near"), None)
        if near_one is not None and places[0] is not near_one:
            around = replace(places[0].value, miles=MILES)
            first = Claim(places[0].first, places[0].last, "near", value=around)
            first = replace(first, label=near.around(around))
            board.change(places[0], first)
            _take_back(board, near_one)


def _is_joined(board: Board, place: int) -> bool:
    """Whether a word is the next of a list of places."""
    return _is_beside(board, place, -1) or _is_beside(board, place, 1)


def _is_beside(board: Board, place: int, way: int) -> bool:
    beside = place + way
    while board.text(beside) in _LISTS:
        beside += way
    claimed = board.taken[beside] if 0 <= beside < len(board.tokens) else None
    return beside != place + way and claimed is not None and claimed.kind in _PLACES


def _take_for_regions(board: Board) -> None:
    """Take places for the regions that they lie in, where they are listed with regions: "London
    and the South East", "Leeds or Scotland"; but not in "Leeds, Yorkshire"."""
    for group in _groups(board):
        regions = {value for each in group if each.kind == "region" for _, value in each.pairs}
        lie_in = {id(each): _region_of(each.value.label) for each in group if each.kind in _PLACES}
        is_address = not _joins(board, group) - {","} and regions.issuperset(lie_in.values())
        if not regions or is_address:
            continue
        for each in group:
            region = lie_in.get(id(each))
            if region:
                pairs = (("region", region),)
                board.change(each, Claim(each.first, each.last, "region", pairs, label=region))


def _groups(board: Board) -> Iterator[list[Claim]]:
    """Yield lists of places and regions."""
    group: list[Claim] = []
    for each in (claimed for claimed in board.in_order() if claimed.kind != "filler"):
        is_place = each.kind in _PLACES or (each.kind == "region" and not each.negated)
        between = {board.text(at) for at in range(group[-1].last + 1, each.first)} if group else ()
        if group and not (is_place and _JOINS.intersection(between) and _LISTS.issuperset(between)):
            yield group
            group = []
        if is_place:
            group.append(each)
    yield group


def _joins(board: Board, group: list[Claim]) -> set[str]:
    places = range(group[0].first, group[-1].last + 1) if group else range(0)
    return {board.text(place) for place in places} & _JOINS


def _region_of(label: str) -> str:
    """Return the region that a town lies in, or that it is; nothing for a postcode."""
    if label in LIST_FILTER["region"].vocabulary:
        return label
    town = towns.by_key().get(fold(label))
    return town.region if town else ""


def _tell_what_is_left_out(board: Board) -> None:
    """Label the places that the one circle leaves out."""
    miles = [each.value for each in board.claims if each.kind == "radius"]
    first = next((each.value for each in board.in_order() if each.kind == "near"), None)
    for other in [each for each in board.claims if each.kind == "elsewhere"]:
        around = other.value
        if first and _miles_apart(first, around) > (miles[-1] if miles else first.miles):
            board.change(other, replace(other, label=f"{around.label}: one place at a time"))
        else:
            board.change(other, replace(other, kind="within"))


def _miles_apart(one: Near, other: Near) -> float:
    return distance_miles(one.lat, one.lon, other.lat, other.lon)
