"""The index of this machine as of one commit, and what was worked out of it already.

Web processes read the index that the indexer writes. Each commit makes another snapshot; what is
remembered belongs to one of them and goes with it, so that no answer outlives what it was made of.
"""

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import tantivy
from django.conf import settings
from numpy.typing import NDArray

from carslink.api.refusals import Unavailable
from carslink.search import index
from carslink.search.columns import BORN, DIED, Columns

log = logging.getLogger(__name__)

REMEMBERED = 3_000
"""Answers kept of a snapshot: pages of cards, windows and facets, about 20 KB each."""

ROWS_REMEMBERED = 48_000_000
"""Bytes for what is kept of all rows: which of them fulfil a filter, a byte each."""

Generation = tuple[str, int, int]
"""Names one commit of one index: its folder, and inode and time of its list of segments."""

Made = TypeVar("Made")


class Memory:
    """Things that were made, by their keys; of more than `most` the least used are forgotten."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._made: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what `make` makes, remembered under a key."""
        if (known := self.known(key)) is not None:
            made: Made = known
            return made
        made = make()
        self.remember(key, made)
        return made

    def known(self, key: Hashable) -> Any:
        """Return what is remembered under a key, or None."""
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
            return self._made.get(key)

    def remember(self, key: Hashable, made: object) -> None:
        """Keep something under a key, for as long as there is room."""
        with self._lock:
            self._made[key] = made
            if len(self._made) > self.most:
                self._made.popitem(last=False)


class Snapshot(Memory):
    """One commit of the index. `searcher` reads it as it was, whatever is committed later.

    So are the first `rows` rows of `columns`, of which the number of the `commit` tells the living.
    Answers are remembered here, and what is as long as the rows are in `of_rows`. Raises ValueError
    for an index without a cursor.
    """

    def __init__(self, generation: Generation, opened: tantivy.Index, columns: Columns) -> None:
        super().__init__(REMEMBERED)
        self.generation, self.index, self.columns = generation, opened, columns
        self.searcher = opened.searcher()
        cursor = index.read_cursor(self.searcher)
        if cursor is None:
            raise ValueError("the index has no cursor")
        self.commit, self.rows = cursor.commit, cursor.rows
        self.of_rows = Memory(1 + ROWS_REMEMBERED // max(1, cursor.rows))


def alive(here: Snapshot) -> NDArray[np.bool_]:
    """Return which rows are vehicles of a snapshot."""
    return here.once("alive", lambda: _alive(here))


def _alive(here: Snapshot) -> NDArray[np.bool_]:
    # In this order, for a row may be used again meanwhile: see `Rows.put`.
    not_dead = here.columns[DIED][: here.rows] > here.commit
    mask: NDArray[np.bool_] = not_dead & (here.columns[BORN][: here.rows] <= here.commit)
    return mask


def born_since(here: Snapshot, commit: int) -> NDArray[np.int64]:
    """Return the rows that were born after a commit, or are being written at this moment."""
    key = "born since", commit
    return here.once(key, lambda: np.flatnonzero(here.columns[BORN][: here.rows] > commit))


_latest: Snapshot | None = None
_opening = threading.Lock()


def latest() -> Snapshot:
    """Return the index in use as of its last commit. Raises Unavailable while there is none.

    Where that commit cannot be opened, the one before is still there to answer from.
    """
    global _latest  # noqa: PLW0603 - one index a process, behind a lock
    known = _latest
    if known is not None and known.generation == _generation(settings.INDEX_DIR):
        return known
    with _opening:
        failed: Exception | None = None
        for _ in range(3):  # the folder may be swapped and removed under our hands
            try:
                _latest = _renewed(_latest, settings.INDEX_DIR)
                return _latest
            except (ValueError, OSError) as error:
                _latest, failed = None, error
        if known is not None and _generation(settings.INDEX_DIR) is not None:
            log.warning("the search index cannot be opened, the last commit is read on: %s", failed)
            _latest = known
            return known
    raise Unavailable("the search index is being built")


def _renewed(known: Snapshot | None, folder: Path) -> Snapshot:
    generation = _generation(folder)
    if generation is None:
        raise FileNotFoundError(folder)
    if known is not None and known.generation == generation:
        return known
    if known is None or known.generation[0] != generation[0]:
        opened = index.open_at(Path(generation[0]))
        columns = Columns(Path(generation[0]))
    else:
        opened, columns = known.index, known.columns
        opened.reload()
    made = Snapshot(generation, opened, columns)
    columns.read_values()
    return made


def _generation(folder: Path) -> Generation | None:
    path = index.current(folder)
    if path is None or not index.is_ours(path):
        return None
    try:
        # tantivy renames a new file over the old one with each commit.
        stat = (path / "meta.json").stat()
    except OSError:
        return None
    return str(path), stat.st_ino, stat.st_mtime_ns
