"""The pages for buyers: what they say, where they lead, and what they never do."""

import re
from base64 import b64encode
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from carslink.stock.models import Listing

Sell = Callable[..., Listing]

NASTY = "<script>alert('x')</script>\"'&{{ 7|add:7 }}"


def page(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    assert not answer.cookies
    assert len(answer.content) < 100_000
    body = answer.content.decode()
    assert "<script" not in body.replace('<script src="/static/', "")
    assert "style=" not in body
    assert not re.search(r'(?:src|srcset|action)="(?:https?:)?//', body), "a third party is loaded"
    assert "SECRET" not in body
    assert "WBA8E9G50GNT12345" not in body
    return body


def links(body: str) -> list[str]:
    return [unescape(link) for link in re.findall(r'<a [^>]*href="([^"]*)"', body)]


def text(body: str) -> str:
    """Return what a reader sees, in one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_home_tells_how_much_there_is_and_leads_to_makes(sell: Sell, client: Client) -> None:
    sell()
    sell(make="Alfa Romeo", model="Giulia")
    body = page(client, "/")
    assert "2 vehicles from dealers" in text(body)
    assert "/search?make=Alfa%20Romeo" in links(body)
    assert body.count('class="card"') == 2


def test_pages_that_name_no_icon_have_that_of_the_site(client: Client) -> None:
    answer = client.get("/favicon.ico", follow=True)
    assert answer.redirect_chain == [("/static/site/icon.svg", 302)]
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/svg+xml")


def test_home_without_stock_says_so(follow: object, client: Client) -> None:
    assert "There are no vehicles yet" in page(client, "/")


def test_pages_before_the_first_index_ask_for_a_moment(
    db: None, settings: Any, tmp_path: Path, client: Client
) -> None:
    settings.INDEX_DIR = tmp_path / "none"
    for path in ("/", "/search"):
        answer = client.get(path)
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")
        assert "One moment, please" in answer.content.decode()


def test_results_ask_nothing_of_the_database(
    sell: Sell, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    sell()
    with django_assert_num_queries(0):
        body = page(client, "/search?q=bmw&fuel=Diesel")
    assert "1 diesel BMW vehicle" in text(body)
    assert "£28,995" in body


def test_a_chip_takes_its_own_part_away(sell: Sell, client: Client) -> None:
    sell()
    body = page(
        client,
        "/search?q=towbar+not+red&fuel=Diesel&fuel=Petrol&price_max=30000&exclude.body_type=SUV",
    )
    chips = re.findall(r'<a class="(chip[^"]*)" href="([^"]*)">(.*?)</a>', body)
    cross = " \N{MULTIPLICATION SIGN} (remove)"
    assert [text(label).removesuffix(cross) for _, _, label in chips] == [
        "towbar", "not Red", "Petrol", "Diesel", "Up to £30,000", "not SUV",
    ]  # fmt: skip
    without_diesel = unescape(chips[3][1])
    assert without_diesel == (
        "/search?q=towbar+not+red&fuel=Petrol&price_max=30000&exclude.body_type=SUV"
    )
    assert unescape(chips[0][1]).startswith("/search?q=not+red&fuel=Petrol&fuel=Diesel")
    assert unescape(chips[1][1]).startswith("/search?q=towbar&fuel=Petrol&fuel=Diesel")
    assert chips[5][0] == "chip not"


def test_the_form_shows_what_is_set_and_keeps_what_it_cannot_show(
    sell: Sell, client: Client
) -> None:
    sell()
    body = page(client, "/search?make=bmw&price_min=500.5&exclude.colour=Black&page_size=50")
    assert '<input type="checkbox" id="make-bmw" name="make" value="BMW" checked>' in body
    assert 'name="price_min" inputmode="decimal" value="500.5"' in body
    assert '<input type="hidden" name="exclude.colour" value="Black">' in body
    assert '<input type="hidden" name="page_size" value="50">' in body
    assert 'name="page"' not in body


def test_a_form_with_empty_fields_is_understood(sell: Sell, client: Client) -> None:
    sell()
    body = page(client, "/search?q=&price_min=&price_max=&sort=price&utm_source=x&fuel=")
    assert "1 vehicle" in text(body)


def test_nothing_found_tells_what_would_be_found(sell: Sell, client: Client) -> None:
    sell()
    body = page(client, "/search?make=BMW&fuel=Electric")
    assert "Nothing matches all of that." in body
    assert "Without “Electric” there is 1." in text(body)
    assert "/search?make=BMW" in links(body)


def test_pages_of_results_lead_on_and_back(sell: Sell, client: Client) -> None:
    for _ in range(3):
        sell()
    body = page(client, "/search?make=BMW&page_size=1&page=2")
    assert "Page 2 of 3" in body
    assert {"/search?make=BMW&page_size=1", "/search?make=BMW&page=3&page_size=1"} <= set(
        links(body)
    )
    beyond = page(client, "/search?make=BMW&page_size=1&page=9")
    assert "There is no page 9." in text(beyond)
    assert "/search?make=BMW&page=3&page_size=1" in links(beyond)


# --- A vehicle --------------------------------------------------------------------------------


def path_of(listing: Listing) -> str:
    return f"/cars/bmw/3-series/{listing.pk}"


def test_a_vehicle_answers_what_buyers_ask(sell: Sell, client: Client) -> None:
    listing = sell(description="One owner.\n\nTwo keys.")
    body = page(client, path_of(listing))
    for told in ("BMW 3 Series", "320d M Sport", "£28,995", "AB21 XYA", "24,500 miles", "Diesel",
                 "Race Blue", "One owner.", "Smith Motors", "Leeds", "0113 496 0142",
                 "Listed today"):  # fmt: skip
        assert told in text(body)
    assert "https://smith.example/bmw" in links(body)
    assert "tel:01134960142" in links(body)
    assert "/dealers/smith-motors" in links(body)
    assert "images.example" not in body  # never hot-linked


def test_a_vehicle_without_a_page_of_its_own_leads_to_the_dealer(
    sell: Sell, client: Client
) -> None:
    body = page(client, path_of(sell(listing_url=None)))
    assert "https://smith.example/" in links(body)


def test_a_link_that_is_no_web_address_is_not_made(sell: Sell, client: Client, dealer: Any) -> None:
    dealer.website = "javascript:alert(1)"
    dealer.save()
    body = page(client, path_of(sell(listing_url=None)))
    assert "javascript:" not in body


def test_what_dealers_write_is_text(sell: Sell, client: Client, dealer: Any) -> None:
    dealer.name = NASTY
    dealer.save()
    listing = sell(make="BMW", model=NASTY, variant=NASTY, description=NASTY, colour=NASTY)
    body = client.get(path_of(listing), follow=True).content.decode()
    for each in (body, *(page(client, path) for path in ("/", "/search", "/dealers/smith-motors"))):
        assert "<script" not in each.replace('<script src="/static/', "")
        assert unescape(each).count("{{ 7|add:7 }}") >= 1
    assert unescape(body).count(NASTY) >= 3  # the model, the variant, the description


@pytest.mark.parametrize(
    "wrong", ["/cars/x/y/{}", "/vans/bmw/3-series/{}", "/cars/bmw/3-series/{}/"]
)
def test_another_address_of_a_vehicle_leads_to_its_own(
    sell: Sell, client: Client, wrong: str
) -> None:
    listing = sell()
    answer = client.get(wrong.format(listing.pk))
    assert (answer.status_code, answer.headers["Location"]) == (302, path_of(listing))


def test_a_make_without_latin_letters_has_an_address(sell: Sell, client: Client) -> None:
    listing = sell(make="比亚迪", model="???")
    page(client, f"/cars/other/other/{listing.pk}")


def test_a_vehicle_taken_down_is_gone_at_the_next_request(sell: Sell, client: Client) -> None:
    listing = sell()
    Listing.objects.update(state="removed", taken_down_why="deleted", taken_down_at=timezone.now())
    body = page(client, path_of(listing), status=410)
    assert "This BMW 3 Series is no longer for sale" in text(body)
    assert "taken down today : sold or withdrawn by the dealer." in text(body)
    assert "/search?make=BMW&model=3+Series" in links(body)


@pytest.mark.parametrize("path", ["/cars/bmw/x/999999", "/cars/bmw/x/" + "9" * 30, "/nonsense"])
def test_what_is_not_there_is_a_page_of_ours(db: None, client: Client, path: str) -> None:
    assert "There is nothing at this address" in page(client, path, status=404)


def test_our_own_mistakes_are_a_page_of_ours(
    sell: Sell, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    sell()
    monkeypatch.setattr("carslink.search.engine.search", lambda query: 1 / 0)
    client.raise_request_exception = False
    assert "Something went wrong on our side" in page(client, "/search", status=500)


# --- A dealer ---------------------------------------------------------------------------------


def test_a_dealer_is_shown_with_its_stock(sell: Sell, client: Client) -> None:
    listing = sell()
    body = page(client, "/dealers/smith-motors")
    for told in ("Smith Motors", "Leeds", "0113 496 0142", "1 vehicle for sale"):
        assert told in text(body)
    assert {path_of(listing), "https://smith.example/", "/search?dealer=smith-motors"} <= set(
        links(body)
    )


def test_a_dealer_that_nobody_knows_is_not_found(follow: object, client: Client) -> None:
    page(client, "/dealers/nobody", status=404)


@pytest.mark.django_db
def test_the_credits_name_whose_data_it_is_and_every_page_leads_to_them(client: Client) -> None:
    told = text(page(client, "/credits"))
    for owner in ("OS data © Crown", "Royal Mail data © Royal Mail", "National Statistics data"):
        assert owner in told
    assert "Open Government Licence v3.0" in told
    assert "GeoNames" in told
    assert "Creative Commons Attribution 4.0" in told
    assert "/credits" in links(page(client, "/no-such-page", status=404))


def show(listing: Listing, *shown: tuple[str, int, int]) -> None:
    """Let photographs of a listing be kept."""
    from carslink.stock.made import PicturesOf, hand_back

    told = PicturesOf(listing.pk, total=6, done=len(shown), placeholder="AAAA", shown=list(shown))
    hand_back([[told]])


def test_a_card_shows_the_hero_in_the_sizes_there_are_and_four_more_below_it(
    sell: Callable[..., Listing], follow: Callable[[], None], client: Client
) -> None:
    listing = sell()
    assert "<img" not in client.get("/search").content.decode()
    show(listing, ("a" * 32, 1600, 1200), *((each * 32, 900, 600) for each in "bcdef"))
    follow()
    page = client.get("/search").content.decode()
    at = f"/pictures/{'a' * 32}"
    assert f'src="{at}/640.webp"' in page
    assert f'srcset="{at}/320.webp 320w, {at}/640.webp 640w, {at}/1280.webp 1280w, ' in page
    assert 'width="1600" height="1200"' in page
    assert 'src="data:image/webp;base64,AAAA"' in page
    assert 'loading="lazy"' in page
    assert re.findall(r"/pictures/(.){32}/320.webp\" width=\"160\" height=\"120\" ", page) == list(
        "bcde"
    )
    assert "images.example" not in page
    assert 'style="' not in page  # the policy would drop it


def test_a_vehicles_page_shows_all_photographs_the_first_at_once(
    sell: Callable[..., Listing], client: Client
) -> None:
    listing = sell()
    show(listing, *((f"{n:032x}", 1600, 1200) for n in range(6)))
    page = client.get(path_of(listing)).content.decode()
    assert page.count('fetchpriority="high"') == 1
    assert [f"/pictures/{n:032x}/1600.webp" in page for n in range(6)] == [True] * 6
    assert "All 6 photographs" in page
    assert 'alt="BMW 3 Series 320d M Sport, photograph 6"' in page
    assert "drawing stands in" not in page
    assert "images.example" not in page


def test_each_photograph_of_a_vehicles_page_has_its_own_placeholder(
    sell: Callable[..., Listing], client: Client
) -> None:
    from carslink.media.models import Picture

    listing = sell()
    names = [f"{n:032x}" for n in range(6)]
    show(listing, *((name, 1600, 1200) for name in names))
    for name in names:
        few = f"few pixels {name[-1]}".encode()
        Picture.objects.create(name=name, width=1600, height=1200, placeholder=few)
    page = client.get(path_of(listing)).content.decode()
    told = re.findall(
        r'base64,([^"]+)" alt="" aria-hidden="true"><img src="/pictures/(.{32})', page
    )
    own = {name: b64encode(f"few pixels {name[-1]}".encode()).decode() for name in names}
    own[names[0]] = "AAAA"  # as on its card
    assert told == [(own[name], name) for name in names] * 2  # large, and as thumbnails


def test_the_api_tells_addresses_of_carslinks_own(
    sell: Callable[..., Listing], follow: Callable[[], None], client: Client, settings: Any
) -> None:
    settings.PUBLIC_URL = "https://cars.example"
    listing = sell()
    show(listing, ("a" * 32, 1600, 1200))
    follow()
    (found,) = client.get("/api/v1/search").json()["results"]
    assert found["images"] == [f"https://cars.example/pictures/{'a' * 32}/1280.webp"]
    assert found["image_count"] == 6
    assert found["picture"]["name"] == "a" * 32
    told = client.get(f"/api/v1/vehicles/{listing.pk}").json()
    assert told["images"] == found["images"]
    assert told["picture"] == found["picture"]
