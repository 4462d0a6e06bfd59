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

def send(letter: Letter) -> None:
    """Write and send a letter, unless there is nobody to read it any more."""
    if letter.claim is not None:
        dealers = list(letter.claim.dealers.order_by("name", "pk"))
        link = claims.url(letter.claim)
        _mail(letter.to, "link", {"link": link, "dealers": dealers, "days": claims.GOOD_FOR.days})
    elif (account := accounts.of(letter.to)) is not None and account.has_usable_password():
        _mail(letter.to, "password", {"link": _password_link(account)})


def _password_link(account: User) -> str:
    who = urlsafe_base64_encode(force_bytes(account.pk))
    token = default_token_generator.make_token(account)
    return f"{settings.PUBLIC_URL}/portal/password/{who}/{token}"


def _mail(to: str, name: str, context: dict[str, object]) -> None:
    context |= {"contact": settings.CONTACT_EMAIL, "public_url": settings.PUBLIC_URL}
    subject = render_to_string(f"portal/mail/{name}.subject.txt", context).strip()
    text = render_to_string(f"portal/mail/{name}.txt", context)
    mail = EmailMultiAlternatives(subject, text, to=[to], reply_to=[settings.CONTACT_EMAIL])
    mail.attach_alternative(render_to_string(f"portal/mail/{name}.html", context), "text/html")
    mail.send()
