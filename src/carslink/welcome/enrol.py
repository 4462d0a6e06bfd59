"""Which dealers are to be welcomed: found by following the stock.

A dealer is due once it has an e-mail address and a live vehicle, whichever comes last: stock
numbers a dealer's live listings anew when its address changes. A dealer's own record is never due:
who made it knows (decision 0014).
"""

from django.conf import settings
from django.db import connection
from django.utils import timezone

from carslink.stock import following

NAME = "welcome"
"""This follower's name among those of the stock."""

# A dealer joins the letter that still waits for its partner and address. One whose letter could not
# be sent gets another when its address changes; all others have had theirs.
_ENROL = """
WITH due AS (
    SELECT DISTINCT d.id, d.partner_id, lower(d.email) AS email
    FROM stock_listing l JOIN dealers_dealer d ON d.id = l.dealer_id
    JOIN partners_partner p ON p.id = d.partner_id AND p.takes <> 'upload'
    LEFT JOIN welcome_welcomed w ON w.dealer_id = d.id
    LEFT JOIN welcome_letter had ON had.id = w.letter_id
    WHERE {which} AND l.state = 'live' AND d.email <> ''
      AND (w.dealer_id IS NULL OR (had.state = 'failed' AND had.email <> lower(d.email)))
), letters AS (
    INSERT INTO welcome_letter (partner_id, email, state, due_at, attempts, trouble, created_at)
    SELECT DISTINCT partner_id, email, 'waiting', %(due_at)s, 0, '', %(now)s FROM due
    ON CONFLICT (partner_id, email) WHERE state = 'waiting' AND attempts = 0
    DO UPDATE SET email = EXCLUDED.email
    RETURNING id, partner_id, email
)
INSERT INTO welcome_welcomed (dealer_id, letter_id)
SELECT due.id, letters.id FROM due JOIN letters USING (partner_id, email)
ON CONFLICT (dealer_id) DO UPDATE SET letter_id = EXCLUDED.letter_id
"""


def follow() -> None:
    """Enrol all dealers that have become due since the last time."""
    while following.step(NAME, enrol):
        pass


def enrol(listings: list[int]) -> None:
    """Give the dealers of these listings their place in a letter, where they are due."""
    _enrol("l.id", listings)


def again(dealers: list[int]) -> None:
    """Give dealers that have left a letter unsent their place in another, where they are due."""
    if dealers:
        _enrol("l.dealer_id", dealers)


def _enrol(column: str, ids: list[int]) -> None:
    now = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(
            _ENROL.format(which=f"{column} = ANY(%(ids)s)"),
            {"ids": ids, "now": now, "due_at": now + settings.WELCOME_AFTER},
        )
