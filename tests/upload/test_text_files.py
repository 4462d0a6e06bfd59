"""Every trap of a text file: encodings, delimiters, quotes, titles, blanks, totals."""

import codecs
from pathlib import Path

import pytest

from carslink.upload import delimited as text_reader
from carslink.upload.tables import UnreadableTable, open_table, sample
from tests.upload.files import FIESTA, GOLF, HEADER, ROWS, VAN, delimited, read, saved

TABLE = (HEADER, *ROWS)


def cells(path: Path) -> list[tuple[str, ...]]:
    return [row.cells for row in read(path)[1]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "^", "~"])
def test_any_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    table, rows = read(saved(tmp_path, delimited(TABLE, delimiter)))
    assert (table.delimiter, table.header_row, table.header) == (delimiter, 1, HEADER)
    assert [(row.number, row.cells) for row in rows] == [(2, FIESTA), (3, GOLF), (4, VAN)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("utf-8", delimited(TABLE).encode()),
        ("utf-8", codecs.BOM_UTF8 + delimited(TABLE).encode()),
        ("utf-16", delimited(TABLE, "\t").encode("utf-16")),
        ("utf-16", codecs.BOM_UTF16_BE + delimited(TABLE, "\t").encode("utf-16-be")),
        ("utf-16-le", delimited(TABLE, "\t").encode("utf-16-le")),
        ("utf-16-be", delimited(TABLE, ";").encode("utf-16-be")),
        ("utf-32", delimited(TABLE).encode("utf-32")),
        ("windows-1252", delimited(TABLE).encode("cp1252")),
        ("macintosh", delimited(TABLE).encode("mac_roman")),
        ("cp850", delimited(TABLE).replace("–", "-").encode("cp850")),
    ],
)
def test_any_encoding_is_found(tmp_path: Path, name: str, content: bytes) -> None:
    table, rows = read(saved(tmp_path, content))
    assert (table.encoding, table.header) == (name, HEADER)
    last = rows[-1].cells
    assert (last[1], last[4]) == ("Citroën", "£6,400")


def test_two_exports_in_one_file_may_have_two_encodings(tmp_path: Path) -> None:
    content = delimited([HEADER, *ROWS[::-1], *ROWS]).encode()
    content += delimited([FIESTA]).encode("cp1252")
    table, rows = read(saved(tmp_path, content))
    assert table.encoding == "utf-8"
    assert rows[2].cells == rows[-1].cells == FIESTA


