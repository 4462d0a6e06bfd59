"""What identifies a listing within its dealer, and which of two entries stands."""

from typing import Any

import pytest

from tests.push.shop import (
    Shop,
    car,
    images,
    reasons,
    registration,
    told_of,
    without,
)

SUPERSEDED = "superseded by a later entry of this feed for the same vehicle"


def urls(shop: Shop) -> dict[str, str]:
    """Return the addresses of the dealer's live vehicles, by registration."""
    return {each["registration"]: each["url"] for each in shop.listings(status="live")}


def replaced(mark: str) -> str:
    """Return the warning about a vehicle that lost its place to another."""
    return f"another live listing had {mark}; it is removed as superseded"


def number_of(shop: Shop, mark: str) -> str:
    """Return the last part of a live vehicle's address, which identifies it."""
    return urls(shop)[mark].rsplit("/", 1)[1]


@pytest.mark.parametrize(
    ("first", "again"),
    [("V1", "  V1 "), (17, "17"), ("17", 17), (17.0, "17"), ("a/b c", "a/b c"), ("Ü-1", "Ü-1")],
)
def test_a_source_id_is_trimmed_and_a_number_becomes_text(
    shop: Shop, first: Any, again: Any
) -> None:
    shop.full(car(1, source_id=first))
    (before,) = shop.listings()
    receipt = shop.partial({"source_id": again, "price": 5000})
    assert receipt["queued_count"] == 1
    (after,) = shop.listings()
    assert after["source_id"] == before["source_id"] == str(again).strip()
    assert after["url"] == before["url"]


def test_source_ids_that_differ_in_case_are_different(shop: Shop) -> None:
    shop.full(car(1, source_id="v"), car(2, source_id="V"))
    assert shop.live() == ["V", "v"]


def test_a_listing_without_source_id_is_known_by_its_registration_however_it_is_written(
    shop: Shop,
) -> None:
    shop.full(without(car(1), "source_id"))
    (before,) = shop.listings()
    for written in ("AB21AAB", "ab21 aab", " aB21  Aab ", "AB21-AAB"):
        receipt = shop.partial({"registration": written, "price": 5000})
        assert receipt["queued_count"] == 1
    (after,) = shop.listings()
    assert after["registration"] == before["registration"] == "AB21AAB"
    assert after["url"] == before["url"]


def test_the_source_id_counts_before_the_registration(shop: Shop) -> None:
    shop.full(car(1), car(2))
    before = urls(shop)
    receipt = shop.partial({"source_id": "V1", "registration": registration(2), "price": 4000})
    # V1 has the plate of V2 now, so that V2 goes.
    assert receipt["feed"]["removed"] == 1
    assert told_of(receipt, "registration") == [replaced(registration(2))]
    assert urls(shop) == {registration(2): before[registration(1)]}
    assert shop.listing("V2")["status"] == "removed"
    assert shop.vehicle("V1")["price"] == 4000


def test_a_plate_change_keeps_id_and_address(shop: Shop) -> None:
    shop.full(car(1))
    before = urls(shop)
    receipt = shop.full(car(1, registration=registration(500)))
    assert (receipt["queued_count"], receipt["feed"]["removed"]) == (1, 0)
    assert urls(shop) == {registration(500): before[registration(1)]}


def test_a_changed_source_id_keeps_id_and_address(shop: Shop) -> None:
    shop.full(car(1))
    before = urls(shop)
    receipt = shop.full(car(1, source_id="other"))
    assert (receipt["queued_count"], receipt["feed"]["removed"]) == (1, 0)
    assert urls(shop) == before
    assert shop.live() == ["other"]


def test_an_entry_without_source_id_leaves_the_vehicle_its_own(shop: Shop) -> None:
    shop.full(car(1))
    shop.full(without(car(1), "source_id"))
    assert shop.live() == ["V1"]
    shop.full(car(1, source_id=None))
    assert shop.live() == [registration(1)]


def test_a_listing_found_by_its_source_id_is_not_found_by_registration_too(shop: Shop) -> None:
    """V1 gets a new plate, and its old one comes back on a vehicle of another id."""
    shop.full(car(1))
    before = urls(shop)
    receipt = shop.full(car(2, registration=registration(1)), car(1, registration=registration(3)))
    assert (receipt["queued_count"], receipt["feed"]["removed"]) == (2, 0)
    after = urls(shop)
    assert after[registration(3)] == before[registration(1)]
    assert after[registration(1)] != before[registration(1)]
    assert shop.live() == ["V1", "V2"]


