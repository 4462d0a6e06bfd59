"""Feeds, listings, their history, and the log of changes.

Nothing but `write.py` changes listings: whoever writes here must also number the change.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import Q
from django.utils import timezone

from carslink.dealers.models import Dealer
from carslink.partners.models import Partner


class Feed(models.Model):
    """One feed of one dealer as it was taken, with the receipt that answered it."""

    class Mode(models.TextChoices):
        FULL_REPLACE = "full_replace"
        PARTIAL = "partial"

    sync_id = models.CharField(max_length=40, unique=True)
    dealer = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="+", db_index=False)
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+", db_index=False)
    number = models.PositiveBigIntegerField(help_text="The feed's place among its dealer's.")
    mode = models.CharField(max_length=16, choices=Mode)
    door = models.CharField(max_length=8)
    accepted_at = models.DateTimeField(default=timezone.now)
    receipt = models.TextField(help_text="JSON, to the letter as it was answered")
    created = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    changes_n = models.PositiveBigIntegerField(
        null=True, help_text="The number of its changes in the change log; empty for none."
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=("dealer", "number"), name="feed_number")]
        indexes = [
            models.Index(fields=("accepted_at",), name="feed_accepted_at"),
            models.Index(fields=("partner", "-id"), name="feed_of_partner"),
        ]

    def __str__(self) -> str:
        return self.sync_id


class Payload(models.Model):
    """The body of a feed, compressed by zstd; beside the feed, so that feeds stay quick to list."""

    feed = models.OneToOneField(Feed, on_delete=models.CASCADE, primary_key=True)
    body = models.BinaryField()

    def __str__(self) -> str:
        return f"payload of {self.feed_id}"


class Listing(models.Model):
    """A vehicle that a dealer offers, or offered.

    Text is as the vocabulary spells it, or as the dealer sent it where the vocabulary has no word
    for it; None is "not known". `refreshed_at` and `uploaded` are the listing's own: see
    `refreshed.py` for how the dealer's last full feed speaks for it too.
    """

    class State(models.TextChoices):
        LIVE = "live"
        REMOVED = "removed"
        EXPIRED = "expired"

    class Why(models.TextChoices):
        DELETED = "deleted", "sold or withdrawn by the dealer"
        ABSENT = "absent", "no longer in the dealer's stock"
        SUPERSEDED = "superseded", "replaced by another listing with the same registration"
        EXPIRED = "expired", "not refreshed in time"
        RELEASED = "released", "no longer in the dealer's stock"

    dealer = models.ForeignKey(
        Dealer, on_delete=models.CASCADE, related_name="listings", db_index=False
    )
    state = models.CharField(max_length=8, choices=State, default=State.LIVE)
    source_id = models.CharField(max_length=200, null=True, blank=True)

    vehicle_type = models.CharField(max_length=12)
    make = models.CharField(max_length=80)
    model = models.CharField(max_length=80)
    variant = models.CharField(max_length=200, null=True, blank=True)
    year = models.PositiveSmallIntegerField()
    price = models.DecimalField(max_digits=10, decimal_places=2, help_text="pounds")
    mileage = models.PositiveIntegerField(help_text="miles")
    registration = models.CharField(max_length=10)
    vin = models.CharField(max_length=17, null=True, blank=True)
    fuel = models.CharField(max_length=80, null=True, blank=True)
    transmission = models.CharField(max_length=20, null=True, blank=True)
    colour = models.CharField(max_length=80, null=True, blank=True)
    body_type = models.CharField(max_length=80, null=True, blank=True)
    condition = models.CharField(max_length=80, null=True, blank=True)
    engine_size = models.PositiveIntegerField(null=True, blank=True, help_text="cc")
    bike_type = models.CharField(max_length=80, null=True, blank=True)
    licence_category = models.CharField(max_length=4, null=True, blank=True)
    van_type = models.CharField(max_length=80, null=True, blank=True)
    roof_height = models.CharField(max_length=80, null=True, blank=True)
    load_length = models.CharField(max_length=80, null=True, blank=True)
    payload_kg = models.PositiveIntegerField(null=True, blank=True)
    load_volume_m3 = models.FloatField(null=True, blank=True)
    listing_url = models.CharField(max_length=2000, null=True, blank=True)
    description = models.TextField(null=True, blank=True)
    images = ArrayField(models.CharField(max_length=2000))

    warnings = models.JSONField(null=True, blank=True, help_text="[[field, reason], …]")
    sent_digest = models.BinaryField(
        max_length=16,
        null=True,
        editable=False,
        help_text="Of the entry whose values these are, so that the same entry is known at once.",
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    live_since = models.DateTimeField(
        default=timezone.now,
        editable=False,
        help_text="Since when it has been live, without a break, under this registration.",
    )
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    refreshed_at = models.DateTimeField(default=timezone.now, editable=False)
    left_out = models.BooleanField(
        default=False,
        editable=False,
        help_text="The dealer's last full feed does not speak for it: it was skipped or held.",
    )
    uploaded = models.BooleanField(
        default=False,
        db_default=False,
        editable=False,
        help_text="What last refreshed it, by naming it, was an upload or the dealer's own word.",
    )
    taken_down_at = models.DateTimeField(null=True, blank=True, editable=False)
    taken_down_why = models.CharField(
        max_length=12, choices=Why, null=True, blank=True, editable=False
    )
    taken_down_by = models.ForeignKey(
        Feed,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        db_index=False,
    )
    held_since = models.DateTimeField(null=True, blank=True, editable=False)
    held_from = models.PositiveBigIntegerField(null=True, blank=True, editable=False)
    held_to = models.PositiveBigIntegerField(null=True, blank=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("dealer", "source_id"),
                condition=Q(source_id__isnull=False),
                name="listing_source_id",
            ),
            models.UniqueConstraint(
                fields=("dealer", "registration"),
                condition=Q(state="live"),
                name="listing_live_registration",
            ),
        ]
        indexes = [
            models.Index(fields=("dealer", "registration"), name="listing_registration"),
            models.Index(
                fields=("refreshed_at",),
                condition=Q(state="live", left_out=True),
                name="listing_left_out",
            ),
            models.Index(
                fields=("taken_down_by",),
                condition=Q(taken_down_by__isnull=False),
                name="listing_taken_down_by",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.make} {self.model} {self.registration}"


class History(models.Model):
    """What happened to a listing: one row an event, kept for `HISTORY_KEPT`."""

    class Event(models.TextChoices):
        CREATED = "created"
        CHANGED = "changed"
        REMOVED = "removed"
        EXPIRED = "expired"
        REVIVED = "revived"
        RESTORED = "restored"
        HELD = "held"

    at = models.DateTimeField()
    event = models.CharField(max_length=8, choices=Event)
    # No constraint in the database: its check of every row cost a tenth of a big feed's time.
    listing = models.ForeignKey(
        Listing, on_delete=models.CASCADE, related_name="history", db_constraint=False
    )
    feed = models.ForeignKey(
        Feed, on_delete=models.CASCADE, null=True, related_name="history", db_constraint=False
    )
    why = models.CharField(max_length=12, choices=Listing.Why, null=True)
    changes = models.JSONField(null=True, help_text="{field: [old, new]}")

    class Meta:
        verbose_name_plural = "history"
        indexes = [BrinIndex(fields=("at",), name="history_at")]

    def __str__(self) -> str:
        return f"{self.event} {self.listing_id}"


class Pictures(models.Model):
    """What has become of a live listing's photographs, as the room `media` handed it back.

    See `made.py`. Of so many addresses `done` are kept and `failed` given up; the others wait.
    """

    listing = models.OneToOneField(
        Listing,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="pictures",
        db_constraint=False,
    )
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField()
    failed = models.PositiveIntegerField()
    shown = models.JSONField(
        default=list, help_text="[[name, width, height], …] of those kept, in the dealer's order"
    )
    placeholder = models.TextField(
        blank=True, help_text="The first one, a few pixels wide: WebP in base64."
    )
    notes = models.JSONField(default=list, help_text="[[kind, address, reason], …], see `made.py`")
    numbered = models.JSONField(
        default=list, help_text="The names that cards had when the listing was last numbered."
    )

    class Meta:
        verbose_name_plural = "pictures"
        indexes = [
            models.Index(
                fields=("listing",),
                condition=Q(total__gt=models.F("done") + models.F("failed")),
                name="pictures_awaited",
            )
        ]

    def __str__(self) -> str:
        return f"{self.done} of {self.total} for {self.listing_id}"


class Dropped(models.Model):
    """That a dealer dropped a photograph, which counts for that dealer: see `dropped.py`."""

    dealer = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="+", db_index=False)
    name = models.CharField(max_length=32, help_text="A hash of the file it was.")
    at = models.DateTimeField()
    waits = models.BooleanField(
        default=False, help_text="For its vehicle to go live: kept, though no live listing has it."
    )

    class Meta:
        verbose_name_plural = "dropped"
        constraints = [models.UniqueConstraint(fields=("dealer", "name"), name="dropped_once")]
        indexes = [models.Index(fields=("name",), name="dropped_name")]

    def __str__(self) -> str:
        return f"{self.name} of {self.dealer_id}"


class Clock(models.Model):
    """The one row that numbers changes of stock in the order of their commits: see `changes.py`."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    n = models.PositiveBigIntegerField(default=0)
    epoch = models.UUIDField()
    cluster = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="clock_is_one_row")]

    def __str__(self) -> str:
        return f"{self.n}"


