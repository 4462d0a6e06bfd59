"""What a feed would do to a dealer's stock, entry by entry; nothing is written, nobody waits.

The receipt of a dry run counts, and names vehicles; a person who looks at a file before it goes
live must be told of each of its rows. The steps are those of `accept`, without the lock: what the
stock becomes between this and the feed itself, the feed's own receipt tells. The values of entries
are let go as soon as they have been looked at, so that a table of any length leaves us small.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from carslink.dealers.models import Dealer
from carslink.stock import accept, batch, load
from carslink.stock.batch import Entry, Known, Mode

Look = Callable[[list[Entry]], None]


@dataclass(frozen=True)
class Rehearsed:
    """The entries, each with what would become of it, and what would go without being named."""

    entries: list[Entry]
    removed: list[Known]
    live: int
    """How many vehicles are live now."""


def rehearse(dealer: Dealer, mode: Mode, raws: Sequence[bytes], door: str, look: Look) -> Rehearsed:
    """Return what a feed would do.

    `look` is given the entries as they are checked, some thousands at a time, in their order: only
    then do they have their values.
    """
    alive = load.live(dealer.pk)
    in_full = alive if mode == "full_replace" else []
    repeated = {k.digest: k for k in in_full if k.digest is not None}
    entries = accept.read(raws, repeated, door)
    own = accept.own_photographs(dealer, door)
    stock = load.stock_for(dealer.pk, mode, entries, in_full)
    batch.match(entries, stock)
    for start in range(0, len(entries), accept.PART):
        part = entries[start : start + accept.PART]
        accept.check(part, raws, mode, own)
        look(part)
        for entry in part:
            _let_go(entry)
    batch.supersede_within(entries)
    removals = batch.removals(entries, stock, mode, dealer.partner.brake_percent)
    return Rehearsed(entries, [*removals.absent, *removals.superseded], len(alive))


_CHANGED: batch.Difference = {"": (None, None)}


def _let_go(entry: Entry) -> None:
    """Keep of an entry what tells it from others, and whether it changes anything."""
    entry.digest, entry.checked = b"", None
    if entry.resulting == entry.registration:
        entry.registration = entry.resulting  # one text instead of two that are equal
    if entry.difference:
        entry.difference = _CHANGED
