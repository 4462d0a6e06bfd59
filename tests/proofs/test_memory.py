"""The largest feed that the door takes leaves every process small."""

import gzip
import json
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx2
import psutil
import pytest

from tests.house import House, served

MOST = 650  # megabytes resident, of any one process
LISTINGS = 50_000
MEGABYTES = 64
LETTERS = "ABCDEFGHJKLMNOPRSTUVWXY"


@pytest.mark.slow
def test_no_process_grows_above_650_mb_while_the_largest_feed_is_accepted() -> None:
    with served() as house:
        key = house.add_partner("a large partner")
        other = house.add_partner("a partner whose feeds inflate")
        with watched(house) as peaks, crowd(house, other):
            for price in (9_000, 9_500):
                body = feed(price)
                began = time.monotonic()
                while (answer := house.post(body, key)).status_code == 429:
                    time.sleep(int(answer.headers["Retry-After"]))
                seconds = time.monotonic() - began
                assert answer.status_code == 202, answer.text
                assert answer.json()["feed"]["accepted"] == LISTINGS
                largest, _ = max(list(peaks.values()))
                say(f"{len(body) / 1e6:.1f} MB in {seconds:.1f} s, the largest {largest:.0f} MB")
            status = house.settled(key, answer.json()["sync_id"], seconds=240)
            assert status["updated"] == LISTINGS
    for megabytes, name in sorted(peaks.values(), reverse=True):
        say(f"{megabytes:7.1f} MB  {name}")
    assert [each for each in peaks.values() if each[0] > MOST] == []


@contextmanager
def crowd(house: House, key: str) -> Iterator[None]:
    """Have five more clients send bodies that are small on the wire, and large when inflated."""
    padding = b" " * (MEGABYTES * 1024 * 1024 - 1000)
    body = gzip.compress(
        b'{"dealer": {"partner_dealer_id": "2"}, "listings": [' + padding + b"]}", 1
    )
    headers = {"X-Dealer-Api-Key": key, "Content-Type": "application/json"}
    stop = threading.Event()
    answers: list[int] = []

    def send() -> None:
        with httpx2.Client(base_url=house.url, trust_env=False, timeout=120) as client:
            while not stop.is_set():
                answer = client.post(
                    "/api/v1/stock", content=body, headers={**headers, "Content-Encoding": "gzip"}
                )
                answers.append(answer.status_code)
                stop.wait(1)

    clients = [threading.Thread(target=send) for _ in range(5)]
    for client in clients:
        client.start()
    try:
        yield
    finally:
        stop.set()
        for client in clients:
            client.join()
    assert 202 in answers
    assert set(answers) <= {202, 429}


def say(line: str) -> None:
    """Show what was measured to whoever runs pytest with -s."""
    sys.stdout.write(f"{line}\n")


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
def watched(house: House) -> Iterator[dict[int, tuple[float, str]]]:
    """Yield each process's peak in megabytes and its name, whole when the block has ended."""
    peaks: dict[int, tuple[float, str]] = {}
    stop = threading.Event()

    def look() -> None:
        while not stop.wait(0.1):
            supervisor = psutil.Process(house.process.pid)
            for process in (supervisor, *supervisor.children(recursive=True)):
                with suppress(psutil.NoSuchProcess, FileNotFoundError, ProcessLookupError):
                    name = " ".join(process.cmdline()).strip()[-60:]
                    before = peaks.get(process.pid, (0.0, name))
                    peaks[process.pid] = max(before, (peak_of(process.pid), name))

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
