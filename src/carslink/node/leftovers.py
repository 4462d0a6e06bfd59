"""What a killed parent leaves of a PostgreSQL: found by command line, never by number alone.

A `postmaster.pid` proves nothing: its number may belong to somebody else by now. A cluster's name
proves it: it stands in the postmaster's command line and in the titles of its servers.
"""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

GRACE = {signal.SIGINT: 10.0, signal.SIGQUIT: 5.0, signal.SIGKILL: 5.0}
"""Seconds that a leftover gets after each signal: "fast" shutdown, "immediate" shutdown, and what
nobody can refuse. Committed data survives all three; the latter two cost a recovery."""


def clear(cluster_name: str, pause: Callable[[float], None] = time.sleep) -> None:
    """End what still runs of a cluster; foreign processes are left alone.

    Call it only while holding the cluster's lock. Raises TimeoutError for a process that outlives
    even SIGKILL.
    """
    for number, seconds in GRACE.items():
        postmasters, servers = find(cluster_name)
        if not postmasters and number is signal.SIGINT:
            continue  # servers without a postmaster take it for the end of a query, not their own
        alone = postmasters and number is not signal.SIGKILL
        for pid in postmasters if alone else postmasters + servers:
            with suppress(ProcessLookupError):
                os.kill(pid, number)
        if _ended(cluster_name, seconds, pause):
            return
    raise TimeoutError(f"PostgreSQL processes do not end: {find(cluster_name)}")


def find(cluster_name: str) -> tuple[list[int], list[int]]:
    """(postmasters, servers) of this cluster that run now, by process number."""
    postmasters, servers = [], []
    for pid, line in command_lines():
        if _is_postmaster(line, cluster_name):
            postmasters.append(pid)
        elif line.startswith(f"postgres: {cluster_name}: "):
            servers.append(pid)
    return postmasters, servers


def command_lines() -> Iterator[tuple[int, str]]:
    """(pid, command line) of every process but zombies; the arguments are joined by blanks."""
    if not Path("/proc/self/cmdline").exists():
        yield from _command_lines_of_ps()
        return
    for entry in os.listdir("/proc"):  # noqa: PTH208 (a Path for each would be thrown away)
        with suppress(OSError):
            if entry.isdecimal() and (line := Path("/proc", entry, "cmdline").read_bytes()):
                yield int(entry), os.fsdecode(line.rstrip(b"\0 ").replace(b"\0", b" "))


def _command_lines_of_ps() -> Iterator[tuple[int, str]]:
    listing = subprocess.run(  # noqa: S603 (fixed arguments)
        [shutil.which("ps") or "/bin/ps", "-axwwo", "pid=,command="],
        capture_output=True,
        text=True,
        check=True,
    )
    for row in listing.stdout.splitlines():
        pid, _, line = row.strip().partition(" ")
        yield int(pid), line.strip()


def _is_postmaster(line: str, cluster_name: str) -> bool:
    program, _, arguments = line.partition(" -D ")
    return program.endswith("/postgres") and f" cluster_name={cluster_name} " in f"{arguments} "


def _ended(cluster_name: str, seconds: float, pause: Callable[[float], None]) -> bool:
    deadline = time.monotonic() + seconds
    while any(find(cluster_name)):
        if time.monotonic() >= deadline:
            return False
        pause(0.02)
    return True
