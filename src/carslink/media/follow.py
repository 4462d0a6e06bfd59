"""Which addresses live stock names: found by following it.

A listing is passed over unless its list of images is another than before. Then its addresses are
entered, those known already are asked whether they changed (once a day at most), those that failed
are tried again, and what the listing no longer names is left alone. A listing that was away for
some days and comes back with the same list asks for nothing that is known.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from hashlib import blake2b

from django.db import connection
from django.utils import timezone

from carslink.media import progress
from carslink.media.models import Address, Album, Former
from carslink.net import names
from carslink.stock import following, made
from carslink.stock.dropped import PREFIX
from carslink.stock.models import Listing

BATCH = 250
"""Listings that are taken up before others may ask the database: some thousands of addresses."""
THUMBNAILS = 4
LONGEST_HOST = 300
ASKED_AT_MOST_EVERY = timedelta(days=1)

_ENTER = """
INSERT INTO media_address (
    digest, url, host, state, priority, since, dealer, attempts, reason, etag, last_modified
)
SELECT digest, url, host, 'waiting', priority, since, dealer, 0, '', '', ''
FROM unnest(%(digests)s::bytea[], %(urls)s::text[], %(hosts)s::text[], %(priorities)s::smallint[],
            %(sinces)s::timestamptz[], %(dealers)s::bigint[])
    AS t(digest, url, host, priority, since, dealer)
ON CONFLICT (digest) DO UPDATE SET
    priority = least(media_address.priority, EXCLUDED.priority),
    since = greatest(media_address.since, EXCLUDED.since),
    unnamed_since = NULL,
    dealer = CASE WHEN EXCLUDED.priority < media_address.priority
                  THEN EXCLUDED.dealer ELSE media_address.dealer END,
    attempts = CASE WHEN media_address.state IN ('kept', 'failed')
                    THEN 0 ELSE media_address.attempts END,
    tried_since = CASE WHEN media_address.state IN ('kept', 'failed')
                       THEN NULL ELSE media_address.tried_since END,
    state = CASE WHEN media_address.state = 'kept'
                      AND media_address.asked_at <= %(ask_again)s::timestamptz
                   OR media_address.state = 'failed' AND %(ask_again)s::timestamptz IS NOT NULL
                 THEN 'waiting' ELSE media_address.state END
RETURNING digest, id
"""
# A dropped photograph is kept already, or will never be: there is nobody to ask.
_DROPPED = """
UPDATE media_address a SET
    picture_id = p.id, asked_at = %(now)s,
    state = CASE WHEN p.id IS NULL THEN 'failed' ELSE 'kept' END,
    reason = CASE WHEN p.id IS NULL THEN 'the dropped photograph is no longer there' ELSE '' END
FROM media_address it LEFT JOIN media_picture p ON p.name = substr(it.url, %(after)s)
WHERE a.id = it.id AND it.id = ANY(%(ids)s) AND it.url LIKE %(like)s
"""
_USED = """
UPDATE media_picture SET unused_since = NULL
WHERE unused_since IS NOT NULL
  AND id IN (SELECT picture_id FROM media_address WHERE id = ANY(%s))
