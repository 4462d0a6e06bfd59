"""API keys: made, recognised and checked.

A key reads ``csl_<public id>_<secret><check>``: a prefix that secret scanners can look for, an
identifier that may be shown, 32 random base62 characters, and six that are the CRC32 of all
before them, so that a mistyped key is known without a look-up. The secret is random, so its
plain SHA-256 is kept: there is nothing to guess that a slow hash would slow down.
"""

import hashlib
import hmac
import re
import secrets
import string
import zlib
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from carslink.partners.models import ApiKey, Partner

PREFIX = "csl"
ALPHABET = string.digits + string.ascii_letters
SHAPE = re.compile(r"csl_[0-9A-Za-z]{8}_[0-9A-Za-z]{38}")
LAST_USED_EVERY = timedelta(minutes=1)


def issue(partner: Partner, label: str = "", expires_at: datetime | None = None) -> str:
    """Make a key for the partner and return its text, which is never to be had again."""
    body = f"{PREFIX}_{_random(8)}_{_random(32)}"
    text = body + _check(body)
    ApiKey.objects.create(
        partner=partner,
        public_id=body.split("_")[1],
        digest=_digest(text),
        label=label,
        expires_at=expires_at,
    )
    return text


def authenticate(text: str) -> ApiKey | None:
    """Return the valid key with this text, its partner loaded; None for any other text."""
    if not SHAPE.fullmatch(text) or not hmac.compare_digest(_check(text[:-6]), text[-6:]):
        return None
    key = (
        ApiKey.objects.select_related("partner")
        .filter(public_id=text.split("_")[1], partner__active=True)
        .first()
    )
    if key is None or not hmac.compare_digest(bytes(key.digest), _digest(text)):
        return None
    if key.standing != "valid":
        return None
    _note_use(key)
    return key


def revoke(public_id: str) -> bool:
    """Revoke the key with this public id; False where no such key was valid."""
    changed = ApiKey.objects.filter(public_id=public_id, revoked_at=None).update(
        revoked_at=timezone.now()
    )
    return changed == 1


OVERLAP = timedelta(hours=24)
"""How long a key goes on working after the one that follows it was made, if so wished."""


def rotate(partner: Partner, last: str, at_once: bool) -> str | None:
    """Make a partner's next key; those before it end at once, or within 24 hours.

    `last` is the public id of the newest valid key as whoever asks knows it, "" for none. Where it
    is another by now None is returned and nothing is changed: a page was sent twice.
    """
    with transaction.atomic():
        Partner.objects.select_for_update().get(pk=partner.pk)
        valid = valid_of(partner)
        if last != (valid[0].public_id if valid else ""):
            return None
        now = timezone.now()
        before = ApiKey.objects.filter(pk__in=[key.pk for key in valid])
        if at_once:
            before.update(revoked_at=now)
        else:
            sooner = Q(expires_at=None) | Q(expires_at__gt=now + OVERLAP)
            before.filter(sooner).update(expires_at=now + OVERLAP)
        return issue(partner)


def valid_of(partner: Partner) -> list[ApiKey]:
    """Return a partner's valid keys, the newest first."""
    unended = Q(expires_at=None) | Q(expires_at__gt=timezone.now())
    return list(partner.keys.filter(unended, revoked_at=None).order_by("-created_at", "-pk"))


def revoke_of(partner: Partner, public_id: str) -> bool:
    """Revoke a key of this partner; False where it has no such valid key.

    The id may be any text at all: also what the database takes in no text.
    """
    if "\x00" in public_id:
        return False
    changed = partner.keys.filter(public_id=public_id, revoked_at=None)
    return changed.update(revoked_at=timezone.now()) == 1


def _note_use(key: ApiKey) -> None:
    """Keep when the key was last used, to the minute: a write for every request would be waste."""
    now = timezone.now()
    stale = Q(last_used_at=None) | Q(last_used_at__lt=now - LAST_USED_EVERY)
    if key.last_used_at is None or key.last_used_at < now - LAST_USED_EVERY:
        ApiKey.objects.filter(stale, pk=key.pk).update(last_used_at=now)


def _random(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def _check(body: str) -> str:
    """Return the CRC32 of the text before it, as six base62 digits."""
    value, digits = zlib.crc32(body.encode()), ""
    for _ in range(6):
        value, digit = divmod(value, len(ALPHABET))
        digits = ALPHABET[digit] + digits
    return digits


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
