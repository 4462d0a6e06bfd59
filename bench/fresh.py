"""How long from a receipt until its change is searchable, alone and while two others push feeds.

And how long until a vehicle that was taken down has left search, facets and suggestions.
"""

import json
import statistics
import threading
import time
from collections.abc import Callable
from typing import Any

import httpx2

from bench import stock
from tests.house import House, served

SAMPLES = 100
OTHERS = 2
OTHERS_LISTINGS = 500
POLL_EVERY = 0.01  # seconds


def main() -> None:
    """Measure alone and beside others, and print."""
    with served(FEEDS_PER_MINUTE="1000000") as house:
        key = house.add_partner("Bench")
        vehicle = stock.listings(1, seed=99)[0]
        house.post(stock.feed("watched", [vehicle]), key).raise_for_status()
        told = {
            "measurement": "fresh",
            "samples": SAMPLES,
            "alone": waits(house, key, vehicle, range(SAMPLES)),
            "beside_others": beside_others(house, key, vehicle, range(SAMPLES, 2 * SAMPLES)),
        }
    print(json.dumps(told, indent=2), flush=True)


def waits(house: House, key: str, vehicle: dict[str, Any], numbers: range) -> dict[str, Any]:
    """Return how long changes and removals took."""
    changed = [one_change(house, key, vehicle["source_id"], n) for n in numbers]
    removed = [one_removal(house, key, vehicle, n) for n in numbers]
    return {"seconds_to_searchable": figures(changed), "seconds_to_gone": figures(removed)}


def beside_others(
    house: House, key: str, vehicle: dict[str, Any], numbers: range
) -> dict[str, Any]:
    """Return how long they took while others pushed without a pause."""
    stop = threading.Event()
    pushed: list[int] = []
    others = [
        threading.Thread(target=push_for_ever, args=(house, key, number, stop, pushed))
        for number in range(OTHERS)
    ]
    for other in others:
        other.start()
    began = time.monotonic()
    try:
        told = waits(house, key, vehicle, numbers)
    finally:
        stop.set()
        for other in others:
            other.join()
    assert len(pushed) > len(numbers), "the other clients did not push all the time"
    feeds = round(len(pushed) / (time.monotonic() - began), 1)
    return {"other_clients": OTHERS, "others_feeds_per_second": feeds, **told}


def figures(waits: list[float]) -> dict[str, float]:
    """Return the median, the 99th percentile and the longest."""
    waits = sorted(waits)
    return {
        "p50": round(statistics.median(waits), 3),
        "p99": round(waits[int(len(waits) * 0.99) - 1], 3),
        "max": round(waits[-1], 3),
    }


def one_change(house: House, key: str, source_id: str, number: int) -> float:
    """Change a price, and return the seconds from the receipt until search finds it."""
    price = 1_000_000 + number
    change = [{"source_id": source_id, "price": price}]
    response = house.post(stock.feed("watched", change, mode="partial"), key)
    assert response.status_code == 202, response.text
    assert response.json()["feed"]["accepted"] == 1, response.text
    return seconds_until(
        lambda: house.get("/api/v1/search", price_min=price, price_max=price).json()["total"]
    )


def one_removal(house: House, key: str, like: dict[str, Any], number: int) -> float:
    """Take a vehicle of a make of its own down, and return the seconds until nothing shows it."""
    make = f"Goner {number}"
    vehicle = {**like, "source_id": make, "make": make, "registration": mark(number)}
    house.post(stock.feed("watched", [vehicle], mode="partial"), key).raise_for_status()
    seconds_until(lambda: shown(house, make))
    gone = [{"source_id": make, "delete": True}]
    response = house.post(stock.feed("watched", gone, mode="partial"), key)
    assert response.json()["deleted_count"] == 1, response.text
    return seconds_until(lambda: not shown(house, make))


def mark(number: int) -> str:
    """Return a registration that no other has."""
    letters = "ABCDEFGH"
    return f"GO21 {letters[number % 8]}{letters[number // 8 % 8]}{letters[number // 64]}"


def shown(house: House, make: str) -> bool:
    """Whether search, facets or suggestions show a make."""
    found = house.get("/api/v1/search", make=make).json()
    counted = house.get("/api/v1/search").json()["facets"]["make"]
    suggested = house.get("/api/v1/search/suggest", q=make).json()["suggestions"]
    return bool(
        found["total"]
        or any(each["value"] == make for each in counted)
        or any(each["text"] == make for each in suggested)
    )


def seconds_until(condition: Callable[[], object]) -> float:
    """Return how long it takes until something is so."""
    began = time.perf_counter()
    while not condition():
        assert time.perf_counter() - began < 30, "not so after 30 s"
        time.sleep(POLL_EVERY)
    return time.perf_counter() - began


def push_for_ever(
    house: House, key: str, number: int, stop: threading.Event, pushed: list[int]
) -> None:
    """Push 500-listing feeds of another dealer, a fifth of the prices changed each time."""
    base = stock.listings(OTHERS_LISTINGS, seed=10 + number)
    with httpx2.Client(base_url=house.url, trust_env=False, timeout=60) as client:
        headers = {"X-Dealer-Api-Key": key, "Content-Type": "application/json"}
        turn = 0
        while not stop.is_set():
            turn += 1
            body = stock.feed(f"other-{number}", stock.repriced(base, 0.2, turn))
            client.post("/api/v1/stock", content=body, headers=headers).raise_for_status()
            pushed.append(1)


if __name__ == "__main__":
    main()
