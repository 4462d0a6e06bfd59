"""The account itself: another address, and its end."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import ProtectedError
from django.test import Client
from django.utils import timezone

from carslink.dealers import register
from carslink.dealers.models import Dealer
from carslink.partners import keys
from carslink.partners.models import ApiKey, Partner
from carslink.portal import closing, own
from carslink.portal.models import Move
from carslink.stock import records
from carslink.stock.models import Change, Feed, History, Listing, Payload
from tests.portal.conftest import PASSWORD
from tests.portal.test_own import SENT
from tests.portal.test_registering import link_in
from tests.push.shop import car
from tests.stock.lot import Lot
from tests.welcome.post_office import PostOffice, text_of

pytestmark = pytest.mark.filterwarnings("ignore:No directory at:UserWarning")
Jobs = Callable[[], int]
NEW = "alice@new.example"


@pytest.fixture
def signed_in(client: Client, alice: User) -> Client:
    client.force_login(alice)
    return client


@pytest.fixture
def mine(alice: User) -> Lot:
    """Alice's own record, with a car that her partner's record has too and one it has not."""
    lot = Lot(own.make(alice, SENT).partner, register.OWN)
    lot.full(car(1), car(9))
    return lot


# --- Another address --------------------------------------------------------------------------


def move(client: Client, address: str = NEW, password: str = PASSWORD) -> Any:
    return client.post("/portal/account/address", {"address": address, "password": password})


def test_an_account_moves_by_a_link_to_the_new_address_and_the_old_one_is_told(
    signed_in: Client, alice: User, mine: Lot, office: PostOffice, jobs: Jobs
) -> None:
    assert move(signed_in, "Alice@New.example")["Location"] == "/portal/account/address/sent"
    assert signed_in.get("/portal/account/address/sent").status_code == 200
    jobs()
    assert [mail["To"] for mail in office.arrived] == [NEW]
    before = Change.objects.get(listing=mine.listing("V9").pk).n
    page = signed_in.get(link_in(office), follow=True)
    assert NEW in page.content.decode()
    alice.refresh_from_db()
    assert alice.email == "alice@smith.example"  # opening the link is not enough
    assert signed_in.post("/portal/account/address/confirm")["Location"] == "/portal/account"
    alice.refresh_from_db()
    assert (alice.username, alice.email) == (NEW, NEW)
    assert mine.dealer.email == NEW
    assert Change.objects.get(listing=mine.listing("V9").pk).n > before
    jobs()
    assert office.arrived[-1]["To"] == "alice@smith.example"
    assert NEW in text_of(office.arrived[-1])
    assert signed_in.post("/portal/account/address/confirm").status_code == 410  # once


def test_a_new_address_needs_the_password(signed_in: Client) -> None:
    assert "not your password" in move(signed_in, password="wrong").content.decode()
    assert Move.objects.count() == 0


def test_a_second_link_within_a_minute_is_refused_in_words_and_the_first_stays_good(
    signed_in: Client, office: PostOffice, jobs: Jobs
) -> None:
    move(signed_in)
    assert "No link was sent" in move(signed_in, "other@new.example").content.decode()
    jobs()
    assert [mail["To"] for mail in office.arrived] == [NEW]
    assert [waiting.email for waiting in Move.objects.all()] == [NEW]


def test_the_link_is_good_in_the_account_that_asked_for_it_alone(
    signed_in: Client, alice: User, bob: User, office: PostOffice, jobs: Jobs
) -> None:
    move(signed_in)
    jobs()
    link = link_in(office)
    stranger = Client()
    stranger.get(link)
    assert stranger.get("/portal/account/address/confirm").status_code == 302  # to sign in
    stranger.force_login(bob)
    stranger.get(link)
    assert stranger.post("/portal/account/address/confirm").status_code == 410
    bob.refresh_from_db()
    assert bob.email == "bob@jones.example"


def test_a_taken_address_is_told_to_that_address_alone(
    signed_in: Client, bob: User, office: PostOffice, jobs: Jobs
) -> None:
    assert move(signed_in, bob.email)["Location"] == "/portal/account/address/sent"
    jobs()
    (mail,) = office.arrived
    assert mail["To"] == bob.email
    assert "has an account of its own already" in text_of(mail)
    assert "/portal/account/address/confirm" not in text_of(mail)


def test_an_address_that_is_taken_meanwhile_is_not_taken_twice(
    signed_in: Client, alice: User, account: Any, office: PostOffice, jobs: Jobs
) -> None:
    move(signed_in)
    jobs()
    account(NEW)
    signed_in.get(link_in(office))
    assert signed_in.post("/portal/account/address/confirm").status_code == 410
    alice.refresh_from_db()
    assert alice.email == "alice@smith.example"
    assert Move.objects.get().done_at is None


def test_a_new_password_ends_what_was_asked_for_under_the_old_one(
    signed_in: Client, alice: User, office: PostOffice, jobs: Jobs
) -> None:
    move(signed_in)
    jobs()
    link = link_in(office)
    signed_in.post("/portal/password", {"address": alice.email})
    jobs()
    page = signed_in.get(link_in(office), follow=True)
    new = {"new_password1": "the road to York", "new_password2": "the road to York"}
    signed_in.post(page.request["PATH_INFO"], new)
    alice.refresh_from_db()
    signed_in.force_login(alice)
    signed_in.get(link)
    assert signed_in.post("/portal/account/address/confirm").status_code == 410


# --- Its end ----------------------------------------------------------------------------------


def close(client: Client, password: str = PASSWORD) -> Any:
    return client.post("/portal/account/delete", {"password": password})


def test_the_end_needs_the_password(signed_in: Client, mine: Lot, settings: Any) -> None:
    settings.AXES_FAILURE_LIMIT = 2
    assert "not your password" in close(signed_in, "wrong").content.decode()
    assert close(signed_in, "wrong").status_code == 429  # counted as at the page to sign in at
    assert (User.objects.count(), mine.live()) == (1, ["V1", "V9"])


def test_an_account_goes_with_its_record_and_keys_and_leaves_its_partners(
    signed_in: Client, alice: User, lot: Lot, mine: Lot, office: PostOffice, jobs: Jobs
) -> None:
    key = keys.issue(mine.partner)
    mine.partial(car(1, price=1))
    slug = mine.dealer.slug
    page = signed_in.get("/portal/account/delete").content.decode()
    assert "Alice Motors" in page and "Smith Motors" in page
    before = {each.listing_id: each.n for each in Change.objects.all()}
    assert close(signed_in)["Location"] == "/portal/login"
    assert "Your account is deleted" in signed_in.get("/portal/login").content.decode()
    assert User.objects.count() == ApiKey.objects.count() == 0
    assert keys.authenticate(key) is None
    assert mine.live() == []
    assert lot.live() == ["V1", "V2"]
    assert lot.dealer.keepers.count() == 0
    left = mine.dealer
    assert (left.name, left.email, left.phone, left.postcode, left.address) == ("",) * 5
    assert (left.latitude, left.website, left.location) == (None, "", "")
    assert signed_in.get(f"/dealers/{slug}/claim").status_code == 404
    assert signed_in.get(f"/dealers/{left.slug}/claim").status_code == 404
    assert Feed.objects.filter(dealer=left).count() == 0
    assert Payload.objects.count() == Feed.objects.count()
    gone = Listing.objects.filter(dealer=left)
    assert {each.taken_down_why for each in gone} == {"deleted"}
    now = {each.listing_id: each.n for each in Change.objects.all()}
    assert all(now[each.pk] > before[each.pk] for each in gone)  # search hears of it
    jobs()
    assert office.arrived[-1]["Subject"] == "Your account on Carslink is deleted"


def test_what_was_linked_with_the_record_shows_again(
    signed_in: Client, lot: Lot, mine: Lot
) -> None:
    records.link(lot.dealer, mine.dealer)
    close(signed_in)
    assert lot.dealer.shown_with is None
    assert lot.live() == ["V1", "V2"]


def test_what_is_left_of_a_record_goes_after_a_month(
    signed_in: Client, lot: Lot, mine: Lot
) -> None:
    left, partner = mine.dealer.pk, mine.partner.pk
    close(signed_in)
    assert closing.erase_closed(timezone.now() + timedelta(days=29)) == 0
    assert Listing.objects.filter(dealer=left).count() == 2
    assert closing.erase_closed(timezone.now() + timedelta(days=31)) == 1
    assert not Dealer.objects.filter(pk=left).exists()
    assert not Partner.objects.filter(pk=partner).exists()
    known = set(Listing.objects.values_list("pk", flat=True))
    assert {*Change.objects.values_list("listing_id", flat=True)} == known
    assert {*History.objects.values_list("listing_id", flat=True)} == known
    assert lot.live() == ["V1", "V2"]


def test_a_feed_that_waited_while_its_account_went_is_not_taken(
    signed_in: Client, mine: Lot
) -> None:
    close(signed_in)
    with pytest.raises(register.RecordClosed), transaction.atomic():
        mine.full(car(1))
    assert mine.live() == []


def test_no_other_way_leaves_a_record_without_its_account(alice: User, mine: Lot) -> None:
    with pytest.raises(ProtectedError):
        alice.delete()


def test_operators_accounts_are_not_settled_here(client: Client, db: None) -> None:
    client.force_login(User.objects.create_superuser("operator"))
    for path in ("/portal/account", "/portal/account/address", "/portal/account/delete"):
        assert client.get(path).status_code == 404
    assert client.get("/portal/own").status_code == 404
