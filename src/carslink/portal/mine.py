"""Whose dealer it is: every page of a dealer begins here, and another's is not there at all."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser, User
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from carslink.dealers.models import Dealer, FormerSlug

View = Callable[..., HttpResponse]


def dealers_of(account: User | AnonymousUser) -> list[Dealer]:
    """Return the dealers that an account looks after, by name."""
    mine = Dealer.objects.filter(keepers=account.pk).select_related("partner", "shown_with")
    return list(mine.order_by("name", "pk"))


def others_of(account: User | AnonymousUser) -> list[Dealer]:
    """Return the dealers that an account looks after beside its own record, by name."""
    return [each for each in dealers_of(account) if each.partner.account_id != account.pk]


def senders_of(account: User | AnonymousUser) -> list[str]:
    """Return the partners that send stock of an account's beside its own record, by name."""
    return sorted({each.partner.name for each in others_of(account) if not each.partner.is_own})


def of_keeper(view: View) -> View:
    """Give the view the dealer whose slug the address has, if the account looks after it.

    A slug that the dealer had once leads to the same page under the present one.
    """

    @require_safe
    @never_cache
    @login_required
    @wraps(view)
    def kept(request: HttpRequest, slug: str, **named: Any) -> HttpResponse:
        mine = Dealer.objects.filter(keepers=request.user.pk)
        dealer = mine.select_related("partner", "shown_with").filter(slug=slug).first()
        if dealer is not None:
            return view(request, dealer, **named)
        former = FormerSlug.objects.filter(slug=slug, dealer__in=mine).select_related("dealer")
        moved = former.first()
        if moved is None or request.resolver_match is None:
            raise Http404
        name = str(request.resolver_match.url_name)
        where = {"slug": moved.dealer.slug, **named}
        return HttpResponseRedirect(reverse(name, kwargs=where))

    return kept
