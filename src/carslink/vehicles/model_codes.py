"""Codes that tell a model: the series of a BMW `320d`, the class of a Mercedes `A180`."""

import re

from carslink.vehicles import makes
from carslink.vehicles.folding import fold

_BMW = re.compile(r"([1-8])\d\d(d|i|e|x|xd|xi|xe|ix|ci|cd|ti|tds|ed|le|li|ld)?|m([1-8])[3-6]\d[di]")
_MERCEDES = re.compile(
    r"(a|b|c|e|s|g|v|x|cla|cls|clk|cle|gla|glb|glc|gle|gls|ml|slk|slc|sl|eqa|eqc)(\d{2,3})"
    r"(?:d|e|de|h|k|l|cdi|bluetec|amg|s|i)?"
)


def series(code: str) -> tuple[str, bool]:
    """Return the series of a BMW's folded code, and whether it is no other's: without a letter
    behind it, its number may be a motorcycle's (`BMW 650 GS`). "" where it is no such code."""
    found = _BMW.fullmatch(code)
    return (f"{found[1] or found[3]}series", bool(found[2] or found[3])) if found else ("", False)


def mercedes_class(code: str) -> tuple[str, str]:
    """Return the letters of a Mercedes' folded code, and its digits; "" where it is none."""
    found = _MERCEDES.fullmatch(code)
    return (found[1], found[2]) if found else ("", "")


def _keys(make: str, words: list[str]) -> tuple[str, ...]:
    """Return what a code's model is called, folded, in one way or another."""
    first, both = (fold("".join(words[:most])) for most in (1, 2))
    if make == "BMW":
        named, is_sure = series(first)
        return (named,) if is_sure else ()
    if make == "Mercedes-Benz":
        for code in (first, both):
            letters, digits = mercedes_class(code)
            if len(digits) == 3:
                return letters, f"{letters}class"
    return ()


def model_of_code(make: str, words: list[str]) -> str:
    """Return the known model that a code at the beginning of the words tells surely; "" else.

    A letter may stand apart (`C 220d`). Where the words go on with what sets another model of that
    series apart (`420d M Sport Gran Coupe`), it is that one.
    """
    known = makes.models_of(make)
    keys = _keys(make, words)
    told = next((each for each in known if fold(each) in keys), "")
    if not told:
        return ""
    behind = f" {' '.join(words[1:]).lower()} "
    longer = [each for each in known if each.startswith(f"{told} ")]
    apart = [each for each in longer if f" {each.removeprefix(told).strip().lower()} " in behind]
    return max(apart, key=len, default=told)
