"""What a number counts instead of money, miles, age or size: doors, owners, months of an MOT."""

from carslink.search.plain import amount_words as said
from carslink.search.plain.amount_words import FEATURES
from carslink.search.plain.claims import Board
from carslink.search.plain.figures import Amount, is_year

_BETWEEN = frozenset(
    "- of full former previous manufacturer manufacturers dealer lady careful s ' main".split()
)


def is_another(board: Board, amounts: tuple[Amount, ...], last: int) -> bool:
    """Whether the number counts doors, owners or a monthly payment."""
    if amounts[-1].unit == "miles" and "range" in (
        board.text(last + 1),
        board.text(last + 2),
        board.text(amounts[0].first - 1),
        board.text(amounts[0].first - 2),
        board.text(amounts[0].first - 3),
    ):
        return True  # of an electric car
    plain = all(each.unit in ("", "years", "money") for each in amounts)
    after = _word_after(board, last)
    following = " ".join(board.text(last + n) for n in range(1, 5))
    if amounts[-1].unit in ("years", "months"):
        first = amounts[0].first
        named = board.text(
            first - 2 if board.text(first - 1) in said.LINKS | {"for", "until"} else first - 1
        )
        is_old = any("old" in board.text(place) for place in range(first, last + 1))
        return any(word in said.NOT_AGES for word in following.split()[:2]) or (
            named in said.NOT_AGES - {"no", "free", "service"} and not is_old
        )
    if "." in amounts[-1].written and after in ("turbo", "man", "valve"):
        return False  # a size: "1.4 turbo", "1.6 man"
    of_a_year = amounts[-1].is_plain and is_year(amounts[-1].value)  # "2018 SEAT Ibiza"
    if amounts[-1].unit != "money" and plain and after in FEATURES and not (
        of_a_year and after == "seat"
    ):  # fmt: skip
        return True
    monthly = following.split()[:3]
    return (
        plain
        and any(word in said.FINANCE for word in monthly)
        and (monthly[0] in said.FINANCE or monthly[0] in ("a", "per", "p", "/", "each"))
    )


def thing(board: Board, last: int) -> int | None:
    """Return the last token of what a number counts: "months MOT", "previous owners"."""
    place = last + 1
    while board.text(place) in _BETWEEN:
        place += 1
    return place if board.text(place) in FEATURES | said.NOT_AGES else None


def _word_after(board: Board, last: int) -> str:
    """Return the next word, past a hyphen."""
    return board.text(last + 1) if board.text(last + 1) != "-" else board.text(last + 2)
