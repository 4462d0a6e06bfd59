"""Landing pages: their addresses, what they say in figures, and what is no page."""

import re
from collections.abc import Callable
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from carslink.places import REGIONS
from carslink.search import figures
from carslink.search.figures import Spread
from carslink.search.query import Query
from carslink.site import landing
from carslink.site.prose import told
from carslink.stock.models import Listing
from carslink.vehicles.makes import MAKES
from tests.site.test_pages import links, page, text

Sell = Callable[..., Listing]


@pytest.fixture
def five(sell: Sell) -> list[Listing]:
    """Five of one model: £10,000 to £30,000, 2017 to 2021, 10,000 to 50,000 miles."""
    return [
        sell(
            price=Decimal(10_000 + 5_000 * n),
            year=2017 + n,
            mileage=50_000 - 10_000 * n,
            transmission="Manual" if n else "Automatic",
        )
        for n in range(5)
    ]


def test_figures_are_exact(five: list[Listing]) -> None:
    found = figures.of(Query(filters=(("make", ("BMW",)),)))
    assert found is not None
    assert found.count == 5
    assert found.price == Spread(10_000, 15_000, 20_000, 25_000, 30_000)
    assert found.year == Spread(2017, 2018, 2019, 2020, 2021)
    assert found.mileage == Spread(10_000, 20_000, 30_000, 40_000, 50_000)


def test_figures_keep_pence_and_count_what_is_priced_alike(sell: Sell) -> None:
    for price in ("999.99", "999.99", "5000"):
        sell(price=Decimal(price))
    found = figures.of(Query())
    assert found is not None
    assert (found.count, found.price.least, found.price.median) == (3, 999.99, 999.99)


