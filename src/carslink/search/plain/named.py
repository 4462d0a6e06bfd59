"""Names and fixed phrases in a sentence: at each word the longest that fits what stands around."""

import re
from dataclasses import replace

from carslink.search.filters import LIST_FILTER
from carslink.search.plain import (
    absent,
    adverts,
    behind,
    coded,
    countries,
    drives,
    english,
    listed,
    loads,
    owned,
    phrases,
    towns,
    trims,
    wishes,
)
from carslink.search.plain.amount_words import FEATURES
from carslink.search.plain.claims import Board, Claim
from carslink.search.plain.fillers import ARTICLES
from carslink.search.plain.knowledge import Knowledge
from carslink.search.plain.lexicon import Phrase, sort_label
from carslink.search.plain.names import Model, Spelling, clear_make
from carslink.vehicles.folding import fold, fold_words

_SHORTEST_FAMILY = 3
"""Letters of what a family of models is called by alone: "PCX" of the PCX125."""

MOST_MODELS = 12
"""Models that one word may stand for: "Series" stands for too many to mean any."""

_BODY_BEFORE_NAME = frozenset(
    """
    cabriolet camper campervan convertible coupe estate limousine pickup saloon
    """.split()
)
"""What is a body before it is the name of a model, even behind a make that has such a model."""

_VAN_NAMES = frozenset(
    ["master", "expert", "partner", "daily", "dispatch", "relay", "boxer", "combo"]
)
_BETWEEN = frozenset({",", "or", "and", "/", "&", "a", "an", "the", "-", "either", "'", "series",
                      "vs", "versus"})  # fmt: skip
_ENGINES_TOO = frozenset({"t4", "t5", "t6"})
_FAMILIES = frozenset({"boxster", "cayman", "defender", "evoque", "picasso"})  # and words
_OF_TRAFFIC = frozenset({"alert", "assist", "jam", "sign", "signs", "lights"})
_SERIES = re.compile(r"s[1-4]")
_JOINS = frozenset({",", "or", "and", "/", "&", "vs", "versus"})
_OR = frozenset({"or", "vs", "versus"})
_FAMILY = re.compile(r"[a-z]{2,}\d{2,}[a-z]*")


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
        if found.kind in ("make", "model") and found.value != "country":
            before = found
    absent.claim(board)
    drives.tell_from_bodies(board)


def _read(board: Board, first: int, known: Knowledge, before: Claim | None) -> Claim | None:
    makes = _makes_before(board, first, before)
    special = (
        loads.claim(board, first, known)
        or adverts.claim(board, first)
        or _listed(board, first, known, makes, before)
        or _licence(board, first, before)
        or _country(board, first, known)
        or absent.ford_max(board, first)
        or coded.derived(board, first, known, makes)
        or coded.with_its_size(board, first, known, makes)
        or coded.electric(board, first, known, makes)
        or coded.van_size(board, first, known)
    )
    if special:
        return special
    for key, last in phrases.spans(board, first):
        may_be_plural = len(board.text(last)) > 2
        spelling, phrase = known.spelling(key, may_be_plural), known.phrase(key, may_be_plural)
        if spelling and not _is_natural_name(board, first, last, spelling):
            spelling = None
        if spelling and board.text(last) == "traffic" and board.text(last + 1) in _OF_TRAFFIC:
            spelling = None
        if phrase and not _is_natural_phrase(board, first, last, known):
            phrase = None
        if phrase and phrase.kind == "unasked" and not owned.is_said(board, first, last, known):
            continue
        found = _choose(board, first, last, key, spelling, phrase, makes, known)
        if not found or _is_of_another(board, found, before, known):
            continue
        if not _ends_in_a_trim(board, found, known):
            return found
    return None


def _is_of_another(board: Board, found: Claim, before: Claim | None, known: Knowledge) -> bool:
    """Whether some words are the model of another make than the one named before, and the trim and
    body of that one: "MINI Cooper S Convertible" is no TVR, and "Lotus Elise S1" no Audi."""
    if found.kind != "model" or before is None:
        return False
    is_series = _SERIES.fullmatch(board.text(found.first)) and before.last == found.first - 1
    if found.first == found.last and not is_series:
        return False
    between = {board.text(place) for place in range(before.last + 1, found.first)}
    if between & _BETWEEN - {"-", "'", "series"}:
        return False
    named = {value for name, value in (*before.pairs, *before.implied) if name == "make"}
    meant = {value for name, value in found.implied if name == "make"}
    words = [text for text in board.texts[found.first : found.last + 1] if text.isalnum()]
    return not named & meant and (bool(is_series) or all(known.phrase(word) for word in words))


