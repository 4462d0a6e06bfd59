"""Sentences of buyers and what they ask for, a line each: the sentence, then its reading.

`name: value | value` is a filter, `-name: value` leaves out, `near: place miles`. What a reading
does not say must not be there, but for keywords and a `vehicle_type` that follows from the rest.
Read on 25 November 2026 against every model of `vehicles/models_table.py`.
"""

from tests.search.plain_doubtful import DOUBTFUL
from tests.search.plain_names import BIKES, CARS, SLIPS, VANS
from tests.search.plain_spoken import SPOKEN
from tests.search.plain_typed import TYPED
from tests.search.plain_wants import AMOUNTS, NEGATIONS, PLACES, WISHES

ALL = "".join(
    (CARS, AMOUNTS, NEGATIONS, WISHES, PLACES, VANS, BIKES, SLIPS, TYPED, SPOKEN, DOUBTFUL)
)

LISTS = frozenset(
    [
        "vehicle_type",
        "make",
        "model",
        "fuel",
        "transmission",
        "colour",
        "body_type",
        "condition",
        "bike_type",
        "van_type",
        "licence_category",
        "roof_height",
        "load_length",
        "region",
    ]
)

Reading = tuple[dict[str, object], dict[str, set[str]], tuple[str, int] | None, str | None]
"""Filters, what is left out, the place with its miles, and the sort."""


def cases() -> list[tuple[str, Reading]]:
    """Return every sentence with its reading."""
    rows = [line.split("=>") for line in ALL.splitlines() if line]
    return [(text.strip(), reading(told)) for text, told in rows]


def reading(told: str) -> Reading:
    """Return what a line says of a sentence."""
    filters: dict[str, object] = {}
    exclude: dict[str, set[str]] = {}
    near, sort = None, None
    for part in filter(None, (each.strip() for each in told.split(";"))):
        name, _, value = part.partition(": ")
        values = {each.strip() for each in value.split("|")}
        if name.startswith("-"):
            exclude[name[1:]] = values
        elif name == "near":
            place, _, miles = value.rpartition(" ")
            near = (place, int(miles))
        elif name == "sort":
            sort = value
        elif name in LISTS:
            filters[name] = values
        elif name == "variant":
            filters[name] = set(value.split())
        else:
            filters[name] = float(value)
    return filters, exclude, near, sort
