"""A dealer's vehicles as its keeper sees them: every one, with its standing and what is amiss."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.paginator import Page, Paginator
from django.db.models import BooleanField, Count, F, Func, Q, Value
from django.utils import timezone

from carslink.dealers.models import Dealer
from carslink.portal import advice, photographs
from carslink.portal.photographs import Photographs
from carslink.stock import twins
from carslink.stock.contract import UNKNOWN_FIELD
from carslink.stock.models import Listing
from carslink.stock.refreshed import effective, expires_at
from carslink.vehicles.registration import format_registration

A_PAGE = 50
MOST_WORDS = 6
LATELY = timedelta(days=7)

_TO_MEND = Func(
    F("warnings"),
    Value(f'strict $[*] ? (@[1] != "{UNKNOWN_FIELD}")'),
    template="jsonb_path_exists(%(expressions)s::jsonpath)",
    output_field=BooleanField(),
)
"""A field that Carslink does not have is its partner's matter: the feed's page tells of it."""

_LIVE = Q(state=Listing.State.LIVE)
_HELD = Q(held_since__isnull=False)
STANDINGS: dict[str, tuple[str, Q]] = {
    "live": ("Live", _LIVE & ~_HELD),
    "held": ("On hold", _LIVE & _HELD),
    "expired": ("Expired", Q(state=Listing.State.EXPIRED)),
    "removed": ("Taken down", Q(state=Listing.State.REMOVED)),
    "mend": ("Something to mend", _LIVE & Q(_TO_MEND)),
    "photographs": ("Photographs missing", _LIVE & photographs.MISSING),
}
"""By what the list of vehicles is filtered, and as a dealer reads it; the last two cut across."""


@dataclass(frozen=True)
class Figures:
    """How many vehicles a dealer has, by standing."""

    live: int
    held: int
    expired_lately: int
    remarked: int
    without_photographs: int


@dataclass(frozen=True)
class Vehicle:
    """A vehicle in the list. `shown_by` is the partner whose linked record shows it instead."""

    listing: Listing
    plate: str
    standing: str
    refreshed_at: datetime
    expires_at: datetime | None
    remarks: list[str]
    photographs: Photographs | None
    uploaded: bool
    shown_by: str | None

    @property
    def standing_in_words(self) -> str:
        """The standing as a dealer reads it."""
        return STANDINGS[self.standing][0]


def figures(dealer: Dealer) -> Figures:
    """Count the dealer's vehicles."""
    lately = timezone.now() - LATELY
    expired = STANDINGS["expired"][1] & Q(taken_down_at__gte=lately)
    counted = Listing.objects.filter(dealer=dealer).aggregate(
        live=Count("pk", filter=STANDINGS["live"][1]),
        held=Count("pk", filter=STANDINGS["held"][1]),
        expired_lately=Count("pk", filter=expired),
        remarked=Count("pk", filter=STANDINGS["mend"][1]),
        without_photographs=Count("pk", filter=STANDINGS["photographs"][1]),
    )
    return Figures(**counted)


def find(dealer: Dealer, words: str, standing: str, page: str | int) -> "Page[Listing]":
    """Return a page of the dealer's vehicles that have all the words, in one standing or any.

    Live ones stand by make and model, those that went by when they went. A page that there is not
    is the nearest that there is.
    """
    found = Listing.objects.filter(dealer=dealer).defer("description")
    if standing in STANDINGS:
        found = found.filter(STANDINGS[standing][1])
    for word in words.split()[:MOST_WORDS]:
        found = found.filter(_has(word))
    order: tuple[str, ...] = ("make", "model", "registration", "pk")
    if standing not in ("live", "held", "mend", "photographs"):
        order = ("state", "-taken_down_at", *order)
    return Paginator(found.order_by(*order), A_PAGE).get_page(page)


def _has(word: str) -> Q:
    return (
        Q(registration__icontains=word)
        | Q(make__icontains=word)
        | Q(model__icontains=word)
        | Q(variant__icontains=word)
        | Q(source_id__icontains=word)
    )


def told(dealer: Dealer, page: "Page[Listing]") -> list[Vehicle]:
    """Return the vehicles of a page with all that the list tells of them."""
    live = [each for each in page if each.state == Listing.State.LIVE]
    shown_by, kept = _shown_by(dealer, [each.pk for each in live]), photographs.of(live)
    return [_vehicle(dealer, each, shown_by.get(each.pk), kept.get(each.pk)) for each in page]


def _vehicle(
    dealer: Dealer, listing: Listing, shown_by: str | None, kept: Photographs | None
) -> Vehicle:
    refreshed = effective(listing, dealer)
    is_held = listing.held_since is not None
    return Vehicle(
        listing=listing,
        plate=format_registration(listing.registration),
        standing="held" if is_held else listing.state,
        refreshed_at=refreshed.at if listing.state == Listing.State.LIVE else listing.refreshed_at,
        expires_at=expires_at(listing, refreshed),
        remarks=[
            advice.plain(reason) for _, reason in listing.warnings or () if reason != UNKNOWN_FIELD
        ],
        photographs=kept,
        uploaded=listing.state == Listing.State.LIVE and refreshed.uploaded,
        shown_by=shown_by,
    )


def _shown_by(dealer: Dealer, live: list[int]) -> dict[int, str]:
    """Return, of a linked dealer's live vehicles, whose feed's entry buyers see instead."""
    if not twins.siblings(dealer.pk):
        return {}
    instead = twins.shown_instead(live)
    senders = Listing.objects.select_related("dealer__partner").only("dealer__partner")
    names = {
        each.pk: each.dealer.partner.called for each in senders.filter(pk__in=instead.values())
    }
    return {mine: names[other] for mine, other in instead.items()}
