"""What a partner may ask about its feeds, its dealers and their listings."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

import msgspec
from django.conf import settings
from django.db.models import Count, Q, QuerySet

from carslink.api.refusals import NotFound
from carslink.dealers.models import Dealer
from carslink.partners.models import Partner
from carslink.stock import addresses, changes, made
from carslink.stock.models import Feed, Listing
from carslink.stock.receipts import dealer_object
from carslink.stock.refreshed import effective, expires_at

Answer = dict[str, Any]
SEARCH = "search"  # the follower that must have come by before a feed is complete


def feed_status(partner: Partner, sync_id: str) -> Answer:
    """Return a feed's receipt and how far what follows it has come. Raises NotFound."""
    feed = Feed.objects.filter(partner=partner, sync_id=sync_id).first()
    if feed is None:
        raise NotFound("sync_id", "there is no feed of yours with this sync_id")
    return {
        **msgspec.json.decode(feed.receipt),
        "status": _status(feed, changes.followed(SEARCH), made.awaited([feed])),
        "created": feed.created,
        "updated": feed.updated,
        "unchanged": feed.unchanged,
        "images": made.image_report(feed.pk),
        "descriptions": {"total": 0, "done": 0, "failed": 0},
    }


def feeds(partner: Partner, dealer: str | None, after: str | None, limit: int) -> Answer:
    """Return a page of the partner's feeds, the newest first."""
    mine = Feed.objects.filter(partner=partner).select_related("dealer").order_by("-id")
    if dealer is not None and not partner.is_own:
        mine = mine.filter(dealer__partner_dealer_id=dealer)
    if after is not None:
        last = Feed.objects.filter(partner=partner, sync_id=after).first()
        if last is None:
            raise NotFound("after", "there is no feed of yours with this sync_id")
        mine = mine.filter(id__lt=last.pk)
    page, more = _page(mine, limit)
    where = {"dealer": dealer, "limit": limit, "after": page[-1].sync_id if more else None}
    searchable, awaited = changes.followed(SEARCH), made.awaited(page)
    items = [_summary(feed, searchable, awaited) for feed in page]
    return {"items": items, "next": _next("/stock", where)}


def dealers(partner: Partner, after: str | None, limit: int) -> Answer:
    """Return a page of the partner's dealers, by their partner_dealer_id."""
    mine = _dealers_of(partner).order_by("partner_dealer_id")
    if after is not None:
        mine = mine.filter(partner_dealer_id__gt=after)
    page, more = _page(mine, limit)
    where = {"limit": limit, "after": page[-1].partner_dealer_id if more else None}
    items = [dealer_object(dealer, dealer.live) for dealer in page]
    return {"items": items, "next": _next("/dealers", where)}


def dealer(partner: Partner, partner_dealer_id: str) -> Answer:
    """Return one dealer of the partner. Raises NotFound."""
    found = _dealer(partner, partner_dealer_id)
    profile = {
        name: getattr(found, name) or None
        for name in ("address", "postcode", "phone", "email", "website")
    }
    seen = found.full_feed_at
    return {
        **dealer_object(found, found.live, partner_dealer_id),
        **profile,
        "full_feed_at": None if seen is None else timestamp(seen),
    }


def listings(
    partner: Partner, partner_dealer_id: str, status: str | None, after: int, limit: int
) -> Answer:
    """Return a page of a dealer's listings, in the order in which they came. Raises NotFound."""
    owner = _dealer(partner, partner_dealer_id)
    mine = Listing.objects.filter(dealer=owner, pk__gt=after).order_by("pk").defer("description")
    if status is not None:
        mine = mine.filter(state=status)
    page, more = _page(mine, limit)
    where = {"status": status, "limit": limit, "after": page[-1].pk if more else None}
    path = f"/dealers/{addresses.quoted(partner_dealer_id)}/listings"
    return {"items": [_listing(each, owner) for each in page], "next": _next(path, where)}


def timestamp(at: datetime) -> str:
    """Return a time as the API has it: UTC, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _dealers_of(partner: Partner) -> QuerySet[Any]:
    live = Count("listings", filter=Q(listings__state=Listing.State.LIVE))
    return Dealer.objects.filter(partner=partner).annotate(live=live)


def _dealer(partner: Partner, partner_dealer_id: str) -> Any:
    """Return one dealer of the partner; to a dealer's own key its record, by whatever name."""
    mine = _dealers_of(partner)
    named = mine if partner.is_own else mine.filter(partner_dealer_id=partner_dealer_id)
    found = named.first()
    if found is None:
        raise NotFound("partner_dealer_id", "there is no dealer of yours with this id")
    return found


def _status(feed: Feed, searchable: int, awaited: set[int]) -> str:
    """Return "complete" once the feed's changes are searchable and its photographs settled."""
    done = feed.changes_n is None or feed.changes_n <= searchable
    return "complete" if done and feed.pk not in awaited else "accepted"


def _summary(feed: Feed, searchable: int, awaited: set[int]) -> Answer:
    told = msgspec.json.decode(feed.receipt)["feed"]
    return {
        "sync_id": feed.sync_id,
        "partner_dealer_id": feed.dealer.partner_dealer_id,
        "mode": feed.mode,
        "status": _status(feed, searchable, awaited),
        **{name: told[name] for name in ("received", "accepted", "skipped", "removed", "held")},
        "created": feed.created,
        "updated": feed.updated,
        "unchanged": feed.unchanged,
        "timestamp": timestamp(feed.accepted_at),
    }


def _listing(listing: Listing, owner: Dealer) -> Answer:
    refreshed = effective(listing, owner)
    expires = expires_at(listing, refreshed)
    return {
        "source_id": listing.source_id,
        "registration": listing.registration,
        "status": listing.state,
        "held": listing.held_since is not None,
        "url": settings.PUBLIC_URL + addresses.path_of(listing),
        "refreshed_at": timestamp(refreshed.at),
        "expires_at": None if expires is None else timestamp(expires),
        "warnings": [
            {"field": field, "reason": reason} for field, reason in listing.warnings or ()
        ],
    }


def _page(rows: QuerySet[Any], limit: int) -> tuple[list[Any], bool]:
    """Return so many rows, and whether there are more."""
    page = list(rows[: limit + 1])
    return page[:limit], len(page) > limit


def _next(path: str, where: Mapping[str, object]) -> str | None:
    if where["after"] is None:
        return None
    query = urlencode({name: value for name, value in where.items() if value is not None})
    return f"{settings.PUBLIC_URL}/api/v1{path}?{query}"
