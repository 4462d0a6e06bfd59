"""Taking on a dealer: asking for a link, and what the link leads to.

The link's token moves from the address into the session at once, so that no later page, log or
referrer has it. Opening the link uses nothing up: mail scanners open links too. The button does.
"""

from django.contrib.auth import login
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from carslink.dealers import claims
from carslink.dealers.models import Claim, Dealer, FormerSlug
from carslink.partners.models import Partner
from carslink.portal import accounts, asking, tokens
from carslink.portal.forms import NewPassword

TOKEN = "claim"  # noqa: S105 - its name in the session
BACKEND = "django.contrib.auth.backends.ModelBackend"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Offer to send a link to the dealer's address on file; linked records have their own."""
    known = Dealer.objects.select_related("partner", "shown_with").filter(slug=slug)
    dealer = known.filter(partner__closed_at=None).first()
    if dealer is None:
        former = FormerSlug.objects.filter(slug=slug).select_related("dealer").first()
        if former is None:
            raise Http404
        return HttpResponseRedirect(reverse("claim-ask", args=[former.dealer.slug]))
    if request.method == "POST" and dealer.email and not dealer.partner.is_own:
        asking.ask_for_link(dealer)
        return HttpResponseRedirect(reverse("claim-asked", args=[dealer.slug]))
    others = dealer.others.select_related("partner").order_by("partner__name")
    return render(request, "portal/ask.html", {"dealer": dealer, "others": others})


@require_safe
def asked(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what happens next, whether or not a link was sent just now."""
    asked_for = Dealer.objects.filter(slug=slug).exclude(partner__takes=Partner.Takes.UPLOAD)
    dealer = asked_for.exclude(email="").first()
    if dealer is None:
        raise Http404
    return render(request, "portal/asked.html", {"dealer": dealer})


@never_cache
@require_safe
def opened(request: HttpRequest, token: str) -> HttpResponse:
    """Take the token out of the address."""
    return tokens.out_of_address(request, TOKEN, token, "claim")


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def claim(request: HttpRequest) -> HttpResponse:
    """Say what the link offers, and do it when its button is pressed."""
    token = request.session.get(TOKEN, "")
    try:
        offer, dealers = claims.find(token)
        if request.user.is_authenticated:
            return _add(request, request.user, offer, dealers)
        if accounts.exists(offer.email):
            return render(request, "portal/claim_known.html", _told(offer, dealers))
        return _begin(request, offer, dealers)
    except claims.NoSuchClaim:
        return render(request, "portal/claim_none.html", status=404)
    except (claims.ClaimEnded, claims.ClaimUsed) as ended:
        context = {"used": isinstance(ended, claims.ClaimUsed), "dealers": claims.named(token)}
        return render(request, "portal/claim_over.html", context, status=410)


def _add(request: HttpRequest, account: User, offer: Claim, dealers: list[Dealer]) -> HttpResponse:
    """Add the dealers to the account that is signed in, by a button that names it."""
    if request.method == "POST" and _is_what_was_shown(request, offer):
        claims.take(offer, account, dealers)
        return _taken(request, dealers)
    return render(request, "portal/claim_add.html", _told(offer, dealers))


def _begin(request: HttpRequest, offer: Claim, dealers: list[Dealer]) -> HttpResponse:
    """Make an account for the address that the link was sent to, with a password."""
    account = accounts.unsaved(offer.email)
    as_shown = request.method == "POST" and _is_what_was_shown(request, offer)
    form = NewPassword(account, request.POST if as_shown else None)
    if not form.is_valid():
        return render(request, "portal/claim_new.html", {**_told(offer, dealers), "form": form})
    try:
        with transaction.atomic():
            form.save()
            claims.take(offer, account, dealers)
    except IntegrityError:  # the same address, at the same moment
        return render(request, "portal/claim_known.html", _told(offer, dealers))
    login(request, account, backend=BACKEND)
    return _taken(request, dealers)


def _told(offer: Claim, dealers: list[Dealer]) -> dict[str, object]:
    return {"offer": offer, "dealers": dealers, "email": offer.email.lower()}


def _is_what_was_shown(request: HttpRequest, offer: Claim) -> bool:
    """Whether the button belongs to this offer and account: another tab may have changed them."""
    shown = request.POST.get("offer"), request.POST.get("account", "")
    return shown == (str(offer.pk), request.user.get_username())


def _taken(request: HttpRequest, dealers: list[Dealer]) -> HttpResponse:
    request.session.pop(TOKEN, None)
    if len(dealers) == 1:
        return HttpResponseRedirect(reverse("portal-dealer", args=[dealers[0].slug]))
    return HttpResponseRedirect(reverse("portal"))
