"""Which cells of an ODS are merged with those below them: calamine tells it of Excel's alone."""

import io
import re
import zipfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

Merged = tuple[tuple[int, int], tuple[int, int]]
"""The row and the column, from zero, of the first and of the last of merged cells."""

MOST_XML = 24 * 1024**2  # bytes; a longer table is one of data, and takes long to look through

_CONTENT = "content.xml"
_SPANS = re.compile(rb"number-rows-spanned=[\"'](?!1[\"'])")
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


@cache
def of(path: Path) -> dict[str, list[Merged]]:
    """Return the merged cells of each sheet; of another kind of file, none."""
    with suppress(zipfile.BadZipFile, KeyError), zipfile.ZipFile(path) as packed:
        if packed.getinfo(_CONTENT).file_size <= MOST_XML:
            xml = packed.read(_CONTENT)
            return _merged(xml) if _SPANS.search(xml) else {}
    return {}


def _merged(xml: bytes) -> dict[str, list[Merged]]:
    found: dict[str, list[Merged]] = {}
    here: list[Merged] = []
    row = column = 0
    with suppress(ElementTree.ParseError):  # calamine will say what is wrong, or cope
        # Expat refuses entities that multiply.
        for event, each in ElementTree.iterparse(io.BytesIO(xml), ("start", "end")):  # noqa: S314
            if event == "start":
                if each.tag == f"{_TABLE}table":
                    row = column = 0
                    here = found.setdefault(each.get(f"{_TABLE}name", ""), [])
            elif each.tag in _CELLS:
                last = row + _count(each, "rows-spanned") - 1
                if last > row:
                    right = column + _count(each, "columns-spanned") - 1
                    here.append(((row, column), (last, right)))
                column += _count(each, "columns-repeated")
            elif each.tag == f"{_TABLE}table-row":
                row, column = row + _count(each, "rows-repeated"), 0
                each.clear()
    return found


def _count(each: ElementTree.Element, of: str) -> int:
    told = each.get(f"{_TABLE}number-{of}", "1")
    return int(told) if told.isdecimal() else 1
