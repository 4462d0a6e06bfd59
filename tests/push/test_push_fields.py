"""Fields: required, recommended, by type; aliases, numbers as text, vocabulary, warnings."""

from datetime import date
from typing import Any

import pytest

from tests.push.shop import (
    Shop,
    car,
    images,
    motorcycle,
    reasons,
    registration,
    told_of,
    van,
    without,
)

REQUIRED = ("make", "model", "year", "price", "mileage", "registration")
NOT_A_MARK = "registration is not a valid UK registration mark"
PRICE = "price must be numeric and > 0"
YEAR = "year must be a 4-digit integer"
MILEAGE = "mileage must be an integer >= 0"


@pytest.mark.parametrize("name", REQUIRED)
def test_a_listing_without_a_required_field_is_skipped_alone(shop: Shop, name: str) -> None:
    receipt = shop.full(without(car(1), name), car(2))
    assert receipt["skipped_listings"] == [{"source_id": "V1", "reason": f"{name} is required"}]
    assert shop.live() == ["V2"]


@pytest.mark.parametrize(
    ("listing", "kind"),
    [(without(car(1), "body_type"), "cars"), (without(van(1), "body_type"), "vans")],
)
def test_cars_and_vans_need_a_body_type(shop: Shop, listing: dict[str, Any], kind: str) -> None:
    assert reasons(shop.full(listing, car(2))) == [f"body_type is required for {kind}"]


def test_a_motorcycle_needs_no_body_type(shop: Shop) -> None:
    assert shop.full(motorcycle(1))["skipped_listings"] == []


def test_vehicle_type_left_out_is_a_car(shop: Shop) -> None:
    shop.full(without(car(1), "vehicle_type"))
    assert shop.vehicle("V1")["vehicle_type"] == "car"


@pytest.mark.parametrize("sent", ["motorbike", "Motorbike", "MOTORCYCLE", "motorcycle"])
def test_motorbike_is_taken_as_motorcycle(shop: Shop, sent: str) -> None:
    assert shop.full(motorcycle(1, vehicle_type=sent))["warnings"] == []
    assert shop.vehicle("V1")["vehicle_type"] == "motorcycle"


@pytest.mark.parametrize("sent", ["boat", "caravan", 7, [], {}, True])
def test_an_unknown_vehicle_type_is_skipped(shop: Shop, sent: Any) -> None:
    receipt = shop.full(car(1, vehicle_type=sent), car(2))
    assert "vehicle_type must be car, motorcycle or van" in reasons(receipt)[0].split("; ")
    assert shop.live() == ["V2"]


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        *(("price", each, PRICE) for each in (0, -1, 0.001, "£28,995", "28,995", "POA", True, [])),
        *(("year", each, YEAR) for each in (21, 20215, "21", 2021.5, "MMXXI", True, [], -2021)),
        *(("mileage", each, MILEAGE) for each in (-1, 24500.5, "24,500", "low", True, [], "-1")),
        *(
            ("registration", each, NOT_A_MARK)
            for each in ("ABC", "AB21 XYZ1", "AB99QQQ", 5, [], True, "TBC")
        ),
    ],
)
def test_a_fault_in_a_required_field_is_worded_as_on_the_page(
    shop: Shop, name: str, value: Any, reason: str
) -> None:
    receipt = shop.full(car(1, **{name: value}), car(2))
    assert receipt["skipped_listings"] == [{"source_id": "V1", "reason": reason}]
    assert shop.live() == ["V2"]


@pytest.mark.parametrize("name", ["make", "model", "body_type"])
@pytest.mark.parametrize("value", [[], {}, True])
def test_required_text_of_another_type_is_skipped(shop: Shop, name: str, value: Any) -> None:
    receipt = shop.full(car(1, **{name: value}), car(2))
    assert reasons(receipt) == [f"{name} must be text"]


def test_all_faults_of_a_listing_are_told_at_once(shop: Shop) -> None:
    receipt = shop.full(
        car(1, make="", price=0, year=21, mileage=-5, registration="?", images=images(1, 2)),
        car(2),
    )
    assert set(reasons(receipt)[0].split("; ")) == {
        "make is required",
        PRICE,
        YEAR,
        MILEAGE,
        NOT_A_MARK,
        "minimum 4 image URLs required (received 2)",
    }


