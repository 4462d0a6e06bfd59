"""What is allowed beside public servers, where nothing else may be: never in production."""

import os
import subprocess
import sys

import pytest

PRODUCTION = {
    "CARSLINK_ENV": "production",
    "CARSLINK_SECRET_KEY": "x" * 60,
    "CARSLINK_SMTP_HOST": "smtp.carslink.example",
    "CARSLINK_CONTACT_EMAIL": "hello@carslink.example",
}


def start(**settings: str) -> str:
    """Read the settings in a process of their own; returns what it complains of."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("CARSLINK_")}
    done = subprocess.run(
        [sys.executable, "-c", "import carslink.node.settings"],
        env={**env, **settings},
        capture_output=True,
        text=True,
    )
    return done.stderr.strip().splitlines()[-1] if done.returncode else ""


@pytest.mark.parametrize(
    ("name", "value"),
    [("CARSLINK_FETCH_HOSTS", "localhost:9000"), ("CARSLINK_FETCH_CA_FILE", "/tmp/ca.pem")],
)
def test_production_refuses_hosts_and_authorities_of_tests(name: str, value: str) -> None:
    assert start(**PRODUCTION) == ""
    assert start(**{name: value}) == ""
    assert "production fetches from public servers alone" in start(**PRODUCTION, **{name: value})


def test_a_host_that_cannot_be_read_is_named() -> None:
    assert "CARSLINK_FETCH_HOSTS: 'a:b' is not host[:port]" in start(CARSLINK_FETCH_HOSTS="a:b")


def test_a_bucket_takes_the_place_of_the_folder() -> None:
    code = (
        "import os; os.environ['CARSLINK_S3_BUCKET'] = 'cars'\n"
        "from carslink.node import settings\n"
        "from django.conf import settings as used; used.configure(STORAGES=settings.STORAGES)\n"
        "from django.core.files.storage import storages\n"
        "print(type(storages['pictures']).__name__, storages['pictures'].bucket_name)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["S3Storage", "cars"]
