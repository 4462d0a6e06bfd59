"""The pages about dealers: each with its stock, and the directory by region and town."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from carslink.dealers.models import Dealer
from carslink.partners.models import Partner
from carslink.stock import changes, records
from carslink.stock.models import Listing

Sell = Callable[..., Listing]
PAGE = "/dealers/smith-motors"


def page(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    assert not answer.cookies
    body = answer.content.decode()
    assert "<script" not in body.replace('<script src="/static/', "")
    assert "SECRET" not in body
    return body


def text(body: str) -> str:
    main = body[body.index("<main") : body.index("</main>")]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def links(body: str) -> list[str]:
    return [unescape(link) for link in re.findall(r'<a [^>]*href="([^"]*)"', body)]


@pytest.fixture
def another(db: None) -> Callable[..., Dealer]:
    """Return a function that makes a dealer of bob's."""

    def made(slug: str, **more: Any) -> Dealer:
        bob, _ = Partner.objects.get_or_create(name="bob")
        told = {"partner_dealer_id": slug, "slug": slug, "name": slug.title()}
        return Dealer.objects.create(partner=bob, **{**told, **more})

    return made


# --- A dealer ---------------------------------------------------------------------------------


def test_a_dealer_tells_all_that_buyers_may_know(
    sell: Sell, dealer: Dealer, client: Client
) -> None:
    sell()
    Dealer.objects.update(
        address="1 High Street, Leeds", postcode="LS1 1UR", email="sales@smith.example",
        location="Leeds", region="Yorkshire and the Humber", latitude=53.79648, longitude=-1.54785,
    )  # fmt: skip
    Partner.objects.update(verified=True)
    body = page(client, PAGE)
    for told in (
        "Leeds, Yorkshire and the Humber 1 High Street, Leeds, LS1 1UR See it on a map",
        "1 vehicle for sale",
        "Stock sent by alice verified partner",
    ):
        assert told in text(body)
    assert {
        "tel:01134960142",
        "mailto:sales@smith.example",
        "https://smith.example/",
        "https://www.openstreetmap.org/?mlat=53.79648&mlon=-1.54785#map=17/53.79648/-1.54785",
        "/dealers/in/yorkshire-and-the-humber/leeds",
        "/dealers/smith-motors/claim",
    } <= set(links(body))


def test_a_dealer_of_whom_little_is_known_has_a_page(
    follow: object, dealer: Dealer, client: Client
) -> None:
    Dealer.objects.update(name="", town="", phone="", website="")
    body = page(client, PAGE)
    assert "Independent dealer" in text(body)
    assert "has no vehicles on Carslink at the moment" in text(body)
    assert "map" not in text(body)
    assert "verified" not in text(body)


def test_stock_has_pages(sell: Sell, follow: Callable[[], None], client: Client) -> None:
    sell()
    listed = []
    for number in range(10, 34):
        copy = Listing.objects.get(registration="AB21XYA")
        copy.pk, copy.source_id, copy.registration = None, None, f"AB{number}XYZ"
        copy.save()
        listed.append(copy.pk)
    changes.number(listed)
    follow()
    first = page(client, PAGE)
    assert first.count('class="card"') == 24
    assert "/dealers/smith-motors?page=2" in links(first)
    second = page(client, f"{PAGE}?page=2")
    assert second.count('class="card"') == 1
    assert "/dealers/smith-motors" in links(second)
    assert "There is no page 9." in text(page(client, f"{PAGE}?page=9"))
    assert page(client, f"{PAGE}?page=nonsense").count('class="card"') == 24


def test_a_former_address_leads_to_the_present_one(
    follow: object, dealer: Dealer, client: Client
) -> None:
    records.rename(dealer, "smith-of-leeds")
    moved = client.get(PAGE)
    assert (moved.status_code, moved["Location"]) == (301, "/dealers/smith-of-leeds")
    assert moved["Cache-Control"] == "max-age=3600"
    records.rename(dealer, "smith-motors")
    dealer.refresh_from_db()
    assert client.get("/dealers/smith-of-leeds")["Location"] == PAGE
    page(client, PAGE)


