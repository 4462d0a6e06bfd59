"""Cells that say make, model and variant in one (`2019 Ford Fiesta 1.0 Zetec`), and their parts."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from carslink.mapping import addresses, readings
from carslink.vehicles import makes, model_codes
from carslink.vehicles.folding import fold

_WORDS_OF_A_MAKE = 3  # Rolls Royce Motor Cars and the like are found by their first words
_WORDS_OF_A_MODEL = 5
_FOUR = r"(?:19|20)[0-9]{2}"
_PLATE = r"(?:[0-9]{2}(?:\s?/\s?[0-9]{2})?|[A-HJ-NPR-TV-Y])"
_CALLED = rf"{_PLATE}\s?-?\s?(?:plate|reg)\b\.?"
_YEARS = (  # with what of a plate stands beside
    rf"[(\[]?{_FOUR}[)\]]?\s?[/(\[-]?\s?{_PLATE}(?:\s?-?\s?(?:plate|reg)\b\.?)?[)\]]?",
    rf"[(\[]?{_FOUR}[)\]]?",
    rf"[(\[]?{_CALLED}[)\]]?",
    r"[(\[][0-9]{2}(?:/[0-9]{2})?[)\]]",
    r"[0-9]{2}/[0-9]{2}",
)
_YEAR_FIRST = tuple(re.compile(rf"({year})(?:[\s,:-]+|$)", re.IGNORECASE) for year in _YEARS)
_YEAR_WITHIN = tuple(
    re.compile(rf"(?:(?<=[\s,])|^)[,-]?({year})(?=[\s,]|$)(?!\s?cc)", re.IGNORECASE)
    for year in _YEARS[:4]
)
_BARE_PLATE = re.compile(r"([0-9]{2})\s+")
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

    With `make` known from another column, the cell may begin with the model, and without it with
    a model that one make alone has. A code that tells the model (`320d`) stays in the variant. A
    model that is not in the vocabulary is the first word behind the make; where the cell does not
    begin with the make that is known, it is all of it.
    """
    clean = " ".join(text.split())[:_LONGEST]
    given = makes.normalise_make(make) or make
    year, rest = _year_first(clean, given)
    words = rest.split()
    named, behind = _make(words)
    if clean and given and named != given:
        model, variant = _known_model(given, words) or (clean, "")
        if not year:
            year, variant = _year_within(variant)
        return Parts(given, model, variant, year)
    named = named or _only_make(words)
    if not named or not behind:
        return None
    if not year:
        year, rest = _year_first(" ".join(behind), named)
        behind = rest.split()
    if not behind:
        return None
    model, variant = _model(named, behind)
    if not year:
        year, variant = _year_within(variant)
    return Parts(named, model, variant, year)


def _year_first(text: str, make: str) -> tuple[str, str]:
    """Return the year that a text begins with, and the rest; a Peugeot 2008 is no year."""
    if make and _known_model(make, text.split()):
        return "", text
    for shape in _YEAR_FIRST:
        found = shape.match(text)
        if found and (year := _year(found[1])):
            return year, text[found.end() :]
    found = _BARE_PLATE.match(text)
    if found and _make(text[found.end() :].split())[0] and (year := _year(found[1])):
        return year, text[found.end() :]
    return "", text


def _year_within(text: str) -> tuple[str, str]:
    for shape in _YEAR_WITHIN:
        found = shape.search(text)
        if found and (year := _year(found[1])):
            kept = f"{text[: found.start()]} {text[found.end() :]}"
            return year, " ".join(kept.split()).strip(" ,-")
    return "", text


def _year(text: str) -> str:
    """Return the year that a text names, "" where its plate is not of that year."""
    bare = text.strip("()[] ")
    year = readings.year(bare)
    several = len(re.findall(r"[0-9]{2,4}", bare)) > 1
    agrees = not several or readings.is_year_by_plate(text.lstrip("([")) or not bare[-1].isdigit()
    return str(year) if year is not None and agrees else ""


def _make(words: list[str]) -> tuple[str | None, list[str]]:
    for length in range(min(_WORDS_OF_A_MAKE, len(words)), 0, -1):
        named = makes.normalise_make(" ".join(words[:length]))
        if named is not None:
            return named, words[length:]
    return None, words


def _only_make(words: list[str]) -> str:
    """Return the make of the model that the words begin with, where no other make has one so
    called; "" else."""
    for length in range(min(_WORDS_OF_A_MODEL, len(words)), 0, -1):
        make = _makes_by_model().get(fold(" ".join(words[:length])))
        if make:
            return make
    return ""


@cache
def _makes_by_model() -> dict[str, str]:
    """Return each model that one make alone has, folded, and the make; and those that have the
    make's own name (DS 3, which Citroen had before)."""
    owners: dict[str, set[str]] = {}
    for make in makes.MAKES:
        for model in makes.models_of(make):
            owners.setdefault(fold(model), set()).add(make)
    only = {model: min(each) for model, each in owners.items() if len(each) == 1}
    for model, each in owners.items():
        namesakes = [make for make in each if model.startswith(fold(make))]
        if len(namesakes) == 1:
            only[model] = namesakes[0]
    return {model: make for model, make in only.items() if not model.isdigit() and len(model) > 1}


def _model(make: str, words: list[str]) -> tuple[str, str]:
    """Return the longest model of the make that the words begin with, and what follows it."""
    return _known_model(make, words) or (words[0], " ".join(words[1:]))


def _known_model(make: str, words: list[str]) -> tuple[str, str] | None:
    known = {fold(each): each for each in makes.models_of(make)}
    for length in range(min(_WORDS_OF_A_MODEL, len(words)), 0, -1):
        model = makes.normalise_model(make, " ".join(words[:length]))
        if fold(model) in known:
            return known[fold(model)], " ".join(words[length:])
    model = model_codes.model_of_code(makes.normalise_make(make) or make, words)
    return (model, " ".join(words)) if model else None


@lru_cache(maxsize=8192)
def begins_with_a_make(text: str) -> bool:
    """Whether a cell names a make and something behind it."""
    if len(text) > _LONGEST or addresses.is_link(text):
        return False
    _, rest = _year_first(" ".join(text.split()), "")
    named, behind = _make(rest.split())
    return named is not None and bool(behind)


def begins_with_a_model(make: str, text: str) -> bool:
    """Whether a cell names a model of the make and something behind it; without a make, one that
    a single make has."""
    if len(text) > _LONGEST or addresses.is_link(text):
        return False
    parts = split(text, make)
    return parts is not None and parts.variant != "" and is_known_pair(parts.make, parts.model)


def is_known_pair(make: str, model: str) -> bool:
    """Whether the make is known to have that model."""
    known = makes.models_of(make)
    return bool(known) and makes.normalise_model(make, model) in known
