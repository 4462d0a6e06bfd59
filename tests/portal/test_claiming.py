"""Taking on a dealer by a link: opening uses nothing up, the button does, once."""

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.utils import timezone

from carslink.dealers import claims
from carslink.dealers.models import Claim, Dealer
from tests.portal.conftest import PASSWORD
from tests.push.shop import car
from tests.stock.lot import Lot

pytestmark = pytest.mark.filterwarnings("ignore:No directory at:UserWarning")


@pytest.fixture
def offer(dealer: Dealer) -> Claim:
    return claims.offer(dealer.email, [dealer])


def path_of(offer: Claim) -> str:
    return urlsplit(claims.url(offer)).path


def open_link(client: Client, offer: Claim) -> Any:
    """Follow the link of a mail and return the page that it ends at."""
    return client.get(path_of(offer), follow=True)


def new_password(offer: Claim, password: str = PASSWORD) -> dict[str, str]:
    return {"offer": str(offer.pk), "new_password1": password, "new_password2": password}


def keepers(dealer: Dealer) -> list[str]:
    return sorted(dealer.keepers.values_list("username", flat=True))


# --- A new address ----------------------------------------------------------------------------


def test_a_new_address_sets_a_password_and_is_in(
    client: Client, offer: Claim, dealer: Dealer
) -> None:
    page = open_link(client, offer)
    assert page.request["PATH_INFO"] == "/portal/claim"
    body = page.content.decode()
    assert "Smith Motors" in body
    assert 'type="email" value="sales@smith.example"' in body
    assert "readonly" in body
    done = client.post("/portal/claim", new_password(offer))
    assert (done.status_code, done["Location"]) == (302, "/portal/dealers/smith-motors")
    assert client.get(done["Location"]).status_code == 200
    user = User.objects.get()
    assert (user.username, user.email) == ("sales@smith.example", "sales@smith.example")
    assert user.check_password(PASSWORD)
    assert not user.is_staff
    assert keepers(dealer) == ["sales@smith.example"]


def test_an_address_that_is_longer_than_an_accounts_name_may_be_is_as_good(
    client: Client, lot: Lot
) -> None:
    address = f"Sales@{'a' * 60}.{'b' * 60}.{'c' * 60}.example"
    lot.full(car(1), email=address)
    offer = claims.offer(address, [lot.dealer])
    open_link(client, offer)
    assert client.post("/portal/claim", new_password(offer)).status_code == 302
    assert User.objects.get().email == address.lower()
    client.post("/portal/logout")
    name_and_word = {"username": address.upper(), "password": PASSWORD}
    assert client.post("/portal/login", name_and_word).status_code == 302


def test_opening_the_link_uses_nothing_up(client: Client, offer: Claim) -> None:
    for scanner in (Client(), Client(), client):
        assert "Set the password" in open_link(scanner, offer).content.decode()
        assert scanner.head(path_of(offer)).status_code == 302
    offer.refresh_from_db()
    assert offer.used_at is None
    assert User.objects.count() == 0


def test_the_token_leaves_the_address_and_goes_to_nobody(client: Client, offer: Claim) -> None:
    answer = client.get(path_of(offer))
    assert (answer.status_code, answer["Location"]) == (302, "/portal/claim")
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]
    page = client.get("/portal/claim")
    assert "no-store" in page["Cache-Control"]
    assert path_of(offer).rsplit("/", 1)[1] not in page.content.decode()


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("short", "too short"),
        ("password123", "too common"),
        ("8473920184", "entirely numeric"),
        ("sales@smith", "too similar"),
    ],
)
def test_a_bad_password_is_told_why_and_uses_nothing_up(
    client: Client, offer: Claim, password: str, told: str
) -> None:
    open_link(client, offer)
    page = client.post("/portal/claim", new_password(offer, password))
    assert page.status_code == 200
    assert told in page.content.decode()
    assert User.objects.count() == 0
    assert "Set the password" in open_link(client, offer).content.decode()


def test_a_button_without_the_token_of_its_form_is_refused(offer: Claim) -> None:
    strict = Client(enforce_csrf_checks=True)
    open_link(strict, offer)
    assert strict.post("/portal/claim", new_password(offer)).status_code == 403
    assert User.objects.count() == 0


def test_one_link_takes_on_all_that_it_names(client: Client, dealer: Dealer, partner: Any) -> None:
    other = Lot(partner)
    other.full(car(5), name="Smith Vans", email="sales@smith.example")
    offer = claims.offer("sales@smith.example", [dealer, other.dealer])
    body = open_link(client, offer).content.decode()
    assert "Smith Motors" in body
    assert "Smith Vans" in body
    done = client.post("/portal/claim", new_password(offer))
    assert done["Location"] == "/portal"
    assert client.get("/portal/").content.decode().count("stock sent by") == 2


# --- An account that there is already ---------------------------------------------------------