def test_a_linked_record_leads_to_the_page_that_shows_it(
    sell: Sell, dealer: Dealer, another: Callable[..., Dealer], follow: Callable[[], None],
    client: Client,
) -> None:  # fmt: skip
    sell()
    other = another("smith-two")
    sell(dealer=other, registration="CD21XYZ")
    records.link(other, dealer)
    records.rename(other, "smith-three")
    follow()
    for path in ("/dealers/smith-three", "/dealers/smith-two"):
        moved = client.get(path)
        assert moved["Location"] == PAGE
    body = page(client, PAGE)
    assert "2 vehicles for sale" in text(body)
    assert "Stock sent by alice and bob" in text(body)


def test_a_vehicle_in_two_linked_records_has_one_page(
    sell: Sell, dealer: Dealer, another: Callable[..., Dealer], follow: Callable[[], None],
    client: Client,
) -> None:  # fmt: skip
    first = sell(live_since=timezone.now() - timedelta(days=3))
    other = another("smith-two", phone="0113 496 0777")
    second = sell(dealer=other, registration=first.registration)
    here = f"/cars/bmw/3-series/{second.pk}"
    page(client, here)
    records.link(other, dealer)
    follow()
    moved = client.get(here)
    assert (moved.status_code, moved["Location"]) == (302, f"/cars/bmw/3-series/{first.pk}")
    page(client, f"/cars/bmw/3-series/{first.pk}")
    assert "1 vehicle for sale" in text(page(client, PAGE))
    Listing.objects.filter(pk=first.pk).update(state="removed", taken_down_why="deleted")
    body = page(client, here)
    assert PAGE in links(body)
    assert "/dealers/smith-two" not in links(body)
    assert "0113 496 0777" in text(body)


# --- The directory ----------------------------------------------------------------------------


@pytest.fixture
def market(sell: Sell, dealer: Dealer, another: Callable[..., Dealer]) -> Callable[..., Dealer]:
    """Return a function that makes a dealer with vehicles in a place."""
    Dealer.objects.update(region="Yorkshire and the Humber", location="Leeds")
    sell()
    numbers = iter(range(100, 1000))

    def made(slug: str, region: str, location: str, vehicles: int = 1, **more: Any) -> Dealer:
        dealer = another(slug, region=region, location=location, **more)
        for _ in range(vehicles):
            number = next(numbers)
            Listing.objects.create(
                dealer=dealer, vehicle_type="car", make="BMW", model="M3", year=2020, price=9,
                mileage=9, registration=f"AB21{number}", images=[],
            )  # fmt: skip
        return dealer

    return made


def test_the_directory_counts_dealers_by_region_and_town(
    market: Callable[..., Dealer], client: Client
) -> None:
    market("abbey", "Yorkshire and the Humber", "Leeds")
    market("border", "Scotland", "Kelso")
    market("nowhere", "", "", town="")
    market("typed", "", "", town="Ambridge")
    market("sold-out", "Scotland", "Glasgow", vehicles=0)
    body = page(client, "/dealers")
    assert text(body) == (
        "Dealers by place 5 dealers have something for sale. "
        "Scotland 1 dealer Kelso 1 "
        "Yorkshire and the Humber 2 dealers Leeds 2 "
        "Elsewhere 2 dealers Ambridge 1"
    )
    assert {"/dealers/in/scotland/kelso", "/dealers/in/elsewhere/ambridge"} <= set(links(body))


def test_a_region_and_a_town_list_dealers_by_name(
    market: Callable[..., Dealer], client: Client
) -> None:
    market("abbey", "Yorkshire and the Humber", "Leeds", vehicles=3)
    market("zebra", "Yorkshire and the Humber", "York")
    market("adrift", "Yorkshire and the Humber", "")
    region = text(page(client, "/dealers/in/yorkshire-and-the-humber"))
    assert region == (
        "Dealers Dealers in Yorkshire and the Humber Leeds 2 York 1 Elsewhere 1 "
        "Abbey 3 vehicles Leeds Adrift 1 vehicle Smith Motors 1 vehicle Leeds Zebra 1 vehicle York"
    )
    leeds = text(page(client, "/dealers/in/yorkshire-and-the-humber/leeds"))
    assert leeds.endswith("Dealers in Leeds Abbey 3 vehicles Leeds Smith Motors 1 vehicle Leeds")
    adrift = text(page(client, "/dealers/in/yorkshire-and-the-humber/elsewhere"))
    assert adrift.endswith("Dealers elsewhere in Yorkshire and the Humber Adrift 1 vehicle")


