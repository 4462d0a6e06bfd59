"""A dealer under test: what its partner's system sends, and what the partner may ask about it."""

import itertools
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg

from tests.house import House

LETTERS = "ABCDEFGHJKLMNOPRSTUVWXY"  # of current registrations; without I, Q and Z
Receipt = dict[str, Any]

_numbers = itertools.count(1)


def registration(number: int) -> str:
    """Return one of 12,167 current registrations."""
    rest, last = divmod(number, len(LETTERS))
    first, middle = divmod(rest, len(LETTERS))
    return f"AB21{LETTERS[first]}{LETTERS[middle]}{LETTERS[last]}"


def images(number: int, count: int = 4) -> list[str]:
    """Return so many distinct image URLs."""
    return [f"https://images.example/{number}/{each}.jpg" for each in range(count)]


def car(number: int, **more: Any) -> dict[str, Any]:
    """Return a complete car that has nothing to warn of; `more` changes or adds fields."""
    return {
        "source_id": f"V{number}",
        "vehicle_type": "car",
        "make": "BMW",
        "model": "3 Series",
        "year": 2021,
        "price": 28995,
        "mileage": 24500,
        "registration": registration(number),
        "body_type": "Saloon",
        "images": images(number),
        **more,
    }


def van(number: int, **more: Any) -> dict[str, Any]:
    """Return a complete van."""
    return car(number) | {
        "vehicle_type": "van",
        "make": "Ford",
        "model": "Transit",
        "body_type": "Panel Van",
        **more,
    }


def motorcycle(number: int, **more: Any) -> dict[str, Any]:
    """Return a complete motorcycle."""
    bike = car(number) | {
        "vehicle_type": "motorcycle",
        "make": "Triumph",
        "model": "Street Triple",
        **more,
    }
    return {name: value for name, value in bike.items() if name != "body_type"}


def without(listing: dict[str, Any], *names: str) -> dict[str, Any]:
    """Return the listing without some of its fields."""
    return {name: value for name, value in listing.items() if name not in names}


def check_counts(receipt: Receipt) -> None:
    """Check that every entry of the batch is counted once, and told of where it must be."""
    feed = receipt["feed"]
    assert feed["received"] == (
        feed["accepted"] + feed["skipped"] + feed["deletes"] + feed["superseded"]
    )
    assert receipt["received_count"] == feed["received"]
    assert receipt["queued_count"] == feed["accepted"]
    assert len(receipt["skipped_listings"]) == feed["skipped"]
    assert receipt["deleted_count"] <= feed["deletes"]
    assert len(receipt["warnings"]) == min(1000, receipt["warnings_total"])


