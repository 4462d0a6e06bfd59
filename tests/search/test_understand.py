"""Understanding over a real index: names from the stock, the join with filters, API and command."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from carslink.ai import chat
from carslink.search import understand, vocabulary
from carslink.search.answers import UnderstoodOut
from carslink.search.plain import remote
from carslink.search.query import Query, parse
from tests.ai.model import serving
from tests.search import made_stock

Follow = Callable[[], None]
TODAY = date(2026, 11, 25)


@pytest.fixture
def stock(follow: Follow) -> None:
    """A Golf, an estate of a make that nobody else knows, and a motorcycle."""
    dealer = made_stock.dealer()
    made_stock.add(
        made_stock.listing(dealer, 1, make="Volkswagen", model="Golf", variant="GTI",
                           body_type="Hatchback", fuel="Petrol", colour="Race Blue"),
        made_stock.listing(dealer, 2, make="Zorp", model="Wumble", variant="Flimmer 200",
                           body_type="Estate", fuel="Diesel", colour="Black",
                           description="Two keys and a towbar"),
        made_stock.listing(dealer, 3, make="Zorp", model="Wumble Grand", body_type="Estate",
                           fuel="Diesel", colour="White", price=9000),
        made_stock.listing(dealer, 4, vehicle_type="motorcycle", make="Brumm", model="B 600",
                           body_type=None, bike_type="Naked", fuel="Petrol"),
    )  # fmt: skip
    follow()


def meant(text: str) -> Query:
    return understand.meant(parse(QueryDict(text)))[0]


def test_makes_models_and_trims_are_those_of_the_stock(stock: None) -> None:
    told = understand.understand("black zorp wumble flimmer or golf gti", TODAY).told()
    assert told["filters"] == {
        "colour": ["Black"],
        "make": ["Zorp", "Volkswagen"],
        "model": ["Wumble", "Golf"],
        "variant": "flimmer gti",
    }
    assert understand.understand("wumbel", TODAY).filters == {"model": ["Wumble"], "make": ["Zorp"]}


def test_a_make_of_motorcycles_makes_the_sentence_one_of_motorcycles(stock: None) -> None:
    assert understand.understand("roadster brumm", TODAY).filters["bike_type"] == ["Naked"]
    assert understand.understand("roadster golf", TODAY).filters["body_type"] == ["Convertible"]


def test_new_stock_brings_new_names_and_stock_that_went_takes_them(
    stock: None, follow: Follow
) -> None:
    assert understand.understand("quibble", TODAY).keywords == ("quibble",)
    added = made_stock.add(made_stock.listing(made_stock.dealer(), 9, make="Zorp", model="Quibble"))
    follow()
    assert understand.understand("quibble", TODAY).filters["model"] == ["Quibble"]
    made_stock.take_down(*added)
    follow()
    assert understand.understand("quibble", TODAY).keywords == ("quibble",)


def test_an_odd_vehicle_spoils_no_words(stock: None, follow: Follow) -> None:
    made_stock.add(
        made_stock.listing(made_stock.dealer(), 9, make="Electric", model="In", variant=None)
    )
    follow()
    for text, wanted in (
        ("vans in the north west", {"vehicle_type": ["van"], "region": ["North West"]}),
        ("golf in black", {"model": ["Golf"], "make": ["Volkswagen"], "colour": ["Black"]}),
        ("golf in electric", {"model": ["Golf"], "make": ["Volkswagen"], "fuel": ["Electric"]}),
    ):
        assert understand.understand(text, TODAY).filters == wanted


def test_a_word_of_the_stock_does_not_vouch_for_a_slip_of_it(stock: None, follow: Follow) -> None:
    made_stock.add(
        *(
            made_stock.listing(made_stock.dealer(), number, description="A convertible, converted")
            for number in (9, 10, 11)
        )
    )
    follow()
    assert understand.understand("convertable", TODAY).filters == {"body_type": ["Convertible"]}


def test_a_large_stock_is_counted_beside_the_questions(
    stock: None, follow: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    understand.understand("golf", TODAY)
    monkeypatch.setattr(vocabulary, "SMALL", 0)
    monkeypatch.setattr(vocabulary, "PAUSE", 0.0)
    made_stock.add(made_stock.listing(made_stock.dealer(), 9, make="Zorp", model="Quibble"))
    follow()
    understand.understand("quibble", TODAY)  # asks for a count, and does not wait for it
    with vocabulary._counting:
        pass
    assert understand.understand("quibble", TODAY).filters["model"] == ["Quibble"]


# --- With the filters of the address --------------------------------------------------------------


def test_words_become_filters_and_what_is_left_stays_words(stock: None) -> None:
    query = meant("q=diesel+estate+under+20k+with+a+towbar,+not+white&page=2&page_size=5")
    assert query == Query(
        filters=(("body_type", ("Estate",)), ("fuel", ("Diesel",))),
        exclude=(("colour", ("White",)),),
        numbers=(("price_max", 2_000_000),),
        text="towbar",
        page=2,
        page_size=5,
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("q=diesel&fuel=Petrol", "fuel=Petrol"),
        ("q=not+diesel&fuel=Diesel", "fuel=Diesel"),
        ("q=not+diesel+or+electric&fuel=Diesel", "fuel=Diesel&exclude.fuel=Electric"),
        ("q=diesel+or+petrol&exclude.fuel=Diesel", "fuel=Petrol&exclude.fuel=Diesel"),
        ("q=under+10k&price_max=5000", "price_max=5000"),
        ("q=under+10k&price_min=5000", "price_min=5000&price_max=10000"),
        ("q=under+10k&price_min=15000", "price_min=15000"),
        ("q=cheapest&sort=-year", "sort=-year"),
        ("q=cheapest", "sort=price"),
        ("q=nearest", ""),
        ("q=golf+gti&variant=gtd", "make=Volkswagen&model=Golf&variant=gtd"),
        ("q=near+Leeds&near=York&miles=5", "near=York&miles=5"),
        ("q=within+20+miles+of+Leeds", "near=Leeds&miles=20"),
        ("q=within+20+miles+of+Leeds&miles=5", "near=Leeds&miles=5"),
        ("q=near+Leeds&sort=distance", "near=Leeds&sort=distance"),
        ("q=within+20+miles+of+Leeds&near=York", "near=York"),
        ("q=zorp&make=Volkswagen", "make=Volkswagen"),
    ],
)
def test_filters_win_over_what_words_say_of_the_same_thing(
    stock: None, text: str, wanted: str
) -> None:
    joined = meant(text)
    assert joined == parse(QueryDict(wanted))


def plates(text: str) -> list[str]:
    query = parse(QueryDict(text))
    told = understand.plates(query, understand.meant(query)[1])
    return [f"{'not ' if each.negated else ''}{each.label}" for each in told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("q=diesel+golf", ["Diesel", "Golf"]),
        ("q=diesel+golf&fuel=Petrol", ["Golf", "Petrol"]),
        ("q=diesel+golf&exclude.fuel=Diesel", ["Golf", "not Diesel"]),
        ("q=not+diesel+golf&fuel=Diesel", ["Golf", "Diesel"]),
        ("q=not+diesel+golf&exclude.fuel=Petrol", ["Golf", "not Petrol"]),
        ("q=golf+under+10k&price_max=5000", ["Golf", "Up to £5,000"]),
        ("q=golf+under+10k&price_min=20000", ["Golf", "From £20,000"]),
        ("q=golf+under+10k&price_min=2000", ["Golf", "Up to £10,000", "From £2,000"]),
        ("q=golf+gti&variant=gtd", ["Golf", "gtd"]),
        ("q=golf+near+Leeds&near=York", ["Golf", "Within 30 miles of York"]),
        ("q=golf+near+Leeds&miles=5", ["Golf", "Within 5 miles of Leeds"]),
        ("q=van+near+leeds+within+10+miles", ["Vans", "Within 10 miles of Leeds"]),
        ("q=van+within+10+miles&near=York", ["Vans", "Within 30 miles of York"]),
        ("q=cheapest+golf&sort=-year", ["Golf"]),
        ("q=golf+towbar&fuel=Petrol", ["Golf", "towbar", "Petrol"]),
    ],
)
def test_chips_tell_what_is_asked_and_nothing_that_the_address_overrides(
    stock: None, text: str, told: list[str]
) -> None:
    assert plates(text) == told


def test_a_place_goes_with_all_that_was_said_of_it(stock: None) -> None:
    query = parse(QueryDict("q=van+near+leeds+within+10+miles&miles=20&sort=distance"))
    place = understand.plates(query, understand.meant(query)[1])[1]
    assert (place.label, place.without) == ("Within 20 miles of Leeds", Query(text="van"))


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("q=golf&sort=distance", {"sort"}),
        ("q=golf&miles=10&sort=distance", {"miles", "sort"}),
        ("q=golf&miles=10", {"miles"}),
        ("q=golf+near+Leeds&miles=10&sort=distance", set()),
    ],
)
def test_a_place_in_the_words_will_do_for_a_radius_and_for_distance(
    stock: None, client: Client, address: str, fields: set[str]
) -> None:
    answer = client.get(f"/api/v1/search?{address}")
    assert {fault["field"] for fault in answer.json().get("errors", [])} == fields
    assert answer.status_code == (422 if fields else 200)


def test_wishes_order_and_leave_nothing_out(stock: None, client: Client) -> None:
    assert [wish.name for wish in meant("q=for+the+dogs").preferences] == ["body_type"]
    answer = client.get("/api/v1/search?q=for+the+dogs").json()
    assert answer["total"] == 4
    assert {result["body_type"] for result in answer["results"][:2]} == {"Estate"}


# --- The API and the command ----------------------------------------------------------------------


def test_the_api_tells_what_is_understood(
    stock: None, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        answer = client.get("/api/v1/search/understand", {"q": "Black Golf near Leeds, towbar"})
    assert answer.status_code == 200
    UnderstoodOut.model_validate(answer.json())
    told = answer.json()
    near = told.pop("near")
    assert (near["label"], near["miles"], round(near["lat"]), round(near["lon"])) == (
        "Leeds", 30, 54, -2,
    )  # fmt: skip
    assert told.pop("chips")[1] == {
        "kind": "model",
        "label": "Golf",
        "negated": False,
        "sets": {"model": ["Golf"], "make": ["Volkswagen"]},
        "text": "Golf",
        "without": "Black near Leeds, towbar",
    }
    assert told == {
        "query": "Black Golf near Leeds, towbar",
        "filters": {"colour": ["Black"], "model": ["Golf"], "make": ["Volkswagen"]},
        "exclude": {},
        "sort": None,
        "keywords": ["towbar"],
        "preferences": [],
    }


def test_a_search_says_what_it_understood(stock: None, client: Client) -> None:
    answer = client.get("/api/v1/search?q=diesel+zorp+not+white").json()
    assert [result["colour"] for result in answer["results"]] == ["Black"]
    asked_apart = client.get("/api/v1/search/understand?q=diesel+zorp+not+white").json()
    assert answer["understood"] == asked_apart


@pytest.mark.parametrize(
    ("text", "field"), [("q=golf&colour=Red", "colour"), ("q=" + "x" * 501, "q"), ("q=a&q=b", "q")]
)
def test_what_it_does_not_take_is_refused_by_name(
    stock: None, client: Client, text: str, field: str
) -> None:
    answer = client.get(f"/api/v1/search/understand?{text}")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)


def test_nothing_asked_is_nothing_understood(stock: None, client: Client) -> None:
    told = client.get("/api/v1/search/understand").json()
    assert (told["filters"], told["keywords"], told["chips"]) == ({}, [], [])


def test_without_an_index_nothing_is_understood_yet(index_dir: object, client: Client) -> None:
    assert client.get("/api/v1/search/understand?q=golf").status_code == 503


def test_the_command_tells_the_same(stock: None, capsys: pytest.CaptureFixture[str]) -> None:
    from carslink.node.cli.operate import understand as command

    command.callback("red golf with a towbar", True)  # type: ignore[misc]
    assert json.loads(capsys.readouterr().out)["filters"]["model"] == ["Golf"]
    command.callback("red golf not diesel with a towbar", False)  # type: ignore[misc]
    printed = capsys.readouterr().out
    assert [line.split() for line in printed.splitlines()] == [
        ["'red'", "Red"],
        ["'golf'", "Golf"],
        ["'diesel'", "not", "Diesel"],
        ["'towbar'", "towbar", "(a", "word", "to", "be", "found)"],
    ]


# --- With a language model ------------------------------------------------------------------------


def test_a_model_is_asked_only_about_what_is_half_unread(stock: None, settings: Any) -> None:
    chat._State.failures, chat._State.rests_until = 0, 0.0
    remote.forget()
    with serving() as model:
        settings.AI_URL, settings.AI_MODEL, settings.AI_KEY = model.url, "small-model", ""
        model.answer_items({"words": "glorp", "filter": "fuel", "value": "Electric", "not": False})
        assert understand.understand("blue golf", TODAY).filters["colour"] == ["Blue"]
        assert model.asked == []
        told = understand.understand("golf glorp snazz", TODAY)
        assert told.filters["fuel"] == ["Electric"]
        assert told.keywords == ("snazz",)
        assert model.keys == [None]


def test_without_an_answer_the_grammars_reading_stands(stock: None, settings: Any) -> None:
    before = understand.understand("golf glorp snazz", TODAY)
    chat._State.failures, chat._State.rests_until = 0, 0.0
    remote.forget()
    with serving() as model:
        settings.AI_URL, settings.AI_MODEL = model.url, "small-model"
        model.status = 500
        assert understand.understand("golf glorp snazz", TODAY) == before
    chat._State.failures = 0
