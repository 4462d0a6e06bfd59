"""Stock that nobody refreshes goes, but not for the time in which nobody could."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from carslink.stock import uptime
from carslink.stock.expire import expire
from carslink.stock.models import Heartbeat, Listing, Outage
from tests.push.shop import car
from tests.stock.lot import Lot, feeds_can_be_taken

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
LIFE = DAY + 30 * MINUTE


@pytest.fixture(autouse=True)
def _open(db: None) -> None:
    feeds_can_be_taken()


def test_a_listing_expires_24_hours_and_the_grace_after_it_was_refreshed(lot: Lot) -> None:
    lot.partial(car(1), car(2))
    lot.age(LIFE - MINUTE)
    lot.partial({"source_id": "V2"})
    assert expire() == 0
    lot.age(2 * MINUTE)
    assert expire() == 1
    gone = lot.listing("V1")
    assert (gone.state, gone.taken_down_why) == ("expired", "expired")
    assert gone.taken_down_at is not None
    assert lot.live() == ["V2"]
    assert lot.history("V1")[-1] == ("expired", "expired", None)
    assert expire() == 0


def test_a_full_feed_refreshes_all_that_it_takes(lot: Lot) -> None:
    lot.full(car(1), car(2), car(3))
    lot.age(LIFE - MINUTE)
    lot.full(car(1), car(2, price=1), car(3))
    lot.age(LIFE - MINUTE)
    assert expire() == 0
    lot.age(2 * MINUTE)
    assert expire() == 3


def test_a_partial_feed_refreshes_what_it_names_and_nothing_else(lot: Lot) -> None:
    lot.full(car(1), car(2), car(3))
    lot.age(LIFE - MINUTE)
    lot.partial(
        {"source_id": "V1"}, {"source_id": "V2", "price": 1}, {"source_id": "V3", "price": 0}
    )
    lot.age(2 * MINUTE)
    assert expire() == 1
    assert lot.live() == ["V1", "V2"]


def test_what_a_full_feed_skips_is_not_refreshed_by_it(lot: Lot) -> None:
    lot.full(car(1), car(2))
    lot.age(LIFE - MINUTE)
    lot.full(car(1, price=0), car(2))
    lot.full(car(1, price=0), car(2))
    assert expire() == 0
    lot.age(2 * MINUTE)
    assert expire() == 1
    assert lot.live() == ["V2"]


def test_what_was_skipped_and_is_taken_again_lives_on(lot: Lot) -> None:
    lot.full(car(1), car(2))
    lot.age(LIFE - MINUTE)
    lot.full(car(1, price=0), car(2))
    lot.full(car(1), car(2))
    lot.age(LIFE - MINUTE)
    assert expire() == 0


def test_a_full_feed_that_accepts_nothing_refreshes_nothing(lot: Lot) -> None:
    lot.full(car(1), car(2))
    lot.age(LIFE - MINUTE)
    lot.full(car(1, price=0))
    lot.age(2 * MINUTE)
    assert expire() == 2


def test_a_held_listing_stays_seven_days_from_the_first_feed_that_held_it(braked: Lot) -> None:
    braked.full(car(1), car(2))
    braked.full(car(1))
    assert braked.held() == ["V2"]
    for _ in range(13):
        braked.age(12 * HOUR)
        braked.full(car(1))
        assert expire() == 0
    assert braked.held() == ["V2"]
    braked.age(12 * HOUR + MINUTE)
    braked.full(car(1))
    assert expire() == 1
    assert braked.live() == ["V1"]
    assert braked.listing("V2").state == "expired"


def test_nothing_expires_while_feeds_cannot_be_taken(lot: Lot) -> None:
    lot.partial(car(1))
    lot.age(2 * LIFE)
    feeds_can_be_taken(timezone.now() - uptime.MISSED_AFTER - timedelta(seconds=5))
    assert expire() == 0
    Heartbeat.objects.all().delete()
    assert expire() == 0
    feeds_can_be_taken()
    assert expire() == 1


def test_an_outage_does_not_count_against_a_listing(lot: Lot) -> None:
    lot.partial(car(1))
    lot.age(LIFE + 2 * HOUR)
    now = timezone.now()
    Outage.objects.create(since=now - 5 * HOUR, until=now - 2 * HOUR)
    assert expire() == 0
    lot.age(2 * HOUR)  # the time in which feeds could be taken is more than a life now
    assert expire() == 1


def test_an_outage_before_a_listing_came_gives_it_no_time(lot: Lot) -> None:
    lot.partial(car(1))
    lot.age(LIFE + MINUTE)
    now = timezone.now()
    Outage.objects.create(since=now - 60 * HOUR, until=now - 26 * HOUR)
    assert expire() == 1


def test_the_first_beat_after_a_silence_notes_the_outage() -> None:
    silent = timezone.now() - HOUR
    feeds_can_be_taken(silent)
    uptime.beat()
    (outage,) = Outage.objects.all()
    assert outage.since == silent
    assert abs(outage.until - timezone.now()) < timedelta(seconds=10)
    assert uptime.takes_feeds(timezone.now())
    uptime.beat()
    assert Outage.objects.count() == 1


def test_beats_in_time_are_no_outage() -> None:
    feeds_can_be_taken(timezone.now() - uptime.MISSED_AFTER + timedelta(seconds=10))
    uptime.beat()
    uptime.beat()
    assert not Outage.objects.exists()


def test_another_dealers_stock_does_not_expire_with_it(lot: Lot) -> None:
    other = Lot(lot.partner)
    lot.full(car(1))
    other.full(car(1))
    lot.age(LIFE + MINUTE)
    assert expire() == 1
    assert other.live() == ["V1"]


def test_an_expired_vehicle_is_revived_by_a_complete_listing(lot: Lot) -> None:
    lot.full(car(1))
    id_ = lot.listing("V1").pk
    lot.age(LIFE + MINUTE)
    expire()
    receipt = lot.full(car(1))
    assert receipt["dealer"]["live"] == 1
    assert lot.listing("V1").pk == id_
    assert Listing.objects.get(pk=id_).taken_down_at is None
    assert [event for event, _, _ in lot.history("V1")] == ["created", "expired", "revived"]


def o(hour: float) -> datetime:
    """Return a time of an imagined week."""
    return datetime(2026, 5, 4, tzinfo=UTC) + hour * HOUR


@pytest.mark.parametrize(
    ("span", "outages", "began"),
    [
        (24, [], 76),
        (24, [(80, 90)], 66),
        (24, [(80, 100)], 56),
        (24, [(98, 99), (80, 90)], 65),
        (24, [(50, 70)], 76),
        (24, [(70, 76)], 76),
        (24, [(70, 77)], 69),
        (24, [(70, 80), (60, 69)], 57),
        (24, [(70, 90), (60, 69)], 47),
        (24, [(80, 90), (80, 90)], 66),  # noted by two processes
        (24, [(80, 90), (82, 88)], 66),
        (24, [(80, 90), (75, 85)], 61),
        (24, [(0, 200)], -24),  # one that is not over
        (0, [(80, 90)], 100),
        (1, [(99.5, 99.75), (99, 99.25)], 98.5),
    ],
)
def test_a_span_of_open_time_leaves_the_outages_out(
    span: float, outages: list[tuple[float, float]], began: float
) -> None:
    noted = sorted(((o(a), o(b)) for a, b in outages), key=lambda each: each[1], reverse=True)
    assert uptime._moment_before(o(100), span * HOUR, noted) == o(began)
