"""The search API over HTTP: its shapes, its refusals, and vehicles that are gone."""

import random
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from carslink.search.answers import GoneOut, SearchOut, VehicleOut
from carslink.search.filters import BOUND, LIST_FILTER
from carslink.search.query import KNOWN
from carslink.stock.models import Listing
from tests.search import made_stock

Follow = Callable[[], None]


@pytest.fixture
def listing(follow: Follow) -> Listing:
    (made,) = made_stock.add(made_stock.listing(made_stock.dealer(), 1))
    follow()
    return made


def test_the_answer_has_the_documented_shape(follow: Follow, client: Client) -> None:
    dice = random.Random(3)
    made_stock.add(*[made_stock.random_listing(made_stock.dealer(), n, dice) for n in range(50)])
    follow()
    answer = client.get("/api/v1/search?q=leeds&page_size=50")
    assert answer.status_code == 200
    SearchOut.model_validate(answer.json())
    assert answer.json()["total"] == len(answer.json()["results"]) == 50


def test_a_result_is_told_to_the_letter(listing: Listing, client: Client, settings: Any) -> None:
    settings.PUBLIC_URL = "https://carslink.example"
    answer = client.get("/api/v1/search?make=bmw").json()
    assert (answer["total"], answer["page"], answer["page_size"]) == (1, 1, 20)
    assert "understood" not in answer
    assert answer["results"] == [
        {
            "id": listing.pk,
            "url": f"https://carslink.example/cars/bmw/3-series/{listing.pk}",
            "title": "BMW 3 Series 320d M Sport",
            "vehicle_type": "car",
            "make": "BMW",
            "model": "3 Series",
            "variant": "320d M Sport",
            "year": 2021,
            "price": 28995,
            "mileage": 24500,
            "registration": "T000001",
            "fuel": "Diesel",
            "transmission": None,
            "colour": None,
            "body_type": "Saloon",
            "condition": None,
            "engine_size": None,
            "bike_type": None,
            "licence_category": None,
            "van_type": None,
            "roof_height": None,
            "load_length": None,
            "payload_kg": None,
            "load_volume_m3": None,
            "images": [f"https://images.example/1/{n}.jpg" for n in range(5)],
            "image_count": 6,
            "picture": None,
            "first_listed_at": "2026-01-05T09:00:00Z",
            "dealer": {
                "slug": "smith-motors",
                "name": "Smith Motors",
                "town": "Leeds",
                "region": "Yorkshire and The Humber",
                "lat": 53.79648,
                "lon": -1.54785,
            },
            "distance_miles": None,
        }
    ]
    assert answer["facets"]["make"] == [{"value": "BMW", "count": 1}]
    assert {"from": 25000, "to": 30000, "count": 1} in answer["facets"]["price"]


def test_prices_are_whole_where_there_are_no_pence(follow: Follow, client: Client) -> None:
    prices = (Decimal("5000.00"), Decimal("4999.99"))
    made_stock.add(
        *[made_stock.listing(made_stock.dealer(), n, price=p) for n, p in enumerate(prices)]
    )
    follow()
    body = client.get("/api/v1/search?sort=-price").content
    assert b'"price":5000,' in body
    assert b'"price":4999.99,' in body


def test_words_are_told_back(listing: Listing, client: Client) -> None:
    told = client.get("/api/v1/search?q=Zork+BMW").json()["understood"]
    assert (told["query"], told["filters"], told["keywords"]) == (
        "Zork BMW", {"make": ["BMW"]}, ["zork"],
    )  # fmt: skip


