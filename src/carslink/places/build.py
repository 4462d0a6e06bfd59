"""The table made from its sources: points, then a region and a town for each postcode."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from carslink.places import choose
from carslink.places.codepoint import read_wheel
from carslink.places.gazetteer import Spot, name_post_towns, read_geonames
from carslink.places.regions import REGIONS, spans
from carslink.places.table import SCALE, write
from carslink.places.units import UNSAID, Outward, Units, merged, no_units

_NATIONS = {"SCT": "Scotland", "WLS": "Wales", "NIR": "Northern Ireland"}
_COUNTRIES = {"JE": "Channel Islands", "GG": "Channel Islands", "IM": "Isle of Man"}
_LETTER_OF_DISTRICT = re.compile(r"([A-Z]{1,2}\d)[A-Z]")


def build(table: Path, towns: Path, version: str, imported: dict[str, Units]) -> None:
    """Write both files: the table, and the list of towns. Imported rows win over the wheel's."""
    spots = read_geonames()
    found = dict(imported)
    for code, units in read_wheel():
        found[code] = merged(units, imported[code]) if code in imported else units
    outwards = [_outward(code, units) for code, units in sorted(found.items()) if spans(code)]
    outwards += [outward for outward in _islands() if outward.code not in found]
    for outward in outwards:  # off Great Britain an inward code no source has gets this point
        outward.coarse = outward.code in _island_points()
    middles = {each.code: (each.lat / SCALE, each.lon / SCALE) for each in outwards}
    name_post_towns(spots, middles)
    places = choose.gathered(spots, outwards)
    for outward in outwards:
        _give_towns(outward, places)
    write(table, version, [spot.name for spot in spots], outwards + _whole_districts(outwards))
    _write_towns(towns, version, spots, outwards)


@cache
def _island_points() -> dict[str, tuple[float, float]]:
    with (files("carslink.places") / "data" / "islands.csv").open(encoding="ascii") as file:
        rows = csv.reader(line for line in file if not line.startswith("#"))
        return {code: (float(lat), float(lon)) for code, lat, lon in rows}


def _islands() -> Iterable[Outward]:
    for code, (lat, lon) in _island_points().items():
        region = spans(code)[0][2]
        yield Outward(code, round(lat * SCALE), round(lon * SCALE), region, no_units())


def _outward(code: str, units: Units) -> Outward:
    unsaid = units.region == UNSAID
    for first, beyond, region in spans(code):
        units.region[unsaid & (units.inward >= first) & (units.inward < beyond)] = region
    region = int(np.bincount(units.region).argmax())
    return Outward(code, round(units.lat.mean()), round(units.lon.mean()), region, units)


def _give_towns(outward: Outward, places: choose.Places) -> None:
    """Set each postcode's town, and the outward code's: the one that most of them have."""
    if len(outward.units.inward):
        outward.towns = choose.towns_of(outward.code, outward.units.lat, outward.units.lon, places)
        outward.town = int(np.bincount(outward.towns).argmax())
    else:
        point = np.array([outward.lat], np.int32), np.array([outward.lon], np.int32)
        own = places.of_outward.get(outward.code)
        outward.town = own[0] if own else int(choose.towns_of(outward.code, *point, places)[0])


def _whole_districts(outwards: list[Outward]) -> list[Outward]:
    """Return codes such as SW1, which stands for SW1A to SW1Y and is itself no outward code."""
    known = {outward.code for outward in outwards}
    parts: dict[str, list[Outward]] = {}
    for outward in outwards:
        match = _LETTER_OF_DISTRICT.fullmatch(outward.code)
        if match and match[1] not in known:
            parts.setdefault(match[1], []).append(outward)
    return [_joined(code, group) for code, group in parts.items()]


def _joined(code: str, group: list[Outward]) -> Outward:
    weights = [len(part.units.inward) for part in group]
    total = sum(weights)

    def mean(values: Iterable[int]) -> int:
        return round(sum(v * w for v, w in zip(values, weights, strict=True)) / total)

    town = Counter(part.town for part in group).most_common(1)[0][0]
    region = Counter(part.region for part in group).most_common(1)[0][0]
    lat, lon = mean(part.lat for part in group), mean(part.lon for part in group)
    return Outward(code, lat, lon, region, no_units(), town)


def _write_towns(path: Path, version: str, spots: list[Spot], outwards: list[Outward]) -> None:
    near = _Nearest(outwards)
    rows: list[tuple[str, float, float, str, int, list[str]]] = [
        (
            spot.name,
            round(spot.lat, 5),
            round(spot.lon, 5),
            near.region(spot),
            spot.population,
            sorted(set(spot.others) - {spot.name}),
        )
        for spot in spots
    ]
    rows.sort(key=lambda row: -row[4])
    path.write_text(
        json.dumps({"version": version, "towns": rows}, separators=(",", ":")), encoding="utf-8"
    )


class _Nearest:
    """The region of the postcode that lies nearest to a place."""

    def __init__(self, outwards: list[Outward]) -> None:
        units = [each.units for each in outwards]
        lat = np.concatenate([each.lat for each in units])
        order = lat.argsort()
        self._lat = lat[order]
        self._lon = np.concatenate([each.lon for each in units])[order]
        self._region = np.concatenate([each.region for each in units])[order]

    def region(self, spot: Spot) -> str:
        """Return the region; GeoNames knows the nation, which the nearest may get wrong."""
        if spot.country in _COUNTRIES or spot.nation in _NATIONS:
            return _COUNTRIES.get(spot.country) or _NATIONS[spot.nation]
        lat, lon = round(spot.lat * SCALE), round(spot.lon * SCALE)
        for reach in (1_500, 6_000, 50_000):
            first, beyond = np.searchsorted(
                self._lat, np.array([lat - reach, lat + reach], np.int32)
            )
            if first == beyond:
                continue
            north = (self._lat[first:beyond] - lat).astype(float)
            east = (self._lon[first:beyond] - lon) * np.cos(np.radians(spot.lat))
            away = north**2 + east**2
            if spot.nation == "ENG":
                away[self._region[first:beyond] >= REGIONS.index("Scotland")] = np.inf
            if away.min() <= reach**2:
                return REGIONS[int(self._region[first + int(away.argmin())])]
        return REGIONS[spans("BT1")[0][2]]
