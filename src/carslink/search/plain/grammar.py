"""The whole story of a sentence: mended, taken apart, and claimed word by word."""

from dataclasses import dataclass, replace
from datetime import date

from carslink.search.plain import (
    amount_words,
    amounts,
    aside,
    behind,
    bounds,
    cabs,
    coded,
    distances,
    elsewhere,
    figures,
    fillers,
    gentle,
    marks,
    named,
    negation,
    phrases,
    placed,
    prices,
    roads,
    runs,
    scope,
    spoken,
    towns,
    upkeep,
    wishes,
    wording,
)
from carslink.search.plain.amounts import Quantity
from carslink.search.plain.claims import Board, Claim
from carslink.search.plain.knowledge import Knowledge, Stock
from carslink.search.plain.names import Names
from carslink.search.plain.slips import MOST
from carslink.search.plain.tokens import Token, tokenise
from carslink.search.query import Preference

LONGEST = 500  # characters that are read
_LONGEST_LEAD = 16  # tokens of what leads up to an amount

_BEFORE_PLACES = frozenset({"near", "in", "around", "of", "from", "to", "at", "outside"})
_VAN_WORDS = frozenset(
    """
    dropside h1 h2 h3 l1 l2 l3 l4 luton lwb minibus mwb panel payload swb tipper van vans xlwb
    """.split()
)


@dataclass(frozen=True)
class Reading:
    """What was understood: the board with all claims, what they mean, what is left over, and what
    is preferred without having been said."""

    text: str
    board: Board
    meaning: scope.Meaning
    keywords: tuple[Token, ...]
    preferences: tuple[Preference, ...]


def read(text: str, stock: Stock, today: date) -> Reading:
    """Read a sentence. The same sentence, stock and day give the same reading."""
    text = text[:LONGEST]
    known = Knowledge(stock)
    tokens = runs.divided(spoken.joined(tokenise(text)), known)
    tokens = marks.joined(tokens, _IsWord(known))
    board = Board(_mended(tokens, known))
    known = _with_context(board, known)
    is_word = _IsWord(known)
    roads.claim(board)
    placed.claim(board, is_word)
    setting = bounds.Setting(today, known.bikes)
    _claim_amounts(board, setting, known, only_marked=True)
    named.claim(board, known)
    _claim_amounts(board, setting, known, only_marked=False)
    behind.claim_generations(board)
    _claim_variants(board, stock)
    prices.tell_from_miles(board)
    placed.claim_bare(board, is_word)
    elsewhere.claim(board, is_word)
    distances.put_together(board)
    wishes.claim(board)
    scope.negate(board)
    cabs.tell_from_vans(board)
    gentle.soften(board)
    return summed_up(text, board, today)


def summed_up(text: str, board: Board, today: date) -> Reading:
    """Return the reading of a sentence that is claimed as far as it will be."""
    return Reading(
        text,
        board,
        scope.meaning(board),
        tuple(_left_over(board)),
        wishes.preferences(board, today) + tuple(gentle.preferences(board.in_order())),
    )


class _IsWord:
    """Keys that mean something about vehicles, asked for with `in`."""

    def __init__(self, known: Knowledge) -> None:
        self._known = known

    def __contains__(self, key: object) -> bool:
        return self._known.is_taken(str(key))


def _mended(tokens: list[Token], known: Knowledge) -> list[Token]:
    """Return the tokens with typing slips mended."""
    made: list[Token] = []
    makes: set[str] = set()
    right_before: set[str] = set()
    looked = 0
    for place, token in enumerate(tokens):
        better = None
        if token.kind == "word" and looked < MOST:
            is_placed = place > 0 and tokens[place - 1].text in _BEFORE_PLACES
            better = known.mend(token.text, is_placed, makes, right_before)
            looked += better is not None or len(token.text) > 3
        made.append(token.mended_to(better) if better else token)
        right_before = _makes_that_end(made, known.names)
        makes |= right_before
    return made


def _makes_that_end(tokens: list[Token], names: Names) -> set[str]:
    """Return the makes that the last token names, or the last two: "Land Rover"."""
    keys = tokens[-1].text, "".join(each.text for each in tokens[-2:])
    found = (names.spellings.get(key) for key in keys)
    return {make for each in found if each for make in each.makes if make in names.makes}


def _with_context(board: Board, known: Knowledge) -> Knowledge:
    """Note whether the sentence speaks of motorcycles or vans: some words depend on it."""
    texts = {token.text for token in board.tokens}
    bikes = bool(texts & wording.BIKE_WORDS) or _names_a_bike(board, known.names)
    bikes = bikes or _has_size_of_a_bike(board, known.names)
    return replace(known, bikes=bikes, vans=bool(texts & _VAN_WORDS))


def _names_a_bike(board: Board, names: Names) -> bool:
    """Whether a make is named that makes motorcycles alone, or a model that is one."""
    return any(
        key in names.of_bikes
        for place, token in enumerate(board.tokens)
        if token.kind != "mark"
        for key, _ in phrases.spans(board, place)
    )


