"""Suggestions as one types: what begins so, with exact counts, and nothing that is gone."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from carslink.search import within
from carslink.search.answers import SuggestionsOut
from carslink.search.suggest import suggest
from carslink.stock.models import Listing
from tests.search import made_stock

Follow = Callable[[], None]


@pytest.fixture
def stock(follow: Follow) -> list[Listing]:
    leeds = made_stock.dealer()
    cardiff = made_stock.dealer("Jones Vans", **made_stock.CARDIFF)
    golf: dict[str, Any] = {"make": "Volkswagen", "model": "Golf", "fuel": "Petrol"}
    made = made_stock.add(
        made_stock.listing(leeds, 1, **golf, variant="2.0 TSI GTI"),
        made_stock.listing(leeds, 2, **golf, variant="1.4 gti"),
        made_stock.listing(cardiff, 3, **golf, variant="2.0 TSI GTI"),
        made_stock.listing(cardiff, 4, make="Volvo", model="V60", variant="T8", fuel="Diesel"),
        made_stock.listing(leeds, 5, make="Citroën", model="C3", variant=None, fuel=None),
    )
    follow()
    return made


def told(text: str) -> list[tuple[str, str, int]]:
    return [(each.text, each.kind, each.count) for each in suggest(text)]


def test_makes_come_before_models_and_the_frequent_before_the_rare(stock: list[Listing]) -> None:
    assert told("vo") == [
        ("Volkswagen", "make", 3),
        ("Volvo", "make", 1),
        ("Volkswagen Golf", "model", 3),
        ("Volvo V60", "model", 1),
    ]


def test_a_suggestion_carries_the_parameters_of_its_search(
    stock: list[Listing], client: Client
) -> None:
    assert [each.filters for each in suggest("golf")] == [
        {"make": ["Volkswagen"], "model": ["Golf"]}
    ]
    for typed in ("vo", "gt", "pet", "lee", "golf g", "vw golf", "diesel vol"):
        for each in suggest(typed):
            found = client.get("/api/v1/search", each.filters).json()["total"]
            assert found == each.count > 0, (typed, each)


def test_words_of_variants_are_suggested_as_they_are_mostly_spelled(stock: list[Listing]) -> None:
    assert told("gt") == [("GTI", "word", 3)]
    assert suggest("gt")[0].filters == {"variant": "GTI"}


def test_words_that_many_vehicles_have_are_counted_alike(
    stock: list[Listing], follow: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(within, "_MANY", 0)
    assert told("gt") == [("GTI", "word", 3)]
    assert told("golf gti ts") == [("golf gti TSI", "word", 2)]
    made_stock.take_down(stock[0])
    follow()
    assert told("gt") == [("GTI", "word", 2)]


def test_values_of_filters_are_suggested(stock: list[Listing]) -> None:
    assert told("pet") == [("Petrol", "value", 3)]
    assert suggest("pet")[0].filters == {"fuel": ["Petrol"]}
    assert told("electr") == []  # nobody has one


def test_places_count_what_is_around_them(stock: list[Listing]) -> None:
    leeds = suggest("leeds")[0]
    assert (leeds.text, leeds.kind, leeds.count) == ("Leeds", "place", 3)
    assert leeds.filters == {"near": "Leeds"}
    assert told("inverness") == []  # no dealer is within 30 miles


def test_outward_codes_are_places(stock: list[Listing]) -> None:
    assert told("ls1")[0] == ("LS1", "place", 3)
    assert suggest("ls1")[0].filters == {"near": "LS1"}
    assert ("LS10", "place", 3) in told("ls1")
    assert told("golf near cf10") == [("golf near CF10", "place", 1)]
    assert told("iv1") == []


def test_accents_and_case_do_not_matter(stock: list[Listing]) -> None:
    assert told("CITRO")[0] == ("Citroën", "make", 1)
    assert told("citroën c")[0] == ("Citroën C3", "model", 1)


def test_other_names_of_makes_are_understood(stock: list[Listing]) -> None:
    assert told("vw g")[0] == ("Volkswagen Golf", "model", 3)


@pytest.mark.parametrize(
    ("typed", "model"),
    [
        ("mx5", "MX-5"),
        ("mazda mx5", "MX-5"),
        ("crv", "CR-V"),
        ("id3", "ID.3"),
        ("mazda 3", "Mazda3"),
        ("evoq", "Range Rover Evoque"),
        ("picasso", "C4 Picasso"),
        ("gla", "GLA"),
        ("mercedes gla class", "GLA"),
        ("xf seri", "XF"),
        ("miat", "MX-5"),
    ],
)
def test_models_are_suggested_as_people_write_them(follow: Follow, typed: str, model: str) -> None:
    names = {"MX-5": "Mazda", "CR-V": "Honda", "ID.3": "Volkswagen", "Mazda3": "Mazda",
             "Range Rover Evoque": "Land Rover", "C4 Picasso": "Citroen", "GLA": "Mercedes-Benz",
             "XF": "Jaguar", "323": "Mazda"}  # fmt: skip
    dealer = made_stock.dealer()
    for at, (name, make) in enumerate(names.items()):
        made_stock.add(made_stock.listing(dealer, at, make=make, model=name, variant=None))
    follow()
    suggested = [each.filters["model"] for each in suggest(typed) if each.kind == "model"]
    assert [model] in suggested


def test_gla_class_is_the_gla_and_not_the_gl_class_that_is_one_letter_from_it(
    follow: Follow,
) -> None:
    dealer = made_stock.dealer()
    for at, model in enumerate(("GLA", "GL-Class")):
        made_stock.add(made_stock.listing(dealer, at, make="Mercedes-Benz", model=model))
    follow()
    for typed in ("gla cla", "gla class", "mercedes gla class"):
        assert [each.text for each in suggest(typed)] == ["Mercedes-Benz GLA"]
    assert [each.text for each in suggest("gl class")] == ["Mercedes-Benz GL-Class"]


def test_a_letter_after_a_name_is_not_taken_for_what_the_dvla_adds(stock: list[Listing]) -> None:
    assert told("golf seri") == [("Volkswagen Golf", "model", 3)]
    assert told("golf s")[0] == ("golf Saloon", "value", 3)  # and not a Golf alone


def test_makes_are_suggested_as_people_call_them(stock: list[Listing]) -> None:
    assert told("vd")[0] == ("Volkswagen", "make", 3)


def test_words_before_stay_and_narrow_the_count(stock: list[Listing]) -> None:
    assert told("diesel vol") == [("diesel Volvo", "make", 1), ("diesel Volvo V60", "model", 1)]
    assert suggest("diesel vol")[0].filters == {"q": "diesel", "make": ["Volvo"]}


def test_words_before_are_understood(stock: list[Listing]) -> None:
    assert told("golf near lee")[0] == ("golf near Leeds", "place", 2)
    assert suggest("golf near lee")[0].filters == {"q": "golf", "near": "Leeds"}
    assert suggest("golf within 20 miles of lee")[0].filters == {
        "q": "golf within 20 miles of", "near": "Leeds", "miles": "20",
    }  # fmt: skip
    assert told("cheap vol")[0] == ("cheap Volkswagen", "make", 3)
    assert told("under 30k vol")[0] == ("under 30k Volkswagen", "make", 3)
    assert told("under 10k vol") == []
    assert told("petrol vol")[0] == ("petrol Volkswagen", "make", 3)
    assert told("petrol or diesel volv")[0] == ("petrol or diesel Volvo", "make", 1)
    assert told("golf gti ts") == [("golf gti TSI", "word", 2)]
    assert suggest("golf gti ts")[0].filters == {"q": "golf gti", "variant": "gti TSI"}
    assert told("golf volv") == []


def test_behind_an_or_one_more_value_is_suggested(follow: Follow, client: Client) -> None:
    dealer = made_stock.dealer()
    for at, (colour, fuel) in enumerate(
        (("Black", "Petrol"), ("Black", "Diesel"), ("White", "Petrol"), ("Grey", "Diesel"))
    ):
        made_stock.add(made_stock.listing(dealer, at, colour=colour, fuel=fuel, variant="GTI"))
    follow()

    def values(text: str) -> list[tuple[str, int]]:
        suggested = [each for each in suggest(text) if each.kind == "value"]
        for each in suggested:
            found = client.get("/api/v1/search", each.filters).json()["total"]
            assert found == each.count, (text, each)
        return [(each.text, each.count) for each in suggested]

    assert values("black or wh") == [("black or White", 3)]
    assert suggest("black or wh")[0].filters == {"q": "black or", "colour": ["Black", "White"]}
    assert values("black or white or gr") == [("black or white or Grey", 4)]
    assert values("diesel gti black or gr") == [("diesel gti black or Grey", 2)]
    assert values("petrol or die") == [("petrol or Diesel", 4)]
    assert values("black or bl") == values("black or red") == []
    assert values("diesel black or wh") == []  # a white one has petrol


@pytest.mark.parametrize("text", ["not vol", "not bla", "no volvo or volk", "golf without pet"])
def test_what_is_not_wanted_is_not_suggested(stock: list[Listing], text: str) -> None:
    assert told(text) == []


def test_not_wanting_something_else_narrows_the_count(stock: list[Listing]) -> None:
    assert told("not diesel vol")[0] == ("not diesel Volkswagen", "make", 3)


def test_one_wrong_letter_is_forgiven_where_nothing_else_begins_so(stock: list[Listing]) -> None:
    for typed in ("gollf", "glof", "gokf", "volkswaggen golf", "diesel or petrol gollf"):
        assert [each.filters["model"] for each in suggest(typed)] == [["Golf"]], typed
    assert told("vilvo")[0] == ("Volvo", "make", 1)
    assert told("diesel vilvo")[0] == ("diesel Volvo", "make", 1)
    assert told("gixx") == told("golx") == told("glf") == []


def test_what_is_counted_is_what_the_search_finds(follow: Follow, client: Client) -> None:
    dice = random.Random(7)
    dealers = made_stock.dealer(), made_stock.dealer("Jones Vans", **made_stock.CARDIFF)
    made_stock.add(*[made_stock.random_listing(dealers[n % 2], n, dice) for n in range(300)])
    follow()
    before = ("", "diesel", "not black", "under 10k", "cheap", "towbar", "ford", "near leeds",
              "automatic or manual", "2019 or newer", "focus", "m sport", "van in",
              "with a")  # fmt: skip
    ends = ("f", "fo", "bm", "cit", "oct", "3", "pet", "whi", "man", "lee", "cf10", "spo",
            "eco")  # fmt: skip
    seen = 0
    for text in (f"{words} {end}" for words in before for end in ends):
        for each in suggest(text):
            found = client.get("/api/v1/search", {"page_size": 1, **each.filters}).json()
            assert found["total"] == each.count > 0, (text, each)
            seen += 1
    assert seen > 300


@pytest.mark.parametrize(
    "text", ["", " ", "!?", "\x00", "a\ud800", "zzzz", "x" * 5000, "\t\t", "v\t"]
)
def test_what_nothing_begins_with_suggests_nothing_and_breaks_nothing(
    stock: list[Listing], text: str
) -> None:
    assert all(each.count for each in suggest(text))


def test_what_is_taken_down_is_suggested_no_more(stock: list[Listing], follow: Follow) -> None:
    made_stock.take_down(stock[3])
    follow()
    assert told("volv") == []
    made_stock.take_down(stock[0])
    follow()
    assert told("golf") == [("Volkswagen Golf", "model", 2)]
    assert told("leeds")[0] == ("Leeds", "place", 2)


def test_what_came_and_went_between_two_commits_leaves_the_names_as_they_were(
    stock: list[Listing], follow: Follow
) -> None:
    before = told("vo")
    dealer = stock[0].dealer
    gone = made_stock.add(made_stock.listing(dealer, 6, make="Voisin", model="C27", variant="GTI"))
    follow()
    made_stock.take_down(*gone)
    follow()  # nobody has looked between
    assert told("vo") == before
    assert told("gti vo") == [("gti Volkswagen", "make", 3), ("gti Volkswagen Golf", "model", 3)]


def test_the_api_suggests_without_the_database(
    stock: list[Listing], client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for typed in ("v", "leeds", "gti", "diesel v"):
        with django_assert_num_queries(0):
            answer = client.get("/api/v1/search/suggest", {"q": typed})
        assert answer.status_code == 200
        assert SuggestionsOut.model_validate(answer.json()).suggestions
    assert client.get("/api/v1/search/suggest").json() == {"suggestions": []}
    too_long = client.get("/api/v1/search/suggest", {"q": "x" * 501})
    assert (too_long.status_code, too_long.json()["errors"][0]["field"]) == (422, "q")
