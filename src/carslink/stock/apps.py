"""Django's entry for the room `stock`."""

from django.apps import AppConfig


class StockConfig(AppConfig):
    name = "carslink.stock"
    verbose_name = "Stock"
