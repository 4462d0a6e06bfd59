"""The end of an account: what is its own goes with it, what partners send stays.

Decision 0015 says what goes at once and what only after a month.
"""

from datetime import datetime, timedelta

import structlog
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from carslink.dealers.models import Claim, Dealer
from carslink.partners.models import Partner
from carslink.portal import asking, own
from carslink.portal.models import Letter, Registration
from carslink.stock import leaving
from carslink.upload import forgetting

log = structlog.get_logger(__name__)

LEFT_FOR = timedelta(days=30)


def close(account: User) -> None:
    """Delete an account, its own record and its keys; its stock is off sale when this returns.

    Partners' dealers that it kept are theirs as before, and kept by others or by nobody.
    """
    address = account.email
    with transaction.atomic():
        dealer = own.find(account)
        if dealer is not None:
            _close_record(dealer)
        Letter.objects.filter(to__iexact=address).delete()
        Registration.objects.filter(email__iexact=address).delete()
        account.delete()
        if address:
            asking.tell_of_closing(address)
    log.info("account deleted", own_record=None if dealer is None else dealer.pk)


def erase_closed(now: datetime | None = None) -> int:
    """Delete what is left of own records whose accounts went a month ago; returns how many."""
    return leaving.erase((now or timezone.now()) - LEFT_FOR)


def _close_record(dealer: Dealer) -> None:
    """Shut the record's door first: a feed that is under way finds it shut, or is done before."""
    partner = dealer.partner
    forgetting.forget_dealer(dealer)
    leaving.leave(dealer)
    Claim.objects.filter(dealers=dealer, used_at=None).delete()
    partner.keys.all().delete()
    Partner.objects.filter(pk=partner.pk).update(
        account=None, active=False, closed_at=timezone.now()
    )
