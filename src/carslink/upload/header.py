"""Which row names the columns, if any; and rows that are no vehicles: totals."""

import re
from collections import Counter
from collections.abc import Sequence

from carslink.mapping.names import look_up, reads_as_name

WITHIN = 30
"""A header stands among so many of the first rows that are not blank."""
LONGEST_NAME = 60  # characters

# What a header's cell does not look like: a number, a price, a date, a plate, a link.
_VALUE = re.compile(
    r"""
      [-+(]?\s*(?:[£€$]|GBP)?\s*[\d.,]+\s*(?:[%k)£€]|cc|mi|miles|km|kms|l|ltr|litres?|gbp|hp|bhp)?
    | \d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T\s].*)?
    | (?:https?:)?//\S+ | www\.\S+ | \S+@\S+
    | [A-Z]{2}\d{2}\s?[A-Z]{3} | [A-HJ-NPR-Z0-9]{17}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TOTAL = re.compile(
    r"(?:grand\s+|sub[\s-]?)?totals?\b.{0,30}|sum|count|average|avg\.?", re.IGNORECASE
)

Cells = Sequence[str]


def find(rows: Sequence[Cells]) -> int | None:
    """Return the place of the header among the first rows, blank ones left out; None: no header.

    First by what the trade calls its columns; where the names are of no language that is known, by
    what the cells look like: words above columns of numbers.
    """
    first = rows[:WITHIN]
    return _by_names(first) if _by_names(first) is not None else _by_looks(first)


def common_width(rows: Sequence[Cells]) -> int:
    """Return how many cells most rows have filled, at least about; zero where there is none."""
    widths = Counter(_last_filled(cells) for cells in rows)
    widths.pop(0, None)
    return widths.most_common(1)[0][0] if widths else 0


def begins(rows: Sequence[Cells]) -> int:
    """Return the place of the first row of a table without a header: titles above it are passed."""
    width = common_width(rows)
    for place, cells in enumerate(rows[:WITHIN]):
        if 2 * len(_filled(cells)) >= width:
            return place
    return 0


def is_total(cells: Cells, width: int) -> bool:
    """Whether a row sums up the ones above: it says so, and leaves most columns empty."""
    first = next(filter(None, cells), "")
    if not _TOTAL.fullmatch(first.rstrip(" :")):
        return False
    return 2 * len(_filled(cells)) <= max(width, 2)


def fields_named(cells: Cells) -> int:
    """Return how many fields of a listing cells name; what else a table may say is not counted."""
    known = [look_up(cell) for cell in _filled(cells) if reads_as_name(cell)]
    return len(
        {max(each.fields, key=each.fields.__getitem__) for each in known if each and each.fields}
    )


def _by_names(rows: Sequence[Cells]) -> int | None:
    best, most = None, 0
    alone = common_width(rows) == 1
    for place, cells in enumerate(rows):
        filled = _filled(cells)
        names = sum(map(reads_as_name, filled))
        values = sum(map(_is_value, filled))
        if names < (1 if alone else 2) or names <= values or 3 * names < len(filled):
            continue
        if names - values > most:
            best, most = place, names - values
    return best


def _by_looks(rows: Sequence[Cells]) -> int | None:
    """Return the first row of words as wide as the table, if columns of values stand below it."""
    width = common_width(rows)
    for place, cells in enumerate(rows[:10]):
        filled = _filled(cells)
        if len(filled) < 2 or 5 * len(filled) < 3 * width:
            continue
        if any(_is_value(cell) or len(cell) > LONGEST_NAME for cell in filled):
            return None  # the first row that is one of the table is a row of values
        if len(set(map(str.casefold, filled))) < len(filled):
            return None
        below = rows[place + 1 :]
        return place if not below or _values_below(cells, below) else None
    return None


def _values_below(cells: Cells, below: Sequence[Cells]) -> bool:
    """Whether under a quarter of these words, and at least one, stand values of some kind."""
    columns = [column for column, cell in enumerate(cells) if cell]
    of_values = sum(_mostly_values(column, below) for column in columns)
    return of_values >= 1 and 4 * of_values >= len(columns)


def _mostly_values(column: int, rows: Sequence[Cells]) -> bool:
    cells = [cells[column] for cells in rows if column < len(cells) and cells[column]]
    return 2 * sum(map(_is_value, cells)) > len(cells)


def _is_value(cell: str) -> bool:
    return _VALUE.fullmatch(cell) is not None or len(cell) > 2 * LONGEST_NAME


def _filled(cells: Cells) -> list[str]:
    return [cell for cell in cells if cell]


def _last_filled(cells: Cells) -> int:
    return next((n for n in range(len(cells), 0, -1) if cells[n - 1]), 0)
