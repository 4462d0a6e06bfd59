"""Rows of spreadsheets made listings that the core takes."""

from collections.abc import Mapping, Sequence

import pytest

from carslink.mapping.clean import Chosen, Cleaned, Reader
from carslink.stock import contract

NO_DEFAULTS: dict[str, str] = {}


def listing(
    cells: Sequence[str], columns: Sequence[Chosen], defaults: Mapping[str, str]
) -> Cleaned:
    """Read a row twice, the second time with what the first left in memory."""
    reader = Reader(columns, defaults)
    first, second = reader.listing(cells), reader.listing(cells)
    assert first == second
    return second


def cleaned(field: str, text: str, unit: str | None = None) -> object:
    return listing([text], [Chosen(0, field, unit)], NO_DEFAULTS).values.get(field)


@pytest.mark.parametrize(
    ("field", "text", "unit", "value"),
    [
        ("price", "£28,995", None, 28995),
        ("price", "28,995.00 GBP", None, 28995),
        ("price", "£28,995.50", None, 28995.5),
        ("price", " 28995 ", None, 28995),
        ("mileage", "24.5k miles", None, 24500),
        ("mileage", "24,500", None, 24500),
        ("mileage", "35,000 km", None, 21748),
        ("mileage", "35,000", "km", 21748),
        ("mileage", "35,000 miles", "km", 35000),
        ("mileage", "24500.0", None, 24500),
        ("mileage", "41", "thousands", 41000),
        ("mileage", "41k", "thousands", 41000),
        ("mileage", "41,233", "thousands", 41233),
        ("mileage", "35", "thousands of km", 21748),
        ("price", "9.5", "thousands", 9500),
        ("price", "£12.95", "thousands", 12950),
        ("price", "9,500", "thousands", 9500),
        ("year", "2021", None, 2021),
        ("year", "71", None, 2021),
        ("year", "21/71", None, 2021),
        ("year", "44291", None, 2021),
        ("year", "03/12", None, 2012),
        ("year", "01/09/2021", None, 2021),
        ("engine_size", "1.6", None, 1600),
        ("engine_size", "1.6L", None, 1600),
        ("engine_size", "1,6", None, 1600),
        ("engine_size", "1,995cc", None, 1995),
        ("engine_size", "1995", "litres", 1995),
        ("engine_size", "2.0 TDI 150PS", None, 2000),
        ("engine_size", "0", None, None),
        ("fuel", "Petrol/Electric Hybrid", None, "Hybrid"),
        ("fuel", "DIESEL", None, "Diesel"),
        ("fuel", "Steam", None, "Steam"),
        ("fuel", "Dsl", None, "Diesel"),
        ("fuel", "H", None, "Hybrid"),
        ("transmission", "6 Spd Man", None, "Manual"),
        ("transmission", "S/Auto", None, "Semi-Automatic"),
        ("body_type", "5dr HB", None, "Hatchback"),
        ("body_type", "EST", None, "Estate"),
        ("body_type", "Shooting Brake", None, "Shooting Brake"),
        ("transmission", "AUTO", None, "Automatic"),
        ("transmission", "Yes", "automatic", "Automatic"),
        ("transmission", "N", "automatic", "Manual"),
        ("condition", "Y", "new", "New"),
        ("condition", "FALSE", "new", "Used"),
        ("condition", "1", "used", "Used"),
        ("condition", "Ex-demo", "new", "Nearly New"),
        ("colour", "BLACK SAPPHIRE", None, "Black Sapphire"),
        ("colour", "red", None, "Red"),
        ("colour", "LAND'S END BLUE", None, "Land's End Blue"),
        ("colour", "BMW BLUE", None, "BMW Blue"),
        ("colour", "two-tone red/black", None, "Two-Tone Red/Black"),
        ("colour", "Rosso Corsa", None, "Rosso Corsa"),
        ("vehicle_type", "Commercial", None, "van"),
        ("vehicle_type", "Motorbike", None, "motorcycle"),
        ("payload_kg", "1,150 kg", None, 1150),
        ("payload_kg", "1.15 t", None, 1150),
        ("load_volume_m3", "10.4 m3", None, 10.4),
        ("source_id", "1001.0", None, "1001"),
        ("source_id", "V2.0", None, "V2.0"),
        ("listing_url", "http://www.example.com/cars/1", None, "https://www.example.com/cars/1"),
        ("registration", "ab12 cde", None, "ab12 cde"),
        ("description", "One owner.\nFull history.", None, "One owner.\nFull history."),
    ],
)
def test_a_cell_is_read_as_it_was_meant(
    field: str, text: str, unit: str | None, value: object
) -> None:
    assert cleaned(field, text, unit) == value


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("price", "£5000 now £4500"),
        ("mileage", "delivery"),
        ("year", "2019 or 2020"),
        ("engine_size", "big"),
        ("price", "-1"),
        ("payload_kg", "plenty"),
    ],
)
def test_what_cannot_be_read_stays_as_sent(field: str, text: str) -> None:
    assert cleaned(field, text) == text


