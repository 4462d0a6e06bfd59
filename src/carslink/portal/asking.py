"""Asking for a mail on a page: at most so often, sent by a job to the address on file alone.

The page answers the same, and does the same work, whether or not there is anybody to write to.
"""

import hashlib
from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction

from carslink.dealers import claims
from carslink.dealers.models import Dealer
from carslink.portal import jobs, often
from carslink.portal.models import Letter, Move, Registration

Kind = Letter.Kind

LINKS_APART, LINKS_A_DAY = timedelta(hours=1), 5
LINKS_TO_AN_ADDRESS = 10
"""In a day, however many dealers share the address."""

PASSWORDS_APART, PASSWORDS_A_DAY = timedelta(minutes=5), 5
REGISTRATIONS_APART, REGISTRATIONS_A_DAY = timedelta(minutes=5), 5
REGISTRATIONS_FROM_A_PLACE = 20
"""In a day: more would be a machine that mails strangers in our name."""

MOVES_APART, MOVES_A_DAY = timedelta(minutes=1), 5


class TooManyFromThere(Exception):
    """Somebody has registered many dealerships from one place today."""


class TooSoon(Exception):
    """It was asked for moments ago, or too many times today."""


def ask_for_link(dealer: Dealer) -> None:
    """Send a fresh link for claiming to the dealer's address on file; not too often."""
    with transaction.atomic():
        if (
            dealer.email
            and often.may(f"link:{dealer.pk}", LINKS_APART, LINKS_A_DAY)
            and often.may(f"links:{_hash(dealer.email)}", timedelta(0), LINKS_TO_AN_ADDRESS)
        ):
            claim = claims.offer(dealer.email, [dealer])
            _send_later(Letter(kind=Kind.LINK, to=dealer.email, claim=claim))


def ask_for_password(address: str) -> None:
    """Send the way to a new password to an address, if it has an account; not too often."""
    with transaction.atomic():
        if often.may(f"password:{_hash(address)}", PASSWORDS_APART, PASSWORDS_A_DAY):
            _send_later(Letter(kind=Kind.PASSWORD, to=address))


def ask_to_register(registration: Registration, place: str | None) -> None:
    """Keep a registration and send the link that confirms it, not too often to one address.

    One that comes too soon for a mail is kept as well: the link that was sent confirms it too.
    Where the address has an account the mail says so, and the page cannot tell. `place` is the
    client's address. Raises TooManyFromThere.
    """
    with transaction.atomic():
        from_there = f"register-from:{_hash(place or 'nowhere')}"
        if not often.may(from_there, timedelta(0), REGISTRATIONS_FROM_A_PLACE):
            raise TooManyFromThere
        to = registration.email
        registration.save()
        if often.may(f"register:{_hash(to)}", REGISTRATIONS_APART, REGISTRATIONS_A_DAY):
            _send_later(Letter(kind=Kind.REGISTER, to=to, registration=registration))


def ask_to_move(account: User, address: str) -> None:
    """Send the link that gives an account another address to that address.

    A link that was asked for before ends with it. Raises TooSoon, and nothing is changed: the page
    may say so, for it is the account's own asking that is counted.
    """
    with transaction.atomic():
        if not often.may(f"move:{account.pk}", MOVES_APART, MOVES_A_DAY):
            raise TooSoon
        Move.objects.filter(account=account, done_at=None).delete()
        move = Move.objects.create(account=account, email=address)
        _send_later(Letter(kind=Kind.MOVE, to=address, move=move))


def tell_of_move(was: str, move: Move) -> None:
    """Tell the address that an account had that it has another now."""
    _send_later(Letter(kind=Kind.MOVED, to=was, move=move))


def tell_of_closing(address: str) -> None:
    """Tell an address that its account is deleted."""
    _send_later(Letter(kind=Kind.CLOSED, to=address))


def _hash(address: str) -> str:
    return hashlib.blake2b(address.lower().encode(), digest_size=16).hexdigest()


def _send_later(letter: Letter) -> None:
    letter.save()
    jobs.send_letter.defer(letter=letter.pk)
