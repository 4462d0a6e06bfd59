"""Workbooks (XLSX, XLSM, XLSB, XLS, ODS): which sheet holds the stock, and its rows.

The file is read by a process of its own (`workbook.py`), and this one's memory stays flat.
"""

import re
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from carslink.upload import header
from carslink.upload.kinds import locked
from carslink.upload.unreadable import LONGEST_CELL, UnreadableTable, too_long

MEMORY = 1536 * 1024**2
"""Bytes of addresses that reading may take; a process has many that it never touches."""
LONGEST_LINE = 256 * 1024**2  # bytes of one message of the process, of 500 rows
LONGEST_NAME = 200  # of a sheet; Excel allows 31 characters
ENOUGH = 2
"""Fields that the header of a table of vehicles names at least."""

_GONE = re.compile(
    r"(?<![a-z])(?:sold|archived?|old|deposits?|reserved|history|delivered|backup)(?![a-z])", re.I
)
_TAKE = msgspec.json.Decoder()


@dataclass(frozen=True)
class Survey:
    """A sheet of a workbook, and its first rows that are not blank."""

    name: str
    hidden: bool
    rows: list[tuple[int, list[str]]]


def survey(path: Path) -> list[Survey]:
    """Return a workbook's sheets in their order, without charts. Raises UnreadableTable."""
    found = [
        Survey(told["sheet"], told["hidden"], list(_checked(told["rows"])))
        for told in _messages(path)
    ]
    if any(len(sheet.name) > LONGEST_NAME or "\0" in sheet.name for sheet in found):
        raise UnreadableTable(
            "A sheet of this workbook has a name that cannot be kept: it is too long, or has signs"
            " that nobody sees in it. Give the sheet a short name, and upload the workbook again."
        )
    return found


def choose(sheets: list[Survey], name: str | None) -> Survey:
    """Return the sheet asked for, or the one that looks most like a table of vehicles.

    Stock lists come with sheets of notes, of figures, of what is sold already, which may say more
    of each vehicle than the stock does: see `_promise`.
    """
    if name is not None:
        for sheet in sheets:
            if sheet.name == name:
                return sheet
        raise UnreadableTable(
            f"There is no sheet {name!r} in this workbook. It has: {_listed(sheets)}."
        )
    filled = [sheet for sheet in sheets if sheet.rows]
    if not filled:
        raise UnreadableTable(
            "There is nothing on the sheets of this workbook. Save the spreadsheet again with its"
            " stock and upload it."
        )
    return max(filled, key=_promise)


def rows(path: Path, name: str) -> Iterator[tuple[int, list[str]]]:
    """Yield a sheet's rows, each with its number. Raises UnreadableTable."""
    with closing(_messages(path, name)) as messages:
        for batch in messages:
            yield from _checked(batch)


def _checked(batch: list[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    for number, cells in batch:
        if len(max(cells, key=len, default="")) > LONGEST_CELL:
            raise too_long(number)
        yield number, [cell.replace("\0", "") for cell in cells]  # `_x0000_`; no database has it


def _promise(sheet: Survey) -> tuple[bool, bool, bool, int, int, int]:
    """Return what speaks for a sheet, the weightiest first.

    What a dealer hid is not offered unless nothing else is filled. Then it must be a table of
    vehicles at all; one whose name says that they are gone comes after one that does not.
    """
    cells = [cells for _, cells in sheet.rows]
    place = header.find(cells)
    fields = header.fields_named(cells[place]) if place is not None else 0
    return (
        not sheet.hidden, fields >= ENOUGH, not _GONE.search(sheet.name), fields, len(cells),
        header.common_width(cells),
    )  # fmt: skip


def _listed(sheets: list[Survey]) -> str:
    return ", ".join(sheet.name for sheet in sheets[:20])


def _messages(path: Path, *sheet: str) -> Generator[Any]:
    """Yield what the process says, but for its last line. Raises UnreadableTable.

    It knows nothing of our environment, and so none of its secrets.
    """
    with _process(path, *sheet) as process:
        assert process.stdout is not None
        while line := process.stdout.readline(LONGEST_LINE):
            try:
                told = _TAKE.decode(line)
            except msgspec.DecodeError:
                break  # it ended in the middle of a line
            if isinstance(told, dict) and "end" in told:
                return
            if isinstance(told, dict) and "unreadable" in told:
                raise _refusal(told["unreadable"])
            yield told
    raise _refusal("large")


@contextmanager
def _process(path: Path, *sheet: str) -> Iterator["subprocess.Popen[bytes]"]:
    command = [
        sys.executable,
        "-I",
        "-m",
        "carslink.upload.workbook",
        str(MEMORY),
        str(path),
        *sheet,
    ]
    process = subprocess.Popen(  # noqa: S603 (our own module; the name of a file is an argument)
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}
    )
    try:
        yield process
    finally:
        process.kill()
        assert process.stdout is not None
        process.stdout.close()
        process.wait()


def _refusal(reason: str) -> UnreadableTable:
    if reason == "password":
        return locked()
    if reason == "large":
        return UnreadableTable(
            "This workbook takes more memory or time than a stock list should. Save the sheet that"
            " holds the stock as CSV and upload that file."
        )
    return UnreadableTable(
        "This workbook is damaged and cannot be opened. Open it in Excel or LibreOffice, save it as"
        " XLSX or CSV, and upload that file."
    )
