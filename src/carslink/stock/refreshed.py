"""When a listing was last refreshed: by what named it, or by its dealer's last full feed.

A full feed that changes nothing writes its time on the dealer alone. It speaks for every live
listing but those it left out, because they were skipped or held.
"""

from datetime import datetime

from django.conf import settings

from carslink.stock.models import Listing

# For a query over stock_listing l joined with dealers_dealer d.
EFFECTIVE = """
(CASE WHEN l.left_out OR d.full_feed_at IS NULL THEN l.refreshed_at
 ELSE greatest(l.refreshed_at, d.full_feed_at) END)
"""


def effective(refreshed_at: datetime, left_out: bool, full_feed_at: datetime | None) -> datetime:
    """Return when the listing was last refreshed, given its dealer's last full feed."""
    if left_out or full_feed_at is None:
        return refreshed_at
    return max(refreshed_at, full_feed_at)


def expires_at(listing: Listing, refreshed: datetime) -> datetime | None:
    """Return when a live listing goes unless something is done; None for one that is not live."""
    if listing.state != Listing.State.LIVE:
        return None
    if listing.held_since is not None:
        return listing.held_since + settings.HELD_AT_MOST
    return refreshed + settings.EXPIRE_AFTER + settings.EXPIRE_GRACE
