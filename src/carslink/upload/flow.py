"""An upload's way from a file to stock: each step a move of its state, and a job for it.

A move and its job are one transaction, and a move is a compare-and-set: what is pressed twice
happens once. Jobs are deferred by name, since they call what is here themselves.
"""

from datetime import timedelta
from typing import IO, Any

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app

from carslink.dealers.models import Dealer
from carslink.stock.batch import Mode
from carslink.upload import files, google
from carslink.upload.models import Upload

State = Upload.State
LARGE = 4 * 1024 * 1024
"""Bytes; tables above are worked on one at a time, in the whole house."""

SETTLED = (State.COLUMNS, State.READY, State.CHECKING)
"""From these a dealer may (again) say what the columns are."""

STEP = timedelta(seconds=0.5)
EACH = 100
"""Rows after which the clock is looked at, to see whether to tell how far a job is."""


class Overtaken(Exception):
    """The dealer has asked for something else meanwhile, or the upload is gone."""


def receive(dealer: Dealer, name: str, content: IO[Any]) -> Upload:
    """Keep a file and have it read."""
    upload = Upload(dealer=dealer, name=files.shown_name(name))
    files.keep(upload, content)
    with transaction.atomic():
        upload.save()
        _start(upload)
    return upload


def receive_link(dealer: Dealer, link: str) -> Upload:
    """Have a sheet of Google's fetched and read. Raises UnreadableTable for another link."""
    google.export_address(link)
    with transaction.atomic():
        upload = Upload.objects.create(dealer=dealer, name="Google sheet", link=link.strip()[:1000])
        _start(upload)
    return upload


def mode_of(text: str | None) -> Mode:
    """Return the mode that a form or a row names; the one that removes nothing for any other."""
    return "full_replace" if text == "full_replace" else "partial"


def read_sheet(upload: Upload, sheet: str) -> bool:
    """Have another sheet of the workbook read. False where it is too late, or there is none.

    What was settled goes: it was of other columns, and of other vehicles.
    """
    if sheet not in upload.table.get("sheets", ()):
        return False
    return _move(
        upload, SETTLED, State.READING,
        sheet=sheet, chosen=[], defaults={}, is_remembered=False, preview={},
    )  # fmt: skip


def settle(
    upload: Upload,
    choices: list[str],
    defaults: dict[str, str],
    mode: Mode,
    is_remembered: bool = False,
) -> bool:
    """Take what the dealer says of its columns, and have the rows checked by it."""
    return _move(
        upload, (*SETTLED, State.READING) if is_remembered else SETTLED, State.CHECKING,
        chosen=choices, defaults=defaults, mode=mode, is_remembered=is_remembered, preview={},
    )  # fmt: skip


def publish(upload: Upload) -> bool:
    """Have it made stock. False where it is not (any more) ready for that: it happens once."""
    return _move(upload, (State.READY,), State.PUBLISHING)


def check_anew(turn: "Turn") -> None:
    """Have it checked again instead of published: what the dealer was shown is no longer so.

    Must be called in a transaction that holds the turn.
    """
    _move(turn.upload, (State.PUBLISHING,), State.CHECKING, preview={"stock_has_changed": True})


def again(upload: Upload) -> bool:
    """Start the job anew whose worker died too often; what is under way stops."""
    return upload.is_stuck and _move(upload, (State(upload.state),), State(upload.state))


def drop(upload: Upload) -> bool:
    """Delete an upload that is not just being published, with its file."""
    mine = Upload.objects.filter(pk=upload.pk).exclude(state=State.PUBLISHING)
    with transaction.atomic():
        if not mine.delete()[0]:
            return False
        transaction.on_commit(lambda: files.throw_away([upload.public_id]))
    return True


class Turn:
    """A job's turn at an upload: the right to change it until another job has been started."""

    def __init__(self, upload: Upload) -> None:
        self.upload = upload
        self._mine = Upload.objects.filter(pk=upload.pk, turn=upload.turn, state=upload.state)
        self._said_at = timezone.now()

    def say(self, done: int, total: int | None = None) -> None:
        """Tell how far the job is, twice a second at the most. Raises Overtaken."""
        if done % EACH:
            return
        now = timezone.now()
        if now - self._said_at >= STEP:
            self._said_at = now
            self.put(done=done, **({"total": total} if total is not None else {}))

    def put(self, **changes: Any) -> None:
        """Change the upload. Raises Overtaken where it is another's turn."""
        if not self._mine.update(**changes, heard_at=timezone.now()):
            raise Overtaken
        for name, value in changes.items():
            setattr(self.upload, name, value)


def turn_of(upload: int, turn: int) -> Turn | None:
    """Return the turn that a job was started for; None where it is over."""
    found = Upload.objects.select_related("dealer__partner").filter(pk=upload, turn=turn).first()
    return Turn(found) if found is not None and found.is_at_work else None


_JOBS = {
    State.READING: "read_upload",
    State.CHECKING: "check_upload",
    State.PUBLISHING: "publish_upload",
}


def _move(upload: Upload, since: tuple[State, ...], to: State, **changes: Any) -> bool:
    known = Upload.objects.select_for_update().filter(pk=upload.pk)
    with transaction.atomic():
        held = known.filter(state__in=since).first()
        if held is None:
            return False
        for name, value in {"state": to, "trouble": "", **changes}.items():
            setattr(upload, name, value)
        upload.turn = held.turn
        _start(upload)
    return True


def _start(upload: Upload) -> None:
    """Start the job of the upload's state, whose turn begins. Must be called in a transaction.

    What is published for a dealer is published in the order in which that was asked for.
    """
    upload.turn += 1
    upload.done, upload.total, upload.heard_at = 0, None, timezone.now()
    upload.save()
    name = _JOBS[State(upload.state)]
    lock = "large-upload" if upload.size > LARGE else None
    if upload.state == State.PUBLISHING:
        Dealer.objects.select_for_update().get(pk=upload.dealer_id)
        lock = f"uploads-of-{upload.dealer_id}"
    app.configure_task(name, lock=lock).defer(upload=upload.pk, turn=upload.turn)
