"""Numbers in a sentence that are not of the vehicle: the ages of people, miles that are driven, the
date of an MOT, what is to be towed. They bound nothing."""

from carslink.search.plain import amounts, counted, lexicon, phrases, wishes
from carslink.search.plain.amounts import Quantity
from carslink.search.plain.claims import Board, Claim
from carslink.search.plain.figures import amount_at, is_year, mark
from carslink.search.plain.loads import LOADS, PULL

MOST_MILES = 1_000
"""Further than anybody travels for a vehicle."""

MOST_KM = 1_000
"""Fewer kilometres are a distance, a range or a speed, and on no clock."""
_FROM = frozenset({"from", "of", "away", "radius", "around"})

_AGES = range(15, 100)  # of people who drive
_PEOPLE = frozenset(
    """
    adult boy boyfriend brother child dad daughter driver drivers father female girl girlfriend
    grandad granddaughter grandson gran guy kid lad lady learner male man mother mum nan niece
    nephew olds person sister son student teenager wife woman husband
    """.split()
)
_IS = frozenset({"im", "hes", "shes", "theyre", "aged", "turned", "turning", "turns"})
_TO_BE = {"am": ("i",), "is": ("he", "she", "who", *_PEOPLE)}
_SOUGHT = frozenset({"looking", "look", "searching", "search", "hunting", "after", "hoping"})
_GOES_ON = frozenset(
    """
    , . ; and around in just learning near new or over so that to under up who with within
    """.split()
) | {""}
"""What may follow "a 17 year old" where a person is meant, and no vehicle."""

_SMALL = frozenset({"a", "an", "the", "my", "our", "about", "around", "up", "to", "over", "under"})
_EACH = frozenset({"a", "per", "/", "each", "every"})
_TIMES = frozenset({"day", "year", "week", "annum", "way", "month", "yr", "journey", "trip"})
_COMMUTES = frozenset({"commute", "commutes", "commuting", "drive", "drives"})
_TRAVELS = frozenset({"travel", "travelling", "drive", "go", "collect"})
_DONE = frozenset(
    """
    at changed done due expires expiring fitted in jan january feb february march april june july
    aug august sept september oct october nov november dec december may last replaced runs till
    to until untill valid was
    """.split()
)
"""What stands between a part and its date."""
_PARTS = frozenset("belt brakes cambelt chain clutch discs exhaust flywheel tyres".split())
_PAPERS = frozenset("guarantee insured mot mots service serviced taxed warranty".split())
_FEWEST = 20_000
"""Miles at which a part is changed; "new tyres at 5k" is more likely a price."""
_TOWS = PULL | LOADS
_LITRES = frozenset({"l", "litre", "litres", "liter", "liters", "ltr", "ltrs"})


def claim(board: Board, quantity: Quantity) -> Claim | None:
    """Return the claim of a quantity that bounds nothing of the vehicle, if it does not."""
    first, last = quantity.amounts[0].first, quantity.last
    unit = quantity.amounts[-1].unit
    if board.text(first - 1) == "mk" and board.is_free(first - 1) and not unit:
        return Claim(first - 1, last, "generation")
    if unit in ("miles", "") and quantity.amounts[-1].value >= 1:
        driven = _driven(board, quantity)
        if driven is not None:
            return Claim(quantity.first, driven, "filler")
    if unit == "km" and quantity.amounts[-1].value < MOST_KM:
        far_off = board.text(last + 1) in _FROM or board.text(quantity.first) == "within"
        return None if far_off else Claim(quantity.first, _km_end(board, last), "filler")
    if unit == "miles" and quantity.amounts[-1].value <= MOST_MILES:
        begins = _travels(board, quantity.first)
        if begins is not None:
            miles = int(quantity.amounts[-1].value)
            return Claim(begins, last, "radius", value=miles, label=f"Within {miles} miles")
    if (unit in ("years", "") and _is_of_a_person(board, quantity)) or (
        unit == "" and is_year(quantity.amounts[-1].value) and _serviced(board, first, last)
    ):
        return Claim(quantity.first, last, "filler")
    if unit in ("", "miles") and (begins := _dated(board, quantity)) is not None:
        return Claim(begins, last, "filler")
    if unit in ("kg", "tonnes") and _is_towed(board, quantity):
        begins = first - 1
        begins = begins if board.text(begins) in PULL and board.is_free(begins) else quantity.first
        return wishes.of(wishes.by_name()["towing"], begins, last)
    if unit == "tonnes" and quantity.hint != "payload" and not quantity.how:
        return Claim(quantity.first, last, "filler")  # "3.5t Luton"
    if unit == "" and quantity.amounts[-1].value >= 20 and board.text(last + 1) in _LITRES:
        return Claim(quantity.first, last + 1, "filler")  # "500 litre boot"
    return None


def far(board: Board, first: int) -> int | None:
    """Return the last token of "250+ miles range", "range of 250 miles" and "CO2 under 100"."""
    place = first
    word = board.text(first)
    if word in ("range", "co2"):
        place += 1
        while board.text(place) in ("of", "at", "emissions", "is", "least") and place < first + 4:
            place += 1
    amount = amount_at(board, amounts.prefix(board, place)[1])
    if amount is None or amount.unit not in ("", "miles", "km"):
        return None
    if word == "co2" or (word == "range" and amount.unit):
        return amount.last
    after = amount.last + 1
    while board.text(after) in ("+", "plus", "mile", "miles", "electric", "ev"):
        after += 1
    has_miles = {"mile", "miles"} & set(board.texts[amount.first : after])
    return after if has_miles and board.text(after) == "range" and board.is_free(after) else None


