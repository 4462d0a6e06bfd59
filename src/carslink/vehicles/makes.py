"""Makes of cars, vans and motorcycles, and their models, in the one spelling that search knows."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from carslink.vehicles.folding import LONGEST_PHRASE, fold, remembered, spellings
from carslink.vehicles.models_table import MODELS

_CAR_AND_VAN_MAKES = """
    Abarth, AC, Aixam, Alfa Romeo, Allard, Alpina, Alpine, Alvis, Ariel, Armstrong Siddeley,
    Aston Martin, Audi, Austin, Austin-Healey, Bedford, Bentley, BMW, Bristol, Buick, BYD,
    Cadillac, Caterham, Changan, Chery, Chevrolet, Chrysler, Citroen, Commer, Corvette, CUPRA,
    Dacia, Daewoo, DAF, Daihatsu, Daimler, Datsun, DeLorean, Denza, De Tomaso, DFSK, DKW, Dodge,
    DS, Farizon, Ferrari, Fiat, Fisker, Ford, Foton, FSO, FUSO, Geely, Genesis, Gilbern, Ginetta,
    GMC, Great Wall, GWM, Hillman, Holden, Honda, Hongqi, Humber, Hummer, Hyundai, INEOS, Infiniti,
    Isuzu, Iveco, Jaecoo, Jaguar, Jeep, Jensen, KGM, Kia, Koenigsegg, Lada, Lagonda, Lamborghini,
    Lancia, Land Rover, LDV, Leapmotor, LEVC, Lexus, Leyland, Leyland DAF, Lincoln,
    London Taxis International, Lotus, Lynk & Co, Mahindra, MAN, Marcos, Maserati, Matra, Maxus,
    Maybach, Mazda, McLaren, Mercedes-Benz, Mercury, MG, Microcar, Microlino, MINI, Mitsubishi,
    Morgan, Morris, NIO, Nissan, Noble, NSU, Oldsmobile, Omoda, Opel, Pagani, Packard, Panther,
    Perodua, Peugeot, Plymouth, Polestar, Pontiac, Porsche, Proton, RAM, Reliant, Renault, Riley,
    Rolls-Royce, Rover, Saab, SEAT, Shelby, Simca, Singer, Skoda, Skywell, Smart, SsangYong,
    Standard, Subaru, Sunbeam, Suzuki, Talbot, Tata, Tesla, Toyota, Trabant, TVR, Vanden Plas,
    Vauxhall, Volkswagen, Volvo, Wartburg, Westfield, Willys, Wolseley, XPENG, Zeekr
"""
# Those that make cars too are above.
_MOTORCYCLE_MAKES = """
    AJS, Aprilia, Arc, Bajaj, Benelli, Beta, Bimota, Brixton, Brough Superior, BSA, Buell, Bullit,
    Cagiva, Can-Am, CCM, CFMOTO, Daelim, Derbi, Ducati, Energica, Fantic, Francis-Barnett, GASGAS,
    Gilera, Greeves, Harley-Davidson, Herald, Husqvarna, Hyosung, Indian, Italjet, James, Jawa,
    Kawasaki, Keeway, Kove, KTM, Kymco, Lambretta, Laverda, Lexmoto, LiveWire, LML, Maeving,
    Malaguti, Mash, Matchless, Mondial, Montesa, Morbidelli, Moto Guzzi, Moto Morini, Motorini,
    Mutt, MV Agusta, MZ, Neco, NIU, Norton, Piaggio, Polaris, Puch, QJMOTOR, Quadro, Quadzilla,
    Rieju, Royal Alloy, Royal Enfield, Scomadi, Segway, Sherco, Silence, Sinnis, Super Soco,
    Sur-Ron, SWM, SYM, Talaria, TM, Triumph, Ural, Velocette, Vespa, Victory, Vincent, Vmoto, VOGE,
    WK, Wottan, Yamaha, Yamasaki, Zero, Zontes
"""
# Sold under their own name on another maker's chassis.
_MOTORHOME_MAKES = """
    Adria, Auto-Sleepers, Auto-Trail, Bailey, Benimar, Burstner, Carado, Chausson, Dethleffs,
    Elddis, Hymer, Knaus, Laika, Pilote, Rapido, Roller Team, Sunlight, Swift, Trigano, Wildax
