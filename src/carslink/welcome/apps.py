"""Django's entry for the room `welcome`."""

from django.apps import AppConfig


class WelcomeConfig(AppConfig):
    name = "carslink.welcome"
    verbose_name = "Welcome"
