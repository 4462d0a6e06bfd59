import pytest

from carslink.vehicles.van_sizes import load_length_bucket, roof_height_bucket


@pytest.mark.parametrize(
    ("bucket", "texts"),
    [
        ("Low", "low, Low Roof, H1, L1H1, standard roof, 1970, 2199, 2199mm, 1.97m, 197cm"),
        ("Medium", "medium, Medium roof, H2, L2H2, h2l3, mid, 2200, 2500mm, 2.5m, 2.5, 2599.9"),
        ("High", "high, high roof, HIGH, H3, L3H3, extra high, 2600, 2764 mm, 2.8 metres"),
    ],
)
def test_roof_heights_fall_in_buckets(bucket: str, texts: str) -> None:
    for text in texts.split(", "):
        assert roof_height_bucket(text) == bucket, text


@pytest.mark.parametrize(
    ("bucket", "texts"),
    [
        ("Short", "short, SWB, L1, L1H1, short wheelbase, 1800, 2699, 2554mm, 2.6m, 260 cm"),
        ("Medium", "medium, MWB, L2, L2H2, H3L2, 2700, 3044, 3299, 3.2 m"),
        ("Long", "long, LWB, L3, Long Wheel Base, 3300, 3494mm, 3.7m, 3999"),
        ("Extra Long", "extra long, XLWB, L4, Extra-Long, ELWB, Jumbo, 4000, 4217mm, 4.07 m"),
    ],
)
def test_load_lengths_fall_in_buckets(bucket: str, texts: str) -> None:
    for text in texts.split(", "):
        assert load_length_bucket(text) == bucket, text


def test_a_comma_may_part_thousands() -> None:
    assert roof_height_bucket("2,500 mm") == "Medium"
    assert load_length_bucket("3,400") == "Long"


@pytest.mark.parametrize(
    "text", ["0", "3", "25", "250", "99999", "12 m", "4500", "-2500", "2500kg"]
)
def test_a_number_that_no_roof_has_is_none(text: str) -> None:
    assert roof_height_bucket(text) is None


@pytest.mark.parametrize("text", ["0", "4", "499", "8000", "34 m", "3.4 m3"])
def test_a_number_that_no_load_floor_has_is_none(text: str) -> None:
    assert load_length_bucket(text) is None
