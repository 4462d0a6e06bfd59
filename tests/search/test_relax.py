"""Nothing found: what lies nearest, with how many; and vehicles that are like another."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from carslink.search import engine, relax, similar
from carslink.search.answers import SearchOut, SimilarOut
from carslink.search.query import parse
from tests.search import made_stock

Follow = Callable[[], None]


def told(text: str) -> list[tuple[str, int]]:
    """Return the relaxations of a question, each checked to find what it says."""
    query = parse(QueryDict(text))
    assert engine.count(query) == 0
    relaxed = relax.of(query)
    for each in relaxed:
        assert engine.count(each.query) == each.count > 0
        assert each.query != query
    return [(each.label, each.count) for each in relaxed]


@pytest.fixture
def stock(follow: Follow) -> None:
    leeds = made_stock.dealer()
    york = made_stock.dealer("York Cars", latitude=53.95763, longitude=-1.08271)
    made_stock.add(
        made_stock.listing(leeds, 1, price=Decimal(13_000), year=2018, fuel="Diesel"),
        made_stock.listing(leeds, 2, price=Decimal(16_000), year=2020, fuel="Petrol"),
        made_stock.listing(york, 3, price=Decimal(30_000), make="Ford", colour="Race Blue"),
    )
    follow()


def test_a_bound_moves_as_far_as_the_nearest_vehicle(stock: None) -> None:
    assert told("make=BMW&price_max=9000") == [
        ("Up to £15,000", 1),
        ("Without “Up to £9,000”", 2),
    ]
    assert told("make=BMW&year_min=2024")[0] == ("2020 or newer", 1)


def test_a_circle_widens_until_it_reaches_a_vehicle(stock: None) -> None:
    assert told("near=Leeds&miles=5&make=Ford") == [
        ("Within 30 miles of Leeds", 1),
        ("Without “Ford”", 2),
        ("Without “Within 5 miles of Leeds”", 1),
    ]


def test_one_thing_is_left_out_at_a_time_the_most_found_first(stock: None) -> None:
    assert told("make=BMW&colour=Blue") == [("Without “Blue”", 2), ("Without “BMW”", 1)]
    assert told("q=electric&make=BMW") == [("Without “electric”", 2)]
    assert sorted(told("make=BMW&exclude.fuel=Diesel&exclude.fuel=Petrol")) == [
        ("Without “not Diesel”", 1),
        ("Without “not Petrol”", 1),
    ]


def test_two_are_left_out_only_where_one_is_not_enough(stock: None) -> None:
    assert told("make=BMW&fuel=Electric&colour=Pink") == [("Without “Electric” and “Pink”", 2)]


def test_what_nobody_can_help_with_has_no_relaxation(follow: Follow, db: None) -> None:
    follow()
    assert told("make=BMW") == []


def test_the_api_tells_relaxations_where_nothing_is_found_alone(
    stock: None, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        nothing = client.get("/api/v1/search?make=BMW&colour=Blue").json()
    SearchOut.model_validate(nothing)
    assert nothing["relaxations"] == [
        {"label": "Without “Blue”", "query": "make=BMW", "count": 2},
        {"label": "Without “BMW”", "query": "colour=Blue", "count": 1},
    ]
    assert "relaxations" not in client.get("/api/v1/search?make=BMW").json()


# --- Similar vehicles -------------------------------------------------------------------------


def test_the_same_model_and_then_the_same_kind_at_the_same_price(
    follow: Follow, client: Client
) -> None:
    dealer = made_stock.dealer()
    more: dict[str, Any] = {"transmission": "Automatic", "condition": "Used"}
    one, twin, old, rival, dear, _ = made_stock.add(
        made_stock.listing(dealer, 1, **more),
        made_stock.listing(dealer, 2, **more, price=Decimal(27_000)),
        made_stock.listing(dealer, 3, year=2005, price=Decimal(1_500), mileage=150_000),
        made_stock.listing(dealer, 4, make="Audi", model="A4", price=Decimal(28_000)),
        made_stock.listing(dealer, 5, make="Audi", model="A8", price=Decimal(90_000)),
        made_stock.listing(dealer, 6, make="Ford", model="Focus", body_type="Hatchback"),
    )
    follow()
    assert [card["id"] for card in similar.of(one)] == [twin.pk, old.pk, rival.pk]
    assert [card["id"] for card in similar.of(one, 1)] == [twin.pk]
    assert dear.pk not in [card["id"] for card in similar.of(one)]


def test_the_api_tells_what_is_similar_to_a_vehicle_that_is_gone(
    follow: Follow, client: Client
) -> None:
    gone, left = made_stock.add(*[made_stock.listing(made_stock.dealer(), n) for n in (1, 2)])
    made_stock.take_down(gone)
    follow()
    told = client.get(f"/api/v1/vehicles/{gone.pk}/similar").json()
    SimilarOut.model_validate(told)
    assert [card["id"] for card in told["results"]] == [left.pk]
    assert told["results"][0]["url"].endswith(f"/cars/bmw/3-series/{left.pk}")
    assert client.get("/api/v1/vehicles/999999999/similar").status_code == 404
