"""Any table that a dealer may send, as rows of text.

`open_table` looks at the first rows to find out what the file is, where its header stands and what
tells its cells apart; `Table.rows` then streams the rest. Row numbers are those that a spreadsheet
shows. Nothing is said here of what the columns mean: see `carslink.mapping`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from carslink.upload import delimited, header, kinds, ours, sheets, text
from carslink.upload.unreadable import UnreadableTable, check_width

__all__ = ["Row", "Table", "UnreadableTable", "open_table", "sample"]

LOOKED_AT = 200
"""Rows that are not blank, by which the header is found and the columns are counted."""
MOST_BLANK = 20_000
"""Blank rows that may stand before those."""
SAMPLED = 20
"""A sample is taken from so many times the rows that it has."""

Raw = Iterator[tuple[int, list[str]]]

# What begins a cell that is not as it looks: kept as text by an apostrophe or `="…"`, or an error.
_MARKED = frozenset("'=#")
_FIRST = itemgetter(slice(0, 1))
_QUOTED_FORMULA = re.compile(r'="((?:[^"]|"")*)"')
_ERRORS = frozenset(
    (
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
        "#ERROR!",
    )
)


class Row(NamedTuple):
    """A row as a spreadsheet numbers it, from 1, and its cells, without spaces around."""

    number: int
    cells: tuple[str, ...]


@dataclass
class Table:
    """A table in a file; its rows are read anew each time they are asked for."""

    delimiter: str | None
    """None for a workbook."""
    encoding: str | None
    sheet: str | None
    sheets: tuple[str, ...]
    """All sheets of the workbook that hold something."""
    header_row: int | None
    """The header's number as a spreadsheet shows it; None where there is no header."""
    header: tuple[str, ...]
    """Names as they stand, as many as there are columns; empty where there is no header."""
    width: int
    """How many columns there are; a row may have more cells."""
    headed: int | None
    """How many cells the header has, be they empty, where delimiters tell them; None elsewhere."""
    _read: Callable[[], Raw] = field(repr=False)
    _begins: int = field(repr=False)
    """The number of the first row below the header and the titles."""
    is_mended: bool = False
    """Whether it is one of ours (`writing.problem_rows`): some rows of a table, to be mended."""

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the header, as they stream. Raises UnreadableTable.

        Blank rows, totals, and the header where it is repeated are left out.
        """
        for number, raw in self._read():
            if number < self._begins:
                continue
            check_width(number, raw)
            cells = self._fitted(_tidy(raw, self.delimiter is not None))
            if not any(cells) or self._is_header(cells) or header.is_total(cells, self.width):
                continue
            yield Row(number, cells)

    def _is_header(self, cells: tuple[str, ...]) -> bool:
        """Whether it is the header again, whatever the case of its letters."""
        if not self.header or len(cells[0]) != len(self.header[0]):
            return False  # as of nearly all rows
        return [cell.casefold() for cell in cells] == [name.casefold() for name in self.header]

    def _fitted(self, cells: list[str]) -> tuple[str, ...]:
        missing = self.width - len(cells)
        if missing > 0:
            cells += [""] * missing
        while missing < 0 and not cells[-1]:  # only what lies beyond the header is looked at
            cells.pop()
            missing += 1
        return tuple(cells)


def open_table(path: Path, *, sheet: str | None = None) -> Table:
    """Open the table in a file, whatever it is called; `sheet` names one of a workbook.

    Raises UnreadableTable, whose sentence says what to do, and OSError.
    """
    if kinds.of(path) == "workbook":
        return _open_workbook(path, sheet)
    if sheet is not None:
        raise UnreadableTable("This file is text: it has no sheets.")
    return _open_text(path)


def sample(table: Table, count: int = 200) -> list[Row]:
    """Return rows to judge the columns by: half of them the first, half spread over what follows.

    A stock list is often sorted: its first rows may be of one make, and all of them diesels.
    """
    looked_at = list(islice(table.rows(), SAMPLED * count))
    if len(looked_at) <= count:
        return looked_at
    first = count // 2
    rest = looked_at[first:]
    return looked_at[:first] + [
        rest[n * len(rest) // (count - first)] for n in range(count - first)
    ]


def _open_text(path: Path) -> Table:
    encoding = text.encoding_of(path)
    head = delimited.head_of(text.lines(path, encoding))
    told = delimited.told(head[0]) if head else None
    skip = 1 if told else 0
    dialect = delimited.choose(head[skip:], told)

    def read() -> Raw:
        lines = islice(text.lines(path, encoding), skip, None)
        return enumerate(delimited.records(lines, dialect), 1)

    table = _table(read, delimiter=dialect.delimiter, encoding=encoding.name)
    return _unwrapped(table, read) or table


def _open_workbook(path: Path, name: str | None) -> Table:
    surveyed = sheets.survey(path)
    chosen = sheets.choose(surveyed, name)

    def read() -> Raw:
        return sheets.rows(path, chosen.name)

    names = tuple(sheet.name for sheet in surveyed if sheet.rows)
    table = _table(read, chosen.rows, sheet=chosen.name, sheets=names)
    return _unwrapped(table, read, chosen.rows) or table


def _table(
    read: Callable[[], Raw],
    first: Iterable[tuple[int, list[str]]] | None = None,
    *,
    delimiter: str | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
    sheets: tuple[str, ...] = (),
) -> Table:
    """Find the header in the first rows, and how many columns there are."""
    rows = _first_rows(read() if first is None else first, delimiter is not None)
    if not rows:
        raise UnreadableTable("There is nothing in this file but blank rows.")
    cells = [row.cells for row in rows]
    at = _own_header(cells)
    if at is None:
        at = header.find(cells)
    names = cells[at] if at is not None else ()
    below = cells[at + 1 :] if at is not None else cells
    width = max(map(_filled_width, [names, *below]))
    width, added = _without_ours(names, width)
    headed = len(names) if delimiter is not None and at is not None else None
    names = (names + ("",) * width)[:width] if at is not None else ()
    header_row = rows[at].number if at is not None else None
    if added and not any(names):  # the header is all ours: the dealer's table has none
        names, header_row = (), None
    first_number = rows[at].number + 1 if at is not None else rows[header.begins(cells)].number
    reading = _cut(read, width) if added else read
    return Table(
        delimiter, encoding, sheet, sheets, header_row, names, width, headed, reading,
        first_number, added,
    )  # fmt: skip


def _first_rows(read: Iterable[tuple[int, list[str]]], as_text: bool) -> list[Row]:
    rows: list[Row] = []
    for number, raw in read:
        check_width(number, raw)
        cells = _tidy(raw, as_text)
        if any(cells):
            rows.append(Row(number, tuple(cells)))
        if len(rows) == LOOKED_AT or number == MOST_BLANK:
            break
    return rows


def _unwrapped(
    table: Table, read: Callable[[], Raw], first: list[tuple[int, list[str]]] | None = None
) -> Table | None:
    """Return the table within, where each row lies whole in a single cell.

    That is how a file with semicolons looks once a British Excel has opened and saved it.
    """
    if table.width > 1:
        return None
    head = [cells[0] for _, cells in islice(first or read(), LOOKED_AT) if cells and cells[0]]
    dialect = delimited.choose(head)
    if dialect.width == 1:
        return None

    def inner() -> Raw:
        for number, cells in read():
            line = next((cell for cell in cells if cell), "")
            for record in islice(delimited.records([line], dialect), 1):
                yield number, record

    return _table(
        inner,
        delimiter=dialect.delimiter,
        encoding=table.encoding,
        sheet=table.sheet,
        sheets=table.sheets,
    )


def _own_header(rows: list[tuple[str, ...]]) -> int | None:
    """Return the place of a header that we wrote; the dealer's part of it may be empty."""
    return next(
        (at for at, cells in enumerate(rows) if cells[-len(ours.ADDED) :] == ours.ADDED), None
    )


