"""A long sheet of XLSX, in parts that are workbooks of their own.

calamine holds a sheet's cells twice while it reads them: 200,000 rows of 20 columns take 320 MB,
of 30 well over 500. So a long sheet's XML is cut between its rows, and each part is given to
calamine in a small workbook in memory, with the strings and styles of the whole. What cannot be cut
so, since it is not written the usual way, is read whole. Of the texts that cells share each part
gets its own (`strings.py`).
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

from carslink.upload.strings import Strings, UnusualError

LONG = 24 * 1024**2  # bytes of a sheet's XML, unpacked; what is shorter is read whole
PART = 3 * 1024**2
LONGEST_ROW = 32 * 1024**2
MOST_XML = 8 * 1024**2  # bytes of the files that say where the sheet lies
READ = 1 << 20

_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_BEGINS = re.compile(rb"<((?:[\w.-]+:)?)sheetData\s*>")
_NUMBER = re.compile(rb"\s*<(?:[\w.-]+:)?row\b[^>]*?\sr=\"(\d+)\"")


@dataclass(frozen=True)
class Part:
    """A workbook with some of a sheet's rows; `first` is the number of the first, if it is told."""

    book: io.BytesIO
    first: int | None


def of(path: Path, sheet: str) -> Iterator[Part] | None:
    """Return the parts of a long sheet, from top to bottom; None where it is to be read whole."""
    try:
        packed = zipfile.ZipFile(path)
        name = _file_of(packed, sheet)
        if name is None or packed.getinfo(name).file_size < LONG:
            packed.close()
            return None
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, ValueError):
        return None  # calamine will say what is wrong, or cope
    return _parts(packed, name)


def _parts(packed: zipfile.ZipFile, name: str) -> Iterator[Part]:
    """Yield parts. Raises ValueError for XML that has no rows where they should be."""
    with packed, packed.open(name) as xml:
        head = xml.read(READ)
        begins = _BEGINS.search(head)
        if begins is None:
            raise ValueError("no rows begin where a sheet's rows begin")
        head, rows = head[: begins.end()], head[begins.end() :]
        prefix = begins[1]
        row_ends, tail = b"</" + prefix + b"row>", b"</" + prefix + b"sheetData></" + prefix
        base = _Base(packed)
        while more := xml.read(READ):
            rows += more
            if len(rows) < PART:
                continue
            cut = rows.rfind(row_ends) + len(row_ends)
            if cut >= len(row_ends):
                yield _part(base, name, head, rows[:cut], tail)
                rows = rows[cut:]
            elif len(rows) > LONGEST_ROW:
                raise ValueError("a row without end")
        if (last := rows.rfind(row_ends)) >= 0:
            yield _part(base, name, head, rows[: last + len(row_ends)], tail)


def _part(base: "_Base", name: str, head: bytes, rows: bytes, tail: bytes) -> Part:
    number = _NUMBER.match(rows[:1000])
    book = io.BytesIO()
    texts = None
    if base.strings is not None:
        try:
            rows, texts = base.strings.of(rows)
        except UnusualError:
            base.strings = None  # from here on the list of all texts is given to each part
    book.write(base.without_texts if texts is not None else base.whole)
    with zipfile.ZipFile(book, "a") as packed:
        packed.writestr(name, b"".join((head, rows, tail, b"worksheet>")))
        if texts is not None:
            packed.writestr(base.texts, texts)
    book.seek(0)
    return Part(book, int(number[1]) if number else None)


class _Base:
    """What all parts have in common: the workbook without its sheets, with its texts or without."""

    def __init__(self, packed: zipfile.ZipFile) -> None:
        self._packed = packed
        self.texts = _texts_of(packed)
        self.strings: Strings | None = None
        with suppress(UnusualError, KeyError):
            self.strings = Strings(packed.open(self.texts))

    @cached_property
    def whole(self) -> bytes:
        return _without_sheets(self._packed, "")

    @cached_property
    def without_texts(self) -> bytes:
        return _without_sheets(self._packed, self.texts)


def _without_sheets(packed: zipfile.ZipFile, left_out: str) -> bytes:
    """Return a copy of the workbook that has all but its sheets, what belongs to them, and a file
    by its name."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as copy:
        for entry in packed.infolist():
            is_base = entry.filename.count("/") <= 1 or entry.filename == _RELATIONS
            if is_base and entry.filename != left_out:
                with packed.open(entry) as source, copy.open(entry.filename, "w") as target:
                    while block := source.read(READ):
                        target.write(block)
    return kept.getvalue()


def _file_of(packed: zipfile.ZipFile, sheet: str) -> str | None:
    """Return the name of the file that holds a sheet's cells."""
    relation = next(
        (
            value
            for element in _xml(packed, _BOOK).iter()
            if element.tag.endswith("}sheet") and element.get("name") == sheet
            for key, value in element.items()
            if key.endswith("}id")
        ),
        None,
    )
    for element in _xml(packed, _RELATIONS):
        if relation is not None and element.get("Id") == relation:
            return _target(element)
    return None


def _texts_of(packed: zipfile.ZipFile) -> str:
    """Return the name of the file that holds the texts that cells share; "" where none does."""
    related = (each for each in _xml(packed, _RELATIONS) if _is_of_texts(each))
    return next(map(_target, related), "")


def _is_of_texts(relation: ElementTree.Element) -> bool:
    return relation.get("Type", "").endswith("/sharedStrings")


def _target(relation: ElementTree.Element) -> str:
    target = relation.get("Target", "")
    return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def _xml(packed: zipfile.ZipFile, name: str) -> ElementTree.Element:
    with packed.open(name) as file:
        content = file.read(MOST_XML + 1)
    if len(content) > MOST_XML:
        raise ValueError(f"{name} is too long")
    return ElementTree.fromstring(content)  # noqa: S314 (expat refuses entities that multiply)
