"""Where a request comes from, behind front servers of ours."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def address(request: HttpRequest) -> str | None:
    """Return the address of the client as the outermost of our front servers saw it.

    Each of the `PROXIES` adds the address it heard at the end of X-Forwarded-For; what stands
    before those anybody may have written. None where nothing usable is said.
    """
    forwarded = request.headers.get("X-Forwarded-For")
    heard = forwarded.split(",") if forwarded else []
    heard.append(request.META.get("REMOTE_ADDR", ""))
    told = heard[-min(settings.PROXIES + 1, len(heard))]
    try:
        return str(ipaddress.ip_address(told.strip()))
    except ValueError:
        return None
