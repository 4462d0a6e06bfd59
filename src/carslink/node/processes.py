"""Child processes of one machine: started, watched, restarted, stopped; none is left behind.

No threads: a signal (a child that ended, Ctrl-C) wakes the one loop through a socket.
"""

import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from carslink.node.parent import tied_to_me

SECONDS_OF_HEALTH = 60.0
"""A child that ran this long is healthy: its next death counts as the first."""

SECONDS_TO_STOP = 15.0
LONGEST_PAUSE = 10.0

STOP_SIGNALS = frozenset({signal.SIGINT, signal.SIGTERM, signal.SIGHUP})


@dataclass(frozen=True)
class Program:
    """What to run, and how it ends."""

    name: str
    command: list[str]
    stop_signal: signal.Signals = signal.SIGTERM
    death_signal: signal.Signals = signal.SIGKILL
    """Sent by the kernel when the supervisor is gone."""
    user: tuple[int, int] | None = None
    """(uid, gid) to run as; None keeps ours."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """Added to our own."""
    output: Path | None = None
    """A file that takes what it prints; None prints where we do."""
    before_start: Callable[[], None] | None = None


@dataclass
class Child:
    """A program as it runs now, or waits to be started again."""

    program: Program
    process: subprocess.Popen[bytes]
    started_at: float
    failures: int = 0
    restart_at: float | None = None


class StopRequested(Exception):
    """Somebody asked this process to end."""


@dataclass
class Signals:
    """The signals that reached this process; see `caught_signals`."""

    reader: socket.socket
    stops: int = 0
    """How often it was asked to end."""

    def wait(self, seconds: float | None) -> None:
        """Sleep until a signal comes, `seconds` at most; None sleeps on."""
        if select.select([self.reader], [], [], seconds)[0]:
            received = self.reader.recv(4096)
            self.stops += sum(number in STOP_SIGNALS for number in received)

    @property
    def hurried(self) -> bool:
        """Whether it was asked again."""
        return self.stops > 1

    def pause(self, seconds: float | None) -> None:
        """Like `wait`; raises StopRequested once this process was asked to end."""
        self.wait(seconds)
        if self.stops:
            raise StopRequested


@contextmanager
def caught_signals() -> Iterator[Signals]:
    """Collect SIGINT, SIGTERM, SIGHUP and SIGCHLD for the block, instead of dying of them."""
    reader, writer = socket.socketpair()
    writer.setblocking(False)
    watched = {signal.SIGCHLD, *STOP_SIGNALS}
    if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
        watched.discard(signal.SIGHUP)  # nohup: the terminal may go
    with reader, writer:
        previous = {number: signal.signal(number, _do_nothing) for number in watched}
        previous_descriptor = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
        try:
            yield Signals(reader)
        finally:
            signal.set_wakeup_fd(previous_descriptor)
            for number, handler in previous.items():
                signal.signal(number, handler)


def _do_nothing(_number: int, _frame: FrameType | None) -> None:
    """A Python handler must exist for the wake-up descriptor to be written."""


def start(program: Program) -> Child:
    """Start the program in a process group of its own, bound to end with this process."""
    if program.before_start:
        program.before_start()
    return Child(program, _spawn(program), time.monotonic())


def _spawn(program: Program) -> subprocess.Popen[bytes]:
    output = program.output.open("ab") if program.output else None
    try:
        return subprocess.Popen(  # noqa: S603 (the command line is our own)
            tied_to_me(program.command, program.death_signal, program.user),
            env={**os.environ, **program.environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            process_group=0,  # so that the terminal's Ctrl-C reaches the supervisor alone
        )
    finally:
        if output:
            output.close()


def tend(children: Iterable[Child]) -> float | None:
    """Start again what died and is due; call it after every signal.

    Returns the seconds until the next start is due, None if everything runs.
    """
    pauses = [pause for child in children if (pause := _tend_one(child)) is not None]
    return min(pauses, default=None)


def _tend_one(child: Child) -> float | None:
    now = time.monotonic()
    if child.restart_at is None:
        if child.process.poll() is None:
            return None
        _kill_group(child.process)
        if now - child.started_at >= SECONDS_OF_HEALTH:
            child.failures = 0
        pause = pause_before_restart(child.failures)
        child.failures += 1
        child.restart_at = now + pause
        _report(child, pause)
    if now < child.restart_at:
        return child.restart_at - now
    again = start(child.program)
    child.process, child.started_at, child.restart_at = again.process, again.started_at, None
    return None


def pause_before_restart(failures: int) -> float:
    """Seconds to wait after so many earlier failures: none, then 0.5, 1, 2 … 10."""
    return min(0.5 * 2.0 ** (failures - 1), LONGEST_PAUSE) if failures else 0.0


def _report(child: Child, pause: float) -> None:
    code = child.process.returncode
    how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
    when = f"in {pause:g} s" if pause else "at once"
    print(f"{child.program.name} ended ({how}), starts again {when}", file=sys.stderr)  # noqa: T201


def stop(
    children: Iterable[Child],
    pause: Callable[[float], None] = time.sleep,
    hurried: Callable[[], bool] = lambda: False,
) -> None:
    """End these together and wait for them.

    Each gets its stop signal, and SIGKILL, with all of its process group, after 15 seconds or as
    soon as `hurried`.
    """
    running = [child for child in children if child.restart_at is None]
    for child in running:
        child.process.send_signal(child.program.stop_signal)
    deadline = time.monotonic() + SECONDS_TO_STOP
    while any(child.process.poll() is None for child in running):
        if hurried() or time.monotonic() >= deadline:
            break
        pause(0.02)
    for child in running:
        _kill_group(child.process)
        child.process.wait()


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    # A child's own children share its group, whose number is not given out again before all left.
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
