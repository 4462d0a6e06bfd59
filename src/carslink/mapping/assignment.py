"""The one best way of giving columns to fields."""

import math
from collections.abc import Sequence


def best(gains: Sequence[Sequence[float]]) -> list[int]:
    """Return for each row the column that makes the sum of gains greatest, no column given twice.

    There must be as many columns as rows, or more. The Hungarian method with potentials, one row
    after another: exact, and quick for the few hundred columns that a table may have.
    """
    columns = len(gains[0]) if gains else 0
    row_price = [0.0] * (len(gains) + 1)
    price = [0.0] * (columns + 1)
    taken = [0] * (columns + 1)  # the row, from 1, that has each column, from 1
    for row in range(1, len(gains) + 1):
        before = _cheapest_way(row, gains, row_price, price, taken)
        _give(before, taken)
    given = [0] * len(gains)
    for column in range(1, columns + 1):
        if taken[column]:
            given[taken[column] - 1] = column - 1
    return given


def _cheapest_way(
    row: int,
    gains: Sequence[Sequence[float]],
    row_price: list[float],
    price: list[float],
    taken: list[int],
) -> list[int]:
    """Find a free column for a row by the cheapest chain of moves; return the way back.

    The last entry is the free column; `price` and `row_price` are kept such that no gain is more
    than the two prices together.
    """
    columns = len(price) - 1
    taken[0] = row
    least = [math.inf] * (columns + 1)
    before = [0] * (columns + 1)
    seen = [False] * (columns + 1)
    at = 0
    while taken[at]:
        seen[at] = True
        step, following = math.inf, 0
        for column in range(1, columns + 1):
            if seen[column]:
                continue
            cost = -gains[taken[at] - 1][column - 1] - row_price[taken[at]] - price[column]
            if cost < least[column]:
                least[column], before[column] = cost, at
            if least[column] < step:
                step, following = least[column], column
        for column in range(columns + 1):
            if seen[column]:
                row_price[taken[column]] += step
                price[column] -= step
            else:
                least[column] -= step
        at = following
    return [*before, at]


def _give(before: list[int], taken: list[int]) -> None:
    at = before[-1]
    while at:
        taken[at] = taken[before[at]]
        at = before[at]
