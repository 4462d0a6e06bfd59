"""Make, model and variant in one cell."""

import pytest

from carslink.mapping import combined


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ford Fiesta 1.0 Zetec", ("Ford", "Fiesta", "1.0 Zetec", "")),
        ("2019 Ford Fiesta 1.0 Zetec", ("Ford", "Fiesta", "1.0 Zetec", "2019")),
        ("2019 (69) Ford Fiesta", ("Ford", "Fiesta", "", "2019")),
        (
            "LAND ROVER RANGE ROVER EVOQUE 2.0 D180",
            ("Land Rover", "Range Rover Evoque", "2.0 D180", ""),
        ),
        (
            "Mercedes Benz C Class C220d AMG Line",
            ("Mercedes-Benz", "C-Class", "C220d AMG Line", ""),
        ),
        ("BMW 3 Series 320d M Sport", ("BMW", "3 Series", "320d M Sport", "")),
        ("Alfa Romeo Giulietta", ("Alfa Romeo", "Giulietta", "", "")),
        ("Ford Zorp 2.0", ("Ford", "Zorp", "2.0", "")),
    ],
)
def test_a_cell_is_taken_apart_by_the_vocabulary(text: str, parts: tuple[str, ...]) -> None:
    assert combined.split(text) == parts


@pytest.mark.parametrize("text", ["", "Ford", "Zorp Flimmer", "2019", "https://ford.com/focus"])
def test_a_cell_that_does_not_say_make_and_model_is_not(text: str) -> None:
    assert combined.split(text) is None


def test_with_the_make_known_the_cell_begins_with_the_model() -> None:
    assert combined.split("Golf 2.0 TDI", "VW") == ("Volkswagen", "Golf", "2.0 TDI", "")
    assert combined.split("VW Golf 2.0 TDI", "VW") == ("Volkswagen", "Golf", "2.0 TDI", "")
