"""Who brings stock in: a partner and its keys."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone


class Partner(models.Model):
    """An organisation whose system pushes its dealers' stock, or lets Carslink pull it."""

    class Takes(models.TextChoices):
        PUSH = "push", "pushes its feeds"
        PULL = "pull", "is pulled"

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
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


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
