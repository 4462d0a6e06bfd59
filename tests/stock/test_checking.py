"""Checking a listing: whatever comes, and checking again what was kept changes nothing."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carslink.stock import contract, fields
from carslink.stock import values as single
from carslink.stock.write import plain
from tests.push.shop import car, images, motorcycle, van

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8")),
    lambda each: (
        st.lists(each, max_size=5) | st.dictionaries(st.text(max_size=9), each, max_size=5)
    ),
    max_leaves=8,
)
WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)
SPELLINGS = st.sampled_from(
    ("bmw", "B.M.W.", "mercedes benz", "vw", "Land-Rover", "diesel", "petrol / electric", "PHEV",
     "DSG", "auto", "pearl black", "Grey/blue", "SUV", "4x4", "panel  van", "Luton", "ex-demo",
     "A2 (restricted)", "Streetfighter", "H2", "2.5 m", "3,400mm", "extra long", "2 ltr", "ǅ", "ß")
)  # fmt: skip
NUMBERS = st.integers(-5, 10**9) | st.floats(-5, 200) | st.decimals(-5, 500, places=3).map(str)
VALUES = JSON | WORDS | SPELLINGS | NUMBERS
LISTINGS = st.builds(
    lambda base, more: base | more,
    st.sampled_from([car(1), van(1), motorcycle(1)]),
    st.dictionaries(st.sampled_from([*fields.FIELD_NAMES, *contract.ALIASES]), VALUES, max_size=6),
)


def as_sent(values: fields.Values) -> dict[str, Any]:
    """Return kept values as a partner would send them back."""
    return {name: plain(value) for name, value in values.items()}


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.dictionaries(st.sampled_from([*fields.FIELD_NAMES, "delete", "x"]), JSON, max_size=12))
def test_whatever_comes_is_checked_without_an_error(sent: dict[str, Any]) -> None:
    sent = msgspec.json.decode(json.dumps(sent).encode())
    checked = contract.check(sent)
    assert checked.values.keys() == set(fields.FIELD_NAMES)
    for name, reason in checked.warnings:
        assert name
        assert reason


@settings(
    max_examples=600, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(LISTINGS)
def test_checking_what_was_kept_keeps_the_same(sent: dict[str, Any]) -> None:
    first = contract.check(sent)
    if first.faults:
        return
    again = contract.check(as_sent(first.values))
    assert again.faults == []
    assert again.values == first.values
    merged = contract.check({}, first.values, first.warnings)
    assert merged.faults == []
    assert merged.values == first.values
    assert merged.warnings == first.warnings


@pytest.mark.parametrize("volume", [0.001, 0.004, 0.005, 0.01, 100])
def test_a_load_volume_that_is_kept_can_be_sent_back(volume: float) -> None:
    kept = contract.check(van(1, load_volume_m3=volume)).values["load_volume_m3"]
    if kept is not None:
        assert contract.check(van(1, load_volume_m3=kept)).values["load_volume_m3"] == kept


def test_the_kept_values_of_every_field_survive_the_database(lot: Any) -> None:
    """What COPY wrote is what was checked: a second, equal feed changes nothing."""
    from carslink.stock import load

    odd = 'tab\there, "quotes", \\N, \\., back\\slash, ,comma, Ünïcode 🚗'
    sent = [
        car(1, variant=odd, description=f"{odd}\nline\r\nline", colour="Black\\N", source_id="\\N"),
        van(2, load_volume_m3=10.4, payload_kg=1150, roof_height=2500, load_length="L3"),
        motorcycle(3, engine_size=650, licence_category="A2", bike_type="Naked", price=1234.5),
        car(
            4,
            images=[*images(4), "https://images.example/a,b{c}'d%22.jpg"],
            vin="WBAJL510X0G123456",
        ),
    ]
    lot.full(*sent)
    kept = load.values_of([each.pk for each in lot.dealer.listings.order_by("pk")])
    for entry, values in zip(sent, kept.values(), strict=True):
        assert values == contract.check(entry).values
    receipt = lot.full(*[dict(reversed(each.items())) for each in sent])  # not the same bytes
    assert receipt["queued_count"] == 4
    assert [event for event, _, _ in lot.history("\\N")] == ["created"]


def test_a_fragment_makes_no_other_photograph() -> None:
    one = "https://photos.smith.co.uk/1.jpg"
    with pytest.raises(single.Unusable, match="received 1"):
        single.images([one, f"{one}#a", f"{one}#b", f"{one}#c"])
    several = [f"https://photos.smith.co.uk/{n}.jpg" for n in range(4)]
    assert single.images([f"{each}#top" for each in several]) == several
