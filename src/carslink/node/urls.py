"""Every address of this site."""

from django.contrib import admin
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path
from django.views import defaults
from django.views.decorators.cache import cache_control
from django.views.generic import RedirectView

from carslink.api import refusals
from carslink.node import health
from carslink.node.api import api

REMEMBER_ICON_FOR = 86_400  # seconds

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("metrics", health.metrics),
    path("admin/", admin.site.urls),
    path("api/v1/", api.urls),
    # Pages that name no icon, the admin's and the documentation's, have it asked for here.
    path(
        "favicon.ico",
        cache_control(max_age=REMEMBER_ICON_FOR)(
            RedirectView.as_view(url=staticfiles_storage.url("site/icon.svg"))
        ),
    ),
    path("", include("carslink.portal.urls")),
    path("", include("carslink.media.urls")),
    path("", include("carslink.site.urls")),
]


def handler404(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer in the shape of the API where a program asked, with a page where a person did."""
    if request.path.startswith("/api/"):
        return refusals.render(refusals.NotFound("path", "there is nothing at this address"))
    return defaults.page_not_found(request, exception, "site/404.html")


def handler500(request: HttpRequest) -> HttpResponse:
    """Likewise, for our own mistakes."""
    if request.path.startswith("/api/"):
        refused = refusals.Refused("body", "the fault is ours; nothing was stored")
        refused.status, refused.message = 500, "Carslink made a mistake"
        return refusals.render(refused)
    return defaults.server_error(request, "site/500.html")
