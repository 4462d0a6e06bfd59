"""How much a column's name says for each field: known, misspelt, part of a longer name, or alike.

All in natural logarithms of odds, so that it can be added to what the values say.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from carslink.mapping import aliases, headings, names, others

if TYPE_CHECKING:
    from carslink.ai.embedder import Vectors

KNOWN = 7.0
"""A name that means one field alone."""

MAYBE = 2.6
"""A name that may mean the field, and often means something else."""

NO_NAME = 0.5
STRANGE = 1.5
"""A name that nobody knows speaks for no field: most columns of the trade's files are none."""

_RANK = 0.02  # of two known names of one field, the one that stands first in the table
_NOT_FIRST = 0.5  # and the field's own plain name before all others
_LOOSE_RANK = 0.12
_ASKING = frozenset({"is", "has", "was", "can", "show", "allow", "include", "are"})
_NUMBERED = re.compile(
    r"(?:(?:column|field|unnamed|var|[a-z])?[ _:.-]*[0-9]*|col[ _:.-]*[0-9]+)", re.IGNORECASE
)
_ASIDE = 2.0  # what a name that means one field may mean besides, it rarely does
_ALMOST = 84.0  # per cent of letters in common from which a name is a known one misspelt
_MENDED = 0.75  # what is left of a name's weight where its spelling had to be put right
_ALIKE = 0.62  # how near in meaning a name must be


@dataclass(slots=True)
class Said:
    """What a name says for each field, and for none; `how` it was understood.

    `how` is "known", "maybe", "part", "almost", "alike", "other", "strange" or "blank"; `heard` is
    the known name that it was taken for, or the kind of thing that it names.
    """

    how: str
    none: float
    fields: dict[str, float] = field(default_factory=dict)
    heard: str = ""
    in_part: bool = False  # only a piece of the name is known


def say(header: str) -> Said:
    """Say what a name speaks for."""
    heading = headings.read(header) if len(header) <= headings.LONGEST else None
    if heading is None or not heading.words or _NUMBERED.fullmatch(header.strip()):
        return Said("blank", NO_NAME)
    if counts_another_distance(heading.words):
        return Said("other", KNOWN, {}, "history and papers")
    known = names.look_up(header)
    if known is not None:
        return _known(known)
    if heading.words[0] in _ASKING and len(heading.words) > 1:
        return Said("other", KNOWN / 2, {}, "a yes or no")
    return (
        _mended(heading)
        or _part(heading)
        or _almost(heading)
        or _alike(heading)
        or Said("strange", STRANGE)
    )


_DISTANCES = frozenset({"mileage", "miles", "odometer", "km"})
_OF_PAPERS = frozenset(
    ("service", "mot", "warranty", "annual", "yearly", "contract", "lease", "excess", "allowed")
)


def counts_another_distance(words: tuple[str, ...]) -> bool:
    """Whether a name counts miles that are not how far a vehicle has gone: those to the next
    service, at the last MOT, of a contract."""
    if not words or _DISTANCES.isdisjoint(words):
        return False
    front = words[: next(n for n, word in enumerate(words) if word in _DISTANCES)]
    behind = words[words.index("at") :] if "at" in words else ()
    return not _OF_PAPERS.isdisjoint((*front, *behind))


def _known(known: names.Known) -> Said:
    sure = {name: worth for name, worth in known.fields.items() if worth > 0.7}
    said = {name: _weight(worth, known.rank[name]) for name, worth in known.fields.items()}
    if not sure:
        if not said:
            return Said("other", KNOWN, {}, known.other or "")
        return Said("maybe", 2.8 if known.other else 1.0, said, known.other or "")
    for name in known.fields.keys() - sure.keys():
        said[name] -= _ASIDE
    return Said("known", 2.0 if known.other else 1.0, said)


def _weight(worth: float, rank: int) -> float:
    if worth > 0.7:
        return KNOWN * worth - (min(_NOT_FIRST + rank * _RANK, 1.3) if rank else 0)
    return MAYBE * min(worth * 2, 1.0) - min(rank * _LOOSE_RANK, 1.0)


