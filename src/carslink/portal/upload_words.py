"""What is wrong with the rows of a file, in a dealer's words: `advice.py` for who keeps a sheet."""

import re

from carslink.portal import advice
from carslink.upload.models import Problem

IN_YOUR_FILE = "in your file"
SEPARATOR = "; "

_NO_PHOTOGRAPHS = re.compile(r"minimum (\d+) image URLs required \(received 0\)")
_PLACES = (
    (advice.IN_YOUR_SYSTEM, IN_YOUR_FILE),
    (advice.ASK_PARTNER, "Type that cell anew."),
    ("in your system", IN_YOUR_FILE),
    ("in this feed", "in this file"),
    ("from this feed", "from this file"),
)


def why(problem: Problem) -> list[str]:
    """Return why a row does not go live, a sentence for each thing to mend."""
    if problem.kind == Problem.Kind.REPEATED:
        later = f"row {problem.reason}" if problem.reason else "a later row"
        return [f"It is the same vehicle as {later}, which counts instead."]
    return plain(problem.reason)


def plain(reason: str) -> list[str]:
    """Return reasons of the core, and remarks of the reading, as sentences."""
    if _NO_PHOTOGRAPHS.fullmatch(reason):
        return ["It needs four photographs."]
    return [_sentence(each) for each in advice.why_skipped(reason)]


def _sentence(text: str) -> str:
    for elsewhere, here in _PLACES:
        text = text.replace(elsewhere, here)
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."
