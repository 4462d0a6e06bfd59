"""Names and fixed phrases in a sentence: at each word the longest that fits what stands around."""

import re
from collections.abc import Iterator
from dataclasses import replace

from carslink.search.filters import LIST_FILTER
from carslink.search.plain import english, listed, loads, phrases, towns, trims, wishes
from carslink.search.plain.amount_words import FEATURES
from carslink.search.plain.claims import Board, Claim
from carslink.search.plain.knowledge import Knowledge
from carslink.search.plain.lexicon import Phrase, sort_label
from carslink.search.plain.names import Model, Spelling, clear_make, known_models
from carslink.vehicles.folding import fold_words
from carslink.vehicles.van_sizes import load_length_bucket, roof_height_bucket

MOST_MODELS = 12
"""Models that one word may stand for: "Series" stands for too many to mean any."""

_BODY_BEFORE_NAME = frozenset(
    [
        "coupe",
        "cabriolet",
        "convertible",
        "saloon",
        "limousine",
        "pickup",
        "estate",
        "campervan",
        "camper",
    ]
)
"""What is a body before it is the name of a model, even behind a make that has such a model."""

_VAN_NAMES = frozenset(
    ["master", "expert", "partner", "daily", "dispatch", "relay", "boxer", "combo"]
)
_BETWEEN = frozenset({",", "or", "and", "/", "&", "a", "an", "the", "-", "either", "'", "series"})
_BMW = re.compile(r"([1-8])\d\d(?:d|i|e|x|xd|xi|ix|ci|ti|tds|ed|le|li|ld)?|m([1-8])[3-6]\d[di]")
_MERCEDES = re.compile(
    r"(a|b|c|e|s|g|v|x|cla|cls|clk|gla|glb|glc|gle|gls|ml|slk|slc|sl|eqa|eqc)(\d{2,3})"
    r"(?:d|e|de|h|k|l|cdi|amg|s|i)?"
)


_VAN_SIZE = re.compile(r"l[1-5]h[1-4]|h[1-4]l[1-5]")


def claim(board: Board, known: Knowledge) -> None:
    """Claim every name and fixed phrase, from left to right."""
    before: Claim | None = None
    for place in range(len(board.tokens)):
        if not board.is_free(place) or board.tokens[place].kind == "mark":
            continue
        found = _read(board, place, known, before)
        if found is None:
            continue
        board.claim(found)
        if found.kind in ("make", "model"):
            before = found
    _claim_rare_models(board)


def _read(board: Board, first: int, known: Knowledge, before: Claim | None) -> Claim | None:
    makes = _makes_before(board, first, before)
    special = (
        loads.claim(board, first, known)
        or _listed(board, first, known, makes, before)
        or _max(board, first)
        or _derived(board, first, known, makes)
        or _van_size(board, first, known)
    )
    if special:
        return special
    for key, last in phrases.spans(board, first):
        may_be_plural = len(board.text(last)) > 2
        spelling, phrase = known.spelling(key, may_be_plural), known.phrase(key, may_be_plural)
        if spelling and not phrases.is_natural(board, first, last, spelling.words):
            spelling = None
        if phrase and not _is_natural_phrase(board, first, last, known):
            phrase = None
        found = _choose(board, first, last, key, spelling, phrase, makes, known)
        if found:
            return found
    return None


def _listed(
    board: Board, first: int, known: Knowledge, makes: tuple[str, ...], before: Claim | None
) -> Claim | None:
    models = listed.model(board, first, known, makes, before) if makes else ()
    if not models:
        return None
    if before is not None and before.value == "listed" and board.text(first + 1) in listed.SHARED:
        board.claim(Claim(first + 1, first + 1, "filler"))  # it is the others' word as well
    return _model(first, first, models, "listed")


