"""A record that goes for good: its stock at once, what is left of it a month later.

In between the record has no name and no contact, and its vehicles' pages answer 410. Their rows
stay so long for the followers of the stock to have heard of it, and for links to say why.
"""

import secrets
from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone

from carslink.dealers import profile, register
from carslink.dealers.models import Dealer, FormerSlug
from carslink.stock import records, write
from carslink.stock.models import Listing
from carslink.stock.write import Event, Happened, Plan, Why

BATCH = 5_000

_PAYLOADS = """
DELETE FROM stock_payload p USING stock_feed f WHERE f.id = p.feed_id AND f.dealer_id = %s
"""
_HISTORY = """
DELETE FROM stock_history h USING stock_listing l WHERE l.id = h.listing_id AND l.dealer_id = %s
"""
_FEEDS = "DELETE FROM stock_feed WHERE dealer_id = %s"
_OF_LISTINGS = """
DELETE FROM {table} t USING stock_listing l WHERE l.id = t.listing_id AND l.dealer_id = %s
"""


def leave(dealer: Dealer) -> int:
    """Take down all stock of a record, forget its feeds and who it was; returns how many went.

    Must be called in a transaction, as the last thing in it that takes time.
    """
    if dealer.shown_with_id is not None or dealer.others.exists():
        records.unlink(dealer)
    locked = register.lock_known(dealer.pk)
    assert locked is not None
    with connection.cursor() as cursor:
        for statement in (_PAYLOADS, _HISTORY, write.FORGET_TAKERS_OF, _FEEDS):
            cursor.execute(statement, (locked.pk,))
    _forget_who(locked)
    live = Listing.objects.filter(dealer=locked, state=Listing.State.LIVE)
    plan = Plan(locked.pk, timezone.now())
    plan.taken_down = [(listing, Why.DELETED) for listing in live.values_list("pk", flat=True)]
    plan.history = [Happened(Event.REMOVED, listing, why) for listing, why in plan.taken_down]
    write.apply(plan)
    return len(plan.taken_down)


def _forget_who(dealer: Dealer) -> None:
    profile.update(dealer, dict.fromkeys(profile.FIELDS))
    dealer.slug = f"closed-{secrets.token_hex(6)}"  # the old one said who it was
    dealer.save()
    dealer.keepers.clear()
    FormerSlug.objects.filter(dealer=dealer).delete()


def erase(before: datetime) -> int:
    """Delete the records that were closed before this time; returns how many."""
    closed = Dealer.objects.filter(partner__closed_at__lt=before).select_related("partner")
    gone = 0
    for dealer in closed:
        with connection.cursor() as cursor:
            for table in ("stock_history", "stock_pictures", "stock_change"):
                cursor.execute(_OF_LISTINGS.format(table=table), (dealer.pk,))
            while True:  # in steps, each its own transaction
                cursor.execute(write.FORGET_LISTINGS_OF, (dealer.pk, BATCH))
                if cursor.rowcount < BATCH:
                    break
        with transaction.atomic():
            dealer.delete()
            dealer.partner.delete()
        gone += 1
    return gone