def _without_ours(names: tuple[str, ...], width: int) -> tuple[int, bool]:
    """Leave out the columns that we wrote ourselves, behind the dealer's own (`writing.py`)."""
    behind = len(names) - len(ours.ADDED)
    if behind >= 0 and names[behind:] == ours.ADDED:
        return behind, True
    return width, False


def _cut(read: Callable[[], Raw], width: int) -> Callable[[], Raw]:
    return lambda: ((number, cells[:width]) for number, cells in read())


def _filled_width(cells: tuple[str, ...]) -> int:
    return next((n for n in range(len(cells), 0, -1) if cells[n - 1]), 0)


def _tidy(raw: list[str], as_text: bool) -> list[str]:
    """Return cells as a person reads them; in text, without what a spreadsheet would take off."""
    cells = [cell.strip() for cell in raw]
    if as_text and not _MARKED.isdisjoint(map(_FIRST, cells)):
        return [
            _unmarked(raw[at]) if cell[:1] in _MARKED else cell for at, cell in enumerate(cells)
        ]
    return cells


def _unmarked(cell: str) -> str:
    if cell.strip() in _ERRORS:
        return ""
    if quoted := _QUOTED_FORMULA.fullmatch(cell.strip()):
        return quoted[1].replace('""', '"').strip()
    return ours.unmarked(cell.lstrip()).strip()
