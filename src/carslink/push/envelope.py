"""What stands around the listings of a feed: mode, dealer, and that there are listings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import msgspec
from django.conf import settings

from carslink.api.refusals import Invalid, Malformed, TooLarge
from carslink.stock import values
from carslink.stock.batch import Mode
from carslink.stock.contract import UNKNOWN_FIELD

MODES = ("full_replace", "partial")
LONGEST_DEALER_ID = 100
UNKNOWN_NAMED = 50
NOT_READABLE = object()
NAMES = frozenset({"mode", "dealer", "listings"})


Parts = dict[str, msgspec.Raw]
Faults = list[tuple[str, str]]


@dataclass(frozen=True)
class Envelope:
    """A feed's body, opened; the listings are still the bytes that were sent."""

    mode: Mode
    partner_dealer_id: str
    dealer: dict[str, object]
    listings: Sequence[memoryview]
    remarks: Faults


def open_envelope(body: bytearray, is_own: bool = False) -> Envelope:
    """Open a feed. Raises Malformed where it is not JSON, Invalid with all that is wrong.

    `is_own`: it comes by a dealer's own key, which says whose stock it is.
    """
    parts = _parts(body)
    faults: Faults = []
    mode = _mode(parts, faults)
    dealer = _dealer(parts, faults)
    partner_dealer_id = _partner_dealer_id(dealer, faults, is_needed=not is_own)
    listings = _listings(parts, faults)
    if faults:
        raise Invalid(*faults[0], *faults[1:])
    if len(listings) > settings.FEED_MAX_LISTINGS:
        raise TooLarge(
            "listings",
            f"must be {settings.FEED_MAX_LISTINGS:,} or fewer (received {len(listings):,})",
        )
    unknown = sorted(parts.keys() - NAMES)[:UNKNOWN_NAMED]
    remarks = [(values.shown(name), UNKNOWN_FIELD) for name in unknown]
    return Envelope(mode, partner_dealer_id, dealer, listings, remarks)


def _parts(body: bytearray) -> Parts:
    try:
        return msgspec.json.decode(body, type=Parts)
    except msgspec.ValidationError as error:
        raise Invalid("body", "must be a JSON object") from error
    except RecursionError as error:
        raise Malformed("body", "is nested too deeply") from error
    except (msgspec.DecodeError, ValueError) as error:
        raise Malformed("body", f"is not valid JSON: {values.shown(error, 100)}") from error


def _mode(parts: Parts, faults: Faults) -> Mode:
    mode = _decoded(parts["mode"]) if "mode" in parts else "partial"  # the harmless one
    if mode not in MODES:
        faults.append(("mode", "must be full_replace or partial"))
    return cast(Mode, mode)


def _dealer(parts: Parts, faults: Faults) -> dict[str, object]:
    """Return the dealer's fields, each read alone: a number that is none spoils its field only."""
    try:
        fields = msgspec.json.decode(parts["dealer"], type=Parts) if "dealer" in parts else {}
    except msgspec.ValidationError:
        faults.append(("dealer", "must be an object"))
        return {}
    return {name: _decoded(raw) for name, raw in fields.items()}


def _partner_dealer_id(dealer: dict[str, object], faults: Faults, is_needed: bool) -> str:
    """Return the partner's id of the dealer: trimmed, numbers as their digits."""
    name = "dealer.partner_dealer_id"
    try:
        value = values.source_id(dealer.get("partner_dealer_id"))
    except values.Unusable:
        faults.append((name, "must be text or a number"))
        return ""
    if value is None:
        if is_needed:
            faults.append((name, "is required"))
    elif len(value) > LONGEST_DEALER_ID:
        faults.append((name, f"must be {LONGEST_DEALER_ID} characters or fewer"))
    return value or ""


def _listings(parts: Parts, faults: Faults) -> Sequence[memoryview]:
    try:
        raws = msgspec.json.decode(parts["listings"], type=list[msgspec.Raw])
    except (KeyError, msgspec.ValidationError):
        faults.append(("listings", "must be an array"))
        return []
    return [memoryview(raw) for raw in raws]


def _decoded(raw: msgspec.Raw) -> object:
    """Return one value; NOT_READABLE, which no field takes, where it is a number beyond any."""
    try:
        return msgspec.json.decode(raw)
    except (msgspec.MsgspecError, RecursionError):
        return NOT_READABLE
