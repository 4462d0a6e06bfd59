"""`carslink web`: the HTTP server, granian, which runs Django as WSGI in worker processes.

Each worker process ties itself to the main one (`parent.die_with_parent`, in `wsgi.py`).
"""

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

SECONDS_TO_STOP = 8
"""A worker that still answers then is killed; less than the supervisor's patience of 15."""

BACKLOG = 1024
REQUESTS_PER_THREAD = 16
"""Requests that may wait in a worker for each of its threads; further ones wait in the kernel."""


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
    Granian(
        target=application,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        backpressure=threads * REQUESTS_PER_THREAD,
        backlog=BACKLOG,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(keep_alive=True, header_read_timeout=10_000),
        websockets=False,
        log_access=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=SECONDS_TO_STOP,
    ).serve()
