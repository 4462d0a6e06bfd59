"""Photographs that a dealer drops on a page: checked and drawn anew as those that are fetched.

They pass through the same processes, and are kept under the same names.
"""

import asyncio
import contextlib
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from carslink.media import queue, storage
from carslink.media.models import Picture
from carslink.media.picture import Made, Unfit
from carslink.media.queue import Kept
from carslink.media.workers import Workers
from carslink.stock import dropped

LARGEST = 25 * 1024 * 1024
"""Bytes of a file, as of one that is fetched."""

_PHONES = (b"heic", b"heix", b"mif1", b"msf1", b"hevc", b"avif")
_AT_ONCE = threading.BoundedSemaphore(2)
"""Requests of this process that draw photographs: buyers' pages come first."""


@dataclass(frozen=True)
class Drop:
    """What became of a file: the name of the photograph that is kept, or why there is none."""

    name: str = ""
    why: str = ""

    @property
    def image(self) -> str:
        """How it stands among a listing's images."""
        return dropped.PREFIX + self.name


def keep(dealer: int, files: Sequence[Path]) -> list[Drop]:
    """Keep the photographs that files hold, for this dealer; returns what became of each."""
    names = [_name_of(path) for path in files]
    known = {name for name in set(names) if queue.known(name)}
    wanted = {name: path for name, path in zip(names, files, strict=True) if name not in known}
    with _AT_ONCE if wanted else contextlib.nullcontext():
        made = asyncio.run(_drawn(wanted)) if wanted else {}
    for name, result in made.items():
        if isinstance(result, Made):
            storage.keep(name, result.sizes)
    with transaction.atomic():
        now = timezone.now()
        fit = {name: result for name, result in made.items() if isinstance(result, Made)}
        for name, result in sorted(fit.items()):
            queue.enter(Kept(name, result.width, result.height, result.placeholder), now)
        dropped.note(dealer, sorted(fit.keys() | known))
    return [_drop(name, made.get(name)) for name in names]


def sizes(names: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Return width and height, in pixels, of those of these photographs that are kept."""
    kept = Picture.objects.filter(name__in=names).values_list("name", "width", "height")
    return {name: (width, height) for name, width, height in kept}


async def _drawn(files: dict[str, Path]) -> dict[str, Made | Unfit]:
    async with contextlib.aclosing(Workers(settings.PICTURE_PROCESSES)) as workers:
        drawn = await asyncio.gather(*(_one(workers, path) for path in files.values()))
    return dict(zip(files, drawn, strict=True))


async def _one(workers: Workers, path: Path) -> Made | Unfit:
    size = path.stat().st_size
    if not size:
        return Unfit("the file is empty")
    if size > LARGEST:
        return Unfit(f"the file is larger than {LARGEST // 1024**2} MB")
    try:
        return await workers.make(path)
    except Unfit as unfit:
        return _told_of_phones(path, unfit)


def _told_of_phones(path: Path, unfit: Unfit) -> Unfit:
    """Say what to do about the files that some telephones make."""
    with path.open("rb") as file:
        head = file.read(12)
    if head[4:8] == b"ftyp" and head[8:12] in _PHONES:
        return Unfit(
            "it is a HEIC or AVIF file, which few browsers show; set the camera to its most "
            "compatible format, or save the photograph as JPEG"
        )
    return unfit


def _drop(name: str, made: Made | Unfit | None) -> Drop:
    return Drop(why=str(made)) if isinstance(made, Unfit) else Drop(name)


def _name_of(path: Path) -> str:
    hasher = storage.hasher()
    with path.open("rb") as file:
        while part := file.read(1024 * 1024):
            hasher.update(part)
    name: str = hasher.hexdigest()
    return name
