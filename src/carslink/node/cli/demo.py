"""`carslink demo`: plausible stock, pushed as a partner pushes it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from carslink.data_folder import data_folder

if TYPE_CHECKING:
    from carslink.demo.market import Market

PARTNER = "Demo partner"
SECONDS_TO_START = 120
LAST_DAY = "demo-day"  # a file in the data folder


@click.command()
@click.option("--url", default="http://127.0.0.1:8000", show_default=True, help="Where to push.")
@click.option("--dealers", default=40, show_default=True, type=click.IntRange(1))
@click.option("--vehicles", default=2_000, show_default=True, type=click.IntRange(1))
@click.option("--seed", default=1, show_default=True, help="The same seed, the same stock.")
@click.option("--day", type=click.IntRange(0, 365), help="0, or with --serve the last one pushed.")
@click.option("--connections", default=4, show_default=True, type=click.IntRange(1, 32))
@click.option("--key", envvar="CARSLINK_DEMO_KEY", help="API key; without one, one is made.")
@click.option("--serve", "serve_too", is_flag=True, help="Serve Carslink as well, until Ctrl-C.")
def demo(
    url: str,
    dealers: int,
    vehicles: int,
    seed: int,
    day: int | None,
    connections: int,
    key: str | None,
    serve_too: bool,
) -> None:
    """Push the plausible stock of UK dealers through the public endpoint."""
    from carslink.demo.market import Market

    try:
        market = Market(seed=seed, dealers=dealers, vehicles=vehicles)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if not serve_too:
        _refuse_silent(url)
        sys.exit(push(url, key or _key(), market, day or 0, connections))
    with _photographed() as pictures, _served(url, pictures) as server:
        key = key or _key()
        failed = push(url, key, market, _last_day(market) if day is None else day, connections)
        if failed:
            sys.exit(failed)
        _await_searchable(url, key)
        print(f"\nLook at {url}/  ·  the API is described at {url}/api/v1/docs")
        print("Ctrl-C ends everything; the stock is kept for the next time.", flush=True)
        sys.exit(server.wait())


def push(url: str, key: str, market: "Market", day: int, connections: int) -> int:
    """Push a market's stock of a day and print what became of it; returns the exit code."""
    from carslink.demo.push import push_market

    report = push_market(url, key, market, day=day, connections=connections)
    print(
        f"{report.accepted:,} vehicles of {report.feeds:,} dealers taken in {report.seconds:.1f} s"
        f" ({report.skipped:,} skipped, {report.removed:,} removed)"
    )
    for refused in report.refused:
        print(f"refused: {refused}", file=sys.stderr)
    if not report.refused:
        _remember_day(market, day)
    return 1 if report.refused else 0


def _remember_day(market: "Market", day: int) -> None:
    """Keep the day that was pushed, for the next `make demo` to go on with."""
    data_folder().mkdir(parents=True, exist_ok=True)
    (data_folder() / LAST_DAY).write_text(f"{market}\n{day}\n")


def _last_day(market: "Market") -> int:
    """Return the day on which the market stands in this data folder; 0 where it is new."""
    try:
        whose, day = (data_folder() / LAST_DAY).read_text().splitlines()
    except (OSError, ValueError):
        return 0
    return int(day) if whose == str(market) else 0


def _refuse_silent(url: str) -> None:
    """Say at once where nothing answers, rather than try each dealer's feed for a minute."""
    import httpx2

    try:
        httpx2.get(f"{url}/healthz", trust_env=False, timeout=5).raise_for_status()
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise click.ClickException(
            f"Nothing answers at {url} ({error}). Start `carslink serve` first, or use --serve."
        ) from error


def _await_searchable(url: str, key: str) -> None:
    """Return when the last feed that was pushed is complete."""
    import httpx2

    with httpx2.Client(trust_env=False, headers={"X-Dealer-Api-Key": key}) as client:
        for _ in range(SECONDS_TO_START * 10):
            feeds = client.get(f"{url}/api/v1/stock", params={"limit": 1}).json()["items"]
            if not feeds or feeds[0]["status"] == "complete":
                return
            time.sleep(0.1)


def _key() -> str:
    """Return a key, good for a day, of the partner that the demo pushes as."""
    from carslink.node.cli.database import opened

    with opened():
        from datetime import timedelta

        from django.utils import timezone

        from carslink.partners import keys
        from carslink.partners.models import Partner

        partner, _ = Partner.objects.get_or_create(
            name=PARTNER, defaults={"verified": True, "feeds_per_minute": 1_000_000}
        )
        return keys.issue(partner, "carslink demo", timezone.now() + timedelta(days=1))


@contextmanager
def _photographed() -> Iterator[dict[str, str]]:
    """Serve the market's photographs as long as we run; yields the settings to fetch them by."""
    if os.environ.get("CARSLINK_MEDIA", "").casefold() == "off":
        yield {}
        return
    from carslink.demo.studio import open_studio

    data_folder().mkdir(parents=True, exist_ok=True)
    with open_studio(data_folder()) as studio:
        yield studio.environment


@contextmanager
def _served(url: str, more: dict[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    """Run `carslink serve` at this address, and end it with us, however we end."""
    from carslink.node.parent import tied_to_me

    place = urlsplit(url)
    command = [sys.executable, "-m", "carslink", "serve"]
    command += ["--host", place.hostname or "127.0.0.1", "--port", str(place.port or 80)]
    env = {
        "CARSLINK_LOG_LEVEL": "WARNING",
        "CARSLINK_PUBLIC_URL": url,
        "CARSLINK_WELCOME_AFTER_MINUTES": "0",
        **more,
        **os.environ,
    }
    server = subprocess.Popen(  # noqa: S603 - our own command
        tied_to_me(command, signal.SIGTERM), env=env, start_new_session=True
    )
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: _interrupt())
    try:
        _await_ready(url, server)
        yield server
    except KeyboardInterrupt:
        print("\nEnding…", file=sys.stderr)
    finally:
        server.terminate()
        server.wait()


def _interrupt() -> None:
    raise KeyboardInterrupt


def _await_ready(url: str, server: "subprocess.Popen[bytes]") -> None:
    import httpx2

    until = time.monotonic() + SECONDS_TO_START
    with httpx2.Client(trust_env=False, timeout=2) as client:
        while time.monotonic() < until:
            if server.poll() is not None:
                sys.exit(server.returncode or 1)
            try:
                if client.get(f"{url}/readyz").status_code == httpx2.codes.OK:
                    return
            except httpx2.HTTPError:
                pass
            time.sleep(0.1)
    raise click.ClickException(f"Carslink did not become ready in {SECONDS_TO_START} s")
