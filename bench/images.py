"""How fast photographs are made, beside what libvips alone does for the same work.

The floor: files in memory, decoded, made small and encoded into the same sizes by pyvips in as many
processes as there are cores. Carslink: the same files fetched over https, hashed, checked, made,
written to a folder and entered in the database. Beside it the memory of its processes while 10,000
addresses wait, and once what AVIF would cost and save.
"""

import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import psycopg
import pyvips

from bench import stock
from carslink.media import storage
from carslink.stock.sizes import WIDTHS
from tests.house import House, served
from tests.photo_host import PhotoHost, open_photo_host

WIDTH, HEIGHT = 2400, 1800  # what dealers' systems send, more or less
FILES = 12  # distinct photographs
MEASURED = 100
QUEUED = 10_000
ROUNDS = 6  # of which the first, in which everything becomes warm, is not told
CORES = os.cpu_count() or 1
HOSTS = tuple(f"photos{n}.smith.co.uk" for n in range(8))

_FLOOR = """
import os, sys, time
os.environ["VIPS_CONCURRENCY"] = "1"
os.nice(5)  # as the workshop is
import pyvips
from pathlib import Path
folder, count = Path(sys.argv[1]), int(sys.argv[2])
files = [each.read_bytes() for each in sorted(folder.iterdir())]
print("ready", flush=True)
sys.stdin.readline()
began = time.process_time()
for n in range(count):
    image = pyvips.Image.new_from_buffer(files[n % len(files)], "", access="sequential")
    for width in (1920, 1280, 640, 320):
        image = image.thumbnail_image(width, size="down").copy_memory()
        image.webpsave_buffer(Q=75, effort=2, keep="none")
print(time.process_time() - began, flush=True)
"""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = _files(folder / "files")
        with _house(folder, files) as (house, host):
            rounds = [_round(folder / "files", house, host, files, turn) for turn in range(ROUNDS)]
            memory = _memory(house, host)
        formats = _formats(files[:4])
    floors, ours = zip(*rounds[1:], strict=True)
    # Of rounds one after the other: on a machine that others use as well, each has its own floor.
    shares = [100 * own.per_second / floor.per_second for floor, own in rounds[1:]]
    shares_of_cpu = [100 * floor.cpu / own.cpu for floor, own in rounds[1:]]
    told = {
        "measurement": "images",
        "cores": CORES,
        "pixels": [WIDTH, HEIGHT],
        "photographs": MEASURED,
        "rounds": len(shares),
        "libvips_alone": _medians(floors),
        "carslink": _medians(ours),
        "share_percent": round(statistics.median(shares)),
        "share_percent_of_each": [round(share) for share in shares],
        "share_percent_of_cpu": round(statistics.median(shares_of_cpu)),
        "queued": QUEUED,
        "most_megabytes": memory,
        "formats": formats,
    }
    print(json.dumps(told, indent=2), flush=True)


def _files(folder: Path) -> list[bytes]:
    """Draw photographs with as much detail as real ones: about half a megabyte each."""
    folder.mkdir()
    made = []
    for seed in range(FILES):
        bands = [
            pyvips.Image.perlin(WIDTH, HEIGHT, cell_size=240, seed=9 * seed + band).linear(70, 128)
            + pyvips.Image.perlin(WIDTH, HEIGHT, cell_size=24, seed=9 * seed + band).linear(18, 0)
            + pyvips.Image.gaussnoise(WIDTH, HEIGHT, sigma=3, mean=0, seed=seed + band)
            for band in range(3)
        ]
        image = bands[0].bandjoin(bands[1:]).cast("uchar").copy(interpretation="srgb")
        made.append(image.jpegsave_buffer(Q=82))
        (folder / f"{seed:02}.jpg").write_bytes(made[-1])
    return made


@contextmanager
def _house(folder: Path, files: list[bytes]) -> Iterator[tuple[House, PhotoHost]]:
    with open_photo_host(folder, *HOSTS) as host:
        allowed = ",".join(host.allowed)
        with served(
            MEDIA="on", FETCH_HOSTS=allowed, FETCH_CA_FILE=str(host.ca_file), LOG_LEVEL="WARNING"
        ) as house:
            house.add_partner("Bench")
            for n in range(MEASURED * (ROUNDS + 1)):
                host.put(f"/{n}.jpg", _body(files, n))
            yield house, host


def _body(files: list[bytes], n: int) -> bytes:
    """Return what the host sends: other bytes behind each picture, so that no hash is known."""
    return files[n % FILES] + n.to_bytes(4, "big")


@dataclass(frozen=True)
class Speed:
    """Photographs a second by the clock, and seconds of a processor for each."""

    per_second: float
    cpu: float


def _medians(speeds: Sequence[Speed]) -> dict[str, float]:
    return {
        "per_second": round(statistics.median(each.per_second for each in speeds), 1),
        "cpu": round(statistics.median(each.cpu for each in speeds), 3),
    }


def _round(
    folder: Path, house: House, host: PhotoHost, files: list[bytes], turn: int
) -> tuple[Speed, Speed]:
    """Return how fast libvips alone is and how fast Carslink, one after the other."""
    return _floor(folder), _ours(house, host, files, turn)


