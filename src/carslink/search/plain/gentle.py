"""What is said to be liked and not needed: "ideally red", "automatic if possible".

It becomes a preference, which puts vehicles earlier and leaves none out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from carslink.search.filters import LIST_FILTER
from carslink.search.near import FURTHEST, around
from carslink.search.plain import chips, fillers
from carslink.search.plain.claims import Board, Claim
from carslink.search.query import Preference

WEIGHT = 0.6
"""More than any concept's: this was said."""

BEFORE, BEHIND = "before", "behind"
"""Where a cue stands, as a rule, beside what it softens."""

_NAMES = frozenset({"make", "model", "variant"})
_WORDS = frozenset({"feature", "word"})
_PHRASED = frozenset({*LIST_FILTER, "variant", *_WORDS})
_SOFTENED = _PHRASED | {"number", "near"}
_AS_THEY_ARE = frozenset({"sort", "concept", "radius"})
"""What leaves nothing out anyway."""

_ENDS = frozenset({"but", "must", "needs", "need", "though", ".", ";"})


@dataclass(frozen=True)
class _Thing:
    """A claim, or a run of words that nothing claims, and how it is joined to what the cue
    reached before it."""

    kind: str
    first: int
    last: int
    claim: Claim | None
    link: str = ""


def soften(board: Board) -> None:
    """Turn what each "ideally" reaches into wishes."""
    cues = [claim for claim in board.in_order() if claim.kind == "gentle"]
    for cue in cues:
        things = list(_reached(board, cue))
        for thing in things:
            _soften(board, thing, cue)


def preferences(claims: Iterable[Claim]) -> Iterator[Preference]:
    """Yield what the wishes among some claims prefer."""
    for wish in claims:
        if wish.kind == "wish":
            yield from _preferences(wish.value, chips.label(wish))


def _preferences(said: Claim, why: str) -> Iterator[Preference]:
    if said.kind in LIST_FILTER:
        for name in dict.fromkeys(name for name, _ in said.pairs):
            values = tuple(value for each, value in said.pairs if each == name)
            if said.negated:
                values = tuple(v for v in LIST_FILTER[name].vocabulary if v not in values)
            if values:
                yield Preference(name, values, weight=WEIGHT, why=why)
    elif said.kind == "number":
        bounds = dict(said.bounds)
        name = said.bounds[0][0].rpartition("_")[0]
        least, most = bounds.get(f"{name}_min"), bounds.get(f"{name}_max")
        yield Preference(name, (), least, most, WEIGHT, why)
    elif not said.negated:
        yield Preference("words", (str(said.value),), weight=WEIGHT, why=why)


def _soften(board: Board, thing: _Thing, cue: Claim) -> None:
    claim = thing.claim
    if claim is not None and claim.kind == "near":
        implied = (("sort", "distance"),)
        far = replace(claim.value, miles=FURTHEST)
        made = replace(claim, value=far, label=around(far), implied=implied, cue=cue.first)
    else:
        if claim is None or claim.kind == "feature":
            text = " ".join(
                board.text(place)
                for place in range(thing.first, thing.last + 1)
                if board.text(place).isalnum()
            )
            claim = Claim(thing.first, thing.last, "words", value=text, label=text)
        made = Claim(thing.first, thing.last, "wish", value=claim, cue=cue.first)
    if thing.claim is not None:
        board.drop(thing.claim)
    board.claim(made)


def _reached(board: Board, cue: Claim) -> list[_Thing]:
    ahead, behind = list(_ahead(board, cue)), list(_back(board, cue))
    is_apart_ahead = board.text(cue.last + 1) in (",", ":", "-")
    is_apart_behind = board.text(cue.first - 1) in (",", "-", "(")
    if cue.value == BEFORE:
        found = ahead if ahead and not (is_apart_ahead and behind) else behind
    else:
        found = behind if behind and not (is_apart_behind and ahead and not is_apart_ahead) \
            else ahead  # fmt: skip
    asked = {id(claim) for claim in board.claims}
    return [
        thing
        for thing in found
        if thing.kind in _SOFTENED and (thing.claim is None or id(thing.claim) in asked)
    ]


