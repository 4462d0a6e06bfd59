"""The processes that draw photographs: what they may, and what becomes of those that get stuck."""

import asyncio
import os
import signal
import struct
import zlib
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
import pyvips

from carslink.media.picture import Made, Unfit
from carslink.media.workers import Ended, Workers
from carslink.media.workshop import CPU_LIMIT, DATA_LIMIT, OPEN_FILES
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


def test_a_process_has_no_secret_no_file_to_write_and_little_memory_and_time(
    photograph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARSLINK_SECRET_KEY", "secret")

    async def story(workers: Workers) -> None:
        for _ in range(2):
            assert isinstance(await workers.make(photograph), Made)
        (pid,) = workers.pids()
        assert b"secret" not in Path(f"/proc/{pid}/environ").read_bytes()
        limits = Path(f"/proc/{pid}/limits").read_text()
        told = {line[:26].strip(): line[26:].split()[0] for line in limits.splitlines()}
        assert told["Max data size"] == str(DATA_LIMIT)
        assert told["Max file size"] == told["Max core file size"] == "0"
        assert told["Max open files"] == str(OPEN_FILES)
        assert CPU_LIMIT <= int(told["Max cpu time"]) < CPU_LIMIT + 10
        assert "NoNewPrivs:\t1\n" in Path(f"/proc/{pid}/status").read_text()

    use(lambda: Workers(1), story)


def test_a_large_webp_has_room_and_what_has_none_is_told_so(tmp_path: Path) -> None:
    large, thirsty = tmp_path / "large", tmp_path / "thirsty"
    grey = pyvips.Image.black(7000, 7000, bands=3) + 128
    grey.cast("uchar").copy(interpretation="srgb").webpsave(str(large), effort=0)
    header = struct.pack(">IIBBBBB", 7700, 7700, 16, 6, 0, 0, 1)  # interlaced, with transparency
    parts = {b"IHDR": header, b"IDAT": zlib.compress(bytes(1000)), b"IEND": b""}
    chunks = b"".join(photos.chunk(name, content) for name, content in parts.items())
    thirsty.write_bytes(b"\x89PNG\r\n\x1a\n" + chunks)

    async def story(workers: Workers) -> None:
        assert (await workers.make(large)).width == 7000
        with pytest.raises(Unfit, match="it needs too much memory to decode; send a smaller one"):
            await workers.make(thirsty)

    use(lambda: Workers(1), story)


def test_a_process_that_is_killed_is_replaced_and_its_file_drawn_all_the_same(
    photograph: Path,
) -> None:
    async def story(workers: Workers) -> None:
        await workers.make(photograph)
        (pid,) = workers.pids()
        os.kill(pid, signal.SIGSTOP)
        drawn = asyncio.create_task(workers.make(photograph))
        await asyncio.sleep(0.05)
        os.kill(pid, signal.SIGKILL)
        assert (await drawn).width == 400
        assert list(workers.pids()) != [pid]

    use(lambda: Workers(1), story)


def test_a_file_is_not_to_blame_where_its_process_is_killed_twice(photograph: Path) -> None:
    async def story(workers: Workers) -> None:
        drawn = asyncio.create_task(workers.make(photograph))
        killed: set[int] = set()
        while not drawn.done():
            for pid in set(workers.pids()) - killed:
                os.kill(pid, signal.SIGKILL)
                killed.add(pid)
            await asyncio.sleep(0)
        with pytest.raises(Ended):
            await drawn
        assert len(killed) == 2
        assert (await workers.make(photograph)).width == 400

    use(lambda: Workers(1), story)


def test_a_file_that_its_process_dies_of_by_its_limits_is_unfit(
    photograph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import resource\n_set = resource.setrlimit\n"
        "resource.setrlimit = lambda what, _: _set(what, (1 << 20,) * 2)"
        " if what == resource.RLIMIT_DATA else None\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    async def story(workers: Workers) -> None:
        with pytest.raises(Unfit, match="within the limits"):
            await workers.make(photograph)

    use(lambda: Workers(1), story)


def test_a_process_outlives_the_signals_of_a_service_that_stops_but_not_who_asks(
    photograph: Path,
) -> None:
    async def story(workers: Workers) -> None:
        await workers.make(photograph)
        ((process, _),) = workers._idle
        for each in (signal.SIGTERM, signal.SIGINT):
            process.send_signal(each)
        assert (await workers.make(photograph)).width == 400
        assert list(workers.pids()) == [process.pid]
        assert process.stdin is not None
        process.stdin.close()
        assert await asyncio.wait_for(process.wait(), 10) == 0
        workers._idle.clear()

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
