"""The mails of the portal: a link for claiming, and the way to a new password."""

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from carslink.dealers import claims
from carslink.portal import accounts
from carslink.portal.models import Letter


def write(letter: Letter) -> EmailMultiAlternatives | None:
    """Return the mail of a letter; None where there is nobody to read it."""
    if letter.claim is not None:
        dealers = list(letter.claim.dealers.order_by("name", "pk"))
        link = claims.url(letter.claim)
        context = {"link": link, "dealers": dealers, "days": claims.GOOD_FOR.days}
        return _mail(letter, "link", context) if dealers else None
    account = accounts.of(letter.to)
    if account is None or not account.has_usable_password():
        return None
    return _mail(letter, "password", {"link": _password_link(account)})


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
