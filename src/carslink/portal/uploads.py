"""The pages by which a dealer's own table becomes stock: its columns, and what would go live.

Each belongs to the account's own record; another's upload is not there at all.
"""

from collections.abc import Callable
from decimal import Decimal
from functools import wraps
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from carslink.dealers.models import Dealer
from carslink.portal import column_form, history, mine, own, upload_words
from carslink.portal.bodies import is_too_large
from carslink.stock.models import Feed, Listing
from carslink.upload import drafts, flow, kept_rows, template, writing
from carslink.upload.models import Problem, Upload
from carslink.upload.unreadable import UnreadableTable
from carslink.vehicles.registration import format_registration

View = Callable[..., HttpResponse]
A_PAGE = 50
LISTED = 20
ENVELOPE = 64 * 1024  # bytes of a form beside its file
MEGABYTE = 1024 * 1024
FORMATS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def of_own_upload(view: View) -> View:
    """Give the view the dealer and the upload that the address names, if it is the dealer's."""

    @own.needed
    @wraps(view)
    def kept(request: HttpRequest, dealer: Dealer, public_id: str, **named: Any) -> HttpResponse:
        upload = dealer.uploads.filter(public_id=public_id).first()
        if upload is None:
            raise Http404
        upload.dealer = dealer
        return view(request, upload, **named)

    return kept


def measured(view: View) -> View:
    """Refuse a body that is too large before anything of it is read; that includes its token."""

    @wraps(view)
    def looked(request: HttpRequest, dealer: Dealer) -> HttpResponse:
        if is_too_large(request, settings.UPLOAD_MAX_BYTES + ENVELOPE):
            return _uploads(request, dealer, _too_large(), status=413)
        return view(request, dealer)

    return looked


@csrf_exempt  # for `measured`; the token is checked right behind it
@own.needed
@measured
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def uploads(request: HttpRequest, dealer: Dealer) -> HttpResponse:
    """Send a file or a link; and the latest that were sent."""
    if request.method != "POST":
        return _uploads(request, dealer)
    content, link = request.FILES.get("file"), request.POST.get("link", "").strip()
    if "whole" not in request.POST:  # which stands last in the form
        return _uploads(request, dealer, "The file did not arrive whole. Send it again.", 400)
    try:
        if content is not None:
            if not content.size:
                raise UnreadableTable("This file is empty. Save it in your spreadsheet, and try.")
            upload = flow.receive(dealer, content.name or "", content)
        elif link:
            upload = flow.receive_link(dealer, link)
        else:
            raise UnreadableTable("Choose a file, or paste the link of a Google sheet.")
    except UnreadableTable as error:
        return _uploads(request, dealer, str(error), 422)
    return _to(upload)


def _uploads(
    request: HttpRequest, dealer: Dealer, trouble: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "dealer": dealer,
        "here": "uploads",
        "trouble": trouble,
        "link": request.POST.get("link", "") if status not in (400, 413) else "",
        "most": settings.UPLOAD_MAX_BYTES // MEGABYTE,
        "most_bytes": settings.UPLOAD_MAX_BYTES,
        "uploads": dealer.uploads.order_by("-created_at")[:LISTED],
        "senders": mine.senders_of(request.user),
    }
    return render(request, "portal/uploads.html", context, status=status)


def _too_large() -> str:
    return (
        f"This file is larger than {settings.UPLOAD_MAX_BYTES // MEGABYTE} MB. Stock lists are far"
        " smaller: save it without pictures inside, or as CSV, and send that."
    )


@of_own_upload
@require_safe
def upload(request: HttpRequest, upload: Upload) -> HttpResponse:
    """Where an upload stands, and what the dealer can do now."""
    if request.htmx:  # type: ignore[attr-defined]
        return _progress(request, upload)
    if upload.is_at_work:
        return render(request, "portal/upload_working.html", _about(upload))
    match upload.state:
        case Upload.State.COLUMNS:
            return _columns(request, upload, column_form.settled(upload))
        case Upload.State.READY:
            return _preview(request, upload)
        case Upload.State.PUBLISHED:
            return _published(request, upload)
    return render(request, "portal/upload_failed.html", _about(upload))


def _progress(request: HttpRequest, upload: Upload) -> HttpResponse:
    if upload.is_at_work:
        return render(request, "portal/upload_progress.html", _about(upload))
    answer = HttpResponse()
    answer["HX-Refresh"] = "true"
    return answer


@of_own_upload
@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: HttpRequest, upload: Upload) -> HttpResponse:
    """What the columns are: proposed, and settled by the dealer."""
    if not upload.table or upload.state not in flow.SETTLED:
        return _to(upload)
    if request.method != "POST":
        return _columns(request, upload, column_form.settled(upload))
    settled = column_form.sent(upload, request.POST.dict())
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "portal/upload_missing.html", _lacks(settled))
    flow.settle(upload, settled.choices, settled.defaults, settled.mode)
    return _to(upload)


def _columns(request: HttpRequest, upload: Upload, settled: column_form.Settled) -> HttpResponse:
    live = Listing.objects.filter(dealer=upload.dealer, state=Listing.State.LIVE).count()
    is_first_time = not upload.chosen and not upload.table.get("is_mended")
    asked = column_form.asked(upload, settled)
    context = {
        **_about(upload),
        **_lacks(settled),
        "columns": asked,
        "doubtful": [each for each in asked if each.sure in ("likely", "unsure")],
        "groups": column_form.offered_choices(upload),
        "defaults": column_form.defaults(settled),
        "is_full": not live if is_first_time else settled.mode == "full_replace",
        "live": live,
        "left_out": upload.table["width"] - len(upload.table["columns"]),
        "senders": mine.senders_of(request.user),
    }
    return render(request, "portal/upload_columns.html", context)


