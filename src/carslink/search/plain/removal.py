"""What is left of a sentence when one thing that was understood is taken away."""

import re
from itertools import pairwise

from carslink.search.filters import LIST_FILTER
from carslink.search.plain import (
    adverts,
    bounds,
    cabs,
    figures,
    fillers,
    lexicon,
    prices,
    trims,
    wording,
)
from carslink.search.plain.claims import Board, Claim
from carslink.search.plain.reach import KINDS

_SPACES = re.compile(r"\s+")
_STRAY = re.compile(r"\s+([,;.])|^[\s,;.]+|[\s,;]+$|([,;])(?:\s*[,;])+")

_OF_A_KIND = frozenset({"make", "model", "bike_type", "vehicle_type", "concept"})
"""What may say alone that motorcycles are spoken of."""

Cut = tuple[set[int], dict[int, str]]
"""The tokens that go, and what others become for what stays to mean the same."""


def without(text: str, board: Board, claim: Claim) -> str:
    """Return the sentence without a claim, and without what hung on it."""
    claims = board.in_order()
    gone = _places(claim)
    has_more_places = any(other.kind == "elsewhere" for other in claims)
    for other in claims:
        is_of_the_next = has_more_places and other.kind == "within" and other.value is None
        if _hangs(other, claim, gone) and not is_of_the_next:
            gone |= _places(other)
    in_full = _said_in_full(text, board, claims, claim, gone)
    listed = [other for other in claims if other.cue == claim.cue >= 0]
    if len(listed) > 1:
        taken_out, become = _out_of_a_list(board, claim, listed)
        return _cut(text, board, (gone - _kept_cue(claim)) | taken_out, become | in_full)
    if claim.cue >= 0 and (cue := board.taken[claim.cue]) is not None:
        first, last = sorted((claim.first, cue.first))
        gone |= _places(cue) | (set(range(first, last)) if claim.kind != "number" else set())
    return _cut(text, board, gone | _connector(board, gone, claim), in_full)


def _said_in_full(
    text: str, board: Board, claims: list[Claim], claim: Claim, gone: set[int]
) -> dict[int, str]:
    """Let what means something beside others alone be said in full: the miles of "Golf 8k 60k", the
    licence of "Yamaha R7 A2", the size of "Honda 125", the "tourer" that is a motorbike, the drive
    of "pickup 4x4"."""
    field = claim.bounds[0][0] if claim.kind == "number" else ""
    tells_kind = claim.kind in _OF_A_KIND or field.startswith("engine")
    left = {each for place, each in enumerate(board.texts) if place not in gone}
    become: dict[int, str] = {}
    for other in [each for each in claims if each.first not in gone]:
        words, token = board.texts[other.first : other.last + 1], board.tokens[other.last]
        said = text[token.start : token.end]
        if other.value == prices.BESIDE_A_PRICE and field.startswith("price"):
            become[other.last] = f"{said} miles"
        elif words[0].isdecimal() and _is_among_models(board, claim, other):
            become[other.first] = f"or {said}"
        elif claim.kind == "model" and words in cabs.DOUBLE and cabs.CREW_VAN in other.pairs:
            become[other.last] = f"{said} van"
        elif claim.kind == "model" and words in cabs.DOUBLE:
            become[other.last] = f"{said} pickup"
        elif other.kind == "make" and words[0] in trims.TOWNS_FIRST and claim.kind == "concept":
            become[other.first] = f"a {said}"
        elif claim.kind in adverts.BESIDE and adverts.in_full(other, words):
            become[other.last] = f"{said} {adverts.in_full(other, words)}"
        elif other.kind == "concept" and words == ["4x4"]:
            become[other.last] = "4wd"
        elif tells_kind and words in (["a1"], ["a2"]) and other.kind == "licence_category":
            become[other.last] = f"{said} licence"
        elif (
            tells_kind
            and wording.BIKE_WORDS.isdisjoint(left)
            and (_is_a_bikes_size(other, words) or _is_a_bikes_kind(other, words))
        ):
            become[other.last] = f"{said} bike"
    return become


def _is_among_models(board: Board, claim: Claim, number: Claim) -> bool:
    """Whether a number is the model that it is before the one that goes alone: "Focus 308 Golf"."""
    before = board.taken[number.first - 1] if number.first else None
    return (
        claim.kind == number.kind == "model"
        and claim.first == number.last + 1
        and before is not None
        and before.kind == "model"
        and set(before.implied).isdisjoint(number.implied)
    )


def _is_a_bikes_kind(claim: Claim, words: list[str]) -> bool:
    """Whether a word is a kind of motorcycle where one is spoken of alone: "tourer motorbike"."""
    if claim.kind != "bike_type":
        return False
    phrase = lexicon.table().get("".join(words))
    return phrase is None or phrase.kind != "bike_type"


def _is_a_bikes_size(claim: Claim, words: list[str]) -> bool:
    is_size = claim.kind == "number" and claim.bounds[0][0].startswith("engine")
    return (
        is_size
        and not bounds.CALLED_BY.isdisjoint(words)
        and figures.UNITS.keys().isdisjoint(words)
    )