def _floor(folder: Path) -> Speed:
    command = [sys.executable, "-c", _FLOOR, str(folder), str(MEASURED // CORES)]
    running = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(CORES)
    ]
    for process in running:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.readline()
    began = time.perf_counter()
    for process in running:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    cpu = sum(float(process.communicate()[0].split()[-1]) for process in running)
    return Speed(MEASURED / (time.perf_counter() - began), cpu / MEASURED)


def _ours(house: House, host: PhotoHost, files: list[bytes], turn: int) -> Speed:
    """Push stock with new addresses; time runs from the first asked for to the last kept."""
    mine = range(MEASURED * turn, MEASURED * (turn + 1))
    urls = [host.url(f"/{n}.jpg", HOSTS[n % len(HOSTS)]) for n in mine]
    left = [_largest(house, _body(files, n)) for n in mine]
    before, cpu = len(host.asked), _cpu(house)
    with psycopg.connect(house.database_url, autocommit=True) as database:
        _push(house, urls, f"round-{turn}")
        while len(host.asked) == before:
            time.sleep(0.005)
        began = time.perf_counter()
        while left:
            # One file is looked for at a time: walking the folder cost a third of a core, of the
            # two on which photographs are drawn.
            if left[-1].exists():
                left.pop()
            else:
                time.sleep(0.02)
        seconds = time.perf_counter() - began
        _await(database, "SELECT count(*) FROM media_address WHERE state <> 'kept'", 0)
    return Speed(MEASURED / seconds, (_cpu(house) - cpu) / MEASURED)


def _cpu(house: House) -> float:
    """Return the seconds of a processor that fetching and drawing have taken so far."""
    spent = 0.0
    for process in psutil.Process(house.process.pid).children(recursive=True):
        with suppress(psutil.Error):  # PostgreSQL's come and go
            if _name(process) in ("pictures", "workshop"):
                times = process.cpu_times()
                spent += times.user + times.system
    return spent


def _name(process: psutil.Process) -> str:
    words = process.cmdline() or [""]
    return "workshop" if "carslink.media.workshop" in words else words[-1]


def _memory(house: House, host: PhotoHost) -> dict[str, int]:
    """Return the most memory (resident, MB) of each process while 10,000 addresses wait."""
    urls = [host.url(f"/waiting/{n}.jpg?{n}", HOSTS[n % len(HOSTS)]) for n in range(QUEUED)]
    start = MEASURED * ROUNDS
    urls[:MEASURED] = [host.url(f"/{start + n}.jpg", HOSTS[n % 8]) for n in range(MEASURED)]
    for path in {url.partition(".uk")[2] for url in urls[MEASURED:]}:
        host.answers[path] = host.answers["/0.jpg"]
    _push(house, urls, "queue")
    most: dict[str, int] = {}
    until = time.monotonic() + 15
    while time.monotonic() < until:
        for process in psutil.Process(house.process.pid).children(recursive=True):
            _note(process, most)
        time.sleep(0.2)
    return most


def _note(process: psutil.Process, most: dict[str, int]) -> None:
    with suppress(psutil.Error):
        name = _name(process)
        if name in ("pictures", "workshop", "worker", "indexer"):
            most[name] = max(most.get(name, 0), process.memory_info().rss // 1_000_000)


def _push(house: House, urls: list[str], dealer: str) -> None:
    vehicles = [
        {**listing, "images": urls[20 * n : 20 * n + 20]}
        for n, listing in enumerate(stock.listings(-(-len(urls) // 20)))
    ]
    answer = house.post(stock.feed(dealer, vehicles), house.keys["Bench"])
    assert answer.json()["feed"]["accepted"] == len(vehicles), answer.text


def _largest(house: House, body: bytes) -> Path:
    """Return where the largest size of a photograph will be, the one that is written first."""
    name = storage.hasher()
    name.update(body)
    return house.folder / "media" / "pictures" / storage.file_name(name.hexdigest(), max(WIDTHS))


def _await(database: "psycopg.Connection[Any]", question: str, answer: int) -> None:
    while database.execute(question).fetchone() != (answer,):
        time.sleep(0.1)


def _formats(files: list[bytes]) -> dict[str, Any]:
    """Return bytes and seconds of a hero as WebP and as AVIF, at about the same fidelity."""
    heroes = [pyvips.Image.thumbnail_buffer(each, 1280).copy_memory() for each in files]
    kinds: dict[str, Callable[[Any], bytes]] = {
        "webp_q75_effort2": lambda image: image.webpsave_buffer(Q=75, effort=2, keep="none"),
        "webp_q75_effort4": lambda image: image.webpsave_buffer(Q=75, effort=4, keep="none"),
        "avif_q36_effort0": lambda image: _avif(image, 0),
        "avif_q36_effort4": lambda image: _avif(image, 4),
    }
    told = {}
    for name, save in kinds.items():
        began = time.process_time()
        saved = [save(hero) for hero in heroes]
        told[name] = {
            "kilobytes": round(statistics.mean(len(each) for each in saved) / 1000, 1),
            "cpu_seconds": round((time.process_time() - began) / len(heroes), 2),
            "psnr_db": round(statistics.mean(map(_psnr, heroes, saved)), 1),
        }
    return told


def _avif(image: pyvips.Image, effort: int) -> bytes:
    made: bytes = image.heifsave_buffer(compression="av1", Q=36, effort=effort, keep="none")
    return made


def _psnr(image: pyvips.Image, saved: bytes) -> float:
    again: Any = pyvips.Image.new_from_buffer(saved, "")
    error: Any = (image - again).cast("float")
    mean: float = (error * error).avg()
    return 10 * math.log10(255 * 255 / max(mean, 1e-9))


if __name__ == "__main__":
    main()
