"""Text with delimiters: which one, and its records, whatever the quotes are worth.

Python's `csv.Sniffer` looks at a few characters' frequencies and fails on ragged rows and titles.
Here each delimiter is tried in earnest: the sample is parsed with it, and the one whose rows agree
on a number of columns, and whose first rows hold names of known columns, wins.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from carslink.mapping.names import reads_as_name
from carslink.upload.unreadable import LONGEST_CELL, UnreadableTable, too_long

DELIMITERS = (",", ";", "\t", "|", "^", "~")
MOST_LINES = 250
"""Of one record. A cell that goes on for longer began with a quote that is never closed."""
MOST_LINES_MENDED = 30
MOST_IN_VAIN = 200
MOST_WASTED = MOST_LINES * MOST_IN_VAIN
"""A file made of nothing but stray quotes is not to take minutes: every line of `x","` would else
be read as often as a cell may have lines."""

SAMPLE_LINES = 300
SAMPLE_CHARACTERS = 400_000
HEADER_WITHIN = 30  # rows

_ADDRESS = re.compile(r"\s*(?:https?:)?//\S+\s*", re.IGNORECASE)
_ESCAPED = {quote: re.compile(rf"[^\\,;|\t]\\{quote}(?=[^,;|\t\r\n{quote}])") for quote in "\"'"}
_TOLD = re.compile(r"\s*sep=(.)\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Dialect:
    """How cells are told apart; `width` is how many of them most rows have."""

    delimiter: str
    quote: str = '"'
    escape: str | None = None
    width: int = 1


def head_of(lines: Iterable[str]) -> list[str]:
    """Return the lines that a dialect is chosen by."""
    head: list[str] = []
    size = 0
    for line in islice(lines, SAMPLE_LINES):
        head.append(line)
        size += len(line)
        if size > SAMPLE_CHARACTERS:
            break
    return head


def told(line: str) -> str | None:
    """Return the delimiter that Excel's own first line `sep=;` names."""
    match = _TOLD.fullmatch(line.rstrip("\r\n"))
    return match[1] if match else None


def choose(head: list[str], delimiter: str | None = None) -> Dialect:
    """Return the dialect that reads these first lines best; of a single column, a comma's."""
    escape = _escape(head, '"')
    tried = (
        _tried(head, Dialect(each, escape=escape))
        for each in ([delimiter] if delimiter else DELIMITERS)
    )
    score, best = max(tried, key=lambda each: each[0])
    if delimiter is None and score == 0:
        return Dialect(",", escape=escape)
    return best


def _escape(head: list[str], quote: str) -> str | None:
    return "\\" if _ESCAPED[quote].search("".join(head)) else None


def records(lines: Iterable[str], dialect: Dialect) -> Iterator[list[str]]:
    """Yield each record's cells; an empty list for a blank line. Raises UnreadableTable.

    Read strictly while that goes well. Where a quote stands in the wrong place, the record is read
    again as a person would (`_mended`): a stray quote must not swallow the rows that follow.
    """
    feed = _Feed(iter(lines))
    reader = _reader(feed, dialect)
    number = 0
    while True:
        feed.taken.clear()
        number += 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error:
            record = _mended(feed, dialect)
            if len(max(record, key=len)) > LONGEST_CELL:
                raise too_long(number) from None
            reader = _reader(feed, dialect)
        yield record


