"""The log of changes: a clock, a narrow table, and a bell.

Whoever changes listings writes their rows first and then, last before the commit, calls `number`:
the clock's row lock makes the order of numbers the order of commits, so that a follower which has
seen number n has seen all that was ever numbered up to n. A plain sequence does not do that: one
test lost a quarter of the rows to numbers that became visible late.
"""

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

import psycopg
from django.db import connection

BELL = "stock_changed"

_TICK = "UPDATE stock_clock SET n = n + 1 RETURNING n"
_LOG = """
INSERT INTO stock_change (listing_id, n) SELECT id, %s FROM unnest(%s::bigint[]) AS id
ON CONFLICT (listing_id) DO UPDATE SET n = EXCLUDED.n
"""
_SINCE = """
SELECT n, listing_id FROM stock_change
WHERE (n, listing_id) > (%s, %s) ORDER BY n, listing_id LIMIT %s
"""
_GONE = f"""
SELECT ahead.n, ahead.listing_id FROM ({_SINCE}) AS ahead
JOIN stock_listing ON stock_listing.id = ahead.listing_id
WHERE stock_listing.state <> 'live' ORDER BY ahead.n, ahead.listing_id
"""
_REPORT = """
INSERT INTO stock_follower (name, place, n, epoch, reported_at) VALUES (%s, %s, %s, %s, now())
ON CONFLICT (name, place)
DO UPDATE SET n = EXCLUDED.n, epoch = EXCLUDED.epoch, reported_at = EXCLUDED.reported_at
"""
_FOLLOWED = """
SELECT min(CASE WHEN f.epoch = c.epoch THEN f.n ELSE 0 END)
FROM stock_follower f, stock_clock c
WHERE f.name = %s AND f.reported_at > now() - make_interval(secs => %s)
"""
AT_WORK = timedelta(minutes=10)  # a place that has been silent longer has been given up


@dataclass(frozen=True, order=True)
class Position:
    """How far a follower has come: all before it is done."""

    n: int = 0
    listing: int = 0


def number(listings: Sequence[int]) -> int | None:
    """Number these listings as changed and ring the bell; None where there are none.

    Must be the last thing that a transaction does: it holds the clock until the commit.
    """
    if not listings:
        return None
    with connection.cursor() as cursor:
        cursor.execute(_TICK)
        n: int = cursor.fetchone()[0]
        cursor.execute(_LOG, (n, sorted(set(listings))))
        cursor.execute("SELECT pg_notify(%s, %s)", (BELL, str(n)))
    return n


def clock() -> tuple[int, uuid.UUID]:
    """Return the number of the last change, and the epoch in which numbers may be compared."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT n, epoch FROM stock_clock")
        n, epoch = cursor.fetchone()
    return n, epoch


def since(position: Position, limit: int) -> list[Position]:
    """Return what changed after a position, oldest first, at most `limit` listings."""
    with connection.cursor() as cursor:
        cursor.execute(_SINCE, (position.n, position.listing, limit))
        return [Position(n, listing) for n, listing in cursor.fetchall()]


def gone_since(position: Position, among: int) -> list[Position]:
    """Return which of the next changes after a position, so many at most, are of listings that are
    not live any more."""
    with connection.cursor() as cursor:
        cursor.execute(_GONE, (position.n, position.listing, among))
        return [Position(n, listing) for n, listing in cursor.fetchall()]


def report(name: str, place: str, n: int, epoch: uuid.UUID) -> None:
    """Say how far a follower has come; all changes up to `n` are done."""
    with connection.cursor() as cursor:
        cursor.execute(_REPORT, (name, place, n, epoch))


def followed(name: str) -> int:
    """Return up to which number a follower has done all, in every place where it is at work.

    0 where it is at work nowhere.
    """
    with connection.cursor() as cursor:
        cursor.execute(_FOLLOWED, (name, AT_WORK.total_seconds()))
        return int(cursor.fetchone()[0] or 0)


def begin_epoch() -> None:
    """Make every follower start at zero: numbers before this cannot be compared with later ones."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE stock_clock SET epoch = %s", (uuid.uuid4(),))


def notice_another_cluster() -> bool:
    """Begin an epoch where the database has been moved to another cluster, as by a restored dump.

    Returns whether it has. The clock starts out without a cluster, and then just takes this one.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT system_identifier::text FROM pg_control_system()")
        here = cursor.fetchone()[0]
        cursor.execute("SELECT cluster FROM stock_clock")
        before = cursor.fetchone()[0]
        cursor.execute(
            "UPDATE stock_clock SET cluster = %s WHERE cluster IS DISTINCT FROM %s", (here, here)
        )
    if before in ("", here):
        return False
    begin_epoch()
    return True


@contextmanager
def bell(dsn: str) -> Iterator[psycopg.Connection]:
    """Open a connection of its own that hears the bell: see `wait`."""
    with psycopg.connect(dsn, autocommit=True) as listening:
        listening.execute(f"LISTEN {BELL}")
        yield listening


def wait(listening: psycopg.Connection, seconds: float) -> None:
    """Return when the bell rings, or after so many seconds."""
    for _ in listening.notifies(timeout=seconds, stop_after=1):
        return
