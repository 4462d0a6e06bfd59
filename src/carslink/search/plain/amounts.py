"""Amounts in a sentence: "under 8 grand", "£5k-£7k", "2018 or newer", "on a 66 plate", "1.0".

`read` finds an amount, a span of two, or a list, with what stands before and after it; what it
bounds is for `bounds.py` to say.
"""

from dataclasses import dataclass, replace

from carslink.search.plain import amount_words as said
from carslink.search.plain import counted, phrases
from carslink.search.plain.amount_words import ABOUT, BETWEEN, FEATURES, MAX, MIN, OLDER, SINCE
from carslink.search.plain.claims import Board
from carslink.search.plain.figures import UNITS, Amount, amount_at, is_year, mark, table

PREFIXES = table(said.BEFORE_IT) | {"<": MAX, ">": MIN, "~": ABOUT}
POSTFIXES = table(said.BEHIND_IT) | {"+": MIN, ">": MIN}
HINTS = table(said.HINTS)
WORDS = frozenset(
    {
        word
        for rows in (said.BEFORE_IT, said.BEHIND_IT, said.UNITS, said.HINTS)
        for text in rows.values()
        for word in text.replace(",", "").split()
    }
    | {*said.NUMBERS, *said.MAGNITUDES, *said.RANGE}
    | FEATURES | said.FINANCE | said.NOT_AGES | said.LINKS
)  # fmt: skip
"""Every word that has to do with amounts."""


_MOST_CC = 9_000
"""More than any engine has."""


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
    bound, begins = _bound_of_hint(board, first)
    hint, place = _hint(board, begins)
    begins = place
    how, place = prefix(board, place)
    amount = amount_at(board, place)
    if amount and _is_sought(board, begins, amount):
        how = ""
    how = how or bound
    if amount is None or (how and not hint and _is_place_before(board, first, amount)):
        return None
    amounts, is_range = _more(board, amount, how)
    if hint == "price" and _is_of_the_next(board, amounts[-1].last):
        # "price under 10k mileage under 50k": it is the next one's.
        ends = replace(amounts[-1], last=amounts[-1].last - 1)
        amounts = tuple(replace(each, unit="") for each in (*amounts[:-1], ends))
    last = amounts[-1].last
    after, last = _postfix(board, last)
    # "68 or newer plate": the unit may come last.
    is_bare = bool(after) and not (amounts[-1].unit or hint)
    unit = phrases.read(board, last + 1, UNITS) if is_bare else None
    if unit and amount_at(board, prefix(board, unit[1] + 1)[1]) is None:
        amounts = tuple(replace(each, unit=unit[0]) for each in amounts)
        last = unit[1]
    hint, last = _hint_after(board, hint, amounts, last)
    if counted.is_another(board, amounts, last):
        return None
    how = _together(how, after) if not is_range or after in (MIN, MAX, SINCE) else ""
    return Quantity(amounts, how, hint, first, last, is_range)


def _is_of_the_next(board: Board, place: int) -> bool:
    """Whether the "miles" behind a price say what the amount after them counts."""
    if board.text(place) != "miles":
        return board.text(place) in ("mileage", "milage")
    after = amount_at(board, prefix(board, place + 1)[1])
    return after is not None and after.unit in ("", "miles")


def _is_sought(board: Board, first: int, amount: Amount) -> bool:
    """Whether "for" and "after" compare nothing: "looking for a 2018 golf", "after a 1.2 corsa"."""
    word, between = board.text(first), board.texts[first + 1 : amount.first]
    if word not in ("for", "after") or not {"a", "the"}.issuperset(between):
        return False
    of_a_year = amount.unit == "plate" or (amount.is_plain and is_year(amount.value))
    if amount.unit == "years" or (word == "after" and of_a_year):
        return False
    is_size = "." in amount.written and not amount.scaled
    return of_a_year or is_size or amount.unit not in ("", "money")


def _is_place_before(board: Board, first: int, amount: Amount) -> bool:
    """Whether a comparison word is no comparison: "for 5 people" and "at 1"."""
    word = board.text(first)
    if word in ("last", "past", "the"):  # "last 3 years", but not "to last 5 years"
        is_lasting = board.text(first - 1) in ("to", "will", "should", "must")
        return amount.unit not in ("years", "months") or is_lasting
    return word in ("for", "at", "to", "near", "close") and amount.is_plain and amount.value < 1000


def _together(before: str, after: str) -> str:
    if before in (SINCE, ABOUT, BETWEEN, "") and after:
        return after
    return before or after


