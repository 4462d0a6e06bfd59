"""full_replace and partial, clearing, images and deletes."""

import time
from typing import Any

import pytest

from tests.push.shop import (
    Shop,
    car,
    images,
    motorcycle,
    reasons,
    registration,
    told_of,
    van,
    without,
)


def test_a_full_feed_removes_what_is_not_in_it(shop: Shop) -> None:
    shop.full(car(1), car(2), car(3))
    gone = shop.vehicle_id("V2")
    receipt = shop.full(car(1), car(3))
    assert receipt["feed"]["removed"] == 1
    assert receipt["deleted_count"] == 0
    assert receipt["dealer"]["live"] == 2
    assert shop.live() == ["V1", "V3"]
    assert shop.listing("V2")["status"] == "removed"
    assert shop.house.get(f"/api/v1/vehicles/{gone}").status_code == 410


def test_a_full_feed_keeps_the_last_good_version_of_what_it_skips(shop: Shop) -> None:
    shop.full(car(1), car(2))
    receipt = shop.full(car(1, price=0, colour="White"), car(2))
    assert reasons(receipt) == ["price must be numeric and > 0"]
    assert (receipt["feed"]["removed"], receipt["dealer"]["live"]) == (0, 2)
    assert shop.vehicle("V1")["price"] == 28995
    assert shop.vehicle("V1")["colour"] is None


def test_a_full_feed_keeps_what_a_skipped_entry_names_by_registration(shop: Shop) -> None:
    shop.full(car(1), car(2))
    receipt = shop.full({"registration": registration(1)}, car(2))
    assert receipt["feed"]["removed"] == 0
    assert shop.live() == ["V1", "V2"]


def test_an_empty_full_feed_says_that_there_is_no_stock(shop: Shop) -> None:
    shop.full(car(1), car(2))
    receipt = shop.full()
    assert (receipt["feed"]["received"], receipt["feed"]["removed"]) == (0, 2)
    assert receipt["warnings"] == []
    assert receipt["dealer"]["live"] == 0


def test_an_empty_partial_feed_changes_nothing(shop: Shop) -> None:
    shop.full(car(1))
    assert shop.partial()["feed"]["received"] == 0
    assert shop.live() == ["V1"]


def test_a_full_feed_of_which_nothing_is_accepted_removes_nothing_and_warns(shop: Shop) -> None:
    shop.full(car(1), car(2))
    receipt = shop.full(car(3, price=0), "no listing")
    assert (receipt["feed"]["accepted"], receipt["feed"]["removed"]) == (0, 0)
    assert told_of(receipt, "listings") == [
        "no listing was accepted, so none was removed as absent"
    ]
    assert shop.live() == ["V1", "V2"]


def test_a_full_feed_of_deletes_alone_removes_only_what_they_name(shop: Shop) -> None:
    shop.full(car(1), car(2))
    receipt = shop.full({"source_id": "V1", "delete": True})
    assert (receipt["deleted_count"], receipt["feed"]["removed"]) == (1, 0)
    assert told_of(receipt, "listings") != []
    assert shop.live() == ["V2"]


def test_a_full_feed_takes_deletes_beside_listings(shop: Shop) -> None:
    shop.full(car(1), car(2), car(3))
    receipt = shop.full(car(1), {"source_id": "V2", "delete": True})
    assert (receipt["deleted_count"], receipt["feed"]["removed"]) == (1, 1)
    assert (receipt["queued_count"], receipt["feed"]["deletes"]) == (1, 1)
    assert shop.live() == ["V1"]


def test_mode_left_out_is_partial(shop: Shop) -> None:
    shop.full(car(1))
    receipt = shop.send(without(shop.feed("", car(2)), "mode"))
    assert receipt["feed"]["mode"] == "partial"
    assert shop.live() == ["V1", "V2"]


def test_a_partial_feed_changes_only_the_fields_it_sends(shop: Shop) -> None:
    shop.full(car(1, colour="Black Sapphire", description="One owner, serviced on time."))
    before = shop.vehicle("V1")
    receipt = shop.partial({"source_id": "V1", "price": 27495.5, "mileage": 25100})
    assert (receipt["queued_count"], receipt["warnings"]) == (1, [])
    after = shop.vehicle("V1")
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"price", "mileage", "changed_at", "refreshed_at"}
    assert (after["price"], after["mileage"]) == (27495.5, 25100)


def test_a_partial_feed_leaves_others_alone(shop: Shop) -> None:
    shop.full(car(1), car(2))
    shop.partial({"source_id": "V1", "price": 1}, car(3))
    assert shop.live() == ["V1", "V2", "V3"]
    assert shop.vehicle("V2")["price"] == 28995


