"""How many queries a page of a list takes: the same for one item and for many."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from carslink.partners import keys
from tests.push.shop import car
from tests.stock.lot import Lot

pytestmark = pytest.mark.filterwarnings("ignore:No directory at:UserWarning")
# One for the key; whether it was used in the last minute is known from it.
KEY = 1


def queries(client: Client, key: str, path: str) -> int:
    """Return how many queries a page takes, asked a second time."""
    from django.db import connection

    headers = {"X-Dealer-Api-Key": key}
    first = client.get(path, headers=headers)
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(path, headers=headers)
    assert answer.status_code == first.status_code == 200
    assert answer.json()["items"] == first.json()["items"] != []
    return len(captured)


@pytest.mark.parametrize(
    ("path", "more"),
    [
        ("/api/v1/stock", lambda lot: [lot.partial(car(n)) for n in range(20, 30)]),
        ("/api/v1/dealers", lambda lot: [Lot(lot.partner).full(car(1)) for _ in range(10)]),
        ("/api/v1/dealers/{}/listings", lambda lot: [lot.partial(car(n)) for n in range(20, 30)]),
    ],
    ids=["feeds", "dealers", "listings"],
)
@pytest.mark.parametrize("limit", [50])
def test_a_page_takes_as_many_queries_for_many_items_as_for_one(
    client: Client, lot: Lot, path: str, more: Callable[[Lot], Any], limit: int
) -> None:
    key = keys.issue(lot.partner)
    lot.full(car(1))
    path = f"{path.format(lot.id)}?limit={limit}"
    one = queries(client, key, path)
    more(lot)
    assert queries(client, key, path) == one
    assert one <= KEY + 4


def test_the_pinned_numbers_of_queries(client: Client, lot: Lot) -> None:
    key = keys.issue(lot.partner)
    lot.full(car(1))
    asked = {
        # The feeds with their dealers; how far search and photographs have come; what is awaited.
        "/api/v1/stock": KEY + 4,
        "/api/v1/dealers": KEY + 1,
        f"/api/v1/dealers/{lot.id}/listings": KEY + 2,  # the dealer, its listings
    }
    assert {path: queries(client, key, path) for path in asked} == asked
