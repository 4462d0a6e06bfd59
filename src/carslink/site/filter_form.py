"""The form of filters beside the results, with the counts of the facets."""

from collections.abc import Mapping
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
from carslink.search.near import MILES, in_miles
from carslink.search.query import EXCLUDE, Query, shown
from carslink.site import histogram
from carslink.site.naming import KINDS, slug

FIRST_OPTIONS = 8
"""Values of one filter that are seen at once, besides the chosen ones."""

MOST_OPTIONS = 60
"""Values of one filter in all; words find the rest."""

RADII = (5, 10, 20, MILES, 50, 75, 100, 200)  # miles
ANYWHERE = 1000  # miles, from which distance is measured and nothing left out

OPEN = ("vehicle_type", "price", "make", "body_type", "fuel", "transmission")
WITH_BARS = ("price", "year", "mileage")


@dataclass(frozen=True)
class Option:
    """A value that can be ticked; `id` is the same on every page, so that focus stays on it.

    `is_said` tells that the words ask for it: that is taken back by its chip.
    """

    id: str
    value: str
    label: str
    count: int
    chosen: bool
    is_said: bool


@dataclass(frozen=True)
class Bound:
    """A number that can be filled in; `said` is what the words ask where nothing is.

    Where what was filled in is no such number, or more than the number may be, `wrong` says why.
    """

    name: str
    label: str
    value: str
    said: str
    wrong: str


@dataclass(frozen=True)
class Group:
    """One filter of the form: options, of which `more` are folded away, or bounds with bars."""

    name: str
    label: str
    is_open: bool
    options: list[Option]
    more: list[Option]
    bounds: list[Bound]
    bars: histogram.Bars | None = None


@dataclass(frozen=True)
class Form:
    """The whole form; `hidden` keeps what it has no control for, `faults` says what is wrong with
    each bound that could not be read, or that no number can keep."""

    groups: list[Group]
    hidden: list[tuple[str, str]]
    sorts: list[tuple[str, str, bool]]
    miles: list[tuple[int | str, str, bool]]
    active: int
    faults: list[str]


def of(answer: Answer, meant: Query, unread: Mapping[str, tuple[str, str]]) -> Form:
    """Return the form that shows an answer's question, as the address has it.

    `meant` is the question with its words understood: its order is what "best match" then means.
    `unread` are the bounds that could not be read: as written, and why.
    """
    query = answer.query
    listed = {each.name: _listed(each, answer, meant) for each in LIST_FILTERS if each.has_facet}
    numbers = {each.name: _numbers(each, answer, meant, unread) for each in NUMBER_FILTERS}
    first = ("vehicle_type", "price", "year", "mileage")
    groups = [(listed | numbers)[name] for name in first]
    groups += [group for name, group in (listed | numbers).items() if name not in first]
    shown = [group for group in groups if group.options or _is_useful(group, answer)]
    return Form(
        groups=shown,
        hidden=[pair for pair in query.pairs() if _has_no_control(pair[0])],
        sorts=_sorts(query, meant),
        miles=_miles(query, meant),
        active=len(query.filters) + len(query.numbers) + len(query.exclude) + bool(query.near),
        faults=[
            f"{group.label} {bound.label}: “{bound.value}” {bound.wrong}."
            for group in shown
            for bound in group.bounds
            if bound.wrong
        ],
    )


def _sorts(query: Query, meant: Query) -> list[tuple[str, str, bool]]:
    as_asked = f"As asked: {SORTS[meant.sort][0].lower()}{SORTS[meant.sort][1:]}"
    says_so = query.sort == Query.sort != meant.sort
    labels = SORTS | ({Query.sort: as_asked} if says_so else {})
    return [
        (value, label, value == query.sort)
        for value, label in labels.items()
        if value != "distance" or meant.near
    ]


