"""Which rows have a code: the rows of a column in the order of their codes.

With it the rows of a model, or of the forecourts in a circle, are read off instead of looked for
among all rows. Sorting takes some hundredths of a second for a million rows, so it is not done for
every commit: rows that were born since are looked at one by one, until they are too many.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carslink.search.columns import BORN, CODED
from carslink.search.snapshot import Snapshot, born_since

MOST_BORN = 0.02
"""The share of the rows that may have been born since a column was sorted."""


@dataclass(frozen=True, eq=False)
class ByCode:
    """The rows of a column as of a commit, code by code; where those of each code begin."""

    commit: int
    rows: NDArray[np.int32]
    begins: NDArray[np.int64]

    @property
    def codes(self) -> int:
        """How many codes there were."""
        return len(self.begins) - 1


def places(here: Snapshot, name: str, table: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the rows whose code a table says yes to, living and dead, in any order."""
    sorted_ = _sorted(here, name)
    codes = np.flatnonzero(table[: sorted_.codes])
    spans = zip(sorted_.begins[codes].tolist(), sorted_.begins[codes + 1].tolist(), strict=True)
    parts = [sorted_.rows[begin:end] for begin, end in spans]
    found = np.concatenate(parts).astype(np.int64) if parts else np.zeros(0, np.int64)
    new = born_since(here, sorted_.commit)
    if not len(new):
        return found
    # What was born since may have taken the row of a vehicle that died.
    found = found[np.flatnonzero(here.columns[BORN][found] <= sorted_.commit)]
    fits = table.take(here.columns[name][new], mode="clip")
    return np.concatenate((found, new[np.flatnonzero(fits)]))


def mask(here: Snapshot, name: str, table: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return of all rows whether a table says yes to their code."""
    fits = share(here, name, table) <= 0.5
    made: NDArray[np.bool_] = np.full(here.rows, not fits)
    made[places(here, name, table if fits else ~table)] = fits
    return made


def share(here: Snapshot, name: str, table: NDArray[np.bool_]) -> float:
    """Return about what share of the rows has a code that a table says yes to."""
    sorted_ = _sorted(here, name)
    codes = np.flatnonzero(table[: sorted_.codes])
    had = int((sorted_.begins[codes + 1] - sorted_.begins[codes]).sum())
    return had / max(1, len(sorted_.rows))


def sort(here: Snapshot) -> None:
    """Sort all columns of codes, so that no question has to wait for it."""
    for name in CODED:
        _sorted(here, name)


def _sorted(here: Snapshot, name: str) -> ByCode:
    """Return a column sorted at this commit, or at one not long before."""
    known: ByCode | None = here.columns.kept.get(name)
    if known is not None and _is_fit(known, here):
        return known
    made = _sort(here, name)
    if known is None or known.commit < made.commit:
        here.columns.kept[name] = made
    return made


def _is_fit(known: ByCode, here: Snapshot) -> bool:
    if known.commit > here.commit:  # of a commit that came later it has rows that are not yet here
        return False
    return len(born_since(here, known.commit)) <= MOST_BORN * here.rows


def _sort(here: Snapshot, name: str) -> ByCode:
    codes = here.columns[name][: here.rows].copy()  # of which some may be written at this moment
    most = int(codes.max(initial=0))
    codes = codes.astype(np.min_scalar_type(most))  # up to 16 bits numpy sorts by radix
    begins = np.concatenate(([0], np.cumsum(np.bincount(codes, minlength=most + 1))))
    return ByCode(here.commit, np.argsort(codes, kind="stable").astype(np.int32), begins)
