"""Locks between processes: `flock` on a file, which the kernel drops when its holder dies."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


class LockHeldError(RuntimeError):
    """Another process holds the lock; `pid` is its number, None if it left none."""

    def __init__(self, path: Path, pid: int | None) -> None:
        super().__init__(f"{path} is held by {f'process {pid}' if pid else 'another process'}")
        self.path = path
        self.pid = pid


@contextmanager
def exclusive(
    path: Path, *, patience: float = 0, pause: Callable[[float], None] = time.sleep
) -> Iterator[None]:
    """Hold the lock `path` for the block; the file says which process has it.

    Raises LockHeldError if another has it still after `patience` seconds.
    """
    deadline = time.monotonic() + patience
    with path.open("a+") as file:
        while not _try(file.fileno(), fcntl.LOCK_EX):
            if time.monotonic() >= deadline:
                raise LockHeldError(path, holder(path))
            pause(0.05)
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


@contextmanager
def shared(path: Path) -> Iterator[None]:
    """Share the lock `path` for the block; waits while somebody holds it alone."""
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        yield


def holder(path: Path) -> int | None:
    """The process that wrote its number into the lock file last and has not given it back."""
    try:
        return int(path.read_text())
    except (OSError, ValueError):
        return None


def _try(descriptor: int, kind: int) -> bool:
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
