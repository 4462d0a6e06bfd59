"""Which wheels are driven: "4x4" is a body alone, and a wish beside another."""

from carslink.search.plain import negation, wishes
from carslink.search.plain.claims import Board, Claim

_SUV = (("body_type", "SUV"),)


def tell_from_bodies(board: Board) -> None:
    """Let "4x4" say which wheels are driven where another body is named: "pickup 4x4"."""
    for each in [each for each in board.claims if each.kind == "body_type"]:
        is_drive = board.texts[each.first : each.last + 1] == ["4x4"]
        joined = {board.text(each.first - 1), board.text(each.last + 1)} & {"or", "/"}
        if not is_drive or joined or negation.before(board, each.first):
            continue
        if any(_has_body(other) for other in board.claims):
            board.change(each, wishes.of(wishes.by_name()["rough_ground"], each.first, each.last))


def _has_body(claim: Claim) -> bool:
    is_van = ("vehicle_type", "van") in (*claim.pairs, *claim.implied)
    return is_van or (claim.kind == "body_type" and claim.pairs != _SUV)
