"""The shapes of the partner API, as its documentation has them."""

from typing import Any

from ninja import Field, Schema

from carslink.stock.fields import FIELDS

EXAMPLE = {
    "mode": "full_replace",
    "dealer": {
        "partner_dealer_id": "DEALER-001",
        "name": "Smith Motors Ltd",
        "address_line_1": "123 Motor Row",
        "town": "Manchester",
        "postcode": "M1 2AB",
        "phone": "0161 496 0100",
        "email": "sales@smithmotors.example",
        "website": "https://www.smithmotors.example",
    },
    "listings": [{field.name: field.example for field in FIELDS if "car" in field.only}],
}

_NUMBERS = {"year", "price", "mileage", "engine_size", "payload_kg", "load_volume_m3"}
_DEALER = {
    "name": "Full legal name of the dealership.",
    "address": "The address in one line. Left out, it is built from the parts below.",
    "address_line_1": "First line of the address.",
    "address_line_2": "Second line of the address.",
    "town": "Town or city.",
    "county": "County.",
    "postcode": "UK postcode; the dealer's location and region follow from it.",
    "phone": "UK phone number.",
    "email": "E-mail address.",
    "website": "https URL.",
}


class DealerStanding(Schema):
    """A dealer, as it stands after a feed."""

    partner_dealer_id: str
    slug: str
    url: str = Field(description="The dealer's page on Carslink.")
    name: str | None
    location: str | None = Field(description="The town that the postcode gives.")
    region: str | None = Field(description="The region that the postcode gives.")
    live: int = Field(description="How many of its vehicles are live.")


class DealerProfile(DealerStanding):
    """A dealer with its whole profile."""

    address: str | None
    postcode: str | None
    phone: str | None
    email: str | None
    website: str | None
    full_feed_at: str | None = Field(description="When its last full feed was taken.")


class FeedCounts(Schema):
    """received = accepted + skipped + deletes + superseded."""

    mode: str
    received: int
    accepted: int = Field(description="Listings taken, deletes not counted.")
    skipped: int
    removed: int = Field(description="Live vehicles taken down as absent, or as superseded.")
    held: int = Field(description="Removals that the brake holds.")
    deletes: int = Field(description="Entries with `delete: true` that stand.")
    superseded: int = Field(description="Entries overruled by a later one for the same vehicle.")


class Skipped(Schema):
    """A listing that was not taken. `registration` or `index` name it where `source_id` cannot."""

    source_id: str | None
    registration: str | None = None
    index: int | None = None
    reason: str = Field(description="All its faults, joined by `; `.")


class Warned(Schema):
    """Something that was taken differently from how it was sent."""

    source_id: str | None
    registration: str | None = None
    index: int | None = None
    field: str
    reason: str


class Receipt(Schema):
    """What became of a feed."""

    sync_id: str
    status: str = Field(description="`accepted`: the stock is changed already.")
    message: str
    received_count: int
    queued_count: int
    deleted_count: int = Field(description="Live vehicles taken down by `delete`.")
    success: bool
    dealer: DealerStanding | None = Field(description="null for a dealer seen for the first time.")
    feed: FeedCounts
    skipped_listings: list[Skipped]
    warnings: list[Warned] = Field(description="1,000 at most.")
    warnings_total: int
    timestamp: str


class Progress(Schema):
    """How far something is that follows a feed."""

    total: int = 0
    done: int = 0
    failed: int = 0


class ImageNote(Schema):
    """What there is to say of one photograph."""

    source_id: str | None
    image: str = Field(description="Its address, as you sent it.")
    reason: str


class ImageProgress(Progress):
    """How far the photographs of the listings are that a feed changed."""

    failures: list[ImageNote] = Field(
        description="Those given up after a day, or at once: the first 500 of `failed`."
    )
    warnings: list[ImageNote] = Field(
        description="Kept, but narrow, the same one several times, or at an address that ends: "
        "the first 500 of `warnings_total`."
    )
    warnings_total: int


