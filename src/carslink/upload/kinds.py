"""What a file is, by its first bytes: never by its name, which says what somebody hoped."""

import re
import zipfile
from pathlib import Path
from typing import Literal

from carslink.upload.unreadable import MOST_UNPACKED, UnreadableTable

Kind = Literal["text", "workbook"]

HEAD = 4096
_SAVE = "Open it in Excel, Numbers or LibreOffice, save it as XLSX or CSV, and upload that file."
_TYPE = "Upload the spreadsheet that the stock is kept in, as XLSX or CSV."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MEDIA = (
    (b"%PDF", "a PDF"),
    (b"\xff\xd8\xff", "a photograph"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"BM", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
)
_PACKED = (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")
_DATABASE = (b"SQLite format 3", b"\0\1\0\0Standard Jet DB", b"\0\1\0\0Standard ACE DB")
# Excel 2.1 to 4 wrote its records bare, without the container that calamine opens.
_OLD_EXCEL = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|meta|body|table|div|style|script)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON = re.compile(r"\s*(?:\{\s*(?:\"|\})|\[\s*[\[{\"\]])")


def of(path: Path) -> Kind:
    """Return how to read a file. Raises UnreadableTable for what is no table, with the remedy."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if not head.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableTable("This file is empty. Save the spreadsheet again and upload it.")
    if head.startswith((b"PK\3\4", b"PK\5\6")):
        _check_zip(path)
        return "workbook"
    if head.startswith(_OLE):
        _check_ole(path)
        return "workbook"
    _refuse_binary(head)
    _refuse_other_text(_as_text(head))
    return "text"


def is_web_page(path: Path) -> bool:
    """Whether a file is HTML, as what a server answers in place of a table."""
    with path.open("rb") as file:
        return _HTML.match(_as_text(file.read(HEAD))) is not None


def _refuse_binary(head: bytes) -> None:
    if head[4:8] == b"ftyp" or (head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"AVI ")):
        raise UnreadableTable(f"This is a picture or a video, not a table. {_TYPE}")
    for start, what in _MEDIA:
        if head.startswith(start) and (start != b"BM" or b"\0" in head[:16]):
            raise UnreadableTable(f"This is {what}, not a table. {_TYPE}")
    if head.startswith(_PACKED):
        raise UnreadableTable("This file is compressed. Unpack it and upload the table inside.")
    if head.startswith(_DATABASE):
        raise UnreadableTable("This is a database. Export the stock as CSV and upload that file.")
    if head.startswith(_OLD_EXCEL):
        raise UnreadableTable(f"This workbook is from a very old Excel. {_SAVE}")


def _refuse_other_text(text: str) -> None:
    if text.startswith("{\\rtf"):
        raise UnreadableTable(f"This is a text document, not a table. {_TYPE}")
    if text.lstrip().lower().startswith("mime-version:") or _HTML.match(text):
        raise UnreadableTable(
            f"This is a web page, whatever its name ends in. {_SAVE}"
            " (If it was downloaded with a link, it may be the page that asks to sign in.)"
        )
    if text.lstrip().startswith("<?xml") or re.match(r"\s*<[a-z][\w:.-]*[\s>]", text, re.I):
        raise UnreadableTable(f"This is XML, not a table. {_SAVE}")
    if _JSON.match(text):
        raise UnreadableTable(
            "This is JSON, not a table. Save the stock as CSV or XLSX; JSON is for the API."
        )
    if text.startswith(("ID;PWXL", "ID;PSCALC", "ID;PCALC")):
        raise UnreadableTable(f"This is a SYLK file. {_SAVE}")


def _as_text(head: bytes) -> str:
    """Return the beginning as text, well enough to recognise what it is by its ASCII."""
    return (
        head.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe").decode("latin-1")
    )


def _check_zip(path: Path) -> None:
    """Refuse what is zipped but no workbook, and a workbook that unpacks to far too much."""
    try:
        with zipfile.ZipFile(path) as packed:
            sizes = {entry.filename: entry.file_size for entry in packed.infolist()}
            encrypted = any(entry.flag_bits & 1 for entry in packed.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableTable(
            "This workbook is damaged: it may have been cut off on its way. Save it again as XLSX"
            " or CSV and upload that file."
        ) from error
    if encrypted:
        raise locked()
    if sum(sizes.values()) > MOST_UNPACKED:
        raise UnreadableTable(
            f"This workbook unpacks to more than {MOST_UNPACKED // 1024**3} GB. Save the sheet that"
            " holds the stock as CSV and upload that file."
        )
    if any(name.startswith("Index/") or name == "Index.zip" for name in sizes):
        raise UnreadableTable(
            "This is a document of Numbers. In Numbers choose File, Export To, CSV or Excel, and"
            " upload the file that it writes."
        )
    if any(name.startswith(("word/", "ppt/")) for name in sizes):
        raise UnreadableTable(f"This is a document or a presentation, not a table. {_TYPE}")
    if "content.xml" not in sizes and not any(
        name.lower().startswith("xl/workbook") for name in sizes
    ):
        raise UnreadableTable("This is a zip file. Unpack it and upload the table inside.")


def _check_ole(path: Path) -> None:
    """Refuse Office's old container where it holds a document, or a workbook with a password."""
    with path.open("rb") as file:
        content = file.read(32 * 1024**2)
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise locked()
    named = ("Workbook", "Book")
    if not any(name.encode("utf-16-le") in content for name in named):
        raise UnreadableTable(f"This is an Office file, but not a workbook. {_TYPE}")


def locked() -> UnreadableTable:
    """Return the refusal of a workbook with a password."""
    return UnreadableTable(
        "This workbook has a password. Take it off (in Excel: File, Info, Protect Workbook), save"
        " it, and upload it again."
    )
