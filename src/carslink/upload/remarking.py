"""What a dealer should know of rows that go live, beyond how their cells were read."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from carslink.dealers.models import Dealer
from carslink.mapping import readings
from carslink.stock import batch
from carslink.stock.batch import Entry
from carslink.stock.models import Listing
from carslink.upload.models import Upload
from carslink.upload.spool import Spool

ROWS_NAMED = 5

_GONE = re.compile(
    r"sold(?: stc| subject to contract)?|stc|reserved(?: for .+)?|under offer|sale agreed|on hold"
    r"|(?:on )?deposit(?: taken| paid| received)?",
    re.IGNORECASE,
)
_ASKS = re.compile(r"(?:is |vehicle )?(sold|reserved|deposit (?:taken|paid))\W*", re.IGNORECASE)
_BEGINS = frozenset("sSrRuUoOdD")  # how either of these does
_LONGEST = 60


def left_out(upload: Upload) -> dict[int, str]:
    """Return the columns that no field is read from: their places, and their names."""
    names = upload.table["header"]
    width = max(len(names), len(upload.chosen))
    read = {place for place, choice in enumerate(upload.chosen) if choice}
    return {
        place: names[place] if place < len(names) else ""
        for place in range(width)
        if place not in read
    }


def says_gone(cells: Sequence[str], columns: Mapping[int, str]) -> list[str]:
    """Return a remark on a row that says that its vehicle is sold or promised, if it does."""
    for place, name in columns.items():
        cell = cells[place] if place < len(cells) else ""
        if not cell or len(cell) > _LONGEST:
            continue
        said = None
        if cell[0] in _BEGINS and _GONE.fullmatch(cell.rstrip("!. ")):
            said = cell.rstrip("!. ")
        elif (asked := _ASKS.fullmatch(name)) and readings.flag(cell):
            said = asked[1]
        if said:
            said = "Reserved" if said.lower().startswith("reserved") else said.capitalize()
            return [f"your file says “{said}”: take the row out, unless it is still for sale"]
    return []


def sent_by_others(own: Dealer, entries: Sequence[Entry], spool: Spool) -> list[dict[str, Any]]:
    """Return remarks on vehicles that a partner's feed has on sale for the same account."""
    known = _on_sale_elsewhere(own)
    rows: dict[str, list[int]] = defaultdict(list)
    if known:
        for entry in entries:
            sender = known.get(batch.resulting_registration(entry)) if entry.stands else None
            if sender:
                rows[sender].append(spool.rows[entry.index])
    return [
        {
            "field": "", "count": len(found), "rows": found[:ROWS_NAMED],
            "reason": f"{sender} has this on sale for you already. What it sends is not touched:"
            " yours is put beside it",
        }
        for sender, found in rows.items()
    ]  # fmt: skip


def _on_sale_elsewhere(own: Dealer) -> dict[str, str]:
    """Return who sends what the account has on sale beside its own record, by registration."""
    account = own.partner.account_id
    if account is None:
        return {}
    others = Dealer.objects.filter(keepers=account, partner__account=None)
    live = Listing.objects.filter(dealer__in=others, state=Listing.State.LIVE)
    return dict(live.values_list("registration", "dealer__partner__name"))
