"""The pages of a dealer's keeper; each belongs to one dealer, and reads."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from carslink.dealers.models import Dealer
from carslink.portal import history, mine, profile, reminding, shelf
from carslink.stock import lasting

LATEST_FEEDS = 5
LONGEST_SEARCH = 100


@require_safe
@never_cache
@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """The dealers of the account, its own record apart; with one alone, that one."""
    dealers = mine.dealers_of(request.user)
    if len(dealers) == 1:
        return HttpResponseRedirect(reverse("portal-dealer", args=[dealers[0].slug]))
    own = [each for each in dealers if each.partner.account_id == request.user.pk]
    context = {
        "dealers": dealers,
        "own": own[0] if own else None,
        "others": [each for each in dealers if each not in own],
    }
    return render(request, "portal/overview.html", context)


@mine.of_keeper
def dealer(request: HttpRequest, dealer: Dealer) -> HttpResponse:
    """The profile, the stock in figures, the latest feeds."""
    others = [each for each in mine.dealers_of(request.user) if each != dealer]
    context = {
        "dealer": dealer,
        "others": others,
        "may_begin": not any(each.partner.is_own for each in (dealer, *others)),
        "here": "dealer",
        "profile": profile.parts(dealer),
        "figures": shelf.figures(dealer),
        "feeds": history.latest(dealer, LATEST_FEEDS),
    }
    return render(request, "portal/dealer.html", context)


@mine.of_keeper
def vehicles(request: HttpRequest, dealer: Dealer) -> HttpResponse:
    """All vehicles, to be searched and filtered by their standing."""
    words = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_SEARCH]
    standing = request.GET.get("status", "live")
    standing = standing if standing in shelf.STANDINGS else "any"
    is_mine = dealer.partner.account_id == request.user.pk
    page = shelf.find(dealer, words, standing, request.GET.get("page", "1"))
    context = {
        "dealer": dealer,
        "here": "vehicles",
        "words": words,
        "standing": standing,
        "standings": [(name, told) for name, (told, _) in shelf.STANDINGS.items()],
        "page": page,
        "asked": urlencode({"q": words, "status": standing}) + "&",
        "vehicles": shelf.told(dealer, page),
        "lasts": lasting.days(),
        "ending": reminding.by_day(lasting.ending(dealer.pk)) if is_mine else [],
    }
    return render(request, "portal/vehicles.html", context)


@mine.of_keeper
def feeds(request: HttpRequest, dealer: Dealer) -> HttpResponse:
    """All feeds that are kept, the newest first."""
    page, taken = history.page(dealer, request.GET.get("page", "1"))
    context = {"dealer": dealer, "here": "feeds", "page": page, "feeds": taken}
    return render(request, "portal/feeds.html", context)


@mine.of_keeper
def feed(request: HttpRequest, dealer: Dealer, sync_id: str) -> HttpResponse:
    """One feed: what it brought, and each vehicle that was skipped, and why."""
    told = history.find(dealer, sync_id, request.GET.get("page", "1"))
    if told is None:
        raise Http404
    context = {"dealer": dealer, "here": "feeds", "told": told, "page": told.skipped}
    return render(request, "portal/feed.html", context)
