"""Politeness towards hosts: few connections at once, and rest when they ask for it or fail."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

AT_ONCE = 4
FIRST_REST = 2.0  # seconds, doubled with each failure in a row
LONGEST_REST = 300.0
MOST_ASKED = 86_400.0
"""A longer `Retry-After` than a day is taken for a day."""
MOST_REMEMBERED = 10_000


@dataclass(slots=True)
class _Host:
    busy: int = 0
    failures: int = 0
    rest_until: float = 0.0


@dataclass
class Hosts:
    """What is going on with each host, and until when it is left alone. For one thread.

    `clock` tells seconds that never go back.
    """

    at_once: int = AT_ONCE
    clock: Callable[[], float] = time.monotonic
    _known: dict[str, _Host] = field(default_factory=dict)

    def free(self, host: str) -> int:
        """Return how many more connections the host may have now."""
        known = self._known.get(host)
        if known is None:
            return self.at_once
        if known.rest_until > self.clock():
            return 0
        # After failures it is asked by one at a time, until one succeeds.
        return max(0, (1 if known.failures else self.at_once) - known.busy)

    def has_room(self, host: str) -> bool:
        """Whether the host has a connection to spare, though it may be resting."""
        known = self._known.get(host)
        return known is None or known.busy < self.at_once

    def begin(self, host: str) -> None:
        """Count a connection to a host."""
        self._of(host).busy += 1

    def end(self, host: str) -> None:
        """A connection has ended, however."""
        self._of(host).busy -= 1

    def answered(self, host: str) -> None:
        """The host works: it may have all of its connections."""
        self._of(host).failures = 0

    def failed(self, host: str) -> None:
        """The host did not answer, or answered that it cannot: leave it alone, ever longer.

        Failures of what was under way together count once.
        """
        known = self._of(host)
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

    def resting(self, host: str) -> float:
        """Return for how many seconds more the host is left alone."""
        known = self._known.get(host)
        return max(0.0, known.rest_until - self.clock()) if known else 0.0

    def _rest(self, known: _Host, seconds: float) -> None:
        known.rest_until = max(known.rest_until, self.clock() + seconds)

    def _of(self, host: str) -> _Host:
        if len(self._known) >= MOST_REMEMBERED and host not in self._known:
            self._forget()
        return self._known.setdefault(host, _Host())

    def _forget(self) -> None:
        now = self.clock()
        kept = {name: it for name, it in self._known.items() if it.busy or it.rest_until > now}
        self._known = kept
