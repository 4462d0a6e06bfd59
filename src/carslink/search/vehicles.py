"""One vehicle from the database, so that what was taken down is gone at the very next request."""

from typing import Any

from django.conf import settings

from carslink.search import pictures
from carslink.search.documents import card, dealer_card
from carslink.stock import twins
from carslink.stock.addresses import dealer_path
from carslink.stock.models import Listing
from carslink.stock.refreshed import effective


def find(listing: int) -> Listing | None:
    """Return a listing with its dealer, live or not."""
    found = Listing.objects.select_related("dealer__shown_with", "pictures")
    return found.filter(pk=listing).first()


def is_live(listing: Listing) -> bool:
    """Whether buyers may see the listing."""
    return listing.state == Listing.State.LIVE


def shown_instead(listing: Listing) -> Listing | None:
    """Return the listing of the same vehicle that a linked record of the dealer shows instead."""
    if not twins.siblings(listing.dealer_id):
        return None
    shown = twins.shown_instead([listing.pk]).get(listing.pk)
    return None if shown is None else find(shown)


def why_gone(listing: Listing) -> str:
    """Say in plain words why a listing is not live any more."""
    return Listing.Why(listing.taken_down_why).label if listing.taken_down_why else "taken down"


def gone(listing: Listing) -> dict[str, Any]:
    """Return what the API tells of a vehicle that was taken down."""
    return {
        "id": listing.pk,
        "status": listing.state,
        "gone_at": listing.taken_down_at,
        "why": why_gone(listing),
    }


def told(listing: Listing) -> dict[str, Any]:
    """Return what the API tells of a live vehicle: all that is public."""
    dealer = listing.dealer
    shown = card(listing)
    return {
        **shown,
        "url": f"{settings.PUBLIC_URL}{shown.pop('path')}",
        "images": pictures.addresses(listing),
        "description": listing.description,
        "listing_url": listing.listing_url,
        "changed_at": listing.changed_at,
        "refreshed_at": effective(listing, dealer).at,
        "dealer": {
            **dealer_card(dealer),
            "url": f"{settings.PUBLIC_URL}{dealer_path(dealer.page.slug)}",
            "address": dealer.address or None,
            "postcode": dealer.postcode or None,
            "phone": dealer.phone or None,
            "email": dealer.email or None,
            "website": dealer.website or None,
        },
    }