def test_two_vehicles_swap_their_plates_in_one_feed(shop: Shop) -> None:
    shop.full(car(1), car(2))
    before = urls(shop)
    receipt = shop.full(car(1, registration=registration(2)), car(2, registration=registration(1)))
    assert (receipt["queued_count"], receipt["feed"]["removed"]) == (2, 0)
    assert receipt["warnings"] == []
    assert urls(shop) == {
        registration(1): before[registration(2)],
        registration(2): before[registration(1)],
    }


@pytest.mark.parametrize("mode", ["full_replace", "partial"])
def test_three_vehicles_pass_their_plates_on_in_a_ring(shop: Shop, mode: str) -> None:
    shop.full(car(1), car(2), car(3))
    before = urls(shop)
    ring = {1: 2, 2: 3, 3: 1}
    receipt = shop.send(
        shop.feed(mode, *(car(n, registration=registration(to)) for n, to in ring.items()))
    )
    assert (receipt["queued_count"], receipt["feed"]["removed"]) == (3, 0)
    assert urls(shop) == {registration(to): before[registration(n)] for n, to in ring.items()}


def test_two_vehicles_swap_their_source_ids_in_one_feed(shop: Shop) -> None:
    """The id is what identifies, so each vehicle changes its plate, not its id."""
    shop.full(car(1), car(2))
    before = urls(shop)
    shop.full(car(1, source_id="V2"), car(2, source_id="V1"))
    assert urls(shop) == {
        registration(1): before[registration(2)],
        registration(2): before[registration(1)],
    }


def test_a_removed_vehicle_comes_back_with_its_id_and_address(shop: Shop) -> None:
    shop.full(car(1), car(2))
    before = urls(shop)[registration(1)]
    id_ = shop.vehicle_id("V1")
    shop.full(car(2))
    assert shop.house.get(f"/api/v1/vehicles/{id_}").status_code == 410
    receipt = shop.full(car(1), car(2))
    assert receipt["queued_count"] == 2
    assert urls(shop)[registration(1)] == before
    assert shop.house.get(f"/api/v1/vehicles/{id_}").status_code == 200


def test_a_removed_vehicle_comes_back_by_its_registration_alone(shop: Shop) -> None:
    shop.full(car(1))
    before = urls(shop)
    shop.full()
    shop.partial(without(car(1), "source_id"))
    assert urls(shop) == before


def test_a_removed_vehicle_comes_back_with_another_source_id(shop: Shop) -> None:
    shop.full(car(1))
    before = urls(shop)
    shop.full()
    shop.partial(car(1, source_id="again"))
    assert urls(shop) == before
    assert shop.live() == ["again"]


def test_of_several_taken_down_the_last_one_comes_back(shop: Shop) -> None:
    shop.full(car(1), car(2))
    second = number_of(shop, registration(2))
    shop.partial({"source_id": "V2", "registration": registration(1)})  # V1 is superseded
    shop.full()
    shop.partial(without(car(1), "source_id"))
    assert number_of(shop, registration(1)) == second
    assert shop.live() == ["V2"]


def test_a_partial_entry_does_not_bring_a_removed_vehicle_back(shop: Shop) -> None:
    shop.full(car(1))
    shop.full()
    receipt = shop.partial({"source_id": "V1", "price": 5000})
    assert receipt["feed"]["skipped"] == 1
    assert receipt["skipped_listings"][0]["source_id"] == "V1"
    assert "make is required" in reasons(receipt)[0]
    assert shop.live() == []


def test_the_vin_never_identifies(shop: Shop) -> None:
    vin = "WBAJL510X0G123456"
    receipt = shop.full(car(1, vin=vin), car(2, vin=vin))
    assert receipt["queued_count"] == 2
    assert receipt["warnings"] == []
    assert shop.live() == ["V1", "V2"]
    receipt = shop.partial({"vin": vin, "price": 1})
    assert receipt["skipped_listings"][0] | {"reason": ""} == {
        "source_id": None, "index": 0, "reason": "",
    }  # fmt: skip


def test_a_new_vehicle_with_a_live_ones_plate_and_another_id_takes_its_place(shop: Shop) -> None:
    """Found by registration, the id changes; there never are two live ones of one plate."""
    shop.full(car(1))
    before = urls(shop)
    receipt = shop.partial(car(2, registration=registration(1)))
    assert receipt["queued_count"] == 1
    assert urls(shop) == before
    assert shop.live() == ["V2"]


