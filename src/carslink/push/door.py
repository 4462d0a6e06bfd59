"""A request to the push door, from its key to its receipt."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from django.db import transaction
from django.http import HttpRequest

from carslink.api.refusals import TooMany, Unauthorised
from carslink.dealers import register
from carslink.partners import rate
from carslink.partners.models import ApiKey
from carslink.push import body, gate, idempotency
from carslink.push.envelope import open_envelope
from carslink.stock.accept import Incoming, accept, new_sync_id

EMAIL_OF_ACCOUNT = "is the account's own; change it in the portal"


def take(request: HttpRequest, key: ApiKey) -> str | bytes:
    """Take a feed and return its receipt as JSON; a repeated one gets its first receipt again.

    Raises a Refused for what cannot be taken, and has then stored nothing.
    """
    idempotency_key = request.headers.get("Idempotency-Key")
    if idempotency_key is not None:
        idempotency.check_key(idempotency_key)
    check_rate(key)
    with gate.a_feed(key.partner) as wait_for_turn, shut_where_closed():
        payload = body.read(request, wait_for_turn)
        incoming = incoming_feed(key, payload)
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
    with gate.a_feed(key.partner) as wait_for_turn, shut_where_closed():
        payload = body.read(request, wait_for_turn)
        incoming = incoming_feed(key, payload)
        return accept(incoming, new_sync_id(), dry_run=True)


def check_rate(key: ApiKey) -> None:
    """Count a feed against the key's rate; raises TooMany over it."""
    if seconds := rate.seconds_to_wait(key):
        raise TooMany("X-Dealer-Api-Key", f"over the rate of this key; wait {seconds} s", seconds)


@contextmanager
def shut_where_closed() -> Iterator[None]:
    """Refuse the feed of a dealer's own key whose account was deleted since it was recognised."""
    try:
        yield
    except register.RecordClosed as closed:
        raise Unauthorised("X-Dealer-Api-Key", "its account has been deleted") from closed


def incoming_feed(key: ApiKey, payload: bytearray) -> Incoming:
    """Return the feed as the core takes it. Raises what `open_envelope` does."""
    envelope = open_envelope(payload, key.partner.is_own)
    incoming = Incoming(
        partner=key.partner,
        partner_dealer_id=envelope.partner_dealer_id,
        dealer=envelope.dealer,
        mode=envelope.mode,
        entries=envelope.listings,
        payload=payload,
        remarks=envelope.remarks,
    )
    return _to_own_record(incoming) if key.partner.is_own else incoming


def _to_own_record(incoming: Incoming) -> Incoming:
    """Return a feed by a dealer's own key: for its own record, whatever it calls it.

    Its e-mail address is the account's, which is confirmed: a feed does not change it.
    """
    dealer = {name: value for name, value in incoming.dealer.items() if name != "email"}
    remarks = list(incoming.remarks)
    account = incoming.partner.account
    sent = str(incoming.dealer.get("email") or "").strip().lower()
    if sent and account is not None and sent != account.email:
        remarks.append(("dealer.email", EMAIL_OF_ACCOUNT))
    return replace(
        incoming,
        partner_dealer_id=register.OWN,
        called=incoming.partner_dealer_id or None,
        dealer=dealer,
        remarks=remarks,
    )
