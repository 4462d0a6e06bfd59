"""A language model's word counts where the values bear it out, and changes nothing else."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from carslink.ai import chat
from carslink.mapping import columns
from tests.ai.model import Model, serving

HEADER = ["Make", "Qzx", "Wvu"]
ROWS = [["Ford", "12,000", "something odd"], ["Kia", "40,321", "another thing"]]


@pytest.fixture
def model(settings: Any) -> Iterator[Model]:
    chat._State.failures, chat._State.rests_until = 0, 0.0
    with serving() as served:
        settings.AI_URL, settings.AI_MODEL = served.url, served.endpoint.model
        yield served
    chat._State.failures, chat._State.rests_until = 0, 0.0


def proposed(model: Model, *said: tuple[Any, Any]) -> list[columns.Column]:
    items = [{"column": column, "field": field} for column, field in said]
    model.content = json.dumps({"columns": items})
    return columns.propose(HEADER, ROWS, ask_model=True)


def test_a_doubtful_column_gets_the_field_that_its_values_fit(model: Model) -> None:
    before = columns.propose(HEADER, ROWS)
    made = proposed(model, (1, "mileage"))
    assert made[1].field == "mileage"
    assert made[1].confidence == 0.85
    assert made[1].reason == "a language model takes it for the mileage, and its values fit that"
    assert [made[0], made[2]] == [before[0], before[2]]
    question = model.asked[0]["messages"][1]["content"]
    assert "'Qzx'; values: 12,000 | 40,321" in question
    assert "Fields that are taken: make" in question


@pytest.mark.parametrize(
    "lie",
    [
        (1, "vin"),
        (1, "images"),
        (1, "make"),
        (0, "model"),
        (1, "wheels"),
        (9, "mileage"),
        ("1", "mileage"),
        (True, "mileage"),
        (1, None),
        (2, "price"),
    ],
    ids=str,
)
def test_a_lie_changes_nothing(model: Model, lie: tuple[Any, Any]) -> None:
    assert proposed(model, lie) == columns.propose(HEADER, ROWS)


@pytest.mark.parametrize("content", ["[]", "null", '{"columns": 7}', '{"columns": [1, null]}', "x"])
def test_an_answer_of_another_shape_changes_nothing(model: Model, content: str) -> None:
    model.content = content
    assert columns.propose(HEADER, ROWS, ask_model=True) == columns.propose(HEADER, ROWS)


def test_a_model_that_is_not_there_changes_nothing(model: Model, settings: Any) -> None:
    settings.AI_URL = "http://127.0.0.1:1/v1"
    assert columns.propose(HEADER, ROWS, ask_model=True) == columns.propose(HEADER, ROWS)


def test_without_a_model_in_the_settings_nobody_is_asked(model: Model, settings: Any) -> None:
    settings.AI_URL = ""
    assert columns.propose(HEADER, ROWS, ask_model=True) == columns.propose(HEADER, ROWS)
    assert model.asked == []


def test_a_table_without_doubts_is_asked_nobody_about(model: Model) -> None:
    columns.propose(["Make", "Price"], [["Ford", "£5,995"]], ask_model=True)
    assert model.asked == []
