"""The landing pages: what there is of a part of the stock, in figures, and where to go from it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.shortcuts import render
from django.views.decorators.http import require_safe

from carslink.search import engine, figures
from carslink.search.query import Query
from carslink.site import landing
from carslink.site.landing import Landing
from carslink.site.naming import BIKES, BODIES, slug
from carslink.site.prose import told
from carslink.site.views import needs_index
from carslink.stock.addresses import KINDS as PATHS
from carslink.vehicles.folding import fold

CARDS = 8
MOST_LINKS = 60
HINTS = {
    "car": "automatic estate under £15k near Leeds",
    "van": "high-roof van, under 80,000 miles",
    "motorcycle": "A2 bike under £6,000, not a scooter",
}
_KIND_OF = {path: kind for kind, path in PATHS.items()}


@dataclass(frozen=True)
class Links:
    """Where to go from a page: name, address and how many there are."""

    heading: str
    links: list[tuple[str, str, int]]


@require_safe
@needs_index
def kind(request: HttpRequest, kind: str) -> HttpResponse:
    """All cars, vans or motorbikes."""
    return _page(request, landing.of_kind(_KIND_OF[kind]))


@require_safe
@needs_index
def region(request: HttpRequest, kind: str, region: str) -> HttpResponse:
    """A kind of vehicle in a region."""
    return _page(request, landing.of_region(_KIND_OF[kind], slug(region)))


@require_safe
@needs_index
def word_or_make(request: HttpRequest, kind: str, part: str) -> HttpResponse:
    """A body, a fuel or a make."""
    return _page(request, landing.of_word_or_make(_KIND_OF[kind], slug(part)))


@require_safe
@needs_index
def model(request: HttpRequest, kind: str, make: str, model: str) -> HttpResponse:
    """A model. One that is not for sale leads to its make, for which models may come back."""
    above = landing.of_word_or_make(_KIND_OF[kind], slug(make))
    if above is None or not above.query.values("make"):
        raise Http404
    found = landing.of_model(above, slug(model))
    return _page(request, found) if found else HttpResponseRedirect(above.path)


def _page(request: HttpRequest, page: Landing | None) -> HttpResponse:
    if page is None:
        raise Http404
    if request.path.removesuffix("/") != page.path:
        return HttpResponsePermanentRedirect(page.path)  # "/cars/BMW", as people write it
    answer = engine.search(replace(page.query, page_size=CARDS))
    found = _found(page, answer.facets)
    context = {
        "page": page,
        "answer": answer,
        "sentences": told(page.told, figures.of(page.query), found, dict(page.query.filters)),
        "hint": HINTS[page.kind],
        "typical": _typical(page, found),
        "groups": [group for group in _groups(page, answer.facets) if len(group.links) > 1],
    }
    return render(request, "site/landing.html", context)


def _found(page: Landing, counts: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """Return the counts of a page's own vehicles: facets leave out the filter of the page."""
    return counts | {
        name: [each for each in counts[name] if each["value"] in values]
        for name, values in page.query.filters
    }


def _typical(page: Landing, found: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """Return what the drawing beside the text shows: the most frequent body and colour."""
    names = ("body_type", "bike_type", "roof_height", "colour")
    most = {name: found[name][0]["value"] if found[name] else None for name in names}
    return {"vehicle_type": page.kind, **most}


def _groups(page: Landing, counts: dict[str, list[dict[str, Any]]]) -> list[Links]:
    """Return the ways on: from a kind to other landing pages, else to narrower searches."""
    is_kind = not page.up
    kind_ = page.kind
    to: dict[str, Callable[[str], str]] = {
        "make": lambda make: landing.make_path(kind_, make),
        "region": lambda region: landing.region_path(kind_, region),
    }
    links = [
        _links("Makes", "make", page, counts, to["make"] if is_kind else None),
        _links("Models", "model", page, counts, _models_of(page)),
        _links("Body types", "body_type", page, counts, _words_of(page, "body_type")),
        _links("Types", "bike_type", page, counts, _words_of(page, "bike_type")),
        _links("Fuels", "fuel", page, counts, _words_of(page, "fuel")),
        _links("Regions", "region", page, counts, to["region"] if is_kind else None),
    ]
    return [group for group in links if group is not None]


def _links(
    heading: str,
    name: str,
    page: Landing,
    counts: dict[str, list[dict[str, Any]]],
    path_to: Callable[[str], str] | None,
) -> Links | None:
    if page.query.values(name) or (name == "model" and not page.query.values("make")):
        return None
    most = [(each["value"], each["count"]) for each in counts[name][:MOST_LINKS]]
    ordered = sorted(most, key=lambda each: fold(each[0])) if name in ("make", "model") else most
    links = [
        (_label(name, value), (path_to and path_to(value)) or _search(page, name, value), count)
        for value, count in ordered
    ]
    return Links(heading, links)


def _models_of(page: Landing) -> Callable[[str], str] | None:
    makes = page.query.values("make")
    return (lambda model: landing.model_path(page.kind, makes[0], model)) if makes else None


def _words_of(page: Landing, name: str) -> Callable[[str], str] | None:
    return None if page.up else lambda value: landing.word_path(page.kind, name, value)


def _label(name: str, value: str) -> str:
    plural = {"body_type": BODIES, "bike_type": BIKES}.get(name, {}).get(value, value)
    return plural[0].upper() + plural[1:]


def _search(page: Landing, name: str, value: str) -> str:
    asked = Query(filters=(*page.query.filters, (name, (value,))))
    return f"/search?{asked.to_query_string()}"
