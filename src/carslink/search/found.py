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


@dataclass(frozen=True)
class Found:
    """The rows that a question finds by its filters; its words are not looked at."""

    query: Query
    here: Snapshot

    @cached_property
    def places(self) -> Places:
        """The rows of all that is found."""
        return np.flatnonzero(self._mask)

    def counts(self, group: Group) -> Counts:
        """Return how often each combination of a group's values occurs, its own filters not set."""
        if all(field != group.field for field, _ in self._masks):
            return self._counts_where(self._mask, group)
        return self._counts_where(self._without(group.field), group)

    def _counts_where(self, mask: Mask, group: Group) -> Counts:
        everything = alive(self.here)
        column = self.here.columns[group.field]
        if mask is everything:
            return np.bincount(column[: self.here.rows] * mask)
        if 2 * np.count_nonzero(mask) < len(mask):
            return np.bincount(column[self.places if mask is self._mask else np.flatnonzero(mask)])
        # Of most that there is, it is quicker to count what is left out.
        counts = of_everything(group, self.here).copy()
        left_out = np.bincount(column[np.flatnonzero(everything & ~mask)])
        counts[: len(left_out)] -= left_out
        return counts

    @cached_property
    def _mask(self) -> Mask:
        """Which of all rows are found."""
        return self._without(None)

    def _without(self, field: str | None) -> Mask:
        """Return which rows would be found if no filter of a group were set."""
        masks = [mask for each, mask in self._masks if field is None or each != field]
        if len(masks) == 1:
            return masks[0]
        found = masks[0] & masks[1]
        for mask in masks[2:]:
            found &= mask
        return found

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
    # Rows of later commits may have codes that are not known yet; they are not alive here.
    mask: Mask = table.take(here.columns[name][: here.rows], mode="clip")
    return mask


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
