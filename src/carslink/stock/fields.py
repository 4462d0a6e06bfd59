"""All that a listing may say: one table, by which it is checked and described.

`contract.py` says what follows from it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from carslink.stock import values as take
from carslink.stock.values import Value
from carslink.vehicles import makes, words
from carslink.vehicles.today import today

Values = dict[str, Value]

# The postcode decides the last two: ignored, and no partner is told off for sending them.
NOT_FIELDS = frozenset({"delete", "location", "region"})
UNKNOWN_TYPE = "unknown"


@dataclass(frozen=True)
class Field:
    """One field of a listing.

    `take` turns what was sent into what is kept, or raises Unusable; it may look at the fields
    that stand before it. `remark` says what the partner should know of a value that is kept.
    `required_for` and `only` name the vehicle types that must, or may, have the field.
    """

    name: str
    take: Callable[[object, Values], Value]
    about: str
    example: object
    required_for: tuple[str, ...] = ()
    only: tuple[str, ...] = words.VEHICLE_TYPES
    remark: Callable[[object, Value, Values], str | None] | None = None


def _text(name: str, limit: int) -> Callable[[object, Values], Value]:
    return lambda raw, _: take.words_of(raw, name, limit)


def _spelt(
    name: str, spell: Callable[[str, Values], str | None]
) -> Callable[[object, Values], Value]:
    """Text in the vocabulary's spelling where it has one, else as sent."""

    def taken(raw: object, values: Values) -> Value:
        text = take.words_of(raw, name, 80)
        return spell(text, values) or text

    return taken


def _unless_known(
    name: str, spell: Callable[[str], str | None]
) -> Callable[[object, Value, Values], str | None]:
    def remark(_: object, value: Value, __: Values) -> str | None:
        return None if spell(str(value)) else _not_a_word(name, value)

    return remark


def _not_a_word(name: str, value: Value) -> str:
    return f"{name} '{value}' is not in the vocabulary; kept as sent"


def _remark_on_body_type(_: object, value: Value, values: Values) -> str | None:
    return None if _body_type(str(value), values) else _not_a_word("body_type", value)


def _remark_on_images(raw: object, value: Value, _: Values) -> str | None:
    """Say how many entries of the list do not count."""
    lost = len(raw) - len(value) if isinstance(raw, list) and isinstance(value, list) else 0
    if not lost:
        return None
    return (
        f"{lost} of the images are left out: no https URL (one with a user name is none), "
        f"sent twice, or beyond {take.MAX_IMAGES:,}"
    )


def _body_type(text: str, values: Values) -> str | None:
    return words.normalise_body_type(text, str(values["vehicle_type"]))


def _latest_year() -> int:
    """Next year: a model year, and a car for March, run ahead of the calendar."""
    return today().year + 1


_ALL = words.VEHICLE_TYPES
_BIKE = ("motorcycle",)
_VAN = ("van",)

