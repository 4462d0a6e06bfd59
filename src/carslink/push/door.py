"""A request to the push door, from its key to its receipt."""

import hashlib

from django.db import transaction
from django.http import HttpRequest

from carslink.api.refusals import TooMany
from carslink.partners import rate
from carslink.partners.models import ApiKey
from carslink.push import body, gate, idempotency
from carslink.push.envelope import Envelope, open_envelope
from carslink.stock.accept import Incoming, accept, new_sync_id


def take(request: HttpRequest, key: ApiKey) -> str | bytes:
    """Take a feed and return its receipt as JSON; a repeated one gets its first receipt again.

    Raises a Refused for what cannot be taken, and has then stored nothing.
    """
    idempotency_key = request.headers.get("Idempotency-Key")
    if idempotency_key is not None:
        idempotency.check_key(idempotency_key)
    check_rate(key)
    with gate.a_feed(key.partner) as wait_for_turn:
        payload = body.read(request, wait_for_turn)
        incoming = incoming_feed(key, open_envelope(payload), payload)
        sync_id = new_sync_id()
        with transaction.atomic():
            if idempotency_key is not None:
                digest = hashlib.sha256(payload).digest()
                known = idempotency.claim(key.partner, idempotency_key, digest, sync_id)
                if known is not None:
                    return known
            return accept(incoming, sync_id)


def try_out(request: HttpRequest, key: ApiKey) -> bytes:
    """Return the receipt that a feed would get, and store nothing."""
    check_rate(key)
    with gate.a_feed(key.partner) as wait_for_turn:
        payload = body.read(request, wait_for_turn)
        incoming = incoming_feed(key, open_envelope(payload), payload)
        return accept(incoming, new_sync_id(), dry_run=True)


def check_rate(key: ApiKey) -> None:
    """Count a feed against the key's rate; raises TooMany over it."""
    if seconds := rate.seconds_to_wait(key):
        raise TooMany("X-Dealer-Api-Key", f"over the rate of this key; wait {seconds} s", seconds)


def incoming_feed(key: ApiKey, envelope: Envelope, payload: bytearray) -> Incoming:
    """Return the feed as the core takes it."""
    return Incoming(
        partner=key.partner,
        partner_dealer_id=envelope.partner_dealer_id,
        dealer=envelope.dealer,
        mode=envelope.mode,
        entries=envelope.listings,
        payload=payload,
        remarks=envelope.remarks,
    )
