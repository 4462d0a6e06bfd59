"""The pages for buyers: each view asks the engine or the database, and fills a template."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any
from urllib.parse import quote, urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from carslink.api.refusals import Unavailable
from carslink.search import engine, near, relax, similar, understand, vehicles
from carslink.search.api import LARGEST_ID
from carslink.search.query import LONGEST_VALUE, Query, parse_leniently, unread_bounds
from carslink.site import examples, facts, filter_form, headline, landing, paging
from carslink.stock.addresses import KINDS as PATHS
from carslink.stock.addresses import path_of
from carslink.stock.models import Listing
from carslink.vehicles.folding import fold

View = Callable[..., HttpResponse]

MAKES_ON_HOME = 32
NEWEST_ON_HOME = 8
ALIKE = 4
REMEMBER_PLACES_FOR = 86_400  # seconds: places do not move


def needs_index(view: View) -> View:
    """Show a page that asks for a moment's patience while there is no index to search."""

    @wraps(view)
    def patient(request: HttpRequest, **named: Any) -> HttpResponse:
        try:
            return view(request, **named)
        except Unavailable as unavailable:
            page = render(request, "site/building.html", status=unavailable.status)
            page.headers["Retry-After"] = unavailable.headers["Retry-After"]
            return page

    return patient


@require_safe
@needs_index
def home(request: HttpRequest) -> HttpResponse:
    """One field, how much there is, and the makes."""
    answer = engine.search(Query(sort="newest", page_size=NEWEST_ON_HOME))
    counts = {each["value"]: each["count"] for each in answer.facets["vehicle_type"]}
    makes = answer.facets["make"][:MAKES_ON_HOME]
    context = {
        "total": answer.total,
        "kinds": [
            (landing.kind_path(kind), kind, counts[kind]) for kind in PATHS if kind in counts
        ],
        "makes": [
            (make["value"], make["count"])
            for make in sorted(makes, key=lambda make: fold(make["value"]))
        ],
        "regions": answer.facets["region"],
        "newest": answer.results,
        "examples": examples.that_find_something(),
    }
    return render(request, "site/home.html", context)


@require_safe
def credits_page(request: HttpRequest) -> HttpResponse:
    """Whose data the site stands on, as their licences ask."""
    return render(request, "site/credits.html")


@require_safe
@needs_index
def results(request: HttpRequest) -> HttpResponse:
    """What was found, with filters and their counts."""
    query = parse_leniently(request.GET)
    meant, understood = understand.meant(query)
    query = query.placed(meant.near)
    # The form shows what the address says: what the words say is shown and taken away as chips.
    answer = replace(engine.search(meant), query=query)
    place = " ".join(request.GET.get("near", "").split())[:LONGEST_VALUE]
    unknown_place = "" if query.near else place
    unread = unread_bounds(request.GET)
    # What nobody can read stays in addresses, for what says so to be there again.
    beside = [("near", unknown_place)] if unknown_place else []
    beside += [(name, written) for name, (written, _) in unread.items()]
    context = {
        "query": query,
        "meant": meant,
        "answer": answer,
        "headline": headline.of(meant, answer.total),
        "chips": understand.plates(query, understood),
        "form": filter_form.of(answer, meant, unread),
        "pages": paging.of(query, answer.total),
        "relaxed": [] if answer.total else relax.of(meant),
        "unknown_place": unknown_place,
        "beside": f"&{urlencode(beside)}" if beside else "",
    }
    page = render(request, "site/results.html", context)
    # What htmx puts into the address bar: the question alone, without the form's empty fields.
    asked = urlencode(query.pairs() + beside)
    page.headers["HX-Push-Url"] = f"{request.path}?{asked}".rstrip("?")
    return page


@require_safe
@cache_control(private=True, max_age=REMEMBER_PLACES_FOR)
def place(request: HttpRequest) -> JsonResponse:
    """Where a town or postcode is, for a device that remembers it: nothing of it is kept here."""
    found = near.find(request.GET.get("text", "")[:LONGEST_VALUE])
    if found is None:
        return JsonResponse({"error": "must be a British postcode, outcode or town"}, status=404)
    return JsonResponse({"label": found.label, "lat": found.lat, "lon": found.lon})


@require_safe
def vehicle(request: HttpRequest, listing: str) -> HttpResponse:
    """One vehicle, from the database: what was taken down is gone at the very next request."""
    number = int(listing)
    found = vehicles.find(number) if number <= LARGEST_ID else None
    if found is None:
        raise Http404
    if not vehicles.is_live(found):
        context = {
            "listing": found,
            "why": vehicles.why_gone(found),
            "alike": _alike(found),
            "up": landing.up_from(found),
            "same_model": _question_that_finds(facts.same_model(found)),
        }
        return render(request, "site/gone.html", context, status=410)
    path = path_of(found)
    if request.path != path:
        # Not for ever: a make corrected, and corrected back, would send browsers in circles.
        asked = request.META.get("QUERY_STRING", "")
        return HttpResponseRedirect(quote(path) + (f"?{asked}" if asked else ""))
    if (shown := vehicles.shown_instead(found)) is not None:
        return HttpResponseRedirect(quote(path_of(shown)))  # while it is the one to show
    context = {**facts.page_of(found), "alike": _alike(found), "up": landing.up_from(found)}
    return render(request, "site/vehicle.html", context)


def _question_that_finds(query: Query) -> Query | None:
    """Return a question that finds something; None while this machine has no index."""
    try:
        return query if engine.count(query) else None
    except Unavailable:
        return None


def _alike(listing: Listing) -> list[dict[str, Any]]:
    """Return the cards of similar vehicles; none while this machine has no index."""
    try:
        return similar.of(listing, ALIKE)
    except Unavailable:
        return []
