"""What becomes of photographs when vehicles' lists of images change; nobody is asked for any."""

from datetime import timedelta

from django.utils import timezone

from carslink.media import follow, queue
from carslink.media.models import Address
from carslink.media.queue import Kept, Outcome
from carslink.stock.models import Change, Pictures
from tests.push.shop import car, images
from tests.stock.lot import Lot


def keep(*urls: str) -> list[str]:
    """Let each address lead to a photograph of its own, as though fetched; returns their names."""
    names = [follow.digest_of(url).hex() for url in urls]
    ids = dict(Address.objects.filter(url__in=urls).values_list("url", "pk"))
    queue.record(
        [
            Outcome(ids[url], Kept(name, 1000, 750, b"tiny"))
            for url, name in zip(urls, names, strict=True)
        ]
    )
    return names


def number(lot: Lot) -> int:
    return Change.objects.get(listing=lot.listing("V1")).n


def test_cards_hear_at_once_of_photographs_that_a_vehicle_has_no_more(lot: Lot) -> None:
    lot.full(car(1))
    follow.follow()
    keep(*images(1))
    lot.full(car(1, images=images(2)))
    indexed = number(lot)
    follow.follow()
    assert number(lot) > indexed
    assert Pictures.objects.get().numbered == []


def test_a_card_that_keeps_its_photographs_waits_for_the_others_to_be_tried(lot: Lot) -> None:
    lot.full(car(1))
    follow.follow()
    had = keep(*images(1))
    new = images(2)[0]
    lot.full(car(1, images=[new, *images(1)]))
    indexed = number(lot)
    follow.follow()
    assert number(lot) == indexed
    (name,) = keep(new)
    assert number(lot) > indexed
    assert Pictures.objects.get().numbered == [name, *had]


def test_what_failed_is_tried_again_as_soon_as_the_list_changes(lot: Lot) -> None:
    lot.full(car(1))
    follow.follow()
    keep(*images(1)[:3])
    broken = Address.objects.get(url=images(1)[3])
    Address.objects.update(asked_at=timezone.now() - timedelta(hours=1))
    queue.record([Outcome(broken.pk, reason="it is a web page", final=True)])
    assert Pictures.objects.get().failed == 1
    lot.full(car(1, images=images(1)[::-1]))
    follow.follow()
    broken.refresh_from_db()
    assert (broken.state, broken.attempts, broken.tried_since) == ("waiting", 0, None)
    assert Address.objects.filter(state="waiting").count() == 1  # what is kept, once a day
    assert Pictures.objects.get().failed == 0


def test_a_vehicle_that_comes_back_with_its_list_asks_for_nothing_that_failed(lot: Lot) -> None:
    lot.full(car(1))
    follow.follow()
    reason = Outcome(Address.objects.get(url=images(1)[0]).pk, reason="a web page", final=True)
    queue.record([reason])
    for listings in ((), (car(1),)):
        lot.full(*listings)
        follow.follow()
    assert Address.objects.get(url=images(1)[0]).state == "failed"
