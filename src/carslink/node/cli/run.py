"""Commands that run Carslink, or a part of it."""

import ipaddress
import os
import signal
import subprocess
import sys
import threading
from typing import Any

import click

HOST = click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
PORT = click.option("--port", default=8000, show_default=True, help="Port to listen on.")
WORKERS = click.option(
    "--workers",
    default=1,
    show_default=True,
    type=click.IntRange(1, 64),
    help="Web processes; each has its threads (CARSLINK_THREADS).",
)


@click.command()
@HOST
@PORT
@WORKERS
def serve(host: str, port: int, workers: int) -> None:
    """Run everything, with its own database and migrations. One Ctrl-C ends it all."""
    refuse_open_development(host)
    os.environ.setdefault("CARSLINK_PUBLIC_URL", f"http://{host}:{port}")
    refuse_wrong_settings()
    from carslink.node.serve import serve as run

    sys.exit(run(host=host, port=port, workers=workers))


@click.command()
@HOST
@PORT
@WORKERS
def web(host: str, port: int, workers: int) -> None:
    """Run the web server alone."""
    refuse_open_development(host)
    settings = set_up()
    prepare_places()
    from carslink.node.web import run_web

    run_web(host, port, workers, settings.THREADS)


@click.command()
@click.option("--slots", default=4, show_default=True, help="Jobs at a time.")
def worker(slots: int) -> None:
    """Run the jobs and their schedule alone."""
    set_up()
    prepare_places()
    from procrastinate.contrib.django import app

    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    with app.replace_connector(connector) as working:
        working.run_worker(concurrency=slots, fetch_job_polling_interval=1.0)


@click.command()
def indexer() -> None:
    """Run the indexer of this machine alone."""
    set_up()
    from carslink.search import indexer as follower

    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    follower.run(stop)


@click.command()
def pictures() -> None:
    """Fetch, draw and keep photographs alone. On several machines one works at a time."""
    settings = set_up()
    if not settings.MEDIA:
        raise click.UsageError("CARSLINK_MEDIA is off: there are no photographs to fetch.")
    from carslink.media.run import run as fetch

    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    fetch(stop)


@click.command(
    context_settings={"ignore_unknown_options": True, "help_option_names": []},
    add_help_option=False,
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Run a management command of Django's, such as `createsuperuser`."""
    from carslink.node.cli.database import opened

    with opened():
        from django.core.management import execute_from_command_line

        execute_from_command_line(["carslink manage", *arguments])


def set_up() -> Any:
    """Set Django up for a process that DATABASE_URL has been given to; returns the settings."""
    if not os.environ.get("DATABASE_URL"):
        raise click.UsageError(
            "DATABASE_URL is not set. Name a PostgreSQL server in it, or use `carslink serve`, "
            "which brings its own."
        )
    from carslink.node.cli.database import set_up as set_up_django

    set_up_django()
    from django.conf import settings

    return settings


def prepare_places() -> None:
    """Have the table of postcodes built before it is asked for, in a process that then ends.

    Under `carslink serve` it is there already.
    """
    from carslink.places.store import is_ready

    if not is_ready():
        command = [sys.executable, "-m", "carslink", "postcodes", "prepare"]
        if subprocess.run(command, check=False).returncode:  # noqa: S603
            raise click.ClickException("The table of postcodes could not be built; see above.")


def refuse_wrong_settings() -> None:
    """Look at the settings before anything starts, in a process of its own: they need Django."""
    command = [sys.executable, "-c", "import carslink.node.settings"]
    looked = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if looked.returncode:
        raise click.UsageError(looked.stderr.strip().splitlines()[-1].partition(": ")[2])


def refuse_open_development(host: str) -> None:
    """Let only a production set-up listen to the world."""
    if os.environ.get("CARSLINK_ENV") == "production" or host == "localhost":
        return
    try:
        loopback = ipaddress.ip_address(host).is_loopback
    except ValueError:
        loopback = False
    if not loopback:
        raise click.UsageError(
            f"{host} is open to others. Set CARSLINK_ENV=production and its secrets first "
            "(docs/operations.md), or listen on 127.0.0.1."
        )
