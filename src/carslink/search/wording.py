"""From the words of a question to what must be found: stems, words that mean the same, and typing
slips. The index is asked by clauses, and of the usual words the columns are by masks."""

from collections.abc import Iterator
from functools import cache, lru_cache, reduce

import numpy as np
import tantivy
from numpy.typing import NDArray
from tantivy import Occur

from carslink.search import schema, usual
from carslink.search.snapshot import Snapshot

# Groups of wordings, each of which finds what any of them would. The stock's own vocabulary (fuels,
# bodies, gearboxes) is read from plain words before this; here is what descriptions say.
_SAME = """
auto, automatic
hatch, hatchback
estate, tourer, touring, wagon, avant
cabriolet, cabrio, convertible, soft top
4x4, 4wd, awd, all wheel drive, four wheel drive, 4 wheel drive
sat nav, satnav, navigation, navi
air con, aircon, air conditioning, climate control
tow bar, towbar, tow hitch, towing hitch, tow pack
sunroof, sun roof, panoramic roof, pano roof, glass roof
parking sensors, park sensors, pdc, park assist
reversing camera, reverse camera, rear camera, rear view camera, parking camera
fsh, full service history
carplay, car play
heated seats, seats heated
alloys, alloy wheels
ev, electric
phev, plug in hybrid
motorbike, motorcycle, bike
people carrier, mpv
7 seats, 7 seater, seven seats, seven seater
5 doors, 5 door, five door, 5dr
3 doors, 3 door, three door, 3dr
grey, gray
"""

SHORTEST_SLIP = 4
"""Letters of a word that may be mistyped: with fewer, too much else is one letter away."""

TWO_SLIPS = 8
"""Letters from which two may be wrong."""

LONGEST_SLIP = 30

Wordings = tuple[tuple[str, ...], ...]
"""The ways to say one thing, each as the stems that must all be found."""


def clauses(text: str, field: str, here: Snapshot) -> list[tantivy.Query]:
    """Return a query for each thing that the words say; all of them must be found in the field."""
    return [_one_of(wordings, field, here) for wordings in _read(schema.stems(text))]


@lru_cache(2_000)
def usual_only(text: str) -> tuple[Wordings, ...] | None:
    """Return each thing that the words say, where all are usual words; None where one is not."""
    said = tuple(_read(schema.stems(text)))
    known = all(usual.are_usual(stems) for wordings in said for stems in wordings)
    return said if said and known else None


def masks(
    said: tuple[Wordings, ...], field: str, here: Snapshot, where: slice | NDArray[np.int64]
) -> Iterator[NDArray[np.bool_]]:
    """Yield for each thing that usual words say which of some rows have it in a field."""
    for wordings in said:
        yield reduce(np.logical_or, (_have_all(stems, field, here, where) for stems in wordings))


def _have_all(
    stems: tuple[str, ...], field: str, here: Snapshot, where: slice | NDArray[np.int64]
) -> NDArray[np.bool_]:
    columns = here.columns[usual.column(field)]
    wanted = enumerate(map(np.uint8, usual.bits(stems)))
    return reduce(
        np.logical_and, ((columns[at][where] & bits) == bits for at, bits in wanted if bits)
    )


def _read(stems: list[str]) -> Iterator[Wordings]:
    """Yield what stems say one after another, the longest known wordings first."""
    at = 0
    while at < len(stems):
        known = _same().get(stems[at], ())
        fits = next((said for said in known if tuple(stems[at : at + len(said)]) == said), None)
        if fits:
            yield next(group for group in _groups() if fits in group)
            at += len(fits)
        else:
            yield ((stems[at],),)
            at += 1


def _one_of(wordings: Wordings, field: str, here: Snapshot) -> tantivy.Query:
    said = [_all_of(stems, field, here) for stems in wordings]
    if len(said) == 1:
        return said[0]
    return tantivy.Query.boolean_query([(Occur.Should, each) for each in said])


def _all_of(stems: tuple[str, ...], field: str, here: Snapshot) -> tantivy.Query:
    found = [_stem(stem, field, here) for stem in stems]
    if len(found) == 1:
        return found[0]
    return tantivy.Query.boolean_query([(Occur.Must, each) for each in found])


def _stem(stem: str, field: str, here: Snapshot) -> tantivy.Query:
    """Return the query for a stem; an unusual one that no vehicle has is taken for a slip."""
    slips = SHORTEST_SLIP <= len(stem) <= LONGEST_SLIP and not any(map(str.isdigit, stem))
    if slips and not usual.are_usual((stem,)) and not here.searcher.doc_freq(field, stem):
        distance = 2 if len(stem) >= TWO_SLIPS else 1
        return tantivy.Query.fuzzy_term_query(schema.schema(), field, stem, distance)
    return tantivy.Query.term_query(schema.schema(), field, stem, index_option="basic")


@cache
def _groups() -> tuple[Wordings, ...]:
    lines = _SAME.strip().splitlines()
    return tuple(
        tuple(dict.fromkeys(tuple(schema.stems(said)) for said in line.split(",")))
        for line in lines
    )


@cache
def _same() -> dict[str, list[tuple[str, ...]]]:
    """Return the known wordings by their first stem, the longest first."""
    known: dict[str, list[tuple[str, ...]]] = {}
    for group in _groups():
        for said in group:
            known.setdefault(said[0], []).append(said)
    return {first: sorted(said, key=len, reverse=True) for first, said in known.items()}
