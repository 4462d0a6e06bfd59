"""The engine: answers questions from the index of this machine, without the database."""

import threading
import uuid
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
import tantivy
from django.conf import settings

from carslink.api.refusals import Unavailable
from carslink.search import facets, index, schema
from carslink.search.query import Query
from carslink.search.terms import to_tantivy
from carslink.stock.changes import Position

REMEMBERED_PAGES = 128
REMEMBERED_FACETS = 512

Generation = tuple[str, int, int]
"""Names one commit of one index: its folder, and inode and time of its list of segments."""


@dataclass(frozen=True)
class Answer:
    """What was found: the cards of one page, how many there are in all, and the facets."""

    query: Query
    total: int
    results: list[dict[str, Any]]
    facets: facets.Facets


@dataclass(frozen=True)
class _Opened:
    generation: Generation
    index: tantivy.Index


_opened: _Opened | None = None
_opening = threading.Lock()


def search(query: Query) -> Answer:
    """Answer a question. Raises Unavailable while there is no index yet."""
    generation = _fresh().generation
    total, cards = _page(query, generation)
    found = _facets(replace(query, sort=Query.sort, page=1, page_size=1), generation)
    return Answer(query, total, [msgspec.json.decode(card) for card in cards], found)


def count(query: Query) -> int:
    """Return how many vehicles a question finds. Raises Unavailable like `search`."""
    return _page(replace(query, sort=Query.sort, page=1, page_size=1), _fresh().generation)[0]


def indexed_position() -> tuple[Position, uuid.UUID] | None:
    """Return how far the index of this machine has followed the log of changes, and the epoch.

    All changes up to the position are searchable. None while there is no index.
    """
    try:
        cursor = index.read_cursor(_fresh().index.searcher())
    except Unavailable:
        return None
    return (cursor.position, cursor.epoch) if cursor else None


def _fresh() -> _Opened:
    """Return the index in use as of its last commit, opened or reloaded where that is news."""
    global _opened  # noqa: PLW0603 - one index a process, behind a lock
    opened = _opened
    if opened is not None and opened.generation == _generation(settings.INDEX_DIR):
        return opened
    with _opening:
        for _ in range(3):  # the folder may be swapped and removed under our hands
            try:
                _opened = _reopened(_opened, settings.INDEX_DIR)
                return _opened
            except (ValueError, OSError):
                _opened = None
    raise Unavailable("the search index is being built")


def _reopened(opened: _Opened | None, folder: Path) -> _Opened:
    generation = _generation(folder)
    if generation is None:
        raise FileNotFoundError(folder)
    if opened is None or opened.generation[0] != generation[0]:
        return _Opened(generation, index.open_at(Path(generation[0])))
    if opened.generation != generation:
        opened.index.reload()
    return _Opened(generation, opened.index)


def _generation(folder: Path) -> Generation | None:
    path = index.current(folder)
    if path is None or not index.is_ours(path):
        return None
    try:
        # tantivy renames a new file over the old one with each commit.
        stat = (path / "meta.json").stat()
    except OSError:
        return None
    return str(path), stat.st_ino, stat.st_mtime_ns


def _searcher(generation: Generation) -> tantivy.Searcher:
    """Return a searcher that is at least as new as this generation."""
    del generation
    return _fresh().index.searcher()


@lru_cache(REMEMBERED_PAGES)
def _page(query: Query, generation: Generation) -> tuple[int, tuple[bytes, ...]]:
    """Return how many there are in all, and the cards of one page."""
    searcher = _searcher(generation)
    field, order = _order(query.sort)
    found = searcher.search(
        to_tantivy(query),
        limit=query.page_size,
        offset=(query.page - 1) * query.page_size,
        order_by_field=field,
        order=order,
    )
    cards = (searcher.doc(address).get_first(schema.CARD) for _, address in found.hits)
    total: int = found.count  # type: ignore[attr-defined]  # its type stub forgets it
    return total, tuple(bytes(card) for card in cards if card is not None)


@lru_cache(REMEMBERED_FACETS)
def _facets(query: Query, generation: Generation) -> facets.Facets:
    return facets.count(_searcher(generation), query)


def _order(sort: str) -> tuple[str, tantivy.Order]:
    """Return the field to sort by. Without a ranking yet, the best match is the newest."""
    name = "newest" if sort == "relevance" else sort
    descending = name.startswith("-") or name == "newest"
    field = schema.SORT_KEYS[name.removeprefix("-")]
    return field, tantivy.Order.Desc if descending else tantivy.Order.Asc
