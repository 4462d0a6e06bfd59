"""Vehicles that lack photographs alone: kept once each, and live at four."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from carslink.dealers.models import Dealer
from carslink.media import dropping
from carslink.media.models import Picture
from carslink.media.tidy import tidy
from carslink.portal import own
from carslink.stock import lasting
from carslink.stock.models import Dropped, Feed, Listing
from carslink.upload import drafts, forgetting
from carslink.upload.models import Draft
from tests.media import photos
from tests.push.shop import car
from tests.stock.lot import Lot

SENT = {"name": "Alice Motors", "postcode": "LS1 1UR", "email": "alice@smith.example"}


def row(number: int, **more: Any) -> dict[str, Any]:
    """Return a cleaned listing without photographs."""
    return {**car(number), "images": [], **more}


def mark(number: int) -> str:
    """Return the registration of a row, as it is kept."""
    return str(car(number)["registration"]).replace(" ", "")


@pytest.fixture
def kept(tmp_path: Path, settings: Any) -> Path:
    """The folder of photographs of this test."""
    place = {"location": tmp_path / "pictures", "base_url": "/pictures/"}
    pictures = {"BACKEND": "carslink.media.storage.Folder", "OPTIONS": place}
    settings.STORAGES = {**settings.STORAGES, "pictures": pictures}
    settings.PICTURE_PROCESSES = 1
    return tmp_path / "pictures"


@pytest.fixture
def dealer(db: None) -> Dealer:
    """Alice's own record."""
    return own.make(User.objects.create_user("alice", "alice@smith.example"), SENT)


@pytest.fixture
def lot(dealer: Dealer) -> Lot:
    """Alice's own record, to be fed."""
    return Lot(dealer.partner, dealer.partner_dealer_id)


@pytest.fixture
def bob(db: None) -> Dealer:
    """Bob's own record."""
    return own.make(User.objects.create_user("bob", "bob@jones.example"), {"name": "Bob's"})


@pytest.fixture
def four(dealer: Dealer, kept: Path, tmp_path: Path) -> list[str]:
    """Four photographs that Alice dropped, as listings name them."""
    return drop(dealer, tmp_path, *(photos.jpeg(400, 300, seed) for seed in range(1, 5)))


def drop(dealer: Dealer, folder: Path, *files: bytes) -> list[str]:
    """Drop files, and return the photographs as listings name them."""
    paths = []
    for number, content in enumerate(files):
        paths.append(folder / f"{number}.part")
        paths[-1].write_bytes(content)
    return [each.image for each in dropping.keep(dealer.pk, paths)]


def test_a_row_is_kept_once_however_often_it_comes(dealer: Dealer) -> None:
    assert drafts.keep(dealer, [row(1), row(2)]) == 2
    assert drafts.keep(dealer, [row(1, price=1234)]) == 1
    assert Draft.objects.count() == 2
    (first,) = Draft.objects.filter(registration=mark(1))
    assert first.listing["price"] == 1234
    assert "images" not in first.listing


def test_the_later_of_two_rows_of_one_vehicle_counts(dealer: Dealer) -> None:
    assert drafts.keep(dealer, [row(1, price=1), row(1, price=2)]) == 1
    assert Draft.objects.get().listing["price"] == 2


def test_a_row_that_comes_again_keeps_what_was_dropped_and_takes_its_new_addresses(
    dealer: Dealer, four: list[str]
) -> None:
    drafts.keep(dealer, [row(1, images=["https://a.example/1.jpg", "http://a.example/2.jpg"])])
    assert drafts.find(dealer, mark(1)).images == ["https://a.example/1.jpg"]
    drafts.change(dealer, mark(1), lambda images: [four[0], *images])
    drafts.keep(dealer, [row(1, images=["https://a.example/3.jpg"])])
    assert drafts.find(dealer, mark(1)).images == [four[0], "https://a.example/3.jpg"]


def test_a_draft_that_has_gone_live_is_dropped(dealer: Dealer, lot: Lot) -> None:
    drafts.keep(dealer, [row(1), row(2)])
    lot.upload(car(1), mode="partial")
    assert [each.registration for each in drafts.of(dealer)] == [mark(2)]
    assert drafts.keep(dealer, [row(1), row(3)]) == 1
    assert set(Draft.objects.values_list("registration", flat=True)) == {mark(2), mark(3)}


def test_only_what_is_kept_now_is_counted(dealer: Dealer, lot: Lot) -> None:
    drafts.keep(dealer, [row(1), row(2)])
    lot.upload(car(1), car(2), mode="partial")
    assert drafts.keep(dealer, [row(2), row(3)]) == 1
    assert [each.registration for each in drafts.of(dealer)] == [mark(3)]


def test_at_four_photographs_the_vehicle_goes_live(
    dealer: Dealer, lot: Lot, four: list[str]
) -> None:
    drafts.keep(dealer, [row(1)])
    vehicle = drafts.change(dealer, mark(1), lambda images: [*images, *four[:3]])
    assert (vehicle.is_live, vehicle.lacking) == (False, 1)
    with pytest.raises(drafts.TooFew):
        drafts.go_live(dealer, mark(1))
    drafts.change(dealer, mark(1), lambda images: [four[3], *images])
    live = drafts.go_live(dealer, mark(1))
    assert live.is_live
    assert lot.listing("V1").images == [four[3], *four[:3]]
    assert not Draft.objects.exists()
    feed = Feed.objects.get()
    assert (feed.door, feed.mode) == ("upload", "partial")
    assert len(lasting.ending(dealer.pk)) == 1
    assert drafts.go_live(dealer, mark(1)).is_live  # by two requests at once


