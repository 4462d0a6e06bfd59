"""The index on disk: committed with its cursor, swapped when whole, never wiped first."""

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection
from psycopg.conninfo import make_conninfo

from carslink.api.refusals import Unavailable
from carslink.search import engine, index, indexer, schema
from carslink.search.indexer import Follower
from carslink.search.query import Query
from carslink.stock import changes
from carslink.stock.changes import Position
from carslink.stock.models import Change, Dealer, Listing
from tests.search import made_stock

pytestmark = pytest.mark.usefixtures("committed")

INDEXER = """
import os, signal, sys, threading, django
django.setup()
from carslink.search import indexer

class Dying:
    "A writer that is killed as soon as it has committed for the n-th time; 0 is never."
    left = int(sys.argv[1])
    def __init__(self, writer):
        self.writer = writer
    def __getattr__(self, name):
        return getattr(self.writer, name)
    def commit(self):
        self.writer.commit()
        Dying.left -= 1
        if Dying.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

alive = indexer.Follower.writer.fget
indexer.Follower.writer = property(lambda follower: Dying(alive(follower)))
indexer.run(threading.Event())
"""


def prices() -> dict[int, float]:
    """Return the price of every vehicle that a search finds."""
    found: dict[int, float] = {}
    for page in range(1, 101):
        results = engine.search(Query(page=page, page_size=100)).results
        found |= {card["id"]: card["price"] for card in results}
        if len(results) < 100:
            break
    return found


def in_database() -> dict[int, float]:
    live = Listing.objects.filter(state="live").values_list("id", "price")
    return {number: float(price) for number, price in live}


def wait_for(condition: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)


def total() -> int:
    """Return how many vehicles a search finds; -1 while there is no index."""
    try:
        return engine.search(Query()).total
    except Unavailable:
        return -1


def assert_followed_as_far_as_the_cursor_says() -> None:
    """Compare the index with the database for all that has not changed since the cursor."""
    told = engine.indexed_position()
    if told is None:
        return
    position, epoch = told
    assert epoch == changes.clock()[1]
    log = Change.objects.values_list("n", "listing_id")
    done = {listing for n, listing in log if Position(n, listing) <= position}
    found, right = prices(), in_database()
    assert {each: found.get(each) for each in done} == {each: right.get(each) for each in done}


@contextmanager
def running() -> Iterator[threading.Thread]:
    """Run the indexer in a thread for the length of the block."""
    stop = threading.Event()
    thread = threading.Thread(target=indexer.run, args=(stop,))
    thread.start()
    try:
        yield thread
    finally:
        stop.set()
        thread.join(5)
        assert not thread.is_alive()


@pytest.fixture
def dealer(index_dir: Path) -> Dealer:
    return made_stock.dealer()