def _part(heading: headings.Heading) -> Said | None:
    """Look for a known name inside a longer one: the longest, and of those the last.

    English says what a thing is last: a "forecourt display price" is some price.
    """
    words = heading.words
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length, -1, -1):
            piece = words[start : start + length]
            known = names.known_as(piece)
            if known is None or len("".join(piece)) < 3:
                continue
            last = start + length == len(words)
            share = length / len(words)
            worth = (0.5 if last else 0.32) + (0.12 if share >= 0.6 else 0)
            if not known.fields:
                beside = _telling_piece(words[:start]) or _telling_piece(words[start + length :])
                if beside:
                    return Said("maybe", 2.8, {beside: MAYBE}, known.other or "", in_part=True)
                return Said("other", 2.0 + 3 * worth, {}, known.other or "", in_part=True)
            fields = {name: worth * 5 * sure for name, sure in known.fields.items()}
            doubt = 1.8 if max(known.fields.values()) <= names.LOOSE else 1.2
            return Said("part", doubt if known.other is None else 2.5, fields, " ".join(piece))
    return None


_TELLING = ("price", "mileage", "registration", "vin")


def _telling_piece(words: tuple[str, ...]) -> str | None:
    """Return the field that a known name inside words means, if its values would show that.

    "Mileage - HPI clear" is a mileage, if its values are, though "HPI clear" is not.
    """
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length, -1, -1):
            known = names.known_as(words[start : start + length])
            sure = known.fields if known is not None else {}
            for name in _TELLING:
                if sure.get(name, 0.0) > names.LOOSE:
                    return name
    return None


def _mended(heading: headings.Heading) -> Said | None:
    """Look the name up with the spelling of its words put right."""
    words = tuple(_spelt_right(word) for word in heading.words)
    known = names.look_up_words(words) if words != heading.words else None
    if known is None:
        return None
    said = _known(known)
    weakened = {name: weight * _MENDED for name, weight in said.fields.items()}
    how = "almost" if weakened else said.how
    return Said(how, max(said.none * _MENDED, 1.0), weakened, said.heard or " ".join(words))


def _spelt_right(word: str) -> str:
    """Return the known word that is a slip away from an unknown one, else the word itself."""
    if len(word) < 5 or word in headings.spellings():
        return word
    found = process.extractOne(
        word,
        headings.spellings(),
        scorer=OSA.distance,
        score_cutoff=1 if len(word) < 9 else 2,
    )
    return str(found[0]) if found is not None and len(found[0]) > 3 else word


def _almost(heading: headings.Heading) -> Said | None:
    if len(heading.key) < 5:
        return None
    found = process.extractOne(
        heading.key, names.known_keys(), scorer=fuzz.ratio, score_cutoff=_ALMOST
    )
    if found is None:
        return None
    known = names.known_as((found[0],))
    if known is None:
        return None
    worth = (found[1] - 60) / 40
    if not known.fields:
        return Said("other", 4.0 * worth, {}, known.other or "")
    fields = {name: 4.5 * worth * sure for name, sure in known.fields.items()}
    return Said("almost", 1.0, fields, found[0])


def _alike(heading: headings.Heading) -> Said | None:
    """Ask the embedder which field, or which other thing, a name is nearest to in meaning."""
    from carslink.ai import embedder  # a tenth of a second, and most tables do without

    try:
        vector = embedder.embed([" ".join(heading.words)])[0]
        targets, vectors = _meanings()
    except embedder.Missing:
        return None
    nearness = vectors @ vector
    best: dict[str, float] = {}
    for (name, _), near in zip(targets, nearness.tolist(), strict=True):
        best[name] = max(best.get(name, 0.0), near)
    fields = {
        name: 4.0 * (near - _ALIKE) / (1 - _ALIKE) + 0.8
        for name, near in best.items()
        if near >= _ALIKE and name not in others.OTHERS
    }
    other = max((best[kind], kind) for kind in others.OTHERS)
    none = STRANGE + (3.0 * (other[0] - _ALIKE) / (1 - _ALIKE) if other[0] >= _ALIKE else 0)
    if not fields:
        return Said("other", none, {}, other[1]) if other[0] >= _ALIKE else None
    return Said("alike", none, fields, max(fields, key=lambda name: fields[name]))


@cache
def _meanings() -> "tuple[list[tuple[str, str]], Vectors]":
    """Return each known English name with its field or kind, and their vectors."""
    from carslink.ai import embedder

    targets = [
        (owner, " ".join(headings.read(name).words))
        for table in (aliases.SURE, others.OTHERS)
        for owner, listed in table.items()
        for name in listed.split(", ")
    ]
    return targets, embedder.embed([text for _, text in targets])
