"""How politely hosts are treated."""

from dataclasses import dataclass

import pytest

from carslink.net.hosts import Hosts


@dataclass
class Clock:
    now: float = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hosts(clock: Clock) -> Hosts:
    return Hosts(clock=clock)


def test_a_host_has_four_connections(hosts: Hosts) -> None:
    for left in (4, 3, 2, 1):
        assert hosts.free("a") == left
        hosts.begin("a")
    assert (hosts.free("a"), hosts.free("b")) == (0, 4)
    hosts.end("a")
    assert hosts.free("a") == 1


def test_a_host_that_asks_for_rest_gets_it(hosts: Hosts, clock: Clock) -> None:
    hosts.asked_to_wait("a", 30)
    assert (hosts.free("a"), hosts.resting("a")) == (0, 30)
    clock.now += 29.9
    assert hosts.free("a") == 0
    clock.now += 0.2
    assert (hosts.free("a"), hosts.resting("a")) == (4, 0)


def test_nobody_can_ask_for_more_than_a_day(hosts: Hosts) -> None:
    hosts.asked_to_wait("a", 1e9)
    assert hosts.resting("a") == 86_400


def test_a_host_that_fails_is_left_alone_ever_longer_and_asked_by_one(
    hosts: Hosts, clock: Clock
) -> None:
    for seconds in (2, 4, 8, 16, 32, 64, 128, 256, 300, 300):
        hosts.failed("a")
        hosts.failed("a")  # of the same time: counts once
        assert hosts.resting("a") == pytest.approx(seconds)
        clock.now += seconds + 0.1
        assert hosts.free("a") == 1
    hosts.answered("a")
    assert hosts.free("a") == 4


def test_those_who_name_a_host_and_those_who_are_led_there_have_half_of_it_each(
    hosts: Hosts, clock: Clock
) -> None:
    for _ in range(4):
        assert hosts.is_free_to_led("a")  # nobody asks for it by name
        hosts.begin("a", is_led=True)
    assert not hosts.is_free_to_led("a")
    hosts.wanted("a")
    for left in (1, 2):
        hosts.end("a", is_led=True)
        assert (hosts.free("a"), hosts.is_free_to_led("a")) == (left, False)
    hosts.begin("a")
    hosts.begin("a")
    hosts.end("a", is_led=True)
    assert hosts.free("a") == 1
    with hosts.led("a"):
        assert (hosts.free("a"), hosts.is_free_to_led("a")) == (0, True)
    hosts.end("a")
    hosts.begin("a", is_led=True)
    assert not hosts.is_free_to_led("a")
    clock.now += 10
    assert hosts.is_free_to_led("a")


def test_a_host_that_failed_is_tried_by_whoever_comes_first(hosts: Hosts, clock: Clock) -> None:
    hosts.failed("a")
    hosts.wanted("a")
    assert not hosts.is_free_to_led("a")
    clock.now += 2.1
    with hosts.led("a"):
        assert (hosts.free("a"), hosts.is_free_to_led("a")) == (1, True)


def test_hosts_that_need_no_attention_are_forgotten(
    hosts: Hosts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carslink.net.hosts.MOST_REMEMBERED", 3)
    hosts.begin("busy")
    hosts.asked_to_wait("resting", 60)
    for n in range(10):
        hosts.answered(f"host-{n}")
    assert (hosts.free("busy"), hosts.free("resting")) == (3, 0)
    assert len(hosts._known) <= 4
