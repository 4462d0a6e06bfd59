"""The makes, models, engines and trims of the demonstration market.

How common each model is follows the Department for Transport's table VEH0120 (licensed vehicles by
make and generic model, Open Government Licence v3.0), in thousands. Prices new are rough list
prices of 2024.

The tables are text, one block a make:

    [Make; word for its automatic gearbox; how well its prices hold, 1 being the average]
    + trims that its models share
    Model | body types | years on sale | thousands licensed | price new | lowest price of an old one
      = engines
      + trims of this model alone
      ~ sizes (vans)

An engine is its name, then facts: fuel and cc (`P` petrol, `D` diesel, `H` hybrid, `X` plug-in
hybrid, `L` LPG, `E` electric, without cc), gearboxes (`M` manual, `A` automatic, `S`
semi-automatic, `V` CVT), percent on the price, the years it was sold, and `!` where its name says
the trim already. A trim is a name with percent and years; `-` is a trim without a name. A second
body type is followed by the word that goes into the variant: `Saloon, Estate Touring`.
"""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from carslink.demo import bikes, cars_a_to_h, cars_i_to_m, cars_n_to_p, cars_r_to_v, vans

THIS_YEAR = 2026
FUELS = {
    "P": "Petrol",
    "D": "Diesel",
    "H": "Hybrid",
    "X": "Plug-in Hybrid",
    "L": "LPG",
    "E": "Electric",
}
GEARBOXES = {"M": "Manual", "A": "Automatic", "S": "Semi-Automatic", "V": "CVT"}
CAR_BODIES = ("Hatchback", "Saloon", "Estate", "SUV", "Coupe", "Convertible", "MPV")
VAN_BODIES = (
    "Panel Van",
    "Crew Van",
    "Chassis Cab",
    "Luton",
    "Dropside",
    "Tipper",
    "Minibus",
    "Pickup",
    "Camper",
)

_FUEL = re.compile(r"([PDHXL])(\d{2,4})|(E)")
_GEARBOX = re.compile(r"[MASV]{1,2}")
_YEARS = re.compile(r"(\d\d)?-(\d\d)?")
_UPLIFT = re.compile(r"[+-]\d{1,3}%")


