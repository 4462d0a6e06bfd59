"""How far a "not" or an "ideally" reaches: over the list that follows it, and no further."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import pairwise

from carslink.search.filters import LIST_FILTER
from carslink.search.plain import fillers
from carslink.search.plain.claims import Board, Claim

CUES = frozenset({"not", "unasked", "gentle"})
_NAMES = frozenset({"make", "model"})
KINDS = frozenset(
    """
    bike bikes car cars motor motorbike motorbikes motorcycle motorcycles motors van vans vehicle
    vehicles
    """.split()
)
"""What a list may call what it leaves out: "a French car or a diesel"."""
_OWN = frozenset({"already", "currently", "her", "his", "my", "our", "their"})
"""Words of a cue behind which stands a vehicle that a buyer has: "trading in my 2015 red Focus"."""

_WANTED = frozenset({"instead", "only", "please", "pls", "plz", "preferred", "wanted"})
"""Words behind the last value of a list that say it is wanted: "no diesel, petrol please"."""


@dataclass(frozen=True)
class Item:
    """A claim of a list, and how the words before it join it to the one before: "", a comma,
    "and" or "or". `noun` is the kind of vehicle that it goes on to name, in the midst of a list:
    of cars as such "a French car or a diesel" says nothing."""

    claim: Claim
    link: str
    noun: Claim | None = None


def over(board: Board, claims: list[Claim], place: int) -> list[Item]:
    """Return what the cue at a place of `claims` reaches.

    It reaches to the next value of the same filter behind a comma or "and", and to any filter
    behind "or" and "nor". A comma before another filter ends the list, unless an "or" between two
    filters closes it: "nothing French, diesel or red".
    """
    cue = claims[place]
    is_own = cue.kind == "unasked" and not _OWN.isdisjoint(board.texts[cue.first : cue.last + 1])
    chain = _chain(board, claims[place + 1 :], cue, is_own)
    reached: list[Item] = []
    is_closed = False
    for at, item in enumerate(chain):
        describes = is_own and not item.link and chain[at - 1].claim.kind != "model"
        if at and is_own and _is_the_next(chain[at - 1], item):
            break
        if at and not (describes or _goes_on(board, chain, at, is_closed)):
            break
        reached.append(item)
        is_closed |= at > 0 and item.link in ("or", "and")
    if reached:
        reached[-1] = replace(reached[-1], noun=None)  # "no diesel cars" are cars for all that
    # A number behind a "not" is turned round already.
    return [item for item in reached if is_own or item.claim.kind != "number"]


def _is_the_next(before: Item, item: Item) -> bool:
    """Whether another vehicle begins than the one that a buyer has: "px my Polo, a Golf"."""
    return item.link in (",", "or") or (not item.link and before.claim.kind == item.claim.kind)


def link(
    board: Board, first: int, end: int, is_first: bool, own: Collection[str] = ()
) -> str | None:
    """Return how the words between two claims join them; None where they do not."""
    found = ""
    for place in range(first, end):
        text = board.text(place)
        if text in fillers.CONNECTORS:
            other = fillers.CONNECTORS[text]
            found = "or" if "or" in (found, other) else other
        elif text in own or (is_first and text in fillers.BEHIND_A_NOT):
            continue
        elif text not in fillers.ARTICLES and text not in ("-", "'", "not", "s", ":"):
            return None
    return found


def _chain(board: Board, claims: list[Claim], cue: Claim, is_own: bool) -> list[Item]:
    """Return the claims behind a cue, for as long as they are joined as those of a list are."""
    at, found, is_behind_a_feature = cue.last + 1, list[Item](), False
    for claim in claims:
        if claim.kind in ("filler", "any", *CUES) or claim.first < at:
            if claim.kind in CUES and found:
                break
            continue
        before = found[-1].claim.kind if found else ""
        is_any = not before or claim.kind == "number"  # "or anything over 60k miles"
        joined = link(board, at, claim.first, is_first=is_any, own=_OWN if is_own else ())
        is_said = claim.kind in LIST_FILTER or _may_be_first(claim, before)
        is_said |= claim.kind == "number" and (is_own or claim.cue == cue.first)
        if joined is not None and claim.kind == "feature":
            at, is_behind_a_feature = claim.last + 1, True
            continue  # "not 3 doors or red": a word, which is left out by itself
        if joined is None or not is_said or (is_behind_a_feature and joined != "or"):
            break
        between = {*board.texts[at : claim.first]} if found and cue.kind == "unasked" else set()
        if between & ({"to", "a", "an"} if is_own else {"to"}):
            break  # "upgrading from a Corsa to a Focus", "instead of my Golf a Polo"
        at, is_behind_a_feature = claim.last + 1, False
        if before and claim.kind == "vehicle_type" != before and not joined:
            found[-1] = replace(found[-1], noun=claim)
        else:
            found.append(Item(claim, joined))
    return found


def _may_be_first(claim: Claim, before: str) -> bool:
    return not before and claim.kind in ("variant", "concept", "sort")


def _goes_on(board: Board, chain: list[Item], at: int, is_closed: bool) -> bool:
    """Whether a list goes on with its item at a place."""
    before, item = chain[at - 1], chain[at]
    kinds = {before.claim.kind, item.claim.kind}
    if item.link == "or":
        return True
    if not item.link:
        return kinds <= _NAMES and (before.claim.kind, item.claim.kind) != ("model", "make")
    if item.link == "and" or is_closed:
        return (len(kinds) == 1 or kinds <= _NAMES) and not (is_closed and item.link == ",")
    if len(kinds) == 1 or kinds <= _NAMES:
        last = at
        while last + 1 < len(chain) and chain[last + 1].link in ("or", "and"):
            last += 1
        if last > at:  # "no diesels, hybrid or electric only"
            return not (last + 1 == len(chain) and board.text(chain[last].claim.last + 1) == "only")
        return not (last + 1 == len(chain) and _is_wanted(board, item.claim))
    return _is_closed_by_or(chain[at:])


def _is_wanted(board: Board, claim: Claim) -> bool:
    words = {board.text(place) for place in range(claim.first, claim.last + 2)}
    return bool(words & _WANTED)


def _is_closed_by_or(rest: list[Item]) -> bool:
    """Whether what goes on after a comma ends in an "or" between two filters: nobody asks for
    one filter or another."""
    for before, item in pairwise(rest):
        if item.link == "or":
            return item.claim.kind != before.claim.kind
        if item.link != ",":
            return False
    return False
