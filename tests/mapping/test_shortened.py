"""Fuels, gearboxes and bodies in a few letters."""

import pytest

from carslink.mapping import columns, shortened


@pytest.mark.parametrize(
    ("text", "fuel"),
    [
        ("Pet", "Petrol"), ("Ptrl", "Petrol"), ("P", "Petrol"), ("Dsl", "Diesel"), ("D", "Diesel"),
        ("Dies.", "Diesel"), ("E", "Electric"), ("Elec", "Electric"), ("H", "Hybrid"),
        ("HYB", "Hybrid"), ("P/E", "Hybrid"), ("Pet/Elec", "Hybrid"), ("Dsl Hyb", "Hybrid"),
        ("Diesel", "Diesel"), ("E 220 D", None), ("320 D", None), ("", None), ("Full", None),
        ("Pete", None), ("Benzin", "Petrol"), ("Essence", "Petrol"),
    ],
)  # fmt: skip
def test_a_fuel_may_be_shortened(text: str, fuel: str | None) -> None:
    assert shortened.fuel(text) == fuel


@pytest.mark.parametrize(
    ("text", "gearbox"),
    [
        ("M", "Manual"), ("Man", "Manual"), ("6 Spd Man", "Manual"), ("5-sp man.", "Manual"),
        ("6M", "Manual"), ("A", "Automatic"), ("Auto", "Automatic"), ("7 Spd Auto", "Automatic"),
        ("8A", "Automatic"), ("S/Auto", "Semi-Automatic"), ("Semi", "Semi-Automatic"),
        ("Automatik", "Automatic"), ("Schaltgetriebe", "Manual"),
        ("A3", None), ("M5", None), ("Man City", None), ("6", None),
    ],
)  # fmt: skip
def test_a_gearbox_may_be_shortened(text: str, gearbox: str | None) -> None:
    assert shortened.transmission(text) == gearbox


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("HB", "Hatchback"), ("H/B", "Hatchback"), ("5dr HB", "Hatchback"), ("5 HB", "Hatchback"),
        ("SLN", "Saloon"), ("4d sal", "Saloon"), ("EST", "Estate"), ("3 Door Cpe", "Coupe"),
        ("Conv", "Convertible"), ("P/V", "Panel Van"), ("5dr", None), ("", None), ("MPV", None),
    ],
)  # fmt: skip
def test_a_body_may_be_shortened(text: str, body: str | None) -> None:
    assert shortened.body(text) == body


@pytest.mark.parametrize("name", ["", "Type"])
@pytest.mark.parametrize(
    ("cells", "field"),
    [
        (["Pet", "Dsl", "Hyb", "Elec"], "fuel"), (["P", "D", "H", "E"], "fuel"),
        (["6 Spd Man", "Man", "S/Auto", "5 Sp Man"], "transmission"),
        (["HB", "SLN", "EST", "5dr HB"], "body_type"),
    ],
)  # fmt: skip
def test_a_column_of_such_values_is_told_by_them(name: str, cells: list[str], field: str) -> None:
    rows = [[cell, "Ford", "Focus"] for cell in cells]
    assert columns.propose([name, "Make", "Model"], rows)[0].field == field
