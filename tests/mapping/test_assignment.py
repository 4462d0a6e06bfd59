"""The assignment is the best there is."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from carslink.mapping import assignment


@st.composite
def tables(draw: st.DrawFn) -> list[list[float]]:
    rows = draw(st.integers(1, 4))
    columns = draw(st.integers(rows, 5))
    gain = st.integers(-20, 20).map(float)
    return [[draw(gain) for _ in range(columns)] for _ in range(rows)]


@given(tables())
def test_no_other_way_of_giving_gains_more(gains: list[list[float]]) -> None:
    given_out = assignment.best(gains)
    assert len(set(given_out)) == len(gains)
    total = sum(row[column] for row, column in zip(gains, given_out, strict=True))
    ways = permutations(range(len(gains[0])), len(gains))
    assert total == max(
        sum(row[column] for row, column in zip(gains, way, strict=True)) for way in ways
    )


def test_nothing_is_given_to_nobody() -> None:
    assert assignment.best([]) == []
