"""Dealers come into being with their first feed, or with the account whose own record they are."""

import secrets
from collections.abc import Iterable, Mapping

from django.db import connection

from carslink.dealers import profile
from carslink.dealers.models import Dealer
from carslink.partners.models import Partner

OWN = "own"
"""The `partner_dealer_id` of the one dealer of an own record: whatever it sends, it is this."""

_CREATE = """
INSERT INTO dealers_dealer (partner_id, partner_dealer_id, slug, name, address, address_as_sent,
    address_line_1, address_line_2, town, county, postcode, phone, email, website, location, region,
    feeds, full_feed, created_at)
SELECT %(partner)s, %(id)s, %(slug)s,
    '', '', '', '', '', '', '', '', '', '', '', '', '', 0, 0, now()
WHERE NOT EXISTS (SELECT 1 FROM dealers_formerslug WHERE slug = %(slug)s)
ON CONFLICT DO NOTHING
"""


class RecordClosed(LookupError):
    """The record's account has been deleted: nothing more is written to it."""


def lock(partner: Partner, partner_dealer_id: str, sent: Mapping[str, object]) -> Dealer:
    """Return the partner's dealer of this id, its row locked; a new one is created.

    Must be called in a transaction. `sent` names the new dealer's page. The profile itself is
    left to `profile.update`. A new dealer is one with no feeds yet. Raises RecordClosed where an
    account was deleted with this record while its feed was waiting.
    """
    mine = Dealer.objects.select_for_update().filter(
        partner=partner, partner_dealer_id=partner_dealer_id
    )
    dealer = mine.first()
    attempts = 0
    while dealer is None:
        _create(partner, partner_dealer_id, sent, attempts)
        dealer = mine.first()
        attempts += 1
    _lock_business(dealer)
    if partner.is_own and not Partner.objects.filter(pk=partner.pk, closed_at=None).exists():
        raise RecordClosed
    return dealer


def open_own(partner: Partner, sent: Mapping[str, object]) -> Dealer:
    """Make the one dealer of an account's own record, with its profile, kept by that account.

    Must be called in a transaction.
    """
    assert partner.is_own and partner.account_id is not None
    dealer = lock(partner, OWN, sent)
    profile.update(dealer, sent)
    dealer.save()
    dealer.keepers.add(partner.account_id)
    return dealer


def lock_known(dealer: int) -> Dealer | None:
    """Return the dealer with this key, its row locked; None where there is none any more.

    Must be called in a transaction.
    """
    known = Dealer.objects.select_for_update().filter(pk=dealer).first()
    if known is not None:
        _lock_business(known)
    return known


def lock_together(records: Iterable[int], main: int) -> None:
    """Lock the rows of linked records, then that of the one that shows them: the order of feeds.

    Must be called in a transaction.
    """
    own = sorted({*records} - {main})
    list(Dealer.objects.select_for_update().filter(pk__in=own).order_by("pk"))
    Dealer.objects.select_for_update().get(pk=main)


def _lock_business(dealer: Dealer) -> None:
    """Lock the record that shows this one too: feeds of one business wait for one another.

    A linked record's own row is locked before the one that shows it, which is linked to none: no
    two can wait for each other.
    """
    if dealer.shown_with_id is not None:
        Dealer.objects.select_for_update().get(pk=dealer.shown_with_id)


def _create(
    partner: Partner, partner_dealer_id: str, sent: Mapping[str, object], attempt: int
) -> None:
    """Create the dealer, unless another did meanwhile or the attempt's slug is taken."""
    unsaved = Dealer(partner=partner, partner_dealer_id=partner_dealer_id)
    profile.update(unsaved, sent)
    candidates = profile.slug_candidates(unsaved)
    slug = (
        candidates[attempt]
        if attempt < len(candidates)
        else f"{candidates[0]}-{secrets.token_hex(3)}"
    )
    with connection.cursor() as cursor:
        cursor.execute(_CREATE, {"partner": partner.pk, "id": partner_dealer_id, "slug": slug})
