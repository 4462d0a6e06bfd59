"""Whose turn it is among what waits.

Heroes go before thumbnails, thumbnails before the rest. Dealers take turns, and the hosts of each
dealer, so that nobody comes first by having more stock or more names of hosts; of a host, a
dealer's newest stock comes first. A dealer whose hosts are slow keeps its places for long, and so
never gets all of them: what it holds leaves as many free for others. What rests is out of the way
of what waits, and a turn looks at so many dealers and hosts and no more, the next ones the next
time: it costs the same however many there are.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count

from django.db import connection, transaction

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
# The same for the hosts of these dealers, and the newest addresses of each host.
_PLACES = """
WITH RECURSIVE walk AS (
    SELECT dealer, after, after AS host, false AS lapped, 0 AS place
    FROM unnest(%(dealers)s::bigint[], %(after)s::text[]) AS t(dealer, after)
    UNION ALL
    SELECT walk.dealer, walk.after, next.host, next.lapped, walk.place + 1
    FROM walk CROSS JOIN LATERAL (
        (SELECT host::text AS host, walk.lapped AS lapped FROM media_address
         WHERE state = 'waiting' AND priority = %(priority)s AND dealer = walk.dealer
           AND host > walk.host
         ORDER BY host LIMIT 1)
        UNION ALL
        (SELECT host::text, true FROM media_address
         WHERE state = 'waiting' AND priority = %(priority)s AND dealer = walk.dealer
           AND NOT walk.lapped
         ORDER BY host LIMIT 1)
        ORDER BY lapped LIMIT 1
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

    def take(self, host: str, dealer: int) -> bool:
        """Take up a connection of a host and a place, if the host has one."""
        left = self.left.get(host)
        if left is None:
            left = self.hosts.free(host)
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
    _number: "count[int]" = field(default_factory=count)

    def take(self, hosts: Hosts, most: int, held: Iterable[int] = ()) -> list[Job]:
        """Take up at most so many addresses, no more of a host than it may have connections.

        `held` names the dealer of each address that is under way.
        """
        free, chosen = _Free(hosts, Counter(held)), list[int]()
        with transaction.atomic():
            for priority in Address.Priority:
                if len(chosen) < most:
                    waiting = self._look(priority, min(hosts.at_once, most))
                    chosen += self._deal(waiting, free, most - len(chosen))
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
            waiting = _by_dealer(dealers, cursor.fetchall())
        return sorted(waiting, key=lambda each: self._served.get(each.dealer, -1))

    def _deal(self, waiting: list[_Waiting], free: _Free, most: int) -> list[int]:
        """Deal out turns, one to each dealer in order, until all are given or nobody can use one.

        A dealer that got none goes on behind the hosts it was looked at for.
        """
        for each in waiting:
            if each.places:
                self._host[each.dealer] = list(each.places)[-1]
        chosen: list[int] = []
        left = waiting
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


def _by_dealer(dealers: list[int], rows: Iterable[tuple[int, str, int]]) -> list[_Waiting]:
    found = {dealer: _Waiting(dealer, {}) for dealer in dealers}
    for dealer, host, id_ in rows:
        found[dealer].places.setdefault(host, []).append(id_)
    return list(found.values())
