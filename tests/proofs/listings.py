"""Listings of few source_ids and registrations, so that they collide all the time."""

from collections.abc import Callable, Sequence
from typing import Any

Choose = Callable[[Sequence[Any]], Any]

ABSENT = object()
# 7 and " 7 " are the same source_id; the first two marks are the same registration.
SOURCE_IDS = (ABSENT, None, "", "a", "b", "c", 7, " 7 ", "a", "b", "c", "d")
MARKS = ("AB21 XYA", "ab21xya", "AB21XYB", "AB21XYC", "AB21XYD", "AB21XYE")
ODD_MARKS = (ABSENT, None, "not a mark!", *MARKS, *MARKS)
PRICES = (9000, 9000, "9000", 9500, 9500, 8000, 8000, 0, "x")
VARIANTS = (ABSENT, ABSENT, None, "", "SE", "GT")
KINDS = ("complete",) * 6 + ("sparse",) * 4 + ("delete",) * 2 + ("odd",)
ODD: tuple[Any, ...] = (
    5,
    "listing",
    None,
    [],
    {},
    {"delete": "yes"},
    {"delete": True},
    {"delete": 0},
)

# What a complete listing has beside the fields that the model looks at.
REST = {
    "model": "3 Series",
    "year": 2021,
    "mileage": 24500,
    "body_type": "Saloon",
    "images": [f"https://images.example/{name}.jpg" for name in "abcd"],
}
FOUR = [
    {"make": "BMW", "source_id": name, "registration": f"AB21XY{name.upper()}", "price": 9000}
    for name in "abcd"
]


def entry(choose: Choose) -> Any:
    """Return one entry of a batch: a whole listing, some fields, a delete, or nonsense."""
    kind = choose(KINDS)
    if kind == "complete":
        chosen = {
            "make": "BMW",
            "source_id": choose(SOURCE_IDS),
            "registration": choose(MARKS),
            "price": choose(PRICES),
            "variant": choose(VARIANTS),
        }
    elif kind == "sparse":
        chosen = {
            "source_id": choose(SOURCE_IDS),
            "registration": choose(ODD_MARKS),
            "price": choose((ABSENT, None, *PRICES)),
            "variant": choose(VARIANTS),
        }
    elif kind == "delete":
        chosen = {"source_id": choose(SOURCE_IDS), "delete": choose((True, True, True, "yes"))}
        chosen["registration"] = choose((ABSENT, *ODD_MARKS))
    else:
        return choose(ODD)
    return {name: value for name, value in chosen.items() if value is not ABSENT}


def batch(choose: Choose, most: int) -> list[Any]:
    """Return a batch of up to so many entries; an empty one now and then."""
    return [entry(choose) for _ in range(choose(range(most + 1)))]


def as_sent(entry: Any) -> Any:
    """Return an entry as partners send it: a complete one with all that it must have."""
    return {**REST, **entry} if isinstance(entry, dict) and "make" in entry else entry
