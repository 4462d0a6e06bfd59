"""The table of fixed phrases: what each key stands for."""

from dataclasses import dataclass
from functools import cache

from carslink.search.filters import LIST_FILTER, SORTS
from carslink.search.plain import phrases, wording
from carslink.search.plain.claims import Pair
from carslink.search.plain.concepts import CONCEPTS

VAN_BODIES = ("Panel Van", "Crew Van", "Luton", "Dropside", "Tipper", "Chassis Cab")
_IMPLIED = {
    "bike_type": "motorcycle",
    "licence_category": "motorcycle",
    "van_type": "van",
    "roof_height": "van",
    "load_length": "van",
}


@dataclass(frozen=True)
class Phrase:
    """What a fixed phrase means: `kind` is a filter's name, `sort`, `not`, `any`, `trim`,
    `feature` or `filler`; `strength` settles which of two readings of one phrase wins."""

    kind: str
    pairs: tuple[Pair, ...] = ()
    value: str = ""
    implied: tuple[Pair, ...] = ()


@cache
def table() -> dict[str, Phrase]:
    """Return every fixed phrase by its key. Later rows win over earlier ones."""
    found: dict[str, Phrase] = {}
    for key in phrases.keys(wording.FILLERS):
        found[key] = Phrase("filler")
    for trim in wording.TRIMS.split(", "):
        # The first way to write it counts: "M Sport" before "MSport".
        if found.get(phrases.fold(trim), Phrase("filler")).kind == "filler":
            found[phrases.fold(trim)] = Phrase("trim", value=trim)
    for name, values in wording.LISTS.items():
        for value, text in values.items():
            for phrase, key in _keyed(text):
                found[key] = _of_list(name, value, phrase)
                if name == "region":
                    found[f"the{key}"] = found[key]
    for (name, several), text in wording.SEVERAL.items():
        for key in phrases.keys(text):
            found[key] = Phrase(name, tuple((name, value) for value in several))
    for sort, text in wording.SORTS.items():
        for key in phrases.keys(text):
            found[key] = Phrase("sort", value=sort)
    for key in phrases.keys(wording.EVERYTHING):
        found[key] = Phrase("any")
    for key in phrases.keys(wording.FEATURES):
        found[key] = Phrase("feature")
    for key in phrases.keys(wording.NEGATIONS):
        found[key] = Phrase("not")
    for concept in CONCEPTS:
        for phrase, key in _keyed(concept.said):
            if found.get(key, Phrase("filler")).kind == "filler":
                found[key] = Phrase("concept", value=concept.name, implied=_kind_named(phrase))
    return found


@cache
def bike_table() -> dict[str, Phrase]:
    """Return what phrases mean where motorcycles are spoken of."""
    return {
        key: Phrase("bike_type", (("bike_type", value),), implied=(("vehicle_type", "motorcycle"),))
        for value, text in wording.FOR_BIKES.items()
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
    """Return the kind of vehicle that a phrase ends in: "panel van", "sports bike", "family car"."""
    for ending, kind in (("van", "van"), ("bike", "motorcycle"), ("motorcycle", "motorcycle"), ("motorbike", "motorcycle"),
                         ("car", "car")):  # fmt: skip
        if phrase.endswith(f" {ending}"):
            return (("vehicle_type", kind),)
    return ()


def sort_label(sort: str) -> str:
    """Return what a sort is called on a chip."""
    return {**SORTS, "distance": "Nearest first"}[sort]
