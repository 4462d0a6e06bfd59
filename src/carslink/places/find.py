"""From what a person types for a postcode to the place."""

import os
import threading
import time
from pathlib import Path

from carslink.places.spelling import SECTOR, compact, readings, split
from carslink.places.store import TABLE, home, prepare
from carslink.places.table import Place, Table

__all__ = ["Place", "lookup"]

SECONDS_BETWEEN_LOOKS = 2.0
"""How often a process looks whether the table was replaced, as by an import."""


def lookup(text: str) -> Place | None:
    """Return the place of a postcode, in any spelling, or of an outward code alone.

    Any case, spaces, dots and hyphens; "Postcode:" before it; O for 0, or I or L for 1, where
    just one code comes of it. A sector ("M1 1", with the space) has its middle, and so has a code
    that no source has, as a new one: the middle of the streets around. In Northern Ireland and on
    the islands, of which the outward codes alone are known, any inward code gets the point of its
    outward code (unless a full ONSPD file was imported, and has it). "SW1" stands for all of SW1A
    to SW1Y. None for what is no postcode, for one whose sector is in no source, and for codes
    without a place (BFPO, BX, GIR).
    """
    table, capitals = _current(), text.upper()
    if (typed := SECTOR.fullmatch(capitals)) and (place := table.find_sector(typed[1], typed[2])):
        return place
    plain = capitals.replace(" ", "")  # as nearly all come: no need to look closer
    if (parts := split(plain)) and (place := table.find(*parts)):
        return place
    code = compact(text)
    if code != plain and (parts := split(code)) and (place := table.find(*parts)):
        return place
    others = {place for parts in readings(code) if (place := table.find(*parts))}
    if len(others) == 1:
        return others.pop()
    return table.find_sector(*parts) if (parts := split(code)) else None


class _Open:
    """The table that this process has open."""

    lock = threading.Lock()
    table: Table | None = None
    setting: str | None = None  # CARSLINK_DATA_DIR when it was opened
    identity: tuple[int, int] | None = None
    looked = float("-inf")


def _current() -> Table:
    now, setting = time.monotonic(), os.environ.get("CARSLINK_DATA_DIR")
    table = _Open.table
    if table and setting == _Open.setting and now - _Open.looked < SECONDS_BETWEEN_LOOKS:
        return table
    with _Open.lock:
        moved = _Open.table is None or setting != _Open.setting
        if moved or _identity(home() / TABLE) != _Open.identity:
            path = prepare()
            _Open.table, _Open.setting, _Open.identity = Table(path), setting, _identity(path)
        _Open.looked = now
        assert _Open.table
        return _Open.table


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        stat = path.stat()
    except FileNotFoundError:
        return None
    return stat.st_ino, stat.st_mtime_ns
