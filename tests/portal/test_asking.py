"""Asking for a link: to the address on file alone, not too often, by a job that mails once."""

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from carslink.dealers.models import Claim, Dealer
from carslink.portal import jobs as portal_jobs
from carslink.portal import often
from carslink.portal.models import Asked, Letter
from tests.push.shop import car
from tests.stock.lot import Lot
from tests.welcome.post_office import PostOffice, claim_link, html_of, text_of

pytestmark = pytest.mark.filterwarnings("ignore:No directory at:UserWarning")
HOUR = timedelta(hours=1)
Jobs = Callable[[], int]


def press(client: Client, dealer: Dealer) -> Any:
    return client.post(f"/dealers/{dealer.slug}/claim")


def make_older(by: timedelta) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE portal_asked SET at = ARRAY(SELECT each - %s FROM unnest(at) AS each)", (by,)
        )


def test_the_page_explains_and_shows_no_address(client: Client, dealer: Dealer) -> None:
    answer = client.get(f"/dealers/{dealer.slug}/claim")
    body = answer.content.decode()
    assert answer.status_code == 200
    assert "Is Smith Motors yours?" in body
    assert "Alice&#x27;s dealer system has sent with the stock" in body
    assert "sales@smith.example" not in body.lower()
    assert body.count('<button class="go">Send the link</button>') == 1
    assert Claim.objects.count() == Letter.objects.count() == 0


def test_the_link_goes_to_the_address_on_file_in_text_and_html(
    client: Client, dealer: Dealer, office: PostOffice, jobs: Jobs
) -> None:
    answer = press(client, dealer)
    assert (answer.status_code, answer["Location"]) == (302, "/dealers/smith-motors/claim/sent")
    assert "A link was sent" in client.get(answer["Location"]).content.decode()
    assert office.arrived == []  # not while the page is made
    assert jobs() == 1
    (mail,) = office.arrived
    assert mail["To"] == "Sales@Smith.example"
    assert mail["Subject"] == "Your link to Smith Motors on Carslink"
    assert "works once, within 14 days" in text_of(mail)
    assert claim_link(mail) in html_of(mail)
    assert [each.dealers.get() for each in Claim.objects.all()] == [dealer]


def test_a_form_from_elsewhere_is_refused(dealer: Dealer) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert press(strict, dealer).status_code == 403
    assert Letter.objects.count() == 0


def test_the_answer_is_the_same_when_it_is_too_early_for_another(
    client: Client, dealer: Dealer
) -> None:
    first, second = press(client, dealer), press(client, dealer)
    assert (first.status_code, first["Location"]) == (second.status_code, second["Location"])
    assert Letter.objects.count() == 1


def test_one_link_an_hour_and_five_a_day(client: Client, dealer: Dealer) -> None:
    for number in range(1, 6):
        press(client, dealer)
        press(client, dealer)
        assert Letter.objects.count() == number
        make_older(HOUR)
    press(client, dealer)
    assert Letter.objects.count() == 5
    make_older(timedelta(hours=18, minutes=59))
    press(client, dealer)
    assert Letter.objects.count() == 5  # the first of the five was 23 hours and 59 minutes ago
    make_older(timedelta(minutes=1))
    press(client, dealer)
    assert Letter.objects.count() == 6
    assert len(Asked.objects.get(what=f"link:{dealer.pk}").at) == 5


def test_ten_links_a_day_go_to_an_address_however_many_dealers_share_it(
    client: Client, partner: Any
) -> None:
    shops = [Lot(partner) for _ in range(12)]
    for number, shop in enumerate(shops):
        shop.full(car(number), email=f"{'Bob' if number % 2 else 'bob'}@jones.example")
        press(client, shop.dealer)
    assert Letter.objects.count() == 10


def test_each_dealer_is_counted_alone(client: Client, dealer: Dealer, partner: Any) -> None:
    other = Lot(partner)
    other.full(car(3), email="bob@jones.example")
    press(client, dealer)
    press(client, other.dealer)
    assert sorted(Letter.objects.values_list("to", flat=True)) == [
        "Sales@Smith.example",
        "bob@jones.example",
    ]


