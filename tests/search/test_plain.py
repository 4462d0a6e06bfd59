"""Plain words against a fixed stock: what sentences of buyers are read as."""

import re
from datetime import date

import pytest

from carslink.search.plain import english, grammar, names, wording
from carslink.vehicles.makes import models_of
from carslink.vehicles.models_table import MODELS
from tests.search import plain_cases

TODAY = date(2026, 11, 25)
BIKE_MAKES = ("Kawasaki", "Yamaha", "Ducati", "KTM", "Harley-Davidson", "Royal Enfield", "Triumph")


class Stock:
    """A stock that has ten of every common model, and every common trim."""

    names = names.names_of(
        {make: dict.fromkeys(models_of(make), 10) for make in MODELS},
        english.everyday(),
        BIKE_MAKES,
    )
    trims = frozenset(re.findall("[a-z0-9]+", wording.TRIMS))

    def is_variant(self, word: str) -> bool:
        return word in self.trims

    def has_word(self, word: str) -> bool:
        return False


STOCK = Stock()


def read(text: str) -> plain_cases.Reading:
    return read_as(grammar.read(text, STOCK, TODAY).meaning)


def read_as(meaning: object) -> plain_cases.Reading:
    from carslink.search.plain.scope import Meaning

    assert isinstance(meaning, Meaning)
    filters: dict[str, object] = {name: set(values) for name, values in meaning.filters.items()}
    filters |= meaning.bounds
    if meaning.variant:
        filters["variant"] = set(meaning.variant)
    exclude = {name: set(values) for name, values in meaning.exclude.items()}
    near = (meaning.near.label, meaning.near.miles) if meaning.near else None
    return filters, exclude, near, meaning.sort


@pytest.mark.parametrize(("text", "wanted"), plain_cases.cases(), ids=lambda value: str(value)[:40])
def test_a_sentence_is_read_as_its_buyer_means_it(text: str, wanted: plain_cases.Reading) -> None:
    read_so = read(text)
    if "vehicle_type" not in wanted[0]:
        read_so[0].pop("vehicle_type", None)
    assert read_so == wanted