def _ends_in_a_trim(board: Board, found: Claim, known: Knowledge) -> bool:
    """Whether the last letter of a model begins a trim: "X5 M Sport" is no X5 M."""
    if found.kind != "model" or found.first == found.last or len(board.text(found.last)) > 1:
        return False
    phrases_here = (known.phrase(key) for key, last in phrases.spans(board, found.last)
                    if last > found.last)  # fmt: skip
    return any(each is not None and each.kind == "trim" for each in phrases_here)


def _country(board: Board, first: int, known: Knowledge) -> Claim | None:
    """Return the makes of a country: "a German estate", unless it is part of a longer phrase."""
    found = phrases.read(board, first, countries.by_key())
    if found is None or any(known.phrase(key) for key, last in phrases.spans(board, first)
                            if last > found[1]):  # fmt: skip
        return None
    country, last = found
    spelt = (known.names.spellings.get(fold(make)) for make in countries.MAKES[country].split(", "))
    makes = [make for each in spelt if each for make in each.makes if make in known.names.makes]
    pairs = tuple(("make", make) for make in dict.fromkeys(makes))
    label = f"{country} makes"
    return Claim(first, last, "make", pairs, value="country", label=label) if pairs else None


def _licence(board: Board, first: int, before: Claim | None) -> Claim | None:
    """Return the class of licence of "Honda CB500F A2": an Audi would stand behind its make."""
    value = {"a1": "A1", "a2": "A2"}.get(board.text(first))
    if value is None or before is None or before.value == "country":
        return None
    between = board.texts[before.last + 1 : first]
    if len(between) > 2 or not _BETWEEN.isdisjoint(between):
        return None
    if ("make", "Audi") in (*before.pairs, *before.implied):
        return None
    implied = (("vehicle_type", "motorcycle"),)
    pairs = (("licence_category", value),)
    return Claim(first, first, "licence_category", pairs, label=value, implied=implied)


def _listed(
    board: Board, first: int, known: Knowledge, makes: tuple[str, ...], before: Claim | None
) -> Claim | None:
    models = listed.model(board, first, known, makes, before) if makes else ()
    if not models:
        return None
    if board.text(first + 1) in listed.SHARED:
        board.claim(Claim(first + 1, first + 1, "filler"))  # it is the others' word as well
    return coded.model(first, first, models, "listed")


def _is_natural_name(board: Board, first: int, last: int, spelling: Spelling) -> bool:
    """Whether spaces stand where a name may have them: "Merc S" is no plural of a make."""
    is_plural = last > first and board.text(last) == "s" and "s" not in spelling.words
    if spelling.makes and is_plural:
        return False
    return phrases.is_natural(board, first, last, spelling.words)


