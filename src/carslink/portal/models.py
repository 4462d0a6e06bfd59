"""What the portal keeps: who registers, the mails that were asked for, and how often."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from carslink.dealers.models import Claim, Dealer


class Registration(models.Model):
    """What a dealer said of itself who has not confirmed its address yet: shown to nobody else.

    The account is made of it by the link that is sent to the address, and by the password.
    """

    email = models.EmailField(max_length=254, help_text="In lower case.")
    password = models.CharField(max_length=128, help_text="Hashed, as accounts keep it.")
    name = models.CharField(max_length=200)
    postcode = models.CharField(max_length=10)
    phone = models.CharField(max_length=40, blank=True)
    website = models.CharField(max_length=400, blank=True)
    asked_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return f"{self.email}, {self.asked_at:%Y-%m-%d %H:%M}"


class Move(models.Model):
    """That an account wants another address: done by the link that is sent to the new one."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    email = models.EmailField(max_length=254, help_text="The new one, in lower case.")
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    done_at = models.DateTimeField(null=True, editable=False)

    def __str__(self) -> str:
        return f"to {self.email}, {self.asked_at:%Y-%m-%d %H:%M}"


class Reminder(models.Model):
    """That a dealer was told what of its uploaded stock ends soon: see `reminding.py`."""

    dealer = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="+", db_index=False)
    days = models.PositiveSmallIntegerField(help_text="How long before, at the most.")
    first_at = models.DateTimeField(help_text="When the first of these vehicles end.")
    until = models.DateTimeField(help_text="It tells of all that ends until then.")
    written_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("dealer", "days", "first_at"), name="reminded_once")
        ]

    def __str__(self) -> str:
        return f"{self.days} days before {self.first_at:%Y-%m-%d %H:%M}"


class Letter(models.Model):
    """A mail that somebody asked for on a page, or that tells of what was done there."""

    class Kind(models.TextChoices):
        LINK = "link", "a link for claiming"
        PASSWORD = "password", "a new password"
        REGISTER = "register", "a link to confirm a registration"
        MOVE = "move", "a link to confirm a new address"
        MOVED = "moved", "word that an account has another address"
        CLOSED = "closed", "word that an account is deleted"
        ENDING = "ending", "word that uploaded stock ends soon"

    kind = models.CharField(max_length=8, choices=Kind)
    to = models.EmailField(max_length=254)
    claim = models.ForeignKey(
        Claim, on_delete=models.CASCADE, null=True, blank=True, related_name="letters"
    )
    registration = models.ForeignKey(
        Registration, on_delete=models.CASCADE, null=True, blank=True, related_name="letters"
    )
    move = models.ForeignKey(
        Move, on_delete=models.CASCADE, null=True, blank=True, related_name="letters"
    )
    reminder = models.ForeignKey(
        Reminder, on_delete=models.CASCADE, null=True, blank=True, related_name="letters"
    )
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    sent_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        indexes = [models.Index(fields=("asked_at",), name="letter_asked_at")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} for {self.to}"


class Asked(models.Model):
    """When something was asked for lately, the newest first: see `often.py`."""

    what = models.CharField(max_length=80, primary_key=True)
    at = ArrayField(models.DateTimeField())

    class Meta:
        verbose_name_plural = "asked"

    def __str__(self) -> str:
        return self.what
