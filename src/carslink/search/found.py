"""What filters and usual words find: rows of the columns.

Each thing that is asked tells of any rows whether they fulfil it. What the fewest fulfil leads: it
is put to all rows, and the rest to those that it leaves. Where many fulfil even that, masks over
all rows are quicker. Few questions are asked twice, but what they ask for is: which rows are
petrol cars, say, is remembered from one question to the next.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray

from carslink.search import by_code, columns, counted, ground, schema, wording
from carslink.search.columns import DEALER, POINT, Column
from carslink.search.combinations import Counts, counts_key, fits
from carslink.search.filters import NUMBER_FILTERS, NumberFilter
from carslink.search.query import Query
from carslink.search.schema import Group
from carslink.search.snapshot import Snapshot, alive

Mask = NDArray[np.bool_]
Places = NDArray[np.int64]
"""Numbers of rows, in any order."""

Where = slice | Places
"""Some rows of the columns."""

SAMPLED = 250
"""Rows from which the share is estimated that has a number within bounds."""

MANY = 0.25
"""The share from which masks over all rows are quicker."""


@dataclass(frozen=True, eq=False)
class _Asked:
    """One thing that is asked: which of some rows fulfil it, and about what share of all does.

    `field` is the group whose filters ask it, None for what no facet leaves out. `coded` is the
    column and the codes that will do, where codes tell; `key` names what other questions ask as
    well.
    """

    field: str | None
    share: float
    of: Callable[[Where], Mask]
    coded: tuple[str, Mask] | None = None
    key: Hashable | None = None


@dataclass(frozen=True, eq=False)
class _Chosen:
    """The rows that were found; `left_out` are the living others, where those are fewer."""

    places: Places
    left_out: Places | None = None


@dataclass(frozen=True)
class Found:
    """The rows that a question finds by its filters and usual words; others are not looked at."""

    query: Query
    here: Snapshot
    _leads: dict[_Asked, Places] = field(default_factory=dict, compare=False)
    _masks: dict[tuple[_Asked, _Asked | None], Mask] = field(default_factory=dict, compare=False)

    @property
    def places(self) -> Places:
        """The rows of all that is found."""
        return self._all.places

    def counts(self, group: Group) -> Counts:
        """Return how often each combination of a group's values occurs, its own filters not set."""
        asked = [each for each in self._asked if each.field != group.field]
        if len(asked) == 1:  # nothing but that they live
            return of_everything(group, self.here)
        if len(asked) == 2 and (counts := _by_pairs(asked[0], group, self.here)) is not None:
            return counts
        column = self.here.columns[group.field][: self.here.rows]
        chosen = self._all if len(asked) == len(self._asked) else self._chosen(asked)
        if chosen.left_out is None:
            return np.bincount(column[chosen.places])
        counts = of_everything(group, self.here).copy()
        left_out = np.bincount(column[chosen.left_out])
        counts[: len(left_out)] -= left_out
        return counts

    @cached_property
    def _all(self) -> _Chosen:
        return self._chosen(self._asked)

    @cached_property
    def _asked(self) -> list[_Asked]:
        """All that is asked, what the fewest rows fulfil first."""
        return sorted(_asked(self.query, self.here), key=lambda each: each.share)

    def _chosen(self, asked: list[_Asked]) -> _Chosen:
        """Return the rows that fulfil all of it, of which the fewest fulfil the first."""
        lead, *others = asked
        if lead.share > MANY:
            return self._among_all(asked)
        if lead not in self._leads:
            self._leads[lead] = self._places_of(lead)
        places = self._leads[lead]
        if not others:
            return _Chosen(places)
        together = all_of([self._beside(lead, other) for other in others])
        return _Chosen(places[np.flatnonzero(together)])

    def _among_all(self, asked: list[_Asked]) -> _Chosen:
        mask = all_of([self._over_all(each) for each in asked])
        if 2 * np.count_nonzero(mask) < len(mask):
            return _Chosen(np.flatnonzero(mask))
        return _Chosen(np.flatnonzero(mask), np.flatnonzero(alive(self.here) & ~mask))

    def _places_of(self, asked: _Asked) -> Places:
        """Return the rows that fulfil something."""
        if asked.coded is not None:
            return by_code.places(self.here, *asked.coded)
        return np.flatnonzero(self._over_all(asked))

    def _over_all(self, asked: _Asked) -> Mask:
        """Return which of all rows fulfil something."""
        if asked.key is not None:
            return self.here.of_rows.once(asked.key, lambda: self._looked_over(asked))
        key = asked, None
        if key not in self._masks:
            self._masks[key] = self._looked_over(asked)
        return self._masks[key]

    def _looked_over(self, asked: _Asked) -> Mask:
        if asked.coded is not None:
            return by_code.mask(self.here, *asked.coded)
        return asked.of(slice(0, self.here.rows))

    def _beside(self, lead: _Asked, other: _Asked) -> Mask:
        """Return which of the rows that a lead leaves fulfil something else."""
        key = lead, other
        if key not in self._masks:
            places, known = self._leads[lead], self.here.of_rows.known(other.key)
            self._masks[key] = other.of(places) if known is None else known[places]
        return self._masks[key]