@pytest.mark.usefixtures("committed")
def test_of_many_who_ask_at_once_one_is_let_through() -> None:
    let: list[bool] = []
    start = threading.Barrier(8)

    def ask() -> None:
        start.wait()
        let.append(often.may("the same thing", HOUR, 5))
        connection.close()

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(let) == [False] * 7 + [True]


def test_a_dealer_without_an_address_is_told_whom_to_ask(
    client: Client, lot: Lot, dealer: Dealer
) -> None:
    lot.partial(email=None)
    body = client.get("/dealers/smith-motors/claim").content.decode()
    assert "Ask Alice&#x27;s dealer system to send one." in body
    assert "Send the link" not in body
    assert press(client, dealer).status_code == 200
    assert client.get("/dealers/smith-motors/claim/sent").status_code == 404
    assert Letter.objects.count() == 0


def test_a_linked_record_has_a_link_of_its_own(client: Client, dealer: Dealer, bob: Any) -> None:
    from carslink.partners.models import Partner
    from carslink.stock import records

    other = bob.dealers.get()
    Dealer.objects.filter(pk=other.pk).update(partner=Partner.objects.create(name="Carol's"))
    records.link(other, dealer)
    body = client.get("/dealers/smith-motors/claim").content.decode()
    assert '<a href="/dealers/jones-cars/claim">Jones Cars, stock sent by Carol&#x27;s</a>' in body
    press(client, other)
    assert Letter.objects.get().to == "bob@jones.example"


def test_a_former_address_leads_to_the_present_one(client: Client, dealer: Dealer) -> None:
    from carslink.stock import records

    records.rename(dealer, "smith")
    answer = client.get("/dealers/smith-motors/claim")
    assert (answer.status_code, answer["Location"]) == (302, "/dealers/smith/claim")
    assert client.get("/dealers/nobody/claim").status_code == 404


# --- The job ----------------------------------------------------------------------------------


@pytest.fixture
def letter(client: Client, dealer: Dealer) -> Letter:
    press(client, dealer)
    return Letter.objects.get()


def test_a_job_that_runs_twice_mails_once(letter: Letter, office: PostOffice) -> None:
    portal_jobs.send_letter(letter.pk)
    portal_jobs.send_letter(letter.pk)
    assert len(office.arrived) == 1


def test_a_job_whose_letter_is_gone_does_nothing(letter: Letter, office: PostOffice) -> None:
    letter.delete()
    portal_jobs.send_letter(letter.pk or 1)
    assert office.arrived == []


def test_what_the_server_refuses_is_tried_again(letter: Letter, office: PostOffice) -> None:
    import smtplib

    office.on_message.append("451 try later")
    with pytest.raises(smtplib.SMTPDataError):
        portal_jobs.send_letter(letter.pk)
    portal_jobs.send_letter(letter.pk)
    assert len(office.arrived) == 1


def test_without_a_server_the_letter_waits(letter: Letter, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", 1, False
    with pytest.raises(OSError, match="refused"):
        portal_jobs.send_letter(letter.pk)
    assert Letter.objects.get().sent_at is None


def test_where_the_line_breaks_it_is_not_sent_again(letter: Letter, office: PostOffice) -> None:
    from tests.welcome.post_office import HANG_UP

    office.on_message.append(HANG_UP)
    portal_jobs.send_letter(letter.pk)
    portal_jobs.send_letter(letter.pk)
    assert len(office.arrived) == 1


def test_the_queue_holds_no_address_and_no_link(letter: Letter) -> None:
    job = ProcrastinateJob.objects.get(task_name="send_letter")
    assert job.args == {"letter": letter.pk}


def test_letters_are_forgotten_after_a_month(letter: Letter) -> None:
    portal_jobs.forget_letters(0)
    assert (Letter.objects.count(), Asked.objects.count()) == (1, 2)  # the dealer, the address
    Letter.objects.update(asked_at=timezone.now() - timedelta(days=31))
    make_older(timedelta(days=2))
    portal_jobs.forget_letters(0)
    assert Letter.objects.count() == Asked.objects.count() == 0
