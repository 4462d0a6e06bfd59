"""How a dealer's account comes about: an offer to an e-mail address, taken up once, within 14 days.

Whoever opens the link has shown that the mail reached them. What the link may still do is looked up
when it is opened: it is void once used, and for a dealer whose e-mail address has changed since.
"""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core import signing
from django.db import transaction
from django.utils import timezone

from carslink.dealers.models import Claim, Dealer

GOOD_FOR = timedelta(days=14)
_SIGNER = "carslink.dealers.claim"


class NoSuchClaim(LookupError):
    """The link is not one of ours, or was cut off on its way."""


class ClaimEnded(LookupError):
    """The link is older than 14 days, or the dealer's e-mail address has changed since."""


class ClaimUsed(LookupError):
    """The link has done its work already."""


def offer(email: str, dealers: Iterable[Dealer]) -> Claim:
    """Make an offer to look after these dealers; it must be sent to this address alone."""
    claim = Claim.objects.create(email=email)
    claim.dealers.set(dealers)
    return claim


def url(claim: Claim) -> str:
    """Return the link by which the offer is taken up."""
    token = signing.dumps(claim.pk, salt=_SIGNER)
    return f"{settings.PUBLIC_URL}/portal/claim/{token}"


def find(token: str) -> tuple[Claim, list[Dealer]]:
    """Return the offer behind a link, and the dealers that it still stands for.

    Raises NoSuchClaim, ClaimEnded or ClaimUsed.
    """
    try:
        key = signing.loads(token, salt=_SIGNER, max_age=GOOD_FOR)
    except signing.SignatureExpired as expired:
        raise ClaimEnded from expired
    except signing.BadSignature as bad:
        raise NoSuchClaim from bad
    claim = Claim.objects.filter(pk=key).first()
    if claim is None:
        raise NoSuchClaim
    if claim.used_at is not None:
        raise ClaimUsed
    dealers = list(claim.dealers.filter(email__iexact=claim.email).order_by("name", "pk"))
    if not dealers:
        raise ClaimEnded
    return claim, dealers


def named(token: str) -> list[Dealer]:
    """Return the dealers that a link of ours was about, whatever it may still do."""
    try:
        key = signing.loads(token, salt=_SIGNER)
    except signing.BadSignature:
        return []
    return list(Dealer.objects.filter(claims=key).order_by("name", "pk"))


def take(claim: Claim, account: AbstractBaseUser, dealers: Iterable[Dealer]) -> None:
    """Let an account look after the dealers; the offer ends with it. Raises ClaimUsed."""
    with transaction.atomic():
        mine = Claim.objects.filter(pk=claim.pk, used_at=None)
        if not mine.update(used_at=timezone.now()):
            raise ClaimUsed
        for dealer in dealers:
            dealer.keepers.add(account.pk)