def _bound_of_hint(board: Board, first: int) -> tuple[str, int]:
    """Return how "max age 5" and "min price 5k" compare, and where the word behind it begins."""
    is_one = board.text(first) in ("max", "maximum", "min", "minimum") and board.is_free(first)
    if is_one and not _is_called_max(board, first) and _hint(board, first + 1)[0]:
        return PREFIXES[board.text(first)], first + 1
    return "", first


def _hint(board: Board, first: int) -> tuple[str, int]:
    """Return what the words before say that the number counts."""
    found = phrases.read(board, first, HINTS)
    is_unit = board.text(first) == "cc" and board.text(first - 1).isdecimal()
    if not found or board.text(first) == "for" or is_unit:
        return "", first
    hint, last = found
    if hint == "mileage" and board.text(first - 1) in ("low", "lower", "lowest", "high", "fewest"):
        return "", first  # an order, "low mileage under 10k"
    place = last + 1
    while board.is_free(place) and board.text(place) in said.LINKS:
        if board.text(place) == "at" and board.text(place + 1) in ("least", "most"):
            break
        place += 1
    starts = prefix(board, place)[1]
    # "for sale under £5,000": what follows must be an amount, or the hint is just a word.
    amount = amount_at(board, starts)
    if amount is None or (hint == "mileage" and amount.unit not in ("", "miles")):
        return "", first
    is_year_or_price = (amount.is_plain and is_year(amount.value)) or amount.value > _MOST_CC
    if board.text(first) == "cc" and (is_year_or_price or amount.unit == "money"):
        return "", first  # "Focus CC 2018", "Focus CC under 20k"
    return hint, place


def _hint_after(board: Board, hint: str, amounts: tuple[Amount, ...], last: int) -> tuple[str, int]:
    if hint or any(each.unit not in ("", "kg", "tonnes") for each in amounts):
        return hint, last
    found = phrases.read(board, last + 1, {"mileage": "mileage", "milage": "mileage",
                                           "payload": "payload", "budget": "price"})  # fmt: skip
    return found if found else (hint, last)


def prefix(board: Board, first: int) -> tuple[str, int]:
    """Return how the number that follows is compared, and where it begins."""
    if not board.is_free(first):
        return "", first
    place = first
    found = phrases.read(board, first, PREFIXES) or mark(board, first, PREFIXES)
    if not found or _is_called_max(board, first):
        return "", first
    how, last = found
    place = last + 1
    while board.is_free(place) and board.text(place) in ("=", "of", "a", "the", "year", ":"):
        if amount_at(board, place):
            break
        place += 1
    if board.text(place) == "-" and board.tokens[place].glued and board.is_free(place):
        place += 1  # "pre-2015"
    # "for around 8k", "from under 5k", "up to about £8,000": the inner word says more.
    inner = phrases.read(board, place, PREFIXES) if board.is_free(place) else None
    if inner and how in (SINCE, ABOUT, MAX, MIN):
        return (how if inner[0] == ABOUT and how in (MAX, MIN) else inner[0]), inner[1] + 1
    return how, place


def _is_called_max(board: Board, first: int) -> bool:
    """Whether "max" ends a name: "S-Max", "x max"."""
    place = first + 1 if board.text(first) == "-" else first
    before = board.text(place - 2) if board.text(place - 1) == "-" else board.text(place - 1)
    return board.text(place) == "max" and before in ("s", "c", "b", "x", "t", "d")


def _postfix(board: Board, last: int) -> tuple[str, int]:
    after = last + 1
    if not board.is_free(after):
        return "", last
    found = phrases.read(board, after, POSTFIXES) or mark(board, after, POSTFIXES)
    if found is None or (found[0] == MIN and board.text(found[1] + 1) == "vat"):
        return "", last
    if board.text(found[1] + 1) in ("than", "then"):
        return "", last  # "under 40k miles or older than 2015"
    if board.text(after) in ("on", "up") and found[1] == after and not _ends_in_on(board, after):
        return "", last
    # In "over 5k max 8k" and "10k plus 2018" the word belongs to what follows.
    both_ways = board.text(after) in ("max", "maximum", "min", "minimum", "at", "plus", "limit",
                                      "budget", "and", ">")  # fmt: skip
    ends_here = board.text(after) == "and" and board.text(found[1]) not in ("after", "before")
    if ends_here and found[0] in (SINCE, OLDER):
        return found  # "2014 and newer 5 Series"
    following = amount_at(board, found[1] + 1) if both_ways else None
    year = board.tokens[last].number
    ends = board.text(after) == "plus" and year is not None and is_year(year)  # "2018 plus 5 door"
    if following and not (ends and _is_of_a_feature(board, following)):
        return "", last
    return found


