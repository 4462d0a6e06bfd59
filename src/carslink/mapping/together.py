"""What the columns of a table say to each other, before fields are given out."""

from carslink.mapping import addresses, combined, evidence, headings, prices, readings, wording
from carslink.mapping.candidates import Candidate, filled, strongest, told


def hear_each_other(table: list[Candidate]) -> None:
    _fuller_of_a_field(table)
    _models_by_their_makes(table)
    _amounts_by_their_years(table)
    _mileage_beside_money(table)
    prices.hear_what_was_paid(table)
    prices.hear_tax(table)
    prices.hear_the_lower(table)
    _trims_of_colours(table)
    _whole_where_no_model(table)
    _trims_by_description(table)
    _years_by_dates(table)


_FULL = 0.8  # the share of the rows of the fuller column
_EMPTY = 5.0  # what speaks against a column without values, beside a full one


def _fuller_of_a_field(table: list[Candidate]) -> None:
    """Of columns that are named as one field, one that lacks many of the rows is rather not it.

    Without another, an empty column keeps what its name means: the next table may fill it.
    """
    for name in evidence.TESTS:
        named = [
            each
            for each in table
            if each.said.fields.get(name, 0.0) > 0 and each.weights[name] > each.none
        ]
        most = max((each.looks.count for each in named if each.said.how == "known"), default=0)
        for each in named if name != evidence.IMAGES else ():
            if each.looks.count < _FULL * most:
                each.weights[name] -= _EMPTY * (1 - each.looks.count / most)


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


def _mileage_beside_money(table: list[Candidate]) -> None:
    """Beside a price in pounds, the one column of numbers without a name that may be miles is the
    mileage."""
    price = strongest(table, "price")
    if price is None or strongest(table, "mileage") is not None:
        return
    amounts = [found for cell in told(price) if (found := readings.amount(cell))]
    may_be = [
        each
        for each in table
        if each.said.how == "blank" and each.looks.weights.get("mileage", -1.0) > -0.5
    ]
    if len(may_be) == 1 and all(found.unit in readings.MONEY for found in amounts):
        may_be[0].weights["mileage"] += 1.0


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


_OF_TRIM = frozenset(("specification", "trim", "variant", "derivative"))


def _trims_by_description(table: list[Candidate]) -> None:
    """Where no column is the variant, a "Description" of trims beside the model is, and so is a
    "Model & Spec" beside a better model; a sentence is none."""
    model = strongest(table, "model")
    if model is None or strongest(table, "variant") is not None:
        return
    for each in table:
        fields = {"description", "model"} & each.said.fields.keys()
        if each is model or each.said.how != "known" or not fields or each.whole > 0.2:
            continue
        values = told(each)
        trims = sum(map(evidence.is_a_trim, values))
        is_named = not _OF_TRIM.isdisjoint(headings.read(each.header).words)
        if 2 * sum(map(evidence.is_of_equipment, values)) > len(values):
            continue
        if values and (is_named or 2 * trims >= len(values) > 1):
            each.weights["variant"] = max(each.none, *each.weights.values()) + 1
            each.notes["variant"] = "its values are trims, and no other column tells the variant"
            return


def hear_same_links(each: Candidate) -> None:
    """A link that is the same in all rows, or leads to a site's first page, is no vehicle's."""
    links = filled(each)
    if len(links) < 2 or len(set(links)) > 1 or not addresses.is_link(links[0]):
        return
    if len(links) > 2 or addresses.is_first_page(links[0]):
        each.weights["listing_url"] = each.none - 0.5
        each.notes[""] = "all rows have the same link: it is no vehicle's own page"
