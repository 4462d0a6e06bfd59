"""Names that are codes: the series of "320d", the class of "C220d", the size of "L3H2"."""

import re

from carslink.search.plain import phrases
from carslink.search.plain.claims import Board, Claim
from carslink.search.plain.knowledge import Knowledge
from carslink.search.plain.names import Model, clear_make, known_models
from carslink.vehicles import model_codes
from carslink.vehicles.van_sizes import load_length_bucket, roof_height_bucket

_AMG = frozenset({"32", "35", "36", "43", "45", "53", "55", "63", "65"})
"""Classes by two digits: any others name something else, "E17" a place and "E46" a BMW."""

_ELECTRIC = re.compile(r"e\d{3,4}|e[a-z]{4,}")
_VAN_SIZE = re.compile(r"l[1-5]h[1-4]|h[1-4]l[1-5]")


def model(first: int, last: int, models: tuple[Model, ...], how: str) -> Claim:
    make = clear_make(models)
    kept = [each for each in models if make in (None, each.make)]
    pairs = tuple(dict.fromkeys(("model", each.model) for each in kept))
    implied = (("make", make),) if make else ()
    label = " or ".join(value for _, value in pairs)
    return Claim(first, last, "model", pairs, value=how, label=label, implied=implied)


def ford_max(board: Board, first: int) -> Claim | None:
    """Return a known Ford that the stock may have none of: "s max" is no "s" and no limit."""
    last = first + 2 if board.text(first + 1) == "-" else first + 1
    key = board.text(first) + board.text(last)
    if board.text(last) != "max" or not board.is_free(first, last):
        return None
    models = known_models("Ford", key)
    return model(first, last, models, "not in stock") if models else None


def derived(board: Board, first: int, known: Knowledge, makes: tuple[str, ...]) -> Claim | None:
    """Return the series of "320d" and the class of "C220d", where the stock does not know them."""
    text = board.text(first)
    key, last = text, first
    if text.isalpha() and board.is_free(first, first + 1) and board.text(first + 1)[:1].isdigit():
        key, last = text + board.text(first + 1), first + 1
    for make, named, digits in (
        ("BMW", model_codes.series(key)[0], ""),
        ("Mercedes-Benz", *model_codes.mercedes_class(key)),
    ):
        exact = known.spelling(key)
        if not named or make not in known.names.makes or (exact and exact.of_make(make)):
            continue
        if key.isdecimal() and make not in makes:
            continue
        if len(digits) == 2 and not (digits in _AMG or make in makes):
            continue
        if last != first and make not in makes:
            continue
        if exact and (exact.models or exact.makes) and make not in makes:
            continue
        if makes and make not in makes and board.taken[first - 1] is not None:
            continue  # "Peugeot e208"
        spelling = known.spelling(named) or known.spelling(named + "class")
        models = spelling.of_make(make) if spelling else ()
        if (models and len(models) <= 2) or (
            models and models[0] in (spelling.models if spelling else ())
        ):
            return model(first, last, models, "derived")
    return None


def electric(board: Board, first: int, known: Knowledge, makes: tuple[str, ...]) -> Claim | None:
    """Return the model of "Peugeot e208", which the stock may write without its letter."""
    text = board.text(first)
    spelling = known.spelling(text[1:]) if _ELECTRIC.fullmatch(text) else None
    for make in makes if spelling and not known.spelling(text) else ():
        models = tuple(each for each in spelling.models if each.make == make) if spelling else ()
        if models:
            return model(first, first, models, "beside its make")
    return None


def van_size(board: Board, first: int, known: Knowledge) -> Claim | None:
    """Return the length and height of "L3H2"; a stock that says so in its variants is asked
    there, since few vans have their sizes in other fields as well."""
    text = board.text(first)
    if not _VAN_SIZE.fullmatch(text):
        return None
    if known.stock.is_variant(text):
        return Claim(first, first, "variant", value=text, label=text.upper())
    length, height = load_length_bucket(text), roof_height_bucket(text)
    if not length or not height:
        return None
    pairs = (("load_length", length), ("roof_height", height))
    implied = (("vehicle_type", "van"),)
    return Claim(first, first, "load_length", pairs, label=text.upper(), implied=implied)


def is_behind_its_make(board: Board, first: int, amount: int, known: Knowledge) -> bool:
    """Whether a model's whole name begins here, behind its make, that has an amount in it, or that
    is a word which says what an amount counts: "Peugeot 206 CC", "Volkswagen CC under 10k"."""
    before = known.spelling(board.text(first - 1)) if first else None
    makes = before.makes if before else ()
    for key, last in phrases.spans(board, first) if makes else ():
        spelling = known.spelling(key)
        is_whole = spelling is not None and any(each.make in makes for each in spelling.models)
        if is_whole and (last >= amount or board.tokens[first].kind == "word"):
            return True
    return False
