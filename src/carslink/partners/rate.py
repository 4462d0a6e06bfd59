"""How many feeds a key may post in a minute, counted in the database for all web processes."""

from datetime import timedelta
from math import ceil

from django.conf import settings
from django.db import connection

from carslink.partners.models import ApiKey

WINDOW = timedelta(minutes=1)

_COUNT = """
INSERT INTO partners_keyuse AS used (key_id, since, feeds) VALUES (%(key)s, now(), 1)
ON CONFLICT (key_id) DO UPDATE SET (since, feeds) = (
    SELECT CASE WHEN over THEN now() ELSE used.since END,
           CASE WHEN over THEN 1 ELSE used.feeds + 1 END
    FROM (SELECT used.since <= now() - make_interval(secs => %(window)s)) AS minute(over))
RETURNING feeds, extract(epoch FROM since - now()) + %(window)s::float
"""


def seconds_to_wait(key: ApiKey) -> int:
    """Count a feed posted with this key; return 0, or how many seconds it must wait.

    The minute begins with the first feed and the next one with the first feed after it.
    """
    limit = key.partner.feeds_per_minute or settings.FEEDS_PER_MINUTE
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, {"key": key.pk, "window": WINDOW.total_seconds()})
        feeds, left = cursor.fetchone()
    return max(1, ceil(left)) if feeds > limit else 0
