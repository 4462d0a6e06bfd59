"""Bodies that are too large are refused before anything of them is read."""

from django.http import HttpRequest


def is_too_large(request: HttpRequest, most: int) -> bool:
    """Whether a request brings more than `most` bytes, or does not say how many it brings."""
    reads_only = request.method in ("GET", "HEAD")
    length = request.META.get("CONTENT_LENGTH") or ("0" if reads_only else "")
    return not length.isdecimal() or int(length) > most
