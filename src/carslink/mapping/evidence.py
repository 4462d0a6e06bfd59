"""What the values of a column look like, for and against each field of a listing.

Each test says from 0 to 1 how well one value fits a field, and below 0 where it is plainly another
thing. What is rarely anything else (a VIN, a
make) speaks loudly for its field; what is often missing from the vocabulary (a trim) hardly speaks
against it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from carslink.mapping import addresses, readings, shortened
from carslink.vehicles import makes, registration, vin, words
from carslink.vehicles.folding import fold

IMAGES = "images"  # the one field that several columns may be
MOST_VALUES = 40  # distinct ones that are looked at; more change nothing


@dataclass(frozen=True, slots=True)
class Test:
    """How a value is tried for a field.

    `speaks_for` and `against` are in natural logarithms of odds, for a column all of whose values
    fit, or none.
    """

    fits: Callable[[str], float]
    speaks_for: float
    against: float


@dataclass(frozen=True, slots=True)
class Looks:
    """What a column's values say: of each field the share that fits it, and the weight of that."""

    count: int
    shares: dict[str, float]
    weights: dict[str, float]


def look(cells: Sequence[str]) -> Looks:
    """Look at the cells of a column; blank ones say nothing."""
    values = [text for cell in cells if not readings.is_blank(text := cell.strip())]
    distinct = list(dict.fromkeys(values))[:MOST_VALUES]
    if not distinct:
        return Looks(0, {}, {})
    shares = {name: sum(map(test.fits, distinct)) / len(distinct) for name, test in TESTS.items()}
    shares["source_id"] *= _is_an_id(values, distinct)
    believed = len(distinct) / (len(distinct) + 0.6)
    weights = {name: believed * _weight(TESTS[name], share) for name, share in shares.items()}
    return Looks(len(values), shares, weights)


def _weight(test: Test, share: float) -> float:
    return test.speaks_for * share - test.against * (1 - share)


def _is_an_id(values: list[str], distinct: list[str]) -> float:
    """Ids are not said twice."""
    unique = len(set(values)) / len(values)
    return 1.0 if unique > 0.95 else 0.3 if unique > 0.8 else 0.0


def _known(reader: Callable[[str], object]) -> Callable[[str], float]:
    """Fit what a vocabulary knows; a letter or two may be many things."""

    def fits(text: str) -> float:
        if len(text) > 60 or reader(text) is None:
            return 0.0
        if readings.flag(text) is not None:
            return 0.2  # N is a no more often than it is new
        return 1.0 if len(text) > 2 else 0.85

    return fits


def _word(reader: Callable[[str], object]) -> Callable[[str], float]:
    """Fit what a vocabulary knows; a number is no word of it, but counts something; no text is."""
    known = _known(reader)

    def fits(text: str) -> float:
        if len(text) >= _A_TEXT:
            return -1.6
        return -0.5 if readings.amount(text) is not None else known(text)

    return fits


_A_TEXT = 60  # characters; so long is no word of a vocabulary, but a sentence


def _registration(text: str) -> float:
    mark = registration.normalise_registration(text) if len(text) < 12 else None
    is_day = readings.day(text) is not None and not text.isdigit()
    is_age = len(text) <= 5 and readings.year(text) is not None
    if is_day or is_age or readings.is_year_by_plate(text):
        return -0.6  # when it was registered
    if mark is None:
        return 0.0
    told = registration.registration_kind(mark) in ("current", "prefix", "suffix")
    return 1.0 if told else 0.25


def _vin(text: str) -> float:
    normal = vin.normalise_vin(text) if len(text) < 24 else None
    return float(normal is not None and any(c.isdigit() for c in normal) and not normal.isdigit())


def _year(text: str) -> float:
    if readings.is_year(text):
        return 1.0 if int(text.split(".")[0]) >= 1940 else 0.4
    if readings.is_year_by_plate(text):
        return 1.0
    if len(text) > 40 or readings.year(text) is None:
        return 0.0
    return 0.35 if readings.day(text) is not None else 0.5


