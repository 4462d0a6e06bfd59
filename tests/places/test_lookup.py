"""From what people type to the place: known postcodes, every area, every border, every spelling."""

import re

import pytest

from carslink import places
from tests.places import known

KM_OF_MILE = 1.609344
FURTHEST_KM = 8.0


def test_the_known_postcodes_cover_all_124_areas() -> None:
    areas = {re.match("[A-Z]+", postcode)[0] for postcode, _, _ in known.EACH_AREA}  # type: ignore[index]
    assert len(areas) == 124


@pytest.mark.parametrize(("postcode", "town", "region"), known.EACH_AREA)
def test_a_known_postcode_of_each_area_has_its_town_and_region(
    postcode: str, town: str, region: str
) -> None:
    place = places.lookup(postcode)
    assert place is not None
    assert (place.postcode, place.town, place.region) == (postcode, town, region)
    away = min(
        places.distance_miles(place.lat, place.lon, each.lat, each.lon)
        for each in places.towns(town)
    )
    assert away * KM_OF_MILE < FURTHEST_KM + 4  # Eltham, say, is 12 km from the middle of London


@pytest.mark.parametrize(("postcode", "region", "site"), known.BORDERS)
def test_a_known_site_near_a_border_is_on_its_own_side(
    postcode: str, region: str, site: str
) -> None:
    place = places.lookup(postcode)
    assert place is not None, site
    assert place.region == region, site


@pytest.mark.parametrize(("postcode", "town"), known.TOWNS)
def test_a_place_has_the_name_that_people_there_give(postcode: str, town: str) -> None:
    place = places.lookup(postcode)
    assert place is not None
    assert place.town == town


# From the sites' own published coordinates, to about 300 m.
@pytest.mark.parametrize(
    ("postcode", "lat", "lon"),
    [
        ("SW1A 1AA", 51.501, -0.142),  # Buckingham Palace
        ("EH1 2NG", 55.949, -3.199),  # Edinburgh Castle
        ("CF10 1NS", 51.478, -3.183),  # Principality Stadium
        ("YO1 7HH", 53.962, -1.082),  # York Minster
        ("TR19 7AA", 50.066, -5.715),  # Land's End
        ("KW1 4YR", 58.643, -3.070),  # John o' Groats
        ("ZE1 0HB", 60.155, -1.145),  # Lerwick
    ],
)
def test_a_point_is_where_the_site_is(postcode: str, lat: float, lon: float) -> None:
    place = places.lookup(postcode)
    assert place is not None
    assert places.distance_miles(place.lat, place.lon, lat, lon) < 0.35


@pytest.mark.parametrize(
    "typed",
    [
        *("M1 1AE", "m1 1ae", "M11AE", "m11ae", " M1  1AE ", "M1\t1AE\n", "M1\u00a01AE"),
        *("M1-1AE", "M1.1AE", "M.1.1.A.E.", "M1 \u2013 1AE", "(M1 1AE)", '"M1 1AE"', "M1 1AE,"),
        *("Postcode: m1 1ae", "POST CODE M1 1AE", "post-code M1 1AE", "M1 1AE, UK", "GB-M1 1AE"),
        *("\uff2d\uff11 \uff11\uff21\uff25", "MI 1AE", "M1 IAE", "ml 1ae", "M1 lAE"),
    ],
)
def test_spellings_of_a_postcode_are_all_understood(typed: str) -> None:
    place = places.lookup(typed)
    assert place is not None
    assert place.postcode == "M1 1AE"


@pytest.mark.parametrize(
    ("typed", "postcode"),
    [
        ("S014 7LY", "SO14 7LY"),
        ("0X1 1BX", "OX1 1BX"),
        ("B1 1B8", None),
        ("N1 9AG", "N1 9AG"),
        ("L1 1JJ", "L1 1JJ"),
        ("YO1O 5DD", "YO10 5DD"),
        ("BT1 5GS", "BT1 5GS"),
    ],
)
def test_o_and_0_and_i_and_1_are_told_apart_by_what_exists(
    typed: str, postcode: str | None
) -> None:
    place = places.lookup(typed)
    assert (place and place.postcode) == postcode


