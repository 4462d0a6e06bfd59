from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carslink.vehicles import words
from carslink.vehicles.folding import LONGEST_PHRASE, spellings

# The values of spec/filters.md, in its order.
FILTERS = {
    "VEHICLE_TYPES": "car, motorcycle, van",
    "FUELS": "Petrol, Diesel, Electric, Hybrid, Plug-in Hybrid, LPG, Hydrogen",
    "TRANSMISSIONS": "Manual, Automatic, Semi-Automatic, CVT",
    "COLOURS": "Black, White, Grey, Silver, Blue, Red, Green, Yellow, Orange, Brown, Beige, Gold, "
    "Purple, Pink, Bronze, Maroon, Turquoise, Multicolour",
    "CAR_BODY_TYPES": "Hatchback, Saloon, Estate, SUV, Coupe, Convertible, MPV, Pickup",
    "VAN_BODY_TYPES": "Panel Van, Crew Van, Luton, Dropside, Tipper, Minibus, Chassis Cab, Pickup, "
    "Camper",
    "CONDITIONS": "New, Nearly New, Used",
    "BIKE_TYPES": "Naked, Sports, Adventure, Tourer, Cruiser, Scooter, Enduro, Trail, Supermoto, "
    "Classic, Moped, Custom",
    "LICENCE_CATEGORIES": "A, A1, A2, AM",
    "ROOF_HEIGHTS": "Low, Medium, High",
    "LOAD_LENGTHS": "Short, Medium, Long, Extra Long",
}

car_body_type = partial(words.normalise_body_type, vehicle_type="car")
van_body_type = partial(words.normalise_body_type, vehicle_type="van")

Normalise = Callable[[str], str | None]
VOCABULARIES: list[tuple[tuple[str, ...], Normalise]] = [
    (words.VEHICLE_TYPES, words.normalise_vehicle_type),
    (words.FUELS, words.normalise_fuel),
    (words.TRANSMISSIONS, words.normalise_transmission),
    (words.COLOURS, words.basic_colour),
    (words.CAR_BODY_TYPES, car_body_type),
    (words.VAN_BODY_TYPES, van_body_type),
    (words.CONDITIONS, words.normalise_condition),
    (words.BIKE_TYPES, words.normalise_bike_type),
    (words.LICENCE_CATEGORIES, words.normalise_licence_category),
    (words.VAN_TYPES, words.normalise_van_type),
    (words.ROOF_HEIGHTS, words.roof_height_bucket),
    (words.LOAD_LENGTHS, words.load_length_bucket),
]


@pytest.mark.parametrize("name", FILTERS)
def test_the_vocabulary_is_that_of_the_filters(name: str) -> None:
    assert ", ".join(getattr(words, name)) == FILTERS[name]


def test_kinds_of_vans_begin_with_the_body_types() -> None:
    assert words.VAN_TYPES[: len(words.VAN_BODY_TYPES)] == words.VAN_BODY_TYPES
    assert len(set(words.VAN_TYPES)) == len(words.VAN_TYPES)


@pytest.mark.parametrize(("values", "normalise"), VOCABULARIES)
def test_canonical_values_in_any_case_are_themselves(
    values: tuple[str, ...], normalise: Normalise
) -> None:
    for value in values:
        assert normalise(value) == value
        assert normalise(f"  {value.upper()} ") == value
        assert normalise(value.lower()) == value


telling_words = st.lists(
    st.sampled_from("petrol electric auto manual black multi 2500mm l2h2 van 5 a1 - / ½ é".split())  # noqa: SIM905
).map(" ".join)


@given(st.text() | telling_words)
def test_any_text_gives_a_value_of_the_vocabulary_or_none(text: str) -> None:
    for values, normalise in VOCABULARIES:
        assert normalise(text) in (*values, None)


@pytest.mark.parametrize(("_values", "normalise"), VOCABULARIES)
@pytest.mark.parametrize("text", ["", " ", "?", "unknown", "n/a", "zzz", "\0", "Ελληνικά"])
def test_what_is_not_in_a_vocabulary_is_none(
    _values: tuple[str, ...], normalise: Normalise, text: str
) -> None:
    assert normalise(text) is None


def test_essays_are_not_looked_at() -> None:
    padding = " " * LONGEST_PHRASE
    assert words.normalise_fuel("Petrol" + padding) is None
    assert words.basic_colour("Black" + padding) is None


