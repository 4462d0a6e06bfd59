"""Dealers that do not exist: invented names at real postcodes, with numbers kept for drama.

Telephone numbers are those that Ofcom reserves for drama, in the dealer's own dialling code where
it has some. Web and mail addresses end in `.example`, which nobody can register (RFC 2606).
"""

import re
from functools import lru_cache
from itertools import accumulate

from carslink.demo.catalogue import all_models
from carslink.demo.chance import Draw, pick, pick_index, stream
from carslink.demo.plan import (
    FRANCHISE,
    INDEPENDENT,
    MOTORCYCLES,
    PRESTIGE,
    VAN_CENTRE,
    Market,
    Town,
    plan_of,
)


def _names(text: str) -> list[str]:
    return " ".join(text.split()).split(", ")


# Words of the British landscape, joined: two of them make a name that no trader is likely to have.
_NAME_STARTS = _names("""
    Alder, Ash, Barrow, Beck, Birch, Bracken, Bramble, Brook, Cinder, Clough, Copper, Crag,
    Dapple, Dun, Ember, Fallow, Fen, Fern, Flint, Gorse, Hale, Harrow, Hazel, Heather, Kestrel,
    Larch, Ling, Marl, Merrow, Moss, Oaken, Otter, Pike, Quarry, Raven, Rowan, Rush, Sedge,
    Selwyn, Shale, Sorrel, Swale, Tarn, Teasel, Thorn, Wether, Whin, Willow, Wold, Yarrow
""")
_NAME_ENDS = _names("""
    acre, bourne, bridge, combe, croft, dale, dene, field, ford, garth, gate, ham, hollow,
    hurst, lea, ley, mere, mount, ridge, shaw, side, stead, stone, thwaite, ton, vale, wick,
    worth
""")
_NAMES = {
    FRANCHISE: ("{name} {make}", "{name} {make} {town}"),
    INDEPENDENT: (
        "{name} Cars",
        "{name} Motors",
        "{name} Car Sales",
        "{name} Motor Company",
        "{name} Garage",
        "{name} Used Cars",
        "{name} Autos",
        "{name} Car Centre",
        "{name} & Son",
        "{town} Car Store at {name}",
    ),
    PRESTIGE: ("{name} Prestige", "{name} Performance Cars", "{name} of {town}", "{name} Select"),
    VAN_CENTRE: ("{name} Vans", "{name} Van Centre", "{name} Commercials", "{name} Van Sales"),
    MOTORCYCLES: ("{name} Motorcycles", "{name} Bikes", "{name} Superbikes", "{name} Moto"),
}
_STREETS = _names("""
    Station Road, London Road, Mill Lane, Victoria Road, Albert Street, Church Lane, Bridge
    Street, Canal Street, Foundry Lane, Dock Road, Gas Street, Manor Way, Park Road, Queens
    Road, Quarry Lane, Ring Road, Riverside Way, Tannery Lane, Trinity Road, Wharf Road, York
    Road, Commercial Road, Brewery Lane, Kiln Lane, Forge Way
""")
_ESTATES = _names("""
    {start} Trade Park, {start} Business Park, {start} Industrial Estate, {start} Retail Park,
    The {start} Centre
""")
# Ofcom, "Telephone numbers for use in TV and radio drama": each block ends in three free figures.
_DRAMA_BLOCKS = {
    "0113": "0113 496 0",
    "0114": "0114 496 0",
    "0115": "0115 496 0",
    "0116": "0116 496 0",
    "0117": "0117 496 0",
    "0118": "0118 496 0",
    "0121": "0121 496 0",
    "0131": "0131 496 0",
    "0141": "0141 496 0",
    "0151": "0151 496 0",
    "0161": "0161 496 0",
    "0191": "0191 498 0",
    "020": "020 7946 0",
    "028": "028 9649 6",
    "029": "029 2018 0",
    "": "01632 960",  # an area that does not exist
}
_MOBILES = "07700 900"
# Makes with showrooms of their own; the rest are sold by others.
_FRANCHISED = _names("""
    Alfa Romeo, Audi, BMW, BYD, Citroen, CUPRA, Dacia, Fiat, Ford, Honda, Hyundai, Jaguar, Jeep,
    Kia, Land Rover, Lexus, Mazda, Mercedes-Benz, MG, MINI, Nissan, Peugeot, Porsche, Renault,
    SEAT, Skoda, Suzuki, Toyota, Vauxhall, Volkswagen, Volvo
""")


def dealer_of(market: Market, index: int) -> dict[str, str]:
    """Return a dealer as the contract's `dealer` object, from 0 to `market.dealers` - 1.

    Raises IndexError if the market has no such dealer.
    """
    place = plan_of(market).place(index)
    draw = stream(market.seed, "profile", index)
    trade_name = pick(_NAME_STARTS, draw) + pick(_NAME_ENDS, draw)
    make = franchise_of(market, index) or ""
    pattern = pick(_NAMES[place.kind], draw)
    name = pattern.format(name=trade_name, make=make, town=place.town.name)
    where = "" if place.town.name in name else f" {place.town.name}"
    host = f"{_slug(name + where)}.example"
    dealer = {
        "partner_dealer_id": f"DEMO-{market.seed}-{index + 1:05d}",
        "name": name if draw() < 0.7 else f"{name} Ltd",
        "address_line_1": "",
        "town": place.town.name,
        "county": place.town.county,
        "postcode": pick(place.town.postcodes, draw),
        "phone": _phone(place.town, draw),
        "email": f"{pick(('sales', 'info', 'enquiries', 'hello'), draw)}@{host}",
        "website": f"https://www.{host}",
    }
    street = f"{1 + int(draw() * draw() * 280)} {pick(_STREETS, draw)}"
    if draw() < 0.3:
        estate = pick(_ESTATES, draw).format(start=pick(_NAME_STARTS, draw))
        dealer["address_line_1"] = f"Unit {1 + int(draw() * 24)}, {estate}"
        dealer["address_line_2"] = street.partition(" ")[2]
    else:
        dealer["address_line_1"] = street
    return dealer


def franchise_of(market: Market, index: int) -> str | None:
    """Return the make that a dealer holds the franchise of, the common ones most often."""
    if plan_of(market).place(index).kind != FRANCHISE:
        return None
    place = pick_index(_franchise_totals(), stream(market.seed, "franchise", index))
    return _FRANCHISED[place]


@lru_cache(maxsize=1)
def _franchise_totals() -> tuple[float, ...]:
    weights = dict.fromkeys(_FRANCHISED, 0.0)
    for model in all_models():
        if model.vehicle_type == "car" and model.make in weights and model.last >= 2024:
            weights[model.make] += model.weight
    # Small makes have more showrooms than their sales alone would give them.
    return tuple(accumulate(150 + weight for weight in weights.values()))


def _phone(town: Town, draw: Draw) -> str:
    block = _MOBILES if draw() < 0.08 else _DRAMA_BLOCKS[town.dialling]
    return f"{block}{int(draw() * 1000):03d}"


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower().replace("'", "")).strip("-")
