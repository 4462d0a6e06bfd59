"""The second job of an upload: what would become of each row, were it published now."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from operator import itemgetter
from typing import Any

from carslink.dealers.models import Dealer
from carslink.mapping import clean
from carslink.stock import batch
from carslink.stock.accept import UPLOAD
from carslink.stock.batch import Entry
from carslink.stock.fields import Values
from carslink.stock.rehearsal import Rehearsed, rehearse
from carslink.upload import choices, flow, kept_rows, remarking, template
from carslink.upload.flow import Turn
from carslink.upload.models import Problem, Upload
from carslink.upload.spool import Spool
from carslink.upload.unreadable import UnreadableTable

Kind = Problem.Kind
SHOWN = 6  # vehicles that are shown as buyers would see them
CANDIDATES = 4 * SHOWN  # to be shown: later rows may stand in place of some
MOST_REMARKS = 100
MOST_REMOVED = 50  # vehicles that are named before they go
CHEAP = 200
"""Pounds. Below, a price is more often half of one, as 8 of an unquoted `8,750`, than meant."""
FEW_MILES = 300
"""Below, a used vehicle's mileage is more often in thousands than meant, where most are."""
DEAR, FAR = 500_000, 400_000
"""Pounds and miles. Above, either is more often a slip, or was no thousands, than meant."""
BATCH = 5_000
SAME_NUMBER = "number of "
"""Before the row that counts in the reason of a repeated one of another registration."""

_JUST_PHOTOGRAPHS = re.compile(r"minimum \d+ image URLs required \(received \d+\)")
_SHOWN_FIELDS = (
    "registration", "make", "model", "variant", "year", "price", "mileage", "fuel", "transmission",
    "body_type", "colour", "vehicle_type", "bike_type", "roof_height",
)  # fmt: skip


def check(turn: Turn) -> None:
    """Clean the rows, rehearse the feed that they would be, and keep what came of it."""
    upload = turn.upload
    try:
        with Spool() as spool:
            remarks = fill(turn, spool)
            seen = _Seen(spool, turn)
            feeds = Dealer.objects.values_list("feeds", flat=True).get(pk=upload.dealer_id)
            done = rehearse(upload.dealer, flow.mode_of(upload.mode), spool, UPLOAD, seen.look)
            problems = _problems(upload, done.entries, spool, remarks)
    except UnreadableTable as error:
        turn.put(state=Upload.State.FAILED, trouble=str(error))
        return
    turn.put()  # else what follows is another's
    upload.problems.all().delete()
    Problem.objects.bulk_create(problems, batch_size=BATCH)
    preview = _counts(done, problems, len(spool))
    preview["examples"] = int(upload.table["rows"]) - len(spool)  # nothing else is left out
    preview["sample"] = seen.shown(done.entries)
    preview["remarks"] = [
        *remarking.sent_by_others(upload.dealer, done.entries, spool),
        *seen.told(remarks, done.entries, spool),
    ]
    preview["cheap"] = {**seen.cheap_ones(done.entries), "below": CHEAP}
    preview["barely_driven"] = {
        **seen.barely_driven_ones(done.entries), "below": FEW_MILES,
    }  # fmt: skip
    preview |= seen.too_much(done.entries)
    preview |= {
        "feeds": feeds, "stock_has_changed": upload.preview.get("stock_has_changed", False),
    }  # fmt: skip
    turn.put(state=Upload.State.READY, preview=preview)


def fill(turn: Turn, spool: Spool) -> dict[int, list[str]]:
    """Clean the rows into a spool; returns what was remarked on, by the place in the spool.

    Raises UnreadableTable and Overtaken.
    """
    upload = turn.upload
    reader = clean.Reader(choices.chosen(upload.chosen), upload.defaults)
    left_out = remarking.left_out(upload)
    remarks: dict[int, list[str]] = {}
    total = 2 * int(upload.table["rows"])  # cleaned, then checked
    for row in kept_rows.rows(upload):
        if template.is_example(row.cells):
            continue
        cleaned = reader.listing(row.cells)
        gone = remarking.says_gone(row.cells, left_out)
        if cleaned.remarks or gone:
            remarks[len(spool)] = [*cleaned.remarks, *gone]
        spool.add(row.number, cleaned.values)
        turn.say(len(spool), total)
    return remarks


