"""Django's entry for the room `backoffice`."""

from django.apps import AppConfig


class BackofficeConfig(AppConfig):
    name = "carslink.backoffice"
    verbose_name = "Businesses"
