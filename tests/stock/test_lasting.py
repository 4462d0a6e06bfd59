"""Uploaded stock lives thirty days; a listing's life is that of the door that last refreshed it."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from carslink.partners.models import Partner
from carslink.stock import changes, lasting, undo
from carslink.stock.expire import expire
from carslink.stock.models import Feed, Outage
from carslink.stock.refreshed import effective, expires_at
from tests.push.shop import car
from tests.stock.lot import Lot, feeds_can_be_taken

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
A_DAYS_LIFE = DAY + 30 * MINUTE


@pytest.fixture(autouse=True)
def _open(db: None) -> None:
    feeds_can_be_taken()


def ends_after(lot: Lot, source_id: str) -> timedelta:
    """Return how long a listing has from when it was last refreshed."""
    listing = lot.listing(source_id)
    refreshed = effective(listing, lot.dealer)
    ends = expires_at(listing, refreshed)
    assert ends is not None
    return ends - refreshed.at


def refreshed_at(lot: Lot, source_id: str) -> datetime:
    return effective(lot.listing(source_id), lot.dealer).at


def test_uploaded_stock_stays_thirty_days_and_no_grace(lot: Lot) -> None:
    lot.upload(car(1), car(2))
    assert ends_after(lot, "V1") == 30 * DAY
    lot.age(30 * DAY - MINUTE)
    assert expire() == 0
    lot.age(2 * MINUTE)
    assert expire() == 2
    assert lot.listing("V1").taken_down_why == "expired"


def test_a_push_gives_what_it_names_a_days_life_from_then(lot: Lot) -> None:
    lot.upload(car(1), car(2))
    lot.partial({"source_id": "V1"})
    assert (ends_after(lot, "V1"), ends_after(lot, "V2")) == (A_DAYS_LIFE, 30 * DAY)
    lot.age(A_DAYS_LIFE + MINUTE)
    assert expire() == 1
    assert lot.live() == ["V2"]


def test_a_full_push_speaks_for_what_was_uploaded_and_the_other_way_round(lot: Lot) -> None:
    lot.upload(car(1))
    lot.full(car(1))
    assert ends_after(lot, "V1") == A_DAYS_LIFE
    lot.upload(car(1))
    assert ends_after(lot, "V1") == 30 * DAY
    lot.age(A_DAYS_LIFE + MINUTE)
    assert expire() == 0


def test_a_vehicle_added_by_upload_outlives_those_that_are_pushed(lot: Lot) -> None:
    lot.full(car(1))
    lot.upload(car(2), mode="partial")
    lot.age(A_DAYS_LIFE + MINUTE)
    assert expire() == 1
    assert lot.live() == ["V2"]


def test_a_full_upload_that_changes_nothing_writes_no_listing(lot: Lot) -> None:
    lot.upload(car(1), car(2))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        lot.upload(car(1), car(2))
    written = [q["sql"] for q in queries if q["sql"].lstrip().startswith("UPDATE stock_listing")]
    assert written == []


def test_what_an_upload_skips_keeps_the_life_that_it_had(lot: Lot) -> None:
    lot.full(car(1), car(2))
    lot.upload(car(1, price=0), car(2))
    lot.upload(car(1, price=0), car(2))
    assert (ends_after(lot, "V1"), ends_after(lot, "V2")) == (A_DAYS_LIFE, 30 * DAY)
    lot.full(car(1, price=0), car(2))
    lot.full(car(1, price=0), car(2, price=0), car(3))
    assert (ends_after(lot, "V1"), ends_after(lot, "V2")) == (A_DAYS_LIFE, A_DAYS_LIFE)
    lot.upload(car(1), car(2))
    lot.full(car(1, price=0), car(2))
    assert (ends_after(lot, "V1"), ends_after(lot, "V2")) == (30 * DAY, A_DAYS_LIFE)


def test_what_a_feed_took_down_comes_back_with_the_life_that_it_had(lot: Lot) -> None:
    lot.full(car(1), car(2))
    lot.upload(car(1), car(2))  # speaks for both, and writes on neither
    lot.full(car(2))
    undo.restore(Feed.objects.latest("id").sync_id)
    assert ends_after(lot, "V1") == 30 * DAY


def test_what_the_brake_held_and_was_released_comes_back_with_its_life(braked: Lot) -> None:
    braked.full(car(1), car(2))
    braked.upload(car(1), car(2))
    braked.upload(car(1))
    feed = Feed.objects.latest("id").sync_id
    assert (undo.release(feed), undo.restore(feed)) == (1, (1, 0))
    assert ends_after(braked, "V2") == 30 * DAY


def test_an_outage_does_not_count_against_uploaded_stock_either(lot: Lot) -> None:
    lot.upload(car(1))
    lot.age(30 * DAY + MINUTE)
    now = timezone.now()
    Outage.objects.create(since=now - 29 * DAY, until=now - 28 * DAY)
    assert expire() == 0
    lot.age(DAY)
    assert expire() == 1


def test_still_there_refreshes_all_uploaded_stock_and_nothing_else(lot: Lot) -> None:
    lot.upload(car(1), car(2), car(3))
    lot.partial({"source_id": "V3"})
    lot.upload(car(1), car(2, price=0), car(3), mode="partial")
    lot.partial({"source_id": "V3"})
    lot.age(20 * DAY)
    pushed = refreshed_at(lot, "V3")
    before = changes.clock()
    assert lasting.still_there(lot.dealer) == 2
    assert changes.clock() == before  # no card shows it
    assert refreshed_at(lot, "V3") == pushed
    for each in ("V1", "V2"):
        assert timezone.now() - refreshed_at(lot, each) < MINUTE
        assert ends_after(lot, each) == 30 * DAY
    assert expire() == 1
    assert lot.live() == ["V1", "V2"]


def test_still_there_refreshes_what_the_last_upload_left_out(lot: Lot) -> None:
    lot.upload(car(1), car(2))
    lot.age(10 * DAY)
    lot.upload(car(1), car(2, price=0))
    assert lasting.still_there(lot.dealer) == 2
    assert timezone.now() - refreshed_at(lot, "V2") < MINUTE
    assert lot.listing("V2").left_out


def test_still_there_leaves_what_is_held_to_the_operator(braked: Lot) -> None:
    braked.upload(car(1), car(2))
    braked.upload(car(1))
    assert lasting.still_there(braked.dealer) == 1
    assert braked.held() == ["V2"]


def test_what_ends_is_told_with_when_and_how_many(lot: Lot, partner: Partner) -> None:
    lot.upload(car(1), car(2))
    lot.age(5 * DAY)
    lot.upload(car(3), mode="partial")
    lot.partial(car(4))
    other = Lot(partner)
    other.full(car(1))
    first, second = lasting.ending(lot.dealer.pk)
    assert (first.vehicles, second.vehicles) == (2, 1)
    assert (first.at, second.at) == tuple(
        refreshed_at(lot, each) + 30 * DAY for each in ("V1", "V3")
    )
    assert lasting.ending(other.dealer.pk) == []
    soon = timezone.now() + 26 * DAY
    assert lasting.first_to_end(soon) == [(lot.dealer.pk, first.at)]
    assert lasting.first_to_end(soon - 2 * DAY) == []