def test_a_skipped_listing_is_named_by_what_it_has(shop: Shop) -> None:
    faulty = {"price": 0}
    receipt = shop.full(
        car(1, **faulty),
        without(car(2, **faulty), "source_id"),
        without(car(3, **faulty), "source_id", "registration"),
        without(car(4, registration="not a plate"), "source_id"),
        car(5),
    )
    names = [without(each, "reason") for each in receipt["skipped_listings"]]
    assert names == [
        {"source_id": "V1"},
        {"source_id": None, "registration": registration(2)},
        {"source_id": None, "index": 2},
        {"source_id": None, "registration": "not a plate"},
    ]


@pytest.mark.parametrize(
    ("sent", "received"),
    [
        ([], 0),
        (images(1, 3), 3),
        ([*images(1, 3), images(1)[0]], 3),
        ([*images(1, 3), "http://images.example/4.jpg"], 3),
        ([*images(1, 3), None, 5, {}, "", "ftp://images.example/4.jpg", "https://"], 3),
        (images(1)[0], 0),
        ({"0": images(1)[0]}, 0),
        ("[]", 0),
    ],
    ids=["none", "three", "twice", "http", "no URLs", "text", "object", "JSON in text"],
)
def test_fewer_than_four_distinct_https_images_are_skipped(
    shop: Shop, sent: Any, received: int
) -> None:
    receipt = shop.full(car(1, images=sent), car(2))
    assert reasons(receipt) == [f"minimum 4 image URLs required (received {received})"]


def test_only_distinct_https_images_are_kept(shop: Shop) -> None:
    receipt = shop.full(car(1, images=[images(1)[0], "http://a.example/1.jpg", *images(1), 7]))
    assert receipt["queued_count"] == 1
    assert told_of(receipt, "images") != []
    assert shop.vehicle("V1")["images"] == images(1)


@pytest.mark.parametrize(
    ("name", "sent", "kept"),
    [
        ("price", "28995", 28995),
        ("price", " 28995.50 ", 28995.5),
        ("price", 28995.0, 28995),
        ("mileage", "24500", 24500),
        ("mileage", 24500.0, 24500),
        ("mileage", 0, 0),
        ("year", "2021", 2021),
        ("engine_size", "1995", 1995),
    ],
)
def test_plain_numeric_text_is_taken_as_a_number(
    shop: Shop, name: str, sent: Any, kept: Any
) -> None:
    assert shop.full(car(1, **{name: sent}))["warnings"] == []
    assert shop.vehicle("V1")[name] == kept


@pytest.mark.parametrize("year", [1885, date.today().year + 1])
def test_the_oldest_and_the_newest_year_are_taken(shop: Shop, year: int) -> None:
    assert shop.full(car(1, year=year))["skipped_listings"] == []


@pytest.mark.parametrize(
    ("alias", "name", "value"),
    [("fuel_type", "fuel", "Diesel"), ("color", "colour", "White")],
)
def test_an_alias_is_taken_for_its_field(shop: Shop, alias: str, name: str, value: str) -> None:
    assert shop.full(car(1, **{alias: value}))["warnings"] == []
    assert shop.vehicle("V1")[name] == value
    shop.partial({"source_id": "V1", alias: None})
    assert shop.vehicle("V1")[name] is None
    shop.full(car(1, **{alias: "", name: value}))
    assert shop.vehicle("V1")[name] == value


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        (car, "listing_url", "http://www.smithmotors.co.uk/1"),
        (car, "listing_url", "www.smithmotors.co.uk"),
        (car, "listing_url", 5),
        (car, "vin", "WBAJL510X0G12345"),
        (car, "vin", "WBAJL510X0G12345O"),
        (car, "vin", 5),
        (car, "transmission", "sideways"),
        (car, "transmission", []),
        (car, "engine_size", "two litres"),
        (car, "engine_size", -1),
        (car, "engine_size", 10**400),
        (car, "fuel", {}),
        (car, "colour", ["red"]),
        (car, "variant", {"name": "M Sport"}),
        (car, "description", 5),
        (car, "condition", True),
        (motorcycle, "licence_category", "B"),
        (motorcycle, "bike_type", []),
        (van, "payload_kg", "heavy"),
        (van, "payload_kg", 10.5),
        (van, "load_volume_m3", "big"),
        (van, "load_volume_m3", 0),
        (van, "roof_height", True),
    ],
)  # fmt: skip
def test_a_malformed_recommended_field_is_dropped_with_a_warning(
    shop: Shop, kind: Any, name: str, value: Any
) -> None:
    receipt = shop.full(kind(1, **{name: value}))
    assert receipt["queued_count"] == 1
    (warning,) = receipt["warnings"]
    assert (warning["source_id"], warning["field"]) == ("V1", name)
    assert warning["reason"].startswith(name)
    assert shop.listing("V1")["warnings"] == [{"field": name, "reason": warning["reason"]}]
    assert shop.vehicle("V1").get(name) is None


