"""Places in a sentence: postcodes, outward codes and towns, and how far around them."""

import re
from collections.abc import Container
from dataclasses import replace

from carslink import places
from carslink.search import near
from carslink.search.filters import LIST_FILTER
from carslink.search.near import MILES, Near
from carslink.search.plain import distances, english, lexicon, negation, phrases, towns
from carslink.search.plain.claims import Board, Claim

LONGEST_NAME = 5  # words of a town's name, as "Newcastle upon Tyne"

_OUTWARD = re.compile(r"[a-z]{1,2}\d[a-z\d]?")
_MARK = re.compile(r"mk\d")
_INWARD = re.compile(r"\d[a-z]{2}")
_WHOLE = re.compile(r"[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}")

_NEAR = frozenset(phrases.keys(
    "near, nearby, near to, around, in, close to, within, round, based in, located in, based near, "
    "located near, local to, around the, at, not far from, not too far from, close by, "
    "in and around, in or around, "
    "in or near, in or around the, near by, somewhere near, anywhere near, somewhere in, "
    "anywhere in, "
    "dealers in, dealers near, dealer in, dealer near, from, live in, living in, i live in, im in, "
    "live near, living near, live around, based around, in the area of, "
    "collect from, collection from, in the, delivered to, outside, "
    "commutable to, driving distance of, commuting distance of, i live near, to, be in, of, "
    "between, somewhere between, anywhere between, halfway between, half way between"
))  # fmt: skip
_FAINT = frozenset(phrases.keys("at, from, to, in the, within, of, be in, outside, around the"))
"""Words that go before a place, but before much else too: the place must be a well-known one."""
_NEAREST = dict.fromkeys(
    phrases.keys("nearest to, closest to, nearest, closest, the nearest to, the closest to"),
    "distance",
)
_BEYOND = frozenset(phrases.keys(
    "at least, more than, over, further than, farther than, no less than, not less than, minimum, "
    "greater than, above, beyond, outside, upwards of, a minimum of, no closer than, min"
))  # fmt: skip
_AFTER_TOWN = frozenset({"area", "region", "way", "based"})
_JOINTS = frozenset({"upon", "on", "under", "super", "by", "le"})
_DIRECTIONS = frozenset({"north", "south", "east", "west", "central"})
_OF_VEHICLES = frozenset({"variant", "number", "sort", "radius"})

NAMED_TOWN = 8_000
"""The same for a town whose name is an English word, with "in" before it: Reading, Rugby, Deal."""

WORDS = frozenset(
    [
        "near",
        "nearby",
        "around",
        "within",
        "close",
        "round",
        "based",
        "located",
        "local",
        "mile",
        "miles",
        "radius",
        "area",
        "away",
        "live",
        "living",
        "dealer",
        "dealers",
        "nearest",
        "closest",
        "distance",
    ]
)


def claim(board: Board, is_word: Container[str]) -> None:
    """Claim what is plainly a place: full postcodes, and places behind words like "near".

    `is_word` are keys that are names or words of vehicles, so that "in black" is no place.
    """
    for place in range(len(board.tokens)):
        if board.is_free(place):
            _claim_at(board, place, is_word)
        if board.is_free(place) and board.tokens[place].kind == "word":
            _claim_with_miles(board, place, is_word)
        if board.is_free(place) and board.text(place + 1) in _JOINTS | {"-"}:
            _claim_in_full(board, place, is_word)


def claim_bare(board: Board, is_word: Container[str]) -> None:
    """Claim towns and outward codes that nothing points at, in what nothing else claims."""
    if any(claimed.kind == "near" for claimed in board.claims):
        return
    for place in range(len(board.tokens)):
        if not board.is_free(place) or board.tokens[place].kind != "word":
            continue
        found = _outward(board, place, is_word) or _town(board, place, towns.KNOWN_TOWN, is_word)
        if found is None:
            continue
        cue = negation.before(board, place)
        if cue:
            leave_out(board, place, cue, found, is_word)
            continue
        _add(board, place, found[1], found[0])
        return


def other(
    board: Board, first: int, is_word: Container[str], is_joined: bool
) -> tuple[Near, int] | None:
    """Return a further place: of any size where it is joined to the first in a list."""
    if is_joined:
        return _any(board, first, is_word, faint=False)
    return _outward(board, first, is_word) or _town(board, first, towns.KNOWN_TOWN, is_word)


