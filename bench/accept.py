"""How long a feed of 5,000 listings takes from its first byte sent to its receipt.

Beside it, in the same run: the floor (`orjson.loads` of the body, then writing and fsyncing the
same bytes) and a plain Django `update_or_create` for each listing.
"""

import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from typing import Any

import orjson

from bench import stock
from tests.house import House, served

LISTINGS = 5_000
ROUNDS = 9


def main() -> None:
    """Measure and print."""
    base = stock.listings(LISTINGS)
    body = stock.feed("measured", base)
    with served(FEEDS_PER_MINUTE="1000000") as house:
        key = house.add_partner("Bench")
        for turn in range(2):  # warm up
            post(house, key, stock.feed(f"warm-{turn}", base))
        post(house, key, body)
        rounds = [one_round(house, key, base, body, turn) for turn in range(ROUNDS)]
        naive = update_or_create(house, base)
    medians = {name: statistics.median(each[name] for each in rounds) for name in rounds[0]}
    floor = medians["floor"]
    told = {
        "measurement": "accept",
        "listings": LISTINGS,
        "megabytes": round(len(body) / 1e6, 2),
        "rounds": ROUNDS,
        "median_ms": {name: round(value * 1000, 1) for name, value in medians.items()},
        "times_floor": {
            name: round(medians[name] / floor, 2) for name in ("unchanged", "changed_5_percent")
        },
        "new_per_second": round(LISTINGS / medians["all_new"]),
        "update_or_create_ms": round(naive * 1000),
        "times_faster_than_update_or_create": round(naive / medians["all_new"], 1),
    }
    print(json.dumps(told, indent=2), flush=True)


def one_round(
    house: House, key: str, base: list[dict[str, Any]], body: bytes, turn: int
) -> dict[str, float]:
    """Measure each kind of feed once, side by side."""
    changed = stock.feed("measured", stock.repriced(base, 0.05, turn + 1))
    new = stock.feed(f"new-{turn}", stock.made_unique(base, f"n{turn}"))
    times = {
        "floor": timed(lambda: floor(body)),
        "unchanged": timed(lambda: post(house, key, body)),
        "changed_5_percent": timed(lambda: post(house, key, changed)),
        "all_new": timed(lambda: post(house, key, new)),
    }
    post(house, key, body)  # the prices as they were
    return times


def post(house: House, key: str, body: bytes) -> None:
    """Post a feed; everything in it must be accepted."""
    response = house.post(body, key)
    assert response.status_code == 202, response.text
    told = response.json()["feed"]
    assert told["accepted"] == told["received"] == LISTINGS, response.text[:500]


def floor(body: bytes) -> None:
    """Do what nobody can do without: read the JSON, and have the bytes on the disk."""
    orjson.loads(body)
    with tempfile.NamedTemporaryFile(dir=os.environ.get("CARSLINK_BENCH_DIR")) as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())


def timed(call: Callable[[], None]) -> float:
    """Return how many seconds a call takes."""
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def update_or_create(house: House, base: list[dict[str, Any]]) -> float:
    """Return how long the plain way takes: all new listings, one by one, in one transaction."""
    os.environ["DATABASE_URL"] = house.database_url
    os.environ["DJANGO_SETTINGS_MODULE"] = "carslink.node.settings"
    import django

    django.setup()
    from django.db import connection, transaction

    from carslink.dealers.models import Dealer
    from carslink.partners.models import Partner
    from carslink.stock import contract
    from carslink.stock.models import Listing

    checked = [contract.check(listing).values for listing in base]
    partner = Partner.objects.get(name="Bench")
    dealer = Dealer.objects.create(partner=partner, partner_dealer_id="plain", slug="plain")

    def plain() -> None:
        for values in checked:
            Listing.objects.update_or_create(
                dealer=dealer, source_id=values["source_id"], defaults=values
            )

    with transaction.atomic():
        seconds = timed(plain)
        transaction.set_rollback(True)
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]
    return seconds


if __name__ == "__main__":
    main()
