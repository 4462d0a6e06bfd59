"""Roof heights and load lengths of vans, from words or measurements to the buckets of search."""

import re

from carslink.vehicles.folding import fold_words, remembered

ROOF_HEIGHTS = ("Low", "Medium", "High")
LOAD_LENGTHS = ("Short", "Medium", "Long", "Extra Long")

# Outside height of the vehicle in mm, from which each bucket starts. Makers' published heights:
# below 2.2 m are the low-roofed medium vans that pass under car-park barriers (Transit Custom H1
# and Vivaro, 1.97 to 2.0 m); to 2.6 m the standard roofs of large vans (Ducato H2 2.52 m, Master
# H2 2.5 m); above it one can stand upright inside (Transit H3 2.75 m, Ducato H3 2.76 m).
ROOF_HEIGHTS_FROM_MM = ((2600, "High"), (2200, "Medium"), (1000, "Low"))
# Length of the load floor in mm. Ducato L1 has 2.67 m, L2 3.12 m, L3 3.71 m and L4 4.07 m; Transit
# L2 3.04 m, L3 3.49 m and L4 4.22 m; Sprinter L2 3.27 m: each falls in its own bucket.
LOAD_LENGTHS_FROM_MM = ((4000, "Extra Long"), (3300, "Long"), (2700, "Medium"), (500, "Short"))

# No van is as high or as long as this: such a number is something else.
_LARGEST_ROOF_MM = 4500
_LARGEST_LOAD_MM = 8000

_ROOF_WORDS = (
    ({"high", "h3", "h4", "tall", "hr", "shr"}, "High"),
    ({"medium", "mid", "h2", "mr"}, "Medium"),
    ({"low", "h1", "standard", "normal", "lr", "std"}, "Low"),
)
_LENGTH_WORDS = (
    ({"xlwb", "elwb", "l4", "l5", "jumbo", "xl", "extra"}, "Extra Long"),
    ({"long", "lwb", "l3"}, "Long"),
    ({"medium", "mid", "mwb", "l2"}, "Medium"),
    ({"short", "swb", "l1", "standard", "std"}, "Short"),
)
_SIZE_CODES = re.compile(r"\b(l[0-9])(h[0-9])\b|\b(h[0-9])(l[0-9])\b")
_MEASURE = re.compile(
    r"(?P<number>[0-9]{1,3},[0-9]{3}|[0-9]{1,5}(?:\.[0-9]{1,4})?)\s*"
    r"(?P<unit>mm|millimetres|cm|centimetres|m|metres|metre)?\.?"
)
_MM_PER = {"mm": 1, "millimetres": 1, "cm": 10, "centimetres": 10}


@remembered
def roof_height_bucket(text: str) -> str | None:
    """Return ``Low``, ``Medium`` or ``High`` for words (``high roof``, ``H3``, ``L2H2``) or for
    the outside height of the van (``2500``, ``2500mm``, ``2.5 m``)."""
    return _bucket(text, ROOF_HEIGHTS_FROM_MM, _LARGEST_ROOF_MM, _ROOF_WORDS)


@remembered
def load_length_bucket(text: str) -> str | None:
    """Return ``Short``, ``Medium``, ``Long`` or ``Extra Long`` for words (``LWB``, ``L2``,
    ``extra long``) or for the length of the load floor (``3400``, ``3400mm``, ``3.4 m``)."""
    return _bucket(text, LOAD_LENGTHS_FROM_MM, _LARGEST_LOAD_MM, _LENGTH_WORDS)


def _bucket(
    text: str,
    starts: tuple[tuple[int, str], ...],
    largest: int,
    telling: tuple[tuple[set[str], str], ...],
) -> str | None:
    measured = _millimetres(text)
    if measured is not None:
        if measured >= largest:
            return None
        return next((bucket for start, bucket in starts if measured >= start), None)
    words = set(fold_words(_SIZE_CODES.sub(r"\1\3 \2\4", text.lower())))
    return next((bucket for known, bucket in telling if not known.isdisjoint(words)), None)


def _millimetres(text: str) -> float | None:
    """Return a measurement in mm. A bare number is mm from 1000 up; below 10 and with a decimal
    point, as in 2.5, it is metres."""
    match = _MEASURE.fullmatch(text.strip().lower())
    if not match:
        return None
    number = float(match["number"].replace(",", ""))
    if match["unit"]:
        return number * _MM_PER.get(match["unit"], 1000)
    return number * 1000 if number < 10 and "." in match["number"] else number
