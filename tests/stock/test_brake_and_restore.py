"""The brake holds removals for a yes; and what a feed took down can be brought back."""

from datetime import timedelta

import pytest

from carslink.stock import undo
from tests.push.shop import car, registration, told_of
from tests.stock.lot import Lot

DAY = timedelta(days=1)


def ten(*, but: tuple[int, ...] = ()) -> list[dict[str, object]]:
    """Return cars 0 to 9 but some."""
    return [car(n) for n in range(10) if n not in but]


def test_without_a_brake_a_full_feed_removes_as_much_as_it_likes(lot: Lot) -> None:
    lot.full(*ten())
    receipt = lot.full(car(0))
    assert (receipt["feed"]["removed"], receipt["feed"]["held"]) == (9, 0)


def test_up_to_its_percentage_the_brake_lets_removals_go(braked: Lot) -> None:
    braked.full(*ten())
    receipt = braked.full(*ten(but=(1, 2, 3, 4)))
    assert (receipt["feed"]["removed"], receipt["feed"]["held"]) == (4, 0)


def test_over_its_percentage_the_brake_holds_all_removals_and_applies_the_rest(
    braked: Lot,
) -> None:
    braked.full(*ten())
    receipt = braked.full(car(0, price=1), car(11), *ten(but=(0, 1, 2, 3, 4, 5)))
    assert (receipt["feed"]["removed"], receipt["feed"]["held"]) == (0, 5)
    assert receipt["queued_count"] == 6
    assert told_of(receipt, "listings") == ["5 removals are held until somebody says yes to them"]
    assert braked.held() == ["V1", "V2", "V3", "V4", "V5"]
    assert len(braked.live()) == 11
    assert braked.listing("V0").price == 1
    assert braked.history("V1")[-1] == ("held", None, None)


def test_an_empty_full_feed_is_held_too(braked: Lot) -> None:
    braked.full(*ten())
    assert braked.full()["feed"]["held"] == 10
    assert len(braked.live()) == 10


def test_deletes_and_partial_feeds_are_not_braked(braked: Lot) -> None:
    braked.full(*ten())
    deletes = [{"source_id": f"V{n}", "delete": True} for n in range(1, 10)]
    assert braked.partial(*deletes)["deleted_count"] == 9
    assert braked.live() == ["V0"]


def test_a_held_listing_is_free_when_it_is_sent_again(braked: Lot) -> None:
    braked.full(*ten())
    braked.full(car(0))
    braked.partial({"source_id": "V1", "price": 1}, {"source_id": "V2"}, car(3))
    assert braked.held() == [f"V{n}" for n in range(4, 10)]
    receipt = braked.full(*ten())
    assert receipt["feed"]["held"] == 0
    assert braked.held() == []
    assert receipt["dealer"]["live"] == 10


def test_a_held_listing_goes_when_it_is_released(braked: Lot) -> None:
    braked.full(*ten())
    sync_id = braked.full(car(0))["sync_id"]
    braked.partial({"source_id": "V1"})
    assert undo.release(sync_id) == 8
    assert braked.live() == ["V0", "V1"]
    assert braked.held() == []
    assert braked.history("V2")[-1] == ("removed", "released", None)
    assert undo.release(sync_id) == 0


def test_a_release_takes_what_the_feed_held_and_not_what_a_later_one_holds(braked: Lot) -> None:
    braked.full(*ten())
    first = braked.full(*ten(but=(1, 2, 3, 4, 5)))["sync_id"]
    second = braked.full(car(0))["sync_id"]
    assert len(braked.held()) == 9
    assert undo.release(first) == 5
    assert braked.held() == ["V6", "V7", "V8", "V9"]
    assert undo.release(second) == 4


def test_a_release_by_a_later_feed_takes_what_it_holds_on(braked: Lot) -> None:
    braked.full(*ten())
    braked.full(*ten(but=(1, 2, 3, 4, 5)))
    second = braked.full(car(0))["sync_id"]
    assert undo.release(second) == 9
    assert braked.live() == ["V0"]


def test_a_full_feed_counts_what_it_goes_on_holding(braked: Lot) -> None:
    braked.full(*ten())
    assert braked.full(car(0))["feed"]["held"] == 9
    receipt = braked.full(car(0))
    assert (receipt["feed"]["held"], receipt["feed"]["removed"]) == (9, 0)
    events = [event for event, _, _ in braked.history("V1")]
    assert events == ["created", "held"]


