"""The process that fetches photographs: the body of `carslink pictures`.

It runs on all machines and works on one at a time, so that hosts are treated politely whatever the
number of machines: the others stand by. One loop fetches; the database is asked by one thread,
whose connection holds the lock; photographs are drawn in processes of their own (`workers.py`).
"""

import asyncio
import contextlib
import shutil
import threading
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import django.db
import structlog
from django.conf import settings
from django.db import connection

from carslink.media import follow, queue, rests
from carslink.media.fetching import Fetcher
from carslink.media.queue import Job, Outcome
from carslink.media.turns import AT_ONCE, Turns
from carslink.media.workers import Workers
from carslink.net import guard
from carslink.net.hosts import Hosts
from carslink.stock import following, made

log = structlog.get_logger(__name__)

LOOK_EVERY = 0.5  # seconds
TAKE_EVERY = 0.2
"""Seconds, while nothing ends. When something does, it may be the turn of others at once."""
SHARE_OF_TAKING = 10
"""Asking whose turn it is may take no more than one part in so many of the time: for each single
address it cost a fifth of all work."""
WRITE_EVERY = 1.0  # seconds
BEGIN_AGAIN_AFTER = 5.0  # seconds
SHARE_OF_WRITING = 4
"""Writing may take no more than one part in so many of the time: the rest is for fetching."""

T = TypeVar("T")


class NotMine(Exception):
    """Another process fetches photographs."""


def run(stop: threading.Event) -> None:
    """Fetch the photographs of live stock until `stop` is set."""
    state = _State()
    hosts = Hosts()  # what they asked for holds when the work breaks off and begins again
    while not stop.is_set():
        try:
            asyncio.run(_work(stop, hosts, state))
        except NotMine:
            if state.becomes("standing by"):
                log.info("another process fetches photographs: standing by")
            stop.wait(2)
        except django.db.Error as error:
            if state.becomes("away"):
                log.warning("the database is away, photographs wait", trouble=str(error))
            stop.wait(1)
        except Exception:  # a mistake of ours must not keep all photographs for good
            log.exception("fetching photographs broke off, and begins again")
            stop.wait(BEGIN_AGAIN_AFTER)


@dataclass
class _State:
    """What the process does now, so that each change is logged, and once."""

    is_now: str = ""

    def becomes(self, state: str) -> bool:
        """Return whether it is another than before."""
        before, self.is_now = self.is_now, state
        return before != state


async def _work(stop: threading.Event, hosts: Hosts, state: _State) -> None:
    """Work until `stop` is set. Raises NotMine, or the database's errors when it goes away."""
    with ThreadPoolExecutor(1, thread_name_prefix="database") as desk:
        try:
            async with _alone(desk), _fetcher(desk, hosts) as fetcher:
                log.info("fetching photographs")
                await _Round(desk, fetcher, state).until(stop)
        finally:
            await _ask(desk, _hang_up)


