"""Letters of welcome, and which dealers they are for."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from carslink.dealers.models import Claim, Dealer
from carslink.partners.models import Partner


class Letter(models.Model):
    """A welcome to the new dealers of one partner with one e-mail address.

    It waits for others until `due_at`. `sending` is written before the mail server is spoken to and
    `sent` after it: a letter that stays at `sending` may or may not have gone out, becomes
    `doubtful`, and is never sent again by itself.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "waiting for its time"
        SENDING = "sending", "being handed to the mail server"
        SENT = "sent", "sent"
        DOUBTFUL = "doubtful", "may have been sent"
        FAILED = "failed", "could not be sent"

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+", db_index=False)
    email = models.EmailField(max_length=254, help_text="In lower case.")
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    due_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    tried_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    trouble = models.TextField(blank=True, help_text="What the mail server said last.")
    claim = models.ForeignKey(Claim, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("partner", "email"),
                condition=Q(state="waiting", attempts=0),
                name="letter_that_others_may_join",
            )
        ]
        indexes = [
            models.Index(
                fields=("due_at",),
                condition=Q(state__in=("waiting", "sending")),
                name="letter_to_send",
            )
        ]

    def __str__(self) -> str:
        return f"{self.email}, {self.state}"


class Welcomed(models.Model):
    """That a dealer has its letter: one, ever."""

    dealer = models.OneToOneField(
        Dealer, on_delete=models.CASCADE, primary_key=True, related_name="welcomed"
    )
    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="welcomed")

    def __str__(self) -> str:
        return f"{self.dealer_id} by {self.letter_id}"
