"""What comes first: complete and fresh listings, dealers in turn, what is wished for, the words."""

import random
from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from carslink.search import engine, hits, near, ranking, snapshot
from carslink.search import query as query_module
from carslink.search.query import Preference, Query
from carslink.stock.models import Listing
from tests.search import made_stock

Follow = Callable[[], None]

FULL: dict[str, Any] = {
    "images": [f"https://images.example/{n}.jpg" for n in range(20)],
    "description": "One careful owner. " * 30,
    "transmission": "Manual",
    "colour": "White",
    "condition": "Used",
    "engine_size": 1998,
}
BARE: dict[str, Any] = {"variant": None, "fuel": None, "description": None}


def ids(query: Query) -> list[int]:
    return [card["id"] for card in engine.best(query)]


def all_pages(query: Query) -> list[int]:
    found: list[int] = []
    page = 1
    while more := ids(replace(query, page=page)):
        found += more
        page += 1
    return found


# --- Standing ---------------------------------------------------------------------------------


def test_a_complete_listing_comes_before_a_bare_one_of_the_same_day(
    follow: Follow, db: None
) -> None:
    dealer = made_stock.dealer()
    made = made_stock.add(
        *[made_stock.listing(dealer, n, **(FULL if n % 2 else BARE)) for n in range(20)]
    )
    follow()
    found = ids(Query())
    assert set(found[:10]) == {each.pk for each in made if each.description}


def test_among_equals_the_fresher_comes_first(follow: Follow) -> None:
    dealer = made_stock.dealer()
    weeks = [made_stock.FIRST_DAY + timedelta(days=11 * n) for n in range(15)]
    made = made_stock.add(
        *[made_stock.listing(dealer, n, created_at=at) for n, at in enumerate(weeks)]
    )
    follow()
    assert ids(Query()) == [each.pk for each in reversed(made)]


def test_a_standing_does_not_change_with_the_clock(db: None) -> None:
    (made,) = made_stock.add(made_stock.listing(made_stock.dealer(), 1))
    same = Listing.objects.select_related("dealer").get(pk=made.pk)
    assert ranking.standing(made) == ranking.standing(same)
    days = (ranking.standing(made) - made.created_at.timestamp()) / ranking.DAY
    # Six pictures, no description, two facts of six, and up to ten days by chance.
    assert 6 + 10 / 3 <= days <= 6 + 10 / 3 + ranking.SPREAD


# --- Variety ----------------------------------------------------------------------------------


def longest_run(sellers: list[object]) -> int:
    longest = run = 0
    for place, seller in enumerate(sellers):
        run = run + 1 if place and seller == sellers[place - 1] else 1
        longest = max(longest, run)
    return longest


def test_dealers_take_turns() -> None:
    window = ["a"] * 60 + ["b"] * 20 + ["c"] * 20
    order = ranking.varied(window)
    assert sorted(order) == list(range(100))
    shown = [window[place] for place in order]
    assert longest_run(shown[:40]) < 10
    assert order == ranking.varied(window)


@pytest.mark.parametrize("other", range(20, ranking.WINDOW))
def test_nobody_has_twenty_in_a_row_where_another_could_stand_between(other: int) -> None:
    window = ["a"] * ranking.WINDOW
    window[other] = "b"
    shown = [window[place] for place in ranking.varied(window)]
    assert shown.index("b") < 20


