"""Letters as they arrive at a real mail server, and as they do not."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from carslink.dealers import claims
from carslink.stock.records import link
from carslink.welcome import enrol, send
from carslink.welcome.models import Letter, Welcomed
from tests.house import free_port
from tests.push.shop import car
from tests.stock.lot import Lot
from tests.welcome.post_office import HANG_UP, PostOffice, claim_link, html_of, text_of


def post() -> int:
    """Do what the schedule does; returns how many letters went out."""
    enrol.follow()
    return send.send_due()


def hurry() -> None:
    """Let what waits be due now."""
    Letter.objects.update(due_at=timezone.now())


def test_the_letter_says_who_sends_what_and_where_it_is(
    lot: Lot, office: PostOffice, settings: Any
) -> None:
    lot.full(car(1), car(2), name="Smith & Sons", email="sales@smith.example")
    assert post() == 1
    (message,) = office.arrived
    assert message["To"] == "sales@smith.example"
    assert message["From"] == settings.DEFAULT_FROM_EMAIL
    assert message["Reply-To"] == settings.CONTACT_EMAIL
    assert message["Subject"] == "Smith & Sons is on Carslink"
    assert message["Auto-Submitted"] == "auto-generated"
    page = f"{settings.PUBLIC_URL}/dealers/smith-sons"
    for words in (text_of(message), html_of(message).replace("&#x27;", "'")):
        assert "Alice's dealer system" in words
        assert "2 vehicles" in words
        assert page in words
        assert claim_link(message) in words
        assert "14 days" in words
        assert "would rather not be listed" in words
        assert settings.CONTACT_EMAIL in words
    assert "Smith & Sons" in text_of(message)
    assert "Smith &amp; Sons" in html_of(message)
    assert "<img" not in html_of(message)


def test_the_letter_names_every_dealer_it_is_for_with_one_link(
    partner: Any, office: PostOffice
) -> None:
    for number, name in enumerate(("Leeds", "Hull", "York"), 1):
        lot = Lot(partner)
        lot.full(*(car(each) for each in range(number)), name=name, email="group@smith.example")
    assert post() == 1
    (message,) = office.arrived
    assert message["Subject"] == "Your 3 dealerships are on Carslink"
    words = text_of(message)
    assert "6 vehicles are live now" in words
    assert "Hull (2 vehicles)" in words
    assert words.index("Hull") < words.index("Leeds (1 vehicle)") < words.index("York")
    _, dealers = claims.find(claim_link(message).rpartition("/")[2])
    assert [dealer.name for dealer in dealers] == ["Hull", "Leeds", "York"]


def test_a_letter_waits_for_its_time(lot: Lot, office: PostOffice, settings: Any) -> None:
    settings.WELCOME_AFTER = timedelta(minutes=60)
    lot.full(car(1), email="sales@smith.example")
    assert post() == 0
    hurry()
    assert post() == 1
    assert post() == 0
    assert len(office.arrived) == 1


def test_a_dealer_that_sold_everything_is_welcomed_when_it_has_stock_again(
    lot: Lot, office: PostOffice, settings: Any
) -> None:
    settings.WELCOME_AFTER = timedelta(minutes=60)
    lot.full(car(1), email="sales@smith.example")
    enrol.follow()
    lot.full()
    hurry()
    assert post() == 0
    assert not Letter.objects.exists()
    lot.full(car(2))
    enrol.follow()
    hurry()
    assert post() == 1


def test_a_dealer_that_corrects_its_address_in_time_is_written_to_there(
    lot: Lot, office: PostOffice, settings: Any
) -> None:
    settings.WELCOME_AFTER = timedelta(minutes=60)
    lot.full(car(1), email="typo@smith.example")
    enrol.follow()
    lot.partial(email="right@smith.example")
    hurry()
    assert post() == 0
    hurry()
    assert post() == 1
    assert [message["To"] for message in office.arrived] == ["right@smith.example"]


@pytest.mark.parametrize("place", ["on_recipient", "on_message"])
def test_a_letter_that_is_refused_for_now_is_tried_again_later(
    lot: Lot, office: PostOffice, place: str
) -> None:
    getattr(office, place).append("451 try again later")
    lot.full(car(1), email="sales@smith.example")
    assert post() == 0
    letter = Letter.objects.get()
    assert (letter.state, letter.attempts) == ("waiting", 1)
    assert "try again later" in letter.trouble
    assert letter.due_at > timezone.now() + timedelta(minutes=4)
    assert post() == 0
    hurry()
    assert post() == 1
    assert len(office.arrived) == 1
    assert Letter.objects.get().state == "sent"


@pytest.mark.parametrize("place", ["on_recipient", "on_message"])
def test_a_letter_that_is_refused_for_good_is_given_up(
    lot: Lot, office: PostOffice, place: str
) -> None:
    getattr(office, place).append("550 nobody here of that name")
    lot.full(car(1), email="sales@smith.example")
    assert post() == 0
    hurry()
    assert post() == 0
    letter = Letter.objects.get()
    assert (letter.state, letter.attempts) == ("failed", 1)
    assert "nobody here of that name" in letter.trouble


def test_one_refused_letter_keeps_no_other_back(partner: Any, office: PostOffice) -> None:
    for number in range(5):
        Lot(partner).full(car(1), email=f"sales{number}@smith.example")
    office.on_recipient += ["550 no", "451 later"]
    assert post() == 3
    states = sorted(Letter.objects.values_list("state", flat=True))
    assert states == ["failed", "sent", "sent", "sent", "waiting"]


def test_pauses_grow_and_end(lot: Lot, office: PostOffice) -> None:
    lot.full(car(1), email="sales@smith.example")
    office.on_message += ["451 later"] * send.MOST_ATTEMPTS
    pauses = []
    for _ in range(send.MOST_ATTEMPTS):
        post()
        letter = Letter.objects.get()
        pauses.append(letter.due_at - timezone.now())
        hurry()
    assert [round(pause / timedelta(minutes=1)) for pause in pauses[:4]] == [5, 10, 20, 40]
    assert max(pauses) <= timedelta(hours=6)
    assert letter.state == "failed"
    assert office.arrived == []


def test_letters_wait_while_the_mail_server_cannot_be_reached(
    lot: Lot, office: PostOffice, settings: Any
) -> None:
    lot.full(car(1), email="sales@smith.example")
    settings.EMAIL_PORT = free_port()
    assert post() == 0
    assert Letter.objects.get().state == "waiting"
    assert Letter.objects.get().attempts == 0
    settings.EMAIL_PORT = office.port
    assert post() == 1


def test_a_line_that_was_cut_between_two_letters_costs_neither(
    partner: Any, office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        Lot(partner).full(car(number), email=f"sales{number}@smith.example")
    office.hangs_up_after_each = True
    assert post() == 3
    assert len(office.arrived) == 3
    assert set(Letter.objects.values_list("state", flat=True)) == {"sent"}


def test_a_letter_whose_line_broke_is_doubtful_and_never_sent_again(
    lot: Lot, office: PostOffice
) -> None:
    office.on_message.append(HANG_UP)
    lot.full(car(1), email="sales@smith.example")
    assert post() == 0
    hurry()
    assert post() == 0
    assert Letter.objects.get().state == "doubtful"
    assert len(office.arrived) == 1


def test_a_letter_that_a_dead_worker_had_in_hand_is_doubtful_and_never_sent_again(
    lot: Lot, office: PostOffice
) -> None:
    lot.full(car(1), email="sales@smith.example")
    enrol.follow()
    taken = send.take_next()  # and the worker dies here, before the server hears of it or after
    assert taken is not None
    assert post() == 0
    assert Letter.objects.get().state == "sending"
    Letter.objects.update(tried_at=timezone.now() - send.LOST_AFTER - timedelta(seconds=1))
    assert post() == 0
    assert Letter.objects.get().state == "doubtful"
    assert office.arrived == []


def test_no_two_workers_take_up_one_letter(lot: Lot, office: PostOffice) -> None:
    lot.full(car(1), email="sales@smith.example")
    enrol.follow()
    assert send.take_next() is not None
    assert send.take_next() is None


def test_an_operator_may_send_a_letter_again(
    lot: Lot, office: PostOffice, admin_client: Any
) -> None:
    office.on_recipient.append("550 no")
    lot.full(car(1), email="sales@smith.example")
    post()
    letter = Letter.objects.get()
    answer = admin_client.post(
        "/admin/welcome/letter/", {"action": "send_again", "_selected_action": [letter.pk]}
    )
    assert answer.status_code == 302
    assert post() == 1
    answer = admin_client.post(
        "/admin/welcome/letter/", {"action": "send_again", "_selected_action": [letter.pk]}
    )
    assert post() == 0, "what was sent is not sent again"


def test_linked_records_name_the_page_that_shows_them(
    partner: Any, lot: Lot, office: PostOffice, settings: Any
) -> None:
    other = Lot(partner)
    lot.full(car(1), name="Smith Leeds", email="a@smith.example")
    other.full(car(2), name="Smith Hull", email="b@smith.example")
    link(other.dealer, lot.dealer)
    assert post() == 2
    page = f"{settings.PUBLIC_URL}/dealers/smith-leeds"
    assert all(page in text_of(message) for message in office.arrived)
    assert Welcomed.objects.count() == 2
