"""Django's entry for the room `media`."""

from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "carslink.media"
    verbose_name = "Photographs"