class FeedStatus(Receipt):
    """A receipt, and what has followed since."""

    status: str = Field(description="`accepted`, then `complete` once all is searchable and done.")
    created: int
    updated: int
    unchanged: int
    images: ImageProgress
    descriptions: Progress


class FeedSummary(Schema):
    """A feed in a list."""

    sync_id: str
    partner_dealer_id: str
    mode: str
    status: str
    received: int
    accepted: int
    skipped: int
    removed: int
    held: int
    created: int
    updated: int
    unchanged: int
    timestamp: str


class FeedList(Schema):
    items: list[FeedSummary]
    next: str | None = Field(description="The address of the next page; null on the last.")


class DealerList(Schema):
    items: list[DealerStanding]
    next: str | None = Field(description="The address of the next page; null on the last.")


class ListingWarning(Schema):
    field: str
    reason: str


class ListingOut(Schema):
    """A listing of a dealer, as its partner sees it."""

    source_id: str | None
    registration: str
    status: str = Field(description="`live`, `removed` or `expired`.")
    held: bool = Field(description="Its removal waits for somebody's yes.")
    url: str
    refreshed_at: str
    expires_at: str | None = Field(description="When it goes if nothing refreshes it.")
    warnings: list[ListingWarning]


class ListingList(Schema):
    items: list[ListingOut]
    next: str | None = Field(description="The address of the next page; null on the last.")


def request_body() -> dict[str, Any]:
    """Return OpenAPI's description of the feed: strict about the envelope, open about the rest.

    A listing that does not fit is skipped, not refused, so any JSON value is a valid entry.
    """
    return {
        "required": True,
        "content": {"application/json": {"schema": _feed(), "example": EXAMPLE}},
    }


def _feed() -> dict[str, Any]:
    name = {"maxLength": 100, "pattern": r"^[!-~]+$"}
    return {
        "type": "object",
        "required": ["dealer", "listings"],
        "properties": {
            "mode": {
                "type": "string",
                "enum": ["full_replace", "partial"],
                "default": "partial",
                "description": "`full_replace`: the dealer's whole stock; what is not in it goes. "
                "`partial`: additions, changes and deletes, nothing else is touched.",
            },
            "dealer": {
                "type": "object",
                "required": ["partner_dealer_id"],
                "properties": {
                    "partner_dealer_id": {
                        "anyOf": [{"type": "string", **name}, {"type": "number"}],
                        "description": "Your own id of the dealer. With a dealer's own key it may "
                        "be left out, and is only echoed: the feed is for the dealer's own record.",
                    },
                    **{field: {"description": about} for field, about in _DEALER.items()},
                },
                "description": "Fields that cannot be used are dropped with a warning. With a "
                "dealer's own key it may be left out.",
            },
            "listings": {
                "type": "array",
                "maxItems": 50_000,
                "items": {"anyOf": [_listing(), {"description": "Anything else is skipped."}]},
            },
        },
    }


def _listing() -> dict[str, Any]:
    properties = {
        field.name: {"description": field.about, "example": field.example}
        | {"type": _type_of(field.name)}
        for field in FIELDS
    }
    properties["images"] |= {"items": {"type": "string", "format": "uri"}, "minItems": 4}
    properties["delete"] = {
        "type": "boolean",
        "description": "`true`: the vehicle is sold or withdrawn; it goes at once.",
    }
    return {
        "title": "Listing",
        "type": "object",
        "properties": properties,
        "description": "Required: "
        + ", ".join(field.name for field in FIELDS if len(field.required_for) == 3)
        + "; body_type for cars and vans. In a partial feed, a known vehicle needs only its "
        "source_id or registration and what has changed.",
    }


def _type_of(name: str) -> str:
    if name == "images":
        return "array"
    return "number" if name in _NUMBERS else "string"
