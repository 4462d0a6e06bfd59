"""Columns of whole tables, by their names, their values, and each other."""

import pytest

from carslink.mapping import columns, evidence
from carslink.stock.fields import FIELD_NAMES


def fields(header: list[str], *rows: list[str]) -> list[str | None]:
    return [column.field for column in columns.propose(header, rows)]


def test_the_fields_are_those_of_a_listing() -> None:
    assert set(evidence.TESTS) == set(FIELD_NAMES)


def test_a_dealers_own_sheet_is_understood() -> None:
    sheet = {
        "Reg": ("AB12 CDE", "registration"),
        "Make": ("Ford", "make"),
        "Model": ("Focus", "model"),
        "Derivative": ("1.6 Zetec", "variant"),
        "Plate": ("12", "year"),
        "Miles": ("45k", "mileage"),
        "Col": ("Blue", "colour"),
        "Screen £": ("£5,995", "price"),
        "SIV": ("4200", None),
        "MOT": ("12/03/26", None),
    }
    row = [value for value, _ in sheet.values()]
    assert fields(list(sheet), row) == [field for _, field in sheet.values()]


def test_names_alone_will_do() -> None:
    header = ["VRM", "Manufacturer", "Model", "Retail Price", "Odometer", "Doors", "Image URLs"]
    proposed = columns.propose(header, [])
    assert [each.field for each in proposed] == [
        "registration", "make", "model", "price", "mileage", None, "images",
    ]  # fmt: skip
    assert all(each.confidence > 0.9 for each in proposed)


VALUES = [
    ["AB12CDE", "Ford", "Focus", "2012", "5995", "45012", "Petrol", "Manual", "Blue"],
    ["YK65XYZ", "Volkswagen", "Golf", "2015", "9495", "62107", "Diesel", "Manual", "Grey"],
    ["BD17ABC", "BMW", "3 Series", "2017", "14995", "38253", "Diesel", "Automatic", "Black"],
    ["LM19XYZ", "Audi", "A3", "2019", "17450", "22345", "Petrol", "Automatic", "White"],
    ["GF20XYZ", "Kia", "Sportage", "2020", "18995", "19872", "Petrol", "Manual", "Red"],
    ["GF09XYZ", "Kia", "Picanto", "2009", "1995", "89872", "Petrol", "Manual", "Red"],
]


@pytest.mark.parametrize("header", [[], [""] * 9, [f"Column{n}" for n in range(9)]])
def test_values_alone_will_do(header: list[str]) -> None:
    assert fields(header, *VALUES) == [
        "registration", "make", "model", "year", "price", "mileage", "fuel", "transmission",
        "colour",
    ]  # fmt: skip


def test_a_price_is_not_the_old_price_the_deposit_or_the_road_tax() -> None:
    header = ["Was Price", "Price", "Deposit", "Monthly", "Road Tax", "CAP Clean"]
    row = ["£12,995", "£11,995", "£995", "£215.40", "£165", "£10,750"]
    assert fields(header, row) == [None, "price", None, None, None, None]


def test_of_two_prices_without_a_telling_name_the_lower_is_asked() -> None:
    rows = [["AB12CDE", "£12,995", "£11,995"], ["YK65XYZ", "£9,995", "£9,495"]]
    assert fields([], *rows) == ["registration", None, "price"]
    assert fields([], *[[a, c, b] for a, b, c in rows]) == ["registration", "price", None]


def test_every_column_of_images_is_one_but_films_and_pages_are_not() -> None:
    header = ["Photo 1", "Photo 2", "Link", "Video"]
    row = ["https://x.example/1.jpg", "https://x.example/2.jpg", "https://x.example/car/1",
           "https://youtu.be/abc"]  # fmt: skip
    assert fields(header, row) == ["images", "images", "listing_url", None]
    assert fields([], row) == ["images", "images", "listing_url", None]


