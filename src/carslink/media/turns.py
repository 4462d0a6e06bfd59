"""Whose turn it is among what waits.

Heroes go before thumbnails, thumbnails before the rest. Dealers take turns, and the hosts of each
dealer, so that nobody comes first by having more stock or more names of hosts; of a host, a
dealer's newest stock comes first. A dealer whose hosts are slow keeps its places for long, and so
never gets all of them: what it holds leaves as many free for others. What rests is out of the way
of what waits, and a turn looks at so many dealers and hosts and no more, the next ones the next
time: it costs the same however many there are. Where places are left, it goes from host to host as
well: any number of dealers that wait for a host that is busy or rests are passed in one step.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from carslink.media import queue
from carslink.media.models import Address
from carslink.media.queue import Job
from carslink.net.hosts import Hosts

AT_ONCE = 32
"""Places: so many addresses are under way, enough that slow hosts do not leave processors idle."""
DEALERS = 64
"""So many are looked at in a turn, of each priority."""
PLACES = 256
"""So many hosts are looked at in a turn: those of one dealer, or four of each."""
LOOKS = 2
"""Of as many hosts, where none of those looked at so far has a free connection."""
MOST_REMEMBERED = 10_000

# The dealers after the one looked at last, and on from the first where there are no more.
_DEALERS = """
WITH RECURSIVE walk AS (
    SELECT %(after)s::bigint AS dealer, false AS lapped, 0 AS place
    UNION ALL
    SELECT next.dealer, next.lapped, walk.place + 1 FROM walk CROSS JOIN LATERAL (
        (SELECT dealer, walk.lapped AS lapped FROM media_address
         WHERE state = 'waiting' AND priority = %(priority)s AND dealer > walk.dealer
         ORDER BY dealer LIMIT 1)
        UNION ALL
        (SELECT dealer, true FROM media_address
         WHERE state = 'waiting' AND priority = %(priority)s AND NOT walk.lapped
         ORDER BY dealer LIMIT 1)
        ORDER BY lapped LIMIT 1
    ) next
    WHERE walk.place < %(most)s AND NOT (next.lapped AND next.dealer > %(after)s)
)
SELECT dealer FROM walk WHERE place > 0 ORDER BY place
"""
# The same for the hosts of these dealers, and the newest addresses of each host. Rows are compared
# so that there is one index alone to walk, whatever PostgreSQL believes of what waits.
_PLACES = """
WITH RECURSIVE walk AS (
    SELECT dealer, after, after AS host, false AS lapped, 0 AS place
    FROM unnest(%(dealers)s::bigint[], %(after)s::text[]) AS t(dealer, after)
    UNION ALL
    SELECT walk.dealer, walk.after, next.host, next.lapped, walk.place + 1
    FROM walk CROSS JOIN LATERAL (
        SELECT host, lapped FROM (
            (SELECT dealer, host::text AS host, walk.lapped AS lapped FROM media_address
             WHERE state = 'waiting' AND priority = %(priority)s
               AND (dealer, host) > (walk.dealer, walk.host)
             ORDER BY dealer, host LIMIT 1)
            UNION ALL
            (SELECT dealer, host::text, true FROM media_address
             WHERE state = 'waiting' AND priority = %(priority)s AND NOT walk.lapped
               AND (dealer, host) >= (walk.dealer, '')
             ORDER BY dealer, host LIMIT 1)
        ) found
        WHERE found.dealer = walk.dealer ORDER BY lapped LIMIT 1
    ) next
    WHERE walk.place < %(most)s AND NOT (next.lapped AND next.host > walk.after)
)
SELECT walk.dealer, walk.host, newest.id FROM walk CROSS JOIN LATERAL (
    SELECT id, row_number() OVER (ORDER BY since DESC, id) AS rank FROM media_address
    WHERE state = 'waiting' AND priority = %(priority)s AND dealer = walk.dealer
      AND host = walk.host
    ORDER BY since DESC, id LIMIT %(each)s
) newest
WHERE walk.place > 0 ORDER BY walk.place, newest.rank
"""

# The hosts after the one looked at last, whoever waits for them.
_HOSTS = """
WITH RECURSIVE walk AS (
    SELECT %(after)s::text AS host, false AS lapped, 0 AS place
    UNION ALL
    SELECT next.host, next.lapped, walk.place + 1 FROM walk CROSS JOIN LATERAL (
        (SELECT host::text AS host, walk.lapped AS lapped FROM media_address
         WHERE state = 'waiting' AND priority = %(priority)s AND host > walk.host
         ORDER BY host LIMIT 1)
        UNION ALL
        (SELECT host::text, true FROM media_address
         WHERE state = 'waiting' AND priority = %(priority)s AND NOT walk.lapped
         ORDER BY host LIMIT 1)
        ORDER BY lapped LIMIT 1
    ) next
    WHERE walk.place < %(most)s AND NOT (next.lapped AND next.host > %(after)s)
)
SELECT host FROM walk WHERE place > 0 ORDER BY place
"""
# Of each of these hosts the next dealer, with its newest addresses.
_NEXT = """
SELECT next.dealer, hosts.host, newest.id
FROM unnest(%(hosts)s::text[], %(after)s::bigint[]) WITH ORDINALITY hosts(host, after, place)
CROSS JOIN LATERAL (
    SELECT dealer FROM (
        (SELECT host::text AS host, dealer, false AS lapped FROM media_address
         WHERE state = 'waiting' AND priority = %(priority)s
           AND (host, dealer) > (hosts.host, hosts.after)
         ORDER BY host, dealer LIMIT 1)
        UNION ALL
        (SELECT host::text, dealer, true FROM media_address
         WHERE state = 'waiting' AND priority = %(priority)s
           AND (host, dealer) >= (hosts.host, 0)
         ORDER BY host, dealer LIMIT 1)
    ) found
    WHERE found.host = hosts.host ORDER BY lapped LIMIT 1
) next
CROSS JOIN LATERAL (
    SELECT id, row_number() OVER (ORDER BY since DESC, id) AS rank FROM media_address
    WHERE state = 'waiting' AND priority = %(priority)s AND dealer = next.dealer
      AND host = hosts.host AND NOT id = ANY(%(chosen)s)
    ORDER BY since DESC, id LIMIT %(each)s
) newest
ORDER BY hosts.place, newest.rank
"""


@dataclass(slots=True)
class _Waiting:
    """What a turn saw of a dealer: the newest addresses of some of its hosts, by host."""

    dealer: int
    places: dict[str, list[int]]

    def next(self, free: "_Free") -> tuple[str, int] | None:
        """Take an address of the first host that has a free connection; that host is last now."""
        if not free.has_place(self.dealer):
            return None
        for host, ids in self.places.items():
            if ids and free.take(host, self.dealer):
                self.places[host] = self.places.pop(host)
                return host, ids.pop(0)
        return None


@dataclass(slots=True)
class _Free:
    """What is left, while a turn is dealt out: connections of each host, and places."""

    hosts: Hosts
    held: Counter[int]
    """Places, by the dealer that holds them."""
    left: dict[str, int] = field(default_factory=dict)

    def has_place(self, dealer: int) -> bool:
        """Whether a dealer may hold one more place: it must hold fewer than are free.

        So one dealer gets half of them, two a third each, and a newcomer finds one free at once
        however long the others hold theirs.
        """
        return self.held[dealer] < AT_ONCE - self.held.total()

    def of(self, host: str) -> int:
        """Return how many connections a host has left."""
        if host not in self.left:
            self.hosts.wanted(host)
            self.left[host] = self.hosts.free(host)
        return self.left[host]

    def take(self, host: str, dealer: int) -> bool:
        """Take up a connection of a host and a place, if the host has one."""
        left = self.of(host)
        self.left[host] = max(left - 1, 0)
        self.held[dealer] += left > 0
        return left > 0


@dataclass
class Turns:
    """Who was looked at and who was served last, so that the others come first."""

    _looked: dict[int, int] = field(default_factory=dict)
    """By priority: the dealer looked at last."""
    _host: dict[int, str] = field(default_factory=dict)
    """By dealer: its host served last, or looked at last where none could be served."""
    _served: dict[int, int] = field(default_factory=dict)
    """By dealer: when it was served last."""
    _looked_host: dict[int, str] = field(default_factory=dict)
    """By priority: the host looked at last, whoever waits for it."""
    _dealer: dict[str, int] = field(default_factory=dict)
    """By host: the dealer looked at last for it."""
    _number: "count[int]" = field(default_factory=count)

    def take(self, hosts: Hosts, most: int, held: Iterable[int] = ()) -> list[Job]:
        """Take up at most so many addresses, no more of a host than it may have connections.

        `held` names the dealer of each address that is under way.
        """
        free, chosen = _Free(hosts, Counter(held)), list[int]()
        with transaction.atomic():
            for priority in Address.Priority:
                if len(chosen) == most:
                    break
                each = min(hosts.at_once, most)
                waiting = self._look(priority, each)
                chosen += self._deal(waiting, free, most - len(chosen))
                if len(chosen) < most and not _is_all(waiting):
                    others = self._look_by_host(priority, each, free, chosen)
                    chosen += self._deal(others, free, most - len(chosen))
            return queue.take(chosen)

    def _look(self, priority: int, each: int) -> list[_Waiting]:
        """Return some of those who wait, the one served longest ago first."""
        asked = {"priority": priority, "after": self._looked.get(priority, -1), "most": DEALERS}
        with connection.cursor() as cursor:
            cursor.execute(_DEALERS, asked)
            dealers = [dealer for (dealer,) in cursor.fetchall()]
            if not dealers:
                return []
            self._looked[priority] = dealers[-1]
            after = [self._host.get(dealer, "") for dealer in dealers]
            most = PLACES // len(dealers)
            cursor.execute(
                _PLACES,
                {
                    "priority": priority,
                    "dealers": dealers,
                    "after": after,
                    "most": most,
                    "each": each,
                },
            )
            waiting = _by_dealer(cursor.fetchall())
        for found in waiting:  # one that gets none now goes on behind these hosts
            self._host[found.dealer] = list(found.places)[-1]
        return waiting

    def _look_by_host(
        self, priority: int, each: int, free: _Free, chosen: list[int]
    ) -> list[_Waiting]:
        """Return some of those who wait for hosts that have free connections."""
        with connection.cursor() as cursor:
            hosts = self._hosts_with_room(cursor, priority, free)
            if not hosts:
                return []
            if len(self._dealer) > MOST_REMEMBERED:
                self._dealer.clear()
            cursor.execute(
                _NEXT,
                {
                    "priority": priority,
                    "hosts": hosts,
                    "after": [self._dealer.get(host, -1) for host in hosts],
                    "chosen": chosen,
                    "each": each,
                },
            )
            rows = cursor.fetchall()
        self._dealer |= {host: dealer for dealer, host, _ in rows}
        return _by_dealer(rows)

    def _hosts_with_room(self, cursor: CursorWrapper, priority: int, free: _Free) -> list[str]:
        for _ in range(LOOKS):
            after = self._looked_host.get(priority, "")
            cursor.execute(_HOSTS, {"priority": priority, "after": after, "most": PLACES})
            hosts = [host for (host,) in cursor.fetchall()]
            if hosts:
                self._looked_host[priority] = hosts[-1]
            having = [host for host in hosts if free.of(host)]
            if having or len(hosts) < PLACES:
                return having
        return []

    def _deal(self, waiting: list[_Waiting], free: _Free, most: int) -> list[int]:
        """Deal out turns, one to each dealer, until all are given or nobody can use one.

        The dealer served longest ago comes first.
        """
        chosen: list[int] = []
        left = sorted(waiting, key=lambda each: self._served.get(each.dealer, -1))
        while left and len(chosen) < most:
            left = [each for each in left if len(chosen) < most and self._serve(each, free, chosen)]
        return chosen

    def _serve(self, each: _Waiting, free: _Free, chosen: list[int]) -> bool:
        found = each.next(free)
        if found is None:
            return False
        self._host[each.dealer], id_ = found
        self._served[each.dealer] = next(self._number)
        chosen.append(id_)
        return True


def _is_all(waiting: list[_Waiting]) -> bool:
    """Whether these are all who wait, with all of their hosts."""
    if not waiting:
        return True
    fewer = PLACES // len(waiting)
    return len(waiting) < DEALERS and all(len(each.places) < fewer for each in waiting)


def _by_dealer(rows: Iterable[tuple[int, str, int]]) -> list[_Waiting]:
    found: dict[int, _Waiting] = {}
    for dealer, host, id_ in rows:
        found.setdefault(dealer, _Waiting(dealer, {})).places.setdefault(host, []).append(id_)
    return list(found.values())
