"""Two partners of the running house, and a dealer of its own for every test."""

from collections.abc import Iterator

import pytest

from tests.house import House
from tests.push.shop import Shop, new_shop, stored


@pytest.fixture(scope="session")
def alice(house: House) -> str:
    """The key of a partner that pushes."""
    return house.add_partner("Alice's dealer system")


@pytest.fixture(scope="session")
def bob(house: House) -> str:
    """The key of another partner."""
    return house.add_partner("Bob's dealer system")


@pytest.fixture
def shop(house: House, alice: str) -> Shop:
    """A dealer of Alice's that has no stock yet."""
    return new_shop(house, alice)


@pytest.fixture
def unstored(house: House, alice: str, shop: Shop) -> Iterator[Shop]:
    """A dealer of which nothing must be stored in this test."""
    before = stored(house, alice)
    yield shop
    assert stored(house, alice) == before
    assert shop.get(f"/dealers/{shop.id}").status_code == 404
