"""The form of filters beside the results, with the counts of the facets."""

from dataclasses import dataclass
from typing import Any

from carslink.search.engine import Answer
from carslink.search.filters import (
    BOUND,
    LIST_FILTERS,
    NUMBER_FILTERS,
    SORTS,
    ListFilter,
    NumberFilter,
)
from carslink.search.query import EXCLUDE, Query, shown

MOST_OPTIONS = 12
"""Values offered of one filter, besides the chosen ones; words find the rest."""

OPEN = ("vehicle_type", "price", "make", "body_type", "fuel", "transmission")
_KINDS = {"car": "Cars", "van": "Vans", "motorcycle": "Motorbikes"}


@dataclass(frozen=True)
class Option:
    """A value that can be ticked."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Bound:
    """A number that can be filled in."""

    name: str
    label: str
    value: str


@dataclass(frozen=True)
class Group:
    """One filter of the form: options or bounds."""

    name: str
    label: str
    is_open: bool
    options: list[Option]
    bounds: list[Bound]


@dataclass(frozen=True)
class Form:
    """The whole form; `hidden` keeps what it has no control for."""

    groups: list[Group]
    hidden: list[tuple[str, str]]
    sorts: list[tuple[str, str, bool]]
    active: int


def of(answer: Answer) -> Form:
    """Return the form that shows an answer's question."""
    query = answer.query
    listed = {each.name: _listed(each, answer) for each in LIST_FILTERS if each.has_facet}
    numbers = {each.name: _numbers(each, query) for each in NUMBER_FILTERS}
    first = ("vehicle_type", "price", "year", "mileage")
    groups = [(listed | numbers)[name] for name in first]
    groups += [group for name, group in (listed | numbers).items() if name not in first]
    return Form(
        groups=[group for group in groups if group.options or _is_useful(group, answer)],
        hidden=[pair for pair in query.pairs() if _has_no_control(pair[0])],
        sorts=[
            (value, label, value == query.sort)
            for value, label in SORTS.items()
            if value != "distance" or query.near
        ],
        active=len(query.filters) + len(query.numbers) + len(query.exclude),
    )


def _listed(each: ListFilter, answer: Answer) -> Group:
    chosen = answer.query.values(each.name)
    counts: list[dict[str, Any]] = answer.facets[each.name]
    known = {count["value"].casefold() for count in counts}
    missing = [{"value": v, "count": 0} for v in chosen if v.casefold() not in known]
    picked = {value.casefold() for value in chosen}
    offered = [
        Option(
            count["value"],
            _KINDS.get(count["value"], count["value"]),
            count["count"],
            count["value"].casefold() in picked,
        )
        for count in counts + missing
    ]
    offered = [option for at, option in enumerate(offered) if at < MOST_OPTIONS or option.chosen]
    return Group(each.name, each.label, each.name in OPEN or bool(chosen), offered, [])


def _numbers(each: NumberFilter, query: Query) -> Group:
    given = {name: query.number(name) for name in each.parameters}
    bounds = [
        Bound(
            name,
            "at least" if name.endswith("_min") else "at most",
            "" if units is None else shown(each, units),
        )
        for name, units in given.items()
    ]
    is_set = any(units is not None for units in given.values())
    unit = "" if each.unit in ("year",) else f" ({'£' if each.unit == 'pounds' else each.unit})"
    return Group(each.name, each.label + unit, each.name in OPEN or is_set, [], bounds)


def _is_useful(group: Group, answer: Answer) -> bool:
    """Payload and load volume are asked of vans alone."""
    van_only = group.name in ("payload_kg", "load_volume_m3")
    is_van = any(each["value"] == "van" for each in answer.facets["vehicle_type"])
    return bool(group.bounds) and (not van_only or is_van)


def _has_no_control(parameter: str) -> bool:
    controlled = {each.name for each in LIST_FILTERS if each.has_facet} | set(BOUND)
    return parameter.startswith(EXCLUDE) or parameter not in {
        *controlled, "q", "sort", "page",
    }  # fmt: skip
