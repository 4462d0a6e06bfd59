"""What is wrong with the rows of a file, in a dealer's words: `advice.py` for who keeps a sheet."""

import re
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from carslink.portal import advice
from carslink.upload.checking import SAME_NUMBER
from carslink.upload.models import Problem
from carslink.vehicles.registration import format_registration, normalise_registration

IN_YOUR_FILE = "in your file"
SEPARATOR = "; "
MOST = 6  # things that are wrong, counted

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
        row = problem.reason.removeprefix(SAME_NUMBER)
        later = f"row {row}" if row else "another row"
        if problem.reason.startswith(SAME_NUMBER):
            return [f"It has the same stock number as {later}, which counts instead."]
        return [f"It is the same vehicle as {later}, which counts instead."]
    return plain(problem.reason)


def plain(reason: str) -> list[str]:
    """Return reasons of the core, and remarks of the reading, as sentences."""
    if _NO_PHOTOGRAPHS.fullmatch(reason):
        return ["It needs four photographs."]
    if f"{SEPARATOR}the price is" in reason:  # the reading says better what it is
        reason = reason.replace(f"price must be numeric and > 0{SEPARATOR}", "", 1)
    return [_sentence(each) for each in advice.why_skipped(reason)]


@dataclass(frozen=True)
class Shown:
    """A row that does not go live, as its dealer reads it."""

    row: int
    named: str
    plate: str
    why: list[str]


def shown(problem: Problem) -> Shown:
    """Return a row with its registration as a plate, if it has one, and what to mend."""
    mark = normalise_registration(problem.named)
    plate = format_registration(mark) if mark else ""
    return Shown(problem.row, problem.named, plate, why(problem))


@dataclass(frozen=True)
class Reason:
    """Something that is wrong with several rows."""

    words: str
    count: int


def most_frequent(problems: "QuerySet[Problem]") -> list[Reason]:
    """Return what is wrong with most rows, the most frequent first."""
    repeated = Problem.Kind.REPEATED
    found = problems.exclude(kind=repeated).values_list("reason").annotate(n=Count("pk"))
    told = [Reason(" ".join(plain(why)), n) for why, n in found.order_by("-n", "reason")[:MOST]]
    by_number = problems.filter(kind=repeated, reason__startswith=SAME_NUMBER).count()
    if by_number:
        told.append(Reason("Another row has the same stock number, and counts instead.", by_number))
    twice = problems.filter(kind=repeated).count() - by_number
    if twice:
        told.append(Reason("Another row is of the same vehicle, and counts instead.", twice))
    return told


def _sentence(text: str) -> str:
    for elsewhere, here in _PLACES:
        text = text.replace(elsewhere, here)
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."
