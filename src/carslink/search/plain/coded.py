"""Names that are codes: the series of "320d", the class of "C220d", the size of "L3H2"."""

import re

from carslink.search.plain import amounts, phrases
from carslink.search.plain.claims import Board, Claim
from carslink.search.plain.knowledge import Knowledge
from carslink.search.plain.names import Model, clear_make
from carslink.vehicles import model_codes
from carslink.vehicles.van_sizes import load_length_bucket, roof_height_bucket

_AMG = frozenset({"32", "35", "36", "43", "45", "53", "55", "63", "65"})
"""Classes by two digits: any others name something else, "E17" a place and "E46" a BMW."""

_WITH_SIZE = re.compile(r"([a-z]{2,3})\d{3}[a-z]?")
_ELECTRIC = re.compile(r"e\d{3,4}|e[a-z]{4,}")
_VAN_SIZE = re.compile(r"l[1-5]h[1-4]|h[1-4]l[1-5]")


def model(first: int, last: int, models: tuple[Model, ...], how: str) -> Claim:
    make = clear_make(models)
    kept = [each for each in models if make in (None, each.make)]
    pairs = tuple(dict.fromkeys(("model", each.model) for each in kept))
    implied = (("make", make),) if make else ()
    label = " or ".join(value for _, value in pairs)
    return Claim(first, last, "model", pairs, value=how, label=label, implied=implied)


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
        if last != first and make not in makes and not (digits and len(text) > 1):
            continue  # "C 220" may be much; "SLK 200" is a Mercedes
        if exact and (exact.models or exact.makes) and make not in makes:
            continue
        before = board.taken[first - 1]
        if makes and make not in makes and before is not None and before.kind in ("make", "model"):
            continue  # "Peugeot e208"
        spelling = known.spelling(named) or known.spelling(named + "class")
        models = spelling.of_make(make) if spelling else ()
        if (models and len(models) <= 2) or (
            models and models[0] in (spelling.models if spelling else ())
        ):
            return model(first, last, models, "derived")
    return None


def with_its_size(
    board: Board, first: int, known: Knowledge, makes: tuple[str, ...]
) -> Claim | None:
    """Return the model of "Lexus CT200h", which is called CT."""
    found = _WITH_SIZE.fullmatch(board.text(first))
    if not found or known.spelling(board.text(first)):
        return None
    spelling = known.spelling(found[1], may_be_plural=False)
    for make in makes if spelling else ():
        models = tuple(each for each in spelling.models if each.make == make) if spelling else ()
        if models:
            return model(first, first, models, "derived")
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
    compared = phrases.read(board, first, amounts.PREFIXES)
    before = known.spelling(board.text(first - 1)) if first else None
    makes = before.makes if before else ()
    behind = known.spelling(board.text(amount + 1))
    for key, last in phrases.spans(board, first) if makes or behind else ():
        spelling = known.spelling(key)
        is_cc = last == amount > first and board.text(last) == "cc"
        if is_cc and spelling and behind and any(map(spelling.of_make, behind.makes)):
            return True  # "206 CC Peugeot"
        if compared and last < compared[1]:
            continue  # "Volkswagen up until 2018"
        is_whole = spelling is not None and any(each.make in makes for each in spelling.models)
        if is_whole and (last >= amount or board.tokens[first].kind == "word"):
            return True
    return False


def is_among_models(board: Board, first: int, last: int, known: Knowledge) -> bool:
    """Whether a number stands between two models of different makes: "Focus 308 Golf"."""
    before = board.taken[first - 1] if first else None
    if before is None or before.kind != "model" or not board.is_free(last + 1):
        return False
    after = known.spelling(board.text(last + 1))
    return (
        after is not None
        and bool(after.models)
        and board.text(last + 1) not in known.names.common
        and all(("make", each.make) not in before.implied for each in after.models)
    )
