"""The words of a letter: text first, the same in HTML."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import Count, Q, QuerySet
from django.template.loader import render_to_string

from carslink.dealers import claims
from carslink.dealers.models import Dealer
from carslink.stock.addresses import dealer_path
from carslink.stock.models import Listing
from carslink.welcome.models import Letter


def message(letter: Letter, dealers: Iterable[Any]) -> EmailMultiAlternatives:
    """Return the mail of a letter that was taken up, with the link of its claim.

    `dealers` are those of `with_live`, as they were when it was taken up.
    """
    assert letter.claim is not None
    told = [{"name": each.title, "live": each.live, "url": _page(each)} for each in dealers]
    context = {
        "partner": letter.partner.name,
        "dealers": told,
        "live": sum(each["live"] for each in told),
        "claim_url": claims.url(letter.claim),
        "days": claims.GOOD_FOR.days,
        "contact": settings.CONTACT_EMAIL,
    }
    mail = EmailMultiAlternatives(
        subject=render_to_string("welcome/subject.txt", context).strip(),
        body=render_to_string("welcome/letter.txt", context),
        to=[letter.email],
        reply_to=[settings.CONTACT_EMAIL],
        headers={
            # The same at each attempt, so that a mailbox may know a second copy for what it is.
            "Message-ID": f"<welcome.{letter.pk}.{letter.created_at:%Y%m%d%H%M%S}@{_host()}>",
            "Auto-Submitted": "auto-generated",
        },
    )
    mail.attach_alternative(render_to_string("welcome/letter.html", context), "text/html")
    return mail


def with_live(letter: Letter) -> QuerySet[Any]:
    """Return the dealers that the letter still has to welcome, by name, live vehicles counted."""
    live = Count("listings", filter=Q(listings__state=Listing.State.LIVE))
    enrolled = Dealer.objects.filter(welcomed__letter=letter, email__iexact=letter.email)
    return enrolled.annotate(live=live).filter(live__gt=0).order_by("name", "pk")


def _page(dealer: Dealer) -> str:
    return f"{settings.PUBLIC_URL}{dealer_path(dealer.page.slug)}"


def _host() -> str:
    return urlsplit(settings.PUBLIC_URL).hostname or "localhost"
