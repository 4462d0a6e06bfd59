"""A row of a spreadsheet made a listing, as the core takes it: numbers, links and words put right.

For uploads only: a partner's feed must be exact, a person's spreadsheet is read as it was meant.
What cannot be read stays as it was sent, so that the core's own check says what is wrong with it;
nothing is guessed. A blank cell says nothing: the field is left out.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from carslink.mapping import addresses, combined, readings, shortened
from carslink.vehicles import makes, words

Value = object
Reading = tuple[Value, str | None]  # what is sent to the core, and a remark for the dealer
Reads = Callable[[str], Reading]

IMAGES = "images"
DESCRIPTION = "description"

_SHOWN = 60
_BRIEF, _REMEMBERED = 80, 2_000  # characters of a cell, and cells of a column, that are remembered
_ALL_DIFFERENT = frozenset(
    (IMAGES, DESCRIPTION, "registration", "vin", "source_id", "listing_url", "mileage")
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person settled on for a column.

    `unit` is what its numbers are counted in ("km", "litres", a currency), or what "yes" means
    ("new", "used", "automatic"). `splits` are the fields of a combined column.
    """

    index: int
    field: str
    unit: str | None = None
    splits: tuple[str, ...] = ()


@dataclass(slots=True)
class Cleaned:
    """A listing for the core, and what the dealer should know of how it was read."""

    values: dict[str, Value]
    remarks: list[str] = field(default_factory=list)


class Reader:
    """Makes listings of a table's rows: what a cell was read as is remembered for the next rows.

    `defaults` are facts of the whole file, for where a row is silent. Of several columns of one
    field the first that says something counts; images of all are taken, and texts of the
    description follow each other.
    """

    def __init__(self, columns: Sequence[Chosen], defaults: Mapping[str, str]) -> None:
        self._plain = [
            (each.index, each.field, *_reads(each)) for each in columns if not each.splits
        ]
        self._whole = [each for each in columns if each.splits]
        self._defaults = defaults

    def listing(self, cells: Sequence[str]) -> Cleaned:
        """Return the listing of a row, which may be short."""
        made = Cleaned({})
        for index, name, reads, remembers in self._plain:
            text = _told(cells, index)
            if text:
                value, remark = (remembers if len(text) <= _BRIEF else reads)(text)
                if remark:
                    made.remarks.append(remark)
                if value is not None:
                    _take(made.values, name, value)
        for column in self._whole:
            if text := _told(cells, column.index):
                _take_apart(made, column, text)
        for name, default in self._defaults.items():
            made.values.setdefault(name, default)
        _take_type(made)
        return made


def _take_type(made: Cleaned) -> None:
    """Take a row that does not say its type for what its other cells leave no doubt that it is.

    The core would take it for a car.
    """
    if "vehicle_type" in made.values:
        return
    said = {name: str(made.values.get(name, "")) for name in _TELLING}
    if words.normalise_body_type(said["body_type"], "car"):
        return
    telling = [name for name, (_, tells) in _TELLING.items() if tells(said[name])]
    kinds = {_TELLING[name][0] for name in telling}
    if len(kinds) == 1:
        made.values["vehicle_type"] = kind = kinds.pop()
        called = telling[0].replace("_", " ")
        made.remarks.append(
            f"no cell says what kind of vehicle it is: a {kind} by its {called},"
            f" {_short(said[telling[0]])}"
        )


def _is_vans_alone(text: str) -> bool:
    return bool(words.normalise_van_type(text)) and not words.normalise_body_type(text, "car")


_TELLING: dict[str, tuple[str, Callable[[str], object]]] = {
    "body_type": ("van", lambda text: words.normalise_body_type(text, "van")),
    "van_type": ("van", _is_vans_alone),
    "bike_type": ("motorcycle", words.normalise_bike_type),
    "licence_category": ("motorcycle", words.normalise_licence_category),
}
"""Fields that tell a type, and by which values; a body that cars have too tells none."""


def _told(cells: Sequence[str], index: int) -> str:
    text = cells[index].strip() if index < len(cells) else ""
    return "" if len(text) <= readings.LONGEST_BLANK and readings.is_blank(text) else text


def _reads(column: Chosen) -> tuple[Reads, Reads]:
    """Return what reads a column's cells, and the same with a memory where cells are alike."""
    read, unit = _READERS.get(column.field, _as_sent), column.unit

    def reads(text: str) -> Reading:
        return read(text, unit)

    return reads, reads if column.field in _ALL_DIFFERENT else lru_cache(_REMEMBERED)(reads)


def _take(values: dict[str, Value], name: str, value: Value) -> None:
    if isinstance(value, list):
        before = values.setdefault(name, [])
        if isinstance(before, list):
            before += [each for each in value if each not in before]
    elif name == DESCRIPTION and name in values:
        values[name] = f"{values[name]}\n\n{value}"
    else:
        values.setdefault(name, value)


def _take_apart(made: Cleaned, column: Chosen, text: str) -> None:
    """Fill what a combined cell says and no other column has."""
    parts = combined.split(text, str(made.values.get("make", "")))
    if parts is None:
        made.values.setdefault(column.field, _tidy(text))
        if "make" in column.splits:
            made.remarks.append(f"“{_short(text)}” does not begin with a make that we know")
        return
    for name in column.splits:
        value = getattr(parts, name, "")
        if value:
            made.values.setdefault(name, value)


