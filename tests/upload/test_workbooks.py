"""Workbooks: which sheet, what cells say, and files made to hurt whoever opens them."""

import struct
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from carslink.upload import kinds, parts, sheets, workbook
from carslink.upload.tables import UnreadableTable, open_table
from tests.upload.files import (
    FIESTA,
    GOLF,
    HEADER,
    ROWS,
    VAN,
    Cells,
    bare_xlsx,
    delimited,
    ods,
    read,
    xls,
    xlsx,
    zipped,
)

STOCK: list[Cells] = [
    ("Smith Motors",),
    (),
    HEADER,
    ("AB12 CDE", "Ford", "Fiesta", 2012, 4995, 61000.0, "One owner, two keys"),
    ("CD63 EFG", "Volkswagen", "Golf", 2013, 7249.5, 48500, "Serviced; new tyres"),
]
AS_TEXT = [
    (4, ("AB12 CDE", "Ford", "Fiesta", "2012", "4995", "61000", "One owner, two keys")),
    (5, ("CD63 EFG", "Volkswagen", "Golf", "2013", "7249.5", "48500", "Serviced; new tyres")),
]
SUMMARY: list[Cells] = [("Export Summary",), ("Sheet Name", "Tables"), ("Stock", "1")]


@pytest.mark.parametrize("write", [xlsx, xls, ods])
def test_any_workbook_is_read_whatever_its_name(
    tmp_path: Path, write: Callable[[Path, dict[str, Any]], Path]
) -> None:
    path = write(tmp_path / "stock.csv", {"Export Summary": SUMMARY, "Stock": STOCK})
    table, rows = read(path)
    assert (table.delimiter, table.encoding) == (None, None)
    assert (table.sheet, table.sheets) == ("Stock", ("Export Summary", "Stock"))
    assert (table.header_row, table.header) == (3, HEADER)
    assert [(row.number, row.cells) for row in rows] == AS_TEXT


def test_the_sheet_of_vehicles_is_chosen_before_longer_ones_and_hidden_ones(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "stock.xlsx",
        {
            "Contacts": [("Name", "Phone"), *[("alice", "0113 496 0000")] * 50],
            "Old": [HEADER, *ROWS, *ROWS],
            "Stock": [HEADER, *ROWS],
            "Empty": [],
        },
        lambda book: book.get_worksheet_by_name("Old").hide(),
    )
    assert (open_table(path).sheet, open_table(path).sheets) == (
        "Stock",
        ("Contacts", "Old", "Stock"),
    )


@pytest.mark.parametrize("name", ["Sold 2026", "ARCHIVE", "old_stock", "Deposits taken"])
def test_what_is_gone_is_not_taken_for_stock_though_more_is_told_of_it(
    tmp_path: Path, name: str
) -> None:
    gone = [(*row, "Diesel", "3 May", "A. Smith") for row in (*ROWS, *ROWS)]
    sheets = {name: [(*HEADER, "Fuel", "Sold Date", "Customer"), *gone], "Stock": [HEADER, *ROWS]}
    assert open_table(xlsx(tmp_path / "stock.xlsx", sheets)).sheet == "Stock"
    alone = {"Notes": [("Ring the bank",), ("Friday",)], name: sheets[name]}
    assert open_table(xlsx(tmp_path / "gone.xlsx", alone)).sheet == name


def test_other_names_and_one_name_twice_do_not_make_a_sheet_the_stock(tmp_path: Path) -> None:
    sheets = {
        "Sales": [(*HEADER, "Sold Date", "Customer", "Price", "Price"), FIESTA],
        "Cars": [HEADER, *ROWS],
    }
    assert open_table(xlsx(tmp_path / "stock.xlsx", sheets)).sheet == "Cars"


def test_a_hidden_sheet_is_taken_only_where_no_other_holds_anything(tmp_path: Path) -> None:
    def hide(book: Any) -> None:
        book.get_worksheet_by_name("Lists").hide()

    more = (*HEADER, "Fuel", "Colour")
    sheets: dict[str, list[Cells]] = {"Cars": [HEADER, *ROWS], "Lists": [more, (*FIESTA, "Diesel")]}
    assert open_table(xlsx(tmp_path / "stock.xlsx", sheets, hide)).sheet == "Cars"
    sheets["Cars"] = []
    assert open_table(xlsx(tmp_path / "hidden.xlsx", sheets, hide)).sheet == "Lists"