@pytest.mark.parametrize("blank", ["", "  ", "-", "N/A", "null", "#N/A"])
def test_a_blank_cell_leaves_its_field_out(blank: str) -> None:
    assert listing([blank], [Chosen(0, "colour")], NO_DEFAULTS).values == {}


def test_a_price_on_application_is_said_and_skipped_by_the_core() -> None:
    made = listing(["POA"], [Chosen(0, "price")], NO_DEFAULTS)
    assert made.remarks == ["the price is “POA”: only vehicles with a price are listed"]
    assert "price must be numeric and > 0" in contract.check(made.values).faults


@pytest.mark.parametrize(("text", "unit"), [("€9,995", None), ("9,995", "eur")])
def test_another_currency_never_passes_for_pounds(text: str, unit: str | None) -> None:
    made = listing([text], [Chosen(0, "price", unit)], NO_DEFAULTS)
    assert made.remarks == ["the price is in EUR: prices must be in pounds"]
    assert "price must be numeric and > 0" in contract.check(made.values).faults


def test_a_price_before_vat_is_said_to_be_one() -> None:
    made = listing(["£14,995 + VAT"], [Chosen(0, "price")], NO_DEFAULTS)
    assert made.values == {"price": 14995}
    assert made.remarks == ["the price is plus VAT: £14,995 + VAT"]


def test_images_come_from_all_their_columns_in_order_and_once() -> None:
    columns = [Chosen(0, "images"), Chosen(1, "images"), Chosen(2, "images")]
    cells = [
        "//example.com/1.jpg",
        "http://example.com/2.jpg|example.com/3.jpg",
        "example.com/1.jpg",
    ]
    assert listing(cells, columns, NO_DEFAULTS).values == {
        "images": [f"https://example.com/{number}.jpg" for number in (1, 2, 3)]
    }


def test_a_photograph_that_was_dropped_counts_as_one() -> None:
    assert cleaned("images", "media:abc,media:def") == ["media:abc", "media:def"]


def test_a_file_without_an_address_is_said_to_be_no_link() -> None:
    made = listing(["1001_1.jpg"], [Chosen(0, "images")], NO_DEFAULTS)
    assert made.values == {}
    assert made.remarks == ["“1001_1.jpg” is no link to a photograph"]


def test_a_combined_cell_is_taken_apart() -> None:
    chosen = Chosen(0, "model", splits=("make", "model", "variant", "year"))
    made = listing(["2019 vw golf 2.0 TDI Match 5dr"], [chosen], NO_DEFAULTS)
    assert made.values == {
        "make": "Volkswagen",
        "model": "Golf",
        "variant": "2.0 TDI Match 5dr",
        "year": "2019",
    }


def test_a_combined_cell_fills_only_what_other_columns_leave_open() -> None:
    columns = [Chosen(0, "model", splits=("model", "variant")), Chosen(1, "make")]
    made = listing(["Golf 2.0 TDI Match", "VW"], columns, NO_DEFAULTS)
    assert made.values == {"make": "VW", "model": "Golf", "variant": "2.0 TDI Match"}


