"""An account's own record: one, made of a partner row and one dealer, beside what partners send."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from carslink.dealers.models import Dealer
from carslink.partners.models import Partner
from carslink.portal import own

SENT = {
    "name": "Alice Motors",
    "postcode": "ls1 1ur",
    "phone": "0113 496 0142",
    "website": "https://alice.example",
    "email": "alice@smith.example",
}


def test_an_own_record_is_a_partner_of_the_account_with_one_dealer(alice: User) -> None:
    made = own.make(alice, SENT)
    partner = made.partner
    assert (partner.name, partner.takes) == (f"Own record of account {alice.pk}", "upload")
    assert (partner.is_own, partner.called) == (True, "the dealer itself")
    assert (made.name, made.postcode, made.location) == ("Alice Motors", "LS1 1UR", "Leeds")
    assert (made.region, made.slug, made.feeds) == ("Yorkshire and The Humber", "alice-motors", 0)
    assert list(made.keepers.all()) == [alice]
    assert own.dealer_of(alice) == own.find(alice) == made


def test_an_account_has_one_own_record_at_most(alice: User) -> None:
    own.make(alice, SENT)
    with pytest.raises(own.HasOwnRecord):
        own.make(alice, SENT)
    assert Partner.objects.filter(account=alice).count() == 1


def test_a_partners_record_is_not_ones_own(alice: User, dealer: Dealer) -> None:
    assert own.find(alice) is None
    with pytest.raises(own.NoOwnRecord):
        own.dealer_of(alice)


def test_two_dealerships_of_one_name_are_two_records(alice: User, bob: User) -> None:
    first, second = own.make(alice, SENT), own.make(bob, SENT)
    assert (first.slug, second.slug) == ("alice-motors", "alice-motors-ls1")
    assert first.partner.name != second.partner.name


def test_no_other_partner_can_be_named_as_an_own_record(db: None) -> None:
    taken: dict[str, Any] = {"name": "own record of account 7"}
    with pytest.raises(ValidationError, match="are dealers' own"):
        Partner(**taken).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Partner.objects.create(**taken)


def test_only_an_own_record_has_an_account(alice: User, partner: Partner) -> None:
    partner.account = alice
    with pytest.raises(IntegrityError), transaction.atomic():
        partner.save()
