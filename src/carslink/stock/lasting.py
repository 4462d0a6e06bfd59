"""Stock that came as an upload: no machine keeps it, but its dealer's word every 30 days."""

from dataclasses import dataclass
from datetime import datetime

import structlog
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from carslink.dealers import register
from carslink.dealers.models import Dealer
from carslink.stock import write
from carslink.stock.refreshed import EFFECTIVE, UPLOADED
from carslink.stock.write import Plan

log = structlog.get_logger(__name__)

# What is held waits for the operator: no word of the dealer frees it, and no life of its own ends.
_LIVE = f"""
FROM stock_listing l JOIN dealers_dealer d ON d.id = l.dealer_id
WHERE l.state = 'live' AND l.held_since IS NULL AND {UPLOADED}
"""
_OF_DEALER = f"SELECT l.id {_LIVE} AND l.dealer_id = %s"
_ENDING = f"""
SELECT {EFFECTIVE}, count(*) {_LIVE} AND l.dealer_id = %s
GROUP BY 1 ORDER BY 1
"""
_FIRST = f"""
SELECT l.dealer_id, min({EFFECTIVE}) {_LIVE}
GROUP BY l.dealer_id HAVING min({EFFECTIVE}) < %s ORDER BY l.dealer_id
"""


@dataclass(frozen=True)
class Ending:
    """So many of a dealer's uploaded vehicles end at this time unless something is done."""

    at: datetime
    vehicles: int


def days() -> int:
    """Return for how many days a dealer's word keeps its stock."""
    lasts: int = settings.UPLOADED_EXPIRE_AFTER.days
    return lasts


def still_there(dealer: Dealer) -> int:
    """Refresh all uploaded live stock of a record, by its dealer's word; returns how many.

    No card shows when, so that nothing is numbered.
    """
    with transaction.atomic():
        locked = register.lock_known(dealer.pk)
        if locked is None:
            return 0
        with connection.cursor() as cursor:
            cursor.execute(_OF_DEALER, (dealer.pk,))
            listings = [id_ for (id_,) in cursor.fetchall()]
        plan = Plan(dealer.pk, timezone.now())
        plan.confirmed = listings
        write.apply(plan)
    log.info("uploaded stock confirmed", dealer=dealer.slug, listings=len(listings))
    return len(listings)


def ending(dealer: int) -> list[Ending]:
    """Return when a dealer's uploaded stock ends, the first to end first."""
    with connection.cursor() as cursor:
        cursor.execute(_ENDING, (dealer,))
        return [Ending(_ends(at), vehicles) for at, vehicles in cursor.fetchall()]


def first_to_end(before: datetime) -> list[tuple[int, datetime]]:
    """Return the dealers whose uploaded stock begins to end before this time, and when."""
    with connection.cursor() as cursor:
        cursor.execute(_FIRST, (before - settings.UPLOADED_EXPIRE_AFTER,))
        return [(dealer, _ends(at)) for dealer, at in cursor.fetchall()]


def _ends(refreshed_at: datetime) -> datetime:
    return refreshed_at + settings.UPLOADED_EXPIRE_AFTER
