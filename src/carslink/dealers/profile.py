"""A dealer's profile, as a feed tells it: each field checked softly, nothing refused."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils.text import slugify

from carslink import places
from carslink.dealers.models import Dealer

Told = list[tuple[str, str]]  # (field, reason)

# Outward and inward code; the shapes are those of BS 7666, which Royal Mail's own guide gives.
POSTCODE = re.compile(r"(GIR ?0AA|[A-Z]{1,2}[0-9][0-9A-Z]?) ?([0-9][ABD-HJLNP-UW-Z]{2})")
# Of the United Kingdom, Jersey, Guernsey and the Isle of Man: they share a numbering plan.
UK_CODE = 44
_SPREADSHEET_NUMBER = re.compile(r"^(\d{9,12})\.0$")  # a number that was kept as a fraction
UK_PHONE = re.compile(r"0[0-9]{9,10}(?:x[0-9]+)?")  # without spaces
TEXT_LIMITS = {
    "name": 200,
    "address": 400,
    "address_line_1": 200,
    "address_line_2": 200,
    "town": 100,
    "county": 100,
}
ADDRESS_PARTS = ("address_line_1", "address_line_2", "town", "county")
FIELDS = (*TEXT_LIMITS, "postcode", "phone", "email", "website")
# The postcode decides the last two; the first is what identifies the dealer.
NOT_PROFILE = frozenset({"partner_dealer_id", "location", "region"})
# A change of these is a change of each live listing, for whoever follows the stock: of its card,
# of its distance, or of whom to welcome.
FOLLOWED = frozenset(
    {"name", "town", "location", "region", "latitude", "longitude", "slug", "email"}
)

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def update(dealer: Dealer, sent: Mapping[str, object]) -> tuple[set[str], Told]:
    """Change the dealer's fields, unsaved, to what a feed says of it.

    Returns the names of the fields that changed, and a warning for each field that was dropped.
    null and empty text clear a field; a field not sent stays.
    """
    changed: set[str] = set()
    told: Told = []
    for name in FIELDS:
        if name not in sent:
            continue
        try:
            value = _value(name, sent[name])
        except ValidationError as error:
            told.append((f"dealer.{name}", error.messages[0]))
            continue
        changed |= _set(dealer, "address_as_sent" if name == "address" else name, value)
    changed |= _set(dealer, "address", dealer.address_as_sent or flat_address(dealer))
    changed |= locate(dealer)
    if dealer.postcode and not dealer.region and "postcode" in sent:
        told.append(
            ("dealer.postcode", "no such postcode is known; location and region stay empty")
        )
    unknown = sorted(sent.keys() - set(FIELDS) - NOT_PROFILE)
    told += [(f"dealer.{_line(name)[:60]}", "unknown field, ignored") for name in unknown[:50]]
    return changed, told


def locate(dealer: Dealer) -> set[str]:
    """Set, unsaved, what the dealer's postcode says; returns the names of fields that changed."""
    place = places.lookup(dealer.postcode) if dealer.postcode else None
    if place is None:
        said: dict[str, str | float | None] = {
            "location": "", "region": "", "latitude": None, "longitude": None
        }  # fmt: skip
    else:
        said = {
            "location": place.town,
            "region": place.region,
            "latitude": place.lat,
            "longitude": place.lon,
        }
    return set().union(*(_set(dealer, name, value) for name, value in said.items()))


def _set(dealer: Dealer, name: str, value: str | float | None) -> set[str]:
    """Set a field and return its name, or nothing where it is so already."""
    if getattr(dealer, name) == value:
        return set()
    setattr(dealer, name, value)
    return {name}


def flat_address(dealer: Dealer) -> str:
    """Return the address in one line, built from its parts."""
    parts = (getattr(dealer, part) for part in ADDRESS_PARTS)
    return ", ".join(part for part in parts if part)[:400]


def slug_candidates(dealer: Dealer) -> list[str]:
    """Return addresses for the dealer's page, the best first; any of them may be taken."""
    name = slugify(dealer.name)[:60].strip("-") or "dealer"
    place = slugify(dealer.town)[:30].strip("-")
    outward = slugify(dealer.postcode.split(" ")[0])
    if not place or name.endswith(place):
        return [name, *([f"{name}-{outward}"] if outward else [])]
    return [name, f"{name}-{place}", *([f"{name}-{place}-{outward}"] if outward else [])]


def _value(name: str, raw: object) -> str:
    """Return one field as it is kept; raises ValidationError with what is wrong with it."""
    if raw is None:
        return ""
    if isinstance(raw, int | float) and not isinstance(raw, bool) and name in ("phone", "name"):
        raw = str(raw)
    if not isinstance(raw, str):
        raise ValidationError(f"{name} must be text; ignored")
    line = _line(raw)
    if not line:
        return ""
    if name in TEXT_LIMITS:
        if len(line) > TEXT_LIMITS[name]:
            raise ValidationError(f"{name} is longer than {TEXT_LIMITS[name]} characters; ignored")
        return line
    return {"postcode": _postcode, "phone": _phone, "email": _email, "website": _website}[name](
        line
    )


def _line(raw: str) -> str:
    return " ".join(_CONTROLS.sub(" ", raw).split())


def _postcode(line: str) -> str:
    """Return a postcode in its one spelling: that of `places` where it knows which one is meant."""
    place = places.lookup(line)
    if place is not None and POSTCODE.fullmatch(place.postcode):
        return place.postcode
    match = POSTCODE.fullmatch(line.upper())
    if match is None:
        raise ValidationError("postcode is not a UK postcode; ignored")
    return f"{match[1]} {match[2]}"


def _phone(line: str) -> str:
    """Return a number as it is dialled within the United Kingdom, set as libphonenumber sets it.

    Of several in one field ("0113 496 0000 / 07700 900000") it is the first.
    """
    # Possible, not valid: the numbering plan in a library is older than some numbers in use.
    line = _SPREADSHEET_NUMBER.sub(r"\1", line)
    found = phonenumbers.PhoneNumberMatcher(line, "GB", leniency=phonenumbers.Leniency.POSSIBLE)
    for text in (_as_dialled(match.number) for match in found):
        if text:
            return text
    raise ValidationError("phone is not a UK phone number; ignored")


def _as_dialled(number: phonenumbers.PhoneNumber) -> str:
    """Return a number as it is set within the United Kingdom; "" where it is none of it."""
    text = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    text = text if text.startswith("0") else f"0{text}"
    good = number.country_code == UK_CODE and UK_PHONE.fullmatch(text.replace(" ", ""))
    return text if good else ""


def _email(line: str) -> str:
    if len(line) > 254:
        raise ValidationError("email is longer than 254 characters; ignored")
    EmailValidator(message="email is not a valid e-mail address; ignored")(line)
    return line


def _website(line: str) -> str:
    if len(line) > 400:
        raise ValidationError("website is longer than 400 characters; ignored")
    told = "website must be an https URL; ignored"
    URLValidator(schemes=["https"], message=told)(line)
    if "@" in urlsplit(line).netloc or "." not in website_host(line):
        raise ValidationError(told)  # a name before an "@" reads as another site's
    return line


def website_host(website: str) -> str:
    """Return the name by which two spellings of one website are known to be one."""
    return (urlsplit(website).hostname or "").lower().removeprefix("www.").rstrip(".")