def _price(text: str) -> float:
    if readings.is_on_application(text) and len(text) < 30:
        return 0.8
    read = readings.amount(text)
    if read is None or not (read.unit is None or read.unit in readings.MONEY) or read.value <= 0:
        return 0.0
    if read.value < 1_500 and read.value % 1 not in _PENCE:
        return 0.3  # an instalment
    if read.unit in readings.MONEY:
        return 1.0 if read.value >= 300 else 0.5
    if not 300 <= read.value <= 2_000_000:
        return 0.3
    if 1950 <= read.value <= 2030 and read.value == int(read.value):
        return 0.35  # a year, more likely
    return 0.75 if _is_charming(read.value) else 0.5


_PENCE = (Decimal(0), Decimal("0.95"), Decimal("0.99"))


def _is_charming(value: Decimal) -> bool:
    """Whether a price ends as prices do: in 95, 99, 50, 00, 90 and the like."""
    return int(value) % 100 in (0, 25, 45, 49, 50, 75, 89, 90, 95, 98, 99)


def _mileage(text: str) -> float:
    read = readings.amount(text)
    if read is None or read.unit not in (None, "miles", "km") or not 0 <= read.value <= 1_000_000:
        return 0.0
    if read.unit in ("miles", "km"):
        return 1.0 if read.value >= 500 else 0.25  # how far away it stands
    if read.value != int(read.value):
        return 0.15
    if 1950 <= read.value <= 2030 or read.value < 100:
        return 0.35
    return 0.6 if read.value % 50 else 0.5


def _engine_size(text: str) -> float:
    size = readings.cubic_centimetres(text) if len(text) < 60 else None
    if size is None or not (size == 0 or 45 <= size <= 9_000):
        return 0.0
    read = readings.amount(text, True)
    if read is None:
        return 0.5  # an engine among other words
    if read.unit is not None and read.unit != "tonnes":
        return 1.0
    if "." in text and read.value < 10:
        return 0.9
    if read.value < 20:
        return 0.4
    if readings.is_year(text):
        return 0.4
    return 0.85 if int(read.value) % 100 in _CC_ENDINGS else 0.5


# Engines are built to just below a limit of tax or class: 998, 1,499, 1,968, 2,143 cc.
_CC_ENDINGS = frozenset({42, 43, 48, 60, 61, 68, 79, 82, 84, 86, 87, 90, 91, *range(93, 100)})


def _model(text: str) -> float:
    if is_alien(text) or len(text) > 60 or re.fullmatch(r"[0-9]+[.,][0-9]+", text):
        return 0.0
    if fold(text) in _models():
        return 1.0 if any(c.isalpha() for c in text) else 0.6
    return 0.3 if len(text) <= 25 and len(text.split()) <= 4 else 0.15


@cache
def _models() -> frozenset[str]:
    """Return every model that is known of any make, folded."""
    return frozenset(fold(model) for make in makes.MAKES for model in makes.models_of(make))


_TRIM = re.compile(
    r"\b(?:se|sel|gt|gti|gtd|st|rs|amg|tdi|tdci|cdi|hdi|bluehdi|cdti|crdi|dci|tsi|tfsi|vvt|mhev|"
    r"phev|hybrid|ecoboost|ecoblue|s[ -]line|m[ -]sport|r[ -]line|sport|line|titanium|"
    r"zetec|trend|ghia|edition|tech|premium|luxury|limited|ultimate|elite|design|style|"
    r"active|allure|exclusive|icon|dynamic|signature|xdrive|quattro|4motion|4matic|awd|4wd|"
    r"[2-5]dr|[0-9]\.[0-9]i?|[0-9]+v|auto|xlt|xle|lx|ex|ex-l|lariat|touring|platinum|base|"
    r"ls|lt|ltz|slt|sr5|trd|vxi|lxi|vdi|zxi|comfort|advance|nav|plus|black)\b",
    re.IGNORECASE,
)


