"""What operators have decided about dealers that look like one business."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from carslink.dealers.models import Dealer


class NotTheSame(models.Model):
    """Two dealers that look like one business and are none; `one` is the older record."""

    one = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="+")
    decided_at = models.DateTimeField(default=timezone.now, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = verbose_name_plural = "not the same business"
        constraints = [
            models.UniqueConstraint(fields=("one", "other"), name="told_apart_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="told_apart_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.one} and {self.other}"


class PossibleDuplicate(Dealer):
    """A dealer in the list of possible duplicates: a page of its own in the admin, no table."""

    class Meta:
        proxy = True
        verbose_name = "possible duplicate"
        default_permissions = ("view", "change")


class LinkedRecord(Dealer):
    """A dealer's record that another's page shows: likewise."""

    class Meta:
        proxy = True
        verbose_name = "linked record"
        default_permissions = ("view", "change")
