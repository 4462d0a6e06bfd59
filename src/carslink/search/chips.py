"""What a question asks for, as plates that can be taken away one by one."""

from dataclasses import dataclass, replace

from carslink.search.filters import BOUND, LIST_FILTER, NUMBER_FILTER, OTHER
from carslink.search.near import around
from carslink.search.query import EXCLUDE, VARIANT, Query, Values

MOST_CHIPS = 24
"""Nobody reads more, and each carries the whole question in its link."""

_NO_CHIP = ("q", "near", "miles", "sort", "page", "page_size")
_PLAIN = frozenset(
    ("make", "model", "body_type", "fuel", "transmission", "colour", "condition", "region")
)
_KINDS = {"car": "Cars", "van": "Vans", "motorcycle": "Motorbikes"}


@dataclass(frozen=True)
class Chip:
    """One thing that was asked for: its parameter and value, in words, and the question without."""

    name: str
    value: str
    label: str
    without: Query

    @property
    def negated(self) -> bool:
        """Whether the value is to be left out."""
        return self.name.startswith(EXCLUDE)


def of(query: Query) -> list[Chip]:
    """Return the chips of a question, in the order of its address."""
    first = replace(query, page=1)
    chips = [Chip("q", word, word, _without_word(first, word)) for word in query.keywords]
    if query.near:
        chips.append(Chip("near", query.near.label, around(query.near), first.without("near")))
    for name, value in query.pairs():
        if name not in _NO_CHIP:
            chips.append(Chip(name, value, _label(name, value), _without(first, name, value)))
    return chips[:MOST_CHIPS]


def bound_label(name: str, value: str) -> str:
    """Say a bound in words, as `Up to £5,000`; `value` is in the unit of its filter."""
    number = BOUND[name]
    least = name.endswith("_min")
    if number is NUMBER_FILTER["year"]:
        return f"{value} or newer" if least else f"{value} or older"
    amount = f"{float(value):,.2f}".removesuffix(".00")
    shown = f"£{amount}" if number is NUMBER_FILTER["price"] else f"{amount} {number.unit}"
    return f"From {shown}" if least else f"Up to {shown}"


def _without_word(query: Query, word: str) -> Query:
    return replace(query, text=" ".join(each for each in query.text.split() if each != word))


def _without(query: Query, name: str, value: str) -> Query:
    if name == VARIANT:
        return replace(query, variant="")
    if name in BOUND:
        return replace(query, numbers=tuple(pair for pair in query.numbers if pair[0] != name))
    if name.startswith(EXCLUDE):
        return replace(query, exclude=_less(query.exclude, name.removeprefix(EXCLUDE), value))
    return replace(query, filters=_less(query.filters, name, value))


def _less(listed: Values, name: str, value: str) -> Values:
    left = (
        (each, tuple(v for v in values if (each, v) != (name, value))) for each, values in listed
    )
    return tuple((each, values) for each, values in left if values)


def _label(name: str, value: str) -> str:
    filtered = name.removeprefix(EXCLUDE)
    if filtered == "vehicle_type":
        return _KINDS[value]
    if filtered in LIST_FILTER:
        filter_ = LIST_FILTER[filtered]
        # "Other" and "High" say nothing without the name of what is high.
        return value if filtered in _PLAIN and value != OTHER else f"{filter_.label}: {value}"
    return value if name == VARIANT else bound_label(name, value)