def _kept_cue(claim: Claim) -> set[int]:
    """Return the tokens of a "not" that a number or region has within it, and that others need."""
    has_within = claim.kind == "number" or (claim.kind == "region" and claim.negated)
    return set(range(claim.first, claim.cue + 1)) if has_within else set()


def _out_of_a_list(board: Board, claim: Claim, listed: list[Claim]) -> Cut:
    """Return what goes with one of several that a cue reaches, so that it reaches the others as
    before, and no more."""
    at = next(place for place, other in enumerate(listed) if other is claim)
    left = [other for other in listed if other is not claim]
    become: dict[int, str] = {}
    if at == 0:
        gone = set(range(max(claim.first, claim.cue + 1), listed[1].first))
    else:
        gone = set(range(listed[at - 1].last + 1, claim.first)) | _noun(board, claim)
    if at == len(left):
        gone |= _noun(board, left[-1])
        if {"or", "nor"} & {board.text(place) for place in gone}:
            become = _ended_by_or(board, left)
    if len(left) == 1 and _is_followed_by_another(board, listed[-1]):
        become = {listed[-1].last + 1: " but"}  # "not black or white, silver"
    return gone, become


def _noun(board: Board, claim: Claim) -> set[int]:
    """Return the "car" of "not a diesel car or an estate"."""
    place = claim.last + 1
    after = board.taken[place] if place < len(board.tokens) else None
    is_said_of_it = after is not None and after.kind == "filler" and board.text(place) in KINDS
    return {place} if is_said_of_it else set()


def _ended_by_or(board: Board, left: list[Claim]) -> dict[int, str]:
    """Let what was the last but one be the last: "diesel, automatic or red" without the red."""
    if len(left) < 2:
        return {}
    between = range(left[-2].last + 1, left[-1].first)
    return {place: " or" for place in between if board.text(place) == ","}


def _is_followed_by_another(board: Board, claim: Claim) -> bool:
    """Whether a value that is wanted follows one of the same filter that is not."""
    after = claim.last + 1
    following = board.taken[after + 1] if after + 1 < len(board.tokens) else None
    return (
        board.text(after) == ","
        and following is not None
        and following.kind == claim.kind
        and not following.negated
    )


def _places(claim: Claim) -> set[int]:
    return set(range(claim.first, claim.last + 1))


def _hangs(other: Claim, claim: Claim, gone: set[int]) -> bool:
    """Whether something has no meaning without a claim: the models of a make, the trims behind a
    name, the same wish in other words, and a second place within the circle of the first."""
    if claim.kind == "concept":
        return other.kind == "concept" and other.value is claim.value
    if claim.kind == "near":
        return other.kind == "within"
    if claim.kind not in ("make", "model") or claim.negated or other.negated:
        return False
    if other.kind == "generation":
        return True
    if claim.kind == "model" and other.kind == "make" and other.label.lower() in trims.TOWNS_FIRST:
        return bool(set(other.pairs) & set(claim.implied))
    if claim.kind == "make" and other.kind == "model":
        return claim.value != "country" and bool(set(claim.pairs) & set(other.implied))
    return other.kind == "variant" and other.first - 1 in gone


def _connector(board: Board, gone: set[int], claim: Claim) -> set[int]:
    """Return the word of a list that joined what goes to what stays."""
    before, after = min(gone) - 1, max(gone) + 1
    is_joined = board.text(after) in ("or", "and", "&", "/") and _is_one_word(board, after)
    joins_behind = {after} if is_joined else set()
    connects = board.text(before) in fillers.CONNECTORS and _is_one_word(board, before)
    if connects and board.text(before) not in ("either", "nor"):
        earlier = board.taken[before - 1] if before > 0 else None
        is_of_another = earlier is not None and earlier.kind in LIST_FILTER and earlier.negated
        if joins_behind and is_of_another and not claim.negated:
            return joins_behind  # "not a diesel, automatic or manual"
        return {before}
    # A comma behind it may end a list before it: a stray one is tidied away.
    return joins_behind


def _is_one_word(board: Board, place: int) -> bool:
    """Whether a word is no part of a longer phrase: "or nearest offer"."""
    claimed = board.taken[place] if 0 <= place < len(board.taken) else None
    return claimed is None or claimed.first == claimed.last


def _apart(text: str, board: Board, gone: set[int], become: dict[int, str]) -> dict[int, str]:
    """Let two words that were run together, and stay, be two: "fordfocus st"."""
    apart: dict[int, str] = {}
    for place, (token, after) in enumerate(pairwise(board.tokens)):
        are_run = token.kind == after.kind == "word" and token.end == after.start
        if are_run and gone.isdisjoint((place, place + 1)):
            apart[place] = become.get(place, text[token.start : token.end]) + " "
    return apart


def _cut(text: str, board: Board, gone: set[int], become: dict[int, str]) -> str:
    kept, at = [], 0
    become |= _apart(text, board, gone, become)
    for place in sorted(gone | become.keys()):
        token = board.tokens[place]
        kept.append(text[at : token.start])
        at = token.end
        if place not in gone:
            kept.append(become[place])
        elif text[at : at + 1].isalnum():
            kept.append(" ")  # nothing runs together that was two
    kept.append(text[at:])
    spaced = _SPACES.sub(" ", "".join(kept))
    return _STRAY.sub(lambda found: found[1] or found[2] or "", spaced).strip()
