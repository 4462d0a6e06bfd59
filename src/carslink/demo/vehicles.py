"""One vehicle of the demonstration market, from its dealer's kind and its own draws."""

import re
from datetime import date
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from carslink.demo.blurbs import description_of
from carslink.demo.catalogue import (
    THIS_YEAR,
    Body,
    Engine,
    Model,
    Trim,
    VanSize,
    licence_category,
    on_sale,
)
from carslink.demo.chance import Draw, pick, pick_index
from carslink.demo.makers import maker_code
from carslink.demo.paints import common_colours, paints
from carslink.demo.pictures import FEWEST_PICTURES, MOST_PICTURES, pictures_of
from carslink.demo.plan import FRANCHISE, MOTORCYCLES, PRESTIGE, VAN_CENTRE
from carslink.demo.prices import as_advertised, expected_miles, mileage_of, value_of
from carslink.demo.registrations import mark_for, vin_for

# The market's clock stands still: every vehicle was registered by its first day, so that no plate
# is newer than the real calendar allows, whichever market day is replayed.
DAY_ZERO = date(2026, 6, 1)

_PRESTIGE_MAKES = frozenset(
    (
        "Alpine",
        "Aston Martin",
        "Audi",
        "Bentley",
        "BMW",
        "Ferrari",
        "Jaguar",
        "Lamborghini",
        "Land Rover",
        "Lexus",
        "Lotus",
        "Maserati",
        "McLaren",
        "Mercedes-Benz",
        "Porsche",
        "Rolls-Royce",
        "Tesla",
    )
)
# Weight of each age from 0 years on.
_AGES = {
    "young": (14, 16, 18, 20, 12, 8, 5, 3, 2, 1, 0.6, 0.3),
    "used": (1.5, 4, 7, 10, 10, 9.5, 9, 9, 8.5, 8, 7, 5.5, 4, 3, 2.4, 1.8, 1.4, 1.1, 0.9, 0.7, 0.5,
             0.35, 0.25, 0.15, 0.12, 0.1, 0.08, 0.06, 0.05, 0.05, 0.04, 0.04, 0.03, 0.03, 0.02,
             0.02, 0.02, 0.02, 0.01, 0.01, 0.01, 0.02, 0.02),
    "choice": (5, 10, 12, 14, 11, 9, 7, 6, 5, 4, 3, 2.5, 2, 2, 1.5, 1.5, 1, 1, 1, 1, 0.8, 0.6, 0.5,
               0.4, 0.4, 0.3, 0.3, 0.3, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2),
    "bikes": (8, 10, 10, 10, 9, 8, 7, 6, 5, 5, 4, 4, 3, 3, 2.5, 2, 2, 1.5, 1.5, 1, 1, 0.6, 0.4),
}  # fmt: skip
_AGE_TOTALS = {name: tuple(accumulate(weights)) for name, weights in _AGES.items()}
# Most vehicles are registered when the plate changes, in March and September.
_MONTH_TOTALS = tuple(accumulate((6, 3, 17, 7, 8, 9, 7, 6, 16, 7, 7, 7)))
_HABITS = (5, 5, 5, 10, 50, 0)  # pounds below a round sum: £7,995, £7,990, £7,950, £8,000
_SLUG = re.compile(r"[^a-z0-9]+")


class Seller(NamedTuple):
    """What a vehicle takes from its dealer."""

    kind: int
    make: str | None
    area: str
    website: str
    image_base: str
    habit: int
    salt: int
    mark_offset: int


class Numbers(NamedTuple):
    """What makes a vehicle unlike any other: within its dealer, its area and the market."""

    source: int
    mark: int
    vin: int


class Choice(NamedTuple):
    """A vehicle as it left the factory, but for its colour."""

    model: Model
    engine: Engine
    trim: Trim
    gearbox: str
    body: Body | VanSize | None
    registered: date
    age: float


def habit_of(draw: Draw) -> int:
    """Return how many pounds below a round sum a dealer prices."""
    return pick(_HABITS, draw)


def listing_of(seller: Seller, numbers: Numbers, draw: Draw) -> dict[str, object]:
    """Return a vehicle as the contract's listing object, priced as on its first day."""
    choice = _choose(seller, draw)
    model, engine = choice.model, choice.engine
    year, fuel = choice.registered.year, engine.fuel
    expected = expected_miles(model.vehicle_type, fuel, choice.age)
    new = choice.age == 0
    mileage = 5 + int(draw() * 40) if new else mileage_of(expected, draw)
    uplift = engine.uplift + choice.trim.uplift
    ratio = mileage / expected if expected > 600 else 1.0
    value = value_of(model, uplift, year, choice.age, fuel, ratio) * (0.94 + 0.12 * draw())
    colour = _colour(model.vehicle_type, draw)
    paint = pick(paints(model.make, colour), draw) if draw() < 0.7 else colour
    variant = _variant(choice)
    source_id = f"{numbers.source + 10_000}"
    title = f"{model.make} {model.name} {variant}".rstrip()
    listing: dict[str, object] = {
        "source_id": source_id,
        "vehicle_type": model.vehicle_type,
        "registration": mark_for(seller.area, numbers.mark, choice.registered, seller.mark_offset),
        "vin": vin_for(maker_code(model.make), numbers.vin, year, seller.salt),
        "make": model.make,
        "model": model.name,
        "year": year,
        "price": as_advertised(value, seller.habit),
        "mileage": mileage,
        "fuel": fuel,
        "transmission": choice.gearbox,
        "colour": paint,
        "condition": _condition(new, choice.age, mileage),
    }
    if variant:
        listing["variant"] = variant
    if engine.cc:
        listing["engine_size"] = engine.cc
    listing.update(_type_facts(choice))
    shape = str(listing.get("body_type") or listing["bike_type"])
    listing["images"] = _images(seller.image_base, model.vehicle_type, shape, colour, draw)
    slug = _SLUG.sub("-", f"{year} {title}".lower()).strip("-")
    listing["listing_url"] = f"{seller.website}/{_SECTIONS[model.vehicle_type]}/{slug}-{source_id}"
    facts = {"title": title, "year": year, "colour": paint, "miles": f"{mileage:,}"}
    description = description_of(draw, model.vehicle_type, fuel, choice.age, facts)
    if description is not None:
        listing["description"] = description
    return listing


