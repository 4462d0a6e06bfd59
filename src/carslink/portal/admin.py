"""Letters and registrations in the admin: to look at.

The links of letters are made when they are sent, and kept nowhere.
"""

from django.contrib import admin

from carslink.partners.admin import ReadOnly
from carslink.portal.models import Letter, Move, Registration, Reminder


@admin.register(Letter)
class LetterAdmin(ReadOnly):
    list_display = ("to", "kind", "asked_at", "sent_at")
    list_filter = ("kind",)
    search_fields = ("to",)


@admin.register(Registration)
class RegistrationAdmin(ReadOnly):
    list_display = ("email", "name", "postcode", "asked_at")
    search_fields = ("email", "name")
    exclude = ("password",)


@admin.register(Move)
class MoveAdmin(ReadOnly):
    list_display = ("account", "email", "asked_at", "done_at")
    list_select_related = ("account",)
    search_fields = ("email", "account__email")


@admin.register(Reminder)
class ReminderAdmin(ReadOnly):
    list_display = ("dealer", "days", "first_at", "until", "written_at")
    list_select_related = ("dealer",)
    search_fields = ("=dealer__slug",)
