"""What a dealer settled on for a header row: its next table of that header needs no asking.

Another dealer's is never looked at: what a column is called, and what it means, is the business of
whoever wrote it.
"""

import hashlib
import unicodedata
from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from carslink.upload import choices
from carslink.upload.models import Remembered, Upload

SCHEME = "units"
"""Part of each hash: those made before signs of currencies counted, or with the table's width, are
not found any more."""

OFTEN = 50
"""Per cent of rows; a column without a name that is filled so often is no stray cell."""


def fingerprint(header: Sequence[str]) -> bytes | None:
    """Return a hash of the names of columns, in their order; None where there is no header.

    Case, spaces and punctuation do not matter; signs of currencies do, since a price in euros is
    another column than one in pounds. What stands beyond the last name may be one stray cell.
    """
    names = [_plain(name) for name in header]
    while names and not names[-1]:
        names.pop()
    if not names:
        return None
    text = "\n".join([SCHEME, *names])
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


def _without_strays(upload: Upload) -> list[str]:
    """Return the choices without those of stray cells, which the next table may not have."""
    chosen, columns = list(upload.chosen), upload.table["columns"]
    while chosen and not chosen[-1] and _is_stray(columns[len(chosen) - 1]):
        chosen.pop()
    return chosen


def _is_stray(column: dict[str, Any]) -> bool:
    return not column["header"] and column["filled"] < OFTEN


def _plain(name: str) -> str:
    return " ".join("".join(map(_kept, name.casefold())).split())


def _kept(char: str) -> str:
    if unicodedata.category(char) == "Sc":
        return f" {char} "
    return char if char.isalnum() else " "


def remember(upload: Upload) -> None:
    """Remember how the dealer had this table read.

    That mended rows are added to stock says nothing of how the whole list is published.
    """
    header = fingerprint(upload.table["header"])
    if header is None:
        return
    settled = {
        "chosen": _without_strays(upload), "defaults": upload.defaults, "used_at": timezone.now(),
    }  # fmt: skip
    mode = {"mode": upload.mode}
    Remembered.objects.update_or_create(
        dealer=upload.dealer,
        header=header,
        defaults=settled if upload.table.get("is_mended") else settled | mode,
        create_defaults=settled | mode,
    )


def recall(upload: Upload) -> Remembered | None:
    """Return how the dealer had a table of this header read the last time.

    None also where it has columns more, without a name, that may be of use: they are asked about.
    Its choices are as many as the table has columns now, and none is in thousands where most
    numbers of its column are not small any more: 900 among them is no slip for 900,000.
    """
    header = fingerprint(upload.table["header"])
    known = Remembered.objects.filter(dealer=upload.dealer, header=header).first()
    if header is None or known is None:
        return None
    columns = upload.table["columns"]
    more = columns[len(known.chosen) :]
    if any(each["choice"] and not _is_stray(each) for each in more):
        return None
    known.chosen = [*known.chosen, *[choices.NONE] * len(more)][: len(columns)]
    for place, (choice, column) in enumerate(zip(known.chosen, columns, strict=False)):
        if column["samples"] and not column["small"]:
            known.chosen[place] = choices.in_full(choice)
    return known
