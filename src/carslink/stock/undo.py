"""What an operator may do about a feed: say yes to its held removals, or bring back what it took.

Both work under the dealer's lock, as a feed does.
"""

import msgspec
import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from carslink.dealers import register
from carslink.dealers.models import Dealer
from carslink.stock import write
from carslink.stock.models import Feed, Listing
from carslink.stock.write import Event, Happened, Plan, Why

log = structlog.get_logger(__name__)


class NoSuchFeed(LookupError):
    """There is no feed with this sync id."""


def release(sync_id: str) -> int:
    """Take down what the brake held of this feed's removals and nothing has freed since.

    Returns how many listings went. Raises NoSuchFeed.
    """
    with transaction.atomic():
        feed, dealer = _locked(sync_id)
        if not msgspec.json.decode(feed.receipt)["feed"]["held"]:
            return 0  # a feed between two that held, a partial say, held nothing itself
        held = Listing.objects.filter(
            dealer=feed.dealer_id,
            state=Listing.State.LIVE,
            held_from__lte=feed.number,
            held_to__gte=feed.number,
        )
        listings = list(held.values_list("pk", flat=True))
        plan = Plan(
            feed.dealer_id, timezone.now(), feed=feed.pk, number=feed.number,
            full_feed_at=dealer.full_feed_at, full_feed_uploaded=dealer.full_feed_uploaded,
        )  # fmt: skip
        plan.taken_down = [(listing, Why.RELEASED) for listing in listings]
        plan.history = [Happened(Event.REMOVED, listing, Why.RELEASED) for listing in listings]
        write.apply(plan)
    log.info("held removals released", sync_id=sync_id, listings=len(listings))
    return len(listings)


def restore(sync_id: str) -> tuple[int, int]:
    """Bring back what this feed took down, within `RESTORE_WITHIN`.

    Passed over are listings sent since, and those whose registration is live elsewhere in the
    dealer's stock. Returns how many came back and how many were passed over. Raises NoSuchFeed.
    """
    with transaction.atomic():
        feed, _ = _locked(sync_id)
        now = timezone.now()
        down = Listing.objects.filter(
            dealer=feed.dealer_id,
            taken_down_by=feed.pk,
            taken_down_at__gte=now - settings.RESTORE_WITHIN,
        ).exclude(state=Listing.State.LIVE)
        listings = list(_one_a_registration(down))
        plan = Plan(feed.dealer_id, now, feed=feed.pk, number=feed.number)
        plan.restored = listings
        plan.history = [Happened(Event.RESTORED, listing) for listing in listings]
        passed_over = _named_as_taken_down(feed) - len(listings)
        write.apply(plan)
    log.info("feed restored", sync_id=sync_id, listings=len(listings), passed_over=passed_over)
    return len(listings), passed_over


def _locked(sync_id: str) -> tuple[Feed, Dealer]:
    """Return the feed and its dealer, whose row is locked."""
    feed = Feed.objects.filter(sync_id=sync_id).first()
    dealer = None if feed is None else register.lock_known(feed.dealer_id)
    if feed is None or dealer is None:
        raise NoSuchFeed(f"there is no feed {sync_id}")
    return feed, dealer


def _one_a_registration(down: QuerySet[Listing]) -> list[int]:
    """Return the ids whose registration is free, the one last taken down of each."""
    live = Listing.objects.filter(
        dealer=OuterRef("dealer"), state=Listing.State.LIVE, registration=OuterRef("registration")
    )
    free = down.filter(~Exists(live)).order_by("registration", "-taken_down_at", "-pk")
    return list(free.distinct("registration").values_list("pk", flat=True))


def _named_as_taken_down(feed: Feed) -> int:
    """Return how many listings the feed took down, whatever has become of them."""
    return feed.history.filter(event=Event.REMOVED).values("listing").distinct().count()
