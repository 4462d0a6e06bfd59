"""Before uploaded stock ends its dealer is told, and one button keeps it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from carslink.dealers import register
from carslink.dealers.models import Dealer
from carslink.portal import closing, jobs, own, reminding
from carslink.portal.models import Letter, Reminder
from carslink.stock.models import Listing
from carslink.stock.refreshed import effective
from tests.portal.test_own import SENT
from tests.push.shop import car
from tests.stock.lot import Lot
from tests.welcome.post_office import PostOffice, html_of, text_of

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
pytestmark = pytest.mark.filterwarnings("ignore:No directory at:UserWarning")


@pytest.fixture
def mine(alice: User) -> Dealer:
    return own.make(alice, SENT)


@pytest.fixture
def stock(mine: Dealer) -> Lot:
    """Alice's own record, with two uploaded cars."""
    lot = Lot(mine.partner, register.OWN)
    lot.upload(car(1), car(2))
    return lot


@pytest.fixture
def reminded(jobs: Callable[[], int]) -> Callable[[], int]:
    """Return a function that writes what is due, as the job does each hour, and sends it."""
    from procrastinate.contrib.django.models import ProcrastinateJob

    def run() -> int:
        from carslink.portal.jobs import remind

        before = Letter.objects.filter(kind="ending").count()
        remind(0)
        jobs()
        ProcrastinateJob.objects.all().delete()
        return Letter.objects.filter(kind="ending").count() - before

    return run


def later(stock: Lot, by: timedelta) -> None:
    """Let time pass: for the stock, and for what was told of it."""
    stock.age(by)
    for reminder in Reminder.objects.all():
        reminder.first_at, reminder.until = reminder.first_at - by, reminder.until - by
        reminder.save()


def link_in(text: str) -> str:
    return next(line for line in text.splitlines() if "/portal/still/" in line)


def left(stock: Lot, source_id: str = "V1") -> timedelta:
    """Return how long ago a car was last refreshed."""
    return timezone.now() - effective(stock.listing(source_id), stock.dealer).at


def test_a_mail_goes_a_week_and_a_day_before_the_first_end_once_each(
    stock: Lot, office: PostOffice, reminded: Callable[[], int]
) -> None:
    assert reminded() == 0
    later(stock, 23 * DAY - MINUTE)
    assert reminded() == 0
    later(stock, 2 * MINUTE)
    assert [reminded(), reminded()] == [1, 0]
    later(stock, 6 * DAY - 2 * MINUTE)
    assert reminded() == 0
    later(stock, 2 * MINUTE)
    assert [reminded(), reminded()] == [1, 0]
    assert [mail["To"] for mail in office.arrived] == ["alice@smith.example"] * 2
    mail = office.arrived[0]
    assert str(mail["Subject"]).startswith("2 vehicles of Alice Motors come off sale on ")
    for words in (text_of(mail), html_of(mail)):
        assert "another 30 days" in words
        assert "2 vehicles" in words
        assert "/portal/still/" in words


def test_the_mail_says_how_many_end_when(
    stock: Lot, office: PostOffice, reminded: Callable[[], int]
) -> None:
    later(stock, 3 * DAY)
    stock.upload(car(3), mode="partial")
    later(stock, 20 * DAY + MINUTE)
    reminded()
    text = text_of(office.arrived[0])
    first, second = (reminding.day(timezone.now() + days * DAY) for days in (7, 10))
    assert f"* 2 vehicles on {first}, at " in text
    assert f"* 1 vehicle on {second}, at " in text


def test_who_adds_a_vehicle_every_day_gets_one_mail_a_week(
    stock: Lot, office: PostOffice, reminded: Callable[[], int]
) -> None:
    for number in range(3, 15):
        later(stock, DAY)
        stock.upload(car(number), mode="partial")
    later(stock, 11 * DAY + MINUTE)
    told = []
    for _ in range(6):
        told.append(reminded())
        later(stock, DAY - MINUTE)
    assert told == [1, 0, 0, 0, 0, 0]


def test_what_is_pushed_is_nobodys_to_confirm(
    mine: Dealer, office: PostOffice, reminded: Callable[[], int]
) -> None:
    lot = Lot(mine.partner, register.OWN)
    lot.full(car(1))
    later(lot, 29 * DAY + MINUTE)
    assert reminded() == 0