def test_a_sheet_can_be_asked_for_by_name(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "s.xlsx", {"Cars": [HEADER, FIESTA, GOLF], "Vans": [HEADER, VAN]})
    assert open_table(path).sheet == "Cars"
    table, rows = read(path, sheet="Vans")
    assert (table.sheet, [row.cells for row in rows]) == ("Vans", [VAN])
    with pytest.raises(UnreadableTable, match=r"no sheet 'Bikes'.*It has: Cars, Vans\."):
        open_table(path, sheet="Bikes")


def test_a_make_that_is_merged_downwards_is_of_every_row(tmp_path: Path) -> None:
    def merge(book: Any) -> None:
        sheet = book.get_worksheet_by_name("Stock")
        sheet.merge_range("B3:B5", "Ford")
        sheet.merge_range("A1:G1", "Smith Motors")

    cars: list[Cells] = [
        (mark, None, "Fiesta", "2012", "4995", "61000", "One owner")
        for mark in ("AB12 CDE", "AB12 CDF", "AB12 CDG")
    ]
    other = ("CD63 EFG", None, "Golf", "2013", "7250", "48500", "")
    _, rows = read(xlsx(tmp_path / "s.xlsx", {"Stock": [(), HEADER, *cars, other]}, merge))
    assert [row.cells[:3] for row in rows] == [
        ("AB12 CDE", "Ford", "Fiesta"), ("AB12 CDF", "Ford", "Fiesta"),
        ("AB12 CDG", "Ford", "Fiesta"), ("CD63 EFG", "", "Golf"),
    ]  # fmt: skip


def test_a_make_that_is_merged_downwards_in_libreoffice_is_of_every_row(tmp_path: Path) -> None:
    def merge(xml: str) -> str:
        make = '<table:table-cell office:value-type="string"><text:p>Ford'
        spanned = ' table:number-columns-spanned="1" table:number-rows-spanned="3" '
        below = "<table:table-cell/>"
        assert xml.count(make) == 1
        assert xml.count(below) == 3
        merged = make.replace(" ", spanned, 1)
        blank = '<table:table-row table:number-rows-repeated="4"><table:table-cell/>'
        blank += "</table:table-row>"
        table = '<table:table table:name="Stock">'
        return (
            xml.replace(make, merged)
            .replace(below, "<table:covered-table-cell/>", 2)
            .replace(table, table + blank)
        )

    marks = ("AB12 CDE", "AB12 CDF", "AB12 CDG", "CD63 EFG")
    cars: list[Cells] = [
        (mark, "Ford" if mark == marks[0] else None, "Fiesta", "2012", "4995", "61000")
        for mark in marks
    ]
    path = ods(tmp_path / "s.ods", {"Notes": [("Smith Motors",)], "Stock": [HEADER, *cars]}, merge)
    _, rows = read(path, "Stock")
    assert [(row.number, row.cells[:2]) for row in rows] == [
        (6, (marks[0], "Ford")), (7, (marks[1], "Ford")), (8, (marks[2], "Ford")),
        (9, (marks[3], "")),
    ]  # fmt: skip


def test_the_second_line_of_a_vehicle_does_not_become_another(tmp_path: Path) -> None:
    def merge(book: Any) -> None:
        for column, cell in enumerate(FIESTA[:-1]):
            book.get_worksheet_by_name("Stock").merge_range(1, column, 2, column, cell)

    lines: list[Cells] = [HEADER, (*[None] * 6, "One owner"), (*[None] * 6, "Two keys"), GOLF]
    _, rows = read(xlsx(tmp_path / "s.xlsx", {"Stock": lines}, merge))
    assert [row.cells[0] for row in rows] == [FIESTA[0], "", GOLF[0]]


