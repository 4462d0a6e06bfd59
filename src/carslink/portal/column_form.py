"""The screen on which a dealer settles what the columns of its table are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from carslink.mapping import readings
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
    """A column as the dealer is asked about it.

    `thousands` says what a number of it would mean in thousands, "" where that cannot be.
    """

    index: int
    letter: str
    header: str
    samples: list[str]
    filled: int
    choice: str
    proposed: str
    sure: str
    reason: str
    thousands: str
    is_in_thousands: bool


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
    allowed = {choice for _, group in offered_choices(upload) for choice, _ in group}
    allowed |= {each["choice"] for each in columns}
    defaults = {
        name: form[name]
        for name, (_, options) in DEFAULTS.items()
        if form.get(name) in {value for value, _ in options}
    }
    return Settled(
        [_choice(form, index, allowed) for index in range(len(columns))],
        defaults,
        flow.mode_of(form.get("mode")),
    )


def _choice(form: Mapping[str, Any], index: int, allowed: set[str]) -> str:
    choice = choices.read(form.get(f"c{index}"), allowed)
    return choices.in_thousands(choice) if form.get(f"k{index}") == "thousands" else choice


def offered_choices(upload: Upload) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return what a column may be taken for, in groups."""
    return choices.groups([choices.in_full(each["choice"]) for each in upload.table["columns"]])


def asked(upload: Upload, settled: Settled) -> list[Asked]:
    """Return the columns that hold something, in their order."""
    return [
        Asked(
            index=index,
            letter=_letter(index),
            header=each["header"],
            samples=each["samples"],
            filled=each["filled"],
            choice=choices.in_full(choice),
            proposed=choices.in_full(each["choice"]),
            sure=_how_sure(each["choice"], each["confidence"]),
            reason=_sentence(each["reason"]),
            thousands=_thousands(each, choice),
            is_in_thousands=choice != choices.in_full(choice),
        )
        for index, (each, choice) in enumerate(
            zip(upload.table["columns"], settled.choices, strict=False)
        )
        if each["samples"] or each["header"]
    ]


def _thousands(column: Mapping[str, Any], choice: str) -> str:
    """Return what a number of a column would mean in thousands (`28.9 means 28,900`), where its
    numbers are small, or are said to be in thousands; "" else."""
    if not column.get("small") and choice == choices.in_full(choice):
        return ""
    for sample in column["samples"]:
        read = readings.amount(sample)
        if read is not None and read.value < 1000:
            meant = readings.whole(read.value, readings.THOUSANDS)
            return f"{sample} means {meant:,.0f}"
    return "9.5 means 9,500"


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