def _has_size_of_a_bike(board: Board, names: Names) -> bool:
    """Whether a size stands beside a make that has motorcycles, "Honda 125"; a 125 is one alone."""
    is_unnamed = not any(each.makes for each in map(names.spellings.get, board.texts) if each)
    for place, token in enumerate(board.tokens):
        before, after = board.text(place - 1), board.text(place + 1)
        is_size = token.text in bounds.CALLED_BY and after not in figures.UNITS
        if not is_size or before == "£" or before in amounts.PREFIXES:
            continue
        if token.text == "125" and is_unnamed and after not in amount_words.FEATURES:
            return True
        for spelling in filter(None, map(names.spellings.get, (before, after))):
            makes = names.makers_of_bikes.intersection(spelling.makes)
            number = names.spellings.get(token.text)
            if makes and not (number and any(map(number.of_make, makes))):
                return True
    return False


def _claim_amounts(
    board: Board, setting: bounds.Setting, known: Knowledge, only_marked: bool
) -> None:
    for place in _before_numbers(board):
        if not board.is_free(place):
            continue
        nothing = upkeep.instalment(board, place)
        nothing = aside.far(board, place) if nothing is None else nothing
        if nothing is not None:
            board.claim(Claim(place, nothing, "filler"))
            continue
        tax = upkeep.tax(board, place)
        if tax is not None:
            board.claim(wishes.of(wishes.by_name()["low_tax"], place, tax))
            continue
        thing = aside.counted_thing(board, place, only_compared=only_marked)
        if thing is not None:
            board.claim(thing)
            continue
        quantity = amounts.read(board, place)
        of_another = aside.claim(board, quantity) if quantity else None
        if of_another:
            board.claim(of_another)
            continue
        if quantity is None or (only_marked and not quantity.is_marked):
            continue
        if only_marked and coded.is_behind_its_make(board, place, quantity.amounts[0].last, known):
            continue  # "Peugeot 206 CC"
        cue = negation.before(board, quantity.first) or negation.over_list(board, quantity)
        found = _negated(board, quantity, cue, setting) if cue else bounds.claim(quantity, setting)
        if found:
            board.claim(found)


def _before_numbers(board: Board) -> list[int]:
    """Return the places from which on a number is near: nowhere else does an amount begin."""
    counts = {*amount_words.NUMBERS, *amount_words.MAGNITUDES, "year"}
    found: list[int] = []
    for place, token in enumerate(board.tokens):
        if token.kind == "number" or token.text in counts:
            begins = max(place - _LONGEST_LEAD, found[-1] + 1 if found else 0)
            found.extend(range(begins, place + 1))
    return found


def _negated(
    board: Board, quantity: Quantity, cue: negation.Cue, setting: bounds.Setting
) -> Claim | None:
    """Return what an amount behind a "not" sets: a comparison turns round; no filter can leave out
    a number, so without one it sets nothing."""
    turned = None if cue.is_open else negation.flipped(board, quantity)
    found = bounds.claim(turned or quantity, setting)
    if found is None:
        return None
    if board.is_free(cue.first, cue.last) and not cue.is_shared:
        if cue.is_near and board.is_free(cue.first, found.last):
            found = replace(found, first=cue.first)
        else:
            board.claim(Claim(cue.first, cue.last, "filler"))
    if turned:
        return replace(found, cue=cue.last)
    return Claim(found.first, found.last, "filler")


def _claim_variants(board: Board, stock: Stock) -> None:
    """Claim words that the stock has in its variants, behind a make or model."""
    for place, token in enumerate(board.tokens):
        if not board.is_free(place) or token.kind != "word" or len(token.text) < 2:
            continue
        if not behind.follows_a_name(board, place) or phrases.is_plain(token.text):
            continue
        if stock.is_variant(token.text) and not towns.is_town(token.text + board.text(place + 1)):
            board.claim(Claim(place, place, "variant", value=token.text, label=token.text))


def _left_over(board: Board) -> list[Token]:
    """Return the words that nothing claims, but for those that say nothing and those negated."""
    left = []
    is_sorted = any(each.kind == "sort" for each in board.claims)
    for place, token in enumerate(board.tokens):
        claim = board.taken[place]
        if claim is not None and claim.kind != "feature":
            continue
        if token.kind == "mark" or _is_negated(board, place):
            continue
        if token.text in fillers.CONNECTORS or (len(token.text) == 1 and token.kind == "word"):
            continue
        if token.text == "first" and is_sorted:
            continue  # "newest cars first"
        left.append(token)
    return left


def _is_negated(board: Board, place: int) -> bool:
    """Whether a left-over word stands behind a "not": to look for it would find the opposite."""
    while place > 0:
        place -= 1
        claim = board.taken[place]
        if claim is not None and claim.kind in ("not", "unasked"):
            return True
        is_small = claim is not None and board.text(place) in fillers.ARTICLES | {"or", "nor"}
        if claim is not None and claim.kind != "feature" and not is_small:
            return False
        if board.text(place) in (",", ".", "but", ";"):
            return False
    return False
