"""The processes that draw photographs, from the outside: a file in, a photograph or a reason out.

One that takes too long, or dies of a file, is replaced; the file is unfit. One that somebody else
ended (a machine short of memory, a service that is stopped) says nothing about the file.
"""

import asyncio
import contextlib
import json
import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from carslink.media.line import ANY, Line, Turn
from carslink.media.picture import Made, Unfit

SECONDS = 30.0
"""The slowest file of 60 megapixels took 7 on a busy machine."""
CLOSING = 5.0
"""Seconds that one may take to end after it has closed its pipes."""
RENEW_AFTER = 500
"""Photographs; whatever memory a library leaks is given back then."""

_FROM_OUTSIDE = {-signal.SIGKILL, -signal.SIGTERM, -signal.SIGINT, -signal.SIGHUP}
"""Ends that no file brings about: the limits make a process abort or fail."""

_Process = asyncio.subprocess.Process


class Ended(Exception):
    """The process was ended by somebody else, twice: the file may be fit."""


class _Died(Exception):
    """The process ended before it had answered."""

    def __init__(self, code: int) -> None:
        super().__init__(f"it ended with {code}")
        self.code = code


@dataclass
class Workers:
    """So many processes, started when they are first needed. Close them when done."""

    count: int
    seconds: float = SECONDS
    _idle: list[tuple[_Process, int]] = field(default_factory=list)
    _busy: set[_Process] = field(default_factory=set)
    _line: Line = field(init=False)

    def __post_init__(self) -> None:
        self._line = Line(self.count)

    async def make(self, path: Path, turn: Turn = ANY) -> Made:
        """Return the photograph that a file holds. Raises Unfit or Ended."""
        async with self._line.place(turn):
            try:
                made = await self._draw(path, *self._idle.pop() if self._idle else (None, 0))
            except _Died:
                made = await self._once_more(path)
        if isinstance(made, Unfit):
            raise made
        return made

    async def _once_more(self, path: Path) -> Made | Unfit:
        """Draw in a fresh process: what ended the first one may have had nothing to do with us."""
        try:
            return await self._draw(path, None, 0)
        except _Died as died:
            if died.code in _FROM_OUTSIDE:
                raise Ended("the process that draws was ended") from died
            return Unfit("it cannot be decoded within the limits")

    async def _draw(self, path: Path, process: _Process | None, done: int) -> Made | Unfit:
        process = process or await _started()
        self._busy.add(process)
        try:
            async with asyncio.timeout(self.seconds):
                made = await _ask(process, path)
        except TimeoutError:
            await _end(process)
            return Unfit("it takes too long to decode")
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise _Died(await _code(process)) from error
        except ValueError:
            await _end(process)
            return Unfit("it cannot be decoded within the limits")
        except BaseException:
            await _end(process)
            raise
        finally:
            self._busy.discard(process)
        if done + 1 < RENEW_AFTER:
            self._idle.append((process, done + 1))
        else:
            await _end(process)
        return made

    async def aclose(self) -> None:
        """End all of them."""
        for process in [*self._busy, *(process for process, _ in self._idle)]:
            await _end(process)
        self._idle.clear()

    def pids(self) -> Iterator[int]:
        """Yield the processes there are, for whoever watches their memory."""
        yield from (process.pid for process in [*self._busy, *(each for each, _ in self._idle)])


async def _started() -> _Process:
    # An exec, not a fork: libvips hangs in a fork of a process that has used it. And nothing of the
    # environment comes along, which has the secrets.
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "carslink.media.workshop",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,  # libvips' warnings about others' files
        env=kept,
    )


async def _ask(process: _Process, path: Path) -> Made | Unfit:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{path}\n".encode())
    await process.stdin.drain()
    told = json.loads(await process.stdout.readuntil(b"\n"))
    if "unfit" in told:
        return Unfit(told["unfit"])
    placeholder = await process.stdout.readexactly(told["placeholder"])
    sizes = {
        int(width): await process.stdout.readexactly(size) for width, size in told["sizes"].items()
    }
    return Made(told["width"], told["height"], placeholder, sizes)


async def _end(process: _Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    await process.wait()


async def _code(process: _Process) -> int:
    """Return how a process ended that has closed its pipes: less than 0 is a signal."""
    with contextlib.suppress(TimeoutError):
        return await asyncio.wait_for(process.wait(), CLOSING)
    await _end(process)
    return 1  # it goes on without answering: no fault of anybody outside
