"""What a dealer settled on for a header row: its next table of that header needs no asking.

Another dealer's is never looked at: what a column is called, and what it means, is the business of
whoever wrote it.
"""

import hashlib
import unicodedata
from collections.abc import Sequence

from django.utils import timezone

from carslink.upload.models import Remembered, Upload


def fingerprint(header: Sequence[str], width: int) -> bytes | None:
    """Return a hash of the names of columns, in their order; None where there is no header.

    Case, spaces and punctuation do not matter; signs of currencies do, since a price in euros is
    another column than one in pounds. Columns without a header could be any others.
    """
    names = [_plain(name) for name in header]
    if not any(names):
        return None
    text = "\n".join([str(width), *names])
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


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
    header = fingerprint(upload.table["header"], upload.table["width"])
    if header is None:
        return
    settled = {
        "chosen": upload.chosen, "defaults": upload.defaults, "used_at": timezone.now(),
    }  # fmt: skip
    mode = {"mode": upload.mode}
    Remembered.objects.update_or_create(
        dealer=upload.dealer,
        header=header,
        defaults=settled if upload.table.get("is_mended") else settled | mode,
        create_defaults=settled | mode,
    )


def recall(upload: Upload) -> Remembered | None:
    """Return how the dealer had a table of this header read the last time."""
    header = fingerprint(upload.table["header"], upload.table["width"])
    if header is None:
        return None
    return Remembered.objects.filter(dealer=upload.dealer, header=header).first()
