"""An operator, and dealers of several partners."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client


@pytest.fixture
def operator(client: Client, db: None) -> Client:
    """A superuser's browser."""
    from django.contrib.auth.models import User

    client.force_login(User.objects.create_superuser("operator"))
    return client


@pytest.fixture
def known(db: None) -> Callable[..., Any]:
    """Return a function that makes a dealer of a partner, by the partner's name."""
    from carslink.dealers.models import Dealer
    from carslink.partners.models import Partner

    numbers = itertools.count(1)

    def made(partner: str, **more: Any) -> Dealer:
        number = next(numbers)
        told = {"slug": f"dealer-{number}", "name": f"Dealer {number}", "postcode": "LS1 1UR"}
        sender, _ = Partner.objects.get_or_create(name=partner)
        return Dealer.objects.create(
            partner=sender, partner_dealer_id=str(number), **{**told, **more}
        )

    return made
