"""Body types of cars and vans, and what the trade calls kinds of vans."""

from carslink.vehicles.folding import first_rule, fold, fold_words, remembered, rules, spellings

CAR_BODY_TYPES = (
    "Hatchback",
    "Saloon",
    "Estate",
    "SUV",
    "Coupe",
    "Convertible",
    "MPV",
    "Pickup",
)
VAN_BODY_TYPES = (
    "Panel Van",
    "Crew Van",
    "Luton",
    "Dropside",
    "Tipper",
    "Minibus",
    "Chassis Cab",
    "Pickup",
    "Camper",
)
# The body types, and what else the trade calls a kind of van.
VAN_TYPES = (
    *VAN_BODY_TYPES,
    "Box Van",
    "Refrigerated Van",
    "Car Derived Van",
    "Curtainsider",
    "Flatbed",
    "Low Loader",
    "Vehicle Transporter",
    "Welfare Van",
    "Horsebox",
    "Small Van",
    "Medium Van",
    "Large Van",
)

# In order: "Coupe Convertible" is a Convertible, "SUV Coupe" an SUV, "Double Cab 4x4" a Pickup.
_CAR_BODY_RULES = rules(
    (
        "Convertible",
        "convertible, cabriolet, cabrio, cabriolette, roadster, spider, spyder, soft top, "
        "drop top, drophead, targa, volante, dhc",
    ),
    (
        "Pickup",
        "pickup, pickups, pick up, double cab, king cab, extended cab, single cab, crew cab, "
        "doublecab, super cab",
    ),
    (
        "MPV",
        "mpv, mpvs, people carrier, people mover, minivan, multi purpose, active tourer, "
        "gran tourer, grand tourer",
    ),
    (
        "SUV",
        "suv, 4x4, 4x4s, 4 x 4, 4wd, four wheel drive, crossover, off roader, offroader, "
        "off road, sport utility, sports utility, sports activity, sport activity",
    ),
    (
        "Estate",
        "estate, estates, tourer, touring, avant, sportwagen, sportwagon, wagon, stationwagon, "
        "allroad, variant, sportbrake, shooting brake, shootingbrake, sportstourer, sw, combi, "
        "kombi, alltrack",
    ),
    ("Coupe", "coupe, coupes, fixed head, fhc"),
    ("Saloon", "saloon, saloons, sedan, limousine, limo"),
    (
        "Hatchback",
        "hatchback, hatchbacks, hatch, sportback, liftback, fastback, supermini, city car",
    ),
)
_VAN_BODY_RULES = rules(
    ("Camper", "camper, campers, campervan, campervans, motorhome, motor home, motor caravan"),
    ("Minibus", "minibus, minibuses, mini bus, people carrier"),
    ("Luton", "luton, lutons"),
    ("Tipper", "tipper, tippers"),
    ("Dropside", "dropside, dropsides, drop side, drop sides"),
    ("Chassis Cab", "chassis, cab chassis"),
    ("Pickup", "pickup, pickups, pick up"),
    (
        "Crew Van",
        "crew van, crewvan, crew cab, crewcab, dciv, double cab in van, double cab van, combi, "
        "kombi, combi van, kombi van, crew, double cab panel van",
    ),
    ("Pickup", "double cab, king cab, extended cab, single cab"),
    (
        "Panel Van",
        "panel van, panel vans, panelvan, van derived, car derived van, car van, refrigerated van, "
        "small van, medium van, large van, high roof van, low roof van",
    ),
)
# "Van" with other words before it ("Box Van") may be another body, so these are whole texts.
_PLAIN_VANS = "van, panel, swb van, mwb van, lwb van, van lwb, cargo van, goods van, delivery van"
_BODY_RULES = {"car": _CAR_BODY_RULES, "van": _VAN_BODY_RULES}
_BODY_SPELLINGS = {
    "car": spellings(dict.fromkeys(CAR_BODY_TYPES, "")),
    "van": spellings(dict.fromkeys(VAN_BODY_TYPES, "") | {"Panel Van": _PLAIN_VANS}),
}


@remembered
def _car_body_type(text: str) -> str | None:
    return _body_type(text, "car")


@remembered
def _van_body_type(text: str) -> str | None:
    return _body_type(text, "van")


def _body_type(text: str, vehicle_type: str) -> str | None:
    known = _BODY_SPELLINGS[vehicle_type].get(fold(text))
    return known or first_rule(fold_words(text), _BODY_RULES[vehicle_type])


def normalise_body_type(text: str, vehicle_type: str) -> str | None:
    """Return the body type of a ``car`` or ``van``: ``5 door hatchback``, ``Avant``, ``4x4`` and
    ``Double Cab`` are known. ``vehicle_type`` is canonical; other types have no body types, so
    that the answer is None."""
    if vehicle_type == "car":
        return _car_body_type(text)
    if vehicle_type == "van":
        return _van_body_type(text)
    return None


_VAN_TYPE_SPELLINGS = spellings(
    {
        "Box Van": "box, box body, box vans, box tail lift, GRP box, box van with tail lift",
        "Refrigerated Van": "refrigerated, fridge, fridge van, freezer van, chiller van, "
        "temperature controlled, insulated van, reefer",
        "Car Derived Van": "CDV, car van, car derived, van derived from car",
        "Curtainsider": "curtain side, curtain sider, curtainside, curtain",
        "Flatbed": "flat bed, platform, flat",
        "Low Loader": "low floor, low loader luton, lowloader",
        "Vehicle Transporter": "recovery, recovery truck, car transporter, recovery vehicle, "
        "beavertail, beaver tail",
        "Welfare Van": "welfare, welfare unit, mess van",
        "Horsebox": "horse box, horsebox van",
        "Small Van": "small, compact van, city van",
        "Medium Van": "medium, mid size van, midsize van",
        "Large Van": "large, big van",
    }
)


@remembered
def normalise_van_type(text: str) -> str | None:
    """Return the kind of van: one of the trade's (``Fridge Van``, ``CDV``), else a body type."""
    return _VAN_TYPE_SPELLINGS.get(fold(text)) or _van_body_type(text)
