"""Who brings stock in: a partner and its keys."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

OWN_NAME = "Own record of account"
"""How the names of dealers' own records begin, and no other partner's: see decision 0014."""


class Partner(models.Model):
    """An organisation whose system pushes its dealers' stock, or lets Carslink pull it.

    Or an account of the portal with a record of its own, into which it uploads: such a row has one
    dealer, and is a partner to nobody but the core.
    """

    class Takes(models.TextChoices):
        PUSH = "push", "pushes its feeds"
        PULL = "pull", "is pulled"
        UPLOAD = "upload", "is a dealer's own record"

    name = models.CharField(max_length=120, unique=True)
    takes = models.CharField(max_length=8, choices=Takes, default=Takes.PUSH)
    verified = models.BooleanField(default=False)
    active = models.BooleanField(
        default=True, help_text="A partner that is not active is refused, whatever its key."
    )
    brake_percent = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text="Hold the removals of a full feed that would remove more than this share "
        "of a dealer's live stock. Empty: no brake.",
    )
    feeds_per_minute = models.PositiveIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text="How many feeds one key may post in a minute. Empty: the house's setting.",
    )
    # Protected: a key of an own record whose account is gone would be nobody's. See `closing.py`.
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="own_partner",
        help_text="Whose own record it is.",
    )
    closed_at = models.DateTimeField(
        null=True, editable=False, help_text="When the account of an own record was deleted."
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ("name",)
        constraints = [
            models.CheckConstraint(
                condition=Q(takes="upload") | Q(account=None),
                name="partner_of_an_account_is_its_own_record",
            ),
            models.CheckConstraint(
                condition=Q(takes="upload") | ~Q(name__istartswith=OWN_NAME),
                name="partner_is_not_named_as_an_own_record",
                violation_error_message=f"Names that begin with “{OWN_NAME}” are dealers' own.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_own(self) -> bool:
        """Whether it is a dealer's own record, and no organisation that sends for others."""
        return self.takes == self.Takes.UPLOAD

    @property
    def called(self) -> str:
        """What people read of who sends the stock; an own record's name is for operators alone."""
        return "the dealer itself" if self.is_own else self.name


class ApiKey(models.Model):
    """A key of a partner. Only its hash is kept; several may be valid at once, for rotation."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="keys")
    public_id = models.CharField(
        max_length=16, unique=True, help_text="The part of the key that may be shown."
    )
    digest = models.BinaryField(max_length=32, editable=False)
    label = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("partner", "created_at")

    def __str__(self) -> str:
        return f"{self.partner}: csl_{self.public_id}_…"

    @property
    def standing(self) -> str:
        """What the key is good for now: "valid", "expired" or "revoked"."""
        if self.revoked_at is not None:
            return "revoked"
        if self.expires_at is not None and self.expires_at <= timezone.now():
            return "expired"
        return "valid"


class KeyUse(models.Model):
    """How many feeds a key has posted in the minute that began at `since`: see `rate.py`."""

    key = models.OneToOneField(ApiKey, on_delete=models.CASCADE, primary_key=True)
    since = models.DateTimeField()
    feeds = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.key}: {self.feeds} since {self.since:%H:%M:%S}"