def test_a_held_listing_whose_plate_is_taken_is_superseded_all_the_same(braked: Lot) -> None:
    braked.full(*ten())
    receipt = braked.full(car(0, registration=registration(1)))
    assert (receipt["feed"]["removed"], receipt["feed"]["held"]) == (1, 8)
    assert braked.listing("V1").state == "removed"
    assert braked.listing("V1").held_since is None
    receipt = braked.partial({"source_id": "V0", "registration": registration(2)})
    assert (receipt["feed"]["removed"], braked.listing("V2").held_since) == (1, None)
    assert braked.held() == [f"V{n}" for n in range(3, 10)]


def test_a_held_listing_can_be_deleted(braked: Lot) -> None:
    braked.full(*ten())
    sync_id = braked.full(car(0))["sync_id"]
    assert braked.partial({"source_id": "V1", "delete": True})["deleted_count"] == 1
    assert undo.release(sync_id) == 8


def test_restore_brings_back_what_the_feed_took_down(lot: Lot) -> None:
    lot.full(car(1), car(2), car(3))
    ids = {name: lot.listing(name).pk for name in ("V1", "V2")}
    sync_id = lot.full({"source_id": "V1", "delete": True}, car(3))["sync_id"]
    lot.age(DAY)
    assert undo.restore(sync_id) == (2, 0)
    assert lot.live() == ["V1", "V2", "V3"]
    assert {name: lot.listing(name).pk for name in ids} == ids
    assert lot.history("V2")[-1] == ("restored", None, None)
    assert lot.listing("V1").taken_down_at is None
    assert undo.restore(sync_id)[0] == 0


def test_a_restored_listing_counts_as_refreshed_then(lot: Lot) -> None:
    from carslink.stock.expire import expire
    from tests.stock.lot import feeds_can_be_taken

    lot.full(car(1), car(2))
    sync_id = lot.full(car(2))["sync_id"]
    lot.age(2 * DAY)
    undo.restore(sync_id)
    feeds_can_be_taken()
    assert expire() == 1
    assert lot.live() == ["V1"]


def test_restore_passes_over_what_was_sent_since(lot: Lot) -> None:
    lot.full(car(1), car(2), car(3), car(4))
    sync_id = lot.full(car(4))["sync_id"]
    lot.partial(car(1, price=7), {"source_id": "V2", "delete": True})
    assert undo.restore(sync_id) == (1, 2)
    assert lot.live() == ["V1", "V3", "V4"]
    assert lot.listing("V1").price == 7


def test_restore_passes_over_what_was_sent_and_taken_down_again_since(lot: Lot) -> None:
    lot.full(car(1), car(2))
    sync_id = lot.full(car(2))["sync_id"]
    lot.partial(car(1))
    lot.partial({"source_id": "V1", "delete": True})
    assert undo.restore(sync_id) == (0, 1)
    assert lot.live() == ["V2"]


def test_restore_passes_over_a_registration_that_is_live_elsewhere(lot: Lot) -> None:
    lot.full(car(1), car(2), car(3))
    sync_id = lot.full(car(3))["sync_id"]
    lot.partial({"source_id": "V3", "registration": registration(1)})
    assert undo.restore(sync_id) == (1, 1)
    assert lot.live() == ["V2", "V3"]


@pytest.mark.parametrize(("days", "back"), [(29, 1), (31, 0)])
def test_restore_reaches_thirty_days_back(lot: Lot, days: int, back: int) -> None:
    lot.full(car(1), car(2))
    sync_id = lot.full(car(2))["sync_id"]
    lot.age(days * DAY)
    assert undo.restore(sync_id) == (back, 1 - back)


def test_what_was_released_can_be_restored(braked: Lot) -> None:
    braked.full(*ten())
    sync_id = braked.full(car(0))["sync_id"]
    undo.release(sync_id)
    assert undo.restore(sync_id) == (9, 0)
    assert len(braked.live()) == 10


def test_a_feed_that_does_not_exist_is_neither_released_nor_restored(db: None) -> None:
    for verb in (undo.release, undo.restore):
        with pytest.raises(undo.NoSuchFeed):
            verb("sync_none")
