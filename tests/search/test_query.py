"""From parameters to a question and back."""

import random
from typing import Any

import pytest
from django.http import QueryDict

from carslink.api.refusals import Invalid
from carslink.search.filters import BOUND, LIST_FILTER, LIST_FILTERS, SORTS
from carslink.search.query import Query, parse, parse_leniently
from carslink.site import filter_form, paging


def refused(text: str) -> dict[str, str]:
    with pytest.raises(Invalid) as caught:
        parse(QueryDict(text))
    return dict(caught.value.faults)


def test_nothing_asked_is_everything() -> None:
    assert parse(QueryDict("")) == Query()


def test_a_question_is_read_whole() -> None:
    text = (
        "q=one+owner&fuel=Petrol&fuel=Diesel&price_min=5000&exclude.colour=Black&sort=-year&page=2"
    )
    assert parse(QueryDict(text)) == Query(
        filters=(("fuel", ("Petrol", "Diesel")),),
        exclude=(("colour", ("Black",)),),
        numbers=(("price_min", 500_000),),
        text="one owner",
        sort="-year",
        page=2,
    )


def test_the_order_of_parameters_and_doubles_do_not_matter() -> None:
    one = parse(QueryDict("make=Ford&fuel=Petrol&make=BMW&fuel=Diesel&make=Ford"))
    other = parse(QueryDict("fuel=Diesel&fuel=Petrol&make=BMW&make=Ford"))
    assert one == other
    assert one.to_query_string() == "make=BMW&make=Ford&fuel=Petrol&fuel=Diesel"


def random_question(dice: random.Random) -> str:
    asked = QueryDict(mutable=True)
    for each in LIST_FILTERS:
        for prefix in ("", "exclude."):
            if dice.random() < 0.3:
                values: Any = each.values or ("Ford", "Citroën", "3 Series", "a&b=c;d")
                asked.setlist(prefix + each.name, dice.sample(values, dice.randint(1, 2)))
    for name, number in BOUND.items():
        if dice.random() < 0.3:
            least, middle = number.least, (number.least + number.most) // 2
            span = (least, middle) if name.endswith("_min") else (middle, number.most)
            asked[name] = str(dice.randint(*span) / number.scale if number.scale > 1 else span[0])
    asked["near"] = dice.choice(["Leeds", "M1 1AE", "CF10"])
    asked["miles"] = dice.choice(["5", "30"])
    asked["sort"] = dice.choice(list(SORTS))
    asked["page"] = str(dice.randint(1, 50))
    asked["q"] = dice.choice(["", "one owner", "50% off & more"])
    asked["variant"] = dice.choice(["", "2.0 TDI"])
    return asked.urlencode()


@pytest.mark.parametrize("seed", range(30))
def test_a_question_survives_being_written_and_read(seed: int) -> None:
    query = parse(QueryDict(random_question(random.Random(seed))))
    assert parse(QueryDict(query.to_query_string())) == query
    assert parse_leniently(QueryDict(query.to_query_string())) == query


@pytest.mark.parametrize("text", ["q=near+Leeds&miles=30&sort=distance", "q=near+Leeds&miles=5"])
def test_what_the_words_may_give_a_place_survives_being_written_and_read(text: str) -> None:
    query = parse(QueryDict(text))
    assert query.to_query_string() == text
    assert parse_leniently(QueryDict(text)) == query