def test_an_address_with_an_account_signs_in_first(
    client: Client, offer: Claim, dealer: Dealer, account: Callable[..., Any]
) -> None:
    account("sales@smith.example")
    body = open_link(client, offer).content.decode()
    assert "sales@smith.example has an account already" in body
    assert 'href="/portal/login?next=/portal/claim"' in body
    client.post("/portal/claim", new_password(offer, "another password"))
    assert User.objects.get().check_password(PASSWORD)  # nobody sets it by a link
    signed_in = client.post(
        "/portal/login",
        {"username": "Sales@Smith.example", "password": PASSWORD, "next": "/portal/claim"},
    )
    assert signed_in["Location"] == "/portal/claim"
    assert "Add to the account sales@smith.example" in client.get("/portal/claim").content.decode()
    pressed = {"offer": offer.pk, "account": "sales@smith.example"}
    done = client.post("/portal/claim", pressed)
    assert done["Location"] == "/portal/dealers/smith-motors"
    assert keepers(dealer) == ["sales@smith.example"]


def test_another_account_may_add_the_dealer_by_a_button_that_says_so(
    client: Client, offer: Claim, dealer: Dealer, bob: User
) -> None:
    client.force_login(bob)
    body = open_link(client, offer).content.decode()
    assert "The link was sent to sales@smith.example." in body
    assert "Add to the account bob@jones.example" in body
    client.post("/portal/claim", {"offer": offer.pk, "account": "bob@jones.example"})
    assert keepers(dealer) == ["bob@jones.example"]
    assert bob.dealers.count() == 2


@pytest.mark.parametrize(
    "pressed", [{"account": "alice@smith.example"}, {"offer": "0"}, {"offer": ""}]
)
def test_a_button_of_another_offer_or_account_does_nothing(
    client: Client, offer: Claim, dealer: Dealer, bob: User, pressed: dict[str, str]
) -> None:
    client.force_login(bob)
    open_link(client, offer)
    as_shown = {"offer": str(offer.pk), "account": "bob@jones.example"}
    page = client.post("/portal/claim", {**as_shown, **pressed})
    assert page.status_code == 200
    assert keepers(dealer) == []


# --- Links that have ended --------------------------------------------------------------------


def test_a_used_link_says_so_and_leads_on(client: Client, offer: Claim) -> None:
    open_link(client, offer)
    client.post("/portal/claim", new_password(offer))
    stranger = Client()
    page = open_link(stranger, offer)
    assert page.status_code == 410
    assert "That link has been used" in page.content.decode()
    assert 'href="/dealers/smith-motors/claim"' in page.content.decode()
    assert stranger.post("/portal/claim", new_password(offer)).status_code == 410


def test_a_link_of_an_address_that_has_changed_has_ended(
    client: Client, offer: Claim, lot: Lot
) -> None:
    lot.partial(email="new@smith.example")
    page = open_link(client, offer)
    assert page.status_code == 410
    assert "That link has ended" in page.content.decode()
    assert 'href="/dealers/smith-motors/claim"' in page.content.decode()


def test_a_link_ends_after_fourteen_days(
    client: Client, offer: Claim, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = path_of(offer)
    later = timezone.now() + timedelta(days=14, minutes=1)
    monkeypatch.setattr("django.core.signing.time.time", later.timestamp)
    page = client.get(path, follow=True)
    assert page.status_code == 410
    assert 'href="/dealers/smith-motors/claim"' in page.content.decode()


@pytest.mark.parametrize("spoil", [lambda p: p[:-3], lambda p: p + ".", lambda p: p + ")x"])
def test_a_link_that_was_cut_off_says_what_to_do(
    client: Client, offer: Claim, spoil: Callable[[str], str], caplog: pytest.LogCaptureFixture
) -> None:
    page = client.get(spoil(path_of(offer)), follow=True)
    assert page.status_code == 404
    assert "That link is not complete" in page.content.decode()
    assert path_of(offer)[:30] not in caplog.text


def test_without_a_link_there_is_nothing_to_claim(client: Client, db: None) -> None:
    assert client.get("/portal/claim").status_code == 404


# --- Once -------------------------------------------------------------------------------------


@pytest.mark.usefixtures("committed")
def test_of_many_who_press_at_once_one_is_in(offer: Claim, dealer: Dealer) -> None:
    clients = [Client() for _ in range(6)]
    for each in clients:
        open_link(each, offer)
    start = threading.Barrier(len(clients))
    ended: list[tuple[int, str]] = []

    def press(each: Client) -> None:
        start.wait()
        answer = each.post("/portal/claim", new_password(offer))
        ended.append((answer.status_code, answer.headers.get("Location", "")))
        connection.close()

    threads = [threading.Thread(target=press, args=(each,)) for each in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ended)[-1][0] in (302, 410)
    assert [where for code, where in ended if code == 302] == ["/portal/dealers/smith-motors"]
    assert User.objects.count() == 1
    assert keepers(dealer) == ["sales@smith.example"]


@pytest.mark.usefixtures("committed")
def test_of_two_accounts_that_press_at_once_one_has_the_dealer(
    offer: Claim, dealer: Dealer, account: Callable[..., Any]
) -> None:
    clients = []
    for name in ("alice", "bob", "carol"):
        client = Client()
        client.force_login(account(f"{name}@smith.example"))
        open_link(client, offer)
        clients.append((client, f"{name}@smith.example"))
    start = threading.Barrier(len(clients))

    def press(client: Client, name: str) -> None:
        start.wait()
        client.post("/portal/claim", {"offer": offer.pk, "account": name})
        connection.close()

    threads = [threading.Thread(target=press, args=each) for each in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keepers(dealer)) == 1
