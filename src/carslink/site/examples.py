"""Questions that people really ask, as examples on the home page: each finds something."""

from carslink.search import engine, snapshot, understand
from carslink.search.query import Query

SHOWN = 5

QUESTIONS = (
    "automatic estate under £15k near Leeds",
    "first car for a new driver near Cardiff",
    "7 seater, petrol or hybrid, 2018 onwards",
    "high-roof long van under £25k",
    "A2 bike under £6,000, not a scooter",
    "electric SUV under £30k, not white",
    "diesel estate for towing a caravan",
    "petrol automatic under £10k in Scotland",
    "low mileage hatchback under £8k",
    "cheap van near Birmingham",
    "adventure bike",
    "SUV",
)
"""In the order in which they are offered; a stock that cannot answer one is offered the next."""


def that_find_something() -> list[str]:
    """Return the questions to show. Raises Unavailable while there is no index."""
    return snapshot.latest().once("examples", _finding)


def _finding() -> list[str]:
    found: list[str] = []
    for question in QUESTIONS:
        if len(found) < SHOWN and _count(question):
            found.append(question)
    return found


def _count(question: str) -> int:
    meant, _ = understand.meant(Query(text=question))
    return engine.count(meant)
