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

from carslink.media import follow, formats, queue, storage
from carslink.media.models import Address, Picture
from carslink.media.picture import Made, Unfit
from carslink.media.queue import Kept
from carslink.media.workers import Ended, Workers
from carslink.stock import dropped

LARGEST = 25 * 1024 * 1024
"""Bytes of a file, as of one that is fetched."""

_AS_A_PHONE = (
    "it is {what}, as iPhones make them, which few browsers show. Choose it on the iPhone"
    " itself, which sends it as JPEG, or open it on the computer and save it as JPEG. For"
    " photographs to come: Settings, Camera, Formats, Most Compatible"
)
_AT_ONCE = threading.BoundedSemaphore(2)
"""Requests of this process that draw photographs: buyers' pages come first."""
_WAITING = threading.BoundedSemaphore(2)
"""Requests that wait for it: with those that draw, they hold a third of a process's threads."""
TURN_WITHIN = 20.0
"""Seconds in which it is a request's turn to draw, or its sender is asked to send it again."""


class Busy(Exception):
    """So many photographs are being drawn that these have to be sent again."""


@dataclass(frozen=True)
class Drop:
    """What became of a file: the name of the photograph that is kept, or why there is none."""

    name: str = ""
    why: str = ""

    @property
    def image(self) -> str:
        """How it stands among a listing's images."""
        return dropped.PREFIX + self.name


@dataclass(frozen=True)
class Found:
    """A photograph that is kept, with its size in pixels; or why it could not be had."""

    name: str = ""
    width: int = 0
    height: int = 0
    trouble: str = ""


def keep(dealer: int, files: Sequence[Path]) -> list[Drop]:
    """Keep the photographs that files hold, for this dealer; returns what became of each.

    Raises Busy, and nothing is kept.
    """
    names = [_name_of(path) for path in files]
    known = {name for name in set(names) if queue.known(name)}
    wanted = {name: path for name, path in zip(names, files, strict=True) if name not in known}
    made = _made(wanted) if wanted else {}
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


def found(images: Sequence[str]) -> dict[str, Found]:
    """Return what there is of these images of listings; nothing of those never heard of."""
    by_digest = {follow.digest_of(image): image for image in images}
    asked = Address.objects.filter(digest__in=by_digest).select_related("picture")
    told = {by_digest[bytes(each.digest)]: _found(each.picture, each) for each in asked}
    names = [image.removeprefix(dropped.PREFIX) for image in images if _is_dropped(image)]
    for picture in Picture.objects.filter(name__in=names):
        told[dropped.PREFIX + picture.name] = _found(picture)
    return told


def _found(picture: Picture | None, address: Address | None = None) -> Found:
    if picture is not None:
        return Found(picture.name, picture.width, picture.height)
    has_failed = address is not None and address.state == Address.State.FAILED
    return Found(trouble=address.reason if address is not None and has_failed else "")


def _is_dropped(image: str) -> bool:
    return image.startswith(dropped.PREFIX)


def _made(files: dict[str, Path]) -> dict[str, Made | Unfit]:
    """Draw photographs when it is this request's turn. Raises Busy."""
    if not (_AT_ONCE.acquire(blocking=False) or _has_waited()):
        raise Busy
    try:
        return asyncio.run(_drawn(files))
    finally:
        _AT_ONCE.release()


def _has_waited() -> bool:
    """Wait for a turn, unless enough others do; returns whether it has come."""
    if not _WAITING.acquire(blocking=False):
        return False
    try:
        return _AT_ONCE.acquire(timeout=TURN_WITHIN)
    finally:
        _WAITING.release()


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
    except Ended:
        return Unfit("Carslink was interrupted; send it again")


def _told_of_phones(path: Path, unfit: Unfit) -> Unfit:
    """Say what to do about the files that telephones make of their own accord."""
    what = formats.found(path)
    return Unfit(_AS_A_PHONE.format(what=what)) if what in formats.HEIF else unfit


def _drop(name: str, made: Made | Unfit | None) -> Drop:
    return Drop(why=str(made)) if isinstance(made, Unfit) else Drop(name)


def _name_of(path: Path) -> str:
    hasher = storage.hasher()
    with path.open("rb") as file:
        while part := file.read(1024 * 1024):
            hasher.update(part)
    name: str = hasher.hexdigest()
    return name
