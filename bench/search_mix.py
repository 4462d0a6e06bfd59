"""Two hundred questions as buyers ask them, each about something that the market has."""

import random
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

from bench.market import market
from carslink.demo.market import stock_of

QUESTIONS = 200
SEED = 7
TOWNS = (
    "Leeds", "Manchester", "Bristol", "Cardiff", "Glasgow", "London", "Norwich", "Exeter",
    "Newcastle upon Tyne", "LS1 4AP", "M1 1AE", "B33 8TH", "CF10", "EH6 5JB", "NR2 1AA",
)  # fmt: skip
EXTRAS = (
    "heated seats",
    "leather",
    "towbar",
    "parking sensors",
    "full service history",
    "bluetooth",
)

Asked = list[tuple[str, str]]
Listing = dict[str, Any]


def questions(vehicles: int) -> list[str]:
    """Return the questions as query strings, the same for the same market."""
    dice = random.Random(SEED)
    wanted = _wanted(vehicles, dice)
    kinds = random.Random(SEED).choices(list(_KINDS), weights=list(_KINDS.values()), k=QUESTIONS)
    return [urlencode(kind(next(wanted), dice)) for kind in kinds]


def typed(vehicles: int) -> list[str]:
    """Return what suggestions are asked for: names and places, letter by letter."""
    dice = random.Random(SEED)
    wanted = _wanted(vehicles, dice)
    names = [dice.choice((_make, _model, _both))(next(wanted)) for _ in range(40)]
    names += list(TOWNS[:9])
    return [name[:end] for name in names for end in range(1, min(len(name), 10) + 1)]


def _wanted(vehicles: int, dice: random.Random) -> Iterator[Listing]:
    """Yield listings of the market, of any dealer."""
    made = market(vehicles)
    while True:
        stock = stock_of(made, dice.randrange(made.dealers), 0)
        if stock:
            yield dice.choice(stock)


def _make(of: Listing) -> str:
    return str(of["make"])


def _model(of: Listing) -> str:
    return str(of["model"])


def _both(of: Listing) -> str:
    return f"{of['make']} {of['model']}"


def _about(of: Listing, *names: str) -> Asked:
    return [(name, str(of[name])) for name in names if of.get(name)]


def _within_budget(of: Listing, dice: random.Random) -> Asked:
    step = 500 if of["price"] < 10_000 else 1_000
    return [("price_max", str((of["price"] // step + dice.randint(1, 4)) * step))]


def _a_model(of: Listing, dice: random.Random) -> Asked:
    return _about(of, "make", "model") + _some_of(of, dice)


def _a_make(of: Listing, dice: random.Random) -> Asked:
    return _about(of, "make") + _within_budget(of, dice) + _some_of(of, dice)


def _a_kind_near(of: Listing, dice: random.Random) -> Asked:
    asked = _about(of, "vehicle_type", "body_type", *dice.sample(("fuel", "transmission"), 1))
    place = [("near", dice.choice(TOWNS)), ("miles", dice.choice(("10", "20", "30", "50")))]
    sort = [("sort", "price")] if dice.random() < 0.3 else []
    return asked + _within_budget(of, dice) + place + sort


def _a_kind(of: Listing, dice: random.Random) -> Asked:
    asked = _about(of, "body_type", "fuel", "transmission") + _within_budget(of, dice)
    year = [("year_min", str(of["year"]))] if dice.random() < 0.5 else []
    unwanted = [("exclude.colour", dice.choice(("Black", "White")))] if dice.random() < 0.2 else []
    return asked + year + unwanted


def _browsing(of: Listing, dice: random.Random) -> Asked:
    asked = dice.choice((("fuel",), ("make",), ("body_type",), ("vehicle_type",)))
    return [*_about(of, *asked), ("page", str(dice.randint(1, 3))), ("sort", _order(dice))]


def _words(of: Listing, dice: random.Random) -> Asked:
    said = dice.choice((_make(of), _both(of), _model(of)))
    more = dice.choice((str(of.get("fuel") or ""), str(of.get("transmission") or ""), ""))
    return [("q", " ".join(filter(None, (said, more, dice.choice((*EXTRAS, "", ""))))))]


def _sentence(of: Listing, dice: random.Random) -> Asked:
    """Ask as people talk."""
    kind = str(of.get("body_type") or of["vehicle_type"]).lower()
    said = " ".join(
        filter(None, (str(of.get("transmission") or "").lower(), str(of.get("fuel") or "").lower()))
    )
    price = of["price"] // 1_000 + 1
    return [("q", f"{said} {kind} under £{price}k near {dice.choice(TOWNS)}".strip())]


def _some_of(of: Listing, dice: random.Random) -> Asked:
    names = dice.sample(("fuel", "transmission", "year"), dice.randint(0, 2))
    year = [("year_min", str(of["year"] - 1))] if "year" in names else []
    return _about(of, *(name for name in names if name != "year")) + year


def _order(dice: random.Random) -> str:
    return dice.choice(("relevance", "price", "-year", "mileage"))


_KINDS: dict[Callable[[Listing, random.Random], Asked], int] = {
    _a_model: 25,
    _a_make: 15,
    _a_kind_near: 20,
    _a_kind: 10,
    _browsing: 10,
    _words: 10,
    _sentence: 10,
}
