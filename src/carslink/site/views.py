"""The pages for buyers: each view asks the engine or the database, and fills a template."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from carslink.api.refusals import Unavailable
from carslink.search import engine, relax, understand, vehicles
from carslink.search.api import LARGEST_ID
from carslink.search.query import Query, parse_leniently
from carslink.site import facts, filter_form, paging
from carslink.stock.addresses import path_of
from carslink.stock.models import Listing
from carslink.vehicles.folding import fold

View = Callable[..., HttpResponse]

EXAMPLES = ("diesel estate", "automatic petrol hatchback", "electric SUV", "panel van", "adventure")
MAKES_ON_HOME = 24


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
    answer = engine.search(Query(page_size=8))
    context = {
        "total": answer.total,
        "kinds": {each["value"]: each["count"] for each in answer.facets["vehicle_type"]},
        "makes": sorted(
            answer.facets["make"][:MAKES_ON_HOME], key=lambda make: fold(make["value"])
        ),
        "newest": answer.results,
        "examples": EXAMPLES,
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
    # The form shows what the address says: what the words say is shown and taken away as chips.
    answer = replace(engine.search(meant), query=query)
    active = understand.plates(query, understood)
    context = {
        "query": query,
        "answer": answer,
        "chips": active,
        "form": filter_form.of(answer),
        "pages": paging.of(query, answer.total),
        "relaxed": [] if answer.total else relax.of(meant),
    }
    return render(request, "site/results.html", context)


@require_safe
def vehicle(request: HttpRequest, listing: str) -> HttpResponse:
    """One vehicle, from the database: what was taken down is gone at the very next request."""
    number = int(listing)
    found = vehicles.find(number) if number <= LARGEST_ID else None
    if found is None:
        raise Http404
    if not vehicles.is_live(found):
        context = {"listing": found, "why": vehicles.why_gone(found), "similar": _similar(found)}
        return render(request, "site/gone.html", context, status=410)
    path = path_of(found)
    if request.path != path:
        # Not for ever: a make corrected, and corrected back, would send browsers in circles.
        asked = request.META.get("QUERY_STRING", "")
        return HttpResponseRedirect(quote(path) + (f"?{asked}" if asked else ""))
    if (shown := vehicles.shown_instead(found)) is not None:
        return HttpResponseRedirect(quote(path_of(shown)))  # while it is the one to show
    return render(request, "site/vehicle.html", facts.page_of(found))


def _similar(listing: Listing) -> Query:
    chosen = (("make", (listing.make,)), ("model", (listing.model,)))
    return Query(filters=chosen)