VEHICLE_TYPE = Field(
    "vehicle_type",
    lambda raw, _: take.vehicle_type(raw),
    "car (the default), motorcycle or van; motorbike is taken as motorcycle.",
    "car",
)
FIELDS: tuple[Field, ...] = (
    VEHICLE_TYPE,
    Field(
        "make",
        _spelt("make", lambda text, _: makes.normalise_make(text)),
        "Manufacturer's name. A known make gets its one spelling: `bmw` becomes `BMW`.",
        "BMW",
        required_for=_ALL,
        remark=_unless_known("make", makes.normalise_make),
    ),
    Field(
        "model",
        _spelt("model", lambda text, values: makes.normalise_model(str(values["make"]), text)),
        "Model name.",
        "3 Series",
        required_for=_ALL,
    ),
    Field("variant", _text("variant", 200), "Engine and trim.", "320d M Sport"),
    Field(
        "year",
        lambda raw, _: take.year(raw, _latest_year()),
        "4-digit year, next year at the latest.",
        2021,
        required_for=_ALL,
    ),
    Field(
        "price",
        lambda raw, _: take.price(raw),
        "Pounds, greater than zero.",
        28995,
        required_for=_ALL,
    ),
    Field(
        "mileage",
        lambda raw, _: take.mileage(raw),
        "Miles, zero or more.",
        24500,
        required_for=_ALL,
    ),
    Field(
        "registration",
        lambda raw, _: take.mark(raw),
        "UK registration mark, with or without its space.",
        "AB21 XYZ",
        required_for=_ALL,
    ),
    Field(
        "images",
        lambda raw, _: take.images(raw),
        "https URLs, at least 4 distinct ones, always the whole list, the hero first.",
        [f"https://example.com/{name}.jpg" for name in ("hero", "rear", "interior", "dashboard")],
        required_for=_ALL,
        remark=_remark_on_images,
    ),
    Field(
        "body_type",
        _spelt("body_type", _body_type),
        "Body: required for cars and vans.",
        "Saloon",
        required_for=("car", "van"),
        only=("car", "van"),
        remark=_remark_on_body_type,
    ),
    Field(
        "fuel",
        _spelt("fuel", lambda text, _: words.normalise_fuel(text)),
        "Sent as fuel or fuel_type.",
        "Diesel",
        remark=_unless_known("fuel", words.normalise_fuel),
    ),
    Field(
        "transmission",
        lambda raw, _: take.transmission(raw),
        "Manual, Automatic, Semi-Automatic or CVT.",
        "Automatic",
    ),
    Field(
        "colour",
        _text("colour", 80),
        "The dealer's own name of the colour; filters use the basic colour it is read as.",
        "Black Sapphire",
        remark=_unless_known("colour", words.basic_colour),
    ),
    Field(
        "condition",
        _spelt("condition", lambda text, _: words.normalise_condition(text)),
        "Used, New or Nearly New.",
        "Used",
        remark=_unless_known("condition", words.normalise_condition),
    ),
    Field(
        "engine_size",
        lambda raw, _: take.whole_between(raw, "engine_size", 20, 20_000, "cc"),
        "Cubic centimetres.",
        1995,
    ),
    Field(
        "vin",
        lambda raw, _: take.vehicle_identification_number(raw),
        "17 letters and digits without I, O and Q. Not shown to buyers.",
        "WBAJL510X0G123456",
    ),
    Field(
        "source_id",
        lambda raw, _: take.source_id(raw),
        "Your own id of the vehicle: what later feeds call it by. Not shown to buyers.",
        "YOUR-VEHICLE-ID-001",
    ),
    Field(
        "listing_url",
        lambda raw, _: take.https_url(raw, "listing_url"),
        "https URL of the vehicle's page on the dealer's own website.",
        "https://www.smithmotors.co.uk/vehicle/001",
    ),
    Field(
        "description",
        lambda raw, _: take.description(raw),
        "In the dealer's words. Under 20 characters, one is written from the facts.",
        "One owner from new with full BMW service history.",
    ),
    Field(
        "bike_type",
        _spelt("bike_type", lambda text, _: words.normalise_bike_type(text)),
        "Motorcycles: the kind of bike.",
        "Naked",
        only=_BIKE,
        remark=_unless_known("bike_type", words.normalise_bike_type),
    ),
    Field(
        "licence_category",
        lambda raw, _: take.licence_category(raw),
        "Motorcycles: A, A1, A2 or AM.",
        "A2",
        only=_BIKE,
    ),
    Field(
        "van_type",
        _spelt("van_type", lambda text, _: words.normalise_van_type(text)),
        "Vans: the kind of van.",
        "Panel Van",
        only=_VAN,
        remark=_unless_known("van_type", words.normalise_van_type),
    ),
    Field(
        "roof_height",
        _text("roof_height", 80),
        "Vans: Low, Medium or High, or millimetres.",
        "High",
        only=_VAN,
        remark=_unless_known("roof_height", words.roof_height_bucket),
    ),
    Field(
        "load_length",
        _text("load_length", 80),
        "Vans: Short, Medium, Long or Extra Long, or millimetres.",
        "Long",
        only=_VAN,
        remark=_unless_known("load_length", words.load_length_bucket),
    ),
    Field(
        "payload_kg",
        lambda raw, _: take.whole_between(raw, "payload_kg", 1, 50_000, "kg"),
        "Vans: payload in kilograms.",
        1150,
        only=_VAN,
    ),
    Field(
        "load_volume_m3",
        lambda raw, _: take.cubic_metres(raw),
        "Vans: load volume in cubic metres.",
        10.4,
        only=_VAN,
    ),
)

FIELD_NAMES = tuple(each.name for each in FIELDS)
FIELD_NAMES_SET = frozenset(FIELD_NAMES)
BY_NAME = {each.name: each for each in FIELDS}
# What depends on the vehicle's type: to be looked at again where the type changes.
TYPED_NAMES = ("body_type", *(each.name for each in FIELDS if each.only != words.VEHICLE_TYPES))
FIELDS_OF = {
    vehicle_type: tuple(each for each in FIELDS[1:] if vehicle_type in each.only)
    for vehicle_type in words.VEHICLE_TYPES
}
FIELDS_OF[UNKNOWN_TYPE] = tuple(each for each in FIELDS[1:] if each.only == words.VEHICLE_TYPES)
NAMES_OF = {
    vehicle_type: frozenset(each.name for each in fields) | NOT_FIELDS | {"vehicle_type"}
    for vehicle_type, fields in FIELDS_OF.items()
}
