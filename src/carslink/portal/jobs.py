"""The portal's jobs: letters are sent, and forgotten."""

from datetime import timedelta

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from carslink.portal import letters, often
from carslink.portal.models import Letter

KEPT = timedelta(days=30)


# After 4 seconds, 16, 64 and so on: an hour and a half in all.
@app.task(name="send_letter", retry=RetryStrategy(max_attempts=6, exponential_wait=4))
def send_letter(letter: int) -> None:
    """Send a letter, once.

    It is marked before it is sent: a worker that dies between the two loses it rather than sending
    it twice, and whoever asked for it may ask again. One that the mail server refused is tried
    again.
    """
    mine = Letter.objects.filter(pk=letter)
    if not mine.filter(sent_at=None).update(sent_at=timezone.now()):
        return
    try:
        letters.send(mine.select_related("claim").get())
    except Exception:
        mine.update(sent_at=None)
        raise


@app.periodic(cron="37 3 * * *")
@app.task(name="forget_letters")
def forget_letters(timestamp: int) -> None:
    """Forget letters after a month, and how often was asked after a day, every night."""
    Letter.objects.filter(asked_at__lt=timezone.now() - KEPT).delete()
    often.forget(timezone.now() - often.A_DAY)
