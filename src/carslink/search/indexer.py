"""The follower that keeps the index: it reads the log of changes and writes documents.

One process writes the index of a data folder. It waits at the bell, commits at once when little
happens and at most four times a second when much does; what is sold then leaves before all else
that has changed. Where the index cannot be continued (none, a damaged one, another schema, another
epoch of the log) or is worn, another is built beside it, and takes its place when it is whole; the
one in use is followed meanwhile.
"""

import logging
import os
import shutil
import socket
import threading
import time
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Self

import django.db
import psycopg
import tantivy
from django.conf import settings
from django.db import connection
from psycopg.conninfo import make_conninfo

from carslink.search import index, schema
from carslink.search.documents import COLUMNS, document
from carslink.search.rows import Rows
from carslink.stock import changes, twins
from carslink.stock.changes import Position
from carslink.stock.models import Listing

log = logging.getLogger(__name__)

NAME = "search"
"""This follower's name among those of the stock."""

CHUNK = 1_000
"""Changes taken at a time: what memory holds of listings, and how long a stop may wait."""

AT_ONCE = 250
"""Changes taken at a time into the index in use: for so many the next commit may wait."""

AHEAD = 5_000
"""Changes further on among which is looked for what is sold: it goes before them."""

BETWEEN_COMMITS = 0.25  # seconds
LONGEST_WAIT = 0.5  # seconds; a new epoch rings no bell
LONGEST_PLACE = 200
BETWEEN_REPORTS = 5.0  # seconds
HEAP = 40_000_000  # bytes of documents that tantivy keeps before it writes a segment
WORN_AFTER = 10_000
"""Changes beyond twice the documents after which a rebuild pays: at 1.5 changes a document a
search took 1.7 times as long, for tantivy's Python side has no say in merging."""


class RestartedError(Exception):
    """The log's numbers cannot be compared with the cursor's any more."""


class Follower:
    """One index that is being written, and how far it has come."""

    def __init__(self, path: Path, opened: tantivy.Index, cursor: index.Cursor) -> None:
        self.path = path
        self.epoch = cursor.epoch
        self.reached = cursor.position
        self.changes = cursor.changes
        self.done = 0
        self.committed_at = 0.0
        self.pending = False
        self._gone: set[Position] = set()
        self._told: tuple[int, uuid.UUID] | None = None
        self._told_at = 0.0
        self._index = opened
        self._rows: Rows | None = Rows(path, cursor.commit, cursor.rows)
        # One thread: a delete and an add of the same listing stay in order, memory stays small.
        self._writer: tantivy.IndexWriter | None = opened.writer(heap_size=HEAP, num_threads=1)

    @classmethod
    def anew(cls, folder: Path, epoch: uuid.UUID) -> Self:
        """Begin a new index beside the one in use."""
        path, made = index.create(folder)
        return cls(path, made, index.Cursor(Position(), epoch, 0))

    @classmethod
    def resumed(cls, folder: Path) -> Self | None:
        """Continue the index in use; None where there is none that can be continued."""
        path = index.current(folder)
        if path is None or not index.is_ours(path):
            return None
        try:
            opened = index.open_at(path)
            cursor = index.read_cursor(opened.searcher())
            return cls(path, opened, cursor) if cursor else None
        except (ValueError, OSError):
            log.exception("the search index cannot be read and is built anew")
            return None

    @property
    def writer(self) -> tantivy.IndexWriter:
        assert self._writer is not None, "closed"
        return self._writer

    @property
    def rows(self) -> Rows:
        assert self._rows is not None, "closed"
        return self._rows

    def step(self, most: int = CHUNK, ahead: int = 0) -> bool:
        """Take up the next changes and return whether there may be more.

        Where there are more than `most`, what is gone among so many more goes at once. Raises
        RestartedError, with nothing taken up, where the log has begun a new epoch.
        """
        n, epoch = changes.clock()
        if epoch != self.epoch or self.reached.n > n:
            raise RestartedError
        seen = changes.since(self.reached, most)
        listings = _shown(place.listing for place in seen)
        for place in seen:
            self._drop(place.listing)
        for listing in listings:
            self._add(listing)
        if seen:
            self.reached = seen[-1]
            self.changes += len(seen)
            self.pending = True
        behind = len(seen) == most
        self._take_gone_ahead(ahead if behind else 0)
        # Other changes may bear the number of the last one seen; and a number that the log shows
        # no more, because its listing has changed again or is gone, is done when nothing is left.
        self.done = self.reached.n - 1 if behind else max(n, self.reached.n)
        return behind

    def _take_gone_ahead(self, among: int) -> None:
        """Drop what is gone among the next changes, which are taken up in their turn as well."""
        gone = set(changes.gone_since(self.reached, among)) if among else set()
        for place in gone - self._gone:
            self._drop(place.listing)
        self._gone = gone

    def _drop(self, listing: int) -> None:
        self.writer.delete_documents_by_term(schema.ID, listing)
        self.rows.drop(listing)

    def _add(self, listing: Listing) -> None:
        try:
            made = document(listing)
            self.rows.put(listing)
            self.writer.add_document(made)
        except Exception:
            # Found nowhere is bad; every later change of everybody found nowhere is worse.
            log.exception("listing %s cannot be indexed", listing.pk)

    def seconds_to_commit(self) -> float:
        """Return how long to wait before the next commit."""
        return max(0.0, self.committed_at + BETWEEN_COMMITS - time.monotonic())

    def commit(self) -> None:
        """Make what was taken up durable and searchable, together with the cursor."""
        rows = self.rows
        cursor = index.Cursor(self.reached, self.epoch, self.changes, rows.commit, rows.used)
        index.write_cursor(self.writer, cursor)
        rows.flush()
        self.writer.commit()
        rows.committed()
        self.committed_at = time.monotonic()
        self.pending = False

    def report(self) -> None:
        """Tell the database how far this machine's index has come, when that is news or at times.

        The receipts of feeds wait for it, and so does whoever watches the health of machines.
        """
        now = time.monotonic()
        told = (self.done, self.epoch)
        if self.pending or (told == self._told and now < self._told_at + BETWEEN_REPORTS):
            return
        changes.report(NAME, place(), self.done, self.epoch)
        self._told, self._told_at = told, now

    def is_worn(self) -> bool:
        """Whether so much has changed since the index was built that it has become slow."""
        if self.changes <= WORN_AFTER:
            return False
        self._index.reload()
        return self.changes > 2 * self._index.searcher().num_docs + WORN_AFTER

    def close(self) -> None:
        """Let go of the index; what was not committed is read again by the next follower."""
        self._writer = self._rows = None


