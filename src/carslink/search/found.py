"""What filters find, without words: rows of the columns, one mask for each thing that is asked."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from carslink.search import columns, ground, schema
from carslink.search.columns import DEALER, POINT
from carslink.search.combinations import Counts, counts_key, fits
from carslink.search.filters import NUMBER_FILTERS, NumberFilter
from carslink.search.query import Query
from carslink.search.schema import Group
from carslink.search.snapshot import Snapshot, alive

Mask = NDArray[np.bool_]
Places = NDArray[np.int64]
"""Numbers of rows, rising."""


TAKEN = 1 << 16
"""Rows whose codes are looked up at a time: what they need stays in the processor's cache."""

FEW = 4
"""Codes up to which it is quicker to compare with each than to look all rows up."""


@dataclass(frozen=True, eq=False)
class _Chosen:
    """Some of the rows that are alive."""

    mask: Mask
    alive: Mask

    @cached_property
    def is_most(self) -> bool:
        return bool(2 * np.count_nonzero(self.mask) > len(self.mask))

    @cached_property
    def places(self) -> Places:
        return np.flatnonzero(self.mask)

    @cached_property
    def left_out(self) -> Places:
        return np.flatnonzero(self.alive & ~self.mask)


@dataclass(frozen=True)
class Found:
    """The rows that a question finds by its filters; its words are not looked at."""

    query: Query
    here: Snapshot

    @property
    def places(self) -> Places:
        """The rows of all that is found."""
        return self._all.places

    def counts(self, group: Group) -> Counts:
        """Return how often each combination of a group's values occurs, its own filters not set."""
        is_set = any(field == group.field for field, _ in self._masks)
        chosen = self._without(group.field) if is_set else self._all
        column = self.here.columns[group.field]
        if chosen.mask is alive(self.here):
            return np.bincount(column[: self.here.rows] * chosen.mask)
        if not chosen.is_most:
            return np.bincount(column[chosen.places])
        # Of most that there is, it is quicker to count what is left out.
        counts = of_everything(group, self.here).copy()
        left_out = np.bincount(column[chosen.left_out])
        counts[: len(left_out)] -= left_out
        return counts

    @cached_property
    def _all(self) -> "_Chosen":
        return self._without(None)

    def _without(self, field: str | None) -> "_Chosen":
        """Return the rows that would be found if no filter of a group were set."""
        first, *others = [mask for each, mask in self._masks if field is None or each != field]
        mask = first
        for other in others:
            mask = mask & other if mask is first else np.logical_and(mask, other, out=mask)
        return _Chosen(mask, first)

    @cached_property
    def _masks(self) -> list[tuple[str | None, Mask]]:
        """By group, None for what no facet leaves out, which of all rows fulfil what is asked."""
        query, here = self.query, self.here
        masks: list[tuple[str | None, Mask]] = [(None, alive(here))]
        masks += [
            (group.field, _take(here, group.field, _fits(group, query, here)))
            for group in schema.GROUPS
            if group.field in columns.CODED and any(map(query.restricts, group.names))
        ]
        if query.restricts(DEALER):
            masks.append((None, _take(here, DEALER, _dealers(query, here))))
        if query.near:
            masks.append((None, _take(here, POINT, ground.inside(here, query.near))))
        for number in NUMBER_FILTERS:
            if query.restricts(number.name):
                masks.append((f"{number.name}_span", _within(number, query, here)))
        return masks


def of_everything(group: Group, here: Snapshot) -> Counts:
    """Return how often each combination of a group's values occurs in all of the stock."""
    key = counts_key(Query(), group)
    return here.once(key, lambda: Found(Query(), here).counts(group))


def _take(here: Snapshot, name: str, table: Mask) -> Mask:
    """Return which rows have a code that a table says yes to."""
    column = here.columns[name][: here.rows]
    codes = np.flatnonzero(table).tolist()
    if len(codes) <= FEW:
        few: Mask = np.zeros(len(column), np.bool_)
        for code in codes:
            few |= column == code
        return few
    taken: Mask = np.empty(len(column), np.bool_)
    for begin in range(0, len(column), TAKEN):
        some = slice(begin, begin + TAKEN)
        # Rows of later commits may have codes that are not known yet; they are not alive here.
        table.take(column[some], out=taken[some], mode="clip")
    return taken


def _fits(group: Group, query: Query, here: Snapshot) -> Mask:
    """Return by code whether a group's values are what a question asks of its filters."""
    asked = [fits(group, name, query, here) for name in group.names if query.restricts(name)]
    size = min(map(len, asked))
    together: Mask = np.logical_and.reduce([each[:size] for each in asked])
    return together


def _dealers(query: Query, here: Snapshot) -> Mask:
    wanted, unwanted = (
        {schema.folded(slug) for slug in dict(listed).get(DEALER, ())}
        for listed in (query.filters, query.exclude)
    )
    slugs = here.columns.texts(DEALER).copy()
    good = ((not wanted or slug in wanted) and slug not in unwanted for slug in slugs)
    return np.fromiter(good, np.bool_, len(slugs))


def _within(number: NumberFilter, query: Query, here: Snapshot) -> Mask:
    column = here.columns[number.name][: here.rows]
    least, most = (query.number(f"{number.name}_{bound}") for bound in ("min", "max"))
    mask: Mask = column >= max(0, least or 0)
    if most is not None:
        mask &= column <= most
    return mask
