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
