"""A sentence as tokens that know where they stand in it."""

import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

# Units that people write straight after a number: "10k" is two tokens, "320d" is one.
_GLUED_UNITS = (
    "k|kms?|cc|litres?|ltrs?|miles?|mi|kg|kgs|plate|reg|yrs?|years?|grand|thousand|pounds|gbp|onwards|"
    "hrs?|hours?|mins?|minutes?|cm3|m3|mpg|bhp|hp|ps|drs?|door|doors|seater|seats?"
)
_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"
    r"|(?<![\d.,])(?:1\d\d|[1-9]\d?) (?:000|\d{3}(?= *(?:miles|mi|pounds|quid)(?![^\W_]))"
    r"|(?<=£\d )\d{3}|(?<=£\d\d )\d{3})(?![\d,.]| \d{3}(?!\d))"
    r"|\d+,\d{1,2}(?= ?(?:k|grand|thousand|l|litres?)(?![^\W_]))|\d+\.\d+|\d+(?=(?:"
    + _GLUED_UNITS
    + r")(?![^\W_]))"
    r"|\d(?=l(?![^\W_])))"
    r"|(?P<word>[^\W_]+(?:['’`][^\W\d_]+)*)"
    r"|(?P<mark>\S)"
)
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
_APOSTROPHES = str.maketrans("", "", "'’`")


@dataclass(frozen=True)
class Token:
    """A word, a number or a mark, folded to lower case without accents.

    `start` and `end` are places in the sentence as it was typed; `glued` says that no space stands
    before it. `text` may differ from what was typed where a slip was mended.
    """

    text: str
    start: int
    end: int
    kind: str
    glued: bool = False
    mended: bool = False

    @property
    def number(self) -> Decimal | None:
        """The number that the token is."""
        if self.kind != "number":
            return None
        return Decimal(self.text.replace(",", ""))

    def mended_to(self, text: str) -> "Token":
        """Return the token with a slip mended."""
        return replace(self, text=text, mended=True)


def tokenise(text: str) -> list[Token]:
    """Return the tokens of a sentence."""
    tokens = []
    end = 0
    for match in _TOKEN.finditer(_folded(text)):
        kind, found = str(match.lastgroup), match.group()
        if kind == "number":
            found = _english(found)
        if kind == "word":
            found = found.translate(_APOSTROPHES)
            kind = "number" if found.isdecimal() and found.isascii() and len(found) < 12 else kind
        if found:
            tokens.append(Token(found, match.start(), match.end(), kind, match.start() == end > 0))
        end = match.end()
    return tokens


def _english(number: str) -> str:
    """Return a number that is written as on the continent as here: "15 000", and "9,5" thousand."""
    number = number.replace(" ", ",")
    return number.replace(",", ".") if _DECIMAL_COMMA.fullmatch(number) else number


def _folded(text: str) -> str:
    """Return the text in lower case without accents, each character in its place."""
    if text.isascii():
        return text.lower()
    return "".join(_folded_character(character) for character in text)


@lru_cache(maxsize=1024)
def _folded_character(character: str) -> str:
    base = unicodedata.normalize("NFKD", character)[:1].lower()[:1] or " "
    return "-" if base in "–—−‐‑" else base
