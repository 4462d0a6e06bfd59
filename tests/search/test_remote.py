"""A language model's reading: what passes is claimed, what does not changes nothing."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from carslink.ai import chat
from carslink.search.plain import chips, grammar, remote
from tests.ai.model import Model, serving
from tests.search.plain_stock import STOCK

TODAY = date(2026, 11, 25)
SENTENCE = "ford zorp wumble 7000"


@pytest.fixture
def model() -> Iterator[Model]:
    chat._State.failures, chat._State.rests_until = 0, 0.0
    remote.forget()
    with serving() as served:
        yield served
    chat._State.failures, chat._State.rests_until = 0, 0.0
    remote.forget()


def item(words: str, name: str, value: str, negated: bool = False) -> dict[str, Any]:
    return {"words": words, "filter": name, "value": value, "not": negated}


def read(model: Model, text: str = SENTENCE) -> grammar.Reading:
    reading = grammar.read(text, STOCK, TODAY)
    remote.claim(reading.board, reading.keywords, STOCK.names, model.endpoint)
    return grammar.summed_up(reading.text, reading.board, TODAY)


def test_words_that_nobody_understood_get_a_meaning(model: Model) -> None:
    model.answer_items(item("zorp", "fuel", "Diesel"), item("wumble", "colour", "Black", True))
    reading = read(model)
    assert reading.meaning.filters == {"make": ["Ford"], "fuel": ["Diesel"]}
    assert reading.meaning.exclude == {"colour": ["Black"]}
    assert reading.keywords == ()
    shown = {chip.text: chip for chip in chips.of(reading.text, reading.board)}
    assert shown["zorp"].without == "ford wumble 7000"
    assert "Not understood: zorp wumble" in model.asked[0]["messages"][1]["content"]


@pytest.mark.parametrize(
    "lie",
    [
        item("zorp", "fuel", "Plutonium"),
        item("zorp", "colour", "black"),
        item("zorp", "wheels", "4"),
        item("zorp", "make", "Wartburger"),
        item("zorp", "model", "Warp Drive"),
        item("zorp", "price_max", "5000"),
        item("zorp", "price_max", "NaN"),
        item("zorp", "year_min", "lots"),
        item("zorp", "dealer", "smith-motors"),
        item("zorp", "concept", "flying"),
        item("ford", "make", "BMW"),
        item("7000", "mileage_max", "7000"),
        item("something else", "fuel", "Diesel"),
        item("", "fuel", "Diesel"),
        {"words": "zorp", "filter": ["fuel"], "value": {"x": 1}},
        {"words": "zorp"},
    ],
    ids=str,
)
def test_a_lie_changes_nothing(model: Model, lie: dict[str, Any]) -> None:
    before = grammar.read(SENTENCE, STOCK, TODAY)
    model.answer_items(lie)
    reading = read(model)
    assert reading.meaning == before.meaning
    assert [token.text for token in reading.keywords] == ["zorp", "wumble"]


@pytest.mark.parametrize(
    "content", ["[]", "null", '{"items": 7}', '{"items": [1, null, "x"]}', "3"]
)
def test_an_answer_of_another_shape_changes_nothing(model: Model, content: str) -> None:
    model.content = content
    assert read(model).meaning == grammar.read(SENTENCE, STOCK, TODAY).meaning


def test_a_number_must_stand_among_its_words(model: Model) -> None:
    text = "zorp wumble of 90 thingies"
    model.answer_items(item("wumble of 90", "engine_size_min", "90"))
    assert read(model, text).meaning.bounds == {}  # "of" was read as a filler
    model.answer_items(item("90 thingies", "load_volume_m3_min", "90"))
    remote.forget()
    assert read(model, text).meaning.bounds == {"load_volume_m3_min": 90.0}


def test_a_sentence_that_is_understood_is_nobody_elses_business() -> None:
    understood = grammar.read("red ford focus with a sunroof", STOCK, TODAY)
    assert not remote.is_needed(understood.board, understood.keywords)
    half = grammar.read(SENTENCE, STOCK, TODAY)
    assert remote.is_needed(half.board, half.keywords)


def test_the_same_words_are_asked_once(model: Model) -> None:
    model.answer_items(item("zorp", "fuel", "Diesel"))
    assert read(model).meaning == read(model).meaning
    assert len(model.asked) == 1
