"""A stock that has ten of every common model, and every common trim."""

import re

from carslink.search.plain import english, names, trims
from carslink.vehicles.makes import models_of
from carslink.vehicles.models_table import MODELS

RARE = {"Honda": ("Dylan",), "Citroen": ("Grand C4 Picasso",), "TVR": ("S Convertible",)}
"""Models that some stock has and the table of common ones has not."""

BIKE_MAKES = ("Kawasaki", "Yamaha", "Ducati", "KTM", "Harley-Davidson", "Royal Enfield")
FIRST_BIKES = {"BMW": "C 400 GT", "Honda": "ADV350", "Suzuki": "Address 110", "Triumph": "America"}
"""The first motorcycle of makes that have cars before it in the table."""


def bikes() -> list[tuple[str, str]]:
    """Return the motorcycles of makes that have cars as well."""
    return [("Honda", "Dylan")] + [
        (make, model)
        for make, first in FIRST_BIKES.items()
        for model in models_of(make)[models_of(make).index(first) :]
    ]


class EveryModel:
    """What is asked of a stock, without an index."""

    names = names.names_of(
        {make: dict.fromkeys((*models_of(make), *RARE.get(make, ())), 10) for make in MODELS},
        english.everyday(),
        BIKE_MAKES,
        bikes(),
    )
    trims = frozenset(re.findall("[a-z0-9]+", trims.TRIMS))

    def is_variant(self, word: str) -> bool:
        return word in self.trims

    def has_word(self, word: str, but: str = "") -> bool:
        return False


STOCK = EveryModel()
