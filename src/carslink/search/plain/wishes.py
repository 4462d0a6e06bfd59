"""Which concept words mean, by the words themselves or by their likeness to how it is said."""

import logging
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

import numpy as np

from carslink.ai import embedder
from carslink.search.plain import concepts, fillers
from carslink.search.plain.claims import Board, Claim
from carslink.search.plain.concepts import CONCEPTS, Concept
from carslink.search.query import Preference

log = logging.getLogger(__name__)

ALIKE = 0.55
"""How alike words must be to how a concept is said. `docs/decisions` has the measurement."""

ALIKE_ALONE = 0.8
"""The same of one word, which must be like one word."""

MOST_WORDS = 12  # of one run of words that is compared
MOST_RUNS = 4  # of one sentence

_BREAKS = frozenset({",", ";", ".", "and", "or", "with", "but", "/", "(", ")", "plus"})


def claim(board: Board) -> None:
    """Claim what nothing else claims where it means a concept."""
    for first, last in list(_runs(board))[:MOST_RUNS]:
        words = [
            board.text(place) for place in range(first, last + 1) if board.text(place).isalnum()
        ]
        beside = _beside(board, first, last)
        if beside is not None and sum(word not in _small() for word in words) == 1:
            found: Concept | None = beside.value  # "long motorway commute", "super reliable"
        else:
            found = nearest(" ".join(words[:MOST_WORDS]))
        if found is None:
            continue
        for start, end in _free_parts(board, first, last):
            board.claim(of(found, start, end))


def _beside(board: Board, first: int, last: int) -> Claim | None:
    """Return the concept that stands right beside some words."""
    for place in (last + 1, first - 1):
        claimed = board.taken[place] if 0 <= place < len(board.tokens) else None
        if claimed is not None and claimed.kind == "concept":
            return claimed
    return None


def of(concept: Concept, first: int, last: int) -> Claim:
    """Return the claim of a concept."""
    return Claim(first, last, "concept", value=concept, label=concept.label)


def preferences(board: Board, today: date) -> tuple[Preference, ...]:
    """Return what the concepts of a sentence prefer, each once; a concept that is negated, not."""
    found: dict[str, Concept] = {}
    for each in board.in_order():
        if each.kind == "concept" and not each.negated:
            found.setdefault(each.value.name, each.value)
    return tuple(wish for concept in found.values() for wish in concept.preferences(today))


def _runs(board: Board) -> Iterator[tuple[int, int]]:
    """Yield stretches of words that say something, and that nothing but a filler claims."""
    first = None
    for place in range(len(board.tokens) + 1):
        if place < len(board.tokens) and _is_open(board, place):
            first = place if first is None else first
            continue
        if first is not None and any(board.is_free(each) for each in range(first, place)):
            yield first, place - 1
        first = None


def _is_open(board: Board, place: int) -> bool:
    claimed, token = board.taken[place], board.tokens[place]
    if token.text in _BREAKS:
        return False
    return claimed is None or claimed.kind == "filler"


def _free_parts(board: Board, first: int, last: int) -> Iterator[tuple[int, int]]:
    start = None
    for place in range(first, last + 2):
        free = place <= last and board.is_free(place) and board.tokens[place].kind != "mark"
        if free and start is None:
            start = place
        if not free and start is not None:
            yield start, place - 1
            start = None


@lru_cache(maxsize=4096)
def nearest(text: str) -> Concept | None:
    """Return the concept that words are most like, if they are like it, and more than like any
    thing that vehicles have. None, too, where the vectors are not installed."""
    table = _table()
    content = [word for word in text.split() if word not in _small()]
    if table is None or not any(len(word) > 2 and word.isalpha() for word in content):
        return None
    vectors, owners, said = table
    (vector,) = embedder.embed([" ".join(content)])
    likeness = vectors @ vector
    best = int(np.argmax(likeness))
    return owners[best] if _is_meant(content, said[best].split(), likeness[best]) else None


def _is_meant(content: list[str], said: list[str], likeness: float) -> bool:
    """Whether words are like enough to how something is said. A number is never like another, and
    one word alone is soon like anything."""
    if {word for word in content if word.isdigit()} != {word for word in said if word.isdigit()}:
        return False
    if len(_telling(content)) == 1:
        return likeness >= ALIKE_ALONE and len(_telling(said)) == 1
    return likeness >= ALIKE


def _telling(words: list[str]) -> list[str]:
    return [word for word in words if len(word) > 1]


@cache
def _small() -> frozenset[str]:
    return frozenset(word for phrase in fillers.FILLERS.split(", ") for word in phrase.split())


@cache
def _table() -> tuple[embedder.Vectors, tuple[Concept | None, ...], tuple[str, ...]] | None:
    """Return the vectors of every way to say a concept, and of things that are none; the concepts;
    and the words."""
    said: list[tuple[str, Concept | None]] = [
        (text, concept) for concept in CONCEPTS for text in concept.said.split(", ")
    ]
    said += [(text, None) for text in concepts.FEATURES.split(", ")]
    texts = [" ".join(w for w in text.split() if w not in _small()) or text for text, _ in said]
    try:
        return embedder.embed(texts), tuple(concept for _, concept in said), tuple(texts)
    except embedder.Missing as missing:
        log.warning("words are not compared by their meaning: %s", missing)
        return None


@cache
def by_name() -> dict[str, Concept]:
    """Return the concepts by their names."""
    return {concept.name: concept for concept in CONCEPTS}
