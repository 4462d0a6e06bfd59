"""How far a "not" reaches, and what claims add up to."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from carslink.search.filters import LIST_FILTER
from carslink.search.plain import fillers
from carslink.search.plain.claims import Board, Claim


@dataclass
class Meaning:
    """What a sentence asks for, in the vocabulary of search."""

    filters: dict[str, list[str]] = field(default_factory=dict)
    exclude: dict[str, list[str]] = field(default_factory=dict)
    bounds: dict[str, float] = field(default_factory=dict)
    variant: list[str] = field(default_factory=list)
    near: Any = None
    sort: str | None = None


def negate(board: Board) -> None:
    """Mark the claims that a "not" reaches.

    It reaches over the list that follows: to the next value of the same filter behind a comma or
    "and", to any list filter behind "or" and "nor", and no further. What stands so behind "no need
    for" is not asked for, and its claims go.
    """
    claims = board.in_order()
    reached: dict[int, int] = {}
    unasked: set[int] = set()
    for place, cue in enumerate(claims):
        if not _is_cue(board, claims, place, cue):
            continue
        listed = list(_list(board, claims[place + 1 :], cue))
        if cue.kind == "unasked":
            unasked |= {id(claim) for claim in listed}
            continue
        reached |= {id(claim): cue.first for claim in listed}
    board.claims = [
        replace(claim, negated=True, cue=reached[id(claim)]) if id(claim) in reached else claim
        for claim in claims
        if id(claim) not in unasked
    ]


def _is_cue(board: Board, claims: list[Claim], place: int, cue: Claim) -> bool:
    if cue.kind in ("not", "unasked"):
        return True
    # "Any colour but black": "but" negates only there.
    said = cue.kind == "filler" and board.text(cue.first) in fillers.CONTRADICTIONS.split(", ")
    return said and any(
        each.kind == "any" and cue.first - each.last <= 3 for each in claims[:place]
    )


def _list(board: Board, claims: list[Claim], cue: Claim) -> Iterator[Claim]:
    """Yield the claims of the list that begins behind a cue."""
    at, kind, joined = cue.last + 1, "", ""
    for claim in claims:
        if claim.kind in ("filler", "any", "not", "unasked") or claim.first < at:
            if claim.kind in ("not", "unasked") and kind:
                return
            continue
        link = _link(board, at, claim.first, is_first=not kind)
        if link is None:
            return
        is_list = claim.kind in LIST_FILTER
        if kind and not _goes_on(kind, claim.kind, link):
            return
        if not kind and not is_list and claim.kind not in ("variant", "concept"):
            return
        if kind and not is_list:
            return
        yield claim
        kind, at, joined = claim.kind, claim.last + 1, link
    del joined


def _goes_on(kind: str, other: str, link: str) -> bool:
    names = {"make", "model"}
    if kind == other:
        return bool(link) or kind in names
    if kind == "make" and other == "model" and not link:
        return True  # "not a BMW 3 Series"
    if {kind, other} <= names:
        return bool(link)
    return link == "or"


def _link(board: Board, first: int, end: int, is_first: bool) -> str | None:
    """Return how the words between two claims join them; None where they do not."""
    link = ""
    for place in range(first, end):
        text = board.text(place)
        if text in fillers.CONNECTORS:
            other = fillers.CONNECTORS[text]
            link = "or" if "or" in (link, other) else other
        elif is_first and text in fillers.BEHIND_A_NOT:
            continue
        elif text not in fillers.ARTICLES and text not in ("-", "'", "not", "s", ":"):
            return None
    return link


def meaning(board: Board) -> Meaning:
    """Add up the claims of a sentence."""
    found = Meaning()
    claims = board.in_order()
    for claim in claims:
        _add(found, claim, claims)
    _without_contradictions(found)
    radius = [claim.value for claim in claims if claim.kind == "radius"]
    if radius and found.near:
        found.near = replace(found.near, miles=radius[-1])
    return found


def _add(found: Meaning, claim: Claim, claims: list[Claim]) -> None:
    if claim.kind in LIST_FILTER:
        target = found.exclude if claim.negated else found.filters
        if claim.negated and claim.kind == "make" and _has_model(claim, claims):
            return  # "not a BMW 3 Series" leaves out the 3 Series, not BMW
        pairs = claim.pairs if claim.negated else (*claim.pairs, *claim.implied)
        for name, value in pairs:
            values = target.setdefault(name, [])
            if value not in values:
                values.append(value)
    elif claim.kind == "number":
        found.bounds.update(claim.bounds)
    elif claim.kind == "variant" and not claim.negated:
        found.variant += [word for word in claim.value.split() if word not in found.variant]
    elif claim.kind == "concept" and not claim.negated:
        for name, value in claim.implied:
            found.filters.setdefault(name, [])
            found.filters[name] += [value] if value not in found.filters[name] else []
    elif claim.kind == "near":
        found.near = claim.value
        found.sort = dict(claim.implied).get("sort", found.sort)
    elif claim.kind == "sort" and not claim.negated:
        found.sort = claim.value


def _has_model(make: Claim, claims: list[Claim]) -> bool:
    said = {value for _, value in make.pairs}
    return any(
        claim.kind == "model"
        and claim.negated
        and claim.first > make.last
        and any(value in said for _, value in claim.implied)
        for claim in claims
    )


def _without_contradictions(found: Meaning) -> None:
    """What is left out is not asked for as well; a span that ends before it begins is none."""
    for name, left_out in found.exclude.items():
        kept = [value for value in found.filters.get(name, []) if value not in left_out]
        if name in found.filters:
            found.filters[name] = kept
    found.filters = {name: values for name, values in found.filters.items() if values}
    for name in [each.removesuffix("_min") for each in found.bounds if each.endswith("_min")]:
        low, high = found.bounds[f"{name}_min"], found.bounds.get(f"{name}_max")
        if high is not None and low > high:
            found.bounds[f"{name}_min"], found.bounds[f"{name}_max"] = high, low
