"""How far around a place: "within 20 miles of", "Leeds +20 miles", "Leeds 20 miles"."""

from dataclasses import replace

from carslink.search.near import MILES, around, in_miles
from carslink.search.plain import amount_words, phrases, towns
from carslink.search.plain.bounds import MILE
from carslink.search.plain.claims import Board, Claim

MOST_MILES = 1_000

_UP_TO = frozenset(phrases.keys(
    "within, up to, less than, under, max, maximum, no more than, at most, not more than, in, "
    "within a, in a, a, within about, within around, no further than, not further than"
))  # fmt: skip
_MILES = frozenset({"mile", "miles", "mi", "mls"})
_KILOMETRES = frozenset(amount_words.UNITS["km"].split(", "))
_HOURS = frozenset({"hour", "hours", "hr", "hrs"})
_FAR = _MILES | _KILOMETRES
_MINUTES = frozenset({"min", "mins", "minute", "minutes"})
_MILES_AN_HOUR = 30
"""How far around a place an hour's drive goes, as the crow flies."""

_AFTER_MILES = frozenset(phrases.keys(
    "of, from, around, away from, radius of, radius from, radius around, range of, either side of, "
    "out from, drive of, drive from, of the, distance of, distance from, travel from, to, near"
))  # fmt: skip
_AROUND_IT = frozenset(phrases.keys("radius, range, away, distance, or so, max, drive"))
_BEHIND_MILES = frozenset({")", "radius", "away", "range", "max", "distance"})
TAIL = frozenset({"within", "+", "(", ",", "-", "radius", "max", "about", "around", "plus"})
ROUND_TOWN = 250
"""Miles behind a town's name that are a distance where no word says so: no vehicle has so few."""

_DRIVEN = frozenset({"clock", "odometer", "mileage", "milage", "done", "covered"})


def radius(board: Board, first: int) -> tuple[int | None, int | None]:
    """Return the miles of "within 20 miles of", and where the place begins."""
    place = first
    told = phrases.read(board, first, dict.fromkeys(_UP_TO, True))
    if told:
        place = told[1] + 1
    says_so = board.text(first) == "within"
    is_around = says_so or board.text(first) == "in"  # "in a 20 mile range"
    number, after = _told(board, place) or (None, place)
    if number is None and says_so and board.text(place + 1) in ("of", "from"):
        number, after = _miles(board, place), place + 1  # "within 20 of Leeds"
    if number is None or not 0 < number <= MOST_MILES:
        return None, None
    is_drive = board.text(after) in ("radius", "range", "drive", "travel")
    if is_drive and board.text(after + 1) in ("of", "from", "around"):
        return number, after + 2
    if board.text(after) == "range" and not is_around:
        return None, None  # how far an electric car goes
    joined = phrases.read(board, after, dict.fromkeys(_AFTER_MILES, True))
    if joined:
        return number, joined[1] + 1
    tail = phrases.read(board, after, dict.fromkeys(_AROUND_IT, True))
    if tail and board.text(after) in ("radius", "range", "away", "drive"):
        return number, tail[1] + 1
    within = says_so or (number <= ROUND_TOWN and towns.is_well_known(board.text(after)))
    return (number, after) if within else (None, None)


def _told(board: Board, place: int) -> tuple[int, int] | None:
    """Return the miles of "20 miles", "an hour" and "30 minutes", and what stands behind them."""
    half = board.text(place) == "half" and board.is_free(place)
    at = place + half
    if board.text(at) in ("a", "an", "one") and board.text(at + 1) in _HOURS:
        return (_MILES_AN_HOUR // (1 + half), at + 2) if board.is_free(at, at + 1) else None
    number, unit = _miles(board, place), board.text(place + 1)
    if number is None or not board.is_free(place + 1):
        return None
    if unit in _MILES:
        return number, place + 2
    if unit in _KILOMETRES:
        return max(1, round(number * MILE)), place + 2
    if unit in _HOURS | _MINUTES:
        return max(1, number * _MILES_AN_HOUR // (1 if unit in _HOURS else 60)), place + 2
    return None


def _miles(board: Board, place: int) -> int | None:
    number = board.tokens[place].number if board.is_free(place) else None
    return None if number is None else int(number)


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
    far = _told(board, place)
    if far is None or not 0 < far[0] <= (MOST_MILES if says_so else ROUND_TOWN):
        return None
    miles, after = far
    if board.text(after) == "on" or (board.text(after) == "range" and not says_so):
        return None
    while board.is_free(after) and board.text(after) in _BEHIND_MILES:
        after += 1
    return miles, after - 1


def put_together(board: Board) -> None:
    """Let miles that are said apart from the one place be of it: "Bristol under 5k 30 miles"."""
    near = next((each for each in board.in_order() if each.kind == "near"), None)
    if near is None:
        return
    told = [each for each in board.in_order() if each.kind == "radius"]
    if not told and near.value.miles == MILES:
        told = [each for each in board.in_order() if _are_few(board, each)]
    is_told = near.value.miles != MILES or not _MILES.isdisjoint(
        board.texts[near.first : near.last + 1]
    )
    for each in told:
        if is_told:  # with the place itself
            board.change(each, Claim(each.first, each.last, "within"))
            continue
        miles = each.value if each.kind == "radius" else int(each.bounds[0][1])
        place = replace(near.value, miles=miles)
        around_it = replace(near, value=place, label=around(place))
        board.change(near, around_it)
        board.change(each, Claim(each.first, each.last, "within"))
        near = around_it


def _are_few(board: Board, claim: Claim) -> bool:
    """Whether miles are so few that they are no vehicle's, unless it is said that they are."""
    if claim.kind != "number" or claim.cue >= 0 or len(claim.bounds) > 1:
        return False
    (name, miles), words = claim.bounds[0], board.texts[claim.first : claim.last + 1]
    is_few = name == "mileage_max" and 0 < miles <= ROUND_TOWN
    return is_few and _DRIVEN.isdisjoint(words) and not _FAR.isdisjoint(words)