def test_dealers_of_no_known_place_are_elsewhere(
    market: Callable[..., Dealer], client: Client
) -> None:
    market("nowhere", "", "")
    body = page(client, "/dealers/in/elsewhere")
    assert "Dealers elsewhere Nowhere 1 vehicle" in text(body)
    page(client, "/dealers/in/elsewhere/elsewhere")


def test_towns_that_differ_in_spelling_alone_are_one(
    market: Callable[..., Dealer], client: Client
) -> None:
    market("one", "Wales", "", town="St. Asaph")
    market("two", "Wales", "", town="St Asaph")
    market("three", "Wales", "", town="st asaph")
    assert "Wales 3 dealers St Asaph 3" in text(page(client, "/dealers"))
    assert text(page(client, "/dealers/in/wales/st-asaph")).count("1 vehicle") == 3


@pytest.mark.parametrize(
    "path",
    [
        "/dealers/in/atlantis",
        "/dealers/in/scotland/leeds",
        "/dealers/in/yorkshire-and-the-humber/x",
    ],
)
def test_a_place_without_dealers_is_not_found(
    market: Callable[..., Dealer], client: Client, path: str
) -> None:
    page(client, path, status=404)


def test_a_business_of_several_records_is_listed_once_and_its_vehicles_counted_once(
    market: Callable[..., Dealer], dealer: Dealer, client: Client
) -> None:
    other = market("smith-two", "Scotland", "Kelso", vehicles=2)
    Listing.objects.filter(dealer=other).update(state="live")
    twin = Listing.objects.filter(dealer=other)[0]
    Listing.objects.filter(dealer=dealer).update(registration=twin.registration)
    Dealer.objects.filter(pk=other.pk).update(shown_with=dealer)
    assert text(page(client, "/dealers")).endswith("Yorkshire and the Humber 1 dealer Leeds 1")
    assert "Smith Motors 2 vehicles" in text(page(client, "/dealers/in/yorkshire-and-the-humber"))
    Listing.objects.filter(dealer=dealer).update(state="removed")
    assert "Smith Motors 2 vehicles" in text(page(client, "/dealers/in/yorkshire-and-the-humber"))


def test_long_lists_have_pages(market: Callable[..., Dealer], client: Client) -> None:
    for number in range(51):
        market(f"dealer-{number:02}", "Scotland", "Kelso")
    first = page(client, "/dealers/in/scotland")
    assert first.count("1 vehicle<") == 50
    assert "?page=2" in links(first)
    second = page(client, "/dealers/in/scotland/kelso?page=2")
    assert "Dealer-50 1 vehicle" in text(second)
    assert "Page 2 of 2" in text(page(client, "/dealers/in/scotland?page=99"))


def test_an_empty_directory_says_so(db: None, client: Client) -> None:
    assert "No dealer has anything for sale here yet." in text(page(client, "/dealers"))


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        page(client, path)
    return len(captured)


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/dealers", 1),
        ("/dealers/in/scotland", 5),  # regions, towns, dealers, their records, their vehicles
        ("/dealers/in/scotland/kelso", 5),
        ("/dealers/one", 2),  # the dealer, the records that its page shows too
    ],
)
def test_a_page_takes_as_many_queries_for_many_as_for_one(
    market: Callable[..., Dealer], client: Client, path: str, asked: int
) -> None:
    market("one", "Scotland", "Kelso")
    assert queries(client, path) == asked
    for number in range(12):
        more = market(f"dealer-{number}", "Scotland", "Kelso", vehicles=2)
        if number % 2:
            Dealer.objects.filter(pk=more.pk).update(shown_with=Dealer.objects.get(slug="one"))
    assert queries(client, path) == asked


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("0113 496 0142", "tel:01134960142"),
        ("0113 496 0142 x12", "tel:01134960142;ext=12"),
    ],
)
def test_a_phone_number_can_be_dialled(
    follow: object, dealer: Dealer, client: Client, phone: str, link: str
) -> None:
    Dealer.objects.update(phone=phone)
    assert link in links(page(client, PAGE))