def test_a_date_of_first_registration_is_the_year_only_where_there_is_no_year() -> None:
    assert fields(["Reg Date"], ["01/03/2019"]) == ["year"]
    assert fields(["Reg Date", "Year"], ["01/03/2019", "2019"]) == [None, "year"]
    assert fields(["Registration"], ["2017"], ["2019"]) == ["year"]


@pytest.mark.parametrize(
    ("value", "field"),
    [("Used", "condition"), ("SUV", "body_type"), ("Van", "vehicle_type"), ("Sports Tourer", None)],
)
def test_a_name_of_many_meanings_goes_by_its_values(value: str, field: str | None) -> None:
    found = fields(["Make", "Model", "Type"], ["Ford", "Focus", value])[2]
    assert found == field or (field is None and found in ("bike_type", "body_type", None))


def test_values_that_contradict_a_name_cost_it_its_certainty() -> None:
    (fitting,) = columns.propose(["Mileage"], [["45,000"], ["62,100"]])
    (strange,) = columns.propose(["Mileage"], [["red"], ["blue"]])
    assert fitting.confidence > 0.95
    assert strange.field != "mileage" or strange.confidence < 0.7


def test_the_trim_of_the_seats_is_no_variant() -> None:
    header = ["Make", "Model", "Trim"]
    assert fields(header, ["Ford", "Focus", "Leather"], ["Kia", "Rio", "Half Leather"])[2] is None
    assert fields(header, ["Ford", "Focus", "Titanium"], ["Kia", "Rio", "GT Line"])[2] == "variant"


def test_a_combined_column_is_the_model_and_says_what_it_splits_into() -> None:
    rows = [["2019 Ford Fiesta 1.0 Zetec", "5995"], ["2017 BMW 3 Series 320d M Sport", "9995"]]
    vehicle, price = columns.propose(["Vehicle", "Price"], rows)
    assert vehicle.field == "model"
    assert vehicle.splits == ("make", "model", "variant", "year")
    assert price.splits == ()


def test_a_title_beside_make_and_model_is_not_needed() -> None:
    header = ["Title", "Make", "Model"]
    assert fields(header, ["2019 Ford Fiesta 1.0 Zetec", "Ford", "Fiesta"]) == [
        None,
        "make",
        "model",
    ]


@pytest.mark.parametrize(
    ("header", "value", "field", "unit"),
    [
        ("Mileage (km)", "35000", "mileage", "km"),
        ("Mileage", "35000", "mileage", None),
        ("Engine (litres)", "1.6", "engine_size", "litres"),
        ("Price (EUR)", "9995", "price", "eur"),
        ("New?", "Y", "condition", "new"),
    ],
)
def test_a_unit_is_told_where_the_name_has_it(
    header: str, value: str, field: str, unit: str | None
) -> None:
    (column,) = columns.propose([header], [[value], [value]])
    assert (column.field, column.unit) == (field, unit)


def test_a_count_of_gears_is_no_gearbox() -> None:
    assert fields(["Gears"], ["5"], ["6"]) == [None]
    assert fields(["Gears"], ["Manual"], ["Automatic"]) == ["transmission"]


def test_a_path_of_json_is_read_by_its_last_steps() -> None:
    header = ["adverts.forecourtPrice.amountGBP", "media.images[0].href", "advertiser.name"]
    assert fields(header) == ["price", "images", None]


def test_a_misspelt_name_is_understood_with_less_certainty() -> None:
    (column,) = columns.propose(["Transmision typ"], [["Manual"], ["Automatic"]])
    assert column.field == "transmission"
    assert column.confidence <= 0.9


def test_a_name_that_nobody_knows_is_understood_by_its_meaning() -> None:
    (column,) = columns.propose(["Mileometer"], [["45,000"], ["62,100"]])
    assert column.field == "mileage"
    assert column.reason.startswith("its name is close in meaning to the mileage")
    assert column.confidence <= 0.9


