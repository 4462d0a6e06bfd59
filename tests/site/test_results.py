"""The page of results: its heading, its bars, and what the form shows of words and addresses."""

import re
from collections.abc import Callable
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client

from carslink.search.query import PAGE_SIZE, parse_leniently
from carslink.site import examples, headline, histogram
from carslink.stock import changes
from carslink.stock.addresses import path_of
from carslink.stock.models import Listing
from tests.site.test_pages import links, page, text

Sell = Callable[..., Listing]


@pytest.mark.parametrize(
    ("address", "total", "said"),
    [
        ("", 2, "2 vehicles"),
        ("vehicle_type=van", 1, "1 van"),
        ("fuel=Diesel&body_type=Estate", 1204, "1,204 diesel estates"),
        ("fuel=LPG&body_type=MPV&make=Ford", 1, "1 LPG Ford MPV"),
        ("make=BMW&model=3+Series&transmission=Automatic", 12, "12 automatic BMW 3 Series"),
        ("make=BMW&make=Audi&colour=Red", 3, "3 red vehicles"),
        ("body_type=Minibus&region=North+West", 1, "1 minibus in the North West"),
        ("bike_type=Sports&region=Scotland", 0, "No sports bikes in Scotland"),
    ],
)
def test_the_heading_says_how_many_of_what(address: str, total: int, said: str) -> None:
    assert headline.of(parse_leniently(QueryDict(address)), total) == said


def spans(*counts: int) -> list[dict[str, Any]]:
    ends = [*range(1000, 1000 * len(counts), 1000), None]
    return [
        {"from": 1000 * at, "to": end, "count": count}
        for at, (count, end) in enumerate(zip(counts, ends, strict=True))
    ]


def test_bars_stand_from_the_first_to_the_last_that_has_any() -> None:
    drawn = histogram.of(spans(0, 0, 4, 0, 2, 1, 1, 1, 1, 1, 1, 1, 8, 0), None, None)
    assert drawn is not None
    assert [bar.height for bar in drawn.bars] == [22, 0, 11, 6, 6, 6, 6, 6, 6, 6, 44]
    assert drawn.bars[0].x == 0
    assert drawn.width == 108
    assert all(bar.chosen for bar in drawn.bars)


def test_bars_within_the_bounds_are_chosen() -> None:
    drawn = histogram.of(spans(*[1] * 12), 2000, 3999)
    assert drawn is not None
    assert [at for at, bar in enumerate(drawn.bars) if bar.chosen] == [2, 3]


def test_one_span_is_no_histogram() -> None:
    assert histogram.of(spans(0, 9, 0), None, None) is None


def test_rare_values_are_seen() -> None:
    drawn = histogram.of(spans(10_000, 1, *[0] * 10), None, None)
    assert drawn is not None
    assert drawn.bars[1].height == histogram.LEAST


def test_what_the_words_ask_is_marked_in_the_form(sell: Sell, client: Client) -> None:
    sell()
    body = page(client, "/search?q=diesel+under+30k")
    assert '<span class="said">Diesel<span class="hidden"> (in your words)</span></span>' in body
    assert 'name="price_max" inputmode="decimal" value="" placeholder="30000"' in body


def test_an_order_that_the_words_ask_is_told(sell: Sell, client: Client) -> None:
    sell()
    assert "As asked: price, lowest first" in text(page(client, "/search?q=cheapest+bmw"))


def test_a_radius_that_the_words_say_is_told_and_another_is_kept(
    sell: Sell, client: Client
) -> None:
    sell()
    said = page(client, "/search?q=bmw+within+10+miles+of+Leeds")
    assert '<option value="" selected>within 10 miles, as asked</option>' in said
    chosen = client.get("/search?q=bmw+within+10+miles+of+Leeds&near=&miles=50&sort=distance")
    assert '<option value="50" selected>within 50 miles</option>' in chosen.content.decode()
    assert '<option value="distance" selected>' in chosen.content.decode()
    address = "/search?q=bmw+within+10+miles+of+Leeds&miles=50&sort=distance"
    assert chosen.headers["HX-Push-Url"] == address
    assert client.get("/search?q=bmw&miles=50&sort=distance").headers["HX-Push-Url"] == (
        "/search?q=bmw"
    )


def test_a_place_that_nobody_knows_is_told(sell: Sell, client: Client) -> None:
    sell()
    body = page(client, "/search?near=Atlantis")
    assert "We know no place called “Atlantis”" in text(body)
    assert 'aria-invalid="true"' in body
    pushed = client.get("/search?q=bmw&near=Atlantis&miles=30").headers["HX-Push-Url"]
    assert "We know no place called “Atlantis”" in text(page(client, pushed))


def test_one_mile_is_not_called_miles(sell: Sell, client: Client) -> None:
    sold = sell(mileage=1)
    body = text(page(client, "/search?q=bmw+within+1+mile+of+Leeds"))
    assert "1 mile " in body
    assert "Within 1 mile of Leeds" in body
    assert "1 miles" not in body + text(page(client, path_of(sold)))


