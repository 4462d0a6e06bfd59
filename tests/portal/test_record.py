"""The pages of an own record, and the key by which a dealer's own system writes to it alone."""

import io
import json
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.utils import timezone

from carslink.dealers.models import Dealer
from carslink.partners import keys
from carslink.partners.models import ApiKey, Partner
from carslink.portal import own
from carslink.stock import records
from carslink.stock.models import Change, Feed, Listing
from carslink.welcome import enrol
from carslink.welcome.models import Welcomed
from tests.portal.conftest import PASSWORD
from tests.portal.test_own import SENT
from tests.portal.test_pages import text
from tests.push.shop import car
from tests.stock.lot import Lot

pytestmark = pytest.mark.filterwarnings("ignore:No directory at:UserWarning")
KEY = re.compile(r"csl_[0-9A-Za-z]{8}_[0-9A-Za-z]{38}")
MINE = "/portal/own"


@pytest.fixture
def signed_in(client: Client, alice: User) -> Client:
    client.force_login(alice)
    return client


@pytest.fixture
def mine(alice: User) -> Dealer:
    return own.make(alice, SENT)


# --- Beginning one ----------------------------------------------------------------------------


def test_a_record_is_begun_beside_the_partners_by_one_button(
    signed_in: Client, alice: User, dealer: Dealer
) -> None:
    assert (
        "/portal/own?like=smith-motors"
        in signed_in.get(f"/portal/dealers/{dealer.slug}").content.decode()
    )
    page = signed_in.get(f"{MINE}?like=smith-motors")
    assert "never changes or takes down anything" in page.content.decode()
    shown = {
        name: page.context["form"][name].value()
        for name in ("name", "postcode", "phone", "website")
    }
    done = signed_in.post(f"{MINE}?like=smith-motors", shown)
    made = own.dealer_of(alice)
    assert done["Location"] == f"/portal/dealers/{made.slug}"
    assert (made.name, made.address, made.postcode) == (
        "Smith Motors",
        "1 High Street, Leeds",
        "LS1 1UR",
    )
    assert (made.email, made.phone) == (alice.email, "0113 496 0142")
    assert made.shown_with is None  # linking is the operator's
    assert signed_in.post(MINE, shown)["Location"] == done["Location"]  # pressed twice
    assert Partner.objects.filter(account=alice).count() == 1


def test_ones_own_record_and_those_of_partners_stand_apart(signed_in: Client, mine: Dealer) -> None:
    told = text(signed_in, "/portal/")
    own_part, _, partners = told.partition("Sent by dealer systems")
    assert "Your own record Alice Motors" in own_part
    assert "never changes or takes down any of that" in own_part
    assert "Smith Motors stock sent by Alice's dealer system" in partners
    assert "Own record of account" not in told


def test_a_vehicle_that_is_shown_by_the_own_record_says_so(
    signed_in: Client, dealer: Dealer, mine: Dealer
) -> None:
    Lot(mine.partner, "own").full(car(1))
    records.link(mine, dealer)
    told = text(signed_in, f"/portal/dealers/{mine.slug}/vehicles")
    assert "Buyers see it from Alice's dealer system" in told
    long_ago = timezone.now() - timedelta(days=9)
    Listing.objects.filter(dealer=mine).update(live_since=long_ago)
    told = text(signed_in, f"/portal/dealers/{dealer.slug}/vehicles")
    assert "Buyers see it from the dealer itself" in told


def test_who_has_no_record_is_led_to_where_one_begins(signed_in: Client) -> None:
    for path in (f"{MINE}/key", f"{MINE}/profile"):
        assert signed_in.get(path)["Location"] == MINE


def test_the_profile_is_changed_in_the_portal_and_followers_hear_of_it(
    signed_in: Client, mine: Dealer
) -> None:
    lot = Lot(mine.partner, "own")
    lot.full(car(1))
    before = Change.objects.get(listing=lot.listing("V1").pk).n
    form = {
        "name": "Alice & Sons",
        "postcode": "m1 2ab",
        "phone": "",
        "website": "http://a.example",
        "town": "Salford",
    }
    assert signed_in.post(f"{MINE}/profile", form)["Location"] == f"/portal/dealers/{mine.slug}"
    now = lot.dealer
    assert (now.name, now.address, now.phone) == ("Alice & Sons", "Salford", "")
    assert (now.website, now.location, now.email) == ("https://a.example", "Manchester", mine.email)
    assert Change.objects.get(listing=lot.listing("V1").pk).n > before
    wrong = signed_in.post(f"{MINE}/profile", {**form, "postcode": "nowhere"})
    assert "It should look like LS1 1UR." in wrong.content.decode()
    assert lot.dealer.postcode == "M1 2AB"