def test_a_faulty_partial_entry_is_skipped_whole(shop: Shop) -> None:
    shop.full(car(1), car(2))
    receipt = shop.partial(
        {"source_id": "V1", "price": 1, "mileage": -1}, {"source_id": "V2", "price": 2}
    )
    assert receipt["skipped_listings"] == [
        {"source_id": "V1", "reason": "mileage must be an integer >= 0"}
    ]
    assert shop.vehicle("V1")["price"] == 28995
    assert shop.vehicle("V2")["price"] == 2


def test_the_merged_whole_of_a_partial_entry_is_checked(shop: Shop) -> None:
    """A motorcycle that becomes a car has no body type."""
    shop.full(motorcycle(1))
    receipt = shop.partial({"source_id": "V1", "vehicle_type": "car"})
    assert reasons(receipt) == ["body_type is required for cars"]
    assert shop.vehicle("V1")["vehicle_type"] == "motorcycle"
    assert shop.partial({"source_id": "V1", "vehicle_type": "car", "body_type": "SUV"})[
        "queued_count"
    ]
    assert shop.vehicle("V1")["body_type"] == "SUV"


def test_an_unknown_partial_entry_must_be_complete(shop: Shop) -> None:
    receipt = shop.partial(car(1), {"source_id": "V2", "price": 5000})
    assert receipt["queued_count"] == 1
    (reason,) = reasons(receipt)
    for name in ("make", "model", "year", "mileage", "registration", "body_type"):
        assert f"{name} is required" in reason
    assert "minimum 4 image URLs required (received 0)" in reason
    assert "price" not in reason
    assert shop.live() == ["V1"]


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_null_and_empty_text_clear_an_optional_field(shop: Shop, nothing: Any) -> None:
    optional = {
        "variant": "320d M Sport", "fuel": "Diesel", "transmission": "Automatic",
        "colour": "Black Sapphire", "condition": "Used", "engine_size": 1995,
        "listing_url": "https://www.smithmotors.co.uk/1", "description": "Serviced every year.",
    }  # fmt: skip
    shop.full(car(1, **optional))
    for name, value in optional.items():
        assert shop.vehicle("V1")[name] == value
        assert shop.partial({"source_id": "V1", name: nothing})["warnings"] == []
        assert shop.vehicle("V1")[name] is None


@pytest.mark.parametrize("nothing", [None, ""])
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("make", "make is required"),
        ("model", "model is required"),
        ("year", "year is required"),
        ("price", "price is required"),
        ("mileage", "mileage is required"),
        ("registration", "registration is required"),
        ("images", "minimum 4 image URLs required (received 0)"),
        ("body_type", "body_type is required for cars"),
    ],
)
def test_null_and_empty_text_are_a_fault_in_a_required_field(
    shop: Shop, name: str, reason: str, nothing: Any
) -> None:
    shop.full(car(1))
    before = shop.vehicle("V1")
    receipt = shop.partial({"source_id": "V1", name: nothing})
    assert reasons(receipt) == [reason]
    assert reasons(shop.full(car(2, **{name: nothing}), car(3)))[0] == reason
    shop.partial(car(1))
    assert shop.vehicle("V1")[name] == before[name]


@pytest.mark.parametrize("nothing", [None, ""])
def test_a_cleared_vehicle_type_is_a_car(shop: Shop, nothing: Any) -> None:
    shop.full(van(1))
    receipt = shop.partial({"source_id": "V1", "vehicle_type": nothing, "body_type": "SUV"})
    assert receipt["queued_count"] == 1
    assert shop.vehicle("V1")["vehicle_type"] == "car"


def test_images_are_always_the_whole_list_in_order(shop: Shop) -> None:
    shop.full(car(1, images=images(1, 6)))
    new = [*reversed(images(1, 5)), "https://images.example/new.jpg"]
    shop.partial({"source_id": "V1", "images": new})
    assert shop.vehicle("V1")["images"] == new
    receipt = shop.partial({"source_id": "V1", "images": images(1, 3)})
    assert reasons(receipt) == ["minimum 4 image URLs required (received 3)"]
    assert shop.vehicle("V1")["images"] == new


def test_images_beyond_four_are_stored(shop: Shop) -> None:
    receipt = shop.full(car(1, images=images(1, 60)), car(2, images=images(2, 120)))
    assert receipt["warnings"] == []
    assert shop.vehicle("V1")["images"] == images(1, 60)
    assert shop.vehicle("V2")["images"] == images(2, 120)


@pytest.mark.parametrize("mode", ["full_replace", "partial"])
def test_a_deleted_vehicle_is_gone_at_the_next_request(shop: Shop, mode: str) -> None:
    shop.full(car(1), car(2))
    gone = shop.vehicle_id("V1")
    listings = [{"source_id": "V1", "delete": True}]
    receipt = shop.send(shop.feed(mode, *listings, *([car(2)] if mode != "partial" else [])))
    answer = shop.house.get(f"/api/v1/vehicles/{gone}")
    assert answer.status_code == 410
    assert answer.json()["status"] == "removed"
    assert (receipt["deleted_count"], receipt["feed"]["removed"]) == (1, 0)
    assert shop.live() == ["V2"]


