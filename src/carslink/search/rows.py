"""The writer of the index's columns: rows come, go, and are used again."""

import os
import time
from bisect import bisect_right
from collections import deque
from pathlib import Path

import msgspec
import numpy as np

from carslink.search import columns, documents, ranking, schema, usual
from carslink.search.columns import BORN, DIED, LISTING, NEVER, UNKNOWN
from carslink.search.filters import NUMBER_FILTERS
from carslink.stock.models import Listing

_TYPES = {name: np.dtype(kind).type for name, kind in columns.LAYOUT.items()}

KEPT = 60.0
"""Seconds for which a row that died is still there for whoever reads an earlier commit."""


class Rows:
    """The columns of one index while they are written.

    `commit` is the number of the commit that is being prepared, `used` how many places have been
    used. What was written after the last commit is undone here: rows born since are free, and rows
    that died since are alive.
    """

    def __init__(self, folder: Path, commit: int, used: int) -> None:
        self.commit, self.used = commit + 1, used
        self._columns, self._memory = columns.mapped(folder, to_write=True)
        self._spelled = columns.Spelled(folder)
        os.truncate(self._spelled.path, self._spelled.size)  # the half line of a writer that died
        self._codes = {
            name: {value: code for code, value in enumerate(values)}
            for name, values in self._spelled.values.items()
        }
        self._new: list[bytes] = []
        born, died = self._columns[BORN][:used], self._columns[DIED][:used]
        died[died > commit] = NEVER
        died[born > commit] = 0
        alive = np.flatnonzero(died == NEVER)
        self._of_listing = dict(
            zip(self._columns[LISTING][alive].tolist(), alive.tolist(), strict=True)
        )
        now = time.monotonic()
        self._dead = deque((row, 0, now) for row in np.flatnonzero(died != NEVER).tolist())

    def put(self, listing: Listing) -> None:
        """Add a live listing, loaded with its dealer, that has no row. Raises OverflowError, with
        nothing added, where a number has no room."""
        told = _numbers(listing) | {
            name: self._code(name, text) for name, text in _texts(listing).items()
        }
        coded = {name: _TYPES[name](value) for name, value in told.items()}
        row = self._place()
        # Who reads an earlier commit looks at when a row died and then when it was born: in this
        # order of writing it is never alive there.
        self._columns[BORN][row] = NEVER
        for name, value in coded.items():
            self._columns[name][row] = value
        for name, bits in _usual(listing).items():
            self._columns[name][:, row] = np.frombuffer(bits, np.uint8)
        self._columns[DIED][row] = NEVER
        self._columns[BORN][row] = self.commit
        self._of_listing[listing.pk] = row

    def drop(self, listing: int) -> None:
        """Let a listing's row die, where it has one."""
        row = self._of_listing.pop(listing, None)
        if row is not None:
            self._columns[DIED][row] = self.commit
            self._dead.append((row, self.commit, time.monotonic()))

    def flush(self) -> None:
        """Have everything on disk, so that the commit may be told of."""
        if self._new:
            with self._spelled.path.open("ab") as file:
                file.write(b"".join(self._new))
                file.flush()
                os.fsync(file.fileno())
            self._new.clear()
        self._memory.flush()

    def committed(self) -> None:
        """Begin to prepare the next commit."""
        self.commit += 1

    def _place(self) -> int:
        """Return a row for a new vehicle: one that died long ago, or else the next."""
        if self._dead:
            row, died, at = self._dead[0]
            if died < self.commit and time.monotonic() - at > KEPT:
                self._dead.popleft()
                return row
        if self.used == columns.MOST_ROWS:
            raise OverflowError(f"there is room for {columns.MOST_ROWS:,} vehicles")
        self.used += 1
        return self.used - 1

    def _code(self, name: str, text: str) -> int:
        codes = self._codes[name]
        if text not in codes:
            codes[text] = len(codes)
            self._new.append(msgspec.json.encode((name, text)) + b"\n")
        return codes[text]


def _texts(listing: Listing) -> dict[str, str]:
    """Return by column the texts of a listing."""
    told = {
        group.field: schema.joined(documents.facet_value(listing, name) for name in group.names)
        for group in schema.GROUPS
        if group.field in columns.CODED
    }
    told[columns.DEALER] = schema.folded(documents.facet_value(listing, "dealer") or "")
    dealer = listing.dealer
    if dealer.latitude is not None and dealer.longitude is not None:
        told[columns.POINT] = schema.point(dealer.latitude, dealer.longitude)
    else:
        told[columns.POINT] = schema.NOTHING
    return told


def _numbers(listing: Listing) -> dict[str, int]:
    """Return by column the numbers of a listing."""
    told = {
        LISTING: listing.pk,
        columns.SELLER: listing.dealer.page.pk,
        columns.STANDING: ranking.standing(listing),
        columns.CREATED: max(0, int(listing.created_at.timestamp())),
    }
    for each in NUMBER_FILTERS:
        amount = getattr(listing, each.name)
        known = amount is not None
        told[each.name] = round(amount * each.scale) if known else UNKNOWN
        if each.edges:
            told[f"{each.name}_span"] = bisect_right(each.edges, amount) if known else 0
    return told


def _usual(listing: Listing) -> dict[str, bytes]:
    """Return the usual words of a listing, by the name of what holds them."""
    words = documents.words(listing, documents.facet_value(listing, "colour"))
    return {
        usual.column(schema.WORDS): usual.of_text(words),
        usual.column(schema.TITLE): usual.of_text(documents.title(listing)),
    }
