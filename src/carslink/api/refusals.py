"""Refusals: each a class named for the situation, rendered in one place, in one shape."""

from datetime import UTC, datetime

from django.http import JsonResponse
from ninja import Field, Schema


class Fault(Schema):
    """What is wrong with one field."""

    field: str = Field(description="The field's path, or `body` where none fits.")
    reason: str = Field(description="What is wrong, and what would be right.")


class RefusalOut(Schema):
    """A refusal: nothing was stored."""

    success: bool = Field(False, description="Always false.")
    status: str = Field("rejected", description="Always `rejected`.")
    message: str
    errors: list[Fault] = Field(description="Never empty.", min_length=1)
    timestamp: str = Field(description="UTC, as `2026-05-12T10:00:00Z`.")


class Refused(Exception):
    """The request is refused. Subclasses carry their HTTP status and message."""

    status = 400
    message = "The request is refused"

    def __init__(self, field: str, reason: str, *more: tuple[str, str]) -> None:
        super().__init__(f"{field}: {reason}")
        self.faults = [(field, reason), *more]
        self.headers: dict[str, str] = {}


class Malformed(Refused):
    status, message = 400, "The body cannot be read"


class Unauthorised(Refused):
    status, message = 401, "The API key is missing or not valid"


class NotFound(Refused):
    status, message = 404, "Not found"


class WrongMethod(Refused):
    status, message = 405, "The method is not one that this address takes"


class Conflict(Refused):
    status, message = 409, "The Idempotency-Key was used with another body"


class TooLarge(Refused):
    status, message = 413, "The feed is too large"


class WrongType(Refused):
    status, message = 415, "The content type or encoding is not one that is taken"


class Invalid(Refused):
    status, message = 422, "The request is not valid"


class TooMany(Refused):
    """Over the rate, or too many at once; `seconds` is when to try again."""

    status, message = 429, "Too many feeds"

    def __init__(self, field: str, reason: str, seconds: int) -> None:
        super().__init__(field, reason)
        self.headers = {"Retry-After": str(seconds)}


class Unavailable(Refused):
    """Something that Carslink needs is not there for the moment."""

    status, message = 503, "Carslink cannot answer for the moment"

    def __init__(self, reason: str, seconds: int = 2) -> None:
        super().__init__("body", reason)
        self.headers = {"Retry-After": str(seconds)}


def render(refused: Refused) -> JsonResponse:
    """Return the response for a refusal."""
    body = {
        "success": False,
        "status": "rejected",
        "message": refused.message,
        "errors": [{"field": field, "reason": reason} for field, reason in refused.faults],
        "timestamp": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    return JsonResponse(body, status=refused.status, headers=refused.headers)