def _claim_at(board: Board, first: int, is_word: Container[str]) -> None:
    whole = _postcode(board, first)
    if whole:
        _add(board, first, whole[1], whole[0])
        return
    if _claim_beyond(board, first, is_word):
        return
    sort = phrases.read(board, first, _NEAREST)
    miles, place = distances.radius(board, first)
    if miles is None:
        place = sort[1] + 1 if sort else _preposition(board, first)
    if place is None or place == first or not board.is_free(place):
        if miles is not None:
            distances.note(board, first, miles)
        return
    faint = miles is None and not sort and board.text(place - 1) in _FAINT
    while (
        board.text(place) in ("the", "town", "city", "centre", "of", "area") and place < first + 9
    ):
        place += 1
    found = _any(board, place, is_word, faint)
    if found is None:
        if miles is not None:
            distances.note(board, first, miles)
        return
    cue = negation.before(board, first)
    if cue:
        leave_out(board, cue.first if cue.is_near else first, cue, found, is_word)
        return
    _add(board, first, found[1], found[0], miles, is_sorted=bool(sort))


def _claim_beyond(board: Board, first: int, is_word: Container[str]) -> bool:
    """Claim "more than 50 miles from Leeds", which no filter can ask for; behind a "not" it is a
    circle."""
    told = phrases.read(board, first, dict.fromkeys(_BEYOND, True))
    if not told:
        return False
    miles, place = distances.radius(board, told[1] + 1)
    found = _any(board, place, is_word, faint=False) if miles and place is not None else None
    if found is None:
        return False
    cue = negation.before(board, first)
    if cue:
        _add(board, cue.first if cue.is_near else first, found[1], found[0], miles)
    else:
        leave_out(board, first, None, found, is_word)
    return True


def leave_out(
    board: Board,
    first: int,
    cue: negation.Cue | None,
    town: tuple[Near, int],
    is_word: Container[str],
) -> None:
    """Claim places that are not wanted: a town that is a region of its own is left out as that;
    of other towns nothing is asked, since no filter can leave out a circle."""
    found: tuple[Near, int] | None = town
    while found:
        around, last = found
        if not board.is_free(first, last):
            return
        if around.label in LIST_FILTER["region"].vocabulary and not (cue and cue.is_open):
            pairs = (("region", around.label),)
            at = cue.last if cue else first
            board.claim(
                Claim(first, last, "region", pairs, label=around.label, negated=True, cue=at)
            )
        else:
            board.claim(Claim(first, last, "filler"))
        first = last + 1
        if board.text(first) not in ("or", "and", "nor", ",", "/"):
            return
        if board.text(first) in ("or", "nor") and _leave_out_region(board, first + 1, cue):
            return
        again = first + 2 if board.text(first + 1) in ("near", "in", "around") else first + 1
        found = _town(board, again, towns.KNOWN_TOWN, is_word, pointed_at=True)
        first = again


def _leave_out_region(board: Board, first: int, cue: negation.Cue | None) -> bool:
    """Leave out the region behind the "or" of a list: "not in Manchester or the North West"."""
    first += board.text(first) in ("in", "around")
    told = phrases.read(board, first, lexicon.table())
    if cue is None or told is None or told[0].kind != "region":
        return False
    phrase, last = told
    label = " or ".join(value for _, value in phrase.pairs)
    if cue.is_open:
        board.claim(Claim(first, last, "filler"))
    else:
        board.claim(
            Claim(first, last, "region", phrase.pairs, label=label, negated=True, cue=cue.last)
        )
    return True


def _claim_with_miles(board: Board, first: int, is_word: Container[str]) -> None:
    """Claim "Leeds within 20 miles", before the miles are taken for those on the clock."""
    found = _town(board, first, towns.KNOWN_TOWN, is_word, pointed_at=True)
    if found and distances.behind(board, found[1]) and not negation.before(board, first):
        _add(board, first, found[1], found[0])


def _claim_in_full(board: Board, first: int, is_word: Container[str]) -> None:
    """Claim "Stoke-on-Trent" before the small words in it are taken for others."""
    found = _town(board, first, 0, is_word, pointed_at=True)
    words = board.texts[first : found[1] + 1] if found else []
    if not found or not _JOINTS.intersection(words[1:-1]):
        return
    cue = negation.before(board, first)
    if cue:
        leave_out(board, first, cue, found, is_word)
    else:
        _add(board, first, found[1], found[0])


def _preposition(board: Board, first: int) -> int | None:
    found = phrases.read(board, first, dict.fromkeys(_NEAR, True))
    return found[1] + 1 if found else None


