"""Tables that we write: CSV that Excel opens as UTF-8, and XLSX; safe to open in either.

A cell that begins like a formula is what an attacker sends to a dealer through a listing. In XLSX
every text is stored as text. CSV knows no text, so such a cell gets the apostrophe that
spreadsheets read as "text"; plain negative numbers stay. Our reader takes the apostrophe off, so
that what is written comes back as it was.

XLSX is written by XlsxWriter: it streams rows in constant memory, and takes a text for a text when
told so once. openpyxl makes a formula of every text that begins with `=`, unless each cell is told.
`quote_prefix` keeps such a cell a text even when somebody edits it.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO

import xlsxwriter

from carslink.upload import ours
from carslink.upload.tables import Row

# A number that Excel writes as we do: neither leading zeros nor more digits than it keeps.
_SAME_AS_NUMBER = re.compile(r"(?:0|-?[1-9]\d{0,13})")
_LONGEST = 32_767  # characters in a cell of XLSX

Cells = Sequence[str]


def write_csv(into: BinaryIO, rows: Iterable[Cells]) -> None:
    """Write rows as CSV in UTF-8, with the mark by which Excel knows it. `into` stays open."""
    text = io.TextIOWrapper(into, "utf-8-sig", newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_MINIMAL)
    writer.writerows([ours.marked(cell) for cell in cells] for cells in rows)
    text.detach()


def write_xlsx(into: BinaryIO, rows: Iterable[Cells], sheet: str = "Stock") -> None:
    """Write rows as a workbook of one sheet, the first row as its header. `into` stays open."""
    with workbook(into) as book:
        write_sheet(book, sheet, rows)


def problem_rows(header: Cells, width: int, problems: Iterable[tuple[Row, str]]) -> Iterator[Cells]:
    """Yield a header and rows as the dealer sent them, each with its number and what to mend.

    What is added stands behind the dealer's columns, which so keep their places; when the file is
    uploaded again, the two are left out, and its header is the one whose mapping is remembered.
    """
    names = header or ("",) * width
    yield (*names, *ours.ADDED)
    for row, reason in problems:
        cells = row.cells[:width]
        beyond = " ".join(cell for cell in row.cells[width:] if cell)
        told = f"{reason}; cells beyond the last column were left out: {beyond}"
        yield (*cells, str(row.number), told if beyond else reason)


@contextmanager
def workbook(into: BinaryIO) -> Iterator[Any]:
    """Open a workbook to write; nothing in it is ever taken for a formula or a link."""
    book = xlsxwriter.Workbook(
        into,
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    try:
        yield book
    finally:
        book.close()


def write_sheet(book: Any, name: str, rows: Iterable[Cells], widths: Sequence[int] = ()) -> None:
    """Write a sheet, its first row bold and kept in sight; `widths` of columns in characters."""
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top"}) if widths else None
    as_text = book.add_format({"quote_prefix": True})
    sheet.freeze_panes(1, 0)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    for at, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if not cell:
                continue
            if at and _SAME_AS_NUMBER.fullmatch(cell):
                sheet.write_number(at, column, int(cell), plain)
            elif ours.like_a_formula(cell):
                sheet.write_string(at, column, cell[:_LONGEST], as_text)
            else:
                sheet.write_string(at, column, cell[:_LONGEST], plain if at else bold)
