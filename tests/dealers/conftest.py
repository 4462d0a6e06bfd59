"""A dealer of its own for every test, through the running house."""

import pytest

from tests.house import House
from tests.push.shop import Shop, new_shop


@pytest.fixture(scope="session")
def carol(house: House) -> str:
    """The key of a partner that pushes."""
    return house.add_partner("Carol's dealer system")


@pytest.fixture
def shop(house: House, carol: str) -> Shop:
    """A dealer that nobody has sent a feed of."""
    return new_shop(house, carol)
