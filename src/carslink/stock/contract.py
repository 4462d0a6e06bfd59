"""What a listing may be: the one set of rules, whichever door it comes through.

A fault in a required field skips the listing; one elsewhere drops the field and warns; a word
outside the vocabulary is kept, and warned of. `fields.py` has the table of fields.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from carslink.stock import values as take
from carslink.stock.fields import (
    BY_NAME,
    FIELD_NAMES,
    FIELD_NAMES_SET,
    FIELDS_OF,
    NAMES_OF,
    TYPED_NAMES,
    UNKNOWN_TYPE,
    Field,
    Values,
)
from carslink.stock.values import Unusable
from carslink.vehicles import words

Warnings = list[tuple[str, str]]  # (field, reason)

ALIASES = {"fuel_type": "fuel", "color": "colour"}
UNKNOWN_FIELD = "unknown field, ignored"
UNKNOWN_FIELDS_NAMED = 50  # of one listing
PLURALS = {"car": "cars", "van": "vans", "motorcycle": "motorcycles"}


@dataclass(slots=True)
class Checked:
    """A listing after its check; without faults it is fit to go live."""

    values: Values
    faults: list[str] = field(default_factory=list)
    warnings: Warnings = field(default_factory=list)


def check(
    sent: Mapping[str, object], base: Values | None = None, base_warnings: Warnings | None = None
) -> Checked:
    """Check a listing as it was sent, whatever it holds; never raises.

    `base` are the values that stand where a partial feed says nothing, and `base_warnings` what
    was said of them.
    """
    sent = _by_field_name(sent)
    checked = Checked(values=dict.fromkeys(FIELD_NAMES))
    vehicle_type = _vehicle_type(sent, base, checked)
    if base is not None and vehicle_type != base["vehicle_type"]:
        sent = {**{name: base[name] for name in TYPED_NAMES}, **sent}  # seen with new eyes
    for each in FIELDS_OF[vehicle_type]:
        _check_field(each, sent, base, vehicle_type, checked)
    if base_warnings:
        checked.warnings[:0] = [told for told in base_warnings if told[0] not in sent]
    if strange := sent.keys() - NAMES_OF[vehicle_type]:
        checked.warnings += _strangers(strange, sent)
    return checked


def _vehicle_type(sent: Mapping[str, object], base: Values | None, checked: Checked) -> str:
    """Return the type by whose rules the rest is checked: a car's where it is not known."""
    raw = (
        sent.get("vehicle_type") if base is None else sent.get("vehicle_type", base["vehicle_type"])
    )
    if take.is_empty(raw):
        raw = "car"
    try:
        checked.values["vehicle_type"] = take.vehicle_type(raw)
    except Unusable as unusable:
        checked.faults.append(unusable.reason)
        return UNKNOWN_TYPE
    return str(checked.values["vehicle_type"])


def _check_field(
    each: Field,
    sent: Mapping[str, object],
    base: Values | None,
    vehicle_type: str,
    checked: Checked,
) -> None:
    """Keep one field's value, or note its fault or the warning it deserves."""
    name, values = each.name, checked.values
    if name in sent:
        raw = sent[name]
        if not take.is_empty(raw):
            try:
                value = values[name] = each.take(raw, values)
            except Unusable as unusable:
                if vehicle_type in each.required_for:
                    checked.faults.append(unusable.reason)
                    return
                checked.warnings.append((name, f"{unusable.reason}; ignored"))
                value = values[name] = base[name] if base else None  # as though not sent
            else:
                if each.remark and (reason := each.remark(raw, value, values)):
                    checked.warnings.append((name, reason))
                return
    elif base is not None:
        values[name] = base[name]
    if values[name] is None and vehicle_type in each.required_for:
        checked.faults.append(_missing(each, vehicle_type))


def _strangers(names: AbstractSet[str], sent: Mapping[str, object]) -> Warnings:
    """Warn of fields that are another type's, and of those that are nobody's."""
    warnings: Warnings = []
    for name in sorted(names & FIELD_NAMES_SET):
        if not take.is_empty(sent[name]):
            owners = " and ".join(PLURALS[owner] for owner in BY_NAME[name].only)
            warnings.append((name, f"{name} is for {owners}; ignored"))
    unknown = sorted(names - FIELD_NAMES_SET)[:UNKNOWN_FIELDS_NAMED]
    return warnings + [(take.shown(name), UNKNOWN_FIELD) for name in unknown]


def source_id_of(raw: object) -> str | None:
    """Return the source_id by which an entry names its vehicle; None where it is not usable."""
    try:
        return take.source_id(raw)
    except Unusable:
        return None


def registration_of(raw: object) -> str | None:
    """Return the registration by which an entry names its vehicle; None where it is not valid."""
    try:
        return take.mark(raw)
    except Unusable:
        return None


def _missing(each: Field, vehicle_type: str) -> str:
    if each.name == "images":
        return take.too_few_images(0)
    if each.required_for == words.VEHICLE_TYPES:
        return f"{each.name} is required"
    return f"{each.name} is required for {PLURALS[vehicle_type]}"


def _by_field_name(sent: Mapping[str, object]) -> Mapping[str, object]:
    """Give aliases their field's name; a value sent under the field's own name wins."""
    if ALIASES.keys().isdisjoint(sent):
        return sent
    plain = {name: value for name, value in sent.items() if name not in ALIASES}
    for alias, name in ALIASES.items():
        if alias in sent and take.is_empty(plain.get(name)):
            plain[name] = sent[alias]
    return plain
