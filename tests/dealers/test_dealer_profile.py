"""Dealers come with their first feed, and each later one may change their profile."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.push.shop import Shop, car, new_shop, told_of


def test_the_dealer_object_is_null_at_first_and_filled_afterwards(shop: Shop) -> None:
    assert shop.full(car(1), name="Smith Motors", town="Hull")["dealer"] is None
    told = shop.full(car(1), car(2))["dealer"]
    slug = told["slug"]
    assert told == {
        "partner_dealer_id": shop.id,
        "slug": slug,
        "url": f"{shop.house.url}/dealers/{slug}",
        "name": "Smith Motors",
        "location": None,
        "region": None,
        "live": 2,
    }


def test_an_empty_first_feed_creates_the_dealer_too(shop: Shop) -> None:
    assert shop.partial()["dealer"] is None
    assert shop.partial()["dealer"]["live"] == 0


def test_changed_fields_of_a_later_feed_update_the_profile_and_others_stay(shop: Shop) -> None:
    shop.full(name="Smith Motors", phone="0113 496 0000", email="a@smith.example")
    shop.partial(phone="0113 496 0001")
    told = shop.profile()
    assert told["name"] == "Smith Motors"
    assert told["phone"] == "0113 496 0001"
    assert told["email"] == "a@smith.example"


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_null_and_empty_text_clear_a_field(shop: Shop, nothing: Any) -> None:
    shop.full(phone="0113 496 0000")
    assert shop.partial(phone=nothing)["warnings"] == []
    assert shop.profile()["phone"] is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("email", "[email protected]"),
        ("email", "nobody"),
        ("email", 5),
        ("website", "http://www.smith.example"),
        ("website", "javascript:alert(1)"),
        ("website", "https://www.smith.example@evil.example/"),
        ("website", "https://localhost/"),
        ("website", []),
        ("postcode", "12345"),
        ("postcode", "LS1 4DYX"),
        ("phone", "+1 212 555 0100"),
        ("phone", "ring us"),
        ("phone", "0161 BUY CARS"),
        ("phone", "0161 / 555"),
        ("phone", "999"),
        ("phone", True),
        ("name", "x" * 201),
        ("name", {}),
        ("address", []),
        ("town", 5),
    ],
)
def test_a_bad_field_is_dropped_with_a_warning_and_the_old_value_stays(
    shop: Shop, name: str, value: Any
) -> None:
    good = {
        "name": "Smith Motors", "email": "a@smith.example", "phone": "0113 496 0000",
        "website": "https://www.smith.example", "postcode": "LS1 4DY", "town": "Leeds",
        "address": "1 High Street, Leeds",
    }  # fmt: skip
    shop.full(car(1), **good)
    before = shop.profile()
    receipt = shop.partial(car(2), **{name: value})
    assert receipt["queued_count"] == 1
    (warning,) = receipt["warnings"]
    assert (warning["source_id"], warning["field"]) == (None, f"dealer.{name}")
    assert warning["reason"].endswith("; ignored")
    assert shop.profile() == before | {"live": 2}


def test_the_flat_address_is_built_from_its_parts_where_none_is_sent(shop: Shop) -> None:
    shop.full(address_line_1="1 High Street", address_line_2="Unit 2", town="Leeds", county="Yorks")
    assert shop.profile()["address"] == "1 High Street, Unit 2, Leeds, Yorks"
    shop.partial(town="Hull", county=None)
    assert shop.profile()["address"] == "1 High Street, Unit 2, Hull"


def test_the_flat_address_is_the_one_that_is_sent(shop: Shop) -> None:
    shop.full(address="The Old Mill, Leeds", address_line_1="1 High Street", town="Leeds")
    assert shop.profile()["address"] == "The Old Mill, Leeds"


@pytest.mark.parametrize("nothing", [None, ""])
def test_an_address_that_is_sent_empty_is_built_from_its_parts(shop: Shop, nothing: Any) -> None:
    shop.full(address=nothing, address_line_1="1 High Street", town="Leeds")
    assert shop.profile()["address"] == "1 High Street, Leeds"


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("m12ab", "M1 2AB"),
        ("M1 2AB", "M1 2AB"),
        (" sw1a  1aa ", "SW1A 1AA"),
        ("GY1 1AA", "GY1 1AA"),
        ("m1-1ae", "M1 1AE"),
        ("P01 2AL", "PO1 2AL"),
    ],
)
def test_a_postcode_gets_its_one_spelling(shop: Shop, sent: str, kept: str) -> None:
    assert shop.full(postcode=sent)["warnings"] == []
    assert shop.profile()["postcode"] == kept


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("0161 555 0100", "0161 555 0100"),
        ("+44 161 555 0100", "0161 555 0100"),
        ("+44 (0)161 555 0100", "0161 555 0100"),
        ("(0161) 555-0100", "0161 555 0100"),
        ("00441134960000", "0113 496 0000"),
        ("01632960123", "01632 960123"),
        ("07700900123", "07700 900123"),
        ("tel: 020 79460123", "020 7946 0123"),
        ("0845 712 3456 ext 12", "0845 712 3456 x12"),
        ("01534 700700", "01534 700700"),
        ("0113 496 0000 / 07700 900123", "0113 496 0000"),
        ("0113 496 0000; 0113 496 0001", "0113 496 0000"),
        ("0113 496 0000 (sales), 0113 496 0001 (service)", "0113 496 0000"),
        ("Sales: 0113 496 0000", "0113 496 0000"),
        ("+1 212 555 0100 or 0113 496 0000", "0113 496 0000"),
        ("1134960000.0", "0113 496 0000"),
        ("0113.496.0000", "0113 496 0000"),
    ],
)
def test_a_phone_number_gets_its_uk_form(shop: Shop, sent: str, kept: str) -> None:
    assert shop.full(phone=sent)["warnings"] == []
    assert shop.profile()["phone"] == kept


@pytest.mark.parametrize(
    ("postcode", "location", "region"),
    [
        ("LS1 4DY", "Leeds", "Yorkshire and The Humber"),
        ("M1 2AB", "Manchester", "North West"),
        ("GY1 2QE", "St Peter Port", "Channel Islands"),
    ],
)
def test_the_postcode_gives_location_and_region(
    shop: Shop, postcode: str, location: str, region: str
) -> None:
    assert shop.full(postcode=postcode)["warnings"] == []
    told = shop.partial()["dealer"]
    assert (told["location"], told["region"]) == (location, region)
    assert (shop.profile()["location"], shop.profile()["region"]) == (location, region)


def test_a_changed_postcode_moves_the_dealer_and_its_vehicles(shop: Shop) -> None:
    shop.full(car(1), postcode="LS1 4DY")
    receipt = shop.partial(postcode="CF10 3AT")
    assert receipt["dealer"]["region"] == "Wales"
    shop.house.settled(shop.key, receipt["sync_id"])
    told = shop.house.get("/api/v1/search", dealer=shop.profile()["slug"]).json()
    assert [each["dealer"]["town"] for each in told["results"]] == ["Cardiff"]


def test_a_postcode_that_nobody_has_leaves_the_place_empty_and_warns(shop: Shop) -> None:
    shop.full(postcode="LS1 4DY")
    receipt = shop.partial(postcode="ZZ1 1AA")
    assert told_of(receipt, "dealer.postcode") == [
        "no such postcode is known; location and region stay empty"
    ]
    told = shop.profile()
    assert (told["postcode"], told["location"], told["region"]) == ("ZZ1 1AA", None, None)


def test_a_cleared_postcode_clears_the_place(shop: Shop) -> None:
    shop.full(postcode="LS1 4DY")
    assert shop.partial(postcode=None)["warnings"] == []
    assert (shop.profile()["location"], shop.profile()["region"]) == (None, None)


def test_unknown_dealer_fields_are_ignored_with_a_warning(shop: Shop) -> None:
    receipt = shop.full(fax="0113 496 0000", vat={"number": 5})
    assert told_of(receipt, "dealer.fax") == ["unknown field, ignored"]
    assert told_of(receipt, "dealer.vat") == ["unknown field, ignored"]


def test_location_and_region_of_the_dealer_are_not_taken_from_the_feed(shop: Shop) -> None:
    assert shop.full(location="Paris", region="Gaul")["warnings"] == []
    assert (shop.profile()["location"], shop.profile()["region"]) == (None, None)


def test_two_dealers_of_one_name_have_addresses_of_their_own(shop: Shop) -> None:
    others = [new_shop(shop.house, shop.key) for _ in range(5)]
    for other in others:
        other.full(name="The Same Motors", town="Leeds", postcode="LS1 4DY")
    assert len({other.profile()["slug"] for other in others}) == 5


def test_a_dealer_keeps_its_address_when_it_changes_its_name(shop: Shop) -> None:
    shop.full(name="Before Ltd")
    before = shop.profile()["slug"]
    shop.full(name="After Ltd")
    assert shop.profile()["slug"] == before
    assert shop.profile()["name"] == "After Ltd"


def test_a_dealer_first_seen_by_five_feeds_at_once_is_one_dealer(shop: Shop) -> None:
    with ThreadPoolExecutor(5) as pool:
        answers = list(
            pool.map(
                lambda n: shop.house.post(shop.feed("partial", car(n), name="Five"), shop.key),
                range(5),
            )
        )
    assert [answer.status_code for answer in answers] == [202] * 5
    assert [answer.json()["dealer"] for answer in answers].count(None) == 1
    assert shop.profile()["live"] == 5


def test_a_changed_name_is_found_by_search(shop: Shop) -> None:
    shop.full(car(1), name="Before Ltd")
    receipt = shop.partial(name=f"Zanzibar {shop.id} Motors")
    shop.house.settled(shop.key, receipt["sync_id"])
    slug = shop.profile()["slug"]
    told = shop.house.get("/api/v1/search", dealer=slug).json()
    assert [each["dealer"]["name"] for each in told["results"]] == [f"Zanzibar {shop.id} Motors"]


def test_an_email_or_key_of_a_dealer_is_not_among_the_search_results(shop: Shop) -> None:
    receipt = shop.full(car(1), name="Private Ltd")
    shop.house.settled(shop.key, receipt["sync_id"])
    text = shop.house.get("/api/v1/search", dealer=shop.profile()["slug"]).text
    assert shop.key not in text
    assert shop.id not in text


def test_a_flat_address_that_was_sent_stays_when_a_later_feed_changes_a_part_of_it(
    shop: Shop,
) -> None:
    shop.full(address="1 High Street, Leeds", town="Leeds")
    shop.partial(town="Bradford")
    assert shop.profile()["address"] == "1 High Street, Leeds"
    shop.partial(address=None)
    assert shop.profile()["address"] == "Bradford"


def test_a_number_beyond_any_spoils_its_field_and_nothing_else(shop: Shop) -> None:
    body = f'{{"dealer": {{"partner_dealer_id": "{shop.id}", "name": "Smith", "phone": 1e999, '
    body += '"town": [1e999], "more": 1e999}, "listings": []}'
    answer = shop.house.post(body.encode(), shop.key)
    assert answer.status_code == 202, answer.text
    told = {each["field"] for each in answer.json()["warnings"]}
    assert told == {"dealer.phone", "dealer.town", "dealer.more"}
    assert shop.profile()["name"] == "Smith"


def test_dealers_cannot_be_changed_in_the_admin() -> None:
    from django.contrib import admin
    from django.contrib.auth.models import AnonymousUser
    from django.test import RequestFactory

    from carslink.dealers.models import Dealer

    page = admin.site.get_model_admin(Dealer)
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    assert not page.has_change_permission(request)
    assert not page.has_add_permission(request)
    assert not page.has_delete_permission(request)
