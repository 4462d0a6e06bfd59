"""What the numbers of a column are counted in: by its name, or by how small they are."""

import re
from collections.abc import Sequence
from statistics import median

from carslink.mapping import headings, readings
from carslink.mapping.candidates import Candidate

THOUSANDS = readings.THOUSANDS
IN_THOUSANDS = frozenset((THOUSANDS, readings.THOUSANDS_OF_KM))
SCALED = frozenset(("price", "mileage"))
"""Fields whose numbers people write in thousands."""
_UNITS = {
    "mileage": ("km", THOUSANDS),
    "engine_size": ("litres",),
    "price": (*sorted(readings.MONEY - {"gbp"}), THOUSANDS),
}


def of_column(each: Candidate, given: str | None) -> str | None:
    """Return what must be known of a column to read its numbers, or its yes and no."""
    if each.flag:
        return each.flag
    units = _told(each.header, each.cells)
    if given == "mileage" and {"km", THOUSANDS} <= units:
        return readings.THOUSANDS_OF_KM
    wanted = _UNITS.get(given or "", ())
    return next((unit for unit in wanted if unit in units), None)


def are_thousands(header: str, cells: Sequence[str]) -> bool:
    """Whether a name says that a column is in thousands, and its numbers do not deny it."""
    return THOUSANDS in _told(header, cells)


def in_full(cell: str) -> str:
    """Return the number that a cell of a column of thousands means."""
    read = readings.amount(cell)
    return cell if read is None or read.unit else f"{readings.whole(read.value, THOUSANDS):f}"


def _told(header: str, cells: Sequence[str]) -> frozenset[str]:
    """Return the units that a name tells; not thousands where most numbers are whole already."""
    if len(header) > headings.LONGEST:
        return frozenset()
    units = headings.read(header).units
    if THOUSANDS not in units:
        return units
    read = [found.value for cell in cells if (found := readings.amount(cell))]
    in_full = sum(readings.whole(value, THOUSANDS) == value for value in read)
    return units - {THOUSANDS} if 2 * in_full > len(read) else units


_SMALL = 1_000
_EXACT = re.compile(r"£?[0-9]{1,3}\.[0-9]{3}")  # 12.995 is read as 12,995 anyway
_DEAR = 100  # no price is so low in pounds, and hardly one so high in thousands


def are_small(cells: Sequence[str]) -> bool:
    """Whether the numbers of a column may be thousands: most are below one."""
    read = _amounts(cells)
    return 2 * sum(value < _SMALL for value in read) > len(read)


def _amounts(cells: Sequence[str]) -> list[float]:
    told = [cell for cell in cells if not readings.is_blank(cell)]
    return [float(found.value) for cell in told if (found := readings.amount(cell)) is not None]


def by_looks(each: Candidate, given: str, unit: str | None) -> str | None:
    """Return the unit of a column of small numbers that can hardly be meant as they stand: prices
    below a hundred pounds, and tenths of miles.

    None where they may well be: a new vehicle has gone a few miles, and `8` among numbers in full
    is a slip.
    """
    small = [cell for cell in each.cells if _EXACT.fullmatch(cell.strip()) is None]
    read = _amounts(small)
    if not read or max(read) >= _SMALL:
        return None
    if given == "price" and unit is None:
        return THOUSANDS if median(read) < _DEAR else None
    if given != "mileage" or unit not in (None, "km"):
        return None
    if 2 * sum(value % 1 != 0 for value in read) < len(read):
        return None
    return readings.THOUSANDS_OF_KM if unit else THOUSANDS
