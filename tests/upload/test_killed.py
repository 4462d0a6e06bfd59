"""The worker dies in the middle of a check and of a publication: both come to their end, once."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from psycopg.conninfo import make_conninfo

from carslink.stock.models import Feed, Listing
from carslink.upload import flow
from carslink.upload.models import Upload
from tests import places_table
from tests.upload import messy
from tests.upload.conftest import dealer_of

pytestmark = pytest.mark.usefixtures("committed")

CHECKED, PUBLISHED = 6_000, 1_500
"""Vehicles of the two lists: the longer is still being checked when the other is published."""

FAULTS = 4  # of a messy list's vehicles, and one of its rows is of another's vehicle
IN_THE_MIDDLE = """
SELECT (SELECT count(*) FROM procrastinate_jobs
        WHERE status = 'doing' AND task_name = 'check_upload'),
       (SELECT count(*) FROM pg_locks
        WHERE relation = 'stock_listing'::regclass AND mode = 'RowExclusiveLock')
"""


@contextmanager
def working(folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a worker of this database."""
    url = make_conninfo(os.environ["DATABASE_URL"], dbname=connection.settings_dict["NAME"])
    env = {**os.environ, "DATABASE_URL": url, "CARSLINK_DATA_DIR": str(folder)}
    worker = subprocess.Popen([sys.executable, "-m", "carslink", "worker"], env=env)
    try:
        yield worker
    finally:
        worker.terminate()
        worker.wait(20)


def until(said: Callable[[], Any], pause: float = 0.1) -> None:
    """Wait until something is true."""
    end = time.monotonic() + 60
    while not said():
        assert time.monotonic() < end, "it did not come true"
        time.sleep(pause)


def is_in_the_middle() -> bool:
    """Whether a list is being checked, and another's vehicles are being written."""
    with connection.cursor() as cursor:
        cursor.execute(IN_THE_MIDDLE)
        return all(cursor.fetchone())


@pytest.mark.slow
def test_a_worker_that_dies_in_the_middle_leaves_each_upload_done_once(
    settings: Any, tmp_path: Path
) -> None:
    kept = settings.STORAGES["uploads"]
    location = {**kept.get("OPTIONS", {}), "location": tmp_path / "uploads"}
    places_table.lend(tmp_path)
    settings.STORAGES = {**settings.STORAGES, "uploads": {**kept, "OPTIONS": location}}
    uploads = []
    for name, start, vehicles in (("alice", 0, CHECKED), ("bob", CHECKED, PUBLISHED)):
        path = tmp_path / name
        path.write_bytes(messy.table(start, vehicles))
        with path.open("rb") as content:
            uploads.append(flow.receive(dealer_of(name), name, content))
    checked, published = uploads

    def is_now(upload: Upload, state: str) -> bool:
        upload.refresh_from_db()
        assert upload.state != "failed", upload.trouble
        return bool(upload.state == state)

    def settle(upload: Upload) -> None:
        until(lambda: is_now(upload, "columns"))
        chosen = [each["choice"] for each in upload.table["columns"]]
        assert flow.settle(upload, chosen, {}, "full_replace")

    with working(tmp_path) as worker:
        settle(published)
        until(lambda: is_now(published, "ready") and is_now(checked, "columns"))
        settle(checked)
        assert flow.publish(published)
        until(is_in_the_middle, pause=0.001)
        os.kill(worker.pid, signal.SIGKILL)
    assert not Listing.objects.exists()
    assert not Feed.objects.exists()
    assert (is_now(checked, "checking"), is_now(published, "publishing")) == (True, True)

    with working(tmp_path):
        until(lambda: is_now(checked, "ready") and is_now(published, "published"))
    assert checked.preview["new"] == CHECKED - FAULTS
    assert Listing.objects.filter(state="live").count() == PUBLISHED - FAULTS
    assert Feed.objects.get().sync_id == published.sync_id
    assert [each.problems.count() for each in uploads] == [FAULTS + 1, FAULTS + 1]