@dataclass
class _Seen:
    """What is kept of the entries while they have their values."""

    spool: Spool
    turn: Turn
    sample: dict[str, tuple[int, dict[str, Any]]] = field(default_factory=dict)
    """Vehicles by registration, each as its latest row has it, with that row's place."""
    warned: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    counts: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    cheap: list[int] = field(default_factory=list)
    """The places of rows whose price is hardly one of a vehicle."""
    barely_driven: list[int] = field(default_factory=list)
    """The places of rows of used vehicles that have gone hardly any miles."""
    dear: list[int] = field(default_factory=list)
    far: list[int] = field(default_factory=list)
    """The places of rows whose price, or mileage, hardly any vehicle has."""
    used: list[int] = field(default_factory=list)
    """The places of all rows of used vehicles that say their mileage."""
    checked: int = 0

    def look(self, part: list[Entry]) -> None:
        """Keep some vehicles to be shown, and what the core warns of."""
        self.checked += len(part)
        done = len(self.spool) + self.checked
        self.turn.say(done - done % flow.EACH, 2 * len(self.spool))
        for entry in part:
            if entry.checked is None or entry.skipped is not None:
                continue
            for warning in entry.checked.warnings:
                self._note(warning, entry.index)
            price = entry.checked.values["price"]
            if isinstance(price, int | Decimal):
                self._look_at_price(entry.index, price)
            self._look_at_miles(entry.index, entry.checked.values)
            mark = batch.resulting_registration(entry)
            if mark in self.sample or len(self.sample) < CANDIDATES:
                self.sample[mark] = entry.index, self._shown(entry.index, entry.checked.values)

    def _look_at_price(self, index: int, price: int | Decimal) -> None:
        if price < CHEAP:
            self.cheap.append(index)
        elif price > DEAR:
            self.dear.append(index)

    def _look_at_miles(self, index: int, values: Values) -> None:
        miles = values["mileage"]
        if isinstance(miles, int) and miles > FAR:
            self.far.append(index)
        if isinstance(miles, int) and values["condition"] in (None, "Used"):
            self.used.append(index)
            if miles < FEW_MILES:
                self.barely_driven.append(index)

    def _shown(self, index: int, values: Values) -> dict[str, Any]:
        shown: dict[str, Any] = {name: values[name] for name in _SHOWN_FIELDS}
        images = values["images"]
        photographs = len(images) if isinstance(images, list) else 0
        return {
            "row": self.spool.rows[index], **shown,
            "price": str(values["price"]), "photographs": photographs,
        }  # fmt: skip

    def shown(self, entries: list[Entry]) -> list[dict[str, Any]]:
        """Return some vehicles as buyers will see them, in the order of their rows."""
        standing = [each for each in self.sample.values() if entries[each[0]].stands]
        return [vehicle for _, vehicle in sorted(standing[:SHOWN], key=itemgetter(0))]

    def cheap_ones(self, entries: list[Entry]) -> dict[str, Any]:
        """Return how many vehicles would cost next to nothing, and the rows of the first."""
        return self._counted(_standing(self.cheap, entries))

    def too_much(self, entries: list[Entry]) -> dict[str, Any]:
        """Return the same of what would cost, or have gone, more than hardly any vehicle."""
        return {
            name: {**self._counted(_standing(places, entries)), "above": most}
            for name, places, most in (("dear", self.dear, DEAR), ("far", self.far, FAR))
        }

    def barely_driven_ones(self, entries: list[Entry]) -> dict[str, Any]:
        """Return the same of used vehicles with hardly any miles, where most are so; none else."""
        standing = _standing(self.barely_driven, entries)
        used = len(_standing(self.used, entries))
        return self._counted(standing if 2 * len(standing) > used else [])

    def _counted(self, places: list[int]) -> dict[str, Any]:
        rows = [self.spool.rows[index] for index in places[: remarking.ROWS_NAMED]]
        return {"count": len(places), "rows": rows}

    def _note(self, told: tuple[str, str], index: int) -> None:
        if told not in self.warned and len(self.warned) >= MOST_REMARKS:
            return
        self.counts[told] += 1
        rows = self.warned.setdefault(told, [])
        if len(rows) < remarking.ROWS_NAMED:
            rows.append(self.spool.rows[index])

    def told(
        self, remarks: dict[int, list[str]], entries: list[Entry], spool: Spool
    ) -> list[dict[str, Any]]:
        """Return what was remarked on of rows that go live, or do once they have photographs, that
        of most rows first."""
        for index, each in remarks.items():
            if entries[index].skipped is None or _lacks_photographs(entries[index]):
                for remark in each:
                    self._note(("", remark), index)
        found = [
            {"field": name, "reason": reason, "count": self.counts[name, reason], "rows": rows}
            for (name, reason), rows in self.warned.items()
        ]
        return sorted(found, key=lambda remark: -int(str(remark["count"])))


