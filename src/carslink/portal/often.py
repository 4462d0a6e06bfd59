"""How often something may be asked for: once in a while, and so many times in a day.

One row for each thing, changed by one statement: of two who ask at once, one is let through.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from carslink.portal.models import Asked

A_DAY = timedelta(days=1)
AT_ONCE = timedelta(0)

_ASK = """
INSERT INTO portal_asked AS a (what, at) VALUES (%(what)s, ARRAY[%(now)s])
ON CONFLICT (what) DO UPDATE SET at = (array_prepend(%(now)s, a.at))[1:%(a_day)s]
WHERE a.at[1] <= %(now)s - %(apart)s
AND (cardinality(a.at) < %(a_day)s OR a.at[%(a_day)s] <= %(now)s - interval '1 day')
RETURNING what
"""


def may(what: str, apart: timedelta, a_day: int, now: datetime | None = None) -> bool:
    """Whether this may be asked for now; if so, it counts as asked for.

    Two times lie at least `apart`, and there are at most `a_day` in 24 hours.
    """
    asked: dict[str, Any] = {
        "what": what,
        "apart": apart,
        "a_day": a_day,
        "now": now or timezone.now(),
    }
    with connection.cursor() as cursor:
        cursor.execute(_ASK, asked)
        return cursor.fetchone() is not None


def forget(before: datetime) -> None:
    """Forget what nobody has asked for since."""
    Asked.objects.filter(at__0__lt=before).delete()
