"""Vehicle identification numbers."""

import re

_VIN = re.compile(r"[A-HJ-NPR-Z0-9]{17}")


def normalise_vin(text: str) -> str | None:
    """Return the VIN in upper case without spaces and hyphens, or None if it is not shaped as one.

    Seventeen letters and digits, none of them I, O or Q (ISO 3779). Only the shape is checked:
    the check digit in the ninth place is a North American rule, and most vehicles built for
    Europe would fail it.
    """
    squeezed = "".join(text.split()).replace("-", "")
    # Some other letters have an upper case in ASCII: "ß" would become "SS".
    if not squeezed.isascii():
        return None
    vin = squeezed.upper()
    return vin if _VIN.fullmatch(vin) else None
