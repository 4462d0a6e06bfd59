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
        return self.without(None)

    def without(self, group: Group | None) -> Places:
        """Return what would be found if no filter of a group were set."""
        masks = [mask for field, mask in self._masks if group is None or field != group.field]
        if group is not None and len(masks) == len(self._masks):
            return self.places
        found = masks[0]
        if len(masks) > 1:
            found = found & masks[1]  # another array, so that those after it may be put in
            for mask in masks[2:]:
                found &= mask
        return np.flatnonzero(found)

    def counts(self, group: Group) -> Counts:
        """Return how often each combination of a group's values occurs, its own filters not set."""
        return counts_at(self.without(group), group, self.here)

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


def counts_at(places: Places, group: Group, here: Snapshot) -> Counts:
    """Return how often each combination of a group's values occurs at some rows."""
    return np.bincount(here.columns[group.field][places])


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
