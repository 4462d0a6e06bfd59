"""How often codes occur in all of the stock, alone and two by two, kept from commit to commit.

A million rows take some milliseconds to count, and a page of everything has ten columns to count; a
page of one filter has as many, of all that fulfil it. A commit changes few rows: what went is taken
off the last counts, and what came is added.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carslink.search.columns import CODED, SPANS, Column
from carslink.search.snapshot import Snapshot, alive, born_since

COUNTED = (*CODED, *SPANS)
"""The columns of codes."""

MOST_CHANGED = 20_000
"""Rows that may come and go until the counts that are kept are those of another commit."""

MOST_PAIRS = 1_000_000
"""Pairs of codes that are kept, 8 bytes each: makes with models have some hundred codes, and what a
vehicle is (`schema.KIND`) as many."""

Table = NDArray[np.int64]
"""How many vehicles have each code of a column, or by two columns each pair of their codes."""


@dataclass(frozen=True, eq=False)
class Kept:
    """The rows as they were at a commit: which were alive, and their codes, which other vehicles
    may have taken since (of the dead they are 0). `tables` are what was counted of them, by the
    columns' names."""

    commit: int
    alive: NDArray[np.bool_]
    codes: dict[str, Column]
    tables: dict[tuple[str, ...], Table]


@dataclass(frozen=True, eq=False)
class _Changed:
    """The rows that went since an earlier commit, or are another vehicle's now, and that came."""

    went: NDArray[np.int64]
    came: NDArray[np.int64]


def of_column(here: Snapshot, name: str) -> Table:
    """Return how many vehicles have each code of a column."""
    return _table(here, (name,))


def of_pair(here: Snapshot, name: str, other: str) -> Table | None:
    """Return how many have each code of a column together with each code of another one; None
    where there are so many pairs that looking at the rows is better."""
    if len(of_column(here, name)) * len(of_column(here, other)) > MOST_PAIRS:
        return None
    first, second = sorted((name, other), key=COUNTED.index)
    table = _table(here, (first, second))
    return table if name == first else table.T


def _table(here: Snapshot, names: tuple[str, ...]) -> Table:
    return here.once(("counted", names), lambda: _brought_here(here, names))


def _brought_here(here: Snapshot, names: tuple[str, ...]) -> Table:
    kept, changed = here.once("counted from", lambda: _from(here))
    if names not in kept.tables:
        kept.tables[names] = _count(kept, names)
    return _brought_up(kept, names, changed, here)


def _from(here: Snapshot) -> tuple[Kept, _Changed]:
    """Return what to count from, of a commit not long before, and what has changed since."""
    known: Kept | None = here.columns.kept.get("counted")
    if known is None or known.commit > here.commit:
        made = _as_of(here)
    else:
        changed = _changed(here, known)
        if len(changed.went) + len(changed.came) <= MOST_CHANGED:
            return known, changed
        made = _moved_on(known, changed, here)
    if known is None or known.commit < made.commit:
        here.columns.kept["counted"] = made
    return made, _changed(here, made)


def _as_of(here: Snapshot) -> Kept:
    living = alive(here)
    codes = {name: _smallest(here.columns[name][: here.rows] * living) for name in COUNTED}
    return Kept(here.commit, living, codes, {})


def _moved_on(known: Kept, changed: _Changed, here: Snapshot) -> Kept:
    """Return what is kept as of another commit, with all that has been counted."""
    codes = {}
    for name, had in known.codes.items():
        made = np.zeros(here.rows, here.columns[name].dtype)
        made[: len(had)] = had
        made[changed.went] = 0
        made[changed.came] = here.columns[name][changed.came]
        codes[name] = _smallest(made)
    tables = {names: _brought_up(known, names, changed, here) for names in list(known.tables)}
    return Kept(here.commit, alive(here), codes, tables)


def _smallest(codes: Column) -> Column:
    return codes.astype(np.min_scalar_type(codes.max(initial=0)))


def _count(kept: Kept, names: tuple[str, ...]) -> Table:
    shape = tuple(int(kept.codes[name].max(initial=0)) + 1 for name in names)
    place = np.zeros(len(kept.alive), np.intp)
    for name, size in zip(names, shape, strict=True):
        place *= size
        place += kept.codes[name]
    # The dead are counted with code 0: twenty times quicker than leaving them out.
    table = np.bincount(place, minlength=int(np.prod(shape)))
    table[0] -= len(kept.alive) - np.count_nonzero(kept.alive)
    return table.reshape(shape)


def _brought_up(kept: Kept, names: tuple[str, ...], changed: _Changed, here: Snapshot) -> Table:
    """Return a table as it is after some changes."""
    table = kept.tables[names]
    came = tuple(here.columns[name][changed.came] for name in names)
    most = (int(codes.max(initial=0)) + 1 for codes in came)
    made = np.zeros(tuple(map(max, table.shape, most)), np.int64)
    made[tuple(map(slice, table.shape))] = table
    np.add.at(made, came, 1)
    np.subtract.at(made, tuple(kept.codes[name][changed.went] for name in names), 1)
    return made


def _changed(here: Snapshot, known: Kept) -> _Changed:
    born, living = born_since(here, known.commit), alive(here)
    stayed = living[: len(known.alive)].copy()
    stayed[born[born < len(stayed)]] = False
    return _Changed(np.flatnonzero(known.alive & ~stayed), born[living[born]])
