"""What receipts and warnings say, in words that a dealer understands, with what to do about it.

The reasons are worded for partners' engineers (`stock/contract.py`, `stock/values.py`,
`stock/batch.py`, `dealers/profile.py`). One that this table does not know is shown as it is.
"""

import re
from collections.abc import Callable, Iterator

IN_YOUR_SYSTEM = "in your dealer system"
ASK_PARTNER = "This is for whoever runs your dealer system to mend."

LABELS = {
    "vehicle_type": "vehicle type",
    "source_id": "stock number",
    "images": "photographs",
    "transmission": "gearbox",
    "body_type": "body type",
    "bike_type": "type of bike",
    "van_type": "type of van",
    "licence_category": "licence category",
    "engine_size": "engine size",
    "listing_url": "web address of the vehicle",
    "roof_height": "roof height",
    "load_length": "load length",
    "load_volume_m3": "load volume",
    "payload_kg": "payload",
    "vin": "VIN",
    "address_line_1": "first line of the address",
    "address_line_2": "second line of the address",
    "email": "e-mail address",
    "phone": "phone number",
}
Words = Callable[[re.Match[str]], str]


def label(field: str) -> str:
    """Return what a dealer calls a field."""
    name = field.removeprefix("dealer.")
    return LABELS.get(name, name.replace("_", " "))


def _photographs(found: re.Match[str]) -> str:
    needed, had = found["needed"], int(found["had"])
    came = f"{'Only ' if had else ''}{had or 'No'} photograph{'' if had == 1 else 's'}"
    return f"{came} came with it; {needed} are needed. Add photographs {IN_YOUR_SYSTEM}."


def _too_long(found: re.Match[str]) -> str:
    has = f" and has {found['has']}" if found["has"] else ""
    return f"The {label(found['field'])} may have {found['most']} characters{has}. Shorten it."


def _named(text: str) -> Words:
    """Words with the field's label in place of {field}, and what else the pattern found."""
    return lambda found: text.format(**{**found.groupdict(), "field": label(found["field"])})


def _just(text: str) -> Words:
    return lambda found: text.format(**found.groupdict())


