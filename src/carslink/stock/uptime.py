"""When Carslink could take feeds, and when not: the latter does not count against any listing."""

from datetime import datetime, timedelta

from django.db import connection

BEAT_EVERY = timedelta(seconds=15)
# A beat that comes later than this was missed: the time since the one before is an outage.
MISSED_AFTER = timedelta(seconds=60)

_BEAT = """
INSERT INTO stock_heartbeat AS beat (id, at) VALUES (1, clock_timestamp())
ON CONFLICT (id) DO UPDATE SET at = greatest(beat.at, EXCLUDED.at)
"""
_OUTAGE = """
INSERT INTO stock_outage (since, until)
SELECT at, clock_timestamp() FROM stock_heartbeat
WHERE at < clock_timestamp() - make_interval(secs => %s) FOR UPDATE
"""


def beat() -> None:
    """Say that feeds can be taken now; called by every web process, every `BEAT_EVERY`.

    The first beat after a silence notes how long it was.
    """
    with connection.cursor() as cursor:
        cursor.execute(_OUTAGE, (MISSED_AFTER.total_seconds(),))
        cursor.execute(_BEAT)


def takes_feeds(now: datetime) -> bool:
    """Whether feeds can be taken, as far as the last beat tells."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT at FROM stock_heartbeat")
        row = cursor.fetchone()
    return row is not None and now - row[0] <= MISSED_AFTER


def moment_before(now: datetime, span: timedelta) -> datetime:
    """Return when `span` of time in which feeds could be taken began, ending now."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT since, until FROM stock_outage ORDER BY until DESC")
        outages = cursor.fetchall()
    return _moment_before(now, span, outages)


def _moment_before(
    now: datetime, span: timedelta, outages: list[tuple[datetime, datetime]]
) -> datetime:
    """Walk back from now through outages, the latest first, that take nothing off the span."""
    edge, left = now, span
    for since, until in outages:
        end = min(until, edge)
        if end <= since:
            continue  # an overlapping outage has been walked over already
        if edge - end >= left:
            break
        left -= edge - end
        edge = since
    return edge - left


def forget_outages(before: datetime) -> None:
    """Drop outages that no listing is old enough for any more."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM stock_outage WHERE until < %s", (before,))
