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
        ("BMW 320d M Sport", ("BMW", "3 Series", "320d M Sport", "")),
        (
            "2019 BMW 420D M SPORT GRAN COUPE",
            ("BMW", "4 Series Gran Coupe", "420D M SPORT GRAN COUPE", "2019"),
        ),
        ("BMW M340i xDrive 2020", ("BMW", "3 Series", "M340i xDrive", "2020")),
        ("Mercedes A180 AMG Line", ("Mercedes-Benz", "A-Class", "A180 AMG Line", "")),
        ("Mercedes C 220d AMG Line", ("Mercedes-Benz", "C-Class", "C 220d AMG Line", "")),
        ("Mercedes GLC220d Coupe", ("Mercedes-Benz", "GLC Coupe", "GLC220d Coupe", "")),
        ("Mercedes CLA 180 Sport", ("Mercedes-Benz", "CLA", "180 Sport", "")),
        ("Mercedes V220d Sport", ("Mercedes-Benz", "V-Class", "V220d Sport", "")),
        ("BMW 650 GS", ("BMW", "650", "GS", "")),
        ("BMW 320dx Zorp", ("BMW", "320dx", "Zorp", "")),
        ("Audi A180 Zorp", ("Audi", "A180", "Zorp", "")),
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


@pytest.mark.parametrize(
    ("make", "text", "model", "variant"),
    [
        ("Ford", "Fiesta 1.0 Titanium", "Fiesta", "1.0 Titanium"),
        ("FORD", "TRANSIT CUSTOM 300 LIMITED", "Transit Custom", "300 LIMITED"),
        ("Ford", "Transit Custom", "Transit Custom", ""),
        ("BMW", "3 Series", "3 Series", ""),
        ("BMW", "3 Series 320d M Sport", "3 Series", "320d M Sport"),
        ("BMW", "320d M Sport", "3 Series", "320d M Sport"),
        ("Mercedes", "E220d", "E-Class", "E220d"),
        ("Ford", "Zorp 2.0 Titanium", "Zorp 2.0 Titanium", ""),
        ("Wolseley", "Mini Mayfair", "Mini Mayfair", ""),
        ("BMW", "2002 Turbo", "2002 Turbo", ""),
        ("Zastava", "Koral 45", "Koral 45", ""),
        ("Land Rover", "Range Rover Sport 3.0 HSE", "Range Rover Sport", "3.0 HSE"),
    ],
)
def test_beside_its_make_a_model_that_nobody_knows_stays_whole(
    make: str, text: str, model: str, variant: str
) -> None:
    parts = combined.split(text, make)
    assert parts is not None
    assert (parts.model, parts.variant) == (model, variant)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Range Rover Evoque 2.0", ("Land Rover", "Range Rover Evoque", "2.0", "")),
        ("Range Rover Sport", ("Land Rover", "Range Rover Sport", "", "")),
        ("DS3 1.6", ("DS", "DS 3", "1.6", "")),
        ("Golf GTI", ("Volkswagen", "Golf", "GTI", "")),
        ("2019 69 Ford Kuga", ("Ford", "Kuga", "", "2019")),
        ("(2019) Ford Kuga", ("Ford", "Kuga", "", "2019")),
        ("2019/69 Ford Kuga", ("Ford", "Kuga", "", "2019")),
        ("2019 (69 plate) Ford Kuga", ("Ford", "Kuga", "", "2019")),
        ("19 plate Ford Focus", ("Ford", "Focus", "", "2019")),
        ("19 Ford Focus", ("Ford", "Focus", "", "2019")),
        ("19/69 Ford Focus", ("Ford", "Focus", "", "2019")),
        ("Ford Kuga 2019 ST-Line", ("Ford", "Kuga", "ST-Line", "2019")),
        ("Ford 2019 Kuga ST-Line", ("Ford", "Kuga", "ST-Line", "2019")),
        ("Ford Kuga ST-Line 2019 (69)", ("Ford", "Kuga", "ST-Line", "2019")),
        ("Ford Kuga ST-Line, 69 plate", ("Ford", "Kuga", "ST-Line", "2019")),
        ("Peugeot 2008 1.2 Allure", ("Peugeot", "2008", "1.2 Allure", "")),
        ("2018 Peugeot 2008 Allure", ("Peugeot", "2008", "Allure", "2018")),
        ("Ford Transit 2000 cc", ("Ford", "Transit", "2000 cc", "")),
        ("Ford Focus Sport D", ("Ford", "Focus", "Sport D", "")),
        ("Fiat 500 1.2", ("Fiat", "500", "1.2", "")),
    ],
)
def test_a_year_may_stand_anywhere_and_a_model_alone(text: str, parts: tuple[str, ...]) -> None:
    assert combined.split(text) == parts


def test_a_model_that_is_a_number_is_no_year() -> None:
    assert combined.split("2008 1.2 Allure", "Peugeot") == ("Peugeot", "2008", "1.2 Allure", "")
    assert combined.split("2019 2008 1.2", "Peugeot") == ("Peugeot", "2008", "1.2", "2019")


def test_what_begins_with_a_model_only_does_not_begin_with_a_make() -> None:
    assert combined.begins_with_a_make("Ford Kuga")
    assert not combined.begins_with_a_make("Kuga ST-Line")
    assert combined.begins_with_a_model("Ford", "Kuga ST-Line")
    assert not combined.begins_with_a_model("Ford", "Zorp ST-Line")