_TABLE: tuple[tuple[str, Words], ...] = (
    # Of required fields: the vehicle is not listed.
    (r"minimum (?P<needed>\d+) image URLs required \(received (?P<had>\d+)\)", _photographs),
    (
        r"(?P<field>\w+) is required(?: for \w+)?",
        _named(f"The {{field}} is missing. Add it {IN_YOUR_SYSTEM}."),
    ),
    (
        r"(?P<field>\w+) must be text",
        _named(f"The {{field}} came in a form that cannot be read. {ASK_PARTNER}"),
    ),
    (
        r"(?P<field>\w+) must be (?P<most>[\d,]+) characters or fewer"
        r"(?: \(it has (?P<has>[\d,]+)\))?",
        _too_long,
    ),
    (
        r"(?P<field>\w+) is longer than (?P<most>[\d,]+) characters(?P<has>)",
        _too_long,
    ),
    (
        r"year must be a 4-digit integer",
        _just("The year is not one of four digits, such as 2021. Correct it."),
    ),
    (
        r"year must be from (?P<first>\d+) to (?P<last>\d+)",
        _just("The year must lie between {first} and {last}. Correct it."),
    ),
    (
        r"price must be numeric and > 0",
        _just("There is no price in pounds, such as 8995. Give the vehicle a price."),
    ),
    (
        r"(?P<field>price|mileage) must be below (?P<limit>[\d,]+)",
        _named("The {field} must be below {limit}. Check it for digits too many."),
    ),
    (
        r"mileage must be an integer >= 0",
        _just("The mileage is not a whole number of miles. Correct it."),
    ),
    (
        r"registration is not a valid UK registration mark",
        _just("The registration is not one that is issued in the UK. Check it for slips."),
    ),
    (
        r"vehicle_type must be car, motorcycle or van",
        _just("It is neither a car, a van nor a motorbike. Only these are listed."),
    ),
    # Of the whole entry.
    (
        r"a listing must be (?:a JSON object|readable JSON.*)",
        _just(f"It came damaged, and could not be read. {ASK_PARTNER}"),
    ),
    (
        r"delete must be true or false|delete needs a source_id or a registration",
        _just(f"It was to be taken down, but not in a form that can be read. {ASK_PARTNER}"),
    ),
    (
        r"source_id and registration name different vehicles",
        _just(
            "It was to be taken down, but its stock number and its registration belong to two "
            "different vehicles. Check both."
        ),
    ),
    (
        r"superseded by a later entry of this feed for the same vehicle",
        _just("The same vehicle came twice in this feed. The later one counts."),
    ),
    (
        r"another live listing had (?P<mark>.+); it is removed as superseded",
        _just(
            "Another vehicle of yours had the registration {mark}. This one has replaced it: "
            "check that it is not in your system twice."
        ),
    ),
    # Of other fields: the vehicle is listed without them, or with them as they are.
    (
        r"vin must be 17 letters and digits without I, O and Q",
        _just("The VIN must have 17 letters and digits, without I, O and Q. Check it."),
    ),
    (
        r"transmission must be (?P<known>.+)",
        _just("The gearbox is none that buyers can choose: {known}. Correct it."),
    ),
    (
        r"licence_category must be (?P<known>.+)",
        _just("The licence category must be {known}. Correct it."),
    ),
    (
        r"(?P<field>\w+) must be an https URL",
        _named("The {field} must begin with https://. Correct it."),
    ),
    (
        r"(?P<field>\w+) must be a whole number of (?P<unit>\w+)"
        r" from (?P<least>[\d,]+) to (?P<most>[\d,]+)",
        _named("The {field} must be a whole number from {least} to {most} {unit}. Correct it."),
    ),
    (
        r"load_volume_m3 must be a number of cubic metres from (?P<least>[\d.]+) to (?P<most>\d+)",
        _just("The load volume must be from {least} to {most} cubic metres. Correct it."),
    ),
    (
        r"(?P<field>source_id) must be printable text or a number",
        _named(f"The {{field}} came in a form that cannot be read. {ASK_PARTNER}"),
    ),
    (
        r"(?P<field>\w+) '(?P<value>.*)' is not in the vocabulary; kept as sent",
        _named(
            "Carslink does not know the {field} “{value}”. Buyers see it as it came, and "
            "find it under “Other” in that filter."
        ),
    ),
    (
        r"(?P<lost>[\d,]+) of the images are left out: no https URL .*",
        _just("{lost} of its photographs came twice or without an https address: left out."),
    ),
    (
        r"(?P<field>\w+) is for (?P<kinds>.+)",
        _named("The {field} is for {kinds} alone."),
    ),
    (
        r"unknown field, ignored",
        _just("Carslink has no such field. Nothing is wrong with your vehicles."),
    ),
    # Of the dealer's profile.
    (
        r"postcode is not a UK postcode",
        _just(f"The postcode is not a UK postcode. Correct it {IN_YOUR_SYSTEM}."),
    ),
    (
        r"no such postcode is known; location and region stay empty",
        _just(
            f"Nobody knows this postcode, so your town and region are not shown. "
            f"Check it {IN_YOUR_SYSTEM}."
        ),
    ),
    (
        r"phone is not a UK phone number",
        _just(f"The phone number is not a UK number. Correct it {IN_YOUR_SYSTEM}."),
    ),
    (
        r"email is not a valid e-mail address",
        _just(f"The e-mail address is not complete. Correct it {IN_YOUR_SYSTEM}."),
    ),
    (
        r"is the account's own; change it in the portal",
        _just("Buyers see your account's address. Change it here, under Account."),
    ),
    # Of the whole feed.
    (
        r"no listing was accepted, so none was removed as absent",
        _just("Nothing in this feed could be taken, so your stock was left as it was."),
    ),
    (
        r"(?P<held>[\d,]+) removals are held until somebody says yes to them",
        _just(
            "{held} vehicles are missing from this feed. That is unusually many, so they stay "
            "until Carslink has looked into it."
        ),
    ),
)
_COMPILED = tuple((re.compile(pattern), words) for pattern, words in _TABLE)
_IGNORED = "; ignored"


def is_known(reason: str) -> bool:
    """Whether there are plain words for a single reason."""
    return _found(reason.removesuffix(_IGNORED)) is not None


def plain(reason: str) -> str:
    """Return a single reason in plain words; one that is not known as it is."""
    bare = reason.removesuffix(_IGNORED)
    words = _found(bare)
    if words is None:
        return reason
    # What is wrong in a field that need not be there is left out, and the vehicle listed.
    return f"{words} Until then it is left out." if bare != reason and _can_act(words) else words


def _can_act(words: str) -> bool:
    return words.endswith(("Correct it.", "Check it.", "Shorten it.", f"{IN_YOUR_SYSTEM}."))


def why_skipped(reason: str) -> list[str]:
    """Return why a listing was skipped, a sentence for each fault."""
    return [plain(each) for each in _single(reason)]


def _single(reason: str) -> Iterator[str]:
    """Yield the single faults of a reason, which `stock.accept` joins with semicolons."""
    if _found(reason):
        yield reason
    else:
        yield from reason.split("; ")


def _found(reason: str) -> str | None:
    for pattern, words in _COMPILED:
        if found := pattern.fullmatch(reason):
            return words(found)
    return None
