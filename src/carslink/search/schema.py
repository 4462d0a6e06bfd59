"""What the index holds of a listing: its fields, and how text becomes words."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version as version_of
from typing import TypeVar

import numpy as np
import tantivy
from numpy.typing import NDArray

from carslink.search.filters import LIST_FILTER, LIST_FILTERS, NUMBER_FILTERS

MEANING = 4
"""Count up when documents or rows come out different though the fields are the same."""

CURSOR = "cursor"
ID = "id"
WORDS = "words"
VARIANT = "variant"
TITLE = "title"
NAME = "name"
CARD = "card"
WEIGHT = "weight"
SELLER = "seller"
POINT = "point"
LAT = "lat"
LON = "lon"

NOTHING = ""
"""Stands in a group's column for a value that is not known."""

_APART = "\t"


Number = TypeVar("Number", int, NDArray[np.int64])


@dataclass(frozen=True)
class Group:
    """Filters that are counted together: `field` is a column that holds their values joined."""

    field: str
    names: tuple[str, ...]


# What is often set together, and has few combinations. What has many stands alone.
KIND = Group("kind", ("vehicle_type", "body_type", "fuel", "transmission", "condition"))
GROUPS = (
    KIND,
    Group("make_model", ("make", "model")),
    Group("fittings", ("bike_type", "licence_category", "van_type", "roof_height", "load_length")),
    Group("colour", ("colour",)),
    Group("region", ("region",)),
    *(Group(f"{each.name}_span", (each.name,)) for each in NUMBER_FILTERS if each.edges),
)

GROUP_OF = {name: group for group in GROUPS for name in group.names}
"""The group of each filter that has a facet."""

SORT_KEYS = {
    "price": "by_price",
    "mileage": "by_mileage",
    "year": "by_year",
    "newest": "by_age",
    "relevance": "by_standing",
}
TIE_BITS = 30
"""A sort key is the value, then this many bits of the id: equal prices keep one order for ever."""

# Words are runs of letters and digits, but "2.0" stays whole: it is what buyers know engines by.
WORD = r"\d+\.\d+|[\p{L}\p{N}]+"

_FOLDED = (
    tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw()).filter(tantivy.Filter.lowercase()).build()
)
_PLAIN = (
    tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex(WORD))
    .filter(tantivy.Filter.lowercase())
    .filter(tantivy.Filter.ascii_fold())
    .build()
)
_ENGLISH = (
    tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex(WORD))
    .filter(tantivy.Filter.lowercase())
    .filter(tantivy.Filter.ascii_fold())
    .filter(tantivy.Filter.stemmer("english"))
    .build()
)
_ANALYSERS = {"folded": _FOLDED, "plain": _PLAIN, "english": _ENGLISH}


Field = tuple[str, str, dict[str, bool | str]]


def _fields() -> list[Field]:
    """Return the kind, name and options of every field."""
    columns = [group.field for group in GROUPS]
    listed: list[Field] = [
        (
            "text",
            each.name,
            {
                "fast": each.name in columns,
                "tokenizer_name": "raw" if each.values else "folded",
                "index_option": "basic",
            },
        )
        for each in LIST_FILTERS
    ]
    groups: list[Field] = [
        ("text", name, {"fast": True, "tokenizer_name": "raw", "index_option": "basic"})
        for name in columns
        if name not in LIST_FILTER
    ]
    numbers: list[Field] = [
        ("unsigned", each.name, {"fast": True, "indexed": True}) for each in NUMBER_FILTERS
    ]
    sorts: list[Field] = [("unsigned", name, {"fast": True}) for name in SORT_KEYS.values()]
    return [
        # Signed, for in tantivy 0.27 deleting by a term of an unsigned field deletes nothing.
        ("integer", ID, {"fast": True, "indexed": True}),
        *listed,
        *groups,
        *numbers,
        *sorts,
        # Where the dealer is: the point as a term to search by, its degrees to measure from.
        ("text", POINT, {"fast": True, "tokenizer_name": "raw", "index_option": "basic"}),
        ("float", LAT, {"fast": True}),
        ("float", LON, {"fast": True}),
        ("unsigned", SELLER, {"fast": True}),
        ("float", WEIGHT, {"fast": True}),
        ("text", VARIANT, {"tokenizer_name": "plain", "index_option": "basic"}),
        ("text", TITLE, {"tokenizer_name": "english", "index_option": "basic"}),
        ("text", NAME, {"tokenizer_name": "raw", "index_option": "basic"}),
        ("text", WORDS, {"tokenizer_name": "english", "index_option": "basic"}),
        ("bytes", CARD, {"stored": True}),
        ("text", CURSOR, {"stored": True, "tokenizer_name": "folded", "index_option": "basic"}),
    ]


@cache
def schema() -> tantivy.Schema:
    """Return the schema of the index."""
    builder = tantivy.SchemaBuilder()
    for kind, name, options in _fields():
        getattr(builder, f"add_{kind}_field")(name, **options)
    return builder.build()


@cache
def version() -> str:
    """Name what the index holds; an index of another name is built anew."""
    described = repr((MEANING, version_of("tantivy"), WORD, _fields()))
    return hashlib.blake2s(described.encode(), digest_size=5).hexdigest()


def register_analysers(index: tantivy.Index) -> None:
    """Tell an index that was just opened how its text becomes words."""
    for name, analyser in _ANALYSERS.items():
        index.register_tokenizer(name, analyser)


def sort_key(value: Number, listing: Number) -> Number:
    """Return a key that sorts by a value below 2^34, and by the listing's id where it is equal."""
    return value << TIE_BITS | listing & ((1 << TIE_BITS) - 1)


def point(lat: float, lon: float) -> str:
    """Return a point in degrees as the term under which the index has it, to about a metre."""
    return f"{lat:.5f},{lon:.5f}"


def joined(values: Iterable[str | None]) -> str:
    """Return a group's values as its column has them."""
    return _APART.join((value or NOTHING).replace(_APART, " ") for value in values)


def values_of(column: str) -> tuple[str, ...]:
    """Return the values that were joined."""
    return tuple(column.split(_APART))


def folded(text: str) -> str:
    """Return a value of an open filter as the index folds it."""
    return "".join(_FOLDED.analyze(_encodable(text)))


def plain_words(text: str) -> list[str]:
    """Return the words of a variant."""
    return list(dict.fromkeys(_PLAIN.analyze(_encodable(text))))


@lru_cache(50_000)
def name_key(text: str) -> str:
    """Return a name as it is found while being typed: `Mercedes-Benz` by "mercedes b"."""
    return " ".join(_PLAIN.analyze(_encodable(text)))


def stems(text: str) -> list[str]:
    """Return the stems by which keywords are found."""
    return list(dict.fromkeys(_ENGLISH.analyze(_encodable(text))))


def _encodable(text: str) -> str:
    """Return a text without lone surrogates, which no index holds."""
    return text.encode("utf-8", "replace").decode()
