"""Records that look like one business: found, linked or told apart by the operator, never alone."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from carslink.backoffice import duplicates
from carslink.backoffice.models import NotTheSame
from carslink.dealers.models import Dealer
from carslink.stock import records
from tests.push.shop import car
from tests.stock.lot import Lot

pytestmark = pytest.mark.filterwarnings("ignore:No directory at:UserWarning")
Known = Callable[..., Dealer]
PAGE = "/admin/backoffice/possibleduplicate/"
LINKED = "/admin/backoffice/linkedrecord/"


def found() -> list[tuple[str, str, str]]:
    pairs, total = duplicates.pairs(1, 100)
    assert total == len(pairs)
    return [(pair.one.dealer.slug, pair.other.dealer.slug, pair.same) for pair in pairs]


PHONE = {"phone": "0113 496 0142"}
SITE = {"website": "https://smith.example/"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (PHONE, PHONE, "postcode and phone"),
        (PHONE, {"phone": "+44 113 496 0142"}, "postcode and phone"),
        (PHONE, {"phone": "0044 (0)113 4960142"}, "postcode and phone"),
        (PHONE, {"phone": "(0113) 496-0142"}, "postcode and phone"),
        (PHONE, {"phone": "0113 496 0142 x12"}, "postcode and phone"),
        (SITE, {"website": "https://smith.example./"}, "postcode and website"),
        (SITE, {"website": "https://WWW.Smith.example/used?x=1"}, "postcode and website"),
        (SITE, {"website": "https://smith.example:443/cars"}, "postcode and website"),
        (PHONE | SITE, PHONE | SITE, "postcode, phone and website"),
        (PHONE, {"phone": "0113 496 0143"}, None),
        (SITE, {"website": "https://smith.example.org/"}, None),
        (SITE, {"website": "https://cars.smith.example/"}, None),
        (PHONE, PHONE | {"postcode": "LS1 1UP"}, None),
        (PHONE | {"postcode": ""}, PHONE | {"postcode": ""}, None),
        ({}, {}, None),
    ],
)
def test_what_looks_like_one_business(
    known: Known, one: dict[str, str], other: dict[str, str], same: str | None
) -> None:
    known("alice", **one)
    known("bob", **other)
    assert found() == ([] if same is None else [("dealer-1", "dealer-2", same)])


def test_records_of_one_partner_are_no_pair(known: Known) -> None:
    for partner in ("alice", "alice", "bob"):
        known(partner, **PHONE)
    assert [pair[:2] for pair in found()] == [("dealer-1", "dealer-3"), ("dealer-2", "dealer-3")]


def test_a_pair_is_shown_side_by_side_with_its_stock(
    operator: Client, known: Known, partner_lots: tuple[Lot, Lot]
) -> None:
    body = operator.get(PAGE).content.decode()
    for told in ("Smith Motors", "Smith Motors Ltd", "Same postcode and phone", "2 vehicles",
                 "1 vehicle\n", "0113 496 0142", "LS1 1UR"):  # fmt: skip
        assert told.strip() in body
    assert body.count('value="apart"') == 1


@pytest.fixture
def partner_lots(db: None) -> tuple[Lot, Lot]:
    """The same dealer by two partners, with one car in both."""
    from carslink.partners.models import Partner

    lots = Lot(Partner.objects.create(name="alice")), Lot(Partner.objects.create(name="bob"))
    told = {"postcode": "LS1 1UR", "phone": "0113 496 0142"}
    lots[0].full(car(1), car(2), name="Smith Motors", **told)
    lots[1].full(car(1), name="Smith Motors Ltd", **told)
    return lots


def decide(operator: Client, lots: tuple[Lot, Lot], decision: str) -> str:
    sent = {"one": lots[0].dealer.pk, "other": lots[1].dealer.pk, "decision": decision}
    return operator.post(PAGE, sent, follow=True).content.decode()


def test_nothing_merges_by_itself(operator: Client, partner_lots: tuple[Lot, Lot]) -> None:
    operator.get(PAGE)
    assert Dealer.objects.filter(shown_with=None).count() == 2


@pytest.mark.parametrize(("decision", "stays"), [("one", 0), ("other", 1)])
def test_a_pair_is_linked_under_the_page_that_is_to_stay(
    operator: Client, partner_lots: tuple[Lot, Lot], decision: str, stays: int
) -> None:
    body = decide(operator, partner_lots, decision)
    main, joined = partner_lots[stays].dealer, partner_lots[1 - stays].dealer
    assert joined.shown_with == main
    assert main.shown_with is None
    assert "No two records look like one business." in body
    assert main.name in operator.get(LINKED).content.decode()


def test_a_linked_record_gets_its_page_again(
    operator: Client, partner_lots: tuple[Lot, Lot]
) -> None:
    decide(operator, partner_lots, "one")
    operator.post(LINKED, {"dealer": partner_lots[1].dealer.pk})
    assert partner_lots[1].dealer.shown_with is None
    assert len(found()) == 1


def test_a_pair_told_apart_is_remembered(operator: Client, partner_lots: tuple[Lot, Lot]) -> None:
    for _ in range(2):
        decide(operator, partner_lots, "apart")
    decided = NotTheSame.objects.get()
    assert (decided.one, decided.other) == (partner_lots[0].dealer, partner_lots[1].dealer)
    assert decided.decided_by is not None
    assert found() == []
    decided.delete()
    assert len(found()) == 1


def test_a_pair_that_was_linked_meanwhile_is_told(
    operator: Client, partner_lots: tuple[Lot, Lot]
) -> None:
    records.link(partner_lots[1].dealer, partner_lots[0].dealer)
    body = decide(operator, partner_lots, "one")
    assert "were not linked: these records are linked already." in body


@pytest.mark.parametrize("sent", [{}, {"one": "x", "other": "1"}, {"one": "9" * 30, "other": "1"}])
def test_nonsense_is_not_found(operator: Client, sent: dict[str, str]) -> None:
    assert operator.post(PAGE, {**sent, "decision": "one"}).status_code == 404
    assert operator.post(LINKED, sent).status_code == 404
    assert operator.get(f"{PAGE}?p=x").status_code == 200
    assert operator.get(f"{PAGE}?p=7").status_code == 200


def test_records_of_a_business_are_no_pair_whichever_is_the_main_one(known: Known) -> None:
    one, two, three = (known(name, **PHONE) for name in ("alice", "bob", "carol"))
    Dealer.objects.filter(pk__in=(two.pk, three.pk)).update(shown_with=one)
    assert found() == []


def test_the_list_is_for_operators_who_may_change_dealers(client: Client, known: Known) -> None:
    staff = User.objects.create_user("carol", is_staff=True)
    client.force_login(staff)
    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, {"decision": "apart"}).status_code == 403
    staff.user_permissions.add(Permission.objects.get(codename="change_possibleduplicate"))
    assert client.get(PAGE).status_code == 200
    client.logout()
    assert client.get(PAGE).status_code == 302


def test_long_lists_have_pages_and_few_queries(operator: Client, known: Known) -> None:
    def asked(path: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert operator.get(path).status_code == 200
        return len(captured)

    def add(numbers: range) -> None:
        for number in numbers:
            told = {"postcode": f"LS1 {number % 10}UR", "phone": f"0113 496 {number:04}"}
            known("alice", **told)
            known("bob", **told)

    add(range(1))
    one = asked(PAGE)
    add(range(1, 27))
    assert asked(PAGE) == one == 5  # session, account, pairs, dealers, their stock
    assert operator.get(PAGE).content.decode().count('value="apart"') == 25
    assert operator.get(f"{PAGE}?p=2").content.decode().count('value="apart"') == 2
