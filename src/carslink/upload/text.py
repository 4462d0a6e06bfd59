"""Which encoding a text file has, and its lines.

A byte order mark says it; so do the zero bytes of UTF-16. Else what decodes strictly as UTF-8 is
UTF-8. What is left is one of three 8-bit sets that British offices save: Windows-1252, and from
Excel's "CSV (Macintosh)" and "CSV (MS-DOS)" the Mac's and DOS's; they differ in where £, é and
curly quotes stand, so the reading with the more plausible characters wins. General detectors weigh
a hundred encodings by letter frequencies and took "£ ë" for Baltic.
"""

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from carslink.upload.unreadable import UnreadableTable, too_long

CHUNK = 1 << 20
LONGEST_LINE = 1_000_000  # characters

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
_EIGHT_BIT = (("windows-1252", "cp1252"), ("macintosh", "mac_roman"), ("cp850", "cp850"))
_BEYOND_UTF8 = "carslink-beyond-utf-8"
_IN_UTF8 = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_NEAR_HIGH = re.compile(rb"[\x00-\x7f]?(?:[\x80-\xff]+[\x00-\x7f]{0,2})+")
"""As far around such bytes as is looked when they are weighed: most of a file is left out."""
# A character outside ASCII that British stock lists have, where it has it.
_PLAUSIBLE = re.compile(
    r"[£€]\s?\d|(?<=\w)[’‘´](?=\w)|[“”‘’–—…•·™®©°½¼¾²³×✓]|(?<=\w)[à-öø-ÿß]|\b[À-ÖØ-Þ](?=[a-z])|£"
)
# \x1a ended files in DOS; \x1c to \x1f separate records in some feeds.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b\x7f]")


@dataclass(frozen=True)
class Encoding:
    """How to decode a file. `name` is for people; `errors` is what becomes of other bytes."""

    name: str
    codec: str
    errors: str = "replace"


def _windows(error: UnicodeError) -> tuple[str, int]:
    """Read what is not UTF-8, in a file that mostly is, as Windows-1252: two exports in one."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_BEYOND_UTF8, _windows)


def encoding_of(path: Path) -> Encoding:
    """Return the encoding of a text file. Raises UnreadableTable for what is no text."""
    with path.open("rb") as file:
        head = file.read(1 << 16)
    encoding = _marked(head) or _wide(head) or _narrow(path)
    _check_text(head.decode(encoding.codec, "replace"))
    return encoding


def lines(path: Path, encoding: Encoding) -> Iterator[str]:
    """Yield lines with their ends, be they those of Windows, Unix or an old Mac."""
    with path.open("rb") as raw:
        file = io.TextIOWrapper(
            io.BufferedReader(raw, CHUNK),
            encoding=encoding.codec,
            errors=encoding.errors,
            newline="",
        )
        number = 0
        while line := file.readline(LONGEST_LINE):
            number += 1
            if len(line) == LONGEST_LINE:
                raise too_long(number)
            if "\0" in line or "\x1a" in line:
                line = line.replace("\0", "").replace("\x1a", "")
            yield line


def _marked(head: bytes) -> Encoding | None:
    for mark, name, codec in _MARKS:
        if head.startswith(mark):
            return Encoding(name, codec)
    return None


def _wide(head: bytes) -> Encoding | None:
    """Return UTF-16 without a mark: of text that is mostly ASCII, every other byte is zero."""
    half = max(1, len(head) // 2)
    first, second = head[0::2].count(0) / half, head[1::2].count(0) / half
    if second > 0.4 and first < 0.1:
        return Encoding("utf-16-le", "utf-16-le")
    if first > 0.4 and second < 0.1:
        return Encoding("utf-16-be", "utf-16-be")
    return None


def _narrow(path: Path) -> Encoding:
    decoder = codecs.getincrementaldecoder("utf-8")()
    before = b""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                return _not_utf8(before + chunk + file.read(CHUNK))
            before = chunk[-4:]  # a character may lie across the edge
    # What ends within a character was cut off; it is UTF-8 all the same.
    return Encoding("utf-8", "utf-8")


def _not_utf8(part: bytes) -> Encoding:
    characters = _IN_UTF8.findall(part)
    others = len(_HIGH.findall(part)) - sum(map(len, characters))
    if len(characters) >= others:
        return Encoding("utf-8", "utf-8", _BEYOND_UTF8)
    telling = b"\n".join(_NEAR_HIGH.findall(part))
    best = max(_EIGHT_BIT, key=lambda each: _plausible(telling.decode(each[1], "replace")))
    return Encoding(*best)


def _plausible(text: str) -> int:
    """Return how many of the characters beyond ASCII stand where they make sense."""
    return len(_PLAUSIBLE.findall(text))


def _check_text(head: str) -> None:
    if len(_CONTROL.findall(head)) > len(head) // 50:
        raise UnreadableTable(
            "This file is neither a spreadsheet nor text. Save the stock as XLSX or CSV and upload"
            " that file."
        )
