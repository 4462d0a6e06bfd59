"""What we write is safe to open, and comes back as it was."""

import csv
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carslink.upload import ours, writing
from carslink.upload.tables import Row, open_table
from tests.upload.files import FIESTA, GOLF, HEADER, ROWS, VAN, delimited, read, saved

NASTY = [
    "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"//x\")",
    "\uff1d1+1", "'=1", "''=1", "'", "'twas", "-12.50", "-1,200", "007", "1e5", "12.0",
    "two\nlines", 'a "quote"', "a,b;c|d", "TRUE", "28995", "https://example.com/1.jpg", "£ –",
]  # fmt: skip


def csv_of(rows: list[tuple[str, ...]]) -> bytes:
    into = io.BytesIO()
    writing.write_csv(into, rows)
    return into.getvalue()


def xlsx_of(rows: list[tuple[str, ...]]) -> bytes:
    into = io.BytesIO()
    writing.write_xlsx(into, rows)
    return into.getvalue()


def test_csv_has_the_mark_by_which_excel_knows_utf_8() -> None:
    assert csv_of([("Citroën",)]) == b"\xef\xbb\xbfCitro\xc3\xabn\r\n"


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+44 113 496 0000", "'+44 113 496 0000"),
        ("@alice", "'@alice"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("-1+cmd", "'-1+cmd"),
        ("\uff1d1", "'\uff1d1"),
        ("'=1", "''=1"),
        ("-12.50", "-12.50"),
        ("-1,200", "-1,200"),
        ("'twas", "'twas"),
        ("a=b", "a=b"),
    ],
)
def test_no_cell_of_csv_begins_like_a_formula(cell: str, written: str) -> None:
    rows = list(csv.reader(io.StringIO(csv_of([(cell, "x")]).decode("utf-8-sig"), newline="")))
    assert rows == [[written, "x"]]


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(tmp_path: Path) -> None:
    content = xlsx_of([("Name",), *[(cell,) for cell in NASTY]])
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml").decode()
        assert b'quotePrefix="1"' in packed.read("xl/styles.xml")
        names = packed.namelist()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert not any("externalLink" in name for name in names)


@pytest.mark.parametrize("write", [csv_of, xlsx_of])
def test_what_is_written_is_read_back_unchanged(tmp_path: Path, write: object) -> None:
    rows = [(f"V{n}", "Ford", cell) for n, cell in enumerate(NASTY)]
    assert callable(write)
    _, found = read(saved(tmp_path, write([("Stock no", "Make", "Description"), *rows])))
    assert [row.cells for row in found] == [tuple(cell.strip() for cell in row) for row in rows]


# Without what no text file or workbook can hold or tell apart: control characters, half characters,
# and the ends of lines other than \n, which cells of workbooks do not have.
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], include_characters="\t\n"),
    max_size=30,
)
BEGINNINGS = st.sampled_from(
    ["", "=", "+", "-", "@", "\t", "'", "'=", "''", '"', ";", "-1", "£", " "]
)
CELL = st.builds(lambda start, rest: start + rest, BEGINNINGS, TEXT)


def _read_back(cell: str) -> str:
    text = cell.strip()
    return "" if text in {"#N/A"} else text


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=6))
def test_any_text_survives_csv(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("csv")
    header = ("Stock number", "Make", "Description")
    whole = [(f"V{n}", *cells) for n, cells in enumerate(rows)]
    _, found = read(saved(folder, csv_of([header, *whole])))
    assert [row.cells for row in found] == [tuple(map(_read_back, cells)) for cells in whole]


@settings(max_examples=4, deadline=None)
@given(st.lists(st.tuples(CELL, CELL), min_size=10, max_size=40))
def test_any_text_survives_a_workbook(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("xlsx")
    header = ("Stock number", "Make", "Description")
    whole = [(f"V{n}", *cells) for n, cells in enumerate(rows)]
    _, found = read(saved(folder, xlsx_of([header, *whole])))
    assert [row.cells for row in found] == [tuple(map(_read_back, cells)) for cells in whole]


PROBLEMS = [
    (Row(2, FIESTA), "price must be numeric and > 0"),
    (Row(7, (*GOLF, "", "stray")), "=make is required"),
]


def test_rows_with_a_problem_have_their_number_and_the_reason_behind(tmp_path: Path) -> None:
    table = open_table(saved(tmp_path, delimited([HEADER, *ROWS])))
    assert list(writing.problem_rows(table.header, table.width, PROBLEMS)) == [
        (*HEADER, "Your row", "What to mend"),
        (*FIESTA, "2", "price must be numeric and > 0"),
        (*GOLF, "7", "=make is required; cells beyond the last column were left out: stray"),
    ]


@pytest.mark.parametrize("write", [csv_of, xlsx_of])
def test_mended_rows_are_uploaded_again_under_the_dealers_own_header(
    tmp_path: Path, write: object
) -> None:
    table = open_table(saved(tmp_path, delimited([HEADER, *ROWS])))
    assert callable(write)
    content = write(list(writing.problem_rows(table.header, table.width, PROBLEMS)))
    again, rows = read(saved(tmp_path, content, "mended"))
    assert (again.header_row, again.header, again.width) == (1, HEADER, 7)
    assert [row.cells for row in rows] == [FIESTA, GOLF]


def test_mended_rows_of_a_table_without_a_header_have_none_either(tmp_path: Path) -> None:
    table = open_table(saved(tmp_path, delimited(ROWS)))
    lacking = [(Row(3, VAN), "no photographs")]
    content = csv_of(list(writing.problem_rows(table.header, table.width, lacking)))
    again, rows = read(saved(tmp_path, content, "mended"))
    assert (again.header_row, again.header, again.width) == (None, (), 7)
    assert [row.cells for row in rows] == [VAN]


def test_only_plain_numbers_are_numbers_in_a_workbook() -> None:
    content = xlsx_of([("A", "B", "C", "D", "E"), ("28995", "007", "-5", "12.0", "1" * 16)])
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml").decode()
    assert [value in sheet for value in ("<v>28995</v>", "<v>-5</v>")] == [True, True]
    assert [value in sheet for value in ("<v>7</v>", "<v>12</v>", "<v>1111")] == [False] * 3


def test_what_is_added_reads_as_no_column_of_stock() -> None:
    from carslink.mapping.columns import propose

    assert [column.field for column in propose(ours.ADDED, [])] == [None, None]
