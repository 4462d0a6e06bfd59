"""What an operator sees of uploads: that they are there, and how far they came."""

from django.contrib import admin
from django.http import HttpRequest

from carslink.partners.admin import ReadOnly
from carslink.upload.models import Draft, Upload


@admin.register(Upload)
class UploadAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Uploads, to be looked at; what they hold is the dealer's."""

    list_display = ("name", "dealer", "state", "created_at", "published_at")
    list_filter = ("state",)
    search_fields = ("name", "dealer__name", "sync_id")
    fields = (
        "name", "dealer", "link", "size", "sheet", "state", "trouble", "mode", "sync_id",
        "created_at", "published_at",
    )  # fmt: skip
    readonly_fields = fields

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Upload | None = None) -> bool:
        return False


@admin.register(Draft)
class DraftAdmin(ReadOnly):
    """Vehicles that wait for photographs."""

    list_display = ("registration", "dealer", "created_at", "changed_at")
    list_select_related = ("dealer",)
    search_fields = ("=registration", "=dealer__slug")
