"""The demonstration market is plausible, repeatable and keeps to the contract."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from carslink.demo.market import MOST_PER_DEALER, Market, dealer_of, stock_of, stock_size
from carslink.demo.pictures import all_pictures
from carslink.demo.plan import MOST_DAYS, all_towns, plan_of

MARKET = Market(seed=7, dealers=300, vehicles=20_000)
SMALL = Market(seed=11, dealers=12, vehicles=400)


def every_listing(market: Market, day: int = 0) -> Iterator[dict[str, Any]]:
    for index in range(market.dealers):
        yield from stock_of(market, index, day)


@pytest.fixture(scope="module")
def listings() -> list[dict[str, Any]]:
    return list(every_listing(MARKET))


def digest(market: Market, day: int) -> str:
    feeds = [[dealer_of(market, n), stock_of(market, n, day)] for n in range(market.dealers)]
    return hashlib.sha256(json.dumps(feeds, sort_keys=True).encode()).hexdigest()


def test_the_same_seed_gives_the_same_bytes_on_every_machine() -> None:
    # Changed tables change these; nothing else may.
    assert digest(SMALL, 0) == "056e2dbfd4f1b6084d593a8cf5c2b26ee486db4c651186b3f117e8732a2f4eae"
    assert digest(SMALL, 30) == "37a74b5c678cff4d3bc50cafe3ad6610c9a10b227e3c0302414426a4623bed72"


def test_another_seed_gives_another_market() -> None:
    assert digest(Market(seed=12, dealers=12, vehicles=400), 0) != digest(SMALL, 0)


def test_dealers_may_be_asked_in_any_order() -> None:
    forwards = [stock_of(SMALL, index, 3) for index in range(SMALL.dealers)]
    plan_of.cache_clear()
    backwards = [stock_of(SMALL, index, 3) for index in reversed(range(SMALL.dealers))]
    assert forwards == backwards[::-1]


@pytest.mark.parametrize(
    ("dealers", "vehicles"), [(1, 0), (1, 5_000), (7, 3), (40, 199_990), (13_000, 1_000_000)]
)
def test_the_dealers_stock_adds_up_to_the_vehicles_asked_for(dealers: int, vehicles: int) -> None:
    market = Market(seed=3, dealers=dealers, vehicles=vehicles)
    sizes = [stock_size(market, index) for index in range(dealers)]
    assert sum(sizes) == vehicles
    assert max(sizes) <= MOST_PER_DEALER


def test_a_few_dealers_are_much_larger_than_most() -> None:
    sizes = sorted(stock_size(MARKET, index) for index in range(MARKET.dealers))
    assert sizes[-1] > 3 * sizes[len(sizes) // 2]


@pytest.mark.parametrize(
    ("dealers", "vehicles", "words"),
    [
        (0, 10, "at least one dealer"),
        (1, 5_001, "at least 2 dealers"),
        (900, 1_000_001, "up to 1,000,000"),
    ],
)
def test_sizes_that_cannot_be_are_refused(dealers: int, vehicles: int, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Market(seed=1, dealers=dealers, vehicles=vehicles)


def test_there_is_no_dealer_beyond_the_last_and_no_day_beyond_a_year() -> None:
    with pytest.raises(IndexError, match="no dealer 12"):
        stock_of(SMALL, 12, 0)
    with pytest.raises(ValueError, match="not 366"):
        stock_of(SMALL, 0, MOST_DAYS + 1)


def test_no_two_vehicles_share_a_registration_or_a_vin(listings: list[dict[str, Any]]) -> None:
    assert len(listings) == 20_000
    assert len({listing["registration"] for listing in listings}) == 20_000
    assert len({listing["vin"] for listing in listings}) == 20_000


def test_a_new_vehicle_takes_no_mark_vin_or_source_id_of_one_that_was_sold() -> None:
    seen: dict[str, str] = {}
    for day in range(0, 120, 20):
        for index in range(SMALL.dealers):
            for listing in stock_of(SMALL, index, day):
                key = f"{index}/{listing['source_id']}"
                assert seen.setdefault(listing["registration"], key) == key
                assert seen.setdefault(listing["vin"], key) == key


def test_every_listing_has_what_the_contract_requires(listings: list[dict[str, Any]]) -> None:
    for listing in listings:
        assert listing["make"]
        assert listing["model"]
        assert 1983 <= listing["year"] <= 2026
        assert listing["price"] > 400
        assert listing["mileage"] >= 0
        assert 4 <= len(listing["images"]) == len(set(listing["images"])) <= 20
        if listing["vehicle_type"] in ("car", "van"):
            assert listing["body_type"]


def test_every_address_is_https_and_there_are_at_most_300_pictures(
    listings: list[dict[str, Any]],
) -> None:
    pictures = {url for listing in listings for url in listing["images"]}
    assert len(pictures) <= 300
    assert pictures <= set(all_pictures(MARKET.image_base))
    assert all(url.startswith("https://") for url in pictures)
    assert all(listing["listing_url"].startswith("https://www.") for listing in listings)


def test_facts_agree_with_one_another(listings: list[dict[str, Any]]) -> None:
    for listing in listings:
        assert ("engine_size" in listing) == (listing["fuel"] != "Electric")
        if listing["vehicle_type"] == "motorcycle":
            needed = listing["licence_category"]
            assert needed in ("A", "A1", "A2", "AM")
            if listing.get("engine_size", 0) > 125:
                assert needed in ("A", "A2")
        if listing["vehicle_type"] == "van":
            assert listing["van_type"]
            assert listing["payload_kg"] >= 300
        if listing["condition"] == "New":
            assert listing["mileage"] < 50
            assert listing["year"] == 2026


def test_older_cars_are_cheaper_and_have_run_further(listings: list[dict[str, Any]]) -> None:
    golfs = [listing for listing in listings if listing["model"] == "Golf"]
    young = [listing for listing in golfs if listing["year"] >= 2022]
    old = [listing for listing in golfs if listing["year"] <= 2014]

    def mean(cars: list[dict[str, Any]], field: str) -> float:
        return float(sum(car[field] for car in cars) / len(cars))

    assert mean(young, "price") > 2.5 * mean(old, "price")
    assert mean(old, "mileage") > 2.5 * mean(young, "mileage")


def test_about_one_description_in_twenty_is_missing_or_short(
    listings: list[dict[str, Any]],
) -> None:
    poor = sum(len(listing.get("description", "")) < 20 for listing in listings)
    assert 0.04 < poor / len(listings) < 0.06
    assert len({listing.get("description") for listing in listings}) > 15_000


@pytest.mark.parametrize("day", [1, 40, MOST_DAYS])
def test_a_day_sells_three_per_cent_and_changes_five_per_cent_of_prices(day: int) -> None:
    before, after = (
        {
            (index, listing["source_id"]): listing["price"]
            for index in range(100)
            for listing in stock_of(MARKET, index, when)
        }
        for when in (day - 1, day)
    )
    kept = before.keys() & after.keys()
    sold = len(before.keys() - after.keys()) / len(before)
    changed = [key for key in kept if before[key] != after[key]]
    assert len(before) == len(after)
    assert 0.023 < sold < 0.037
    assert 0.04 < len(changed) / len(kept) < 0.06
    cheaper = sum(after[key] < before[key] for key in changed)
    assert cheaper > 0.7 * len(changed)


def test_what_stays_keeps_all_but_its_price() -> None:
    def facts(day: int) -> dict[str, dict[str, Any]]:
        stock = stock_of(SMALL, 0, day)
        return {item["source_id"]: {**item, "price": None} for item in stock}

    monday, tuesday = facts(4), facts(5)
    stayed = monday.keys() & tuesday.keys()
    assert stayed
    assert all(monday[key] == tuesday[key] for key in stayed)


def test_faults_are_sown_only_when_asked_for() -> None:
    faulty = Market(seed=7, dealers=300, vehicles=20_000, faults=True)
    sound = list(every_listing(MARKET))
    spoilt = [a for a, b in zip(every_listing(faulty), sound, strict=True) if a != b]
    assert 60 <= len(spoilt) <= 150
    assert Counter(len(listing["images"]) for listing in spoilt)[2] > 0


def test_dealers_trade_from_real_towns_under_numbers_kept_for_drama() -> None:
    towns = {town.name: town for town in all_towns()}
    blocks = ("496 0", "498 0", "7946 0", "2018 0", "9649 6", "01632 960", "07700 900")
    for index in range(MARKET.dealers):
        dealer = dealer_of(MARKET, index)
        assert any(block in dealer["phone"] for block in blocks)
        assert dealer["website"].startswith("https://www.")
        assert dealer["website"].endswith(".example")
        assert dealer["email"].endswith(".example")
        assert dealer["town"] in towns
    assert len({dealer_of(MARKET, n)["partner_dealer_id"] for n in range(300)}) == 300


def test_the_towns_cover_the_kingdom() -> None:
    assert len({town.name for town in all_towns()}) >= 120
    areas = Counter(town.area for town in all_towns())
    assert set("ABCDEFGHKLMNOPRSVWYI") == set(areas)
    assert all(1 <= len(town.postcodes) <= 3 for town in all_towns())