def test_cells_are_written_as_a_person_reads_them(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sheet = book.get_worksheet_by_name("Stock")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        clock = book.add_format({"num_format": "hh:mm"})
        hours = book.add_format({"num_format": "[h]:mm"})
        pounds = book.add_format({"num_format": "£#,##0.00"})
        sheet.write_datetime(1, 0, datetime(2021, 3, 4), day)
        sheet.write_datetime(1, 1, datetime(2021, 3, 4, 10, 30), day)
        sheet.write_number(1, 2, 0.5, clock)
        sheet.write_number(1, 3, 1.5, hours)
        sheet.write_number(1, 4, 12995, pounds)
        sheet.write_number(1, 5, 0.1 + 0.2)
        sheet.write_number(1, 6, 12345678901234)
        sheet.write_boolean(1, 7, True)
        sheet.write_formula(1, 8, "=1/0", None, "#DIV/0!")
        sheet.write_formula(1, 9, "=A2", None, "AB12 CDE")
        sheet.write_string(1, 10, "00123")
        sheet.write_string(1, 11, "'-5")
        sheet.write_string(1, 12, "two\nlines ")

    names = [f"Column {letter}" for letter in "ABCDEFGHIJKLM"]
    _, (row,) = read(xlsx(tmp_path / "s.xlsx", {"Stock": [names]}, fill))
    assert row.cells == (
        "2021-03-04", "2021-03-04 10:30", "12:00", "36:00", "12995", "0.3", "12345678901234",
        "TRUE", "", "AB12 CDE", "00123", "'-5", "two\nlines",
    )  # fmt: skip


def test_numbers_times_and_dates_have_one_spelling() -> None:
    said = {
        12.0: "12", -0.5: "-0.5", 1e22: "10000000000000000000000", 1e-7: "0.0000001",
        float("nan"): "", True: "TRUE", False: "FALSE",
        date(2021, 3, 4): "2021-03-04", datetime(2021, 3, 4, 1, 2, 3): "2021-03-04 01:02:03",
        time(9, 5): "09:05", timedelta(hours=-1, minutes=30): "-0:30",
    }  # fmt: skip
    assert {cell: workbook._text(cell) for cell in said} == said


def test_columns_and_rows_count_from_the_first_whatever_is_empty(tmp_path: Path) -> None:
    rows: list[Cells] = [(), (), ("", "", *HEADER), ("", "", *FIESTA), (), ("", "", *GOLF)]
    table, found = read(xlsx(tmp_path / "s.xlsx", {"Stock": rows}))
    assert (table.header_row, table.header) == (3, ("", "", *HEADER))
    assert [(row.number, row.cells[2:]) for row in found] == [(4, FIESTA), (6, GOLF)]


def test_lines_pasted_into_one_column_are_taken_apart(tmp_path: Path) -> None:
    lines = delimited([HEADER, *ROWS], ";").splitlines()
    table, rows = read(xlsx(tmp_path / "s.xlsx", {"Stock": [(line,) for line in lines]}))
    assert (table.delimiter, table.sheet, table.header) == (";", "Stock", HEADER)
    assert [(row.number, row.cells) for row in rows] == [(2, FIESTA), (3, GOLF), (4, VAN)]


def test_rows_are_read_no_further_than_they_are_wanted(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "s.xlsx", {"Stock": [HEADER, *[FIESTA] * 5000]})
    rows = open_table(path).rows()
    assert next(rows).cells == FIESTA
    rows.close()  # type: ignore[attr-defined]


def test_a_cell_in_the_last_corner_of_a_sheet_harms_nobody(tmp_path: Path) -> None:
    """The range between two cells is 17 thousand million; calamine wants them all in memory."""
    cell = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
    path = bare_xlsx(
        tmp_path / "s.xlsx",
        f'<row r="1">{cell.format("A1", "Make")}</row>'
        f'<row r="1048576">{cell.format("XFD1048576", "x")}</row>',
    )
    with pytest.raises(UnreadableTable, match="takes more memory or time than a stock list should"):
        open_table(path)


def test_a_workbook_that_says_it_unpacks_to_gigabytes_is_refused_unopened(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        packed.writestr("xl/worksheets/sheet1.xml", "")
    content = bytearray(path.read_bytes())
    entry = content.rindex(b"PK\x01\x02")  # in the directory: how large the file is said to be
    content[entry + 24 : entry + 28] = struct.pack("<I", kinds.MOST_UNPACKED + 1)
    path.write_bytes(content)
    with pytest.raises(UnreadableTable, match="unpacks to more than 2 GB"):
        open_table(path)


def test_a_workbook_that_unpacks_to_far_more_than_it_is_ends_at_the_limit_of_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = "<row>" + "<c><v>1</v></c>" * 1000 + "</row>"
    path = bare_xlsx(tmp_path / "bomb.xlsx", many * 700)
    assert path.stat().st_size < 50_000
    monkeypatch.setattr(sheets, "MEMORY", 56 * 1024**2)
    assert open_table(xlsx(tmp_path / "s.xlsx", {"Stock": [HEADER, *ROWS]})).header == HEADER
    with pytest.raises(UnreadableTable, match="takes more memory or time than a stock list should"):
        open_table(path)


def test_a_sheet_of_too_many_columns_is_refused(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "s.xlsx", {"Stock": [["x"] * 2500]})
    with pytest.raises(UnreadableTable, match="Row 1 has 2,500 columns"):
        open_table(path)


def test_a_cell_without_end_is_refused(tmp_path: Path) -> None:
    path = ods(tmp_path / "s.ods", {"Stock": [HEADER, (*FIESTA[:6], "x" * 140_000)]})
    with pytest.raises(UnreadableTable, match="Row 2 has a cell of more than 131,072"):
        open_table(path)


def test_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTable, match="nothing on the sheets"):
        open_table(xlsx(tmp_path / "s.xlsx", {"Stock": []}))


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    whole = xlsx(tmp_path / "s.xlsx", {"Stock": [HEADER, *ROWS]}).read_bytes()
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UnreadableTable, match="damaged: it may have been cut off"):
        open_table(cut)
    broken = zipped(tmp_path / "b.xlsx", {"xl/workbook.xml": "<workbook><sheets><sheet"})
    with pytest.raises(UnreadableTable, match="damaged and cannot be opened"):
        open_table(broken)


