"""The pages on which photographs are dropped: on drafts, and on uploaded vehicles that are on sale.

Each belongs to the account's own record: another's vehicle is not there at all. Without a script
the same addresses take plain forms.
"""

import tempfile
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, cast

from django.contrib import messages
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST, require_safe

from carslink.dealers.models import Dealer
from carslink.media import dropping
from carslink.media.dropping import Drop
from carslink.portal import own, tiles, upload_words
from carslink.portal.bodies import is_too_large
from carslink.stock import dropped
from carslink.stock.addresses import path_of
from carslink.upload import drafts
from carslink.upload.drafts import NoSuchVehicle, NotTaken, TooFew, Vehicle
from carslink.vehicles.registration import format_registration

View = Callable[..., HttpResponse]
A_PAGE = 50
MOST_FILES = 40
"""Of one request without a script; with it, each file is a request of its own."""

MOST_BYTES = 8 * dropping.LARGEST
KEEP_FOUR = (
    f"A vehicle on sale needs {drafts.NEEDED} photographs. Add another one before you remove this."
)

BUSY = "Many photographs are being sent just now. Send yours again in a moment."
AGAIN_AFTER = 3  # seconds, for a script


def of_own_vehicle(view: View) -> View:
    """Give the view the dealer and the vehicle whose registration the address has."""

    @own.needed
    @wraps(view)
    def kept(request: HttpRequest, dealer: Dealer, mark: str) -> HttpResponse:
        try:
            return view(request, dealer, drafts.find(dealer, mark))
        except NoSuchVehicle as error:
            raise Http404 from error

    return kept


def measured(view: View) -> View:
    """Refuse a body that is too large before anything of it is read; that includes its token."""

    @wraps(view)
    def looked(request: HttpRequest, dealer: Dealer, vehicle: Vehicle) -> HttpResponse:
        if is_too_large(request, MOST_BYTES):
            most = MOST_BYTES // 1024**2
            return _told(request, f"Send {most} MB at the most at once: fewer photographs.", 413)
        return view(request, dealer, vehicle)

    return looked


@own.needed
@require_safe
def listed(request: HttpRequest, dealer: Dealer) -> HttpResponse:
    """All drafts, those that lack least first."""
    page = Paginator(drafts.of(dealer), A_PAGE).get_page(request.GET.get("page", "1"))
    context = {
        "dealer": dealer,
        "here": "drafts",
        "page": page,
        "drafts": tiles.of_drafts(page),
        "needed": drafts.NEEDED,
    }
    return render(request, "portal/drafts.html", context)


@of_own_vehicle
@require_safe
def photographs(request: HttpRequest, dealer: Dealer, vehicle: Vehicle) -> HttpResponse:
    """The photographs of one vehicle, and where to drop more."""
    context = {
        "dealer": dealer,
        "here": "vehicles" if vehicle.is_live else "drafts",
        "vehicle": vehicle,
        "plate": format_registration(vehicle.registration),
        "title": tiles.title(vehicle.facts),
        "tiles": tiles.of(vehicle.images, vehicle.is_live),
        "needed": drafts.NEEDED,
        "largest": dropping.LARGEST,
        "page_path": path_of(vehicle.listing) if vehicle.listing else "",
    }
    return render(request, "portal/photographs.html", context)


@csrf_exempt  # for `measured`; the token is checked right behind it
@of_own_vehicle
@measured
@csrf_protect
@require_POST
def drop(request: HttpRequest, dealer: Dealer, vehicle: Vehicle) -> HttpResponse:
    """Keep the files that are dropped on a vehicle.

    A script sends them one by one and asks for JSON; it arranges them when all are there.
    """
    files = [file for name in ("files", "camera") for file in request.FILES.getlist(name)]
    if len(files) > MOST_FILES:
        return _told(request, f"Send {MOST_FILES} photographs at the most at once.", 413)
    try:
        with tempfile.TemporaryDirectory(prefix="carslink-drop-") as folder:
            drops = dropping.keep(dealer.pk, _on_disk(files, Path(folder)))
    except dropping.Busy:
        return _told(request, BUSY, 503)
    images = [each.image for each in drops if each.name]
    if request.accepts("text/html"):
        for file, each in zip(files, drops, strict=True):
            if each.why:
                messages.error(request, _refused(file, each))
        if not files:
            messages.error(request, "Choose a photograph first.")
        return _changed(request, dealer, vehicle, lambda before: [*before, *images])
    if not vehicle.is_live and images:
        drafts.change(dealer, vehicle.registration, lambda before: [*before, *images])
    told = [_as_json(*both) for both in zip(files, drops, strict=True)]
    return JsonResponse({"drops": told})