def _max(board: Board, first: int) -> Claim | None:
    """Return a known Ford that the stock may have none of: "s max" is no "s" and no limit."""
    last = first + 2 if board.text(first + 1) == "-" else first + 1
    key = board.text(first) + board.text(last)
    if board.text(last) != "max" or not board.is_free(first, last):
        return None
    models = known_models("Ford", key)
    return _model(first, last, models, "not in stock") if models else None


def _is_natural_phrase(board: Board, first: int, last: int, known: Knowledge) -> bool:
    """Whether spaces stand where phrases may have them: single letters are not run together, and a
    slash between two values is an "or"."""
    if first == last:
        return True
    for slash in range(first + 1, last):
        sides = "".join(board.texts[first:slash]), "".join(board.texts[slash + 1 : last + 1])
        if board.text(slash) == "/" and all(
            side is not None and side.kind in LIST_FILTER for side in map(known.phrase, sides)
        ):
            return False
    texts = [board.text(place) for place in range(first, last + 1)]
    return not (len("".join(texts)) <= 3 and any(len(text) == 1 and text in "ai" for text in texts))


def _choose(
    board: Board,
    first: int,
    last: int,
    key: str,
    spelling: Spelling | None,
    phrase: Phrase | None,
    makes: tuple[str, ...],
    known: Knowledge,
) -> Claim | None:
    name = _name(board, first, last, key, spelling, phrase, makes, known) if spelling else None
    if phrase is None:
        return name
    is_vague = phrase.kind in ("trim", "filler", "any")
    if phrase.kind == "trim" and (
        key in trims.TRIMS_BEFORE_NAMES or _follows_a_model(board, first)
    ):
        return _of_phrase(board, first, last, key, phrase, known) or name
    if name and (is_vague or (name.kind == "model" and name.value == "beside its make"
                              and key.rstrip("s") not in _BODY_BEFORE_NAME)):  # fmt: skip
        return name
    return _of_phrase(board, first, last, key, phrase, known) or name


def _name(
    board: Board,
    first: int,
    last: int,
    key: str,
    spelling: Spelling,
    phrase: Phrase | None,
    makes: tuple[str, ...],
    known: Knowledge,
) -> Claim | None:
    if _counts_something(board, first, last, key):
        return None
    for make in makes or _make_after(board, last, known):
        models = spelling.of_make(make)
        in_parts = models and models[0] not in spelling.models
        if in_parts and (phrase is not None or key in trims.NEVER_ALONE):
            # "Lexus is" and "lexus is 300h": nothing that "is" could go with follows.
            following = board.text(last + 1)
            if (
                phrase is None
                or phrase.kind != "filler"
                or not (following == "" or following[:1].isdigit())
            ):
                continue
        if models and len(models) <= MOST_MODELS:
            return _model(first, last, _as_written(board, first, last, models), "beside its make")
    if spelling.makes and _may_be_make(board, first, last, key, spelling, known):
        pairs = tuple(("make", make) for make in spelling.makes)
        return Claim(first, last, "make", pairs, label=" or ".join(spelling.makes))
    if spelling.models and _stands_alone(board, first, last, key, spelling, known):
        return _model(first, last, _as_written(board, first, last, spelling.models), "alone")
    is_telling = key.isalpha() and len(key) >= 5 and key not in known.names.common
    is_family = first == last and phrase is None and 0 < len(spelling.parts) <= MOST_MODELS
    if is_family and is_telling and clear_make(spelling.parts) and not _is_plain_word(key):
        return _model(first, last, spelling.parts, "alone")
    return None


def _as_written(
    board: Board, first: int, last: int, models: tuple[Model, ...]
) -> tuple[Model, ...]:
    """Return those of some models of one spelling that are spaced as the sentence has it: the DS 3
    of DS, not the DS3 of Citroen. All of them where that tells nothing."""
    words = [board.text(place) for place in range(first, last + 1) if board.text(place).isalnum()]
    return tuple(each for each in models if fold_words(each.model) == words) or models


def _is_plain_word(key: str) -> bool:
    return english.is_word(key) and key not in ("picasso", "boxster", "cayman", "evoque")


