"""Single cells, as people type them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carslink.mapping import addresses, readings


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("£28,995", "28995", "gbp"),
        ("28,995.00 GBP", "28995", "gbp"),
        ("28.995,00 €", "28995", "eur"),
        ("$25,290 ", "25290", "usd"),
        ("28 995", "28995", None),
        ("1'234", "1234", None),
        ("4,25,000", "425000", None),
        ("12.500", "12500", None),
        ("24.5k miles", "24500", "miles"),
        ("£9,995 + VAT", "9995", "gbp"),
        ("9995 ono", "9995", None),
        ("₹ 5.5 Lakh", "550000", "inr"),
        ("1.6L", "1.6", "litres"),
        ("0", "0", None),
    ],
)
def test_an_amount_is_read_with_its_unit(text: str, value: str, unit: str | None) -> None:
    read = readings.amount(text)
    assert read is not None
    assert read.value == Decimal(value)
    assert read.unit == unit


@pytest.mark.parametrize(
    "text", ["", "POA", "-5", "£5000 now £4500", "1.2.3", "m3", "AB12CDE", "5 doors Ford", "Null"]
)
def test_what_is_no_one_amount_is_none(text: str) -> None:
    assert readings.amount(text) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2021", 2021),
        ("2021.0", 2021),
        ("21", 2021),
        ("71", 2021),
        ("21 plate", 2021),
        ("71 reg", 2021),
        ("(65)", 2015),
        ("21/71", 2021),
        ("2021/71", 2021),
        ("2003 (03 reg)", 2003),
        ("W reg", 2000),
        ("43525", 2019),
        ("01/03/2019", 2019),
        ("2019-03-01T00:00:00", 2019),
        ("Mar-19", 2019),
        ("3 March 2019", 2019),
        ("03/2019", 2019),
        ("03/12", 2012),
        ("12/11", 2011),
        ("03/67", 1967),
        ("12/62", 2012),
        ("10/60", 2010),
        ("99", 1999),
        ("87", 1987),
    ],
)
def test_a_year_is_read_from_plates_and_dates(text: str, year: int) -> None:
    assert readings.year(text) == year


@pytest.mark.parametrize(
    "text", ["", "50", "00", "20/65", "2019 or 2020", "new", "12345678", "I reg"]
)
def test_what_names_no_one_year_is_none(text: str) -> None:
    assert readings.year(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("05/04/2021", date(2021, 4, 5)),
        ("12/31/2018", date(2018, 12, 31)),
        ("2021-04-05", date(2021, 4, 5)),
        ("44291", date(2021, 4, 5)),
        ("5-Apr-2021", date(2021, 4, 5)),
        ("April 5, 2021", date(2021, 4, 5)),
        ("20210405", date(2021, 4, 5)),
    ],
)
def test_dates_are_british_unless_they_cannot_be(text: str, day: date) -> None:
    assert readings.day(text) == day


@pytest.mark.parametrize(
    "text", ["31/02/2021", "45/45/2021", "Foo-19", "99999", "13/12", "12/62", "1.6/2"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert readings.day(text) is None


ONE, TWO = "https://example.com/1.jpg", "https://example.com/2.jpg"


@pytest.mark.parametrize(
    "text",
    [
        f"{ONE},{TWO}",
        f"{ONE}, {TWO}",
        f"{ONE}|{TWO}",
        f"{ONE} | {TWO}",
        f"{ONE};{TWO};",
        f"{ONE} {TWO}",
        f"{ONE}\n{TWO}",
        f"{ONE}\\n{TWO}",
        f"{ONE}\t{TWO}",
        f'["{ONE}", "{TWO}"]',
        f"['{ONE}', '{TWO}']",
        f'[{{"url": "{ONE}"}}, {{"url": "{TWO}"}}]',
        "http://example.com/1.jpg,http://example.com/2.jpg",
        "//example.com/1.jpg|//example.com/2.jpg",
        "example.com/1.jpg example.com/2.jpg",
    ],
)
def test_links_are_parted_by_anything_and_become_https(text: str) -> None:
    assert addresses.links(text) == [ONE, TWO]


def test_commas_and_spaces_inside_a_link_stay_inside() -> None:
    assert addresses.links("https://example.com/w_400,h_300/a b.jpg,www.example.com/2.jpg") == [
        "https://example.com/w_400,h_300/a%20b.jpg",
        "https://www.example.com/2.jpg",
    ]


@pytest.mark.parametrize("text", ["", "1.jpg, 2.jpg", "none", "3.5/4", "[]", '["x"]', "{broken"])
def test_what_is_no_link_is_none(text: str) -> None:
    assert addresses.links(text) == []


def test_photographs_are_told_from_pages_and_films() -> None:
    assert addresses.is_picture("https://example.com/1.JPG?width=800")
    assert addresses.is_picture("https://cdn.example.com/photos/abc123")
    assert not addresses.is_picture("https://example.com/used-cars/ford-focus-1234")
    assert not addresses.is_picture("https://www.youtube.com/watch?v=photo.jpg")
    assert not addresses.is_picture("https://example.com/images/brochure.pdf")


@given(st.text(max_size=60))
def test_no_text_breaks_a_reading(text: str) -> None:
    readings.amount(text)
    readings.amount(text, True)
    readings.year(text)
    readings.day(text)
    readings.cubic_centimetres(text)
    addresses.is_picture_file(text)
    for link in addresses.links(text):
        assert link.startswith(("https://", "media:"))
        addresses.is_picture(link)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8329.167", "8329.167"), ("£9995.999", "9995.999"), ("12.500", "12500"),
        ("1.234.567", "1234567"), ("8995,00", "8995.00"), ("2.5k", "2500.0"),
        ("£1,2345", None), ("1,23456", None), ("1234,567", None), ("(£5,000)", None),
    ],
)  # fmt: skip
def test_a_slip_of_a_mark_makes_no_other_amount(text: str, value: str | None) -> None:
    read = readings.amount(text)
    assert (read and str(read.value)) == value


@pytest.mark.parametrize("text", ["4425²", "202²", "202①", "4425①"])
def test_odd_digits_are_no_year_and_no_mistake(text: str) -> None:
    assert readings.year(text) is None
    assert readings.day(text) is None


def test_links_that_run_together_are_told_apart() -> None:
    run = "https://example.com/1.jpghttps://example.com/2.JPGhttp://example.com/3.webp"
    assert addresses.links(run) == [
        "https://example.com/1.jpg", "https://example.com/2.JPG", "https://example.com/3.webp",
    ]  # fmt: skip
    resized = "https://cdn.example.com/fit/https://example.com/1.jpg"
    assert addresses.links(resized) == [resized]


FOUR = [f"https://example.com/{number}.jpg" for number in range(1, 5)]
PAGES = [f"https://example.com/cars/{number}/" for number in range(1, 5)]


@pytest.mark.parametrize("links", [FOUR, PAGES])
@pytest.mark.parametrize(
    "mark",
    [
        " / ", " - ", " & ", " and ", " AND ", " + ", " • ", "\u2013", " or ", " // ", "<br>",
        "<br/>", "<BR />\n", "\u00a0", "\u200b", "#", "*", "::", "&&", "&amp;", "\uff0c", "\uff1b",
        "\u3001 ", "...", "_", "%20", "%2C", " | ", "\r\n",
    ],
)  # fmt: skip
def test_whatever_divides_links_is_no_part_of_them(mark: str, links: list[str]) -> None:
    assert addresses.links(mark.join(links)) == links


@pytest.mark.parametrize("links", [FOUR, PAGES])
@pytest.mark.parametrize(
    "written", ["{0}) {1} ", "{0}. {1}\n", "- {1}\n", "({1}) ", "<{1}>",
                '<img src="{1}" alt="x"/>\n',
                "Photo {0}: {1}\n"],
)  # fmt: skip
def test_links_may_be_numbered_or_wrapped(written: str, links: list[str]) -> None:
    text = "".join(written.format(place, link) for place, link in enumerate(links, start=1))
    assert addresses.is_link(text)
    assert addresses.links(text) == links


@pytest.mark.parametrize(
    "link",
    [
        "https://cdn.example.com/fit/https://example.com/1.jpg",
        "https://cdn.example.com/?url=https://example.com/1.jpg",
        "https://cdn.example.com/a%2Fhttps://example.com/1.jpg",
        "https://example.com/a_(1).jpg",
        "https://example.com/cars/",
    ],
)
def test_a_link_in_a_link_and_marks_of_its_own_stay(link: str) -> None:
    assert addresses.links(link) == [link]
    assert addresses.links(f"{link} and {TWO} / {link}") == [link, TWO, link]


def test_links_without_a_scheme_are_divided_by_words_too() -> None:
    text = "1) www.example.com/1.jpg / www.example.com/2.jpg and example.com/3.jpg"
    assert addresses.links(text) == [
        "https://www.example.com/1.jpg", "https://www.example.com/2.jpg",
        "https://example.com/3.jpg",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["21/71", "2019 (69)", "2020/69", "2019/19", "69 plate", "(21/71)"]
)
def test_plates_that_agree_are_a_year(text: str) -> None:
    assert readings.is_year_by_plate(text)


@pytest.mark.parametrize("text", ["", "69", "2019", "20/65", "2012/69", "2019/50", "AB19 CDE"])
def test_plates_that_do_not_agree_or_stand_bare_are_not_surely_one(text: str) -> None:
    assert not readings.is_year_by_plate(text)


def test_a_t_behind_an_engines_size_is_its_turbo() -> None:
    assert readings.cubic_centimetres("1.0T") == 1000
    assert readings.cubic_centimetres("2.0 t") == 2000
    assert readings.cubic_centimetres("1.5 tonnes") is None