"""

Row = tuple[int, list[str], datetime, int]
"""A live listing: id, images, since when it is live, and its dealer."""


def follow() -> None:
    """Take up what has changed since the last time."""
    while step():
        pass


def step() -> bool:
    """Take up some of what has changed; returns whether there may be more."""
    return following.step(made.PICTURES, take, BATCH)


def take(listings: list[int]) -> None:
    """Enter the addresses of those listings that are live, and forget the others."""
    rows: dict[int, Row] = {
        row[0]: row
        for row in Listing.objects.filter(pk__in=listings, state=Listing.State.LIVE).values_list(
            "pk", "images", "live_since", "dealer_id"
        )
    }
    known = dict(Album.objects.filter(pk__in=listings).values_list("pk", "digest"))
    gone = [pk for pk in listings if pk in known and pk not in rows]
    changed = [row for pk, row in rows.items() if bytes(known.get(pk, b"")) != _digest_all(row[1])]
    if gone:
        _part_with({pk: bytes(known[pk]) for pk in gone})
        made.forget(gone)
    if changed:
        back = _back([row for row in changed if row[0] not in known])
        now = timezone.now()
        _enter([row for row in changed if row[0] in back], now, None)
        _enter([row for row in changed if row[0] not in back], now, now - ASKED_AT_MOST_EVERY)
        progress.report([row[0] for row in changed])


def _part_with(albums: dict[int, bytes]) -> None:
    """Delete the albums of listings that are not live any more, and remember what they named."""
    Album.objects.filter(pk__in=albums).delete()
    Former.objects.bulk_create(
        [Former(listing=listing, digest=digest) for listing, digest in albums.items()],
        update_conflicts=True,
        unique_fields=["listing"],
        update_fields=["digest", "gone_at"],
    )


def _back(rows: Sequence[Row]) -> set[int]:
    """Return which of these are back with the list that they went with; that is forgotten then."""
    former = Former.objects.filter(pk__in=[row[0] for row in rows])
    named = dict(former.values_list("pk", "digest"))
    former.delete()
    return {row[0] for row in rows if bytes(named.get(row[0], b"")) == _digest_all(row[1])}


def _enter(rows: Sequence[Row], now: datetime, ask_again: datetime | None) -> None:
    """Enter albums; what is kept is asked for again if it was asked for last before `ask_again`,
    and what failed is tried again whenever that was, lest a mended one fail for good. With None
    nothing is."""
    if not rows:
        return
    ids = _addresses(rows, now, ask_again)
    albums = [
        Album(
            listing=listing,
            digest=_digest_all(images),
            addresses=[ids[digest_of(url)] for url in images],
        )
        for listing, images, *_ in rows
    ]
    Album.objects.bulk_create(
        albums,
        update_conflicts=True,
        unique_fields=["listing"],
        update_fields=["digest", "addresses"],
    )


def _addresses(rows: Sequence[Row], now: datetime, ask_again: datetime | None) -> dict[bytes, int]:
    """Enter all addresses of these listings; returns their ids by their digests."""
    wanted = _wanted(rows)
    columns = list(zip(*wanted.values(), strict=True))
    with connection.cursor() as cursor:
        cursor.execute(
            _ENTER,
            {
                "digests": list(wanted),
                **dict(
                    zip(
                        ("urls", "hosts", "priorities", "sinces", "dealers"),
                        map(list, columns),
                        strict=True,
                    )
                ),
                "ask_again": ask_again,
            },
        )
        ids = {bytes(digest): id_ for digest, id_ in cursor.fetchall()}
        every = list(ids.values())
        cursor.execute(
            _DROPPED,
            {"ids": every, "now": now, "after": len(PREFIX) + 1, "like": f"{PREFIX}%"},
        )
        cursor.execute(_USED, (every,))
    return ids


def _wanted(rows: Iterable[Row]) -> dict[bytes, tuple[str, str, int, datetime, int]]:
    """Return each address once, as the listing sees it that needs it first, by its digest."""
    wanted: dict[bytes, tuple[str, str, int, datetime, int]] = {}
    for _, images, since, dealer in sorted(rows, key=lambda row: row[2], reverse=True):
        for place, url in enumerate(images):
            digest, priority = digest_of(url), _priority(place)
            known = wanted.get(digest)
            if known is None or priority < known[2]:
                newest = known[3] if known else since
                wanted[digest] = (url, _host(url), priority, newest, dealer)
    return dict(sorted(wanted.items()))


def _priority(place: int) -> int:
    if place == 0:
        return Address.Priority.HERO
    return Address.Priority.THUMBNAIL if place <= THUMBNAILS else Address.Priority.REST


def _host(url: str) -> str:
    """Return whose turn an address is; those that cannot be fetched fail when theirs comes."""
    if url.startswith(PREFIX):
        return ""
    try:
        return names.host_of(names.parsed(url))[:LONGEST_HOST]
    except names.NotAllowed:
        return ""


def digest_of(url: str) -> bytes:
    """Return what stands for an address, whatever its fragment: that is never sent."""
    return blake2b(url.partition("#")[0].encode(), digest_size=16).digest()


def _digest_all(images: Iterable[str]) -> bytes:
    return blake2b("\n".join(images).encode(), digest_size=16).digest()
