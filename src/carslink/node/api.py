"""The HTTP API put together: its rooms, its documentation, and how it refuses."""

from typing import Any

import psycopg
import structlog
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from psycopg_pool import PoolTimeout

from carslink.api import refusals
from carslink.api.refusals import Refused
from carslink.push.api import router as push
from carslink.search.api import router as search

log = structlog.get_logger(__name__)

DESCRIPTION = """
Carslink takes dealers' stock from partners' systems and lets buyers and their agents find it.

Partners post a dealer's feed to `POST /api/v1/stock` with their key in `X-Dealer-Api-Key`. When
the answer is 202, the stock is changed. Anything refused is refused whole, in one shape, with
every fault named; a listing that does not fit is skipped alone, and reported.
"""

api = NinjaAPI(
    title="Carslink",
    version="1",
    description=DESCRIPTION,
    docs_url="/docs",
    openapi_url="/openapi.json",
    urls_namespace="api",
)
api.add_router("", push)
api.add_router("", search)


@api.exception_handler(Refused)
def on_refused(_: HttpRequest, refused: Refused) -> HttpResponse:
    return refusals.render(refused)


@api.exception_handler(AuthenticationError)
def on_no_key(_: HttpRequest, __: AuthenticationError) -> HttpResponse:
    return refusals.render(
        refusals.Unauthorised(
            "X-Dealer-Api-Key", "send a valid key; ask us for a new one if yours has ended"
        )
    )


@api.exception_handler(ValidationError)
def on_invalid(_: HttpRequest, error: ValidationError) -> HttpResponse:
    """Say of ninja's own complaints, about paths and queries, which field and why."""
    faults = [(".".join(_names(each["loc"])), str(each["msg"])) for each in error.errors]
    return refusals.render(refusals.Invalid(*faults[0], *faults[1:]))


@api.exception_handler(Http404)
def on_not_found(_: HttpRequest, __: Http404) -> HttpResponse:
    return refusals.render(refusals.NotFound("path", "there is nothing at this address"))


@api.exception_handler(HttpError)
def on_http_error(_: HttpRequest, error: HttpError) -> HttpResponse:
    refused = Refused("body", str(error))
    refused.status = error.status_code
    return refusals.render(refused)


@api.exception_handler(OperationalError)
@api.exception_handler(InterfaceError)
@api.exception_handler(psycopg.OperationalError)  # of COPY, which is psycopg's own
@api.exception_handler(PoolTimeout)
def on_no_database(_: HttpRequest, error: Exception) -> HttpResponse:
    """The database went away. If it went at the commit, nobody can say here whether it was done."""
    log.warning("the database is away", error=type(error).__name__)
    return refusals.render(
        refusals.Unavailable(
            "the database is away for the moment; send the same again, with its Idempotency-Key"
        )
    )


def _names(location: tuple[Any, ...]) -> list[str]:
    """Drop ninja's own first words ("query", the parameter's wrapper) from a field's path."""
    return [str(part) for part in location[1:]] or [str(part) for part in location]
