"""Stock in the test database; what needs Django is imported when a test begins."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from carslink.partners.models import Partner
    from tests.stock.lot import Lot


@pytest.fixture
def partner(db: None) -> "Partner":
    """A partner without a brake."""
    from carslink.partners.models import Partner

    return Partner.objects.create(name="Alice's dealer system")


@pytest.fixture
def lot(partner: "Partner") -> "Lot":
    """A dealer that nobody has sent a feed of."""
    from tests.stock.lot import Lot

    return Lot(partner)


@pytest.fixture
def braked(db: None) -> "Lot":
    """A dealer whose partner has a brake at 40 %."""
    from carslink.partners.models import Partner
    from tests.stock.lot import Lot

    return Lot(Partner.objects.create(name="Bob's dealer system", brake_percent=40))
