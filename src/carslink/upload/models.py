"""Files that dealers upload, on their way to stock, and how they want such files read."""

import secrets
from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from carslink.dealers.models import Dealer
from carslink.stock.models import Feed

SILENT = timedelta(minutes=2)
"""A job that has said nothing for so long does not come back by itself."""


def new_name() -> str:
    """Return a name that nobody can guess: of an upload in addresses, and of its file."""
    return secrets.token_hex(12)


class Upload(models.Model):
    """A table that a dealer sent, and how far it has come.

    `turn` counts the jobs that were started for it: one whose turn is over stops. `done` of `total`
    is how far the present one is. `table` is what was found in the file, `chosen` and `defaults`
    are what the dealer settled on, `preview` is what publishing it would do.
    """

    class State(models.TextChoices):
        READING = "reading", "being read"
        COLUMNS = "columns", "waits for its columns to be settled"
        CHECKING = "checking", "being checked"
        READY = "ready", "waits to be published"
        PUBLISHING = "publishing", "being published"
        PUBLISHED = "published", "published"
        FAILED = "failed", "could not be read"

    public_id = models.CharField(max_length=32, unique=True, default=new_name, editable=False)
    dealer = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="uploads")
    name = models.CharField(max_length=120, help_text="What the dealer calls the file.")
    link = models.CharField(
        max_length=1000, blank=True, help_text="Where it is fetched from, if it is."
    )
    size = models.PositiveBigIntegerField(default=0, help_text="Bytes.")
    sheet = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=12, choices=State, default=State.READING)
    turn = models.PositiveIntegerField(default=0, editable=False)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(null=True)
    heard_at = models.DateTimeField(default=timezone.now, editable=False)
    trouble = models.TextField(blank=True)
    table = models.JSONField(default=dict)
    chosen = models.JSONField(default=list)
    defaults = models.JSONField(default=dict)
    mode = models.CharField(max_length=16, choices=Feed.Mode, default=Feed.Mode.FULL_REPLACE)
    is_remembered = models.BooleanField(default=False)
    preview = models.JSONField(default=dict)
    sync_id = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    published_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        indexes = [
            models.Index(fields=("dealer", "-created_at"), name="upload_of_dealer"),
            models.Index(fields=("created_at",), name="upload_created_at"),
        ]

    def __str__(self) -> str:
        return f"{self.name} of {self.dealer}"

    @property
    def is_at_work(self) -> bool:
        """Whether a job has to do with it now, and the dealer to wait."""
        return self.state in (self.State.READING, self.State.CHECKING, self.State.PUBLISHING)

    @property
    def is_stuck(self) -> bool:
        """Whether its job has died and was given up."""
        return self.is_at_work and timezone.now() - self.heard_at > SILENT

    @property
    def percent(self) -> int | None:
        """How far the job is; None where nobody knows yet."""
        return min(99, self.done * 100 // self.total) if self.total else None


class Problem(models.Model):
    """A row of an upload that does not go live, in the words of the core."""

    class Kind(models.TextChoices):
        SKIPPED = "skipped", "something is wrong with it"
        DRAFT = "draft", "nothing but photographs is missing"
        REPEATED = "repeated", "another row is of the same vehicle, and counts instead"

    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="problems")
    row = models.PositiveIntegerField(help_text="As the spreadsheet shows it.")
    kind = models.CharField(max_length=8, choices=Kind)
    named = models.CharField(max_length=60, blank=True)
    reason = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("upload", "row"), name="problem_of_row")]

    def __str__(self) -> str:
        return f"row {self.row}: {self.reason}"


class Draft(models.Model):
    """A vehicle that lacks nothing but photographs, until it has enough of them: see `drafts.py`.

    `listing` is what its row says, as the core takes it, without images; `images` are those of the
    row and those dropped since, in the dealer's order.
    """

    dealer = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="drafts")
    registration = models.CharField(max_length=10)
    listing = models.JSONField()
    images = ArrayField(models.CharField(max_length=2000), default=list)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("dealer", "registration"), name="draft_of_vehicle")
        ]
        indexes = [models.Index(fields=("changed_at",), name="draft_changed_at")]

    def __str__(self) -> str:
        return f"{self.registration} of {self.dealer}"


class Remembered(models.Model):
    """What a dealer settled on for a header row; its next table of that header is read likewise."""

    dealer = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="+")
    header = models.BinaryField(max_length=16, help_text="A hash of the names of its columns.")
    chosen = models.JSONField()
    defaults = models.JSONField()
    mode = models.CharField(max_length=16, choices=Feed.Mode)
    used_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "remembered"
        constraints = [
            models.UniqueConstraint(fields=("dealer", "header"), name="remembered_header")
        ]

    def __str__(self) -> str:
        return f"a header of {self.dealer}"
