"""Words that are run together by a slip of the space bar: "fordfocus", "whitevan"."""

from dataclasses import replace

from carslink.search.filters import LIST_FILTER
from carslink.search.plain.knowledge import Knowledge
from carslink.search.plain.tokens import Token

_SHORTEST = 5
_SHORTEST_VALUE = 3


def divided(tokens: list[Token], known: Knowledge) -> list[Token]:
    """Return the tokens with such words as the two that they are."""
    found: list[Token] = []
    for token in tokens:
        at = _seam(token.text, known) if token.kind == "word" and _is_as_typed(token) else None
        if at is None:
            found.append(token)
            continue
        middle = token.start + at
        found.append(replace(token, text=token.text[:at], end=middle))
        found.append(replace(token, text=token.text[at:], start=middle, glued=True))
    return found


def _is_as_typed(token: Token) -> bool:
    return len(token.text) == token.end - token.start >= _SHORTEST


def _seam(word: str, known: Knowledge) -> int | None:
    """Return where the second of two words begins: a make and its model, or two values."""
    if known.is_a_word(word):
        return None
    for at in range(2, len(word) - 1):
        if _are_two(word[:at], word[at:], known):
            return None if known.stock.has_word(word) else at
    return None


def _are_two(one: str, other: str, known: Knowledge) -> bool:
    make, model = known.names.spellings.get(one), known.names.spellings.get(other)
    if make and model and any(each.make in make.makes for each in model.models):
        return True
    if min(len(one), len(other)) < _SHORTEST_VALUE:
        return False
    first, second = known.phrase(one, may_be_plural=False), known.phrase(other)
    return (
        first is not None
        and second is not None
        and first.kind in LIST_FILTER
        and second.kind in LIST_FILTER
        and first.kind != second.kind
    )
