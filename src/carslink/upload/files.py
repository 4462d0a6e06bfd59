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


def is_kept(upload: Upload) -> bool:
    """Whether there is a file yet: a sheet of Google's has to be fetched first."""
    return kept().exists(upload.public_id)


@contextmanager
def local(upload: Upload) -> Iterator[Path]:
    """Give the path of an upload's file on this machine, fetched for the time if need be."""
    storage = kept()
    try:
        path = Path(storage.path(upload.public_id))
    except NotImplementedError:
        with tempfile.NamedTemporaryFile(prefix="carslink-") as copy:
            with storage.open(upload.public_id) as file:
                for chunk in file.chunks(_STEP):
                    copy.write(chunk)
            copy.flush()
            yield Path(copy.name)
        return
    yield path


def throw_away(names: list[str]) -> None:
    """Delete files of uploads."""
    for name in names:
        kept().delete(name)


def nobodys(before: datetime) -> list[str]:
    """Return the files older than this that no upload knows: left by a process that died."""
    storage = kept()
    try:
        there = storage.listdir("")[1]
    except FileNotFoundError:
        return []
    known = set(Upload.objects.filter(public_id__in=there).values_list("public_id", flat=True))
    old = []
    for name in there:
        with suppress(FileNotFoundError):  # gone meanwhile
            if name not in known and storage.get_modified_time(name) < before:
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
