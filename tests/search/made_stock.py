"""Stock for the tests of search: made in the database by hand, numbered in the log like any."""

import random
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction

from carslink.dealers.models import Dealer
from carslink.partners.models import Partner
from carslink.stock import changes
from carslink.stock.models import Listing

FIRST_DAY = datetime(2026, 1, 5, 9, tzinfo=UTC)

LEEDS = {
    "town": "Leeds",
    "region": "Yorkshire and The Humber",
    "latitude": 53.79648,
    "longitude": -1.54785,
}
CARDIFF = {"town": "Cardiff", "region": "Wales", "latitude": 51.48, "longitude": -3.18}

CHOICES: dict[str, tuple[Any, ...]] = {
    "vehicle_type": ("car", "car", "van", "motorcycle"),
    "make": ("BMW", "Ford", "Škoda", "Citroën", "Nonesuch"),
    "model": ("3 Series", "Focus", "Octavia", "e-C3"),
    "variant": ("320d M Sport", "1.0 EcoBoost ST-Line", "2.0TDI SE L", None),
    "fuel": ("Petrol", "Diesel", "Electric", "Wood gas", None),
    "transmission": ("Manual", "Automatic", None),
    "colour": ("Black Sapphire", "Race Blue", "White", "Midnight Pearl", None),
    "body_type": ("Hatchback", "Estate", "Panel Van", "Hearse", None),
    "condition": ("New", "Used", "Barn find", None),
    "bike_type": ("Naked", "Chopper", None),
    "licence_category": ("A", "A2", None),
    "van_type": ("Panel Van", "Ice cream van", None),
    "roof_height": ("High", "2000", "sky", None),
    "load_length": ("Long", "4100mm", "endless", None),
    "engine_size": (125, 999, 1998, None),
    "payload_kg": (500, 900, 1400, None),
    "load_volume_m3": (3.3, 5.8, 10.0, None),
    "price": tuple(Decimal(text) for text in ("500", "4999.99", "5000", "9995", "15000", "250000")),
    "mileage": (0, 7, 12_000, 60_000, 250_000),
    "year": (1968, 2015, 2019, 2024, 2026),
    "description": ("One careful owner, serviced", "Two keys and a towbar", None),
}


def dealer(name: str = "Smith Motors", **more: Any) -> Dealer:
    """Return the dealer of this name, made where there is none."""
    partner, _ = Partner.objects.get_or_create(name="alice")
    slug = name.lower().replace(" ", "-")
    values = {"partner": partner, "slug": slug, "name": name, **LEEDS, **more}
    return Dealer.objects.get_or_create(partner_dealer_id=slug, defaults=values)[0]


def listing(of: Dealer, number: int, **more: Any) -> Listing:
    """Return a plain listing, not saved; `number` makes it different from others."""
    values: dict[str, Any] = {
        "vehicle_type": "car",
        "make": "BMW",
        "model": "3 Series",
        "variant": "320d M Sport",
        "year": 2021,
        "price": Decimal("28995"),
        "mileage": 24_500,
        "registration": f"T{number:06}",
        "source_id": f"SECRET-{number}",
        "vin": "WBA8E9G50GNT12345",
        "fuel": "Diesel",
        "body_type": "Saloon",
        "images": [f"https://images.example/{number}/{n}.jpg" for n in range(6)],
        "created_at": FIRST_DAY + timedelta(minutes=number // 3),
    }
    return Listing(dealer=of, **{**values, **more})


def random_listing(of: Dealer, number: int, dice: random.Random) -> Listing:
    """Return a listing of which everything that search looks at is chosen at random."""
    chosen = {name: dice.choice(values) for name, values in CHOICES.items()}
    return listing(of, number, **chosen)


@transaction.atomic
def add(*listings: Listing) -> list[Listing]:
    """Save new listings and number them."""
    made = Listing.objects.bulk_create(listings)
    changes.number([each.pk for each in made])
    return made


@transaction.atomic
def change(*listings: Listing, **values: Any) -> None:
    """Change listings and number them."""
    ids = [each.pk for each in listings]
    Listing.objects.filter(pk__in=ids).update(**values)
    changes.number(ids)


def take_down(*listings: Listing, why: str = "deleted") -> None:
    """Take listings down as a feed does."""
    change(*listings, state="removed", taken_down_why=why, taken_down_at=FIRST_DAY)
