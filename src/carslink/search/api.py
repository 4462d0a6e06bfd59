"""The search API: anyone may ask, no key is needed."""

from typing import Any

import msgspec
from django.conf import settings
from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest, HttpResponse, QueryDict
from ninja import P, PathEx, QueryEx, Router

from carslink.api.refusals import Invalid, NotFound, RefusalOut
from carslink.search import engine, parameters, query, relax, similar, suggest, understand, vehicles
from carslink.search.answers import (
    GoneOut,
    SearchOut,
    SimilarOut,
    SuggestionsOut,
    UnderstoodOut,
    VehicleOut,
)
from carslink.search.hits import Hits
from carslink.stock.models import Listing

router = Router(tags=["Search"])

LARGEST_ID = 2**63 - 1
_PATH = b'{"path":"'


@router.get(
    "/search",
    response={200: SearchOut, 422: RefusalOut, 503: RefusalOut},
    by_alias=True,
    summary="Search all live vehicles",
    openapi_extra={"parameters": parameters.documented()},
)
def search(request: HttpRequest) -> HttpResponse:
    """Find vehicles by words and filters, with counts for every facet.

    Lists are repeated parameters (`fuel=Petrol&fuel=Diesel`), bounds are inclusive, and
    `exclude.colour=Black` leaves values out. An unknown parameter is refused by its name.
    """
    asked = query.parse(_parameters(request))
    meant, understood = understand.meant(asked)
    understand.refuse_without_place(asked, meant)
    answer = engine.search(meant)
    told: dict[str, Any] = {
        "total": answer.total,
        "page": asked.page,
        "page_size": asked.page_size,
        "results": _results(answer.hits),
        "facets": {name: msgspec.Raw(counts) for name, counts in answer.facets_json.items()},
    }
    if not answer.total:
        told["relaxations"] = [_relaxation(each) for each in relax.of(meant)]
    if understood:
        told["understood"] = understood.told()
    # Cards come checked from the index: going through the schema again took longer than searching.
    return _json(told)


@router.get(
    "/search/understand",
    response={200: UnderstoodOut, 422: RefusalOut, 503: RefusalOut},
    summary="What words ask for",
    openapi_extra={"parameters": parameters.documented()[:1]},
)
def understood_words(request: HttpRequest) -> HttpResponse:
    """Read a buyer's words, as `q` of a search does, without searching.

    Makes and models are those of the stock. What nothing else claims are `keywords`.
    """
    asked = _parameters(request)
    for name in asked:
        if name != "q":
            shown = query.printable(name)[: query.LONGEST_VALUE]
            raise Invalid(shown or "query", "is not a parameter")
    return _json(understand.understand(query.parse(asked).text).told())


@router.get(
    "/search/suggest",
    response={200: SuggestionsOut, 422: RefusalOut, 503: RefusalOut},
    summary="What the beginning of a question may become",
)
def suggestions(
    request: HttpRequest,
    q: QueryEx[str, P(description="What has been typed.", max_length=parameters.LONGEST_TEXT)] = "",
) -> HttpResponse:
    """Suggest makes, models, places and words of the stock as one types, with their counts."""
    return _json({"suggestions": suggest.suggest(q)})


@router.get(
    "/vehicles/{id}",
    response={200: VehicleOut, 404: RefusalOut, 410: GoneOut, 422: RefusalOut, 503: RefusalOut},
    summary="One vehicle",
)
def vehicle(
    request: HttpRequest,
    id: PathEx[int, P(description="The vehicle's id, as in its address.")],  # noqa: A002
) -> HttpResponse:
    """Return the vehicle as it stands this moment, or when and why it went."""
    listing = _found(id)
    if not vehicles.is_live(listing):
        return _json(vehicles.gone(listing), status=410)
    return _json(vehicles.told(listing))


@router.get(
    "/vehicles/{id}/similar",
    response={200: SimilarOut, 404: RefusalOut, 422: RefusalOut, 503: RefusalOut},
    summary="Vehicles like one, whether it is still for sale or not",
)
def similar_vehicles(
    request: HttpRequest,
    id: PathEx[int, P(description="The vehicle's id, as in its address.")],  # noqa: A002
) -> HttpResponse:
    """Return up to eight live vehicles of its model, or else of its kind in its price range."""
    return _json({"results": [_result(card) for card in similar.of(_found(id))]})


def _found(id_: int) -> Listing:
    listing = vehicles.find(id_) if 0 < id_ <= LARGEST_ID else None
    if listing is None:
        raise NotFound("id", "no vehicle has had this id")
    return listing


def _result(card: dict[str, Any]) -> dict[str, Any]:
    return {"url": f"{settings.PUBLIC_URL}{card.pop('path')}", **card}


def _relaxation(each: relax.Relaxation) -> dict[str, Any]:
    return {"label": each.label, "query": each.query.to_query_string(), "count": each.count}


def _parameters(request: HttpRequest) -> QueryDict:
    try:
        return request.GET
    except TooManyFieldsSent as many:
        raise Invalid("query", "has too many parameters") from many


def _results(hits: Hits) -> list[msgspec.Raw]:
    """Return the cards as the answer tells them, without reading what was checked and written."""
    site = msgspec.json.encode(settings.PUBLIC_URL)[:-1]
    found = zip(hits.cards, hits.miles, strict=True)
    return [
        msgspec.Raw(
            b'{"url":%b%b,"distance_miles":%b}'
            % (site, card.removeprefix(_PATH)[:-1], b"null" if miles is None else b"%g" % miles)
        )
        for card, miles in found
    ]


def _json(told: dict[str, Any], status: int = 200) -> HttpResponse:
    return HttpResponse(msgspec.json.encode(told), content_type="application/json", status=status)
