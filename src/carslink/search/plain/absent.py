"""Models that there are, and that the stock has none of."""

from collections.abc import Iterator

from carslink.search.plain import phrases
from carslink.search.plain.claims import Board, Claim
from carslink.search.plain.coded import model
from carslink.search.plain.names import known_models


def ford_max(board: Board, first: int) -> Claim | None:
    """Return a known Ford that the stock may have none of: "s max" is no "s" and no limit."""
    last = first + 2 if board.text(first + 1) == "-" else first + 1
    key = board.text(first) + board.text(last)
    if board.text(last) != "max" or not board.is_free(first, last):
        return None
    models = known_models("Ford", key)
    return model(first, last, models, "not in stock") if models else None


def claim(board: Board) -> None:
    """Claim models that the stock has none of, behind their make: none will be found, and the
    buyer sees why."""
    for make_claim in [each for each in board.claims if each.kind == "make"]:
        if make_claim.value == "country":
            continue
        first = make_claim.last + 1
        if not board.is_free(first) or board.tokens[first].kind == "mark":
            continue
        for found in _rare(board, first, make_claim):
            board.claim(found)
            break


def _rare(board: Board, first: int, make_claim: Claim) -> Iterator[Claim]:
    for key, last in phrases.spans(board, first):
        for _, make in make_claim.pairs:
            models = known_models(make, key)
            if models:
                yield model(first, last, models, "not in stock")
