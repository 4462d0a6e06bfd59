"""Who waits to have a file drawn: heroes come first, and of dealers the one served longest ago."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple


class Turn(NamedTuple):
    """What decides who is next; `priority` is that of `models.Address`."""

    priority: int = 0
    dealer: int = 0


ANY = Turn()


@dataclass
class Line:
    """A line before so many places: a short one, for all in it hold a place of `turns.py`."""

    places: int
    _waiting: dict["asyncio.Future[None]", Turn] = field(default_factory=dict)
    _served: dict[int, int] = field(default_factory=dict)
    """By dealer: when it was served last."""
    _number: "count[int]" = field(default_factory=count)

    @contextlib.asynccontextmanager
    async def place(self, turn: Turn) -> AsyncIterator[None]:
        """Hold a place, as soon as it is this one's turn."""
        mine = asyncio.get_running_loop().create_future()
        self._waiting[mine] = turn
        self._call()
        try:
            await mine
            yield
        finally:
            if self._waiting.pop(mine, None) is None:  # it had been called
                self.places += 1
            self._call()

    def _call(self) -> None:
        """Give free places to those who are next."""
        while self.places and self._waiting:
            called = min(self._waiting, key=self._rank)
            turn = self._waiting.pop(called)
            self._served[turn.dealer] = next(self._number)
            self.places -= 1
            if not called.done():
                called.set_result(None)

    def _rank(self, waiting: "asyncio.Future[None]") -> tuple[int, int]:
        turn = self._waiting[waiting]
        return turn.priority, self._served.get(turn.dealer, -1)
