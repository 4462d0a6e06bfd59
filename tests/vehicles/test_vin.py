import pytest
from hypothesis import given
from hypothesis import strategies as st

from carslink.vehicles.vin import normalise_vin


@pytest.mark.parametrize(
    "text",
    [
        "WVWZZZ1KZAW123456",
        "wvwzzz1kzaw123456",
        " WVW ZZZ1KZ AW123456 ",
        "WVW-ZZZ1KZ-AW123456",
        "WVWZZZ1KZ\N{NO-BREAK SPACE}AW123456",
    ],
)
def test_a_vin_is_seventeen_letters_and_digits_in_upper_case(text: str) -> None:
    assert normalise_vin(text) == "WVWZZZ1KZAW123456"


def test_the_check_digit_is_not_checked() -> None:
    assert normalise_vin("1M8GDM9AXKP042788") == "1M8GDM9AXKP042788"
    assert normalise_vin("1M8GDM9A1KP042788") == "1M8GDM9A1KP042788"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "WVWZZZ1KZAW12345",
        "WVWZZZ1KZAW1234567",
        "WVWZZZ1KZAI123456",
        "WVWZZZ1KZAO123456",
        "WVWZZZ1KZAQ123456",
        "WVWZZZ1KZAW12345_",
        "ßVWZZZ1KZAW12345",
        "WVWZZZ1KZAW１23456",  # noqa: RUF001
    ],
)
def test_what_has_another_shape_is_no_vin(text: str) -> None:
    assert normalise_vin(text) is None


@given(st.text() | st.text("AIOQZ09 -", min_size=15, max_size=20))
def test_any_text_gives_a_vin_or_none_and_twice_is_once(text: str) -> None:
    vin = normalise_vin(text)
    assert vin is None or (len(vin) == 17 and normalise_vin(vin) == vin)
