"""The last job of an upload: it becomes stock, as one feed."""

import mmap
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from django.db import transaction
from django.utils import timezone

from carslink.dealers import register
from carslink.stock import load
from carslink.stock.accept import UPLOAD, Incoming, accept, new_sync_id
from carslink.upload import drafts, files, flow, remembered
from carslink.upload.checking import fill
from carslink.upload.flow import Turn
from carslink.upload.models import Problem, Upload
from carslink.upload.spool import Spool


def publish(turn: Turn) -> None:
    """Apply the upload to the dealer's stock, once: its state changes in the same transaction.

    Where the stock is not what it was when the dealer was shown what this would do, nothing is
    applied: the dealer is shown anew.
    """
    upload = turn.upload
    with Spool() as spool:
        fill(turn, spool)
        with files.local(upload) as path, path.open("rb") as file:
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            with content, memoryview(content) as payload, transaction.atomic():
                turn.put()  # holds the upload before the dealer's record, as whoever publishes does
                if _stock_has_changed(upload):
                    flow.check_anew(turn)
                    return
                sync_id = new_sync_id()
                turn.put(state=Upload.State.PUBLISHED, sync_id=sync_id, published_at=timezone.now())
                remembered.remember(upload)
                drafts.keep(upload.dealer, _lacking_photographs(upload, spool))
                accept(_incoming(upload, spool, payload), sync_id)


def _stock_has_changed(upload: Upload) -> bool:
    """Whether a feed came since the check, or live vehicles came or went without one.

    Holds the dealer's record, so that none comes until the transaction ends.
    """
    dealer = register.lock_known(upload.dealer_id)
    seen = (upload.preview.get("feeds"), upload.preview.get("live"))
    return dealer is None or seen != (dealer.feeds, load.live_count(dealer.pk))


def _incoming(upload: Upload, spool: Spool, payload: memoryview) -> Incoming:
    dealer = upload.dealer
    return Incoming(
        partner=dealer.partner,
        partner_dealer_id=dealer.partner_dealer_id,
        dealer={},
        mode=flow.mode_of(upload.mode),
        entries=spool,
        payload=payload,
        door=UPLOAD,
    )


def _lacking_photographs(upload: Upload, spool: Spool) -> Iterator[Mapping[str, Any]]:
    """Yield the listings that lack photographs alone, as the check had it that the dealer saw."""
    found = upload.problems.filter(kind=Problem.Kind.DRAFT).values_list("row", flat=True)
    wanted = set(found)
    for index, row in enumerate(spool.rows):
        if row in wanted:
            yield msgspec.json.decode(spool[index])
