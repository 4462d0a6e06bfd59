"""Django's entry for the room `partners`."""

from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "carslink.partners"
    verbose_name = "Partners"