@pytest.mark.parametrize(
    ("text", "field", "reason"),
    [
        ("foo=1", "foo", "is not a parameter"),
        ("exclude.price_min=1", "exclude.price_min", "is not a parameter"),
        ("exclude.variant=x", "exclude.variant", "is not a parameter"),
        ("near=Atlantis", "near", "must be a British postcode, outcode or town"),
        ("near=ZZ9 9ZZ", "near", "must be a British postcode, outcode or town"),
        ("miles=5", "miles", "needs a place: near=M1 2AB, a postcode, outcode or town"),
        ("near=Leeds&miles=0", "miles", "must be a whole number from 1 to 1,000"),
        ("sort=distance", "sort", "distance needs a place to measure from: near"),
        ("price_min=x", "price_min", "must be a number of pounds from 0 to 100,000,000"),
        ("price_min=", "price_min", "must be a number of pounds from 0 to 100,000,000"),
        ("price_min=-1", "price_min", "must be a number of pounds from 0 to 100,000,000"),
        ("price_max=1e9", "price_max", "must be a number of pounds from 0 to 100,000,000"),
        ("price_max=NaN", "price_max", "must be a number of pounds from 0 to 100,000,000"),
        ("year_min=20.5", "year_min", "must be a whole number from 1000 to 9999"),
        ("mileage_max=%D9%A1", "mileage_max",
         "must be a whole number of miles from 0 to 10,000,000"),
        ("price_min=1&price_min=2", "price_min", "must be given once"),
        ("price_min=6000&price_max=5999.99", "price_min", "must not be above price_max"),
        ("transmission=manual", "transmission",
         "must be one of Manual, Automatic, Semi-Automatic, CVT, Other"),
        ("vehicle_type=Other", "vehicle_type", "must be one of car, motorcycle, van"),
        ("make=", "make", "must have 1 to 200 characters"),
        ("fuel=LPG&" * 101, "fuel", "must have 100 values or fewer"),
        ("page=0", "page", "must be a whole number from 1 to 10,000"),
        ("page_size=101", "page_size", "must be a whole number from 1 to 100"),
        ("page=335&page_size=30", "page", "must lie within the first 10,000 results"),
        ("page=101&page_size=100", "page", "must lie within the first 10,000 results"),
        ("q=" + "x" * 501, "q", "must have 500 characters or fewer"),
    ],
)  # fmt: skip
def test_the_api_names_what_is_wrong(text: str, field: str, reason: str) -> None:
    assert refused(text) == {field: reason}


@pytest.mark.parametrize(
    ("page", "size", "span"),
    [(1, 20, (0, 20)), (334, 30, (9990, 10_000)), (100, 100, (9900, 10_000))],
)
def test_the_last_page_ends_where_paging_does(page: int, size: int, span: tuple[int, int]) -> None:
    assert parse(QueryDict(f"page={page}&page_size={size}")).span == span
    assert paging.of(Query(page=page, page_size=size), 20_000).last == -(-10_000 // size)


def test_every_fault_is_named_at_once() -> None:
    assert set(refused("foo=1&price_min=x&sort=up")) == {"foo", "price_min", "sort"}


def test_pages_pass_over_what_they_do_not_know() -> None:
    text = "utm_source=mail&price_min=x&price_max=9000&fuel=petrol&fuel=Diesel&sort=up&page=-1"
    assert parse_leniently(QueryDict(text)) == Query(
        filters=(("fuel", ("Diesel",)),), numbers=(("price_max", 900_000),)
    )


@pytest.mark.parametrize(
    ("typed", "pounds"),
    [("£5,000", 5000), ("5k", 5000), ("5.5K", 5500), (" £ 12 500 ", 12500), ("£4,999.99", 4999.99)],
)
def test_pages_take_amounts_as_people_write_them(typed: str, pounds: float) -> None:
    asked = QueryDict(mutable=True)
    asked["price_max"] = typed
    assert parse_leniently(asked).number("price_max") == round(pounds * 100)
    assert refused(asked.urlencode()).keys() == {"price_max"}
    asked = QueryDict(mutable=True)
    asked["mileage_max"] = "7.5k"
    assert parse_leniently(asked).number("mileage_max") == 7500


@pytest.mark.parametrize("name", ["region", "colour", "body_type"])
def test_pages_take_every_value_that_a_filter_has(name: str) -> None:
    query = parse_leniently(QueryDict("&".join(f"{name}={v}" for v in LIST_FILTER[name].values)))
    assert query.values(name) == LIST_FILTER[name].values


def test_pages_take_as_many_values_as_their_form_offers() -> None:
    makes = "&".join(f"make={n:03}" for n in range(100))
    assert len(parse_leniently(QueryDict(makes)).values("make")) == filter_form.MOST_OPTIONS


def test_bounds_between_pence_are_rounded_into_the_range() -> None:
    query = parse(QueryDict("price_min=10.001&price_max=10.999"))
    assert query.numbers == (("price_min", 1001), ("price_max", 1099))


@pytest.mark.parametrize("text", ["1e-400", "0." + "3" * 390, "2.2250738585072014e-308"])
def test_numbers_of_any_precision_are_taken(text: str) -> None:
    assert parse(QueryDict(f"price_min={text}")).number("price_min") in (1, 34)


def test_control_characters_in_words_are_spaces() -> None:
    query = parse(QueryDict("q=one%00owner%0A&variant=%7F"))
    assert (query.text, query.variant) == ("one owner", "")
