"""What is kept for a time and then no longer: history, feeds and their bodies."""

from datetime import datetime

from django.conf import settings
from django.db import connection
from django.utils import timezone

from carslink.stock import write

BATCH = 20_000

_HISTORY = """
DELETE FROM stock_history WHERE id IN (SELECT id FROM stock_history WHERE at < %s LIMIT %s)
"""
_PAYLOADS = """
DELETE FROM stock_payload WHERE feed_id IN (
    SELECT p.feed_id FROM stock_payload p JOIN stock_feed f ON f.id = p.feed_id
    WHERE f.accepted_at < %s LIMIT %s)
"""
_FEEDS = """
DELETE FROM stock_feed WHERE id IN (SELECT id FROM stock_feed WHERE accepted_at < %s LIMIT %s)
"""
_FOLLOWERS = """
DELETE FROM stock_follower WHERE (name, place) IN (
    SELECT name, place FROM stock_follower WHERE reported_at < %s LIMIT %s)
"""


def tidy(now: datetime | None = None) -> dict[str, int]:
    """Forget what has been kept long enough; returns how many rows of each went."""
    now = now or timezone.now()
    old = now - settings.HISTORY_KEPT
    gone = {
        "history": _in_batches(_HISTORY, old),
        "payloads": _in_batches(
            _PAYLOADS, now - min(settings.PAYLOADS_KEPT, settings.HISTORY_KEPT)
        ),
    }
    _in_batches(write.FORGET_TAKERS, old)  # feeds of that age can take nothing back any more
    gone["feeds"] = _in_batches(_FEEDS, old)
    gone["followers"] = _in_batches(_FOLLOWERS, old)
    return gone


def _in_batches(statement: str, before: datetime) -> int:
    """Delete in steps, each its own transaction, so that no lock is held for long."""
    gone = 0
    while True:
        with connection.cursor() as cursor:
            cursor.execute(statement, (before, BATCH))
            deleted = int(cursor.rowcount)
        gone += deleted
        if deleted < BATCH:
            return gone