def test_reasons_are_plain_words() -> None:
    price, tax, strange = columns.propose(["Price", "Road Tax", "Zorp"], [["£5,995", "165", "q"]])
    assert price.reason == "its name means the price; its values look like the price"
    assert tax.reason == "its name means tax and VAT, which listings have no field for"
    assert strange.reason == "neither its name nor its values fit a field"


def test_ragged_rows_and_wide_tables_are_taken() -> None:
    assert fields([], [], ["Ford"], ["Kia", "", "Red"]) == ["make", None, "colour"]
    assert columns.propose([], []) == []
    header = [f"Image {number}" for number in range(250)] + ["Make"]
    assert fields(header) == ["images"] * 250 + ["make"]


@pytest.mark.parametrize(
    "name", ["First reg date", "Date First Registered", "1st Reg", "DOFR", "Registered", "Reg Date"]
)
def test_dates_of_first_registration_tell_the_year_where_nothing_else_does(name: str) -> None:
    dates = ["12/03/2019", "2020-09-01", "Jun-18", "44211"]
    header = ["Reg", "Make", "Model", name, "Price", "Mileage"]
    rows = [
        [f"AB21 XY{letter}", "Ford", "Fiesta", when, str(5995 + 1000 * n), str(20000 + 777 * n)]
        for n, (letter, when) in enumerate(zip("ABCD", dates, strict=True))
    ]
    told = columns.propose(header, rows)[3]
    assert (told.field, told.confidence < 0.9) == ("year", True)
    assert "no other column tells the year" in told.reason
    beside = columns.propose([*header, "Year"], [[*row, "2019"] for row in rows])
    assert [beside[3].field, beside[6].field] == [None, "year"]


def test_a_column_of_yes_and_no_says_what_it_is_about() -> None:
    rows = [["Ford", "Fiesta", "Yes"], ["Ford", "Focus", "No"]]
    told = columns.propose(["Make", "Model", "Auto"], rows)[2]
    assert (told.field, told.unit) == ("transmission", "automatic")
    assert "yes or no" in told.reason


VANS = ["12995", "9,495", "14995", "17450", "18,995", "21995"]
YES_NO = ["Yes", "No", "Yes", "Yes", "No", "No"]
BESIDE = {
    "Reg": [row[0] for row in VALUES], "Make": [row[1] for row in VALUES],
    "Model": [row[2] for row in VALUES], "Year": [row[3] for row in VALUES],
    "Price": [row[4] for row in VALUES], "Miles": [row[5] for row in VALUES],
    "Colour": [row[8] for row in VALUES],
}  # fmt: skip


def beside(more: dict[str, list[str]], *without: str) -> dict[str, columns.Column]:
    """Propose for a plain table without some of its columns, and with others, of six rows."""
    table = {name: cells for name, cells in BESIDE.items() if name not in without} | more
    rows = [[cells[row % len(cells)] for cells in table.values()] for row in range(6)]
    return {each.header: each for each in columns.propose(list(table), rows)}


@pytest.mark.parametrize(
    "name",
    [
        "Price + VAT", "Price (+ VAT)", "£ + VAT", "£ ex VAT", "Retail inc VAT", "Price (No VAT)",
        "Retail (inc VAT)", "Price (VAT Q)", "Price incl tax", "Price incl. admin fee",
        "Customer pays", "For sale at", "Gross", "Ex-VAT price", "VAT inclusive price", "Inc VAT",
        "Price VAT", "Price (V.A.T. extra)", "Our price inc. delivery", "Price net of VAT",
    ],
)  # fmt: skip
def test_a_price_is_one_whatever_of_tax_is_in_it(name: str) -> None:
    assert beside({name: VANS}, "Price")[name].field == "price"


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("VAT", ["2599", "1899"]), ("VAT amount", ["2599", "1899"]), ("VAT on price", ["2599"]),
        ("VAT qualifying", YES_NO), ("VAT Q", YES_NO), ("VAT included", YES_NO),
        ("Price inc VAT?", YES_NO), ("Price VAT qualifying", YES_NO), ("Plus VAT", YES_NO),
        ("Trade price + VAT", VANS), ("Deposit inc VAT", ["995", "1999"]),
    ],
)  # fmt: skip
def test_tax_and_what_is_said_of_it_are_no_price(name: str, cells: list[str]) -> None:
    assert beside({name: cells}, "Price")[name].field is None
    assert beside({name: cells})["Price"].field == "price"


