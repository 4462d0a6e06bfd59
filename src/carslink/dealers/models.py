"""A dealer: one partner's client, with its profile, where its feeds stand, and who keeps it."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from carslink.partners.models import Partner


class Dealer(models.Model):
    """A dealer is (partner, partner_dealer_id). Its row is the lock under which its stock changes.

    `full_feed`, `full_feed_at` and `full_feed_uploaded` speak for every listing that the last full
    feed took, so that a feed which changes nothing writes one row, not thousands.
    """

    partner = models.ForeignKey(
        Partner, on_delete=models.PROTECT, related_name="dealers", db_index=False
    )
    partner_dealer_id = models.CharField(max_length=100)
    slug = models.SlugField(max_length=100, unique=True)

    name = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=400, blank=True, help_text="As buyers see it.")
    address_as_sent = models.CharField(
        max_length=400, blank=True, help_text="In one line; empty: built from the parts below."
    )
    address_line_1 = models.CharField(max_length=200, blank=True)
    address_line_2 = models.CharField(max_length=200, blank=True)
    town = models.CharField(max_length=100, blank=True)
    county = models.CharField(max_length=100, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    website = models.CharField(max_length=400, blank=True)

    # What the postcode says: see `places`.
    location = models.CharField(max_length=100, blank=True)
    region = models.CharField(max_length=40, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)

    shown_with = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="others",
        help_text="The record of the same business whose page shows this one's stock too.",
    )
    keepers = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="dealers",
        help_text="Whose account may look after this dealer in the portal.",
    )

    feeds = models.PositiveBigIntegerField(default=0, editable=False)
    full_feed = models.PositiveBigIntegerField(default=0, editable=False)
    full_feed_at = models.DateTimeField(null=True, editable=False)
    full_feed_uploaded = models.BooleanField(default=False, db_default=False, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("partner", "partner_dealer_id"), name="dealer_of_partner"
            )
        ]

    def __str__(self) -> str:
        return self.name or self.slug

    @property
    def title(self) -> str:
        """What buyers see as the dealer's name."""
        return self.name or "Independent dealer"

    @property
    def page(self) -> "Dealer":
        """The record whose page shows this one: itself, unless the operator has linked it."""
        return self.shown_with or self


class FormerSlug(models.Model):
    """An address that a dealer's page once had; it leads to the page for good."""

    slug = models.SlugField(max_length=100, primary_key=True)
    dealer = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="former_slugs")

    def __str__(self) -> str:
        return self.slug


class Claim(models.Model):
    """An offer, to one e-mail address, to look after dealers in the portal: see `claims.py`."""

    email = models.EmailField(max_length=254)
    dealers = models.ManyToManyField(Dealer, related_name="claims")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    used_at = models.DateTimeField(null=True, editable=False)

    def __str__(self) -> str:
        return f"{self.email}, {self.created_at:%Y-%m-%d %H:%M}"
