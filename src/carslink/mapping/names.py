"""The wording of a column's name: taken apart, put in one spelling, and looked up.

`Engine Size (cc)`, `engineSize`, `ENGINE_SIZE_CC` and `enginesize` are one name. The tables of
names are in `aliases.py`, `others.py` and `foreign.py`.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from carslink.mapping import aliases, foreign, others
from carslink.vehicles import words

LONGEST = 80  # characters; what is longer is no name but a text

# Several words for one thing, each as it is after plurals lost their s.
_ONE_WORD = {
    "color": "colour", "clr": "colour", "col": "colour", "colors": "colour",
    "photo": "image", "photograph": "image", "picture": "image", "pic": "image", "img": "image",
    "pix": "image", "imagery": "image",
    "link": "url", "uri": "url", "href": "url",
    "no": "number", "num": "number", "nbr": "number", "nr": "number", "numb": "number",
    "reg": "registration", "regn": "registration", "rego": "registration",
    "registered": "registration", "license": "licence",
    "veh": "vehicle", "vehical": "vehicle", "auto": "auto", "automobile": "car",
    "ext": "exterior", "int": "interior", "trans": "transmission", "tranmission": "transmission",
    "yr": "year", "mfr": "manufacturer", "mfg": "manufacturer", "manuf": "manufacturer",
    "manufacture": "manufacture", "desc": "description", "descr": "description",
    "odo": "odometer", "orig": "original", "prev": "previous", "eng": "engine", "dlr": "dealer",
    "qty": "quantity", "loc": "location", "cond": "condition", "stk": "stock", "std": "standard",
    "ref": "reference", "cyl": "cylinder", "disp": "displacement", "ltr": "litre",
    "liter": "litre", "avg": "average", "max": "maximum", "min": "minimum", "tel": "telephone",
    "addl": "additional", "addtl": "additional", "add": "additional", "amt": "amount",
    "mods": "model", "mdl": "model", "serie": "series", "kilometre": "kilometer",
    "milage": "mileage", "millage": "mileage", "mileag": "mileage", "advertised": "advertised",
    "advertisement": "advert", "category": "category", "cat": "category", "tyre": "tyre",
    "tire": "tyre", "wgt": "weight", "addr": "address", "pw": "power", "svc": "service",
    "hist": "history", "incl": "including", "inc": "including", "excl": "excluding",
    "exc": "excluding", "ex": "ex", "centre": "center", "aluminum": "aluminium", "gray": "grey",
    "spec": "specification", "info": "information", "config": "configuration",
    "comm": "comment", "comms": "comment", "pymt": "payment", "cert": "certified",
    "deriv": "derivative", "der": "derivative", "chass": "chassis",
    "acq": "acquisition", "tech": "technology", "pwr": "power", "val": "value",
}  # fmt: skip
_NO_PLURALS = frozenset("vans bus kms chassis gas series address abs ps status axles days miles "
                        "litres class plus apr sales ulez specs lens previous "
                        "premises kits less business express canvas us".split())  # fmt: skip
UNITS = {
    "km": "km", "kms": "km", "kilometer": "km", "kilometers": "km", "kilometres": "km",
    "kilometre": "km", "mi": "miles", "mile": "miles", "miles": "miles",
    "cc": "cc", "ccm": "cc", "cm3": "cc", "l": "litres", "litre": "litres", "litres": "litres",
    "liter": "litres", "liters": "litres", "ltr": "litres",
    "gbp": "gbp", "eur": "eur", "euro": "eur", "euros": "eur", "usd": "usd", "dollars": "usd",
    "k": "thousands", "thousand": "thousands", "thousands": "thousands",
    "£": "gbp", "€": "eur", "$": "usd", "pounds": "gbp", "inr": "inr", "cad": "cad", "aud": "aud",
    "pln": "pln", "lakh": "inr", "lakhs": "inr", "chf": "chf", "zar": "zar", "rs": "inr",
    "hp": "hp", "bhp": "hp", "kw": "kw", "ps": "ps", "nm": "nm", "mm": "mm", "cm": "cm", "kg": "kg",
    "kgs": "kg", "m3": "m3", "mpg": "mpg", "lbs": "lbs", "g": "g", "rub": "rub", "aed": "aed",
}  # fmt: skip
# Words before and behind a name that leave its meaning as it is.
_BEFORE = frozenset("vehicle car listing ad advert item product unit used stock the my our g "
                    "feed data x van bike attribute field raw csv export motor offer auto details "
                    "specification inventory automobile your".split())  # fmt: skip
_BEHIND = frozenset("name value text description display code field raw required optional "
                    "label type string detail details information cleaned clean column "
                    "mandatory formatted original list id and number new final "
                    "amount total".split())  # fmt: skip
_MONEY = frozenset({"gbp", "eur", "usd", "inr", "cad", "aud", "pln", "chf", "zar", "rub", "aed"})
_SPELT_OUT = frozenset({"km", "miles", "litres", "cc"})
_COUNTED = frozenset({"km", "miles", "mileage", "odometer", "price", "gbp"})  # in thousands
_TOKEN = re.compile(r"[A-Z]{2,}s(?![a-z])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[£€$#]")
_BRACKETS = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_VAT = re.compile(r"\bv\.\s?a\.\s?t\b\.?", re.IGNORECASE)
_JOINED = re.compile(
    r"\b(m3|co2|v5c?|p11d|0-(?:60|62|100)|vin17|360|4x4|4wd|2wd|cm3)\b", re.IGNORECASE
)


class Heading(NamedTuple):
    """A column's name, taken apart: its words in one spelling, and the units that it names."""

    words: tuple[str, ...]
    units: frozenset[str]

    @property
    def key(self) -> str:
        return "".join(self.words)


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
        known = _in_table(words[:place]) if worth else None
        if known is not None and (known.other or not {"price", "mileage"}.isdisjoint(known.fields)):
            return _worth(known, worth)
    return None


