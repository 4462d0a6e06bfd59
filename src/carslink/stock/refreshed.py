"""When a listing was last refreshed, and through which door: that decides how long it lives.

Either by what named it, or by its dealer's last full feed. A full feed that changes nothing writes
its time and its door on the dealer alone. It speaks for every live listing but those it left out,
because they were skipped or held.
"""

from datetime import datetime
from typing import NamedTuple

from django.conf import settings

from carslink.dealers.models import Dealer
from carslink.stock.models import Listing

# For a query over stock_listing l joined with dealers_dealer d. Without a full feed: not true.
_SPOKEN_FOR = "NOT l.left_out AND d.full_feed_at > l.refreshed_at"
EFFECTIVE = f"(CASE WHEN {_SPOKEN_FOR} THEN d.full_feed_at ELSE l.refreshed_at END)"
UPLOADED = f"(CASE WHEN {_SPOKEN_FOR} THEN d.full_feed_uploaded ELSE l.uploaded END)"


class Refreshed(NamedTuple):
    """When a listing was last refreshed, and whether by an upload."""

    at: datetime
    uploaded: bool


def effective(listing: Listing, dealer: Dealer) -> Refreshed:
    """Return what last refreshed a listing of this dealer."""
    full_feed_at = dealer.full_feed_at
    if listing.left_out or full_feed_at is None or full_feed_at <= listing.refreshed_at:
        return Refreshed(listing.refreshed_at, listing.uploaded)
    return Refreshed(full_feed_at, dealer.full_feed_uploaded)


def expires_at(listing: Listing, refreshed: Refreshed) -> datetime | None:
    """Return when a live listing goes unless something is done; None for one that is not live."""
    if listing.state != Listing.State.LIVE:
        return None
    if listing.held_since is not None:
        return listing.held_since + settings.HELD_AT_MOST
    if refreshed.uploaded:
        return refreshed.at + settings.UPLOADED_EXPIRE_AFTER
    return refreshed.at + settings.EXPIRE_AFTER + settings.EXPIRE_GRACE
