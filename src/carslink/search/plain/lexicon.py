"""The table of fixed phrases: what each key stands for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from carslink.search.filters import LIST_FILTER, SORTS
from carslink.search.plain import fillers, gentle, phrases, trims, wording
from carslink.search.plain.claims import Pair
from carslink.search.plain.concepts import CONCEPTS
from carslink.vehicles.folding import fold

VAN_BODIES = ("Panel Van", "Crew Van", "Luton", "Dropside", "Tipper", "Chassis Cab")
_IMPLIED = {
    "bike_type": "motorcycle",
    "licence_category": "motorcycle",
    "van_type": "van",
    "roof_height": "van",
    "load_length": "van",
}


_KINDS = {"car": "car", "van": "van", "bike": "motorcycle", "motorbike": "motorcycle",
          "motorcycle": "motorcycle"}  # fmt: skip


@dataclass(frozen=True)
class Phrase:
    """What a fixed phrase means: `kind` is a filter's name, `sort`, `not`, `unasked`,
    `gentle`, `any`, `trim`, `feature`, `concept` or `filler`."""

    kind: str
    pairs: tuple[Pair, ...] = ()
    value: str = ""
    implied: tuple[Pair, ...] = ()


@cache
def table() -> dict[str, Phrase]:
    """Return every fixed phrase by its key. Later rows win over earlier ones."""
    found: dict[str, Phrase] = {}
    for key in phrases.keys(fillers.FILLERS):
        found[key] = Phrase("filler")
    for trim in trims.TRIMS.split(", "):
        # The first way to write it counts: "M Sport" before "MSport".
        _add_unless_said(found, fold(trim), Phrase("trim", value=trim))
    found |= dict(_values())
    for sort, text in wording.SORTS.items():
        found |= dict.fromkeys(phrases.keys(text), Phrase("sort", value=sort))
    for kind, text in (
        ("any", fillers.EVERYTHING),
        ("feature", fillers.FEATURES),
        ("not", fillers.NEGATIONS),
        ("unasked", fillers.UNASKED),
    ):
        found |= dict.fromkeys(phrases.keys(text), Phrase(kind))
    for where, text in ((gentle.BEFORE, fillers.IDEALLY), (gentle.BEHIND, fillers.IF_POSSIBLE)):
        found |= dict.fromkeys(phrases.keys(text), Phrase("gentle", value=where))
    for concept in CONCEPTS:
        for phrase, key in _keyed(concept.said):
            wish = Phrase("concept", value=concept.name, implied=_kind_named(phrase))
            _add_unless_said(found, key, wish)
    return found


def _add_unless_said(found: dict[str, Phrase], key: str, phrase: Phrase) -> None:
    if key not in found or found[key].kind == "filler":
        found[key] = phrase


def _values() -> Iterator[tuple[str, Phrase]]:
    """Yield the phrases that mean values of list filters."""
    for name, values in wording.LISTS.items():
        for value, text in values.items():
            for phrase, key in _keyed(text):
                meant = _of_list(name, value, phrase)
                yield key, meant
                if name == "region":
                    yield f"the{key}", meant
    for (name, several), text in wording.SEVERAL.items():
        for key in phrases.keys(text):
            yield key, Phrase(name, tuple((name, value) for value in several))


@cache
def bike_table() -> dict[str, Phrase]:
    """Return what phrases mean where motorcycles are spoken of."""
    implied = (("vehicle_type", "motorcycle"),)
    return {
        key: Phrase(name, ((name, value),), implied=implied)
        for name, values in (
            ("bike_type", wording.FOR_BIKES),
            ("licence_category", wording.LICENCES_FOR_BIKES),
        )
        for value, text in values.items()
        for key in phrases.keys(text)
    }


def _keyed(text: str) -> list[tuple[str, str]]:
    return list(zip(text.split(", "), phrases.keys(text), strict=True))


def _of_list(name: str, value: str, phrase: str) -> Phrase:
    assert value in LIST_FILTER[name].vocabulary, (name, value)
    implied = _IMPLIED.get(name, "")
    if name == "body_type" and value in VAN_BODIES:
        implied = "van"
    pairs: tuple[Pair, ...] = (("vehicle_type", implied),) if implied else _kind_named(phrase)
    return Phrase(name, ((name, value),), implied=() if value == "Camper" else pairs)


def _kind_named(phrase: str) -> tuple[Pair, ...]:
    """Return the kind of vehicle that a phrase ends in: "panel van", "family car"."""
    words = phrase.split()
    kind = _KINDS.get(words[-1]) if len(words) > 1 else None
    return (("vehicle_type", kind),) if kind else ()


def sort_label(sort: str) -> str:
    """Return what a sort is called on a chip."""
    return {**SORTS, "distance": "Nearest first"}[sort]
