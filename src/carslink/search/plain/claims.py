"""What tokens were understood to mean."""

from dataclasses import dataclass, field
from typing import Any

from carslink.search.plain.tokens import Token

Pair = tuple[str, str]
"""A list filter and one of its values."""


@dataclass(frozen=True)
class Claim:
    """Tokens `first` to `last` (inclusive), and what they set.

    `kind` names what sort of thing it is: a filter's name, `number`, `near`, `sort`, `variant`,
    `concept`, `wish` (a claim, as `value`, that is only liked), `elsewhere` (a second place),
    `within` (one in the circle of the first, or how far that goes), `feature` (a thing that
    vehicles have, for keywords), `generation` (of a model), `not` (a cue that negates), `unasked`
    (a cue that what follows is not needed), `gentle` (a cue that it is only liked), `any` (all of
    something, as before `but`) or `filler`.
    `implied` are pairs that follow from what was said but were not said: a model's make, the
    vehicle type of a tipper. They do not outlive a negation.
    """

    first: int
    last: int
    kind: str
    pairs: tuple[Pair, ...] = ()
    bounds: tuple[tuple[str, float], ...] = ()
    value: Any = None
    label: str = ""
    implied: tuple[Pair, ...] = ()
    negated: bool = False
    cue: int = -1
    """The token of the "not" that negates it, or of the "ideally" that softens it."""


@dataclass
class Board:
    """The tokens of a sentence and what has been claimed of them so far."""

    tokens: list[Token]
    claims: list[Claim] = field(default_factory=list)
    taken: list[Claim | None] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    spans: dict[int, list[tuple[str, int]]] = field(default_factory=dict)
    """Kept by `phrases.spans`."""

    def __post_init__(self) -> None:
        self.taken = [None] * len(self.tokens)
        self.texts = [token.text for token in self.tokens]

    def claim(self, claim: Claim) -> None:
        """Take the tokens of a claim; marks inside it go with it."""
        self.claims.append(claim)
        for place in range(claim.first, claim.last + 1):
            self.taken[place] = claim

    def change(self, claim: Claim, other: Claim) -> None:
        """Let another claim of the same tokens take the place of one."""
        self.claims = [other if each is claim else each for each in self.claims]
        for place in range(claim.first, claim.last + 1):
            if self.taken[place] is claim:
                self.taken[place] = other

    def drop(self, claim: Claim) -> None:
        """Let a claim mean nothing; its tokens stay taken."""
        self.claims = [each for each in self.claims if each is not claim]

    def is_free(self, first: int, last: int | None = None) -> bool:
        """Whether nothing has claimed these tokens."""
        last = first if last is None else last
        return 0 <= first <= last < len(self.tokens) and not any(self.taken[first : last + 1])

    def text(self, place: int) -> str:
        """Return the folded text of a token; empty outside the sentence."""
        return self.texts[place] if 0 <= place < len(self.texts) else ""

    def free_until(self, first: int, most: int) -> int:
        """Return the last of the free tokens that begin at `first`, at `most` so many; the one
        before `first` if that is not free."""
        for place in range(first, min(first + most, len(self.taken))):
            if self.taken[place] is not None:
                return place - 1
        return min(first + most, len(self.taken)) - 1

    def in_order(self) -> list[Claim]:
        """Return the claims as they stand in the sentence."""
        return sorted(self.claims, key=lambda claim: claim.first)