"""
# Other names of a make than its spelling with or without spaces, accents and punctuation.
_ALIASES = {
    "AC": "AC Cars",
    "Alfa Romeo": "Alfa",
    "Alpina": "BMW Alpina",
    "Alpine": "Alpine Renault, Renault Alpine",
    "Aston Martin": "Aston",
    "BMW": "beemer, bimmer",
    "Caterham": "Caterham Cars",
    "Chevrolet": "Chevy, Chev",
    "CUPRA": "Seat Cupra",
    "DAF": "DAF Trucks",
    "DeLorean": "DMC",
    "DS": "DS Automobiles",
    "Fiat": "Fiat Professional",
    "FUSO": "Mitsubishi Fuso",
    "GWM": "GWM Ora, Ora, Great Wall Motor",
    "INEOS": "Ineos Automotive",
    "Isuzu": "Isuzu Trucks",
    "Jaguar": "Jag",
    "KGM": "KG Mobility",
    "Kia": "Kia Motors",
    "Lamborghini": "Lambo",
    "Land Rover": "Landrover, landy",
    "LEVC": "London EV Company, London Electric Vehicle Company",
    "London Taxis International": "LTI, London Taxis Int, London Taxi Company",
    "Lotus": "Lotus Cars",
    "Lynk & Co": "Lynk and Co, Lynk",
    "Maxus": "SAIC Maxus",
    "Mercedes-Benz": "Mercedes, Merc, Mercedez, Mercedez Benz, Benz, Mercedes AMG, MB",
    "MG": "MG Motor, MG Motor UK, MG Rover",
    "MINI": "BMW Mini",
    "Peugeot": "Peugeot Motocycles, Peugeot Scooters",
    "RAM": "Dodge Ram",
    "Renault": "Renault Trucks",
    "Rolls-Royce": "Rolls",
    "Smart": "MCC Smart, MCC",
    "Tesla": "Tesla Motors",
    "Volkswagen": "VW, Volkswagon, Volkswagen Commercial, Volkswagen Commercial Vehicles",
    "Beta": "Betamotor",
    "Bullit": "Bullit Motorcycles",
    "Fantic": "Fantic Motor",
    "Harley-Davidson": "Harley, HD",
    "Herald": "Herald Motor Company",
    "Indian": "Indian Motorcycle",
    "Mondial": "FB Mondial",
    "Moto Guzzi": "Guzzi",
    "Mutt": "Mutt Motorcycles",
    "QJMOTOR": "QJ",
    "Royal Enfield": "Enfield",
    "TM": "TM Racing",
    "Vespa": "Piaggio Vespa, Vespa Douglas",
    "Vmoto": "Vmoto Soco",
    "WK": "WK Bikes",
    "Zero": "Zero Motorcycles",
    "Auto-Sleepers": "Autosleeper",
    "Burstner": "Buerstner",
}


def _names(table: str) -> tuple[str, ...]:
    """Read a table of names divided by a comma and a space, or by a comma at a line's end."""
    return tuple(
        name for line in table.split("\n") for name in line.strip(" ,").split(", ") if name
    )


MAKES: tuple[str, ...] = tuple(
    sorted(
        _names(_CAR_AND_VAN_MAKES) + _names(_MOTORCYCLE_MAKES) + _names(_MOTORHOME_MAKES),
        key=str.casefold,
    )
)
_MAKE_SPELLINGS = spellings(dict.fromkeys(MAKES, "") | _ALIASES)


@remembered
def normalise_make(text: str) -> str | None:
    """Return the make in its one spelling, or None if it is not known.

    Case, accents, spaces and punctuation do not matter (``B.M.W.``, ``mercedes benz``,
    ``Škoda``), and the names people use for a make are known where they mean one make only
    (``VW``, ``Merc``). A model is no make: ``Range Rover`` is None.
    """
    return _MAKE_SPELLINGS.get(fold(text))


_MODELS_OF = {make: _names(table) for make, table in MODELS.items()}
_MODEL_SPELLINGS = {
    make: spellings(dict.fromkeys(models, "")) for make, models in _MODELS_OF.items()
}


def models_of(make: str) -> tuple[str, ...]:
    """Return the common models of a make (canonical or not), in their known spelling; none for a
    make that has none in the table."""
    return _MODELS_OF.get(make) or _MODELS_OF.get(normalise_make(make) or "", ())


def normalise_model(make: str, text: str) -> str:
    """Return the known spelling of the make's model: ``3-Series`` is ``3 Series``, ``mx5``
    ``MX-5``, ``Ford Fiesta`` (of Ford) ``Fiesta``, ``3`` (of Mazda) ``Mazda3``.

    A model that is not in the table comes back as sent, with whitespace tidied.
    """
    if len(make) > LONGEST_PHRASE or len(text) > LONGEST_PHRASE:
        return " ".join(text.split())
    return _model_spelling(make, text)


@lru_cache(maxsize=16_384)  # more than the pairs of make and model that are on sale at a time
def _model_spelling(make: str, text: str) -> str:
    known = _MODEL_SPELLINGS.get(make) or _MODEL_SPELLINGS.get(normalise_make(make) or "", {})
    key, make_key = fold(text), fold(make)
    # Some systems repeat the make, some leave it out where the model's name begins with it, and
    # DVLA has classes and series where the makers have none ("GLA Class", "XF Series").
    candidates = (
        key,
        key.removeprefix(make_key),
        make_key + key,
        key.removesuffix("class"),
        key.removesuffix("series"),
    )
    found = (known[candidate] for candidate in candidates if candidate in known)
    return next(found, None) or " ".join(text.split())


def make_spellings() -> Mapping[str, str]:
    """Return every folded spelling of a make that is known, and the make."""
    return MappingProxyType(_MAKE_SPELLINGS)