def test_of_prices_with_and_without_tax_the_one_with_it_is_asked() -> None:
    net, vat, gross = ["10000", "8000"], ["2000", "1600"], ["12000", "9600"]
    found = beside({"Net": net, "VAT": vat, "Gross": gross}, "Price")
    assert [found[name].field for name in ("Net", "VAT", "Gross")] == [None, None, "price"]
    found = beside({"Price ex VAT": net, "Price inc VAT": gross}, "Price")
    assert [found[name].field for name in ("Price ex VAT", "Price inc VAT")] == [None, "price"]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("List Price", "Offer Price"), ("Retail Price", "Sale Price"), ("Price", "Special Price"),
        ("Full Price", "Now"), ("Price", "Sale Price"), ("Retail Price", "Internet Price"),
    ],
)  # fmt: skip
def test_of_two_known_prices_the_lower_is_asked(was: str, now: str) -> None:
    more = [str(int(price) + 500) for price in BESIDE["Price"]]
    for table in ({was: more, now: BESIDE["Price"]}, {now: BESIDE["Price"], was: more}):
        found = beside(table, "Price")
        assert (found[was].field, found[now].field) == (None, "price")


@pytest.mark.parametrize("name", ["Reserve", "Sold Price", "Minimum Price", "Net", "Trade"])
def test_what_is_less_than_is_asked_is_not_the_price(name: str) -> None:
    more = [str(int(price) + 500) for price in BESIDE["Price"]]
    found = beside({"Price": more, name: BESIDE["Price"]})
    assert (found["Price"].field, found[name].field) == ("price", None)


@pytest.mark.parametrize(
    "name",
    ["Mileage warranted", "Mileage (unwarranted)", "Mileage - HPI clear", "Mileage verified",
     "Mileage (incl. delivery)"],
)  # fmt: skip
def test_what_is_said_of_a_mileage_is_believed_of_yes_and_no_alone(name: str) -> None:
    assert beside({name: ["41,233", "12000", "87,120"]}, "Miles")[name].field == "mileage"
    assert beside({name: YES_NO}, "Miles")[name].field is None


def test_the_mileage_when_it_came_in_is_not_the_mileage_now() -> None:
    found = beside({"Mileage In": ["40000"], "Current Mileage": ["41000"]}, "Miles")
    assert [each.field for each in found.values()][-2:] == [None, "mileage"]


WHOLE = [f"{row[1].upper()} {row[2].upper()} 1.6 SPORT" for row in VALUES]
MODELS = [f"{row[2]} 1.6 Sport" for row in VALUES]


@pytest.mark.parametrize(
    "name", ["Description", "Stock description", "Spec", "Derivative", "Variant", "Vehicle / Spec"]
)
def test_where_no_column_is_the_model_one_that_has_it_in_it_is(name: str) -> None:
    found = beside({name: WHOLE}, "Make", "Model")[name]
    assert (found.field, found.splits) == ("model", ("make", "model", "variant"))
    assert found.reason.endswith("in one, and no other column is the model")
    assert beside({name: MODELS})["Model"].field == "model"


@pytest.mark.parametrize(
    "name", ["Model/Spec", "Model & Trim", "Model Variant", "Model + spec", "Derivative"]
)
def test_beside_makes_a_column_that_begins_with_models_is_the_model(name: str) -> None:
    found = beside({name: MODELS}, "Model")
    assert found["Make"].field == "make"
    assert (found[name].field, found[name].splits) == ("model", ("model", "variant"))


