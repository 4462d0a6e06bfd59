"""The change log: a follower misses nothing, whoever writes at the same time.

The plain sequence, which looks as though it would do, is kept here as a mutant that the check
must catch.
"""

import random
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any

import pytest
from django.db import connection, transaction

from carslink.partners.models import Partner
from carslink.stock import changes
from carslink.stock.changes import Position
from carslink.stock.models import Change, Listing
from tests.push.shop import car
from tests.stock.lot import Lot

WRITERS = 8
FEEDS = 12  # of each writer
Number = Callable[[Sequence[int]], int | None]
Mirror = dict[int, tuple[Any, ...]]
SEEN = ("id", "state", "price", "registration")


def follow(written: threading.Event) -> Mirror:
    """Keep a mirror of the stock by the change log alone, until all is written and read."""
    mirror: Mirror = {}
    position = Position()
    with closing(connection):
        while True:
            last_round = written.is_set()
            while changed := changes.since(position, 20):
                ids = [each.listing for each in changed]
                rows = Listing.objects.filter(pk__in=ids).values_list(*SEEN)
                mirror.update({row[0]: row for row in rows})
                position = changed[-1]
            if last_round:
                return mirror
            time.sleep(0.001)


def write(partner: Partner, writer: int) -> None:
    """Feed a dealer: new cars, changed ones, deleted ones."""
    dice, lot = random.Random(writer), Lot(partner)
    with closing(connection):
        for feed in range(FEEDS):
            sent = [car(n, price=feed + 1) for n in dice.sample(range(12), 5)]
            deletes = [{"source_id": f"V{dice.randrange(12)}", "delete": True}]
            lot.send(dice.choice(("partial", "full_replace")), *sent, *deletes)


def mirror_and_table(partner: Partner) -> tuple[Mirror, Mirror]:
    """Let all writers write while one follows; returns what it saw, and what there is."""
    written = threading.Event()
    with ThreadPoolExecutor(WRITERS + 1) as pool:
        follower = pool.submit(follow, written)
        writers = [pool.submit(write, partner, writer) for writer in range(WRITERS)]
        try:
            for each in writers:
                each.result()
        finally:
            written.set()
        mirror = follower.result()
    return mirror, {row[0]: row for row in Listing.objects.values_list(*SEEN)}


def slow_to_commit(number: Number) -> Number:
    """Let some time pass between the number and the commit."""
    dice = random.Random(7)

    def numbered(listings: Sequence[int]) -> int | None:
        n = number(listings)
        time.sleep(dice.random() * 0.008)
        return n

    return numbered


def number_by_sequence(listings: Sequence[int]) -> int | None:
    """The mutant: it takes its number from a sequence, which nobody waits for."""
    if not listings:
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('stock_change_mutant')")
        n: int = cursor.fetchone()[0]
        cursor.execute(changes._LOG, (n, sorted(set(listings))))
    return n


def test_a_follower_ends_with_what_is_in_the_table(
    committed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "number", slow_to_commit(changes.number))
    mirror, table = mirror_and_table(Partner.objects.create(name="Alice's dealer system"))
    assert len(table) > 5 * WRITERS
    assert mirror == table


def test_the_check_catches_numbers_from_a_plain_sequence(
    committed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE SEQUENCE stock_change_mutant")
    try:
        monkeypatch.setattr(changes, "number", slow_to_commit(number_by_sequence))
        assert any(
            mirror != table
            for mirror, table in (
                mirror_and_table(Partner.objects.create(name=f"Alice's dealer system {n}"))
                for n in range(5)  # a busy machine may happen to do one thing after the other
            )
        )
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP SEQUENCE stock_change_mutant")


def test_every_kind_of_change_is_numbered_and_nothing_else(lot: Lot) -> None:
    def numbered_by(*arguments: Any, mode: Any = "partial", **dealer: Any) -> set[str]:
        before = changes.clock()[0]
        lot.send(mode, *arguments, **dealer)
        after = changes.clock()[0]
        listings = Change.objects.filter(n__gt=before).values_list("listing", flat=True)
        assert after - before == bool(listings)
        return set(
            Listing.objects.filter(pk__in=list(listings)).values_list("source_id", flat=True)
        )

    assert numbered_by(car(1), car(2), car(3), mode="full_replace") == {"V1", "V2", "V3"}
    assert numbered_by(car(1), car(2), car(3), mode="full_replace") == set()
    assert numbered_by({"source_id": "V1", "price": 5}, {"source_id": "V2"}) == {"V1"}
    assert numbered_by({"source_id": "V1", "delete": True}) == {"V1"}
    assert numbered_by({"source_id": "V1", "delete": True}) == set()
    assert numbered_by(car(1), mode="full_replace") == {"V1", "V2", "V3"}
    assert numbered_by(phone="0113 496 0000") == set()
    assert numbered_by(name="Another name") == {"V1"}
    assert numbered_by({"source_id": "V1", "price": 0}) == set()


def test_changes_are_told_oldest_first_in_pages(lot: Lot) -> None:
    lot.full(*(car(n) for n in range(5)))
    lot.partial({"source_id": "V3", "price": 1})
    n, _ = changes.clock()
    everything = changes.since(Position(), 100)
    assert everything == sorted(everything)
    assert everything[-1] == Position(n, lot.listing("V3").pk)
    assert len(everything) == 5
    first = changes.since(Position(), 2)
    assert first == everything[:2]
    assert changes.since(first[-1], 100) == everything[2:]
    assert changes.since(everything[-1], 100) == []


def test_a_change_is_followed_once_every_place_at_work_has_done_it(lot: Lot) -> None:
    lot.full(car(1))
    n, epoch = changes.clock()
    assert changes.followed("search") == 0
    changes.report("search", "here", n, epoch)
    assert changes.followed("search") == n
    changes.report("search", "there", n - 1, epoch)
    assert changes.followed("search") == n - 1
    changes.report("search", "there", n, uuid.uuid4())
    assert changes.followed("search") == 0
    changes.report("search", "there", n + 5, epoch)
    assert changes.followed("search") == n


def test_another_cluster_begins_an_epoch_and_the_same_one_does_not(db: None) -> None:
    changes.notice_another_cluster()
    _, first = changes.clock()
    assert not changes.notice_another_cluster()
    assert changes.clock()[1] == first
    with connection.cursor() as cursor:
        cursor.execute("UPDATE stock_clock SET cluster = 'another'")
    assert changes.notice_another_cluster()
    assert changes.clock()[1] != first


def test_what_is_rolled_back_is_not_numbered(lot: Lot) -> None:
    lot.full(car(1))
    before = changes.clock()
    with transaction.atomic():
        lot.partial({"source_id": "V1", "price": 5})
        transaction.set_rollback(True)
    assert changes.clock() == before
    assert lot.listing("V1").price == 28995