def test_who_else_keeps_the_record_has_neither_its_key_nor_its_profile(
    client: Client, bob: User, mine: Dealer
) -> None:
    mine.keepers.add(bob)
    client.force_login(bob)
    page = client.get(f"/portal/dealers/{mine.slug}").content.decode()
    assert "/portal/own/key" not in page and "/portal/own/profile" not in page
    assert client.get(f"{MINE}/key")["Location"] == MINE


# --- Its key ----------------------------------------------------------------------------------


def make_key(client: Client, last: str = "", ends: str = "day") -> str:
    page = client.post(
        f"{MINE}/key", {"make": "1", "last": last, "old_ends": ends}
    ).content.decode()
    (found,) = set(KEY.findall(page))
    return str(found)


def test_a_key_is_shown_once_and_opens_the_record(signed_in: Client, mine: Dealer) -> None:
    key = make_key(signed_in)
    known = keys.authenticate(key)
    assert known is not None and known.partner == mine.partner
    page = signed_in.get(f"{MINE}/key")
    assert not KEY.search(page.content.decode())
    assert f"csl_{known.public_id}_…" in page.content.decode()
    assert "no-store" in page["Cache-Control"]


def test_the_page_sent_twice_makes_one_key(signed_in: Client, mine: Dealer) -> None:
    make_key(signed_in)
    again = signed_in.post(f"{MINE}/key", {"make": "1", "last": "", "old_ends": "day"})
    assert "no key is shown twice" in again.content.decode()
    assert ApiKey.objects.count() == 1


def test_an_old_key_ends_in_a_day_or_now(signed_in: Client, mine: Dealer) -> None:
    first = make_key(signed_in)
    second = make_key(signed_in, last=first.split("_")[1])
    assert keys.authenticate(first) and keys.authenticate(second)
    ends = ApiKey.objects.get(public_id=first.split("_")[1]).expires_at
    assert ends is not None
    assert timedelta(hours=23) < ends - timezone.now() <= timedelta(hours=24)
    third = make_key(signed_in, last=second.split("_")[1], ends="now")
    assert [bool(keys.authenticate(each)) for each in (first, second, third)] == [
        False,
        False,
        True,
    ]


def test_a_key_is_revoked_and_another_dealers_is_not(
    signed_in: Client, bob: User, mine: Dealer
) -> None:
    key = make_key(signed_in)
    others = keys.issue(own.make(bob, SENT).partner)
    assert signed_in.post(f"{MINE}/key", {"revoke": others.split("_")[1]}).status_code == 404
    assert keys.authenticate(others)
    assert signed_in.post(f"{MINE}/key", {"revoke": key.split("_")[1]})["Location"] == f"{MINE}/key"
    assert keys.authenticate(key) is None


# --- What it opens ----------------------------------------------------------------------------


def post(client: Client, key: str, dealer: Any, *listings: Any) -> Any:
    feed = {"mode": "full_replace", "listings": listings}
    body = json.dumps(feed if dealer is None else {**feed, "dealer": dealer})
    answer = client.post(
        "/api/v1/stock",
        body,
        "application/json",
        headers={"X-Dealer-Api-Key": key},
        # The client's own stream cannot be read to its end in steps, as a server's can.
        **{"wsgi.input": io.BytesIO(body.encode())},
    )
    with connection.cursor() as cursor:  # as the commit does, which tests of this kind lack
        cursor.execute("DROP TABLE IF EXISTS pg_temp.incoming_listing")
    return answer


def get(client: Client, key: str, path: str) -> Any:
    return client.get(f"/api/v1/{path}", headers={"X-Dealer-Api-Key": key})


@pytest.fixture
def key(mine: Dealer) -> str:
    return keys.issue(mine.partner)


@pytest.mark.parametrize(
    "sent", [None, {}, {"partner_dealer_id": "DEALER-001"}, {"partner_dealer_id": 7}]
)
def test_whatever_it_calls_the_dealer_it_writes_to_the_own_record(
    client: Client, mine: Dealer, dealer: Dealer, key: str, sent: Any
) -> None:
    assert post(client, key, sent, car(1)).json()["dealer"] is None  # its first feed
    answer = post(client, key, sent, car(1))
    assert answer.status_code == 202
    echoed = str((sent or {}).get("partner_dealer_id", "own"))
    told = answer.json()["dealer"]
    assert (told["partner_dealer_id"], told["slug"], told["live"]) == (echoed, mine.slug, 1)
    assert Dealer.objects.filter(partner=mine.partner).count() == 1
    assert Listing.objects.filter(dealer=dealer, state="live").count() == 2
    (listed,) = get(client, key, "dealers").json()["items"]
    assert (listed["slug"], listed["live"]) == (mine.slug, 1)
    for path in (f"dealers/{echoed}", f"dealers/{echoed}/listings", f"stock?dealer={echoed}"):
        assert get(client, key, path).status_code == 200
    assert get(client, key, f"dealers/{echoed}").json()["partner_dealer_id"] == echoed
    assert len(get(client, key, f"stock?dealer={echoed}").json()["items"]) == 2


