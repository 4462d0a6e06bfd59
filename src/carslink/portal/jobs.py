"""The portal's jobs: letters are sent, and forgotten."""

import smtplib
from datetime import timedelta

import structlog
from django.contrib.sessions.backends.db import SessionStore
from django.core.mail import get_connection
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from carslink.portal import closing, letters, often, reminding, tokens
from carslink.portal.models import Letter, Move, Registration

log = structlog.get_logger(__name__)

KEPT = timedelta(days=30)
_ABOUT = ("claim", "registration", "move", "reminder__dealer")


# After 4 seconds, 16, 64 and so on: an hour and a half in all.
@app.task(name="send_letter", retry=RetryStrategy(max_attempts=6, exponential_wait=4))
def send_letter(letter: int) -> None:
    """Send a letter, once.

    It is marked just before the server gets it: a worker that dies in between loses it rather than
    sending it twice, and whoever asked for it may ask again. One that the server refused, or where
    there was no server, is tried again; where the line broke on the way, nobody knows, so not.
    """
    mine = Letter.objects.filter(pk=letter)
    waiting = mine.filter(sent_at=None).select_related(*_ABOUT).first()
    mail = None if waiting is None else letters.write(waiting)
    if mail is None:
        return
    with get_connection() as server:
        if not mine.filter(sent_at=None).update(sent_at=timezone.now()):
            return
        try:
            server.send_messages([mail])
        except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused):
            mine.update(sent_at=None)
            raise
        except (smtplib.SMTPException, OSError) as error:
            log.warning("a letter may or may not have been sent", letter=letter, trouble=str(error))


@app.periodic(cron="23 * * * *")
@app.task(name="remind")
def remind(timestamp: int) -> None:
    """Tell dealers, every hour, whose uploaded stock ends soon."""
    reminding.remind(lambda letter: send_letter.defer(letter=letter.pk))


@app.periodic(cron="57 3 * * *")
@app.task(name="erase_closed")
def erase_closed(timestamp: int) -> None:
    """Delete what is left of records whose accounts were deleted a month ago."""
    closing.erase_closed()


@app.periodic(cron="37 3 * * *")
@app.task(name="forget_letters")
def forget_letters(timestamp: int) -> None:
    """Forget letters after a month, what was never confirmed, and sessions that ended.

    How often was asked is forgotten after a day.
    """
    now = timezone.now()
    Letter.objects.filter(asked_at__lt=now - KEPT).delete()
    Registration.objects.filter(asked_at__lt=now - tokens.GOOD_FOR).delete()
    Move.objects.filter(asked_at__lt=now - KEPT).delete()
    reminding.forget(now)
    often.forget(now - often.A_DAY)
    SessionStore.clear_expired()
