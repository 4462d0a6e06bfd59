"""The heading of a page of results: how many of what, as people say it."""

from carslink.search.query import Query
from carslink.site.naming import BIKES, BODIES, KINDS, counted, said

ANYTHING = "vehicles"


def of(query: Query, total: int) -> str:
    """Return `37 diesel estates near Leeds` for a question and what it found."""
    told = " ".join(filter(None, (*_before(query), _noun(query))))
    where = f" near {query.near.label}" if query.near else _in_region(query)
    if not total:
        return f"No {told}{where}"
    if _only(query, "model"):
        return f"{total:,} {told}{where}"  # nobody says "3 Serieses"
    return f"{counted(total, told)}{where}"


def _before(query: Query) -> tuple[str, ...]:
    adjectives = (said(_only(query, name)) for name in ("colour", "transmission", "fuel"))
    return (*adjectives, _only(query, "make"))


def _noun(query: Query) -> str:
    if model := _only(query, "model"):
        return model
    body, bike = _only(query, "body_type"), _only(query, "bike_type")
    return BODIES.get(body) or BIKES.get(bike) or KINDS.get(_only(query, "vehicle_type"), ANYTHING)


def _in_region(query: Query) -> str:
    region = _only(query, "region")
    return f" in {in_region(region)}" if region else ""


def in_region(region: str) -> str:
    """Return a region as it stands after "in": `the North West`, but `Scotland`."""
    plain = ("London", "Scotland", "Wales", "Northern Ireland", "Yorkshire and The Humber")
    return region if region in plain else f"the {region}"


def _only(query: Query, name: str) -> str:
    """Return the value of a filter that has one value; nothing otherwise."""
    values = query.values(name)
    return values[0] if len(values) == 1 else ""
