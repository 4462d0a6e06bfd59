"""The engine: answers questions from the index of this machine, without the database."""

import os
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import msgspec

from carslink.api.refusals import Unavailable
from carslink.search import facets, hits, index, snapshot
from carslink.search.found import Found
from carslink.search.query import Query
from carslink.stock.changes import Position

_pool = ThreadPoolExecutor(os.cpu_count(), "facets")
"""Threads that count. The index lets go of Python's lock, and more than the cores gain nothing."""


@dataclass(frozen=True)
class Answer:
    """What was found: one page, how many there are in all, and the facets."""

    query: Query
    hits: hits.Hits
    facets_json: facets.Facets

    @property
    def total(self) -> int:
        """How many vehicles were found in all."""
        return self.hits.total

    @cached_property
    def results(self) -> list[dict[str, Any]]:
        """The cards of the page, each with `distance_miles`."""
        return _read(self.hits)

    @cached_property
    def facets(self) -> dict[str, list[dict[str, Any]]]:
        """The counts of every facet, by its name."""
        return {name: msgspec.json.decode(counts) for name, counts in self.facets_json.items()}


def search(query: Query) -> Answer:
    """Answer a question. Raises Unavailable while there is no index yet."""
    here = snapshot.latest()
    found = Found(query, here)
    counts = facets.count(query, found, _pool)  # while this thread looks for the hits
    return Answer(query, hits.of(query, found), counts())


def best(query: Query) -> list[dict[str, Any]]:
    """Return the cards of a question's page alone. Raises Unavailable like `search`."""
    return _read(hits.of(query, Found(query, snapshot.latest())))


def count(query: Query) -> int:
    """Return how many vehicles a question finds. Raises Unavailable like `search`."""
    return hits.total(query, snapshot.latest())


def indexed_position() -> tuple[Position, uuid.UUID] | None:
    """Return how far the index of this machine has followed the log of changes, and the epoch.

    All changes up to the position are searchable. None while there is no index.
    """
    try:
        cursor = index.read_cursor(snapshot.latest().searcher)
    except Unavailable:
        return None
    return (cursor.position, cursor.epoch) if cursor else None


def _read(found: hits.Hits) -> list[dict[str, Any]]:
    cards = zip(found.cards, found.miles, strict=True)
    return [{**msgspec.json.decode(card), "distance_miles": miles} for card, miles in cards]
