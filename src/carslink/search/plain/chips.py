"""What was understood as chips, each with the sentence that is left without it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from carslink.search.filters import LIST_FILTER
from carslink.search.plain import fillers
from carslink.search.plain.claims import Board, Claim
from carslink.search.plain.tokens import Token

_SPACES = re.compile(r"\s+")
_STRAY = re.compile(r"\s+([,;.])|^[\s,;.]+|[\s,;]+$|([,;])(?:\s*[,;])+")
_KINDS = {"car": "Cars", "van": "Vans", "motorcycle": "Motorbikes"}
_NAMED = frozenset(("licence_category", "roof_height", "load_length", "bike_type", "van_type"))
_SHOWN = frozenset({*LIST_FILTER, "number", "near", "sort", "variant", "radius", "concept"})


@dataclass(frozen=True)
class Chip:
    """One thing that was understood: what it is called, what it sets, and the rest of the text.

    `kind` is the filter's name, `number`, `near`, `radius`, `sort`, `variant`, `preference`, or
    `keyword` for a word that nothing else claims.
    """

    kind: str
    label: str
    negated: bool
    sets: dict[str, Any]
    text: str
    without: str


def of(text: str, board: Board, keywords: Iterable[Token] = ()) -> tuple[Chip, ...]:
    """Return the chips of a sentence, in its order; `keywords` are the tokens left over."""
    claims = _each_wish_once([claim for claim in board.in_order() if claim.kind in _SHOWN])
    claims += _words(board, keywords)
    claims.sort(key=lambda claim: claim.first)
    return tuple(
        Chip(
            kind="preference" if claim.kind == "concept" else claim.kind,
            label=_label(claim),
            negated=claim.negated,
            sets=_sets(claim),
            text=text[board.tokens[claim.first].start : board.tokens[claim.last].end],
            without=_without(text, board, claim, board.in_order()),
        )
        for claim in claims
        if not (claim.kind in ("variant", "sort", "concept") and claim.negated)
    )


def _words(board: Board, keywords: Iterable[Token]) -> list[Claim]:
    """Return the words left over as claims: those of one thing, as "new MOT", are one."""
    found: dict[int, Claim] = {}
    for token in keywords:
        place = board.tokens.index(token)
        thing = board.taken[place]
        first, last = (thing.first, thing.last) if thing else (place, place)
        words = [board.text(each) for each in range(first, last + 1) if board.text(each).isalnum()]
        found[first] = Claim(first, last, "keyword", value=words, label=" ".join(words))
    return list(found.values())


def _each_wish_once(claims: list[Claim]) -> list[Claim]:
    """Leave out a concept that was said before: "family car with room for the kids"."""
    seen: set[str] = set()
    kept = []
    for claim in claims:
        name = claim.value.name if claim.kind == "concept" else None
        if name is None or name not in seen:
            kept.append(claim)
        seen |= {name} if name else set()
    return kept


def _label(claim: Claim) -> str:
    if claim.kind == "vehicle_type":
        return " or ".join(_KINDS[value] for _, value in claim.pairs)
    if claim.kind in _NAMED and len(claim.pairs) == 1:
        return f"{LIST_FILTER[claim.kind].label}: {claim.label}"
    return claim.label


def _sets(claim: Claim) -> dict[str, Any]:
    """Return the filters that a claim sets, or leaves out."""
    if claim.kind in LIST_FILTER:
        sets: dict[str, Any] = {}
        for name, value in claim.pairs if claim.negated else (*claim.pairs, *claim.implied):
            sets.setdefault(name, []).append(value)
        return sets
    if claim.kind == "number":
        return {name: whole(value) for name, value in claim.bounds}
    if claim.kind == "near":
        return {"near": claim.value.label, "miles": claim.value.miles, **dict(claim.implied)}
    if claim.kind == "radius":
        return {"miles": claim.value}
    if claim.kind == "concept":
        return {name: [value] for name, value in claim.implied}
    if claim.kind == "keyword":
        return {"keywords": claim.value}
    return {claim.kind: claim.value}


def whole(value: float) -> int | float:
    """Return a bound without the fraction that it does not have."""
    return int(value) if value == int(value) else value


def _without(text: str, board: Board, claim: Claim, claims: list[Claim]) -> str:
    """Return the sentence without a claim, and without what hung on it."""
    gone = _places(claim)
    for other in claims:
        if _hangs(other, claim, gone):
            gone |= _places(other)
    if claim.kind == "number" and claim.cue >= 0:
        gone = _without_its_cue(board, claim, claims, gone)
    if claim.negated and not any(
        other.cue == claim.cue and other is not claim for other in claims if other.negated
    ):
        cue = board.taken[claim.cue]
        if cue is not None:
            gone |= _places(cue) | set(range(cue.last + 1, claim.first))
    return _cut(text, board, gone | _connector(board, gone))


def _without_its_cue(board: Board, claim: Claim, claims: list[Claim], gone: set[int]) -> set[int]:
    """Return what goes with a comparison that a "not" turned round: the "not" too, unless it turns
    another."""
    if any(other.cue == claim.cue for other in claims if other is not claim):
        return gone - set(range(claim.first, claim.cue + 1))
    cue = board.taken[claim.cue]
    return gone | (_places(cue) if cue is not None else set())


def _places(claim: Claim) -> set[int]:
    return set(range(claim.first, claim.last + 1))


def _hangs(other: Claim, claim: Claim, gone: set[int]) -> bool:
    """Whether something has no meaning without a claim: the models of a make, the trims behind a
    name, and the same wish in other words."""
    if claim.kind == "concept":
        return other.kind == "concept" and other.value is claim.value
    if claim.kind not in ("make", "model") or claim.negated or other.negated:
        return False
    if claim.kind == "make" and other.kind == "model":
        return bool(set(claim.pairs) & set(other.implied))
    return other.kind == "variant" and other.first - 1 in gone


def _connector(board: Board, gone: set[int]) -> set[int]:
    """Return the word of a list that joined what goes to what stays."""
    before, after = min(gone) - 1, max(gone) + 1
    if board.text(before) in fillers.CONNECTORS and board.text(before) not in ("either", "nor"):
        return {before}
    # A comma behind it may end a list before it: a stray one is tidied away.
    return {after} if board.text(after) in ("or", "and", "&", "/") else set()


def _cut(text: str, board: Board, gone: set[int]) -> str:
    kept, at = [], 0
    for place in sorted(gone):
        token = board.tokens[place]
        kept.append(text[at : token.start])
        at = token.end
        if text[at : at + 1].isalnum():
            kept.append(" ")  # nothing runs together that was two
    kept.append(text[at:])
    spaced = _SPACES.sub(" ", "".join(kept))
    return _STRAY.sub(lambda found: found[1] or found[2] or "", spaced).strip()