def check_refused(answer: Any, status: int, *fields: str) -> list[str]:
    """Check a refusal's status and shape and the fields it names; returns the reasons."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith("application/json")
    told = answer.json()
    assert set(told) == {"success", "status", "message", "errors", "timestamp"}
    assert told["success"] is False
    assert told["status"] == "rejected"
    assert told["message"]
    assert told["errors"]
    assert all(set(each) == {"field", "reason"} for each in told["errors"])
    at = datetime.strptime(told["timestamp"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert abs(datetime.now(UTC) - at) < timedelta(seconds=30)
    assert [each["field"] for each in told["errors"]] == list(fields)
    return [each["reason"] for each in told["errors"]]


@dataclass
class Shop:
    """A dealer of its own for one test, seen through the HTTP API with its partner's key."""

    house: House
    key: str
    id: str

    def feed(self, mode: str, *listings: Any, **dealer: Any) -> dict[str, Any]:
        """Return a feed of this dealer; `dealer` are fields of its profile."""
        return {
            "mode": mode,
            "dealer": {"partner_dealer_id": self.id, **dealer},
            "listings": list(listings),
        }

    def send(self, feed: Any, **headers: str) -> Receipt:
        """Post a feed that must be taken; returns its receipt, the counts of which add up."""
        answer = self.house.post(feed, self.key, **headers)
        assert answer.status_code == 202, answer.text
        receipt: Receipt = answer.json()
        check_counts(receipt)
        assert receipt["dealer"] is None or receipt["dealer"]["live"] == len(self.live())
        return receipt

    def full(self, *listings: Any, **dealer: Any) -> Receipt:
        """Post a full feed."""
        return self.send(self.feed("full_replace", *listings, **dealer))

    def partial(self, *listings: Any, **dealer: Any) -> Receipt:
        """Post a partial feed."""
        return self.send(self.feed("partial", *listings, **dealer))

    def get(self, path: str, **parameters: Any) -> Any:
        """Get a path of the API with the partner's key."""
        return self.house.get(f"/api/v1{path}", self.key, **parameters)

    def listings(self, **parameters: Any) -> list[dict[str, Any]]:
        """Return all listings of the dealer, whatever their standing."""
        answer = self.get(f"/dealers/{self.id}/listings", limit=100, **parameters)
        assert answer.status_code == 200, answer.text
        told = answer.json()
        assert told["next"] is None
        items: list[dict[str, Any]] = told["items"]
        return items

    def live(self) -> list[str]:
        """Return what is live, by source_id, or by registration where there is none."""
        return sorted(
            each["source_id"] or each["registration"] for each in self.listings(status="live")
        )

    def listing(self, source_id: str) -> dict[str, Any]:
        """Return the listing that has this source_id."""
        (found,) = [each for each in self.listings() if each["source_id"] == source_id]
        return found

    def vehicle_id(self, source_id: str) -> int:
        """Return the public id of a vehicle, from its address."""
        return int(self.listing(source_id)["url"].rsplit("/", 1)[1])

    def vehicle(self, source_id: str) -> dict[str, Any]:
        """Return what buyers' programs see of a live vehicle."""
        answer = self.house.get(f"/api/v1/vehicles/{self.vehicle_id(source_id)}")
        assert answer.status_code == 200, answer.text
        told: dict[str, Any] = answer.json()
        return told

    def profile(self) -> dict[str, Any]:
        """Return the dealer as its partner sees it."""
        answer = self.get(f"/dealers/{self.id}")
        assert answer.status_code == 200, answer.text
        told: dict[str, Any] = answer.json()
        return told


def new_shop(house: House, key: str) -> Shop:
    """Return a dealer that nobody has sent a feed of."""
    return Shop(house, key, f"DEALER-{next(_numbers)}")


def told_of(receipt: Receipt, field: str) -> list[str]:
    """Return the reasons of a receipt's warnings about one field."""
    return [each["reason"] for each in receipt["warnings"] if each["field"] == field]


def reasons(receipt: Receipt) -> list[str]:
    """Return why listings were skipped."""
    return [each["reason"] for each in receipt["skipped_listings"]]


def rows(house: House, statement: str, *parameters: Any) -> list[tuple[Any, ...]]:
    """Run a statement in the house's database and return its rows, if it gives any."""
    with psycopg.connect(house.database_url, autocommit=True) as connection:
        done = connection.execute(statement, parameters)  # type: ignore[call-overload]
        return [] if done.description is None else done.fetchall()


def stored(house: House, key: str) -> tuple[int, int, int, int]:
    """Return how many dealers, feeds, listings and remembered keys the key's partner has."""
    (counted,) = rows(
        house,
        """
        WITH mine AS (SELECT partner_id AS id FROM partners_apikey WHERE public_id = %s)
        SELECT (SELECT count(*) FROM dealers_dealer WHERE partner_id = mine.id),
               (SELECT count(*) FROM stock_feed f JOIN dealers_dealer d ON d.id = f.dealer_id
                WHERE d.partner_id = mine.id),
               (SELECT count(*) FROM stock_listing l JOIN dealers_dealer d ON d.id = l.dealer_id
                WHERE d.partner_id = mine.id),
               (SELECT count(*) FROM push_idempotencykey WHERE partner_id = mine.id)
        FROM mine
        """,
        key.split("_")[1],
    )
    return counted  # type: ignore[return-value]
