"""Stock that nobody refreshes goes: after 24 hours and a grace, or after 7 days on hold.

Uploaded stock has no machine behind it, and goes after 30 days.
"""

from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from carslink.dealers import register
from carslink.stock import uptime, write
from carslink.stock.refreshed import EFFECTIVE, UPLOADED
from carslink.stock.write import Event, Happened, Plan, Why

log = structlog.get_logger(__name__)

_LIVE = "FROM stock_listing l JOIN dealers_dealer d ON d.id = l.dealer_id WHERE l.state = 'live'"
# A held listing is not refreshed, and yet stays until somebody decides, within HELD_AT_MOST.
_DUE = f"""
CASE WHEN l.held_since IS NOT NULL THEN l.held_since < %(held)s
     WHEN {UPLOADED} THEN {EFFECTIVE} < %(stale_upload)s
     ELSE {EFFECTIVE} < %(stale)s END
"""
# Dealers whose last full feed is fresh are passed over, but for what that feed left out.
_DEALERS = f"""
SELECT DISTINCT l.dealer_id {_LIVE}
AND (l.left_out OR d.full_feed_at IS NULL OR d.full_feed_at < %(stale)s) AND {_DUE}
ORDER BY l.dealer_id
"""
_LISTINGS = f"SELECT l.id {_LIVE} AND l.dealer_id = %(dealer)s AND {_DUE}"


def expire(now: datetime | None = None) -> int:
    """Take down all that is stale, dealer by dealer; returns how many listings went.

    Does nothing while feeds cannot be taken: nobody could have refreshed anything.
    """
    now = now or timezone.now()
    if not uptime.takes_feeds(now):
        log.info("nothing expires while feeds cannot be taken")
        return 0
    limits = {
        "stale": uptime.moment_before(now, settings.EXPIRE_AFTER + settings.EXPIRE_GRACE),
        "stale_upload": uptime.moment_before(now, settings.UPLOADED_EXPIRE_AFTER),
        "held": now - settings.HELD_AT_MOST,
    }
    with connection.cursor() as cursor:
        cursor.execute(_DEALERS, limits)
        dealers = [dealer for (dealer,) in cursor.fetchall()]
    expired = sum(_expire_dealer(dealer, now, limits) for dealer in dealers)
    uptime.forget_outages(now - settings.UPLOADED_EXPIRE_AFTER - timedelta(days=30))
    return expired


def _expire_dealer(dealer_id: int, now: datetime, limits: dict[str, datetime]) -> int:
    """Take down one dealer's stale listings, looked at again under its lock."""
    with transaction.atomic():
        dealer = register.lock_known(dealer_id)
        if dealer is None:
            return 0
        with connection.cursor() as cursor:
            cursor.execute(_LISTINGS, {**limits, "dealer": dealer_id})
            stale = [listing for (listing,) in cursor.fetchall()]
        plan = Plan(dealer_id, now)
        plan.taken_down = [(listing, Why.EXPIRED) for listing in stale]
        plan.history = [Happened(Event.EXPIRED, listing, Why.EXPIRED) for listing in stale]
        write.apply(plan)
    if stale:
        log.info("listings expired", dealer=dealer.slug, listings=len(stale))
    return len(stale)
