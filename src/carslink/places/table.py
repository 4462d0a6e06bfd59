"""The table of postcodes in one file, read where it lies: nothing of it is copied to memory.

The file: `MAGIC`, the lengths of the version and of the header, these two (the header is JSON),
then for every postcode, sorted within its outward code: latitudes and longitudes (int32, 1e-5
degrees), inward codes (uint16), towns (uint16, a place in the header's names), regions (uint8).
Thirteen bytes each.
"""

import json
import mmap
import struct
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from carslink.places.regions import REGIONS
from carslink.places.spelling import unit_number, unit_range

if TYPE_CHECKING:  # not at run time: numpy is for building
    from carslink.places.units import Outward

MAGIC = b"carslink"

SCALE = 100_000
"""Points are kept as whole numbers of 1e-5 degrees: a metre or less."""

_PREFIX = struct.Struct("<8sII")
_ALIGNED = 8


@dataclass(frozen=True, slots=True)
class Place:
    """Where a postcode is; or an outward code alone, which is then all of `postcode`."""

    postcode: str  # "M1 2AB", or "M1"
    lat: float  # degrees, WGS 84
    lon: float
    town: str
    region: str  # one of REGIONS


class UnreadableTableError(RuntimeError):
    """The file is no table of ours, or is cut short."""


def write(path: Path, version: str, names: list[str], outwards: "Iterable[Outward]") -> None:
    """Write a table; nothing reads it until it is renamed to its place."""
    listed, columns, start = [], [bytearray() for _ in range(5)], 0
    for outward in outwards:
        units = outward.units
        end = start + len(units.inward)
        about = [start, end, outward.lat, outward.lon, outward.town, outward.region]
        listed.append([outward.code, *about, outward.coarse])
        start = end
        towns = b"" if outward.towns is None else outward.towns.tobytes()
        columns[0] += units.lat.tobytes()
        columns[1] += units.lon.tobytes()
        columns[2] += units.inward.tobytes()
        columns[3] += towns
        columns[4] += units.region.tobytes()
    header = json.dumps(
        {"units": start, "names": names, "outwards": listed},
        separators=(",", ":"),
    ).encode()
    said = version.encode()
    header += b" " * (-(_PREFIX.size + len(said) + len(header)) % _ALIGNED)
    with path.open("wb") as file:
        file.write(_PREFIX.pack(MAGIC, len(said), len(header)) + said + header)
        for column in columns:
            file.write(column)


def version_of(path: Path) -> str | None:
    """Return the version of the table there; None if there is none that can be read."""
    try:
        with path.open("rb") as file:
            magic, said, _ = _PREFIX.unpack(file.read(_PREFIX.size))
            return file.read(said).decode() if magic == MAGIC else None
    except (OSError, struct.error, UnicodeDecodeError):
        return None


class Table:
    """A table, mapped into memory."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            if path.stat().st_size < _PREFIX.size:
                raise UnreadableTableError(f"{path} is cut short.")
            data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        magic, said, length = _PREFIX.unpack_from(data)
        if magic != MAGIC:
            raise UnreadableTableError(f"{path} is no table of postcodes.")
        begin = _PREFIX.size + said + length
        header = json.loads(bytes(data[_PREFIX.size + said : begin]))
        units = header["units"]
        if len(data) != begin + 13 * units:
            raise UnreadableTableError(f"{path} is cut short.")
        self.names: list[str] = header["names"]
        self.outwards: dict[str, list[int]] = {code: about for code, *about in header["outwards"]}
        self._lat = data[begin : begin + 4 * units].cast("i")
        self._lon = data[begin + 4 * units : begin + 8 * units].cast("i")
        self._inward = data[begin + 8 * units : begin + 10 * units].cast("H")
        self._town = data[begin + 10 * units : begin + 12 * units].cast("H")
        self._region = data[begin + 12 * units :]

    def find(self, outward: str, inward: str) -> Place | None:
        """Return the place of a code; None where there is none of it."""
        about = self.outwards.get(outward)
        if about is None:
            return None
        start, end, lat, lon, town, region, coarse = about
        if not inward:
            return self._place(outward, lat, lon, town, region)
        number = unit_number(inward)
        at = bisect_left(self._inward, number, start, end)
        postcode = f"{outward} {inward}"
        if at < end and self._inward[at] == number:
            return self._place(
                postcode, self._lat[at], self._lon[at], self._town[at], self._region[at]
            )
        return self._place(postcode, lat, lon, town, region) if coarse else None

    def find_sector(self, outward: str, inward: str) -> Place | None:
        """Return the middle of a code's sector ("M1 2"); None where no code of it is known.

        Where outward codes alone are known it is that of the outward code.
        Town and region are those of the codes nearest in the alphabet, which were given out
        together.
        """
        start, end, *_, coarse = self.outwards.get(outward, (0, 0, False))
        if coarse:
            return self.find(outward, "")
        if not inward or start == end:
            return None
        first, last = (
            bisect_left(self._inward, bound, start, end) for bound in unit_range(inward[0])
        )
        if first == last:
            return None
        unit = unit_number(inward) if len(inward) == 3 else self._inward[(first + last) // 2]
        near = min(bisect_left(self._inward, unit, first, last), last - 1)
        lat, lon = (sum(axis[first:last]) // (last - first) for axis in (self._lat, self._lon))
        return self._place(f"{outward} {inward}", lat, lon, self._town[near], self._region[near])

    def _place(self, postcode: str, lat: int, lon: int, town: int, region: int) -> Place:
        return Place(postcode, lat / SCALE, lon / SCALE, self.names[town], REGIONS[region])
