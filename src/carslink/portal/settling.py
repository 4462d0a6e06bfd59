"""The account itself: another address, and its end.

Both ask for the password; wrong ones are counted as at the page to sign in at (axes).
"""

from typing import Any

from django.contrib import messages
from django.contrib.auth import authenticate, logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from carslink.portal import accounts, asking, closing, mine, own, tokens
from carslink.portal.forms import NewAddress, WithPassword
from carslink.portal.models import Move
from carslink.stock import records

TOKEN = "move"  # noqa: S105 - its name in the session
_TOO_SOON = (
    "No link was sent: one a minute and five a day are sent at most. Wait a little, and ask again."
)


def of_account(view: mine.View) -> mine.View:
    """Give the view the dealer's account that is signed in. Operators' are kept in the admin."""

    @sensitive_post_parameters()
    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @login_required
    def kept(request: HttpRequest, **named: Any) -> HttpResponse:
        account = accounts.of(request.user.get_username())
        if account is None:
            raise Http404
        return view(request, account, **named)

    return kept


@of_account
def account(request: HttpRequest, account: User) -> HttpResponse:
    """What there is to settle."""
    waiting = Move.objects.filter(account=account, done_at=None).first()
    return render(request, "portal/account.html", {"waiting": waiting})


@of_account
def move(request: HttpRequest, account: User) -> HttpResponse:
    """Ask for another address: a link goes there, whether or not it has an account."""
    form = NewAddress(account, request.POST if request.method == "POST" else None)
    _check_password(request, account, form)
    if form.is_valid():
        try:
            asking.ask_to_move(account, form.cleaned_data["address"])
            return HttpResponseRedirect(reverse("portal-move-sent"))
        except asking.TooSoon:
            form.add_error("address", _TOO_SOON)
    return render(request, "portal/move.html", {"form": form})


@never_cache
@require_safe
def move_opened(request: HttpRequest, token: str) -> HttpResponse:
    """Take the token out of the address."""
    return tokens.out_of_address(request, TOKEN, token, "portal-move-confirm")


@of_account
def move_confirm(request: HttpRequest, account: User) -> HttpResponse:
    """Give the account its new address, by a button; only to whoever is signed in to it.

    The link alone would give the account to a stranger whose address was typed by mistake.
    """
    key = tokens.read(tokens.MOVE, request.session.get(TOKEN, ""))
    waiting = Move.objects.filter(pk=key, account=account, done_at=None).first()
    if waiting is None:
        return render(request, "portal/move_over.html", status=410)
    if request.method != "POST":
        return render(request, "portal/move_confirm.html", {"waiting": waiting})
    if not _moved(account, waiting):
        return render(request, "portal/move_over.html", status=410)
    request.session.pop(TOKEN, None)
    messages.success(request, f"Your account's address is {waiting.email} now.")
    return HttpResponseRedirect(reverse("portal-account"))


def _moved(account: User, waiting: Move) -> bool:
    """Change the address of the account and of its own record, and tell the old one.

    False where the address has got an account meanwhile, or the link was used at the same moment.
    """
    was = account.email
    account.username, account.email = accounts.name_of(waiting.email), waiting.email
    try:
        with transaction.atomic():
            this = Move.objects.filter(pk=waiting.pk, done_at=None)
            if not this.update(done_at=timezone.now()):
                return False
            account.save(update_fields=("username", "email"))
            asking.tell_of_move(was, waiting)
            dealer = own.find(account)
            if dealer is not None:
                records.describe(dealer, {"email": waiting.email})
    except IntegrityError:
        return False
    return True


@of_account
def delete(request: HttpRequest, account: User) -> HttpResponse:
    """Delete the account with all that is its own, for whoever knows the password."""
    form = WithPassword(request.POST if request.method == "POST" else None)
    _check_password(request, account, form)
    if not form.is_valid():
        record = own.find(account)
        context = {"form": form, "own": record, "others": mine.others_of(account)}
        return render(request, "portal/delete.html", context)
    closing.close(account)
    logout(request)
    messages.success(request, "Your account is deleted, and your own stock is off Carslink.")
    return HttpResponseRedirect(reverse("portal-login"))


def _check_password(request: HttpRequest, account: User, form: WithPassword) -> None:
    """Say on the form where the password is not the account's."""
    if not form.is_valid():
        return
    named = {"username": account.get_username(), "password": form.cleaned_data["password"]}
    if authenticate(request, **named) is None:
        form.add_error("password", "This is not your password. Mind capital letters.")