def _miles(query: Query, meant: Query) -> list[tuple[int | str, str, bool]]:
    """Return the radii that are offered. What only the words say is told and sends nothing, so that
    other words may say something else."""
    chosen = query.near.miles if query.near else query.miles
    said = meant.near.miles if meant.near and chosen is None else None
    known = chosen or said or MILES
    offered = sorted({*RADII, known} - {ANYWHERE})
    told = [(miles, f"within {in_miles(miles)}") for miles in offered]
    told.append((ANYWHERE, "any distance"))
    radii: list[tuple[int | str, str, bool]] = [
        (miles, label, miles == known and said is None) for miles, label in told
    ]
    as_said = next(label for miles, label in told if miles == known)
    return [("", f"{as_said}, as asked", True), *radii] if said else radii


def _listed(each: ListFilter, answer: Answer, meant: Query) -> Group:
    chosen = answer.query.values(each.name)
    said = {value.casefold() for value in meant.values(each.name) if value not in chosen}
    counts: list[dict[str, Any]] = answer.facets[each.name]
    known = {count["value"].casefold() for count in counts}
    missing = [{"value": v, "count": 0} for v in chosen if v.casefold() not in known]
    picked = {value.casefold() for value in chosen}
    offered = [
        Option(
            f"{each.name}-{slug(count['value']) or at}",
            count["value"],
            KINDS.get(count["value"], count["value"]).capitalize()
            if each.name == "vehicle_type"
            else count["value"],
            count["count"],
            count["value"].casefold() in picked,
            count["value"].casefold() in said,
        )
        for at, count in enumerate(counts + missing)
    ]
    seen = [
        option
        for at, option in enumerate(offered)
        if at < FIRST_OPTIONS or option.chosen or option.is_said
    ]
    more = [option for option in offered[:MOST_OPTIONS] if option not in seen]
    return Group(each.name, each.label, each.name in OPEN or bool(chosen), seen, more, [])


def _numbers(
    each: NumberFilter, answer: Answer, meant: Query, unread: Mapping[str, tuple[str, str]]
) -> Group:
    given = {name: answer.query.number(name) for name in each.parameters}
    said = {name: meant.number(name) for name in each.parameters}
    bounds = [
        Bound(
            name,
            "at least" if name.endswith("_min") else "at most",
            unread[name][0] if name in unread else _shown(each, units),
            _shown(each, said[name]),
            unread[name][1] if name in unread else _above(each, name, answer.query),
        )
        for name, units in given.items()
    ]
    is_set = any(bound.value for bound in bounds)
    unit = "" if each.unit in ("year",) else f" ({'£' if each.unit == 'pounds' else each.unit})"
    is_open = each.name in OPEN or is_set
    return Group(each.name, each.label + unit, is_open, [], [], bounds, _bars(each, answer, meant))


def _above(each: NumberFilter, name: str, query: Query) -> str:
    """Say of the lower bound that it is above the upper one."""
    if not name.endswith("_min") or not query.contradicts_itself(each):
        return ""
    most = _shown(each, query.number(f"{each.name}_max"))
    return f"must not be above “at most”, which is {most}"


def _shown(each: NumberFilter, units: int | None) -> str:
    return "" if units is None else shown(each, units)


def _bars(each: NumberFilter, answer: Answer, meant: Query) -> histogram.Bars | None:
    if each.name not in WITH_BARS:
        return None
    limits = (meant.number(f"{each.name}_{bound}") for bound in ("min", "max"))
    least, most = (None if units is None else units / each.scale for units in limits)
    return histogram.of(answer.facets[each.name], least, most)


def _is_useful(group: Group, answer: Answer) -> bool:
    """Payload and load volume are asked of vans alone."""
    van_only = group.name in ("payload_kg", "load_volume_m3")
    is_van = any(each["value"] == "van" for each in answer.facets["vehicle_type"])
    return bool(group.bounds) and (not van_only or is_van)


def _has_no_control(parameter: str) -> bool:
    controlled = {each.name for each in LIST_FILTERS if each.has_facet} | set(BOUND)
    return parameter.startswith(EXCLUDE) or parameter not in {
        *controlled, "q", "near", "miles", "sort", "page",
    }  # fmt: skip
