from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carslink.vehicles.registration import (
    format_registration,
    normalise_registration,
    plate_years,
    registration_kind,
)

TODAY = date(2026, 11, 23)

MARKS = {
    "current": ["AB12CDE", "LA51ABC", "YY76ZZZ", "BD02SMR", "XX25XXX"],
    "northern_ireland": ["JIG1", "RIG1234", "AZ1", "1234AZ", "IA1234", "OIL1", "BHZ9999", "1IJ"],
    "prefix": ["A1AAA", "A123BCD", "Y999YYY", "R12ABC"],
    "q": ["Q1ABC", "Q123ABC"],
    "suffix": ["ABC123A", "ABC1A", "YYY999Y"],
    "dateless": ["A1", "1A", "AB1234", "1234AB", "ABC123", "123ABC", "A9999", "9999Y", "MN12"],
    "jersey": ["J12345", "J123456"],
    "guernsey": ["1", "12345"],
    "isle_of_man": ["MAN1234", "1234MAN", "MAN12I", "BMN123Z", "Z12BMN", "Z123MAN"],
    "armed_forces": ["12AB34", "00AA00", "AB12CD"],
}


@pytest.mark.parametrize(
    ("kind", "mark"), [(kind, mark) for kind, marks in MARKS.items() for mark in marks]
)
def test_marks_of_every_kind_are_taken(kind: str, mark: str) -> None:
    assert normalise_registration(mark, TODAY) == mark
    assert registration_kind(mark) == kind


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "INVALID",
        "ABCDEFG",
        "AB12CDEF",
        "AB1CDE",
        "AB123CDE",
        # current: letters that are not used
        "IB12CDE",
        "AQ12CDE",
        "AZ12CDE",
        "AB12CDI",
        "AB12QDE",
        # current: identifiers that were not issued
        "AB00CDE",
        "AB01CDE",
        "AB50CDE",
        # Northern Ireland: a leading Z or a foreign I code, a leading nought, too many digits
        "ZIG1",
        "IGJ1",
        "IX123",
        "JIG0123",
        "JIG12345",
        "JQZ1",
        # prefix: year letters and serial letters that are not used, noughts, too many digits
        "I123BCD",
        "O123BCD",
        "U123BCD",
        "Z123BCD",
        "A123BCI",
        "A123BCZ",
        "A012BCD",
        "A1234BCD",
        # Q
        "Q012ABC",
        "Q1234ABC",
        "QAB123C",
        # suffix
        "ABC123I",
        "ABC123O",
        "ABC123Q",
        "ABC123U",
        "ABC123Z",
        "ABC012A",
        "ABQ123A",
        "AB123A",
        # dateless: three letters go with three digits at most
        "ABC1234",
        "1234ABC",
        "ABCD1",
        "A0",
        "0A",
        "A12345",
        "Q1",
        "QA123",
        "I1",
        "Z1",
        # islands
        "J0",
        "J1234567",
        "0",
        "012345",
        "123456",
        "MAN0",
        "MAN12345",
        # armed forces
        "12AB345",
        "123AB4",
        # only ASCII letters and digits
        "AB12CDÉ",
        "AB１２CDE",  # noqa: RUF001
        "AB12/CDE",
        "AB12ßE",
        "A_B12CDE",
        "AB12CDE AB12CDE",
    ],
)
def test_what_is_no_mark_is_refused(text: str) -> None:
    assert normalise_registration(text, TODAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "AB12CDE",
        "ab12cde",
        " AB12 CDE ",
        "AB-12-CDE",
        "ab12.cde",
        "AB12\N{NO-BREAK SPACE}CDE\N{NARROW NO-BREAK SPACE}",
        "\tA B 1 2 C D E\r\n",
    ],
)
def test_case_spaces_hyphens_and_stops_do_not_matter(text: str) -> None:
    assert normalise_registration(text, TODAY) == "AB12CDE"


@pytest.mark.parametrize(
    ("identifier", "first_accepted"),
    [
        ("27", date(2026, 12, 31)),  # issued from 1 March 2027, 60 days later
        ("76", date(2026, 7, 3)),  # issued from 1 September 2026
        ("02", date(2001, 12, 31)),
    ],
)
def test_the_next_plate_is_taken_from_sixty_days_before_its_first_day(
    identifier: str, first_accepted: date
) -> None:
    mark = f"AB{identifier}CDE"
    the_day_before = date.fromordinal(first_accepted.toordinal() - 1)
    assert normalise_registration(mark, first_accepted) == mark
    assert normalise_registration(mark, the_day_before) is None


def test_today_is_the_default_clock() -> None:
    assert normalise_registration("AB12CDE") == "AB12CDE"
    assert normalise_registration("AB49CDE", date(2049, 3, 1)) == "AB49CDE"
    assert normalise_registration("AB99CDE", TODAY) is None


def test_only_current_marks_look_at_the_clock() -> None:
    long_ago = date(1990, 1, 1)
    assert normalise_registration("AB12CDE", long_ago) is None
    assert normalise_registration("Y123ABC", long_ago) == "Y123ABC"


@pytest.mark.parametrize(
    ("mark", "written"),
    [
        ("AB21XYZ", "AB21 XYZ"),
        ("A123BCD", "A123 BCD"),
        ("A1BCD", "A1 BCD"),
        ("Q123ABC", "Q123 ABC"),
        ("ABC123A", "ABC 123A"),
        ("JIG1", "JIG 1"),
        ("1234AZ", "1234 AZ"),
        ("AB1234", "AB 1234"),
        ("1A", "1 A"),
        ("J123456", "J 123456"),
        ("12345", "12345"),
        ("MAN1234", "MAN 1234"),
        ("12AB34", "12 AB 34"),
        ("AB12CD", "AB 12 CD"),
        ("AB99ZZZ", "AB99 ZZZ"),  # a listing's page does not ask what day it is
        ("no mark", "no mark"),
        ("", ""),
    ],
)
def test_marks_are_written_as_on_the_plate(mark: str, written: str) -> None:
    assert format_registration(mark) == written


@pytest.mark.parametrize(
    ("identifier", "years"),
    [
        ("02", (2002,)),
        ("21", (2021,)),
        ("49", (2049,)),
        ("51", (2001, 2002)),
        ("66", (2016, 2017)),
        ("70", (2020, 2021)),
        ("99", (2049, 2050)),
    ],
)
def test_an_age_identifier_names_the_years_of_its_issue(
    identifier: str, years: tuple[int, ...]
) -> None:
    assert plate_years(identifier) == years


@pytest.mark.parametrize("text", ["", "00", "01", "50", "1", "100", "AB", " 21", "21\n", "２１"])  # noqa: RUF001
def test_what_is_no_age_identifier_has_no_years(text: str) -> None:
    with pytest.raises(ValueError, match="age identifier"):
        plate_years(text)


near_marks = st.text("ABIJMNQZ0159 -é", max_size=10)


@given(st.text() | near_marks)
def test_any_text_gives_a_mark_or_none_and_twice_is_once(text: str) -> None:
    mark = normalise_registration(text, TODAY)
    if mark is not None:
        assert mark.isascii()
        assert mark.isalnum()
        assert mark == mark.upper()
        assert normalise_registration(mark, TODAY) == mark
        assert normalise_registration(format_registration(mark), TODAY) == mark


@given(st.text())
def test_formatting_never_fails(text: str) -> None:
    assert format_registration(text).replace(" ", "") == text.replace(" ", "")
