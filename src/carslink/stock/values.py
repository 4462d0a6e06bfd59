"""Single values of a listing: what was sent, in any JSON type, to what is kept.

Each function returns the kept value or raises Unusable with a reason worded for the partner.
"""

import re
from decimal import Decimal

from carslink.vehicles import registration, vin, words

Value = str | int | float | Decimal | list[str] | None

MIN_IMAGES = 4  # programme page
MAX_IMAGES = 1000
MAX_URL = 2000
MAX_DESCRIPTION = 20_000
EARLIEST_YEAR = 1885  # the first motor car
PRICE_LIMIT = 100_000_000
MILEAGE_LIMIT = 10_000_000

_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,10})?")
_HTTPS = re.compile(r"(?i:https)://[^\s/?#@\\\"<>]+(?:[/?#][^\s\"<>\\]*)?")
_PLAIN_URL = re.compile(
    r"https://[\w.-]+/[\w./?=&%:+-]*", re.ASCII
)  # one of many that _HTTPS takes
# Controls, and the marks that turn the direction of text: never part of a listing's words.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


class Unusable(ValueError):
    """A value cannot be kept; `reason` says why, and what would do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class OwnPhotograph(str):
    """An entry of `images` that names a photograph which this very dealer dropped."""

    __slots__ = ()


def is_empty(raw: object) -> bool:
    """Whether the value says "nothing": null, or text of nothing but spaces."""
    return raw is None or (type(raw) is str and not raw.strip())


def shown(raw: object, limit: int = 60) -> str:
    """Return a value as it may stand in a message: printable, and short."""
    clean = _UNPRINTABLE.sub("", str(raw)[: limit * 2]).strip()
    return clean if len(clean) <= limit else clean[: limit - 1] + "…"


def words_of(raw: object, name: str, limit: int) -> str:
    """Return one line of text, its spaces tidied; a number is taken as its digits."""
    if type(raw) is int or type(raw) is float:
        raw = str(raw)
    if type(raw) is not str:
        raise Unusable(f"{name} must be text")
    clean = raw if raw.isprintable() else _UNPRINTABLE.sub("", raw)
    clean = " ".join(clean.split())
    if len(clean) > limit:
        raise Unusable(f"{name} must be {limit} characters or fewer (it has {len(clean):,})")
    if not clean:
        raise Unusable(f"{name} must be text")
    return clean


def description(raw: object) -> str | None:
    """Return a text of several lines; None where nothing printable is left."""
    if type(raw) is not str:
        raise Unusable("description must be text")
    clean = _UNPRINTABLE.sub("", raw.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(clean) > MAX_DESCRIPTION:
        raise Unusable(
            f"description must be {MAX_DESCRIPTION:,} characters or fewer (it has {len(clean):,})"
        )
    return clean or None


def number(raw: object) -> int | float | None:
    """Return a number, also from a plain numeric string ("28995"); None for anything else."""
    if type(raw) is int or type(raw) is float:
        return raw
    if type(raw) is str:
        digits = raw.strip()
        if _NUMBER.fullmatch(digits):
            return float(digits) if "." in digits else int(digits)
    return None


def whole(raw: object) -> int | None:
    """Return a whole number, or None; 24500.0 is one, 24500.5 is not."""
    value = number(raw)
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    return value


def price(raw: object) -> Decimal:
    """Return pounds and pence."""
    value = number(raw)
    if value is None or value <= 0:
        raise Unusable("price must be numeric and > 0")
    pounds = Decimal(value) if type(value) is int else Decimal(f"{value:.2f}")
    if pounds == 0:
        raise Unusable("price must be numeric and > 0")
    if pounds >= PRICE_LIMIT:
        raise Unusable(f"price must be below {PRICE_LIMIT:,}")
    return pounds


def year(raw: object, latest: int) -> int:
    """Return the year of a vehicle; `latest` is the last one that makes sense."""
    value = whole(raw)
    if value is None or not 1000 <= value <= 9999:
        raise Unusable("year must be a 4-digit integer")
    if not EARLIEST_YEAR <= value <= latest:
        raise Unusable(f"year must be from {EARLIEST_YEAR} to {latest}")
    return value


def mileage(raw: object) -> int:
    """Return miles."""
    value = whole(raw)
    if value is None or value < 0:
        raise Unusable("mileage must be an integer >= 0")
    if value >= MILEAGE_LIMIT:
        raise Unusable(f"mileage must be below {MILEAGE_LIMIT:,}")
    return value


def whole_between(raw: object, name: str, least: int, most: int, unit: str) -> int:
    """Return a whole number in a range that includes both ends."""
    value = whole(raw)
    if value is None or not least <= value <= most:
        raise Unusable(f"{name} must be a whole number of {unit} from {least:,} to {most:,}")
    return value


def cubic_metres(raw: object) -> float:
    """Return a load volume in cubic metres, to a hundredth."""
    value = number(raw)
    if value is None or not 0.01 <= value <= 100:
        raise Unusable("load_volume_m3 must be a number of cubic metres from 0.01 to 100")
    return round(float(value), 2)


def mark(raw: object) -> str:
    """Return a registration, normalised."""
    normal = registration.normalise_registration(raw) if type(raw) is str else None
    if normal is None:
        raise Unusable("registration is not a valid UK registration mark")
    return normal


def vehicle_identification_number(raw: object) -> str:
    """Return a VIN."""
    normal = vin.normalise_vin(raw) if type(raw) is str else None
    if normal is None:
        raise Unusable("vin must be 17 letters and digits without I, O and Q")
    return normal


def source_id(raw: object) -> str | None:
    """Return a partner's own id of a vehicle as text: trimmed, numbers as their digits."""
    if is_empty(raw):
        return None
    if type(raw) is float and raw.is_integer() and abs(raw) < 1e15:
        raw = int(raw)
    if type(raw) is int or type(raw) is float:
        raw = str(raw)
    clean = raw.strip() if type(raw) is str else ""
    if not clean or not clean.isprintable():
        raise Unusable("source_id must be printable text or a number")
    if len(clean) > 200:
        raise Unusable("source_id must be 200 characters or fewer")
    return clean


