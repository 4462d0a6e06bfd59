"""Words that mean the same, and words that were mistyped."""

from collections.abc import Callable

import pytest

from carslink.search import engine
from carslink.search.query import Query
from tests.search import made_stock

Follow = Callable[[], None]


@pytest.fixture
def found(follow: Follow) -> Callable[[str], set[int]]:
    """Return a function that names, by its place, which of these listings words find."""
    told = (
        "Sat nav and heated seats", "Comes with navigation", "Tow bar fitted", "Leather throughout",
        "Panoramic roof", "Air conditioning", "A convertible for summer",
    )  # fmt: skip
    made = made_stock.add(
        *[
            made_stock.listing(made_stock.dealer(), n, description=text)
            for n, text in enumerate(told)
        ]
    )
    follow()
    places = {each.pk: at for at, each in enumerate(made)}
    return lambda text: {places[card["id"]] for card in engine.search(Query(text=text)).results}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("satnav", {0, 1}),
        ("sat nav", {0, 1}),
        ("towbar", {2}),
        ("tow hitch", {2}),
        ("pano roof", {4}),
        ("aircon", {5}),
        ("cabrio", {6}),
        ("sat nav heated seats", {0}),
        ("satnav towbar", set()),
    ],
)
def test_wordings_of_one_thing_find_each_other(
    found: Callable[[str], set[int]], text: str, right: set[int]
) -> None:
    assert found(text) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("lether", {3}),
        ("laether", {3}),
        ("convertable", {6}),
        ("leathers", {3}),  # no slip, the same stem
        ("lea", set()),  # too short to be a slip of anything
        ("zzzzzzzz", set()),
    ],
)
def test_slips_are_forgiven_where_no_vehicle_has_the_word(
    found: Callable[[str], set[int]], text: str, right: set[int]
) -> None:
    assert found(text) == right


def test_a_word_that_is_there_is_not_taken_for_another(
    found: Callable[[str], set[int]], follow: Follow
) -> None:
    (heater,) = made_stock.add(
        made_stock.listing(made_stock.dealer(), 9, description="Feather grey paint")
    )
    follow()
    answer = engine.search(Query(text="feather"))
    assert [card["id"] for card in answer.results] == [heater.pk]
