"""The client of language models, against servers on loopback that are slow, broken or gone."""

import time
from collections.abc import Iterator

import pytest

from carslink.ai import chat
from tests.ai.model import Model, serving

SCHEMA = {"type": "object"}


@pytest.fixture
def model() -> Iterator[Model]:
    chat._State.failures, chat._State.rests_until = 0, 0.0
    with serving() as served:
        yield served
    chat._State.failures, chat._State.rests_until = 0, 0.0


def ask(model: Model, seconds: float = 5.0) -> object:
    return chat.ask(model.endpoint, "Read this.", "a red car", SCHEMA, seconds)


def test_a_question_is_asked_with_a_schema_and_answered(model: Model) -> None:
    model.content = '{"colour": "Red"}'
    assert ask(model) == {"colour": "Red"}
    (question,) = model.asked
    assert question["model"] == "small-model"
    assert question["temperature"] == 0
    assert question["messages"] == [
        {"role": "system", "content": "Read this."},
        {"role": "user", "content": "a red car"},
    ]
    assert question["response_format"]["json_schema"]["schema"] == SCHEMA
    assert model.keys == ["Bearer secret"]


def test_a_server_that_takes_no_schema_is_told_it_in_words_from_then_on(model: Model) -> None:
    model.takes_schema, model.content = False, '{"n": 1}'
    assert ask(model) == {"n": 1}
    assert ask(model) == {"n": 1}
    kinds = [question["response_format"]["type"] for question in model.asked]
    assert kinds == ["json_schema", "json_object", "json_object"]
    assert '{"type":"object"}' in model.asked[1]["messages"][0]["content"]


def test_a_slow_answer_is_not_waited_for(model: Model) -> None:
    model.wait = 20.0
    began = time.monotonic()
    with pytest.raises(chat.NoAnswer):
        ask(model, 0.3)
    assert time.monotonic() - began < 5


def test_an_answer_that_drips_is_not_waited_for(model: Model) -> None:
    model.drip = 0.2
    began = time.monotonic()
    with pytest.raises(chat.NoAnswer):
        ask(model, 0.3)
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "body",
    [b"", b"not json", b"[]", b"{}", b'{"choices": []}', b'{"choices": [{"message": null}]}',
     b'{"choices": [{"message": {"content": null}}]}',
     b'{"choices": [{"message": {"content": "Sure! Here it is: {"}}]}',
     b"x" * (chat.LARGEST_ANSWER + 1)],
    ids=lambda body: body[:30].decode(),
)  # fmt: skip
def test_a_broken_answer_is_none(model: Model, body: bytes) -> None:
    model.body = body
    with pytest.raises(chat.NoAnswer):
        ask(model)


@pytest.mark.parametrize("status", [401, 429, 500])
def test_a_refusal_is_no_answer(model: Model, status: int) -> None:
    model.status = status
    with pytest.raises(chat.NoAnswer):
        ask(model)


def test_nobody_there_is_no_answer(model: Model) -> None:
    gone = chat.Endpoint("http://127.0.0.1:1/v1", "small-model")
    with pytest.raises(chat.NoAnswer):
        chat.ask(gone, "", "", SCHEMA, 1.0)


def test_after_three_failures_in_a_row_nobody_is_asked_for_a_while(model: Model) -> None:
    model.status = 500
    for _ in range(chat.TRIES_BEFORE_A_REST + 2):
        with pytest.raises(chat.NoAnswer):
            ask(model)
    assert len(model.asked) == chat.TRIES_BEFORE_A_REST
    chat._State.rests_until = 0.0
    model.status = 200
    assert ask(model) == {}


def test_the_key_is_in_no_error(model: Model) -> None:
    model.status = 401
    with pytest.raises(chat.NoAnswer) as caught:
        ask(model)
    assert "secret" not in repr(caught.value) + repr(caught.value.__cause__)
