"""What stands behind the name of a vehicle: its trim, and which generation it is."""

import re

from carslink.search.plain import english, phrases, towns, trims
from carslink.search.plain.claims import Board, Claim
from carslink.search.plain.knowledge import Knowledge

_MARK = re.compile(r"(?:mk\d{0,2}|mark)$")


def follows_a_name(board: Board, first: int) -> bool:
    """Whether a trim stands behind a make, a model, a size, a year or another trim."""
    before = board.taken[first - 1] if first else None
    if before is None and first > 1 and _is_passed_over(board, first - 1):
        before = board.taken[first - 2]
    if before is None:
        return False
    return before.kind in ("make", "model", "variant", "number", "generation") or (
        before.kind in ("fuel", "transmission", "body_type", "colour")
        and follows_a_name(board, before.first)
    )


def _is_passed_over(board: Board, place: int) -> bool:
    """Whether a trim may stand behind a word that is behind a name: "911 997 Carrera"."""
    text = board.text(place)
    is_code = board.is_free(place) and any(letter.isdigit() for letter in text)
    return text in ("-", "in") or is_code


def follows_a_model(board: Board, first: int, or_trim: bool = False) -> bool:
    """Whether a model stands right before, or a trim of one."""
    before = board.taken[first - 1] if first else None
    return before is not None and (before.kind == "model" or (or_trim and before.kind == "variant"))


def is_trim(board: Board, first: int, last: int, key: str, known: Knowledge) -> bool:
    """Whether a trim that is a word of its own is one: behind a name; before one, or alone, where
    the stock has the trim and the word does not describe."""
    if key == "st" and towns.is_town(f"st{board.text(last + 1)}"):
        return False  # St Albans
    if key == "st" and towns.is_town(f"{board.text(first - 1)}st{board.text(last + 1)}"):
        return False  # Bury St Edmunds
    if key not in trims.TRIMS_AFTER_A_NAME or follows_a_name(board, first):
        return True
    if last == len(board.tokens) - 1 and first == 0:
        return known.stock.is_variant(key)
    if key in trims.TRIMS_THAT_DESCRIBE or not known.stock.is_variant(key):
        return False
    after = last + 1
    return not english.is_word(key) or any(
        (name := known.spelling(next_key)) is not None and bool(name.makes or name.models)
        for next_key, _ in (phrases.spans(board, after) if after < len(board.tokens) else ())
    )


def claim_generations(board: Board) -> None:
    """Claim the generation of a model: "Golf 7", "Golf Mk7", "Mk 3 MX-5"."""
    has_model = any(each.kind == "model" for each in board.claims)
    for place in range(len(board.tokens)) if has_model else ():
        if is_generation(board, place) or (_MARK.match(board.text(place)) and board.is_free(place)):
            counts = board.text(place) in ("mk", "mark") and board.text(place + 1).isdecimal()
            last = place + 1 if counts and board.is_free(place + 1) else place
            if board.texts[last + 1 : last + 3] == [".", "5"] and board.is_free(last + 2):
                last += 2  # "Mk7.5"
            board.claim(Claim(place, last, "generation"))


def is_generation(board: Board, place: int) -> bool:
    """Whether a bare digit behind a model counts its generations: "Discovery 5", "Golf 7"."""
    before = board.taken[place - 1] if place > 0 else None
    return (
        board.is_free(place)
        and board.text(place).isdecimal()
        and len(board.text(place)) == 1
        and before is not None
        and before.kind == "model"
    )
