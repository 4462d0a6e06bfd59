"""The database, for commands that need it for a moment: the served one, or one of their own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from carslink.data_folder import data_folder


@contextmanager
def opened() -> Iterator[None]:
    """Set Django up over the database: `DATABASE_URL`, or that of the data folder.

    Where nothing serves the data folder, its PostgreSQL is started, brought up to date, and
    stopped again at the end.
    """
    if os.environ.get("DATABASE_URL"):
        set_up()
        yield
        return
    from carslink.node import postgres  # with its driver: half a second of every other command

    with postgres.running(data_folder() / "postgres") as url:
        os.environ["DATABASE_URL"] = url
        set_up()
        from django.core.management import call_command
        from django.db import connection

        if "partners_partner" not in connection.introspection.table_names():
            call_command("migrate", verbosity=0)
        try:
            yield
        finally:
            connection.close()
            connection.close_pool()  # type: ignore[attr-defined]


def set_up() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "carslink.node.settings")
    import django

    from carslink.node import logs

    django.setup()
    logs.set_up()
