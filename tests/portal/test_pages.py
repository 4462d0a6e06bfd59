"""The pages of a dealer's keeper: what they tell, to whom, and with how many queries."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver

from carslink.dealers.models import Dealer
from carslink.partners.models import Partner
from carslink.portal import urls
from carslink.stock import made, records
from carslink.stock.made import PicturesOf
from carslink.stock.models import Feed, Listing
from tests.push.shop import car, images, registration, without
from tests.stock.lot import Lot

pytestmark = pytest.mark.filterwarnings("ignore:No directory at:UserWarning")
HOME = "/portal/dealers/smith-motors"


@pytest.fixture
def signed_in(client: Client, alice: User) -> Client:
    client.force_login(alice)
    return client


def text(client: Client, path: str, status: int = 200) -> str:
    """Return what a reader sees, in one line."""
    answer = client.get(path)
    assert answer.status_code == status
    body = answer.content.decode()
    assert "<script" not in body
    assert "style=" not in body
    body = body[body.index("<main") :]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


# --- Whose they are ---------------------------------------------------------------------------


def pages_of(dealer: Dealer) -> list[str]:
    """Return every address of the portal that belongs to one dealer."""
    named = [each.name for each in urls.urlpatterns if "portal/dealers" in str(each.pattern)]
    feed = Feed.objects.filter(dealer=dealer).latest("pk")
    sync_id = {"portal-feed": [feed.sync_id]}
    reverse = get_resolver().reverse
    return [f"/{reverse(name, dealer.slug, *sync_id.get(name, []))}" for name in named]


def test_an_account_sees_its_own_dealers_only(
    client: Client, alice: User, bob: User, dealer: Dealer
) -> None:
    others = bob.dealers.get()
    assert len(pages_of(dealer)) == 4
    for account, mine, not_mine in ((alice, dealer, others), (bob, others, dealer)):
        client.force_login(account)
        for path in pages_of(mine):
            assert client.get(path).status_code == 200, path
        for path in pages_of(not_mine):
            assert client.get(path).status_code == 404, path


def test_a_feed_of_another_dealer_is_not_there_under_ones_own(
    signed_in: Client, bob: User, dealer: Dealer
) -> None:
    feed = Feed.objects.filter(dealer=bob.dealers.get()).latest("pk")
    assert signed_in.get(f"{HOME}/feeds/{feed.sync_id}").status_code == 404
    assert signed_in.get(f"{HOME}/feeds/sync_nothing").status_code == 404


def test_nobody_sees_a_dealer_without_signing_in(client: Client, dealer: Dealer) -> None:
    for path in ["/portal/", *pages_of(dealer)]:
        answer = client.get(path)
        assert answer.status_code == 302
        assert answer["Location"] == f"/portal/login?next={path}"


def test_pages_are_kept_by_no_cache_and_take_no_post(signed_in: Client, dealer: Dealer) -> None:
    for path in pages_of(dealer):
        assert "no-store" in signed_in.get(path)["Cache-Control"]
        assert "private" in signed_in.get(path)["Cache-Control"]
        assert signed_in.post(path).status_code == 405


def test_an_account_whose_dealer_is_taken_away_sees_it_no_more(
    signed_in: Client, alice: User, dealer: Dealer
) -> None:
    alice.dealers.clear()
    assert signed_in.get(HOME).status_code == 404
    assert "No dealer yet" in text(signed_in, "/portal/")


def test_a_former_slug_leads_to_the_same_page_of_ones_own_dealer(
    signed_in: Client, bob: User, dealer: Dealer
) -> None:
    records.rename(dealer, "smith-of-leeds")
    answer = signed_in.get(f"{HOME}/vehicles")
    assert answer["Location"] == "/portal/dealers/smith-of-leeds/vehicles"
    signed_in.force_login(bob)
    assert signed_in.get(f"{HOME}/vehicles").status_code == 404


def test_one_dealer_is_gone_to_and_several_are_listed(
    signed_in: Client, alice: User, bob: User
) -> None:
    assert signed_in.get("/portal/")["Location"] == HOME
    alice.dealers.add(bob.dealers.get())
    told = text(signed_in, "/portal/")
    assert "Jones Cars stock sent by Alice's dealer system" in told
    assert "Smith Motors" in told


# --- The overview -----------------------------------------------------------------------------


def test_the_profile_says_where_each_part_comes_from(signed_in: Client) -> None:
    told = text(signed_in, HOME)
    for part in (
        "Name Smith Motors sent by Alice's dealer system",
        "Address 1 High Street, Leeds from the address lines sent by Alice's dealer system",
        "Phone 0113 496 0142 sent by Alice's dealer system",
        "Website nothing not known",
    ):
        assert part in told


def test_figures_count_what_is_live_held_and_lately_expired(signed_in: Client, lot: Lot) -> None:
    Partner.objects.update(brake_percent=40)
    lot.partner.refresh_from_db()
    lot.full(*[car(n, vin="bad" if n == 3 else None) for n in range(1, 7)])
    lot.full(car(1), car(2), car(3, vin="bad"))  # the other three are held
    long_ago = Listing.objects.get(source_id="V1").changed_at - timedelta(days=8)
    Listing.objects.filter(source_id="V1").update(state="expired", taken_down_at=long_ago)
    Listing.objects.filter(source_id="V2").update(
        state="expired", taken_down_at=long_ago + timedelta(days=2)
    )
    told = text(signed_in, HOME)
    assert "1 live 1 expired in the last 7 days 3 on hold 1 with something to mend" in told
    assert "3 vehicles were missing from a feed that left out unusually many." in told


def test_the_latest_feeds_are_told_with_what_was_skipped(signed_in: Client, lot: Lot) -> None:
    lot.full(car(1), car(3, images=images(3, 2)))
    told = text(signed_in, HOME)
    assert (
        "Whole stock 2 1 1 1 today at" in told
    )  # came, taken, skipped, taken down; then the first
    assert "Whole stock 2 2 0 0" in told


# --- Vehicles ---------------------------------------------------------------------------------


def plates(client: Client, query: str) -> list[str]:
    body = client.get(f"{HOME}/vehicles{query}").content.decode()
    return re.findall(r'class="plate small">(.*?)</span>', body)


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", [1, 2, 3]),
        ("?q=focus", [3]),
        ("?q=ford+FOCUS", [3]),
        ("?q=ford+golf", []),
        ("?q=ab21+aac", [2]),
        ("?q=V3", [3]),
        ("?q=ST-Line", [3]),
        ("?status=removed", [4]),
        ("?status=any", [1, 2, 3, 4]),
        ("?status=nonsense&q=V", [1, 2, 3, 4]),
        ("?status=held", []),
        ("?status=mend", [2]),
        ("?page=99", [1, 2, 3]),
        ("?page=x&q=%00", [1, 2, 3]),
        ("?q=%25", []),
    ],
)
def test_vehicles_are_searched_and_filtered(
    signed_in: Client, lot: Lot, query: str, numbers: list[int]
) -> None:
    ford = {"make": "Ford", "model": "Focus", "variant": "1.0 ST-Line"}
    lot.full(car(1), car(2, vin="bad"), car(3, **ford, stereo="Bose"), car(4))
    lot.partial({"source_id": "V4", "delete": True})
    marks = [registration(n) for n in numbers]
    assert sorted(plates(signed_in, query)) == [f"{mark[:4]} {mark[4:]}" for mark in marks]


def test_a_vehicle_is_told_with_its_standing_times_and_remarks(signed_in: Client, lot: Lot) -> None:
    lot.full(car(1, vin="bad"))
    told = text(signed_in, f"{HOME}/vehicles")
    assert "AB21 AAB BMW 3 Series Stock number V1" in told
    assert "The VIN must have 17 letters and digits, without I, O and Q. Check it." in told
    assert "£28,995 24,500 Live today at" in told
    assert re.search(r"Live today at \d\d:\d\d tomorrow at \d\d:\d\d", told) or re.search(
        r"Live today at \d\d:\d\d in 2 days",
        told,  # the grace of half an hour, before midnight
    )
    gone = text(signed_in, f"{HOME}/vehicles?status=removed")
    assert "Taken down today at" in gone
    assert "no longer in the dealer's stock" in gone


def test_photographs_that_are_missing_are_told_with_why(signed_in: Client, lot: Lot) -> None:
    receipt = lot.full(car(1, price=9_000), car(2, price=9_500))
    first, second = (lot.listing(source_id) for source_id in ("V1", "V2"))
    gone, small = "the server answered 404 Not Found", "it is only 640 px wide; send 800 px or more"
    notes = [
        (made.FAILED, first.images[3], gone),
        (made.FAILED, first.images[1], gone),
        (made.WARNING, first.images[0], small),
    ]
    told = [
        PicturesOf(first.pk, total=4, done=2, failed=2, notes=notes),
        PicturesOf(second.pk, total=4, done=1, notes=[(made.WARNING, second.images[0], small)]),
    ]
    made.hand_back([told])
    assert "1 with photographs missing" in text(signed_in, HOME)
    assert plates(signed_in, "?status=photographs") == ["AB21 AAB"]
    page = text(signed_in, f"{HOME}/vehicles")
    assert f"Photographs 2 and 4 cannot be shown: {gone}." in page
    assert f"Photograph 1 can be better: {small}." in page
    assert "3 of 4 photographs still being fetched" in page
    feed = text(signed_in, f"{HOME}/feeds/{receipt['sync_id']}")
    assert (
        "Of the 8 photographs of vehicles that came new or changed, 3 are kept,"
        " 2 cannot be shown, 3 are still being fetched." in feed
    )
    assert (
        "Cannot be shown The server answered 404 Not Found. 2 times Stock number V1 "
        "Could be better It is only 640 px wide; send 800 px or more. 2 times "
        "Stock number V1, Stock number V2" in feed
    )


def test_a_vehicle_that_a_linked_record_shows_says_whose(
    signed_in: Client, lot: Lot, dealer: Dealer
) -> None:
    older = Lot(Partner.objects.create(name="Carol's feed"))
    older.full(car(1), name="Smith Motors Ltd")
    Listing.objects.filter(dealer=older.dealer).update(
        live_since=dealer.created_at - timedelta(days=9)
    )
    records.link(older.dealer, dealer)
    told = text(signed_in, f"{HOME}/vehicles")
    assert told.count("Buyers see it from Carol's feed, which has had it longest.") == 1


# --- Feeds ------------------------------------------------------------------------------------


def test_a_feed_says_what_was_skipped_and_why_in_words(signed_in: Client, lot: Lot) -> None:
    receipt = lot.full(
        car(1),
        car(3, images=images(3, 2)),
        without(car(4, registration="NOT ONE", source_id=None), "price"),
        7,
        car(5, colour="Stardust"),
        car(6, colour="Stardust"),
    )
    told = text(signed_in, f"{HOME}/feeds/{receipt['sync_id']}")
    for part in (
        "6 came 3 taken in 3 skipped 1 taken down",
        "Of those taken in, 2 were new, 0 had changed and 1 was as before.",
        "Stock number V3 Only 2 photographs came with it; 4 are needed.",
        "NOT ONE The price is missing. Add it in your dealer system. "
        "The registration is not one that is issued in the UK.",
        "Number 4 in the feed It came damaged",
        "Colour 2 times Carslink does not know the colour “Stardust”.",
        "Stock number V5, Stock number V6",
        receipt["sync_id"],
    ):
        assert part in told, part


def test_what_was_skipped_has_pages(signed_in: Client, lot: Lot) -> None:
    receipt = lot.full(car(1), *[car(n, price=0) for n in range(3, 58)])
    path = f"{HOME}/feeds/{receipt['sync_id']}"
    assert text(signed_in, path).count("There is no price") == 50
    assert text(signed_in, f"{path}?page=2").count("There is no price") == 5


def test_the_feeds_own_text_is_never_shown(signed_in: Client, lot: Lot, dealer: Dealer) -> None:
    lot.full(car(1, description="Not for the page", nonsense="neither is this"))
    for path in pages_of(dealer):
        body = signed_in.get(path).content.decode()
        assert "Not for the page" not in body
        assert "neither is this" not in body


def test_words_from_a_feed_are_set_as_words(signed_in: Client, lot: Lot, dealer: Dealer) -> None:
    nasty = "<b onclick='x'>\"{{ 7|add:7 }}"
    lot.full(
        car(1, variant=nasty, colour=nasty, source_id=nasty),
        car(2, price=0, source_id=nasty + "2"),
        name=nasty,
    )
    for path in pages_of(dealer):
        body = signed_in.get(path).content.decode()
        assert "<b onclick" not in body
        assert "{{ 7|add:7 }}" in unescape(body)


# --- How many queries -------------------------------------------------------------------------

SESSION = 2  # the session and the account
DEALER = 1


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.mark.parametrize(
    ("page", "more"),
    [
        ("", 3),  # figures, feeds, other dealers of the account
        ("/vehicles", 4),  # count, page, photographs, linked records
        ("/feeds", 2),  # count, page
        ("/feeds/{}", 3),  # itself, its photographs, what is amiss with them
    ],
)
def test_a_page_takes_as_many_queries_for_many_as_for_one(
    signed_in: Client, lot: Lot, page: str, more: int
) -> None:
    receipt = lot.full(car(1, vin="bad"), car(2, price=0))
    path = HOME + page.format(receipt["sync_id"])
    assert queries(signed_in, path) == SESSION + DEALER + more
    receipt = lot.full(*[car(n, vin="bad") for n in range(1, 40)], *[car(50, price=0)] * 9)
    for _ in range(6):
        lot.partial(car(1))
    path = HOME + page.format(receipt["sync_id"])
    assert queries(signed_in, path) == SESSION + DEALER + more


def test_many_dealers_take_as_many_queries_as_two(
    signed_in: Client, alice: User, partner: Any, account: Callable[..., Any]
) -> None:
    for _ in range(5):
        lot = Lot(partner)
        lot.full(car(1))
        alice.dealers.add(lot.dealer)
        assert queries(signed_in, "/portal/") == SESSION + 1
