"""What the columns of a table say to each other, before fields are given out."""

from dataclasses import dataclass, field
from decimal import Decimal
from itertools import permutations

from carslink.mapping import combined, evidence, names, readings, wording


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
    _prices_paid(table)
    _lower_price(table)
    _trims_of_colours(table)
    _whole_where_no_model(table)
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


_MOST_PRICES = 12  # that are compared with each other: all pairs of them are
_WITH_VAT, _NEARLY = Decimal("1.2"), Decimal("0.005")
_LESS_THAN_ASKED = frozenset(
    ("sold", "bid", "net", "nett", "ex", "excluding", "exclusive", "plus", "without", "minimum",
     "resale", "reserve", "trade", "suggested", "from", "start", "deposit")
)  # fmt: skip

_PAID = frozenset(
    ("buy", "buying", "bought", "cost", "purchase", "paid", "supplier", "staff", "minimum",
     "target", "lowest", "trade")
)  # fmt: skip
_RATHER_PAID = frozenset(("stock", "unit", "export", "dealer"))
_ASKED = frozenset(
    ("retail", "screen", "web", "website", "internet", "online", "selling", "sell", "sale", "sales",
     "asking", "advertised", "advert", "forecourt", "display", "list")
)  # fmt: skip
_ONCE_ASKED = frozenset(("full", "regular", "suggested", "msrp", "rrp"))


def is_rather_paid(header: str) -> bool:
    """Whether a price's name says what the dealer gave or would take for the vehicle, not what is
    asked of the public; `Stock Price` may be either."""
    words = names.without_units(header)
    if words[-1:] == ("in",) or (not _PAID.isdisjoint(words) and "now" not in words):
        return True
    return not _RATHER_PAID.isdisjoint(words) and _ASKED.isdisjoint(words)


def _prices_paid(table: list[Candidate]) -> None:
    """What was paid is no price where another column says what is asked."""
    named = [
        each
        for each in table
        if each.said.how in ("known", "part", "almost")
        and each.said.fields.get("price", 0.0) > 1.0
        and each.weights["price"] > each.none
    ]
    paid = [each for each in named if is_rather_paid(each.header)]
    asked = any(
        each not in paid and _ONCE_ASKED.isdisjoint(names.read(each.header).words) for each in named
    )
    for each in paid if asked else ():
        each.weights["price"] = each.none - 0.5


_REDUCED = frozenset(
    ("now", "special", "offer", "reduced", "promotional", "promo", "discounted", "sale")
)


def _lower_price(table: list[Candidate]) -> None:
    """Of two prices of which one is never the lower, the lower is asked, the other was.

    But not where the lower is without tax, or where only the higher has a telling name.
    """
    prices = sorted(
        (each for each in table if _is_a_price(each)), key=lambda each: -each.weights["price"]
    )[:_MOST_PRICES]
    amounts = [[readings.price(cell) for cell in each.cells] for each in prices]
    not_asked: set[int] = set()
    for first, second in permutations(range(len(prices)), 2):
        pairs = [
            (more, less)
            for more, less in zip(amounts[first], amounts[second], strict=True)
            if more is not None and less
        ]
        if len(pairs) < 2 or any(more < less for more, less in pairs):
            continue
        if all(more == less for more, less in pairs):
            continue
        if not _REDUCED.isdisjoint(names.read(prices[second].header).words):
            asked, was = prices[second].weights, prices[first].weights
            asked["price"] = max(asked["price"], was["price"] + 1.0)
        elif (place := _not_asked(prices, first, second, pairs)) is not None:
            not_asked.add(place)
    for place in not_asked:
        prices[place].weights["price"] -= 1.5


def _is_a_price(each: Candidate) -> bool:
    fits = each.said.how != "other" and each.looks.shares.get("price", 0) > 0.4
    return fits and each.weights["price"] > max(each.none, each.weights["mileage"])


def _not_asked(
    prices: list[Candidate], higher: int, lower: int, pairs: list[tuple[Decimal, Decimal]]
) -> int | None:
    """Return which of two prices is not the one asked, if that can be told."""
    known = [prices[place].said.how == "known" for place in (higher, lower)]
    without_tax = all(abs(more / less - _WITH_VAT) < _NEARLY for more, less in pairs)
    less_than_asked = not _LESS_THAN_ASKED.isdisjoint(names.read(prices[lower].header).words)
    if without_tax:
        return lower if less_than_asked or not known[1] else None
    if less_than_asked or (known[0] and not known[1]):
        return None
    return higher


def _trims_of_colours(table: list[Candidate]) -> None:
    """A "Trim" of colours beside the colour is the inside's."""
    colour = strongest(table, "colour")
    for each in table:
        told = [cell for cell in each.cells if not readings.is_blank(cell)]
        if each is not colour and colour is not None and told:
            plain = sum(map(evidence.is_only_a_colour, told))
            if plain > 0.7 * len(told):
                each.weights["variant"] -= wording.KNOWN


_WHOLE = 0.6  # the share of cells that begin with a make, or with a model of the make beside
_WORDS_OF_WHOLE = 12  # more of them are a text about the vehicle


def _whole_where_no_model(table: list[Candidate]) -> None:
    """Where no column is the model, one that begins with makes or models has it in it; not one
    whose name means something else, as the first owner is no MINI First."""
    make = strongest(table, "make")
    wholes = [
        (share, -place)
        for place, each in enumerate(table)
        if each.said.how != "other" and (share := _share_of_wholes(each, make)) >= _WHOLE
    ]
    named = [each for each in table if _is_named_model(each)]
    if not wholes or named:
        return
    share, place = max(wholes)
    best = table[-place]
    rest = [
        each for each in table if each is not best and (share, -table.index(each)) not in wholes
    ]
    if any(each.weights["model"] - each.none > 2.0 for each in rest):
        return
    best.whole = share
    best.weights["model"] = max(best.none, *best.weights.values()) + 2.5


def _is_named_model(each: Candidate) -> bool:
    said = each.said.fields.get("model", 0.0) - each.none > 2.0
    return said and each.weights["model"] > each.none


def _share_of_wholes(each: Candidate, make: Candidate | None) -> float:
    makes = make.cells if make is not None and make is not each else [""] * len(each.cells)
    told = [
        (cell, beside)
        for cell, beside in zip(each.cells, makes, strict=True)
        if not readings.is_blank(cell)
    ]
    if not told or sum(len(cell.split()) for cell, _ in told) > _WORDS_OF_WHOLE * len(told):
        return 0.0
    whole = sum(
        combined.begins_with_a_make(cell) or combined.begins_with_a_model(beside, cell)
        for cell, beside in told
    )
    return whole / len(told)
