"""The pages of drafts and photographs: forms alone, scripts' requests, and whose they are."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from carslink.dealers.models import Dealer
from carslink.media import dropping as drawing
from carslink.portal import dropping, own
from carslink.stock.models import Dropped, Feed
from carslink.upload import drafts
from tests.media import photos
from tests.portal.test_own import SENT
from tests.push.shop import car
from tests.stock.lot import Lot
from tests.upload.test_drafts import kept as kept
from tests.upload.test_drafts import mark, row

pytestmark = pytest.mark.filterwarnings("ignore:No directory at:UserWarning")
PAGE = f"/portal/own/photographs/{mark(1)}"


@pytest.fixture
def mine(alice: User, kept: Path) -> Dealer:
    """Alice's own record, with two drafts."""
    dealer = own.make(alice, SENT)
    drafts.keep(dealer, [row(1), row(2)])
    return dealer


@pytest.fixture
def at_desk(client: Client, alice: User, mine: Dealer) -> Client:
    client.force_login(alice)
    return client


def file(seed: int) -> SimpleUploadedFile:
    return SimpleUploadedFile(f"IMG_{seed}.jpg", photos.jpeg(400, 300, seed), "image/jpeg")


def text(client: Client, path: str = PAGE) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def images(dealer: Dealer) -> list[str]:
    return drafts.find(dealer, mark(1)).images


def test_from_a_draft_to_a_vehicle_on_sale_by_forms(at_desk: Client, mine: Dealer) -> None:
    listed = text(at_desk, "/portal/own/drafts")
    assert "2 vehicles lack nothing but photographs." in listed
    bad = SimpleUploadedFile("notes.jpg", photos.HTML)
    answer = at_desk.post(f"{PAGE}/drop", {"files": [file(1), bad, file(2)], "camera": [file(3)]})
    assert answer["Location"] == PAGE
    told = text(at_desk)
    assert "<b>3 of 4 photographs.</b> 1 more, and it goes on sale." in told
    assert "notes.jpg was not taken: it is a web page; send a photograph as JPEG" in told
    assert told.count('accept="image/jpeg,image/png,image/webp"') == 2  # a HEIC comes as JPEG then
    one, two, three = images(mine)
    at_desk.post(f"{PAGE}/arrange", {"image": [one, two, three], "later": one})
    assert images(mine) == [two, one, three]
    at_desk.post(f"{PAGE}/arrange", {"image": [two, one, three], "earlier": two})
    assert images(mine) == [two, one, three]
    at_desk.post(f"{PAGE}/arrange", {"image": [two, one, three], "remove": two})
    assert images(mine) == [one, three]
    at_desk.post(f"{PAGE}/drop", {"files": [file(4), file(5)]})
    told = text(at_desk)
    assert "AB21 AAB is on sale." in told
    assert "See it as buyers do" in told
    listing = Lot(mine.partner, mine.partner_dealer_id).listing("V1")
    assert listing.images[:2] == [one, three]
    assert f'href="/cars/bmw/3-series/{listing.pk}"' in told
    assert "1 vehicle lacks nothing but photographs." in text(at_desk, "/portal/own/drafts")


def test_a_vehicle_on_sale_keeps_four(at_desk: Client, mine: Dealer) -> None:
    at_desk.post(f"{PAGE}/drop", {"files": [file(seed) for seed in range(1, 5)]})
    shown = images(mine)
    at_desk.post(f"{PAGE}/arrange", {"image": shown, "remove": shown[0]})
    assert "A vehicle on sale needs 4 photographs." in text(at_desk)
    assert images(mine) == shown
    at_desk.post(f"{PAGE}/drop", {"files": [file(5)]})
    at_desk.post(f"{PAGE}/arrange", {"image": [*reversed(images(mine))]})
    assert images(mine)[1:] == [*reversed(shown)]


def test_a_script_keeps_files_one_by_one_and_arranges_them_at_the_end(
    at_desk: Client, mine: Dealer
) -> None:
    json_too = {"headers": {"accept": "application/json"}}
    kept_ones = []
    for seed in range(1, 6):
        answer = at_desk.post(f"{PAGE}/drop", {"files": [file(seed)]}, **json_too)
        kept_ones.append(answer.json()["drops"][0]["image"])
    assert images(mine) == kept_ones  # whatever becomes of the page
    assert not drafts.find(mine, mark(1)).is_live
    assert "Put it on sale" in text(at_desk)
    at_desk.post(f"{PAGE}/arrange", {"image": [*reversed(kept_ones)]})
    assert drafts.find(mine, mark(1)).is_live
    assert images(mine) == [*reversed(kept_ones)]
    feeds = Feed.objects.count()
    answer = at_desk.post(f"{PAGE}/drop", {"files": [file(6)]}, **json_too)
    assert Feed.objects.count() == feeds  # on sale it is changed once, when all are there
    at_desk.post(f"{PAGE}/arrange", {"image": [*images(mine), answer.json()["drops"][0]["image"]]})
    assert len(images(mine)) == 6
    bad = SimpleUploadedFile("x.jpg", photos.PDF)
    answer = at_desk.post(f"{PAGE}/drop", {"files": [bad]}, **json_too)
    assert (
        "x.jpg was not taken: it is a PDF document; send a photograph as JPEG"
        in answer.json()["drops"][0]["why"]
    )