def _counts_something(board: Board, first: int, last: int, key: str) -> bool:
    """Whether a number counts what follows: "5 door", "7 seats"."""
    if not key.isdecimal() and not board.text(last).isdecimal():
        return False
    after = board.text(last + 1) if board.text(last + 1) != "-" else board.text(last + 2)
    return key.isdecimal() and after in FEATURES and after != "series"


def _model(first: int, last: int, models: tuple[Model, ...], how: str) -> Claim:
    make = clear_make(models)
    kept = [each for each in models if make in (None, each.make)]
    pairs = tuple(dict.fromkeys(("model", each.model) for each in kept))
    implied = (("make", make),) if make else ()
    label = " or ".join(value for _, value in pairs)
    return Claim(first, last, "model", pairs, value=how, label=label, implied=implied)


def _may_be_make(
    board: Board, first: int, last: int, key: str, spelling: Spelling, known: Knowledge
) -> bool:
    """Whether a make that is a plain word too is meant: one of its models follows, or it is all
    that was said."""
    if (spelling.makes == ("SEAT",) and key != "seat") or (
        board.tokens[first - 1 : first]
        and (board.tokens[first - 1].number is not None and key == "seat")
    ):
        return False  # "7 seats"
    if key not in trims.NEVER_ALONE and key not in known.names.odd:
        return True
    if first == 0 and last == len(board.tokens) - 1:
        return True
    return any(
        following.of_make(make)
        for make in spelling.makes
        for after, _ in (phrases.spans(board, last + 1) if last + 1 < len(board.tokens) else ())
        if (following := known.spelling(after))
    )


def _stands_alone(
    board: Board, first: int, last: int, key: str, spelling: Spelling, known: Knowledge
) -> bool:
    """Whether a model's name needs no make beside it to be understood."""
    if key.isdecimal():
        number = int(key)
        plain = number % 50 == 0 and number != 500
        return first == last and not known.bikes and number > 100 and not plain and (
            number < 1900 or number > 2100
        )  # fmt: skip
    if known.vans and key in _VAN_NAMES:
        return True
    if len(key) == 1 or key in trims.NEVER_ALONE or key in known.names.common:
        return False
    if towns.is_well_known(key):
        return False  # a Morris Oxford is called by both names
    return len(key) > 2 or not key.isalpha() or clear_make(spelling.models) is not None


def _makes_before(board: Board, first: int, before: Claim | None) -> tuple[str, ...]:
    """Return the makes of the name that stands right before, or earlier in the same list."""
    if before is None:
        return ()
    between = [board.text(place) for place in range(before.last + 1, first)]
    if len(between) > 3 or any(text not in _BETWEEN for text in between):
        return ()
    return tuple(value for name, value in (*before.pairs, *before.implied) if name == "make")


def _make_after(board: Board, last: int, known: Knowledge) -> tuple[str, ...]:
    """Return the makes whose name follows: "golf volkswagen", "C Class by Mercedes"."""
    after = last + 1
    if board.text(after) in ("by", "from"):
        after += 1
    if not board.is_free(after) or board.tokens[after].kind == "mark":
        return ()
    for key, end in phrases.spans(board, after):
        spelling = known.spelling(key)
        if spelling and spelling.makes and key not in trims.NEVER_ALONE | known.names.odd:
            # "Fiesta Ford Focus": the make belongs to what follows it.
            following = board.is_free(end + 1) and any(
                (more := known.spelling(next_key)) and more.of_make(spelling.makes[0])
                for next_key, _ in phrases.spans(board, end + 1)
            )
            return () if following else spelling.makes
    return ()