def _as_sent(text: str, _: str | None) -> Reading:
    return _tidy(text), None


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    clean = _tidy(text)
    return clean if len(clean) <= _SHOWN else f"{clean[: _SHOWN - 1]}…"


_IN_FULL = 300
"""A price with its own £ that is no less stands in full, in a column of thousands too."""


def _price(text: str, unit: str | None) -> Reading:
    """Return pounds. Another currency is no price here, and must not pass for one."""
    read = readings.amount(text)
    if read is None and readings.is_on_application(text):
        return text, f"the price is “{_short(text)}”: only vehicles with a price are listed"
    if read is None or not (read.unit is None or read.unit in readings.MONEY):
        return text, None
    currency = read.unit or (unit if unit in readings.MONEY else "gbp")
    if currency != "gbp":
        code = currency.upper()
        sent = text if read.unit else f"{text} {code}"
        return sent, f"the price is in {code}: prices must be in pounds"
    remark = f"the price is plus VAT: {_short(text)}" if readings.is_plus_vat(text) else None
    if read.unit and read.value >= _IN_FULL:
        return _number(read.value), remark
    return _number(readings.whole(read.value, unit)), remark


def _number(value: Decimal) -> int | float:
    return int(value) if value == int(value) else round(float(value), 2)


def _mileage(text: str, unit: str | None) -> Reading:
    miles = readings.miles(text, unit)
    return (text if miles is None else miles), None


def _year(text: str, _: str | None) -> Reading:
    year = readings.year(text)
    return (text if year is None else year), None


def _engine_size(text: str, unit: str | None) -> Reading:
    """Return whole cc; an electric vehicle's 0 says that there is no engine."""
    size = readings.cubic_centimetres(text, unit)
    if size is None:
        return text, None
    return size or None, None


def _payload(text: str, unit: str | None) -> Reading:
    read = readings.amount(text)
    if read is None or read.unit not in (None, "kg", "tonnes"):
        return text, None
    in_tonnes = (read.unit or unit) == "tonnes"
    return _number(read.value * 1000 if in_tonnes else read.value), None


def _volume(text: str, _: str | None) -> Reading:
    read = readings.amount(text, True)
    if read is None or read.unit not in (None, "m3"):
        return text, None
    return float(read.value), None


def _source_id(text: str, _: str | None) -> Reading:
    """Return the id; a spreadsheet shows the whole number 1001 as 1001.0."""
    return re.sub(r"(?<=[0-9])\.0$", "", text) if text[:-2].isdigit() else text, None


def _images(text: str, _: str | None) -> Reading:
    links = addresses.links(text)
    if links:
        return links, None
    return None, f"“{_short(text)}” is no link to a photograph"


def _listing_url(text: str, _: str | None) -> Reading:
    links = addresses.links(text)
    return (links[0] if links else text), None


def _description(text: str, _: str | None) -> Reading:
    return text, None


def _colour(text: str, _: str | None) -> Reading:
    """Return the dealer's own name of the colour, not shouted and not whispered."""
    clean = _tidy(text)
    if not (clean.isupper() or clean.islower()):
        return clean, None
    return _A_WORD.sub(lambda word: _in_title_case(word[0]), clean), None


_A_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")  # "land's" is one
_CAPITALS = frozenset(("AMG", "GT", "GTI", "RS", "ST", "TRD", "SRT", "II", "III", "IV", "VI"))


def _in_title_case(word: str) -> str:
    """Return a word with one capital, but a make (`BMW`) as that is written."""
    upper = word.upper()
    make = makes.normalise_make(word)
    if upper in _CAPITALS or (make is not None and make.upper() == upper):
        return make or upper
    return word.capitalize()


def _word(spell: Callable[[str], str | None]) -> Callable[[str, str | None], Reading]:
    """Read a word of a vocabulary in its one spelling; others stay as sent."""

    def reads(text: str, _: str | None) -> Reading:
        return spell(text) or _tidy(text), None

    return reads


_FLAGS = {
    "new": ("New", "Used"),
    "used": ("Used", "New"),
    "automatic": ("Automatic", "Manual"),
}


def _word_or_flag(spell: Callable[[str], str | None]) -> Callable[[str, str | None], Reading]:
    """Read a word, or the yes and no of a column that asks whether it is that."""

    def reads(text: str, unit: str | None) -> Reading:
        says = readings.flag(text)
        if unit in _FLAGS and says is not None:
            return _FLAGS[unit][0 if says else 1], None
        return spell(text) or _tidy(text), None

    return reads


_COMMERCIAL = frozenset({"commercial", "commercials", "commercial vehicle", "light van"})


def _vehicle_type(text: str) -> str | None:
    return words.normalise_vehicle_type(text) or (
        "van" if text.strip().lower() in _COMMERCIAL else None
    )


_READERS: dict[str, Callable[[str, str | None], Reading]] = {
    "price": _price,
    "mileage": _mileage,
    "year": _year,
    "engine_size": _engine_size,
    "payload_kg": _payload,
    "load_volume_m3": _volume,
    "source_id": _source_id,
    IMAGES: _images,
    "listing_url": _listing_url,
    DESCRIPTION: _description,
    "colour": _colour,
    "body_type": _word(shortened.body),
    "fuel": _word(shortened.fuel),
    "transmission": _word_or_flag(shortened.transmission),
    "condition": _word_or_flag(words.normalise_condition),
    "vehicle_type": _word(_vehicle_type),
}
