"""Numbers that stand for thousands, though no name says so."""

import pytest

from carslink.mapping import columns


def proposed(sheet: dict[str, list[str]]) -> dict[str, columns.Column]:
    rows = [list(row) for row in zip(*sheet.values(), strict=True)]
    return {each.header: each for each in columns.propose(list(sheet), rows)}


@pytest.mark.parametrize("cells", [["28.9", "9.5", "14", "12.995"], ["£8.9", "£9.25", "£14", "£7"]])
def test_prices_below_a_hundred_are_thousands(cells: list[str]) -> None:
    found = proposed({"Price": cells})["Price"]
    assert (found.field, found.unit, found.small) == ("price", "thousands", True)
    assert found.confidence < 0.85
    assert found.reason.endswith("its numbers are so small that they must be thousands")


def test_prices_in_full_and_instalments_are_not() -> None:
    full = proposed({"Price": ["28900", "9500", "14000", "12995"]})["Price"]
    assert (full.unit, full.small) == (None, False)
    doubtful = proposed({"Price": ["215.40", "189.99", "310.10", "149.00"]})["Price"]
    assert (doubtful.unit, doubtful.small) == (None, True)


def test_tenths_of_miles_are_of_thousands() -> None:
    miles = ["54.2", "71", "22.5", "60.5"]
    found = proposed({"Miles": miles})["Miles"]
    assert (found.field, found.unit, found.small) == ("mileage", "thousands", True)
    assert proposed({"Mileage (km)": miles})["Mileage (km)"].unit == "thousands of km"


def test_a_few_miles_may_be_meant() -> None:
    found = proposed({"Miles": ["10", "12", "50", "7"]})["Miles"]
    assert (found.field, found.unit, found.small) == ("mileage", None, True)
    assert found.confidence < 0.85
