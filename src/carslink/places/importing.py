"""A full ONS Postcode Directory or Code-Point file, which an operator has, into the table.

What such a file says is kept beside the table, in one form (`store.IMPORTED`), so that another
version of Carslink builds its own table from it again.
"""

import csv
import gzip
import io
import re
import zipfile
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

import numpy as np
from numpy.typing import NDArray

from carslink.places import store
from carslink.places.codepoint import NO_POINT, to_degrees
from carslink.places.regions import from_code
from carslink.places.spelling import compact, split
from carslink.places.units import UNSAID, Units, grouped

POSTCODE = ("pcds", "pcd", "pcd7", "pcd8", "pcd2", "postcode", "pc")
LATITUDE = ("lat", "latitude")
LONGITUDE = ("long", "longitude", "lon", "lng")
EASTING = ("eastings", "easting", "ea")
NORTHING = ("northings", "northing", "no")
QUALITY = ("positional_quality_indicator", "pq", "pqi", "quality")
_REGION = re.compile(r"(rgn|ctry)(\d\dcd|cd)?|country_code|cy")

LATITUDES = (49.0, 61.5)
"""Beyond these lies no postcode: the ONS writes 99.999999 for "no point"."""

WIDTH = 7
"""Letters and digits in the longest postcode."""

OPEN_COLUMNS = 10
"""Code-Point Open, which has no header, has this many columns; the full Code-Point has more."""


class ImportRefusedError(ValueError):
    """The file cannot be read as a list of postcodes; the text says what is missing."""


@dataclass(frozen=True)
class Columns:
    """Where in a row the postcode, its point, its quality and its region stand."""

    postcode: int
    north: int  # latitude or northing
    east: int
    grid: bool  # metres of the National Grid, not degrees
    quality: int | None = None
    regions: tuple[int, ...] = ()  # the region before the country


@dataclass
class Rows:
    """What was read: postcodes without spaces, points in degrees or metres, regions."""

    postcodes: bytearray = field(default_factory=bytearray)  # `WIDTH` bytes each
    north: "array[float]" = field(default_factory=lambda: array("d"))
    east: "array[float]" = field(default_factory=lambda: array("d"))
    region: "array[int]" = field(default_factory=lambda: array("B"))
    passed_over: int = 0


def import_file(path: Path, folder: Path | None = None) -> tuple[int, int]:
    """Read a file, zip or folder, and build the table from it.

    Its rows win over those of the package; what only the package has stays. Returns how many
    postcodes were read, and how many rows were passed over as having no point or no postcode.
    Raises ImportRefusedError where there is nothing to import; the table is then as it was.
    """
    degrees, metres = Rows(), Rows()
    refusals = []
    for name, file in _tables(path):
        try:
            _read(name, file, degrees, metres)
        except ImportRefusedError as refusal:  # ONSPD comes with lists of other things
            refusals.append(refusal)
    postcodes, points = _together(degrees, metres)
    if not len(postcodes):
        raise refusals[0] if refusals else ImportRefusedError(f"{path} has no postcodes in it.")
    where = store.home(folder)
    where.mkdir(parents=True, exist_ok=True)
    with store.locked(where):
        _keep(postcodes, points, where / store.IMPORTED)
        store.rebuild(where)
    return len(np.unique(postcodes)), degrees.passed_over + metres.passed_over


def _tables(path: Path) -> Iterator[tuple[str, TextIO]]:
    """Yield the CSV files in a file, zip or folder, open."""
    if not path.exists():
        raise ImportRefusedError(f"{path}: there is no such file or folder.")
    if path.is_dir():
        for name in _whole([str(each.relative_to(path)) for each in sorted(path.rglob("*"))]):
            with (path / name).open(encoding="utf-8-sig", newline="") as file:
                yield name, file
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for name in _whole(archive.namelist()):
                with archive.open(name) as raw:
                    yield name, io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")
    else:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield path.name, file


def _whole(names: list[str]) -> list[str]:
    """Return the CSV files; not the parts by area that ONSPD gives beside the whole."""
    found = [name for name in names if name.lower().endswith(".csv")]
    whole = any(re.search(r"(ONS|N)SPD_\w+_UK\.csv$", name, re.IGNORECASE) for name in found)
    return [name for name in found if not (whole and "multi_csv" in name.lower())]


def _read(name: str, file: TextIO, degrees: Rows, metres: Rows) -> None:
    try:
        lines = csv.reader(file)
        first = next(lines, [])
        columns = _headed(name, first)
        if columns is None:
            columns = _unheaded(name, first)
            _add(name, 1, first, columns, metres)
        rows = metres if columns.grid else degrees
        for number, line in enumerate(lines, 2):
            _add(name, number, line, columns, rows)
    except (UnicodeDecodeError, csv.Error) as error:
        raise ImportRefusedError(f"{name} is no CSV file in UTF-8: {error}.") from error


