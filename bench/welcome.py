"""10,000 new dealers created from feeds in one go, and each of them welcomed once."""

import collections
import json
import re
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2

from bench import stock
from tests.house import House, served
from tests.welcome.post_office import PostOffice, open_post_office, text_of

DEALERS = 10_000
GROUPS = 1_000
"""Dealers that share an e-mail address with nine others; the rest have one of their own."""

OF_A_GROUP = 10
CONNECTIONS = 4


def main() -> None:
    """Measure and print."""
    with (
        open_post_office(PostOffice) as office,
        served(
            SMTP_HOST="127.0.0.1",
            SMTP_PORT=str(office.port),
            SMTP_TLS="none",
            WELCOME_AFTER_MINUTES="1",
            FEEDS_PER_MINUTE="1000000",
            FEEDS_OF_A_PARTNER="9",
        ) as house,
    ):
        key = house.add_partner("Bench")
        began = time.monotonic()
        push_all(house, key)
        pushed = time.monotonic()
        letters = DEALERS - GROUPS + GROUPS // OF_A_GROUP
        while len(office.arrived) < letters and time.monotonic() - pushed < 900:
            time.sleep(0.5)
        last = time.monotonic()
        time.sleep(15)  # for one too many to arrive
        check_once(office)
    told = {
        "measurement": "welcome",
        "dealers": DEALERS,
        "letters": len(office.arrived),
        "feeds_per_second": round(DEALERS / (pushed - began)),
        "seconds_to_push_all": round(pushed - began, 1),
        "seconds_from_then_to_the_last_letter": round(last - pushed, 1),
        "welcomed_more_than_once": 0,
    }
    print(json.dumps(told, indent=2), flush=True)


def push_all(house: House, key: str) -> None:
    """Push the first feed of every dealer."""
    (vehicle,) = stock.listings(1)

    def push(number: int) -> None:
        address = f"group{number // OF_A_GROUP}" if number < GROUPS else f"dealer{number}"
        feed = {
            "mode": "full_replace",
            "dealer": {
                "partner_dealer_id": f"D{number}",
                "name": f"Measured Motors {number}",
                "postcode": "M1 2AB",
                "email": f"{address}@measured.example",
            },
            "listings": [vehicle],
        }
        headers = {"X-Dealer-Api-Key": key, "Content-Type": "application/json"}
        client.post("/api/v1/stock", json=feed, headers=headers).raise_for_status()

    with (
        httpx2.Client(base_url=house.url, trust_env=False, timeout=60) as client,
        ThreadPoolExecutor(CONNECTIONS) as pool,
    ):
        list(pool.map(push, range(DEALERS)))


def check_once(office: PostOffice) -> None:
    """Check that every dealer's page stands in exactly one letter."""
    named: collections.Counter[Any] = collections.Counter()
    for message in office.arrived:
        named.update(re.findall(r"/dealers/(\S+)", text_of(message)))
    assert len(named) == DEALERS, f"{DEALERS - len(named)} dealers were not welcomed"
    assert set(named.values()) == {1}, "some were welcomed twice"


if __name__ == "__main__":
    main()
