"""`carslink serve`: everything that one machine runs, under one supervisor.

The supervisor holds the data folder's lock, runs PostgreSQL (unless `DATABASE_URL` names one), the
migrations, then the web server, the worker, the indexer and what fetches photographs. It imports no
Django and stays small.
"""

import errno
import http.client
import os
import socket
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from carslink.data_folder import data_folder
from carslink.node import postgres
from carslink.node.locks import LockHeldError, exclusive
from carslink.node.postgres import DatabaseFailedError, make_folder
from carslink.node.processes import (
    Child,
    Program,
    Signals,
    StopRequested,
    caught_signals,
    start,
    stop,
    tend,
)
from carslink.node.system_user import FolderUnreachableError, NoDatabaseUserError

SECONDS_FOR_ANOTHER_COMMAND = 60.0
"""How long a command (`carslink partner add`) may keep `serve` from the database."""

SECONDS_FOR_PORT = 2.0


class CannotServeError(RuntimeError):
    """Something that a person has to change first."""


def serve(*, host: str, port: int, workers: int) -> int:
    """Run this machine until asked to end; the exit code of the command."""
    carslink = [sys.executable, "-m", "carslink"]
    web = ["web", "--host", host, "--port", str(port), "--workers", str(workers)]
    return run(
        folder=data_folder(),
        database_url=os.environ.get("DATABASE_URL"),
        migrate=[*carslink, "manage", "migrate", "--no-input", "--verbosity", "0"],
        meanwhile=[Program("the table of postcodes", [*carslink, "postcodes", "prepare"])],
        stages=[
            [Program(name, [*carslink, name]) for name in background()],
            [Program("web", [*carslink, *web])],
        ],
        host=host,
        port=port,
    )


def background() -> list[str]:
    """Return the commands that run beside the web server."""
    with_pictures = (os.environ.get("CARSLINK_MEDIA") or "on").casefold() != "off"
    return ["worker", "indexer", *(["pictures"] if with_pictures else [])]


def run(
    *,
    folder: Path,
    database_url: str | None,
    migrate: list[str],
    stages: Sequence[Sequence[Program]],
    host: str,
    port: int,
    meanwhile: Sequence[Program] = (),
) -> int:
    """Run a database, one migration and the programs, until asked to end.

    What is to be done `meanwhile` runs beside the migration, and must end well as that must.
    The programs of one stage are started, and at the end stopped, together; stages are stopped
    last to first, the database after all of them. Returns the exit code: 0 when asked to end.
    """
    started: list[list[Child]] = []
    with ExitStack() as stack:
        try:
            signals = stack.enter_context(caught_signals())
            _take(folder, stack)
            _check_free(host, port, signals)
            if not database_url:
                _take_database(folder / "postgres", signals, stack)
            stack.callback(_stop_all, started, signals)  # before any lock is given back
            url = database_url or _start_database(folder / "postgres", started, signals)
            _migrate([Program("migrate", migrate), *meanwhile], url, started, signals)
            _say("Starting the web server, the worker and the indexer…")
            for stage in stages:
                _start_stage(stage, url, started)
            _await_health(host, port, started, signals)
            _say(f"Carslink answers at {_address(host, port)}")
            while True:
                signals.pause(_tend_all(started))
        except StopRequested:
            return 0
        except (
            CannotServeError,
            DatabaseFailedError,
            FolderUnreachableError,
            NoDatabaseUserError,
        ) as problem:
            _say(str(problem))
            return 1


def _take(folder: Path, stack: ExitStack) -> None:
    make_folder(folder)
    try:
        stack.enter_context(exclusive(folder / "serve.lock"))
    except LockHeldError as held:
        who = f"process {held.pid}" if held.pid else "another process"
        raise CannotServeError(f"Carslink is already served from {folder}, by {who}.") from held


def _check_free(host: str, port: int, signals: Signals) -> None:
    """Say so where another program has the port, rather than restart the web for ever.

    The web of a supervisor that was killed just now may need a moment to go.
    """
    deadline = time.monotonic() + SECONDS_FOR_PORT
    while problem := _obstacle(host, port):
        if problem.errno != errno.EADDRINUSE or time.monotonic() >= deadline:
            raise CannotServeError(f"Cannot listen on {host}:{port}: {problem.strerror}.")
        signals.pause(0.1)


def _obstacle(host: str, port: int) -> OSError | None:
    try:
        family, kind, number, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[
            0
        ]
        with socket.socket(family, kind, number) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as problem:
        return problem
    return None


def _take_database(home: Path, signals: Signals, stack: ExitStack) -> None:
    make_folder(home)
    patience = SECONDS_FOR_ANOTHER_COMMAND
    try:
        stack.enter_context(exclusive(home / "lock", patience=patience, pause=signals.pause))
    except LockHeldError as held:
        raise CannotServeError(f"Another command keeps using the database: {held}.") from held


def _start_database(home: Path, started: list[list[Child]], signals: Signals) -> str:
    if not (home / "data").exists():
        _say("Preparing the database…")
    cluster = postgres.prepare(home)
    database = start(postgres.program(cluster))
    started.append([database])
    postgres.wait_ready(cluster, database.process, pause=signals.pause)
    postgres.ensure_database(cluster, "carslink")
    return postgres.database_url(cluster, "carslink")


def _start_stage(stage: Sequence[Program], url: str, started: list[list[Child]]) -> None:
    children: list[Child] = []
    started.append(children)
    for program in stage:
        child = start(_using(program, url))
        children.append(child)  # one by one: if the next fails to start, this one is stopped


def _using(program: Program, url: str) -> Program:
    return replace(program, environment={**program.environment, "DATABASE_URL": url})


def _migrate(
    programs: Sequence[Program], url: str, started: list[list[Child]], signals: Signals
) -> None:
    """Run programs beside each other to their ends; the first is the migration."""
    running: list[Child] = []
    began = time.monotonic()
    said = False
    try:
        running.extend(start(_using(program, url)) for program in programs)
        while any(child.process.poll() is None for child in running):
            if not said and time.monotonic() - began > 2:
                _say("Bringing the database's tables up to date…")
                said = True
            _tend_all(started)
            signals.pause(0.5)
    finally:
        stop(running, pause=signals.wait, hurried=lambda: signals.hurried)
    migration, *others = running
    if migration.process.returncode:
        raise CannotServeError("The database's tables could not be brought up to date; see above.")
    for other in others:
        if other.process.returncode:
            raise CannotServeError(f"Building {other.program.name} failed; see above.")


def _await_health(host: str, port: int, started: list[list[Child]], signals: Signals) -> None:
    while not _healthy(host, port):
        _tend_all(started)
        signals.pause(0.1)


def _healthy(host: str, port: int) -> bool:
    here = {"0.0.0.0": "127.0.0.1", "": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    connection = http.client.HTTPConnection(here, port, timeout=1)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _tend_all(started: list[list[Child]]) -> float | None:
    return tend(child for stage in started for child in stage)


def _stop_all(started: list[list[Child]], signals: Signals) -> None:
    while started:
        stop(started.pop(), pause=signals.wait, hurried=lambda: signals.hurried)


def _address(host: str, port: int) -> str:
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201
