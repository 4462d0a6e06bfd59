"""Columns of which only one can be the field, told apart by what stands beside them."""

import pytest

from carslink.mapping import columns

PLATES = ["AB12CDE", "YK65FGH", "LN18JKL", "HV14MNP"]
LESS = ["2995", "5995", "12495", "3295"]
MORE = ["3995", "6995", "13495", "4295"]


def fields(sheet: dict[str, list[str]]) -> dict[str, str | None]:
    rows = [list(row) for row in zip(*sheet.values(), strict=True)]
    return {each.header: each.field for each in columns.propose(list(sheet), rows)}


@pytest.mark.parametrize(
    ("paid", "asked"),
    [
        ("Price In", "Price Out"), ("£ In", "£ Out"), ("Price In", "Retail Price"),
        ("Stock Price", "Retail Price"), ("Stock Price", "Screen Price"),
        ("Unit Price", "Web Price"), ("Export Price", "Retail Price"),
        ("Dealer Price", "Retail Price"), ("Minimum Sale Price", "Sale Price"),
        ("Sale Price Target", "List Price"),
    ],
)  # fmt: skip
def test_what_was_paid_is_no_price_where_another_column_is_asked(paid: str, asked: str) -> None:
    assert fields({"Reg": PLATES, paid: LESS, asked: MORE})[asked] == "price"
    assert fields({"Reg": PLATES, asked: MORE, paid: LESS})[paid] is None
    assert [each.field for each in columns.propose([paid, asked], [])] == [None, "price"]


@pytest.mark.parametrize("name", ["Unit Price", "Stock Price", "Dealer Price", "Price In"])
def test_a_price_that_may_be_what_was_paid_is_the_price_where_it_is_alone(name: str) -> None:
    rows = [list(row) for row in zip(PLATES, MORE, strict=True)]
    _, price = columns.propose(["Reg", name], rows)
    assert price.field == "price"
    assert 0.7 < price.confidence < 0.9


@pytest.mark.parametrize("name", ["Stock Retail Price", "Buy It Now Price", "Price in GBP"])
def test_a_price_that_says_that_it_is_asked_is_sure(name: str) -> None:
    (price,) = columns.propose([name], [[each] for each in MORE])
    assert (price.field, price.confidence > 0.9) == ("price", True)


def test_a_price_per_mile_is_no_price() -> None:
    assert fields({"Price per mile": ["0.12", "0.14", "0.20", "0.11"]}) == {"Price per mile": None}


FAR = ["64210", "88000", "54000", "71500"]


@pytest.mark.parametrize("name", ["Stock Miles", "Stock (miles)", "Stock km"])
def test_a_name_that_counts_in_miles_is_no_number_of_the_stock(name: str) -> None:
    assert fields({"Reg": PLATES, name: FAR}) == {"Reg": "registration", name: "mileage"}
    assert "source_id" not in fields({"Reg": PLATES, name: FAR, "Mileage": FAR}).values()


@pytest.mark.parametrize("name", ["Stock GBP", "Stock £", "Vehicle (£)"])
def test_a_name_that_counts_in_money_is_no_number_of_the_stock(name: str) -> None:
    assert fields({"Reg": PLATES, name: MORE}) == {"Reg": "registration", name: "price"}


def test_how_it_came_into_stock_is_not_how_it_is_now() -> None:
    then = ["62000", "86000", "52000", "70100"]
    assert fields({"Stock Mileage": then, "Current Mileage": FAR})["Current Mileage"] == "mileage"
    bought, built = ["2025", "2025", "2024", "2025"], ["2012", "2015", "2018", "2014"]
    assert fields({"Stock Year": bought, "Reg Year": built})["Reg Year"] == "year"
    assert fields({"Stock Mileage": FAR})["Stock Mileage"] == "mileage"


@pytest.mark.parametrize(
    "name",
    [
        "Next Service Miles", "Last Service Mileage", "Service due at miles", "MOT mileage",
        "Warranty miles", "Annual mileage", "Contract mileage", "Mileage at last MOT",
    ],
)  # fmt: skip
def test_miles_of_services_and_contracts_are_no_mileage(name: str) -> None:
    assert fields({"Reg": PLATES, name: FAR})[name] is None