@pytest.mark.parametrize(
    ("code", "town", "region"),
    [
        ("M1", "Manchester", "North West"),
        ("sw1a", "London", "London"),
        ("SW1", "London", "London"),
        ("EC2", "London", "London"),
        ("LS21", "Otley", "Yorkshire and The Humber"),
        ("BT48", "Derry", "Northern Ireland"),
        ("JE3", "St Brelade", "Channel Islands"),
        ("GY9", "Alderney", "Channel Islands"),
        ("GY10", "Sark", "Channel Islands"),
        ("IM9", "Castletown", "Isle of Man"),
        ("OX1 ", "Oxford", "South East"),
    ],
)
def test_an_outward_code_alone_resolves(code: str, town: str, region: str) -> None:
    place = places.lookup(code)
    assert place is not None
    assert (place.postcode, place.town, place.region) == (code.strip().upper(), town, region)


@pytest.mark.parametrize(
    "code",
    [
        *[f"BT{n}" for n in range(1, 83) if n not in (50, 59, 72, 73)],
        *("BT92", "BT93", "BT94", "JE1", "JE2", "JE3", "JE4", "JE5"),
        *[f"GY{n}" for n in range(1, 11)],
        *[f"IM{n}" for n in (*range(1, 10), 86, 87, 99)],
    ],
)
def test_every_district_off_great_britain_has_a_point_near_its_town(code: str) -> None:
    place = places.lookup(f"{code} 1AA")
    assert place is not None
    assert place.postcode == f"{code} 1AA"
    assert (
        place.region
        == {
            "BT": "Northern Ireland",
            "JE": "Channel Islands",
            "GY": "Channel Islands",
            "IM": "Isle of Man",
        }[code[:2]]
    )
    miles = min(
        places.distance_miles(place.lat, place.lon, town.lat, town.lon)
        for town in places.towns(place.town)
    )
    assert miles < 20  # Enniskillen serves a whole county


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "M", "Manchester", "banana", "12345", "M1 1A", "M1 1AEE", "1AE", "AA11 1AA"),
        *("GIR 0AA", "BFPO 801", "BX1 1LT", "ZZ1", "QQ1 1QQ", "M1 9AB", "M99 9ZZ", "M1 1CI"),
        *("O" * 7, "0" * 4000, "\x00", "🚗", "M1 1AE M2 5DB"),
    ],
)
def test_what_is_no_postcode_of_a_place_answers_none(typed: str) -> None:
    assert places.lookup(typed) is None


def test_an_unknown_unit_is_placed_in_the_middle_of_its_sector() -> None:
    known, unknown = places.lookup("M1 2AH"), places.lookup("m12ab")
    assert known is not None
    assert unknown is not None
    assert (unknown.postcode, unknown.town, unknown.region) == (
        "M1 2AB",
        "Manchester",
        "North West",
    )
    apart = places.distance_miles(known.lat, known.lon, unknown.lat, unknown.lon)
    assert apart < 0.5


@pytest.mark.parametrize(
    ("typed", "postcode", "town"),
    [
        ("M1 1", "M1 1", "Manchester"),
        (" ls1  4 ", "LS1 4", "Leeds"),
        ("M11", "M11", "Manchester"),
        ("BT1 5", "BT1", "Belfast"),  # of Northern Ireland only outward codes are known
    ],
)
def test_a_sector_is_told_by_its_space(typed: str, postcode: str, town: str) -> None:
    place = places.lookup(typed)
    assert (place and place.postcode, place and place.town) == (postcode, town)


def test_an_unknown_sector_is_nowhere() -> None:
    assert places.lookup("M1 9AB") is None
    assert places.lookup("ZZ1 1AA") is None