def _by_its_path(text: str) -> Known | None:
    """Look the last steps of a path up (`adverts.forecourtPrice.amountGBP`)."""
    if " " in text.strip():
        return None
    steps = [step for step in re.split(r"[./>:\[\]]+", text) if step and not step.isdigit()]
    for count in range(min(2, len(steps) - 1), 0, -1):
        known = look_up(" ".join(steps[-count:]))
        if known is not None and (known.other or max(known.fields.values()) > LOOSE):
            return _worth(known, 0.97)
    return None


def _worth(known: Known, worth: float) -> Known:
    fields = {field: sure * worth for field, sure in known.fields.items()}
    return Known(MappingProxyType(fields), known.other, known.rank)


def _shortened(whole: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], float]]:
    """Yield the words of a name, then fewer and fewer of them, and what that leaves of it."""
    yield whole, 1.0
    if len(whole) > 1 and UNITS.get(whole[0]) == "thousands" and whole[1] in _COUNTED:
        whole = whole[1:]  # K Miles, 000 km
        yield whole, 1.0
    plain = _without_units(whole)
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


def _without_units(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out what comes behind a name to say in what it is counted (`Price in GBP`).

    `Price In` names no unit: it is what was paid; and a price per mile is no price.
    """
    end = len(words)
    while end > 1 and words[end - 1] in UNITS:
        end -= 1
    if end > 1 and words[end - 1] == "per":
        return words
    return words[: end - 1] if 1 < end < len(words) and words[end - 1] == "in" else words[:end]


def without_units(text: str) -> tuple[str, ...]:
    """Return the words of a name, but for what says in what it is counted."""
    return _without_units(read(text).words)


@lru_cache(maxsize=4096)
def read(text: str) -> Heading:
    """Take a name apart."""
    flat = _plain(text)
    bracketed = " ".join(_BRACKETS.findall(flat))
    outside = _BRACKETS.sub(" ", flat)
    if not _words(outside):
        outside, bracketed = flat, ""
    inside = _words(bracketed)
    words = _words(outside)
    units = {UNITS[word] for word in (*words, *inside) if word in UNITS}
    if inside and not any(word in UNITS for word in inside) and not _is_aside(inside):
        words += inside
    return Heading(words, frozenset(units))


def _is_aside(words: tuple[str, ...]) -> bool:
    """Whether words in brackets say how to fill the column in, not what it is."""
    return bool({"required", "optional", "yes", "mandatory", "comma", "separated", "eg", "or",
                 "max", "maximum", "format", "yyyy", "list"} & set(words))  # fmt: skip


_PLUS_TAX = re.compile(r"\+\s*(?=(?:v\.?a\.?t|tax|fee|admin|delivery)\b)", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<![0-9,.])(?:x ?1,?000|1,?000'?s|'?000'?s?)(?![0-9a-z])", re.IGNORECASE)


def _plain(text: str) -> str:
    for umlaut, spelt in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"),
                          ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue"), ("ł", "l"),
                          ("³", "3"), ("²", "2")):  # fmt: skip
        text = text.replace(umlaut, spelt)
    text = _THOUSANDS.sub(" thousands ", _PLUS_TAX.sub(" plus ", text))
    kept = "".join(
        c if c in "£€" or c.isascii() else "" for c in unicodedata.normalize("NFKD", text)
    )
    return " ".join(_VAT.sub("vat", kept.replace("'", "")).split())


def _words(text: str) -> tuple[str, ...]:
    """Return the words in one spelling; a word that is several in one is parted."""
    return tuple(word for part in _parts(text) for word in _spelt(part))


def _parts(text: str) -> Iterator[str]:
    rest = 0
    for match in _JOINED.finditer(text.replace("_", " ")):
        yield from _tokens(text[rest : match.start()])
        yield match.group().replace("-", "").lower()
        rest = match.end()
    yield from _tokens(text[rest:])


def _tokens(text: str) -> list[str]:
    # A name that is all capitals has no other joints than its spaces.
    return [token.lower() for token in _TOKEN.findall(text)]


def _spelt(word: str) -> tuple[str, ...]:
    if word == "#":
        return ("number",)
    if word in "£€$":
        return (UNITS[word],)
    if word.isdigit():
        return (word,)
    if UNITS.get(word) in _SPELT_OUT:
        return (UNITS[word],)
    single = _singular(word)
    if single in vocabulary():
        return (single,)
    return _parted(word) or (single,)


def _singular(word: str) -> str:
    word = _ONE_WORD.get(word, word)
    if word.endswith("ies") and len(word) > 5 and word not in _NO_PLURALS:
        word = word[:-3] + "y"
    elif (
        word.endswith("s") and len(word) > 3 and not word.endswith("ss") and word not in _NO_PLURALS
    ):
        word = word[:-1]
    return _ONE_WORD.get(word, word)


@lru_cache(maxsize=4096)
def _parted(word: str) -> tuple[str, ...]:
    """Part a word that is several known ones written as one (`stocknumber`); else nothing.

    The fewest words win, so that `datelisted` is not read as `date`, `li` and `sted`.
    """
    known = vocabulary()
    best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(2, len(word) + 1):
        for start in range(end - 1):
            before, piece = best[start], _singular(word[start:end])
            if before is None or piece not in known or (end - start < 3 and piece not in _SHORT):
                continue
            if best[end] is None or len(before) + 1 < len(best[end] or ()):
                best[end] = (*before, piece)
    return best[len(word)] or ()


_SHORT = frozenset({"in", "id", "of", "no", "number", "url", "km", "cc", "hp", "ps", "kw"})


@cache
def spellings() -> frozenset[str]:
    """Return the words that a misspelt one may be, the neighbours' among them."""
    texts = (*foreign.FIELDS.values(), *foreign.LOOSE.values(), *foreign.OTHERS.values())
    return vocabulary() | {word for text in texts for word in re.findall(r"[a-z]{7,}", text)}


@cache
def vocabulary() -> frozenset[str]:
    """Return every word of the tables, in its one spelling."""
    texts = (*aliases.SURE.values(), *aliases.LOOSE.values(), *others.OTHERS.values())
    words = {word for text in texts for word in re.findall(r"[a-z]+", text)}
    return frozenset(_singular(word) for word in words) | frozenset(_ONE_WORD.values())


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
