"""The process that reads a workbook: `python -m carslink.upload.workbook BYTES FILE [SHEET]`.

Native code that unpacks what strangers send is given a process of its own, with limits on memory
and time that the system enforces: one cell in the last row and column of an otherwise empty sheet
makes calamine ask for hundreds of gigabytes, and Rust ends the process when it gets none. So no
file can harm whoever wanted it read. `sheets.py` is the other side.

It writes lines of JSON: of a sheet, batches of `[number, [cell, …]]`; without a sheet's name, one
`{"sheet", "hidden", "rows"}` for each sheet, with its first rows. The last line is `{"end": true}`,
or `{"unreadable": …}` with a reason.
"""

import datetime
import math
import resource
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

from carslink.upload import parts, spans
from carslink.upload.spans import Merged

SECONDS = 120  # of the processor
BATCH = 500
SURVEYED = 120
"""Rows of each sheet that are looked at to choose one; blank ones are not counted."""
MOST_SURVEYED = 2_000
MOST_SHEETS = 200

_PUT = msgspec.json.Encoder()


def main(memory: int, path: Path, sheet: str | None) -> None:
    """Read, and write what was read to standard output; `memory` bytes are all there is."""
    try:
        _limit(memory)
        for part in _batches(path, sheet) if sheet is not None else _survey(path):
            _say(part)
        _say({"end": True})
    except PasswordError:
        _say({"unreadable": "password"})
    except MemoryError:
        _say({"unreadable": "large"})
    except (CalamineError, OSError, ValueError, EOFError, zlib.error, zipfile.BadZipFile):
        _say({"unreadable": "damaged"})
    except Exception:
        raise
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # calamine came upon what it takes for granted
            raise
        _say({"unreadable": "damaged"})


def _survey(path: Path) -> Iterator[Any]:
    with CalamineWorkbook.from_path(path) as book:
        sheets = book.sheets_metadata[:MOST_SHEETS]
    for about in sheets:
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        rows = islice(_numbered(path, about.name), MOST_SURVEYED)
        filled = (row for row in rows if any(row[1]))
        yield {
            "sheet": about.name,
            "hidden": not str(about.visible).endswith(".Visible"),
            "rows": list(islice(filled, SURVEYED)),
        }


def _batches(path: Path, sheet: str) -> Iterator[Any]:
    rows = _numbered(path, sheet)
    while batch := list(islice(rows, BATCH)):
        yield batch


def _numbered(path: Path, name: str) -> Iterator[tuple[int, list[str]]]:
    """Yield a sheet's rows with the numbers that the spreadsheet shows, from column A on."""
    cut = parts.of(path, name)
    if cut is None:
        with CalamineWorkbook.from_path(path) as book:
            sheet = book.get_sheet_by_name(name)
            merged = sheet.merged_cell_ranges
            if merged is None:
                merged = spans.of(path).get(name, [])
            yield from enumerate(_filled_down(_texts(sheet), merged), 1)
        return
    number = 0
    for part in cut:
        with CalamineWorkbook.from_object(part.book) as book:
            # Where rows tell their numbers, calamine gives those above the part too, empty.
            above = number if part.first else 0
            for cells in _texts(book.get_sheet_by_name(name), above):
                number += 1
                yield number, cells


def _texts(sheet: Any, above: int = 0) -> Iterator[list[str]]:
    """Yield the texts of rows, without so many at the top."""
    left = [""] * (sheet.start[1] if sheet.start else 0)
    for cells in islice(sheet.iter_rows(), above, None):
        yield left + [cell if type(cell) is str else _text(cell) for cell in cells]


def _filled_down(rows: Iterator[list[str]], merged: Iterable[Merged]) -> Iterator[list[str]]:
    """Yield rows in which a cell that is merged with those below it stands for each of them.

    That is how a make is written once for all its vehicles. A row that has less of its own than it
    would be lent is no vehicle but the second line of the one above, and stays as it is.
    """
    begin: dict[int, list[tuple[int, int]]] = {}
    for (top, left), (bottom, right) in merged:
        if left == right and top < bottom:
            begin.setdefault(top, []).append((left, bottom))
    open_: dict[int, tuple[int, str]] = {}
    for at, cells in enumerate(rows):
        for column, bottom in begin.pop(at, ()):
            if column < len(cells) and cells[column]:
                open_[column] = bottom, cells[column]
        if open_:
            open_ = {column: each for column, each in open_.items() if at <= each[0]}
            lent = [column for column in open_ if column < len(cells) and not cells[column]]
            if len(lent) < sum(map(bool, cells)):
                for column in lent:
                    cells[column] = open_[column][1]
        yield cells


def _text(cell: object) -> str:
    """Return a cell as a person reads it: 12 and not 12.0, dates as ISO, yes and no as Excel."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return _number(cell)
    if isinstance(cell, datetime.datetime):
        if cell.time() == datetime.time():
            return cell.date().isoformat()
        return cell.isoformat(" ", "minutes" if cell.second == 0 else "seconds")
    if isinstance(cell, datetime.time):
        return cell.isoformat("minutes" if cell.second == 0 else "seconds")
    if isinstance(cell, datetime.timedelta):
        minutes = round(abs(cell) / datetime.timedelta(minutes=1))
        return f"{'-' if cell < datetime.timedelta() else ''}{minutes // 60}:{minutes % 60:02}"
    return cell.isoformat() if isinstance(cell, datetime.date) else str(cell)


def _number(value: float) -> str:
    """Return a number with the 15 digits that spreadsheets keep, without an exponent."""
    if not math.isfinite(value):
        return ""
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    text = f"{value:.15g}"
    return text if "e" not in text else f"{Decimal(text):f}"


def _say(part: object) -> None:
    sys.stdout.buffer.write(_PUT.encode(part) + b"\n")
    sys.stdout.buffer.flush()


def _limit(memory: int) -> None:
    for which, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, SECONDS)):
        with suppress(ValueError, OSError):  # a lower limit stands already, or macOS has none
            resource.setrlimit(which, (most, most))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else None)
