"""`carslink partner`: adding partners, and making, listing, ending and revoking keys."""

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.house import House
from tests.push.shop import car, new_shop


def listed(house: House, name: str) -> list[dict[str, Any]]:
    """Return the keys of a partner as the command lists them."""
    keys: list[dict[str, Any]] = json.loads(house.command("partner", "keys", name, "--json"))
    return keys


def refused(house: House, *arguments: str) -> str:
    """Run a command that must fail; returns what it says."""
    done = subprocess.run(
        [sys.executable, "-m", "carslink", *arguments],
        env=house.env,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 1, done.stdout
    assert "Traceback" not in done.stderr
    return done.stderr


def test_a_new_partners_key_is_printed_once_and_works(house: House) -> None:
    told = house.command("partner", "add", "Dave's dealer system", "--brake", "50", "--verified")
    (key,) = [word for word in told.split() if word.startswith("csl_")]
    assert new_shop(house, key).full(car(1))["queued_count"] == 1
    (row,) = listed(house, "Dave's dealer system")
    assert row["public_id"] == key.split("_")[1]
    assert row["standing"] == "valid"
    assert row["expires_at"] is None
    used = datetime.fromisoformat(row["last_used_at"])
    assert datetime.now(UTC) - used < timedelta(minutes=1)
    plain = house.command("partner", "keys", "Dave's dealer system")
    assert key.split("_")[1] in plain
    for shown in (plain, json.dumps(row), house.command("partner", "keys")):
        assert key not in shown
        assert key.split("_")[2] not in shown


def test_keys_are_rotated_without_a_gap(house: House) -> None:
    old = house.add_partner("Erin's dealer system")
    arguments = ("Erin's dealer system", "--label", "2027", "--days", "30", "--json")
    new = json.loads(house.command("partner", "key", *arguments))["api_key"]
    shop = new_shop(house, old)
    shop.full(car(1))
    shop.key = new
    assert shop.full(car(1))["dealer"]["live"] == 1  # the same partner's dealer

    house.command("partner", "expire", old.split("_")[1])
    assert house.get("/api/v1/dealers", old).status_code == 200  # for 24 hours yet
    house.command("partner", "revoke", old.split("_")[1])
    assert house.get("/api/v1/dealers", old).status_code == 401
    assert house.get("/api/v1/dealers", new).status_code == 200

    first, second = listed(house, "Erin's dealer system")
    assert (first["standing"], second["standing"]) == ("revoked", "valid")
    assert second["label"] == "2027"
    ends = datetime.fromisoformat(second["expires_at"]) - datetime.now(UTC)
    assert timedelta(days=29, hours=23) < ends <= timedelta(days=30)


def test_what_does_not_exist_or_exists_already_is_named(house: House) -> None:
    house.add_partner("Frank's dealer system")
    assert "Frank's dealer system" in refused(house, "partner", "add", "Frank's dealer system")
    assert len(listed(house, "Frank's dealer system")) == 1
    assert "Nobody" in refused(house, "partner", "key", "Nobody")
    assert "AAAAAAAA" in refused(house, "partner", "revoke", "AAAAAAAA")
    assert "AAAAAAAA" in refused(house, "partner", "expire", "AAAAAAAA")


def test_a_name_that_cannot_be_kept_is_refused_in_plain_words(house: House) -> None:
    assert refused(house, "partner", "add", "")
    assert refused(house, "partner", "add", "x" * 121)


def test_no_key_is_ever_written_to_the_log(house: House) -> None:
    key = house.add_partner("Grace's dealer system")
    shop = new_shop(house, key)
    shop.full(car(1))
    house.post(b"{", key)
    house.post(shop.feed("partial", car(1)), key[:-1] + ("a" if key[-1] != "a" else "b"))
    house.command("partner", "revoke", key.split("_")[1])
    house.post(shop.feed("partial", car(1)), key)
    log = (house.folder / "serve.log").read_text()
    assert "feed accepted" in log
    for each in house.keys.values():
        assert each not in log
        assert each.split("_")[2][:32] not in log


def test_an_ended_or_revoked_key_is_never_made_valid_again(house: House) -> None:
    key = house.add_partner("A partner whose key has ended")
    public_id = key.split("_")[1]
    house.command("partner", "expire", public_id, "--hours", "0")
    assert house.get("/api/v1/stock", key).status_code == 401
    with pytest.raises(AssertionError, match="is valid longer than that"):
        house.command("partner", "expire", public_id, "--hours", "24")
    assert house.get("/api/v1/stock", key).status_code == 401
