"""Asking for a mail on a page: at most so often, sent by a job to the address on file alone.

The page answers the same, and does the same work, whether or not there is anybody to write to.
"""

import hashlib
from datetime import timedelta

from django.db import transaction

from carslink.dealers import claims
from carslink.dealers.models import Dealer
from carslink.portal import jobs, often
from carslink.portal.models import Letter

LINKS_APART, LINKS_A_DAY = timedelta(hours=1), 5
LINKS_TO_AN_ADDRESS = 10
"""In a day, however many dealers share the address."""

PASSWORDS_APART, PASSWORDS_A_DAY = timedelta(minutes=5), 5


def ask_for_link(dealer: Dealer) -> None:
    """Send a fresh link for claiming to the dealer's address on file; not too often."""
    with transaction.atomic():
        if (
            dealer.email
            and often.may(f"link:{dealer.pk}", LINKS_APART, LINKS_A_DAY)
            and often.may(f"links:{_hash(dealer.email)}", timedelta(0), LINKS_TO_AN_ADDRESS)
        ):
            claim = claims.offer(dealer.email, [dealer])
            _send_later(Letter(to=dealer.email, claim=claim))


def ask_for_password(address: str) -> None:
    """Send the way to a new password to an address, if it has an account; not too often."""
    with transaction.atomic():
        if often.may(f"password:{_hash(address)}", PASSWORDS_APART, PASSWORDS_A_DAY):
            _send_later(Letter(to=address))


def _hash(address: str) -> str:
    return hashlib.blake2b(address.lower().encode(), digest_size=16).hexdigest()


def _send_later(letter: Letter) -> None:
    letter.save()
    jobs.send_letter.defer(letter=letter.pk)
