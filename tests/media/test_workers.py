"""The processes that draw photographs: what they may, and what becomes of those that get stuck."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from carslink.media.picture import Made, Unfit
from carslink.media.workers import Workers
from carslink.media.workshop import DATA_LIMIT
from tests.media import photos


@pytest.fixture
def photograph(tmp_path: Path) -> Path:
    file = tmp_path / "sent"
    file.write_bytes(photos.jpeg(400, 300))
    return file


def use(workers: Callable[[], Workers], story: Callable[[Workers], Awaitable[None]]) -> None:
    """Play a story with workers, and end them."""

    async def play() -> None:
        mine = workers()
        try:
            await story(mine)
        finally:
            await mine.aclose()
        assert list(mine.pids()) == []

    asyncio.run(play())


def test_a_process_has_no_secret_no_file_to_write_and_little_memory(
    photograph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARSLINK_SECRET_KEY", "secret")

    async def story(workers: Workers) -> None:
        assert isinstance(await workers.make(photograph), Made)
        (pid,) = workers.pids()
        assert b"secret" not in Path(f"/proc/{pid}/environ").read_bytes()
        limits = Path(f"/proc/{pid}/limits").read_text()
        told = {line[:26].strip(): line[26:].split()[0] for line in limits.splitlines()}
        assert told["Max data size"] == str(DATA_LIMIT)
        assert told["Max file size"] == told["Max core file size"] == "0"

    use(lambda: Workers(1), story)


def test_a_process_that_is_killed_fails_its_file_and_is_replaced(photograph: Path) -> None:
    async def story(workers: Workers) -> None:
        await workers.make(photograph)
        (pid,) = workers.pids()
        os.kill(pid, signal.SIGSTOP)
        stuck = asyncio.create_task(workers.make(photograph))
        await asyncio.sleep(0.05)
        os.kill(pid, signal.SIGKILL)
        with pytest.raises(Unfit, match="within the limits"):
            await stuck
        assert (await workers.make(photograph)).width == 400
        assert list(workers.pids()) != [pid]

    use(lambda: Workers(1), story)


def test_a_process_that_takes_too_long_is_ended(photograph: Path) -> None:
    async def story(workers: Workers) -> None:
        await workers.make(photograph)
        (pid,) = workers.pids()
        os.kill(pid, signal.SIGSTOP)
        workers.seconds = 0.2
        with pytest.raises(Unfit, match="too long"):
            await workers.make(photograph)
        workers.seconds = 30
        assert (await workers.make(photograph)).width == 400
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)

    use(lambda: Workers(1), story)


def test_processes_are_renewed_before_they_grow_old(
    photograph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carslink.media.workers.RENEW_AFTER", 2)

    async def story(workers: Workers) -> None:
        seen = []
        for _ in range(4):
            await workers.make(photograph)
            seen += list(workers.pids())
        assert len(set(seen)) == len(seen) == 2

    use(lambda: Workers(1), story)