@pytest.mark.parametrize("mode", ["full_replace", "partial"])
def test_the_later_of_two_entries_of_one_source_id_stands(shop: Shop, mode: str) -> None:
    receipt = shop.send(shop.feed(mode, car(1, price=1), car(1, price=2), car(2)))
    assert receipt["feed"]["superseded"] == 1
    assert receipt["feed"]["accepted"] == 2
    (warning,) = receipt["warnings"]
    assert warning == {"source_id": "V1", "field": "listing", "reason": SUPERSEDED}
    assert shop.vehicle("V1")["price"] == 2


def test_the_later_of_two_entries_of_one_registration_stands(shop: Shop) -> None:
    receipt = shop.full(car(1, price=1), car(2, registration=registration(1), price=2))
    assert receipt["feed"]["superseded"] == 1
    assert told_of(receipt, "listing") == [SUPERSEDED]
    assert shop.live() == ["V2"]


def test_the_later_of_two_entries_of_one_listing_stands(shop: Shop) -> None:
    shop.full(car(1))
    receipt = shop.partial(
        {"source_id": "V1", "price": 1}, {"registration": registration(1), "price": 2}
    )
    assert receipt["feed"]["superseded"] == 1
    assert shop.vehicle("V1")["price"] == 2


def test_entries_are_read_from_last_to_first(shop: Shop) -> None:
    """The middle one falls to the last, so that it no longer stands against the first."""
    receipt = shop.full(
        car(1),
        car(2, registration=registration(1)),  # one plate with the first, one id with the last
        car(2, registration=registration(3)),
    )
    assert receipt["feed"]["superseded"] == 1
    assert urls(shop).keys() == {registration(1), registration(3)}


def test_an_entry_that_is_skipped_supersedes_nothing(shop: Shop) -> None:
    receipt = shop.full(car(1, price=7), car(1, price=0))
    assert receipt["feed"] | {"mode": ""} == {
        "mode": "", "received": 2, "accepted": 1, "skipped": 1, "removed": 0, "held": 0,
        "deletes": 0, "superseded": 0,
    }  # fmt: skip
    assert shop.vehicle("V1")["price"] == 7


def test_a_delete_behind_an_entry_supersedes_it(shop: Shop) -> None:
    shop.full(car(1))
    receipt = shop.partial({"source_id": "V1", "price": 7}, {"source_id": "V1", "delete": True})
    assert (receipt["feed"]["superseded"], receipt["deleted_count"]) == (1, 1)
    assert shop.live() == []


def test_an_entry_behind_a_delete_supersedes_it(shop: Shop) -> None:
    shop.full(car(1))
    receipt = shop.partial({"source_id": "V1", "delete": True}, {"source_id": "V1", "price": 7})
    assert (receipt["feed"]["superseded"], receipt["deleted_count"]) == (1, 0)
    assert receipt["feed"]["deletes"] == 0
    assert shop.vehicle("V1")["price"] == 7


def test_two_deletes_of_one_vehicle_count_once(shop: Shop) -> None:
    shop.full(car(1))
    receipt = shop.partial(
        {"source_id": "V1", "delete": True}, {"registration": registration(1), "delete": True}
    )
    assert (receipt["feed"]["superseded"], receipt["feed"]["deletes"]) == (1, 1)
    assert receipt["deleted_count"] == 1


def test_a_plate_taken_over_from_an_entry_that_is_skipped_supersedes_its_listing(
    shop: Shop,
) -> None:
    shop.full(car(1), car(2))
    receipt = shop.full(car(1, registration=registration(2)), car(2, price=0))
    assert receipt["feed"]["removed"] == 1
    assert told_of(receipt, "registration") == [replaced(registration(2))]
    assert shop.live() == ["V1"]


def test_the_same_plates_and_ids_of_two_dealers_have_nothing_to_do_with_each_other(
    shop: Shop,
) -> None:
    other = Shop(shop.house, shop.key, f"{shop.id}-B")
    shop.full(car(1))
    other.full(car(1, price=5))
    other.partial({"source_id": "V1", "delete": True})
    assert shop.live() == ["V1"]
    assert shop.vehicle("V1")["price"] == 28995


def test_images_are_no_identity_either(shop: Shop) -> None:
    shop.full(car(1), car(2, images=images(1)))
    assert shop.live() == ["V1", "V2"]
