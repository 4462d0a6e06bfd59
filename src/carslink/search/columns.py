"""The columns of the index: of each vehicle the numbers by which it is filtered, counted, sorted.

Words are tantivy's. What is asked by filters alone is answered from here: a vehicle is a row, and
each column holds a number of every row, or the code of a text that `values` spells out. A row never
changes while it can be read: a changed vehicle gets another, and `born` and `died` tell by which
commit a row came and by which it went. So each commit of the index is read as it was, whatever is
written meanwhile. The file is sparse and mapped: who reads it shares its pages with who writes it.
"""

import mmap
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from carslink.search import schema, usual
from carslink.search.filters import NUMBER_FILTERS

MOST_ROWS = 1 << 24
"""Places for rows, far more than there are vehicles: on disk only what is used takes room."""

NEVER = 2**32 - 1
"""The commit by which a row died that is alive, and by which one was born that is being written."""

BORN, DIED = "born", "died"
LISTING, SELLER, STANDING, CREATED = "listing", "seller", "standing", "created"
DEALER, POINT = "dealer", "point"
UNKNOWN = -1
"""Stands for a number that a vehicle has not."""

CODED = {
    schema.KIND.field: "u2",
    "make_model": "u4",
    "fittings": "u2",
    "colour": "u1",
    "region": "u1",
    DEALER: "u4",
    POINT: "u4",
}
"""Columns whose numbers are codes of texts, from 1 on; 0 is for none."""

SPANS = {f"{each.name}_span": each for each in NUMBER_FILTERS if each.edges}
"""Columns that name the span of a histogram, from 1 on; 0 is for none."""

LAYOUT = {
    BORN: "u4", DIED: "u4", LISTING: "i8", SELLER: "i8", STANDING: "u4", CREATED: "u4",
    **CODED,
    **dict.fromkeys(SPANS, "u1"),
    **{each.name: "i8" if each.most * each.scale >= 2**31 else "i4" for each in NUMBER_FILTERS},
}  # fmt: skip

USUAL = tuple(map(usual.column, usual.FIELDS))
"""What has `usual.WIDTH` bytes of a row, each as a column."""

Column = NDArray[Any]
Made = TypeVar("Made")

Values = dict[str, list[str]]
"""By column the texts of the codes, that of 0 first."""

_FILE, _VALUES = "columns", "values"


def create(folder: Path) -> None:
    """Make empty columns in the folder of an index."""
    with (folder / _FILE).open("wb") as file:
        numbers = sum(np.dtype(kind).itemsize for kind in LAYOUT.values())
        file.truncate(MOST_ROWS * (numbers + len(USUAL) * usual.WIDTH))
    (folder / _VALUES).touch()


def mapped(folder: Path, *, to_write: bool) -> tuple[dict[str, Column], mmap.mmap]:
    """Return all columns, each with all its places (of the usual words one byte's after another),
    and the mapping that is flushed to disk.

    Raises OSError or ValueError where there are none.
    """
    with (folder / _FILE).open("r+b" if to_write else "rb") as file:
        access = mmap.ACCESS_WRITE if to_write else mmap.ACCESS_READ
        memory = mmap.mmap(file.fileno(), 0, access=access)
    columns, offset = {}, 0
    for name, kind in LAYOUT.items():
        columns[name] = np.frombuffer(memory, kind, MOST_ROWS, offset)
        offset += columns[name].nbytes
    for name in USUAL:
        bytes_ = np.frombuffer(memory, "u1", usual.WIDTH * MOST_ROWS, offset)
        columns[name] = bytes_.reshape(usual.WIDTH, MOST_ROWS)
        offset += bytes_.nbytes
    return columns, memory


class Spelled:
    """What the codes mean; read on as the file grows."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / _VALUES
        self.values: Values = {name: [schema.NOTHING] for name in CODED}
        self.size = 0  # in bytes, of what was read
        self.read()

    def read(self) -> None:
        """Read what was added. A line whose end is not written yet is none."""
        with self.path.open("rb") as file:
            file.seek(self.size)
            lines = file.read().splitlines(keepends=True)
        for line in lines:
            if line.endswith(b"\n"):
                name, value = msgspec.json.decode(line)
                self.values[name].append(value)
                self.size += len(line)


class Columns:
    """The columns of one index as a process reads them, and what was worked out of their texts."""

    def __init__(self, folder: Path) -> None:
        self._columns, _ = mapped(folder, to_write=False)
        self._spelled = Spelled(folder)
        self._derived: dict[tuple[str, str], tuple[int, Any]] = {}
        self.kept: dict[str, Any] = {}
        """What those who read a column keep of it from commit to commit."""

    def __getitem__(self, name: str) -> Column:
        return self._columns[name]

    def read_values(self) -> None:
        """Read the texts that the last commits brought."""
        self._spelled.read()

    def texts(self, name: str) -> list[str]:
        """Return the texts of a column by their codes, those of every commit read so far."""
        return self._spelled.values[name]

    def derived(self, name: str, what: str, make: Callable[[list[str]], Made]) -> Made:
        """Return what is made of a column's texts, made anew when there are more of them.

        `what` names it.
        """
        texts = self._spelled.values[name]
        size, made = self._derived.get((name, what), (0, None))
        if size != len(texts):
            some = texts.copy()  # more may be read at this moment
            made = make(some)
            self._derived[name, what] = len(some), made
        return made  # type: ignore[no-any-return]