def _headed(name: str, header: Sequence[str]) -> Columns | None:
    """Return where the columns are that the header names; None: the first row is no header."""
    named = {cell.strip().lower(): number for number, cell in reversed([*enumerate(header)])}
    postcode = _first(named, POSTCODE)
    if postcode is None:
        return None
    points = ((LATITUDE, LONGITUDE, False), (NORTHING, EASTING, True))
    for north_names, east_names, grid in points:
        north, east = _first(named, north_names), _first(named, east_names)
        if north is not None and east is not None:
            said = [name for name in named if _REGION.fullmatch(name)]
            regions = tuple(named[name] for name in sorted(said, reverse=True))
            return Columns(postcode, north, east, grid, _first(named, QUALITY), regions)
    raise ImportRefusedError(
        f"{name} has a column of postcodes, but neither lat and long nor eastings and northings."
    )


def _first(named: dict[str, int], wanted: Sequence[str]) -> int | None:
    return next((named[name] for name in wanted if name in named), None)


def _unheaded(name: str, row: Sequence[str]) -> Columns:
    """Return the columns of Code-Point (Open), which has its headers in a file of its own."""
    parts = split(compact(row[0])) if row else None
    if not parts or not parts[1]:
        raise ImportRefusedError(
            f"{name} neither begins with a row of headers that names a column of postcodes"
            f" ({', '.join(POSTCODE)}) nor, as Code-Point Open does, with a postcode."
        )
    if len(row) < 4:
        raise ImportRefusedError(
            f"{name} has {len(row)} columns; Code-Point has postcode, quality, easting, northing."
        )
    if len(row) <= OPEN_COLUMNS:
        country = (4,) if len(row) > 4 else ()
        return Columns(0, north=3, east=2, grid=True, quality=1, regions=country)
    return Columns(0, north=11, east=10, grid=True, quality=1, regions=(12,))


def _add(name: str, number: int, row: Sequence[str], columns: Columns, rows: Rows) -> None:
    """Add a row to what was read, unless it has no postcode or no point."""
    try:
        code = row[columns.postcode].replace(" ", "").upper()
        parts = split(code)
        unlocated = (
            columns.quality is not None and row[columns.quality].strip() == NO_POINT.decode()
        )
        north, east = row[columns.north].strip(), row[columns.east].strip()
        if not parts or not parts[1] or unlocated or not north or not east:
            rows.passed_over += 1
            return
        point = float(north), float(east)
        said = (from_code(row[column]) for column in columns.regions)
        region = next((each for each in said if each is not None), UNSAID)
    except IndexError:
        raise ImportRefusedError(f"{name}, row {number}: it has {len(row)} columns.") from None
    except ValueError:
        raise ImportRefusedError(
            f"{name}, row {number}: {north!r}, {east!r} is no point in numbers."
        ) from None
    if not (any(point) if columns.grid else LATITUDES[0] < point[0] < LATITUDES[1]):
        rows.passed_over += 1
        return
    rows.postcodes += code.encode().ljust(WIDTH, b"\0")
    rows.north.append(point[0])
    rows.east.append(point[1])
    rows.region.append(region)


_AT_A_TIME = 100_000

_Points = tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.uint8]]


def _together(degrees: Rows, metres: Rows) -> tuple[NDArray[np.bytes_], _Points]:
    """Return all postcodes, with their latitudes, longitudes and regions."""
    lat, lon = np.asarray(degrees.north), np.asarray(degrees.east)
    if metres.postcodes:
        more_lat, more_lon = to_degrees(np.asarray(metres.east), np.asarray(metres.north))
        lat, lon = np.concatenate([lat, more_lat]), np.concatenate([lon, more_lon])
    region = np.concatenate([np.asarray(degrees.region), np.asarray(metres.region)])
    postcodes = np.frombuffer(degrees.postcodes + metres.postcodes, f"S{WIDTH}")
    located = ~np.isnan(lat)
    metres.passed_over += int((~located).sum())
    return postcodes[located], (lat[located], lon[located], region[located])


def _keep(postcodes: NDArray[np.bytes_], points: _Points, path: Path) -> None:
    new = path.with_name(f"{path.name}.new")
    with gzip.open(new, "wt", compresslevel=1, encoding="ascii") as file:
        for begin in range(0, len(postcodes), _AT_A_TIME):
            part = slice(begin, begin + _AT_A_TIME)
            columns = (postcodes[part].tolist(), *(column[part].tolist() for column in points))
            for postcode, lat, lon, region in zip(*columns, strict=True):
                file.write(f"{postcode.decode()},{lat:.6f},{lon:.6f},{region}\n")
    new.replace(path)


def read_kept(path: Path) -> dict[str, Units]:
    """Return the postcodes of the file imported last, by outward code; none if there was none."""
    if not path.exists():
        return {}
    kind = [("postcode", f"S{WIDTH}"), ("lat", float), ("lon", float), ("region", np.uint8)]
    with gzip.open(path, "rt", encoding="ascii") as file:
        rows = np.loadtxt(file, delimiter=",", dtype=kind, ndmin=1)
    return grouped(np.ascontiguousarray(rows["postcode"]), rows["lat"], rows["lon"], rows["region"])
