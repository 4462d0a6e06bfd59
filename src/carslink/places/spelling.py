"""What people type for a postcode, taken apart into its outward and inward code.

Shapes: Royal Mail's Programmers' Guide to PAF. The inward code is a digit and two letters, of
which C, I, K, M, O and V are never used.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import product

OUTWARD = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]?")
FULL = re.compile(r"([A-Z]{1,2}[0-9][0-9A-Z]?)([0-9][ABD-HJLNP-UW-Z]{2})")

SECTOR = re.compile(r"\s*([A-Z]{1,2}[0-9][0-9A-Z]?)\s+([0-9])\s*")
"""A code that breaks off after the first figure: a space is what tells "M1 1" from "M11"."""

_WORDS = re.compile(
    r"\b(POST\s*-?\s*CODE|ZIP(\s*-?\s*CODE)?|UNITED KINGDOM|GREAT BRITAIN|ENGLAND|SCOTLAND|WALES"
    r"|NORTHERN IRELAND|UK|GB)\b"
)
_NOT_CODE = re.compile(r"[^0-9A-Z]+")
_LOOK_ALIKE = {"O": "O0", "0": "0O", "I": "I1L", "1": "1IL", "L": "LI1"}

LETTERS = 26
UNITS = 10 * LETTERS * LETTERS
"""How many inward codes there can be, and one more than the greatest number of one."""

Code = tuple[str, str]
"""An outward code, and the inward code or "" where it stands alone."""


def compact(text: str) -> str:
    """Return the letters and digits alone, in capitals, without words like "Postcode:"."""
    plain = unicodedata.normalize("NFKC", text).upper()
    return _NOT_CODE.sub("", _WORDS.sub(" ", plain))


def split(code: str) -> Code | None:
    """Take a compact code apart; None where it has the shape of neither kind."""
    if found := FULL.fullmatch(code):
        return found[1], found[2]
    return (code, "") if OUTWARD.fullmatch(code) else None


def readings(code: str) -> Iterator[Code]:
    """Yield the other readings of a compact code in which O and 0, or I, 1 and L, were mixed up."""
    if len(code) > 7:
        return
    for letters in product(*(_LOOK_ALIKE.get(letter, letter) for letter in code)):
        reading = "".join(letters)
        if reading != code and (parts := split(reading)):
            yield parts


def unit_number(inward: str) -> int:
    """Return the inward code as a number below `UNITS`, in the order of the codes."""
    first, second = ord(inward[1]) - 65, ord(inward[2]) - 65
    return (int(inward[0]) * LETTERS + first) * LETTERS + second


def unit_range(start: str) -> tuple[int, int]:
    """Return the numbers (first, one past the last) of the inward codes that start like this."""
    lowest, highest = start + "0AA"[len(start) :], start + "9ZZ"[len(start) :]
    return unit_number(lowest), unit_number(highest) + 1
