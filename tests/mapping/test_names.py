"""Names of columns: many spellings are one name, and the tables do not contradict themselves."""

import pytest

from carslink.mapping import aliases, foreign, headings, names, others
from carslink.stock.fields import FIELD_NAMES


@pytest.mark.parametrize(
    "spelling",
    [
        "Engine Size",
        "engine size (cc)",
        "engineSize",
        "ENGINE_SIZE_CC",
        "enginesize",
        "Engine-Size",
        "  Engine   Size  ",
        "vehicle.engineSize",
        "Vehicle Engine Size",
        "spec/engine/size",
        "Engine Size (required)",
    ],
)
def test_every_way_of_writing_a_name_is_one_name(spelling: str) -> None:
    known = names.look_up(spelling)
    assert known is not None
    assert list(known.fields) == ["engine_size"]
    assert known.fields["engine_size"] > 0.9


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("VRM", "registration"),
        ("Reg No.", "registration"),
        ("stocknumber", "source_id"),
        ("Stock #", "source_id"),
        ("PhotoURL1", "images"),
        ("image[0].url", "images"),
        ("Ext Color", "colour"),
        ("Kms Driven", "mileage"),
        ("price_in_euro", "price"),
        ("Année", "year"),
        ("Kilométrage", "mileage"),
        ("Getriebeart", "transmission"),
        ("Preço", "price"),
        ("Payload (kg)", "payload_kg"),
        ("load_volume_m3", "load_volume_m3"),
    ],
)
def test_the_trades_names_are_known(text: str, field: str) -> None:
    known = names.look_up(text)
    assert known is not None
    assert field in known.fields


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("tax(£)", "tax and VAT"),
        ("Old Price", "another price than the one asked"),
        ("Monthly Payment", "finance"),
        ("MPG", "consumption and emissions"),
        ("Interior Color", "the inside"),
        ("dealer_phone", "the dealer"),
        ("dateinstock", "a date of the advert or the stock"),
        ("Unnamed: 0", "a number of the row"),
        ("Top Speed", "the engine's and gears' other figures"),
    ],
)
def test_names_of_what_listings_have_no_field_for_are_known_as_that(text: str, kind: str) -> None:
    known = names.look_up(text)
    assert known is not None
    assert known.fields == {}
    assert known.other == kind


@pytest.mark.parametrize("text", ["Make", "Colour", "Doors", "Deposit", "Kraftstoff", "Photo 3"])
def test_a_name_reads_as_one(text: str) -> None:
    assert names.reads_as_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "AB12 CDE",
        "£12,995",
        "Smith Motors stock list",
        "12995",
        "x" * 500,
        "()",
        "£",
        "5 Seats",
        "STK001",
        "Model 3",
        "https://example.com/photo1",
        "No",
        "Automatic",
        "Used",
        "Diesel",
        "Gold",
        "Van",
    ],
)
def test_what_is_no_name_does_not_read_as_one(text: str) -> None:
    assert not names.reads_as_name(text)


def test_the_units_of_a_name_are_told() -> None:
    assert headings.read("Mileage (km)").units == {"km"}
    assert headings.read("price_in_euro").units == {"eur"}
    assert headings.read("Engine (litres)").units == {"litres"}


def test_the_tables_name_fields_of_listings_and_nothing_else() -> None:
    for table in (aliases.SURE, aliases.LOOSE, foreign.FIELDS, foreign.LOOSE):
        assert set(table) <= set(FIELD_NAMES)
    assert set(aliases.SURE) == set(FIELD_NAMES)
    assert set(foreign.OTHERS) <= set(others.OTHERS)


def test_no_name_means_one_field_alone_and_another_thing_too() -> None:
    owners: dict[str, set[str]] = {}
    for table in (aliases.SURE, others.OTHERS):
        for owner, listed in table.items():
            for name in listed.split(", "):
                owners.setdefault("".join(headings.read(name).words), set()).add(owner)
    assert {key: both for key, both in owners.items() if len(both) > 1} == {}
