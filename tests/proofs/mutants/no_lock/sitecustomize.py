"""A Carslink that does not lock the dealer: two feeds at once see the same stock before them.

Feeds get their numbers from a counter of their own, so that no constraint stops the mutant: only
the comparison of what each feed did with what it should have done can tell.
"""

import os
from types import ModuleType
from typing import Any

from after_import import after_import

# The test makes the table.
COUNT = """
INSERT INTO mutant_numbers AS given (dealer, feeds) VALUES (%s, 1)
ON CONFLICT (dealer) DO UPDATE SET feeds = given.feeds + 1 RETURNING feeds
"""


def do_not_lock(register: ModuleType) -> None:
    """Read the dealer without its lock; only the very first feed, which creates it, has it."""
    import psycopg

    honest = register.lock

    def lock(partner: Any, partner_dealer_id: str, sent: Any) -> Any:
        mine = register.Dealer.objects.filter(partner=partner, partner_dealer_id=partner_dealer_id)
        dealer = mine.first() or honest(partner, partner_dealer_id, sent)
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as apart:
            (number,) = apart.execute(COUNT, [dealer.pk]).fetchone() or (0,)
        dealer.feeds = number - 1
        return dealer

    register.lock = lock


after_import("carslink.dealers.register", do_not_lock)