@of_own_vehicle
@require_POST
def arrange(request: HttpRequest, dealer: Dealer, vehicle: Vehicle) -> HttpResponse:
    """Put the photographs in an order; move or remove one of them."""
    order = request.POST.getlist("image")
    known = dropped.own(dealer.pk)

    def arranged(before: list[str]) -> list[str]:
        wanted = [each for each in order if each in known or each in before]
        rest = [each for each in before if each not in wanted]  # dropped meanwhile, elsewhere
        return _moved([*wanted, *rest], request)

    return _changed(request, dealer, vehicle, arranged)


@of_own_vehicle
@require_POST
def sell(request: HttpRequest, dealer: Dealer, vehicle: Vehicle) -> HttpResponse:
    """Put a draft that has its photographs on sale."""
    return _changed(request, dealer, vehicle, lambda before: before)


@of_own_vehicle
@require_POST
def discard(request: HttpRequest, dealer: Dealer, vehicle: Vehicle) -> HttpResponse:
    """Delete a draft."""
    drafts.remove(dealer, vehicle.registration)
    messages.success(request, f"The draft of {format_registration(vehicle.registration)} is gone.")
    return HttpResponseRedirect(reverse("portal-drafts"))


def _changed(
    request: HttpRequest, dealer: Dealer, vehicle: Vehicle, change: drafts.Change
) -> HttpResponse:
    """Change a vehicle's photographs, put it on sale if it has enough, and show it."""
    mark = vehicle.registration
    try:
        after = drafts.change(dealer, mark, change)
        if not after.is_live and not after.lacking:
            drafts.go_live(dealer, mark)
            messages.success(request, f"{format_registration(mark)} is on sale.")
    except TooFew:
        messages.error(request, KEEP_FOUR)
    except NotTaken as refused:
        for sentence in upload_words.plain(str(refused)):
            messages.error(request, sentence)
    return HttpResponseRedirect(reverse("portal-photographs", args=[mark]))


def _moved(images: list[str], request: HttpRequest) -> list[str]:
    """Move or remove the photograph whose button was pressed, if one was."""
    for name, by in (("earlier", -1), ("later", 1)):
        image = request.POST.get(name)
        if image in images:
            at = images.index(image)
            to = min(max(at + by, 0), len(images) - 1)
            images.insert(to, images.pop(at))
            messages.success(request, f"That photograph is number {to + 1} now.")
    gone = request.POST.get("remove")
    if gone in images:
        images.remove(gone)
    return images


def _on_disk(files: "Sequence[UploadedFile[Any]]", folder: Path) -> list[Path]:
    """Return where the files are, those written out that Django has in memory."""
    paths = []
    for number, file in enumerate(files):
        if isinstance(file, TemporaryUploadedFile):
            paths.append(Path(file.temporary_file_path()))
            continue
        paths.append(folder / f"{number}.part")
        paths[-1].write_bytes(file.read())
    return paths


def _as_json(file: "UploadedFile[Any]", drop: Drop) -> dict[str, str]:
    return {"why": _refused(file, drop)} if drop.why else {"image": drop.image}


def _refused(file: "UploadedFile[Any]", drop: Drop) -> str:
    name = (file.name or "A file")[-60:]
    return f"{name} was not taken: {drop.why}."


def _told(request: HttpRequest, why: str, status: int) -> HttpResponse:
    """Say why nothing of a request was taken, to a script or to a person."""
    if not request.accepts("text/html"):
        later = {"Retry-After": str(AGAIN_AFTER)} if status == 503 else {}
        return JsonResponse({"why": why}, status=status, headers=later)
    messages.error(request, why)
    match = request.resolver_match
    mark = cast(str, match.kwargs["mark"]) if match else ""
    return HttpResponseRedirect(reverse("portal-photographs", args=[mark]))
