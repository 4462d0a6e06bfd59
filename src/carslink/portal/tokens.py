"""The links that the portal mails: signed, for a week, each for one row that ends with its use."""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

GOOD_FOR = timedelta(days=7)
REGISTER, MOVE = "carslink.portal.register", "carslink.portal.move"
STILL = "carslink.portal.still"
"""What a link is for: one of a kind is no good for another."""


def url(name: str, purpose: str, key: int) -> str:
    """Return a link to the page of this name that stands for the row with this key."""
    token = signing.dumps(key, salt=purpose)
    return f"{settings.PUBLIC_URL}{reverse(name, args=[token])}"


def out_of_address(request: HttpRequest, key: str, token: str, page: str) -> HttpResponse:
    """Keep a link's token in the session, and lead to the page that reads it: decision 0009."""
    request.session[key] = token
    moved = HttpResponseRedirect(reverse(page))
    moved.headers["Referrer-Policy"] = "no-referrer"
    return moved


def read(purpose: str, token: str, good_for: timedelta = GOOD_FOR) -> int:
    """Return the key that a link of this purpose stands for; 0 where it is too old or not ours.

    No row has 0. Whether the row is still there, and what it may do, is for the caller to look up.
    """
    try:
        key = signing.loads(token, salt=purpose, max_age=good_for)
    except signing.BadSignature:
        return 0
    return int(key)