def test_a_model_with_more_behind_it_is_parted_where_no_column_is_the_variant() -> None:
    cells = ["Fiesta 1.0 Titanium", "Golf", "3 Series", "Zorp 2.0", "Corsa 1.2 SE"]
    makes = ["Ford", "Volkswagen", "BMW", "Ford", "Vauxhall"]
    found = beside({"Make": makes, "Model": cells})["Model"]
    assert (found.field, found.splits) == ("model", ("model", "variant"))
    assert found.reason.endswith("some of its cells say model and variant in one")
    assert beside({"Make": makes, "Model": cells, "Trim": ["SE"] * 5})["Model"].splits == ()
    assert beside({"Model": cells}, "Make")["Model"].splits == ()
    plain = beside({"Make": makes, "Model": ["Fiesta", "Golf", "3 Series", "Zorp 2.0", "Corsa"]})
    assert plain["Model"].splits == ()


def test_a_column_whose_name_means_something_else_has_no_model_in_it() -> None:
    header = ["Model and spec", "Owner", "Internet price", "Retail price", "Load vol"]
    row = ["Golf GTD 2.0 TDI", "First owner", "11495", "11995", "5.8"]
    assert fields(header, row) == ["model", None, "price", None, "load_volume_m3"]
    assert fields(["Car", "Owner"], ["Maruti Swift", "First owner"])[1] is None


def test_a_text_that_begins_with_a_make_is_a_description_still() -> None:
    text = "Ford Fiesta in lovely condition with one owner, two keys, and a full service history"
    assert beside({"Description": [text]}, "Make", "Model")["Description"].field == "description"


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Trim", ["Black", "Grey", "Cream", "Beige"]), ("Grade", list("ABCD")),
        ("Grade", ["Grade 1", "Grade 2"]), ("Condition", list("ABC")),
        ("Exterior", ["Good", "Scratched", "Dent on door"]),
        ("Distance", ["12 miles", "45 miles", "110 miles"]),
    ],
)  # fmt: skip
def test_a_name_of_a_field_is_not_believed_of_other_things(name: str, cells: list[str]) -> None:
    assert beside({name: cells})[name].field is None


def test_names_that_may_mean_a_field_mean_it_where_the_values_do() -> None:
    assert beside({"Trim": ["Titanium", "Sport", "Black", "SE"]})["Trim"].field == "variant"
    assert beside({"Grade": ["SE", "Zetec", "GT Line"]})["Grade"].field == "variant"
    assert beside({"Exterior": ["Blue", "Red"]}, "Colour")["Exterior"].field == "colour"
    assert beside({"Price (negotiable)": VANS}, "Price")["Price (negotiable)"].field == "price"
    assert beside({"Distance": ["12,000 miles"]}, "Miles")["Distance"].field == "mileage"


@pytest.mark.parametrize("name", ["Yr/Plate", "Plate", "DOFR", "Age", "Built", "1st Reg Date"])
@pytest.mark.parametrize(
    "cells", [["19/69", "21/71", "16/66"], ["2019/19", "2021/71"], ["69 plate", "21 plate"]]
)
def test_plates_tell_the_year(name: str, cells: list[str]) -> None:
    assert beside({name: cells}, "Year")[name].field == "year"


@pytest.mark.parametrize(
    ("name", "field", "unit"),
    [
        ("Price (£k)", "price", "thousands"), ("Price £000s", "price", "thousands"),
        ("Miles (000s)", "mileage", "thousands"), ("Mileage ('000)", "mileage", "thousands"),
        ("Miles (k)", "mileage", "thousands"), ("km (000s)", "mileage", "thousands of km"),
        ("K Miles", "mileage", "thousands"), ("000 km", "mileage", "thousands of km"),
        ("'000 miles", "mileage", "thousands"), ("Mileage (1000s)", "mileage", "thousands"),
    ],
)  # fmt: skip
def test_thousands_in_a_name_are_a_unit(name: str, field: str, unit: str) -> None:
    found = beside({name: ["9.5", "41", "12.9"]}, "Price", "Miles")[name]
    assert (found.field, found.unit) == (field, unit)
    in_full = beside({name: ["9500", "41000", "650", "12900"]}, "Price", "Miles")[name]
    assert (in_full.field, in_full.unit) == (field, "km" if "km" in unit else None)


