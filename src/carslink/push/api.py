"""The partner API: `POST /api/v1/stock`, and what stands beside it."""

from typing import Annotated, Literal

import msgspec
from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema
from ninja.security import APIKeyHeader
from pydantic import StringConstraints

from carslink.api.refusals import RefusalOut
from carslink.partners import keys
from carslink.partners.models import ApiKey
from carslink.push import door, reports, schemas
from carslink.push.reports import Answer


class PartnerKey(APIKeyHeader):
    """The partner's key, in its header."""

    param_name = "X-Dealer-Api-Key"

    def authenticate(self, request: HttpRequest, key: str | None) -> ApiKey | None:
        return keys.authenticate(key) if key else None


class Authenticated(HttpRequest):
    """A request whose key was good."""

    auth: ApiKey


router = Router(auth=PartnerKey(), tags=["Stock"])

REFUSALS = dict.fromkeys((400, 401, 409, 413, 415, 422, 429, 503), RefusalOut)
ASKED = dict.fromkeys((401, 404, 422), RefusalOut)
IDEMPOTENCY_KEY = {
    "in": "header",
    "name": "Idempotency-Key",
    "required": False,
    "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"},
    "description": "The same key with the same body is applied once within 24 hours, and "
    "answered with the first receipt.",
}
# PostgreSQL keeps no NUL, so nothing of ours is called by one.
Text = Annotated[str, StringConstraints(pattern="^[^\\x00]*$", max_length=100)]


class Paging(Schema):
    """Which part of a list is wanted; `next` of the answer has it all filled in."""

    after: Text | None = Field(None, description="Begin behind this one.")
    limit: int = Field(50, ge=1, le=100, description="How many items a page has.")


class FeedsWanted(Paging):
    dealer: Text | None = Field(None, description="Only feeds of this partner_dealer_id.")


class ListingsWanted(Schema):
    status: Literal["live", "removed", "expired"] | None = None
    after: int = Field(0, ge=0, le=2**63 - 1, description="Begin behind this one.")
    limit: int = Field(50, ge=1, le=100, description="How many items a page has.")


@router.post(
    "/stock",
    response={202: schemas.Receipt, **REFUSALS},
    summary="Post a dealer's feed",
    openapi_extra={"requestBody": schemas.request_body(), "parameters": [IDEMPOTENCY_KEY]},
)
def post_stock(request: Authenticated) -> HttpResponse:
    """Apply a feed to its dealer's stock. When this answers 202, the stock is changed."""
    receipt = door.take(request, request.auth)
    return HttpResponse(receipt, status=202, content_type="application/json")


@router.post(
    "/stock/validate",
    response={200: schemas.Receipt, **REFUSALS},
    summary="Try a feed out",
    openapi_extra={"requestBody": schemas.request_body()},
)
def validate_stock(request: Authenticated) -> HttpResponse:
    """Answer with the receipt that the feed would get, and store nothing."""
    return HttpResponse(door.try_out(request, request.auth), content_type="application/json")


@router.get("/stock", response={200: schemas.FeedList, **ASKED}, summary="List your feeds")
def list_feeds(request: Authenticated, wanted: Query[FeedsWanted]) -> Answer:
    """Return your feeds, the newest first; `after` is a sync_id."""
    return reports.feeds(request.auth.partner, wanted.dealer, wanted.after, wanted.limit)


@router.get(
    "/stock/{sync_id}", response={200: schemas.FeedStatus, **ASKED}, summary="Ask after a feed"
)
def get_feed(request: Authenticated, sync_id: Text) -> HttpResponse:
    """Return a feed's receipt, and how far what follows it has come."""
    status = reports.feed_status(request.auth.partner, sync_id)
    return HttpResponse(msgspec.json.encode(status), content_type="application/json")


@router.get(
    "/dealers",
    response={200: schemas.DealerList, **ASKED},
    summary="List your dealers",
    tags=["Dealers"],
)
def list_dealers(request: Authenticated, wanted: Query[Paging]) -> Answer:
    """Return your dealers, by partner_dealer_id, which is what `after` is."""
    return reports.dealers(request.auth.partner, wanted.after, wanted.limit)


@router.get(
    "/dealers/{path:partner_dealer_id}/listings",
    response={200: schemas.ListingList, **ASKED},
    summary="List a dealer's listings",
    tags=["Dealers"],
)
def list_listings(
    request: Authenticated, partner_dealer_id: Text, wanted: Query[ListingsWanted]
) -> Answer:
    """Return a dealer's listings with their standing and what was said of them."""
    return reports.listings(
        request.auth.partner, partner_dealer_id, wanted.status, wanted.after, wanted.limit
    )


@router.get(
    "/dealers/{path:partner_dealer_id}",
    response={200: schemas.DealerProfile, **ASKED},
    summary="Ask after a dealer",
    tags=["Dealers"],
)
def get_dealer(request: Authenticated, partner_dealer_id: Text) -> Answer:
    """Return a dealer's profile and how many of its vehicles are live."""
    return reports.dealer(request.auth.partner, partner_dealer_id)
