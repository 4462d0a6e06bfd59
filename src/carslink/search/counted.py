"""How often each code of a column occurs in all of the stock, kept from commit to commit.

A million rows take some milliseconds to count, and a page of everything has ten columns to count. A
commit changes few of them: what went is taken off the last count, and what came is added.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carslink.search.columns import Column
from carslink.search.combinations import Counts
from carslink.search.snapshot import Snapshot, alive, born_since

MOST_CHANGED = 0.02
"""The share of the rows that may have come and gone since a column was counted."""


@dataclass(frozen=True, eq=False)
class Counted:
    """A column as it was counted at a commit: by row whether it was alive and its code, which
    another vehicle may take later, and the counts."""

    commit: int
    alive: NDArray[np.bool_]
    codes: Column
    counts: Counts


@dataclass(frozen=True, eq=False)
class _Changed:
    """The rows that went since an earlier commit, or are another vehicle's now, and that came."""

    went: NDArray[np.int64]
    came: NDArray[np.int64]


def of_column(here: Snapshot, name: str) -> Counts:
    """Return how many vehicles have each code of a column."""
    key = f"counts of {name}"
    known: Counted | None = here.columns.kept.get(key)
    if known is not None and known.commit <= here.commit:
        changed = _changed(here, known)
        if len(changed.went) + len(changed.came) <= MOST_CHANGED * here.rows:
            return _brought_up(known, changed, here.columns[name])
    made = _count(here, name)
    if known is None or known.commit < made.commit:
        here.columns.kept[key] = made
    return made.counts


def _count(here: Snapshot, name: str) -> Counted:
    # What is not alive is counted with code 0: twenty times quicker than leaving it out.
    living = alive(here)
    codes = here.columns[name][: here.rows] * living
    counts = np.bincount(codes, minlength=1)
    counts[0] -= here.rows - np.count_nonzero(living)
    return Counted(here.commit, living, codes.astype(np.min_scalar_type(len(counts))), counts)


def _brought_up(known: Counted, changed: _Changed, column: Column) -> Counts:
    counts = np.bincount(column[changed.came], minlength=len(known.counts))
    counts[: len(known.counts)] += known.counts
    gone = np.bincount(known.codes[changed.went])
    counts[: len(gone)] -= gone
    return counts


def _changed(here: Snapshot, known: Counted) -> _Changed:
    key = "changed since", known.commit
    return here.once(key, lambda: _find_changed(here, known))


def _find_changed(here: Snapshot, known: Counted) -> _Changed:
    born, living = born_since(here, known.commit), alive(here)
    stayed = living[: len(known.alive)].copy()
    stayed[born[born < len(stayed)]] = False
    return _Changed(np.flatnonzero(known.alive & ~stayed), born[living[born]])