@pytest.mark.parametrize("name", ["Stock", "Stock?", "Ref", "ID", "Stock No", "Reference"])
@pytest.mark.parametrize(
    "values",
    [
        ["Yes", "No", "Yes", "Yes"], ["Y", "Y", "Y", "Y"], ["Leeds", "Leeds", "York", "Leeds"],
        ["In stock", "In stock", "Sold", "In stock"], ["Dave", "Mick"], ["1", "1"], ["Yes"],
        ["Leeds", "", "", "York"], ["1", "1", "", "2"],
    ],
)  # fmt: skip
def test_what_rows_share_or_only_words_tell_is_no_number_of_the_stock(
    name: str, values: list[str]
) -> None:
    rows = [[f"AE{10 + n}KLM", value] for n, value in enumerate(values)]
    found = columns.propose(["Reg", name], rows)[1]
    assert found.field != "source_id", (found.confidence, found.reason)


@pytest.mark.parametrize("name", ["Stock", "Ref", "ID", "Stock No"])
@pytest.mark.parametrize(
    "values",
    [
        ["1", "2", "3"], ["A1", "A2", ""], ["1"], ["S-101"], ["", ""], [],
        ["7", "8", "9", "10", "11", "11"],  # a row twice
    ],
)  # fmt: skip
def test_numbers_that_differ_are_those_of_the_stock(name: str, values: list[str]) -> None:
    rows = [[f"AE{10 + n}KLM", value] for n, value in enumerate(values)]
    assert columns.propose(["Reg", name], rows)[1].field == "source_id"


@pytest.mark.parametrize(
    "name", ["Advert", "Advert Body", "Advert Text", "Body Copy", "Blurb", "Write Up", "Spiel"]
)
@pytest.mark.parametrize("filled", [1, 4])
def test_the_text_of_an_advert_is_the_description(name: str, filled: int) -> None:
    text = "A lovely hatchback with one owner from new and a full history, number {}"
    rows = [[f"AE{10 + n}KLM", text.format(n) if n < filled else ""] for n in range(4)]
    assert columns.propose(["Reg", name], rows)[1].field == "description"
    assert columns.propose(["Reg", "Body"], rows)[1].field != "body_type"
    numbers = [[f"AE{10 + n}KLM", f"A100{n}"] for n in range(4)]
    assert columns.propose(["Reg", "Advert"], numbers)[1].field == "source_id"
    assert columns.propose(["Reg", "Write Off"], rows)[1].field is None


def test_notes_that_are_left_out_are_not_called_codes() -> None:
    text = "A lovely hatchback with one owner from new and a full history, number {}"
    rows = [["nr 2 tyres", text.format(n)] for n in range(4)]
    notes, _ = columns.propose(["Notes", "Description"], rows)
    assert notes.field is None
    assert "codes" not in notes.reason


@pytest.mark.parametrize(
    ("name", "values", "field"),
    [
        ("TRANS_CODE", ["M", "A"], "transmission"), ("TRANS_CODE", ["6F35", "8HP"], None),
        ("BODY_CODE", ["SUV", "EST"], "body_type"), ("BODY_CODE", ["HAT", "EST"], "body_type"),
        ("BODY_CODE", ["W205", "F30"], None), ("BODY_CODE", ["", ""], None),
        ("TRANS_CODE", ["", ""], None),
    ],
)  # fmt: skip
def test_a_code_is_the_field_where_its_values_fit(
    name: str, values: list[str], field: str | None
) -> None:
    rows = [[mark, value] for mark, value in zip(["AE10KLM", "AE11KLM"], values, strict=True)]
    assert columns.propose(["Reg", name], rows)[1].field == field
