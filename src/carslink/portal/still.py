"""“Still my stock”: one button by which all that was uploaded stays another thirty days.

It stands on the page of vehicles, and behind the link of the mails. Opening the link changes
nothing: mail scanners open links too. Its token leaves the address at once, as others do.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carslink.dealers.models import Dealer
from carslink.portal import own, reminding, tokens
from carslink.portal.models import Reminder
from carslink.site.templatetags.carslink import thousands
from carslink.stock import lasting

TOKEN = "still"  # noqa: S105 - its name in the session


@own.needed
@require_POST
def keep(request: HttpRequest, dealer: Dealer) -> HttpResponse:
    """Let the account's uploaded stock stay."""
    messages.success(request, _kept(dealer))
    return HttpResponseRedirect(reverse("portal-vehicles", args=[dealer.slug]))


@never_cache
@require_safe
def opened(request: HttpRequest, token: str) -> HttpResponse:
    """Take the token out of the address."""
    return tokens.out_of_address(request, TOKEN, token, "portal-still")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest) -> HttpResponse:
    """Say what the link would keep, and keep it when its button is pressed."""
    key = tokens.read(tokens.STILL, request.session.get(TOKEN, ""), reminding.LINK_GOOD_FOR)
    mine = Reminder.objects.filter(pk=key, dealer__partner__account__isnull=False)
    reminder = mine.select_related("dealer").first()
    if reminder is None:
        return render(request, "portal/still_over.html", status=410)
    dealer = reminder.dealer
    if request.method == "POST":
        messages.success(request, _kept(dealer))
        return HttpResponseRedirect(reverse("portal-still"))
    days = reminding.by_day(lasting.ending(dealer.pk))
    context = {
        "dealer": dealer,
        "days": days,
        "vehicles": sum(each.vehicles for each in days),
        "lasts": lasting.days(),
    }
    return render(request, "portal/still.html", context)


def _kept(dealer: Dealer) -> str:
    vehicles = lasting.still_there(dealer)
    ends = lasting.ending(dealer.pk)
    if not vehicles or not ends:
        return "There is no uploaded vehicle on sale that could stay."
    stay = "vehicle stays" if vehicles == 1 else "vehicles stay"
    return f"{thousands(vehicles)} uploaded {stay} on sale until {reminding.day(ends[0].at)}."
