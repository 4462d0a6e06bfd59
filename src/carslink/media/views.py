"""Photographs as browsers get them: what is at an address never changes."""

from http.client import NOT_MODIFIED

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseNotFound
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from carslink.media import storage

FOR_GOOD = "public, max-age=31536000, immutable"
FOR_A_WHILE = "public, max-age=60"
"""What is not there may be there soon."""


@require_safe
def picture(request: HttpRequest, name: str, width: int) -> HttpResponse | FileResponse:
    """Send one size of a photograph; no query of the database."""
    try:
        file = storage.kept().open(storage.file_name(name, width))
    except OSError:  # also what the storage of S3 raises
        missing = HttpResponseNotFound("There is no such photograph.\n", content_type="text/plain")
        missing.headers["Cache-Control"] = FOR_A_WHILE
        return missing
    etag = quote_etag(f"{name}-{width}")
    answer = get_conditional_response(request, etag=etag)
    if answer is None:
        return _with_headers(FileResponse(file, content_type="image/webp"), etag)
    file.close()
    return _with_headers(answer, etag) if answer.status_code == NOT_MODIFIED else answer


def _with_headers(response: HttpResponse | FileResponse, etag: str) -> HttpResponse | FileResponse:
    response.headers["Cache-Control"] = FOR_GOOD
    response.headers["ETag"] = etag
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Disposition"] = "inline"
    return response