def test_a_search_asks_nothing_of_the_database(
    listing: Listing, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert client.get("/api/v1/search?q=diesel&sort=price").status_code == 200


def test_a_refusal_names_the_parameters(listing: Listing, client: Client) -> None:
    answer = client.get("/api/v1/search?colour=Sapphire&wheels=4")
    assert answer.status_code == 422
    assert [fault["field"] for fault in answer.json()["errors"]] == ["colour", "wheels"]


@pytest.mark.parametrize(
    "text",
    [
        "%00=1", "%ff%fe=1", "make=%ff", "q=%00", "q=%ed%a0%80", "q=" + "%F0%9F%9A%97" * 2000,
        "page=" + "9" * 5000, "price_min=1e9999999", "=", "&&&", "make", "exclude.=1",
        "&".join("fuel=Petrol" for _ in range(3000)), "year_min=2020&year_max=2019",
    ],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_no_query_string_is_a_server_error(listing: Listing, client: Client, text: str) -> None:
    assert client.get(f"/api/v1/search?{text}").status_code in (200, 422)
    assert client.get(f"/search?{text}").status_code in (200, 400)


def test_the_documentation_names_every_parameter_that_is_taken(client: Client) -> None:
    document = client.get("/api/v1/openapi.json").json()
    described = document["paths"]["/api/v1/search"]["get"]
    named = {each["name"]: each["schema"] for each in described["parameters"]}
    assert set(named) == KNOWN
    assert set(BOUND) | set(LIST_FILTER) < set(named)
    assert named["price_min"] == {"type": "number", "minimum": 0, "maximum": 100_000_000}
    assert "Plug-in Hybrid" in named["fuel"]["items"]["enum"]
    assert {"200", "422", "503"} <= set(described["responses"])
    span = document["components"]["schemas"]["SpanCount"]
    assert set(span["properties"]) == {"from", "to", "count"}


def test_without_an_index_the_answer_is_503(index_dir: object, client: Client) -> None:
    answer = client.get("/api/v1/search")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")


# --- One vehicle ------------------------------------------------------------------------------


def test_a_vehicle_is_told_with_all_that_is_public(
    listing: Listing, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        answer = client.get(f"/api/v1/vehicles/{listing.pk}")
    assert answer.status_code == 200
    told = VehicleOut.model_validate(answer.json())
    assert len(told.images) == told.image_count == 6
    assert told.picture is None
    assert told.dealer.name == "Smith Motors"
    assert told.refreshed_at == listing.refreshed_at
    assert b"SECRET" not in answer.content
    assert b"WBA8E9G50GNT12345" not in answer.content


def test_a_full_feed_of_its_dealer_refreshes_a_vehicle(listing: Listing, client: Client) -> None:
    dealer = listing.dealer
    dealer.full_feed_at = listing.refreshed_at + timedelta(hours=3)
    dealer.save()
    told = VehicleOut.model_validate(client.get(f"/api/v1/vehicles/{listing.pk}").json())
    assert told.refreshed_at == dealer.full_feed_at
    Listing.objects.update(left_out=True)
    told = VehicleOut.model_validate(client.get(f"/api/v1/vehicles/{listing.pk}").json())
    assert told.refreshed_at == listing.refreshed_at


def test_a_vehicle_taken_down_is_gone_at_once(listing: Listing, client: Client) -> None:
    made_stock.take_down(listing)  # the index has not heard of it
    answer = client.get(f"/api/v1/vehicles/{listing.pk}")
    assert answer.status_code == 410
    GoneOut.model_validate(answer.json())
    assert answer.json() == {
        "id": listing.pk,
        "status": "removed",
        "gone_at": "2026-01-05T09:00:00Z",
        "why": "sold or withdrawn by the dealer",
    }


@pytest.mark.parametrize("number", ["0", "-1", "999999999", str(2**63), "9" * 100])
def test_an_id_that_nothing_had_is_not_found(db: None, client: Client, number: str) -> None:
    answer = client.get(f"/api/v1/vehicles/{number}")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (404, "id")


@pytest.mark.parametrize("number", ["abc", "1.5", "%00", "1e5"])
def test_what_is_no_id_is_refused(db: None, client: Client, number: str) -> None:
    assert client.get(f"/api/v1/vehicles/{number}").status_code == 422
