"""The addresses of the pages for buyers."""

from django.urls import URLPattern, path, re_path

from carslink.site import views
from carslink.stock.addresses import KINDS

_KIND = "|".join(KINDS.values())

urlpatterns: list[URLPattern] = [
    path("", views.home, name="home"),
    re_path(r"^search/?$", views.results, name="results"),
    re_path(r"^credits/?$", views.credits_page, name="credits"),
    re_path(r"^dealers/(?P<slug>[-\w]+)/?$", views.dealer, name="dealer"),
    re_path(
        rf"^(?:{_KIND})/[^/]+/[^/]+/(?P<listing>[0-9]{{1,30}})/?$", views.vehicle, name="vehicle"
    ),
]
