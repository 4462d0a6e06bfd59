"""Mails before uploaded stock ends: a week before, and a day before.

A mail tells of all that ends within twice its time, and is not repeated for what it told of: who
adds a vehicle every day gets one a week, and one on each last day. Decision 0017 says why.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from carslink.dealers.models import Dealer
from carslink.portal.models import Letter, Reminder
from carslink.stock import lasting
from carslink.stock.lasting import Ending

log = structlog.get_logger(__name__)

DAYS = (1, 7)
"""Before the first vehicles end; the nearer one first, since it makes the other superfluous."""

LINK_GOOD_FOR = timedelta(days=30)
KEPT = timedelta(days=60)
LONDON = ZoneInfo("Europe/London")


def remind(send_later: Callable[[Letter], object], now: datetime | None = None) -> int:
    """Write the letters that are due, and have them sent; returns how many."""
    now = now or timezone.now()
    written = 0
    for days in DAYS:
        due = dict(lasting.first_to_end(now + timedelta(days=days)))
        mine = Dealer.objects.filter(pk__in=due, partner__account__isnull=False)
        for dealer in mine.select_related("partner__account"):
            with transaction.atomic():
                letter = _letter(dealer, days, due[dealer.pk], now)
                if letter is not None:
                    send_later(letter)
                    written += 1
    return written


def forget(now: datetime) -> None:
    """Forget mails whose vehicles have ended or been kept long since."""
    Reminder.objects.filter(until__lt=now - KEPT).delete()


def told_of(reminder: Reminder) -> list[Ending]:
    """Return what a mail tells of, as it is now: which days, and how many vehicles."""
    ending = lasting.ending(reminder.dealer_id)
    return by_day([each for each in ending if each.at <= reminder.until])


def by_day(ending: Sequence[Ending]) -> list[Ending]:
    """Join what ends on the same day, in London; of each the first moment."""
    days: dict[object, Ending] = {}
    for each in ending:
        date = each.at.astimezone(LONDON).date()
        first = days.get(date)
        days[date] = Ending(first.at, first.vehicles + each.vehicles) if first else each
    return list(days.values())


def day(at: datetime) -> str:
    """Return a day as people write it, `Monday 7 December`."""
    there = at.astimezone(LONDON)
    return f"{there:%A} {there.day} {there:%B}"


def _letter(dealer: Dealer, days: int, first: datetime, now: datetime) -> Letter | None:
    """Return a new letter; None if one of this kind or a nearer one has told of these vehicles."""
    account = dealer.partner.account
    before = Reminder.objects.filter(dealer=dealer, days__lte=days)
    until = before.aggregate(until=Max("until"))["until"]
    if account is None or not account.email or (until is not None and first <= until):
        return None
    reminder, is_new = Reminder.objects.get_or_create(
        dealer=dealer,
        days=days,
        first_at=first,
        defaults={"until": now + timedelta(days=2 * days)},
    )
    if not is_new:
        return None
    log.info("uploaded stock ends soon", dealer=dealer.slug, days=days)
    return Letter.objects.create(kind=Letter.Kind.ENDING, to=account.email, reminder=reminder)
