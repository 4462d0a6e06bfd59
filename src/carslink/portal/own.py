"""An account's own record: a partner row with one dealer, into which it uploads and pushes.

Decision 0014 says why it is made of the same parts as any other record.
"""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from carslink.dealers import register
from carslink.dealers.models import Dealer
from carslink.partners.models import OWN_NAME, Partner

SAID = ("name", "postcode", "phone", "website", "email")
"""What a dealer says of itself when it registers."""

View = Callable[..., HttpResponse]
Account = AbstractBaseUser | AnonymousUser


class NoOwnRecord(LookupError):
    """The account looks after partners' records only, or after none."""


class HasOwnRecord(ValueError):
    """The account has a record of its own already."""


def dealer_of(account: Account) -> Dealer:
    """Return the account's own record. Raises NoOwnRecord."""
    dealer = find(account)
    if dealer is None:
        raise NoOwnRecord
    return dealer


def find(account: Account) -> Dealer | None:
    """Return the account's own record, if it has one."""
    if account.pk is None:
        return None
    mine = Dealer.objects.select_related("partner", "shown_with")
    return mine.filter(partner__account=account.pk).first()


def make(account: AbstractBaseUser, sent: Mapping[str, object]) -> Dealer:
    """Make the account's own record, with what a dealer says of itself. Raises HasOwnRecord.

    `sent` are fields of `dealers.profile`, checked already.
    """
    with transaction.atomic():
        partner, is_new = Partner.objects.get_or_create(
            account_id=account.pk,
            defaults={"name": f"{OWN_NAME} {account.pk}", "takes": Partner.Takes.UPLOAD},
        )
        if not is_new:
            raise HasOwnRecord
        return register.open_own(partner, sent)


def needed(view: View) -> View:
    """Give the view the own record of who is signed in; who has none is led to where one starts.

    Others who keep the same dealer are not let in: its keys and files are the account's own.
    """

    @never_cache
    @login_required
    @wraps(view)
    def kept(request: HttpRequest, **named: Any) -> HttpResponse:
        dealer = find(request.user)
        if dealer is None:
            return HttpResponseRedirect(reverse("portal-start"))
        return view(request, dealer, **named)

    return kept
