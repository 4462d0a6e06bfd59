"""Two accounts see nothing of each other: tried at every address of the portal that there is.

The addresses are read from the portal's own, so that none can be forgotten. A page whose address
names something new needs an entry in `named_by`: what alice has of it.
"""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import signing
from django.test import Client
from django.urls import get_resolver

from carslink.dealers import register
from carslink.dealers.models import Dealer
from carslink.partners import keys
from carslink.partners.models import ApiKey
from carslink.portal import own, tokens, urls
from carslink.portal.models import Move, Registration
from carslink.stock import dropped
from carslink.stock.models import Dropped, Feed, Listing
from carslink.upload import drafts
from carslink.upload.models import Draft, Problem, Remembered, Upload
from tests.portal.test_own import SENT
from tests.push.shop import car
from tests.stock.lot import Lot
from tests.upload.conftest import own_files as own_files
from tests.upload.conftest import work as work
from tests.upload.test_flow import published, row, sent, settled

pytestmark = pytest.mark.filterwarnings("ignore:No directory at:UserWarning")

# What anybody may open, signed in or not, and why it tells nothing of an account.
FOR_ALL = {
    "claim-ask": "a public dealer's page",
    "claim-asked": "a public dealer's page",
    "claim": "what the session's own link offers",
    "claim-open": "keeps a link in the session",
    "portal-login": "a form",
    "portal-logout": "takes POST alone",
    "portal-password": "a form",
    "portal-password-sent": "the same for all",
    "portal-new-password": "what its own link offers",
    "portal-register": "a form",
    "portal-registered": "the same for all",
    "portal-confirm": "what the session's own link offers",
    "portal-confirm-open": "keeps a link in the session",
    "portal-move-sent": "the same for all",
    "portal-move-open": "keeps a link in the session",
    "portal-still": "what the session's own link offers",
    "portal-still-open": "keeps a link in the session",
}


@pytest.fixture
def mine(alice: User, own_files: Path, work: Callable[[], list[str]]) -> Lot:
    """Alice's own record, with a car, feeds, a key and uploads."""
    lot = Lot(own.make(alice, SENT).partner, register.OWN)
    lot.full(car(9, model="Only Hers"))
    keys.issue(lot.partner)
    dropped.note(lot.dealer.pk, ["0" * 32])
    drafts.keep(lot.dealer, [{**car(8), "registration": "AB21 XYZ", "model": "Hers In Waiting"}])
    for stage in range(3):  # one to be settled, one to be published, one that is
        _upload(lot.dealer, stage, work)
    return lot


def _upload(dealer: Dealer, stage: int, work: Callable[[], list[str]]) -> None:
    upload = sent(
        dealer, row(1), row(2, Make="Hers Alone"), row(3, Year="?"), name=f"hers {stage}.csv"
    )
    work()
    if stage:
        settled(upload, "partial")
        work()
    if stage == 2:
        published(upload, work)


@pytest.fixture
def named_by(alice: User, mine: Lot) -> dict[str, list[str]]:
    """What alice has of each thing that an address may name."""
    move = Move.objects.create(account=alice, email="alice@new.example")
    feeds = Feed.objects.filter(dealer__keepers=alice)
    sent = Upload.objects.filter(dealer__keepers=alice).order_by("pk")
    return {
        "slug": list(alice.dealers.order_by("pk").values_list("slug", flat=True)),
        "sync_id": list(feeds.values_list("sync_id", flat=True)),
        "token": [signing.dumps(move.pk, salt=tokens.MOVE)],
        "uidb64": ["MQ"],
        "mark": ["AB21XYZ"],
        "public_id": list(sent.values_list("public_id", flat=True)),
        "ending": ["csv", "xlsx"],
    }


@pytest.fixture
def secrets(alice: User, mine: Lot, dealer: Any) -> list[str]:
    """What stands on no page for anybody else."""
    public_ids = ApiKey.objects.values_list("public_id", flat=True)
    feeds = Feed.objects.filter(dealer__keepers=alice).values_list("sync_id", flat=True)
    sent = ["hers 0.csv", "hers 1.csv", "hers 2.csv", "Hers Alone", "Hers In Waiting"]
    return [alice.email, "alice@new.example", "Only Hers", *sent, *public_ids, *feeds]


