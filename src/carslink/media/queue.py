"""What waits, what is under way, and what became of it. All of it runs in one process at a time.

Who comes next of what waits is in `turns.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog
from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils import timezone

from carslink.media import progress
from carslink.media.models import Address, Picture

log = structlog.get_logger(__name__)

PAUSES = [timedelta(minutes=minutes) for minutes in (1, 5, 20, 60, 2 * 60, 4 * 60, 8 * 60, 8 * 60)]
"""Between attempts, unless the host asks for more."""
GIVEN_UP_AFTER = timedelta(days=1)
"""However long the pauses were that hosts asked for, there is one attempt after a day, the last."""
PUT_OFF = PAUSES[:4]
"""Where it was no attempt: as long as this lasts, the last of them again and again."""

WOKEN_AT_ONCE = 5_000
RESTED_AT_ONCE = 5_000
"""Of a host that does not work: others may ask the database before the next ones."""
LONGEST_REASON = 300
OUR_FAULT = "Carslink could not keep it, and tries again"

State = Address.State

_TAKE = """
UPDATE media_address SET state = 'fetching', attempts = attempts + 1, asked_at = %(now)s,
    tried_since = CASE WHEN attempts = 0 THEN %(now)s ELSE coalesce(tried_since, %(now)s) END
WHERE id = ANY(%(ids)s)
  AND EXISTS (SELECT 1 FROM media_album WHERE addresses @> ARRAY[media_address.id])
"""
# Waiting for a vehicle that is no longer for sale.
_LET_GO = """
DELETE FROM media_address
WHERE id = ANY(%(ids)s) AND state = 'waiting' AND picture_id IS NULL
"""
_LET_BE = """
UPDATE media_address SET state = 'kept' WHERE id = ANY(%(ids)s) AND state = 'waiting'
"""
_WAKE = """
UPDATE media_address SET state = 'waiting', due_at = NULL
WHERE id IN (
    SELECT id FROM media_address WHERE state = 'resting' AND due_at <= %s ORDER BY due_at LIMIT %s
)
"""
# One that was under way when its process died may be what killed it: it is not tried at once again.
_RECOVER = """
UPDATE media_address SET
    state = CASE WHEN attempts < 2 THEN 'waiting' ELSE 'resting' END,
    due_at = CASE WHEN attempts < 2 THEN NULL ELSE %(later)s::timestamptz END
WHERE state = 'fetching'
"""
_GIVE_BACK = """
UPDATE media_address SET state = 'waiting', attempts = greatest(attempts - 1, 0),
    tried_since = CASE WHEN attempts > 1 THEN tried_since END
WHERE id = ANY(%s) AND state = 'fetching'
"""
_REST_HOST = """
UPDATE media_address SET
    attempts = attempts + 1, asked_at = %(now)s, reason = %(reason)s,
    tried_since = coalesce(tried_since, %(now)s),
    state = CASE WHEN attempts < %(most)s AND (tried_since IS NULL OR tried_since > %(day_ago)s)
                 THEN 'resting'
                 WHEN picture_id IS NOT NULL THEN 'kept' ELSE 'failed' END,
    due_at = %(now)s + (%(pauses)s::interval[])[least(attempts, %(most)s - 1) + 1]
WHERE id IN (
    SELECT id FROM media_address
    WHERE state = 'waiting' AND priority IN (0, 1, 2) AND host = %(host)s LIMIT %(at_once)s
)
RETURNING id, state
"""
# What has not been tried itself keeps its turn: a host may fail with the newest addresses alone.
_DOUBT_HOST = """
UPDATE media_address SET
    reason = %(reason)s,
    state = CASE WHEN is_over AND picture_id IS NOT NULL THEN 'kept' WHEN is_over THEN 'failed'
                 ELSE state END,
    tried_since = CASE WHEN is_over THEN tried_since ELSE %(now)s END
