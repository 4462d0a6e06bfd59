"""The texts of a long workbook, which XLSX keeps in one list for all its cells.

Excel writes each different text once, and cells say its number. A list of 200,000 vehicles with
their pictures has two million of them, and calamine would hold them all for each part of the sheet
that it is given: 290 MB instead of 160. So a part gets a list of its own, of the texts that its
cells say. They are looked up on disk, where they are written no further than the cells have
said so far: Excel numbers texts in the order in which they first stand.
"""

import re
import tempfile
from array import array
from collections.abc import Iterator
from itertools import accumulate
from typing import IO

READ = 1 << 20
LONGEST = 4 * 1024**2  # bytes of one text's XML, far more than the 32,767 characters of a cell

_BEGINS = re.compile(rb"<sst\b[^>]*>")
_SAYS = b't="s"><v>'  # how Excel, LibreOffice and Google write that a cell says a text's number
_OTHERWISE = (b"t='s'", b"t =", b"t= ", b"<![CDATA[")  # other ways to write it, or what looks so
_ENDS = b"</si>"
_HEAD = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


class UnusualError(ValueError):
    """The XML is not written the usual way: calamine is to read it as it is."""


class Strings:
    """The list of texts, read from its XML as far as is needed. Raises UnusualError."""

    def __init__(self, xml: IO[bytes]) -> None:
        self._xml = xml
        self._known = tempfile.TemporaryFile(prefix="carslink-texts-")  # noqa: SIM115
        self._ends = array("Q", [0])  # of each text, in the file
        head = xml.read(READ)
        begins = _BEGINS.search(head)
        if begins is None:
            raise UnusualError
        self._rest = head[begins.end() :]

    def of(self, rows: bytes) -> tuple[bytes, bytes]:
        """Return rows whose cells say numbers of a list of their own, and the XML of that list.

        Raises UnusualError.
        """
        first, *cells = rows.split(_SAYS)
        if rows.count(b't="s"') != len(cells) or any(each in rows for each in _OTHERWISE):
            raise UnusualError
        said = [cell[: cell.find(b"<")] for cell in cells]
        number = {old: b"%d" % new for new, old in enumerate(dict.fromkeys(said))}
        wanted = [int(each) for each in number if each.isdigit()]
        if len(wanted) != len(number):
            raise UnusualError
        self._read_to(max(wanted, default=-1))
        renumbered = [number[old] + cell[len(old) :] for old, cell in zip(said, cells, strict=True)]
        texts = b"".join((_HEAD, *self._texts(wanted), b"</sst>"))
        return _SAYS.join((first, *renumbered)), texts

    def _texts(self, wanted: list[int]) -> Iterator[bytes]:
        """Yield the XML of texts; what stands side by side is read in one piece."""
        first = 0
        for last, number in enumerate(wanted):
            if last + 1 < len(wanted) and wanted[last + 1] == number + 1:
                continue
            begins = self._ends[wanted[first]]
            self._known.seek(begins)
            yield self._known.read(self._ends[number + 1] - begins)
            first = last + 1

    def _read_to(self, last: int) -> None:
        """Read on until a text is known."""
        self._known.seek(self._ends[-1])
        while len(self._ends) <= last + 1:
            more = self._xml.read(READ)
            read = self._rest + more
            cut = read.rfind(_ENDS) + len(_ENDS)
            if cut >= len(_ENDS):
                self._write(read[:cut].replace(b"<si/>", b"<si></si>"))
                self._rest = read[cut:]
            elif more and len(read) <= LONGEST:
                self._rest = read
            else:
                raise UnusualError  # a cell says a text that is not there

    def _write(self, texts: bytes) -> None:
        """Write whole texts, and where each ends."""
        *each, _ = texts.split(_ENDS)
        if texts.count(b"<si>") + texts.count(b"<si ") != len(each) or b"<![CDATA[" in texts:
            raise UnusualError
        self._known.write(texts)
        lengths = (len(text) + len(_ENDS) for text in each)
        self._ends.extend(list(accumulate(lengths, initial=self._ends[-1]))[1:])
