"""Places in a question: what is one, what it is called, and what lies around it."""

from collections.abc import Callable

import pytest
from django.http import QueryDict
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from carslink.search import engine
from carslink.search.near import find
from carslink.search.query import Query, parse, parse_leniently
from tests.search import made_stock

Follow = Callable[[], None]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Leeds", "Leeds"),
        ("leeds", "Leeds"),
        ("ls14ap", "LS1 4AP"),
        ("cf10", "CF10"),
        ("M1 2AB", "M1 2AB"),  # no house has it yet: it is where M1 2 is
        ("m12ab", "M1 2AB"),
    ],
)
def test_a_place_has_one_label_that_finds_it_again(text: str, label: str) -> None:
    place = find(text)
    assert place is not None
    assert (place.label, place.miles) == (label, 30)
    assert find(place.label) == place


@pytest.mark.parametrize("text", ["Atlantis", "ZZ9 9ZZ", "", "x" * 200, "\x00", "12345"])
def test_what_is_no_place_is_none(text: str) -> None:
    assert find(text) is None


def test_pages_pass_over_a_place_that_is_none_and_a_sort_without_one() -> None:
    assert parse_leniently(QueryDict("near=Atlantis&sort=distance")) == Query()


def test_leaving_the_place_out_leaves_its_order_out() -> None:
    query = parse(QueryDict("near=Leeds&miles=10&sort=distance"))
    assert query.to_query_string() == "near=Leeds&miles=10&sort=distance"
    assert query.without("near") == Query()


def test_the_dealers_within_the_circle_are_the_filter(
    follow: Follow, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    leeds = made_stock.dealer()
    york = made_stock.dealer("York Cars", latitude=53.95763, longitude=-1.08271)
    cardiff = made_stock.dealer("Jones Vans", **made_stock.CARDIFF)
    nowhere = made_stock.dealer("Nowhere", latitude=None, longitude=None, region="")
    made = made_stock.add(
        *[made_stock.listing(each, n) for n, each in enumerate((cardiff, york, nowhere, leeds))]
    )
    follow()
    with django_assert_num_queries(0):
        found = client.get("/api/v1/search?near=Leeds&sort=distance").json()
    assert [card["id"] for card in found["results"]] == [made[3].pk, made[1].pk]
    assert [card["distance_miles"] for card in found["results"]] == [0, 22.0]
    assert found["facets"]["region"] == [{"value": "Yorkshire and The Humber", "count": 2}]
    closer = client.get("/api/v1/search?near=Leeds&miles=21").json()
    assert closer["total"] == 1
    assert client.get("/api/v1/search?region=Wales").json()["results"][0]["id"] == made[0].pk
    assert engine.search(Query()).total == 4


def test_two_records_of_one_business_are_each_where_they_stand(follow: Follow) -> None:
    shown = made_stock.dealer()
    other = made_stock.dealer("Branch", **made_stock.CARDIFF)
    other.shown_with = shown
    other.save()
    here, there = made_stock.add(made_stock.listing(shown, 1), made_stock.listing(other, 2))
    follow()
    near = find("Cardiff")
    assert [card["id"] for card in engine.search(Query(near=near)).results] == [there.pk]
    both = engine.search(Query(filters=(("dealer", (shown.slug,)),))).results
    assert {card["id"] for card in both} == {here.pk, there.pk}
