"""Letters in the admin: to look at. Their links are made when they are sent, and kept nowhere."""

from django.contrib import admin

from carslink.partners.admin import ReadOnly
from carslink.portal.models import Letter


@admin.register(Letter)
class LetterAdmin(ReadOnly):
    list_display = ("to", "claim", "asked_at", "sent_at")
    list_select_related = ("claim",)
    search_fields = ("to",)
