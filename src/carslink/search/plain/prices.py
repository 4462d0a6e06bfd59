"""Two amounts of which neither says what it counts: "Golf 8k 60k" is a price and a mileage."""

from dataclasses import replace

from carslink.search.filters import BOUND
from carslink.search.plain import amount_words as said
from carslink.search.plain import bounds
from carslink.search.plain.claims import Board, Claim

BESIDE_A_PRICE = "beside a price"
"""The value of a claim of miles that were said to be miles by a price alone."""

_OF_MONEY = frozenset(
    """
    £ pounds pound quid gbp sterling squid grand price priced pricing cost costs costing budget
    spend pay paying asking for cheaper
    """.split()
)
_OF_A_NUMBER = frozenset({*said.MAGNITUDES, *said.NUMBERS, *said.RANGE, ","})
_FURTHER = 2
"""How many times as much as the price an amount must be to be miles: "8k 60k", but not "around 8k
max 9k"."""

_FAR = 20_000
_FAR_FOR_ITS_PRICE = 4
"""From so many miles on, and so many times its price, a first amount is the miles: "60k 6k"."""


def tell_from_miles(board: Board) -> None:
    """Take a second price that nobody called one for a mileage."""
    numbers = [each for each in board.in_order() if each.kind == "number"]
    prices = [each for each in numbers if each.bounds[0][0].startswith("price")]
    has_miles = any(each.bounds[0][0].startswith("mileage") for each in numbers)
    if len(prices) < 2 or has_miles or not all(map(_most, prices)):
        return
    if max(map(_most, prices)) > BOUND["mileage_max"].most:
        return
    told = [each for each in prices if _is_told(board, each)]
    untold = [each for each in prices if each not in told and not _is_only_liked(board, each)]
    if not told and len(untold) > 1:
        first, second = untold[:2]
        is_far = _most(first) >= max(_FAR, _FAR_FOR_ITS_PRICE * _most(second))
        told = [second if is_far else first]
    for each in untold:
        price = next((other for other in told if other is not each and _meet(each, other)), None)
        times = _most(each) / _most(price) if price is not None else 1
        if times >= _FURTHER or (times < 1 and _is_bare(board, each)):
            board.change(each, _of_miles(each))
            return


def _is_told(board: Board, claim: Claim) -> bool:
    return not _OF_MONEY.isdisjoint(board.texts[claim.first : claim.last + 1])


def _is_bare(board: Board, claim: Claim) -> bool:
    """Whether nothing is said of an amount."""
    return all(
        token.number is not None or token.text in _OF_A_NUMBER
        for token in board.tokens[claim.first : claim.last + 1]
    )


def _is_only_liked(board: Board, claim: Claim) -> bool:
    beside = [board.taken[at] for at in (claim.first - 1, claim.last + 1)
              if 0 <= at < len(board.taken)]  # fmt: skip
    return any(each is not None and each.kind == "gentle" for each in beside)


def _most(claim: Claim) -> float:
    return max(value for _, value in claim.bounds)


def _meet(one: Claim, other: Claim) -> bool:
    """Whether two bound the same end, so that one would be lost."""
    return not dict(one.bounds).keys().isdisjoint(dict(other.bounds))


def _of_miles(claim: Claim) -> Claim:
    told = tuple((name.replace("price", "mileage"), value) for name, value in claim.bounds)
    return replace(claim, bounds=told, label=bounds.label(told), value=BESIDE_A_PRICE)
