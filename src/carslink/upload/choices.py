"""What a column may be taken for, as one word each, which a form can send and a row can keep.

A choice is a field of the contract (`price`), with the unit of its numbers where that is not the
usual one (`mileage:km`), or several fields that stand in one cell (`make+model+variant`).
"""

from collections.abc import Iterable, Sequence
from typing import Any

from carslink.mapping.clean import Chosen
from carslink.mapping.columns import Column
from carslink.mapping.readings import THOUSANDS, THOUSANDS_OF_KM

NONE = ""
"""The choice of a column that is left out."""

_WHOLE = ("make", "model", "variant", "year")
_LABELS: dict[str, dict[str, str]] = {
    "The vehicle": {
        "registration": "Registration",
        "make": "Make",
        "model": "Model",
        "variant": "Variant (engine and trim)",
        "make+model+variant": "Make, model and variant in one",
        "make+model+variant+year": "Year, make, model and variant in one",
        "model+variant": "Model and variant in one",
        "year": "Year",
        "vehicle_type": "Type of vehicle (car, van, motorbike)",
        "body_type": "Body type",
        "colour": "Colour",
        "vin": "VIN",
    },
    "Price, mileage and the rest": {
        "price": "Price",
        "mileage": "Mileage in miles",
        "mileage:km": "Mileage in kilometres",
        "fuel": "Fuel",
        "transmission": "Gearbox",
        "transmission:automatic": "Automatic: yes or no",
        "engine_size": "Engine size in cc",
        "engine_size:litres": "Engine size in litres",
        "condition": "Condition (new or used)",
        "condition:new": "New: yes or no",
        "condition:used": "Used: yes or no",
    },
    "Photographs and words": {
        "images": "Photographs (web addresses)",
        "description": "Description",
        "listing_url": "Link to the vehicle on your site",
        "source_id": "Your stock number",
    },
    "Motorbikes": {
        "bike_type": "Type of bike",
        "licence_category": "Licence category",
    },
    "Vans": {
        "van_type": "Type of van",
        "roof_height": "Roof height",
        "load_length": "Load length",
        "payload_kg": "Payload in kg",
        "payload_kg:tonnes": "Payload in tonnes",
        "load_volume_m3": "Load volume in cubic metres",
    },
}
_CURRENCIES = {"eur": "euros", "usd": "dollars"}


def groups(also: Iterable[str] = ()) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return all choices with their labels, in groups; `also` are rarer ones that are in use."""
    shown = [(name, list(choices.items())) for name, choices in _LABELS.items()]
    known = {choice for _, choices in shown for choice, _ in choices}
    rarer = sorted({choice for choice in also if choice and choice not in known})
    if rarer:
        shown.append(("Others", [(choice, label(choice)) for choice in rarer]))
    return shown


def label(choice: str) -> str:
    """Return what a person calls a choice."""
    for choices in _LABELS.values():
        if choice in choices:
            return choices[choice]
    fields, _, unit = choice.partition(":")
    named = [_LABELS["The vehicle"].get(name, name) for name in fields.split("+")]
    told = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]} in one"
    if unit == "thousands":
        return f"{told} in thousands of {'pounds' if fields == 'price' else 'miles'}"
    if fields == "price" and unit:
        return f"Price in {_CURRENCIES.get(unit, unit.upper())}"
    return f"{told} ({unit})" if unit else told


def of_column(column: Column) -> str:
    """Return the choice that a proposal comes to."""
    if column.field is None:
        return NONE
    if column.splits:
        return "+".join(name for name in _WHOLE if name in column.splits)
    return f"{column.field}:{column.unit}" if column.unit else column.field


_IN_THOUSANDS = {
    "price": f"price:{THOUSANDS}",
    "mileage": f"mileage:{THOUSANDS}",
    "mileage:km": f"mileage:{THOUSANDS_OF_KM}",
}
_IN_FULL = {thousands: full for full, thousands in _IN_THOUSANDS.items()}


def in_full(choice: str) -> str:
    """Return a choice without its thousands."""
    return _IN_FULL.get(choice, choice)


def in_thousands(choice: str) -> str:
    """Return a choice with its numbers in thousands, where they may be; else as it is."""
    return _IN_THOUSANDS.get(choice, choice)


def chosen(choices: Sequence[str]) -> list[Chosen]:
    """Return what the choices of a table's columns say to `mapping.clean`. Raises ValueError."""
    return [_chosen(index, choice) for index, choice in enumerate(choices) if choice != NONE]


def fields_of(choices: Iterable[str]) -> set[str]:
    """Return the fields that a table brings."""
    return {name for choice in choices for name in choice.partition(":")[0].split("+") if name}


def _chosen(index: int, choice: str) -> Chosen:
    fields, _, unit = choice.partition(":")
    if "+" in fields:
        return Chosen(index, "model", None, tuple(fields.split("+")))
    return Chosen(index, fields, unit or None)


def read(sent: Any, allowed: set[str]) -> str:
    """Return a choice that a form sent, or that of nothing for one that was not offered."""
    return sent if isinstance(sent, str) and sent in allowed else NONE