def test_a_letter_on_the_edge_of_what_is_read_at_once_does_not_spoil_utf_8(tmp_path: Path) -> None:
    row = delimited([VAN]).encode()
    content = delimited([HEADER]).encode() + row * (1 + (2 << 20) // len(row))
    assert open_table(saved(tmp_path, content)).encoding == "utf-8"


def test_a_file_cut_off_within_a_letter_is_utf_8_all_the_same(tmp_path: Path) -> None:
    content = delimited([HEADER, *ROWS]).encode() + "Citroë".encode()[:-1]
    assert open_table(saved(tmp_path, content)).encoding == "utf-8"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(tmp_path: Path, end: str) -> None:
    assert cells(saved(tmp_path, delimited(TABLE, lineterminator=end))) == list(ROWS)


def test_quotes_and_new_lines_within_cells_are_part_of_them(tmp_path: Path) -> None:
    text = 'Full "main dealer" history\nTwo keys; MOT, tax\n\nNo damage'
    rows = [HEADER, (*FIESTA[:-1], text), GOLF]
    _, found = read(saved(tmp_path, delimited(rows)))
    assert found[0].cells[-1] == text
    assert [row.number for row in found] == [2, 3]  # as a spreadsheet counts, not as lines


def test_a_stray_quote_swallows_nothing(tmp_path: Path) -> None:
    lines = ["Make,Model,Notes,Price", 'Ford,Fiesta,"17 inch alloys,4995', "VW,Golf,,7250",
             'BMW,118i,"18 inch,9000', "Audi,A3,,8000"]  # fmt: skip
    _, rows = read(saved(tmp_path, "\n".join(lines)))
    assert [(row.number, row.cells[1]) for row in rows] == [
        (2, "Fiesta"), (3, "Golf"), (4, "118i"), (5, "A3"),
    ]  # fmt: skip
    assert rows[0].cells == ("Ford", "Fiesta", '"17 inch alloys', "4995")


def test_a_quote_that_is_never_closed_costs_its_own_row_alone(tmp_path: Path) -> None:
    lines = ["Make,Model,Notes", 'Ford,Fiesta,"alloys', *["VW,Golf,clean"] * 1000]
    _, rows = read(saved(tmp_path, "\n".join(lines)))
    assert len(rows) == 1001
    assert rows[0].cells == ("Ford", "Fiesta", '"alloys')


def test_a_file_of_stray_quotes_keeps_its_rows(tmp_path: Path) -> None:
    rows = [f'Ford,Fiesta,"{n} inch,4995' for n in range(500)]
    _, found = read(saved(tmp_path, "\n".join(["Make,Model,Notes,Price", *rows])))
    assert [row.cells[2] for row in found] == [f'"{n} inch' for n in range(500)]


@pytest.mark.parametrize("line", ['x","\n', 'x,y","\n', '"a,"b",c\n', '"a,b\n'])
def test_a_file_of_nothing_but_stray_quotes_is_not_read_over_and_over(
    monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    class Counted(text_reader._Feed):
        taken_in_all = 0

        def __next__(self) -> str:
            Counted.taken_in_all += 1
            return super().__next__()

    monkeypatch.setattr(text_reader, "_Feed", Counted)
    count = 4_000
    read = sum(1 for _ in text_reader.records([line] * count, text_reader.Dialect(",")))
    assert read == count
    assert Counted.taken_in_all < 60 * count


def test_quotes_within_quotes_that_are_not_doubled_are_read_as_meant(tmp_path: Path) -> None:
    text = 'Make,Model,Notes,Price\nFord,Fiesta,"Has "sport" seats\nand more",4995\nVW,Golf,,7250\n'
    _, rows = read(saved(tmp_path, text))
    assert [row.cells[1] for row in rows] == ["Fiesta", "Golf"]
    assert rows[0].cells[3] == "4995"


def test_quotes_may_be_escaped_by_a_backslash(tmp_path: Path) -> None:
    text = (
        'Make,Model,Notes,Price\n"Ford","Fiesta","18\\" alloys, clean","4995"\n"VW","Golf","","1"\n'
    )
    assert cells(saved(tmp_path, text))[0] == ("Ford", "Fiesta", '18" alloys, clean', "4995")


def test_single_quotes_may_stand_around_every_cell(tmp_path: Path) -> None:
    text = "'Make';'Model';'Price'\n'Ford';'Fiesta; 3dr';'4995'\n'VW';'Golf';'7250'\n"
    table, rows = read(saved(tmp_path, text))
    assert (table.delimiter, table.header) == (";", ("Make", "Model", "Price"))
    assert rows[0].cells == ("Ford", "Fiesta; 3dr", "4995")


def test_single_quotes_may_be_escaped_by_a_backslash(tmp_path: Path) -> None:
    text = "'Make','Model','Notes'\n'Ford','Fiesta','Dealer\\'s own, clean'\n'VW','Golf',''\n"
    assert cells(saved(tmp_path, text))[0] == ("Ford", "Fiesta", "Dealer's own, clean")


def test_decimal_commas_do_not_make_the_delimiter(tmp_path: Path) -> None:
    rows = [("Make", "Model", "Price", "Engine"), *[("Ford", "Fiesta", "4995,00", "1,2")] * 5]
    assert open_table(saved(tmp_path, delimited(rows, ";"))).delimiter == ";"


def test_lists_of_links_do_not_make_the_delimiter(tmp_path: Path) -> None:
    links = "|".join(f"https://cdn.smith.co.uk/{n}.jpg" for n in range(20))
    table, rows = read(saved(tmp_path, delimited([(*cells[:6], links) for cells in ROWS])))
    assert (table.delimiter, table.header_row, table.width) == (",", None, 7)
    assert rows[0].cells[-1] == links


def test_excels_own_line_names_the_delimiter_and_is_no_row(tmp_path: Path) -> None:
    table, rows = read(saved(tmp_path, "sep=;\r\n" + delimited(TABLE, ";")))
    assert (table.delimiter, table.header_row) == (";", 1)
    assert rows[0].number == 2


@pytest.mark.parametrize(
    "above",
    [
        ["Smith Motors - current stock"],
        ["SMITH MOTORS LTD", "", "Stock list as of 12/03/2026, all prices include VAT", ""],
        ["Smith Motors,,,,,,", ",,,,,,", "Vehicle,,,,Money,,"],
    ],
)
def test_titles_above_the_header_are_passed_over(tmp_path: Path, above: list[str]) -> None:
    table, rows = read(saved(tmp_path, "\n".join([*above, delimited(TABLE)])))
    assert (table.header_row, table.header) == (len(above) + 1, HEADER)
    assert (rows[0].number, rows[0].cells) == (len(above) + 2, FIESTA)


def test_a_table_may_have_no_header(tmp_path: Path) -> None:
    table, rows = read(saved(tmp_path, delimited(ROWS)))
    assert (table.header_row, table.header, table.width) == (None, (), 7)
    assert [(row.number, row.cells) for row in rows] == [(1, FIESTA), (2, GOLF), (3, VAN)]


def test_a_title_may_stand_above_a_table_without_a_header(tmp_path: Path) -> None:
    table, rows = read(saved(tmp_path, "Smith Motors\n\n" + delimited(ROWS)))
    assert (table.header_row, table.header) == (None, ())
    assert (rows[0].number, rows[0].cells) == (3, FIESTA)


def test_a_header_in_words_that_nobody_knows_is_recognised_by_its_looks(tmp_path: Path) -> None:
    header = ("Kennzeichnung", "Wagenzug", "Abfahrt", "Zahlung")
    rows = [header, *[(f"Wagen {n}", "Zug", f"{n}", f"{n * 100}") for n in range(1, 9)]]
    table, found = read(saved(tmp_path, delimited(rows)))
    assert (table.header_row, table.header, len(found)) == (1, header, 8)


def test_a_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    table, rows = read(saved(tmp_path, delimited([HEADER])))
    assert (table.header, rows) == (HEADER, [])


def test_a_single_column_is_a_table(tmp_path: Path) -> None:
    table, rows = read(saved(tmp_path, "Registration\nAB12 CDE\nCD63 EFG\n"))
    assert (table.header, table.width) == (("Registration",), 1)
    assert [row.cells for row in rows] == [("AB12 CDE",), ("CD63 EFG",)]


def test_blank_rows_are_left_out_and_counted(tmp_path: Path) -> None:
    lines = delimited(TABLE).splitlines()
    content = "\n".join(["", lines[0], "", lines[1], ",,,,,,", "   ", lines[2], "", ""])
    table, rows = read(saved(tmp_path, content))
    assert (table.header_row, [row.number for row in rows]) == (2, [4, 7])


def test_ragged_rows_are_filled_up_or_kept(tmp_path: Path) -> None:
    short, long = FIESTA[:5], (*GOLF, "", "extra", "")
    table, rows = read(saved(tmp_path, delimited([HEADER, VAN, short, (*VAN, "", "")])))
    assert (table.width, rows[1].cells, rows[2].cells) == (7, (*short, "", ""), VAN)
    table, rows = read(saved(tmp_path, delimited([HEADER, VAN, long])))
    assert (table.header, table.width) == ((*HEADER, "", ""), 9)
    assert rows[1].cells == (*GOLF, "", "extra")


def test_a_row_longer_than_all_that_were_looked_at_keeps_its_cells(tmp_path: Path) -> None:
    rows = [HEADER, *[FIESTA] * 500, (*GOLF, "more", "")]
    table, found = read(saved(tmp_path, delimited(rows)))
    assert (table.width, found[-1].cells) == (7, (*GOLF, "more"))


def test_totals_and_repeated_headers_are_no_vehicles(tmp_path: Path) -> None:
    total = ("Total", "", "", "", "£18,645", "", "")
    shouted = [name.upper() for name in HEADER]
    rows = [
        HEADER,
        FIESTA,
        HEADER,
        GOLF,
        shouted,
        ("Sub-total:", "", "", "", "12,245", "", ""),
        VAN,
        total,
    ]
    _, found = read(saved(tmp_path, delimited(rows)))
    assert [row.cells for row in found] == [FIESTA, GOLF, VAN]


def test_a_vehicle_called_total_stays(tmp_path: Path) -> None:
    odd = ("Total 911", "Porsche", "911", "1999", "£30,000", "61000", "")
    assert cells(saved(tmp_path, delimited([HEADER, odd]))) == [odd]


def test_cells_are_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    text = 'Stock no,Make,Model,Price\n"=""00123""", Ford ,\'-5dr,#N/A\n\xa0,VW,\'Up,#REF!\n'
    assert cells(saved(tmp_path, text)) == [
        ("00123", "Ford", "-5dr", ""), ("", "VW", "'Up", ""),
    ]  # fmt: skip


def test_a_file_that_excel_took_for_one_column_is_taken_apart(tmp_path: Path) -> None:
    """It opened a file with semicolons, and saved each whole line as one quoted cell."""
    inner = delimited([cells[:6] for cells in TABLE], ";").splitlines()
    table, rows = read(saved(tmp_path, delimited([(line,) for line in inner], quoting=1)))
    assert (table.delimiter, table.header_row, table.header) == (";", 1, HEADER[:6])
    assert [(row.number, row.cells) for row in rows][:2] == [(2, FIESTA[:6]), (3, GOLF[:6])]


def test_zero_bytes_and_the_end_mark_of_dos_are_dropped(tmp_path: Path) -> None:
    content = delimited(TABLE).replace("Fiesta", "Fie\0sta").encode() + b"\x1a"
    found = cells(saved(tmp_path, content))
    assert found[0] == FIESTA
    assert len(found) == 3


def test_the_name_of_a_file_says_nothing(tmp_path: Path) -> None:
    for name in ("stock.xlsx", "stock.pdf", "stock"):
        assert cells(saved(tmp_path, delimited(TABLE), name)) == list(ROWS)


def test_rows_can_be_read_again(tmp_path: Path) -> None:
    table = open_table(saved(tmp_path, delimited(TABLE)))
    assert list(table.rows()) == list(table.rows())


def test_a_sample_has_the_first_rows_and_some_from_further_down(tmp_path: Path) -> None:
    rows = [HEADER, *[(*FIESTA[:5], str(n), "") for n in range(1000)]]
    table = open_table(saved(tmp_path, delimited(rows)))
    taken = [int(row.cells[5]) for row in sample(table, 100)]
    assert taken[:50] == list(range(50))
    assert taken[50:53] == [50, 69, 88]
    assert len(taken) == 100
    assert len(sample(table, 2000)) == 1000


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("a," * 3000 + "\n", "Row 1 has 3,001 columns"),
        ("Make,Model\nFord," + "x" * 200_000 + "\n", "Row 2 has a cell of more than 131,072"),
        ("Make,Model\n" + "x" * 5_000_000, "has a cell of more than 131,072"),
        ("\n \n,,,\n", "nothing in this file but blank rows"),
    ],
)
def test_what_is_out_of_all_bounds_is_refused(tmp_path: Path, content: str, says: str) -> None:
    with pytest.raises(UnreadableTable, match=says):
        read(saved(tmp_path, content))