def test_a_combined_cell_without_a_known_make_stays_and_is_remarked_on() -> None:
    made = listing(["Zorp 9"], [Chosen(0, "model", splits=("make", "model"))], NO_DEFAULTS)
    assert made.values == {"model": "Zorp 9"}
    assert made.remarks == ["“Zorp 9” does not begin with a make that we know"]


def test_defaults_speak_where_a_row_is_silent() -> None:
    columns = [Chosen(0, "vehicle_type")]
    defaults = {"vehicle_type": "van", "condition": "Used"}
    assert listing([""], columns, defaults).values == defaults
    assert listing(["Car"], columns, defaults).values == {
        "vehicle_type": "car",
        "condition": "Used",
    }


@pytest.mark.parametrize(
    ("field", "text", "kind"),
    [
        ("body_type", "Panel Van", "van"),
        ("body_type", "LUTON", "van"),
        ("van_type", "Fridge van", "van"),
        ("bike_type", "Naked", "motorcycle"),
        ("licence_category", "A2", "motorcycle"),
        ("body_type", "Hatchback", None),
        ("body_type", "Pickup", None),
        ("body_type", "Double Cab", None),
        ("van_type", "Pickup", None),
        ("licence_category", "B", None),
        ("body_type", "Zorp", None),
    ],
)
def test_a_row_without_a_type_is_what_its_other_cells_say(
    field: str, text: str, kind: str | None
) -> None:
    columns = [Chosen(0, field)]
    found = listing([text], columns, NO_DEFAULTS)
    assert found.values.get("vehicle_type") == kind
    article = "a van by its" if kind == "van" else "a motorcycle by its"
    named = field.replace("_", " ")
    remark = f"no cell says what kind of vehicle it is: {article} {named}, {text}"
    assert found.remarks == ([remark] if kind else [])
    told = listing([text], columns, {"vehicle_type": "car"})
    assert (told.values["vehicle_type"], told.remarks) == ("car", [])


def test_cells_that_tell_two_types_tell_none() -> None:
    columns = [Chosen(0, "body_type"), Chosen(1, "licence_category")]
    for body in ("Panel Van", "Saloon"):
        found = listing([body, "A"], columns, NO_DEFAULTS)
        assert ("vehicle_type" in found.values, found.remarks) == (False, [])


def test_texts_of_several_columns_follow_each_other_and_other_fields_take_the_first() -> None:
    columns = [
        Chosen(0, "description"),
        Chosen(1, "description"),
        Chosen(2, "fuel"),
        Chosen(3, "fuel"),
    ]
    made = listing(["One owner.", "Two keys.", "", "Petrol"], columns, NO_DEFAULTS)
    assert made.values == {"description": "One owner.\n\nTwo keys.", "fuel": "Petrol"}


def test_a_short_row_is_read_as_far_as_it_goes() -> None:
    columns = [Chosen(0, "make"), Chosen(7, "colour")]
    assert listing(["Ford"], columns, NO_DEFAULTS).values == {"make": "Ford"}


def test_a_messy_row_goes_live() -> None:
    row = {
        "registration": "ab12 cde", "make": "FORD", "model": "focus", "year": "12 plate",
        "price": "£5,995", "mileage": "45k", "colour": "BLUE", "fuel": "PETROL",
        "transmission": "MAN", "body_type": "hatch", "engine_size": "1.6",
        "images": " ".join(f"http://example.com/{n}.jpg" for n in range(4)),
    }  # fmt: skip
    columns = [Chosen(index, field) for index, field in enumerate(row)]
    checked = contract.check(listing(list(row.values()), columns, NO_DEFAULTS).values)
    assert checked.faults == []
    assert checked.warnings == []
    assert checked.values["registration"] == "AB12CDE"
    assert checked.values["mileage"] == 45000
    assert checked.values["engine_size"] == 1600
    assert checked.values["year"] == 2012
