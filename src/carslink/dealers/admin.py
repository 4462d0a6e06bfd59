"""Dealers in the admin: to look at. Their feeds say who they are."""

from django.contrib import admin

from carslink.dealers.models import Claim, Dealer, FormerSlug
from carslink.partners.admin import ReadOnly


@admin.register(Dealer)
class DealerAdmin(ReadOnly):
    list_display = ("name", "partner", "partner_dealer_id", "town", "postcode", "full_feed_at")
    list_select_related = ("partner",)
    list_filter = ("partner", "region")
    search_fields = ("name", "slug", "partner_dealer_id", "postcode", "email")


@admin.register(FormerSlug)
class FormerSlugAdmin(ReadOnly):
    list_display = ("slug", "dealer")
    list_select_related = ("dealer",)
    search_fields = ("slug", "dealer__slug")


@admin.register(Claim)
class ClaimAdmin(ReadOnly):
    list_display = ("email", "created_at", "used_at")
    search_fields = ("email",)
