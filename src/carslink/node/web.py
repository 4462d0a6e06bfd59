"""`carslink web`: the HTTP server, granian, which runs Django as WSGI in worker processes.

Each worker process ties itself to the main one (`parent.die_with_parent`, in `wsgi.py`).
"""

import os
import resource
import signal
import socket
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

SECONDS_TO_STOP = 8
"""A worker that still answers then is killed; less than the supervisor's patience of 15."""

CONNECTIONS = 2_000
"""Open connections in a worker; further ones wait in the kernel. What granian calls backpressure
counts idle ones too, so a small number would let a few dozen quiet browsers shut the door."""

SECONDS_IDLE = 30
"""How long a connection may wait for a request, or for the rest of its headers."""

BACKLOG = 1_024

ROUSING = signal.SIGUSR1
"""What wakes a worker's main thread; nobody else sends it."""


def run_web(
    host: str,
    port: int,
    workers: int,
    threads: int,
    *,
    application: str = "carslink.node.wsgi:application",
) -> None:
    """Serve until SIGTERM or SIGINT; `threads` is how many requests a worker runs at a time.

    What granian 2.8 does with a request's body, for whoever reads `wsgi.input`:
    the application runs as soon as the headers are there; `read(n)` waits for n bytes or the end,
    without a limit of time. A client that breaks off looks like the end: count against
    CONTENT_LENGTH. `read()` without a number then even loses what had come. A chunked body has no
    CONTENT_LENGTH (Django takes it for empty) and cannot be told from one that was broken off.
    """
    _allow_open_files(CONNECTIONS + 500)
    Granian(
        target=application,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        backpressure=CONNECTIONS,
        backlog=BACKLOG,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(keep_alive=True, header_read_timeout=SECONDS_IDLE * 1000),
        websockets=False,
        log_access=False,
        log_level=LogLevels.error,  # its warnings are advice at every start
        respawn_failed_workers=True,
        workers_kill_timeout=SECONDS_TO_STOP,
    ).serve()


def hear_signals() -> None:
    """Have every signal heard at once in this worker process. Call it from the main thread.

    Only the main thread runs Python's handlers, and granian's sleeps there without a limit. The
    kernel gives a signal to whichever thread looks first, which may be one that is just being
    started: then the main thread slept on, and in one stop of fifty a worker was killed for it.
    """
    reader, writer = socket.socketpair()
    writer.setblocking(False)
    main = threading.get_ident()
    roused = 0

    def rouse(_number: int, _frame: object) -> None:
        nonlocal roused
        roused += 1

    def listen() -> None:
        while received := reader.recv(100):
            before = roused
            while set(received) != {ROUSING} and roused == before:
                signal.pthread_kill(main, ROUSING)
                time.sleep(0.05)

    signal.signal(ROUSING, rouse)
    signal.set_wakeup_fd(writer.detach(), warn_on_full_buffer=False)
    threading.Thread(target=listen, name="signals", daemon=True).start()


def notice_lost_clients() -> None:
    """Have the kernel ask, on this process's connections, whether a silent client is still there.

    A read of a body has no limit of time: without this, one whose client vanished never ends.
    What is set on the listening socket holds for those that it accepts afterwards.
    """
    if sys.platform != "linux":
        return
    for descriptor in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            if not descriptor.is_socket():
                continue
            with socket.socket(fileno=os.dup(int(descriptor.name))) as connection:
                _keep_asking(connection)


def _keep_asking(connection: socket.socket) -> None:
    """Ask after 30 seconds of silence, then twice more, ten seconds apart (tcp(7))."""
    if connection.family in (socket.AF_INET, socket.AF_INET6):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, 30)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, 10)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPCNT, 3)


def _allow_open_files(wanted: int) -> None:
    """Raise the soft limit, often 1,024, as far as needed and allowed; the workers inherit it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
