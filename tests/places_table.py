"""The table of postcodes, built once for all tests on this machine and lent to each data folder."""

import os
import shutil
import tempfile
from pathlib import Path

from carslink.places import store

SHARED = Path(tempfile.gettempdir()) / f"carslink-tests-places-{os.getuid()}"


def lend(data_folder: Path) -> None:
    """Put the table into a data folder, as another name of the same files.

    A new version is built by whoever comes first. Nobody writes into a table; it is replaced.
    """
    store.prepare(SHARED)
    lent = data_folder / "places"
    lent.mkdir(parents=True, exist_ok=True)
    lent.chmod(0o755)
    for name in (store.TOWNS, store.TABLE):
        (lent / name).unlink(missing_ok=True)
        try:
            os.link(SHARED / name, lent / name)
        except OSError:  # another file system
            shutil.copyfile(SHARED / name, lent / name)
