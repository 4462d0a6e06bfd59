"""What every test stands on: the embedded PostgreSQL, started once for the whole run."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.house import House, served

_open = ExitStack()


def pytest_configure(config: pytest.Config) -> None:
    """Start PostgreSQL before Django reads its settings; workers of xdist use the same one."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "carslink.node.settings"
    if not os.environ.get("DATABASE_URL"):
        from carslink.node import postgres

        folder = Path(tempfile.mkdtemp(prefix="carslink-tests-"))
        folder.chmod(0o711)  # PostgreSQL runs as another user where the tests run as root
        _open.callback(shutil.rmtree, folder, ignore_errors=True)
        os.environ["DATABASE_URL"] = _open.enter_context(postgres.running(folder / "postgres"))
        os.environ.setdefault("CARSLINK_DATA_DIR", str(folder))
    import django

    django.setup()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop what was started."""
    _open.close()


@pytest.fixture(scope="session")
def house() -> Iterator[House]:
    """Serve one Carslink for all tests that go through HTTP and disturb nobody."""
    with served() as running:
        yield running
