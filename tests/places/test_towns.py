"""Towns and regions by their names, and distances."""

import pytest

from carslink import places
from carslink.places.naming import folded
from carslink.places.regions import SHORT, from_code, spans


@pytest.mark.parametrize(
    ("asked", "name", "region"),
    [
        ("manchester", "Manchester", "North West"),
        ("St Albans", "St Albans", "East of England"),
        ("SAINT ALBANS", "St Albans", "East of England"),
        ("st. albans", "St Albans", "East of England"),
        ("King's Lynn", "King's Lynn", "East of England"),
        ("kings lynn", "King's Lynn", "East of England"),
        ("King\u2019s Lynn", "King's Lynn", "East of England"),
        ("Stoke on Trent", "Stoke-on-Trent", "West Midlands"),
        ("Hull", "Hull", "Yorkshire and The Humber"),
        ("Kingston upon Hull", "Hull", "Yorkshire and The Humber"),
        ("Londonderry", "Derry", "Northern Ireland"),
        ("Bury Saint Edmunds", "Bury St Edmunds", "East of England"),
        ("Loughton", "Loughton", "East of England"),  # GeoNames has it in Shropshire
        ("Twickenham", "Twickenham", "London"),  # and of this one no people
        ("Berwick upon Tweed", "Berwick-upon-Tweed", "North East"),
        ("st helier", "St Helier", "Channel Islands"),
        ("Douglas", "Douglas", "Isle of Man"),
    ],
)
def test_a_town_is_found_however_it_is_written(asked: str, name: str, region: str) -> None:
    first = places.towns(asked)[0]
    assert (first.name, first.region) == (name, region)


def test_of_several_towns_of_a_name_the_biggest_comes_first() -> None:
    newports = places.towns("Newport")
    assert newports[0].region == "Wales"
    assert {"South East", "West Midlands"} <= {town.region for town in newports}
    people = [town.population for town in newports if town.name == "Newport"]
    assert people == sorted(people, reverse=True)


def test_a_name_that_no_town_has_finds_none() -> None:
    assert places.towns("Ankh-Morpork") == []
    assert places.towns("") == []


def test_all_towns_are_there_with_regions_and_within_the_islands() -> None:
    listed = places.all_towns()
    assert len(listed) > 5_500
    assert {town.region for town in listed} == set(places.REGIONS)
    assert all(49 < town.lat < 61 and -9 < town.lon < 2 for town in listed)
    assert listed[0].name == "London"


@pytest.mark.parametrize(
    ("town", "region"),
    [
        *[("Sunderland", "North East"), ("Preston", "North West"), ("York", places.REGIONS[2])],
        *[
            ("Derby", "East Midlands"),
            ("Coventry", "West Midlands"),
            ("Ipswich", places.REGIONS[5]),
        ],
        *[("Croydon", "London"), ("Brighton", "South East"), ("Exeter", "South West")],
        *[("Perth", "Scotland"), ("Wrexham", "Wales"), ("Belfast", "Northern Ireland")],
    ],
)
def test_a_town_is_in_its_region(town: str, region: str) -> None:
    assert places.towns(town)[0].region == region


@pytest.mark.parametrize("region", places.REGIONS)
def test_a_region_has_a_point_which_lies_in_it(region: str) -> None:
    point = places.region_point(region)
    assert point is not None
    nearest = min(
        places.all_towns(), key=lambda town: places.distance_miles(*point, town.lat, town.lon)
    )
    assert nearest.region == region


def test_a_region_is_found_in_other_spellings_and_none_for_what_is_none() -> None:
    assert places.region_point("yorkshire & the humber") == places.region_point(places.REGIONS[2])
    assert places.region_point("the north east") == places.region_point("North East")
    assert places.region_point("Narnia") is None
    assert places.region_point("") is None


# Great-circle distances, from the Ordnance Survey's coordinates of the city centres.
@pytest.mark.parametrize(
    ("one", "other", "miles"),
    [
        ((51.5074, -0.1278), (55.9533, -3.1883), 331.6),  # London, Edinburgh
        ((51.5074, -0.1278), (51.5074, -0.1278), 0.0),
        ((0.0, 0.0), (0.0, 180.0), 12436.8),  # half around the equator of the mean sphere
    ],
)
def test_a_distance_is_measured_along_the_ground(
    one: tuple[float, float], other: tuple[float, float], miles: float
) -> None:
    assert places.distance_miles(*one, *other) == pytest.approx(miles, abs=1.0)


def test_folding_makes_spellings_meet() -> None:
    assert folded("St. Mary\u2019s") == folded("saint marys") == "saint marys"
    assert folded("Llŷn") == "llyn"
    assert folded("  Bourton-on-the-Water ") == "bourton on the water"


def test_the_onss_codes_of_regions_are_read_but_englands_is_none() -> None:
    assert places.REGIONS[from_code("E12000007") or 0] == "London"
    assert places.REGIONS[from_code("w92000004") or 0] == "Wales"
    assert from_code("E92000001") is None
    assert from_code("") is None
    assert len(SHORT) == len(places.REGIONS)


def test_a_postcode_area_that_does_not_exist_has_no_region() -> None:
    assert spans("QQ1") == []


def test_a_city_is_found_by_its_short_name_before_a_village_of_that_name() -> None:
    found = [places.towns(name)[0].name for name in ("newcastle", "stoke", "bangor")]
    assert found == ["Newcastle upon Tyne", "Stoke-on-Trent", "Bangor"]