def test_stock_that_was_kept_meanwhile_is_not_written_about(
    stock: Lot, alice: User, client: Client, office: PostOffice, jobs: Callable[[], int]
) -> None:
    later(stock, 24 * DAY)
    from carslink.portal.jobs import remind

    remind(0)
    client.force_login(alice)
    client.post("/portal/own/still")
    jobs()
    assert office.arrived == []
    assert Letter.objects.get(kind="ending").sent_at is None


def test_the_link_opens_a_page_and_its_button_keeps_the_stock(
    stock: Lot, client: Client, office: PostOffice, reminded: Callable[[], int]
) -> None:
    later(stock, 25 * DAY)
    reminded()
    link = link_in(text_of(office.arrived[0]))
    opened = client.get(link)
    assert opened["Location"] == "/portal/still"
    assert opened["Referrer-Policy"] == "no-referrer"
    for ask in (client.get, client.head):
        page = ask("/portal/still")
        assert page.status_code == 200
    assert "2 vehicles" in client.get("/portal/still").content.decode()
    assert left(stock) > 24 * DAY  # scanners of mail open links too
    answer = client.post("/portal/still", follow=True)
    ends = reminding.day(timezone.now() + 30 * DAY)
    assert f"2 uploaded vehicles stay on sale until {ends}." in answer.content.decode()
    assert left(stock) < MINUTE
    assert left(stock, "V2") < MINUTE
    assert [reminded(), len(office.arrived)] == [0, 1]
    later(stock, 23 * DAY + MINUTE)
    assert reminded() == 1  # the next deadline has mails of its own


def test_a_link_that_is_not_ours_or_too_old_does_nothing(
    stock: Lot, client: Client, office: PostOffice, reminded: Callable[[], int], monkeypatch: Any
) -> None:
    assert client.post("/portal/still").status_code == 410
    client.get("/portal/still/nonsense")
    assert client.post("/portal/still").status_code == 410
    later(stock, 25 * DAY)
    reminded()
    client.get(link_in(text_of(office.arrived[0])))
    monkeypatch.setattr(reminding, "LINK_GOOD_FOR", timedelta(0))
    assert client.post("/portal/still").status_code == 410
    assert left(stock) > 24 * DAY


def test_a_link_keeps_its_own_dealers_stock_alone(
    stock: Lot, bob: User, client: Client, office: PostOffice, reminded: Callable[[], int]
) -> None:
    theirs = own.make(bob, {"name": "Bob's"})
    other = Lot(theirs.partner, register.OWN)
    other.upload(car(1))
    other.age(25 * DAY)
    later(stock, 25 * DAY)
    reminded()
    (link,) = [link_in(text_of(m)) for m in office.arrived if m["To"] == "alice@smith.example"]
    client.get(link)
    client.post("/portal/still")
    assert left(other) > 24 * DAY


def test_the_link_of_an_account_that_was_deleted_has_ended(
    stock: Lot, alice: User, client: Client, office: PostOffice, reminded: Callable[[], int]
) -> None:
    later(stock, 25 * DAY)
    reminded()
    client.get(link_in(text_of(office.arrived[0])))
    closing.close(alice)
    assert client.get("/portal/still").status_code == 410
    assert not Listing.objects.filter(dealer=stock.dealer, state="live").exists()


def test_the_button_above_the_vehicles_keeps_them(stock: Lot, alice: User, client: Client) -> None:
    later(stock, 10 * DAY)
    client.force_login(alice)
    path = f"/portal/dealers/{stock.dealer.slug}/vehicles"
    page = " ".join(client.get(path).content.decode().split())
    assert "<b>2 uploaded vehicles</b> come off sale on" in page
    assert client.get("/portal/own/still").status_code == 405
    answer = client.post("/portal/own/still", follow=True)
    assert "2 uploaded vehicles stay on sale until" in answer.content.decode()
    assert left(stock) < MINUTE


def test_mails_are_forgotten_in_time(
    stock: Lot, reminded: Callable[[], int], office: PostOffice
) -> None:
    later(stock, 25 * DAY)
    reminded()
    jobs.forget_letters(0)
    assert Reminder.objects.count() == 1
    later(stock, 80 * DAY)
    jobs.forget_letters(0)
    assert Reminder.objects.count() == 0
