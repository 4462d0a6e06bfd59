"""Django's entry for the room `search`."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "carslink.search"
