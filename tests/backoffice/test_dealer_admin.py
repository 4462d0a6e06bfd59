"""Dealers in the admin: to look at, but for their keepers and the address of their page."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client

from carslink.dealers import claims
from carslink.dealers.models import Dealer, FormerSlug

pytestmark = pytest.mark.filterwarnings("ignore:No directory at:UserWarning")
Known = Callable[..., Dealer]


def page_of(dealer: Dealer, page: str = "change") -> str:
    return f"/admin/dealers/dealer/{dealer.pk}/{page}/"


def test_a_dealer_is_shown_with_keepers_claims_records_and_old_addresses(
    operator: Client, known: Known
) -> None:
    dealer, other = known("alice"), known("bob")
    FormerSlug.objects.create(slug="old-name", dealer=dealer)
    Dealer.objects.filter(pk=other.pk).update(shown_with=dealer)
    dealer.keepers.add(User.objects.create_user("alice@smith.example"))
    claims.offer("alice@smith.example", [dealer])
    body = operator.get(page_of(dealer)).content.decode()
    for told in ("old-name", "Dealer 2, bob", "alice@smith.example</option>", "not used"):
        assert told in body


def test_keepers_are_changed_and_nothing_else(operator: Client, known: Known) -> None:
    dealer = known("alice")
    account = User.objects.create_user("alice@smith.example")
    Dealer.objects.filter(pk=dealer.pk).update(feeds=7)
    sent = {"keepers": [account.pk], "name": "Another name", "feeds": 0, "slug": "x"}
    assert operator.post(page_of(dealer), sent).status_code == 302
    dealer.refresh_from_db()
    assert list(dealer.keepers.all()) == [account]
    assert (dealer.name, dealer.feeds, dealer.slug) == ("Dealer 1", 7, "dealer-1")
    operator.post(page_of(dealer), {"keepers": []})
    assert not dealer.keepers.exists()


def test_dealers_are_neither_added_nor_deleted(operator: Client, known: Known) -> None:
    dealer = known("alice")
    assert operator.get("/admin/dealers/dealer/add/").status_code == 403
    assert operator.post(page_of(dealer, "delete"), {"post": "yes"}).status_code == 403


def test_the_address_of_a_page_is_changed_and_the_old_one_leads_there(
    operator: Client, known: Known, follow: object
) -> None:
    dealer = known("alice")
    assert operator.get(page_of(dealer, "address")).status_code == 200
    operator.post(page_of(dealer, "address"), {"slug": "Smith-Motors"})
    dealer.refresh_from_db()
    assert dealer.slug == "smith-motors"
    moved = Client().get("/dealers/dealer-1")
    assert (moved.status_code, moved["Location"]) == (301, "/dealers/smith-motors")


@pytest.mark.parametrize(
    ("slug", "told"),
    [
        ("dealer-2", "Another dealer&#x27;s page has this address"),
        ("had-once", "Another dealer&#x27;s page has this address"),
        ("in", "The directory has this address."),
        ("a b", "valid"),
        ("", "required"),
    ],
)
def test_an_address_that_cannot_be_had_is_told_why(
    operator: Client, known: Known, slug: str, told: str
) -> None:
    dealer, other = known("alice"), known("bob")
    FormerSlug.objects.create(slug="had-once", dealer=other)
    body = operator.post(page_of(dealer, "address"), {"slug": slug}).content.decode()
    assert told in body
    dealer.refresh_from_db()
    assert dealer.slug == "dealer-1"


def test_only_operators_change_an_address(client: Client, known: Known) -> None:
    dealer = known("alice")
    client.force_login(User.objects.create_user("carol", is_staff=True))
    assert client.post(page_of(dealer, "address"), {"slug": "mine"}).status_code == 403
    client.force_login(User.objects.create_user("bob"))
    assert client.post(page_of(dealer, "address"), {"slug": "mine"}).status_code == 302
    dealer.refresh_from_db()
    assert dealer.slug == "dealer-1"
