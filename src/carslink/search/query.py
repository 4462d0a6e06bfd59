"""The one question type: what the URL, the API and every later way of asking turn into."""

import re
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import cached_property
from urllib.parse import urlencode

from django.utils.datastructures import MultiValueDict

from carslink.api.refusals import Invalid
from carslink.search import wording
from carslink.search.filters import (
    BOUND,
    LIST_FILTER,
    LIST_FILTERS,
    NUMBER_FILTER,
    NUMBER_FILTERS,
    SORTS,
    ListFilter,
    NumberFilter,
)
from carslink.search.near import FURTHEST, MILES, Near, find

PAGE_SIZE = 20
LARGEST_PAGE = 100
DEEPEST = 10_000
"""Results that can be paged to."""

LONGEST_TEXT = 500
LONGEST_VALUE = 200
MOST_VALUES = 100  # of one filter, for the API
MOST_VALUES_OF_A_PAGE = 60  # for a page, whose every link carries them all
EXCLUDE = "exclude."
VARIANT = "variant"
NO_PLACE = {
    "miles": "needs a place: near=M1 2AB, a postcode, outcode or town",
    "sort": "distance needs a place to measure from: near",
}
"""Why a parameter is refused where neither the address nor the words name a place."""

Values = tuple[tuple[str, tuple[str, ...]], ...]
Parameters = MultiValueDict[str, str]

_NUMBER = re.compile(r"[-+]?(\d{1,400}(\.\d{0,400})?|\.\d{1,400})([eE][-+]?\d{1,4})?", re.ASCII)
_WHOLE = re.compile(r"[-+]?\d{1,400}", re.ASCII)
_THOUSANDS = re.compile(r"(\d{1,9}(?:\.\d{1,3})?)k", re.ASCII | re.IGNORECASE)
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True)
class Preference:
    """A gentle wish: vehicles that fulfil it come earlier, and none is left out for its sake.

    `name` is a list filter with `values`, any of which will do; a number filter with `least` and
    `most`, inclusive, in the filter's unit; or "words", with `values` to be found in the text.
    A vehicle's score is 1 and the sum of the `weight`s that it fulfils: see `ranking.py`. `why`
    says to people what the wish came from.
    """

    name: str
    values: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    weight: float = 0.1
    why: str = ""

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """The least and the most of a number filter, in units of the index."""
        scale = NUMBER_FILTER[self.name].scale
        least, most = (
            None if bound is None else round(bound * scale) for bound in (self.least, self.most)
        )
        return least, most


@dataclass(frozen=True)
class Query:
    """A question to the index; equal questions are equal objects.

    `filters` and `exclude` hold the chosen values by filter, in the order of the filter table;
    `numbers` the bounds by parameter (`price_min`), in whole units of the index, as pence.
    `preferences` come from plain words alone: they order what is found, and no parameter says them.
    `miles` are said of a place that the words of `text` may name; those of `near` are its own.
    """

    filters: Values = ()
    exclude: Values = ()
    numbers: tuple[tuple[str, int], ...] = ()
    variant: str = ""
    near: Near | None = None
    miles: int | None = None
    text: str = ""
    preferences: tuple[Preference, ...] = ()
    sort: str = "relevance"
    page: int = 1
    page_size: int = PAGE_SIZE

    @property
    def keywords(self) -> tuple[str, ...]:
        """The words of `text` that must all be found."""
        return tuple(dict.fromkeys(self.text.split()))

    @property
    def span(self) -> tuple[int, int]:
        """The places of the page among all that is found: the first, and the one after the last."""
        first = (self.page - 1) * self.page_size
        return first, min(first + self.page_size, max(first, DEEPEST))

    @property
    def has_words(self) -> bool:
        """Whether words are asked for that only the index can find: others than usual ones."""
        return bool(self.variant) or bool(self.text and wording.usual_only(self.text) is None)

    def bare(self) -> "Query":
        """Return what the question finds, without order and page."""
        return replace(
            self,
            miles=None,
            preferences=(),
            sort=Query.sort,
            page=Query.page,
            page_size=Query.page_size,
        )

    def placed(self, near: Near | None) -> "Query":
        """Return the question without what only means something with a place, if there is none."""
        if near is not None:
            return self
        sort = Query.sort if self.sort == "distance" else self.sort
        return replace(self, miles=None, sort=sort)

    def values(self, name: str) -> tuple[str, ...]:
        """Return the chosen values of a filter."""
        return dict(self.filters).get(name, ())

    def number(self, parameter: str) -> int | None:
        """Return a bound in units of the index."""
        return dict(self.numbers).get(parameter)

    def contradicts_itself(self, number: NumberFilter) -> bool:
        """Whether a number has to be more than it may be."""
        least, most = (self.number(f"{number.name}_{bound}") for bound in ("min", "max"))
        return least is not None and most is not None and least > most

    def restricts(self, name: str) -> bool:
        """Whether a filter, by its name in the table, or `near` is part of the question."""
        return name in self._restricted

    @cached_property
    def _restricted(self) -> frozenset[str]:
        listed = [name for name, _ in (*self.filters, *self.exclude)]
        numbers = [BOUND[parameter].name for parameter, _ in self.numbers]
        return frozenset((*listed, *numbers, *(["near"] if self.near else [])))

    @cached_property
    def asks(self) -> int:
        """How many values, bounds, words and places restrict what is found."""
        listed = sum(len(values) for _, values in (*self.filters, *self.exclude))
        said = sum(map(bool, (self.text, self.variant, self.near)))
        return listed + len(self.numbers) + said

    def without(self, *names: str) -> "Query":
        """Return the question without filters, their exclusions and bounds, or without `near`."""
        if not self._restricted.intersection(names):
            return self
        near = None if "near" in names else self.near
        return replace(
            self,
            filters=tuple(pair for pair in self.filters if pair[0] not in names),
            exclude=tuple(pair for pair in self.exclude if pair[0] not in names),
            numbers=tuple(pair for pair in self.numbers if BOUND[pair[0]].name not in names),
            near=near,
        ).placed(near)

    def pairs(self) -> list[tuple[str, str]]:
        """Return the question as parameters, in the one canonical order, defaults left out."""
        pairs = [("q", self.text)] if self.text else []
        pairs += [(name, value) for name, values in self.filters for value in values]
        pairs += [(VARIANT, self.variant)] if self.variant else []
        pairs += [(name, shown(BOUND[name], units)) for name, units in self.numbers]
        pairs += [(EXCLUDE + name, value) for name, values in self.exclude for value in values]
        if self.near:
            pairs += [("near", self.near.label)]
            pairs += [("miles", str(self.near.miles))] if self.near.miles != MILES else []
        elif self.miles:
            pairs += [("miles", str(self.miles))]
        pairs += [("sort", self.sort)] if self.sort != Query.sort else []
        pairs += [("page", str(self.page))] if self.page != Query.page else []
        pairs += [("page_size", str(self.page_size))] if self.page_size != PAGE_SIZE else []
        return pairs

    def to_query_string(self) -> str:
        """Return the question as a query string that parses to an equal question."""
        return urlencode(self.pairs())