def test_a_spelling_cannot_stand_for_two_values() -> None:
    with pytest.raises(ValueError, match="stands for"):
        spellings({"Petrol": "P", "Diesel": "p."})


CASES: list[tuple[Normalise, str | None, list[str]]] = [
    (words.normalise_vehicle_type, "car", ["Car", "CARS", "passenger car"]),
    (words.normalise_vehicle_type, "van", ["VAN", "LCV", "Light Commercial Vehicle"]),
    (words.normalise_vehicle_type, "motorcycle", ["motorbike", "Motor Cycle", "Motorbikes"]),
    (words.normalise_vehicle_type, None, ["boat", "caravan", "vanity"]),
    (
        words.normalise_fuel,
        "Petrol",
        ["PETROL", "Unleaded", "Petrol E10", "gasoline", "1.0 Petrol"],
    ),
    (words.normalise_fuel, "Diesel", ["diesel", "Heavy oil", "DERV", "Turbo Diesel"]),
    (words.normalise_fuel, "Electric", ["EV", "BEV", "electric", "Pure Electric", "electricity"]),
    (
        words.normalise_fuel,
        "Hybrid",
        [
            "Petrol/Electric Hybrid",
            "Petrol Hybrid",
            "Diesel/Electric",
            "PETROL/ELECTRIC",
            "MHEV",
            "mild hybrid",
            "Diesel Mild Hybrid (48V)",
            "Hybrid Electric",
            "self-charging",
            "Self charging hybrid",
            "HEV",
            "e-POWER",
        ],
    ),
    (
        words.normalise_fuel,
        "Plug-in Hybrid",
        ["PHEV", "Petrol Plug-in Hybrid", "plug in", "Diesel PHEV", "Plugin Hybrid Petrol", "REX"],
    ),
    (words.normalise_fuel, "LPG", ["Bi Fuel", "Bi-Fuel", "lpg", "Petrol/LPG", "Gas Bi-Fuel"]),
    (words.normalise_fuel, "Hydrogen", ["Hydrogen Fuel Cell", "fuel cell", "FCEV"]),
    (words.normalise_fuel, None, ["Steam", "Petrol or Diesel", "petrolhead", "CNG"]),
    (words.normalise_transmission, "Manual", ["MANUAL", "6 Speed Manual", "Manual 5 Gears", "man"]),
    (
        words.normalise_transmission,
        "Automatic",
        [
            "AUTO",
            "Auto 8 speed",
            "DSG",
            "7 speed DSG",
            "S tronic",
            "S-Tronic",
            "Tiptronic",
            "PDK",
            "Steptronic",
            "8 Speed Automatic",
            "Single Speed",
            "Dual Clutch",
            "7G-Tronic",
            "Automatic with manual mode",
        ],
    ),
    (
        words.normalise_transmission,
        "Semi-Automatic",
        ["Automated manual", "Semi auto", "semi-automatic", "SEMI AUTOMATIC", "Easytronic"],
    ),
    (words.normalise_transmission, "CVT", ["e-CVT", "cvt", "Automatic CVT", "Xtronic", "eCVT"]),
    (words.normalise_transmission, None, ["6 speed", "Gearbox", "autograph"]),
    (
        car_body_type,
        "Hatchback",
        ["5 door hatchback", "Hatch", "3dr hatch", "Sportback", "HATCHBACKS"],
    ),
    (car_body_type, "Saloon", ["4 Door Saloon", "Sedan", "limousine"]),
    (
        car_body_type,
        "Estate",
        [
            "Tourer",
            "Sports Tourer",
            "Touring",
            "Avant",
            "Sportwagen",
            "Wagon",
            "Station Wagon",
            "5 door estate",
            "Shooting Brake",
        ],
    ),
    (car_body_type, "SUV", ["4x4", "4X4", "Crossover", "SUV Coupe", "Off-roader", "Estate 4x4"]),
    (car_body_type, "Coupe", ["Coupé", "2dr coupe", "Gran Coupe"]),
    (
        car_body_type,
        "Convertible",
        ["Cabriolet", "Roadster", "Spider", "Spyder", "Cabrio", "Coupe Convertible", "soft-top"],
    ),
    (car_body_type, "MPV", ["People Carrier", "mpv", "Gran Tourer", "5 Door MPV"]),
    (car_body_type, "Pickup", ["Pickup", "pick-up", "Pick Up", "Double Cab", "Double Cab 4x4"]),
    (car_body_type, None, ["Panel Van", "Luton", "Camper", "5 door"]),
    (van_body_type, "Panel Van", ["panelvan", "VAN", "LWB Van", "Car Derived Van", "Large Van"]),
    (van_body_type, "Crew Van", ["Crew Van", "Double Cab-in-Van", "Kombi", "Combi Van", "crewcab"]),
    (van_body_type, "Luton", ["Luton Van", "Luton Box", "LUTON TAIL LIFT"]),
    (van_body_type, "Dropside", ["Drop Side", "drop-side", "Dropside Truck"]),
    (van_body_type, "Tipper", ["Tipper", "Double Cab Tipper", "Caged tipper"]),
    (van_body_type, "Minibus", ["Mini Bus", "17 seat minibus"]),
    (van_body_type, "Chassis Cab", ["Chassis", "Cab Chassis", "chassis crew cab"]),
    (van_body_type, "Pickup", ["Pick-up", "Double Cab", "Crew Cab Pick Up"]),
    (van_body_type, "Camper", ["Campervan", "Motorhome", "Motor Caravan"]),
    (van_body_type, None, ["Hatchback", "Estate", "Box Van"]),
    (words.normalise_condition, "New", ["NEW", "Brand New"]),
    (
        words.normalise_condition,
        "Nearly New",
        ["nearly-new", "Ex-Demo", "ex demonstrator", "Pre-Reg", "pre registered"],
    ),
    (words.normalise_condition, "Used", ["used", "Pre-owned", "Second Hand", "Approved Used"]),
    (words.normalise_condition, None, ["salvage", "newish"]),
    (words.normalise_bike_type, "Naked", ["Street Fighter", "Naked / Roadster"]),
    (words.normalise_bike_type, "Sports", ["Sport", "Super Sports", "sportsbike", "Superbike"]),
    (words.normalise_bike_type, "Adventure", ["ADV", "Adventure Touring", "Adventure Sport"]),
    (words.normalise_bike_type, "Tourer", ["Touring", "Sports Tourer", "Sport Touring"]),
    (words.normalise_bike_type, "Cruiser", ["cruisers", "Custom Cruiser"]),
    (words.normalise_bike_type, "Scooter", ["Maxi Scooter", "scooters"]),
    (words.normalise_bike_type, "Trail", ["Off-Road", "Dual Sport"]),
    (words.normalise_bike_type, "Supermoto", ["Super Moto", "supermotard"]),
    (words.normalise_bike_type, "Classic", ["Retro", "Modern Classic"]),
    (words.normalise_bike_type, "Moped", ["50cc", "mopeds"]),
    (words.normalise_bike_type, "Custom", ["Chopper", "Bobber"]),
    (words.normalise_bike_type, None, ["quad", "trike"]),
    (words.normalise_licence_category, "A", ["a", "Full A", "Category A", "A licence"]),
    (words.normalise_licence_category, "A1", ["a1", "Cat. A1"]),
    (words.normalise_licence_category, "A2", ["A2 (restricted)", "A2 compliant", "A2 license"]),
    (words.normalise_licence_category, "AM", ["am", "AM moped"]),
    (words.normalise_licence_category, None, ["B", "A3", "a car", "Full"]),
    (words.normalise_van_type, "Box Van", ["box", "Box Body"]),
    (words.normalise_van_type, "Refrigerated Van", ["Fridge Van", "refrigerated"]),
    (words.normalise_van_type, "Car Derived Van", ["CDV", "car-derived van"]),
    (words.normalise_van_type, "Curtainsider", ["Curtain Side", "curtain-sider"]),
    (words.normalise_van_type, "Large Van", ["large", "LARGE VAN"]),
    (words.normalise_van_type, "Panel Van", ["panelvan", "Van"]),
    (words.normalise_van_type, "Luton", ["Luton with tail lift"]),
    (words.normalise_van_type, None, ["hearse"]),
]


@pytest.mark.parametrize(
    ("normalise", "expected", "text"),
    [(normalise, expected, text) for normalise, expected, texts in CASES for text in texts],
)
def test_dealers_spellings(normalise: Normalise, expected: str | None, text: str) -> None:
    assert normalise(text) == expected


def test_motorcycles_have_no_body_types() -> None:
    assert words.normalise_body_type("Saloon", "motorcycle") is None
    assert words.normalise_body_type("Saloon", "") is None