@pytest.mark.parametrize(
    "name",
    ["Current Odo", "Current Odometer", "Odometer now", "Miles now", "Current miles",
     "Current (miles)"],
)  # fmt: skip
def test_what_a_vehicle_has_gone_by_now_is_its_mileage(name: str) -> None:
    ahead = ["70000", "90000", "60000", "80000"]
    sheet = {"Contract Mileage": ahead, name: FAR, "Next Service Miles": ahead}
    assert list(fields(sheet).values()) == [None, "mileage", None]
    assert columns.propose([name], [[each] for each in FAR])[0].confidence > 0.9


@pytest.mark.parametrize("name", ["Car Type", "Body", "Body Type", "Vehicle Type"])
def test_a_type_of_car_and_van_is_the_vehicles(name: str) -> None:
    assert fields({"Reg": PLATES, name: ["Car", "Van", "Car", "Car"]})[name] == "vehicle_type"


@pytest.mark.parametrize("name", ["Vehicle Type", "Vehicle Category", "Body"])
def test_a_type_of_hatchback_and_saloon_is_the_bodys(name: str) -> None:
    bodies = ["Hatchback", "Saloon", "Estate", "Van"]
    assert fields({"Reg": PLATES, name: bodies})[name] == "body_type"
    both = fields({name: bodies, "Body Style": ["Hatchback", "Saloon", "Estate", "Panel Van"]})
    assert list(both.values()).count("body_type") == 1


def test_a_name_is_not_turned_where_its_values_fit_it_too() -> None:
    vans = ["Van", "Van", "Van", "Van"]
    assert fields({"Vehicle Type": vans, "Body Type": vans}) == {
        "Vehicle Type": "vehicle_type", "Body Type": "body_type",
    }  # fmt: skip


def units(sheet: dict[str, list[str]]) -> dict[str | None, str | None]:
    rows = [list(row) for row in zip(*sheet.values(), strict=True)]
    return {each.field: each.unit for each in columns.propose(list(sheet), rows) if each.field}


def test_a_unit_in_a_column_of_its_own_is_that_of_the_mileage() -> None:
    for name, unit in (("mileage.value", "mileage.unit"), ("Odometer", "Odometer Unit")):
        assert units({name: FAR, unit: ["KM"] * 4}) == {"mileage": "km"}
        assert units({name: FAR, unit: ["Miles"] * 4}) == {"mileage": None}
        assert units({name: FAR, unit: ["km", "mi", "km", "km"]}) == {"mileage": None}


def test_a_currency_in_a_column_of_its_own_is_that_of_the_price() -> None:
    both = {"Odometer": FAR, "Price": MORE}
    assert units({**both, "Currency": ["EUR"] * 4}) == {"mileage": None, "price": "eur"}
    assert units({**both, "Currency": ["GBP"] * 4}) == {"mileage": None, "price": None}
    assert units({**both, "Currency": ["EUR", "GBP", "EUR", ""]}) == {
        "mileage": None,
        "price": None,
    }


@pytest.mark.parametrize("name", ["Stock No", "Stock", "ID", "Ref", "Vehicle ID"])
def test_a_number_of_the_stock_that_is_a_plate_is_the_registration(name: str) -> None:
    assert fields({name: PLATES, "Mileage": FAR})[name] == "registration"
    assert fields({name: ["S1001", "S1002", "S1003", "S1004"]})[name] == "source_id"
    both = fields({name: PLATES, "Reg": PLATES})
    assert both["Reg"] == "registration"


@pytest.mark.parametrize("name", ["License", "Licence"])
def test_a_licence_that_is_a_plate_is_the_registration(name: str) -> None:
    assert fields({name: PLATES, "Mileage": FAR})[name] == "registration"
    assert fields({name: ["A2", "A", "A1", "AM"]})[name] == "licence_category"


@pytest.mark.parametrize("ages", [["12", "62", "21", "14"], ["12/62", "21/71", "14", "09"]])
def test_a_reg_of_ages_beside_plates_is_the_year(ages: list[str]) -> None:
    for plates in ("Full Reg", "VRM", "Plate"):
        found = fields({plates: PLATES, "Reg": ages})
        assert found == {plates: "registration", "Reg": "year"}
    assert fields({"VRM": PLATES, "Reg": ages, "Year": ["2012"] * 4})["Reg"] is None


