"""What the database knows of a dealer's listings, as far as a batch needs it."""

from collections.abc import Iterable
from itertools import islice

import msgspec
from django.db import connection

from carslink.stock.batch import Entry, Known, Mode, Stock
from carslink.stock.contract import Warnings
from carslink.stock.fields import FIELD_NAMES, Values

_NARROW = """
SELECT id, state = 'live', source_id, registration, sent_digest, warnings, left_out,
       held_since IS NOT NULL, taken_down_at
FROM stock_listing
"""
_FIELDS = ", ".join(FIELD_NAMES)
ASKED = 20_000  # entries whose names are looked up at a time


def live(dealer: int) -> list[Known]:
    """Return all live listings of a dealer."""
    return _known("WHERE dealer_id = %s AND state = 'live'", (dealer,))


def named(dealer: int, entries: Iterable[Entry]) -> list[Known]:
    """Return the dealer's listings that entries name, live or not, each once.

    Some thousands are asked for at a time: the names of all would be in memory four times.
    """
    found: dict[int, Known] = {}
    rest = iter(entries)
    while part := list(islice(rest, ASKED)):
        source_ids = list({e.source_id for e in part if e.source_id is not None})
        registrations = list({e.registration for e in part if e.registration is not None})
        for known in (
            *_known("WHERE dealer_id = %s AND source_id = ANY(%s)", (dealer, source_ids)),
            *_known("WHERE dealer_id = %s AND registration = ANY(%s)", (dealer, registrations)),
        ):
            found.setdefault(known.id, known)
    return list(found.values())


def stock_for(dealer: int, mode: Mode, entries: list[Entry], alive: list[Known]) -> Stock:
    """Return the stock that a batch may touch; `alive` is all live stock for a full feed."""
    known_already = {known.digest for known in alive}
    strange = [entry for entry in entries if entry.digest not in known_already]
    found = named(dealer, strange) if strange else []
    if mode == "full_replace":
        found = [*alive, *(known for known in found if not known.live)]
    return Stock.of(found)


def values_of(listings: list[int]) -> dict[int, Values]:
    """Return all fields of the given listings, by id."""
    if not listings:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, {_FIELDS} FROM stock_listing WHERE id = ANY(%s)",
            (listings,),
        )
        return {id_: dict(zip(FIELD_NAMES, row, strict=True)) for id_, *row in cursor.fetchall()}


def live_count(dealer: int) -> int:
    """Return how many live listings a dealer has."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM stock_listing WHERE dealer_id = %s AND state = 'live'", (dealer,)
        )
        count: int = cursor.fetchone()[0]
    return count


def _known(where: str, parameters: tuple[int | list[str], ...]) -> list[Known]:
    with connection.cursor() as cursor:
        cursor.execute(_NARROW + where, parameters)
        return [
            Known(
                id=id_,
                live=is_live,
                source_id=source_id,
                registration=registration,
                digest=None if digest is None else bytes(digest),
                warnings=msgspec.json.decode(warnings, type=Warnings) if warnings else [],
                left_out=left_out,
                held=held,
                taken_down_at=taken_down_at,
            )
            for (
                id_, is_live, source_id, registration, digest, warnings, left_out, held,
                taken_down_at,
            ) in cursor.fetchall()
        ]  # fmt: skip
