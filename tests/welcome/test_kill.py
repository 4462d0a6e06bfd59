"""A worker that dies while the mail server has its letter: the dealer gets no second one."""

import os
import signal
import time
from collections.abc import Callable
from typing import Any

import psutil
import psycopg
import pytest

from tests.house import House, served
from tests.push.shop import car, new_shop
from tests.welcome.post_office import PostOffice, open_post_office

STATES = "SELECT email, state FROM welcome_letter ORDER BY id"


class KillsTheWorker(PostOffice):
    """Takes the first message, and kills whoever sent it before the answer."""

    house: House

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        answer = await super().handle_DATA(server, session, envelope)
        if len(self.arrived) == 1:
            os.kill(worker_of(self.house), signal.SIGKILL)
        return answer


def worker_of(house: House) -> int:
    """Return the process that runs the jobs of a house."""
    children = psutil.Process(house.process.pid).children(recursive=True)
    (pid,) = (each.pid for each in children if each.cmdline()[-1:] == ["worker"])
    return pid


def until(said: Callable[[], Any], seconds: float = 30) -> Any:
    """Wait until something is true, and return it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if answer := said():
            return answer
        time.sleep(0.1)
    raise AssertionError("it did not come true")


@pytest.mark.slow
def test_a_worker_killed_between_sending_and_writing_down_sends_nothing_twice() -> None:
    with (
        open_post_office(KillsTheWorker) as office,
        served(
            SMTP_HOST="127.0.0.1",
            SMTP_PORT=str(office.port),
            SMTP_TLS="none",
            WELCOME_AFTER_MINUTES="0",
        ) as house,
        psycopg.connect(house.database_url, autocommit=True) as database,
    ):
        office.house = house
        key = house.add_partner("Alice's dealer system")
        before = worker_of(house)
        new_shop(house, key).full(car(1), email="first@smith.example")
        until(lambda: office.arrived and not psutil.pid_exists(before))

        new_shop(house, key).full(car(1), email="second@smith.example")
        until(lambda: len(office.arrived) == 2)
        assert [message["To"] for message in office.arrived] == [
            "first@smith.example",
            "second@smith.example",
        ]
        until(lambda: dict(database.execute(STATES))["second@smith.example"] == "sent")
        assert dict(database.execute(STATES))["first@smith.example"] == "sending"

        database.execute("UPDATE welcome_letter SET tried_at = tried_at - interval '11 minutes'")
        until(lambda: dict(database.execute(STATES))["first@smith.example"] == "doubtful")
        new_shop(house, key).full(car(1), email="third@smith.example")
        until(lambda: len(office.arrived) == 3)
        assert office.arrived[2]["To"] == "third@smith.example"
