"""Uploads go after a month, and with the account whose they are."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from carslink.dealers.models import Dealer
from carslink.upload import drafts, files
from carslink.upload.models import Remembered, Upload

KEPT = timedelta(days=30)
REMEMBERED_FOR = timedelta(days=730)
STILL_COMING = timedelta(days=1)
"""A file as young as this may be one whose row is about to be written."""

BATCH = 500


def forget(now: datetime | None = None) -> int:
    """Delete what is old, and files that are nobody's; returns how many uploads went."""
    now = now or timezone.now()
    gone = 0
    while names := list(
        Upload.objects.filter(created_at__lt=now - KEPT).values_list("public_id", flat=True)[:BATCH]
    ):
        _delete(names)
        gone += len(names)
    files.throw_away(files.nobodys(now - STILL_COMING))
    drafts.forget_old()
    Remembered.objects.filter(used_at__lt=now - REMEMBERED_FOR).delete()
    return gone


def forget_dealer(dealer: Dealer) -> None:
    """Delete all that a dealer uploaded, its drafts, and what was remembered of it.

    Must be called in a transaction: the files go once it is committed.
    """
    _delete(list(dealer.uploads.values_list("public_id", flat=True)))
    drafts.forget_dealer(dealer)
    Remembered.objects.filter(dealer=dealer).delete()


def _delete(names: list[str]) -> None:
    with transaction.atomic():
        Upload.objects.filter(public_id__in=names).delete()
        transaction.on_commit(lambda: files.throw_away(names))