Where = tuple[str, str]
"""The name of a page and one of its addresses."""


@pytest.fixture
def everywhere(named_by: dict[str, list[str]]) -> list[Where]:
    """Every address of the portal, with what alice has in each place where it names something."""
    found = []
    for pattern in urls.urlpatterns:
        places = re.findall(r"\?P<(\w+)>", str(pattern.pattern))
        unknown = set(places) - named_by.keys()
        assert not unknown, f"{pattern.name}: say in named_by what alice has as {unknown}"
        for number in range(max([len(named_by[place]) for place in places], default=1)):
            named = {place: named_by[place][number % len(named_by[place])] for place in places}
            found.append((str(pattern.name), f"/{get_resolver().reverse(pattern.name, **named)}"))
    return found


def test_the_walk_finds_what_it_looks_for(
    client: Client, alice: User, everywhere: list[Where], secrets: list[str]
) -> None:
    """To alice herself the pages do show it; else the tests below would prove nothing."""
    client.force_login(alice)
    shown = "".join(
        client.get(path).content.decode(errors="replace")
        for name, path in everywhere
        if name not in FOR_ALL
    )
    assert [each for each in secrets if each not in unescape(shown)] == []
    assert {name for name, _ in everywhere} >= FOR_ALL.keys()


def test_who_is_not_signed_in_gets_no_page_of_an_account(everywhere: list[Where]) -> None:
    for name, path in everywhere:
        if name in FOR_ALL:
            continue
        for ask in (Client().get, Client().post):
            answer = ask(path)
            allowed = answer.status_code == 405 or (
                answer.status_code == 302 and answer["Location"].startswith("/portal/login?next=")
            )
            assert allowed, (name, path, answer.status_code)


@pytest.mark.parametrize("has_own", [False, True])
def test_another_account_sees_nothing_of_it_anywhere(
    bob: User, has_own: bool, everywhere: list[Where], secrets: list[str]
) -> None:
    if has_own:
        own.make(bob, {**SENT, "name": "Jones Own", "email": bob.email})
    client = Client()
    for name, path in everywhere:
        for ask in (client.get, client.post):
            client.force_login(bob)
            answer = ask(path, follow=True)
            told = unescape(answer.content.decode(errors="replace"))
            assert [each for each in secrets if each in told] == [], (name, path)
            if ("/dealers/" in path and name not in FOR_ALL) or (
                has_own and "/uploads/" in path and "template" not in path
            ):
                assert answer.status_code in (404, 405), (name, path)


def test_another_account_changes_nothing_of_it_anywhere(
    bob: User, alice: User, mine: Lot, everywhere: list[Where]
) -> None:
    def standing() -> list[Any]:
        models: list[Any] = [
            ApiKey, Move, Registration, Feed, Upload, Problem, Remembered, Draft, Dropped,
        ]  # fmt: skip
        rows: list[Any] = [list(each.objects.order_by("pk").values()) for each in models]
        listings = Listing.objects.filter(dealer__keepers=alice).order_by("pk")
        dealers = alice.dealers.order_by("pk").values()
        person = User.objects.filter(pk=alice.pk).values("username", "email", "password")
        return [*rows, list(listings.values()), list(dealers), list(person)]

    before = standing()
    draft = Draft.objects.get(dealer=mine.dealer)
    assert Dropped.objects.filter(dealer=mine.dealer).exists()
    (key,) = mine.partner.keys.all()
    typed = {"revoke": key.public_id, "make": "1", "last": key.public_id, "old_ends": "now"}
    typed |= {"remove": draft.images[0], "image": draft.images[-1]}
    typed |= {"mode": "full_replace", "c0": "registration", "sheet": "Stock"}
    client = Client()
    for _, path in everywhere:
        for form in ({}, typed, {**SENT, "name": "Bob was here"}):
            client.force_login(bob)
            client.post(path, form)
    made = ApiKey.objects.filter(partner__account=bob)
    assert not made.exists() or own.find(bob) is not None
    made.delete()
    assert standing() == before
