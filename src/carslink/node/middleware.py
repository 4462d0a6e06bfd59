"""What holds for every request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware

from carslink.api import refusals

Answer = Callable[[HttpRequest], HttpResponse]

# No page of ours needs a script, a frame or a font from elsewhere; the documentation's page brings
# its own script along and a few lines of it inline.
POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
DOCS_POLICY = POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'").replace(
    "script-src 'self'", "script-src 'self' 'unsafe-inline'"
)


def slashes(answer: Answer) -> Answer:
    """Let paths of the API answer with and without a final slash."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith("/api/") and request.path_info.endswith("/"):
            request.path_info = request.path_info[:-1]
        return answer(request)

    return middleware


def refused_methods(answer: Answer) -> Answer:
    """Say in the API's own shape which methods an address takes."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if response.status_code != 405 or not request.path_info.startswith("/api/"):
            return response
        allowed = response.headers.get("Allow", "")
        refused = refusals.WrongMethod("method", f"{request.method} is not taken, but {allowed}")
        refused.headers = {"Allow": allowed}
        return refusals.render(refused)

    return middleware


def content_policy(answer: Answer) -> Answer:
    """Say what a browser may load: nothing from elsewhere."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        docs = request.path_info.startswith("/api/v1/docs")
        response.headers.setdefault("Content-Security-Policy", DOCS_POLICY if docs else POLICY)
        return response

    return middleware


def compressed(answer: Answer) -> Answer:
    """Compress pages and what they load. Answers of the API are small, and made to be quick;
    photographs are compressed as they are."""
    compress = GZipMiddleware(answer)

    def middleware(request: HttpRequest) -> HttpResponse:
        as_it_is = request.path_info.startswith(("/api/", "/pictures/"))
        return answer(request) if as_it_is else compress(request)  # type: ignore[return-value]

    return middleware
