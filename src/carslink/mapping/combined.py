"""Cells that say make, model and variant in one (`2019 Ford Fiesta 1.0 Zetec`), and their parts."""

import re
from functools import lru_cache
from typing import NamedTuple

from carslink.mapping import addresses
from carslink.vehicles import makes
from carslink.vehicles.folding import fold

_WORDS_OF_A_MAKE = 3  # Rolls Royce Motor Cars and the like are found by their first words
_WORDS_OF_A_MODEL = 5
_YEAR_FIRST = re.compile(r"(?P<year>(?:19|20)[0-9]{2})(?:\s*\([0-9]{2}\)|/[0-9]{2})?[\s,-]+")
_LONGEST = 200


class Parts(NamedTuple):
    """What a cell says of a vehicle; empty where it does not."""

    make: str
    model: str
    variant: str
    year: str


@lru_cache(maxsize=8192)
def split(text: str, make: str = "") -> Parts | None:
    """Take a cell apart; None where it does not begin with a known make (after a year).

    With `make` known from another column, the cell may begin with the model. A model that is not
    in the vocabulary is the first word behind the make.
    """
    clean = " ".join(text.split())[:_LONGEST]
    began = _YEAR_FIRST.match(clean)
    words = (clean[began.end() :] if began else clean).split()
    named, rest = _make(words)
    if named is None:
        named, rest = (makes.normalise_make(make) or make or None), words
    if not named or not rest:
        return None
    model, variant = _model(named, rest)
    return Parts(named, model, variant, began["year"] if began else "")


def _make(words: list[str]) -> tuple[str | None, list[str]]:
    for length in range(min(_WORDS_OF_A_MAKE, len(words)), 0, -1):
        named = makes.normalise_make(" ".join(words[:length]))
        if named is not None:
            return named, words[length:]
    return None, words


def _model(make: str, words: list[str]) -> tuple[str, str]:
    """Return the longest model of the make that the words begin with, and what follows it."""
    known = {fold(each): each for each in makes.models_of(make)}
    for length in range(min(_WORDS_OF_A_MODEL, len(words)), 0, -1):
        said = " ".join(words[:length])
        model = makes.normalise_model(make, said)
        if fold(model) in known:
            return known[fold(model)], " ".join(words[length:])
    return words[0], " ".join(words[1:])


def begins_with_a_make(text: str) -> bool:
    """Whether a cell names a make and something behind it."""
    if len(text) > _LONGEST or addresses.is_link(text):
        return False
    parts = split(text)
    return parts is not None and parts.make != ""


def is_known_pair(make: str, model: str) -> bool:
    """Whether the make is known to have that model."""
    known = makes.models_of(make)
    return bool(known) and makes.normalise_model(make, model) in known
