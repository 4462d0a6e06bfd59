"""What the portal keeps: the mails that were asked for, and how often."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from carslink.dealers.models import Claim


class Letter(models.Model):
    """A mail that somebody asked for on a page: a claim's link or, without one, a new password."""

    to = models.EmailField(max_length=254)
    claim = models.ForeignKey(
        Claim, on_delete=models.CASCADE, null=True, blank=True, related_name="letters"
    )
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    sent_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        indexes = [models.Index(fields=("asked_at",), name="letter_asked_at")]

    def __str__(self) -> str:
        return f"{'a link' if self.claim_id else 'a new password'} for {self.to}"


class Asked(models.Model):
    """When something was asked for lately, the newest first: see `often.py`."""

    what = models.CharField(max_length=80, primary_key=True)
    at = ArrayField(models.DateTimeField())

    class Meta:
        verbose_name_plural = "asked"

    def __str__(self) -> str:
        return self.what
