"""The usual words of adverts: the columns find, count and score by them as the index does."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest

from carslink.search import (
    combinations,
    engine,
    hits,
    liked,
    schema,
    snapshot,
    terms,
    usual,
    wording,
)
from carslink.search.columns import LISTING
from carslink.search.found import Found
from carslink.search.plain import concepts
from carslink.search.query import Preference, Query
from tests.search import made_stock

Follow = Callable[[], None]

QUESTIONS = 120
# Some of it in letters that fold to others, or are easily taken for them.
SAID = """
Heated seats; HEATED SEAT; a heater, no seating; full service-history; FSH; Full tank
serviced yearly; history unknown; sat nav; SatNav; Navi; tow_bar; Tow/bar; towbars; 5dr; 5 Door
2.0 auto; 1.5 door; L\u00e9ather; leath\u00e9r; \uff33eat heat; 4x4; 4 x 4; \u0130sofix
isof\u0131x; ISOFIX points; parking sensors; park assist; PDC; reversing camera; \u00bd leather
roof\u2014rack; pano roof; keyless_entry; wheels: 19 inch; euro 6; ULEZ; wheelchair ramp
"""
ASKED = """
heated seats; full service history; sat nav; towbar; 5 door; leather; 4x4; isofix; touring; service
parking sensors; camera; panoramic roof; keyless; 19 inch; euro 6; automatic; wheelchair; seats
"""
SAYINGS, WORDS = (text.strip().replace("\n", "; ").split("; ") for text in (SAID, ASKED))


@pytest.fixture
def stock(follow: Follow) -> None:
    """300 listings at random, whose titles and descriptions say some of it."""
    dice = random.Random(9)
    dealers = [made_stock.dealer(f"Dealer {n}") for n in range(5)]
    made = []
    for number in range(300):
        each = made_stock.random_listing(dice.choice(dealers), number, dice)
        each.description = ". ".join(dice.sample(SAYINGS, dice.randint(0, 9))) or None
        if dice.random() < 0.4:
            each.variant = f"{dice.choice(SAYINGS)} {dice.choice(WORDS)} Touring"
        made.append(each)
    made_stock.add(*made)
    follow()


def questions() -> list[Query]:
    """Return random questions of usual words, some with filters, some with wishes."""
    dice = random.Random(99)
    made = []
    for _ in range(QUESTIONS):
        query = Query(text=" ".join(dice.sample(WORDS, dice.randint(1, 2))))
        if dice.random() < 0.5:
            name = dice.choice(("make", "fuel", "colour"))
            values = [value for value in made_stock.CHOICES[name] if value]
            query = replace(query, filters=((name, (dice.choice(values),)),))
        if dice.random() < 0.5:
            wishes = (
                Preference("words", tuple(dice.sample(WORDS, 2)), weight=0.3),
                Preference("fuel", ("Diesel", "Electric"), weight=0.2),
                Preference("year", least=2018, weight=0.1),
            )
            query = replace(query, preferences=tuple(dice.sample(wishes, 2)))
        made.append(query)
    return made


def test_the_columns_find_and_count_what_the_index_does(stock: None) -> None:
    here = snapshot.latest()
    total = 0
    for query in questions():
        assert not query.has_words
        found = Found(query, here)
        by_index = here.searcher.search(terms.finding(query, here), limit=1000)
        ids = here.searcher.fast_field_values(schema.ID, [at for _, at in by_index.hits])
        assert sorted(here.columns[LISTING][found.places].tolist()) == sorted(ids), query
        total += len(ids)
        for group in schema.GROUPS:
            asked = terms.finding(query.without(*group.names), here)
            by_words = combinations.occurring(asked, [group], here)[group.field]
            by_rows = np.zeros_like(by_words)
            by_rows[: len(found.counts(group))] = found.counts(group)
            assert by_words[1:].tolist() == by_rows[1:].tolist(), (query, group)
    assert total > QUESTIONS


def test_the_columns_score_as_the_index_does(stock: None) -> None:
    here = snapshot.latest()
    titled = 0
    for query in questions():
        scored = terms.scoring(query, here)
        assert scored is not None
        by_index = here.searcher.search(scored, limit=1000, weight_by_field=schema.WEIGHT)
        ids = here.searcher.fast_field_values(schema.ID, [at for _, at in by_index.hits])
        found = Found(query, here)
        scores = liked.scores(query, found)
        assert scores is not None
        by_rows = dict(zip(here.columns[LISTING][found.places].tolist(), scores, strict=True))
        # The index reckons in 32 bits.
        right = {id_: score for id_, (score, _) in zip(ids, by_index.hits, strict=True)}
        assert by_rows == pytest.approx(right, rel=1e-5), query
        titled += sum(score > 1.4 * min(scores, default=0) for score in scores)
    assert titled > QUESTIONS


def test_a_page_is_the_same_part_of_the_order_by_score(stock: None) -> None:
    whole = [card["id"] for card in engine.best(Query(text="seats", page_size=100))]
    parts = [engine.best(Query(text="seats", page=page, page_size=7)) for page in (1, 2, 3)]
    assert [card["id"] for part in parts for card in part] == whole[:21]


def test_words_that_are_not_usual_are_left_to_the_index(stock: None) -> None:
    asked = Query(text="heated tank"), Query(preferences=(Preference("words", ("yearly",)),))
    assert [liked.by_columns(query) and not query.has_words for query in asked] == [False, False]
    assert all(hits.of(query, Found(query, snapshot.latest())).total for query in asked[1:])


def test_a_usual_word_that_no_vehicle_has_is_no_slip_of_another(follow: Follow) -> None:
    made_stock.add(made_stock.listing(made_stock.dealer(), 1, description="A towbat"))
    follow()
    assert engine.count(Query(text="towbar")) == 0
    assert engine.count(Query(text="towbats")) == 1


def test_all_wordings_of_one_thing_and_all_wishes_are_usual() -> None:
    stems = {stem for group in wording._groups() for said in group for stem in said}
    assert stems <= set(usual.STEMS)
    day = datetime(2026, 1, 5, tzinfo=UTC).date()
    wishes = [wish for concept in concepts.CONCEPTS for wish in concept.preferences(day)]
    assert [wish for wish in wishes if not liked.by_columns(Query(preferences=(wish,)))] == []