@dataclass
class _Round:
    """What is under way."""

    desk: ThreadPoolExecutor
    fetcher: Fetcher
    state: _State
    turns: Turns = field(default_factory=Turns)
    tasks: dict["asyncio.Task[Outcome]", Job] = field(default_factory=dict)
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when one of them has ended: it may be the turn of another."""
    outcomes: list[Outcome] = field(default_factory=list)
    write_at: float = 0.0
    look_at: float = 0.0
    take_at: float = 0.0

    async def until(self, stop: threading.Event) -> None:
        """Go on until `stop` is set; then write down what is done and give back the rest."""
        await _ask(self.desk, queue.recover)
        for host, seconds in (await _ask(self.desk, rests.told)).items():
            self.fetcher.hosts.asked_to_wait(host, seconds)
        try:
            while not stop.is_set():
                await self._look()
                await self._start()
                await self._wait()
                await self._write(time.monotonic())
                self.state.becomes("at work")
        finally:
            left = await self._cancel()
        await self._write(float("inf"))
        await _ask(self.desk, queue.give_back, left)

    async def _look(self) -> None:
        """Take up some of what has changed in stock, and what has rested enough."""
        if time.monotonic() < self.look_at:
            return
        has_more = await _ask(self.desk, follow.step)
        has_more |= await _ask(self.desk, queue.wake)
        self.look_at = time.monotonic() + (0.0 if has_more else LOOK_EVERY)

    async def _start(self) -> None:
        free = min(AT_ONCE - len(self.tasks), self.fetcher.room())
        if free <= 0 or time.monotonic() < self.take_at:
            return
        began = time.monotonic()
        held = [job.dealer for job in self.tasks.values()]
        for job in await _ask(self.desk, self.turns.take, self.fetcher.hosts, free, held):
            task = asyncio.create_task(self.fetcher.do(job))
            task.add_done_callback(lambda _: self.ended.set())
            self.tasks[task] = job
        now = time.monotonic()
        self.take_at = now + min((SHARE_OF_TAKING - 1) * (now - began), TAKE_EVERY)

    async def _wait(self) -> None:
        """Return when it may be the turn of others, or it is time to see what is new."""
        if time.monotonic() < self.look_at:  # else there is more to take up at once
            with contextlib.suppress(TimeoutError):
                longest = TAKE_EVERY if self.tasks else LOOK_EVERY
                await asyncio.wait_for(self.ended.wait(), longest)
            await asyncio.sleep(self.take_at - time.monotonic())
        self.ended.clear()
        for task in [task for task in self.tasks if task.done()]:
            self.outcomes.append(_outcome(task, self.tasks.pop(task)))

    async def _write(self, now: float) -> None:
        it = self.fetcher
        if now < self.write_at or not (self.outcomes or it.down or it.rests):
            return
        outcomes, self.outcomes = self.outcomes, []
        asked, it.rests = it.rests, {}
        began = time.monotonic()
        await _ask(self.desk, rests.keep, asked)
        await _ask(self.desk, queue.record, outcomes)
        it.written(outcomes)
        await self._rest_hosts(began + WRITE_EVERY)
        took = time.monotonic() - began
        self.write_at = began + max(WRITE_EVERY, SHARE_OF_WRITING * took)

    async def _rest_hosts(self, until: float) -> None:
        """Write down which hosts do not work, in pieces; what is left comes the next time."""
        down = self.fetcher.down
        for host in list(down):
            told = down.pop(host)
            if await _ask(self.desk, queue.rest_host, host, told):
                self.fetcher.is_down(host, told)
            if time.monotonic() > until:
                break

    async def _cancel(self) -> list[int]:
        """End what is under way; returns the addresses that were not asked for to the end."""
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        for task in [task for task in self.tasks if not task.cancelled()]:
            self.outcomes.append(_outcome(task, self.tasks.pop(task)))
        return [job.id for job in self.tasks.values()]


def _outcome(task: "asyncio.Task[Outcome]", job: Job) -> Outcome:
    """Return what became of an address, though it be a mistake of ours."""
    error = task.exception()
    if error is None:
        return task.result()
    log.error("a photograph could not be kept", address=job.id, exc_info=error)
    return Outcome.ours(job.id)


async def _ask(desk: ThreadPoolExecutor, call: Callable[..., T], *arguments: object) -> T:
    """Run something in the one thread that speaks with the database."""
    return await asyncio.get_running_loop().run_in_executor(desk, lambda: call(*arguments))


def _hang_up() -> None:
    """Close the connection of the thread that this runs in."""
    connection.close()


@contextlib.asynccontextmanager
async def _alone(desk: ThreadPoolExecutor) -> AsyncIterator[None]:
    """Hold the lock on the database's connection. Raises NotMine where another process has it."""
    lock = following.alone(made.PICTURES)
    if not await _ask(desk, lock.__enter__):
        await _ask(desk, lock.__exit__, None, None, None)
        raise NotMine
    try:
        yield
    finally:
        # Where the connection broke, the lock went with it.
        with contextlib.suppress(django.db.Error):
            await _ask(desk, lock.__exit__, None, None, None)


@contextlib.asynccontextmanager
async def _fetcher(desk: ThreadPoolExecutor, hosts: Hosts) -> AsyncIterator[Fetcher]:
    async def known(name: str) -> bool:
        return await _ask(desk, queue.known, name)

    workers = Workers(settings.PICTURE_PROCESSES)
    client = guard.client(
        user_agent=f"Carslink-Pictures (+{settings.PUBLIC_URL})",
        connections=AT_ONCE,
        allowed=settings.FETCH_ALLOWED,
        ca_file=settings.FETCH_CA_FILE,
    )
    async with client, contextlib.aclosing(workers):
        yield Fetcher(
            client, workers, hosts, _emptied(settings.MEDIA_DIR / "incoming"), known,
            settings.FETCH_ALLOWED,
        )  # fmt: skip


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
