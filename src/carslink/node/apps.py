"""Django's entry for the room `node`."""

from django.apps import AppConfig


class NodeConfig(AppConfig):
    name = "carslink.node"

    def ready(self) -> None:
        from carslink.node import logs

        logs.keep_plain()