def _standing(places: list[int], entries: list[Entry]) -> list[int]:
    return [place for place in places if entries[place].stands]


def _problems(
    upload: Upload, entries: list[Entry], spool: Spool, remarks: dict[int, list[str]]
) -> list[Problem]:
    counting, numbered = _counting(entries), _numbered(entries)
    made = []
    for entry in entries:
        if entry.stands:
            continue
        reason, kind = entry.skipped or "", Kind.SKIPPED
        counts = counting.get(entry.registration or "")
        if entry.superseded or (counts is not entry and _gives_way(entry, counts)):
            kind, reason = Kind.REPEATED, str(spool.rows[counts.index]) if counts else ""
            if counts is None and (other := numbered.get(entry.source_id)) is not None:
                reason = f"{SAME_NUMBER}{spool.rows[other.index]}"
        elif _lacks_photographs(entry):
            kind = Kind.DRAFT
        elif entry.index in remarks:
            reason = "; ".join([reason, *remarks[entry.index]])
        named = entry.registration or entry.named_as or entry.source_id or ""
        made.append(
            Problem(
                upload=upload, row=spool.rows[entry.index], kind=kind, named=named[:60],
                reason=reason,
            )
        )  # fmt: skip
    return made


def _gives_way(entry: Entry, counts: Entry | None) -> bool:
    """Whether a row that is not taken is not missed either, since another of its vehicle counts."""
    return _lacks_photographs(entry) or (counts is not None and entry.index < counts.index)


def _lacks_photographs(entry: Entry) -> bool:
    """Whether nothing else is wrong with it."""
    reason = entry.skipped or ""
    return entry.registration is not None and _JUST_PHOTOGRAPHS.fullmatch(reason) is not None


def _counting(entries: list[Entry]) -> dict[str, Entry]:
    """Return the entry that counts for each registration of those that may not.

    It is the one that stands; where none does, the last of those that become a draft. A row with
    another fault gives way to a later one that counts, as it would had it none: mended and sent
    again, it would be the later.
    """
    drafts = {e.registration: e for e in entries if _lacks_photographs(e)}
    doubtful = drafts.keys() | {e.registration for e in entries if not e.stands}
    standing = {e.registration: e for e in entries if e.stands and e.registration in doubtful}
    return {mark: entry for mark, entry in (drafts | standing).items() if mark is not None}


def _numbered(entries: list[Entry]) -> dict[str | None, Entry]:
    """Return the entry that counts for each number of the dealer's own of those that do not."""
    doubtful = {e.source_id for e in entries if e.superseded and e.source_id is not None}
    return {e.source_id: e for e in entries if e.stands and e.source_id in doubtful}


def _counts(done: Rehearsed, problems: list[Problem], rows: int) -> dict[str, Any]:
    counts: dict[str, Any] = dict.fromkeys(("new", "changed", "unchanged"), 0)
    counts |= dict.fromkeys(Kind.values, 0)
    for entry in done.entries:
        if entry.stands:
            counts[entry.becomes] += 1
    for problem in problems:
        counts[problem.kind] += 1
    return {
        **counts,
        "rows": rows,
        "live": done.live,
        "removed": len(done.removed),
        "removed_named": [known.registration for known in done.removed[:MOST_REMOVED]],
    }
