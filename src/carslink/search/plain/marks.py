"""Registrations that are written as on the plate, in two parts: "AB21 XYZ"."""

import re
from collections.abc import Container
from dataclasses import replace

from carslink.search.plain import amounts, phrases, placed
from carslink.search.plain.tokens import Token
from carslink.vehicles.registration import registration_kind

_FIRST = re.compile(r"[a-z]{2}\d{2}")
_SECOND = re.compile(r"[a-z]{3}")


def joined(tokens: list[Token], is_word: Container[str]) -> list[Token]:
    """Return the tokens with the two parts of a registration as one, as listings have it."""
    found: list[Token] = []
    for token in tokens:
        before = found[-1] if found else None
        if before is not None and _is_mark(before, token, is_word):
            found[-1] = replace(before, text=before.text + token.text, end=token.end)
        else:
            found.append(token)
    return found


def _is_mark(one: Token, other: Token, is_word: Container[str]) -> bool:
    """Whether two words are a mark, and the second is no word: "near AB21 for"."""
    text = other.text
    return bool(
        _FIRST.fullmatch(one.text)
        and _SECOND.fullmatch(text)
        and registration_kind((one.text + text).upper()) == "current"
        and not (
            text in is_word
            or text in phrases.words()
            or text in amounts.WORDS
            or text in placed.WORDS
        )
    )
