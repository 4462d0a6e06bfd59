"""The pages of an account's own record: beginning one, what it says of the dealer, and its key."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from carslink.dealers.models import Dealer
from carslink.partners import keys
from carslink.portal import mine, often, own, settling
from carslink.portal.forms import NewKey, Profile, WholeProfile
from carslink.stock import records

KEYS_A_DAY = 20


@settling.of_account
def start(request: HttpRequest, account: Any) -> HttpResponse:
    """Begin a record of the account's own, beside what partners send: one button."""
    known = own.find(account)
    if known is not None:
        return HttpResponseRedirect(reverse("portal-dealer", args=[known.slug]))
    others = mine.others_of(account)
    like = next((each for each in others if each.slug == request.GET.get("like")), None)
    like = like or (others[0] if others else None)
    form = Profile(request.POST if request.method == "POST" else None, initial=_said_of(like))
    if not form.is_valid():
        context = {"form": form, "like": like, "contact": settings.CONTACT_EMAIL}
        return render(request, "portal/start.html", context)
    try:
        made = own.make(account, {**form.said, "email": account.email, **_address_of(like)})
    except own.HasOwnRecord:  # pressed twice
        made = own.dealer_of(account)
    messages.success(request, "Your own record is there. What you put into it is shown at once.")
    return HttpResponseRedirect(reverse("portal-dealer", args=[made.slug]))


def _said_of(dealer: Dealer | None) -> dict[str, object]:
    return {name: getattr(dealer, name, "") for name in ("name", "postcode", "phone", "website")}


def _address_of(dealer: Dealer | None) -> dict[str, object]:
    """Return the address of the dealer that a record is begun like; it can be changed later."""
    names = ("address", "address_line_1", "address_line_2", "town", "county")
    if dealer is None:
        return {}
    kept = {"address": "address_as_sent"}
    return {name: getattr(dealer, kept.get(name, name)) for name in names}


@own.needed
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: HttpRequest, dealer: Dealer) -> HttpResponse:
    """Change what buyers see of the dealer, on its own record."""
    names = WholeProfile.base_fields
    known = {name: getattr(dealer, name) for name in names}
    form = WholeProfile(request.POST if request.method == "POST" else None, initial=known)
    if not form.is_valid():
        context = {"form": form, "dealer": dealer, "here": "profile"}
        return render(request, "portal/own_profile.html", context)
    # The address in one line is the parts' from now on: there is no other way to change it here.
    records.describe(dealer, {**form.said, "address": ""})
    messages.success(request, "Buyers see this from now on.")
    return HttpResponseRedirect(reverse("portal-dealer", args=[dealer.slug]))


@sensitive_variables("text")
@own.needed
@require_http_methods(["GET", "HEAD", "POST"])
def key(request: HttpRequest, dealer: Dealer) -> HttpResponse:
    """The key by which the dealer's own system may send its stock: made, shown once, revoked."""
    form = NewKey(request.POST if "make" in request.POST else None)
    text = None
    if request.method == "POST" and "revoke" in request.POST:
        if not keys.revoke_of(dealer.partner, request.POST["revoke"]):
            raise Http404
        messages.success(request, "The key is revoked: it opens nothing any more.")
        return HttpResponseRedirect(reverse("portal-key"))
    if form.is_valid():
        if not often.may(f"key:{dealer.partner_id}", often.AT_ONCE, KEYS_A_DAY):
            form.add_error(None, "That were many keys for one day. Make the next one tomorrow.")
        else:
            last, ends = form.cleaned_data["last"], form.cleaned_data["old_ends"]
            text = keys.rotate(dealer.partner, last, at_once=ends == "now")
            if text is None:
                form.add_error(None, "A key has been made already; no key is shown twice.")
    valid = keys.valid_of(dealer.partner)
    context = {
        "dealer": dealer,
        "here": "key",
        "form": form,
        "text": text,
        "valid": valid,
        "last": valid[0].public_id if valid else "",
    }
    return render(request, "portal/key.html", context)
