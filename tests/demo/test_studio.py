"""The demo's photographs: drawn when asked for, over https, for those who trust the studio."""

import ssl
from pathlib import Path

import httpx2
import pyvips

from carslink.demo.pictures import all_pictures
from carslink.demo.studio import NAME, open_studio, photograph


def test_every_photograph_of_the_market_can_be_drawn_and_differs() -> None:
    paths = all_pictures("")
    assert len(paths) < 300
    drawn = [photograph(path) for path in paths[::9]]
    assert len(set(drawn)) == len(drawn)
    for each in drawn:
        assert each is not None
        image = pyvips.Image.jpegload_buffer(each)
        assert (image.width, image.height) == (1200, 900)
    assert photograph("/etc/passwd") is None


def test_they_are_served_over_https_until_the_demo_ends(tmp_path: Path) -> None:
    with open_studio(tmp_path) as studio:
        trusted = ssl.create_default_context(cafile=str(studio.ca_file))
        with httpx2.Client(verify=trusted, trust_env=False) as client:
            url = f"https://127.0.0.1:{studio.port}"
            asked = {"headers": {"Host": NAME}, "extensions": {"sni_hostname": NAME}}
            answer = client.get(f"{url}/car/suv/red/1.jpg", **asked)  # type: ignore[arg-type]
            assert answer.content == photograph("/car/suv/red/1.jpg")
            missing = client.get(f"{url}/car/suv/red/9.jpg", **asked)  # type: ignore[arg-type]
            assert missing.status_code == 404
        assert studio.environment["CARSLINK_FETCH_HOSTS"] == f"{NAME}=127.0.0.1:{studio.port}"
