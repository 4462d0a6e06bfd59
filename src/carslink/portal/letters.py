"""The mails of the portal: links that prove an address, and word of what was done.

What a stranger typed stands in none of them: anybody can have one sent to anybody, once.
"""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from carslink.dealers import claims
from carslink.portal import accounts, reminding, tokens
from carslink.portal.models import Letter
from carslink.stock import lasting


def write(letter: Letter) -> EmailMultiAlternatives | None:
    """Return the mail of a letter; None where there is nobody to read it."""
    told = _WRITERS[Letter.Kind(letter.kind)](letter)
    return None if told is None else _mail(letter, *told)


Told = tuple[str, dict[str, object]] | None
"""Which mail it is, and what it tells of."""


def _link(letter: Letter) -> Told:
    if letter.claim is None:
        return None
    dealers = list(letter.claim.dealers.order_by("name", "pk"))
    context = {"link": claims.url(letter.claim), "dealers": dealers, "days": claims.GOOD_FOR.days}
    return ("link", context) if dealers else None


def _password(letter: Letter) -> Told:
    account = accounts.of(letter.to)
    if account is None or not account.has_usable_password():
        return None
    return "password", {"link": _password_link(account)}


def _register(letter: Letter) -> Told:
    """Confirm a registration; an address that has an account is told that it has."""
    if letter.registration is None:
        return None
    if accounts.exists(letter.to):
        return "known", {"link": f"{settings.PUBLIC_URL}{reverse('portal-login')}"}
    link = tokens.url("portal-confirm-open", tokens.REGISTER, letter.registration.pk)
    return "register", {"link": link, "days": tokens.GOOD_FOR.days}


def _move(letter: Letter) -> Told:
    if letter.move is None:
        return None
    if accounts.exists(letter.to):
        return "taken", {"was": letter.move.account.email}
    link = tokens.url("portal-move-open", tokens.MOVE, letter.move.pk)
    return "move", {"link": link, "days": tokens.GOOD_FOR.days, "was": letter.move.account.email}


def _moved(letter: Letter) -> Told:
    return None if letter.move is None else ("moved", {"now": letter.move.email})


def _closed(letter: Letter) -> Told:
    return "closed", {}


def _ending(letter: Letter) -> Told:
    """Tell what ends soon, unless nothing does any more."""
    if letter.reminder is None:
        return None
    days = reminding.told_of(letter.reminder)
    link = tokens.url("portal-still-open", tokens.STILL, letter.reminder.pk)
    told = {"dealer": letter.reminder.dealer, "days": days, "link": link, "lasts": lasting.days()}
    return ("ending", told) if days else None


_WRITERS: dict[Letter.Kind, Callable[[Letter], Told]] = {
    Letter.Kind.LINK: _link,
    Letter.Kind.PASSWORD: _password,
    Letter.Kind.REGISTER: _register,
    Letter.Kind.MOVE: _move,
    Letter.Kind.MOVED: _moved,
    Letter.Kind.CLOSED: _closed,
    Letter.Kind.ENDING: _ending,
}


def _password_link(account: User) -> str:
    who = urlsafe_base64_encode(force_bytes(account.pk))
    token = default_token_generator.make_token(account)
    return f"{settings.PUBLIC_URL}/portal/password/{who}/{token}"


def _mail(letter: Letter, name: str, context: dict[str, object]) -> EmailMultiAlternatives:
    context |= {"contact": settings.CONTACT_EMAIL}
    subject = render_to_string(f"portal/mail/{name}.subject.txt", context).strip()
    mail = EmailMultiAlternatives(
        subject=subject,
        body=render_to_string(f"portal/mail/{name}.txt", context),
        to=[letter.to],
        reply_to=[settings.CONTACT_EMAIL],
        headers={"Auto-Submitted": "auto-generated"},
    )
    mail.attach_alternative(render_to_string(f"portal/mail/{name}.html", context), "text/html")
    return mail
