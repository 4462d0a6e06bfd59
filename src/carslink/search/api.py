"""The search API: anyone may ask, no key is needed."""

from typing import Any

import msgspec
from django.conf import settings
from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from ninja import P, PathEx, Router

from carslink.api.refusals import Invalid, NotFound, RefusalOut
from carslink.search import engine, parameters, query, vehicles
from carslink.search.answers import GoneOut, SearchOut, VehicleOut

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
    try:
        asked = query.parse(request.GET)
    except TooManyFieldsSent as many:
        raise Invalid("query", "has too many parameters") from many
    answer = engine.search(asked)
    told: dict[str, Any] = {
        "total": answer.total,
        "page": asked.page,
        "page_size": asked.page_size,
        "results": _results(answer),
        "facets": {name: msgspec.Raw(counts) for name, counts in answer.facets_json.items()},
    }
    if asked.text:
        told["understood"] = query.understood(asked)
    # Cards come checked from the index: going through the schema again took longer than searching.
    return _json(told)


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
    listing = vehicles.find(id) if 0 < id <= LARGEST_ID else None
    if listing is None:
        raise NotFound("id", "no vehicle has had this id")
    if not vehicles.is_live(listing):
        return _json(vehicles.gone(listing), status=410)
    return _json(vehicles.told(listing))


def _results(answer: engine.Answer) -> list[msgspec.Raw]:
    """Return the cards as the answer tells them, without reading what was checked and written."""
    site = msgspec.json.encode(settings.PUBLIC_URL)[:-1]
    found = zip(answer.hits.cards, answer.hits.miles, strict=True)
    return [
        msgspec.Raw(
            b'{"url":%b%b,"distance_miles":%b}'
            % (site, card.removeprefix(_PATH)[:-1], b"null" if miles is None else b"%g" % miles)
        )
        for card, miles in found
    ]


def _json(told: dict[str, Any], status: int = 200) -> HttpResponse:
    return HttpResponse(msgspec.json.encode(told), content_type="application/json", status=status)