def _lacks(settled: column_form.Settled) -> dict[str, Any]:
    return {"missing": column_form.missing(settled), "twice": column_form.twice(settled)}


def _preview(request: HttpRequest, upload: Upload) -> HttpResponse:
    preview = upload.preview
    taken = preview["new"] + preview["changed"] + preview["unchanged"]
    is_full = upload.mode == Feed.Mode.FULL_REPLACE
    removed = [format_registration(each) for each in preview["removed_named"]]
    context = {
        **_about(upload),
        **_problems(request, upload),
        "preview": {**preview, "removed_named": removed},
        "sample": [_shown(each) for each in preview["sample"]],
        "of_the_whole_file": column_form.of_the_whole_file(column_form.settled(upload)),
        "taken": taken,
        "is_full": is_full,
        "other_mode": Feed.Mode.PARTIAL if is_full else Feed.Mode.FULL_REPLACE,
        "can_publish": bool(taken or preview["draft"]),
        "is_drastic": preview["removed"] * 2 > preview["live"],
        "remarks": [
            {**each, "words": " ".join(upload_words.plain(each["reason"]))}
            for each in preview["remarks"]
        ],
    }
    return render(request, "portal/upload_preview.html", context)


def _shown(vehicle: dict[str, Any]) -> dict[str, Any]:
    return {
        **vehicle,
        "plate": format_registration(vehicle["registration"]),
        "price": Decimal(vehicle["price"]),
    }


def _problems(request: HttpRequest, upload: Upload) -> dict[str, Any]:
    found = upload.problems.exclude(kind=Problem.Kind.DRAFT).order_by("row")
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page", "1"))
    return {
        "page": page,
        "problems": [upload_words.shown(each) for each in page],
        "reasons": upload_words.most_frequent(found) if page.paginator.count > 5 else [],
        "can_be_mended": _to_mend(upload).exclude(kind=Problem.Kind.DRAFT).exists(),
    }


def _published(request: HttpRequest, upload: Upload) -> HttpResponse:
    told = history.find(upload.dealer, upload.sync_id, 1)
    context = {**_about(upload), **_problems(request, upload), "told": told}
    context["skipped"] = context["page"].paginator.count
    lacking = upload.problems.filter(kind=Problem.Kind.DRAFT).values("named")
    context["waiting"] = drafts.of(upload.dealer).filter(registration__in=lacking).count()
    return render(request, "portal/upload_published.html", context)


@of_own_upload
@require_POST
def sheet(request: HttpRequest, upload: Upload) -> HttpResponse:
    """Read another sheet of the workbook."""
    flow.read_sheet(upload, request.POST.get("sheet", ""))
    return _to(upload)


@of_own_upload
@require_POST
def mode(request: HttpRequest, upload: Upload) -> HttpResponse:
    """See what the other way of publishing would do."""
    if upload.state == Upload.State.READY:
        wanted = flow.mode_of(request.POST.get("mode"))
        flow.settle(upload, upload.chosen, upload.defaults, wanted)
    return _to(upload)


@of_own_upload
@require_POST
def publish(request: HttpRequest, upload: Upload) -> HttpResponse:
    """Make it stock."""
    flow.publish(upload)
    return _to(upload)


@of_own_upload
@require_POST
def again(request: HttpRequest, upload: Upload) -> HttpResponse:
    """Try again what has stopped."""
    flow.again(upload)
    return _to(upload)


@of_own_upload
@require_POST
def delete(request: HttpRequest, upload: Upload) -> HttpResponse:
    """Delete the file and what is known of it; stock that it has become stays."""
    flow.drop(upload)
    return HttpResponseRedirect(reverse("portal-uploads"))


@of_own_upload
@require_safe
def problems(request: HttpRequest, upload: Upload, ending: str) -> HttpResponse:
    """The rows that do not go live, as a spreadsheet with what to mend."""
    told = {each.row: " ".join(upload_words.why(each)) for each in _to_mend(upload)}
    if not told:
        raise Http404
    name = f"{upload.name.rpartition('.')[0] or upload.name} - to mend.{ending}"
    answer = _download(name, ending)
    found = ((row, told[row.number]) for row in kept_rows.rows(upload) if row.number in told)
    rows = writing.problem_rows(upload.table["header"], upload.table["width"], found)
    (writing.write_csv if ending == "csv" else writing.write_xlsx)(answer, rows)  # type: ignore[arg-type]
    return answer


def _to_mend(upload: Upload) -> QuerySet[Problem]:
    """Return the rows that can be mended; one that another stands for would come to count again."""
    return upload.problems.exclude(kind=Problem.Kind.REPEATED)


@own.needed
@require_safe
def template_file(request: HttpRequest, dealer: Dealer, ending: str) -> HttpResponse:
    """The table to start from."""
    answer = _download(f"carslink-stock.{ending}", ending)
    (template.write_csv if ending == "csv" else template.write_xlsx)(answer)  # type: ignore[arg-type]
    return answer


def _download(name: str, ending: str) -> HttpResponse:
    answer = HttpResponse(content_type=FORMATS[ending])
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer


def _about(upload: Upload) -> dict[str, Any]:
    return {"upload": upload, "dealer": upload.dealer, "here": "uploads"}


def _to(upload: Upload) -> HttpResponse:
    return HttpResponseRedirect(reverse("portal-upload", args=[upload.public_id]))
