"""The screen on which a dealer settles what the columns of its table are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from carslink.stock.batch import Mode
from carslink.stock.fields import FIELDS
from carslink.upload import choices, flow
from carslink.upload.models import Upload
from carslink.vehicles import words

VEHICLE_TYPES = (("car", "Cars"), ("van", "Vans"), ("motorcycle", "Motorbikes"))
DEFAULTS: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "vehicle_type": ("All are", VEHICLE_TYPES),
    "condition": ("Condition", tuple((each, each) for each in ("Used", "Nearly New", "New"))),
    "body_type": (
        "Body type",
        tuple((each, each) for each in dict.fromkeys(words.CAR_BODY_TYPES + words.VAN_BODY_TYPES)),
    ),
}
"""Facts of a whole file, for the rows that do not say: their label, and what may be chosen."""

_MEANING = {
    "registration": "Vehicles are told apart by it: without one, no row can go live.",
    "images": "Rows wait as drafts until you put four photographs on each. Vehicles that are"
    " on Carslink already keep theirs.",
    "body_type": "Cars and vans need one, as Hatchback or Panel Van. Choose one for all rows below,"
    " or add a column.",
    "price": "Only vehicles with a price go live.",
}
_CALLED = {"images": "photographs", "body_type": "body type"}


@dataclass(frozen=True)
class Asked:
    """A column as the dealer is asked about it."""

    index: int
    letter: str
    header: str
    samples: list[str]
    filled: int
    choice: str
    proposed: str
    sure: str
    reason: str


@dataclass(frozen=True)
class Missing:
    """A field that every vehicle needs and no column brings, and what follows from it."""

    called: str
    meaning: str
    is_fatal: bool


@dataclass(frozen=True)
class Default:
    """A fact of the whole file that may be chosen."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True)
class Settled:
    """What a dealer settled on."""

    choices: list[str]
    defaults: dict[str, str]
    mode: Mode


def settled(upload: Upload) -> Settled:
    """Return what stands for an upload: what was settled, else what is proposed."""
    columns = upload.table["columns"]
    mode = flow.mode_of(upload.mode)
    if upload.chosen:
        return Settled(upload.chosen, upload.defaults, mode)
    return Settled([each["choice"] for each in columns], upload.defaults, mode)


def sent(upload: Upload, form: Mapping[str, Any]) -> Settled:
    """Return what a form says; what it does not offer is left out."""
    columns = upload.table["columns"]
    offered = offered_choices(upload)
    allowed = {choice for _, group in offered for choice, _ in group}
    defaults = {
        name: form[name]
        for name, (_, options) in DEFAULTS.items()
        if form.get(name) in {value for value, _ in options}
    }
    return Settled(
        [choices.read(form.get(f"c{index}"), allowed) for index in range(len(columns))],
        defaults,
        flow.mode_of(form.get("mode")),
    )


def offered_choices(upload: Upload) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return what a column may be taken for, in groups."""
    return choices.groups([each["choice"] for each in upload.table["columns"]])


def asked(upload: Upload, settled: Settled) -> list[Asked]:
    """Return the columns that hold something, in their order."""
    return [
        Asked(
            index=index,
            letter=_letter(index),
            header=each["header"],
            samples=each["samples"],
            filled=each["filled"],
            choice=choice,
            proposed=each["choice"],
            sure=_how_sure(each["choice"], each["confidence"]),
            reason=_sentence(each["reason"]),
        )
        for index, (each, choice) in enumerate(
            zip(upload.table["columns"], settled.choices, strict=False)
        )
        if each["samples"] or each["header"]
    ]


def missing(settled: Settled) -> list[Missing]:
    """Return what every vehicle needs and neither a column nor the whole file brings."""
    brought = choices.fields_of(settled.choices) | settled.defaults.keys()
    kind = settled.defaults.get("vehicle_type", "car")
    return [
        Missing(
            _CALLED.get(each.name, each.name),
            _MEANING.get(each.name, "Every vehicle needs one: without it, no row can go live."),
            each.name not in ("images", "body_type"),
        )
        for each in FIELDS
        if kind in each.required_for and each.name not in brought
    ]


def twice(settled: Settled) -> list[str]:
    """Return the labels of what several columns are taken for, where one can count."""
    single = [each for each in settled.choices if each not in ("", "images", "description")]
    return [choices.label(each) for each in dict.fromkeys(single) if single.count(each) > 1]


def defaults(settled: Settled) -> list[Default]:
    """Return the facts of the whole file that may be chosen."""
    return [
        Default(name, label, options, settled.defaults.get(name, ""))
        for name, (label, options) in DEFAULTS.items()
    ]


def of_the_whole_file(settled: Settled) -> str:
    """Return the facts that rows are given where they do not say them, in words; "" for none."""
    told = [
        f"{each.label}: {dict(each.options).get(each.chosen, each.chosen)}"
        for each in defaults(settled)
        if each.chosen
    ]
    return "; ".join(told)


def _letter(index: int) -> str:
    """Return what a spreadsheet calls a column: A, B, and after Z comes AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _how_sure(choice: str, confidence: float) -> str:
    if choice == choices.NONE:
        return "no" if confidence >= 0.6 else "unsure"
    return "sure" if confidence >= 0.85 else "likely" if confidence >= 0.6 else "unsure"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
