"""Where photographs are kept: a folder, or whatever Django's storage API is set up with.

A photograph's files are `ab/abcd…/640.webp`: its name is a hash of the file that it was made from.
"""

import contextlib
import os
import tempfile
from hashlib import blake2b
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage, Storage, storages

from carslink.stock.sizes import widths_of

VERSION = b"1"
"""Part of every name. Another one when photographs are made differently: what is at an address
never changes, so that browsers and caches may keep it for good."""

NAME_LENGTH = 32  # hexadecimal digits

PARTS = "parts"
"""The folder of files that are just being written; what is left there, a process left that died."""


class Folder(FileSystemStorage):
    """A folder in which a file is there whole or not at all, even if we are killed."""

    def _save(self, name: str, content: File) -> str:  # type: ignore[type-arg]
        target, parts = Path(self.path(name)), Path(self.path(PARTS))
        parts.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(suffix=".part", dir=parts)
        try:
            with os.fdopen(handle, "wb") as file:
                for chunk in content.chunks():
                    file.write(chunk)
            Path(part).chmod(0o644)
            target.parent.mkdir(parents=True, exist_ok=True)
            Path(part).replace(target)
        except BaseException:
            Path(part).unlink(missing_ok=True)
            raise
        return name

    def delete(self, name: str) -> None:
        """Delete a file, and its folder with the last one."""
        super().delete(name)
        with contextlib.suppress(OSError):  # it has others
            Path(self.path(name)).parent.rmdir()

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """The same name means the same content: it is written again, not beside."""
        return name


def hasher() -> Any:
    """Return what names photographs: give it the bytes of a file, ask for its `hexdigest`."""
    return blake2b(digest_size=NAME_LENGTH // 2, person=VERSION)


def kept() -> Storage:
    """Return the storage of photographs."""
    return storages["pictures"]


def keep(name: str, sizes: dict[int, bytes]) -> None:
    """Keep the sizes of a photograph."""
    storage = kept()
    for width, content in sizes.items():
        storage.save(file_name(name, width), ContentFile(content))


def throw_away(name: str, width: int) -> None:
    """Remove all sizes of a photograph of this width."""
    storage = kept()
    for each in widths_of(width):
        storage.delete(file_name(name, each))


def file_name(name: str, width: int | str) -> str:
    """Return where a size of a photograph is kept."""
    return f"{name[:2]}/{name}/{width}.webp"
