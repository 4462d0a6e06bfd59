"""A place to search around: from what a person types to its point, and back to one spelling."""

from dataclasses import dataclass

from carslink import places

MILES = 30
"""How far around a place is searched where nothing else is said."""

FURTHEST = 1_000
"""From one end of the country to the other."""


@dataclass(frozen=True)
class Near:
    """A circle: its middle in degrees (WGS 84), its radius in miles.

    `label` is the postcode, outcode or town alone, from which `find` finds the same place.
    """

    label: str
    lat: float
    lon: float
    miles: int = MILES


def in_miles(number: int) -> str:
    """Say a number of miles, as `1 mile` or `1,000 miles`."""
    return f"{number:,} mile{'' if number == 1 else 's'}"


def around(near: Near) -> str:
    """Say where a question looks, as `Within 30 miles of Leeds`."""
    if near.miles >= FURTHEST:
        return f"Any distance from {near.label}"
    return f"Within {in_miles(near.miles)} of {near.label}"


def find(text: str, miles: int = MILES) -> Near | None:
    """Return the circle around a postcode, an outcode or a town; None where it is no such place."""
    if place := places.lookup(text):
        return Near(place.postcode, place.lat, place.lon, miles)
    for town in places.towns(text):
        return Near(town.name, town.lat, town.lon, miles)
    return None
