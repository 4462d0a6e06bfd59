"""Dealers in the admin: their feeds say who they are, and operators what their pages are.

What changes stock's cards goes through `stock.records`, never through a form's `save()`.
"""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.views.main import PAGE_VAR
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from carslink.backoffice import duplicates
from carslink.backoffice.models import LinkedRecord, NotTheSame, PossibleDuplicate
from carslink.dealers.models import Dealer
from carslink.partners.admin import PartnersAlone, ReadOnly
from carslink.stock import records

A_PAGE = 25

admin.site.site_header = admin.site.site_title = "Carslink"


@admin.register(Dealer)
class DealerAdmin(ReadOnly):
    """Shows all; who keeps a dealer can be changed here, and the address of its page."""

    list_display = ("name", "partner", "partner_dealer_id", "town", "postcode", "full_feed_at")
    list_select_related = ("partner",)
    list_filter = (("partner", PartnersAlone), "region")
    search_fields = ("name", "slug", "partner_dealer_id", "postcode", "email")
    autocomplete_fields = ("keepers",)
    change_form_template = "backoffice/dealer.html"

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return admin.ModelAdmin.has_change_permission(self, request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: object = None) -> tuple[str, ...]:
        fields = [each.name for each in Dealer._meta.fields if each.name != "id"]
        return (*fields, "former_addresses", "records_shown", "offers")

    def save_model(self, request: HttpRequest, obj: Dealer, form: Any, change: bool) -> None:
        """Save nothing of the dealer's row, which feeds write: only its keepers are changed."""

    @admin.display(description="Former addresses")
    def former_addresses(self, dealer: Dealer) -> str:
        slugs = dealer.former_slugs.order_by("slug").values_list("slug", flat=True)
        return ", ".join(slugs) or "none"

    @admin.display(description="Records that its page shows too")
    def records_shown(self, dealer: Dealer) -> SafeString | str:
        others = dealer.others.select_related("partner").order_by("pk")
        return _links((each, f"{each}, {each.partner}") for each in others) or "none"

    @admin.display(description="Claims")
    def offers(self, dealer: Dealer) -> SafeString | str:
        told = (
            (claim.email, f"{claim.created_at:%Y-%m-%d}", _fate(claim.used_at))
            for claim in dealer.claims.order_by("-pk")[:20]
        )
        return format_html_join("\n", "<div>{}, offered {}, {}</div>", told) or "none"

    def get_urls(self) -> list[URLPattern]:
        wrapped = self.admin_site.admin_view(self.address_view)
        mine = [path("<int:dealer>/address/", wrapped, name="dealers_dealer_address")]
        return [*mine, *super().get_urls()]

    def address_view(self, request: HttpRequest, dealer: int) -> HttpResponse:
        """Give a dealer's page another address."""
        found = get_object_or_404(Dealer, pk=dealer)
        if not self.has_change_permission(request, found):
            raise PermissionDenied
        form = Address(request.POST or None, initial={"slug": found.slug})
        if form.is_valid():
            try:
                records.rename(found, form.cleaned_data["slug"])
            except records.SlugTaken:
                form.add_error("slug", "Another dealer's page has this address, or had it once.")
            else:
                messages.success(request, "The page has its new address; the old one leads there.")
                return HttpResponseRedirect(reverse("admin:dealers_dealer_change", args=[dealer]))
        return _page(self, request, "address", form=form, dealer=found)


class Address(forms.Form):
    """The last part of a dealer's address."""

    slug = forms.SlugField(
        max_length=100,
        label="Address",
        help_text="Letters a to z, digits and hyphens: what stands after /dealers/.",
    )

    def clean_slug(self) -> str:
        """Return it in lower case. Raises ValidationError for what another page has."""
        slug: str = self.cleaned_data["slug"].lower()
        if slug == "in":
            raise forms.ValidationError("The directory has this address.")
        return slug


