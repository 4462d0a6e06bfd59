"""What a used vehicle has run and what it costs.

The curves are made for this market: values fall fastest in the first three years, and a vehicle
run more than others of its age costs less.
"""

from collections.abc import Sequence

from carslink.demo.catalogue import Model
from carslink.demo.chance import Draw, between

# Share of the price new that is left at 0, 1, 2 … years.
_KEPT = (
    0.92, 0.8, 0.7, 0.62, 0.56, 0.5, 0.45, 0.4, 0.355, 0.315, 0.275, 0.24, 0.21, 0.18, 0.155,
    0.135, 0.118, 0.103, 0.092, 0.083, 0.076,
)  # fmt: skip
_KEPT_ELECTRIC = (
    0.88, 0.66, 0.54, 0.45, 0.385, 0.33, 0.285, 0.245, 0.21, 0.18, 0.155, 0.135, 0.12, 0.11,
)  # fmt: skip
_KEPT_VAN = (
    0.88, 0.72, 0.62, 0.54, 0.47, 0.41, 0.36, 0.315, 0.275, 0.24, 0.21, 0.185, 0.165, 0.148,
    0.132, 0.12, 0.11, 0.1, 0.094, 0.088, 0.084,
)  # fmt: skip
_KEPT_BIKE = (
    0.95, 0.87, 0.81, 0.76, 0.71, 0.67, 0.64, 0.61, 0.58, 0.55, 0.52, 0.5, 0.48, 0.46, 0.44,
    0.42, 0.41, 0.4, 0.39, 0.38, 0.37,
)  # fmt: skip
# Miles in each of the first four years; three quarters of that to the tenth, then two fifths.
_MILES_A_YEAR = {"Diesel": 10_800, "Petrol": 7_000, "Electric": 7_900, "Hybrid": 8_600}
_MILES_A_YEAR_VAN = 12_500
_MILES_A_YEAR_BIKE = 2_300
# A log-normal's quantiles from 0 to 100 per cent, sigma 0.38.
_SPREAD = (0.4, 0.61, 0.73, 0.82, 0.91, 1.0, 1.1, 1.22, 1.38, 1.63, 2.1)
_LIST_PRICE_GROWTH = 1.022  # a year; the tables are of 2024
_GROWTH = [_LIST_PRICE_GROWTH**0]
for _ in range(50):
    _GROWTH.append(_GROWTH[-1] * _LIST_PRICE_GROWTH)
_CHEAPEST = 695


def expected_miles(vehicle_type: str, fuel: str, age: float) -> float:
    """Return the miles that a vehicle of an age in years has usually run."""
    if vehicle_type == "motorcycle":
        a_year = _MILES_A_YEAR_BIKE
    elif vehicle_type == "van":
        a_year = _MILES_A_YEAR_VAN
    else:
        a_year = _MILES_A_YEAR.get(fuel, 7_600)
    later = min(max(age - 4, 0), 6) * 0.75 + max(age - 10, 0) * 0.4
    return a_year * (min(age, 4) + later)


def mileage_of(expected: float, draw: Draw) -> int:
    """Return a mileage around the expected one."""
    return max(8, int(expected * between(_SPREAD, draw() * (len(_SPREAD) - 1))))


def value_of(
    model: Model, uplift: float, year: int, age: float, fuel: str, miles_ratio: float
) -> float:
    """Return what a vehicle is worth in pounds.

    `uplift` is the share that engine and trim add to the price new, `miles_ratio` its mileage over
    the one expected at its age in years.
    """
    growth = _GROWTH[2024 - year] if year < 2024 else 1.0
    new = model.price * (1 + uplift)
    kept = between(_curve(model.vehicle_type, fuel), age)
    hold = 1 + (model.hold - 1) * min(1.0, age / 3)
    run = max(0.78, min(1.1, 1.13 - 0.13 * miles_ratio))
    return max(new / growth * kept * hold, model.floor * (1 + uplift)) * run


def as_advertised(value: float, habit: int) -> int:
    """Return a value as a dealer prices it: under a round sum by the pounds of their habit.

    The sums are hundreds up to £12,000, five hundreds up to £60,000, then thousands.
    """
    value = max(value, _CHEAPEST)
    step = 100 if value < 12_000 else 500 if value < 60_000 else 1_000
    return int(value / step + 0.5) * step - habit


def _curve(vehicle_type: str, fuel: str) -> Sequence[float]:
    if vehicle_type == "motorcycle":
        return _KEPT_BIKE
    if fuel == "Electric":
        return _KEPT_ELECTRIC
    return _KEPT_VAN if vehicle_type == "van" else _KEPT
