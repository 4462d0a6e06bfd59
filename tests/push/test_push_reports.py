"""What a partner may ask: feeds and their progress, dealers, listings, page by page."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

from tests.house import House
from tests.push.shop import Shop, car, new_shop, registration, rows


def at(text: str) -> datetime:
    """Return a time of the API."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def pages(house: House, key: str, first: str) -> list[list[dict[str, Any]]]:
    """Return all pages from the first one on, through `next`."""
    found, address = [], first
    while address is not None:
        answer = house.http.get(address, headers={"X-Dealer-Api-Key": key})
        assert answer.status_code == 200, answer.text
        told = answer.json()
        assert set(told) == {"items", "next"}
        found.append(told["items"])
        address = told["next"]
        assert address is None or address.startswith(house.url)
    return found


def test_a_feed_is_complete_once_it_is_searchable(shop: Shop) -> None:
    receipt = shop.full(car(1), car(2), car(3, price=0))
    status = shop.house.settled(shop.key, receipt["sync_id"])
    expected = receipt | {
        "status": "complete",
        "created": 2,
        "updated": 0,
        "unchanged": 0,
        "images": {
            "total": 0,
            "done": 0,
            "failed": 0,
            "failures": [],
            "warnings": [],
            "warnings_total": 0,
        },
        "descriptions": {"total": 0, "done": 0, "failed": 0},
    }
    assert status == expected
    slug = shop.profile()["slug"]
    assert shop.house.get("/api/v1/search", dealer=slug).json()["total"] == 2


def test_a_feed_that_changes_nothing_is_complete_at_once(shop: Shop) -> None:
    shop.full(car(1))
    receipt = shop.full(car(1))
    assert shop.get(f"/stock/{receipt['sync_id']}").json()["status"] == "complete"


def test_feeds_are_listed_the_newest_first_and_by_dealer(shop: Shop) -> None:
    other = new_shop(shop.house, shop.key)
    ids = [shop.full(car(1))["sync_id"], shop.partial({"source_id": "V1", "price": 1})["sync_id"]]
    other.full()
    items = shop.get("/stock", dealer=shop.id).json()["items"]
    assert [each["sync_id"] for each in items] == ids[::-1]
    newest = items[0]
    assert {name: newest[name] for name in newest if name not in ("status", "timestamp")} == {
        "sync_id": ids[1], "partner_dealer_id": shop.id, "mode": "partial", "received": 1,
        "accepted": 1, "skipped": 0, "removed": 0, "held": 0, "created": 0, "updated": 1,
        "unchanged": 0,
    }  # fmt: skip
    assert newest["status"] in ("accepted", "complete")
    assert shop.get("/stock", limit=1).json()["items"][0]["partner_dealer_id"] == other.id


@pytest.mark.parametrize("limit", [1, 2, 3, 7])
def test_feeds_are_paged_through_next(shop: Shop, limit: int) -> None:
    ids = [shop.partial()["sync_id"] for _ in range(7)]
    found = pages(shop.house, shop.key, f"/api/v1/stock?dealer={shop.id}&limit={limit}")
    assert [len(page) for page in found[:-1]] == [limit] * (len(found) - 1)
    assert found[-1] != []
    assert [each["sync_id"] for page in found for each in page] == ids[::-1]


def test_dealers_are_listed_with_their_live_stock_and_paged(house: House) -> None:
    key = house.add_partner("A partner of many dealers")
    names = ["A 1", "A-1", "a/b?c=d&e", "B#", "Ärger", "zz"]
    for size, name in enumerate(names):
        Shop(house, key, quote(name, safe="")).house.post(
            {
                "mode": "full_replace",
                "dealer": {"partner_dealer_id": name, "name": f"Dealer {name}"},
                "listings": [car(n) for n in range(size)],
            },
            key,
        )
    for limit in (1, 2, 6):
        found = [
            each for page in pages(house, key, f"/api/v1/dealers?limit={limit}") for each in page
        ]
        assert sorted(each["partner_dealer_id"] for each in found) == sorted(names)
        assert {each["partner_dealer_id"]: each["live"] for each in found} == {
            name: size for size, name in enumerate(names)
        }
    assert set(found[0]) == {
        "partner_dealer_id", "slug", "url", "name", "location", "region", "live",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["17", "a b", "a/b", "a%2Fb", "ä?#&=", "100%", "D.1"])
def test_a_dealer_is_found_by_its_id_whatever_is_in_it(house: House, alice: str, name: str) -> None:
    shop = Shop(house, alice, quote(name, safe=""))
    feed = {"dealer": {"partner_dealer_id": name}, "listings": [car(1), car(2)]}
    assert house.post(feed, alice).status_code == 202
    assert shop.profile()["partner_dealer_id"] == name
    assert shop.live() == ["V1", "V2"]
    found = pages(house, alice, f"/api/v1/dealers/{shop.id}/listings?limit=1")
    assert [len(page) for page in found] == [1, 1]


