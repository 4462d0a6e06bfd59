"""How many columns of strange tables are given their field, and how far the confidence is true.

Tables of the demo's stock are made here, in the manners of several systems: their names, the way
they write values, and the columns that a listing has no field for. Each manner is tried with names
and values, with names alone, with values alone, and with names that are misspelt. A file of cases
labelled by hand may be given instead (`python -m bench.columns CASES.json`): a list of `{"id",
"header", "rows", "gold": {"0": ["make"], "1": ["-", "year"]}}`, where "-" means no field.
"""

import json
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from carslink.demo import market
from carslink.mapping import columns

SEED = 9
DEALERS = 12
ROWS = 12
NO_FIELD = "-"


class Case(NamedTuple):
    """A table, and for each column the fields that are right."""

    kind: str
    header: list[str]
    rows: list[list[str]]
    gold: dict[int, list[str]]


Manner = dict[str, str]  # a field, or "-" and what it is like, to the name that the system gives it

_MANNERS: dict[str, Manner] = {
    "dealer's own": {
        "registration": "Reg No", "make": "Make", "model": "Model", "variant": "Deriv",
        "year": "Yr", "price": "Screen Price", "mileage": "Miles", "colour": "Col",
        "fuel": "Fuel", "transmission": "Trans", "body_type": "Body", "engine_size": "CC",
        "-was": "Was", "-cost": "SIV", "-doors": "Dr", "-date": "Date In", "-flag": "MOT?",
    },
    "stock system": {
        "source_id": "StockRef", "registration": "VehicleRegistration", "vin": "ChassisNumber",
        "make": "ManufacturerName", "model": "ModelRange", "variant": "DerivativeName",
        "year": "YearOfManufacture", "price": "AdvertisedPrice", "mileage": "OdometerReading",
        "colour": "ExteriorColour", "fuel": "FuelTypeDescription",
        "transmission": "TransmissionType", "body_type": "BodyStyle",
        "engine_size": "EngineCapacityCC", "description": "AdvertComments",
        "images": "ImageUrls", "listing_url": "VehicleDetailUrl", "condition": "NewUsed",
        "-was": "PreviousPrice", "-monthly": "MonthlyPayment", "-doors": "NumberOfDoors",
        "-phone": "DealerTelephone", "-date": "DateFirstAdvertised", "-mpg": "CombinedMPG",
    },
    "data set": {
        "make": "car_brand", "model": "car_model", "year": "model_year", "price": "selling_price",
        "mileage": "kms_driven", "fuel": "fuel_type", "transmission": "gearbox_type",
        "colour": "paint_color", "engine_size": "engine_volume", "body_type": "car_body_type",
        "-owners": "previous_owners", "-mpg": "avg_mpg", "-index": "index", "-flag": "is_certified",
    },
    "marketplace": {
        "source_id": "id", "make": "brand", "model": "model", "variant": "trim", "year": "year",
        "price": "price", "mileage": "mileage.value", "colour": "exterior_color",
        "fuel": "fuel_type", "body_type": "body_style", "condition": "state_of_vehicle",
        "vin": "vin", "images": "image[0].url", "listing_url": "link", "description": "description",
        "-msrp": "vehicle_msrp", "-phone": "tracking_phone_number", "-interior": "interior_color",
        "-flag": "certified_pre_owned",
    },
    "German": {
        "source_id": "Interne Nummer", "make": "Marke", "model": "Modell", "year": "Baujahr",
        "price": "Verkaufspreis", "mileage": "Kilometerstand", "fuel": "Kraftstoffart",
        "transmission": "Getriebe", "colour": "Außenfarbe", "engine_size": "Hubraum (ccm)",
        "body_type": "Karosserieform", "description": "Beschreibung", "-doors": "Anzahl Türen",
        "-interior": "Innenausstattung", "-phone": "Telefon",
    },
}  # fmt: skip
_NO_FIELDS: dict[str, Callable[[random.Random, dict[str, Any]], str]] = {
    "-was": lambda _, each: f"£{int(each['price'] * 1.08):,}",
    "-cost": lambda _, each: str(int(each["price"] * 0.87)),
    "-msrp": lambda _, each: str(int(each["price"] * 1.4)),
    "-monthly": lambda _, each: f"£{each['price'] / 55:.2f}",
    "-doors": lambda chance, _: chance.choice("235"),
    "-date": lambda chance, _: f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/2026",
    "-flag": lambda chance, _: chance.choice("YN"),
    "-phone": lambda chance, _: f"0113 496 0{chance.randint(100, 999)}",
    "-mpg": lambda chance, _: f"{chance.uniform(28, 70):.1f}",
    "-owners": lambda chance, _: str(chance.randint(1, 5)),
    "-index": lambda chance, _: str(chance.randint(0, 9_999)),
    "-interior": lambda chance, _: chance.choice(("Black", "Grey leather", "Cream")),
}
_WRITTEN: dict[str, tuple[Callable[[Any], str], ...]] = {
    "price": (str, lambda n: f"£{n:,}", lambda n: f"{n}.00", lambda n: f"{n:,} GBP"),
    "mileage": (str, lambda n: f"{n:,}", lambda n: f"{n / 1000:.1f}k", lambda n: f"{n:,} miles"),
    "engine_size": (str, lambda n: f"{n / 1000:.1f}", lambda n: f"{n} cc"),
    "images": ("|".join, ",".join, lambda links: links[0]),
    "colour": (str, lambda text: text.upper()),
    "fuel": (str, lambda text: text.upper()),
}


