"""What an amount bounds: pounds, miles, years, cc, kilograms or cubic metres."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from carslink.search.plain.amount_words import ABOUT, AFTER, BEFORE, MAX, MIN, OLDER, SINCE
from carslink.search.plain.amounts import Quantity
from carslink.search.plain.claims import Claim
from carslink.search.plain.figures import Amount
from carslink.vehicles.registration import plate_years

Bounds = tuple[tuple[str, float], ...]

LITRE_SPREAD = (50, 49)  # cc below and above, so that a 1,995 cc engine is a 2.0
FIRST_YEAR = 1900
MILE = Decimal("0.6214")  # miles of a kilometre
BIKE_SIZES = frozenset(
    (
        50, 80, 100, 110, 125, 150, 200, 250, 300, 350, 400, 500, 550, 600, 650, 660, 690, 700, 750,
        765, 790, 800, 850, 900, 950, 1000, 1100, 1200, 1250, 1300,
    )
)  # fmt: skip
"""What motorcycles are called by, in cc."""

CALLED_BY = frozenset(map(str, BIKE_SIZES))

_MOST = {"price": 100_000_000, "mileage": 10_000_000, "engine_size": 100_000,
         "payload_kg": 100_000, "load_volume_m3": 1_000}  # fmt: skip


@dataclass(frozen=True)
class Setting:
    """What bounds depend on beside the words: the day, and whether motorcycles are spoken of."""

    today: date
    bikes: bool = False


def claim(quantity: Quantity, setting: Setting) -> Claim | None:
    """Return what a quantity sets, or None where it can be no amount of anything."""
    found = _bounds(quantity, setting)
    if quantity.how == OLDER and found and not found[0][0].startswith("year"):
        return None
    if not found or any(not _fits(name, value) for name, value in found):
        return None
    return Claim(quantity.first, quantity.last, "number", bounds=found, label=label(found))


def label(bounds: Bounds) -> str:
    """Say bounds in words, as on a chip."""
    values = dict(bounds)
    name = bounds[0][0].rsplit("_", 1)[0]
    low, high = values.get(f"{name}_min"), values.get(f"{name}_max")
    if name == "year":
        if low == high:
            return f"{low:.0f}"
        if low is None:
            return f"Up to {high:.0f}"
        return f"{low:.0f} or newer" if high is None else f"{low:.0f} to {high:.0f}"
    if low is None or high is None:
        return f"Up to {_amount(name, high)}" if high is not None else f"From {_amount(name, low)}"
    told = _amount(name, low)
    return told if low == high else f"{told} to {_amount(name, high)}"


def _amount(name: str, value: float | None) -> str:
    assert value is not None
    if name == "price":
        return f"£{value:,.2f}".removesuffix(".00")
    unit = {"mileage": "miles", "engine_size": "cc", "payload_kg": "kg payload",
            "load_volume_m3": "m³"}[name]  # fmt: skip
    return f"{value:,.2f}".removesuffix(".00") + f" {unit}"


def _fits(name: str, value: float) -> bool:
    """Whether the filters take the bound; the odd "£99999999999" is no price."""
    field = name.rsplit("_", 1)[0]
    return field == "year" or 0 <= value <= _MOST[field]


def _bounds(quantity: Quantity, setting: Setting) -> Bounds | None:
    low, high = quantity.amounts[0], quantity.amounts[-1]
    kind = _kind(quantity, low, high, setting)
    if kind in ("plate", "year", "years", "months"):
        return _years(quantity, kind, setting.today)
    if kind == "litres":
        return _engine(quantity, [round(each.value * 1000) for each in quantity.amounts], True)
    if kind == "named cc":
        # A "600" has 599 cc, a "125" 124: called by the next round number.
        return (
            ("engine_size_min", round(high.value * Decimal("0.97"))),
            ("engine_size_max", round(high.value * Decimal("1.01"))),
        )
    if kind == "cc":
        return _engine(quantity, [round(each.value) for each in quantity.amounts], False)
    if kind in ("kg", "tonnes"):
        factor = 1000 if kind == "tonnes" else 1
        if quantity.how in (MAX, BEFORE) or (kind == "tonnes" and quantity.hint != "payload"):
            return None
        return (("payload_kg_min", float(low.value * factor)),)
    if kind == "m3":
        return (("load_volume_m3_min", float(low.value)),) if quantity.how != MAX else None
    if kind == "km":
        return _plain("mileage", quantity, round(low.value * MILE), round(high.value * MILE))
    if kind in ("price", "mileage"):
        return _plain(kind, quantity, low.value, high.value)
    return None


def _kind(quantity: Quantity, low: Amount, high: Amount, setting: Setting) -> str:
    unit = high.unit or low.unit
    if unit and unit not in ("money", "miles"):
        if unit == "plate" and low.value >= FIRST_YEAR:
            return "year"
        return unit
    if unit == "money":
        return "price"
    if unit == "miles":
        return "mileage"
    if quantity.hint:
        return _hinted(quantity, low)
    if any(each.scaled for each in quantity.amounts):
        return "price"
    if "." in high.written and high.value < 10:
        return "litres"
    if _is_year_here(quantity, low, high, setting.today):
        return "year"
    return _of_a_bare_number(quantity, high, setting)


def _hinted(quantity: Quantity, low: Amount) -> str:
    hint = quantity.hint
    if hint == "year" and low.value < 100:
        return "plate"  # "reg 68"
    if hint == "engine":
        return "litres" if low.value < 20 else "cc"
    if hint == "age":
        return "years" if low.value < 100 else "year"
    return {"payload": "kg", "volume": "m3"}.get(hint, hint)


def _is_year_here(quantity: Quantity, low: Amount, high: Amount, today: date) -> bool:
    """Whether plain numbers are years. "Under 1995" is a price, "before 1995" is not."""
    plausible = all(
        FIRST_YEAR <= each.value <= today.year + 1
        and each.value == int(each.value)
        and "," not in each.written
        for each in (low, high)
    )
    if not plausible or not low.is_plain:
        return False
    if quantity.how in (MAX, MIN) and not quantity.is_range:
        if quantity.how == MIN and low.value % 100:
            return True
        return bool(low.value % 100 and low.value > 2000)
    return True


def _of_a_bare_number(quantity: Quantity, high: Amount, setting: Setting) -> str:
    if setting.bikes and int(high.value) in BIKE_SIZES:
        if not quantity.how:
            return "named cc"
        if quantity.how in (MIN, AFTER, SINCE):
            return "cc"  # "over 600"
    least = 100 if quantity.how else 1000
    return "price" if high.value >= least else ""


def _plain(field: str, quantity: Quantity, low: Decimal | int, high: Decimal | int) -> Bounds:
    least, most = f"{field}_min", f"{field}_max"
    if quantity.is_range:
        first, last = sorted((low, high))
        if quantity.how == MIN:
            return ((least, float(first)),)
        return ((least, float(first)), (most, float(last)))
    if quantity.how in (MIN, AFTER, SINCE):
        return ((least, float(low)),)
    if quantity.how == ABOUT:
        return ((least, float(round(low * 9 / 10))), (most, float(round(low * 11 / 10))))
    return ((most, float(high)),)


def _engine(quantity: Quantity, cc: list[int], in_litres: bool) -> Bounds:
    below, above = LITRE_SPREAD if in_litres else (0, 0)
    low, high = min(cc) - below, max(cc) + above
    if quantity.how in (MIN, AFTER, SINCE) and not quantity.is_range:
        return (("engine_size_min", low),)
    if quantity.how in (MAX, BEFORE) and not quantity.is_range:
        return (("engine_size_max", high),)
    if quantity.how == ABOUT and not in_litres:
        low, high = low - 50, high + 50
    return (("engine_size_min", low), ("engine_size_max", high))


def _years(quantity: Quantity, kind: str, today: date) -> Bounds | None:
    if kind in ("years", "months"):
        return _ages(quantity, kind, today)
    years: list[int] = []
    for each in quantity.amounts:
        if kind == "plate":
            try:
                years += plate_years(f"{int(each.value):02}")
            except ValueError:
                return None
        else:
            years.append(int(each.value))
    low, high = min(years), max(years)
    if not FIRST_YEAR <= low <= high <= today.year + 1:
        return None
    if quantity.is_range and quantity.how not in (MIN, MAX):
        return (("year_min", low), ("year_max", high))
    strict = 0 if kind == "plate" else 1
    match quantity.how:
        case "min" | "since":
            return (("year_min", low),)
        case "after":
            return (("year_min", low + strict),)
        case "max" | "older":
            return (("year_max", high),)
        case "before":
            return (("year_max", low - 1),)
        case "about":
            return (("year_min", low - 1), ("year_max", high + 1))
    return (("year_min", low), ("year_max", high))


def _ages(quantity: Quantity, kind: str, today: date) -> Bounds | None:
    born = [_born(each.value, kind, today) for each in quantity.amounts]
    if min(born) < FIRST_YEAR:
        return None
    if quantity.is_range:
        return (("year_min", min(born)), ("year_max", max(born)))
    match quantity.how:
        # "Under five years" and "newer than five years" are young; "over five" are old.
        case "max" | "after" | "since":
            return (("year_min", born[0]),)
        case "min" | "before" | "older":
            return (("year_max", born[0]),)
        case "about":
            return (("year_min", born[0] - 1), ("year_max", born[0] + 1))
    return (("year_min", min(born)), ("year_max", max(born)))


def _born(age: Decimal, kind: str, today: date) -> int:
    if kind == "years":
        return today.year - int(age)
    month = today.year * 12 + today.month - 1 - int(age)
    return month // 12
