"""Records of one business: one page, and each vehicle once; and addresses of pages that change."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction

from carslink.dealers.models import Dealer, FormerSlug
from carslink.partners.models import Partner
from carslink.search import engine
from carslink.search.query import Query
from carslink.stock import changes, records, undo
from carslink.stock.models import Feed, Listing
from tests.push.shop import car, registration
from tests.stock.lot import Lot


@pytest.fixture
def twins(lot: Lot) -> tuple[Lot, Lot]:
    """Records of two partners; the second is not linked yet."""
    other = Lot(Partner.objects.create(name="Bob's dealer system"))
    lot.full(car(1), car(2), name="Smith Motors")
    other.full(car(1, source_id="B1"), car(3, source_id="B3"), name="Smith Motors Ltd")
    return lot, other


def found(slug: str) -> list[int]:
    """Return the ids of what a search finds at a dealer."""
    answer = engine.search(Query(filters=(("dealer", (slug,)),), page_size=100))
    return sorted(card["id"] for card in answer.results)


def test_a_linked_record_is_shown_on_the_other_page_with_each_vehicle_once(
    twins: tuple[Lot, Lot], follow: Callable[[], None]
) -> None:
    first, second = twins
    follow()
    assert len(found(first.dealer.slug)) == len(found(second.dealer.slug)) == 2
    records.link(second.dealer, first.dealer)
    follow()
    assert found(first.dealer.slug) == sorted(
        [first.listing("V1").pk, first.listing("V2").pk, second.listing("B3").pk]
    )
    assert found(second.dealer.slug) == []
    cards = engine.search(Query(page_size=100)).results
    assert {card["dealer"]["slug"] for card in cards} == {first.dealer.slug}


def test_the_record_that_has_had_a_vehicle_live_longest_shows_it(
    twins: tuple[Lot, Lot], follow: Callable[[], None]
) -> None:
    first, second = twins
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE stock_listing SET live_since = live_since - interval '1 day' WHERE id = %s",
            (second.listing("B1").pk,),
        )
    records.link(second.dealer, first.dealer)
    follow()
    assert second.listing("B1").pk in found(first.dealer.slug)
    assert first.listing("V1").pk not in found(first.dealer.slug)


def test_what_takes_the_shown_one_down_brings_the_other_up(
    twins: tuple[Lot, Lot], follow: Callable[[], None]
) -> None:
    first, second = twins
    records.link(second.dealer, first.dealer)
    slug, hidden = first.dealer.slug, second.listing("B1").pk
    receipt = first.full(car(2))
    follow()
    assert hidden in found(slug)
    undo.restore(receipt["sync_id"])
    follow()
    assert hidden in found(slug), "the one restored has been live for less long"
    assert first.listing("V1").pk not in found(slug)
    second.partial({"source_id": "B1", "delete": True})
    follow()
    assert hidden not in found(slug)
    assert first.listing("V1").pk in found(slug)


def test_a_plate_that_changes_uncovers_and_covers(
    twins: tuple[Lot, Lot], follow: Callable[[], None]
) -> None:
    first, second = twins
    records.link(second.dealer, first.dealer)
    slug = first.dealer.slug
    first.partial({"source_id": "V1", "registration": registration(3)})
    follow()
    assert found(slug) == sorted(
        [first.listing("V2").pk, second.listing("B1").pk, second.listing("B3").pk]
    ), "V1 has had B3's registration for less long than B3"


def test_a_price_that_changes_does_not_make_a_listing_younger(lot: Lot) -> None:
    lot.full(car(1))
    since = lot.listing("V1").live_since
    lot.partial({"source_id": "V1", "price": 1})
    lot.partial({"source_id": "W1", "registration": registration(1)})
    assert lot.listing("W1").live_since == since
    lot.full()
    lot.full(car(1, source_id="W1"))
    assert lot.listing("W1").live_since > since


def test_unlinking_gives_each_its_page_again(
    twins: tuple[Lot, Lot], follow: Callable[[], None]
) -> None:
    first, second = twins
    records.link(second.dealer, first.dealer)
    records.unlink(second.dealer)
    follow()
    assert len(found(first.dealer.slug)) == len(found(second.dealer.slug)) == 2


def test_linking_joins_whole_groups_and_refuses_what_is_linked(
    twins: tuple[Lot, Lot], follow: Callable[[], None]
) -> None:
    first, second = twins
    third = Lot(Partner.objects.create(name="Carol's dealer system"))
    third.full(car(4))
    records.link(second.dealer, first.dealer)
    records.link(first.dealer, third.dealer)
    assert {lot.dealer.page.pk for lot in (first, second, third)} == {third.dealer.pk}
    for dealer, other in ((second, third), (third, second), (first, first)):
        with pytest.raises(records.CannotLink, match="linked already"):
            records.link(dealer.dealer, other.dealer)
    follow()
    assert len(found(third.dealer.slug)) == 4
    records.unlink(third.dealer)
    assert all(lot.dealer.page == lot.dealer for lot in (first, second, third))


def test_a_renamed_page_keeps_its_old_address_for_itself(
    lot: Lot, follow: Callable[[], None]
) -> None:
    lot.full(car(1), name="Smith Motors")
    old = lot.dealer.slug
    records.rename(lot.dealer, "smith-of-leeds")
    follow()
    assert lot.dealer.slug == "smith-of-leeds"
    assert FormerSlug.objects.get(slug=old).dealer == lot.dealer
    assert len(found("smith-of-leeds")) == 1
    other = Lot(lot.partner)
    other.full(car(2), name="Smith Motors")
    assert other.dealer.slug not in (old, "smith-of-leeds")
    for taken in (old, "smith-of-leeds"):
        with pytest.raises(records.SlugTaken):
            records.rename(other.dealer, taken)
    records.rename(lot.dealer, old)  # back again
    assert [former.slug for former in lot.dealer.former_slugs.all()] == ["smith-of-leeds"]


def test_the_slug_stays_when_the_name_changes(lot: Lot) -> None:
    lot.full(car(1), name="Smith Motors")
    slug = lot.dealer.slug
    lot.full(car(1), name="Jones Motors")
    assert lot.dealer.slug == slug


def test_feeds_of_one_business_wait_for_one_another(committed: None) -> None:
    """Two records take the same vehicle at once; each sees the other, so one of them is shown."""
    lots = [Lot(Partner.objects.create(name=name)) for name in ("alice", "bob", "carol")]
    for lot in lots:
        lot.full(name="Smith Motors")
    for lot in lots[1:]:
        records.link(lot.dealer, lots[0].dealer)

    def push(lot: Lot) -> None:
        try:
            for number in range(8):
                with transaction.atomic():
                    lot.full(car(1, price=1000 + number))
                with transaction.atomic():
                    lot.full()
            with transaction.atomic():
                lot.full(car(1))
        finally:
            connection.close()

    threads = [threading.Thread(target=push, args=(lot,)) for lot in lots]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert _shown_by_follower() == [Listing.objects.order_by("live_since", "pk")[0].pk]
    assert Feed.objects.count() == 3 + 3 * 17
    assert Dealer.objects.filter(shown_with__isnull=False).count() == 2


def test_two_who_link_the_same_records_each_the_other_way_take_turns(committed: None) -> None:
    lots = [Lot(Partner.objects.create(name=name)) for name in ("alice", "bob")]
    for lot in lots:
        lot.full(name="Smith Motors")
    start, told = threading.Barrier(2), []

    def link(one: Dealer, other: Dealer) -> None:
        try:
            for _ in range(20):
                start.wait(10)
                try:
                    records.link(one, other)
                    told.append("linked")
                except records.CannotLink:
                    told.append("linked already")
                start.wait(10)
                records.unlink(one)
        finally:
            connection.close()

    one, other = (lot.dealer for lot in lots)
    threads = [threading.Thread(target=link, args=pair) for pair in ((one, other), (other, one))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["linked"] * 20 + ["linked already"] * 20


def _shown_by_follower() -> list[int]:
    """Return what an index that follows from the beginning ends up with."""
    from carslink.search.indexer import _shown

    seen: list[Any] = changes.since(changes.Position(), 1_000)
    return [listing.pk for listing in _shown(place.listing for place in seen)]


def test_an_unlinked_dealer_costs_one_query_more(lot: Lot) -> None:
    from django.test.utils import CaptureQueriesContext

    lot.full(car(1))
    with CaptureQueriesContext(connection) as captured:
        lot.partial({"source_id": "V1", "price": 1})
    asked = [query["sql"] for query in captured if "shown_with_id" in query["sql"]]
    assert len([sql for sql in asked if sql.startswith("\nSELECT o.id")]) == 1