@pytest.mark.parametrize("name", ["Reg", "First Reg", "Reg Date", "Dt 1st Reg", "Registered"])
@pytest.mark.parametrize(
    "months", [["03/12", "09/15", "04/17", "11/19"], ["03/2012", "09/2015", "4/2017", "11/2019"]]
)
def test_months_of_first_registration_are_the_year(name: str, months: list[str]) -> None:
    assert fields({"VRM": PLATES, name: months}) == {"VRM": "registration", name: "year"}
    assert fields({"VRM": PLATES, "MOT": months})["MOT"] is None


WITH_TAX = [str(int(price) * 12 // 10) for price in MORE]


@pytest.mark.parametrize(
    ("net", "gross"),
    [
        ("Price Ex", "Price Inc"), ("Price (ex)", "Price (inc)"), ("Ex VAT", "Inc VAT"),
        ("Price excl", "Price incl"), ("Price no VAT", "Price with VAT"), ("Net", "Gross"),
        ("Price Net", "Price Gross"), ("+ VAT", "Inc VAT"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("some_have_none", [False, True])
def test_of_prices_with_and_without_vat_the_one_with_it_is_taken(
    net: str, gross: str, some_have_none: bool
) -> None:
    having = [MORE[0], *WITH_TAX[1:]] if some_have_none else WITH_TAX
    for sheet in ({net: MORE, gross: having}, {gross: having, net: MORE}):
        rows = [list(row) for row in zip(*sheet.values(), strict=True)]
        found = {each.header: each for each in columns.propose(list(sheet), rows)}
        assert (found[net].field, found[gross].field) == (None, "price")
        assert "which is what a buyer pays" in found[gross].reason
        assert found[net].reason.startswith("it is the price without VAT")


def test_a_price_without_vat_is_the_price_where_the_one_with_it_is_mostly_empty() -> None:
    found = fields({"Reg": PLATES, "Price Ex": MORE, "Price Inc": [WITH_TAX[0], "", "", ""]})
    assert found["Price Ex"] == "price"
    (alone,) = columns.propose(["Price Ex"], [[each] for each in MORE])
    assert alone.field == "price"
    assert "without VAT" in alone.reason


@pytest.mark.parametrize(
    "name",
    [
        "Guide", "Guide price", "Was", "RRP", "Cost", "SIV", "Std-in", "Trade", "CAP clean",
        "Delivered price", "Collection Price", "Reserve", "Bought", "Prep", "Deposit",
        "Finance from", "pcm",
    ],
)  # fmt: skip
def test_another_price_is_neither_the_price_nor_a_number_of_the_stock(name: str) -> None:
    assert fields({"Reg": PLATES, "Price": MORE, name: LESS}) == {
        "Reg": "registration", "Price": "price", name: None,
    }  # fmt: skip


def test_a_price_for_who_collects_is_the_price_where_it_is_alone() -> None:
    found = fields({"Collection Price": LESS, "Delivered price": MORE})
    assert found == {"Collection Price": "price", "Delivered price": None}


def test_a_chassis_of_makes_is_no_vin() -> None:
    makes = ["Fiat", "Peugeot", "Fiat", "Mercedes"]
    assert fields({"Reg": PLATES, "Chassis": makes})["Chassis"] != "vin"
    assert fields({"Reg": PLATES, "Chassis": ["VIN-999"] * 4})["Chassis"] == "vin"


HOME = "https://www.smith.example/"


@pytest.mark.parametrize("name", ["Website", "Link", "URL", "Web"])
def test_a_link_that_all_rows_share_is_no_vehicles_page(name: str) -> None:
    assert fields({"Reg": PLATES, name: [HOME] * 4})[name] is None
    assert fields({"Reg": PLATES, name: [f"{HOME}our-cars/"] * 4})[name] is None
    pages = [f"{HOME}cars/{number}" for number in range(4)]
    assert fields({"Reg": PLATES, name: pages})[name] == "listing_url"


def test_a_roof_of_glass_is_no_height_and_a_count_of_photographs_is_none() -> None:
    assert fields({"Roof": ["Panoramic", "Steel", "Sunroof", "Panoramic"]}) == {"Roof": None}
    assert fields({"Roof": ["High", "Low", "H2", "Medium"]}) == {"Roof": "roof_height"}
    assert fields({"Reg": PLATES, "Photos": ["12", "0", "8", "20"]})["Photos"] is None
    assert fields({"Reg": PLATES, "Pics?": ["Y", "N", "Y", "Y"]})["Pics?"] is None


MAKES, MODELS = ["Ford", "Kia", "Audi", "BMW"], ["Fiesta", "Ceed", "A3", "3 Series"]
TRIMS = ["1.0 Zetec", "1.5 T-GDi GT-Line", "2.0 TDI S line", "320d M Sport"]


@pytest.mark.parametrize("name", ["Description", "Model & Spec", "Model and Trim"])
def test_trims_beside_the_model_are_the_variant_whatever_they_are_called(name: str) -> None:
    found = fields({"Make": MAKES, "Range": MODELS, name: TRIMS})
    assert found == {"Make": "make", "Range": "model", name: "variant"}
    beside = fields({"Make": MAKES, "Model": MODELS, "Variant": TRIMS, "Description": TRIMS})
    assert beside["Variant"] == "variant"
    text = [f"A lovely {model} in very good order with a long MOT." for model in MODELS]
    brief = ["Lovely sport model", "Sport, one owner", "Very clean, new tyres", "Low miles!"]
    for cells in (text, brief):
        told = fields({"Make": MAKES, "Model": MODELS, "Description": cells})
        assert told["Description"] == "description"


@pytest.mark.parametrize("cells", [["", "Cat N", "", "Cat S"], ["N", "N", "S", "N"]])
def test_what_an_insurer_recorded_is_no_field(cells: list[str]) -> None:
    assert fields({"Reg": PLATES, "Recorded": cells})["Recorded"] is None


def test_the_address_of_a_photograph_in_a_path_is_no_page() -> None:
    names = ["advert.mediaImages[0].url", "advert.pageUrl"]
    assert [each.field for each in columns.propose(names, [])] == ["images", "listing_url"]


FULL = [str(5_995 + 250 * place) for place in range(8)]
MARKS = [f"AE{10 + place}KLM" for place in range(8)]


def lower(filled: int, blank: str = "") -> list[str]:
    return [str(int(price) - 500) if n < filled else blank for n, price in enumerate(FULL)]


OFFERS = [
    ("Price", "Offer Price"), ("Price", "Sale Price"), ("Price", "Special Price"),
    ("Price", "Reduced Price"), ("Price", "Promo Price"), ("Price", "Discounted Price"),
    ("Price", "Now"), ("Price", "Web Price"), ("regular_price", "sale_price"),
]  # fmt: skip


@pytest.mark.parametrize(("full", "offer"), OFFERS)
@pytest.mark.parametrize("filled", [1, 2, 4, 6])
@pytest.mark.parametrize("blank", ["", "0"])
def test_an_offer_of_some_vehicles_leaves_the_others_their_price(
    full: str, offer: str, filled: int, blank: str
) -> None:
    for names in ((full, offer), (offer, full)):
        values = {full: FULL, offer: lower(filled, blank)}
        found = fields({"Reg": MARKS} | {name: values[name] for name in names})
        assert (found[full], found[offer]) == ("price", None)


@pytest.mark.parametrize(("full", "offer"), OFFERS)
def test_an_offer_of_all_vehicles_is_their_price(full: str, offer: str) -> None:
    found = fields({"Reg": MARKS, full: FULL, offer: lower(8)})
    assert (found[full], found[offer]) == (None, "price")


TWINS = {
    "mileage": ("Mileage", "Odometer", ["64210", "8000", "54000", "7150"]),
    "price": ("Price", "Retail Price", ["5995", "8250", "12495", "3295"]),
    "model": ("Model", "Model Range", ["Fiesta", "Focus", "Kuga", "Puma"]),
    "year": ("Year", "Model Year", ["2015", "2018", "2020", "2012"]),
    "fuel": ("Fuel", "Fuel Type", ["Petrol", "Diesel", "Electric", "Hybrid"]),
    "body_type": ("Shape", "Body", ["Hatchback", "Estate", "SUV", "Saloon"]),
}


@pytest.mark.parametrize("field", TWINS)
@pytest.mark.parametrize("filled", [0, 1, 2, 4])
def test_of_two_columns_of_one_field_the_fuller_is_it(field: str, filled: int) -> None:
    first, second, values = TWINS[field]
    full = values * 2
    sparse = [value if n < filled else "" for n, value in enumerate(full)]
    for empty, other in ((first, second), (second, first)):
        for names in ((empty, other), (other, empty)):
            told = {empty: sparse, other: full}
            found = fields({"Reg": MARKS} | {name: told[name] for name in names})
            assert (found[other], found[empty]) == (field, None)


@pytest.mark.parametrize("field", TWINS)
def test_an_empty_column_beside_no_other_keeps_its_meaning(field: str) -> None:
    assert fields({"Reg": MARKS, TWINS[field][0]: [""] * 8})[TWINS[field][0]] == field


NEW = ["26000", "22150", "31500", "18995"]
USED = ["5995", "8250", "12495", "3295"]


@pytest.mark.parametrize("new", ["List Price", "Full Price", "List", "P11D", "RRP"])
@pytest.mark.parametrize(
    "asked",
    ["Our Price ex VAT", "Price + VAT", "Forecourt Price + VAT", "Selling Price Net",
     "Asking Price Ex VAT", "Net Price"],
)  # fmt: skip
def test_the_price_of_the_list_is_not_asked_where_more_than_vat_is_off(
    new: str, asked: str
) -> None:
    for names in ((new, asked), (asked, new)):
        values = {new: NEW, asked: USED}
        found = fields({"Reg": PLATES} | {name: values[name] for name in names})
        assert (found[asked], found[new]) == ("price", None)


@pytest.mark.parametrize("asked", ["List Price", "Price", "Retail Price"])
@pytest.mark.parametrize("without", ["Price + VAT", "Price ex VAT", "Net Price"])
def test_a_price_that_lacks_only_the_vat_is_not_asked(asked: str, without: str) -> None:
    with_vat = ["7194", "9900", "14994", "3295"]  # no VAT is due on the last
    assert fields({"Reg": PLATES, asked: with_vat, without: USED})[asked] == "price"


def test_what_is_net_of_more_than_vat_may_be_what_was_paid() -> None:
    assert fields({"Reg": PLATES, "Price": NEW, "Net Price": USED})["Price"] == "price"


EQUIPMENT = [
    "Sat nav, heated seats, cruise control", "Bluetooth, DAB, alloys, air con", "Sat nav",
    "Heated seats/Cruise control",
]  # fmt: skip


@pytest.mark.parametrize("name", ["Specification", "Spec", "Variant", "Trim", "Model Spec"])
@pytest.mark.parametrize("filled", [1, 2, 4])
def test_a_list_of_equipment_is_no_variant(name: str, filled: int) -> None:
    told = [text if n < filled else "" for n, text in enumerate(EQUIPMENT)]
    cars = {"Reg": PLATES, "Make": ["Ford"] * 4, "Model": ["Fiesta", "Focus", "Kuga", "Puma"]}
    assert fields({**cars, name: told})[name] in (None, "description")
    texts = [f"A lovely car, number {n}, with one owner and a full history" for n in range(4)]
    assert fields({**cars, name: told, "Description": texts})["Description"] == "description"


@pytest.mark.parametrize("name", ["Specification", "Spec", "Variant", "Trim"])
def test_a_variant_may_have_something_of_the_equipment_in_it(name: str) -> None:
    told = ["2.0 TDI S Line Nav 5dr", "ST-2 Leather Nav", "Sport, 5dr, petrol", "1.0 Zetec [Nav]"]
    assert fields({"Reg": PLATES, name: told})[name] == "variant"
    assert fields({"Reg": PLATES, name: [*told[:1], "", "", ""]})[name] == "variant"
