"""Partners and their keys in the admin. Keys are made by `carslink partner key`, never here."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from carslink.partners.models import ApiKey, Partner


class ReadOnly(admin.ModelAdmin):  # type: ignore[type-arg]
    """Shows, and changes nothing: what feeds make, a change made here would not be told of."""

    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Partner)
class PartnerAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("name", "takes", "verified", "active", "brake_percent", "created_at")
    list_filter = ("takes", "verified", "active")
    search_fields = ("name",)
    readonly_fields = ("created_at",)


@admin.register(ApiKey)
class ApiKeyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("public_id", "partner", "label", "standing", "last_used_at", "expires_at")
    list_select_related = ("partner",)
    list_filter = ("partner",)
    search_fields = ("public_id", "label", "partner__name")
    readonly_fields = ("partner", "public_id", "created_at", "last_used_at")
    actions = ("revoke_keys",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # a key's text is shown once, by the command line

    @admin.action(description="Revoke the selected keys")
    def revoke_keys(self, request: HttpRequest, keys: QuerySet[ApiKey]) -> None:
        revoked = keys.filter(revoked_at=None).update(revoked_at=timezone.now())
        self.message_user(request, f"{revoked} keys revoked.")