def test_it_cannot_name_a_dealer_with_what_is_no_name(client: Client, key: str) -> None:
    answer = post(client, key, {"partner_dealer_id": []}, car(1))
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "dealer.partner_dealer_id"


def test_a_partners_key_still_has_to_name_the_dealer(client: Client, partner: Partner) -> None:
    answer = post(client, keys.issue(partner), {}, car(1))
    assert answer.status_code == 422
    assert answer.json()["errors"] == [
        {"field": "dealer.partner_dealer_id", "reason": "is required"}
    ]


def test_a_feed_changes_the_profile_but_not_the_confirmed_address(
    client: Client, mine: Dealer, key: str
) -> None:
    sent = {"name": "Alice of Leeds", "email": "carol@carols.example"}
    receipt = post(client, key, sent, car(1)).json()
    assert receipt["warnings"] == [
        {
            "source_id": None,
            "field": "dealer.email",
            "reason": "is the account's own; change it in the portal",
        }
    ]
    mine.refresh_from_db()
    assert (mine.name, mine.email) == ("Alice of Leeds", "alice@smith.example")
    same = post(client, key, {"email": "Alice@smith.example"}, car(1))
    assert same.json()["warnings"] == []


def test_it_sees_nothing_of_partners(client: Client, dealer: Dealer, key: str) -> None:
    theirs = Feed.objects.filter(dealer=dealer).latest("pk")
    assert get(client, key, f"stock/{theirs.sync_id}").status_code == 404
    assert get(client, key, "stock").json()["items"] == []


def test_who_made_the_record_gets_no_letter_of_welcome(lot: Lot, mine: Dealer) -> None:
    Lot(mine.partner, "own").full(car(1))
    enrol.enrol(list(Listing.objects.values_list("pk", flat=True)))
    assert [each.dealer for each in Welcomed.objects.all()] == [lot.dealer]


# --- What others see of it --------------------------------------------------------------------


def test_an_own_record_offers_no_link_to_strangers(
    client: Client, mine: Dealer, jobs: Callable[[], int]
) -> None:
    page = client.get(f"/dealers/{mine.slug}/claim").content.decode()
    assert "Send the link" not in page and "Own record" not in page
    client.post(f"/dealers/{mine.slug}/claim")
    assert client.get(f"/dealers/{mine.slug}/claim/sent").status_code == 404
    assert jobs() == 0


def test_buyers_read_that_it_is_the_dealers_own(
    client: Client, mine: Dealer, follow: Callable[[], None]
) -> None:
    Partner.objects.filter(pk=mine.partner_id).update(verified=True)
    Lot(mine.partner, "own").full(car(1))
    follow()
    page = client.get(f"/dealers/{mine.slug}").content.decode()
    assert "Stock sent by" in page and "the dealer itself" in page
    assert "verified" not in page and "Own record" not in page


def test_operators_find_own_records_by_a_filter(
    client: Client, partner: Partner, mine: Dealer
) -> None:
    client.force_login(User.objects.create_superuser("operator"))
    Partner.objects.create(name="Bob's dealer system")  # a choice of one is none
    listed = client.get("/admin/partners/partner/").content.decode()
    assert "Alice&#x27;s dealer system" in listed and mine.partner.name not in listed
    listed = client.get("/admin/partners/partner/?kind=own").content.decode()
    assert mine.partner.name in listed
    for path in ("/admin/partners/apikey/", "/admin/dealers/dealer/"):
        page = client.get(path)
        choices = str(
            [list(each.choices(page.context["cl"])) for each in page.context["cl"].filter_specs]
        )
        assert "Alice's dealer system" in choices and mine.partner.name not in choices
    form = client.get(f"/admin/partners/partner/{mine.partner_id}/change/").content.decode()
    assert 'name="name"' not in form and 'name="takes"' not in form
    form = client.get(f"/admin/partners/partner/{partner.pk}/change/").content.decode()
    assert 'value="upload"' not in form
    assert client.post(f"/admin/partners/partner/{mine.partner_id}/delete/").status_code == 403


def test_a_password_opens_no_key_page_of_another(client: Client, mine: Dealer, bob: User) -> None:
    client.post("/portal/login", {"username": bob.username, "password": PASSWORD})
    assert client.get(f"{MINE}/key")["Location"] == MINE
