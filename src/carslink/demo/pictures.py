"""Addresses of the demonstration market's pictures: fewer than 300, shared by all vehicles."""

from functools import lru_cache

from carslink.demo.catalogue import CAR_BODIES
from carslink.demo.paints import common_colours

MOST_PICTURES = 20
FEWEST_PICTURES = 4

_VAN_SHAPES = {
    "Luton": "box",
    "Dropside": "flatbed",
    "Tipper": "flatbed",
    "Chassis Cab": "flatbed",
    "Pickup": "pickup",
    "Minibus": "minibus",
}
_BIKE_SHAPES = {
    "Sports": "sports",
    "Tourer": "adventure",
    "Adventure": "adventure",
    "Scooter": "scooter",
    "Moped": "scooter",
    "Cruiser": "cruiser",
}
_SHAPES = {
    "car": tuple(body.lower() for body in CAR_BODIES),
    "van": ("panel", "box", "flatbed", "pickup", "minibus"),
    "motorcycle": ("sports", "adventure", "scooter", "cruiser", "naked"),
}
# From how many sides a vehicle is drawn in its commonest colours; in others from one. The rest of
# its pictures are details, the same for all.
_SIDES = {"car": 3, "van": 2, "motorcycle": 1}
_OFTEN = {"car": 6, "van": 1, "motorcycle": 0}


@lru_cache(maxsize=4096)
def pictures_of(base: str, vehicle_type: str, shape: str, colour: str) -> tuple[str, ...]:
    """Return the twenty picture addresses of vehicles of a shape and basic colour, outside first.

    `shape` is the listing's body type or bike type, the colour one that the market has.
    """
    colours, _ = common_colours(vehicle_type)
    sides = _SIDES[vehicle_type] if colours.index(colour) < _OFTEN[vehicle_type] else 1
    folder = f"{base}/{vehicle_type}/{_shape(vehicle_type, shape)}/{colour.lower()}"
    return (
        *(f"{folder}/{n + 1}.jpg" for n in range(sides)),
        *(f"{base}/detail/{n + 1}.jpg" for n in range(MOST_PICTURES - sides)),
    )


def all_pictures(base: str) -> list[str]:
    """Return every picture address of the market, for whoever serves the pictures."""
    addresses = {
        address: None
        for vehicle_type, shapes in _SHAPES.items()
        for shape in shapes
        for colour in common_colours(vehicle_type)[0]
        for address in pictures_of(base, vehicle_type, shape, colour)
    }
    return list(addresses)


def _shape(vehicle_type: str, shape: str) -> str:
    if vehicle_type == "van":
        return _VAN_SHAPES.get(shape, shape if shape in _SHAPES["van"] else "panel")
    if vehicle_type == "motorcycle":
        return _BIKE_SHAPES.get(shape, shape if shape in _SHAPES["motorcycle"] else "naked")
    return shape.lower()
