"""The makes and models of the stock, from the index of this machine, for reading plain words.

It is built anew when another commit of the index has brought or lost a make or model. A small
index is looked at on the spot; a large one in a thread, so that nobody's question waits for it.
"""

import threading
import time
from dataclasses import dataclass
from typing import Any

import tantivy

from carslink.search import schema
from carslink.search.facets import COUNTED
from carslink.search.plain import english, names
from carslink.search.plain.names import Names

SMALL = 50_000
"""Vehicles that are counted on the spot, in a few milliseconds."""

PAUSE = 1.0
"""Seconds between two looks at a large index."""

BIKE_MAKER = 0.8
"""The share of motorcycles from which a make is spoken of as one of motorcycles."""

MOST_MAKES = 2_000
MOST_MODELS = 5_000  # of one make


@dataclass(frozen=True)
class Vocabulary:
    """What the stock is made of; `searcher` tells of single words."""

    searcher: tantivy.Searcher
    names: Names
    vehicles: int

    def is_variant(self, word: str) -> bool:
        """Whether some vehicle has the word in its variant."""
        return bool(self.searcher.doc_freq(schema.VARIANT, word) > 0)

    def has_word(self, word: str) -> bool:
        """Whether the word is one that the stock uses: a mistake or two of dealers are none."""
        least = max(1, self.vehicles // 5_000)
        return any(
            self.searcher.doc_freq(schema.WORDS, stem) > least for stem in schema.stems(word)
        )


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
    stock, bike_makes = _stock(searcher)
    signature = frozenset((make, model) for make, models in stock.items() for model in models)
    if before is not None and before.signature == signature:
        return _Counted(before.names, signature, generation, time.monotonic())
    made = names.names_of(stock, english.everyday(), bike_makes)
    return _Counted(made, signature, generation, time.monotonic())


def _stock(searcher: tantivy.Searcher) -> tuple[names.Stock, set[str]]:
    """Return how many vehicles there are of each model of each make, and which makes are
    makes of motorcycles."""
    answer = searcher.aggregate(
        tantivy.Query.all_query(),
        {
            "makes": {
                **_terms("make", MOST_MAKES),
                "aggs": {
                    "models": _terms("model", MOST_MODELS),
                    "kinds": _terms("vehicle_type", 3),
                },
            }
        },
    )
    makes = answer["makes"]["buckets"]
    stock = {
        make["key"]: {model["key"]: model["doc_count"] for model in make["models"]["buckets"]}
        for make in makes
    }
    return stock, {make["key"] for make in makes if _share_of_bikes(make) > BIKE_MAKER}


def _share_of_bikes(make: dict[str, Any]) -> float:
    counts = {kind["key"]: kind["doc_count"] for kind in make["kinds"]["buckets"]}
    return float(counts.get("motorcycle", 0) / make["doc_count"])


def _terms(field: str, size: int) -> dict[str, Any]:
    return {"terms": {"field": field, "size": size, "segment_size": COUNTED}}