def test_a_numeric_dealer_id_becomes_text_and_text_is_trimmed(shop: Shop) -> None:
    for sent in (170_000 + int(shop.id.split("-")[1]), f" {170_000 + int(shop.id.split('-')[1])} "):
        feed = {"dealer": {"partner_dealer_id": sent}, "listings": [car(1)]}
        receipt = shop.house.post(feed, shop.key).json()
    assert receipt["dealer"]["partner_dealer_id"] == str(sent).strip()
    assert receipt["dealer"]["live"] == 1


def test_a_dealer_is_told_with_its_profile(shop: Shop) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    shop.full(
        car(1),
        name="Brown & Sons",
        address_line_1="1 High Street",
        town="Leeds",
        postcode="ls1 4dy",
        phone="0113 496 0000",
        email="sales@brown.example",
        website="https://www.brown.example",
    )
    told = shop.profile()
    assert before <= at(told.pop("full_feed_at")) <= datetime.now(UTC)
    slug = told.pop("slug")
    assert slug.startswith("brown-sons")
    assert told == {
        "partner_dealer_id": shop.id,
        "url": f"{shop.house.url}/dealers/{slug}",
        "name": "Brown & Sons",
        "location": "Leeds",
        "region": "Yorkshire and The Humber",
        "live": 1,
        "address": "1 High Street, Leeds",
        "postcode": "LS1 4DY",
        "phone": "0113 496 0000",
        "email": "sales@brown.example",
        "website": "https://www.brown.example",
    }


def test_listings_tell_their_standing(shop: Shop) -> None:
    shop.full(car(1), car(2, vin="bad"))
    shop.partial({"source_id": "V1", "delete": True})
    gone, live = shop.listings()
    assert set(live) == {
        "source_id", "registration", "status", "held", "url", "refreshed_at", "expires_at",
        "warnings",
    }  # fmt: skip
    assert (gone["source_id"], gone["status"], gone["expires_at"]) == ("V1", "removed", None)
    assert (live["source_id"], live["status"]) == ("V2", "live")
    assert live["registration"] == registration(2)
    assert live["held"] is False
    assert live["url"].startswith(f"{shop.house.url}/cars/bmw/3-series/")
    assert [each["field"] for each in live["warnings"]] == ["vin"]
    lasts = at(live["expires_at"]) - at(live["refreshed_at"])
    assert lasts == timedelta(hours=24, minutes=30)


def test_listings_are_filtered_by_status_and_paged(shop: Shop) -> None:
    shop.full(*(car(n) for n in range(5)))
    shop.partial(*({"source_id": f"V{n}", "delete": True} for n in (1, 3)))
    path = f"/api/v1/dealers/{shop.id}/listings"
    for status, expected in (
        ("live", ["V0", "V2", "V4"]),
        ("removed", ["V1", "V3"]),
        ("expired", []),
    ):
        found = pages(shop.house, shop.key, f"{path}?status={status}&limit=2")
        assert [each["source_id"] for page in found for each in page] == expected
    assert len(pages(shop.house, shop.key, f"{path}?limit=2")) == 3
    assert len(pages(shop.house, shop.key, f"{path}?limit=5")) == 1


def age(shop: Shop) -> None:
    """Let all feeds of the dealer have come three hours earlier."""
    for statement in (
        "UPDATE dealers_dealer SET full_feed_at = full_feed_at - interval '3 hours'"
        " WHERE partner_dealer_id = %s",
        "UPDATE stock_listing SET refreshed_at = refreshed_at - interval '3 hours' WHERE dealer_id"
        " = (SELECT id FROM dealers_dealer WHERE partner_dealer_id = %s)",
    ):
        rows(shop.house, statement, shop.id)


def refreshed(shop: Shop) -> dict[str, datetime]:
    """Return when each listing was refreshed, by source_id."""
    return {each["source_id"]: at(each["refreshed_at"]) for each in shop.listings()}


def test_a_full_feed_refreshes_all_that_it_takes_and_a_partial_what_it_names(shop: Shop) -> None:
    shop.full(car(1), car(2))
    age(shop)
    old = refreshed(shop)
    assert all(datetime.now(UTC) - each > timedelta(hours=2) for each in old.values())

    shop.partial({"source_id": "V1"})
    assert refreshed(shop)["V1"] > old["V1"]
    assert refreshed(shop)["V2"] == old["V2"]

    shop.full(car(1), car(2))
    assert refreshed(shop)["V2"] > old["V2"]


def test_a_skipped_listing_is_not_refreshed_by_a_full_feed(shop: Shop) -> None:
    shop.full(car(1), car(2))
    age(shop)
    old = refreshed(shop)
    shop.full(car(1, price=0), car(2))
    assert refreshed(shop)["V1"] == old["V1"]
    assert refreshed(shop)["V2"] > old["V2"]
    shop.full(car(1), car(2))
    assert refreshed(shop)["V1"] > old["V1"]


def test_the_addresses_of_next_are_those_of_the_public_url(shop: Shop) -> None:
    shop.partial()
    shop.partial()
    address = urlsplit(shop.get("/stock", dealer=shop.id, limit=1).json()["next"])
    assert f"{address.scheme}://{address.netloc}" == shop.house.url
    assert address.path == "/api/v1/stock"
