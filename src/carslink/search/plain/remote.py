"""A language model's reading of the words that the grammar could not read.

Its answer is a list of words of the sentence, each with the filter and value that they mean. Only
words that are still unread count, and only values of the vocabulary: an item that fails a check is
passed over, and what the grammar read stands whatever the model says.
"""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from carslink.ai import chat
from carslink.search.filters import BOUND, LIST_FILTER
from carslink.search.plain import bounds, wishes
from carslink.search.plain.claims import Board, Claim
from carslink.search.plain.names import Names
from carslink.search.plain.tokens import Token, tokenise
from carslink.vehicles.folding import fold

SECONDS = 1.5
"""After which the grammar's reading stands."""

FEWEST_UNREAD = 2
MOST_ITEMS = 20
_NOT_ASKED = frozenset({"dealer", "region", "make", "model"})

REMEMBERED = 1_024
"""Answers that are kept, so that paging through results asks nobody again."""

_answers: dict[tuple[chat.Endpoint, str], Any] = {}

_SYSTEM = (
    "You read what a buyer of cars, vans or motorcycles in Britain types into a search field. "
    "Some of the words are not understood yet; they are listed. For each part of them whose "
    "meaning is certain, give the words exactly as listed, the filter and the value. Never guess: "
    "leave out what fits no value, and give no number that the words do not have."
)


def is_needed(board: Board, unread: tuple[Token, ...]) -> bool:
    """Whether a sentence is half unread: as many words say nothing yet as say something."""
    said = sum(
        claim is not None and claim.kind != "filler"
        for token, claim in zip(board.tokens, board.taken, strict=True)
        if token.kind != "mark"
    )
    return len(unread) >= max(FEWEST_UNREAD, said)


def claim(board: Board, unread: tuple[Token, ...], names: Names, endpoint: chat.Endpoint) -> bool:
    """Claim what the model reads, and passes every check; whether it was anything.

    Raises chat.NoAnswer where the model has none in time.
    """
    words = " ".join(token.text for token in unread)
    sentence = " ".join(token.text for token in board.tokens)
    asked = f"Sentence: {sentence}\nNot understood: {words}"
    answer = _answers.get((endpoint, asked))
    if answer is None:
        answer = chat.ask(endpoint, _SYSTEM, asked, _schema(), SECONDS)
        if len(_answers) >= REMEMBERED:
            _answers.clear()
        _answers[endpoint, asked] = answer
    found = False
    for each in _checked(answer, board, unread, names):
        board.claim(each)
        found = True
    return found


def forget() -> None:
    """Forget what the model said, as after it was changed."""
    _answers.clear()


@cache
def _schema() -> dict[str, Any]:
    choices = {
        name: list(each.vocabulary) for name, each in LIST_FILTER.items() if name not in _NOT_ASKED
    }
    about = "; ".join(f"{name}: {', '.join(values)}" for name, values in choices.items())
    item = {
        "type": "object",
        "properties": {
            "words": {"type": "string"},
            "filter": {"enum": [*choices, "make", "model", *BOUND, "concept"]},
            "value": {
                "type": "string",
                "description": f"{about}; concept: {', '.join(wishes.by_name())}",
            },
            "not": {"type": "boolean", "description": "The buyer does not want it."},
        },
        "required": ["words", "filter", "value", "not"],
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {"items": {"type": "array", "items": item, "maxItems": MOST_ITEMS}},
        "required": ["items"],
        "additionalProperties": False,
    }


def _checked(answer: Any, board: Board, unread: tuple[Token, ...], names: Names) -> Iterator[Claim]:
    items = answer.get("items") if isinstance(answer, dict) else None
    for item in (items if isinstance(items, list) else [])[:MOST_ITEMS]:
        if not isinstance(item, dict) or not all(
            isinstance(item.get(name), str) for name in ("words", "filter", "value")
        ):
            continue
        span = _span(board, unread, item["words"])
        if span is None:
            continue
        made = _claim(*span, item["filter"], item["value"], item.get("not") is True, names)
        if made is not None and _is_said(made, board):
            yield made


def _span(board: Board, unread: tuple[Token, ...], words: str) -> tuple[int, int] | None:
    """Return the tokens of words: one after the other, none of them read before."""
    wanted = [token.text for token in tokenise(words[:200]) if token.kind != "mark"]
    places = {token: place for place, token in enumerate(board.tokens)}
    free = {places[token] for token in unread}
    for first in sorted(free):
        last = first + len(wanted) - 1
        if wanted and board.texts[first : last + 1] == wanted and board.is_free(first, last):
            return first, last
    return None


def _claim(
    first: int, last: int, name: str, value: str, negated: bool, names: Names
) -> Claim | None:
    """Return the claim of a value that is one of the filter's; None of any other."""
    if name in ("make", "model"):
        return _name(first, last, name, value, negated, names)
    if name == "concept":
        concept = wishes.by_name().get(value)
        return wishes.of(concept, first, last) if concept and not negated else None
    if name in LIST_FILTER and name not in _NOT_ASKED:
        if value not in LIST_FILTER[name].vocabulary:
            return None
        return Claim(first, last, name, ((name, value),), label=value, negated=negated)
    if name in BOUND and not negated:
        return _bound(first, last, name, value)
    return None


def _name(
    first: int, last: int, name: str, value: str, negated: bool, names: Names
) -> Claim | None:
    spelling = names.spellings.get(fold(value))
    if spelling is None:
        return None
    if name == "make":
        makes = [make for make in spelling.makes if make in names.makes]
        pairs = tuple(("make", make) for make in makes[:1])
        return Claim(first, last, "make", pairs, label=makes[0], negated=negated) if makes else None
    models = {each.model for each in spelling.models}
    if len(models) != 1:
        return None
    (model,) = models
    makes = sorted({each.make for each in spelling.models})
    implied = (("make", makes[0]),) if len(makes) == 1 else ()
    return Claim(first, last, "model", (("model", model),), label=model, implied=implied,
                 negated=negated)  # fmt: skip


def _bound(first: int, last: int, name: str, value: str) -> Claim | None:
    try:
        amount = Decimal(value)
    except InvalidOperation:
        return None
    number = BOUND[name]
    if not amount.is_finite() or not number.least <= amount <= number.most:
        return None
    told = ((name, float(amount)),)
    return Claim(first, last, "number", bounds=told, label=bounds.label(told))


def _is_said(made: Claim, board: Board) -> bool:
    """Whether a bound's number stands among its words, and bounds nothing that is bounded."""
    if made.kind != "number":
        return True
    (name, value), *_ = made.bounds
    if any(name in dict(claim.bounds) for claim in board.claims):
        return False
    numbers = {
        number
        for place in range(made.first, made.last + 1)
        if (number := board.tokens[place].number) is not None
    }
    return bool(numbers & {Decimal(str(value)), Decimal(str(value)) / 1000})
