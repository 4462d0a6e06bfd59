"""The columns beside the index: a commit is read as it was, and what it left out is undone."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from carslink.search import by_code, columns, counted, engine, rows, snapshot
from carslink.search.columns import BORN, DIED, LISTING, NEVER
from carslink.search.query import Query
from carslink.search.rows import Rows
from carslink.stock.models import Dealer, Listing
from tests.search import made_stock

Follow = Callable[[], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    columns.create(tmp_path)
    return tmp_path


def listing(number: int, **more: object) -> Listing:
    """Return a listing with an id that no database has seen."""
    dealer = Dealer(pk=1, slug="smith-motors", name="Smith Motors", **made_stock.LEEDS)
    return made_stock.listing(dealer, number, pk=number, **more)


def commit(writing: Rows) -> tuple[int, int]:
    """Commit, and return what the cursor of the index would say: the commit, and rows in use."""
    writing.flush()
    told = (writing.commit, writing.used)
    writing.committed()
    return told


def alive(folder: Path, commit: int, used: int) -> list[int]:
    """Return the listings that a reader of a commit sees."""
    read, _ = columns.mapped(folder, to_write=False)
    seen = (read[DIED][:used] > commit) & (read[BORN][:used] <= commit)
    return sorted(read[LISTING][:used][seen].tolist())


def test_each_commit_is_read_as_it_was_whatever_is_written_meanwhile(folder: Path) -> None:
    writing = Rows(folder, 0, 0)
    writing.put(listing(1))
    writing.put(listing(2))
    first = commit(writing)
    writing.drop(1)
    writing.put(listing(3))
    assert alive(folder, *first) == [1, 2]  # nothing of it is committed
    second = commit(writing)
    writing.drop(2)
    writing.drop(404)  # which it never had
    third = commit(writing)
    assert (alive(folder, *first), alive(folder, *second)) == ([1, 2], [2, 3])
    assert alive(folder, *third) == [3]


def test_what_was_not_committed_is_undone_by_the_next_writer(folder: Path) -> None:
    writing = Rows(folder, 0, 0)
    writing.put(listing(1))
    writing.put(listing(2))
    committed = commit(writing)
    writing.drop(1)
    writing.put(listing(3))
    writing.flush()  # and it dies before the index has committed
    again = Rows(folder, *committed)
    assert alive(folder, *committed) == [1, 2]
    again.drop(2)
    again.put(listing(4))
    assert alive(folder, *commit(again)) == [1, 4]


def test_a_place_is_used_again_when_nobody_reads_what_was_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing = Rows(folder, 0, 0)
    writing.put(listing(1))
    commit(writing)
    writing.drop(1)
    writing.put(listing(2))
    assert writing.used == 2  # a reader of the last commit may look at the first
    gone = commit(writing)
    monkeypatch.setattr(rows, "KEPT", 0.0)
    writing.put(listing(3))
    assert writing.used == 2
    assert alive(folder, *gone) == [2]
    assert alive(folder, *commit(writing)) == [2, 3]


def test_a_place_that_is_used_again_and_not_committed_stays_free(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "KEPT", 0.0)
    writing = Rows(folder, 0, 0)
    writing.put(listing(1))
    writing.put(listing(2))
    commit(writing)
    writing.drop(1)
    committed = commit(writing)
    writing.put(listing(3))  # where the first was
    writing.flush()
    again = Rows(folder, *committed)
    assert alive(folder, *committed) == [2]
    again.put(listing(4))
    assert again.used == 2
    assert alive(folder, *commit(again)) == [2, 4]


def test_codes_mean_the_same_to_the_next_writer_and_half_a_line_means_nothing(folder: Path) -> None:
    writing = Rows(folder, 0, 0)
    writing.put(listing(1, make="BMW"))
    committed = commit(writing)
    with (folder / "values").open("ab") as file:
        file.write(b'["make_model","Vol')  # a writer that died here
    assert columns.Columns(folder).texts("make_model") == ["", "BMW\t3 Series"]
    again = Rows(folder, *committed)
    again.put(listing(2, make="BMW"))
    again.put(listing(3, make="Volvo"))
    commit(again)
    read = columns.Columns(folder)
    assert read.texts("make_model") == ["", "BMW\t3 Series", "Volvo\t3 Series"]
    assert read["make_model"][:3].tolist() == [1, 1, 2]


def test_a_number_without_room_is_refused_with_nothing_added(folder: Path) -> None:
    writing = Rows(folder, 0, 0)
    with pytest.raises(OverflowError):
        writing.put(listing(1, mileage=2**40))
    assert (writing.used, alive(folder, *commit(writing))) == (0, [])
    writing.put(listing(1, price=Decimal("99999999.99")))
    assert alive(folder, *commit(writing)) == [1]
    assert columns.Columns(folder)["price"][0] == 9_999_999_999


def test_a_living_row_has_died_never(folder: Path) -> None:
    writing = Rows(folder, 0, 0)
    writing.put(listing(1))
    assert np.array_equal(columns.Columns(folder)[DIED][:2], [NEVER, 0])


def test_a_snapshot_counts_what_it_counted_while_the_stock_goes_on(follow: Follow) -> None:
    dealer = made_stock.dealer()
    first, second = made_stock.add(
        made_stock.listing(dealer, 1), made_stock.listing(dealer, 2, make="Volvo")
    )
    follow()
    before = snapshot.latest()
    made_stock.take_down(first)
    made_stock.change(second, price=Decimal("1"))
    made_stock.add(made_stock.listing(dealer, 3, make="Saab"))
    follow()
    assert int(snapshot.alive(before).sum()) == 2
    assert engine.search(Query()).total == 2
    makes = engine.search(Query()).facets["make"]
    assert makes == [{"value": "Saab", "count": 1}, {"value": "Volvo", "count": 1}]


def test_rows_are_read_off_by_code_from_commit_to_commit(
    follow: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(by_code, "MOST_BORN", 10)  # a column is sorted once, for all commits
    monkeypatch.setattr(rows, "KEPT", 0.0)
    sorted_ = []
    for here in changing(follow):
        assert found_by_code(here) == living_by_code(here)
        sorted_.append(here.columns.kept["make_model"])
    assert all(each is sorted_[0] for each in sorted_)
    assert here.rows < STOCKED + CHANGES * COMING  # rows were used again


def test_rows_are_sorted_anew_when_many_were_born_and_read_by_who_reads_an_earlier_commit(
    follow: Follow,
) -> None:
    dealer = made_stock.dealer()
    made_stock.add(made_stock.listing(dealer, 1), made_stock.listing(dealer, 2, make="Volvo"))
    follow()
    before = snapshot.latest()
    expected = living_by_code(before)
    made_stock.add(*[made_stock.listing(dealer, n, make="Saab") for n in range(3, 9)])
    follow()
    here = snapshot.latest()
    assert found_by_code(here) == living_by_code(here)
    assert found_by_code(before) == expected
    assert here.columns.kept["make_model"].commit == here.commit


@pytest.mark.parametrize("most", [0, 20, 1000])
def test_counts_are_brought_up_from_commit_to_commit(
    follow: Follow, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """They are kept as of each commit, of some, or of the first for all of them."""
    monkeypatch.setattr(counted, "MOST_CHANGED", most)
    monkeypatch.setattr(rows, "KEPT", 0.0)
    kept = []
    for here in changing(follow):
        check_counts(here)
        kept.append(here.columns.kept["counted"].commit)
    assert len(set(kept)) == {0: CHANGES + 1, 20: 3, 1000: 1}[most]
    assert here.rows < STOCKED + CHANGES * COMING  # rows were used again, by others' codes


def test_who_reads_an_earlier_commit_counts_for_itself(
    follow: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counted, "MOST_CHANGED", 0)
    dealer = made_stock.dealer()
    made_stock.add(made_stock.listing(dealer, 1), made_stock.listing(dealer, 2, make="Volvo"))
    follow()
    before = snapshot.latest()
    made_stock.add(*[made_stock.listing(dealer, n, make="Saab") for n in range(3, 9)])
    follow()
    check_counts(here := snapshot.latest())
    check_counts(before)
    assert here.columns.kept["counted"].commit == here.commit


def test_pairs_are_not_kept_where_there_are_too_many(
    follow: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_stock.add(made_stock.listing(made_stock.dealer(), 1))
    follow()
    here = snapshot.latest()
    assert counted.of_pair(here, "kind", "make_model") is not None
    monkeypatch.setattr(counted, "MOST_PAIRS", 3)
    assert counted.of_pair(here, "kind", "make_model") is None
    facets = engine.search(Query((("make", ("BMW",)),))).facets
    assert facets["fuel"] == [{"value": "Diesel", "count": 1}]


STOCKED, CHANGES, GOING, COMING = 60, 5, 6, 8
"""Vehicles at first, commits after that, and vehicles that go and come with each."""


def changing(follow: Follow) -> Iterator[snapshot.Snapshot]:
    """Yield a stock of some makes, and each commit that changes it, every one with a new make."""
    dealer, dice = made_stock.dealer(), random.Random(5)
    makes = ["Saab", "Volvo", "Seat"]

    def come(numbers: range) -> None:
        made_stock.add(
            *[made_stock.listing(dealer, each, make=dice.choice(makes)) for each in numbers]
        )

    come(range(STOCKED))
    follow()
    yield snapshot.latest()
    for n in range(CHANGES):
        makes.append(f"New {n}")
        live = list(Listing.objects.filter(state="live").order_by("pk"))
        made_stock.take_down(*dice.sample(live, GOING))
        come(range(100 * (n + 1), 100 * (n + 1) + COMING))
        follow()
        yield snapshot.latest()


def check_counts(here: snapshot.Snapshot) -> None:
    """Check the counts of the codes of every column, and of pairs, against the living rows."""
    living = snapshot.alive(here)
    codes = {name: here.columns[name][: here.rows][living].tolist() for name in counted.COUNTED}
    for name, had in codes.items():
        counts = counted.of_column(here, name)
        assert {code: n for code, n in enumerate(counts.tolist()) if n} == Counter(had)
        for other, also in codes.items():
            if other != name:
                pairs = counted.of_pair(here, name, other)
                assert pairs is not None
                told = {(a, b): int(pairs[a, b]) for a, b in np.argwhere(pairs).tolist()}
                assert told == Counter(zip(had, also, strict=True))


def living_by_code(here: snapshot.Snapshot) -> dict[str, list[int]]:
    """Return the living rows of each make and model, by looking at all rows."""
    column, texts = here.columns["make_model"][: here.rows], here.columns.texts("make_model")
    living = snapshot.alive(here)
    by_text = {
        text: np.flatnonzero((column == at) & living).tolist() for at, text in enumerate(texts)
    }
    return {text: found for text, found in by_text.items() if found}


def found_by_code(here: snapshot.Snapshot) -> dict[str, list[int]]:
    """Return the same by what is kept sorted; the mask of all rows must say the same."""
    texts, living = here.columns.texts("make_model"), snapshot.alive(here)
    by_text = {}
    for code, text in enumerate(texts):
        table = np.arange(len(texts)) == code
        for each in (~table, table):
            places = by_code.places(here, "make_model", each)
            found = sorted(places[living[places]].tolist())
            mask = by_code.mask(here, "make_model", each) & living
            assert np.flatnonzero(mask).tolist() == found
        by_text[text] = found
    return {text: found for text, found in by_text.items() if found}
