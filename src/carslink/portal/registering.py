"""Registering: what a dealer says of itself waits until its address is confirmed.

Nothing is made of it before: no account, no dealer, no page. The mailed link alone does not do it
either: it asks for the password, so that nobody gets an account with a password of somebody else's
choice by opening a mail. What pages answer never tells whether an address has an account.
"""

from axes.helpers import get_client_ip_address
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.hashers import check_password
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from carslink.portal import accounts, asking, often, own, tokens
from carslink.portal.claiming import BACKEND
from carslink.portal.forms import Confirm, Register
from carslink.portal.models import Registration

TOKEN = "registration"  # noqa: S105 - its name in the session
TRIES_A_DAY = 20
LATEST = 5
"""Registrations of an address whose passwords are tried: each takes as long as signing in."""


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """Ask who registers, and mail a link; the answer is the same whoever has an account."""
    if request.user.is_authenticated:
        return HttpResponseRedirect(reverse("portal-start"))
    form = Register(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "portal/register.html", {"form": form})
    try:
        asking.ask_to_register(form.registration(), get_client_ip_address(request))
    except asking.TooManyFromThere:
        return render(request, "portal/register_later.html", status=429)
    return HttpResponseRedirect(reverse("portal-registered"))


@never_cache
@require_safe
def opened(request: HttpRequest, token: str) -> HttpResponse:
    """Take the token out of the address."""
    return tokens.out_of_address(request, TOKEN, token, "portal-confirm")


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest) -> HttpResponse:
    """Say what was registered, and make the account of it for whoever knows the password.

    Each link of an address is good for all that was registered for it: who registers again has the
    mail that came first, and the password that was chosen last. It is the password that tells what
    the account is made of, so that nobody else's registration can take the place of one's own.
    """
    key = tokens.read(tokens.REGISTER, request.session.get(TOKEN, ""))
    waiting = Registration.objects.filter(pk=key).first()
    if waiting is None:
        return render(request, "portal/confirm_over.html", status=410)
    if accounts.exists(waiting.email):
        return render(request, "portal/confirm_known.html", {"email": waiting.email})
    form = Confirm(request.POST if request.method == "POST" else None)
    said = _said_for(waiting)
    known = _known_by(form.cleaned_data["password"], waiting, said) if form.is_valid() else None
    if form.is_valid() and known is None:
        form.add_error("password", "This is not the password that was chosen. Mind capitals.")
    if known is None:
        return render(request, "portal/confirm.html", {"form": form, "waiting": said[0]})
    account = _make_account(known)
    if account is None:
        return render(request, "portal/confirm_over.html", status=410)
    login(request, account, backend=BACKEND)
    request.session.pop(TOKEN, None)
    messages.success(request, "Your address is confirmed, and this is your record.")
    return HttpResponseRedirect(reverse("portal-dealer", args=[own.dealer_of(account).slug]))


def _said_for(waiting: Registration) -> list[Registration]:
    """Return what was registered for an address, the latest first; that of the link is in it."""
    latest = list(Registration.objects.filter(email=waiting.email).order_by("-pk")[:LATEST])
    return latest if waiting in latest else [*latest, waiting]


def _known_by(
    password: str, waiting: Registration, said: list[Registration]
) -> Registration | None:
    """Return the latest that was registered with this password; so many tries a day."""
    if not often.may(f"confirm:{waiting.pk}", often.AT_ONCE, TRIES_A_DAY):
        return None
    return next((each for each in said if check_password(password, each.password)), None)


def _make_account(waiting: Registration) -> User | None:
    """Make the account and its own record; None where another link of the address was quicker."""
    account = accounts.unsaved(waiting.email)
    account.password = waiting.password
    try:
        with transaction.atomic():
            account.save()
            own.make(account, {name: getattr(waiting, name) for name in own.SAID})
            Registration.objects.filter(email=waiting.email).delete()
    except IntegrityError:
        return None
    return account
