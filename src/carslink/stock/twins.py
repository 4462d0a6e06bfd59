"""The same vehicle in several records of one business: it is shown once.

The operator may link dealers' records as one business (contract, section 3). A registration that is
live in more than one of them appears once, from the record that has had it live longest. Feeds of
one business wait for one another (`dealers.register`), so that what is decided here holds.
"""

from collections.abc import Collection, Sequence

from django.db import connection

_SIBLINGS = """
SELECT o.id FROM dealers_dealer d JOIN dealers_dealer o
ON o.id <> d.id AND (o.shown_with_id = d.id OR o.id = d.shown_with_id
                     OR o.shown_with_id = d.shown_with_id)
WHERE d.id = %s
"""
_TWINS = """
SELECT DISTINCT t.id FROM stock_listing l JOIN stock_listing t
ON t.dealer_id = ANY(%s) AND t.registration = l.registration AND t.state = 'live'
WHERE l.id = ANY(%s)
"""
# Of a listing l: the live one of the same vehicle that is shown in its place. The records of
# businesses are looked up first: they are few, and most listings are of none.
_SHOWN = """
WITH records AS MATERIALIZED (
    SELECT id, coalesce(shown_with_id, id) AS business FROM dealers_dealer
    WHERE shown_with_id IS NOT NULL OR id IN (SELECT shown_with_id FROM dealers_dealer)
)
SELECT DISTINCT ON (l.id) l.id, t.id
FROM records r
JOIN records o ON o.business = r.business AND o.id <> r.id
JOIN stock_listing l ON l.dealer_id = r.id AND l.id = ANY(%s)
JOIN stock_listing t ON t.dealer_id = o.id AND t.registration = l.registration
                     AND t.state = 'live' AND (t.live_since, t.id) < (l.live_since, l.id)
ORDER BY l.id, t.live_since, t.id
"""


def siblings(dealer: int) -> list[int]:
    """Return the other records of a dealer's business; for nearly all dealers none."""
    with connection.cursor() as cursor:
        cursor.execute(_SIBLINGS, (dealer,))
        return [id_ for (id_,) in cursor.fetchall()]


def of(listings: Sequence[int], siblings: Collection[int]) -> list[int]:
    """Return the live listings of sibling records that have a registration of these."""
    if not siblings or not listings:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_TWINS, (list(siblings), list(listings)))
        return [id_ for (id_,) in cursor.fetchall()]


def shown_instead(listings: Sequence[int]) -> dict[int, int]:
    """Return, for each of these live listings that is not shown itself, the one that is."""
    if not listings:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_SHOWN, (list(listings),))
        return dict(cursor.fetchall())
