"""Vehicles that lack nothing but photographs: kept until their dealer has dropped enough of them.

A draft is of a registration of a dealer's own record, once. It goes when the vehicle is live,
however that came about.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import chain, islice
from typing import Any

import msgspec
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from carslink.dealers import register
from carslink.dealers.models import Dealer
from carslink.stock import contract, dropped
from carslink.stock.accept import UPLOAD, Incoming, accept, new_sync_id
from carslink.stock.models import Listing
from carslink.stock.refreshed import effective
from carslink.stock.values import MAX_IMAGES, MIN_IMAGES, is_https_url
from carslink.upload.models import Draft

NEEDED = MIN_IMAGES
KEPT = timedelta(days=90)
"""Without a change. Then its price and mileage say nothing any more."""

BATCH = 5_000

Change = Callable[[list[str]], list[str]]


class NoSuchVehicle(LookupError):
    """The dealer has neither a draft nor an uploaded live vehicle with this registration."""


class TooFew(ValueError):
    """A vehicle that is on sale would have fewer photographs than it needs."""


class NotTaken(ValueError):
    """The core does not take the vehicle, even with its photographs; the message says why."""


@dataclass(frozen=True)
class Vehicle:
    """A vehicle with its photographs as listings name them, on sale or not yet."""

    registration: str
    facts: Mapping[str, Any]
    images: list[str] = field(default_factory=list)
    listing: Listing | None = None

    @property
    def is_live(self) -> bool:
        """Whether it is on sale."""
        return self.listing is not None

    @property
    def lacking(self) -> int:
        """How many photographs it needs before it can go live."""
        return max(0, NEEDED - len(self.images))


def keep(dealer: Dealer, listings: Iterable[Mapping[str, Any]]) -> int:
    """Keep cleaned listings as drafts, each vehicle once; returns how many.

    A vehicle that is live is none; the drafts of those that are go. One that is a draft already is
    told anew, and has the photographs that were dropped on it.
    """
    kept = 0
    rest = iter(listings)
    with transaction.atomic():
        register.lock_known(dealer.pk)
        forget_live(dealer)
        while part := list(islice(rest, BATCH)):
            kept += _keep(dealer, part)
        _let_wait(dealer)
    return kept


def of(dealer: Dealer) -> QuerySet[Draft]:
    """Return a dealer's drafts, those that lack least first."""
    live = _live(dealer).filter(registration=OuterRef("registration"))
    mine = Draft.objects.filter(~Exists(live), dealer=dealer)
    return mine.order_by("-images__len", "registration")


def find(dealer: Dealer, registration: str) -> Vehicle:
    """Return the vehicle with a registration. Raises NoSuchVehicle."""
    listing = _live(dealer).filter(registration=registration).first()
    if listing is not None and effective(listing, dealer).uploaded:
        facts = {name: getattr(listing, name) for name in ("make", "model", "variant", "year")}
        return Vehicle(registration, facts, list(listing.images), listing)
    draft = Draft.objects.filter(dealer=dealer, registration=registration).first()
    if listing is not None or draft is None:
        raise NoSuchVehicle(registration)
    return Vehicle(registration, draft.listing, list(draft.images))


def change(dealer: Dealer, registration: str, change: Change) -> Vehicle:
    """Change a vehicle's photographs. Of one on sale buyers see it at once.

    Raises NoSuchVehicle, TooFew, and NotTaken.
    """
    with transaction.atomic():
        locked = register.lock_known(dealer.pk)
        if locked is None:
            raise NoSuchVehicle(registration)
        before = find(locked, registration)
        images = list(dict.fromkeys(change(before.images)))[:MAX_IMAGES]
        if images == before.images:
            return before
        if before.is_live:
            if len(images) < NEEDED:
                raise TooFew
            _take(dealer, {"registration": registration, "images": images})
        else:
            Draft.objects.filter(dealer=dealer, registration=registration).update(
                images=images, changed_at=timezone.now()
            )
            _let_wait(dealer)
    return find(dealer, registration)


