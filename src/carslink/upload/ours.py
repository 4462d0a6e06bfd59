"""What Carslink writes into tables beside the dealer's own, and takes out when it reads them."""

import re

ROW = "Your row"
REASON = "What to mend"
ADDED = (ROW, REASON)
"""Columns, behind the dealer's."""

# What a spreadsheet may take for a formula: also in the wide forms of East Asian input, and behind
# apostrophes, of which one is taken off.
_LIKE_A_FORMULA = r"'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]"
_FORMULA = re.compile(_LIKE_A_FORMULA)
_MARKED = re.compile(f"'(?={_LIKE_A_FORMULA})")
_PLAIN_NUMBER = re.compile(r"-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?", re.ASCII)


def like_a_formula(cell: str) -> bool:
    """Whether a spreadsheet may do more with a text than show it; it may not with -12.5."""
    return _FORMULA.match(cell) is not None and _PLAIN_NUMBER.fullmatch(cell) is None


def marked(cell: str) -> str:
    """Return a cell of CSV with the apostrophe by which spreadsheets know a text."""
    return f"'{cell}" if like_a_formula(cell) else cell


def unmarked(cell: str) -> str:
    """Return a cell of CSV without the apostrophe."""
    return _MARKED.sub("", cell, count=1)
