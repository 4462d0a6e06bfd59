"""Why a column is taken for a field, in words for the dealer who must agree to it."""

from collections.abc import Mapping, Sequence

from carslink.mapping.evidence import Looks
from carslink.mapping.wording import Said

CALLED: dict[str, str] = {
    "vehicle_type": "the type of vehicle", "make": "the make", "model": "the model",
    "variant": "the variant", "year": "the year", "price": "the price", "mileage": "the mileage",
    "registration": "the registration", "images": "photographs", "body_type": "the body type",
    "fuel": "the fuel", "transmission": "the gearbox", "colour": "the colour",
    "condition": "new or used", "engine_size": "the engine size", "vin": "the VIN",
    "source_id": "your own number of the vehicle", "listing_url": "the vehicle's page",
    "description": "the description", "bike_type": "the type of motorcycle",
    "licence_category": "the licence category", "van_type": "the type of van",
    "roof_height": "the roof height", "load_length": "the load length", "payload_kg": "the payload",
    "load_volume_m3": "the load volume",
}  # fmt: skip


def why(
    said: Said, looks: Looks, given: str | None, weights: Mapping[str, float], none: float
) -> str:
    """Return a sentence without its full stop."""
    if given is None:
        return _why_none(said, weights, none)
    parts = [_by_name(said, given), _by_values(looks, given)]
    return (
        "; ".join(part for part in parts if part) or f"it fits {CALLED[given]} better than others"
    )


def in_thousands(said: Said, given: str) -> str:
    """Return why a column of small numbers is taken for a field all the same."""
    return f"{_by_name(said, given)}; its numbers are so small that they must be thousands"


def _by_name(said: Said, given: str) -> str:
    if given not in said.fields:
        return "" if said.how == "blank" else f"its name does not say {CALLED[given]}"
    match said.how:
        case "known":
            return f"its name means {CALLED[given]}"
        case "maybe":
            return f"its name may mean {CALLED[given]}"
        case "part":
            return f"its name has “{said.heard}” in it"
        case "almost":
            return f"its name is almost one of {CALLED[given]}"
        case _:
            return f"its name is close in meaning to {CALLED[given]}"


def _by_values(looks: Looks, given: str) -> str:
    if not looks.count:
        return "there are no values to check it by"
    weight = looks.weights[given]
    if weight > 0.8:
        return f"its values look like {CALLED[given]}"
    if weight < -0.8:
        return f"its values do not look like {CALLED[given]}"
    return "its values neither confirm nor contradict it"


def _why_none(said: Said, weights: Mapping[str, float], none: float) -> str:
    best = max(weights, key=lambda name: weights[name])
    if weights[best] > none:
        return f"it could be {CALLED[best]}, which another column fits better"
    if said.heard and said.how in ("other", "maybe"):
        return f"its name means {said.heard}, which listings have no field for"
    return "neither its name nor its values fit a field"


def listed(fields: Sequence[str]) -> str:
    """Return fields as a list in words."""
    return f"{', '.join(fields[:-1])} and {fields[-1]}"
