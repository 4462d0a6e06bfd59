"""Which dealers' records look like one business (contract, section 3). Nothing merges by itself.

Two records of different partners look like one where their postcode is the same, and their phone
number, digit for digit, or the host of their website, "www." aside (`profile.website_host`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection
from django.db.models import Count

from carslink.dealers.models import Dealer
from carslink.stock.models import Listing

# Grouped first: the rest is worked out only for postcodes that several partners have.
_PAIRS = r"""
WITH shared AS (
    SELECT postcode FROM dealers_dealer WHERE postcode <> ''
    GROUP BY postcode HAVING min(partner_id) <> max(partner_id)
), told AS MATERIALIZED (
    SELECT id, partner_id, postcode, coalesce(shown_with_id, id) AS business,
        nullif(regexp_replace(
            regexp_replace(split_part(phone, 'x', 1), '^\s*(\+|00)44\s*(\(0\))?', '0'),
            '[^0-9]', '', 'g'), '') AS phone,
        regexp_replace(
            lower(substring(website from '^https?://([^/:?#]+)')), '^www\.|\.$', '', 'g') AS host
    FROM dealers_dealer JOIN shared USING (postcode)
)
SELECT a.id, b.id, coalesce(a.phone = b.phone, false), coalesce(a.host = b.host, false),
    count(*) OVER ()
FROM told a JOIN told b
ON b.postcode = a.postcode AND b.id > a.id AND b.partner_id <> a.partner_id
AND (b.phone = a.phone OR b.host = a.host) AND b.business <> a.business
WHERE NOT EXISTS (
    SELECT 1 FROM backoffice_notthesame n WHERE n.one_id = a.id AND n.other_id = b.id)
ORDER BY a.id, b.id LIMIT %s OFFSET %s
"""


@dataclass(frozen=True)
class Record:
    """A dealer's record, and how many live vehicles it has."""

    dealer: Dealer
    live: int


@dataclass(frozen=True)
class Pair:
    """Two records that look like one business, and what they share beside the postcode."""

    one: Record
    other: Record
    same: str


def pairs(page: int, a_page: int) -> tuple[list[Pair], int]:
    """Return a page of the pairs, the oldest records first, and how many there are in all.

    Beyond the last page there are none, and the number is not known: 0.
    """
    with connection.cursor() as cursor:
        cursor.execute(_PAIRS, (a_page, (page - 1) * a_page))
        rows = cursor.fetchall()
    known = records(id_ for one, other, *_ in rows for id_ in (one, other))
    found = [
        Pair(known[one], known[other], _same(phone, host)) for one, other, phone, host, _ in rows
    ]
    return found, rows[0][4] if rows else 0


def records(ids: Iterable[int]) -> dict[int, Record]:
    """Return records by id, with their partner and their live vehicles counted."""
    dealers = Dealer.objects.select_related("partner", "shown_with").in_bulk(set(ids))
    live = Listing.objects.filter(dealer__in=dealers, state=Listing.State.LIVE)
    counted = dict(live.values_list("dealer").annotate(Count("pk")))
    return {id_: Record(dealer, counted.get(id_, 0)) for id_, dealer in dealers.items()}


def _same(phone: bool, host: bool) -> str:
    if phone and host:
        return "postcode, phone and website"
    return f"postcode and {'phone' if phone else 'website'}"