def shown(number: NumberFilter, units: int) -> str:
    """Return a bound in the unit of its filter, as `4999.99`."""
    return f"{Decimal(units) / number.scale:f}"


def _written(number: NumberFilter, value: int) -> str:
    """Return a limit as people write it, which puts no comma into a year."""
    return f"{value}" if number.name == "year" else f"{value:,}"


def parse(parameters: Parameters) -> Query:
    """Return the question of an API call.

    Raises Invalid, naming each parameter that is unknown or has a bad value.
    """
    reading = _Reading(parameters)
    query = reading.query()
    reading.note_unknown()
    reading.note_contradictions(query)
    if reading.faults:
        (field, reason), *more = reading.faults
        raise Invalid(field, reason, *more)
    return query


def parse_leniently(parameters: Parameters) -> Query:
    """Return the question of a page's address, passing over all that cannot be understood."""
    return _LenientReading(parameters, MOST_VALUES_OF_A_PAGE).query()


def unread_bounds(parameters: Parameters) -> dict[str, tuple[str, str]]:
    """Return the bounds in a page's address that it passes over: as written, and what is wrong."""
    reading = _LenientReading(parameters, MOST_VALUES_OF_A_PAGE)
    reading.numbers()
    written = {name: printable(reading.single(name) or "").strip() for name, _ in reading.faults}
    return {
        name: (written[name][:LONGEST_VALUE], reason)
        for name, reason in reading.faults
        if written[name]
    }


