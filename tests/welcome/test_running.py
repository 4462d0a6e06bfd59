"""The welcome in a whole Carslink over a real mail server: read, followed, and interrupted."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from typing import Any

import psutil
import psycopg
import pytest
from playwright.sync_api import Browser

from tests.house import House, served
from tests.push.shop import car, new_shop
from tests.welcome.post_office import PostOffice, claim_link, open_post_office

STATES = "SELECT email, state FROM welcome_letter ORDER BY id"


class KillsTheWorker(PostOffice):
    """Once it is told of a house, takes one message and kills its worker before the answer."""

    kill_of: House | None = None

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        answer = await super().handle_DATA(server, session, envelope)
        if self.kill_of is not None:
            os.kill(worker_of(self.kill_of), signal.SIGKILL)
            self.kill_of = None
        return answer


@pytest.fixture(scope="module")
def mailing() -> Iterator[tuple[House, KillsTheWorker, str]]:
    """A house that sends its mail to a mail server of ours, and a partner's key."""
    with (
        open_post_office(KillsTheWorker) as office,
        served(
            SMTP_HOST="127.0.0.1",
            SMTP_PORT=str(office.port),
            SMTP_TLS="none",
            WELCOME_AFTER_MINUTES="0",
        ) as house,
    ):
        yield house, office, house.add_partner("Alice's dealer system")


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


def test_the_link_of_the_letter_leads_into_the_portal(
    mailing: tuple[House, KillsTheWorker, str], browser: Browser
) -> None:
    house, office, key = mailing
    shop = new_shop(house, key)
    shop.full(car(1), car(2, images=[]), name="Brown & Sons", email="sales@brown.example")
    letter = until(lambda: next(iter(office.arrived), None))
    assert letter["To"] == "sales@brown.example"
    link = claim_link(letter)
    page = browser.new_page()
    page.goto(link)
    for field in page.locator("input[type=password]").all():
        field.fill("a long way to Leeds")
    page.locator("main form button").click()
    assert page.locator("h1").inner_text() == "Brown & Sons"
    assert page.url.endswith(f"/portal/dealers/{shop.profile()['slug']}")
    page.context.clear_cookies()
    page.goto(link)
    assert page.locator("input[type=password]").count() == 0, "the link works once"
    page.close()


@pytest.mark.slow
def test_a_worker_killed_between_sending_and_writing_down_sends_nothing_twice(
    mailing: tuple[House, KillsTheWorker, str],
) -> None:
    house, office, key = mailing
    office.arrived.clear()
    office.kill_of = house
    before = worker_of(house)
    with psycopg.connect(house.database_url, autocommit=True) as database:
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
