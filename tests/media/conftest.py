"""A dealer, a host of photographs, and the process that fetches them, in a thread."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from carslink.net.names import read_allowed
from tests.photo_host import PhotoHost, open_photo_host

if TYPE_CHECKING:
    from tests.stock.lot import Lot

FetchUntil = Callable[[Callable[[], object]], None]


@pytest.fixture
def host(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[PhotoHost]:
    """Three hosts of photographs, or those that a test names."""
    three = ("photos.smith.co.uk", "photos.jones.co.uk", "photos.brown.co.uk")
    names = getattr(request, "param", three)
    with open_photo_host(tmp_path, *names) as opened:
        yield opened


@pytest.fixture
def kept(tmp_path: Path, settings: Any, host: PhotoHost) -> Path:
    """The folder of photographs of this test, with the hosts allowed."""
    folder = tmp_path / "media"
    settings.MEDIA_DIR = folder
    settings.FETCH_ALLOWED = read_allowed(host.allowed)
    settings.FETCH_CA_FILE = host.ca_file
    settings.PICTURE_PROCESSES = 1
    place = {"location": folder / "pictures", "base_url": "/pictures/"}
    pictures = {"BACKEND": "carslink.media.storage.Folder", "OPTIONS": place}
    settings.STORAGES = {**settings.STORAGES, "pictures": pictures}
    return folder / "pictures"


@pytest.fixture
def lot(db: None) -> "Lot":
    """A dealer that nobody has sent a feed of."""
    from carslink.partners.models import Partner
    from tests.stock.lot import Lot

    return Lot(Partner.objects.create(name="Alice's dealer system"))


@pytest.fixture
def other(lot: "Lot") -> "Lot":
    """Another dealer of the same partner."""
    from tests.stock.lot import Lot

    return Lot(lot.partner)


@pytest.fixture
def fetch_until(committed: None, kept: Path) -> FetchUntil:
    """Return a function that fetches until something is true, and stops."""
    from carslink.media import run

    def fetch(said: Callable[[], object], seconds: float = 60) -> None:
        stop = threading.Event()
        thread = threading.Thread(target=run.run, args=(stop,))
        thread.start()
        try:
            until(said, seconds)
        finally:
            stop.set()
            thread.join(30)

    return fetch


def until(said: Callable[[], object], seconds: float = 60) -> None:
    """Wait until something is true."""
    end = time.monotonic() + seconds
    while not said():
        assert time.monotonic() < end, "it did not come true"
        time.sleep(0.05)
