"""`carslink demo --serve`, which is what `make demo` runs, from its start to its end."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import psutil
import pytest

from tests import places_table
from tests.house import CARSLINK, free_port


@pytest.fixture
def folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="carslink-demo-"))
    made.chmod(0o711)
    places_table.lend(made)
    yield made
    shutil.rmtree(made, ignore_errors=True)


@contextmanager
def demo(folder: Path) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """Run the demo until it has said where to look."""
    url = f"http://127.0.0.1:{free_port()}"
    env = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    log = folder / "demo.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*CARSLINK, "demo", "--serve", "--url", url, "--dealers", "5", "--vehicles", "60"],
            env={**env, "CARSLINK_DATA_DIR": str(folder)},
            stdout=output,
            stderr=output,
        )
    try:
        until = time.monotonic() + 240
        while b"Look at" not in log.read_bytes():
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < until, log.read_text()
            time.sleep(0.1)
        yield url, process
    finally:
        process.kill()
        process.wait()


def descendants(process: "subprocess.Popen[bytes]") -> list[psutil.Process]:
    return psutil.Process(process.pid).children(recursive=True)


def await_gone(processes: list[psutil.Process], seconds: float) -> None:
    _, alive = psutil.wait_procs(processes, timeout=seconds)
    assert alive == []


def test_ctrl_c_ends_every_process_and_the_stock_is_kept(folder: Path) -> None:
    with demo(folder) as (url, process):
        assert httpx2.get(f"{url}/api/v1/search", trust_env=False).json()["total"] == 60
        children = descendants(process)
        assert len(children) > 5
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
        await_gone(children, 30)
    with demo(folder) as (url, process):
        answer = httpx2.get(f"{url}/api/v1/search", trust_env=False).json()
        assert answer["total"] == 60
        assert max(vehicle["id"] for vehicle in answer["results"]) <= 60  # none was made anew


def test_a_killed_parent_leaves_no_process_behind(folder: Path) -> None:
    with demo(folder) as (_, process):
        children = descendants(process)
        process.kill()
        process.wait()
        await_gone(children, 60)
