"""A column's name taken apart: its words, each in one spelling, and the units that it names.

`Engine Size (cc)`, `engineSize`, `ENGINE_SIZE_CC` and `enginesize` are one name. What names mean is
the matter of `names.py`.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from carslink.mapping import aliases, foreign, others

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
    "trm": "trim", "len": "length", "ht": "height", "wt": "weight", "mlge": "mileage",
    "mls": "miles", "mlg": "mileage", "tx": "transmission", "gbx": "gearbox", "drs": "door",
    "dr": "door", "exp": "expiry", "mk": "make", "own": "owner", "dt": "date", "prc": "price",
    "rtl": "retail", "serv": "service", "regd": "registration", "kpr": "keeper",
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
_SPELT_OUT = frozenset({"km", "miles", "litres", "cc"})
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
    text = _THOUSANDS.sub(" thousands ", _PLUS_TAX.sub(" plus ", text.replace("&", " and ")))
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


def less_units(words: tuple[str, ...]) -> tuple[str, ...]:
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
    return less_units(read(text).words)
