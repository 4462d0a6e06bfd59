"""Registering: nothing is made before the address is confirmed, and no page tells who is there."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import signing
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from carslink.dealers.models import Dealer
from carslink.partners.models import Partner
from carslink.portal import asking
from carslink.portal import jobs as portal_jobs
from carslink.portal.models import Letter, Registration
from tests.portal.conftest import PASSWORD
from tests.welcome.post_office import PostOffice, html_of, text_of

pytestmark = pytest.mark.filterwarnings("ignore:No directory at:UserWarning")
Jobs = Callable[[], int]
FORM = {
    "name": "Carol's Cars",
    "postcode": "ls1 1ur",
    "phone": "+44 113 496 0142",
    "website": "carols.example",
    "email": "Carol@carols.example",
    "password": PASSWORD,
}


def register(client: Client, **more: str) -> Any:
    return client.post("/portal/register", {**FORM, **more})


def link_in(office: PostOffice) -> str:
    found = re.search(r"^https?://[^/]+(/portal/\S+)$", text_of(office.arrived[-1]), re.M)
    assert found is not None
    return found[1]


@pytest.fixture
def link(client: Client, office: PostOffice, jobs: Jobs) -> str:
    """The link that carol was sent."""
    assert register(client)["Location"] == "/portal/register/sent"
    assert jobs() == 1
    return link_in(office)


def test_nothing_is_made_before_the_address_is_confirmed(link: str, office: PostOffice) -> None:
    assert (User.objects.count(), Dealer.objects.count(), Partner.objects.count()) == (0, 0, 0)
    waiting = Registration.objects.get()
    assert (waiting.postcode, waiting.phone) == ("LS1 1UR", "0113 496 0142")
    assert (waiting.website, waiting.email) == ("https://carols.example", "carol@carols.example")
    assert PASSWORD not in waiting.password
    (mail,) = office.arrived
    assert mail["To"] == "carol@carols.example"
    assert link in html_of(mail)
    assert "within 7 days" in text_of(mail)
    assert "Carol's Cars" not in text_of(mail) + html_of(mail)  # a stranger may have typed it


def test_the_link_and_the_password_make_the_account_and_its_record(
    client: Client, link: str
) -> None:
    opened = client.get(link)
    assert (opened["Location"], opened["Referrer-Policy"]) == (
        "/portal/register/confirm", "no-referrer",
    )  # fmt: skip
    page = client.get("/portal/register/confirm").content.decode()
    assert "Carol&#x27;s Cars" in page
    assert User.objects.count() == 0  # opening it does nothing: mail scanners open links too
    done = client.post("/portal/register/confirm", {"password": PASSWORD})
    assert done["Location"] == "/portal/dealers/carols-cars"
    assert client.get(done["Location"]).status_code == 200
    dealer = Dealer.objects.get()
    assert (dealer.location, dealer.email) == ("Leeds", "carol@carols.example")
    assert dealer.partner.account == User.objects.get(username="carol@carols.example")
    assert Registration.objects.count() == 0


def test_the_link_works_once(client: Client, link: str) -> None:
    client.get(link)
    client.post("/portal/register/confirm", {"password": PASSWORD})
    other = Client()
    answer = other.get(link, follow=True)
    assert answer.status_code == 410
    assert "That link has ended" in answer.content.decode()
    assert other.post("/portal/register/confirm", {"password": PASSWORD}).status_code == 410
    assert User.objects.count() == 1


def test_whoever_opens_the_mail_needs_the_password_that_was_chosen(
    client: Client, link: str
) -> None:
    client.get(link)
    answer = client.post("/portal/register/confirm", {"password": "another one"})
    assert "not the password that was chosen" in answer.content.decode()
    assert User.objects.count() == 0


def test_passwords_cannot_be_tried_without_end_at_the_link(client: Client, link: str) -> None:
    client.get(link)
    for _ in range(20):
        client.post("/portal/register/confirm", {"password": "another one"})
    client.post("/portal/register/confirm", {"password": PASSWORD})
    assert User.objects.count() == 0


def test_a_link_ends_after_seven_days(client: Client, link: str, monkeypatch: Any) -> None:
    later = timezone.now() + timedelta(days=7, minutes=1)
    monkeypatch.setattr(signing.time, "time", later.timestamp)
    client.get(link)
    assert client.post("/portal/register/confirm", {"password": PASSWORD}).status_code == 410


def test_what_is_never_confirmed_is_forgotten(link: str) -> None:
    portal_jobs.forget_letters(0)
    assert Registration.objects.count() == 1
    Registration.objects.update(asked_at=timezone.now() - timedelta(days=8))
    portal_jobs.forget_letters(0)
    assert Registration.objects.count() == Letter.objects.count() == 0


def test_a_link_of_another_kind_confirms_nothing(client: Client, link: str) -> None:
    key = Registration.objects.get().pk
    client.get(f"/portal/register/confirm/{signing.dumps(key, salt='carslink.portal.move')}")
    assert client.get("/portal/register/confirm").status_code == 410
    client.get("/portal/register/confirm/nonsense")
    assert client.get("/portal/register/confirm").status_code == 410


def test_a_taken_address_is_told_by_mail_alone(
    client: Client, alice: User, office: PostOffice, jobs: Jobs
) -> None:
    answers, work = [], []
    for email in (alice.email, "nobody@smith.example"):
        with CaptureQueriesContext(connection) as captured:
            answer = register(client, email=email)
        answers.append((answer.status_code, answer["Location"]))
        work.append(len(captured))
    assert answers[0] == answers[1]
    assert work[0] == work[1]
    assert jobs() == 2
    known, confirm = office.arrived
    assert (known["To"], confirm["To"]) == (alice.email, "nobody@smith.example")
    assert "has an account already" in text_of(known)
    assert "/portal/register/confirm/" not in text_of(known)
    assert "/portal/register/confirm/" in text_of(confirm)


def test_an_account_that_came_meanwhile_is_left_as_it_is(
    client: Client, link: str, account: Any
) -> None:
    account("carol@carols.example")
    client.get(link)
    page = client.post("/portal/register/confirm", {"password": PASSWORD})
    assert "has an account already" in page.content.decode()
    assert Dealer.objects.count() == 0


def test_an_address_is_mailed_once_in_five_minutes(client: Client, db: None) -> None:
    for _ in range(3):
        assert register(client)["Location"] == "/portal/register/sent"
    assert Letter.objects.count() == 1


def test_the_password_of_a_second_registration_counts_at_the_link_of_the_first(
    client: Client, link: str
) -> None:
    register(client, name="Carol's Vans", password="a short way to York")
    assert Letter.objects.count() == 1
    client.get(link)
    page = client.get("/portal/register/confirm").content.decode()
    assert "Carol&#x27;s Vans" in page
    done = client.post("/portal/register/confirm", {"password": "a short way to York"})
    assert done["Location"] == "/portal/dealers/carols-vans"
    assert Registration.objects.count() == 0
    assert User.objects.get().check_password("a short way to York")


def test_a_strangers_registration_takes_nothing_from_whoever_was_first(
    client: Client, link: str
) -> None:
    for number in range(9):
        register(Client(), name="Mallory", password=f"{number} ways to Hull")
    client.get(link)
    done = client.post("/portal/register/confirm", {"password": PASSWORD})
    assert done["Location"] == "/portal/dealers/carols-cars"
    assert User.objects.get().check_password(PASSWORD)


def test_who_has_forgotten_the_password_registers_once_more_as_the_page_says(
    client: Client, link: str
) -> None:
    client.get(link)
    wrong = client.post("/portal/register/confirm", {"password": "another one"}).content.decode()
    assert 'href="/portal/register">Register once more</a> with another' in wrong
    register(client, password="a short way to York")
    done = client.post("/portal/register/confirm", {"password": "a short way to York"})
    assert done["Location"] == "/portal/dealers/carols-cars"


def test_one_place_cannot_mail_all_the_world(client: Client, db: None, monkeypatch: Any) -> None:
    monkeypatch.setattr(asking, "REGISTRATIONS_FROM_A_PLACE", 2)
    for number in range(2):
        register(client, email=f"carol{number}@carols.example")
    assert register(client, email="carol3@carols.example").status_code == 429
    assert Letter.objects.count() == 2
    elsewhere = {"REMOTE_ADDR": "198.51.100.7"}
    form = {**FORM, "email": "carol4@carols.example"}
    assert client.post("/portal/register", form, **elsewhere).status_code == 302


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("name", " ", "This field is required."),
        ("name", "x" * 201, "at most 200 characters"),
        ("postcode", "LS1", "It should look like LS1 1UR."),
        ("postcode", "ZZ99 9ZZ", "It should look like LS1 1UR."),
        ("phone", "12345", "It should look like 0113 496 0000."),
        ("website", "not a site", "It should look like https://www.smith.example."),
        ("email", "carol", "Enter a valid email address."),
        ("password", "12345678", "This password is entirely numeric."),
        ("password", "carol@carols", "too similar"),
    ],
)
def test_what_is_wrong_is_told_where_it_was_typed(
    client: Client, db: None, field: str, typed: str, told: str
) -> None:
    answer = register(client, **{field: typed})
    assert answer.status_code == 200
    assert told in " ".join(answer.context["form"].errors[field])
    assert Letter.objects.count() == 0


def test_the_ways_to_the_page(client: Client, alice: User) -> None:
    assert 'href="/portal/register"' in client.get("/portal/login").content.decode()
    assert client.get("/portal/register/sent").status_code == 200
    client.force_login(alice)
    assert client.get("/portal/register")["Location"] == "/portal/own"
