"""Old addresses and claims in the admin, to look at. Dealers themselves: see `backoffice`."""

from django.contrib import admin

from carslink.dealers.models import Claim, FormerSlug
from carslink.partners.admin import ReadOnly


@admin.register(FormerSlug)
class FormerSlugAdmin(ReadOnly):
    list_display = ("slug", "dealer")
    list_select_related = ("dealer",)
    search_fields = ("slug", "dealer__slug")


@admin.register(Claim)
class ClaimAdmin(ReadOnly):
    list_display = ("email", "created_at", "used_at")
    search_fields = ("email",)
