"""A language model's word on the columns that stay doubtful, believed where the values bear it out.

The model sees names and a few values. Its answer may only name fields of a listing that no sure
column has; a field that can be read off values must fit them. What fails a check is passed over,
and what was proposed stands.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from carslink.ai import chat
from carslink.mapping import evidence, reasons
from carslink.mapping.evidence import IMAGES

if TYPE_CHECKING:
    from carslink.mapping.columns import Column

SECONDS = 6.0
"""After which the proposals stand as they are."""

DOUBTFUL = 0.7  # what is surer than this is not asked about
MOST_ASKED = 30
VALUES_SHOWN = 4
LONGEST_SHOWN = 80

SETTLED = 0.85
"""How sure a proposal is that a model made and the values bear out."""

UNCHECKED = 0.7
"""How sure it is where there are no values to check it by."""

_FITTING = 0.3  # the share that the values must reach; names and texts fit loosely

_SYSTEM = (
    "A car dealer's spreadsheet is read into vehicle listings. For each column listed, say which "
    "field it holds, or none. Prices other than the one asked, tax, finance, the dealer's details, "
    "dates of the advert and internal codes are none. Never guess: say none when in doubt."
)


def settle(columns: Sequence["Column"], cells: Sequence[Sequence[str]]) -> "list[Column]":
    """Return the columns with doubts settled; as they were where the settings name no model, and
    where it has no good answer."""
    model = chat.configured()
    asked = [column for column in columns if column.confidence < DOUBTFUL][:MOST_ASKED]
    if model is None or not asked:
        return list(columns)
    try:
        answer = chat.ask(model, _SYSTEM, _question(columns, asked, cells), _schema(), SECONDS)
    except chat.NoAnswer:
        return list(columns)
    settled = list(columns)
    doubtful = {column.index for column in asked}
    for index, field in _said(answer):
        if index in doubtful:
            settled[index] = _believed(settled, index, field, cells[index])
    return settled


def _question(
    columns: Sequence["Column"], asked: Sequence["Column"], cells: Sequence[Sequence[str]]
) -> str:
    sure = {column.field for column in columns if column not in asked and column.field}
    lines = [
        f"{column.index}. name: {column.header[:LONGEST_SHOWN]!r}; values: "
        + " | ".join(_shown(cells[column.index]) or ["(none)"])
        for column in asked
    ]
    return f"Fields that are taken: {', '.join(sorted(sure)) or 'none'}\nColumns:\n" + "\n".join(
        lines
    )


def _shown(cells: Sequence[str]) -> list[str]:
    told = dict.fromkeys(text for cell in cells if (text := " ".join(cell.split())))
    return [text[:LONGEST_SHOWN] for text in list(told)[:VALUES_SHOWN]]


def _schema() -> dict[str, Any]:
    item = {
        "type": "object",
        "properties": {
            "column": {"type": "integer"},
            "field": {"enum": [*evidence.TESTS, "none"]},
        },
        "required": ["column", "field"],
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {"columns": {"type": "array", "items": item, "maxItems": MOST_ASKED}},
        "required": ["columns"],
        "additionalProperties": False,
    }


def _said(answer: Any) -> list[tuple[int, str]]:
    items = answer.get("columns") if isinstance(answer, dict) else None
    return [
        (item["column"], item["field"])
        for item in (items if isinstance(items, list) else [])[:MOST_ASKED]
        if isinstance(item, dict)
        and type(item.get("column")) is int
        and isinstance(item.get("field"), str)
    ]


def _believed(
    columns: Sequence["Column"], index: int, field: str, cells: Sequence[str]
) -> "Column":
    """Return the column as the model reads it, if that passes; else as it was."""
    column = columns[index]
    if field == "none":
        if column.field is None:
            return replace(column, confidence=max(column.confidence, UNCHECKED))
        return replace(column, field=None, confidence=UNCHECKED, unit=None, splits=(),
                       reason="a language model takes it for no field of a listing")  # fmt: skip
    if field not in evidence.TESTS or _is_taken(columns, index, field):
        return column
    looks = evidence.look(cells)
    if looks.count and looks.shares[field] < _FITTING:
        return column
    reason = f"a language model takes it for {reasons.CALLED[field]}"
    if looks.count:
        reason += ", and its values fit that"
    sure = SETTLED if looks.count and looks.weights[field] > 0 else UNCHECKED
    if field == column.field:
        return replace(column, confidence=max(sure, column.confidence), reason=reason)
    return replace(column, field=field, confidence=sure, reason=reason, unit=None, splits=())


def _is_taken(columns: Sequence["Column"], index: int, field: str) -> bool:
    return field != IMAGES and any(
        other.field == field and other.index != index for other in columns
    )
