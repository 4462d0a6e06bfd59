"""The process that fetches is killed in the middle, and the next one goes on where it was."""

import os
import signal
import threading
from pathlib import Path
from typing import Any

import psutil
import pytest
import pyvips

from tests.house import House, served
from tests.media import photos
from tests.media.conftest import until
from tests.photo_host import PhotoHost, sends
from tests.push.shop import car

VEHICLES = 12


def fetching(house: House) -> list[int]:
    """Return the process that fetches photographs, if it is there."""
    children = psutil.Process(house.process.pid).children(recursive=True)
    return [each.pid for each in children if each.cmdline()[-1:] == ["pictures"]]


@pytest.mark.slow
def test_a_killed_process_fetches_no_address_more_than_twice_and_serves_nothing_half_written(
    host: PhotoHost, tmp_path: Path
) -> None:
    paths = [f"/{vehicle}/{n}.jpg" for vehicle in range(VEHICLES) for n in range(4)]

    def slowly(body: bytes) -> Any:
        def serve(to: Any) -> None:
            threading.Event().wait(0.1)
            sends(body)(to)

        return serve

    for seed, path in enumerate(paths):
        host.answers[path] = slowly(photos.jpeg(1000, 750, seed))
    with served(
        MEDIA="on", FETCH_HOSTS=",".join(host.allowed), FETCH_CA_FILE=str(host.ca_file)
    ) as house:
        key = house.add_partner("Alice's dealer system")
        stock = [
            car(
                n + 1,
                images=[host.url(path, host.names[n % 3]) for path in paths[4 * n : 4 * n + 4]],
            )
            for n in range(VEHICLES)
        ]
        feed = {"mode": "full_replace", "dealer": {"partner_dealer_id": "1"}, "listings": stock}
        sync_id = house.post(feed, key).json()["sync_id"]
        until(lambda: len(host.asked) >= 12)
        (first,) = fetching(house)
        os.kill(first, signal.SIGKILL)
        status = house.settled(key, sync_id, seconds=90)
        assert status["images"] == {
            "total": 48, "done": 48, "failed": 0, "failures": [], "warnings": [],
            "warnings_total": 0,
        }  # fmt: skip
        assert fetching(house) not in ([], [first])
        assert {host.times(path) for path in paths} <= {1, 2}
        until(lambda: len(_images(house)) == 4 * VEHICLES)
        for address in _images(house):
            answer = house.http.get(address)
            assert answer.status_code == 200
            image = pyvips.Image.webpload_buffer(answer.content, fail_on="error")
            assert (image.width, image.height) == (1000, 750)
            assert image.avg() > 0
        kept = house.folder / "media"
        assert not list(kept.rglob("*.part"))
        page = house.http.get(house.get("/api/v1/search").json()["results"][0]["url"]).text
        assert host.names[0] not in page
        assert page.count("<img") >= 4


def _images(house: House) -> list[str]:
    found = house.get("/api/v1/search").json()["results"]
    return [image for each in found for image in each["images"]]
