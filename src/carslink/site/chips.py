"""What a question asks for, as plates that can be taken away one by one."""

from dataclasses import dataclass, replace

from django.http import QueryDict

from carslink.search import engine
from carslink.search.filters import BOUND, LIST_FILTER, NUMBER_FILTER
from carslink.search.query import EXCLUDE, VARIANT, Query, parse_leniently

MOST_RELAXATIONS = 6
MOST_CHIPS = 24
"""Nobody reads more, and each carries the whole question in its link."""

_KINDS = {"car": "Cars", "van": "Vans", "motorcycle": "Motorbikes"}


@dataclass(frozen=True)
class Chip:
    """One thing that was asked for, in words, and the question without it."""

    label: str
    negated: bool
    without: Query


@dataclass(frozen=True)
class Relaxation:
    """How many there are when one thing is not asked for."""

    chip: Chip
    count: int


def of(query: Query) -> list[Chip]:
    """Return the chips of a question, in the order of its address."""
    words = [
        Chip(word, False, replace(query, text=_without_word(query, word), page=1))
        for word in query.keywords
    ]
    pairs = [pair for pair in query.pairs() if pair[0] not in ("q", "sort", "page", "page_size")]
    asked = [
        Chip(_label(*pair), pair[0].startswith(EXCLUDE), _without_pair(query, pair))
        for pair in pairs[:MOST_CHIPS]
    ]
    return (words + asked)[:MOST_CHIPS]


def relaxations(query: Query, chips: list[Chip]) -> list[Relaxation]:
    """Return what would find something, the most first: each chip taken away alone."""
    counted = [Relaxation(chip, engine.count(chip.without)) for chip in chips[:MOST_RELAXATIONS]]
    return sorted((each for each in counted if each.count), key=lambda each: -each.count)


def _without_word(query: Query, word: str) -> str:
    return " ".join(each for each in query.text.split() if each != word)


def _without_pair(query: Query, pair: tuple[str, str]) -> Query:
    parameters = QueryDict(mutable=True)
    for name, value in replace(query, page=1).pairs():
        if (name, value) != pair:
            parameters.appendlist(name, value)
    return parse_leniently(parameters)


def _label(name: str, value: str) -> str:
    filtered = name.removeprefix(EXCLUDE)
    if filtered == "vehicle_type":
        return _KINDS[value]
    if filtered in LIST_FILTER:
        filter_ = LIST_FILTER[filtered]
        # "Other" and "High" say nothing without the name of what is high.
        plain = filter_.name in ("make", "model", "body_type", "fuel", "transmission", "colour",
                                 "condition") and value != "Other"  # fmt: skip
        return value if plain else f"{filter_.label}: {value}"
    if name == VARIANT:
        return value
    return _bound_label(name, value)


def _bound_label(name: str, value: str) -> str:
    number = BOUND[name]
    least = name.endswith("_min")
    if number is NUMBER_FILTER["year"]:
        return f"{value} or newer" if least else f"{value} or older"
    amount = f"{float(value):,.2f}".removesuffix(".00")
    shown = f"£{amount}" if number is NUMBER_FILTER["price"] else f"{amount} {number.unit}"
    return f"From {shown}" if least else f"Up to {shown}"
