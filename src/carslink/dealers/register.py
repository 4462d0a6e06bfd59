"""Dealers come into being with their first feed."""

import secrets
from collections.abc import Mapping

from django.db import connection

from carslink.dealers import profile
from carslink.dealers.models import Dealer
from carslink.partners.models import Partner

_CREATE = """
INSERT INTO dealers_dealer (partner_id, partner_dealer_id, slug, name, address, address_as_sent,
    address_line_1, address_line_2, town, county, postcode, phone, email, website, location, region,
    feeds, full_feed, created_at)
VALUES (%s, %s, %s, '', '', '', '', '', '', '', '', '', '', '', '', '', 0, 0, now())
ON CONFLICT DO NOTHING
"""


def lock(partner: Partner, partner_dealer_id: str, sent: Mapping[str, object]) -> Dealer:
    """Return the partner's dealer of this id, its row locked; a new one is created.

    Must be called in a transaction. `sent` names the new dealer's page. The profile itself is
    left to `profile.update`. A new dealer is one with no feeds yet.
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
    return dealer


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
        cursor.execute(_CREATE, (partner.pk, partner_dealer_id, slug))