def vehicle_type(raw: object) -> str:
    """Return car, motorcycle or van."""
    normal = words.normalise_vehicle_type(raw) if type(raw) is str else None
    if normal is None:
        raise Unusable("vehicle_type must be car, motorcycle or van")
    return normal


def transmission(raw: object) -> str:
    """Return a transmission of the vocabulary."""
    normal = words.normalise_transmission(raw) if type(raw) is str else None
    if normal is None:
        raise Unusable("transmission must be Manual, Automatic, Semi-Automatic or CVT")
    return normal


def licence_category(raw: object) -> str:
    """Return a licence category for motorcycles."""
    normal = words.normalise_licence_category(raw) if type(raw) is str else None
    if normal is None:
        raise Unusable("licence_category must be A, A1, A2 or AM")
    return normal


def is_https_url(raw: object) -> bool:
    """Whether this is an https URL with a host, no credentials and no spaces."""
    return (
        type(raw) is str
        and len(raw) <= MAX_URL
        and raw.isprintable()
        and _HTTPS.fullmatch(raw) is not None
    )


def https_url(raw: object, name: str) -> str:
    """Return an https URL."""
    clean = raw.strip() if type(raw) is str else raw
    if type(clean) is not str or not is_https_url(clean):
        raise Unusable(f"{name} must be an https URL")
    return clean


def images(raw: object) -> list[str]:
    """Return the distinct https URLs of the list, in order; the first is the hero.

    A fragment (`#…`) is dropped: it is never sent to a server, and makes no other photograph.
    Among them are the dealer's own photographs, where the door has marked them.
    """
    counted = []
    for entry in raw if type(raw) is list else []:
        if type(entry) is str:
            if len(entry) <= MAX_URL and _PLAIN_URL.fullmatch(entry):  # as most are: quick
                counted.append(entry)
                continue
            url = entry.strip()
            if is_https_url(url):
                counted.append(url.partition("#")[0])
        elif type(entry) is OwnPhotograph:
            counted.append(str(entry))
    urls = list(dict.fromkeys(counted))
    if len(urls) < MIN_IMAGES:
        raise Unusable(too_few_images(len(urls)))
    return urls[:MAX_IMAGES]


def too_few_images(received: int) -> str:
    """Return the reason of a listing with too few photographs, worded as on the programme page."""
    return f"minimum {MIN_IMAGES} image URLs required (received {received})"
