"""Which column of a table is which field of a listing, how surely, and why.

The name of a column, its values, and the other columns are heard together: each column gets a
weight for every field and for none (logarithms of odds, from `wording.py` and `evidence.py`), and
the fields are given out so that the sum over the whole table is greatest. A field goes to one
column, but for images, which may have many.
"""

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import lap
import numpy as np

from carslink.mapping import combined, evidence, headings, readings, reasons, turned, units, wording
from carslink.mapping.candidates import Candidate, filled, strongest
from carslink.mapping.evidence import IMAGES
from carslink.mapping.prices import is_rather_paid
from carslink.mapping.together import are_dates, hear_each_other, hear_same_links

FIELDS = tuple(evidence.TESTS)
SAMPLE = 200  # rows that are looked at; of tables of hundreds of columns, fewer
_MOST_CELLS, _LEAST_ROWS = 20_000, 12

# What a name that is understood says against the fields that it does not name.
_UNSAID = {
    "known": -4.0, "other": -3.0, "maybe": -2.0, "part": -1.5, "almost": -1.5, "alike": -1.0,
    "strange": -0.5, "blank": 0.0,
}  # fmt: skip
_COMBINED = 0.4  # the share of cells that say make and model; many a make is not in the vocabulary
_MANY = frozenset({IMAGES})
_WHOLE = ("make", "model", "variant")
_FLAGS = {  # columns of yes and no: the field, and the value that "yes" means
    "new": ("condition", "new"), "isnew": ("condition", "new"), "newvehicle": ("condition", "new"),
    "used": ("condition", "used"), "isused": ("condition", "used"),
    "usedvehicle": ("condition", "used"), "automatic": ("transmission", "automatic"),
    "isautomatic": ("transmission", "automatic"), "auto": ("transmission", "automatic"),
    "isauto": ("transmission", "automatic"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """What a column is taken for.

    `field` is a field of a listing, or None. `unit` is what its numbers are counted in ("km",
    "litres"), or what a yes means ("new"), where that must be known to read it. `splits` are the
    fields that a combined column is taken apart into. `small` tells that its numbers may be
    thousands.
    """

    index: int
    header: str
    field: str | None
    confidence: float
    reason: str
    unit: str | None = None
    splits: tuple[str, ...] = ()
    small: bool = False


def propose(
    header: Sequence[str], rows: Sequence[Sequence[str]], *, ask_model: bool = False
) -> list[Column]:
    """Say what each column is. `header` may be empty, `rows` too; rows may be ragged.

    The language model of the settings, where they name one, may be asked about what stays doubtful;
    without `ask_model` no settings are needed.
    """
    rows = rows[:SAMPLE]
    width = max([len(header), *(len(row) for row in rows)], default=0)
    rows = rows[: max(_MOST_CELLS // max(width, 1), _LEAST_ROWS)]
    table = [
        _candidate(
            index,
            header[index] if index < len(header) else "",
            [row[index] if index < len(row) else "" for row in rows],
        )
        for index in range(width)
    ]
    hear_each_other(table)
    turned.turn_plates(table)
    best = _best(table)
    columns = [
        _column(candidate, given, table, best)
        for candidate, given in zip(table, _give(table), strict=True)
    ]
    columns = _parted_models(columns, table)
    if not ask_model:
        return columns
    from carslink.mapping.doubts import settle  # its client of HTTP is not needed otherwise

    return settle(columns, [each.cells for each in table])


def _candidate(index: int, header: str, cells: list[str]) -> Candidate:
    thousands = units.are_thousands(header, cells)
    looks = evidence.look([units.in_full(cell) for cell in cells] if thousands else cells)
    said = _in_doubt(wording.say(header), header, looks)
    told = [cell for cell in cells if not readings.is_blank(cell)][: evidence.MOST_VALUES]
    whole = sum(map(combined.begins_with_a_make, told)) / len(told) if told else 0.0
    made = Candidate(index, header, cells, said, looks, whole)
    made.none = said.none
    for name in FIELDS:
        by_name = said.fields.get(name, _UNSAID[said.how])
        made.weights[name] = by_name + looks.weights.get(name, 0.0)
    _hear_rarity(made)
    _hear_no_word(made)
    _hear_counts(made, told)
    _hear_no_digits(made, told)
    _hear_no_number(made)
    _hear_flags(made, told)
    _hear_no_variant(made, told)
    turned.turn_types(made)
    turned.turn_ages(made)
    hear_same_links(made)
    _hear_whole(made)
    return made


_DISTANCES = frozenset({"mileage", "miles", "odometer", "odometers"})


def _in_doubt(said: wording.Said, header: str, looks: evidence.Looks) -> wording.Said:
    """Return what a name says, less sure of it where the values are a mileage and the name has one
    in it: "Mileage warranted" is believed of a yes or no, as "Price negotiable" is."""
    words = headings.read(header).words
    if said.how != "other" or wording.counts_another_distance(words):
        return said
    is_mileage = looks.shares.get("mileage", 0.0) >= 0.45
    if is_mileage and not _DISTANCES.isdisjoint(words):
        return wording.Said("maybe", 2.0, {"mileage": 4.0}, said.heard)
    is_price = looks.shares.get("price", 0.0) >= 0.5
    if is_price and words == ("price", "negotiable"):
        return wording.Said("maybe", 2.0, {"price": 4.0}, said.heard)
    return said


_OF_WORDS = frozenset(("licence_category", "roof_height", "load_length"))
_RARE = (
    "bike_type", "licence_category", "van_type", "roof_height", "load_length", "payload_kg",
    "load_volume_m3",
)  # fmt: skip


def _hear_rarity(made: Candidate) -> None:
    """What motorcycles or vans alone have is rare: a name that only may mean it needs values, and
    one that means it, some ("Roof": Panoramic)."""
    for name in _RARE:
        if made.said.how != "known" and made.looks.weights.get(name, 0.0) <= 0:
            made.weights[name] -= 2.0
        elif name in _OF_WORDS and made.looks.shares.get(name, 1.0) == 0.0:
            made.weights[name] -= wording.KNOWN


_OF_A_VOCABULARY = ("body_type", "vehicle_type", "condition", "fuel", "transmission")


def _hear_no_word(made: Candidate) -> None:
    """A name that may mean a field of few words needs some of them: "Exterior" may be of scratches,
    "Type" of a shop's articles."""
    if made.said.how != "maybe":
        return
    for name in _OF_A_VOCABULARY:
        if made.looks.shares.get(name, 1.0) <= 0:
            made.weights[name] -= 2.0
    if made.looks.shares.get("colour", 1.0) < 0.35:
        made.weights["colour"] -= 2.0


def _hear_counts(made: Candidate, told: list[str]) -> None:
    """A column "Photos" of numbers, or of yes and no, counts them; it has none."""
    if told and all(readings.amount(cell) or readings.flag(cell) is not None for cell in told):
        made.weights[IMAGES] -= wording.KNOWN


def _hear_no_digits(made: Candidate, told: list[str]) -> None:
    """A "Chassis" of makes is no VIN."""
    if told and made.looks.shares["make"] > 0 and not any(map(str.isdigit, "".join(told))):
        made.weights["vin"] -= wording.KNOWN


def _hear_no_number(made: Candidate) -> None:
    """A "Stock" of yes and no, of places, or of what several rows share numbers no vehicles: of
    rows with one number all but one would be left out."""
    values = filled(made)
    alike = len(set(values)) <= 0.8 * len(values)
    if values and (alike or not any(map(str.isdigit, "".join(values)))):
        made.weights["source_id"] -= wording.KNOWN


def _hear_flags(made: Candidate, told: list[str]) -> None:
    """A column "New" of yes and no is the condition, though neither word is one; no number is."""
    if not told or any(readings.flag(cell) is None for cell in told):
        return
    if any(cell.isalpha() for cell in told):
        for name in ("price", "mileage", "year", "engine_size"):
            made.weights[name] -= wording.KNOWN
    meant = _FLAGS.get(headings.read(made.header).key)
    if meant:
        made.flag = meant[1]
        made.weights[meant[0]] = made.said.fields.get(meant[0], 0.0) + 1.0


def _hear_no_variant(made: Candidate, told: list[str]) -> None:
    """The trim of the seats, the grade of the condition and lists of equipment are no variant,
    though called so."""
    graded = sum(map(evidence.is_a_grade, told))
    fitted = sum(evidence.is_of_seats(cell) or evidence.is_of_equipment(cell) for cell in told)
    if 2 * fitted > len(told) or graded > 0.8 * len(told):
        made.weights["variant"] -= wording.KNOWN
    if graded > 0.8 * len(told):
        made.weights["condition"] -= wording.KNOWN


def _hear_whole(made: Candidate) -> None:
    """A cell that says make, model and more is no make, and no variant."""
    if made.whole >= _COMBINED:
        made.weights["model"] += 2.5
        made.weights["make"] -= 3.0
        made.weights["variant"] -= 4.0
        made.weights["description"] -= 2.0


_NEVER = -10_000.0
"""Less than any sum of weights; lap takes costs of a million and more for no way at all."""

_LATER = 1e-6
"""Of two fields that fit alike, the one that stands first in the list is meant."""


def _give(table: list[Candidate]) -> list[str | None]:
    """Give each column its field, or None, so that the sum of what speaks for it is greatest."""
    given: list[str | None] = [None] * len(table)
    contested = []
    for place, each in enumerate(table):
        best = max(FIELDS, key=lambda name: each.weights[name])
        if each.weights[best] <= each.none:
            continue
        if best in _MANY:
            given[place] = best
        else:
            contested.append(place)
    single = [name for name in FIELDS if name not in _MANY]
    if not contested:
        return given
    gains = [
        [table[place].weights[name] - _LATER * n for n, name in enumerate(single)]
        + [table[place].none if other == place else _NEVER for other in contested]
        for place in contested
    ]
    _, chosen, _ = lap.lapjv(-np.array(gains), extend_cost=True)
    for place, column in zip(contested, chosen, strict=True):
        given[place] = single[column] if column < len(single) else None
    return given


_MAY_BE = 0.8
"""How sure a price or a mileage may be whose numbers may be thousands: a person should look."""


def _column(each: Candidate, given: str | None, table: list[Candidate], best: "_Best") -> Column:
    sure = _confidence(each, given, table, best)
    small = units.are_small(each.cells)
    unit = units.of_column(each, given) or turned.unit_beside(table, given)
    if small and given in units.SCALED and unit not in units.IN_THOUSANDS:
        sure = min(sure, _MAY_BE)
        if meant := units.by_looks(each, given, unit):
            unit = meant
            each.notes[given] = reasons.in_thousands(each.said, given)
    made = Column(
        index=each.index,
        header=each.header,
        field=given,
        confidence=round(sure, 3),
        reason=_reason(each, given),
        unit=unit,
        small=small,
    )
    if given == "model" and each.whole >= _COMBINED:
        return _parted(made, each, _splits(each, table))
    return made


def _parted(made: Column, each: Candidate, splits: tuple[str, ...]) -> Column:
    if len(splits) < 2:
        return made
    told = f"its cells say {reasons.listed(splits)} in one"
    named = each.said.fields.get("model", 0.0) > 0
    reason = f"{made.reason}; {told}" if named else f"{told}, and no other column is the model"
    return replace(made, splits=splits, reason=reason)


_WITH_MORE = 0.2
"""The share of models with something behind them; most rows may have a model and nothing else."""


def _parted_models(columns: list[Column], table: list[Candidate]) -> list[Column]:
    """Part the models from what stands behind them, where no column of its own is the variant."""
    place = {each.field: at for at, each in enumerate(columns) if each.field}
    if "model" not in place or "make" not in place or "variant" in place:
        return columns
    at = place["model"]
    told = [
        combined.begins_with_a_model(make, cell)
        for make, cell in zip(table[place["make"]].cells, table[at].cells, strict=True)
        if not (readings.is_blank(make) or readings.is_blank(cell))
    ]
    if columns[at].splits or sum(told) < max(_WITH_MORE * len(told), 1):
        return columns
    reason = f"{columns[at].reason}; some of its cells say model and variant in one"
    parted = replace(columns[at], splits=("model", "variant"), reason=reason)
    return [*columns[:at], parted, *columns[at + 1 :]]


def _reason(each: Candidate, given: str | None) -> str:
    if (note := each.notes.get(given or "")) is not None:
        return note
    if given == "year" and are_dates(each):
        return "its values are dates of a first registration, and no other column tells the year"
    if given is not None and each.flag is not None:
        return f"its values say yes or no to “{each.flag}”"
    return reasons.why(each.said, each.looks, given, each.weights, each.none)


def _splits(each: Candidate, table: list[Candidate]) -> tuple[str, ...]:
    """Return what a combined column is taken apart into: what no other column says."""
    others = [other for other in table if other is not each]
    parts = [combined.split(cell) for cell in each.cells[: evidence.MOST_VALUES]]
    with_year = sum(part is not None and part.year != "" for part in parts)
    wanted = (*_WHOLE, "year") if 5 * with_year > len(parts) else _WHOLE
    return tuple(name for name in wanted if name == "model" or strongest(others, name) is None)


_Best = dict[
    str, tuple[float, float]
]  # of each field the greatest weight of a column, and the next


def _best(table: list[Candidate]) -> _Best:
    found = {}
    for name in FIELDS:
        first, second = heapq.nlargest(2, [each.weights[name] for each in table] + [-math.inf] * 2)
        found[name] = (first, second)
    return found


def _confidence(each: Candidate, given: str | None, table: list[Candidate], best: _Best) -> float:
    """Return the share of the odds that the field has among all fields of the column, less what
    other columns claim of it and what the values say against it."""
    own = each.none if given is None else each.weights[given]
    odds = sum(math.exp(min(weight - own, 30)) for weight in each.weights.values())
    sure = 1 / (odds + math.exp(each.none - own) if given is not None else odds + 1)
    if given is None:
        return _sure_of_none(each, best)
    if given not in _MANY:
        rivals = (
            other.weights[given] - own
            for other in table
            if other is not each and other.said.how != "other"
        )
        sure /= 1 + 0.5 * sum(math.exp(min(rival, 3.0)) for rival in rivals if rival > -3)
    against = each.looks.weights.get(given, 0.0)
    if against < 0:
        sure *= 1 - min(0.5, -against * 0.12)
    return min(sure, _ceiling(each, given))


def _sure_of_none(each: Candidate, best: _Best) -> float:
    """Return how sure it is that a column is no field: where another column has the field that it
    could be, how much better that one fits."""
    doubts = 0.0
    for name, weight in each.weights.items():
        first, second = best[name]
        better = -math.inf if name in _MANY else second if weight == first else first
        doubts += math.exp(min(weight - max(each.none, better), 30.0))
    fits = each.said.in_part and max(each.looks.weights.values(), default=0.0) > 1.5
    return min(1 / (1 + doubts), 0.8 if fits else 0.99)


# What values can say alone.
_TELLING = {"vin": 0.97, "registration": 0.95, IMAGES: 0.95, "make": 0.93, "fuel": 0.93}


def _ceiling(each: Candidate, given: str) -> float:
    """Return what a proposal may claim at most, by how the name was understood."""
    if given == "price" and is_rather_paid(each.header):
        return 0.85
    if each.said.how == "known" and given in each.said.fields:
        return 0.99
    if each.looks.weights.get(given, 0.0) < 1.0:
        return 0.8
    if each.said.how == "part" and given in each.said.fields:
        return 0.85  # the rest of the name may turn its meaning
    return _TELLING.get(given, 0.9)
