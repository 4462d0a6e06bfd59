"""What each feed did to each listing, with old and new values, kept 90 days."""

from datetime import timedelta

from django.utils import timezone

from carslink.stock.models import Feed, History, Payload
from carslink.stock.tidy import tidy
from tests.push.shop import car, images, registration
from tests.stock.lot import Lot


def test_every_event_of_a_listings_life_is_told(lot: Lot) -> None:
    syncs = [
        lot.full(car(1))["sync_id"],
        lot.full(car(1))["sync_id"],
        lot.partial({"source_id": "V1", "price": 27495.5, "colour": "White"})["sync_id"],
        lot.partial({"source_id": "V1", "price": 27495.5})["sync_id"],
        lot.partial({"source_id": "V1", "price": 0})["sync_id"],
        lot.partial({"source_id": "V1", "colour": None, "images": images(9)})["sync_id"],
        lot.partial({"source_id": "V1", "delete": True})["sync_id"],
        lot.partial({"source_id": "V1", "delete": True})["sync_id"],
        lot.full(car(1, mileage=30000), car(2))["sync_id"],
        lot.full(car(2))["sync_id"],
    ]
    assert lot.history("V1") == [
        ("created", None, None),
        ("changed", None, {"price": [28995, 27495.5], "colour": [None, "White"]}),
        ("changed", None, {"colour": ["White", None], "images": [images(1), images(9)]}),
        ("removed", "deleted", None),
        (
            "revived",
            None,
            {
                "price": [27495.5, 28995],
                "mileage": [24500, 30000],
                "images": [images(9), images(1)],
            },
        ),
        ("removed", "absent", None),
    ]
    fed = History.objects.filter(listing=lot.listing("V1")).order_by("id")
    expected = [syncs[n] for n in (0, 2, 5, 6, 8, 9)]
    assert [event.feed.sync_id for event in fed] == expected


def test_a_change_of_identity_is_told(lot: Lot) -> None:
    lot.full(car(1), car(2))
    lot.partial({"source_id": "V1", "registration": registration(2)})
    lot.partial({"registration": registration(2), "source_id": "other"})
    assert lot.history("other")[1:] == [
        ("changed", None, {"registration": [registration(1), registration(2)]}),
        ("changed", None, {"source_id": ["V1", "other"]}),
    ]
    assert lot.history("V2")[-1] == ("removed", "superseded", None)


def test_events_have_the_time_and_number_of_their_feed(lot: Lot) -> None:
    lot.full(car(1))
    lot.full(car(1, price=1))
    feeds = list(Feed.objects.filter(dealer=lot.dealer).order_by("number"))
    assert [feed.number for feed in feeds] == [1, 2]
    events = History.objects.filter(listing=lot.listing("V1")).order_by("id")
    assert [event.at for event in events] == [feed.accepted_at for feed in feeds]


def test_feeds_and_history_are_kept_ninety_days_and_payloads_thirty(lot: Lot) -> None:
    now = timezone.now()
    lot.full(car(1))
    for days, price in ((91, 1), (89, 2), (31, 3), (29, 4)):
        sync_id = lot.partial({"source_id": "V1", "price": price})["sync_id"]
        feed = Feed.objects.get(sync_id=sync_id)
        History.objects.filter(feed=feed).update(at=now - timedelta(days=days))
        Feed.objects.filter(pk=feed.pk).update(accepted_at=now - timedelta(days=days))
    assert Payload.objects.count() == 5
    assert tidy() == {"history": 1, "payloads": 3, "feeds": 1, "followers": 0}
    assert [changes["price"][1] for _, _, changes in lot.history("V1") if changes] == [2, 3, 4]
    assert Payload.objects.count() == 2
    assert Feed.objects.filter(dealer=lot.dealer).count() == 4
    assert not any(tidy().values())
