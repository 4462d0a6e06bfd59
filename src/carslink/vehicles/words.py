"""Closed vocabularies of search and the spellings that dealers' systems send for them.

The canonical values and their order are those of ``spec/filters.md``. Every function takes any
text at all and returns the canonical value, or None where the text is not in the vocabulary. Each
looks for the whole text among the known spellings first, then for telling words inside it.
Body types, colours and the sizes of vans have modules of their own; all can be had from here.
"""

import re

from carslink.vehicles.body_types import (
    CAR_BODY_TYPES,
    VAN_BODY_TYPES,
    VAN_TYPES,
    normalise_body_type,
    normalise_van_type,
)
from carslink.vehicles.colours import COLOURS, basic_colour
from carslink.vehicles.folding import first_rule, fold, fold_words, remembered, rules, spellings
from carslink.vehicles.van_sizes import (
    LOAD_LENGTHS,
    ROOF_HEIGHTS,
    load_length_bucket,
    roof_height_bucket,
)

__all__ = [
    "BIKE_TYPES",
    "CAR_BODY_TYPES",
    "COLOURS",
    "CONDITIONS",
    "FUELS",
    "LICENCE_CATEGORIES",
    "LOAD_LENGTHS",
    "ROOF_HEIGHTS",
    "TRANSMISSIONS",
    "VAN_BODY_TYPES",
    "VAN_TYPES",
    "VEHICLE_TYPES",
    "basic_colour",
    "load_length_bucket",
    "normalise_bike_type",
    "normalise_body_type",
    "normalise_condition",
    "normalise_fuel",
    "normalise_licence_category",
    "normalise_transmission",
    "normalise_van_type",
    "normalise_vehicle_type",
    "roof_height_bucket",
]

VEHICLE_TYPES = ("car", "motorcycle", "van")
FUELS = ("Petrol", "Diesel", "Electric", "Hybrid", "Plug-in Hybrid", "LPG", "Hydrogen")
TRANSMISSIONS = ("Manual", "Automatic", "Semi-Automatic", "CVT")
CONDITIONS = ("New", "Nearly New", "Used")
BIKE_TYPES = (
    "Naked",
    "Sports",
    "Adventure",
    "Tourer",
    "Cruiser",
    "Scooter",
    "Enduro",
    "Trail",
    "Supermoto",
    "Classic",
    "Moped",
    "Custom",
)
LICENCE_CATEGORIES = ("A", "A1", "A2", "AM")
_VEHICLE_TYPE_SPELLINGS = spellings(
    {
        "car": "cars, passenger car, passenger cars",
        "van": "vans, LCV, LCVs, light commercial, light commercial vehicle",
        "motorcycle": "motorcycles, motor cycle, motorbike, motorbikes, motor bike, bike, bikes",
    }
)


@remembered
def normalise_vehicle_type(text: str) -> str | None:
    """Return ``car``, ``van`` or ``motorcycle`` for a spelling of one (``Motorbike``, ``LCV``)."""
    return _VEHICLE_TYPE_SPELLINGS.get(fold(text))


_FUEL_SPELLINGS = spellings(
    {
        "Petrol": "unleaded, gasoline, P, E5, E10, E85, petrol ethanol, flex fuel",
        "Diesel": "heavy oil, gas oil, derv, D",
        "Electric": "EV, BEV, electricity, pure electric, fully electric, battery",
        "Hybrid": "HEV, MHEV, FHEV, hybrid electric, electric hybrid, self charging, e-Power",
        "Plug-in Hybrid": "PHEV, plug in, plugin, REX, REEV, EREV, range extender",
        "LPG": "gas bi fuel, bi fuel, bifuel, dual fuel, autogas, auto gas, liquid petroleum gas",
        "Hydrogen": "fuel cell, fuel cells, hydrogen fuel cell, FCEV",
    }
)
# A mild hybrid is a Hybrid: buyers who filter for hybrids expect it, and DVLA counts it as one.
_FUEL_RULES = rules(
    ("Hydrogen", "hydrogen, fuel cell, fcev"),
    ("Plug-in Hybrid", "plug in, plugin, phev, range extender, rex, reev, erev"),
    ("Hybrid", "hybrid, mhev, hev, fhev, self charging, e power"),
    ("LPG", "lpg, autogas, bi fuel, bifuel, dual fuel, petroleum gas"),
)
_DIESEL_WORDS = frozenset({"diesel", "derv"})
_PETROL_WORDS = frozenset({"petrol", "unleaded", "gasoline"})
_ELECTRIC_WORDS = frozenset({"electric", "electricity", "elec", "ev", "bev"})


@remembered
def normalise_fuel(text: str) -> str | None:
    """Return the fuel: ``Petrol/Electric``, ``MHEV`` and ``self-charging`` are ``Hybrid``,
    DVLA's ``Heavy oil`` is ``Diesel``, the trade's ``Bi Fuel`` is ``LPG``."""
    known = _FUEL_SPELLINGS.get(fold(text))
    if known:
        return known
    words = fold_words(text)
    by_rule = first_rule(words, _FUEL_RULES)
    if by_rule:
        return by_rule
    named = {
        fuel
        for fuel, telling in (
            ("Diesel", _DIESEL_WORDS),
            ("Petrol", _PETROL_WORDS),
            ("Electric", _ELECTRIC_WORDS),
        )
        if not telling.isdisjoint(words)
    }
    if "Electric" in named and len(named) == 2:
        return "Hybrid"
    return named.pop() if len(named) == 1 else None


