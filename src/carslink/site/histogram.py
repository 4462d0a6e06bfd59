"""A histogram as bars of a drawing, for above the bounds of a number filter."""

from dataclasses import dataclass
from typing import Any

HEIGHT = 44
STEP, WIDTH = 10, 8
FEWEST = 10
"""Spans that are shown at least, so that two bars are no barn doors."""

LEAST = 2
"""How high a bar is at least where there is something, so that rare prices are seen too."""


@dataclass(frozen=True)
class Bar:
    """One span: where its bar stands, and whether the bounds let it in."""

    x: int
    y: int
    height: int
    chosen: bool


@dataclass(frozen=True)
class Bars:
    """The bars of a histogram, and the drawing's width."""

    width: int
    bars: list[Bar]


def of(spans: list[dict[str, Any]], least: float | None, most: float | None) -> Bars | None:
    """Return the bars from the first span with anything in it to the last; None for under two."""
    filled = [at for at, span in enumerate(spans) if span["count"]]
    if len(filled) < 2:
        return None
    last = max(filled[-1] + 1, min(len(spans), filled[0] + FEWEST))
    shown = spans[max(0, min(filled[0], last - FEWEST)) : last]
    highest = max(span["count"] for span in shown)
    bars = [
        _bar(at, span["count"] / highest, _is_within(span, least, most))
        for at, span in enumerate(shown)
    ]
    return Bars(len(shown) * STEP - (STEP - WIDTH), bars)


def _bar(at: int, share: float, chosen: bool) -> Bar:
    height = max(LEAST, round(share * HEIGHT)) if share else 0
    return Bar(at * STEP, HEIGHT - height, height, chosen)


def _is_within(span: dict[str, Any], least: float | None, most: float | None) -> bool:
    """Whether any of a span lies within the bounds, which are inclusive."""
    end = span["to"]
    return (most is None or span["from"] <= most) and (least is None or end is None or end > least)