def counted_thing(board: Board, first: int, only_compared: bool) -> Claim | None:
    """Return what a number counts, as one thing that vehicles have: "12 months MOT", "17 seats". It
    cannot be compared: "no more than 2 owners" asks for nothing, "at least 7 seats" for seven."""
    how, place = amounts.prefix(board, first)
    amount = amount_at(board, place)
    if amount is None or not counted.is_another(board, (amount,), amount.last):
        return None
    last = counted.thing(board, amount.last)
    if last is None or (board.text(first) == "for" and board.text(last) == "series"):
        return None  # "px my Golf for a 5 Series"
    if not _says_little(board, first, last):
        return None
    behind = phrases.read(board, last + 1, amounts.POSTFIXES) or mark(
        board, last + 1, amounts.POSTFIXES
    )
    if not (how or behind):
        is_late = only_compared and not amount.unit  # "7 seats" may be a phrase
        return None if is_late else Claim(first, last, "feature")
    wish = phrases.read(board, place, lexicon.table())
    if wish is not None and wish[0].kind == "concept":
        return Claim(first, place - 1, "filler") if how else None
    return Claim(first, behind[1] if behind else last, "filler")


def _says_little(board: Board, first: int, last: int) -> bool:
    """Whether nothing but fillers has claimed some tokens."""
    taken = board.taken[first : last + 1]
    return all(
        each is None or (each.kind == "filler" and each.first == each.last) for each in taken
    )


def _is_of_a_person(board: Board, quantity: Quantity) -> bool:
    """Whether an age is of somebody: "my 18 year old son", "I am 21"."""
    one, after = quantity.amounts[0], quantity.last + 1
    if one.scaled or "." in one.written or int(one.value) not in _AGES:
        return False
    before = one.first - 1
    if board.text(before) in _IS or board.text(before - 1) in _TO_BE.get(board.text(before), ()):
        return True
    if not quantity.amounts[-1].unit:
        return False
    if board.text(after) in _PEOPLE:
        return True
    while board.text(before) in ("a", "an", "my", "our"):
        before -= 1
    is_for = board.text(before) == "for" and board.text(before - 1) not in _SOUGHT
    is_old = board.text(quantity.amounts[-1].last) == "old"
    return is_for and is_old and board.text(after) in _GOES_ON


def _driven(board: Board, quantity: Quantity) -> int | None:
    """Return the last token of "12k miles a year", "a 10 mile commute" and "30 miles each way"."""
    amount, after = quantity.amounts[-1], quantity.last + 1
    if board.text(after) in _EACH and board.text(after + 1) in _TIMES:
        is_driving = amount.unit == "miles" or (amount.scaled and amount.value >= 3_000)
        return after + 1 if is_driving else None
    if amount.unit != "miles":
        return None
    if board.text(after) in ("annually", "pa", "yearly", "daily", "weekly"):
        return after
    before = quantity.amounts[0].first - 1
    while board.text(before) in _SMALL | {"of", "is"}:
        before -= 1
    commutes = board.text(after) in _COMMUTES or board.text(after + 1) in _COMMUTES - {"drive"}
    return quantity.last if commutes or board.text(before) in _COMMUTES - {"drive"} else None


def _km_end(board: Board, last: int) -> int:
    """Return the last token of "30km a day", "400km range" and "200 km/h"."""
    if board.text(last + 1) == "range" and board.is_free(last + 1):
        return last + 1
    is_each = board.text(last + 1) in _EACH and board.text(last + 2) in _TIMES | {"h", "hour"}
    return last + 2 if is_each and board.is_free(last + 1, last + 2) else last


def _travels(board: Board, first: int) -> int | None:
    """Return where "travel up to" begins, before miles that say how far a buyer goes."""
    begins = first - 1
    while board.text(begins) in ("for", "about", "around"):
        begins -= 1
    is_so = board.text(begins) in _TRAVELS and board.is_free(begins, first)
    return begins if is_so else None


def _serviced(board: Board, first: int, last: int) -> bool:
    return board.text(first - 1) == "serviced" and board.text(last + 1) in _GOES_ON


def _dated(board: Board, quantity: Quantity) -> int | None:
    """Return where the date or mileage of a part or a paper begins: "clutch at 60k", "MOT until
    2026"."""
    amount = quantity.amounts[-1]
    begins = quantity.amounts[0].first
    while board.text(begins - 1) in _DONE and begins > quantity.amounts[0].first - 4:
        begins -= 1
    if begins == quantity.amounts[0].first:
        return None
    is_dated = amount.is_plain and is_year(amount.value)
    is_part = board.text(begins - 1) in _PARTS and (is_dated or amount.value >= _FEWEST)
    if not (is_part or (is_dated and board.text(begins - 1) in _PAPERS)):
        return None
    begins = min(begins, quantity.first)
    return begins if board.is_free(begins, quantity.last) else quantity.first


def _is_towed(board: Board, quantity: Quantity) -> bool:
    first, last = quantity.first, quantity.last
    if quantity.hint == "payload" or "payload" in board.texts[first : last + 1]:
        return False
    return bool(
        {*board.texts[max(0, first - 3) : first], *board.texts[last + 1 : last + 3]} & _TOWS
    )
