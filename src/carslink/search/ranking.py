"""Which of the vehicles that were found come first: `docs/search.md` tells it to people.

A listing's standing is a moment: when it was first listed, and later by some days for what it tells
buyers. As time passes every listing ages alike, so that their order stays and nothing has to be
indexed again. Words and preferences come before it: they make a score, which the standing weighs.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence

from carslink.stock.models import Listing

DAY = 24 * 60 * 60  # seconds

IMAGES_WORTH = 20  # days, for as many pictures or more
DESCRIPTION_WORTH = 10  # days, for so many characters or more:
DESCRIPTION_LENGTH = 400
FACTS_WORTH = 10  # days, where all of these are known:
FACTS = ("variant", "fuel", "transmission", "colour", "condition", "engine_size")
SPREAD = 10  # days at most, by chance: a dealer's feed arrives in one moment, and mixes with others

_BEGINNING = 1_577_836_800  # 2020 began, in seconds since 1970
_DOUBLE = 3_650 * DAY  # a listing as much newer than another weighs twice as much, at first

WINDOW = 200
"""Places among which dealers take turns, from the first on: pages are cut out of windows."""

STEP = 10
"""Places by which each further vehicle of one dealer steps back, among those of a window: in one
of 200, nobody has twenty in a row where another dealer's vehicle could stand between."""


def standing(listing: Listing) -> int:
    """Return a listing's standing, in seconds since 1970."""
    images = min(len(listing.images), IMAGES_WORTH)
    described = min(len(listing.description or ""), DESCRIPTION_LENGTH) / DESCRIPTION_LENGTH
    known = sum(getattr(listing, name) is not None for name in FACTS) / len(FACTS)
    days = images + DESCRIPTION_WORTH * described + FACTS_WORTH * known + SPREAD * _chance(listing)
    return max(0, int(listing.created_at.timestamp() + days * DAY))


def weight(standing: int) -> float:
    """Return the number by which the index multiplies scores: it takes log2(2 + number)."""
    times: float = 1 + max(0, standing - _BEGINNING) / _DOUBLE
    return float(2**times - 2)


def varied(sellers: Sequence[object]) -> list[int]:
    """Return the places of a window in an order in which dealers take turns.

    The k-th vehicle of a dealer steps back by k times `STEP` places, and no further: a dealer who
    alone has what was asked for keeps the first places, and others come in between as near as
    they stand. A window without two vehicles of one dealer keeps its order.
    """
    seen: Counter[object] = Counter()
    keys = []
    for place, seller in enumerate(sellers):
        keys.append((place + STEP * seen[seller], place))
        seen[seller] += 1
    return [place for _, place in sorted(keys)]


def _chance(listing: Listing) -> float:
    """Return a number from 0 to 1 that is a listing's own for good."""
    digest = hashlib.blake2s(str(listing.pk).encode(), digest_size=4).digest()
    return int.from_bytes(digest) / 2**32