class Decisions(ReadOnly):
    """A page of the admin that lists records, and takes decisions about them by POST."""

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return admin.ModelAdmin.has_change_permission(self, request, obj)

    def get_urls(self) -> list[URLPattern]:
        """One page, and none for each record: those are the dealers' own."""
        return [each for each in super().get_urls() if str(each.name).endswith("_changelist")]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            self.decide(request)
            return HttpResponseRedirect(request.get_full_path())
        return self.listed(request, max(1, _number(request.GET.get(PAGE_VAR)) or 1))

    def decide(self, request: HttpRequest) -> None:
        raise NotImplementedError

    def listed(self, request: HttpRequest, number: int) -> HttpResponse:
        raise NotImplementedError


@admin.register(PossibleDuplicate)
class PossibleDuplicateAdmin(Decisions):
    """Pairs of records that look like one business: link them, or tell them apart."""

    def decide(self, request: HttpRequest) -> None:
        """Do what the pressed button says about the pair."""
        one = get_object_or_404(Dealer, pk=_number(request.POST.get("one")))
        other = get_object_or_404(Dealer, pk=_number(request.POST.get("other")))
        decision = request.POST.get("decision")
        if decision == "apart":
            first, second = sorted((one.pk, other.pk))
            NotTheSame.objects.get_or_create(
                one_id=first, other_id=second, defaults={"decided_by_id": request.user.pk}
            )
            messages.success(request, f"{one} and {other} are not shown as a pair any more.")
            return
        if decision not in ("one", "other"):
            return
        stays, joins = (one, other) if decision == "one" else (other, one)
        try:
            records.link(joins, stays)
        except records.CannotLink as refused:
            messages.error(request, f"{one} and {other} were not linked: {refused}.")
        else:
            messages.success(request, f"{stays.page} shows the stock of {joins.partner} too now.")

    def listed(self, request: HttpRequest, number: int) -> HttpResponse:
        pairs, total = duplicates.pairs(number, A_PAGE)
        return _page(self, request, "duplicates", pairs=pairs, total=total, number=number,
                     previous=number - 1, following=number + 1 if number * A_PAGE < total else 0,
                     )  # fmt: skip


@admin.register(LinkedRecord)
class LinkedRecordAdmin(Decisions):
    """Records that another's page shows: each can have its own page again."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Dealer]:
        return (
            super()
            .get_queryset(request)
            .filter(shown_with__isnull=False)
            .select_related("shown_with")
            .order_by("pk")
        )

    def decide(self, request: HttpRequest) -> None:
        """Give a record its own page again."""
        dealer = get_object_or_404(Dealer, pk=_number(request.POST.get("dealer")))
        records.unlink(dealer)
        messages.success(request, f"{dealer} has a page of its own again: /dealers/{dealer.slug}.")

    def listed(self, request: HttpRequest, number: int) -> HttpResponse:
        first = (number - 1) * A_PAGE
        linked = list(self.get_queryset(request)[first : first + A_PAGE + 1])
        together = [(each.pk, each.page.pk) for each in linked[:A_PAGE]]
        known = duplicates.records(id_ for pair in together for id_ in pair)
        pairs = [(known[record], known[main]) for record, main in together]
        following = number + 1 if len(linked) > A_PAGE else 0
        return _page(self, request, "linked", pairs=pairs, number=number,
                     previous=number - 1, following=following)  # fmt: skip


@admin.register(NotTheSame)
class NotTheSameAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Pairs that were told apart; deleting one brings the pair back."""

    list_display = ("one", "other", "decided_at", "decided_by")
    list_select_related = ("one", "other", "decided_by")
    search_fields = ("one__name", "one__slug", "other__name", "other__slug")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


def _page(
    owner: "admin.ModelAdmin[Any]", request: HttpRequest, name: str, **context: object
) -> TemplateResponse:
    whole = {**owner.admin_site.each_context(request), "opts": owner.opts, **context}
    return TemplateResponse(request, f"backoffice/{name}.html", whole)


def _links(dealers: Any) -> SafeString:
    return format_html_join(
        ", ",
        '<a href="{}">{}</a>',
        ((reverse("admin:dealers_dealer_change", args=[each.pk]), told) for each, told in dealers),
    )


def _fate(used_at: Any) -> str:
    return "not used" if used_at is None else f"used {used_at:%Y-%m-%d}"


def _number(text: str | None) -> int | None:
    """Return an id or a page from a request; None for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 18 else None
