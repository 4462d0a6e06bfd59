"""The texts that cells share: each part of a long sheet is given those that its cells say."""

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from carslink.upload import parts, strings, workbook
from carslink.upload.strings import Strings, UnusualError

SHEET, TEXTS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
Edit = Callable[[bytes], bytes]


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, size in (("PART", 3000), ("READ", 1500)):
        monkeypatch.setattr(parts, name, size)
    monkeypatch.setattr(strings, "READ", 700)


def stock(path: Path) -> Path:
    """Write a workbook as Excel does, with texts that many rows say, some of several styles."""
    dice = random.Random(3)
    with xlsxwriter.Workbook(path) as book:
        sheet, bold = book.add_worksheet("Stock"), book.add_format({"bold": True})
        for row in range(400):
            sheet.write_string(row, 0, dice.choice(("Ford", "Citroën & Co", "  spaced <b> ")))
            sheet.write_number(row, 1, row)
            sheet.write_string(row, 2, f"https://cdn.example/{row}.jpg?a=1&b=2")
            if row % 7 == 0:
                sheet.write_rich_string(row, 3, "one ", bold, f"owner {row % 14}", " only")
            elif row % 5 == 0:
                sheet.write_string(row, 3, f"Line one\nline {dice.randrange(400)}")
    return path


def edited(path: Path, edits: dict[str, Edit]) -> Path:
    """Change files in a workbook."""
    changed = io.BytesIO()
    with zipfile.ZipFile(path) as packed, zipfile.ZipFile(changed, "w") as copy:
        for name in packed.namelist():
            copy.writestr(name, edits.get(name, bytes)(packed.read(name)))
    path.write_bytes(changed.getvalue())
    return path


def read(path: Path) -> list[tuple[int, list[str]]]:
    return [
        (number, [*cells, "", "", ""][:4]) for number, cells in workbook._numbered(path, "Stock")
    ]


def whole(path: Path) -> list[tuple[int, list[str]]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "LONG", 1 << 30)
        return read(path)


def in_parts(path: Path) -> list[tuple[int, list[str]]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "LONG", 0)
        cut = list(parts.of(path, "Stock") or ())
        assert len(cut) > 10
        return read(path)


def texts_in(path: Path) -> list[int]:
    """Return how many texts each part of a workbook is given."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "LONG", 0)
        books = [zipfile.ZipFile(each.book) for each in parts.of(path, "Stock") or ()]
    return [book.read(TEXTS).count(b"</si>") for book in books]


def test_parts_read_as_the_whole_does_and_have_their_own_texts_alone(tmp_path: Path) -> None:
    path = stock(tmp_path / "s.xlsx")
    assert in_parts(path) == whole(path)
    with zipfile.ZipFile(path) as packed:
        every = packed.read(TEXTS).count(b"</si>")
    assert max(texts_in(path)) < every / 5


def test_texts_in_any_order_and_empty_ones_are_found(tmp_path: Path) -> None:
    def turned(xml: bytes) -> bytes:
        head, *each = xml.removesuffix(b"</sst>").split(b"<si>")
        each = [b"<si>" + text for text in each]
        return head + b"<si/>" + b"\n".join(reversed(each)) + b"</sst>"

    path = edited(stock(tmp_path / "s.xlsx"), {TEXTS: turned})
    found = in_parts(path)
    assert found == whole(path)
    assert found[0][1][0] != "Ford"
    assert max(texts_in(path)) < 100


@pytest.mark.parametrize(
    "odd",
    [
        {SHEET: lambda xml: xml.replace(b' t="s"', b" t='s'")},
        {SHEET: lambda xml: xml.replace(b'<c r="A300" t="s">', b'<c t="s" r="A300">')},
        {TEXTS: lambda xml: xml.replace(b"<t>Ford</t>", b"<t><![CDATA[Ford]]></t>")},
        {TEXTS: lambda xml: xml.replace(b"<si>", b"<si >")},
    ],
)  # fmt: skip
def test_what_is_written_in_an_unusual_way_is_read_all_the_same(
    tmp_path: Path, odd: dict[str, Edit]
) -> None:
    path = edited(stock(tmp_path / "s.xlsx"), odd)
    assert in_parts(path) == whole(path)


@pytest.mark.parametrize("number", [b"7", b"x", b"-1", b""])
def test_a_text_that_is_not_there_is_not_made_up(number: bytes) -> None:
    known = Strings(io.BytesIO(b"<sst><si><t>One</t></si><si><t>Two</t></si></sst>"))
    assert known.of(b'<c t="s"><v>1</v></c>')[1].count(b"Two") == 1
    with pytest.raises(UnusualError):
        known.of(b'<c t="s"><v>' + number + b"</v></c>")