_SECTIONS = {"car": "used-cars", "van": "used-vans", "motorcycle": "used-bikes"}


def _choose(seller: Seller, draw: Draw) -> Choice:
    vehicle_type = _vehicle_type(seller.kind, draw())
    makes = _makes(seller, draw)
    ages = _AGE_TOTALS[_ages(seller.kind, vehicle_type)]
    while True:  # until a year in which something of the kind was sold
        registered = _registered(THIS_YEAR - pick_index(ages, draw), draw)
        models = on_sale(vehicle_type, registered.year, makes)
        if models is not None:
            break
    model = models.at(draw())
    year = registered.year
    engine = pick(model.engines_in(year), draw)
    trim = _WITHOUT_TRIM if engine.whole else pick(model.trims_in(year), draw)
    gearbox = pick(engine.gearboxes, draw)
    months = (DAY_ZERO.year - year) * 12 + DAY_ZERO.month - registered.month
    new = months <= 2 and seller.kind in (FRANCHISE, MOTORCYCLES) and draw() < 0.4
    age = 0.0 if new else max(1, months) / 12
    return Choice(model, engine, trim, gearbox, _body(model, draw), registered, age)


_WITHOUT_TRIM = Trim("", 0.0, 1900, 2100)


def _vehicle_type(kind: int, share: float) -> str:
    if kind == MOTORCYCLES:
        return "motorcycle"
    if kind == VAN_CENTRE:
        return "van" if share < 0.93 else "car"
    if kind in (FRANCHISE, PRESTIGE):
        return "car"
    return "car" if share < 0.955 else "van" if share < 0.99 else "motorcycle"


def _makes(seller: Seller, draw: Draw) -> frozenset[str] | None:
    if seller.kind == PRESTIGE:
        return _PRESTIGE_MAKES
    if seller.make is not None and draw() < 0.86:
        return _only(seller.make)
    return None


@lru_cache(maxsize=64)
def _only(make: str) -> frozenset[str]:
    return frozenset((make,))


def _ages(kind: int, vehicle_type: str) -> str:
    if vehicle_type == "motorcycle":
        return "bikes"
    return {FRANCHISE: "young", PRESTIGE: "choice"}.get(kind, "used")


def _registered(year: int, draw: Draw) -> date:
    month = 1 + pick_index(_MONTH_TOTALS, draw)
    if year == DAY_ZERO.year:
        month = 1 + (month - 1) % (DAY_ZERO.month - 1)
    return date(year, month, 1)


def _body(model: Model, draw: Draw) -> Body | VanSize | None:
    if model.sizes:
        # Dealers stock the first sizes of the table most.
        return model.sizes[int(draw() * draw() * len(model.sizes))]
    if not model.bodies:
        return None
    return model.bodies[0] if draw() < 0.68 else pick(model.bodies, draw)


def _variant(choice: Choice) -> str:
    """Name the variant as dealers do: 320d M Sport Touring Auto, 280 L1H1 2.0 EcoBlue Trend."""
    model, engine, body = choice.model, choice.engine, choice.body
    words = [engine.name, choice.trim.name]
    if isinstance(body, VanSize):
        words.insert(0, body.label)
    elif body is not None:
        words.append(body.word)
    chosen = len(engine.gearboxes) > 1 or choice.gearbox == "Automatic"
    burns = engine.fuel in ("Petrol", "Diesel") and model.vehicle_type != "motorcycle"
    if burns and chosen and choice.gearbox == "Automatic":
        words.append(model.automatic)
    elif burns and len(engine.gearboxes) > 1 and choice.gearbox == "CVT":
        words.append("CVT")
    return " ".join(word for word in words if word)


def _type_facts(choice: Choice) -> dict[str, object]:
    model, body = choice.model, choice.body
    if isinstance(body, VanSize):
        facts = {
            "body_type": body.body_type,
            "van_type": body.van_type,
            "roof_height": body.roof_height,
            "load_length": body.load_length,
            "payload_kg": body.payload_kg,
            "load_volume_m3": body.load_volume_m3,
        }
        return {name: value for name, value in facts.items() if value is not None}
    if body is not None:
        return {"body_type": body.body_type}
    return {
        "bike_type": model.bike_type,
        "licence_category": licence_category(choice.engine.cc, model.kilowatts),
    }


def _condition(new: bool, age: float, mileage: int) -> str:
    if new:
        return "New"
    return "Nearly New" if age <= 1 and mileage < 8_000 else "Used"


def _colour(vehicle_type: str, draw: Draw) -> str:
    colours, totals = common_colours(vehicle_type)
    return colours[pick_index(totals, draw)]


def _images(base: str, vehicle_type: str, shape: str, colour: str, draw: Draw) -> list[str]:
    pictures = pictures_of(base, vehicle_type, shape, colour)
    spread = MOST_PICTURES - FEWEST_PICTURES + 1
    count = FEWEST_PICTURES + int((draw() + draw()) / 2 * spread)
    return list(pictures[:count])
