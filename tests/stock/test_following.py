"""A follower whose cursor is in the database takes each change once, in order."""

from datetime import timedelta

import pytest
from django.utils import timezone

from carslink.stock import changes, following
from carslink.stock.models import Follower
from tests.push.shop import car
from tests.stock.lot import Lot


def follow(limit: int = 1_000) -> list[list[int]]:
    """Follow until nothing is left; returns what each step took."""
    taken: list[list[int]] = []
    while following.step("test", taken.append, limit):
        pass
    return taken


def ids(lot: Lot, *source_ids: str) -> list[int]:
    return [lot.listing(each).pk for each in source_ids]


def test_each_change_is_taken_once(lot: Lot) -> None:
    lot.full(car(1), car(2))
    assert follow() == [ids(lot, "V1", "V2")]
    assert follow() == []
    lot.partial({"source_id": "V2", "price": 1})
    assert follow() == [ids(lot, "V2")]


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 6, 7])
def test_steps_of_any_size_take_everything_in_order(lot: Lot, limit: int) -> None:
    lot.full(*(car(n) for n in range(6)))
    lot.partial({"source_id": "V3", "price": 1})
    steps = follow(limit)
    assert all(len(step) <= limit for step in steps)
    assert [listing for step in steps for listing in step] == ids(
        lot, "V0", "V1", "V2", "V4", "V5", "V3"
    )
    assert follow(limit) == []


def test_a_step_that_fails_is_taken_again(lot: Lot) -> None:
    def fail(_: list[int]) -> None:
        raise ZeroDivisionError

    lot.full(car(1))
    with pytest.raises(ZeroDivisionError):
        following.step("test", fail)
    assert follow() == [ids(lot, "V1")]


def test_another_epoch_begins_at_zero(lot: Lot) -> None:
    lot.full(car(1), car(2))
    follow()
    changes.begin_epoch()
    assert follow() == [ids(lot, "V1", "V2")]


def test_a_cursor_ahead_of_the_clock_begins_at_zero(lot: Lot) -> None:
    lot.full(car(1))
    follow()
    Follower.objects.filter(name="test").update(n=1_000_000)
    assert follow() == [ids(lot, "V1")]


@pytest.mark.parametrize(("seconds", "says_so"), [(0, False), (6, True)])
def test_a_follower_with_nothing_to_do_says_so_every_few_seconds(
    lot: Lot, seconds: int, says_so: bool
) -> None:
    lot.full(car(1))
    follow()
    mine = Follower.objects.filter(name="test")
    mine.update(reported_at=timezone.now() - timedelta(seconds=seconds))
    before = mine.get().reported_at
    assert follow() == []
    assert (mine.get().reported_at > before) is says_so


def test_followers_do_not_share_a_cursor(lot: Lot) -> None:
    lot.full(car(1))
    follow()
    taken: list[list[int]] = []
    following.step("other", taken.append)
    assert taken == [ids(lot, "V1")]


def test_work_that_is_done_alone_is_done_by_one_connection_at_a_time(committed: None) -> None:
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connection

    def elsewhere(name: str) -> bool:
        try:
            with following.alone(name) as mine:
                return mine
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with following.alone("a") as mine:
            assert mine
            assert not pool.submit(elsewhere, "a").result()
            assert pool.submit(elsewhere, "b").result()
        assert pool.submit(elsewhere, "a").result()
