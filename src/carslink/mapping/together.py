"""What the columns of a table say to each other, before fields are given out."""

from dataclasses import dataclass, field

from carslink.mapping import combined, evidence, readings, wording


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


def hear_each_other(table: list[Candidate]) -> None:
    _models_by_their_makes(table)
    _amounts_by_their_years(table)
    _lower_price(table)
    _years_by_dates(table)


def strongest(table: list[Candidate], name: str) -> Candidate | None:
    """Return the column that is plainly a field, if one is."""
    best = max(table, key=lambda each: each.weights[name] - each.none, default=None)
    return best if best is not None and best.weights[name] - best.none > 2.0 else None


def _models_by_their_makes(table: list[Candidate]) -> None:
    """A column that goes with the makes beside it is the models'."""
    make = strongest(table, "make")
    if make is None:
        return
    for each in table:
        if each is make or each.said.how == "known" or not each.looks.count:
            continue
        pairs = [
            combined.is_known_pair(first, second)
            for first, second in zip(make.cells, each.cells, strict=True)
            if not readings.is_blank(first) and not readings.is_blank(second)
        ]
        if pairs:
            each.weights["model"] += 3.0 * sum(pairs) / len(pairs)


def _amounts_by_their_years(table: list[Candidate]) -> None:
    """Newer vehicles cost more and have gone less far: that tells prices from mileages."""
    year = strongest(table, "year")
    if year is None:
        return
    years = [readings.year(cell) for cell in year.cells]
    for each in table:
        if each is year or each.said.how in ("known", "other") or not each.looks.count:
            continue
        amounts = [readings.amount(cell) for cell in each.cells]
        pairs = [
            (float(when), float(much.value))
            for when, much in zip(years, amounts, strict=True)
            if when is not None and much is not None
        ]
        if len(pairs) >= 6:
            together = _goes_together(pairs)
            each.weights["price"] += 1.5 * together
            each.weights["mileage"] -= 1.5 * together


def _years_by_dates(table: list[Candidate]) -> None:
    """Where no column has years, the date of first registration tells them."""
    if strongest(table, "year") is not None:
        return
    dated = [each for each in table if each.said.fields.get("year", 0) > 0 and are_dates(each)]
    if dated:
        first = max(dated, key=lambda each: each.said.fields["year"])
        first.weights["year"] = max(first.weights["year"], first.none + 2.5)


def are_dates(each: Candidate) -> bool:
    told = [cell for cell in each.cells if not readings.is_blank(cell)]
    days = sum(readings.day(cell) is not None for cell in told)
    return bool(told) and days >= 0.8 * len(told)


def _goes_together(pairs: list[tuple[float, float]]) -> float:
    """Return by how much more pairs of pairs agree in their order than disagree, from -1 to 1."""
    agree = 0
    seen = 0
    for place, (x, y) in enumerate(pairs):
        for other_x, other_y in pairs[place + 1 :]:
            if x != other_x and y != other_y:
                seen += 1
                agree += 1 if (x < other_x) == (y < other_y) else -1
    return agree / seen if seen else 0.0


def _lower_price(table: list[Candidate]) -> None:
    """Of two prices of which one is never the lower, the lower is asked, the other was."""
    loose = [
        each
        for each in table
        if each.said.how not in ("known", "other") and each.looks.shares.get("price", 0) > 0.4
        and each.weights["price"] > max(each.none, each.weights["mileage"])
    ]  # fmt: skip
    for place, first in enumerate(loose):
        for second in loose[place + 1 :]:
            pairs = [
                (a, b)
                for left, right in zip(first.cells, second.cells, strict=True)
                if (a := readings.price(left)) is not None
                and (b := readings.price(right)) is not None
            ]
            if len(pairs) < 2:
                continue
            if all(a >= b for a, b in pairs) and pairs[0][0] != pairs[0][1]:
                first.weights["price"] -= 1.0
            elif all(a <= b for a, b in pairs) and pairs[0][0] != pairs[0][1]:
                second.weights["price"] -= 1.0
