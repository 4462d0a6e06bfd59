"""What a "not" leaves out, and what claims add up to."""

from dataclasses import dataclass, field, replace
from typing import Any

from carslink.search.filters import LIST_FILTER
from carslink.search.plain import fillers, reach
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
    """Mark the claims that a "not" reaches (`reach.py`). What stands so behind "no need for" is not
    asked for, and its claims go."""
    claims = board.in_order()
    for place, cue in enumerate(claims):
        if not _is_cue(board, claims, place, cue):
            continue
        listed = reach.over(board, claims, place)
        if cue.kind == "unasked" and not listed and board.text(cue.last) == "necessarily":
            board.change(cue, replace(cue, kind="gentle", value="behind"))
        for item in listed:
            if cue.kind == "unasked":
                board.drop(item.claim)
            else:
                _leave_out(board, item, cue)


def _leave_out(board: Board, item: reach.Item, cue: Claim) -> None:
    board.change(item.claim, replace(item.claim, negated=True, cue=cue.first))
    if item.noun is not None:
        board.change(item.noun, Claim(item.noun.first, item.noun.last, "filler"))


def _is_cue(board: Board, claims: list[Claim], place: int, cue: Claim) -> bool:
    if cue.kind in ("not", "unasked"):
        return True
    # "Any colour but black": "but" negates only there.
    said = cue.kind == "filler" and board.text(cue.first) in fillers.CONTRADICTIONS.split(", ")
    return said and any(
        each.kind == "any" and cue.first - each.last <= 3 for each in claims[:place]
    )


def meaning(board: Board) -> Meaning:
    """Add up the claims of a sentence."""
    found = Meaning()
    claims = board.in_order()
    for claim in claims:
        _add(found, claim, claims)
    for claim in claims:
        if claim.kind == "wish" and not claim.value.negated:
            _add_wished(found, claim.value)
    _without_contradictions(found)
    return found


def _add(found: Meaning, claim: Claim, claims: list[Claim]) -> None:
    if claim.kind in LIST_FILTER:
        target = found.exclude if claim.negated else found.filters
        if claim.kind == "make" and _is_told_closer(claim, claims):
            return
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
        is_only_liked = claim.cue >= 0
        if not (is_only_liked and any(each.kind == "sort" for each in claims)):
            found.sort = dict(claim.implied).get("sort", found.sort)
    elif claim.kind == "sort" and not claim.negated:
        found.sort = claim.value


def _add_wished(found: Meaning, said: Claim) -> None:
    """Let what is liked best be found beside what will do: "preferably petrol, diesel is fine"."""
    if any(name in found.filters for name, _ in said.pairs):
        for name, value in (*said.pairs, *said.implied):
            values = found.filters.get(name, [])
            if values and value not in values:
                values.append(value)


def _is_told_closer(make: Claim, claims: list[Claim]) -> bool:
    """Whether a name says more: "not a BMW 3 Series" leaves out the 3 Series, not BMW, and "a
    German car, an Audi" asks for Audis."""
    said = {value for _, value in make.pairs}
    is_country = make.value == "country"
    return is_country != make.negated and any(
        claim.negated == make.negated
        and (claim.kind == "model" or (is_country and claim.kind == "make"))
        and claim is not make
        and (is_country or claim.first > make.last)
        and any(value in said for _, value in (*claim.pairs, *claim.implied))
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
