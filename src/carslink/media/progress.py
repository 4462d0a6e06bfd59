"""How far listings' photographs are, told to `stock` for whoever shows or reports it."""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from django.db import connection

from carslink.media.models import Address
from carslink.stock import made
from carslink.stock.made import FAILED, ON_CARD, WARNING, PicturesOf

BATCH = 500  # listings
WIDE_ENOUGH = 800
"""Pixels; what is narrower looks soft on a vehicle's own page."""
OFTEN = 4
"""So many times the same photograph is a mistake; three may be a placeholder of the dealer's."""

# Parameters by which hosts of files say that an address is signed and ends: Amazon's, Google's,
# Azure's (`sig` with `se`) and others'.
_SIGNED = re.compile(r"[?&](?:x-(?:amz|goog)-[a-z-]+|expires|signature|sig|se)=", re.IGNORECASE)

_OF = """
SELECT b.listing, a.url, a.state, a.attempts, a.reason, p.name, p.width, p.height,
       p.placeholder
FROM media_album b
CROSS JOIN unnest(b.addresses) WITH ORDINALITY u(id, place)
JOIN media_address a ON a.id = u.id
LEFT JOIN media_picture p ON p.id = a.picture_id
WHERE b.listing = ANY(%s)
ORDER BY b.listing, u.place
"""
_NAMING = "SELECT listing FROM media_album WHERE addresses && %s::bigint[]"


class _Use(NamedTuple):
    """An address as a listing has it; the columns of `_OF`."""

    listing: int
    url: str
    state: str
    attempts: int
    reason: str
    name: str | None
    width: int
    height: int
    placeholder: bytes | None


def report(listings: Sequence[int]) -> None:
    """Tell `stock` how far these listings are. Must be last in its transaction: it numbers them."""
    made.hand_back(_told(listings))


def naming(addresses: Sequence[int]) -> list[int]:
    """Return the listings that name any of these addresses."""
    with connection.cursor() as cursor:
        cursor.execute(_NAMING, (list(addresses),))
        return sorted(listing for (listing,) in cursor.fetchall())


def is_signed(url: str) -> bool:
    """Whether an address looks as though it ends one day."""
    return _SIGNED.search(url) is not None


def _told(listings: Sequence[int]) -> Iterator[list[PicturesOf]]:
    for start in range(0, len(listings), BATCH):
        with connection.cursor() as cursor:
            cursor.execute(_OF, (list(listings[start : start + BATCH]),))
            uses = [_Use(*row) for row in cursor.fetchall()]
        yield [_of(list(its)) for _, its in groupby(uses, key=lambda use: use.listing)]


def _of(uses: list[_Use]) -> PicturesOf:
    """Return how far one listing is."""
    kept = [use for use in uses if use.name is not None]
    failed = [use for use in uses if use.name is None and use.state == Address.State.FAILED]
    first = kept[0].placeholder if kept else None
    return PicturesOf(
        listing=uses[0].listing,
        total=len(uses),
        done=len(kept),
        failed=len(failed),
        settled=all(
            use.name is not None or use.state == Address.State.FAILED or _was_tried(use)
            for use in uses[:ON_CARD]
        ),
        placeholder=b64encode(first).decode() if first else "",
        shown=_shown(kept),
        notes=[(FAILED, use.url, use.reason) for use in failed] + _warnings(uses, kept),
    )


def _was_tried(use: _Use) -> bool:
    """Whether an address has been tried in vain, and may be missing for long."""
    return use.attempts > 0 and use.state == Address.State.RESTING


def _shown(kept: list[_Use]) -> list[made.Shown]:
    """Return the photographs of a listing, each once: two addresses may lead to the same."""
    once = {use.name: use for use in kept}
    return [(name, use.width, use.height) for name, use in once.items() if name is not None]


def _warnings(uses: list[_Use], kept: list[_Use]) -> list[made.Note]:
    """Return what a partner should know of photographs that could be kept all the same."""
    signed = "the address looks signed or expiring; send one that lasts"
    told = [(WARNING, use.url, signed) for use in uses if is_signed(use.url)]
    told += [
        (WARNING, use.url, f"it is only {use.width} px wide; send {WIDE_ENOUGH} px or more")
        for use in kept
        if use.width < WIDE_ENOUGH
    ]
    often = Counter(use.name for use in kept)
    told += [
        (WARNING, use.url, f"the same photograph is there {count} times")
        for name, count in often.items()
        if count >= OFTEN
        for use in kept
        if use.name == name
    ]
    return told