FROM (
    SELECT id AS waits, coalesce(
        tried_since <= %(day_ago)s AND NOT (%(anew)s AND attempts = 0), false
    ) AS is_over
    FROM media_address
    WHERE state = 'waiting' AND priority IN (0, 1, 2) AND host = %(host)s
      AND (tried_since IS NULL OR tried_since <= %(day_ago)s
           OR %(anew)s AND attempts = 0 AND tried_since < %(now)s)
    LIMIT %(at_once)s
) found
WHERE id = waits
RETURNING id, state
"""
_KEEP = """
INSERT INTO media_picture (name, width, height, placeholder, kept_at)
VALUES (%(name)s, %(width)s, %(height)s, %(placeholder)s, %(now)s)
ON CONFLICT (name) DO UPDATE SET unused_since = NULL
RETURNING id
"""


@dataclass(frozen=True, slots=True)
class Job:
    """An address to ask for; `name` is that of the photograph that there is of it."""

    id: int
    priority: int
    dealer: int
    url: str
    host: str
    etag: str
    last_modified: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Kept:
    """A photograph whose files are in the storage; without dimensions it was known before."""

    name: str
    width: int = 0
    height: int = 0
    placeholder: bytes = b""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an address: `kept`, or `unchanged`, or a reason and whether it is final.

    `wait` is how many seconds its host asked to wait. It was no attempt where a host was busy, or
    where the fault is ours.
    """

    id: int
    kept: Kept | None = None
    unchanged: bool = False
    reason: str = ""
    final: bool = False
    etag: str = ""
    last_modified: str = ""
    wait: float = 0.0
    is_attempt: bool = True

    @classmethod
    def ours(cls, id_: int) -> "Outcome":
        """Return that it is our fault: no address fails for it."""
        return cls(id_, reason=OUR_FAULT, is_attempt=False)


@dataclass(frozen=True, slots=True)
class Down:
    """A host that does not work, and why."""

    reason: str
    answers: bool = False
    """It can be reached, and fails all the same: not all of its addresses need to fail."""
    anew: bool = False
    """It has worked since it failed before: the day that it is given begins now."""
    at: datetime = field(default_factory=timezone.now)


def take(ids: Sequence[int]) -> list[Job]:
    """Write down that these are being fetched, and leave out what nobody wants any more."""
    if not ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, {"ids": list(ids), "now": timezone.now()})
        if cursor.rowcount < len(ids):
            cursor.execute(_LET_GO, {"ids": list(ids)})
            cursor.execute(_LET_BE, {"ids": list(ids)})
    fetching = Address.objects.filter(pk__in=ids, state=State.FETCHING).select_related("picture")
    return [
        Job(
            each.pk,
            each.priority,
            each.dealer,
            each.url,
            each.host,
            each.etag,
            each.last_modified,
            each.picture.name if each.picture else None,
        )
        for each in fetching
    ]


def wake() -> bool:
    """Let some wait for their turn whose pause is over; returns whether there may be more."""
    with connection.cursor() as cursor:
        cursor.execute(_WAKE, [timezone.now(), WOKEN_AT_ONCE])
        return bool(cursor.rowcount == WOKEN_AT_ONCE)


def recover() -> int:
    """Take care of what a process left that died while it fetched; returns how many."""
    with connection.cursor() as cursor:
        cursor.execute(_RECOVER, {"later": timezone.now() + PAUSES[0]})
        return int(cursor.rowcount)


def give_back(ids: Sequence[int]) -> None:
    """Let addresses wait again that were taken and not asked for to the end."""
    with connection.cursor() as cursor:
        cursor.execute(_GIVE_BACK, [list(ids)])


def known(name: str) -> bool:
    """Whether a photograph of this name is kept, and will not go before it is used."""
    return Picture.objects.filter(name=name, unused_since__isnull=True).exists()