def main() -> None:
    """Measure and print."""
    cases = list(_from_file(Path(sys.argv[1])) if len(sys.argv) > 1 else made())
    print(json.dumps(measured(cases), indent=2), flush=True)


def _from_file(path: Path) -> Iterator[Case]:
    for each in json.loads(path.read_text(encoding="utf-8")):
        rows = [[cell or "" for cell in row] for row in each["rows"]]
        gold = {int(index): labels for index, labels in each["gold"].items()}
        yield Case("with values" if rows else "names alone", each["header"], rows, gold)


def made() -> Iterator[Case]:
    """Yield a table for each manner, way of trying it, and dealer."""
    chance = random.Random(SEED)
    stock = market.Market(seed=SEED, dealers=DEALERS, vehicles=DEALERS * 40)
    for dealer in range(DEALERS):
        listings = market.stock_of(stock, dealer, 0)
        cars = [each for each in listings if each.get("vehicle_type", "car") == "car"][:ROWS]
        if len(cars) < ROWS:
            continue  # a dealer of vans or motorcycles
        for manner in _MANNERS.values():
            yield from _tables(manner, cars, chance)


def _tables(manner: Manner, cars: list[dict[str, Any]], chance: random.Random) -> Iterator[Case]:
    fields = chance.sample(list(manner), len(manner))
    header = [manner[field] for field in fields]
    write = {field: chance.choice(ways) for field, ways in _WRITTEN.items()}
    rows = [[_cell(field, each, write, chance) for field in fields] for each in cars]
    gold = {
        index: [NO_FIELD if field.startswith("-") else field] for index, field in enumerate(fields)
    }
    yield Case("names and values", header, rows, gold)
    yield Case("names alone", header, [], gold)
    yield Case("misspelt names", [_misspelt(name, chance) for name in header], rows, gold)
    yield Case("values alone", [], rows, gold)


def _cell(
    field: str, car: dict[str, Any], write: dict[str, Callable[[Any], str]], chance: random.Random
) -> str:
    if field in _NO_FIELDS:
        return _NO_FIELDS[field](chance, car)
    value = car.get(field)
    return "" if value is None else write.get(field, str)(value)


def _misspelt(name: str, chance: random.Random) -> str:
    """Swap two letters of a name that is long enough to bear it."""
    if len(name) < 6:
        return name
    place = chance.randrange(1, len(name) - 2)
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def measured(cases: list[Case]) -> dict[str, Any]:
    """Return the figures."""
    judged: list[tuple[str, bool, columns.Column]] = []
    spent = []
    for case in cases:
        began = time.perf_counter()
        proposed = columns.propose(case.header, case.rows)
        spent.append((time.perf_counter() - began) * 1000)
        for index, labels in case.gold.items():
            right = (proposed[index].field or NO_FIELD) in labels
            judged.append((case.kind, right, proposed[index]))
    kinds = sorted({case.kind for case in cases})
    wrong = [column for _, right, column in judged if not right and column.field]
    return {
        "measurement": "columns",
        "tables": len(cases),
        "columns": len(judged),
        "right": _share([right for _, right, _ in judged]),
        "right_by_kind": {
            kind: _share([right for each, right, _ in judged if each == kind]) for kind in kinds
        },
        "given_a_wrong_field": len(wrong),
        "given_a_wrong_field_above_0.9": sum(column.confidence > 0.9 for column in wrong),
        "right_by_confidence": _calibration(judged),
        "milliseconds_a_table": {
            "p50": round(statistics.median(spent), 1),
            "max": round(max(spent), 1),
        },
        "memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def _share(judged: list[bool]) -> float:
    return round(sum(judged) / max(1, len(judged)), 4)


def _calibration(judged: list[tuple[str, bool, columns.Column]]) -> dict[str, dict[str, float]]:
    """Return for each tenth of confidence how many proposals had it, and what share was right."""
    bins: dict[str, dict[str, float]] = {}
    for tenth in range(10):
        within = [right for _, right, column in judged if _tenth(column.confidence) == tenth]
        if within:
            name = f"{tenth / 10:.1f} to {tenth / 10 + 0.1:.1f}"
            bins[name] = {"columns": len(within), "right": _share(within)}
    return bins


def _tenth(confidence: float) -> int:
    return min(int(confidence * 10), 9)


if __name__ == "__main__":
    main()
