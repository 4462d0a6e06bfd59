"""Fuels, gearboxes and bodies as people shorten them in a column of their own: `Dsl`, `6 Spd Man`.

Some words of systems from abroad are among them. For uploads only: a partner's feed must be exact.
What a vocabulary knows already goes by that.
"""

import re

from carslink.vehicles import words
from carslink.vehicles.folding import fold, remembered

_TOKEN = re.compile(r"[a-z]+|[0-9]+")
_FUELS = {
    "p": "petrol", "pet": "petrol", "petr": "petrol", "ptrl": "petrol", "ptl": "petrol",
    "unl": "petrol", "ulp": "petrol", "petrol": "petrol", "unleaded": "petrol",
    "benzin": "petrol", "essence": "petrol",
    "d": "diesel", "dsl": "diesel", "ds": "diesel", "dies": "diesel", "diesl": "diesel",
    "derv": "diesel", "diesel": "diesel",
    "e": "electric", "el": "electric", "ele": "electric", "elec": "electric", "elect": "electric",
    "electr": "electric", "electric": "electric",
    "h": "hybrid", "hy": "hybrid", "hyb": "hybrid", "hybr": "hybrid", "hybrid": "hybrid",
    "mild": "", "turbo": "", "self": "", "charging": "", "full": "",
    "plug": "plug", "in": "in",
}  # fmt: skip


@remembered
def fuel(text: str) -> str | None:
    """Return the fuel: `Pet`, `Dsl`, `P/E` (a hybrid), `H`; every word must be one of a fuel."""
    told = [_FUELS.get(word) for word in _TOKEN.findall(text.lower())]
    if None not in told and (found := words.normalise_fuel(" ".join(filter(None, told)))):
        return found
    return words.normalise_fuel(text)


_GEARBOXES = {
    "m": "Manual", "mt": "Manual", "man": "Manual", "manu": "Manual", "mnl": "Manual",
    "manual": "Manual", "schaltgetriebe": "Manual", "manuell": "Manual", "manuelle": "Manual",
    "a": "Automatic", "at": "Automatic", "aut": "Automatic", "auto": "Automatic",
    "autom": "Automatic", "automatic": "Automatic", "automatik": "Automatic",
    "automatikgetriebe": "Automatic", "automatique": "Automatic",
}  # fmt: skip
_SEMI = frozenset(("sauto", "sa", "semi", "semiauto", "sautomatic"))
_GEARS_AND_LETTER = re.compile(r"(?:10|[3-9])\W*(?:spd?|speed)?\W*[am]", re.IGNORECASE)
_OF_GEARS = frozenset(("s", "sp", "spd", "speed", "speeds", "gear", "gears", "g", "box", "gearbox"))


@remembered
def transmission(text: str) -> str | None:
    """Return the gearbox: `6 Spd Man`, `5M`, `S/Auto`; every word must be one of gearboxes."""
    told = [word for word in _TOKEN.findall(text.lower()) if not word.isdigit()]
    if "".join(told) in _SEMI:
        return "Semi-Automatic"
    known = words.normalise_transmission(text)
    if known:
        return known
    if not {"a", "m"}.isdisjoint(told) and _GEARS_AND_LETTER.fullmatch(text.strip()) is None:
        return None  # an A3, an M5
    named = {_GEARBOXES.get(word, "") for word in told if word not in _OF_GEARS}
    return named.pop() or None if len(named) == 1 else None


_BODIES = {
    "hb": "Hatchback", "hbk": "Hatchback", "htb": "Hatchback", "hback": "Hatchback",
    "hat": "Hatchback", "htch": "Hatchback", "hatchb": "Hatchback",
    "sln": "Saloon", "sal": "Saloon", "saln": "Saloon", "sdn": "Saloon", "sed": "Saloon",
    "est": "Estate", "estt": "Estate", "wgn": "Estate",
    "cpe": "Coupe", "coup": "Coupe",
    "con": "Convertible", "conv": "Convertible", "cabr": "Convertible", "convert": "Convertible",
    "pu": "Pickup", "pup": "Pickup", "pkup": "Pickup",
    "pv": "Panel Van", "pvan": "Panel Van", "pnlvan": "Panel Van",
    "lut": "Luton", "tip": "Tipper", "drop": "Dropside", "mbus": "Minibus",
}  # fmt: skip
_DOORS = re.compile(r"^\s*[1-9]\s*-?\s*(?:drs?|doors?|d)?\b[\s/,-]*", re.IGNORECASE)


@remembered
def body(text: str) -> str | None:
    """Return the body: `HB`, `5dr SLN`, `EST`, of a car or a van."""
    return _BODIES.get(fold(text)) or _BODIES.get(fold(_DOORS.sub("", text)))
