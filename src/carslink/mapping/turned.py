"""Names that their values, or the columns beside them, turn to another field than they name."""

from collections.abc import Callable

from carslink.mapping import evidence, headings, readings
from carslink.mapping.candidates import Candidate, strongest, told
from carslink.vehicles import words

_MOST = 0.8  # the share of values that turns a name
_TURNED = 0.9  # of the name's weight: a name that means the field goes before one that is turned


def _turn(each: Candidate, named: str, meant: str) -> None:
    """Give what a name says for one field to another."""
    said = each.said.fields[named]
    each.weights[named] -= said
    values = each.looks.weights.get(meant, 0.0)
    each.weights[meant] = max(each.weights[meant], _TURNED * said + values)


def turn_plates(table: list[Candidate]) -> None:
    """A "Stock No" or a "Licence" of number plates is the registration where no other column is."""
    if strongest(table, "registration") is not None:
        return
    is_plate = evidence.TESTS["registration"].fits
    plates = [
        (each.said.fields[named], -place, named)
        for place, each in enumerate(table)
        for named in ("source_id", "licence_category")
        if each.said.fields.get(named, 0.0) > 0
        and (values := told(each))
        and sum(is_plate(value) == 1.0 for value in values) >= _MOST * len(values)
    ]
    if plates:
        _, place, named = max(plates)
        _turn(table[-place], named, "registration")


def turn_ages(each: Candidate) -> None:
    """A "Reg" of the ages of plates (`12`, `62`, `21/71`) or of months (`03/12`) is the year."""
    values = told(each) if each.said.fields.get("registration", 0.0) > 0 else []
    ages = sum(
        evidence.TESTS["registration"].fits(value) < 0 and readings.year(value) is not None
        for value in values
    )
    if values and ages >= _MOST * len(values):
        _turn(each, "registration", "year")
        if sum(readings.day(value) is not None for value in values) < _MOST * len(values):
            each.notes["year"] = "its values are the ages of plates"


_NAMES_A_UNIT = frozenset(("unit", "currency", "uom", "ccy"))
_UNITS = {"mileage": frozenset({"km", "miles"}), "price": readings.MONEY}


def unit_beside(table: list[Candidate], field: str | None) -> str | None:
    """Return the unit that a column of its own tells for a field (`Currency`: EUR), where all its
    cells agree; None for what is meant anyway, miles and pounds."""
    if field not in _UNITS:
        return None
    for each in table:
        if _NAMES_A_UNIT.isdisjoint(headings.read(each.header).words):
            continue
        amounts = [readings.amount(f"1 {value}") for value in told(each)]
        meant = {amount.unit if amount else None for amount in amounts}
        if len(meant) == 1 and meant <= _UNITS[field]:
            unit = meant.pop()
            return None if unit in ("miles", "gbp") else unit
    return None


_READS: dict[str, Callable[[str], str | None]] = {
    "vehicle_type": words.normalise_vehicle_type,
    "body_type": evidence.body_type,
}


def turn_types(each: Candidate) -> None:
    """A "Car Type" of Car and Van is the vehicle's, a "Vehicle Type" of Saloon is the body's.

    "Van" may be either, so half of the values may fit the name.
    """
    for named, meant in (("vehicle_type", "body_type"), ("body_type", "vehicle_type")):
        values = told(each) if each.said.fields.get(named, 0.0) > 0 else []
        fit = sum(_READS[meant](value) is not None for value in values)
        fit_the_name = sum(_READS[named](value) is not None for value in values)
        if values and fit >= _MOST * len(values) and 2 * fit_the_name <= len(values):
            _turn(each, named, meant)
            return
