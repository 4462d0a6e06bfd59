"""What is kept for a time and then no longer: history, and the bodies of feeds."""

from datetime import datetime

from django.conf import settings
from django.db import connection
from django.utils import timezone

BATCH = 20_000

_HISTORY = """
DELETE FROM stock_history WHERE id IN (SELECT id FROM stock_history WHERE at < %s LIMIT %s)
"""
_PAYLOADS = """
DELETE FROM stock_payload WHERE feed_id IN (
    SELECT p.feed_id FROM stock_payload p JOIN stock_feed f ON f.id = p.feed_id
    WHERE f.accepted_at < %s LIMIT %s)
"""


def tidy(now: datetime | None = None) -> tuple[int, int]:
    """Forget old history and old payloads; returns how many rows of each went."""
    now = now or timezone.now()
    return (
        _in_batches(_HISTORY, now - settings.HISTORY_KEPT),
        _in_batches(_PAYLOADS, now - settings.PAYLOADS_KEPT),
    )


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
