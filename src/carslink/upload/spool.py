"""Listings on disk, in the order of their rows: a table of any length fits the memory so."""

import tempfile
from array import array
from collections.abc import Sequence
from typing import overload

import msgspec

_PUT = msgspec.json.Encoder()


class Spool(Sequence[bytes]):
    """A sequence of listings as JSON in a file that vanishes; `rows` are their rows' numbers."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="carslink-spool-")  # noqa: SIM115
        self._starts = array("Q", [0])
        self.rows = array("L")

    def __enter__(self) -> "Spool":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, row: int, listing: dict[str, object]) -> None:
        """Add the listing of a row."""
        self._file.write(raw := _PUT.encode(listing))
        self._starts.append(self._starts[-1] + len(raw))
        self.rows.append(row)

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, at: int) -> bytes: ...
    @overload
    def __getitem__(self, at: slice) -> list[bytes]: ...
    def __getitem__(self, at: int | slice) -> bytes | list[bytes]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        if not 0 <= at < len(self):
            raise IndexError(at)
        begins = self._starts[at]
        if self._file.tell() != begins:  # in order, as they are mostly read, the buffer serves
            self._file.seek(begins)
        return self._file.read(self._starts[at + 1] - begins)
