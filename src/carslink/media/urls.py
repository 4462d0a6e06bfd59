"""Where photographs are served; `stock/sizes.py` makes the same addresses."""

from django.urls import re_path

from carslink.media import views

urlpatterns = [
    re_path(r"^pictures/(?P<name>[0-9a-f]{32})/(?P<width>[1-9][0-9]{1,3})\.webp$", views.picture),
]
