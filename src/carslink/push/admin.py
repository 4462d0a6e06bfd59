"""What partners sent with an idempotency key, in the admin: to look at."""

from django.contrib import admin

from carslink.partners.admin import ReadOnly
from carslink.push.models import IdempotencyKey


@admin.register(IdempotencyKey)
class IdempotencyKeyAdmin(ReadOnly):
    list_display = ("partner", "key", "sync_id", "taken_at")
    list_select_related = ("partner",)
    search_fields = ("=key", "=sync_id")
