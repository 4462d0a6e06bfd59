"""Dealers of a partner, and the mail server that hears of them."""

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.welcome.post_office import PostOffice, open_post_office

if TYPE_CHECKING:
    from tests.stock.lot import Lot


@pytest.fixture
def partner(db: None) -> Any:
    """Alice's dealer system."""
    from carslink.partners.models import Partner

    return Partner.objects.create(name="Alice's dealer system")


@pytest.fixture
def lot(partner: Any) -> "Lot":
    """A dealer that nobody has sent a feed of."""
    from tests.stock.lot import Lot

    return Lot(partner)


@pytest.fixture
def office(settings: Any) -> Iterator[PostOffice]:
    """A mail server, named in the settings; letters wait for nobody."""
    with open_post_office(PostOffice) as office:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", office.port
        settings.EMAIL_USE_TLS = False
        settings.WELCOME_AFTER = timedelta(0)
        yield office