def test_a_vehicle_that_the_core_does_not_take_stays_a_draft(
    dealer: Dealer, four: list[str]
) -> None:
    drafts.keep(dealer, [row(1, price="POA")])
    drafts.change(dealer, mark(1), lambda _: four)
    with pytest.raises(drafts.NotTaken, match="price must be numeric"):
        drafts.go_live(dealer, mark(1))
    assert drafts.find(dealer, mark(1)).images == four
    assert not Listing.objects.exists()


def test_photographs_of_a_live_vehicle_are_changed_at_once_but_never_below_four(
    dealer: Dealer, lot: Lot, four: list[str]
) -> None:
    lot.upload(car(1))
    addresses = car(1)["images"]
    drafts.change(dealer, mark(1), lambda images: [four[0], *images])
    assert lot.listing("V1").images == [four[0], *addresses]
    drafts.change(dealer, mark(1), lambda images: images[1:])
    with pytest.raises(drafts.TooFew):
        drafts.change(dealer, mark(1), lambda images: images[1:])
    feeds = Feed.objects.count()
    drafts.change(dealer, mark(1), lambda images: images)
    assert Feed.objects.count() == feeds  # nothing changed


def test_a_pushed_vehicle_is_not_for_this_page(dealer: Dealer, lot: Lot) -> None:
    lot.full(car(1))
    with pytest.raises(drafts.NoSuchVehicle):
        drafts.find(dealer, mark(1))


def test_one_dealers_photographs_do_not_count_for_another(
    dealer: Dealer, bob: Dealer, four: list[str], tmp_path: Path
) -> None:
    theirs = Lot(bob.partner, bob.partner_dealer_id)
    receipt = theirs.upload({**car(1), "images": four})
    assert receipt["skipped_listings"][0]["reason"] == (
        "minimum 4 image URLs required (received 0)"
    )
    # The same file, dropped by Bob himself, is kept once and counts for both.
    same = drop(bob, tmp_path, photos.jpeg(400, 300, 1))
    assert same == four[:1]
    assert Picture.objects.count() == 4
    receipt = theirs.upload({**car(1), "images": [*four, *car(1)["images"][:3]]})
    assert receipt["feed"]["accepted"] == 1
    assert theirs.listing("V1").images == [four[0], *car(1)["images"][:3]]


def test_a_push_that_sends_dropped_photographs_is_refused_as_any_that_is_not_https(
    lot: Lot, four: list[str]
) -> None:
    listing = {**car(1), "images": four}
    receipt = lot.upload(listing)
    assert receipt["feed"]["accepted"] == 1
    for mode in ("full_replace", "partial"):
        receipt = lot.send(mode, listing)  # to the byte what made the live listing
        assert receipt["feed"]["skipped"] == 1, mode
        assert "received 0" in receipt["skipped_listings"][0]["reason"]
    assert lot.partial({"source_id": "V1", "price": 1})["feed"]["accepted"] == 1
    assert lot.listing("V1").images == four


def test_a_row_without_photographs_keeps_the_vehicles_dropped_ones(
    lot: Lot, four: list[str]
) -> None:
    lot.upload({**car(1), "images": four})
    for mode in ("full_replace", "partial"):
        assert lot.upload(row(1, price=7), mode=mode)["feed"]["accepted"] == 1
        assert lot.listing("V1").images == four


def test_photographs_of_drafts_are_kept_and_others_go_after_a_week(
    dealer: Dealer, four: list[str], kept: Path
) -> None:
    drafts.keep(dealer, [row(1), row(2)])
    drafts.change(dealer, mark(1), lambda _: four[:2])
    drafts.change(dealer, mark(2), lambda _: four[1:3])
    now = timezone.now()
    assert tidy(now) == 0
    assert tidy(now + timedelta(days=8)) == 1
    assert Dropped.objects.count() == 3
    drafts.remove(dealer, mark(1))
    now += timedelta(days=8)
    tidy(now)
    assert tidy(now + timedelta(days=8)) == 1
    assert set(Dropped.objects.values_list("name", flat=True)) == {
        each.removeprefix("media:") for each in four[1:3]
    }


def test_photographs_on_sale_stay_although_nobody_follows_the_stock(
    lot: Lot, four: list[str]
) -> None:
    lot.upload({**car(1), "images": four})
    now = timezone.now()
    assert [tidy(now), tidy(now + timedelta(days=8))] == [0, 0]
    lot.upload()
    assert tidy(now + timedelta(days=9)) == 4


def test_a_photograph_that_is_gone_counts_no_more(
    dealer: Dealer, lot: Lot, four: list[str]
) -> None:
    lot.upload({**car(1), "images": four})
    lot.upload()
    Dropped.objects.all().delete()
    receipt = lot.upload(row(1))
    assert receipt["skipped_listings"][0]["reason"] == "minimum 4 image URLs required (received 0)"


def test_drafts_that_nobody_touches_are_forgotten(dealer: Dealer, four: list[str]) -> None:
    drafts.keep(dealer, [row(1), row(2)])
    drafts.change(dealer, mark(1), lambda _: four[:1])
    Draft.objects.filter(registration=mark(1)).update(
        changed_at=timezone.now() - drafts.KEPT - timedelta(minutes=1)
    )
    forgetting.forget()
    assert [each.registration for each in drafts.of(dealer)] == [mark(2)]
    assert not Dropped.objects.filter(waits=True).exists()


def test_an_account_that_goes_takes_its_drafts_along(dealer: Dealer) -> None:
    drafts.keep(dealer, [row(1)])
    forgetting.forget_dealer(dealer)
    assert not Draft.objects.exists()


def test_what_is_kept_is_what_json_can_say(dealer: Dealer) -> None:
    drafts.keep(dealer, [row(1, price=28995.5, variant="320d M Sport “Pro”")])
    listing = Draft.objects.get().listing
    assert json.loads(json.dumps(listing)) == listing
