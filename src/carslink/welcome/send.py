"""Sending letters: each at most once, whatever dies in between.

A letter is written down as `sending` before the mail server hears of it, and as `sent` afterwards.
A worker that dies between the two leaves it at `sending`, and nobody can tell whether it went out:
it becomes `doubtful`, for an operator to look at. The other way round a dealer could get it twice,
which cannot be taken back; without it the dealer still has the claim link on its public page.
"""

import smtplib
from contextlib import suppress
from datetime import timedelta
from typing import Any

import structlog
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from carslink.dealers import claims
from carslink.dealers.models import Dealer
from carslink.welcome import enrol
from carslink.welcome.letter import message, with_live
from carslink.welcome.models import Letter, Welcomed

log = structlog.get_logger(__name__)

FIRST_PAUSE = timedelta(minutes=5)
LONGEST_PAUSE = timedelta(hours=6)
MOST_ATTEMPTS = 14
"""With pauses that double from 5 minutes to 6 hours: two days."""

LOST_AFTER = timedelta(minutes=10)
"""A letter that is `sending` this long was in the hands of a worker that died."""

PERMANENT = 500
"""SMTP replies from here on say that trying again is of no use (RFC 5321, section 4.2.1)."""

State = Letter.State


def send_due() -> int:
    """Send the letters whose time has come; returns how many went out.

    A mail server that cannot be reached leaves them as they are, until the next run.
    """
    give_up_lost()
    sent = 0
    server: BaseEmailBackend | None = None
    while _due().exists():
        if server is None or not _hears(server):
            server = _opened()
        taken = take_next() if server else None
        if server is None or taken is None:
            break
        if send(*taken, server):
            sent += 1
        else:
            _close(server)  # who knows what it thinks of the next one
            server = None
    if server is not None:
        _close(server)
    return sent


def give_up_lost() -> None:
    """Call letters doubtful that a worker took up and never came back from."""
    lost = Letter.objects.filter(state=State.SENDING, tried_at__lt=timezone.now() - LOST_AFTER)
    doubtful = lost.update(state=State.DOUBTFUL, trouble="the worker died while sending it")
    if doubtful:
        log.warning("letters may or may not have been sent", letters=doubtful)


def take_next() -> tuple[Letter, list[Any]] | None:
    """Take up a letter that is due and write it down as being sent; None where none is left.

    With it come the dealers that it welcomes, their live vehicles counted. Dealers that have gone,
    or have another address now, leave it, to be enrolled anew.
    """
    while True:
        with transaction.atomic():
            letter = _due().select_for_update(skip_locked=True, of=("self",)).first()
            if letter is None:
                return None
            dealers = list(with_live(letter))
            _let_leave(letter, dealers)
            if not dealers:
                letter.delete()
                continue
            letter.claim = letter.claim or claims.offer(letter.email, dealers)
            letter.claim.dealers.set(dealers)
            letter.state, letter.tried_at = State.SENDING, timezone.now()
            letter.attempts += 1
            letter.save()
        return letter, dealers


def _let_leave(letter: Letter, staying: list[Dealer]) -> None:
    leaving = Welcomed.objects.filter(letter=letter).exclude(dealer__in=staying)
    moved = list(leaving.values_list("dealer", flat=True))
    leaving.delete()
    enrol.again(moved)


def send(letter: Letter, dealers: list[Any], server: BaseEmailBackend) -> bool:
    """Hand a letter that was taken up to the server, and write down what became of it.

    Returns whether it went out.
    """
    mail = message(letter, dealers)
    try:
        server.send_messages([mail])
    except smtplib.SMTPResponseException as error:  # refused, with a code
        _refused(letter, error.smtp_code, str(error))
    except smtplib.SMTPRecipientsRefused as error:
        code, _ = next(iter(error.recipients.values()))
        _refused(letter, code, str(error))
    except (smtplib.SMTPException, OSError) as error:
        # The line broke. The server may have taken the letter just before.
        _became(letter, State.DOUBTFUL, str(error))
    else:
        _became(letter, State.SENT)
        return True
    return False


def _refused(letter: Letter, code: int, trouble: str) -> None:
    """Try a letter that the server did not take again later, unless it says that it never will."""
    if code >= PERMANENT or letter.attempts >= MOST_ATTEMPTS:
        _became(letter, State.FAILED, trouble)
        return
    pause = min(FIRST_PAUSE * 2 ** (letter.attempts - 1), LONGEST_PAUSE)
    letter.due_at = timezone.now() + pause
    _became(letter, State.WAITING, trouble)


def _became(letter: Letter, state: Letter.State, trouble: str = "") -> None:
    letter.state, letter.trouble = state, trouble
    if state == State.SENT:
        letter.sent_at = timezone.now()
    letter.save(update_fields=("state", "trouble", "sent_at", "due_at"))
    told = log.bind(letter=letter.pk, partner=letter.partner.name, attempt=letter.attempts)
    if state == State.SENT:
        told.info("welcome sent")
    else:
        told.warning("welcome not sent", state=state.value, trouble=trouble)


def _due() -> QuerySet[Letter]:
    waiting = Letter.objects.filter(state=State.WAITING, due_at__lte=timezone.now())
    return waiting.select_related("partner", "claim").order_by("due_at", "pk")


def _opened() -> BaseEmailBackend | None:
    """Return a connection to the mail server; None, and a word in the log, where there is none."""
    server = get_connection()
    try:
        server.open()
    except (smtplib.SMTPException, OSError) as error:
        log.warning("the mail server cannot be reached; letters wait", trouble=str(error))
        return None
    return server


def _hears(server: BaseEmailBackend) -> bool:
    """Whether the line still stands: one that was cut between two letters is no letter's fault."""
    line: smtplib.SMTP | None = getattr(server, "connection", None)
    if line is None:
        return True
    try:
        return line.noop()[0] < PERMANENT
    except (smtplib.SMTPException, OSError):
        return False


def _close(server: BaseEmailBackend) -> None:
    """Let go of a connection that may be broken already."""
    with suppress(smtplib.SMTPException, OSError):
        server.close()
