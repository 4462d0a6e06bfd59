"""What the demonstration market says is what search knows."""

from datetime import date

import pytest

from carslink.demo.catalogue import Model, all_models, licence_category, on_sale
from carslink.demo.market import Market, stock_of
from carslink.demo.paints import common_colours, paints
from carslink.demo.registrations import (
    AREAS,
    age_identifier,
    capacity,
    mark_for,
    vin_for,
    year_letter,
)
from carslink.vehicles.body_types import normalise_body_type
from carslink.vehicles.colours import basic_colour
from carslink.vehicles.makes import normalise_make, normalise_model
from carslink.vehicles.registration import normalise_registration, plate_years, registration_kind
from carslink.vehicles.vin import normalise_vin
from carslink.vehicles.words import (
    normalise_bike_type,
    normalise_fuel,
    normalise_licence_category,
    normalise_transmission,
)

MARKET = Market(seed=5, dealers=60, vehicles=4_000)


def test_the_tables_are_as_large_as_they_should_be() -> None:
    def size(vehicle_type: str) -> tuple[int, int]:
        models = [model for model in all_models() if model.vehicle_type == vehicle_type]
        return len({model.make for model in models}), len(models)

    assert size("car") >= (45, 220)
    assert size("motorcycle") >= (18, 80)
    assert size("van")[1] >= 14


@pytest.mark.parametrize("model", all_models(), ids=lambda model: f"{model.make} {model.name}")
def test_makes_bodies_fuels_and_gearboxes_are_spelt_as_search_spells_them(model: Model) -> None:
    assert normalise_make(model.make) == model.make
    assert normalise_model(model.make, model.name) == model.name
    assert model.first <= model.last <= 2026
    for body in (*model.bodies, *model.sizes):
        assert normalise_body_type(body.body_type, model.vehicle_type) == body.body_type
    for engine in model.engines:
        assert normalise_fuel(engine.fuel) == engine.fuel
        assert (engine.cc is None) == (engine.fuel == "Electric")
        assert all(normalise_transmission(box) == box for box in engine.gearboxes)
    if model.bike_type is not None:
        assert normalise_bike_type(model.bike_type) == model.bike_type


def test_paints_come_under_their_basic_colour() -> None:
    for make in {model.make for model in all_models()}:
        for vehicle_type in ("car", "van", "motorcycle"):
            for colour in common_colours(vehicle_type)[0]:
                for paint in paints(make, colour):
                    assert basic_colour(paint) == colour


def test_marks_and_vins_are_valid_and_agree_with_year_and_area() -> None:
    for index in range(MARKET.dealers):
        for listing in stock_of(MARKET, index, 0):
            mark = normalise_registration(listing["registration"], today=date(2026, 6, 1))
            assert mark is not None, listing
            kind = registration_kind(mark)
            assert kind in ("current", "prefix", "northern_ireland")
            if kind == "current":
                assert listing["year"] in plate_years(mark[2:4])
            if kind == "prefix":
                assert listing["year"] <= 2001
            assert normalise_vin(listing["vin"]) == listing["vin"]


@pytest.mark.parametrize(
    ("registered", "identifier"),
    [
        (date(2021, 2, 28), "70"),
        (date(2021, 3, 1), "21"),
        (date(2021, 9, 1), "71"),
        (date(2022, 1, 1), "71"),
        (date(2002, 1, 1), "51"),
        (date(2026, 3, 1), "26"),
    ],
)
def test_the_age_identifier_changes_in_march_and_september(
    registered: date, identifier: str
) -> None:
    assert age_identifier(registered) == identifier


def test_before_september_2001_a_letter_says_the_year() -> None:
    assert year_letter(date(1996, 9, 1)) == "P"
    assert year_letter(date(2001, 8, 31)) == "Y"
    assert year_letter(date(1999, 2, 1)) == "S"


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("registered", [date(1997, 5, 1), date(2020, 5, 1)], ids=["prefix", "now"])
def test_serials_never_share_a_mark(area: str, registered: date) -> None:
    last = capacity(area)
    serials = [*range(3_000), *range(last - 3_000, last)]
    marks = {mark_for(area, serial, registered, offset=12_345) for serial in serials}
    assert len(marks) == 6_000
    assert all(registration_kind(mark.replace(" ", "")) for mark in marks)


def test_vins_tell_serials_apart() -> None:
    vins = {vin_for("WBA", serial * 9_973, 2020, 77)[-12:] for serial in range(10_000)}
    assert len(vins) == 10_000


@pytest.mark.parametrize(
    ("cc", "kilowatts", "category"),
    [(49, 3.0, "AM"), (125, 11.0, "A1"), (471, 35.0, "A2"), (689, 54.0, "A"), (None, 5.1, "A1")],
)
def test_licence_follows_power(cc: int | None, kilowatts: float, category: str) -> None:
    assert licence_category(cc, kilowatts) == category
    assert normalise_licence_category(category) == category


def test_a_model_is_sold_only_in_its_years() -> None:
    focus_2026 = on_sale("car", 2026, frozenset({"Ford"}))
    assert focus_2026 is not None
    assert "Focus" not in {model.name for model in focus_2026.models}
    assert on_sale("car", 1990, frozenset({"Tesla"})) is None
