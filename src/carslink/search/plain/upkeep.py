"""Money in a sentence that is no price: instalments, and tax."""

from carslink.search.plain import amount_words as said
from carslink.search.plain import amounts
from carslink.search.plain.claims import Board
from carslink.search.plain.figures import Amount, amount_at


def instalment(board: Board, first: int) -> int | None:
    """Return the last token of "under £200 a month" and "deposit of £500", which bound nothing that
    is known."""
    if board.text(first) == "deposit":
        after = first + 2 if board.text(first + 1) in (":", "is", "of") else first + 1
        paid = amount_at(board, amounts.prefix(board, after)[1])
        return paid.last if paid else None
    _, place = amounts.prefix(board, first)
    amount = amount_at(board, place)
    if amount is None:
        return None
    after = amount.last + 1
    if board.text(after) in said.RANGE | {"and"} and (most := amount_at(board, after + 1)):
        after = most.last + 1  # "between £200 and £250 a month"
    if board.text(after) in ("a", "per", "p", "/", "each"):
        after += 1
    return after if board.text(after) in said.FINANCE else None


def tax(board: Board, first: int) -> int | None:
    """Return the last token of "£30 road tax" and "tax under £200": money that is no price."""
    place = first
    while board.is_free(place) and board.text(place) in said.UPKEEP and place < first + 3:
        place += 1
    if place > first and board.text(place) in (":", "is", "of", "at"):
        place += 1
    amount = amount_at(board, amounts.prefix(board, place)[1])
    if amount is None or not (amount.unit == "money" or _is_tax(board, first, place, amount)):
        return None
    if place > first:
        return amount.last
    after = amount.last + 1
    while board.text(after) in said.A_YEAR and after < amount.last + 4:
        after += 1
    if board.text(after) not in said.UPKEEP or not board.is_free(first, after):
        return None
    return after + 1 if board.text(after + 1) in said.UPKEEP and board.is_free(after + 1) else after


def _is_tax(board: Board, first: int, place: int, amount: Amount) -> bool:
    """Whether a number without a pound sign is too small to be a price: "insurance under 500"."""
    is_compared = bool(amounts.prefix(board, place)[0])
    return place > first and is_compared and not amount.unit and 20 < amount.value < 1000
