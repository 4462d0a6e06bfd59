"""The documentation of search's parameters, made from the table of filters."""

from typing import Any

from carslink.search.filters import LIST_FILTERS, NUMBER_FILTERS, SORTS, ListFilter, NumberFilter
from carslink.search.near import FURTHEST, MILES
from carslink.search.query import (
    DEEPEST,
    EXCLUDE,
    LARGEST_PAGE,
    LONGEST_TEXT,
    LONGEST_VALUE,
    MOST_VALUES,
    PAGE_SIZE,
    VARIANT,
)


def documented() -> list[dict[str, Any]]:
    """Return every parameter of a search as OpenAPI has them."""
    return [
        _parameter("q", "What a buyer types, read as plain words.", _text(LONGEST_TEXT)),
        *(_parameter(each.name, each.about, _list(each)) for each in LIST_FILTERS),
        _parameter(VARIANT, "Words of the variant, as `320d M Sport`.", _text(LONGEST_VALUE)),
        *(
            _parameter(name, f"{each.label} in {each.unit}, inclusive.", _number(each))
            for each in NUMBER_FILTERS
            for name in each.parameters
        ),
        *(
            _parameter(EXCLUDE + each.name, f"Values of `{each.name}` to leave out.", _list(each))
            for each in LIST_FILTERS
        ),
        _parameter(
            "near", "A postcode, outcode or town, around which to search.", _text(LONGEST_VALUE)
        ),
        _parameter("miles", "How far around the place of `near` or `q`.", _whole(MILES, FURTHEST)),
        _parameter("sort", "The order of the results; `distance` needs a place.", _sort()),
        _parameter("page", f"From 1; only the first {DEEPEST:,} results.", _whole(1, DEEPEST)),
        _parameter("page_size", "Results on a page.", _whole(PAGE_SIZE, LARGEST_PAGE)),
    ]


def _parameter(name: str, about: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"in": "query", "name": name, "required": False, "description": about, "schema": schema}


def _text(longest: int) -> dict[str, Any]:
    return {"type": "string", "maxLength": longest}


def _list(each: ListFilter) -> dict[str, Any]:
    item: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": LONGEST_VALUE}
    if each.values:
        item = {"type": "string", "enum": list(each.values)}
    return {"type": "array", "items": item, "maxItems": MOST_VALUES}


def _number(each: NumberFilter) -> dict[str, Any]:
    kind = "number" if each.scale > 1 else "integer"
    return {"type": kind, "minimum": each.least, "maximum": each.most}


def _sort() -> dict[str, Any]:
    return {"type": "string", "enum": list(SORTS), "default": "relevance"}


def _whole(default: int, most: int) -> dict[str, Any]:
    return {"type": "integer", "minimum": 1, "maximum": most, "default": default}
