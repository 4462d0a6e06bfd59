"""Which of the vehicles that were found come first: `docs/search.md` tells it to people.

A listing's standing is a moment: when it was first listed, and later by some days for what it tells
buyers. As time passes every listing ages alike, so that their order stays and nothing has to be
indexed again. Words and preferences come before it: they make a score, which the standing weighs.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Any

import numpy as np

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

TITLE_WORTH = 0.5
"""What it adds to a vehicle's score that all the words are in its title."""

WINDOW = 200
"""Places among which dealers take turns, from the first on: pages are cut out of windows."""

FEW = 3
"""Vehicles of one dealer in a row, where the best-placed ones are all its own."""

MOST = 19
"""Vehicles of one dealer in a row while the window has others': these are held back for it."""


def standing(listing: Listing) -> int:
    """Return a listing's standing, in seconds since 1970."""
    images = min(len(listing.images), IMAGES_WORTH)
    described = min(len(listing.description or ""), DESCRIPTION_LENGTH) / DESCRIPTION_LENGTH
    known = sum(getattr(listing, name) is not None for name in FACTS) / len(FACTS)
    days = images + DESCRIPTION_WORTH * described + FACTS_WORTH * known + SPREAD * _chance(listing)
    return max(0, int(listing.created_at.timestamp() + days * DAY))


def weight(standing: int) -> float:
    """Return the number by which the index multiplies scores: it takes log2(2 + number)."""
    return float(2 ** times(standing) - 2)


def times(standing: Any) -> Any:
    """Return the number, or the numbers, by which standings multiply scores."""
    return 1 + np.maximum(0, standing - _BEGINNING) / _DOUBLE


def varied(sellers: Sequence[object]) -> list[int]:
    """Return the places of a window in an order in which dealers take turns.

    The best-placed vehicle is next, but after `FEW` of one dealer the best of another. A dealer
    with so many that the others' could not part them into runs of `MOST` is next until they can.
    """
    waiting = Counter(sellers)
    large = [seller for seller, count in waiting.items() if count > MOST]
    if not large and max((len(list(run)) for _, run in groupby(sellers)), default=0) <= FEW:
        return list(range(len(sellers)))
    left = list(range(len(sellers)))
    order: list[int] = []
    last, run = None, 0
    while left:
        due = [each for each in large if waiting[each] > MOST * (len(left) - waiting[each])]
        if due and (due[0] != last or run < MOST):
            place = next(place for place in left if sellers[place] == due[0])
        elif run >= FEW:
            place = next((place for place in left if sellers[place] != last), left[0])
        else:
            place = left[0]
        left.remove(place)
        order.append(place)
        run = run + 1 if sellers[place] == last else 1
        last = sellers[place]
        waiting[last] -= 1
    return order


def _chance(listing: Listing) -> float:
    """Return a number from 0 to 1 that is a listing's own for good."""
    digest = hashlib.blake2s(str(listing.pk).encode(), digest_size=4).digest()
    return int.from_bytes(digest) / 2**32
