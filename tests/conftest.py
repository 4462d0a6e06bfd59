"""What every test stands on: the embedded PostgreSQL, started once for the whole run."""

import os
import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests import places_table
from tests.house import House, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

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
        if "CARSLINK_DATA_DIR" not in os.environ:
            os.environ["CARSLINK_DATA_DIR"] = str(folder)
            places_table.lend(folder)
    import django

    django.setup()
    from django.apps import apps
    from django.db.models.signals import post_migrate

    post_migrate.connect(_put_the_clock_back, sender=apps.get_app_config("stock"))


def _put_the_clock_back(**_: object) -> None:
    """Put the clock's one row, of a migration, back where a test's end has emptied all tables."""
    from carslink.stock.models import Clock

    Clock.objects.get_or_create(id=1, defaults={"epoch": uuid.uuid4()})


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop what was started."""
    _open.close()


@pytest.fixture(scope="session")
def house() -> Iterator[House]:
    """Serve one Carslink for all tests that go through HTTP and disturb nobody."""
    with served() as running:
        yield running


@pytest.fixture
def committed(transactional_db: None) -> None:
    """Let transactions commit, for tests with threads or other processes.

    All tables are emptied after such a test.
    """


@pytest.fixture
def follow(tmp_path: Path, settings: Any, db: None) -> Iterator[Callable[[], None]]:
    """Return a function that indexes all changes there are, in an index of this test's own."""
    from carslink.search import index
    from carslink.search.indexer import Follower
    from carslink.stock import changes

    settings.INDEX_DIR = tmp_path / "search"
    settings.INDEX_DIR.mkdir(exist_ok=True)
    follower = Follower.anew(settings.INDEX_DIR, changes.clock()[1])
    follower.commit()
    index.publish(settings.INDEX_DIR, follower.path)

    def catch_up() -> None:
        while follower.step():
            pass
        follower.commit()

    yield catch_up
    follower.close()


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """Debian's chromium."""
    from playwright.sync_api import sync_playwright  # few tests need it

    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Debian's chromium is not installed")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        yield opened
        opened.close()
