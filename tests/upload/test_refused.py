"""What is no table is refused with a sentence that says what to do, whatever its name."""

from pathlib import Path

import pytest

from carslink.upload.tables import UnreadableTable, open_table
from tests.upload.files import saved, zipped

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "This file is empty"),
        (b"\xff\xfe", "This file is empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "This is a PDF, not a table. Upload the spreadsheet"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "This is a photograph, not a table"),
        (b"\x89PNG\r\n\x1a\n", "This is a picture, not a table"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "This is a picture or a video, not a table"),
        (b"\0\0\0\x18ftypheic", "This is a picture or a video, not a table"),
        (b"BM\x36\0\0\0\0\0\0\0", "This is a picture, not a table"),
        (b"<html><body><table><tr><td>Make</td>", "This is a web page, whatever its name ends in"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html>\n<html>", "save it as XLSX or CSV"),
        ("<html xmlns:x='urn:excel'>".encode("utf-16"), "This is a web page"),
        (b"<!-- made by us -->\n<TABLE border=1>", "This is a web page"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "This is a web page"),
        (b'<?xml version="1.0"?>\n<Workbook xmlns="urn:x">', "This is XML, not a table"),
        (b"<stock><vehicle/></stock>", "This is XML, not a table"),
        (b'[{"make": "Ford"}]', "This is JSON, not a table"),
        (b'{\n "listings": []}', "JSON is for the API"),
        (b"{\\rtf1\\ansi Stock}", "This is a text document, not a table"),
        (b"ID;PWXL;N;E\nP;PGeneral\n", "This is a SYLK file"),
        (b"\x1f\x8b\x08\0abc", "This file is compressed. Unpack it"),
        (b"Rar!\x1a\x07\0", "This file is compressed. Unpack it"),
        (b"SQLite format 3\0", "This is a database. Export the stock as CSV"),
        (b"\x09\x04\x06\0\0\0\x10\0", "This workbook is from a very old Excel"),
        (bytes(range(256)) * 20, "neither a spreadsheet nor text"),
        (_OLE + "WordDocument".encode("utf-16-le"), "This is an Office file, but not a workbook"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "This workbook has a password"),
        (_OLE + "Workbook".encode("utf-16-le"), "This workbook is damaged and cannot be opened"),
        (b"PK\3\4 and no more", "This workbook is damaged"),
    ],
)
def test_what_is_no_table_is_named_and_the_remedy_told(
    tmp_path: Path, content: bytes, says: str
) -> None:
    with pytest.raises(UnreadableTable) as refused:
        open_table(saved(tmp_path, content, "stock.xls"))
    assert says in str(refused.value)


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"Index/Document.iwa": b""}, "In Numbers choose File, Export To"),
        ({"word/document.xml": b""}, "This is a document or a presentation"),
        ({"stock.csv": b"Make,Model"}, "This is a zip file. Unpack it"),
    ],
)
def test_zip_files_of_other_kinds_are_told_apart(
    tmp_path: Path, files: dict[str, bytes], says: str
) -> None:
    with pytest.raises(UnreadableTable) as refused:
        open_table(zipped(tmp_path / "stock.xlsx", files))
    assert says in str(refused.value)


def test_text_that_only_begins_like_something_else_is_a_table(tmp_path: Path) -> None:
    for first in ("ID;Price;Make", "BM,Make,Price", "Make,<b>Price</b>,Model", "PK,Make,Model"):
        assert open_table(saved(tmp_path, f"{first}\n1;2;3\n")).header_row == 1


def test_a_text_file_has_no_sheets(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTable, match="it has no sheets"):
        open_table(saved(tmp_path, "Make,Model\n"), sheet="Stock")
