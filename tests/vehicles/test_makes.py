import pytest
from hypothesis import given
from hypothesis import strategies as st

from carslink.vehicles.folding import LONGEST_PHRASE
from carslink.vehicles.makes import MAKES, models_of, normalise_make, normalise_model
from carslink.vehicles.models_table import MODELS

MAKE_SPELLINGS = {
    "BMW": "bmw, B.M.W., B M W, beemer",
    "Mercedes-Benz": "mercedes benz, MERCEDES, Merc, Mercedes-Benz, mercedesbenz, Mercedes-AMG",
    "Volkswagen": "VW, v.w., volkswagen",
    "Citroen": "Citroën, CITROEN",
    "Skoda": "Škoda, ŠKODA, skoda",
    "SEAT": "Seat",
    "CUPRA": "Cupra, SEAT Cupra",
    "MINI": "mini, BMW MINI",
    "MG": "mg, MG Motor UK",
    "Land Rover": "Landrover, LAND-ROVER, landy",
    "Rolls-Royce": "Rolls Royce, rollsroyce",
    "Alfa Romeo": "Alfa, ALFA ROMEO",
    "Aston Martin": "Aston",
    "Chevrolet": "Chevy",
    "DS": "ds, DS Automobiles",
    "SsangYong": "Ssang Yong, SSANGYONG",
    "KGM": "kgm, KG Mobility",
    "Harley-Davidson": "Harley, harley davidson",
    "Royal Enfield": "royal enfield",
    "Smart": "smart, SMART",
    "KTM": "ktm",
    "LEVC": "levc",
    "Maxus": "MAXUS",
    "Iveco": "IVECO",
    "BYD": "byd",
    "GWM": "GWM ORA",
    "Omoda": "OMODA",
    "Jaecoo": "JAECOO",
    "Leapmotor": "LeapMotor",
    "XPENG": "Xpeng",
    "Polestar": "POLESTAR",
    "MV Agusta": "MV-Agusta",
    "Lynk & Co": "lynk and co, Lynk&Co",
}


@pytest.mark.parametrize(
    ("make", "text"),
    [(make, text) for make in MAKE_SPELLINGS for text in MAKE_SPELLINGS[make].split(", ")],
)
def test_spellings_of_a_make_become_one(make: str, text: str) -> None:
    assert normalise_make(text) == make


@pytest.mark.parametrize("text", ["", " ", "-", "Range Rover", "Golf", "Fordd", "Mer", "Ποντιακ"])
def test_what_is_no_make_is_none(text: str) -> None:
    assert normalise_make(text) is None


def test_makes_are_many_and_each_is_itself() -> None:
    assert len(MAKES) > 150
    assert len(set(MAKES)) == len(MAKES)
    for make in MAKES:
        assert normalise_make(make) == make
        assert normalise_make(make.upper()) == make


@pytest.mark.parametrize(
    ("make", "text", "model"),
    [
        ("BMW", "3 series", "3 Series"),
        ("BMW", "3-Series", "3 Series"),
        ("BMW", "3SERIES", "3 Series"),
        ("bmw", "3 SERIES", "3 Series"),
        ("BMW", "r1250gs adventure", "R 1250 GS Adventure"),
        ("Mazda", "mx5", "MX-5"),
        ("Mazda", "3", "Mazda3"),
        ("Mazda", "MAZDA 3", "Mazda3"),
        ("MG", "4", "MG4"),
        ("Volkswagen", "golf", "Golf"),
        ("VW", "ID3", "ID.3"),
        ("Volkswagen", "UP!", "up!"),
        ("Volkswagen", "T-ROC", "T-Roc"),
        ("Ford", "transit custom", "Transit Custom"),
        ("Ford", "Ford Fiesta", "Fiesta"),
        ("Ford", "KA", "Ka"),
        ("Ford", "KA+", "Ka+"),
        ("Honda", "cb500x", "CB500X"),
        ("Honda", "CR V", "CR-V"),
        ("Honda", "E", "e"),
        ("Mercedes-Benz", "A CLASS", "A-Class"),
        ("Mercedes-Benz", "GLA Class", "GLA"),
        ("Jaguar", "XF SERIES", "XF"),
        ("Renault", "Mégane", "Megane"),
        ("Tesla", "MODEL 3", "Model 3"),
        ("Polestar", "2", "Polestar 2"),
        ("Land Rover", "range rover evoque", "Range Rover Evoque"),
        ("Nissan", "QASHQAI +2", "Qashqai+2"),
    ],
)
def test_known_models_get_their_spelling(make: str, text: str, model: str) -> None:
    assert normalise_model(make, text) == model


@pytest.mark.parametrize(
    ("make", "text", "tidied"),
    [
        ("Ford", "  gt40   Replica ", "gt40 Replica"),
        ("Ford", "golf", "golf"),
        ("No Such Make", " golf  gti", "golf gti"),
        ("", "golf", "golf"),
        ("Ford", "", ""),
        ("Ford", " ? ", "?"),
        ("Ford", "x " * LONGEST_PHRASE, ("x " * LONGEST_PHRASE).strip()),
    ],
)
def test_other_models_stay_as_sent_but_for_whitespace(make: str, text: str, tidied: str) -> None:
    assert normalise_model(make, text) == tidied


def test_models_in_the_table_belong_to_known_makes_and_are_themselves() -> None:
    assert set(MODELS) <= set(MAKES)
    assert sum(len(models_of(make)) for make in MAKES) > 1200
    for make in MODELS:
        models = models_of(make)
        assert len(set(models)) == len(models), make
        for model in models:
            assert normalise_model(make, model) == model
            assert normalise_model(make, model.upper()) == model


def test_models_can_be_asked_for_by_any_spelling_of_the_make() -> None:
    assert "Golf" in models_of("Volkswagen")
    assert models_of("vw") == models_of("Volkswagen")
    assert models_of("No Such Make") == ()


@given(st.text(), st.sampled_from([*MAKES, "", "vw", "?"]))
def test_any_text_gives_a_model_and_twice_is_once(text: str, make: str) -> None:
    model = normalise_model(make, text)
    assert normalise_model(make, model) == model


@given(st.text())
def test_any_text_gives_a_make_or_none(text: str) -> None:
    make = normalise_make(text)
    assert make is None or make in MAKES
