"""Letters of welcome in the admin: to look at, and to send again where that is for a person."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from carslink.partners.admin import ReadOnly
from carslink.welcome.models import Letter, Welcomed


@admin.register(Letter)
class LetterAdmin(ReadOnly):
    list_display = ("email", "partner", "state", "due_at", "attempts", "sent_at", "trouble")
    list_select_related = ("partner",)
    list_filter = ("state", "partner")
    search_fields = ("email",)
    actions = ("send_again",)

    @admin.action(
        description="Send again: failed ones, and doubtful ones that were not sent",
        permissions=("view",),
    )
    def send_again(self, request: HttpRequest, letters: QuerySet[Letter]) -> None:
        again = letters.filter(state__in=(Letter.State.FAILED, Letter.State.DOUBTFUL))
        # No new dealers join it: it counts as tried.
        count = again.update(state=Letter.State.WAITING, attempts=1, due_at=timezone.now())
        self.message_user(request, f"{count} letters are sent within seconds.")


@admin.register(Welcomed)
class WelcomedAdmin(ReadOnly):
    list_display = ("dealer", "letter")
    list_select_related = ("dealer", "letter")
    search_fields = ("dealer__slug", "letter__email")
