"""What kinds of vehicles are called when there are several: in headings, and in addresses."""

from django.utils.text import slugify

KINDS = {"car": "cars", "van": "vans", "motorcycle": "motorbikes"}

BODIES = {
    "Hatchback": "hatchbacks",
    "Saloon": "saloons",
    "Estate": "estates",
    "SUV": "SUVs",
    "Coupe": "coupes",
    "Convertible": "convertibles",
    "MPV": "MPVs",
    "Pickup": "pickups",
    "Panel Van": "panel vans",
    "Crew Van": "crew vans",
    "Luton": "Luton vans",
    "Dropside": "dropsides",
    "Tipper": "tippers",
    "Minibus": "minibuses",
    "Chassis Cab": "chassis cabs",
    "Camper": "campers",
}
BIKES = {
    "Naked": "naked bikes",
    "Sports": "sports bikes",
    "Adventure": "adventure bikes",
    "Tourer": "tourers",
    "Cruiser": "cruisers",
    "Scooter": "scooters",
    "Enduro": "enduro bikes",
    "Trail": "trail bikes",
    "Supermoto": "supermotos",
    "Classic": "classic bikes",
    "Moped": "mopeds",
    "Custom": "custom bikes",
}
_KEEP = ("LPG", "CVT")


def said(value: str) -> str:
    """Return a word of a vocabulary as it stands within a sentence: `diesel`, but `LPG`."""
    return value if value in _KEEP else value.lower()


def one_of(plural: str) -> str:
    """Return the singular of a kind: `estate`, `minibus`, `SUV`."""
    return plural.removesuffix("es") if plural.endswith("buses") else plural.removesuffix("s")


def counted(number: int, plural: str) -> str:
    """Return a kind with how many there are: `1 estate`, `1,204 estates`."""
    return f"{number:,} {one_of(plural) if number == 1 else plural}"


def slug(name: str) -> str:
    """Return a name as a part of an address; nothing where no Latin letter or digit is in it."""
    return slugify(name)
