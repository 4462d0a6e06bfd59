"""What the name of a column is known as.

Names are taken apart by `headings.py`; the tables of names are in `aliases.py`, `others.py` and
`foreign.py`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from carslink.mapping import aliases, foreign, others
from carslink.mapping.headings import LONGEST, UNITS, less_units, read
from carslink.vehicles import words

# Words before and behind a name that leave its meaning as it is.
_BEFORE = frozenset("vehicle car listing ad advert item product unit used stock the my our g "
                    "feed data x van bike attribute field raw csv export motor offer auto details "
                    "specification inventory automobile your".split())  # fmt: skip
_BEHIND = frozenset("name value text description display code field raw required optional "
                    "label type string detail details information cleaned clean column "
                    "mandatory formatted original list id and number new final "
                    "amount total".split())  # fmt: skip
_MONEY = frozenset({"gbp", "eur", "usd", "inr", "cad", "aud", "pln", "chf", "zar", "rub", "aed"})
_COUNTED = frozenset({"km", "miles", "mileage", "odometer", "price", "gbp"})  # in thousands


@dataclass(frozen=True, slots=True)
class Known:
    """What a name may be: fields with how surely (from 0 to 1), or the kind of thing it is else.

    `rank` tells names of one field apart: the lower, the better.
    """

    fields: MappingProxyType[str, float]
    other: str | None
    rank: MappingProxyType[str, int]


def reads_as_name(text: str) -> bool:
    """Whether a cell reads as the name of a column of stock, a field of ours or not.

    What is a value of one more often than its name (`Automatic`, `Used`, `Gold`) does not, nor what
    has a number in it (`5 Seats`, `STK001`), but for photographs and names that are written so.
    """
    if (
        "://" in text
        or text.strip().lower() in ("no", "yes")
        or any(is_a(text) for is_a in _VALUES)
    ):
        return False
    known = look_up(text)
    if known is None or not any(word.isdigit() for word in read(text).words):
        return known is not None
    return "images" in known.fields or known_as(read(text).words) is not None


_VALUES = (
    words.normalise_transmission,
    words.normalise_condition,
    words.normalise_fuel,
    words.normalise_vehicle_type,
    words.basic_colour,
)


@lru_cache(maxsize=4096)
def look_up(text: str) -> Known | None:
    """Return what a name is known as, or None.

    The whole name is looked for first, then the name without its units, its number, and the words
    that say nothing (`vehicle_make`, `Price value`), which cost it a little of its certainty.
    """
    if len(text) > LONGEST or not any(letter.isalpha() for letter in text):
        return None
    heading = read(text)
    counted = _counts(heading.units)
    found = look_up_words(heading.words)
    if counted and (found is None or (found.fields and counted not in found.fields)):
        found = look_up_words((*heading.words, *heading.units)) or found
    if counted and found is not None and found.fields:
        sure, rank = found.fields.get(counted, LOOSE), found.rank.get(counted, 0)
        found = Known(
            MappingProxyType({counted: sure}), found.other, MappingProxyType({counted: rank})
        )
    return found or _by_its_path(text)


def _counts(units: frozenset[str]) -> str | None:
    """Return the one field that is counted in miles, or in money: `Stock (miles)` is no number of
    the stock."""
    if len(units) != 1:
        return None
    return "mileage" if units <= {"km", "miles"} else "price" if units <= _MONEY else None


def look_up_words(words: tuple[str, ...]) -> Known | None:
    """Return what words in their one spelling are known as, or the fewer that matter of them."""
    return _in_table(words) or _without_what_it_includes(words)


def _in_table(words: tuple[str, ...]) -> Known | None:
    table = _table()
    for shorter, worth in _shortened(words):
        known = table.get("".join(shorter))
        if known is not None:
            return known if worth == 1 else _worth(known, worth)
    return None


_INCLUDES = frozenset({"including", "inclusive", "excluding", "exclusive", "ex", "plus", "with",
                       "without", "no", "number", "zero", "nil", "net", "less", "add", "subject",
                       "before"})  # fmt: skip
_OF_VAT = frozenset({"q", "qualifying", "qualified", "inclusive", "exclusive", "included",
                     "excluded", "extra", "free", "only", "reclaimable", "applicable", "to",
                     "be", "added", "margin", "including", "excluding", "plus"})  # fmt: skip
_ENDS_ON = frozenset({"including", "inclusive", "excluding", "exclusive", "ex", "net", "nett",
                      "gross", "plus"})  # fmt: skip


def _without_what_it_includes(words: tuple[str, ...]) -> Known | None:
    """Look up a price or a mileage whose name goes on to say what is in it (`Price inc VAT`).

    "Price VAT" may be either; the values decide.
    """
    front = next((n for n, word in enumerate(words) if word not in _OF_VAT | {"vat", "ex"}), 0)
    if "vat" in words[:front] and front > 1:
        known = _in_table(words[front:])
        return _worth(known, 0.9) if known is not None and "price" in known.fields else None
    for place in range(1, len(words)):
        word, rest = words[place], words[place + 1 :]
        worth = 0.0
        if word == "vat" and _OF_VAT.issuperset(rest):
            worth = 0.6 if not rest or "qualifying" in rest or "qualified" in rest else 0.9
        elif word in _INCLUDES and rest and (word != "number" or "vat" in rest):
            worth = 0.97 if word in ("including", "inclusive") else 0.95
        elif word in _ENDS_ON and not rest:  # Price Ex, Retail Gross
            worth = 0.9
        known = _in_table(words[:place]) if worth else None
        if known is not None and (known.other or not {"price", "mileage"}.isdisjoint(known.fields)):
            return _worth(known, worth)
    return None


def _by_its_path(text: str) -> Known | None:
    """Look the last steps of a path up (`adverts.forecourtPrice.amountGBP`)."""
    if " " in text.strip():
        return None
    steps = [step for step in re.split(r"[./>:\[\]]+", text) if step and not step.isdigit()]
    least = 1 if steps and steps[-1].lower() in _OF_ANYTHING else 0
    for count in range(min(2, len(steps) - 1), least, -1):
        known = look_up(" ".join(steps[-count:]))
        if known is not None and (known.other or max(known.fields.values()) > LOOSE):
            return _worth(known, 0.97)
    return None


_OF_ANYTHING = frozenset(("url", "href", "link", "src"))
"""Last steps of a path that mean what the steps before them do: the address of a photograph."""


def _worth(known: Known, worth: float) -> Known:
    fields = {field: sure * worth for field, sure in known.fields.items()}
    return Known(MappingProxyType(fields), known.other, known.rank)


def _shortened(whole: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], float]]:
    """Yield the words of a name, then fewer and fewer of them, and what that leaves of it."""
    yield whole, 1.0
    if len(whole) > 1 and UNITS.get(whole[0]) == "thousands" and whole[1] in _COUNTED:
        whole = whole[1:]  # K Miles, 000 km
        yield whole, 1.0
    plain = less_units(whole)
    yield plain, 1.0
    bare = tuple(word for word in plain if not word.isdigit())
    yield bare, 0.995
    front, back, worth = bare, bare, 0.99
    while len(front) > 1 and front[0] in _BEFORE:
        # How far it had gone when it came into stock is less than how far it has gone.
        worth = 0.9 if front[0] == "stock" else worth
        front = front[1:]
        yield front, worth
    while len(back) > 1 and back[-1] in _BEHIND:
        back = back[:-1]
        yield back, 0.9
    while len(front) > 1 and front[-1] in _BEHIND:
        front = front[:-1]
        yield front, 0.85


@cache
def _table() -> dict[str, Known]:
    """Return every name, its words as one, and what it is known as."""
    fields: dict[str, dict[str, float]] = {}
    rank: dict[str, dict[str, int]] = {}
    kinds: dict[str, str] = {}
    for source, sure in ((aliases.SURE, SURE), (foreign.FIELDS, SURE),
                         (aliases.LOOSE, LOOSE), (foreign.LOOSE, LOOSE)):  # fmt: skip
        for field, names in source.items():
            for place, key in enumerate(_keys(names)):
                fields.setdefault(key, {}).setdefault(field, sure)
                rank.setdefault(key, {}).setdefault(field, place)
    for source in (others.OTHERS, foreign.OTHERS):
        for kind, names in source.items():
            for key in _keys(names):
                kinds.setdefault(key, kind)
    return {
        key: Known(
            MappingProxyType(fields.get(key, {})),
            kinds.get(key),
            MappingProxyType(rank.get(key, {})),
        )
        for key in {*fields, *kinds}
    }


SURE, LOOSE = 1.0, 0.5


def _keys(names: str) -> Iterable[str]:
    return ("".join(read(name).words) for name in names.split(", "))


def known_as(words: tuple[str, ...]) -> Known | None:
    """Return what words, in their one spelling, are known as when they stand alone."""
    return _table().get("".join(words))


@cache
def known_keys() -> tuple[str, ...]:
    """Return every known name, its words as one."""
    return tuple(_table())
