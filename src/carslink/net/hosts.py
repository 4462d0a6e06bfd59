"""Politeness towards hosts: few connections at once, and rest when they ask for it or fail."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

AT_ONCE = 4
FIRST_REST = 2.0  # seconds, doubled with each failure in a row
LONGEST_REST = 300.0
MOST_ASKED = 86_400.0
"""A longer `Retry-After` than a day is taken for a day."""
MOST_REMEMBERED = 10_000
WANTED_FOR = 5.0
"""Seconds for which a host counts as asked for by name after somebody waited for it."""


@dataclass(slots=True)
class _Host:
    busy: int = 0
    failures: int = 0
    why: str = ""
    """How it failed last."""
    has_worked: bool = False
    rest_until: float = 0.0
    led: int = 0
    """Of those that are busy, the ones that a redirect led here."""
    waiting: int = 0
    """Those that a redirect led here and that wait for a connection."""
    wanted_at: float = float("-inf")
    """When somebody waited for it last who asks for it by name."""


@dataclass
class Hosts:
    """What is going on with each host, and until when it is left alone. For one thread.

    Where some ask for a host by name and redirects lead others there, each have half of its
    connections. `clock` tells seconds that never go back.
    """

    at_once: int = AT_ONCE
    clock: Callable[[], float] = time.monotonic
    _known: dict[str, _Host] = field(default_factory=dict)

    def free(self, host: str) -> int:
        """Return how many more connections the host may have now, for who asks for it by name."""
        known = self._known.get(host)
        if known is None:
            return self.at_once
        most = self._most(known)
        return max(0, most - known.busy - min(known.waiting, max(0, most // 2 - known.led)))

    def is_free_to_led(self, host: str) -> bool:
        """Whether one that a redirect led there may have a connection now."""
        known = self._known.get(host)
        if known is None:
            return True
        most = self._most(known)
        is_wanted = self.clock() < known.wanted_at + WANTED_FOR
        return known.busy < most and (not is_wanted or known.led < max(1, most // 2))

    def wanted(self, host: str) -> None:
        """Somebody waits for the host who asks for it by name."""
        known = self._known.get(host)
        if known is not None:
            known.wanted_at = self.clock()

    def has_room(self, host: str) -> bool:
        """Whether the host has a connection to spare, though it may be resting."""
        known = self._known.get(host)
        return known is None or known.busy < self.at_once

    def begin(self, host: str, is_led: bool = False) -> None:
        """Count a connection to a host."""
        self._of(host).busy += 1
        self._of(host).led += is_led

    def end(self, host: str, is_led: bool = False) -> None:
        """A connection has ended, however."""
        self._of(host).busy -= 1
        self._of(host).led -= is_led

    @contextmanager
    def led(self, host: str) -> Iterator[None]:
        """Count one that a redirect led there, while it waits for a connection."""
        known = self._of(host)
        known.waiting += 1
        try:
            yield
        finally:
            known.waiting -= 1

    def answered(self, host: str) -> None:
        """The host works: it may have all of its connections."""
        self._of(host).failures = 0
        self._of(host).has_worked = True

    def failed(self, host: str, why: str = "") -> None:
        """The host did not answer, or answered that it cannot: leave it alone, ever longer.

        Failures of what was under way together count once.
        """
        known = self._of(host)
        known.why = why
        if known.rest_until > self.clock():
            return
        known.failures += 1
        self._rest(known, min(FIRST_REST * 2 ** (known.failures - 1), LONGEST_REST))

    def asked_to_wait(self, host: str, seconds: float) -> None:
        """The host named a time (`Retry-After`) for which to leave it alone."""
        self._rest(self._of(host), min(seconds, MOST_ASKED))

    def failures(self, host: str) -> int:
        """Return how often in a row the host has failed."""
        known = self._known.get(host)
        return known.failures if known else 0

    def has_worked(self, host: str) -> bool:
        """Whether the host is known to have worked, however long ago."""
        known = self._known.get(host)
        return known is not None and known.has_worked

    def trouble(self, host: str) -> str:
        """Return what is wrong with a host that fails or is left alone; nothing where it works."""
        known = self._known.get(host)
        if known and known.failures:
            return known.why or "it does not work"
        return "it asked to be left alone" if self.resting(host) else ""

    def resting(self, host: str) -> float:
        """Return for how many seconds more the host is left alone."""
        known = self._known.get(host)
        return max(0.0, known.rest_until - self.clock()) if known else 0.0

    def _most(self, known: _Host) -> int:
        """Return how many connections may be open; after failures one, until it succeeds."""
        if known.rest_until > self.clock():
            return 0
        return 1 if known.failures else self.at_once

    def _rest(self, known: _Host, seconds: float) -> None:
        known.rest_until = max(known.rest_until, self.clock() + seconds)

    def _of(self, host: str) -> _Host:
        if len(self._known) >= MOST_REMEMBERED and host not in self._known:
            self._forget()
        return self._known.setdefault(host, _Host())

    def _forget(self) -> None:
        now = self.clock()
        self._known = {
            name: it
            for name, it in self._known.items()
            if it.busy or it.waiting or it.rest_until > now
        }
