"""Addresses of photographs, the photographs that were kept of them, and which listing has which."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils import timezone


class Picture(models.Model):
    """A photograph that is kept, whatever the number of its addresses: see `storage.py`."""

    name = models.CharField(max_length=32, unique=True, help_text="A hash of the file it was.")
    width = models.PositiveIntegerField(help_text="pixels, upright")
    height = models.PositiveIntegerField(help_text="pixels, upright")
    placeholder = models.BinaryField(help_text="A few pixels of it: WebP.")
    kept_at = models.DateTimeField(default=timezone.now)
    unused_since = models.DateTimeField(null=True, help_text="Since when no live listing has it.")

    class Meta:
        indexes = [
            models.Index(
                fields=("unused_since",),
                condition=Q(unused_since__isnull=False),
                name="picture_unused",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Address(models.Model):
    """An address of a photograph, once, however many listings name it.

    `fetching` is written before it is asked for: a process that dies leaves it so, and the next one
    knows. An address that has its photograph may be waiting again, to be asked whether it changed.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "waiting for its turn"
        FETCHING = "fetching", "being fetched"
        RESTING = "resting", "to be tried again"
        KEPT = "kept", "kept"
        FAILED = "failed", "could not be fetched"

    class Priority(models.IntegerChoices):
        HERO = 0
        THUMBNAIL = 1
        REST = 2

    digest = models.BinaryField(max_length=16, unique=True, help_text="Of the address.")
    url = models.CharField(max_length=2000)
    host = models.CharField(max_length=300)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    # Of the use that needs it first; what decides whose turn it is.
    priority = models.PositiveSmallIntegerField(choices=Priority)
    since = models.DateTimeField(help_text="Since when the newest listing with it has been live.")
    dealer = models.PositiveBigIntegerField()

    attempts = models.PositiveSmallIntegerField(default=0, help_text="Since it last went well.")
    # While it waits: since when its host has failed with all others.
    tried_since = models.DateTimeField(
        null=True, help_text="When it was asked for first since it last went well."
    )
    put_off = models.PositiveSmallIntegerField(
        db_default=0, help_text="How often in a row it could not be tried, for no fault of its own."
    )
    asked_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True, help_text="When one that rests is tried again.")
    reason = models.CharField(max_length=300, blank=True, help_text="Why it went wrong last.")
    etag = models.CharField(max_length=500, blank=True)
    last_modified = models.CharField(max_length=500, blank=True)
    picture = models.ForeignKey(
        Picture, on_delete=models.CASCADE, null=True, related_name="addresses"
    )
    unnamed_since = models.DateTimeField(null=True, help_text="Since when no album has it.")

    class Meta:
        verbose_name_plural = "addresses"
        indexes = [
            models.Index(
                fields=("priority", "dealer", "host", "-since", "id"),
                condition=Q(state="waiting"),
                name="address_turns",
            ),
            models.Index(
                fields=("priority", "host", "dealer"),
                condition=Q(state="waiting"),
                name="address_hosts",
            ),
            models.Index(fields=("due_at",), condition=Q(state="resting"), name="address_resting"),
            models.Index(fields=("id",), condition=Q(state="fetching"), name="address_fetching"),
        ]

    def __str__(self) -> str:
        return self.url


class Album(models.Model):
    """The addresses of a live listing's photographs, in its order."""

    listing = models.PositiveBigIntegerField(primary_key=True)
    digest = models.BinaryField(max_length=16, help_text="Of what the listing named.")
    addresses = ArrayField(models.PositiveBigIntegerField())

    class Meta:
        indexes = [GinIndex(fields=("addresses",), name="album_addresses")]

    def __str__(self) -> str:
        return f"{self.listing}"


class Former(models.Model):
    """What a listing named that is not live any more: if it comes back so, nobody is asked."""

    listing = models.PositiveBigIntegerField(primary_key=True)
    digest = models.BinaryField(max_length=16, help_text="Of what the listing named.")
    gone_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name = "former album"

    def __str__(self) -> str:
        return f"{self.listing}"


class Rest(models.Model):
    """A host that asked to be left alone, for a process that starts while it rests."""

    host = models.CharField(primary_key=True, max_length=300)
    until = models.DateTimeField()

    class Meta:
        verbose_name = "host that rests"
        verbose_name_plural = "hosts that rest"

    def __str__(self) -> str:
        return self.host
