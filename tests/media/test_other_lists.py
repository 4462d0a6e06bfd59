"""What becomes of photographs when vehicles' lists of images change; nobody is asked for any."""

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