def share(percent: int, shape: str) -> list[str]:
    """Return a window of which one dealer has a share: first, last, by turns, or by chance."""
    own = ["a"] * (ranking.WINDOW * percent // 100)
    others = [f"d{n % 17}" for n in range(ranking.WINDOW - len(own))]
    if shape == "first":
        return own + others
    if shape == "last":
        return others + own
    if shape == "by turns":
        turns = [each for pair in zip(own, others, strict=False) for each in pair]
        return turns + own[len(others) :] + others[len(own) :]
    return random.Random(percent).sample([*own, *others], ranking.WINDOW)


@pytest.mark.parametrize("shape", ["first", "last", "by turns", "by chance"])
@pytest.mark.parametrize("percent", [30, 40, 50, 60, 80, 94])
def test_a_dealer_with_a_large_share_is_parted_by_the_others(percent: int, shape: str) -> None:
    window = share(percent, shape)
    order = ranking.varied(window)
    assert sorted(order) == list(range(ranking.WINDOW))
    assert longest_run([window[place] for place in order]) < 20


@pytest.mark.parametrize("percent", [30, 40, 50, 60, 70])
def test_a_dealer_with_the_best_places_has_three_in_a_row(percent: int) -> None:
    for shape in ("first", "by turns"):
        window = share(percent, shape)
        shown = [window[place] for place in ranking.varied(window)]
        assert longest_run(shown[:100]) <= ranking.FEW


def test_one_dealer_alone_keeps_its_order_and_so_do_dealers_with_one_vehicle_each() -> None:
    assert ranking.varied(["a"] * 30) == list(range(30))
    assert ranking.varied(list(range(30))) == list(range(30))


def test_the_first_page_is_not_one_dealers(follow: Follow) -> None:
    """A dealer with 150 better listings of the newest day does not fill the first page."""
    big, *small = [made_stock.dealer(f"Dealer {n}") for n in range(16)]
    fresh, rounds = (
        made_stock.FIRST_DAY + timedelta(days=90),
        [timedelta(days=n) for n in (40, 20, 0)],
    )
    made_stock.add(
        *[made_stock.listing(big, n, created_at=fresh, **FULL) for n in range(150)],
        # Further apart than chance can spread them, so that the best of all fifteen come first.
        *[
            made_stock.listing(
                small[n % 15], 200 + n, created_at=made_stock.FIRST_DAY + rounds[n // 15]
            )
            for n in range(45)
        ],
    )
    follow()
    first = [card["dealer"]["slug"] for card in engine.best(Query(page_size=100))]
    assert longest_run(first[:40]) < 20
    assert len(set(first[:40])) > 8


@pytest.mark.parametrize("size", [7, 20, 64, 100])
def test_pages_have_each_vehicle_once_whatever_their_size(follow: Follow, size: int) -> None:
    dealers = [made_stock.dealer(f"Dealer {n}") for n in range(3)]
    made = made_stock.add(
        *[made_stock.listing(dealers[n % 7 % 3], n) for n in range(2 * ranking.WINDOW + 31)]
    )
    follow()
    found = all_pages(Query(page_size=size))
    assert len(found) == len(set(found)) == len(made)
    assert found == all_pages(Query(page_size=50))
    wished = (Preference("colour", ("White",)), Preference("year", least=2015))
    assert sorted(all_pages(Query(page_size=size, preferences=wished))) == sorted(found)


@pytest.mark.parametrize("sort", ["relevance", "price", "distance"])
@pytest.mark.parametrize("text", ["", "serviced"])
def test_the_last_page_that_can_be_reached_is_cut_off(
    follow: Follow, monkeypatch: pytest.MonkeyPatch, sort: str, text: str
) -> None:
    dealer = made_stock.dealer()
    made_stock.add(*[made_stock.listing(dealer, n, description="Serviced") for n in range(30)])
    follow()
    monkeypatch.setattr(query_module, "DEEPEST", 20)
    asked = Query(sort=sort, text=text, near=near.find("Leeds"), page_size=8)
    assert [len(ids(replace(asked, page=page))) for page in (1, 2, 3)] == [8, 8, 4]


def test_a_rebuilt_index_has_the_same_order(follow: Follow, settings: Any, tmp_path: Any) -> None:
    from carslink.search import indexer

    dealers = [made_stock.dealer(f"Dealer {n}") for n in range(3)]
    made_stock.add(*[made_stock.listing(dealers[n % 3], n) for n in range(90)])
    follow()
    before = all_pages(Query())
    settings.INDEX_DIR = tmp_path / "another"
    settings.INDEX_DIR.mkdir()
    indexer.rebuild()
    assert all_pages(Query()) == before


# --- Words and wishes -------------------------------------------------------------------------


def test_wishes_order_and_leave_nothing_out(follow: Follow) -> None:
    dealer = made_stock.dealer()
    estate, saloon, cheap = made_stock.add(
        made_stock.listing(dealer, 1, body_type="Estate"),
        made_stock.listing(dealer, 2, body_type="Saloon"),
        made_stock.listing(dealer, 3, body_type="Estate", price=5000),
    )
    follow()
    wishes = (
        Preference("body_type", ("Estate", "MPV"), weight=0.4, why="family car"),
        Preference("price", most=8000, weight=0.2, why="family car"),
    )
    assert ids(Query(preferences=wishes)) == [cheap.pk, estate.pk, saloon.pk]
    assert engine.search(Query(preferences=wishes)).total == 3


def test_words_of_a_wish_are_looked_for_in_the_text(follow: Follow) -> None:
    dealer = made_stock.dealer()
    plain, towing, _ = made_stock.add(
        made_stock.listing(dealer, 1),
        made_stock.listing(dealer, 2, description="With a detachable tow bar"),
        made_stock.listing(dealer, 3, description="A bar of gold"),
    )
    follow()
    wished = (Preference("words", ("towbar", "caravan mirrors"), weight=0.5),)
    assert ids(Query(preferences=wished))[0] == towing.pk
    assert plain.pk in ids(Query(preferences=wished))


@pytest.mark.parametrize(
    "preference",
    [Preference("colour"), Preference("price"), Preference("words"), Preference("words", ("!",))],
)
def test_a_wish_for_nothing_changes_nothing(follow: Follow, preference: Preference) -> None:
    made_stock.add(*[made_stock.listing(made_stock.dealer(), n) for n in range(5)])
    follow()
    assert ids(Query(preferences=(preference,))) == ids(Query())


def test_words_in_the_title_come_before_words_in_the_description(follow: Follow) -> None:
    dealer = made_stock.dealer()
    late = made_stock.FIRST_DAY + timedelta(days=100)
    titled, mentioned = made_stock.add(
        made_stock.listing(dealer, 1, variant="M340i Touring"),
        made_stock.listing(dealer, 2, description="Not a touring one", created_at=late, **FULL_),
    )
    follow()
    assert ids(Query(text="touring")) == [titled.pk, mentioned.pk]
    assert ids(Query(text="touring", sort="newest")) == [mentioned.pk, titled.pk]


FULL_ = {name: value for name, value in FULL.items() if name != "description"}


def test_what_is_remembered_goes_with_its_snapshot(follow: Follow) -> None:
    made_stock.add(made_stock.listing(made_stock.dealer(), 1))
    follow()
    before = snapshot.latest()
    assert engine.search(Query()).total == 1
    made_stock.add(made_stock.listing(made_stock.dealer(), 2))
    follow()
    assert engine.search(Query()).total == 2
    assert snapshot.latest() is not before
    assert hits.total(Query(), before) == 1


def test_what_a_filter_finds_of_all_rows_is_worked_out_once(
    follow: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    dealer = made_stock.dealer()
    fuels = ["Diesel"] * 20 + ["Petrol"] * 20
    made_stock.add(*[made_stock.listing(dealer, n, fuel=fuel) for n, fuel in enumerate(fuels)])
    follow()
    here = snapshot.latest()
    made: list[object] = []
    remember = here.of_rows.remember

    def noting(key: Hashable, what: object) -> None:
        made.append(key)
        remember(key, what)

    monkeypatch.setattr(here.of_rows, "remember", noting)
    for fuel in ("Diesel", "Petrol"):
        for most in (30_000, 40_000):
            asked = Query((("fuel", (fuel,)),), numbers=(("price_max", most * 100),))
            assert engine.count(asked) == 20
    assert len(made) == len(set(made)) == 2


def test_of_more_than_there_is_room_for_the_least_used_is_forgotten() -> None:
    memory = snapshot.Memory(2)
    for key in "ab":
        memory.remember(key, key)
    assert memory.once("a", lambda: "anew") == "a"
    memory.remember("c", "c")
    assert [memory.known(key) for key in "abc"] == ["a", None, "c"]