class _Feed:
    """Lines for a csv reader: those taken since the last record are kept, to be put back."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again: list[str] = []
        self.taken: list[str] = []
        self.in_vain = 0
        """How often lines were put together, and were no record."""
        self.wasted = 0
        """How many lines were taken, and given back."""

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        if len(self.taken) >= (MOST_LINES if self.wasted < MOST_WASTED else MOST_LINES_MENDED):
            raise StopIteration
        line = self._again.pop() if self._again else next(self._lines)
        self.taken.append(line)
        return line

    def put_back(self, keep: int = 0) -> None:
        """Give again what was taken, but for the first `keep` lines."""
        self.wasted += len(self.taken) - keep
        self._again += reversed(self.taken[keep:])
        del self.taken[keep:]


def _reader(feed: Iterable[str], dialect: Dialect) -> Iterator[list[str]]:
    return csv.reader(
        feed,
        delimiter=dialect.delimiter,
        quotechar=dialect.quote,
        escapechar=dialect.escape,
        strict=True,
    )


def _mended(feed: _Feed, dialect: Dialect) -> list[str]:
    """Read a record whose quotes are wrong, and give back the lines that are not its own.

    A quote is taken to end a cell only before a delimiter or the end of the record. Several lines
    are one record only if that gives the table's width, and not each of them is a row by itself.
    """
    feed.put_back(keep=1)
    cells = _as_meant(feed.taken[0], dialect)
    if cells is not None:
        return cells
    for _ in islice(feed, MOST_LINES_MENDED - 1 if feed.in_vain < MOST_IN_VAIN else 0):
        cells = _as_meant("".join(feed.taken), dialect)
        if (
            cells is not None
            and len(cells) == dialect.width
            and not _rows_themselves(feed.taken, dialect)
        ):
            return cells
    feed.in_vain += 1
    feed.put_back(keep=1)
    return feed.taken[0].rstrip("\r\n").split(dialect.delimiter)


@cache
def _ends(quote: str, delimiter: str) -> re.Pattern[str]:
    """Return what ends a quoted cell; asked for by every line of a file whose quotes are wrong."""
    return re.compile(rf"{re.escape(quote)}(?={re.escape(delimiter)}|\Z)")


def _as_meant(text: str, dialect: Dialect) -> list[str] | None:
    """Take a record apart; None if a quote is still open at its end."""
    quote, text = dialect.quote, text.rstrip("\r\n")
    ends = _ends(quote, dialect.delimiter)
    cells: list[str] = []
    at = 0
    while True:
        if text.startswith(quote, at):
            end = ends.search(text, at + 1)
            if end is None:
                return None
            cells.append(text[at + 1 : end.start()].replace(quote * 2, quote))
            at = end.end()
        else:
            found = text.find(dialect.delimiter, at)
            end_at = found if found >= 0 else len(text)
            cells.append(text[at:end_at])
            at = end_at
        if at >= len(text):
            return cells
        at += 1


def _rows_themselves(lines: list[str], dialect: Dialect) -> bool:
    return all(line.count(dialect.delimiter) >= dialect.width - 1 for line in lines)


def _tried(head: list[str], dialect: Dialect) -> tuple[float, Dialect]:
    """Return how well a dialect reads the sample, zero to two, and the dialect with its width."""
    try:
        rows = [row for row in records(head, dialect) if any(map(str.strip, row))]
    except UnreadableTable:
        return 0.0, dialect
    if not rows:
        return 0.0, dialect
    if _enclosed(rows, "'"):
        dialect = replace(dialect, quote="'", escape=_escape(head, "'"))
        rows = [row for row in records(head, dialect) if any(map(str.strip, row))]
    # Trailing empty cells are often left out, so the widest of the frequent widths would do too;
    # but the most frequent one is what decimals' commas or a sentence's cannot reach.
    having, width = max((count, width) for width, count in Counter(map(len, rows)).items())
    names = max(sum(map(reads_as_name, row)) for row in rows[:HEADER_WITHIN])
    if width == 1:
        # A list of photographs in a single column has rows that are wide by chance.
        return 0.0, dialect
    agreement = having / len(rows)
    if agreement < 0.5 and names < 2:
        return 0.0, dialect
    breadth = 1 - 1 / max(1, _distinct_columns(rows, width))
    return agreement * breadth + names / (names + 2), replace(dialect, width=width)


def _distinct_columns(rows: list[list[str]], width: int) -> int:
    """Count columns, those of nothing but addresses as one.

    Twenty links in the cell of a photograph column, told apart by pipes, would otherwise make the
    pipe look like the delimiter.
    """
    wide = [row for row in rows if len(row) == width]
    links = sum(
        all(_ADDRESS.fullmatch(row[column]) or not row[column].strip() for row in wide[-20:])
        for column in range(width)
    )
    return width - links + min(1, links)


def _enclosed(rows: list[list[str]], quote: str) -> bool:
    """Whether most cells stand between single quotes, as databases write them."""
    cells = [cell.strip() for row in rows[:20] for cell in row if cell.strip()]
    between = sum(len(cell) > 1 and cell[0] == cell[-1] == quote for cell in cells)
    return between > len(cells) // 2
