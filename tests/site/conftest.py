"""Stock of one dealer, indexed, for the pages."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest


@pytest.fixture
def dealer(db: None) -> Any:
    """Smith Motors of Leeds."""
    from carslink.dealers.models import Dealer
    from carslink.partners.models import Partner

    return Dealer.objects.create(
        partner=Partner.objects.create(name="alice"),
        partner_dealer_id="1",
        slug="smith-motors",
        name="Smith Motors",
        town="Leeds",
        phone="0113 496 0142",
        website="https://smith.example/",
    )


@pytest.fixture
def sell(dealer: Any, follow: Callable[[], None]) -> Callable[..., Any]:
    """Return a function that puts a vehicle of the dealer on sale and indexes it."""
    from carslink.stock import changes
    from carslink.stock.models import Listing

    def put_on_sale(**more: Any) -> Listing:
        number = Listing.objects.count()
        values = {
            "dealer": dealer,
            "vehicle_type": "car",
            "make": "BMW",
            "model": "3 Series",
            "variant": "320d M Sport",
            "year": 2021,
            "price": Decimal(28995),
            "mileage": 24_500,
            "registration": f"AB21XY{chr(65 + number)}",
            "source_id": f"SECRET{number}",
            "vin": "WBA8E9G50GNT12345",
            "fuel": "Diesel",
            "body_type": "Estate",
            "colour": "Race Blue",
            "images": [f"https://images.example/{n}.jpg" for n in range(6)],
            "listing_url": "https://smith.example/bmw",
        }
        made = Listing.objects.create(**{**values, **more})
        changes.number([made.pk])
        follow()
        return made

    return put_on_sale
