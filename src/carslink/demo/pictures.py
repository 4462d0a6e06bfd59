"""Addresses of the demonstration market's pictures: fewer than 300, shared by all vehicles."""

from functools import lru_cache

from carslink.demo.catalogue import CAR_BODIES

MOST_PICTURES = 20
FEWEST_PICTURES = 4

_CAR_COLOURS = ("black", "white", "grey", "silver", "blue", "red", "other")
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
# Distinct outsides of a shape and colour; the rest of a vehicle's pictures are details.
_OUTSIDES = {"car": 3, "van": 2, "motorcycle": 2}
_SHAPES = {
    "car": (tuple(body.lower() for body in CAR_BODIES), _CAR_COLOURS),
    "van": (("panel", "box", "flatbed", "pickup", "minibus"), ("white", "grey", "other")),
    "motorcycle": (
        ("sports", "adventure", "scooter", "cruiser", "naked"),
        ("black", "red", "blue", "other"),
    ),
}


@lru_cache(maxsize=4096)
def pictures_of(base: str, vehicle_type: str, shape: str, colour: str) -> tuple[str, ...]:
    """Return the twenty picture addresses of vehicles of a shape and basic colour, outside first.

    `shape` is the listing's body type or bike type.
    """
    colours = _SHAPES[vehicle_type][1]
    named = colour.lower() if colour.lower() in colours else "other"
    folder = f"{base}/{vehicle_type}"
    outsides = _OUTSIDES[vehicle_type]
    return (
        *(f"{folder}/{_shape(vehicle_type, shape)}/{named}/{n + 1}.jpg" for n in range(outsides)),
        *(f"{folder}/detail/{n + 1}.jpg" for n in range(MOST_PICTURES - outsides)),
    )


def all_pictures(base: str) -> list[str]:
    """Return every picture address of the market, for whoever serves the pictures."""
    addresses = {
        address: None
        for vehicle_type, (shapes, colours) in _SHAPES.items()
        for shape in shapes
        for colour in colours
        for address in pictures_of(base, vehicle_type, shape, colour)
    }
    return list(addresses)


def _shape(vehicle_type: str, shape: str) -> str:
    if vehicle_type == "van":
        return _VAN_SHAPES.get(shape, shape if shape in _SHAPES["van"][0] else "panel")
    if vehicle_type == "motorcycle":
        return _BIKE_SHAPES.get(shape, shape if shape in _SHAPES["motorcycle"][0] else "naked")
    return shape.lower()
