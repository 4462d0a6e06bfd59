"""What was understood as chips, each with the sentence that is left without it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from carslink.search.filters import LIST_FILTER
from carslink.search.plain import removal
from carslink.search.plain.claims import Board, Claim
from carslink.search.plain.tokens import Token

_KINDS = {"car": "Cars", "van": "Vans", "motorcycle": "Motorbikes"}
_NAMED = frozenset(("licence_category", "roof_height", "load_length", "bike_type", "van_type"))
_SHOWN = frozenset({*LIST_FILTER, "number", "near", "sort", "variant", "radius", "concept",
                     "wish", "elsewhere"})  # fmt: skip


@dataclass(frozen=True)
class Chip:
    """One thing that was understood: what it is called, what it sets, and the rest of the text.

    `kind` is the filter's name, `number`, `near`, `elsewhere` for a second place that is not
    searched, `radius`, `sort`, `variant`, `preference`, or `keyword` for a word that nothing else
    claims.
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
            kind="preference" if claim.kind in ("concept", "wish") else claim.kind,
            label=label(claim),
            negated=claim.negated,
            sets=_sets(claim),
            text=text[board.tokens[claim.first].start : board.tokens[claim.last].end],
            without=removal.without(text, board, claim),
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


def label(claim: Claim) -> str:
    """Return what a claim is called."""
    if claim.kind == "wish":
        said = label(claim.value)
        said = said[0].lower() + said[1:] if claim.value.kind == "number" else said
        return f"Ideally {'not ' if claim.value.negated else ''}{said}"
    if claim.kind == "vehicle_type":
        return " or ".join(_KINDS[value] for _, value in claim.pairs)
    if claim.kind in _NAMED and len(claim.pairs) == 1:
        return f"{LIST_FILTER[claim.kind].label}: {claim.label}"
    return claim.label


def _sets(claim: Claim) -> dict[str, Any]:
    """Return the filters that a claim sets, or leaves out."""
    if claim.kind in LIST_FILTER:
        sets: dict[str, Any] = {}
        pairs = claim.pairs if claim.negated else (*claim.pairs, *claim.implied)
        for name, value in dict.fromkeys(pairs):
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
    if claim.kind in ("wish", "elsewhere"):
        return {}
    return {claim.kind: claim.value}


def whole(value: float) -> int | float:
    """Return a bound without the fraction that it does not have."""
    return int(value) if value == int(value) else value