class _Reading:
    """Parameters being read, and the faults found on the way."""

    def __init__(self, parameters: Parameters, most_values: int = MOST_VALUES) -> None:
        self.parameters = parameters
        self.most_values = most_values
        self.faults: list[tuple[str, str]] = []

    def query(self) -> Query:
        page_size = self.whole("page_size", PAGE_SIZE, LARGEST_PAGE)
        page = self.whole("page", 1, DEEPEST)
        if (page - 1) * page_size >= DEEPEST:
            self.fault("page", f"must lie within the first {DEEPEST:,} results")
            page = 1
        text = self.words("q", LONGEST_TEXT)
        near, miles = self.near(may_be_said=bool(text))
        return Query(
            filters=self.lists(),
            exclude=self.lists(EXCLUDE),
            numbers=self.numbers(),
            variant=self.words(VARIANT, LONGEST_VALUE),
            near=near,
            miles=miles,
            text=text,
            sort=self.sort(has_place=bool(near or text)),
            page=page,
            page_size=page_size,
        )

    def fault(self, name: str, reason: str) -> None:
        self.faults.append((name, reason))

    def single(self, name: str) -> str | None:
        """Return the value of a parameter that is given once."""
        given = self.parameters.getlist(name)
        if len(given) > 1:
            self.fault(name, "must be given once")
        return given[0] if given else None

    def lists(self, prefix: str = "") -> Values:
        chosen = ((each, self.chosen(each, prefix + each.name)) for each in LIST_FILTERS)
        return tuple((each.name, values) for each, values in chosen if values)

    def chosen(self, each: ListFilter, parameter: str) -> tuple[str, ...]:
        given = self.parameters.getlist(parameter)
        if not given:  # as nearly all
            return ()
        if len(given) > self.most_values:
            self.fault(parameter, f"must have {self.most_values} values or fewer")
        given = list(dict.fromkeys(given))
        good = [
            value for value in given[: self.most_values] if self.is_good(each, parameter, value)
        ]
        if each.values:
            return tuple(value for value in each.values if value in good)
        return tuple(sorted(printable(value) for value in good))

    def is_good(self, each: ListFilter, parameter: str, value: str) -> bool:
        if each.values and value not in each.values:
            self.fault(parameter, f"must be one of {', '.join(each.values)}")
        elif not 1 <= len(value) <= LONGEST_VALUE:
            self.fault(parameter, f"must have 1 to {LONGEST_VALUE} characters")
        else:
            return True
        return False

    def numbers(self) -> tuple[tuple[str, int], ...]:
        read = ((name, self.bound(name, each)) for name, each in BOUND.items())
        return tuple((name, units) for name, units in read if units is not None)

    def bound(self, name: str, number: NumberFilter) -> int | None:
        """Return a bound in whole units of the index, rounded into the range that it bounds."""
        value = self.amount(name)
        if value is None:
            return None
        shape = _NUMBER if number.scale > 1 else _WHOLE
        amount = Decimal(value) if shape.fullmatch(value) else None
        if amount is None or not number.least <= amount <= number.most:
            kind = "a number" if number.scale > 1 else "a whole number"
            unit = "" if number.unit == number.name else f" of {number.unit}"
            least, most = (_written(number, value) for value in (number.least, number.most))
            self.fault(name, f"must be {kind}{unit} from {least} to {most}")
            return None
        rounding = ROUND_CEILING if name.endswith("_min") else ROUND_FLOOR
        return int((amount * number.scale).to_integral_value(rounding))

    def amount(self, name: str) -> str | None:
        """Return a bound as it is written."""
        return self.single(name)

    def words(self, name: str, longest: int) -> str:
        value = self.single(name) or ""
        if len(value) > longest:
            self.fault(name, f"must have {longest} characters or fewer")
        return " ".join(_UNPRINTABLE.sub(" ", value[:longest]).split())

    def near(self, may_be_said: bool) -> tuple[Near | None, int | None]:
        """Return the place, or the miles around the one that the words may name."""
        miles = self.whole("miles", 0, FURTHEST) or None
        text = self.words("near", LONGEST_VALUE)
        if text:
            place = find(text, miles or MILES)
            if place is None:
                self.fault("near", "must be a British postcode, outcode or town")
            return place, miles if may_be_said and place is None else None
        if "near" in self.parameters:
            self.fault("near", NO_PLACE["miles"])
        if "miles" in self.parameters and not may_be_said:
            self.fault("miles", NO_PLACE["miles"])
        return None, miles if may_be_said else None

    def sort(self, has_place: bool) -> str:
        value = self.single("sort")
        if value == "distance" and not has_place:
            self.fault("sort", NO_PLACE["sort"])
        elif value is None or value in SORTS:
            return value or Query.sort
        else:
            self.fault("sort", f"must be one of {', '.join(SORTS)}")
        return Query.sort

    def whole(self, name: str, default: int, most: int) -> int:
        value = self.single(name)
        if value is None:
            return default
        if _WHOLE.fullmatch(value) and 1 <= int(value) <= most:
            return int(value)
        self.fault(name, f"must be a whole number from 1 to {most:,}")
        return default

    def note_unknown(self) -> None:
        for name in self.parameters:
            if name not in KNOWN:
                self.fault(printable(name)[:LONGEST_VALUE] or "query", "is not a parameter")

    def note_contradictions(self, query: Query) -> None:
        for number in NUMBER_FILTERS:
            if query.contradicts_itself(number):
                self.fault(f"{number.name}_min", f"must not be above {number.name}_max")


class _LenientReading(_Reading):
    """Parameters of a page, into whose fields people write as they are used to."""

    def amount(self, name: str) -> str | None:
        """Return a bound without the pounds, commas and spaces, and `5k` as 5000."""
        given = self.single(name)
        plain = re.sub(r"[£,\s]", "", given[:LONGEST_VALUE]) if given else given
        if plain and (thousands := _THOUSANDS.fullmatch(plain)):
            return f"{(Decimal(thousands[1]) * 1000).normalize():f}"
        return plain


KNOWN = frozenset(
    {"q", VARIANT, "near", "miles", "sort", "page", "page_size", *BOUND}
    | set(LIST_FILTER)
    | {EXCLUDE + name for name in LIST_FILTER}
)


def printable(text: str) -> str:
    """Return a text with spaces for what cannot be shown."""
    return _UNPRINTABLE.sub(" ", text)
