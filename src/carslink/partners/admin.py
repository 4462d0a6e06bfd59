"""Partners and their keys in the admin. Keys are made by `carslink partner key`, never here."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from carslink.partners.models import ApiKey, Partner

OWN = Q(takes=Partner.Takes.UPLOAD)


class ReadOnly(admin.ModelAdmin):  # type: ignore[type-arg]
    """Shows, and changes nothing: what feeds make, a change made here would not be told of."""

    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


class Kind(admin.SimpleListFilter):
    """Partners alone, unless dealers' own records are asked for: there may be thousands."""

    title, parameter_name = "kind", "kind"

    def lookups(self, request: HttpRequest, model_admin: object) -> list[tuple[str, str]]:
        return [("own", "Dealers' own records")]

    def choices(self, changelist: Any) -> Iterator[Any]:
        """Yield the choices; the first is called what it is."""
        first, *others = super().choices(changelist)
        yield {**first, "display": "Partners"}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(OWN) if self.value() == "own" else queryset.exclude(OWN)


class PartnersAlone(admin.RelatedFieldListFilter):
    """A filter by partner that does not name each dealer's own record."""

    def field_choices(
        self, field: Any, request: HttpRequest, model_admin: Any
    ) -> list[tuple[Any, Any]]:
        ordering = self.field_admin_ordering(field, request, model_admin)
        choices: list[tuple[Any, Any]] = field.get_choices(
            include_blank=False, ordering=ordering, limit_choices_to=~OWN
        )
        return choices


@admin.register(Partner)
class PartnerAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("name", "takes", "verified", "active", "brake_percent", "created_at")
    list_filter = (Kind, "takes", "verified", "active")
    search_fields = ("name", "account__email")
    readonly_fields = ("account", "closed_at", "created_at")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """An own record stays one, under its name; no badge is to be had for it."""
        fixed = ("name", "takes", "verified") if obj is not None and obj.is_own else ()
        return (*fixed, *self.readonly_fields)

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **named: Any) -> Any:
        """Nobody is made a dealer's own record here."""
        if db_field.name == "takes":
            named["choices"] = [each for each in Partner.Takes.choices if each[0] != "upload"]
        return super().formfield_for_choice_field(db_field, request, **named)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An own record goes with its account, and in its own way."""
        if obj is not None and obj.is_own:
            return False
        return super().has_delete_permission(request, obj)


@admin.register(ApiKey)
class ApiKeyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("public_id", "partner", "label", "standing", "last_used_at", "expires_at")
    list_select_related = ("partner",)
    list_filter = (("partner", PartnersAlone),)
    search_fields = ("public_id", "label", "partner__name")
    readonly_fields = ("partner", "public_id", "created_at", "last_used_at")
    actions = ("revoke_keys",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # a key's text is shown once, by the command line

    @admin.action(description="Revoke the selected keys")
    def revoke_keys(self, request: HttpRequest, keys: QuerySet[ApiKey]) -> None:
        revoked = keys.filter(revoked_at=None).update(revoked_at=timezone.now())
        self.message_user(request, f"{revoked} keys revoked.")