_TRANSMISSION_SPELLINGS = spellings(
    {
        "Manual": "M, man, stick, stick shift",
        "Automatic": "A, auto, autobox, direct drive, single speed, twist and go",
        "Semi-Automatic": (
            "semi auto, semi, automated manual, automatic manual, auto manual, manual auto, "
            "manual automatic, clutchless manual, robotised manual, robotized manual"
        ),
        "CVT": "e-CVT, continuously variable, continuously variable transmission, variomatic",
    }
)
# Makers' names. Double-clutch boxes need no more of the driver than a torque converter: Automatic.
# Single-clutch robots are what buyers know as semi-automatic.
_TRANSMISSION_RULES = rules(
    ("CVT", "cvt, ecvt, xtronic, multitronic, lineartronic, variomatic, continuously variable"),
    (
        "Semi-Automatic",
        "semi automatic, semi auto, semiautomatic, semiauto, automated manual, clutchless, asg, "
        "automated, easytronic, sensodrive, selespeed, dualogic, durashift, quickshift, softouch, "
        "softip, smg, egs, etg, r tronic",
    ),
    (
        "Automatic",
        "dsg, s tronic, stronic, tiptronic, pdk, steptronic, dct, edc, powershift, dual clutch, "
        "double clutch, twin clutch, tct, ddct, 7g tronic, 7g tronic plus, 9g tronic, g tronic, "
        "speedshift, geartronic, hydramatic, geardrive, shiftmatic, eat6, eat8, zf, "
        "torque converter, direct drive, single speed, reduction gear",
    ),
)
_GEAR_WORDS = {"manual": "Manual", "automatic": "Automatic", "auto": "Automatic"}


@remembered
def normalise_transmission(text: str) -> str | None:
    """Return the transmission: ``6 Speed Manual``, ``Auto 8 speed`` and makers' names (``DSG``,
    ``PDK``, ``Xtronic``) are known. Where both manual and automatic are named, the first counts
    (``Automatic with manual mode``)."""
    known = _TRANSMISSION_SPELLINGS.get(fold(text))
    if known:
        return known
    words = fold_words(text)
    by_rule = first_rule(words, _TRANSMISSION_RULES)
    if by_rule:
        return by_rule
    return next((_GEAR_WORDS[word] for word in words if word in _GEAR_WORDS), None)


_CONDITION_SPELLINGS = spellings(
    {
        "New": "brand new, N, unregistered, factory new, new vehicle, new car, new van, new bike",
        "Nearly New": (
            "ex demo, ex demonstrator, ex demonstration, demo, demonstrator, pre registered, "
            "pre reg, pre registration, delivery mileage, as new, ex management, nearly new car"
        ),
        "Used": (
            "U, pre owned, preowned, second hand, secondhand, 2nd hand, approved used, "
            "used approved, certified, certified pre owned, used car, used van, used bike, "
            "used vehicle, refurbished"
        ),
    }
)


@remembered
def normalise_condition(text: str) -> str | None:
    """Return the condition: ``Brand New``, ``Ex-demo`` (``Nearly New``), ``Pre-owned`` (``Used``)
    and the like."""
    return _CONDITION_SPELLINGS.get(fold(text))


_BIKE_TYPE_SPELLINGS = spellings(
    {
        "Naked": "naked bike, roadster, streetfighter, street fighter, street, hyper naked, "
        "super naked, standard",
        "Sports": "sport, sports bike, sport bike, super sport, super sports, superbike, "
        "super bike, race replica, racing, track",
        "Adventure": "adventure bike, adventure tourer, adventure touring, adventure sport, "
        "adventure sports, ADV, sports adventure, touring adventure",
        "Tourer": "touring, tourers, sports tourer, sport tourer, sports touring, sport touring, "
        "grand tourer, super tourer",
        "Cruiser": "cruisers, power cruiser, custom cruiser, cruiser custom, bagger",
        "Scooter": "scooters, maxi scooter, super scooter, 125 scooter, electric scooter",
        "Enduro": "enduro bike, endurance, hard enduro, enduro off road, off road enduro",
        "Trail": "trail bike, off road, offroad, dual sport, dual purpose, green lane, on off road",
        "Supermoto": "super moto, supermotard, super motard, motard, SM",
        "Classic": "classic bike, modern classic, retro, vintage, neo retro, classics",
        "Moped": "mopeds, 50cc, 50cc moped, moped scooter, scooter moped",
        "Custom": "custom bike, chopper, bobber, customised, chop",
    }
)


@remembered
def normalise_bike_type(text: str) -> str | None:
    """Return the kind of motorcycle: ``Sports Bike``, ``Retro`` (``Classic``), ``Touring``
    (``Tourer``) and the like. Of two kinds side by side (``Naked / Roadster``) the first that is
    known counts."""
    known = _BIKE_TYPE_SPELLINGS.get(fold(text))
    if known:
        return known
    parts = (fold(part) for part in text.replace("&", "/").replace(",", "/").split("/"))
    return next((value for part in parts if (value := _BIKE_TYPE_SPELLINGS.get(part))), None)


_LICENCE_NOISE = re.compile(
    r"\b(?:category|cat|class|licen[cs]e|full|restricted|unrestricted|compliant|motorcycle|moped|bike"
    r"|only|required)\b",
    re.IGNORECASE,
)
_LICENCE_SPELLINGS = spellings(dict.fromkeys(LICENCE_CATEGORIES, ""))


@remembered
def normalise_licence_category(text: str) -> str | None:
    """Return the driving licence category that a motorcycle needs: ``A``, ``A1``, ``A2`` or
    ``AM``. Words around it (``Full A``, ``Cat. A2 (restricted)``) are passed over."""
    return _LICENCE_SPELLINGS.get(fold(_LICENCE_NOISE.sub("", text)))
