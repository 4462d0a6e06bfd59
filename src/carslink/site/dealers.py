"""The pages about dealers: a dealer with its stock, and the directory by region and town."""

from dataclasses import replace

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from carslink.dealers.models import Dealer, FormerSlug
from carslink.partners.models import Partner
from carslink.search import engine
from carslink.search.query import Query, parse_leniently
from carslink.site import directory as lists
from carslink.site import facts, paging
from carslink.site.maps import map_of
from carslink.site.views import needs_index
from carslink.stock.addresses import dealer_path

STOCK_A_PAGE = 24
REMEMBER_FOR = 3600  # seconds: that a page has moved
REMEMBER_LISTS_FOR = 300  # seconds: with 13,000 dealers, counting them takes a tenth of one


@require_safe
@needs_index
def dealer(request: HttpRequest, slug: str) -> HttpResponse:
    """A dealer and its stock. What is linked with another record is shown on that one's page."""
    known = Dealer.objects.select_related("partner", "shown_with").filter(slug=slug)
    found = known.filter(partner__closed_at=None).first()
    if found is None:
        return _moved(slug)
    if found.shown_with is not None:
        return HttpResponseRedirect(dealer_path(found.shown_with.slug))
    query = Query(filters=(("dealer", (found.slug,)),))
    page = parse_leniently(request.GET).page
    answer = engine.search(replace(query, page=page, page_size=STOCK_A_PAGE))
    context = {
        "dealer": found,
        "place": found.location or found.town,
        "website": facts.web_address(found.website),
        "map": map_of(found),
        "partners": partners_of(found),
        "answer": answer,
        "query": query,
        "pages": paging.of(answer.query, answer.total),
    }
    return render(request, "site/dealer.html", context)


def _moved(slug: str) -> HttpResponse:
    """Lead from an address that the page had once to the one it has. Raises Http404."""
    former = FormerSlug.objects.select_related("dealer__shown_with").filter(slug=slug).first()
    if former is None:
        raise Http404
    moved = HttpResponsePermanentRedirect(dealer_path(former.dealer.page.slug))
    # A browser that remembered it for good would be sent in circles if the page moved back.
    moved.headers["Cache-Control"] = f"max-age={REMEMBER_FOR}"
    return moved


def partners_of(dealer: Dealer) -> list[Partner]:
    """Return who sends the stock that the dealer's page shows, its own partner first."""
    others = dealer.others.select_related("partner").order_by("partner__name")
    sending = [dealer.partner, *(other.partner for other in others)]
    return list(dict.fromkeys(sending))


@require_safe
@cache_control(public=True, max_age=REMEMBER_LISTS_FOR)
def directory(request: HttpRequest) -> HttpResponse:
    """The regions with their towns, and how many dealers each has."""
    regions = lists.regions()
    context = {"regions": regions, "total": sum(region.dealers for region in regions)}
    return render(request, "site/directory.html", context)


@require_safe
@cache_control(public=True, max_age=REMEMBER_LISTS_FOR)
def place(request: HttpRequest, region: str, town: str | None = None) -> HttpResponse:
    """The dealers of a region, or of one of its towns, by name."""
    of_region = lists.region(region)
    if of_region is None:
        raise Http404
    of_town = None if town is None else of_region.town(town)
    if town is not None and of_town is None:
        raise Http404
    page = lists.dealers(of_region, of_town, parse_leniently(request.GET).page)
    context = {
        "region": of_region,
        "town": of_town,
        "page": page,
        "dealers": lists.with_vehicles(page),
    }
    return render(request, "site/place.html", context)
