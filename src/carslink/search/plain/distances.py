"""How far around a place: "within 20 miles of", "Leeds +20 miles", "Leeds 20 miles"."""

from carslink.search.near import in_miles
from carslink.search.plain import phrases, towns
from carslink.search.plain.claims import Board, Claim

MOST_MILES = 1_000

_UP_TO = frozenset(phrases.keys(
    "within, up to, less than, under, max, maximum, no more than, at most, not more than, in, "
    "within a, in a, a, within about, within around, no further than, not further than"
))  # fmt: skip
_MILES = frozenset({"mile", "miles", "mi", "mls"})
_AFTER_MILES = frozenset(phrases.keys(
    "of, from, around, away from, radius of, radius from, radius around, range of, either side of, "
    "out from, drive of, drive from, of the, distance of, distance from, travel from, to, near"
))  # fmt: skip
_AROUND_IT = frozenset(phrases.keys("radius, range, away, distance, or so, max, drive"))
_BEHIND_MILES = frozenset({")", "radius", "away", "range", "max", "distance"})
TAIL = frozenset({"within", "+", "(", ",", "-", "radius", "max", "about", "around", "plus"})
_ROUND_TOWN = 250
"""Miles behind a town's name that are a distance where no word says so: no vehicle has so few."""


def radius(board: Board, first: int) -> tuple[int | None, int | None]:
    """Return the miles of "within 20 miles of", and where the place begins."""
    place = first
    told = phrases.read(board, first, dict.fromkeys(_UP_TO, True))
    if told:
        place = told[1] + 1
    number = board.tokens[place].number if board.is_free(place) else None
    if number is None or not 0 < number <= MOST_MILES or board.text(place + 1) not in _MILES:
        return None, None
    after = place + 2
    if board.text(after) in ("radius", "range", "drive") and board.text(after + 1) in (
        "of",
        "from",
    ):
        return int(number), after + 2
    joined = phrases.read(board, after, dict.fromkeys(_AFTER_MILES, True))
    if joined:
        return int(number), joined[1] + 1
    tail = phrases.read(board, after, dict.fromkeys(_AROUND_IT, True))
    if tail and board.text(after) in ("radius", "range", "away", "drive"):
        return int(number), tail[1] + 1
    within = board.text(first) == "within" or (
        number <= _ROUND_TOWN and towns.is_well_known(board.text(after))
    )
    return (int(number), after) if within else (None, None)


def note(board: Board, first: int, miles: int) -> None:
    """Keep "within 20 miles" for a place that is named elsewhere in the sentence."""
    _, after = radius(board, first)
    assert after is not None
    last = after - 1
    if board.is_free(first, last):
        board.claim(Claim(first, last, "radius", value=miles, label=f"Within {in_miles(miles)}"))


def behind(board: Board, last: int) -> tuple[int, int] | None:
    """Return the miles of "Leeds within 20 miles", "Leeds +20 miles" and "Leeds 20 miles"."""
    place = last + 1
    says_so = board.text(place) == "within"
    while board.is_free(place) and board.text(place) in TAIL and place < last + 4:
        place += 1
    number = board.tokens[place].number if board.is_free(place) else None
    if number is None or not 0 < number <= (MOST_MILES if says_so else _ROUND_TOWN):
        return None
    end = place + 1
    if not board.is_free(end) or board.text(end) not in _MILES or board.text(end + 1) == "on":
        return None
    while board.is_free(end + 1) and board.text(end + 1) in _BEHIND_MILES:
        end += 1
    return int(number), end