def test_search_finds_a_vehicle_that_is_new_and_drops_a_deleted_one(shop: Shop) -> None:
    shop.full(car(1, variant=f"Unlikely {shop.id}"), car(2, variant=f"Unlikely {shop.id}"))
    assert found(shop, f"Unlikely {shop.id}", until=2) == 2
    shop.partial({"source_id": "V1", "delete": True})
    assert found(shop, f"Unlikely {shop.id}", until=1) == 1
    shop.full()
    assert found(shop, f"Unlikely {shop.id}", until=0) == 0


def found(shop: Shop, words: str, until: int, seconds: float = 20) -> int:
    """Search until so many vehicles are found, or the time is over; returns how many."""
    end = time.monotonic() + seconds
    while True:
        total: int = shop.house.get("/api/v1/search", variant=words).json()["total"]
        if total == until or time.monotonic() > end:
            return total
        time.sleep(0.02)


@pytest.mark.parametrize(
    "named", [{"source_id": "V1"}, {"registration": "ab21 aab"}, {"source_id": "V1", "price": "x"}]
)
def test_a_delete_needs_only_a_name(shop: Shop, named: dict[str, Any]) -> None:
    shop.full(car(1))
    receipt = shop.partial({**named, "delete": True})
    assert (receipt["deleted_count"], receipt["warnings"]) == (1, [])
    assert shop.live() == []


@pytest.mark.parametrize(
    "named",
    [{}, {"vin": "WBAJL510X0G123456"}, {"source_id": ""}, {"registration": "no plate at all"}],
)
def test_a_delete_without_a_name_is_skipped(shop: Shop, named: dict[str, Any]) -> None:
    shop.full(car(1))
    receipt = shop.partial({**named, "delete": True})
    assert reasons(receipt) == ["delete needs a source_id or a registration"]
    assert shop.live() == ["V1"]


def test_a_delete_whose_names_are_of_different_vehicles_is_skipped(shop: Shop) -> None:
    shop.full(car(1), car(2))
    receipt = shop.partial({"source_id": "V1", "registration": registration(2), "delete": True})
    assert reasons(receipt) == ["source_id and registration name different vehicles"]
    assert shop.live() == ["V1", "V2"]


def test_neither_vehicle_of_a_skipped_delete_is_removed_as_absent(shop: Shop) -> None:
    shop.full(car(1), car(2), car(3), car(4))
    receipt = shop.full(
        {"source_id": "V1", "registration": registration(2), "delete": True}, car(4)
    )
    assert receipt["feed"]["removed"] == 1
    assert shop.live() == ["V1", "V2", "V4"]


@pytest.mark.parametrize("delete", ["true", 1, 0, None, "yes", [], {}, "False"])
def test_a_delete_that_is_neither_true_nor_false_is_skipped(shop: Shop, delete: Any) -> None:
    shop.full(car(1), car(2))
    receipt = shop.full(car(1, price=1, delete=delete), car(2))
    assert receipt["skipped_listings"] == [
        {"source_id": "V1", "reason": "delete must be true or false"}
    ]
    assert shop.live() == ["V1", "V2"]
    assert shop.vehicle("V1")["price"] == 28995


def test_delete_false_is_no_delete(shop: Shop) -> None:
    receipt = shop.full(car(1, delete=False))
    assert (receipt["queued_count"], receipt["warnings"]) == (1, [])


def test_deleting_what_is_not_there_succeeds(shop: Shop) -> None:
    receipt = shop.partial({"source_id": "never seen", "delete": True})
    assert receipt["feed"] | {"mode": ""} == {
        "mode": "", "received": 1, "accepted": 0, "skipped": 0, "removed": 0, "held": 0,
        "deletes": 1, "superseded": 0,
    }  # fmt: skip
    assert receipt["deleted_count"] == 0
    shop.full(car(1))
    for expected in (1, 0, 0):
        receipt = shop.partial({"source_id": "V1", "delete": True})
        assert (receipt["deleted_count"], receipt["feed"]["deletes"]) == (expected, 1)


@pytest.mark.parametrize("entry", [None, 1, "V1", [], True, [car(1)], 1.5])
def test_an_entry_that_is_no_object_is_skipped_by_its_place(shop: Shop, entry: Any) -> None:
    receipt = shop.full(car(1), entry, car(2))
    assert receipt["skipped_listings"] == [
        {"source_id": None, "index": 1, "reason": "a listing must be a JSON object"}
    ]
    assert shop.live() == ["V1", "V2"]


def test_an_unchanged_feed_is_counted_as_such(shop: Shop) -> None:
    shop.full(car(1), car(2), car(3))
    receipt = shop.full(car(1), car(2, price=5), car(4))
    status = shop.house.settled(shop.key, receipt["sync_id"])
    assert (status["created"], status["updated"], status["unchanged"]) == (1, 1, 1)
    assert receipt["feed"]["removed"] == 1