def is_a_trim(text: str) -> bool:
    """Whether a value has something of an engine or a trim in it, and nothing of a text."""
    words = len(text.split())
    is_brief = words <= 4 or (words <= 8 and _LITRES.search(text) is not None)
    return is_brief and _TRIM.search(text) is not None and _OF_TEXTS.search(text) is None


_LITRES = re.compile(r"\b[0-9]\.[0-9]")
_OF_TEXTS = re.compile(r"[,;:!?]|\.(?:\s|$)")


def _variant(text: str) -> float:
    if is_alien(text) or len(text) > 120 or readings.amount(text) is not None:
        return 0.0
    if is_of_seats(text):
        return 0.0
    return 0.8 if _TRIM.search(text) else 0.3


def is_only_a_colour(text: str) -> bool:
    """Whether a value names a colour and nothing else."""
    told = text.split()
    return 0 < len(told) <= 3 and all(words.basic_colour(each) is not None for each in told[-1:])


_GRADE = re.compile(r"(?:(?:grade|nama|class)\W*)*[A-Fa-f1-9][+-]?", re.IGNORECASE)


def is_a_grade(text: str) -> bool:
    """Whether a value is a mark for condition: `A`, `B+`, `Grade 2`."""
    return _GRADE.fullmatch(text.strip()) is not None


_MATERIAL = re.compile(r"\b(?:leather|cloth|alcantara|velour|suede|vinyl)\b", re.IGNORECASE)


def is_of_seats(text: str) -> bool:
    """Whether a value tells what the seats are covered with."""
    return len(text) <= 40 and _MATERIAL.search(text) is not None


_FITTED = (
    "sat nav navigation satnav heated seats cruise control air con conditioning climate sensors "
    "sensor camera bluetooth dab radio alloys alloy wheels leather cloth roof panoramic mirrors "
    "parking isofix carplay android keyless towbar windows steering usb audio speakers locking "
    "airbags abs assist lights headlights xenon sunroof"
)
_EQUIPMENT = frozenset(_FITTED.split())
_LIST = re.compile(r"[,;|/\n\u2022]| [-+] ")


def is_of_equipment(text: str) -> bool:
    """Whether a value lists what a vehicle is fitted with, as no variant does: `Nav` may be in one,
    sat nav, heated seats and cruise control are not."""
    words = re.findall(r"[a-z]+", text.lower())
    fitted = len(_EQUIPMENT.intersection(words))
    parts = sum(part.strip() != "" for part in _LIST.split(text))
    return (parts > 2 and fitted > 0) or fitted > 2 or (fitted == len(words) > 1)


def _images(text: str) -> float:
    if addresses.is_picture_file(text):
        return 0.8
    links = addresses.links(text) if addresses.is_link(text) else []
    if not links:
        return 0.0
    pictures = sum(map(addresses.is_picture, links)) / len(links)
    return max(pictures, 0.7 if len(links) > 2 else 0.35 if pictures == 0 and _plain(links) else 0)


def _listing_url(text: str) -> float:
    links = addresses.links(text) if addresses.is_link(text) else []
    if len(links) != 1:
        return 0.0
    if addresses.is_picture(links[0]):
        return 0.1
    if addresses.is_first_page(links[0]):
        return 0.3  # the dealer's own site, more likely
    return 1.0 if _plain(links) else 0.4


_FILM = re.compile(
    r"youtu|vimeo|video|vid\b|/vr\b|tour|spin|\.pdf|\.mp4|floor|carfax|maps", re.IGNORECASE
)


def _plain(links: list[str]) -> bool:
    return not any(map(_FILM.search, links))


def _description(text: str) -> float:
    if is_alien(text):
        return 0.0
    if len(text) >= 60 and " " in text:
        return 1.0
    return 0.5 if len(text.split()) >= 4 else 0.15


