"""Django's entry for the room `upload`."""

from django.apps import AppConfig


class UploadConfig(AppConfig):
    name = "carslink.upload"
    verbose_name = "Uploads"