@dataclass(frozen=True, slots=True)
class Trim:
    """A level of equipment; `uplift` is the share that it adds to the price new."""

    name: str
    uplift: float
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine as sold: `cc` is None for electric motors; `whole` means it is never followed by
    a trim."""

    name: str
    fuel: str
    cc: int | None
    gearboxes: tuple[str, ...]
    uplift: float
    first: int
    last: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Body:
    """A body type, and its word in the variant."""

    body_type: str
    word: str


@dataclass(frozen=True, slots=True)
class VanSize:
    """A size on sale: payload in kg, load volume in cubic metres, None where it has none."""

    label: str
    body_type: str
    van_type: str
    load_length: str | None
    roof_height: str | None
    payload_kg: int
    load_volume_m3: float | None


@dataclass(frozen=True, slots=True)
class Model:
    """One model of car, van or motorcycle. `weight` is thousands licensed, `price` pounds new."""

    vehicle_type: str
    make: str
    name: str
    first: int
    last: int
    weight: float
    price: int
    floor: int
    hold: float
    automatic: str
    engines: tuple[Engine, ...]
    trims: tuple[Trim, ...]
    bodies: tuple[Body, ...] = ()
    sizes: tuple[VanSize, ...] = ()
    bike_type: str | None = None
    kilowatts: float = 0.0

    def engines_in(self, year: int) -> list[Engine]:
        """Return the engines on sale in a year."""
        return [engine for engine in self.engines if engine.first <= year <= engine.last]

    def trims_in(self, year: int) -> list[Trim]:
        """Return the trims on sale in a year; a nameless one where the table has none."""
        return [trim for trim in self.trims if trim.first <= year <= trim.last] or [_PLAIN]


_PLAIN = Trim("", 0.0, 1900, 2100)


@dataclass(frozen=True, slots=True)
class Choice:
    """Models to choose from, with the running total of their weights."""

    models: tuple[Model, ...]
    totals: tuple[float, ...]

    def at(self, share: float) -> Model:
        """Return the model at a share, from 0 to 1, of all the weight."""
        place = bisect(self.totals, share * self.totals[-1])
        return self.models[min(place, len(self.models) - 1)]


@lru_cache(maxsize=1)
def all_models() -> tuple[Model, ...]:
    """Return every model of the tables."""
    cars = (cars_a_to_h, cars_i_to_m, cars_n_to_p, cars_r_to_v)
    return (
        *(model for module in cars for model in _read(module.TABLE, "car")),
        *_read(vans.TABLE, "van"),
        *_read_bikes(bikes.TABLE),
    )


@lru_cache(maxsize=4096)
def on_sale(vehicle_type: str, year: int, makes: frozenset[str] | None = None) -> Choice | None:
    """Return the models sold new in a year, of the given makes alone if any are named.

    A model licensed in 300,000 over ten years of sale counts 30,000 in each. None where nothing
    of the kind was sold. Years without an engine are gaps between two generations of a model.
    """
    models = tuple(
        model
        for model in all_models()
        if model.vehicle_type == vehicle_type
        and model.first <= year <= model.last
        and (makes is None or model.make in makes)
        and model.engines_in(year)
    )
    if not models:
        return None
    weights = (model.weight / (model.last - model.first + 1) for model in models)
    return Choice(models, tuple(accumulate(weights)))


def licence_category(cc: int | None, kilowatts: float) -> str:
    """Return the UK licence category a motorcycle needs.

    AM: up to 50 cc and 4 kW; A1: up to 125 cc and 11 kW; A2: up to 35 kW; A: any (gov.uk,
    "Ride a motorcycle or moped").
    """
    if kilowatts <= 4 and (cc or 0) <= 50:
        return "AM"
    if kilowatts <= 11 and (cc or 0) <= 125:
        return "A1"
    return "A2" if kilowatts <= 35 else "A"


def _blocks(table: str) -> Iterator[tuple[list[str], list[list[str]]]]:
    """Yield each make's header fields and its lines, a model's further lines beside its first."""
    for block in table.split("\n[")[1:]:
        header, *lines = [line for line in block.splitlines() if line.strip()]
        models: list[list[str]] = []
        for line in lines:
            if line.startswith(" "):
                models[-1].append(line.strip())
            else:
                models.append([line])
        yield header.rstrip("]").split("; "), models


def _read(table: str, vehicle_type: str) -> Iterator[Model]:
    for (make, automatic, hold), lines in _blocks(table):
        shared = ""
        for first, *rest in lines:
            if first.startswith("+ "):
                shared = first
                continue
            facts = {line[0]: line[2:] for line in (shared, *rest) if line}
            model = _read_model(first, vehicle_type, facts)
            yield replace(model, make=make, automatic=automatic, hold=float(hold))


def _read_model(line: str, vehicle_type: str, facts: dict[str, str]) -> Model:
    name, bodies, years, weight, price, *floor = (field.strip() for field in line.split("|"))
    first, last = _years(years)
    return Model(
        vehicle_type=vehicle_type,
        make="",
        name=name,
        first=first,
        last=last,
        weight=float(weight),
        price=int(price),
        floor=int(floor[0]) if floor else 0,
        hold=1.0,
        automatic="",
        engines=tuple(_engine(item) for item in facts["="].split("; ")),
        trims=tuple(_trim(item) for item in facts.get("+", "-").split("; ")),
        bodies=tuple(_body(item) for item in bodies.split(", ")) if vehicle_type == "car" else (),
        sizes=tuple(_size(item) for item in facts["~"].split("; ")) if "~" in facts else (),
    )


def _read_bikes(table: str) -> Iterator[Model]:
    for (make, automatic, hold), lines in _blocks(table):
        for (line,) in lines:
            fields = (field.strip() for field in line.split("|"))
            name, bike_type, years, weight, price, cc, kilowatts, variants = fields
            first, last = _years(years)
            size = None if cc == "-" else int(cc)
            gearbox = "Automatic" if bike_type in ("Scooter", "Moped") or not size else "Manual"
            fuel = "Petrol" if size else "Electric"
            engine = Engine("", fuel, size, (gearbox,), 0.0, first, last, whole=False)
            yield Model(
                vehicle_type="motorcycle",
                make=make,
                name=name,
                first=first,
                last=last,
                weight=float(weight),
                price=int(price),
                floor=0,
                hold=float(hold),
                automatic=automatic,
                engines=(engine,),
                trims=tuple(_trim(item) for item in variants.split("; ")),
                bike_type=bike_type,
                kilowatts=float(kilowatts),
            )


def _years(text: str) -> tuple[int, int]:
    """Read `08-23`, `08-` or `-17`; two figures from 83 are of the last century."""
    match = _YEARS.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a span of years")
    first, last = (int(part) if part else None for part in match.groups())
    return (
        1980 if first is None else _century(first),
        THIS_YEAR if last is None else _century(last),
    )


def _century(figures: int) -> int:
    return figures + (1900 if figures >= 83 else 2000)


def _item(text: str) -> tuple[str, dict[str, str]]:
    """Divide an engine or trim into its name and the facts that follow it, by kind."""
    words = text.split()
    facts: dict[str, str] = {}
    shapes = (("years", _YEARS), ("uplift", _UPLIFT), ("whole", re.compile("!")))
    while len(words) > 1:
        kind = next((kind for kind, shape in shapes if shape.fullmatch(words[-1])), None)
        if kind is None or kind in facts:
            break
        facts[kind] = words.pop()
    return " ".join(words), facts


def _trim(text: str) -> Trim:
    name, facts = _item(text)
    first, last = _years(facts.get("years", "-"))
    return Trim(
        "" if name == "-" else name, int(facts.get("uplift", "0%").rstrip("%")) / 100, first, last
    )


def _engine(text: str) -> Engine:
    name, facts = _item(text)
    *words, fuel, gearboxes = name.split()
    match = _FUEL.fullmatch(fuel)
    if match is None or not _GEARBOX.fullmatch(gearboxes):
        raise ValueError(f"{text!r} does not say its fuel and gearboxes")
    first, last = _years(facts.get("years", "-"))
    return Engine(
        name=" ".join(words),
        fuel=FUELS[match[1] or match[3]],
        cc=int(match[2]) if match[2] else None,
        gearboxes=tuple(GEARBOXES[code] for code in gearboxes),
        uplift=int(facts.get("uplift", "0%").rstrip("%")) / 100,
        first=first,
        last=last,
        whole="whole" in facts,
    )


def _body(text: str) -> Body:
    body_type, _, word = text.strip().partition(" ")
    return Body(body_type, "" if word == body_type else word)


def _size(text: str) -> VanSize:
    label, van_type, length, roof, payload, volume = text.split(", ")
    body_type = next(body for body in VAN_BODIES if label.endswith(body))
    return VanSize(
        label=label.removesuffix(body_type).strip(" -"),
        body_type=body_type,
        van_type=van_type,
        load_length=None if length == "-" else length,
        roof_height=None if roof == "-" else roof,
        payload_kg=int(payload),
        load_volume_m3=None if volume == "-" else float(volume),
    )
