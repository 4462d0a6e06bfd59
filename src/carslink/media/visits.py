"""The connections of one fetch: to the host of its address, and to those that redirects lead to."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

from carslink.net.hosts import Hosts

FREE_WITHIN = 10.0
"""Seconds in which a host that a redirect leads to has a free connection, or the address is asked
for again later."""
LOOK_EVERY = 0.05  # seconds


class NoTurn(Exception):
    """A host is busy, or left alone for `seconds`; it was not asked.

    Where the host is in `trouble` that is as good as having asked it: else an address that leads to
    one that never works would be asked for without end.
    """

    def __init__(self, host: str, own: str, seconds: float, trouble: str) -> None:
        busy = f"{host} is busy" if host == own else f"it leads to {host}, which is busy"
        later = f"{busy}, and is asked for again later"
        super().__init__(f"it leads to {host}: {trouble}" if trouble else later)
        self.seconds = seconds
        self.trouble = trouble


@dataclass
class Visits:
    """The hosts that one fetch leads to, one after another: each has its own connections."""

    hosts: Hosts
    own: str
    """The host of the address, which was free when the turn was dealt."""
    _left: str = ""
    """The host whose answer was read last."""

    @contextlib.asynccontextmanager
    async def visit(self, host: str) -> AsyncIterator[None]:
        """Take up a connection of a host, and give it back. Raises NoTurn."""
        self.redirected()
        is_led = host != self.own
        if is_led:
            with self.hosts.led(host):
                await self._until(self.hosts.is_free_to_led, host)
        else:
            await self._until(self.hosts.has_room, host)
        self.hosts.begin(host, is_led)
        try:
            yield
        finally:
            self.hosts.end(host, is_led)
        self._left = host

    def redirected(self) -> None:
        """There is more to the fetch than the last answer: its host works, whatever comes next."""
        if self._left:
            self.hosts.answered(self._left)

    async def _until(self, is_free: Callable[[str], bool], host: str) -> None:
        """Wait for a connection; of another host, only while it is not left alone."""
        until = time.monotonic() + FREE_WITHIN
        while not is_free(host):
            is_led = host != self.own
            rest = self.hosts.resting(host) if is_led else 0.0
            if rest or time.monotonic() > until:
                trouble = self.hosts.trouble(host) if is_led else ""
                raise NoTurn(host, self.own, rest, trouble)
            await asyncio.sleep(LOOK_EVERY)