def _source_id(text: str) -> float:
    if not re.fullmatch(r"[\w./#-]{1,40}", text) or addresses.is_link(text):
        return 0.0
    if not any(c.isdigit() for c in text):
        return 0.1
    if not text.isdigit() and readings.amount(text) is not None:
        return 0.2  # 24.5k, 1.6L
    if _vin(text) or _registration(text) == 1.0 or re.fullmatch(r"[0-9]+\.[0-9]+", text):
        return 0.3
    if readings.day(text) is not None and not text.isdigit():
        return 0.0
    return 1.0 if any(c.isalpha() for c in text) else 0.6


def _number_between(least: float, most: float) -> Callable[[str], float]:
    def fits(text: str) -> float:
        read = readings.amount(text, True)
        if read is None or read.unit not in (None, "kg", "m3", "mm", "miles", "tonnes"):
            return 0.0
        return 0.6 if least <= read.value <= most else 0.1

    return fits


def _size(reader: Callable[[str], object]) -> Callable[[str], float]:
    """Fit sizes of vans: named, or in millimetres."""

    def fits(text: str) -> float:
        if len(text) > 40 or reader(text) is None:
            return 0.0
        if re.fullmatch(r"[LH] ?[1-5]|(?:[smlx]|x?lwb|mwb|swb)", text, re.IGNORECASE):
            return 1.0
        return 0.5 if any(c.isdigit() for c in text) else 0.8

    return fits


@lru_cache(maxsize=8192)
def is_alien(text: str) -> bool:
    """Whether a value is a link, a date, a sum of money, a yes: no words that tell of a car."""
    if addresses.is_link(text) or (readings.flag(text) is not None and len(text) > 1):
        return True
    read = readings.amount(text)
    if read is not None and read.unit is not None:
        return read.unit in readings.MONEY or read.unit in ("km", "miles")
    return readings.day(text) is not None and not text.isdigit()


def _colour(text: str) -> float:
    if words.basic_colour(text) is None or len(text) > 50:
        return 0.0
    return 1.0 if len(text.split()) <= 4 else 0.3


def body_type(text: str) -> str | None:
    """Return the body of a car or a van, in full or shortened."""
    return (
        words.normalise_body_type(text, "car")
        or words.normalise_body_type(text, "van")
        or shortened.body(text)
    )


def _licence(text: str) -> float:
    if words.normalise_licence_category(text) is None:
        return 0.0
    return 1.0 if len(text) > 1 else 0.5


TESTS: dict[str, Test] = {
    "vehicle_type": Test(_known(words.normalise_vehicle_type), 4.0, 4.0),
    "make": Test(_known(makes.normalise_make), 5.0, 1.5),
    "model": Test(_model, 3.0, 0.8),
    "variant": Test(_variant, 1.8, 1.2),
    "year": Test(_year, 3.5, 4.5),
    "price": Test(_price, 3.5, 4.0),
    "mileage": Test(_mileage, 3.5, 4.0),
    "registration": Test(_registration, 5.5, 2.5),
    "images": Test(_images, 5.5, 4.0),
    "body_type": Test(_word(body_type), 4.0, 1.5),
    "fuel": Test(_word(shortened.fuel), 4.5, 3.0),
    "transmission": Test(_word(shortened.transmission), 4.5, 3.0),
    "colour": Test(_colour, 4.0, 1.0),
    "condition": Test(_known(words.normalise_condition), 4.5, 1.5),
    "engine_size": Test(_engine_size, 3.2, 3.0),
    "vin": Test(_vin, 6.0, 2.0),
    "source_id": Test(_source_id, 1.5, 2.0),
    "listing_url": Test(_listing_url, 4.5, 4.0),
    "description": Test(_description, 3.0, 3.0),
    "bike_type": Test(_known(words.normalise_bike_type), 2.5, 2.0),
    "licence_category": Test(_licence, 3.0, 3.0),
    "van_type": Test(_known(words.normalise_van_type), 2.5, 2.0),
    "roof_height": Test(_size(words.roof_height_bucket), 2.0, 2.0),
    "load_length": Test(_size(words.load_length_bucket), 2.0, 2.0),
    "payload_kg": Test(_number_between(150, 4_000), 0.8, 2.0),
    "load_volume_m3": Test(_number_between(0.5, 60), 0.8, 2.0),
}