def test_an_order_that_is_old_or_made_up_adds_and_loses_nothing(
    at_desk: Client, mine: Dealer
) -> None:
    at_desk.post(f"{PAGE}/drop", {"files": [file(1), file(2)]})
    one, two = images(mine)
    strange = ["media:" + "ab" * 16, "https://elsewhere.example/1.jpg", "<script>"]
    at_desk.post(f"{PAGE}/arrange", {"image": [two, *strange]})
    assert images(mine) == [two, one]


def test_what_the_core_refuses_is_told_in_a_dealers_words(at_desk: Client, mine: Dealer) -> None:
    drafts.keep(mine, [row(1, price="POA")])
    at_desk.post(f"{PAGE}/drop", {"files": [file(seed) for seed in range(1, 5)]})
    assert "There is no price in pounds" in text(at_desk)
    assert len(images(mine)) == 4


def test_a_body_that_is_too_large_is_refused_before_it_is_read(
    at_desk: Client, mine: Dealer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dropping, "MOST_BYTES", 1000)
    answer = at_desk.post(f"{PAGE}/drop", {"files": [file(1)]})
    assert answer.status_code == 302
    assert "fewer photographs" in text(at_desk)
    answer = at_desk.post(
        f"{PAGE}/drop", {"files": [file(1)]}, headers={"accept": "application/json"}
    )
    assert answer.status_code == 413
    assert not Dropped.objects.exists()


def test_while_many_are_being_sent_one_is_told_at_once_to_send_again(
    at_desk: Client, mine: Dealer
) -> None:
    with ExitStack() as busy:
        for _ in range(2):
            busy.enter_context(drawing._AT_ONCE)
            busy.enter_context(drawing._WAITING)
        answer = at_desk.post(
            f"{PAGE}/drop", {"files": [file(1)]}, headers={"accept": "application/json"}
        )
        assert (answer.status_code, answer["Retry-After"]) == (503, "3")
        assert answer.json() == {"why": dropping.BUSY}
        assert at_desk.post(f"{PAGE}/drop", {"files": [file(1)]})["Location"] == PAGE
    assert dropping.BUSY in text(at_desk)
    assert images(mine) == []


def test_a_request_from_another_site_changes_nothing(alice: User, mine: Dealer) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(alice)
    for path in ("drop", "arrange", "sell", "discard"):
        assert strict.post(f"{PAGE}/{path}", {"files": [file(1)]}).status_code == 403
    assert strict.post("/portal/own/still").status_code == 403
    assert images(mine) == []


def test_another_accounts_vehicles_are_not_there(client: Client, bob: User, mine: Dealer) -> None:
    own.make(bob, {"name": "Bob's"})
    client.force_login(bob)
    assert mark(1) not in text(client, "/portal/own/drafts").replace(" ", "")
    assert client.get(PAGE).status_code == 404
    sent: dict[str, Any] = {"files": [file(1)], "image": ["media:" + "ab" * 16]}
    for path in ("drop", "arrange", "sell", "discard"):
        assert client.post(f"{PAGE}/{path}", sent).status_code == 404
    assert images(mine) == []
    assert not Dropped.objects.exists()


def test_a_draft_can_be_deleted(at_desk: Client, mine: Dealer) -> None:
    at_desk.post(f"{PAGE}/drop", {"files": [file(1)]})
    answer = at_desk.post(f"{PAGE}/discard", follow=True)
    assert "The draft of AB21 AAB is gone." in answer.content.decode()
    assert at_desk.get(PAGE).status_code == 404
    assert not Dropped.objects.filter(waits=True).exists()


def test_words_of_a_row_are_set_as_words(at_desk: Client, mine: Dealer) -> None:
    drafts.keep(mine, [row(1, variant="<b onclick='x'>\"><u>")])
    for path in (PAGE, "/portal/own/drafts"):
        assert "<b onclick" not in text(at_desk, path)
        assert "<u>" not in text(at_desk, path)


def test_vehicles_have_a_link_to_their_photographs_where_they_were_uploaded(
    at_desk: Client, mine: Dealer
) -> None:
    lot = Lot(mine.partner, mine.partner_dealer_id)
    lot.upload(car(3))
    path = f"/portal/dealers/{mine.slug}/vehicles"
    assert f"/portal/own/photographs/{mark(3)}" in text(at_desk, path)
    lot.partial({"source_id": "V3"})
    assert f"/portal/own/photographs/{mark(3)}" not in text(at_desk, path)
