"""Codes that tell a model: the series of a BMW `320d`, the class of a Mercedes `A180`."""

import re

from carslink.vehicles import makes
from carslink.vehicles.folding import fold

# Without a letter behind it, a BMW's number may be a motorcycle's (`BMW 650 GS`).
_BMW = re.compile(
    r"([1-8])\d\d(?:d|i|e|x|xd|xi|xe|ix|ci|cd|ti|tds|ed|le|li|ld)|m([1-8])[3-6]\d[di]"
)
_MERCEDES = re.compile(
    r"(a|b|c|e|s|cla|cls|gla|glb|glc|gle|cle)\d{3}(?:d|de|e|h|k|l|cdi|bluetec|amg|s|i)?"
)


def _key(make: str, words: list[str]) -> tuple[str, ...]:
    """Return what a code's model is called, folded, in one way or another."""
    if make == "BMW" and (found := _BMW.fullmatch(fold("".join(words[:1])))):
        return (f"{found[1] or found[2]}series",)
    if make == "Mercedes-Benz":
        first, both = (_MERCEDES.fullmatch(fold("".join(words[:most]))) for most in (1, 2))
        if found := first or both:
            return found[1], f"{found[1]}class"
    return ()


def model_of_code(make: str, words: list[str]) -> str:
    """Return the known model that a code at the beginning of the words tells surely; "" else.

    A letter may stand apart (`C 220d`). Where the words go on with what sets another model of that
    series apart (`420d M Sport Gran Coupe`), it is that one.
    """
    known = makes.models_of(make)
    key = _key(make, words)
    series = next((each for each in known if fold(each) in key), "")
    if not series:
        return ""
    behind = f" {' '.join(words[1:]).lower()} "
    longer = [each for each in known if each.startswith(f"{series} ")]
    told = [each for each in longer if f" {each.removeprefix(series).strip().lower()} " in behind]
    return max(told, key=len, default=series)
