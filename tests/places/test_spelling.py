"""Codes taken apart, numbered, and read in other ways."""

import string

from hypothesis import given
from hypothesis import strategies as st

from carslink import places
from carslink.places import find
from carslink.places.spelling import UNITS, compact, readings, split, unit_number, unit_range

UNIT_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"

outward = st.from_regex(r"[A-Z]{1,2}[0-9][0-9A-Z]?", fullmatch=True)
inward = st.from_regex(rf"[0-9][{UNIT_LETTERS}][{UNIT_LETTERS}]", fullmatch=True)
filler = st.text(alphabet=" .-\t\u00a0", max_size=3)


@given(outward, inward, filler, filler, filler, st.booleans())
def test_a_code_survives_how_it_is_written(
    out: str, into: str, before: str, between: str, after: str, small: bool
) -> None:
    typed = f"{before}{out}{between}{into}{after}"
    assert split(compact(typed.lower() if small else typed)) == (out, into)


@given(inward, inward)
def test_numbers_of_inward_codes_are_in_their_order(one: str, other: str) -> None:
    assert (unit_number(one) < unit_number(other)) == (one < other)
    assert 0 <= unit_number(one) < UNITS


@given(inward, st.integers(0, 3))
def test_a_code_lies_in_the_range_of_its_own_beginning_and_of_no_other(code: str, n: int) -> None:
    first, beyond = unit_range(code[:n])
    assert first <= unit_number(code) < beyond
    other = str((int(code[0]) + 1) % 10) + code[1:]
    if n:
        first, beyond = unit_range(other[:n])
        assert not first <= unit_number(code) < beyond


@given(st.text(alphabet=string.ascii_uppercase + string.digits, max_size=12))
def test_other_readings_have_the_shape_of_a_code_and_are_not_what_was_written(code: str) -> None:
    for parts in readings(code):
        assert split("".join(parts)) == parts
        assert "".join(parts) != code
        assert len("".join(parts)) == len(code)


@given(st.text(max_size=40))
def test_no_text_breaks_the_lookup(text: str) -> None:
    place = places.lookup(text)
    assert place is None or place.region in places.REGIONS


@given(st.data())
def test_every_postcode_of_the_table_is_found_again_in_any_spelling(data: st.DataObject) -> None:
    table = find._current()
    code = data.draw(st.sampled_from(sorted(table.outwards)))
    start, end, *_ = table.outwards[code]
    if start == end:
        return
    number = table._inward[data.draw(st.integers(start, end - 1))]
    digit, letters = divmod(number, 26 * 26)
    into = f"{digit}{chr(65 + letters // 26)}{chr(65 + letters % 26)}"
    place = places.lookup(f" {code.lower()}-{into.lower()} ")
    assert place is not None
    assert place.postcode == f"{code} {into}"
    assert 49 < place.lat < 61
    assert -9 < place.lon < 2
