"""Signing in and out, new passwords, and how many tries there are."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.test import Client

from carslink.node.client import address
from carslink.portal.models import Letter
from tests.portal.conftest import PASSWORD
from tests.welcome.post_office import PostOffice, text_of

pytestmark = pytest.mark.filterwarnings("ignore:No directory at:UserWarning")
Jobs = Callable[[], int]


def sign_in(client: Client, name: str, password: str = PASSWORD, **more: Any) -> Any:
    return client.post("/portal/login", {"username": name, "password": password}, **more)


def test_an_account_signs_in_in_any_case_and_out_again(client: Client, alice: User) -> None:
    assert sign_in(client, " Alice@SMITH.example")["Location"] == "/portal"
    assert client.get("/portal/")["Location"] == "/portal/dealers/smith-motors"
    assert client.get("/portal/logout").status_code == 405
    assert client.post("/portal/logout")["Location"] == "/portal/login"
    assert client.get("/portal/")["Location"] == "/portal/login?next=/portal/"


def test_nobody_is_led_elsewhere_after_signing_in(client: Client, alice: User) -> None:
    form = {"username": alice.username, "password": PASSWORD, "next": "https://evil.example/"}
    assert client.post("/portal/login", form)["Location"] == "/portal"


def test_a_wrong_password_and_an_unknown_address_are_told_the_same(
    client: Client, alice: User
) -> None:
    told = [
        re.findall(r'role="alert">(.*?)</div>', sign_in(client, name, "wrong").content.decode())
        for name in (alice.username, "nobody@smith.example")
    ]
    assert told[0] == told[1] != []
    assert "wrong" not in str(AccessAttempt.objects.values_list("get_data", "post_data"))


def test_too_many_wrong_passwords_from_one_place_shut_that_place_out(
    client: Client, alice: User, settings: Any
) -> None:
    settings.AXES_FAILURE_LIMIT = 3
    for name in ("a@smith.example", "b@smith.example"):
        assert sign_in(client, name, "wrong").status_code == 200
    answer = sign_in(client, "c@smith.example", "wrong")
    assert answer.status_code == 429
    assert "Wait a quarter of an hour" in answer.content.decode()
    assert sign_in(client, alice.username).status_code == 429
    elsewhere = {"REMOTE_ADDR": "198.51.100.7"}
    assert sign_in(client, alice.username, **elsewhere).status_code == 302


def test_who_asks_is_told_apart_behind_a_front_server(
    client: Client, alice: User, settings: Any
) -> None:
    settings.AXES_FAILURE_LIMIT, settings.PROXIES = 2, 1
    for number in range(2):  # what the client writes itself does not help it
        forged = {"HTTP_X_FORWARDED_FOR": f"192.0.2.{number}, 198.51.100.7"}
        sign_in(client, alice.username, "wrong", **forged)
    shut_out = {"HTTP_X_FORWARDED_FOR": "192.0.2.9, 198.51.100.7"}
    assert sign_in(client, alice.username, **shut_out).status_code == 429
    other = {"HTTP_X_FORWARDED_FOR": "198.51.100.8"}
    assert sign_in(client, alice.username, **other).status_code == 302


@pytest.mark.parametrize(
    ("proxies", "forwarded", "told"),
    [
        (0, "192.0.2.1", "127.0.0.1"),
        (1, "", "127.0.0.1"),
        (1, "192.0.2.1", "192.0.2.1"),
        (1, "192.0.2.1, 198.51.100.7", "198.51.100.7"),
        (2, "192.0.2.1, 198.51.100.7", "192.0.2.1"),
        (3, "192.0.2.1, 198.51.100.7", "192.0.2.1"),
        (1, "2001:db8::7", "2001:db8::7"),
        (1, "nonsense", None),
    ],
)
def test_where_a_request_comes_from(
    rf: Any, settings: Any, proxies: int, forwarded: str, told: str | None
) -> None:
    settings.PROXIES = proxies
    more = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    assert address(rf.get("/", **more)) == told


# --- A new password ---------------------------------------------------------------------------


def ask(client: Client, name: str) -> Any:
    return client.post("/portal/password", {"address": name})


def password_link(office: PostOffice) -> str:
    found = re.search(r"^https?://[^/]+(/portal/password/\S+)$", text_of(office.arrived[-1]), re.M)
    assert found is not None
    return found[1]


def test_a_forgotten_password_is_set_anew_by_mail(
    client: Client, alice: User, office: PostOffice, jobs: Jobs
) -> None:
    assert ask(client, "Alice@smith.example")["Location"] == "/portal/password/sent"
    assert client.get("/portal/password/sent").status_code == 200
    assert jobs() == 1
    link = password_link(office)
    assert client.get(link)["Location"].endswith("/set-password")
    page = client.get(link, follow=True)
    new = {"new_password1": "the road to York", "new_password2": "the road to York"}
    done = client.post(page.request["PATH_INFO"], new, follow=True)
    assert "Your new password is set." in done.content.decode()
    assert sign_in(client, alice.username, "the road to York").status_code == 302
    used = Client().get(link, follow=True)
    assert "This link has ended" in used.content.decode()


def test_asking_tells_nobody_whether_there_is_an_account(
    client: Client, alice: User, office: PostOffice, jobs: Jobs,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    answers, work = [], []
    for name in (alice.username, "nobody@smith.example"):
        with CaptureQueriesContext(connection) as captured:
            answers.append((ask(client, name).status_code, ask(client, name)["Location"]))
        work.append(len(captured))
    assert answers[0] == answers[1]
    assert work[0] == work[1]
    assert jobs() == 2
    assert [mail["To"] for mail in office.arrived] == [alice.username]


def test_a_new_password_is_asked_for_once_in_five_minutes(client: Client, alice: User) -> None:
    for _ in range(3):
        ask(client, alice.username)
    assert Letter.objects.count() == 1


def test_no_mail_leads_to_an_operators_password(
    client: Client, office: PostOffice, jobs: Jobs, db: None
) -> None:
    name = "carol@carslink.example"
    User.objects.create_superuser(name, name, PASSWORD)
    ask(client, name)
    jobs()
    assert office.arrived == []


def test_a_form_without_its_token_is_refused(alice: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    for path in ("/portal/login", "/portal/password", "/portal/logout"):
        answer = strict.post(path, {})
        assert answer.status_code == 403
        assert "This page is out of date" in answer.content.decode()
