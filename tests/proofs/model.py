"""What the contract makes of a dealer's feeds, as short as it can be said: the oracle.

Written from the words of the contract (sections 1 and 2), which stand beside the lines that say
them, and not from the code it judges. It holds one dealer, knows five fields (`make` stands for
all that a complete listing must have beside the other three required ones) and has no clock:
`moment` counts what happened to the dealer, and a vehicle is its place in `vehicles`, for ever.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

FIELDS = ("source_id", "registration", "price", "variant", "make")
REQUIRED = ("registration", "price", "make")

Values = dict[str, Any]
Event = tuple[str, int, str | None, dict[str, list[Any]] | None]  # (event, vehicle, why, changes)


@dataclass
class Vehicle:
    """A vehicle that the dealer offers, or offered."""

    values: Values
    refreshed: int
    door: str  # through which it was last refreshed
    live: bool = True
    down: int = 0  # the moment when it was last taken down
    down_by: int | None = None  # by which feed; None again once a delete has named it since
    held_by: set[int] = field(default_factory=set)  # feeds whose removal of it waits for a yes


@dataclass
class Counts:
    """What a receipt counts."""

    received: int
    accepted: int = 0
    skipped: int = 0
    removed: int = 0
    held: int = 0
    deletes: int = 0
    superseded: int = 0
    deleted_count: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    live: int | None = None  # None: "`dealer` is null for a dealer seen for the first time"


@dataclass
class Entry:
    """One entry of a batch; `now` is what its vehicle would be, None where it is skipped."""

    sent: Values
    source_id: str | None = None
    registration: str | None = None
    vehicle: int | None = None
    also: int | None = None  # another vehicle, which a delete names too
    delete: bool = False
    now: Values | None = None

    def names(self) -> set[tuple[str, Any]]:
        """Return all that the entry is known by."""
        registration = self.registration if self.delete else (self.now or {})["registration"]
        known = {"id": self.source_id, "mark": registration, "vehicle": self.vehicle}
        return {(kind, name) for kind, name in known.items() if name is not None}


class Dealer:
    """One dealer's stock, and what each feed did to it."""

    def __init__(self) -> None:
        self.vehicles: list[Vehicle] = []
        self.moment = 0
        self.feeds = 0
        self.took: dict[int, set[int]] = {}  # feed to the vehicles that it has ever taken down

    def feed(
        self, mode: str, batch: Sequence[Any], brake: int | None = None, door: str = "push"
    ) -> tuple[Counts, list[Event]]:
        """Apply a feed that came through a door; `brake` is the partner's percentage."""
        self.moment, self.feeds = self.moment + 1, self.feeds + 1
        counts = Counts(len(batch))
        events: list[Event] = []
        live = self.live()
        entries = self._identified(batch)
        for entry in entries:
            self._check(entry, mode)
        valid = [entry for entry in entries if entry.now is not None]
        standing = list(_standing(valid))
        accepted = [entry for entry in standing if not entry.delete]
        counts.accepted, counts.deletes = len(accepted), len(standing) - len(accepted)
        counts.skipped, counts.superseded = len(batch) - len(valid), len(valid) - len(standing)

        # "`full_replace`: what is not in the batch is removed. A listing in the batch but skipped
        # keeps its last good version" - "A batch that is not empty and accepts no listing removes
        # only what its deletes name".
        named = (v for e in entries if e.now is None for v in (e.vehicle, e.also))
        skipped = {vehicle for vehicle in named if vehicle is not None}
        absent = live - {entry.vehicle for entry in standing} - skipped
        speaks_for_all = mode == "full_replace" and (accepted or not batch)
        absent = absent if speaks_for_all else set()
        # "a full_replace that would remove more than its percentage of live stock applies
        # everything else and holds the removals for a yes".
        held = absent if brake is not None and len(absent) * 100 > brake * len(live) else set()
        # "a held listing ... is free when sent again".
        if speaks_for_all:
            for known in skipped:
                self.vehicles[known].held_by.clear()

        for entry in standing:
            if entry.delete:
                counts.deleted_count += entry.vehicle in live
                events += self._deleted(entry.vehicle)
        for entry in accepted:
            events += self._taken(entry, counts, door)
        for gone in absent - held:
            events.append(self._down(gone, "absent", self.feeds))
        # "If that registration is live on another listing of the dealer once the batch is
        # applied, that other one is removed as superseded".
        mine = {entry.vehicle for entry in accepted if entry.vehicle is not None}
        marks = {self.vehicles[v].values["registration"] for v in mine}
        rivals = {v for v in self.live() - mine if self.vehicles[v].values["registration"] in marks}
        for rival in rivals:
            events.append(self._down(rival, "superseded", self.feeds))
        for waiting in held - rivals:
            if not self.vehicles[waiting].held_by:
                events.append(("held", waiting, None, None))
            self.vehicles[waiting].held_by.add(self.feeds)
        counts.removed, counts.held = len((absent - held) | rivals), len(held - rivals)
        counts.live = len(self.live()) if self.feeds > 1 else None
        return counts, events

    def release(self, number: int) -> list[Event]:
        """Say yes to what the feed of this number holds: it "goes when released"."""
        self.moment += 1
        going = [i for i in self.live() if number in self.vehicles[i].held_by]
        return [self._down(i, "released", number) for i in going]

    def restore(self, number: int) -> tuple[int, int, list[Event]]:
        """Bring back what a feed took down; returns how many came back and were passed over.

        "those sent since, or whose registration is live elsewhere in the dealer's stock, are
        passed over" - "A restored listing counts as refreshed then".
        """
        self.moment += 1
        down = [i for i, v in enumerate(self.vehicles) if not v.live and v.down_by == number]
        back: list[int] = []
        for i in sorted(down, key=lambda i: (-self.vehicles[i].down, -i)):
            vehicle = self.vehicles[i]
            marks = {self.vehicles[v].values["registration"] for v in self.live()}
            if vehicle.values["registration"] not in marks:
                vehicle.live, vehicle.down_by, vehicle.refreshed = True, None, self.moment
                back.append(i)
        passed_over = len(self.took.get(number, set())) - len(back)
        return len(back), passed_over, [("restored", i, None, None) for i in back]

    def live(self) -> set[int]:
        """Return the live vehicles."""
        return {i for i, vehicle in enumerate(self.vehicles) if vehicle.live}

    def _identified(self, batch: Sequence[Any]) -> list[Entry]:
        """Find each entry's vehicle.

        "`source_id`, live or not; else the registration, live listings first, then the one last
        taken down" - "matches by `source_id` come first; a listing so matched is not found by
        registration by an entry with another `source_id`".
        """
        entries = [Entry(sent if isinstance(sent, dict) else {}) for sent in batch]
        ids = {v.values["source_id"]: i for i, v in enumerate(self.vehicles)}
        order = sorted(enumerate(self.vehicles), key=lambda each: (each[1].live, each[1].down))
        marks = {vehicle.values["registration"]: i for i, vehicle in order}
        for entry in entries:
            entry.source_id = cleaned("source_id", entry.sent.get("source_id"))
            entry.registration = cleaned("registration", entry.sent.get("registration"))
            entry.delete = entry.sent.get("delete") is True
            entry.vehicle = ids.get(entry.source_id) if entry.source_id else None
        matched = {entry.vehicle for entry in entries}
        for entry in entries:
            found = marks.get(entry.registration)
            if entry.vehicle is None and not (entry.source_id and found in matched):
                entry.vehicle = found
            elif entry.vehicle is not None and entry.source_id and entry.delete:
                entry.also = found if found != entry.vehicle else None
        return entries

    def _check(self, entry: Entry, mode: str) -> None:
        """Say what the vehicle would be; leave None where the entry is skipped.

        "a known live listing is changed by the fields sent and the merged whole is checked, a
        faulty one is skipped whole; an unknown one must be complete" - "`delete` ... needs
        source_id or registration, skipped if they name different vehicles".
        """
        sent = entry.sent
        if entry.delete:
            named = entry.source_id or entry.registration
            entry.now = {} if named and entry.also is None else None
            return
        known = None if entry.vehicle is None else self.vehicles[entry.vehicle]
        base = known.values if known and known.live and mode == "partial" else {}
        if known:  # an entry that says nothing of the source_id does not take it away
            base = {**base, "source_id": known.values["source_id"]}
        now = {n: cleaned(n, sent[n]) if n in sent else base.get(n) for n in FIELDS}
        if all(now[name] for name in REQUIRED) and sent.get("delete", False) is False:
            entry.now = now

    def _taken(self, entry: Entry, counts: Counts, door: str) -> list[Event]:
        """Apply an accepted entry: it creates, revives, changes or just refreshes its vehicle.

        "A listing's life is that of the door that last refreshed it."
        """
        assert entry.now is not None
        if entry.vehicle is None:
            entry.vehicle = len(self.vehicles)
            self.vehicles.append(Vehicle(entry.now, self.moment, door))
            counts.created += 1
            return [("created", entry.vehicle, None, None)]
        vehicle = self.vehicles[entry.vehicle]
        was, was_live = vehicle.values, vehicle.live
        changes = {n: [was[n], entry.now[n]] for n in FIELDS if was[n] != entry.now[n]}
        vehicle.values, vehicle.live, vehicle.refreshed = entry.now, True, self.moment
        vehicle.down_by, vehicle.door = None, door
        vehicle.held_by.clear()
        if was_live and not changes:
            counts.unchanged += 1
            return []
        counts.updated += 1
        return [("changed" if was_live else "revived", entry.vehicle, None, changes)]

    def _deleted(self, index: int | None) -> list[Event]:
        """Delete; "Deleting what is not there succeeds"."""
        if index is None:
            return []
        if self.vehicles[index].live:
            return [self._down(index, "deleted", self.feeds)]
        self.vehicles[index].down_by = None
        return []

    def _down(self, index: int, why: str, by: int) -> Event:
        vehicle = self.vehicles[index]
        vehicle.live, vehicle.down, vehicle.down_by = False, self.moment, by
        vehicle.held_by.clear()
        self.took.setdefault(by, set()).add(index)
        return "removed", index, why, None


def cleaned(name: str, raw: Any) -> Any:
    """Return what is kept of a value; None for nothing and for what cannot be kept."""
    if raw is None or raw == "":
        return None
    if name == "price":  # "Plain numeric strings are taken as numbers"
        price = int(raw) if str(raw).isdecimal() else 0
        return price if price > 0 else None
    if name == "registration":  # "normalised: upper case, no spaces"
        mark = str(raw).upper().replace(" ", "")
        return mark if mark.isalnum() else None
    return str(raw).strip() or None  # "trimmed; numbers become strings"


def _standing(valid: list[Entry]) -> Iterator[Entry]:
    """Yield, in their order, the entries that no later one supersedes.

    "read from last to first, a valid entry is superseded where a standing one has its source_id,
    registration or listing".
    """
    taken: set[tuple[str, Any]] = set()
    standing = []
    for entry in reversed(valid):
        if taken.isdisjoint(entry.names()):
            taken |= entry.names()
            standing.append(entry)
    return reversed(standing)
