"""How the pages set numbers, dates and drawings."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django import template
from django.utils import timezone

from carslink.search.near import in_miles
from carslink.search.query import Query
from carslink.stock.addresses import path_of
from carslink.stock.models import Listing
from carslink.vehicles.colours import basic_colour
from carslink.vehicles.registration import registration_kind
from carslink.vehicles.van_sizes import roof_height_bucket

register = template.Library()

_CAR_SHAPES = {
    "Hatchback": "hatchback",
    "Saloon": "saloon",
    "Estate": "estate",
    "SUV": "suv",
    "Coupe": "coupe",
    "Convertible": "convertible",
    "MPV": "mpv",
    "Pickup": "pickup",
}
_VAN_SHAPES = {
    "Crew Van": "crew-van",
    "Luton": "luton",
    "Dropside": "dropside",
    "Tipper": "tipper",
    "Chassis Cab": "chassis-cab",
    "Minibus": "minibus",
    "Camper": "camper",
    "Pickup": "pickup",
}
_BIKE_SHAPES = {
    "Sports": "sports",
    "Adventure": "adventure",
    "Tourer": "tourer",
    "Cruiser": "cruiser",
    "Scooter": "scooter",
    "Moped": "scooter",
    "Enduro": "enduro",
    "Trail": "enduro",
    "Supermoto": "enduro",
    "Classic": "classic",
    "Custom": "custom",
}


@register.filter
def pounds(value: Decimal | float) -> str:
    """£28,995, with pence only where there are any."""
    return f"£{value:,.2f}".removesuffix(".00")


@register.filter
def thousands(value: int) -> str:
    """24,500."""
    return f"{value:,}"


@register.filter
def miles(value: float) -> str:
    """4 miles, 1 mile, under a mile."""
    whole = round(value)
    return "under a mile" if whole < 1 else in_miles(whole)


@register.filter
def degrees(value: float) -> str:
    """Degrees to about ten metres."""
    return f"{value:.4f}"


@register.filter
def plate_year(card: dict[str, Any]) -> str:
    """Return the age that a vehicle's plate tells: `19` or `69`, or the letter of an older one."""
    mark: str = card["registration"]
    kind = registration_kind(mark)
    return {"current": mark[2:4], "prefix": mark[:1], "suffix": mark[-1:]}.get(kind or "", "")


@register.filter
def ago(moment: datetime) -> str:
    """Today, yesterday, 5 days ago."""
    days = (timezone.localdate() - timezone.localtime(moment).date()).days
    if days <= 0:
        return "today"
    return "yesterday" if days == 1 else f"{days:,} days ago"


@register.filter
def digits(phone: str) -> str:
    """Return a phone number as `tel:` links have it (RFC 3966, section 3)."""
    number, _, extension = phone.partition("x")
    dialled = "".join(sign for sign in number if sign in "+0123456789")
    return f"{dialled};ext={extension.strip()}" if extension else dialled


@register.filter
def address(query: Query) -> str:
    """Return the query string of a question, for links."""
    text = query.to_query_string()
    return f"?{text}" if text else "?"


@register.filter
def page_path(listing: Listing) -> str:
    """Return the path of a vehicle's page."""
    return path_of(listing)


@register.filter
def shape(card: dict[str, Any]) -> str:
    """Return the name of the drawing that stands in for a vehicle's photographs."""
    if card["vehicle_type"] == "motorcycle":
        return _BIKE_SHAPES.get(card["bike_type"] or "", "naked")
    if card["vehicle_type"] == "van":
        is_high = roof_height_bucket(card["roof_height"] or "") == "High"
        return _VAN_SHAPES.get(card["body_type"] or "", "van-high" if is_high else "van")
    return _CAR_SHAPES.get(card["body_type"] or "", "hatchback")


@register.filter
def paint(card: dict[str, Any]) -> str:
    """Return the name of the drawing's colour."""
    colour = basic_colour(card["colour"]) if card["colour"] else None
    return (colour or "grey").lower()


@register.filter
def when(moment: datetime) -> str:
    """Today at 12:04, yesterday at 23:10, 5 days ago, tomorrow at 09:00, in 5 days."""
    local = timezone.localtime(moment)
    days = (local.date() - timezone.localdate()).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if days in near:
        return f"{near[days]} at {local:%H:%M}"
    return f"{-days:,} days ago" if days < 0 else f"in {days:,} days"
