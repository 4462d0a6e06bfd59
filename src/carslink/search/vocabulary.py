"""The makes and models of the stock, from the index of this machine, for reading plain words.

It is built anew when another commit of the index has brought or lost a make or model. A small
index is looked at on the spot; a large one in a thread, so that nobody's question waits for it.
"""

import threading
import time
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import tantivy

from carslink.search import schema
from carslink.search.index import without_cursor
from carslink.search.plain import english, names
from carslink.search.plain.names import Names

SMALL = 50_000
"""Vehicles that are counted on the spot, in a few milliseconds."""

PAUSE = 1.0
"""Seconds between two looks at a large index."""

BIKE_MAKER = 0.8
"""The share of motorcycles from which a make or model is spoken of as one of motorcycles."""

MOST_NAMES = 65_000
"""Models that are counted: more than there are."""

_NAMES = schema.GROUP_OF["make"]


@dataclass(frozen=True)
class Vocabulary:
    """What the stock is made of; `searcher` tells of single words."""

    searcher: tantivy.Searcher
    names: Names
    vehicles: int

    def is_variant(self, word: str) -> bool:
        """Whether some vehicle has the word in its variant."""
        return bool(self.searcher.doc_freq(schema.VARIANT, word) > 0)

    def has_word(self, word: str, but: str = "") -> bool:
        """Whether the word is one that the stock uses: a mistake or two of dealers are none.

        The index knows stems alone: one that is that of `but` too tells nothing of the word."""
        least = max(1, self.vehicles // 5_000)
        stems = schema.stems(word)
        if but and stems == schema.stems(but):
            return False
        return any(self.searcher.doc_freq(schema.WORDS, stem) > least for stem in stems)


@dataclass(frozen=True)
class _Counted:
    names: Names
    signature: frozenset[tuple[str, str]]
    of: object
    at: float


_counted: _Counted | None = None
_counting = threading.Lock()


def of(searcher: tantivy.Searcher, generation: object) -> Vocabulary:
    """Return the vocabulary of an index as it is now, or was a moment ago."""
    global _counted  # noqa: PLW0603 - one index a process, behind a lock
    counted = _counted
    if counted is None or counted.of != generation:
        if counted is None or searcher.num_docs <= SMALL:
            with _counting:
                if _counted is None or _counted.of != generation:
                    _counted = _count(searcher, generation, _counted)
                counted = _counted
        elif time.monotonic() - counted.at > PAUSE and _counting.acquire(blocking=False):
            threading.Thread(
                target=_count_beside, args=(searcher, generation), name="vocabulary", daemon=True
            ).start()
    return Vocabulary(searcher, counted.names, searcher.num_docs)


def _count_beside(searcher: tantivy.Searcher, generation: object) -> None:
    global _counted  # noqa: PLW0603
    try:
        _counted = _count(searcher, generation, _counted)
    finally:
        _counting.release()


def _count(searcher: tantivy.Searcher, generation: object, before: _Counted | None) -> _Counted:
    stock, bikes = _stock(searcher)
    signature = frozenset((make, model) for make, models in stock.items() for model in models)
    if before is not None and before.signature == signature:
        return _Counted(before.names, signature, generation, time.monotonic())
    made = names.names_of(stock, english.everyday(), *_of_bikes(stock, bikes))
    return _Counted(made, signature, generation, time.monotonic())


def _stock(searcher: tantivy.Searcher) -> tuple[names.Stock, names.Stock]:
    """Return how many vehicles there are of each model of each make, and how many motorcycles."""
    counted = searcher.aggregate(
        without_cursor(),
        {
            "models": {
                **_terms(_NAMES.field, MOST_NAMES),
                "aggs": {"kinds": _terms(schema.KIND.field, 500)},
            }
        },
    )
    stock: dict[str, dict[str, int]] = defaultdict(dict)
    bikes: dict[str, dict[str, int]] = defaultdict(dict)
    for each in counted["models"]["buckets"]:
        make, model = schema.values_of(each["key"])
        stock[make][model] = each["doc_count"]
        bikes[make][model] = sum(
            kind["doc_count"]
            for kind in each["kinds"]["buckets"]
            if schema.values_of(kind["key"])[0] == "motorcycle"
        )
    return stock, bikes


def _of_bikes(stock: names.Stock, bikes: names.Stock) -> tuple[set[str], set[tuple[str, str]]]:
    """Return the makes, and the models with their makes, that are spoken of as motorcycles."""
    makes = {
        make
        for make, models in stock.items()
        if sum(bikes[make].values()) > BIKE_MAKER * sum(models.values())
    }
    models = {
        (make, model)
        for make, counts in stock.items()
        for model, count in counts.items()
        if bikes[make][model] > BIKE_MAKER * count
    }
    return makes, models


def _terms(field: str, size: int) -> dict[str, Any]:
    return {"terms": {"field": field, "size": size, "segment_size": MOST_NAMES}}
