"""Django's entry for the room `portal`."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "carslink.portal"
    verbose_name = "Portal"
