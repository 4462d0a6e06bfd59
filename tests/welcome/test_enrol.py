"""Who is due a welcome, and which letter it stands in."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from carslink.partners.models import Partner
from carslink.stock import changes
from carslink.welcome import enrol
from carslink.welcome.models import Letter, Welcomed
from tests.push.shop import car
from tests.stock.lot import Lot


def welcomed() -> dict[str, list[str]]:
    """Return the partner_dealer_ids of each letter, by its address."""
    enrol.follow()
    found: dict[str, list[str]] = {}
    for each in Welcomed.objects.select_related("dealer", "letter").order_by("dealer"):
        found.setdefault(each.letter.email, []).append(each.dealer.partner_dealer_id)
    return found


def test_a_dealer_with_an_address_and_a_live_vehicle_is_due(lot: Lot, settings: Any) -> None:
    settings.WELCOME_AFTER = timedelta(minutes=60)
    before = timezone.now()
    lot.full(car(1), email="Sales@Smith.example")
    assert welcomed() == {"sales@smith.example": [lot.id]}
    letter = Letter.objects.get()
    assert letter.state == "waiting"
    assert timedelta(0) <= letter.due_at - before - timedelta(minutes=60) < timedelta(minutes=1)


def test_a_dealer_without_an_address_is_due_once_one_arrives(lot: Lot) -> None:
    lot.full(car(1))
    assert welcomed() == {}
    lot.partial(email="sales@smith.example")
    assert welcomed() == {"sales@smith.example": [lot.id]}


def test_a_dealer_without_stock_is_due_once_a_vehicle_is_live(lot: Lot) -> None:
    lot.full(email="sales@smith.example")
    assert welcomed() == {}
    lot.partial(car(1, images=[]))
    assert welcomed() == {}
    lot.partial(car(1))
    assert welcomed() == {"sales@smith.example": [lot.id]}


def test_new_dealers_of_a_partner_with_one_address_share_a_letter(partner: Any) -> None:
    lots = [Lot(partner) for _ in range(3)]
    lots[0].full(car(1), email="group@smith.example")
    welcomed()
    lots[1].full(car(1), email="Group@Smith.example")
    lots[2].full(car(1), email="other@smith.example")
    assert welcomed() == {
        "group@smith.example": [lots[0].id, lots[1].id],
        "other@smith.example": [lots[2].id],
    }
    assert Letter.objects.count() == 2


def test_dealers_of_two_partners_never_share_a_letter(lot: Lot) -> None:
    other = Lot(Partner.objects.create(name="Bob's dealer system"))
    lot.full(car(1), email="group@smith.example")
    other.full(car(1), email="group@smith.example")
    welcomed()
    assert Letter.objects.count() == 2


@pytest.mark.parametrize("state", ["sending", "sent", "doubtful"])
def test_a_dealer_that_comes_too_late_for_a_letter_gets_one_of_its_own(
    partner: Any, state: str
) -> None:
    first, second = Lot(partner), Lot(partner)
    first.full(car(1), email="group@smith.example")
    welcomed()
    Letter.objects.update(state=state)
    second.full(car(1), email="group@smith.example")
    welcomed()
    assert second.dealer.welcomed.letter_id != first.dealer.welcomed.letter_id


def test_nothing_that_happens_later_welcomes_a_dealer_again(lot: Lot) -> None:
    lot.full(car(1), email="sales@smith.example")
    welcomed()
    Letter.objects.update(state="sent")
    lot.full(email="new@smith.example")
    lot.full(car(1), car(2), email="sales@smith.example", name="Another name")
    changes.begin_epoch()  # the follower begins at zero
    assert welcomed() == {"sales@smith.example": [lot.id]}
    assert Letter.objects.count() == 1


def test_a_dealer_whose_letter_failed_gets_another_at_another_address_alone(lot: Lot) -> None:
    lot.full(car(1), email="typo@smith.example")
    welcomed()
    Letter.objects.update(state="failed")
    lot.full(car(1), car(2))
    assert welcomed() == {"typo@smith.example": [lot.id]}
    lot.partial(email="right@smith.example")
    assert welcomed() == {"right@smith.example": [lot.id]}