def _is_natural_phrase(board: Board, first: int, last: int, known: Knowledge) -> bool:
    """Whether spaces stand where phrases may have them: single letters are not run together, and a
    slash between two values is an "or"."""
    if first == last:
        return True
    for slash in range(first + 1, last):
        sides = "".join(board.texts[first:slash]), "".join(board.texts[slash + 1 : last + 1])
        is_one = board.texts[slash + 1 : last + 1] == ["electric", "hybrid"]
        if (
            board.text(slash) == "/"
            and not is_one
            and all(
                side is not None and side.kind in LIST_FILTER for side in map(known.phrase, sides)
            )
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
        key in trims.TRIMS_BEFORE_NAMES or behind.follows_a_model(board, first, or_trim=True)
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
        if in_parts and make in spelling.makes:
            continue  # "MG HS or MG ZS": the make again, and no MG4
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
            written = _as_written(board, first, last, models)
            return coded.model(first, last, written, "beside its make")
    if spelling.makes and _may_be_make(board, first, last, key, spelling, known):
        pairs = tuple(("make", make) for make in spelling.makes)
        return Claim(first, last, "make", pairs, label=" or ".join(spelling.makes))
    if spelling.models and _stands_alone(board, first, last, key, spelling, known):
        written = _as_written(board, first, last, spelling.models)
        return coded.model(first, last, written, "alone")
    is_code = bool(_FAMILY.fullmatch(key)) and last - first <= 2  # "CBR 600" of the CBR600RR
    is_telling = is_code or (
        first == last
        and key.isalpha()
        and len(key) >= _SHORTEST_FAMILY
        and key not in known.names.common
    )
    is_family = phrase is None and 0 < len(spelling.parts) <= MOST_MODELS
    if is_family and is_telling and clear_make(spelling.parts) and not _is_plain_word(key):
        return coded.model(first, last, spelling.parts, "alone")
    return None


def _as_written(
    board: Board, first: int, last: int, models: tuple[Model, ...]
) -> tuple[Model, ...]:
    """Return those of some models of one spelling that are spaced as the sentence has it: the DS 3
    of DS, not the DS3 of Citroen. All of them where that tells nothing."""
    words = [board.text(place) for place in range(first, last + 1) if board.text(place).isalnum()]
    return tuple(each for each in models if fold_words(each.model) == words) or models


def _is_plain_word(key: str) -> bool:
    return english.is_word(key) and key not in _FAMILIES


def _counts_something(board: Board, first: int, last: int, key: str) -> bool:
    """Whether a number counts what follows: "5 door", "7 seats"."""
    if not key.isdecimal() and not board.text(last).isdecimal():
        return False
    after = board.text(last + 1) if board.text(last + 1) != "-" else board.text(last + 2)
    return key.isdecimal() and after in FEATURES and after != "series"


def _may_be_make(
    board: Board, first: int, last: int, key: str, spelling: Spelling, known: Knowledge
) -> bool:
    """Whether a make that is a plain word too is meant: one of its models follows, or it is all
    that was said."""
    before = board.taken[first - 1] if first else None
    if key == "abarth" and before and ("make", "Fiat") in (*before.pairs, *before.implied):
        return False  # a trim of Fiats
    if (spelling.makes == ("SEAT",) and key != "seat") or (
        key == "seat"
        and (count := board.tokens[first - 1].number if first else None) is not None
        and count < 100
    ):
        return False  # "7 seats"
    if key in trims.TOWNS_FIRST and before and ("make", spelling.makes[0]) in before.implied:
        return True  # "Navigator Lincoln"
    if key in trims.TOWNS_FIRST and towns.stands_last(board, first, last):
        return False
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
    is_code = key[:1].isdigit() or key in _ENGINES_TOO
    is_code = is_code and board.text(first - 1) not in _JOINS
    is_code = is_code and not coded.is_among_models(board, first, last, known)
    if is_code and _names_another(board, spelling) and not _is_left_out(board, first):
        return False  # "Audi A4 2.0 TDI 190"
    if key.isdecimal():
        number = int(key)
        if board.text(first - 1) in _OR and first > 1 and behind.follows_a_model(board, first - 1):
            return first == last and not known.bikes  # "Juke or 2008"
        plain = number % 50 == 0 and number != 500
        return first == last and not known.bikes and number > 100 and not plain and (
            number < 1900 or number > 2100
        )  # fmt: skip
    if known.vans and key in _VAN_NAMES:
        return True
    is_plain = key in trims.NEVER_ALONE or key in known.names.odd
    # "Model S" is not the word "models".
    if len(key) == 1 or is_plain or (first == last and key in known.names.common):
        return False
    if towns.is_well_known(key):
        return False  # a Morris Oxford is called by both names
    return len(key) > 2 or not key.isalpha() or clear_make(spelling.models) is not None


def _is_left_out(board: Board, first: int) -> bool:
    """Whether a "not" stands right before a name: "Audi, but not the 3 Series"."""
    while board.text(first - 1) in ARTICLES:
        first -= 1
    before = board.taken[first - 1] if first else None
    return before is not None and before.kind == "not"


def _names_another(board: Board, spelling: Spelling) -> bool:
    """Whether vehicles are named, and none is of the makes of some models."""
    makes = {("make", each.make) for each in spelling.models}
    named = [each for each in board.claims if each.kind in ("make", "model")]
    return bool(named) and all(makes.isdisjoint((*each.pairs, *each.implied)) for each in named)


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


def _of_phrase(
    board: Board, first: int, last: int, key: str, phrase: Phrase, known: Knowledge
) -> Claim | None:
    if phrase.kind == "trim":
        if not behind.is_trim(board, first, last, key, known):
            return None
        return Claim(first, last, "variant", value=phrase.value, label=phrase.value)
    if phrase.kind == "gentle":
        return Claim(first, last, "gentle", value=phrase.value)
    if phrase.kind == "sort":
        return Claim(first, last, "sort", value=phrase.value, label=sort_label(phrase.value))
    if phrase.kind == "concept":
        concept = wishes.by_name()[phrase.value]
        return replace(wishes.of(concept, first, last), implied=phrase.implied)
    label = " or ".join(value for _, value in phrase.pairs)
    return Claim(first, last, phrase.kind, phrase.pairs, label=label, implied=phrase.implied)