def _ahead(board: Board, cue: Claim) -> Iterator[_Thing]:
    """Yield what stands behind a cue, in one phrase or one list."""
    before: _Thing | None = None
    place = cue.last + 1
    while (thing := _next(board, place, is_first=before is None)) is not None:
        if before is not None and not _goes_on(before, thing):
            return
        yield thing
        if thing.kind in _AS_THEY_ARE:
            return
        before, place = thing, thing.last + 1


def _next(board: Board, first: int, is_first: bool) -> _Thing | None:
    """Return the next thing from a place on, over small words alone."""
    link, place = "", first
    while place < len(board.tokens):
        text, claim = board.text(place), board.taken[place]
        is_small = claim is None or claim.kind in ("filler", "gentle", "any")
        if text in _ENDS and is_small:
            return None
        if text in fillers.CONNECTORS and is_small:
            other = fillers.CONNECTORS[text]
            link = "or" if "or" in (link, other) else other
        elif claim is None and board.tokens[place].kind == "word" and not (
            text in fillers.ARTICLES or (is_first and text in fillers.BEHIND_A_NOT)
        ):  # fmt: skip
            return _Thing("word", place, _free_run(board, place), None, link)
        elif is_first and claim is not None and claim.kind == "not":
            pass  # "ideally not red": what it leaves out follows, and is negated
        elif not is_small:
            assert claim is not None
            known = claim.kind in _SOFTENED or claim.kind in _AS_THEY_ARE
            return _Thing(claim.kind, claim.first, claim.last, claim, link) if known else None
        elif not (is_first or text in fillers.ARTICLES):
            return None
        place = claim.last + 1 if claim is not None else place + 1
    return None


def _free_run(board: Board, first: int) -> int:
    last = first
    while board.is_free(last + 1) and board.tokens[last + 1].kind == "word" and not (
        board.text(last + 1) in fillers.CONNECTORS or board.text(last + 1) in _ENDS
    ):  # fmt: skip
        last += 1
    return last


def _goes_on(before: _Thing, thing: _Thing) -> bool:
    is_same = before.kind == thing.kind or {before.kind, thing.kind} <= _WORDS
    if not thing.link:  # "ideally a red 2018 Golf", but not "ideally a Golf under 5k"
        return thing.kind in _PHRASED and before.kind in _PHRASED | {"number"}
    if thing.link == ",":
        return is_same and thing.kind not in _WORDS
    return is_same or {before.kind, thing.kind} <= _PHRASED


def _back(board: Board, cue: Claim) -> Iterator[_Thing]:
    """Yield what stands before a cue, and is one list with what is right before it."""
    things = list(_before(board, cue))
    after: _Thing | None = None
    for thing in reversed(things):
        if after is not None:
            is_name = {after.kind, thing.kind} <= _NAMES
            is_listed = after.kind == thing.kind and after.kind not in _WORDS
            if not (is_listed if after.link else is_name):
                return
        yield thing
        after = thing


def _before(board: Board, cue: Claim) -> Iterator[_Thing]:
    """Yield the things that lead up to a cue with nothing but small words between."""
    found: list[_Thing] = []
    place = 0
    while place < cue.first:
        thing = _next(board, place, is_first=False)
        if thing is None or thing.first >= cue.first:
            place += 1
            continue
        is_joined = bool(found) and _is_small(board, found[-1].last + 1, thing.first)
        found = [*found, thing] if is_joined else [replace(thing, link="")]
        place = thing.last + 1
    if found and _is_small(board, found[-1].last + 1, cue.first):
        yield from found


def _is_small(board: Board, first: int, end: int) -> bool:
    """Whether nothing but joining words stands between two places."""
    return all(
        board.text(place) in fillers.CONNECTORS
        or board.text(place) in fillers.ARTICLES
        or board.text(place) in ("but", "(", "-", "'", "would", "id", "i", "if")
        or ((claim := board.taken[place]) is not None and claim.kind == "gentle")
        for place in range(first, end)
    )