def _is_of_a_feature(board: Board, amount: Amount) -> bool:
    """Whether a number can not be bounded, as that of "5 door"."""
    return amount.is_plain and board.text(amount.last + 1) in FEATURES


def _ends_in_on(board: Board, place: int) -> bool:
    """Whether "on" means "and later": "2017 on", not "2017 on finance" or "50k on the clock"."""
    year = board.tokens[place - 1].number
    of_a_year = board.text(place - 1) in ("plate", "reg") or (year is not None and is_year(year))
    after = board.tokens[place + 1] if place + 1 < len(board.tokens) else None
    ends = after is None or after.kind == "mark" or after.text in said.BEHIND_ON
    return of_a_year and ends


def _more(board: Board, amount: Amount, how: str) -> tuple[tuple[Amount, ...], bool]:
    """Return the amounts of a span or of a list, units shared."""
    after = amount.last + 1
    word = board.text(after)
    joins = word in said.RANGE or (word in ("and", "&") and how == BETWEEN)
    if board.is_free(after) and joins and not (word == "-" and _is_dash(board, after)):
        other = amount_at(board, after + 1)
        if other and _are_alike(amount, other):
            return _sharing(amount, other), True
    more = amount_at(board, after + 1) if word == "or" and board.is_free(after) else None
    if more and more.scaled and amount.is_plain and amount.value < more.raw:
        return (replace(more, first=amount.first),), False  # "7 or 8 grand"
    listed = [amount]
    while board.is_free(listed[-1].last + 1):
        after = listed[-1].last + 1
        is_joined = board.text(after) in ("or", "/", ",", "and")
        if not (is_joined or (_is_bare_year(listed[-1]) and board.tokens[after].number)):
            break
        other = amount_at(board, after + is_joined)  # "2015 2016 or 2017"
        if other and board.text(after) == "/" and _is_short_year(listed[-1], other):
            other = replace(other, value=listed[-1].value // 100 * 100 + other.value)
        if not other or not _may_be_listed(listed[-1], other):
            break
        listed.append(other)
    if len(listed) > 1:
        unit = listed[-1].unit
        return tuple(replace(each, unit=each.unit or unit) for each in listed), False
    return (amount,), False


def _is_bare_year(amount: Amount) -> bool:
    return amount.is_plain and is_year(amount.value)


def _is_short_year(year: Amount, other: Amount) -> bool:
    """Whether "18" is a year behind a slash: "2017/18"."""
    return _is_bare_year(year) and other.is_plain and other.value == year.value % 100 + 1


def _is_dash(board: Board, place: int) -> bool:
    """Whether a hyphen is a dash between two thoughts: "golf 2018 - 5 door"."""
    before, after = board.tokens[place], board.tokens[min(place + 1, len(board.tokens) - 1)]
    return not before.glued and after.glued


def _are_alike(one: Amount, other: Amount) -> bool:
    if one.unit and other.unit and one.unit != other.unit:
        return False
    low = one.value * (1000 if other.scaled and not one.scaled else 1)
    if one.is_plain and other.is_plain:
        years = is_year(one.value) and (is_year(other.value) or len(other.written) == 2)
        return years or (one.value >= 100 and one.value <= other.value)
    return low <= other.value or one.value <= other.value or other.unit == "plate"


def _may_be_listed(one: Amount, other: Amount) -> bool:
    """Whether a list of amounts means any of them: plates, years, sizes; never prices."""
    unit = other.unit or one.unit
    if unit in ("plate", "cc", "litres"):
        return one.unit in ("", unit)
    plain_years = _is_bare_year(one) and _is_bare_year(other)
    engines = "." in one.written and "." in other.written and not one.scaled and not other.scaled
    return plain_years or (engines and not one.unit)


def _sharing(one: Amount, other: Amount) -> tuple[Amount, Amount]:
    """Return the ends of a span: "5-7k" is 5,000 to 7,000, "2015-18" ends in 2018."""
    if one.is_plain and len(other.written) == 2 and is_year(one.value) and other.is_plain:
        other = replace(other, value=one.value // 100 * 100 + other.value)
    if other.scaled and not one.scaled and one.raw <= other.raw and one.value < 1000:
        one = replace(one, value=one.value * (other.value / other.raw), scaled=True)
    unit = one.unit or other.unit
    return replace(one, unit=unit), replace(other, unit=other.unit or unit)