def all_of(masks: list[Mask]) -> Mask:
    """Return what all of some masks have; there is one at least."""
    first, *others = masks
    if not others:
        return first
    together: Mask = first & others[0]
    for other in others[1:]:
        together &= other
    return together


def _by_pairs(asked: _Asked, group: Group, here: Snapshot) -> Counts | None:
    """Return what occurs where nothing is asked but some codes; None where rows must be counted."""
    if asked.coded is None or asked.field is None:
        return None
    name, fit = asked.coded
    pairs = counted.of_pair(here, name, group.field)
    if pairs is None:
        return None
    counts: Counts = pairs[np.flatnonzero(fit[: len(pairs)])].sum(axis=0)
    return counts


def of_everything(group: Group, here: Snapshot) -> Counts:
    """Return how often each combination of a group's values occurs in all of the stock."""
    key = counts_key(Query(), group)
    return here.once(key, lambda: counted.of_column(here, group.field))


def _asked(query: Query, here: Snapshot) -> list[_Asked]:
    """Return all that a question asks of rows; that they live is asked always."""
    told = [_Asked(None, 1.0, lambda where: alive(here)[where])]
    for group in schema.GROUPS:
        if group.field in columns.CODED and any(map(query.restricts, group.names)):
            table, said = _fits(group, query, here), _said(query, *group.names)
            told.append(_coded(here, group.field, group.field, table, said))
    if query.restricts(DEALER):
        told.append(_coded(here, None, DEALER, _dealers(query, here), _said(query, DEALER)))
    if near := query.near:
        circle = near.lat, near.lon, near.miles
        told.append(_coded(here, None, POINT, ground.inside(here, near), circle))
    told += [
        _numbered(here, number, query) for number in NUMBER_FILTERS if query.restricts(number.name)
    ]
    if query.text and (said := wording.usual_only(query.text)):
        told.append(_worded(here, said, query.text))
    return told


def _coded(here: Snapshot, field: str | None, name: str, table: Mask, said: Hashable) -> _Asked:
    """Return what is asked of a column of codes."""
    column, share = here.columns[name], by_code.share(here, name, table)
    return _Asked(field, share, partial(has_code, column, table), (name, table), (name, said))


def _numbered(here: Snapshot, number: NumberFilter, query: Query) -> _Asked:
    """Return what is asked of a number."""
    least, most = (query.number(f"{number.name}_{bound}") for bound in ("min", "max"))
    of = partial(within, here.columns[number.name], least, most)
    return _Asked(f"{number.name}_span", _share(of, here), of)


def _worded(here: Snapshot, said: tuple[wording.Wordings, ...], text: str) -> _Asked:
    """Return what is asked of the usual words."""

    def of(where: Where) -> Mask:
        return all_of(list(wording.masks(said, schema.WORDS, here, where)))

    return _Asked(None, _share(of, here), of, key=("words", text))


def _said(query: Query, *names: str) -> Hashable:
    """Return what a question says of some list filters."""
    return tuple(
        (name, dict(listed).get(name, ()))
        for listed in (query.filters, query.exclude)
        for name in names
    )


def _share(of: Callable[[Where], Mask], here: Snapshot) -> float:
    mask = of(slice(0, here.rows, max(1, here.rows // SAMPLED)))
    return np.count_nonzero(mask) / max(1, len(mask))


def has_code(column: Column, table: Mask, where: Where) -> Mask:
    """Return which rows have a code that a table says yes to."""
    # Rows of later commits may have codes that are not known yet; they are not alive here.
    return table.take(column[where], mode="clip")


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


def within(column: Column, least: int | None, most: int | None, where: Where) -> Mask:
    """Return which rows have a number within its bounds, in units of the index.

    Seen without its sign, what is unknown is larger than all else, and one comparison does.
    """
    some = column[where]
    largest = int(np.iinfo(some.dtype).max)
    low, high = max(0, least or 0), largest if most is None else min(most, largest)
    if low > high:
        return np.zeros(len(some), np.bool_)
    if most is None:
        from_low: Mask = some >= low
        return from_low
    unsigned = some.view(f"u{some.dtype.itemsize}")
    if low:
        unsigned = unsigned - unsigned.dtype.type(low)
    mask: Mask = unsigned <= high - low
    return mask
