"""What a new web process loads before it serves, so that the first buyer does not wait for it."""

from contextlib import suppress
from itertools import combinations

from carslink.api.refusals import Unavailable
from carslink.search import by_code, counted, engine, schema, snapshot
from carslink.search.plain import knowledge
from carslink.search.query import Query
from carslink.search.suggest import suggest
from carslink.search.understand import understand

ANY = Query(filters=(("make", ("any",)), ("model", ("any",))))
"""For which every name of the stock is looked at."""


def warm_up() -> None:
    """Load the phrases, the towns, the outcodes, and the order, names and counts of the stock."""
    knowledge.warm_up()
    with suppress(Unavailable):  # the first index is still being built
        by_code.sort(here := snapshot.latest())
        for name in counted.COUNTED:
            counted.of_column(here, name)
        for one, other in combinations([group.field for group in schema.GROUPS], 2):
            counted.of_pair(here, one, other)
        engine.search(ANY)
        understand("automatic near York")
        for typed in ("a", "a1"):
            suggest(typed)