def test_an_amount_that_nobody_can_read_is_said_beside_its_field(
    sell: Sell, client: Client
) -> None:
    sell()
    response = client.get("/search?price_max=abc&year_min=&mileage_max=30,000")
    body = response.content.decode()
    assert "“abc” must be a number of pounds from 0 to 100,000,000." in text(body)
    assert body.count('aria-invalid="true"') == 1
    assert 'value="abc"' in body
    assert 'value="30000"' in body
    pushed = response.headers["HX-Push-Url"]
    assert "“abc” must be" in text(page(client, pushed))


def test_what_the_filters_cannot_read_is_said_above_the_results_of_a_phone_too(
    sell: Sell, client: Client
) -> None:
    sell()
    body = page(client, "/search?price_max=abc&near=Atlantis")
    above = re.search(r'<div class="note phone".*?</div>', body, re.DOTALL)
    assert above is not None
    said = text(above[0])
    assert "Price (£) at most: “abc” must be a number of pounds from 0 to 100,000,000." in said
    assert "We know no place called “Atlantis”." in said
    assert "/search" not in above[0]
    assert 'class="note phone"' not in page(client, "/search?price_max=5000")


def test_a_least_above_the_most_is_said_beside_its_field_and_above_the_results(
    sell: Sell, client: Client
) -> None:
    sell()
    body = page(client, "/search?price_min=10000&price_max=5000&year_min=2020&year_max=2020")
    wrong = "“10000” must not be above “at most”, which is 5000."
    assert f'<p class="wrong" id="price_min-wrong">{wrong}</p>' in body
    assert body.count('aria-invalid="true"') == 1
    above = re.search(r'<div class="note phone".*?</div>', body, re.DOTALL)
    assert above is not None
    assert f"Price (£) at least: {wrong}" in text(above[0])


def test_what_cannot_be_read_is_read_aloud_and_kept_from_page_to_page(
    sell: Sell, client: Client
) -> None:
    for _ in range(PAGE_SIZE + 1):
        sell()
    body = page(client, "/search?price_min=lots&near=Atlantis")
    told = re.search(r'<p class="hidden" id="told".*?</p>', body)
    assert told is not None
    assert "Price (£) at least: “lots” must be a number" in told[0]
    assert "We know no place called “Atlantis”" in told[0]
    following = re.search(r'rel="next" href="(.*?)"', body)
    assert following is not None
    second = page(client, unescape(following[1]))
    assert "Page 2 of 2" in text(second)
    assert "“lots” must be a number" in text(second)
    assert "We know no place called “Atlantis”" in text(second)


def test_the_address_for_the_bar_has_no_empty_fields(sell: Sell, client: Client) -> None:
    sell()
    answer = client.get("/search?q=&price_min=&near=&miles=30&fuel=Diesel&sort=relevance")
    assert answer.headers["HX-Push-Url"] == "/search?fuel=Diesel"
    assert client.get("/search?q=").headers["HX-Push-Url"] == "/search"


def test_a_place_is_found_for_a_device_and_nothing_of_it_is_kept(client: Client) -> None:
    found = client.get("/place", {"text": "ls1 1ur"})
    assert found.json()["label"] == "LS1 1UR"
    assert round(found.json()["lat"], 1) == 53.8
    assert not found.cookies
    assert client.get("/place", {"text": "Atlantis"}).status_code == 404
    assert client.get("/place").status_code == 404


def test_examples_are_questions_that_find_something(sell: Sell, client: Client) -> None:
    sell(vehicle_type="motorcycle", bike_type="Adventure", body_type=None)
    assert examples.that_find_something() == ["adventure bike"]
    assert "/search?q=adventure%20bike" in links(page(client, "/"))


def test_a_price_is_compared_where_there_are_enough_alike(sell: Sell, client: Client) -> None:
    for n in range(8):
        last = sell(price=Decimal(20_000 + 1_000 * n), year=2020 + n % 2)
    body = page(client, f"/cars/bmw/3-series/{last.pk}")
    assert (
        "8 BMW 3 Series from 2020 to 2021 ask £20,000 to £27,000, half of them £21,000 to £25,000."
        in text(body)
    )
    assert '<rect class="this" x="992"' in body
    Listing.objects.filter(pk=last.pk).update(year=2010)
    assert "3 Series from" not in text(page(client, f"/cars/bmw/3-series/{last.pk}"))


def test_similar_vehicles_are_shown_also_for_one_that_is_gone(sell: Sell, client: Client) -> None:
    gone, other = sell(), sell()
    path = f"/cars/bmw/3-series/{other.pk}"
    assert path in links(page(client, f"/cars/bmw/3-series/{gone.pk}"))
    Listing.objects.filter(pk=gone.pk).update(state="removed", taken_down_why="deleted")
    body = page(client, f"/cars/bmw/3-series/{gone.pk}", status=410)
    assert "Much like it, and still for sale" in text(body)
    assert path in links(body)
    assert "/search?make=BMW&model=3+Series" in links(body)


def test_a_vehicle_that_was_the_last_of_its_model_leads_to_none_of_them(
    sell: Sell, client: Client, follow: Callable[[], None]
) -> None:
    gone = sell(make="Zonda", model="Quirk")
    Listing.objects.filter(pk=gone.pk).update(state="removed", taken_down_why="deleted")
    changes.number([gone.pk])
    follow()
    body = page(client, f"/cars/zonda/quirk/{gone.pk}", status=410)
    assert "See every" not in text(body)
    assert "/dealers/smith-motors" in links(body)
