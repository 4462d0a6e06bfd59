"""How many feeds may be at work in one web process, so that buyers are served all the same."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings

from carslink.api.refusals import TooMany

_feeds = threading.BoundedSemaphore(settings.FEEDS_AT_ONCE)
_big_feeds = threading.BoundedSemaphore(settings.BIG_FEEDS_AT_ONCE)


@contextmanager
def a_feed() -> Iterator[None]:
    """Hold one of the places for feeds; raises TooMany at once where all are taken."""
    if not _feeds.acquire(blocking=False):
        raise TooMany("body", "too many feeds at once; send this one again in a moment", 1)
    try:
        yield
    finally:
        _feeds.release()


@contextmanager
def turn_for(size: int) -> Iterator[None]:
    """Wait for the turn of a body of so many bytes: big ones go one after another."""
    if size < settings.BIG_FEED_BYTES:
        yield
        return
    if not _big_feeds.acquire(timeout=settings.FEED_WAIT.total_seconds()):
        raise TooMany("body", "too many big feeds at once; send this one again shortly", 5)
    try:
        yield
    finally:
        _big_feeds.release()