def test_a_model_is_told_in_figures_without_the_database(
    five: list[Listing], client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        body = page(client, "/cars/bmw/3-series")
    said = text(body)
    assert (
        "There are 5 BMW 3 Series for sale, from £10,000 to £30,000. The median price is £20,000, "
        "and half of them ask between £15,000 and £25,000." in said
    )
    assert "They are from 2017 to 2021, half of them from 2018 to 2020." in said
    assert "Half have done fewer than about 31,000 miles." in said
    assert "All run on diesel and 80% are manual." in said
    assert {"/cars", "/cars/bmw", "/search?vehicle_type=car&make=BMW&model=3+Series"} <= set(
        links(body)
    )


def test_a_page_of_a_fuel_or_gearbox_tells_the_shares_of_its_own_vehicles(
    sell: Sell, client: Client
) -> None:
    for _ in range(3):
        sell(fuel="Petrol", transmission="Manual", body_type="SUV")
    for _ in range(2):
        sell(fuel="Electric", transmission="CVT", body_type="Estate")
    electric = text(page(client, "/cars/electric"))
    assert "All are CVT." in electric
    assert "petrol" not in electric
    assert "60% run on petrol and 60% are manual." in text(page(client, "/cars"))


@pytest.mark.parametrize(
    ("path", "drawing"),
    [
        ("/cars/estates", "#estate"), ("/cars", "#suv"), ("/motorbikes/scooters", "#scooter"),
        ("/motorbikes", "#naked"),
    ],
)  # fmt: skip
def test_a_page_of_a_body_has_the_drawing_of_that_body(
    sell: Sell, client: Client, path: str, drawing: str
) -> None:
    bike: dict[str, Any] = {"vehicle_type": "motorcycle", "body_type": None}
    for number in range(3):
        sell(body_type="Estate" if not number else "SUV")
        sell(bike_type="Scooter" if not number else "Naked", **bike)
    drawn = re.search(r'<div class="photo plain".*?</div>', page(client, path), re.DOTALL)
    assert drawn
    assert drawing in drawn[0]


def test_what_all_cost_the_same_is_told_once(sell: Sell, client: Client) -> None:
    for _ in range(3):
        sell(price=Decimal(9_999))
    assert "There are 3 BMW cars for sale, each for £9,999." in text(page(client, "/cars/bmw"))


def test_a_kind_leads_to_its_makes_bodies_fuels_and_regions(
    sell: Sell, dealer: Any, client: Client
) -> None:
    dealer.region = "North West"
    dealer.save()
    sell()
    sell(make="Alfa Romeo", model="Giulia", body_type="Saloon", fuel="Petrol")
    body = page(client, "/cars")
    assert {"/cars/bmw", "/cars/alfa-romeo", "/cars/estates", "/cars/saloons", "/cars/diesel",
            "/cars/petrol"} <= set(links(body))  # fmt: skip
    for path in ("/cars/bmw", "/cars/estates", "/cars/diesel", "/cars/in/north-west"):
        assert "for sale" in text(page(client, path)), path


def test_vans_and_motorbikes_have_pages_of_their_own(sell: Sell, client: Client) -> None:
    sell(vehicle_type="van", make="Ford", model="Transit", body_type="Panel Van")
    sell(vehicle_type="motorcycle", make="BMW", model="R 1250 GS", bike_type="Adventure",
         body_type=None)  # fmt: skip
    assert "There is one for sale" in text(page(client, "/vans/panel-vans"))
    assert "There is one for sale" in text(page(client, "/vans/ford/transit"))
    assert "There is one for sale" in text(page(client, "/motorbikes/adventure-bikes"))
    assert "There is one for sale" in text(page(client, "/motorbikes/bmw/r-1250-gs"))
    assert "There are no BMW cars for sale" in text(page(client, "/cars/bmw"))


def test_spellings_with_one_slug_share_a_page(sell: Sell, client: Client) -> None:
    sell(make="BMW", model="3 Series")
    sell(make="BMW", model="3-Series")
    body = page(client, "/cars/bmw/3-series")
    assert "There are 2 BMW 3 Series for sale" in text(body)
    assert body.count('class="card"') == 2


def test_a_make_called_like_a_word_of_the_vocabulary_has_another_address(
    sell: Sell, client: Client
) -> None:
    sell(make="Electric", model="One", fuel="Petrol")
    assert landing.make_path("car", "Electric") == "/cars/electric-make"
    assert "There is one for sale" in text(page(client, "/cars/electric-make"))
    assert "There is one for sale" in text(page(client, "/cars/electric-make/one"))
    assert "There are no electric cars for sale" in text(page(client, "/cars/electric"))


@pytest.mark.parametrize("kind", ["car", "van", "motorcycle"])
def test_no_make_that_the_trade_knows_is_called_like_another_page(kind: str) -> None:
    paths = [landing.make_path(kind, make) for make in MAKES]
    assert len(set(paths)) == len(paths)
    assert not [path for path in paths if path.endswith("-make")]


def test_nothing_for_sale_is_a_page_and_what_never_was_is_none(sell: Sell, client: Client) -> None:
    sell()
    body = page(client, "/cars/lexus")
    assert "There are no Lexus cars for sale at the moment." in text(body)
    assert '<meta name="robots" content="noindex">' in body
    for path in ("/cars/nonsense", "/cars/nonsense/x", "/cars/in/nowhere", "/lorries",
                 "/cars/estates/x", "/motorbikes/estates"):  # fmt: skip
        page(client, path, status=404)


def test_a_model_that_is_not_for_sale_leads_to_its_make(sell: Sell, client: Client) -> None:
    sell()
    answer = client.get("/cars/bmw/z3")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/cars/bmw")


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ("/cars/BMW", "/cars/bmw"),
        ("/cars/Estates/", "/cars/estates"),
        ("/cars/Bmw/3_Series", None),
        ("/cars/BMW/3-Series", "/cars/bmw/3-series"),
        ("/cars/in/North-West", "/cars/in/north-west"),
    ],
)
def test_another_spelling_of_an_address_leads_to_it(
    sell: Sell, client: Client, asked: str, path: str | None
) -> None:
    sell()
    answer = client.get(asked)
    assert answer.headers.get("Location") == (path or "/cars/bmw")
    assert answer.status_code == (301 if path else 302)
    assert client.get("/cars/bmw/").status_code == 200


def test_every_region_has_a_page_for_each_kind(sell: Sell, client: Client) -> None:
    sell()
    for region in REGIONS:
        for kind in ("car", "van", "motorcycle"):
            page(client, landing.region_path(kind, region))


def test_every_link_of_a_landing_page_leads_somewhere(five: list[Listing], client: Client) -> None:
    for start in ("/cars", "/cars/bmw"):
        for link in links(page(client, start)):
            if link.startswith(("/cars", "/search")):
                assert client.get(link).status_code == 200, link


def test_a_vehicle_leads_up_to_its_model_make_and_kind(sell: Sell, client: Client) -> None:
    body = page(client, f"/cars/bmw/3-series/{sell().pk}")
    crumbs = re.findall(r'<nav class="crumbs".*?</nav>', body, re.DOTALL)
    assert [unescape(link) for link in links(crumbs[0])] == [
        "/cars", "/cars/bmw", "/cars/bmw/3-series",
    ]  # fmt: skip


def test_few_vehicles_have_no_median() -> None:
    spread = Spread(1, 1, 2, 3, 3)
    counts: dict[str, list[dict[str, Any]]] = {"fuel": [], "transmission": []}
    said = told("estates", figures.Figures(3, spread, spread, spread), counts)
    assert said == ["There are 3 estates for sale, from £1 to £3.", "They are from 1 to 3."]
