"""Whatever bytes arrive, they are read or refused: never a crash, never without end."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carslink.upload.tables import UnreadableTable, open_table, sample
from tests.upload.files import HEADER, ROWS, delimited, ods, xls, xlsx

TEXT = delimited([("Smith Motors",), HEADER, *ROWS, *ROWS], quoting=1)
TEXTS = [
    TEXT.encode(),
    TEXT.encode("utf-16"),
    TEXT.replace(",", ";").encode("cp1252"),
    delimited([HEADER, *ROWS], "\t").encode(),
]
NOISE = [
    b'"',
    b'"\n',
    b"\0",
    b"\r",
    b"\xff\xfe",
    b"\x80",
    b",,,,",
    b"'",
    b"\\",
    b";",
    b"\n\n",
    b"=",
]
CHANGES = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.integers(0, 60),
        st.one_of(st.sampled_from(NOISE), st.binary(max_size=12)),
    ),
    min_size=1,
    max_size=8,
)


def mutated(content: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    """Put other bytes in the place of some."""
    for place, length, instead in changes:
        at = int(place * len(content))
        content = content[:at] + instead + content[at + length :]
    return content


def read_or_refused(path: Path) -> bool:
    """Read all of a file, and whether it could be read; anything else is an error."""
    try:
        table = open_table(path)
        rows = list(table.rows())
        sample(table)
    except UnreadableTable as error:
        assert str(error).endswith((".", ")"))
        return False
    assert all(len(row.cells) >= table.width and any(row.cells) for row in rows)
    return True


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(TEXTS), CHANGES)
def test_text_with_other_bytes_in_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory,
    content: bytes,
    changes: list[tuple[float, int, bytes]],
) -> None:
    path = tmp_path_factory.getbasetemp() / "mutated.csv"
    path.write_bytes(mutated(content, changes))
    read_or_refused(path)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_bytes(content)
    read_or_refused(path)


@pytest.mark.parametrize("write", [xlsx, xls, ods])
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changes=CHANGES)
def test_workbooks_with_other_bytes_in_them_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory,
    write: object,
    changes: list[tuple[float, int, bytes]],
) -> None:
    assert callable(write)
    path = tmp_path_factory.getbasetemp() / "mutated"
    content = write(path, {"Stock": [HEADER, *ROWS]}).read_bytes()
    path.write_bytes(mutated(content, changes))
    read_or_refused(path)
