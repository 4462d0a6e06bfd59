"""A follower of the stock whose cursor is in the database: once for all machines.

Search is not one of them: it keeps its cursor in the index of each machine.
"""

import hashlib
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone

from carslink.stock import changes
from carslink.stock.changes import Position
from carslink.stock.models import Follower

BATCH = 1_000
REPORTS_EVERY = timedelta(seconds=5)
"""A follower with nothing to do says so no more often; after 30 seconds it counts as stuck."""

Take = Callable[[list[int]], None]


def step(name: str, take: Take, limit: int = BATCH) -> bool:
    """Hand the next changed listings to a follower and move its cursor, in one transaction.

    Returns whether there may be more. Where the same follower is at work elsewhere, that one goes
    on and this does nothing. A new epoch of the log begins at zero, so `take` must know what it has
    done already.
    """
    with transaction.atomic():
        n, epoch = changes.clock()
        if _is_up_to_date(name, n, epoch):
            return False
        Follower.objects.get_or_create(
            name=name, place="", defaults={"epoch": epoch, "reported_at": timezone.now()}
        )
        cursor = Follower.objects.select_for_update(skip_locked=True).filter(name=name, place="")
        follower = cursor.first()
        if follower is None:
            return False
        same = follower.epoch == epoch and follower.n <= n
        # All changes up to number n are done, and of the next number those up to a listing.
        reached = Position(follower.n + 1, follower.listing) if same else Position()
        seen = changes.since(reached, limit)
        if seen:
            take([position.listing for position in seen])
        if len(seen) == limit:
            follower.n, follower.listing = seen[-1].n - 1, seen[-1].listing
        else:
            # What the log shows no more has changed again since, under a number yet to come.
            follower.n, follower.listing = max([n, *(position.n for position in seen[-1:])]), 0
        follower.epoch, follower.reported_at = epoch, timezone.now()
        follower.save()
    return len(seen) == limit


def _is_up_to_date(name: str, n: int, epoch: uuid.UUID) -> bool:
    """Whether a follower has taken all there is, and said so lately: there is nothing to write."""
    lately = timezone.now() - REPORTS_EVERY
    return Follower.objects.filter(
        name=name, place="", n=n, listing=0, epoch=epoch, reported_at__gt=lately
    ).exists()


@contextmanager
def alone(name: str) -> Iterator[bool]:
    """Say whether nobody else is at this work; if so, nobody else is until the block ends.

    For work that takes longer than a transaction. PostgreSQL lets go when the process dies.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", (_key(name),))
        mine: bool = cursor.fetchone()[0]
    try:
        yield mine
    finally:
        if mine:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", (_key(name),))


def _key(name: str) -> int:
    """Return the number of a name among PostgreSQL's advisory locks."""
    return int.from_bytes(hashlib.blake2s(name.encode(), digest_size=8).digest(), signed=True)
