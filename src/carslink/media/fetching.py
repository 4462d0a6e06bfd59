"""One address: asked for, its file drawn anew, its photograph kept."""

import asyncio
import contextlib
import os
import tempfile
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from pathlib import Path
from typing import Any, BinaryIO

import httpx2
import structlog

from carslink.media import storage
from carslink.media.line import Turn
from carslink.media.picture import Unfit
from carslink.media.queue import Down, Job, Kept, Outcome
from carslink.media.turns import AT_ONCE
from carslink.media.visits import NoTurn, Visits
from carslink.media.workers import Ended, Workers
from carslink.net.fetch import (
    Answer,
    BadAnswer,
    CannotFetch,
    Compressed,
    Limits,
    TooLarge,
    TooSlow,
    fetch,
)
from carslink.net.hosts import Hosts
from carslink.net.names import Allowed, NotAllowed, host_of

log = structlog.get_logger(__name__)

DOWN_AFTER = 3
"""So many failures in a row, and a host does not work: its other addresses suffer from it."""

OURS = "storage"

LIMITS = Limits()

_OVERLOADED = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)


@dataclass
class Fetcher:
    """What fetching needs. `known` says whether a photograph of a name is kept already."""

    client: httpx2.AsyncClient
    workers: Workers
    hosts: Hosts
    folder: Path
    """Where files lie until they are drawn anew; emptied when a process starts."""
    known: Callable[[str], Awaitable[bool]]
    allowed: Allowed
    limits: Limits = field(default_factory=lambda: LIMITS)
    down: dict[str, Down] = field(default_factory=dict)
    """Hosts that do not work, and why; for the queue to be told."""
    rests: dict[str, float] = field(default_factory=dict)
    """Seconds that hosts asked for by `Retry-After`; for the queue to be told."""
    _storage: Hosts = field(default_factory=lambda: Hosts(AT_ONCE))
    """Where photographs are kept: while that fails, hardly anything is fetched."""
    _drawn: dict[str, "asyncio.Future[Kept | Unfit | None]"] = field(default_factory=dict)
    """By name: what is being drawn, and what has been and is not written down yet."""

    async def do(self, job: Job) -> Outcome:
        """Fetch an address and keep its photograph; whatever goes wrong is in the outcome."""
        self._storage.begin(OURS)
        try:
            outcome = await self._do(job)
        except OSError as error:  # a full disk, or a bucket that is away: no fault of the address
            log.error("a photograph could not be kept", address=job.id, trouble=str(error))
            self._storage.failed(OURS)
            return Outcome.ours(job.id)
        finally:
            self._storage.end(OURS)
        if outcome.kept is not None:
            self._storage.answered(OURS)
        return outcome

    def room(self) -> int:
        """Return how many more may be fetched now: none or one where nothing could be kept."""
        return self._storage.free(OURS)

    async def _do(self, job: Job) -> Outcome:
        with _temporary(self.folder) as path:
            with path.open("wb", buffering=0) as file:
                into = _Hashing(file)
                answer = await self._ask(job, into)
            if isinstance(answer, Outcome):
                return answer
            return await self._keep(job, answer, path, into.hash.hexdigest())

    async def _ask(self, job: Job, into: "_Hashing") -> Answer | Outcome:
        """Return the answer with a file, or the outcome where there is none."""
        visits = Visits(self.hosts, job.host)
        try:
            answer = await fetch(
                self.client,
                job.url,
                into,  # type: ignore[arg-type]
                headers=_conditions(job),
                limits=self.limits,
                allowed=self.allowed,
                visit=visits.visit,
            )
        except NotAllowed as refused:
            visits.redirected()
            return Outcome(job.id, reason=str(refused), final=True)
        except TooLarge as refused:
            self.hosts.answered(refused.host)
            return Outcome(job.id, reason=str(refused), final=True)
        except NoTurn as later:
            is_attempt = bool(later.trouble)
            return Outcome(job.id, reason=str(later), wait=later.seconds, is_attempt=is_attempt)
        except CannotFetch as failed:
            self._failed(job.host, failed)
            return Outcome(job.id, reason=str(failed))
        return self._judged(job, answer)

    def _judged(self, job: Job, answer: Answer) -> Answer | Outcome:
        """Charge the answer to the host that gave it."""
        status, host = answer.status, host_of(answer.url)
        wait = answer.retry_after or 0.0
        if status in _OVERLOADED or status >= 500:
            self._host_failed(job.host, host, _told(status), answers=True)
            if wait:
                self.hosts.asked_to_wait(host, wait)
                self.rests[host] = wait
            return Outcome(job.id, reason=_told(status), wait=wait)
        self.hosts.answered(host)
        if status == HTTPStatus.OK:
            return answer
        if status == HTTPStatus.NOT_MODIFIED and job.name is not None:
            return Outcome(job.id, unchanged=True)
        # What is wrong with this address alone lets this address alone wait.
        has_gone = job.name is not None and 400 <= status < 500  # what is kept of it stays
        return Outcome(job.id, reason=_told(status), wait=wait, final=has_gone)

    def _failed(self, own: str, failed: CannotFetch) -> None:
        """Count against the host that failed what is its own failure, and not one address's."""
        if isinstance(failed, Compressed):
            self.hosts.answered(failed.host)
            return
        answers = isinstance(failed, BadAnswer | TooSlow)  # it may be this address alone
        self._host_failed(own, failed.host, str(failed), answers=answers)

    def _host_failed(self, own: str, host: str, why: str, *, answers: bool) -> None:
        """Let a host rest; it is down after some failures, unless a redirect led there.

        Others' addresses at a host must not suffer from whatever somebody lets lead there.
        """
        self.hosts.failed(host, why)
        failures = self.hosts.failures(host)
        if host == own and failures >= DOWN_AFTER:
            anew = failures == DOWN_AFTER and self.hosts.has_worked(host)
            self.is_down(host, Down(why, answers, anew))

    def is_down(self, host: str, down: Down) -> None:
        """Let the queue be told."""
        before = self.down.get(host)
        self.down[host] = replace(down, anew=down.anew or (before is not None and before.anew))

    async def _keep(self, job: Job, answer: Answer, path: Path, name: str) -> Outcome:
        try:
            if answer.size == 0:
                raise Unfit("the file is empty")
            kept = Kept(name) if await self.known(name) else await self._draw_once(job, path, name)
        except Unfit as unfit:
            return Outcome(job.id, reason=str(unfit), final=True)
        except Ended:
            return Outcome.ours(job.id)
        return Outcome(job.id, kept, etag=answer.etag, last_modified=answer.last_modified)

    async def _draw_once(self, job: Job, path: Path, name: str) -> Kept:
        """Draw a file, or wait for whoever draws the same. Raises Unfit or Ended."""
        while name in self._drawn:
            told = await asyncio.shield(self._drawn[name])
            if isinstance(told, Unfit):
                raise Unfit(str(told))
            if told is not None:
                return told
        mine = self._drawn[name] = asyncio.get_running_loop().create_future()
        try:
            kept = await self._draw(job, path, name)
            mine.set_result(kept)
        except Unfit as unfit:
            mine.set_result(unfit)
            raise
        finally:
            if not mine.done():  # no fault of the file: the next one draws it
                mine.set_result(None)
            if not isinstance(mine.result(), Kept):
                del self._drawn[name]
        return kept

    async def _draw(self, job: Job, path: Path, name: str) -> Kept:
        made = await self.workers.make(path, Turn(job.priority, job.dealer))
        await asyncio.to_thread(storage.keep, name, made.sizes)
        return Kept(name, made.width, made.height, made.placeholder)

    def written(self, outcomes: Iterable[Outcome]) -> None:
        """What became of these is written down: `known` knows of them from now on."""
        for outcome in outcomes:
            if outcome.kept is not None:
                self._drawn.pop(outcome.kept.name, None)


class _Hashing:
    """A file that knows the hash of what was written to it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.hash: Any = storage.hasher()

    def write(self, part: bytes) -> int:
        """Write all of it, and add it to the hash."""
        self.hash.update(part)
        return self._file.write(part)


def _conditions(job: Job) -> dict[str, str]:
    """Ask only for what differs from the photograph that there is."""
    if job.name is None:
        return {}
    told = {"If-None-Match": job.etag, "If-Modified-Since": job.last_modified}
    return {name: value for name, value in told.items() if value.isascii() and value}


def _told(status: int) -> str:
    with contextlib.suppress(ValueError):
        return f"the server answered {status} {HTTPStatus(status).phrase}"
    return f"the server answered {status}"


@contextlib.contextmanager
def _temporary(folder: Path) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(dir=folder, suffix=".part")
    os.close(handle)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)
