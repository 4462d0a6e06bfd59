"""`POST /api/v1/stock/validate`: the receipt that a feed would get, and nothing stored."""

from typing import Any

import pytest

from tests.push.shop import Receipt, Shop, car, check_counts, registration, stored, without

VALIDATE = "/api/v1/stock/validate"


def tried(shop: Shop, feed: dict[str, Any]) -> Receipt:
    """Validate a feed, check that nothing was stored, and return the receipt."""
    before, live = stored(shop.house, shop.key), []
    if shop.get(f"/dealers/{shop.id}").status_code == 200:
        live = shop.listings()
    answer = shop.house.post(feed, shop.key, VALIDATE)
    assert answer.status_code == 200, answer.text
    receipt: Receipt = answer.json()
    check_counts(receipt)
    assert stored(shop.house, shop.key) == before
    assert live == [] or shop.listings() == live
    assert shop.get(f"/stock/{receipt['sync_id']}").status_code == 404
    return receipt


def check_as_tried(shop: Shop, feed: dict[str, Any]) -> Receipt:
    """Validate a feed, post it, and check that both were told the same."""
    would, did = tried(shop, feed), shop.send(feed)
    assert would["sync_id"] != did["sync_id"]
    assert without(would, "sync_id", "timestamp") == without(did, "sync_id", "timestamp")
    return did


def test_a_new_dealer_is_not_created(shop: Shop) -> None:
    receipt = tried(shop, shop.feed("full_replace", car(1), name="Not yet Ltd"))
    assert receipt["dealer"] is None
    assert receipt["queued_count"] == 1
    assert shop.get(f"/dealers/{shop.id}").status_code == 404


def test_the_receipt_is_the_one_that_the_feed_then_gets(shop: Shop) -> None:
    check_as_tried(shop, shop.feed("full_replace", car(1), car(2), car(3), email="wrong"))
    mixed = [
        car(1, price=1),
        car(2, vin="bad", doors=5),
        car(2, price=0),
        car(4),
        car(4, price=2),
        {"source_id": "V9", "delete": True},
        {"delete": True},
        None,
    ]
    for mode in ("partial", "full_replace"):
        did = check_as_tried(shop, shop.feed(mode, *mixed, name="Smith Motors", town="Leeds"))
        assert did["feed"]["skipped"] == 3
        assert did["feed"]["superseded"] == 1
    check_as_tried(shop, shop.feed("partial", car(5, registration=registration(1))))
    check_as_tried(shop, shop.feed("partial", {"source_id": "V4", "delete": True}))
    check_as_tried(shop, shop.feed("full_replace"))
    check_as_tried(shop, shop.feed("full_replace", car(1)))


def test_the_profile_is_not_changed(shop: Shop) -> None:
    shop.full(car(1), name="Smith Motors", phone="0113 496 0000")
    before = shop.profile()
    tried(shop, shop.feed("partial", name="Another name", phone="0113 496 0001", town="Leeds"))
    assert shop.profile() == before


def test_a_delete_takes_nothing_down(shop: Shop) -> None:
    shop.full(car(1))
    receipt = tried(shop, shop.feed("partial", {"source_id": "V1", "delete": True}))
    assert receipt["deleted_count"] == 1
    assert receipt["dealer"]["live"] == 0
    assert shop.live() == ["V1"]
    assert shop.vehicle("V1")["price"] == 28995


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"{", 400), (b'{"dealer": {}, "listings": []}', 422), (b'{"mode": "x"}', 422)],
)
def test_what_would_be_refused_is_refused(shop: Shop, body: bytes, status: int) -> None:
    answer = shop.house.post(body, shop.key, VALIDATE)
    assert answer.status_code == status
    assert answer.json()["status"] == "rejected"
