"""Few connections to a host at a time, and rest for one that asks for it or fails."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError
from django.db.models import F
from django.utils import timezone
from structlog.testing import capture_logs

from carslink.media import follow, rests
from carslink.media.models import Address, Rest
from carslink.media.queue import Job
from carslink.media.turns import Turns
from carslink.net.names import read_allowed
from tests.media.conftest import FetchUntil
from tests.media.test_fetching import four
from tests.photo_host import PhotoHost, status
from tests.push.shop import car
from tests.stock.lot import Lot


def test_a_host_has_four_connections_at_most(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil
) -> None:
    def slowly(to: Any) -> None:
        threading.Event().wait(0.1)
        status(404)(to)

    paths = [f"/{n}" for n in range(24)]
    host.answers |= dict.fromkeys(paths, slowly)
    first, second = ([host.url(path, name) for path in paths] for name in host.names[:2])
    lot.full(car(1, images=first), car(2, images=second))
    fetch_until(lambda: Address.objects.filter(state="resting").count() == 48)
    assert dict(host.most_at_once) == {host.names[0]: 4, host.names[1]: 4}


def test_a_host_that_asks_for_rest_is_left_alone(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil
) -> None:
    for n in range(8):
        host.answers[f"/{n}"] = status(429, Retry_After="3600")
    lot.full(car(1, images=[host.url(f"/{n}") for n in range(8)]))
    began = timezone.now()
    fetch_until(lambda: Address.objects.filter(state="resting").exists())
    assert len(host.asked) <= 4
    for each in Address.objects.filter(state="resting"):
        assert each.due_at is not None
        assert each.due_at >= began + timedelta(hours=1)


def test_a_host_that_is_not_there_rests_as_a_whole(
    lot: Lot, host: PhotoHost, settings: Any, fetch_until: FetchUntil,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("carslink.net.hosts.FIRST_REST", 0.1)
    monkeypatch.setattr("carslink.media.queue.RESTED_AT_ONCE", 5)
    settings.FETCH_ALLOWED = read_allowed(["photos.smith.co.uk=127.0.0.1:1"])
    lot.full(car(1, images=[host.url(f"/{n}") for n in range(40)]))
    fetch_until(lambda: Address.objects.filter(state="resting").count() == 40)
    assert set(Address.objects.values_list("attempts", flat=True)) == {1}


def test_what_waits_for_a_host_that_always_fails_is_given_up_after_a_day(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carslink.net.hosts.FIRST_REST", 0.1)
    monkeypatch.setattr("carslink.media.queue.RESTED_AT_ONCE", 5)
    host.answers |= {f"/{n}": status(503) for n in range(40)}
    lot.full(car(1, images=[host.url(f"/{n}") for n in range(40)]))
    waiting = Address.objects.filter(state="waiting")
    fetch_until(lambda: waiting.exists() and not waiting.filter(reason="").exists())
    left = set(waiting.values_list("pk", flat=True))
    assert len(left) > 20
    waiting.update(tried_since=F("tried_since") - timedelta(days=1.01))
    fetch_until(lambda: Address.objects.filter(pk__in=left, state="failed").count() > 20)
    assert len(host.asked) < 40
    told = set(Address.objects.filter(state="failed").values_list("reason", flat=True))
    assert told == {"the server answered 503 Service Unavailable"}


def test_no_seconds_to_wait_do_not_switch_backing_off_off(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil
) -> None:
    for n in range(24):
        host.answers[f"/{n}"] = status(503, Retry_After="0")
    lot.full(car(1, images=[host.url(f"/{n}") for n in range(24)]))
    fetch_until(lambda: Address.objects.filter(state="resting").exists())
    assert len(host.asked) <= 5  # four at once, and one after the first rest at most


def test_what_one_address_asks_for_is_given_to_it_alone(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil
) -> None:
    host.answers["/later"] = status(404, Retry_After="3600")
    lot.full(car(1, images=[host.url("/later"), *four(host)]))
    began = timezone.now()
    fetch_until(lambda: Address.objects.filter(state__in=("kept", "resting")).count() == 5)
    due = Address.objects.get(state="resting").due_at
    assert due is not None
    assert due >= began + timedelta(minutes=59)


def test_a_host_is_left_alone_though_the_database_goes_away_meanwhile(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(12):
        host.answers[f"/{n}.jpg"] = status(429, Retry_After="3600")
    lot.full(car(1, images=[host.url(f"/{n}.jpg") for n in range(12)]))
    looks: list[int] = []

    real = follow.step

    def look() -> bool:
        if looks or Address.objects.filter(state="resting").exists():
            looks.append(len(host.asked))
        if len(looks) == 1:
            raise OperationalError("the connection is lost")
        return real()

    monkeypatch.setattr(follow, "step", look)
    fetch_until(lambda: len(looks) > 4)
    assert len(set(looks[1:])) == 1  # those that were under way had asked by then
    assert Address.objects.filter(state="waiting").exists()


def test_what_a_host_asked_for_holds_when_fetching_is_started_anew(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil
) -> None:
    busy, works = host.names[:2]
    for n in range(12):
        host.answers[f"/{n}.jpg"] = status(429, Retry_After="3600")
    lot.full(car(1, images=[host.url(f"/{n}.jpg", busy) for n in range(12)]))
    fetch_until(lambda: Rest.objects.filter(host=busy).exists())
    asked = len(host.asked)
    good = [url.replace(busy, works) for url in four(host)]
    lot.partial(car(2, images=[*good, *(host.url(f"/more/{n}.jpg", busy) for n in range(4))]))
    fetch_until(lambda: Address.objects.filter(state="kept").count() == 4)
    assert len(host.asked) == asked + 4
    Rest.objects.update(until=timezone.now())
    assert rests.told() == {}


def test_a_host_that_asks_for_less_than_before_is_left_alone_as_long_as_before(lot: Lot) -> None:
    rests.keep({"a.uk": 3600, "b.uk": 5})
    rests.keep({"a.uk": 5, "b.uk": 3600})
    assert all(3590 < seconds <= 3600 for seconds in rests.told().values())
    assert rests.told().keys() == {"a.uk", "b.uk"}


def test_an_answer_makes_room_for_the_next_at_once(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carslink.media.run.TAKE_EVERY", 30.0)
    lot.full(car(1, images=[host.url(f"/{n}") for n in range(24)]))
    fetch_until(lambda: Address.objects.filter(state="resting").count() == 24)


def test_nobody_asks_whose_turn_it_is_while_nothing_happens(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carslink.media.run.TAKE_EVERY", 30.0)
    over, turns, real = threading.Event(), list[int](), Turns.take

    def take(*asked: Any) -> list[Job]:
        jobs = real(*asked)
        turns.append(len(jobs))
        return jobs

    def hangs(to: Any) -> None:
        over.wait()
        status(404)(to)

    monkeypatch.setattr(Turns, "take", take)
    host.answers["/hangs"] = hangs
    lot.full(car(1, images=[host.url("/hangs"), *four(host)]))

    def goes_on() -> bool:
        if Address.objects.filter(state="kept").count() < 4:
            return False
        threading.Event().wait(1)
        return True

    try:
        fetch_until(goes_on)
    finally:
        over.set()
    assert sum(turns) == 5
    assert len(turns) < 20


def test_each_time_that_the_database_goes_away_is_logged_once(
    lot: Lot, fetch_until: FetchUntil, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks, real = list[bool](), follow.step

    def look() -> bool:
        looks.append(len(looks) in (1, 2, 5))
        if looks[-1]:
            raise OperationalError("the connection is lost")
        return real()

    monkeypatch.setattr(follow, "step", look)
    with capture_logs() as told:
        fetch_until(lambda: len(looks) > 7)
    assert sum(looks) == 3
    assert sum("the database is away" in each["event"] for each in told) == 2