def test_the_process_that_reads_is_gone_when_reading_is_given_up(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "s.xlsx", {"Stock": [HEADER, *[FIESTA] * 5000]})
    with sheets._process(path, "Stock") as process:
        assert process.poll() is None
    assert process.returncode is not None


def trimmed(rows: Iterator[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """Rows that are not blank, without empty cells at their ends: parts differ in width."""
    found = []
    for number, cells in rows:
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            found.append((number, cells))
    return found


def test_a_long_sheet_is_read_in_parts_as_if_it_were_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows: list[Cells] = [(), HEADER]
    for n in range(400):
        rows += [(f"V{n}", "Ford", "Fiesta", 2000 + n % 20, n * 10.5), ()] if n % 3 else [()] * 4
        rows += [("", "", f"only the third column, {n}")] if n > 200 else []
    path = xlsx(tmp_path / "s.xlsx", {"Notes": [("x",)], "Stock & more": rows})
    whole = trimmed(workbook._numbered(path, "Stock & more"))
    assert (whole[0], len(whole)) == ((2, list(HEADER)), 1 + 266 + 199)
    for name, size in (("LONG", 0), ("PART", 2000), ("READ", 1500)):
        monkeypatch.setattr(parts, name, size)
    assert sum(1 for _ in parts.of(path, "Stock & more") or ()) > 10
    assert trimmed(workbook._numbered(path, "Stock & more")) == whole


def test_rows_without_numbers_are_counted_through_the_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'
    path = bare_xlsx(
        tmp_path / "s.xlsx", "".join(f"<row>{cell.format(f'V{n}')}</row>" for n in range(200))
    )
    for name, size in (("LONG", 0), ("PART", 2000), ("READ", 1500)):
        monkeypatch.setattr(parts, name, size)
    assert sum(1 for _ in parts.of(path, "Stock") or ()) > 3
    assert list(workbook._numbered(path, "Stock")) == [(n + 1, [f"V{n}"]) for n in range(200)]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("<row>" + "<c><v>1</v></c>" * 300, "a row without end"),
        ("<nothing/>" * 500, "a row without end"),
    ],
)
def test_a_long_sheet_that_cannot_be_cut_between_rows_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: str, says: str
) -> None:
    for name, size in (("LONG", 0), ("PART", 200), ("READ", 500), ("LONGEST_ROW", 2000)):
        monkeypatch.setattr(parts, name, size)
    path = bare_xlsx(tmp_path / "s.xlsx", rows)
    with pytest.raises(ValueError, match=says):
        list(workbook._numbered(path, "Stock"))


def test_a_cell_with_an_escaped_zero_is_read_without_it(tmp_path: Path) -> None:
    ford = ("AB12 CDE", "F_x0000_ord", *FIESTA[2:])
    path = xlsx(tmp_path / "s.xlsx", {"Stock": [HEADER, ford]})
    with zipfile.ZipFile(path) as book:
        contents = {name: book.read(name) for name in book.namelist()}
    with zipfile.ZipFile(path, "w") as book:
        for name, content in contents.items():
            book.writestr(name, content.replace(b"_x005F_x0000_", b"_x0000_"))
    (row,) = read(path)[1]
    assert row.cells[1] == "Ford"


def test_a_sheet_whose_name_cannot_be_kept_is_refused(tmp_path: Path) -> None:
    path = ods(tmp_path / "s.ods", {"S" * 250: [HEADER, FIESTA]})
    with pytest.raises(UnreadableTable, match="short name"):
        read(path)
