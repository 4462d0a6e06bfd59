"""A whole Carslink for tests: `carslink serve` on loopback, with its own data folder."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2

from tests import places_table

CARSLINK = (sys.executable, "-m", "carslink")
SECONDS_TO_START = 180


@dataclass
class House:
    """A running Carslink; `env` is what its commands need to find it."""

    url: str
    folder: Path
    env: dict[str, str]
    process: "subprocess.Popen[bytes]"
    http: httpx2.Client
    keys: dict[str, str] = field(default_factory=dict)

    def command(self, *arguments: str) -> str:
        """Run a `carslink` command beside the server and return what it prints."""
        done = subprocess.run(
            [*CARSLINK, *arguments],
            env=self.env,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def add_partner(self, name: str, *options: str) -> str:
        """Add a partner and return its key."""
        told = self.command("partner", "add", name, "--rate", "1000000", "--json", *options)
        self.keys[name] = str(json.loads(told)["api_key"])
        return self.keys[name]

    def post(self, feed: Any, key: str, path: str = "/api/v1/stock", **headers: str) -> Any:
        """Post a feed as JSON (or as the bytes it is) and return the response."""
        body = feed if isinstance(feed, bytes) else json.dumps(feed).encode()
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.http.post(
            path,
            content=body,
            headers={"X-Dealer-Api-Key": key, "Content-Type": "application/json", **given},
        )

    def get(self, path: str, key: str | None = None, **parameters: Any) -> Any:
        """Get a path and return the response."""
        headers = {} if key is None else {"X-Dealer-Api-Key": key}
        return self.http.get(path, headers=headers, params=parameters or None)

    def settled(self, key: str, sync_id: str, seconds: float = 60) -> Any:
        """Wait until a feed is complete and return its status."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            status = self.get(f"/api/v1/stock/{sync_id}", key).json()
            if status["status"] == "complete":
                return status
            time.sleep(0.05)
        raise AssertionError(f"{sync_id} is not complete after {seconds} s: {status}")

    @property
    def database_url(self) -> str:
        """Return where the house's own PostgreSQL answers."""
        from carslink.node import postgres

        return postgres.database_url(postgres.locate(self.folder / "postgres"), "carslink")


@contextmanager
def served(workers: int = 1, **settings: str) -> Iterator[House]:
    """Serve a house of its own; `settings` are CARSLINK_ variables without the prefix."""
    folder = Path(tempfile.mkdtemp(prefix="carslink-house-"))
    folder.chmod(0o711)  # PostgreSQL runs as another user where the tests run as root
    places_table.lend(folder)
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    env = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    env |= {"CARSLINK_DATA_DIR": str(folder), "CARSLINK_PUBLIC_URL": url}
    env.setdefault("CARSLINK_MEDIA", "off")
    env |= {f"CARSLINK_{name}": value for name, value in settings.items()}
    with (folder / "serve.log").open("wb") as output:
        process = subprocess.Popen(
            [*CARSLINK, "serve", "--port", str(port), "--workers", str(workers)],
            env=env,
            stdout=output,
            stderr=output,
        )
    http = httpx2.Client(base_url=url, trust_env=False, timeout=60)
    try:
        house = House(url, folder, env, process, http)
        wait_ready(house)
        yield house
    finally:
        http.close()
        process.terminate()
        process.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


def wait_ready(house: House, seconds: float = SECONDS_TO_START) -> None:
    """Return when everything of the house answers."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if house.process.poll() is not None:
            break
        try:
            if house.http.get("/readyz").status_code == 200:
                return
        except httpx2.HTTPError:
            pass
        time.sleep(0.05)
    log = (house.folder / "serve.log").read_text()[-4000:]
    raise AssertionError(f"the house is not ready after {seconds} s:\n{log}")


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
