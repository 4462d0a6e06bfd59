"""Redirects: each host that one leads to has its own limits, and its own photographs come first."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db.models import F
from django.utils import timezone

from carslink.media.models import Address
from carslink.net.names import read_allowed
from carslink.stock.models import Listing
from tests.media.conftest import FetchUntil
from tests.media.test_fetching import four
from tests.photo_host import PhotoHost, redirects, status
from tests.push.shop import car
from tests.stock.lot import Lot


def test_a_hosts_limits_hold_for_who_is_redirected_there(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil
) -> None:
    def slowly(to: Any) -> None:
        threading.Event().wait(0.1)
        status(404)(to)

    first, second, there = host.names
    for n in range(12):
        host.answers[f"/to/{n}"] = redirects(f"https://{there}/{n}")
        host.answers[f"/{n}"] = slowly
    lot.full(car(1, images=[host.url(f"/to/{n}", first) for n in range(12)]),
             car(2, images=[host.url(f"/to/{n}", second) for n in range(12)]))  # fmt: skip
    fetch_until(lambda: Address.objects.filter(state="resting").count() == 24)
    assert host.most_at_once[there] == 4
    assert sum(host.times(f"/{n}") for n in range(12)) == 24


def test_who_asks_for_rest_gets_it_though_others_lead_there(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil
) -> None:
    first, _, there = host.names
    for n in range(8):
        host.answers[f"/to/{n}"] = redirects(f"https://{there}/{n}")
        host.answers[f"/{n}"] = status(429, Retry_After="3600")
    mine = four(host)  # at the host that redirects, which does not rest
    lot.full(car(1, images=[*(host.url(f"/to/{n}", first) for n in range(8)), *mine]))
    began = timezone.now()
    done = Address.objects.filter(state__in=("kept", "resting"))
    fetch_until(lambda: done.count() == 12)
    assert Address.objects.filter(state="kept").count() == 4
    assert 1 <= sum(host.times(f"/{n}") for n in range(8)) <= 4
    for each in Address.objects.filter(state="resting"):
        assert each.due_at is not None
        assert each.due_at >= began + timedelta(minutes=59)


def test_a_dead_end_of_redirects_keeps_nobody_elses_photographs(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carslink.net.hosts.FIRST_REST", 0.1)
    settings.FETCH_ALLOWED = read_allowed([*host.allowed, "gone.smith.co.uk=127.0.0.1:1"])
    for n in range(8):
        host.answers[f"/to/{n}"] = redirects("https://gone.smith.co.uk/1.jpg")
    Lot(lot.partner).full(car(1, images=[host.url(f"/to/{n}") for n in range(8)]))
    lot.full(car(1, images=[*four(host), *four(host, "b"), *four(host, "c")]))
    done = Address.objects.filter(state__in=("kept", "resting"))
    fetch_until(lambda: done.count() == 20)
    assert Address.objects.filter(state="kept").count() == 12


def test_who_is_led_to_a_host_that_never_works_is_given_up_after_a_day(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carslink.net.hosts.FIRST_REST", 3600.0)
    settings.FETCH_ALLOWED = read_allowed([*host.allowed, "gone.smith.co.uk=127.0.0.1:1"])
    paths = [f"/to/{n}" for n in range(12)]
    host.answers |= dict.fromkeys(paths, redirects("https://gone.smith.co.uk/1.jpg"))
    lot.full(car(1, images=[host.url(path) for path in paths]))
    fetch_until(lambda: Address.objects.filter(state="resting").count() == 12)
    assert set(Address.objects.values_list("attempts", flat=True)) == {1}
    a_day = timedelta(days=1.01)
    Address.objects.update(tried_since=F("tried_since") - a_day, due_at=F("due_at") - a_day)
    fetch_until(lambda: Address.objects.filter(state="failed").count() == 12)
    assert [host.times(path) for path in paths] == [2] * 12
    for reason in Address.objects.values_list("reason", flat=True):
        assert "connect" in reason


def test_those_who_name_a_host_are_not_held_up_by_those_who_are_led_there(
    lot: Lot, other: Lot, host: PhotoHost, fetch_until: FetchUntil
) -> None:
    def slowly(to: Any) -> None:
        threading.Event().wait(0.2)
        status(404)(to)

    first, _, there = host.names
    led, named = [f"/led/{n}" for n in range(40)], [f"/named/{n}" for n in range(12)]
    host.answers |= {f"/to{path}": redirects(f"https://{there}{path}") for path in led}
    host.answers |= dict.fromkeys([*led, *named], slowly)
    lot.full(*(car(n + 1, images=[host.url(f"/to{path}", first) for path in led[n::4]])
               for n in range(4)))  # fmt: skip
    other.full(car(1, images=[host.url(path, there) for path in named]))
    fetch_until(lambda: all(map(host.times, named)))
    asked = [path for path, _ in host.asked if path in {*led, *named}]
    last = max(asked.index(path) for path in named)
    assert sum(path in led for path in asked[:last]) <= len(named) + 4


def test_to_wait_for_where_a_redirect_leads_is_no_attempt(
    lot: Lot, other: Lot, host: PhotoHost, fetch_until: FetchUntil,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("carslink.media.visits.FREE_WITHIN", 0.3)
    over = threading.Event()

    def hangs(to: Any) -> None:
        over.wait()
        status(404)(to)

    first, _, there = host.names
    slow, led = [f"/slow/{n}" for n in range(4)], [f"/to/{n}" for n in range(4)]
    host.answers |= dict.fromkeys(slow, hangs)
    host.answers |= dict.fromkeys(led, redirects(f"https://{there}/1.jpg"))
    lot.full(car(1, images=[host.url(path, there) for path in slow]))
    resting = Address.objects.filter(state="resting")

    def all_rest() -> bool:
        if host.at_once[there] == 4 and not Address.objects.filter(host=first).exists():
            other.full(car(2, images=[host.url(path, first) for path in led]))
        return resting.count() == 4

    try:
        fetch_until(all_rest)
    finally:
        over.set()
    assert host.times("/1.jpg") == 0
    told = set(resting.values_list("attempts", "tried_since", "reason"))
    assert told == {(0, None, f"it leads to {there}, which is busy, and is asked for again later")}


@pytest.mark.parametrize("target", ["https://photos.brown.co.uk/1", "https://127.0.0.1/1"])
def test_a_host_that_redirects_works(
    lot: Lot, other: Lot, host: PhotoHost, fetch_until: FetchUntil,
    monkeypatch: pytest.MonkeyPatch, target: str,
) -> None:  # fmt: skip
    monkeypatch.setattr("carslink.net.hosts.FIRST_REST", 0.1)
    first = host.names[0]

    def slowly(to: Any) -> None:
        threading.Event().wait(0.2)
        redirects(target)(to)

    host.answers |= {f"/busy/{n}": status(503) for n in range(4)}
    host.answers |= {f"/to/{n}": slowly for n in range(24)}
    lot.full(car(1, images=[host.url(f"/busy/{n}", first) for n in range(4)]))
    ended = Address.objects.filter(state__in=("resting", "failed"))

    def all_ended() -> bool:
        if ended.count() == 4 and not Listing.objects.filter(source_id="V2").exists():
            host.most_at_once.clear()
            other.full(car(2, images=[host.url(f"/to/{n}", first) for n in range(24)]))
        return ended.count() == 28

    fetch_until(all_ended)
    assert host.most_at_once[first] == 4
