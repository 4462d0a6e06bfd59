"""`Idempotency-Key`: the same feed twice is applied once and answered the same."""

from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone

from carslink.api.refusals import Conflict, Invalid
from carslink.partners.models import Partner
from carslink.push.models import IdempotencyKey
from carslink.stock.models import Feed

REMEMBERED = timedelta(hours=24)
LONGEST = 255

# A twin of a request under way waits here, at the unique index, until the first one commits.
_CLAIM = """
INSERT INTO push_idempotencykey AS known (partner_id, key, body_digest, sync_id, taken_at)
VALUES (%(partner)s, %(key)s, %(digest)s, %(sync_id)s, %(now)s)
ON CONFLICT (partner_id, key) DO UPDATE
SET body_digest = EXCLUDED.body_digest, sync_id = EXCLUDED.sync_id, taken_at = EXCLUDED.taken_at
WHERE known.taken_at < %(forgotten)s
RETURNING sync_id
"""


def check_key(key: str) -> None:
    """Refuse a key that cannot be kept."""
    if not 0 < len(key) <= LONGEST or not key.isprintable():
        raise Invalid("Idempotency-Key", f"must be 1 to {LONGEST} printable characters")


def claim(partner: Partner, key: str, body_digest: bytes, sync_id: str) -> str | None:
    """Take the key for this feed, or return the receipt that it already stands for.

    Must be called in the transaction that accepts the feed: only what is accepted is remembered.
    Raises Conflict where the key stands for another body.
    """
    now = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(
            _CLAIM,
            {
                "partner": partner.pk,
                "key": key,
                "digest": body_digest,
                "sync_id": sync_id,
                "now": now,
                "forgotten": now - REMEMBERED,
            },
        )
        if cursor.fetchone() is not None:
            return None
    known = IdempotencyKey.objects.get(partner=partner, key=key)
    if bytes(known.body_digest) != body_digest:
        raise Conflict("Idempotency-Key", "this key was used with another body; use a new one")
    return Feed.objects.values_list("receipt", flat=True).get(sync_id=known.sync_id)


def forget(now: datetime | None = None) -> int:
    """Forget keys that are no longer remembered; returns how many."""
    gone, _ = IdempotencyKey.objects.filter(
        taken_at__lt=(now or timezone.now()) - REMEMBERED
    ).delete()
    return gone
