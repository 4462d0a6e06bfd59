"""Django's entry for the room `dealers`."""

from django.apps import AppConfig


class DealersConfig(AppConfig):
    name = "carslink.dealers"
    verbose_name = "Dealers"
