"""Dealers in the admin."""

from django.contrib import admin

from carslink.dealers.models import Dealer


@admin.register(Dealer)
class DealerAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("name", "partner", "partner_dealer_id", "town", "postcode", "full_feed_at")
    list_select_related = ("partner",)
    list_filter = ("partner", "region")
    search_fields = ("name", "slug", "partner_dealer_id", "postcode", "email")
    readonly_fields = (
        "partner",
        "partner_dealer_id",
        "feeds",
        "full_feed",
        "full_feed_at",
        "created_at",
    )