@pytest.fixture
def process(index_dir: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Return a function that starts an indexer of its own, to be killed after so many commits."""
    started: list[subprocess.Popen[bytes]] = []
    url = make_conninfo(os.environ["DATABASE_URL"], dbname=connection.settings_dict["NAME"])
    environment = os.environ | {
        "DATABASE_URL": url,
        "CARSLINK_DATA_DIR": str(index_dir.parent),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }

    def start(commits: int = 0) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", INDEXER, str(commits)]
        started.append(subprocess.Popen(command, env=environment))
        return started[-1]

    yield start
    for each in started:
        each.kill()
        each.wait()


def test_without_an_index_search_says_so(index_dir: Path) -> None:
    assert engine.indexed_position() is None
    with pytest.raises(Unavailable):
        engine.search(Query())


def test_where_a_commit_cannot_be_opened_the_one_before_answers(
    index_dir: Path, follow: Callable[[], None], dealer: Dealer
) -> None:
    made_stock.add(made_stock.listing(dealer, 1))
    follow()
    assert total() == 1
    current = index.current(index_dir)
    assert current is not None
    segments = current / "meta.json"
    whole = segments.read_bytes()
    segments.unlink()
    segments.write_bytes(b"torn")
    assert total() == 1
    segments.unlink()
    segments.write_bytes(whole)
    made_stock.add(made_stock.listing(dealer, 2))
    follow()
    assert total() == 2


def test_changes_are_searchable_within_moments(dealer: Dealer) -> None:
    with running():
        wait_for(lambda: total() == 0)
        (made,) = made_stock.add(made_stock.listing(dealer, 1))
        wait_for(lambda: total() == 1)
        made_stock.change(made, price=Decimal("9995.50"))
        wait_for(lambda: prices() == {made.pk: 9995.5})
        made_stock.take_down(made)
        wait_for(lambda: total() == 0)


def test_whoever_waits_is_told_how_far_the_index_has_come(dealer: Dealer) -> None:
    with running():
        made = made_stock.add(*[made_stock.listing(dealer, n) for n in range(3)])
        n, epoch = changes.clock()
        wait_for(lambda: changes.followed("search") >= n)
        assert engine.indexed_position() == (Position(n, made[-1].pk), epoch)
        Listing.objects.all().delete()  # the number of what is gone is followed too
        assert changes.followed("search") == n


def test_documents_and_cursor_are_one(
    dealer: Dealer, process: Callable[..., subprocess.Popen[bytes]]
) -> None:
    """Killed with SIGKILL while changes stream in, the indexer ends with what the database has."""
    listings = made_stock.add(*[made_stock.listing(dealer, n) for n in range(1500)])
    for turn in range(3):
        child = process()
        for at in range(12):
            part = listings[at::12]
            made_stock.change(*part, price=Decimal(turn * 100 + at + 1))
            time.sleep(0.12)
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        assert_followed_as_far_as_the_cursor_says()
    made_stock.take_down(*listings[:200])
    process()
    wait_for(lambda: changes.followed("search") >= changes.clock()[0] and prices() == in_database())
    assert len(in_database()) == 1300


@pytest.mark.parametrize("commits", [1, 2, 3, 4])
def test_no_commit_has_the_cursor_without_its_documents(
    dealer: Dealer, process: Callable[..., subprocess.Popen[bytes]], commits: int
) -> None:
    """Killed right after any commit, the index holds all that its cursor says it has."""
    listings = made_stock.add(*[made_stock.listing(dealer, n) for n in range(20)])
    indexer.rebuild()
    child = process(commits)
    for price in range(1, 400):
        made_stock.change(listings[price % 20], price=Decimal(price))
        time.sleep(0.05)
        if child.poll() is not None:
            break
    assert child.returncode == -signal.SIGKILL
    assert_followed_as_far_as_the_cursor_says()


def test_another_schema_is_built_beside_and_swapped(
    dealer: Dealer, index_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_stock.add(*[made_stock.listing(dealer, n) for n in range(5)])
    monkeypatch.setattr(schema, "version", lambda: "0ld")
    indexer.rebuild()
    old = index.current(index_dir)
    assert old is not None and old.name.startswith("0ld-")
    reader = index.open_at(old).searcher()
    assert total() == 5

    monkeypatch.setattr(schema, "version", lambda: "n3w")
    with running():
        wait_for(lambda: total() == 5)
    new = index.current(index_dir)
    assert new is not None and new.name.startswith("n3w-")
    assert reader.num_docs == 6  # the reader that was open still reads all of the old one

    indexer.rebuild()
    assert not old.exists()
    assert total() == 5


def test_what_is_written_meanwhile_is_in_the_new_index(dealer: Dealer, index_dir: Path) -> None:
    made_stock.add(*[made_stock.listing(dealer, n) for n in range(50)])
    with running():
        wait_for(lambda: total() == 50)
        before = index.current(index_dir)
        indexer.request_rebuild()
        made_stock.add(*[made_stock.listing(dealer, n) for n in range(50, 60)])
        wait_for(lambda: index.current(index_dir) != before)
        wait_for(lambda: total() == 60)
        wait_for(lambda: not index.is_wanted(index_dir))


def test_a_rebuild_is_done_by_the_process_that_writes(dealer: Dealer, index_dir: Path) -> None:
    made_stock.add(made_stock.listing(dealer, 1))
    with running():
        wait_for(lambda: total() == 1)
        before = index.current(index_dir)
        indexer.rebuild()
        assert index.current(index_dir) != before
        assert total() == 1


def test_a_new_epoch_builds_anew(dealer: Dealer, index_dir: Path) -> None:
    made_stock.add(made_stock.listing(dealer, 1))
    with running():
        wait_for(lambda: total() == 1)
        before = index.current(index_dir)
        # As a restored dump leaves it: other stock, and numbers that say nothing to the cursor.
        Listing.objects.all().delete()
        changes.begin_epoch()
        wait_for(lambda: index.current(index_dir) != before and total() == 0)


def test_a_cursor_ahead_of_the_clock_builds_anew(dealer: Dealer, index_dir: Path) -> None:
    for number in range(3):
        made_stock.add(made_stock.listing(dealer, number))
    indexer.rebuild()
    before = index.current(index_dir)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE stock_clock SET n = 1")
        cursor.execute("UPDATE stock_change SET n = 1")
    with running():
        wait_for(lambda: index.current(index_dir) != before and total() == 3)


@pytest.mark.parametrize("damage", ["meta.json", ".managed.json", "*.term", "*.store"])
def test_a_damaged_index_is_built_anew(dealer: Dealer, index_dir: Path, damage: str) -> None:
    made_stock.add(made_stock.listing(dealer, 1))
    indexer.rebuild()
    broken = index.current(index_dir)
    assert broken is not None
    for path in broken.glob(damage):
        path.write_bytes(b"x")
    with running():
        wait_for(lambda: index.current(index_dir) != broken and total() == 1)


def test_an_unfinished_build_is_cleared_away(dealer: Dealer, index_dir: Path) -> None:
    indexer.rebuild()
    left, _ = index.create(index_dir)
    (index_dir / "current-0123").symlink_to(left.name)
    made_stock.add(made_stock.listing(dealer, 1))
    with running():
        wait_for(lambda: total() == 1)
    assert not left.exists()
    assert not (index_dir / "current-0123").is_symlink()


def test_a_worn_index_is_rebuilt(
    dealer: Dealer, index_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexer, "WORN_AFTER", 0)
    made = made_stock.add(*[made_stock.listing(dealer, n) for n in range(20)])
    with running():
        wait_for(lambda: total() == 20)
        before = index.current(index_dir)
        for price in range(1, 4):
            made_stock.change(*made, price=Decimal(price))
            wait_for(lambda price=price: set(prices().values()) == {price})
        wait_for(lambda: index.current(index_dir) != before)
        wait_for(lambda: prices() == {each.pk: 3 for each in made})


def test_a_second_indexer_waits_for_the_first(
    dealer: Dealer, index_dir: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    with index.only_writer(index_dir), running():
        wait_for(lambda: "another process writes this search index" in caplog.text)
        time.sleep(1.2)
        assert caplog.text.count("another process writes") == 1
        assert total() == -1
    with running():
        wait_for(lambda: total() == 0)


def test_the_database_may_go_and_come_back(
    dealer: Dealer, index_dir: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with running():
        wait_for(lambda: total() == 0)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        made_stock.add(made_stock.listing(dealer, 1))
        wait_for(lambda: total() == 1)
    assert caplog.text.count("the database is away") == 1


def test_a_listing_that_cannot_be_indexed_does_not_stop_the_others(
    dealer: Dealer, follow: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = made_stock.add(*[made_stock.listing(dealer, n) for n in range(3)])
    indexed = indexer.document

    def refuse_one(listing: Listing) -> object:
        if listing.pk == made[1].pk:
            raise ValueError("no")
        return indexed(listing)

    monkeypatch.setattr(indexer, "document", refuse_one)
    follow()
    assert set(prices()) == {made[0].pk, made[2].pk}


def test_a_follower_goes_on_where_the_last_one_committed(dealer: Dealer, index_dir: Path) -> None:
    made_stock.add(*[made_stock.listing(dealer, n) for n in range(3)])
    indexer.rebuild()
    made_stock.add(made_stock.listing(dealer, 3))
    lost = Follower.resumed(index_dir)
    assert lost is not None
    lost.step()
    lost.close()  # without a commit
    follower = Follower.resumed(index_dir)
    assert follower is not None
    assert (follower.reached.n, follower.changes) == (1, 3)
    follower.step()
    follower.commit()
    follower.close()
    assert total() == 4


def test_what_is_sold_goes_before_what_else_has_changed(dealer: Dealer, index_dir: Path) -> None:
    made = made_stock.add(*[made_stock.listing(dealer, n) for n in range(8)])
    indexer.rebuild()
    made_stock.change(*made[:6], price=1)
    made_stock.take_down(*made[6:])
    follower = Follower.resumed(index_dir)
    assert follower is not None
    assert follower.step(2, 100)
    follower.commit()
    assert (follower.reached.n, set(prices())) == (2, {each.pk for each in made[:6]})
    made_stock.change(made[7], state="live", price=2)  # it is listed again before it was its turn
    while follower.step(2, 100):
        assert follower.done < 4
    follower.commit()
    follower.close()
    assert prices() == in_database()
    assert sorted(prices().values()) == [1] * 6 + [2]


def test_what_is_sold_far_on_waits_for_its_turn(dealer: Dealer, index_dir: Path) -> None:
    made = made_stock.add(*[made_stock.listing(dealer, n) for n in range(8)])
    indexer.rebuild()
    made_stock.change(*made[:6], price=1)
    made_stock.take_down(made[6])
    follower = Follower.resumed(index_dir)
    assert follower is not None
    assert follower.step(2, 4)
    follower.commit()
    assert made[6].pk in prices()
    while follower.step(2, 4):
        pass
    follower.commit()
    follower.close()
    assert prices() == in_database()
