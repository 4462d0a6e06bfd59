"""What no live listing has any more goes after a week: photographs, addresses, stray files."""

import contextlib
import re
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone

from carslink.media import storage
from carslink.media.models import Address, Former, Picture
from carslink.stock import dropped
from carslink.stock.sizes import widths_of

UNUSED_FOR = timedelta(days=7)
BATCH = 500
_FIRST = re.compile(r"[0-9a-f]{2}")
STILL_WRITING = timedelta(hours=1)
"""A file as fresh as this may belong to a photograph that is just coming back."""

_NOTICE = """
UPDATE media_picture p SET unused_since = %(now)s
WHERE unused_since IS NULL AND NOT EXISTS (
    SELECT 1 FROM media_address a JOIN media_album b ON b.addresses @> ARRAY[a.id]
    WHERE a.picture_id = p.id)
AND NOT EXISTS (SELECT 1 FROM stock_dropped d WHERE d.name = p.name AND d.waits)
"""
_SPARE = """
UPDATE media_picture p SET unused_since = NULL
WHERE unused_since IS NOT NULL AND (
    EXISTS (SELECT 1 FROM media_address a JOIN media_album b ON b.addresses @> ARRAY[a.id]
            WHERE a.picture_id = p.id)
    OR EXISTS (SELECT 1 FROM stock_dropped d WHERE d.name = p.name AND d.waits))
"""
# Addresses that nobody names: of vehicles sold, and those under which photographs were sent that
# have others now, such as one for each day. A photograph whose last address goes is unused itself.
_UNNAMED = """
UPDATE media_address a SET unnamed_since = %(now)s
WHERE unnamed_since IS NULL
  AND NOT EXISTS (SELECT 1 FROM media_album b WHERE b.addresses @> ARRAY[a.id])
"""
_NAMED = """
UPDATE media_address a SET unnamed_since = NULL
WHERE unnamed_since IS NOT NULL
  AND EXISTS (SELECT 1 FROM media_album b WHERE b.addresses @> ARRAY[a.id])
"""
_FORGET = """
DELETE FROM media_address
WHERE unnamed_since <= %(before)s AND state <> 'fetching'
"""


def tidy(now: datetime | None = None) -> int:
    """Notice what is unused, throw away what has been for a week; returns how many went."""
    now = now or timezone.now()
    before = now - UNUSED_FOR
    for statement in (_SPARE, _NOTICE, _NAMED, _UNNAMED, _FORGET):
        with connection.cursor() as cursor:
            cursor.execute(statement, {"now": now, "before": before})
    Former.objects.filter(gone_at__lte=before).delete()
    unused = Picture.objects.filter(unused_since__lte=before).order_by("pk")
    gone = last = 0
    while batch := list(unused.filter(pk__gt=last)[:BATCH]):
        gone += sum(_throw_away(picture, before, now) for picture in batch)
        last = batch[-1].pk
    sweep(before)
    return gone


def sweep(before: datetime) -> None:
    """Delete files older than this that no photograph has: of processes that died writing them.

    The whole storage is walked, a folder of the first two letters at a time.
    """
    kept = storage.kept()
    for part in _listed(storage.PARTS)[1]:
        _delete_older(f"{storage.PARTS}/{part}", before)
    for first in filter(_FIRST.fullmatch, _listed("")[0]):
        names = _listed(first)[0]
        for start in range(0, len(names), BATCH):
            some = names[start : start + BATCH]
            known = set(Picture.objects.filter(name__in=some).values_list("name", flat=True))
            for name in (name for name in some if name not in known):
                folder = f"{first}/{name}"
                files = _listed(folder)[1]
                for file in files:
                    _delete_older(f"{folder}/{file}", before)
                if not files and kept.exists(folder):
                    _delete_older(folder, before)


def _listed(folder: str) -> tuple[list[str], list[str]]:
    """Return the folders and the files in a folder of the storage."""
    try:
        return storage.kept().listdir(folder)
    except FileNotFoundError:
        return [], []


def _delete_older(name: str, before: datetime) -> None:
    kept = storage.kept()
    with contextlib.suppress(FileNotFoundError):  # it has just gone
        if kept.get_modified_time(name) <= before:
            kept.delete(name)


def _throw_away(picture: Picture, before: datetime, now: datetime) -> bool:
    """Remove a photograph: its addresses first, so that none leads to a file that is gone.

    One that is being used again meanwhile stays: whoever enters its address clears the mark.
    """
    with transaction.atomic():
        locked = Picture.objects.select_for_update().filter(pk=picture.pk, unused_since__lte=before)
        if not locked.exists() or dropped.is_live(picture.name):
            return False
        Address.objects.filter(picture=picture).delete()
        dropped.forget(picture.name)
    if _is_being_written(picture, now):
        return False
    storage.throw_away(picture.name, picture.width)
    return bool(Picture.objects.filter(pk=picture.pk, unused_since__lte=before).delete()[0])


def _is_being_written(picture: Picture, now: datetime) -> bool:
    # The largest size is written first: see `picture.make`.
    kept, largest = storage.kept(), widths_of(picture.width)[-1]
    name = storage.file_name(picture.name, largest)
    return kept.exists(name) and kept.get_modified_time(name) > now - STILL_WRITING