def _derived(board: Board, first: int, known: Knowledge, makes: tuple[str, ...]) -> Claim | None:
    """Return the series of "320d" and the class of "C220d", where the stock does not know them."""
    text = board.text(first)
    key, last = text, first
    if text.isalpha() and board.is_free(first, first + 1) and board.text(first + 1)[:1].isdigit():
        key, last = text + board.text(first + 1), first + 1
    for make, shape, spell in (
        ("BMW", _BMW, lambda found: f"{found[1] or found[2]}series"),
        ("Mercedes-Benz", _MERCEDES, lambda found: found[1]),
    ):
        found = shape.fullmatch(key)
        exact = known.spelling(key)
        if not found or make not in known.names.makes or (exact and exact.of_make(make)):
            continue
        if key.isdecimal() and make not in makes:
            continue
        if last != first and make not in makes:
            continue
        if exact and (exact.models or exact.makes) and make not in makes:
            continue
        spelling = known.spelling(spell(found)) or known.spelling(spell(found) + "class")
        models = spelling.of_make(make) if spelling else ()
        if (models and len(models) <= 2) or (
            models and models[0] in (spelling.models if spelling else ())
        ):
            return _model(first, last, models, "derived")
    return None


def _follows_a_model(board: Board, first: int) -> bool:
    before = board.taken[first - 1] if first else None
    return before is not None and before.kind == "model"


def _van_size(board: Board, first: int, known: Knowledge) -> Claim | None:
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


def _is_trim_here(board: Board, first: int, last: int, key: str, known: Knowledge) -> bool:
    """Whether a trim that is a word of its own is one: behind a name; before one, or alone, where
    the stock has the trim and the word does not describe."""
    if key == "st" and towns.is_town(f"st{board.text(last + 1)}"):
        return False  # St Albans
    if key not in trims.TRIMS_AFTER_A_NAME or follows_a_name(board, first):
        return True
    if last == len(board.tokens) - 1 and first == 0:
        return known.stock.is_variant(key)
    if key in trims.TRIMS_THAT_DESCRIBE or not known.stock.is_variant(key):
        return False
    after = last + 1
    return not english.is_word(key) or any(
        (name := known.spelling(next_key)) is not None and bool(name.makes or name.models)
        for next_key, _ in (phrases.spans(board, after) if after < len(board.tokens) else ())
    )


def _of_phrase(
    board: Board, first: int, last: int, key: str, phrase: Phrase, known: Knowledge
) -> Claim | None:
    if phrase.kind == "trim":
        if not _is_trim_here(board, first, last, key, known):
            return None
        return Claim(first, last, "variant", value=phrase.value, label=phrase.value)
    if phrase.kind == "sort":
        return Claim(first, last, "sort", value=phrase.value, label=sort_label(phrase.value))
    if phrase.kind == "concept":
        concept = wishes.by_name()[phrase.value]
        return replace(wishes.of(concept, first, last), implied=phrase.implied)
    label = " or ".join(value for _, value in phrase.pairs)
    return Claim(first, last, phrase.kind, phrase.pairs, label=label, implied=phrase.implied)


def follows_a_name(board: Board, first: int) -> bool:
    """Whether a trim stands behind a make, a model, a size, a year or another trim."""
    before = board.taken[first - 1] if first else None
    if before is None and first > 1 and board.text(first - 1) in ("-", "in"):
        before = board.taken[first - 2]
    if before is None:
        return False
    return before.kind in ("make", "model", "variant", "number") or (
        before.kind in ("fuel", "transmission", "body_type", "colour")
        and follows_a_name(board, before.first)
    )


def _claim_rare_models(board: Board) -> None:
    """Claim models that the stock has none of, behind their make: none will be found, and the
    buyer sees why."""
    for make_claim in [each for each in board.claims if each.kind == "make"]:
        first = make_claim.last + 1
        if not board.is_free(first) or board.tokens[first].kind == "mark":
            continue
        for found in _rare(board, first, make_claim):
            board.claim(found)
            break


def _rare(board: Board, first: int, make_claim: Claim) -> Iterator[Claim]:
    for key, last in phrases.spans(board, first):
        for _, make in make_claim.pairs:
            models = known_models(make, key)
            if models:
                yield _model(first, last, models, "not in stock")
