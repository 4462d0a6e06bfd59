"""The `carslink` command, as people and containers call it."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.house import CARSLINK, House, free_port, served


def run(*arguments: str, **env: str) -> "subprocess.CompletedProcess[str]":
    """Run the command with only these settings."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("CARSLINK_")}
    plain.pop("DATABASE_URL", None)
    return subprocess.run(
        [*CARSLINK, *arguments],
        env={**plain, **env},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "example.co.uk", "::"])
def test_serve_refuses_a_host_that_is_open_to_others_in_development(host: str) -> None:
    done = run("serve", "--host", host)
    assert done.returncode == 2
    assert "CARSLINK_ENV=production" in done.stderr


def test_production_refuses_to_start_without_its_secret_key() -> None:
    done = run("web", CARSLINK_ENV="production", DATABASE_URL="postgresql:///nowhere")
    assert done.returncode != 0
    assert "CARSLINK_SECRET_KEY must be set when CARSLINK_ENV is production" in done.stderr


def test_a_setting_that_is_no_number_is_named_with_its_value() -> None:
    done = run("web", CARSLINK_THREADS="many", DATABASE_URL="postgresql:///nowhere")
    assert done.returncode != 0
    assert "CARSLINK_THREADS must be a whole number, 2 or more (it is 'many')" in done.stderr


def test_web_alone_says_that_it_needs_a_database() -> None:
    done = run("web")
    assert done.returncode == 2
    assert "DATABASE_URL is not set" in done.stderr


def test_doctor_says_that_all_is_well(house: House) -> None:
    told = house.command("doctor")
    assert "PostgreSQL" in told
    assert "Follower   search" in told
    assert "up to date" in told


def test_a_partner_cannot_be_added_twice(house: House) -> None:
    house.add_partner("Twice Motors Systems")
    with pytest.raises(AssertionError, match="There is a partner 'Twice Motors Systems' already"):
        house.command("partner", "add", "Twice Motors Systems")


def test_feed_commands_name_a_sync_id_that_does_not_exist(house: House) -> None:
    for verb in ("release", "restore"):
        with pytest.raises(AssertionError, match="there is no feed sync_nothing"):
            house.command("feed", verb, "sync_nothing")


def test_metrics_tell_the_state_of_the_machine(house: House) -> None:
    told = house.get("/metrics").text
    assert "carslink_database_up 1.0" in told
    assert 'carslink_follower_behind{name="search"' in told
    assert "carslink_workers 1.0" in told


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("CARSLINK_ENV", "prod", "CARSLINK_ENV must be development or production"),
        ("CARSLINK_LOG_LEVEL", "loud", "CARSLINK_LOG_LEVEL must be DEBUG, INFO, WARNING or ERROR"),
        ("DATABASE_URL", "nonsense", "DATABASE_URL must be a PostgreSQL URL"),
    ],
)
def test_serve_names_a_wrong_setting_before_it_starts_anything(
    tmp_path: Path, name: str, value: str, told: str
) -> None:
    done = run("serve", **{"CARSLINK_DATA_DIR": str(tmp_path / "var"), name: value})
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "var").exists()


def test_the_documented_production_set_up_comes_up() -> None:
    with served(
        ENV="production",
        SECRET_KEY="x" * 50,
        PUBLIC_URL="https://www.example.co.uk",
        ALLOWED_HOSTS="www.example.co.uk,api.example.co.uk",
        CONTACT_EMAIL="hello@example.co.uk",
        SMTP_HOST="127.0.0.1",
    ) as house:
        page = house.http.get("/", headers={"Host": "www.example.co.uk"})
        assert page.status_code == 200
        assert house.http.get("/", headers={"Host": "evil.example"}).status_code == 400


def test_the_demo_says_at_once_where_nothing_answers() -> None:
    done = run("demo", "--url", f"http://127.0.0.1:{free_port()}")
    assert done.returncode == 1
    assert "Nothing answers at http://127.0.0.1" in done.stderr


def test_the_demo_names_sizes_that_cannot_be() -> None:
    done = run("demo", "--vehicles", "10000001")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
