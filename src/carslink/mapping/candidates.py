"""A column while it is being weighed."""

from dataclasses import dataclass, field

from carslink.mapping import evidence, readings, wording


@dataclass(slots=True)
class Candidate:
    """A column while it is being weighed: `weights` for each field, `none` for no field."""

    index: int
    header: str
    cells: list[str]
    said: wording.Said
    looks: evidence.Looks
    whole: float  # share of cells that say make, model and more in one
    weights: dict[str, float] = field(default_factory=dict)
    none: float = 0.0
    flag: str | None = None
    notes: dict[str, str] = field(default_factory=dict)
    """Why it is a field, or none (""), where its name and its values do not tell."""


def strongest(table: list[Candidate], name: str) -> Candidate | None:
    """Return the column that is plainly a field, if one is."""
    best = max(table, key=lambda each: each.weights[name] - each.none, default=None)
    return best if best is not None and best.weights[name] - best.none > 2.0 else None


def filled(each: Candidate) -> list[str]:
    """Return the cells of a column that say something, without the spaces around them."""
    return [cell.strip() for cell in each.cells if not readings.is_blank(cell)]


def told(each: Candidate) -> list[str]:
    """Return the different values of a column, as many as are looked at."""
    return list(dict.fromkeys(filled(each)))[: evidence.MOST_VALUES]
