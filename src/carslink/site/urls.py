"""The addresses of the pages for buyers."""

from django.urls import URLPattern, path, re_path

from carslink.site import dealers, landings, views
from carslink.stock.addresses import KINDS

_KIND = "|".join(KINDS.values())

urlpatterns: list[URLPattern] = [
    path("", views.home, name="home"),
    re_path(r"^search/?$", views.results, name="results"),
    re_path(r"^credits/?$", views.credits_page, name="credits"),
    re_path(r"^dealers/?$", dealers.directory, name="dealers"),
    re_path(
        r"^dealers/in/(?P<region>[-\w]+)(?:/(?P<town>[-\w]+))?/?$", dealers.place, name="place"
    ),
    re_path(r"^dealers/(?P<slug>[-\w]+)/?$", dealers.dealer, name="dealer"),
    re_path(r"^place/?$", views.place, name="where"),
    re_path(rf"^(?P<kind>{_KIND})/?$", landings.kind, name="kind"),
    re_path(rf"^(?P<kind>{_KIND})/in/(?P<region>[-\w]+)/?$", landings.region, name="region"),
    re_path(rf"^(?P<kind>{_KIND})/(?P<part>[-\w]+)/?$", landings.word_or_make, name="make"),
    re_path(
        rf"^(?P<kind>{_KIND})/(?P<make>[-\w]+)/(?P<model>[-\w]+)/?$",
        landings.model,
        name="model",
    ),
    re_path(
        rf"^(?:{_KIND})/[^/]+/[^/]+/(?P<listing>[0-9]{{1,30}})/?$", views.vehicle, name="vehicle"
    ),
]