def test_a_malformed_recommended_field_of_a_partial_leaves_the_value_that_was(shop: Shop) -> None:
    shop.full(car(1, transmission="Manual"))
    receipt = shop.partial({"source_id": "V1", "transmission": "sideways", "price": 9})
    assert told_of(receipt, "transmission") != []
    assert shop.vehicle("V1")["transmission"] == "Manual"
    assert shop.vehicle("V1")["price"] == 9


def test_a_warning_about_a_partial_is_not_repeated_by_a_later_full_feed_that_is_right(
    shop: Shop,
) -> None:
    whole = car(1, transmission="Manual")
    shop.full(whole)
    shop.partial({"source_id": "V1", "transmission": "sideways"})
    receipt = shop.full(whole)
    assert receipt["warnings"] == []
    assert shop.listing("V1")["warnings"] == []


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        (car, "fuel", "Wood gas"),
        (car, "colour", "Qzx"),
        (car, "body_type", "Hearse"),
        (car, "condition", "Barn find"),
        (motorcycle, "bike_type", "Penny-farthing"),
        (van, "van_type", "Ice cream van"),
        (van, "body_type", "Popemobile"),
    ],
)
def test_a_word_outside_the_vocabulary_is_kept_as_sent_and_warned_of(
    shop: Shop, kind: Any, name: str, value: str
) -> None:
    receipt = shop.full(kind(1, **{name: value}))
    assert [(each["source_id"], each["field"]) for each in receipt["warnings"]] == [("V1", name)]
    assert shop.vehicle("V1")[name] == value


def test_a_word_outside_the_vocabulary_is_counted_under_other(shop: Shop) -> None:
    receipt = shop.full(car(1, fuel=f"Wood gas {shop.id}"))
    shop.house.settled(shop.key, receipt["sync_id"])
    slug = shop.profile()["slug"]
    told = shop.house.get("/api/v1/search", dealer=slug, fuel="Other").json()
    assert [each["registration"] for each in told["results"]] == [registration(1)]
    assert shop.house.get("/api/v1/search", dealer=slug, fuel="Petrol").json()["total"] == 0
    assert shop.house.get("/api/v1/search", dealer=slug, q="wood gas").json()["total"] == 1


@pytest.mark.parametrize(
    ("kind", "name", "sent", "kept"),
    [
        (car, "make", "bmw", "BMW"),
        (car, "make", "B.M.W.", "BMW"),
        (car, "make", "mercedes benz", "Mercedes-Benz"),
        (car, "fuel", "DIESEL", "Diesel"),
        (car, "transmission", "automatic", "Automatic"),
        (car, "body_type", "saloon", "Saloon"),
        (car, "condition", "used", "Used"),
        (car, "colour", "black sapphire", "black sapphire"),
        (motorcycle, "licence_category", "a2", "A2"),
        (motorcycle, "bike_type", "naked", "Naked"),
        (van, "van_type", "panel van", "Panel Van"),
    ],
)
def test_a_known_word_gets_its_one_spelling(
    shop: Shop, kind: Any, name: str, sent: str, kept: str
) -> None:
    assert shop.full(kind(1, **{name: sent}))["warnings"] == []
    assert shop.vehicle("V1")[name] == kept


def test_an_unknown_make_is_kept_with_a_warning_and_an_unknown_model_without(shop: Shop) -> None:
    receipt = shop.full(car(1, make="Nonesuch", model="Whatever"), car(2, model="Whatever"))
    assert [(each["source_id"], each["field"]) for each in receipt["warnings"]] == [("V1", "make")]
    assert (shop.vehicle("V1")["make"], shop.vehicle("V1")["model"]) == ("Nonesuch", "Whatever")