class Change(models.Model):
    """The number of a listing's last change."""

    listing = models.OneToOneField(
        Listing, on_delete=models.CASCADE, primary_key=True, db_constraint=False
    )
    n = models.PositiveBigIntegerField()

    class Meta:
        indexes = [models.Index(fields=("n", "listing"), name="change_order")]

    def __str__(self) -> str:
        return f"{self.listing_id} at {self.n}"


class Follower(models.Model):
    """How far a follower has come: all changes up to number `n` of the epoch are done.

    Search keeps its own cursor in its index, and reports here for others to read; `place` tells
    apart the indexes of several machines. The others keep theirs here: `listing` is the last one
    done of the changes that bear the next number.
    """

    name = models.CharField(max_length=20)
    place = models.CharField(max_length=200, blank=True)
    n = models.PositiveBigIntegerField(default=0)
    listing = models.PositiveBigIntegerField(default=0, db_default=0)
    epoch = models.UUIDField()
    reported_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("name", "place"), name="follower_place")]

    def __str__(self) -> str:
        return f"{self.name} at {self.n}"


class Outage(models.Model):
    """A time in which Carslink could not take feeds; it does not count against any listing."""

    since = models.DateTimeField()
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.since:%Y-%m-%d %H:%M} to {self.until:%H:%M}"


class Heartbeat(models.Model):
    """When Carslink could last take feeds: one row, see `uptime.py`."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="heartbeat_is_one_row")]

    def __str__(self) -> str:
        return f"{self.at:%H:%M:%S}"