def run(stop: threading.Event) -> None:
    """Keep the index of this machine until `stop` is set; the body of `carslink indexer`."""
    waiting = away = False
    while not stop.is_set():
        try:
            with index.only_writer(settings.INDEX_DIR), changes.bell(_dsn()) as listening:
                log.info("following the stock", extra={"index": str(settings.INDEX_DIR)})
                waiting = away = False
                if changes.notice_another_cluster():
                    log.warning("the database has moved: numbers of changes begin anew")
                _follow(stop, settings.INDEX_DIR, listening)
        except index.WriterBusyError:
            if not waiting:
                log.warning("another process writes this search index: waiting for it to end")
            waiting = True
            stop.wait(0.5)
        except (django.db.Error, psycopg.Error) as error:
            if not away:
                log.warning("the database is away, the search index waits: %s", error)
            away = True
            # With its pool, which would wait ever longer before it tries again.
            connection.close()
            connection.close_pool()  # type: ignore[attr-defined]
            stop.wait(0.2)
    connection.close()


def request_rebuild() -> None:
    """Ask the indexer of this machine to build the index anew; it does so when it next looks."""
    settings.INDEX_DIR.mkdir(parents=True, exist_ok=True)
    index.want(settings.INDEX_DIR)


def rebuild() -> None:
    """Build the index anew beside the one in use, and return when it has taken its place.

    Where another process is the writer, it is asked to.
    """
    folder: Path = settings.INDEX_DIR
    before = index.current(folder)
    while index.current(folder) == before:
        try:
            with index.only_writer(folder):
                _rebuild_here(folder)
        except index.WriterBusyError:
            index.want(folder)
            time.sleep(0.2)


def _rebuild_here(folder: Path) -> None:
    building = Follower.anew(folder, changes.clock()[1])
    try:
        while building.step():
            pass
        _take_over(folder, building)
    finally:
        building.close()


def _follow(stop: threading.Event, folder: Path, listening: psycopg.Connection) -> None:
    """Follow the log until `stop` is set. Raises the database's errors when it goes away."""
    index.remove_others(folder, {index.current(folder)})
    live = Follower.resumed(folder)
    building: Follower | None = None
    try:
        while not stop.is_set():
            if building is None and (live is None or index.is_wanted(folder) or live.is_worn()):
                building = Follower.anew(folder, changes.clock()[1])
            live, live_behind = _step_live(live)
            live, building, building_behind = _step_building(folder, live, building)
            if not (live_behind or building_behind):
                changes.wait(listening, _patience(live))
    finally:
        for each in (live, building):
            if each is not None:
                each.close()


def _step_live(live: Follower | None) -> tuple[Follower | None, bool]:
    """Move the index in use on; it is given up where the log has begun a new epoch."""
    if live is None:
        return None, False
    try:
        behind = live.step(AT_ONCE, AHEAD)
    except RestartedError:
        log.warning("the log of changes has begun anew: the search index is built again")
        live.close()
        return None, True
    if live.pending and not live.seconds_to_commit():
        live.commit()
    live.report()
    return live, behind


def _step_building(
    folder: Path, live: Follower | None, building: Follower | None
) -> tuple[Follower | None, Follower | None, bool]:
    """Move the index that is being built on; once it is whole it takes the other's place."""
    if building is None:
        return live, None, live is None
    try:
        if building.step():
            return live, building, True
    except RestartedError:
        building.close()
        shutil.rmtree(building.path, ignore_errors=True)
        return live, None, True
    _take_over(folder, building)
    if live:
        live.close()
    return building, None, True


def _take_over(folder: Path, building: Follower) -> None:
    building.commit()
    index.publish(folder, building.path)
    index.grant(folder)
    log.info("a new search index is in use", extra={"changes": building.changes})


def _patience(live: Follower | None) -> float:
    if live is not None and live.pending:
        return live.seconds_to_commit()
    return LONGEST_WAIT


def _shown(ids: Iterable[int]) -> list[Listing]:
    """Return those listings that buyers are to find: live, and not shown from another record."""
    ids = list(ids)
    wanted = Listing.objects.filter(pk__in=ids, state=Listing.State.LIVE)
    wanted = wanted.exclude(pk__in=twins.shown_instead(ids).keys())
    return list(wanted.select_related("dealer__shown_with", "pictures").only(*COLUMNS))


def place() -> str:
    """Name this machine's index among those of all machines."""
    return f"{socket.gethostname()}:{settings.INDEX_DIR}"[-LONGEST_PLACE:]


def _dsn() -> str:
    # The name from Django, which in tests is not that of the URL: a bell rings in one database.
    name = connection.settings_dict["NAME"]
    return make_conninfo(os.environ["DATABASE_URL"], dbname=name, connect_timeout=2)
