"""Where uploaded tables lie: private, under names that say nothing, never served.

Any storage of Django's will do; by default it is a folder that nobody but the server may read.
"""

import re
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO, Any

from django.core.files.base import File
from django.core.files.storage import Storage, storages

from carslink.upload.models import Upload

LONGEST_NAME = 100
ROWS = ".rows"
"""Ends the name of an upload's rows as they were read: see `kept_rows.py`."""
_STEP = 1024 * 1024


def kept() -> Storage:
    """Return the storage of uploaded tables."""
    return storages["uploads"]


def keep(upload: Upload, content: IO[Any]) -> None:
    """Keep the content of an upload, in place of what there was."""
    storage = kept()
    storage.delete(upload.public_id)
    storage.save(upload.public_id, File(content))
    upload.size = storage.size(upload.public_id)


def keep_rows(upload: Upload, content: IO[bytes]) -> None:
    """Keep the rows of an upload, in place of what there was."""
    storage, name = kept(), upload.public_id + ROWS
    storage.delete(name)
    storage.save(name, File(content))


def is_kept(upload: Upload) -> bool:
    """Whether there is a file yet: a sheet of Google's has to be fetched first."""
    return kept().exists(upload.public_id)


@contextmanager
def local(upload: Upload) -> Iterator[Path]:
    """Give the path of an upload's file on this machine, fetched for the time if need be."""
    with _local(upload.public_id) as path:
        yield path


@contextmanager
def local_rows(upload: Upload) -> Iterator[Path | None]:
    """Give the path of an upload's rows on this machine, as `local` does; None without any."""
    name = upload.public_id + ROWS
    if not kept().exists(name):
        yield None
        return
    with _local(name) as path:
        yield path


@contextmanager
def _local(name: str) -> Iterator[Path]:
    storage = kept()
    try:
        path = Path(storage.path(name))
    except NotImplementedError:
        with tempfile.NamedTemporaryFile(prefix="carslink-") as copy:
            with storage.open(name) as file:
                for chunk in file.chunks(_STEP):
                    copy.write(chunk)
            copy.flush()
            yield Path(copy.name)
        return
    yield path


def throw_away(names: list[str]) -> None:
    """Delete files of uploads, and their rows."""
    storage = kept()
    for name in names:
        storage.delete(name)
        storage.delete(name + ROWS)


def nobodys(before: datetime) -> list[str]:
    """Return the files older than this that no upload knows: left by a process that died."""
    storage = kept()
    try:
        there = storage.listdir("")[1]
    except FileNotFoundError:
        return []
    uploads = [name.removesuffix(ROWS) for name in there]
    known = set(Upload.objects.filter(public_id__in=uploads).values_list("public_id", flat=True))
    old = []
    for name in there:
        with suppress(FileNotFoundError):  # gone meanwhile
            if name.removesuffix(ROWS) not in known and storage.get_modified_time(name) < before:
                old.append(name)
    return old


def shown_name(name: str) -> str:
    """Return what a dealer called a file, fit to be shown and to name a download by."""
    last = PurePosixPath(name.replace("\\", "/")).name
    printable = "".join(c for c in unicodedata.normalize("NFC", last) if c.isprintable())
    clean = re.sub(r'[<>:"|?*;]+', " ", printable)
    stem, dot, ending = " ".join(clean.split()).strip(". ").rpartition(".")
    stem, ending = (stem, ending[:8]) if dot else (ending, "")
    return f"{stem[:LONGEST_NAME]}{dot}{ending}" or "stock"