def _any(board: Board, first: int, is_word: Container[str], faint: bool) -> tuple[Near, int] | None:
    if not board.is_free(first):
        return None
    code = _postcode(board, first) or _outward_here(board, first)
    if code:
        return code
    town = _town(board, first, towns.KNOWN_TOWN if faint else 0, is_word, pointed_at=True)
    return town or (None if faint else _misspelt(board, first, is_word))


def _postcode(board: Board, first: int) -> tuple[Near, int] | None:
    text = board.text(first)
    if _WHOLE.fullmatch(text):
        return _found(text, first)
    after = board.text(first + 1)
    if _OUTWARD.fullmatch(text) and _INWARD.fullmatch(after) and board.is_free(first, first + 1):
        return _found(f"{text} {after}", first + 1)
    return None


def _outward_here(board: Board, first: int) -> tuple[Near, int] | None:
    text = board.text(first)
    return _found(text, first) if _OUTWARD.fullmatch(text) else None


def _outward(board: Board, first: int, is_word: Container[str]) -> tuple[Near, int] | None:
    """Return an outward code that nothing points at: two letters, and no name of a vehicle."""
    text = board.text(first)
    if text in is_word or not text[:2].isalpha() or len(text) < 3:
        return None
    if _MARK.fullmatch(text) and any(claimed.kind in ("make", "model") for claimed in board.claims):
        return None  # "Golf Mk7"
    return _outward_here(board, first)


def _found(text: str, last: int) -> tuple[Near, int] | None:
    found = near.find(text)
    return (found, last) if found else None


def _town(
    board: Board, first: int, least: int, is_word: Container[str], pointed_at: bool = False
) -> tuple[Near, int] | None:
    """Return the longest town's name that begins here."""
    for key, last in phrases.spans(board, first):
        if last - first > 2 * LONGEST_NAME:
            continue
        town = towns.by_key().get(key)
        if town is None or town.population < least:
            continue
        if key in is_word and not (pointed_at and town.population >= towns.KNOWN_TOWN
                                   and _is_near(board, first)):  # fmt: skip
            continue
        if last == first and not _is_safe(board, first, key, town, pointed_at):
            continue
        return Near(town.name, town.lat, town.lon, MILES), last
    return None


def _is_near(board: Board, first: int) -> bool:
    """Whether "near" itself stands before it: nothing but a place comes after that."""
    return board.text(first - 1) in ("near", "in", "of", "around", "from", "to", "between")


def _is_safe(board: Board, first: int, key: str, town: places.Town, pointed_at: bool) -> bool:
    """Whether a town that may be an English word is meant."""
    if towns.is_a_word_first(key):
        return pointed_at and (_is_near(board, first) or town.population >= NAMED_TOWN)
    return pointed_at or not towns.is_a_word_too(key) or _is_beside_a_vehicle(board, first)


def _is_beside_a_vehicle(board: Board, first: int) -> bool:
    beside = [
        board.taken[place] for place in (first - 1, first + 1) if 0 <= place < len(board.tokens)
    ]
    return not beside or any(
        claimed is not None and (claimed.kind in LIST_FILTER or claimed.kind in _OF_VEHICLES)
        for claimed in beside
    )


def _misspelt(board: Board, first: int, is_word: Container[str]) -> tuple[Near, int] | None:
    """Return the well-known town that an unknown word behind "near" was meant to be."""
    text = board.text(first)
    if len(text) < 5 or not text.isalpha() or text in is_word or english.is_word(text):
        return None
    mended = towns.speller().mend(text)
    if mended is None:
        return None
    town = towns.by_key()[mended]
    return Near(town.name, town.lat, town.lon, MILES), first


def _add(
    board: Board,
    first: int,
    last: int,
    around: Near,
    miles: int | None = None,
    is_sorted: bool = False,
) -> None:
    while board.text(last + 1) in _AFTER_TOWN and board.is_free(last + 1):
        last += 1
    if first > 0 and board.text(first - 1) in _DIRECTIONS and board.is_free(first - 1):
        first -= 1  # "south London"
    tail = distances.behind(board, last) if miles is None else None
    if tail:
        miles, last = tail
    place = replace(around, miles=miles or around.miles)
    label = near.around(place)
    implied = (("sort", "distance"),) if is_sorted else ()
    board.claim(Claim(first, last, "near", value=place, label=label, implied=implied))
