"""One number of a sentence, with its magnitude and its unit: "8 grand", "£5,000", "2-litre"."""

from dataclasses import dataclass
from decimal import Decimal

from carslink.search.plain import amount_words as said
from carslink.search.plain import phrases
from carslink.search.plain.claims import Board


def table(rows: dict[str, str]) -> dict[str, str]:
    """Return what each phrase of some rows stands for."""
    return {key: value for value, text in rows.items() for key in phrases.keys(text)}


UNITS = table(said.UNITS)
_TURBO = 2
"""Litres of the largest engine that is called "2.0t"."""

_WEIGHED = frozenset(
    """
    axle boat boats brake braked caravan caravans carry drag dropside glider gross gvw haul
    hauling horse horses horsebox jetski kerb load lorry luton payload plant pull pulling pulls
    recovery tipper tow towball towed tower towing tows trailer trailers truck trucks unbraked
    van vans weighs weight
    """.split()
)

_ONES = {
    "a grand": ("1", 0),
    "one grand": ("1", 0),
    "a thousand": ("1", 0),
    "one thousand": ("1", 0),
    "a year old": ("1", 0),
    "half a grand": ("0.5", 1),
}
"""Numbers that stand before what they count, with the tokens that they have beyond the first."""


@dataclass(frozen=True)
class Amount:
    """One number with its unit. `scaled` says that thousands were spoken of."""

    value: Decimal
    unit: str
    first: int
    last: int
    scaled: bool = False
    raw: Decimal = Decimal(0)
    written: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether the number has nothing that says what it counts."""
        return not self.unit and not self.scaled and "." not in self.written


def is_year(value: Decimal) -> bool:
    """Whether a number may be a year."""
    return 1900 <= value <= 2100


def amount_at(board: Board, first: int) -> Amount | None:
    """Return the number that begins here, with its magnitude and unit."""
    if not board.is_free(first):
        return None
    place, unit = first, ""
    if board.text(place) in ("£", "gbp", "'"):
        unit = "money" if board.text(place) != "'" else ""
        place += 1
    read_number = _number(board, place)
    if read_number is None:
        return None
    raw, last, spelt = read_number
    value, scaled = raw, False
    word = board.text(last + 1)
    if board.is_free(last + 1) and word in said.MAGNITUDES and _is_magnitude(board, last + 1):
        value, scaled = raw * said.MAGNITUDES[word], True
        last += 1
        unit = unit or ("money" if word == "grand" else "")
    found = phrases.read(board, last + 1, UNITS) or _sign_behind(board, last + 1)
    if not found and board.text(last + 1) == "-":
        found = phrases.read(board, last + 2, UNITS)  # "2-litre", "66-plate"
        found = found if found and found[0] in ("litres", "plate", "cc", "years") else None
    if found and board.text(found[1]) == "t" and _is_turbo(board, place, value):
        found = "litres", found[1]
    if found and not unit and _takes(found[0], value, scaled):
        unit, last = found
    elif found and unit == "money" and found[0] == "money":
        last = found[1]
    elif found and unit == "money" and found[0] == "miles" and board.text(first) != "£":
        unit, last = found
    if spelt and not (scaled or unit) and not _is_scaled_after(board, last):
        return None
    written = board.text(place) if not spelt else ""
    return Amount(value, unit, first, last, scaled, raw, written)


def _is_turbo(board: Board, place: int, value: Decimal) -> bool:
    """Whether "1.4t" is an engine, and no weight: where no load or van is spoken of."""
    is_size = "." in board.text(place) and value <= _TURBO
    return is_size and len(board.tokens) > 2 and _WEIGHED.isdisjoint(board.texts)


def _sign_behind(board: Board, place: int) -> tuple[str, int] | None:
    """Read "5000£", but not the sign of the next amount: "2016 £6000"."""
    after = board.tokens[place + 1] if place + 1 < len(board.tokens) else None
    if after is not None and after.kind == "number":
        return None
    return mark(board, place, {"£": "money"})


def _is_scaled_after(board: Board, last: int) -> bool:
    """Whether a number in words begins a span of thousands: "ten to fifteen thousand"."""
    if board.text(last + 1) not in (*said.RANGE, "and", "or"):
        return False
    other = _number(board, last + 2)
    return other is not None and board.text(other[1] + 1) in said.MAGNITUDES


def _is_magnitude(board: Board, place: int) -> bool:
    """Whether "m" and "g" are magnitudes: only where they touch the number."""
    return board.text(place) not in ("m", "g") or bool(board.tokens[place].glued)


def _takes(unit: str, value: Decimal, scaled: bool) -> bool:
    """Whether a number can be of a unit: there is no 2,000-plate and no 66-litre engine."""
    if unit == "plate":
        return not scaled and (value < 100 or is_year(value))
    if unit == "litres":
        return not scaled and value < 20
    if unit in ("years", "months"):
        return not scaled and value <= 100
    return True


def _number(board: Board, first: int) -> tuple[Decimal, int, bool] | None:
    """Return a number in digits or in words, its last token, and whether it was in words."""
    if not board.is_free(first):
        return None
    digits = board.tokens[first].number
    if digits is not None:
        is_more = _has_a_half(board, first)
        return (digits + Decimal("0.5"), first + 3, True) if is_more else (digits, first, False)
    following = board.texts[first : first + 3]
    one = _ONES.get(" ".join(following)) or _ONES.get(" ".join(following[:2]))
    if one:
        return Decimal(one[0]), first + one[1], True
    couple = first + (board.text(first) == "a")
    if board.text(couple) == "couple":
        last = couple + (board.text(couple + 1) == "of")
        if board.is_free(first, last) and board.text(last + 1) in said.MAGNITUDES:
            return Decimal(2), last, True
    total, place = 0, first
    while board.is_free(place) and board.text(place) in said.NUMBERS:
        total += said.NUMBERS[board.text(place)]
        place += 1
        if board.text(place) == "-" and board.text(place + 1) in said.NUMBERS:
            place += 1
    if place == first:
        return None
    if board.text(place) == "hundred" and board.text(place + 1) in ("thousand", "k", "grand"):
        return Decimal(total * 100), place, True
    if (board.text(place), board.text(place + 1), board.text(place + 2)) == ("and", "a", "half"):
        return Decimal(total) + Decimal("0.5"), place + 2, True
    return Decimal(total), place - 1, True


def _has_a_half(board: Board, first: int) -> bool:
    """Whether thousands and a half are counted: "2 and a half grand"."""
    return (
        board.texts[first + 1 : first + 4] == ["and", "a", "half"]
        and board.is_free(first, first + 3)
        and board.text(first + 4) in said.MAGNITUDES
    )


def mark(board: Board, first: int, table: dict[str, str]) -> tuple[str, int] | None:
    """Return what a sign stands for."""
    found = table.get(board.text(first)) if board.is_free(first) else None
    return (found, first) if found else None