def test_van_sizes_in_millimetres_are_kept_and_put_in_their_bucket(shop: Shop) -> None:
    receipt = shop.full(van(1, roof_height=2524, load_length="3705"))
    assert receipt["warnings"] == []
    shop.house.settled(shop.key, receipt["sync_id"])
    told = shop.vehicle("V1")
    assert (told["roof_height"], told["load_length"]) == ("2524", "3705")
    asked = {"dealer": shop.profile()["slug"], "roof_height": "Medium", "load_length": "Long"}
    assert shop.house.get("/api/v1/search", **asked).json()["total"] == 1


@pytest.mark.parametrize("kind", [car, motorcycle, van])
def test_engine_size_is_for_every_type(shop: Shop, kind: Any) -> None:
    assert shop.full(kind(1, engine_size=650))["warnings"] == []
    assert shop.vehicle("V1")["engine_size"] == 650


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [(car, "bike_type", "Naked"), (motorcycle, "payload_kg", 500), (van, "licence_category", "A")],
)
def test_a_field_of_another_type_of_vehicle_is_ignored_with_a_warning(
    shop: Shop, kind: Any, name: str, value: Any
) -> None:
    receipt = shop.full(kind(1, **{name: value}))
    assert [each["field"] for each in receipt["warnings"]] == [name]
    assert shop.vehicle("V1")[name] is None


def test_location_and_region_are_ignored_without_a_word(shop: Shop) -> None:
    receipt = shop.full(car(1, location="Paris", region="Gaul"), location="Rome", region="Latium")
    assert receipt["warnings"] == []
    assert shop.profile()["location"] is None
    assert shop.profile()["region"] is None


def test_unknown_fields_are_each_named_once(shop: Shop) -> None:
    cars = [car(n, doors=5, seats=n) for n in range(3)]
    receipt = shop.send({**shop.feed("full_replace", *cars, fax="1"), "version": 2})
    named = sorted((each["source_id"], each["field"]) for each in receipt["warnings"])
    assert [field for _, field in named] == ["dealer.fax", "doors", "seats", "version"]
    assert receipt["queued_count"] == 3
    assert {each["reason"] for each in receipt["warnings"]} == {"unknown field, ignored"}


def test_warnings_are_a_thousand_at_most_and_their_total_is_told(shop: Shop) -> None:
    receipt = shop.full(*(car(n, vin="bad") for n in range(1200)))
    assert (len(receipt["warnings"]), receipt["warnings_total"]) == (1000, 1200)
    assert receipt["queued_count"] == 1200
    again = shop.get(f"/stock/{receipt['sync_id']}").json()
    assert (len(again["warnings"]), again["warnings_total"]) == (1000, 1200)


def test_an_unchanged_listing_is_warned_of_again(shop: Shop) -> None:
    first = shop.full(car(1, vin="bad"))
    assert shop.full(car(1, vin="bad"))["warnings"] == first["warnings"] != []


def test_source_id_and_vin_are_never_public(shop: Shop) -> None:
    receipt = shop.full(car(1, vin="WBAJL510X0G123456", source_id=f"SECRET-{shop.id}"))
    shop.house.settled(shop.key, receipt["sync_id"])
    id_ = shop.vehicle_id(f"SECRET-{shop.id}")
    page = shop.house.get(shop.listing(f"SECRET-{shop.id}")["url"])
    for told in (
        shop.house.get(f"/api/v1/vehicles/{id_}").text,
        shop.house.get("/api/v1/search", dealer=shop.profile()["slug"]).text,
        page.text,
    ):
        assert "WBAJL510X0G123456" not in told
        assert f"SECRET-{shop.id}" not in told


@pytest.mark.parametrize("price", [99_999_999.99, "99999999.99", 99_999_999])
def test_the_highest_price_is_kept(shop: Shop, price: Any) -> None:
    assert shop.full(car(1, price=price))["queued_count"] == 1


@pytest.mark.parametrize("price", [99_999_999.995, 99_999_999.999, "99999999.999", 10**8, 1e300])
def test_a_price_that_rounds_up_to_too_much_is_skipped(shop: Shop, price: Any) -> None:
    receipt = shop.full(car(1, price=price), car(2))
    assert reasons(receipt) == ["price must be below 100,000,000"]
