"""Amounts in a sentence: "under 8 grand", "£5k-£7k", "2018 or newer", "on a 66 plate", "1.0".

`read` finds an amount, a span of two, or a list, with what stands before and after it; what it
bounds is for `bounds.py` to say.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from carslink.search.plain import phrases
from carslink.search.plain.claims import Board

MAX, MIN, AFTER, BEFORE, ABOUT, BETWEEN, SINCE, OLDER = (
    "max", "min", "after", "before", "about", "between", "since", "older",
)  # fmt: skip

_PREFIXES = {
    MAX: "under, below, less than, less then, up to, upto, max, maximum, maximum of, max of, no more than, "
    "no more then, not more than, at most, cheaper than, lower than, fewer than, within, beneath, "
    "sub, no higher than, not exceeding, budget, budget of, budget is, budget up to, my budget is, "
    "spend, to spend, spend up to, capped at, limit, limit of, limit is, for, for under, for less than, "
    "for up to, under about, just under, well under, not much more than, anything under, "
    "anything below, anything up to, nothing more than, lower then, smaller than, no greater than, "
    "as much as, a maximum of, a budget of, no bigger than, not bigger than, budget under, "
    "budget max, budget around, less",
    MIN: "over, above, more than, more then, at least, min, minimum, minimum of, min of, no less than, "
    "no less then, not less than, upwards of, greater than, higher than, bigger than, larger than, "
    "exceeding, starting at, starting from, north of, a minimum of, at the very least, "
    "anything over, anything above, anything from, just over, no smaller than, not smaller than, "
    "more",
    AFTER: "after, newer than, newer then, later than, younger than, post, newer, more recent than",
    BEFORE: "before, older than, older then, earlier than, pre, prior to",
    ABOUT: "around, about, circa, approx, approximately, roughly, somewhere around, in the region of, "
    "ca, round about, around about, close to, nearly, near enough, near",
    SINCE: "from, since, starting, as of, from about, at",
    BETWEEN: "between, anywhere between, anything between, from between, priced between, somewhere between",
}  # fmt: skip
_POSTFIXES = {
    MAX: "or less, or under, or below, or lower, or cheaper, or fewer, max, maximum, tops, at most, limit, "
    "and under, and below, or less please, to spend, budget, or smaller, top whack, and less, and lower, "
    "at the most, absolute max, ceiling",
    MIN: "or more, or over, or above, or higher, or better, or newer, or later, or younger, "
    "onwards, onward, upwards, and up, and above, and over, and newer, and later, minimum, min, at least, "
    "plus, or onwards, and onwards, or up, or bigger, and more, or after, or upwards, and upwards, "
    "or larger, or more recent, and after, and beyond, forwards, and younger, and bigger, and higher",
    OLDER: "or older, or earlier, or before, and older, and earlier, backwards, and before",
    ABOUT: "ish, or thereabouts, or so, or near enough, give or take",
}  # fmt: skip
_FLIPPED = {MAX: MIN, MIN: MAX, BEFORE: SINCE, AFTER: MAX}
_NEGATIONS = frozenset(["not", "no", "nothing", "never", "none", "isnt", "cant", "dont"])

_UNITS = {
    "money": "pounds, pound, quid, gbp, sterling, squid, pounds sterling, £",
    "miles": "miles, mile, mi, mls, on the clock, mileage, miles on the clock, miles on it, miles done, "
    "on clock, thousand miles, milage, on the odometer, of mileage, miles covered",
    "cc": "cc, ccs, cm3, cubic centimetres, cc engine, cc bike",
    "litres": "l, litre, litres, liter, liters, ltr, ltrs, lt, litre engine, l engine, liter engine",
    "years": "years, year, yrs, yr, years old, year old, yrs old, yr old, years of age, yo, years or newer, "
    "years or less, years or younger, years old or newer, years old or less, years old or younger, "
    "years max, years old max, years tops",
    "months": "months, month, months old, month old",
    "plate": "plate, plates, reg, regs, registration, registered, plated, registrations, plate car, reg car",
    "kg": "kg, kgs, kilos, kilograms, kg payload, kilo",
    "m3": "m3, cubic metres, cubic metre, cubic meters, cbm, cubic m, cu m, cube metres",
    "tonnes": "tonne, tonnes, ton, tons, t",
}  # fmt: skip
_AT_LEAST_THE_OTHER_WAY = ("years or newer", "years or less", "years or younger")
FEATURES = frozenset(
    ["door", "doors", "dr", "drs", "seat", "seats", "seater", "seaters", "berth", "owner", "owners", "key", "keys", "bhp", "hp", "ps", "mpg", "inch", "inches", "speed", "speeds", "gears", "gear", "wheel", "wheels", "wd", "valve", "valves", "cylinder", "cylinders", "airbags", "stamp", "stamps", "service", "services", "pcm", "nm", "kwh", "kw", "mph", "percent", "series", "class", "person", "people", "adults", "kids", "children", "dogs", "previous", "former", "days", "stroke", "piece", "man", "axle", "pot", "passengers", "passenger", "bedroom", "turbo", "gen", "generation", "seconds", "secs", "dog", "kid", "child", "grandkids", "foot", "ft", "feet", "metre", "metres", "meters", "stone", "volt", "prams"]
)  # fmt: skip
"""What a number counts where it is neither money nor age nor size."""

_HINTS = {
    "price": "price, priced, cost, costs, costing, budget, price range, priced at, for sale, asking price",
    "mileage": "mileage, milage, miles, mileage of, clocked",
    "year": "year, registered, reg, built, made, year of, manufactured, registered in",
    "engine": "engine, engine size, capacity, engine capacity, cc",
    "payload": "payload, payload of, carry, carrying, carries, can carry, payload capacity",
    "volume": "load volume, volume, cubic capacity, load space, loadspace",
    "age": "age, aged",
}  # fmt: skip
_LINKS = frozenset({"of", "is", ":", "=", "at", "a", "the", "in", "any", "limit", "range", "be"})
_RANGE = frozenset({"-", "to", "till", "until", "through", "thru", "~"})
_MAGNITUDES = {
    "k": 1000, "grand": 1000, "thousand": 1000, "thou": 1000, "g": 1000, "hundred": 100,
    "m": 1_000_000, "million": 1_000_000, "mil": 1_000_000, "thousands": 1000, "ks": 1000,
}  # fmt: skip
_NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
    )
} | {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}  # fmt: skip
_FINANCE = frozenset(["month", "monthly", "pm", "pcm", "week", "mth", "deposit", "apr"])
_NOT_AGES = frozenset(
    [
        "warranty",
        "guarantee",
        "mot",
        "finance",
        "manufacturer",
        "manufacturers",
        "breakdown",
        "servicing",
        "service",
        "tax",
        "ncb",
        "ncd",
        "no",
        "experience",
        "free",
    ]
)


def _table(rows: dict[str, str]) -> dict[str, str]:
    return {key: value for value, text in rows.items() for key in phrases.keys(text)}


PREFIXES = _table(_PREFIXES) | {"<": MAX, ">": MIN, "~": ABOUT}
POSTFIXES = _table(_POSTFIXES) | {"+": MIN}
UNITS = _table(_UNITS)
HINTS = _table(_HINTS)
WORDS = frozenset(
    {word for table in (_PREFIXES, _POSTFIXES, _UNITS, _HINTS) for text in table.values()
     for word in text.replace(",", "").split()}
    | set(_NUMBER_WORDS) | set(_MAGNITUDES) | FEATURES | _FINANCE | _NOT_AGES | _LINKS | _RANGE
)  # fmt: skip


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


@dataclass(frozen=True)
class Quantity:
    """Amounts with what stands around them, from token `first` to `last`."""

    amounts: tuple[Amount, ...]
    how: str
    hint: str
    first: int
    last: int
    is_range: bool = False

    @property
    def is_marked(self) -> bool:
        """Whether something says that this is an amount, and no name of a model."""
        if self.how or self.hint or len(self.amounts) > 1:
            return True
        return not self.amounts[0].is_plain


def read(board: Board, first: int) -> Quantity | None:
    """Return the quantity that begins at a free token."""
    hint, place = _hint(board, first)
    how, place = _prefix(board, place)
    amount = _amount(board, place)
    if amount is None or (how and not hint and _is_place_before(board, first, amount)):
        return None
    amounts, is_range = _more(board, amount, how)
    last = amounts[-1].last
    after, last = _postfix(board, last)
    # "68 or newer plate": the unit may come last.
    unit = phrases.read(board, last + 1, UNITS) if after and not amounts[-1].unit else None
    if unit:
        amounts = tuple(replace(each, unit=unit[0]) for each in amounts)
        last = unit[1]
    hint, last = _hint_after(board, hint, amounts, last)
    if _is_feature(board, amounts, last):
        return None
    how = _together(how, after) if not is_range or after in (MIN, MAX) else ""
    return Quantity(amounts, how, hint, first, last, is_range)


def _is_place_before(board: Board, first: int, amount: Amount) -> bool:
    """Whether a comparison word is no comparison: "for 5 people" and "at 1"."""
    word = board.text(first)
    return word in ("for", "at", "to", "near", "close") and amount.is_plain and amount.value < 1000


def _together(before: str, after: str) -> str:
    if before in (SINCE, ABOUT, BETWEEN, "") and after:
        return after
    return before or after


def _hint(board: Board, first: int) -> tuple[str, int]:
    """Return what the words before say that the number counts."""
    found = phrases.read(board, first, HINTS)
    if not found or board.text(first) == "for":
        return "", first
    hint, last = found
    place = last + 1
    while board.is_free(place) and board.text(place) in _LINKS:
        place += 1
    starts = _prefix(board, place)[1]
    # "for sale under £5,000": what follows must be an amount, or the hint is just a word.
    return (hint, place) if _amount(board, starts) else ("", first)


def _hint_after(board: Board, hint: str, amounts: tuple[Amount, ...], last: int) -> tuple[str, int]:
    if hint or any(each.unit not in ("", "kg", "tonnes") for each in amounts):
        return hint, last
    found = phrases.read(board, last + 1, {"mileage": "mileage", "milage": "mileage",
                                           "payload": "payload", "budget": "price"})  # fmt: skip
    return found if found else (hint, last)


def _prefix(board: Board, first: int) -> tuple[str, int]:
    """Return how the number that follows is compared, and where it begins."""
    if not board.is_free(first):
        return "", first
    place = first
    negated = board.text(first) in _NEGATIONS
    found = phrases.read(board, first, PREFIXES) or _mark(board, first, PREFIXES)
    if not found and negated:
        found = phrases.read(board, first + 1, PREFIXES) or _mark(board, first + 1, PREFIXES)
        if not found:
            return "", first
        found = _FLIPPED.get(found[0], found[0]), found[1]
    if not found:
        return "", first
    how, last = found
    place = last + 1
    while board.is_free(place) and board.text(place) in ("=", "of", "a", "the", "year", ":"):
        if _amount(board, place):
            break
        place += 1
    if board.text(place) == "-" and board.tokens[place].glued and board.is_free(place):
        place += 1  # "pre-2015"
    # "for around 8k", "from under 5k", "up to about £8,000": the inner word says more.
    inner = phrases.read(board, place, PREFIXES) if board.is_free(place) else None
    if inner and how in (SINCE, ABOUT, MAX, MIN):
        return (how if inner[0] == ABOUT and how in (MAX, MIN) else inner[0]), inner[1] + 1
    return how, place


def _mark(board: Board, first: int, table: dict[str, str]) -> tuple[str, int] | None:
    found = table.get(board.text(first)) if board.is_free(first) else None
    return (found, first) if found else None


def _postfix(board: Board, last: int) -> tuple[str, int]:
    after = last + 1
    if not board.is_free(after):
        return "", last
    found = phrases.read(board, after, POSTFIXES) or _mark(board, after, POSTFIXES)
    if found is None or (found[0] == MIN and board.text(found[1] + 1) == "vat"):
        return "", last
    # In "over 5k max 8k" and "10k plus 2018" the word belongs to what follows.
    both_ways = board.text(after) in ("max", "maximum", "min", "minimum", "at", "plus", "limit",
                                      "budget")  # fmt: skip
    if both_ways and _amount(board, found[1] + 1) is not None:
        return "", last
    return found


def _more(board: Board, amount: Amount, how: str) -> tuple[tuple[Amount, ...], bool]:
    """Return the amounts of a span or of a list, units shared."""
    after = amount.last + 1
    word = board.text(after)
    joins = word in _RANGE or (word == "and" and how == BETWEEN)
    if board.is_free(after) and joins and not (word == "-" and _is_dash(board, after)):
        other = _amount(board, after + 1)
        if other and _are_alike(amount, other):
            return _sharing(amount, other), True
    listed = [amount]
    while board.is_free(listed[-1].last + 1):
        after = listed[-1].last + 1
        if board.text(after) not in ("or", "/", ",", "and"):
            break
        other = _amount(board, after + 1)
        if not other or not _may_be_listed(listed[-1], other):
            break
        listed.append(other)
    if len(listed) > 1:
        unit = listed[-1].unit
        return tuple(replace(each, unit=each.unit or unit) for each in listed), False
    return (amount,), False


def _is_dash(board: Board, place: int) -> bool:
    """Whether a hyphen is a dash between two thoughts: "golf 2018 - 5 door"."""
    before, after = board.tokens[place], board.tokens[min(place + 1, len(board.tokens) - 1)]
    return not before.glued and after.glued


def _are_alike(one: Amount, other: Amount) -> bool:
    if one.unit and other.unit and one.unit != other.unit:
        return False
    low = one.value * (1000 if other.scaled and not one.scaled else 1)
    if one.is_plain and other.is_plain:
        years = _is_year(one.value) and (_is_year(other.value) or len(other.written) == 2)
        return years or (one.value >= 100 and one.value <= other.value)
    return low <= other.value or one.value <= other.value or other.unit == "plate"


def _may_be_listed(one: Amount, other: Amount) -> bool:
    """Whether a list of amounts means any of them: plates, years, sizes; never prices."""
    unit = other.unit or one.unit
    if unit in ("plate", "cc", "litres"):
        return one.unit in ("", unit)
    plain_years = one.is_plain and other.is_plain and _is_year(one.value) and _is_year(other.value)
    engines = "." in one.written and "." in other.written and not one.scaled and not other.scaled
    return plain_years or (engines and not one.unit)


def _is_year(value: Decimal) -> bool:
    return 1900 <= value <= 2100


def _sharing(one: Amount, other: Amount) -> tuple[Amount, Amount]:
    """Return the ends of a span: "5-7k" is 5,000 to 7,000, "2015-18" ends in 2018."""
    if one.is_plain and len(other.written) == 2 and _is_year(one.value) and other.is_plain:
        other = replace(other, value=one.value // 100 * 100 + other.value)
    if other.scaled and not one.scaled and one.raw <= other.raw and one.value < 1000:
        one = replace(one, value=one.value * (other.value / other.raw), scaled=True)
    unit = one.unit or other.unit
    return replace(one, unit=unit), replace(other, unit=other.unit or unit)


def _amount(board: Board, first: int) -> Amount | None:
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
    token = board.text(last + 1)
    if board.is_free(last + 1) and token in _MAGNITUDES and _is_magnitude(board, last + 1):
        value, scaled = raw * _MAGNITUDES[token], True
        last += 1
        unit = unit or ("money" if token == "grand" else "")
    found = phrases.read(board, last + 1, UNITS) or _mark(board, last + 1, {"£": "money"})
    if not found and board.text(last + 1) == "-":
        found = phrases.read(board, last + 2, UNITS)  # "2-litre", "66-plate"
        found = found if found and found[0] in ("litres", "plate", "cc", "years") else None
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


def _is_scaled_after(board: Board, last: int) -> bool:
    """Whether a number in words begins a span of thousands: "ten to fifteen thousand"."""
    if board.text(last + 1) not in (*_RANGE, "and"):
        return False
    other = _number(board, last + 2)
    return other is not None and board.text(other[1] + 1) in _MAGNITUDES


def _is_magnitude(board: Board, place: int) -> bool:
    """Whether "m" and "g" are magnitudes: only where they touch the number."""
    return board.text(place) not in ("m", "g") or bool(board.tokens[place].glued)


def _takes(unit: str, value: Decimal, scaled: bool) -> bool:
    """Whether a number can be of a unit: there is no 2,000-plate and no 66-litre engine."""
    if unit == "plate":
        return not scaled and (value < 100 or _is_year(value))
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
        return digits, first, False
    if board.text(first) in ("a", "one") and board.text(first + 1) in ("grand", "thousand"):
        return Decimal(1), first, True
    total, place = 0, first
    while board.is_free(place) and board.text(place) in _NUMBER_WORDS:
        total += _NUMBER_WORDS[board.text(place)]
        place += 1
        if board.text(place) == "-" and board.text(place + 1) in _NUMBER_WORDS:
            place += 1
    if place == first:
        return None
    if board.text(place) == "hundred" and board.text(place + 1) in ("thousand", "k", "grand"):
        return Decimal(total * 100), place, True
    if (board.text(place), board.text(place + 1), board.text(place + 2)) == ("and", "a", "half"):
        return Decimal(total) + Decimal("0.5"), place + 2, True
    return Decimal(total), place - 1, True


def instalment(board: Board, first: int) -> int | None:
    """Return the last token of "under £200 a month", which bounds nothing that is known."""
    _, place = _prefix(board, first)
    amount = _amount(board, place)
    if amount is None:
        return None
    after = amount.last + 1
    if board.text(after) in ("a", "per", "p", "/", "each"):
        after += 1
    return after if board.text(after) in _FINANCE else None


def _is_feature(board: Board, amounts: tuple[Amount, ...], last: int) -> bool:
    """Whether the number counts doors, owners or a monthly payment."""
    if amounts[-1].unit == "miles" and "range" in (
        board.text(last + 1), board.text(last + 2), board.text(amounts[0].first - 1),
        board.text(amounts[0].first - 2), board.text(amounts[0].first - 3),
    ):
        return True  # of an electric car
    plain = all(each.unit in ("", "years", "money") for each in amounts)
    after = next(_words_after(board, last), "")
    following = " ".join(board.text(last + n) for n in range(1, 5))
    if amounts[-1].unit == "years":
        return any(word in _NOT_AGES for word in following.split()[:2])
    if amounts[-1].unit != "money" and plain and after in FEATURES:
        return True
    monthly = following.split()[:3]
    return (
        plain
        and any(word in _FINANCE for word in monthly)
        and (monthly[0] in _FINANCE or monthly[0] in ("a", "per", "p", "/", "each"))
    )


def _words_after(board: Board, last: int) -> Iterable[str]:
    return iter(
        [board.text(place) for place in (last + 1, last + 2) if board.text(place) not in ("-", "")]
    )