def go_live(dealer: Dealer, registration: str) -> Vehicle:
    """Put a draft with enough photographs on sale. Raises NoSuchVehicle, TooFew and NotTaken."""
    with transaction.atomic():
        register.lock_known(dealer.pk)
        draft = find(dealer, registration)
        if draft.is_live:
            return draft  # by another request, just now
        if draft.lacking:
            raise TooFew
        Draft.objects.filter(dealer=dealer, registration=registration).delete()
        _let_wait(dealer)
        _take(dealer, {**draft.facts, "images": draft.images})
    return find(dealer, registration)


def remove(dealer: Dealer, registration: str) -> None:
    """Delete a draft with its photographs, where there is one."""
    with transaction.atomic():
        register.lock_known(dealer.pk)
        Draft.objects.filter(dealer=dealer, registration=registration).delete()
        _let_wait(dealer)


def forget_live(dealer: Dealer) -> int:
    """Delete the drafts of vehicles that are live; returns how many there were."""
    live = _live(dealer).filter(registration=OuterRef("registration"))
    return Draft.objects.filter(Exists(live), dealer=dealer).delete()[0]


def forget_old() -> int:
    """Delete the drafts that nobody has touched for long; returns how many."""
    old = Draft.objects.filter(changed_at__lt=timezone.now() - KEPT)
    gone = 0
    for dealer in Dealer.objects.filter(pk__in=old.values("dealer")):
        with transaction.atomic():
            gone += old.filter(dealer=dealer).delete()[0]
            _let_wait(dealer)
    return gone


def forget_dealer(dealer: Dealer) -> None:
    """Delete all drafts of a dealer. Must be called in a transaction."""
    Draft.objects.filter(dealer=dealer).delete()
    _let_wait(dealer)


def _keep(dealer: Dealer, listings: Sequence[Mapping[str, Any]]) -> int:
    told = {
        mark: listing
        for listing in listings
        if (mark := contract.registration_of(listing.get("registration")))
    }
    for mark in _live(dealer).filter(registration__in=told).values_list("registration", flat=True):
        del told[mark]
    known = Draft.objects.filter(dealer=dealer, registration__in=told)
    before = dict(known.values_list("registration", "images"))
    now = timezone.now()
    rows = [
        Draft(
            dealer=dealer,
            registration=mark,
            listing={name: value for name, value in listing.items() if name != "images"},
            images=_merged(before.get(mark, []), listing.get("images")),
            changed_at=now,
        )
        for mark, listing in told.items()
    ]
    Draft.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["dealer", "registration"],
        update_fields=["listing", "images", "changed_at"],
    )
    return len(rows)


def _merged(before: list[str], sent: object) -> list[str]:
    """Return a draft's photographs when its row comes again: those dropped stay where they are."""
    entries = sent if isinstance(sent, list) else []
    urls = [each for each in entries if is_https_url(each)]
    stay = [each for each in before if each.startswith(dropped.PREFIX) or each in urls]
    return list(dict.fromkeys([*stay, *urls]))


def _take(dealer: Dealer, listing: Mapping[str, Any]) -> None:
    """Give one vehicle to the core. Must be last in its transaction. Raises NotTaken."""
    entry = msgspec.json.encode(listing)
    incoming = Incoming(
        partner=dealer.partner,
        partner_dealer_id=dealer.partner_dealer_id,
        dealer={},
        mode="partial",
        entries=[entry],
        payload=entry,
        door=UPLOAD,
    )
    skipped = msgspec.json.decode(accept(incoming, new_sync_id()))["skipped_listings"]
    if skipped:
        raise NotTaken(skipped[0]["reason"])


def _let_wait(dealer: Dealer) -> None:
    """Let the photographs of the dealer's drafts be kept until these go live."""
    of_drafts = Draft.objects.filter(dealer=dealer).exclude(images=[])
    images = chain.from_iterable(of_drafts.values_list("images", flat=True))
    dropped.wait(dealer.pk, images)


def _live(dealer: Dealer) -> QuerySet[Listing]:
    return Listing.objects.filter(dealer=dealer, state=Listing.State.LIVE)
