"""The largest feed that the door takes leaves every process small."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from tests.house import House, served

MOST = 650  # megabytes resident, of any one process
LISTINGS = 50_000
MEGABYTES = 64
LETTERS = "ABCDEFGHJKLMNOPRSTUVWXY"


def test_no_process_grows_above_650_mb_while_the_largest_feed_is_accepted() -> None:
    with served() as house:
        key = house.add_partner("a large partner")
        with watched(house) as peaks:
            for price in (9_000, 9_500):
                body = feed(price)
                began = time.monotonic()
                answer = house.post(body, key)
                seconds = time.monotonic() - began
                assert answer.status_code == 202, answer.text
                assert answer.json()["feed"]["accepted"] == LISTINGS
                print(f"{len(body) / 1e6:.1f} MB accepted in {seconds:.1f} s")
            status = house.settled(key, answer.json()["sync_id"], seconds=60)
            assert status["updated"] == LISTINGS
    for name, megabytes in sorted(peaks.items(), key=lambda each: -each[1]):
        print(f"{megabytes:7.1f} MB  {name}")
    assert {name: peak for name, peak in peaks.items() if peak > MOST} == {}


def feed(price: int) -> bytes:
    """Return a full feed of 64 MB."""
    listings = [listing(number, price) for number in range(LISTINGS)]
    whole = {"mode": "full_replace", "dealer": {"partner_dealer_id": "1"}, "listings": listings}
    body = json.dumps(whole, separators=(",", ":")).encode()
    assert 0.98 * MEGABYTES * 1e6 < len(body) <= MEGABYTES * 1024 * 1024
    return body


def listing(number: int, price: int) -> dict[str, object]:
    """Return a listing of about 1,280 bytes."""
    rest, first = divmod(number, 23)
    rest, second = divmod(rest, 23)
    serial = LETTERS[rest // 23 % 23] + LETTERS[second] + LETTERS[first]
    return {
        "source_id": f"vehicle-{number:06}",
        "registration": f"A{LETTERS[rest % 23]}{21 + rest // 529} {serial}",
        "make": "BMW",
        "model": "3 Series",
        "variant": "320d M Sport",
        "year": 2021,
        "price": price + number % 100,
        "mileage": 24_500,
        "fuel": "Diesel",
        "transmission": "Automatic",
        "colour": "Black Sapphire",
        "body_type": "Saloon",
        "images": [
            f"https://images.example/stock/{number:06}/photograph-{each:02}.jpg"
            for each in range(10)
        ],
        "listing_url": f"https://www.example/vehicles/{number:06}",
        "description": f"Number {number}. " + "One owner, full history. " * 15,
    }


@contextmanager
def watched(house: House) -> Iterator[dict[str, float]]:
    """Yield the peak of each process of a house in megabytes, whole when the block has ended."""
    peaks: dict[str, float] = {}
    stop = threading.Event()

    def look() -> None:
        while not stop.wait(0.1):
            supervisor = psutil.Process(house.process.pid)
            for process in (supervisor, *supervisor.children(recursive=True)):
                with suppress(psutil.NoSuchProcess, FileNotFoundError, ProcessLookupError):
                    name = f"{process.pid} {' '.join(process.cmdline())[-60:]}"
                    peaks[name] = max(peaks.get(name, 0), peak_of(process.pid))

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield peaks
    finally:
        stop.set()
        watcher.join()


def peak_of(process: int) -> float:
    """Return the most memory that a process has had resident, in megabytes (proc(5), VmHWM)."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024 / 1e6
    return 0.0
