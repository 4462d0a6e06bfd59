"""How many feeds may be at work in one web process, so that others are served all the same."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from django.conf import settings

from carslink.api.refusals import TooMany
from carslink.partners.models import Partner

_changing = threading.Lock()
_at_work: Counter[int] = Counter()  # feeds of each partner, the waiting and the arriving included
_big_turn = threading.BoundedSemaphore(settings.BIG_FEEDS_AT_ONCE)


@contextmanager
def a_feed(partner: Partner) -> Iterator[Callable[[], None]]:
    """Hold one of the places for feeds; raises TooMany at once where none is to be had.

    Yields a function to be called as soon as the feed turns out to be big: it waits for the turn
    of big ones, which go one after another so that memory holds only so many, and keeps it until
    the feed is done. It raises TooMany when the turn does not come in time.
    """
    _take_place(partner.pk)
    with ExitStack() as held:
        held.callback(_give_place, partner.pk)
        waited: list[bool] = []

        def wait_for_turn() -> None:
            if not waited:
                if not _big_turn.acquire(timeout=settings.FEED_WAIT.total_seconds()):
                    raise TooMany("body", "too many big feeds at once; send this one again", 5)
                waited.append(True)
                held.callback(_big_turn.release)

        yield wait_for_turn


def _take_place(partner: int) -> None:
    """Take a place, unless all are taken, or all that one partner may have."""
    with _changing:
        if (
            _at_work.total() >= settings.FEEDS_AT_ONCE
            or _at_work[partner] >= settings.FEEDS_OF_A_PARTNER
        ):
            raise TooMany("body", "too many feeds at once; send this one again in a moment", 1)
        _at_work[partner] += 1


def _give_place(partner: int) -> None:
    with _changing:
        _at_work[partner] -= 1
        if not _at_work[partner]:
            del _at_work[partner]