def enter(kept: Kept, now: datetime) -> int:
    """Return the id of a photograph, entered if it is new."""
    if not kept.width:
        return Picture.objects.get(name=kept.name).pk
    with connection.cursor() as cursor:
        cursor.execute(
            _KEEP,
            {
                "name": kept.name,
                "width": kept.width,
                "height": kept.height,
                "placeholder": kept.placeholder,
                "now": now,
            },
        )
        return int(cursor.fetchone()[0])


def record(outcomes: Sequence[Outcome]) -> None:
    """Write down what became of addresses, and tell the listings that name them.

    An outcome that cannot be written costs the others nothing. Raises the database's errors when it
    goes away.
    """
    try:
        _record(outcomes)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        for outcome in outcomes:
            _record_alone(outcome)


def _record_alone(outcome: Outcome) -> None:
    """Write down one outcome; where that cannot be done, that its address is to be tried again."""
    try:
        _record([outcome])
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        log.exception("what became of an address cannot be written down", address=outcome.id)
        _record([Outcome.ours(outcome.id)])


def _record(outcomes: Sequence[Outcome]) -> None:
    with transaction.atomic():
        now = timezone.now()
        touched = [outcome.id for outcome in outcomes]
        addresses = Address.objects.in_bulk(touched)
        for outcome in outcomes:
            if outcome.id in addresses:
                _note(addresses[outcome.id], outcome, now)
        Address.objects.bulk_update(
            addresses.values(),
            [
                "state",
                "attempts",
                "tried_since",
                "put_off",
                "due_at",
                "reason",
                "etag",
                "last_modified",
                "picture",
            ],
        )
        progress.report(progress.naming(touched))


def _note(address: Address, outcome: Outcome, now: datetime) -> None:
    """Change an address by what became of it."""
    address.reason = outcome.reason[:LONGEST_REASON]
    if outcome.kept is not None:
        address.picture_id = enter(outcome.kept, now)
        address.etag, address.last_modified = outcome.etag, outcome.last_modified
    if not outcome.is_attempt:
        _put_off(address, outcome, now)
        return
    address.put_off = 0
    since = address.tried_since or now
    given_up = outcome.final or address.attempts > len(PAUSES) or since <= now - GIVEN_UP_AFTER
    has_one = given_up and address.picture_id is not None
    if outcome.kept is not None or outcome.unchanged or has_one:
        # What is kept stays, even where the address does not answer any more.
        address.state, address.attempts, address.due_at = State.KEPT, 0, None
        address.tried_since = None
    elif given_up:
        address.state, address.due_at = State.FAILED, None
    else:
        pause = max(PAUSES[address.attempts - 1], timedelta(seconds=outcome.wait))
        address.state, address.due_at = State.RESTING, min(now + pause, since + GIVEN_UP_AFTER)


def _put_off(address: Address, outcome: Outcome, now: datetime) -> None:
    """Let an address rest, ever longer, as though it had not been asked for."""
    address.attempts = max(address.attempts - 1, 0)
    if not address.attempts:
        address.tried_since = None
    pause = PUT_OFF[min(address.put_off, len(PUT_OFF) - 1)]
    pause = max(pause, timedelta(seconds=outcome.wait))
    address.put_off = min(address.put_off + 1, len(PUT_OFF))
    address.state, address.due_at = State.RESTING, now + pause


def rest_host(host: str, down: Down) -> bool:
    """Give up some of what has waited a day for a host that does not work; the rest waits on.

    Where the host cannot be reached it counts as tried, and rests. Returns whether there may be
    more.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(
                _DOUBT_HOST if down.answers else _REST_HOST,
                {
                    "host": host,
                    "reason": down.reason[:LONGEST_REASON],
                    "now": down.at,
                    "day_ago": down.at - GIVEN_UP_AFTER,
                    "anew": down.anew,
                    "most": len(PAUSES),
                    "pauses": PAUSES,
                    "at_once": RESTED_AT_ONCE,
                },
            )
            told = cursor.fetchall()
        given_up = [id_ for id_, state in told if state == State.FAILED]
        progress.report(progress.naming(given_up))
    return len(told) == RESTED_AT_ONCE
