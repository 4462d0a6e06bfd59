"""Django's entry for the room `site`."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "carslink.site"
