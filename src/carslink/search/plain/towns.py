"""The towns that sentences name, by what people call them."""

import re
from collections.abc import Iterator
from functools import cache

from carslink import places
from carslink.search.plain import english
from carslink.search.plain.claims import Board
from carslink.search.plain.slips import Speller
from carslink.vehicles.folding import fold, fold_words

KNOWN_TOWN = 20_000
"""People of a town that is understood without a word like "near" before it."""

_JOINT = re.compile(r"[ -](upon|on|under|super|by|le)[ -]", re.IGNORECASE)

_WORDS_FIRST = frozenset({"sale", "deal", "march", "fleet", "bow", "barking"})
"""Well-known towns that sentences about vehicles use as words."""

_WORDS_TOO = frozenset({"reading", "bath", "bury", "hull", "rugby", "derby"})
"""The same, but towns where they stand beside a vehicle, or alone."""

_OF_A_MAKE = frozenset(
    """
    a an any black blue classic green grey my no not old or our red retro rusty the vintage white
    yellow
    """.split()
)
"""Words before what is a make and a town that say it is the make."""
_DECADE = re.compile(r"\d*\ds")

_NICKNAMES = {
    "Edinburgh": "edinboro, edinborough, edinbrough, edinburg",
    "Birmingham": "brum, bham",
    "Liverpool": "lpool",
    "London": "ldn",
    "Manchester": "manc, mcr",
    "Portsmouth": "pompey",
    "Southampton": "soton",
    "Wolverhampton": "wolves",
}


@cache
def by_key() -> dict[str, places.Town]:
    """Return the town that people mean by each name: the most populous, also by the first of
    names like "Newcastle upon Tyne"."""
    found: dict[str, places.Town] = {}
    for town in places.all_towns():  # the most populous first
        for key in _keys(town.name):
            found.setdefault(key, town)
    for name, nicknames in _NICKNAMES.items():
        found |= dict.fromkeys(nicknames.split(", "), found[fold(name)])
    return found


def _keys(name: str) -> Iterator[str]:
    key = fold(name)
    yield key
    if key.startswith("saint"):
        yield "st" + key.removeprefix("saint")
    elif name.startswith(("St ", "St. ")):
        yield "saint" + key.removeprefix("st")
    first, joint, _ = _JOINT.split(name, maxsplit=1) if _JOINT.search(name) else (name, "", "")
    if joint:
        yield fold(first)
    if joint in ("on", "upon"):  # "Burton on Trent"
        other = "on" if joint == "upon" else "upon"
        yield fold(_JOINT.sub(f" {other} ", name, count=1))
    if key == "hull":
        yield "kingstonuponhull"


@cache
def speller() -> Speller:
    ranked = {key: town.population for key, town in by_key().items()}
    return Speller({key: -people for key, people in ranked.items() if people >= KNOWN_TOWN})


def is_town(key: str) -> bool:
    """Whether a key is the name of a town."""
    return key in by_key()


def is_place(word: str) -> bool:
    """Whether a word is part of a town's name: such a word is no slip."""
    return word in _place_words()


@cache
def _place_words() -> frozenset[str]:
    nicknames = (word for text in _NICKNAMES.values() for word in text.split(", "))
    return frozenset(
        (*nicknames, *(part for town in places.all_towns() for part in fold_words(town.name)))
    )


def is_well_known(key: str) -> bool:
    """Whether a key is the name of a town that nothing need point at."""
    town = by_key().get(key)
    return town is not None and town.population >= KNOWN_TOWN


def is_a_word_first(key: str) -> bool:
    """Whether a town's name is a word, unless something points at it. Lists of words have the
    names of large towns, which are none for that."""
    return key in _WORDS_FIRST or (english.is_word(key) and not is_well_known(key))


def is_a_word_too(key: str) -> bool:
    """Whether a well-known town's name is a word where it does not stand beside a vehicle."""
    return key in _WORDS_TOO


def stands_last(board: Board, first: int, last: int) -> bool:
    """Whether the name of a make and a town stands as a town does, last in a sentence: "used vans
    Bedford", but "a classic Bedford"."""
    before = board.text(first - 1) if first else ""
    is_made = before in _OF_A_MAKE or _DECADE.fullmatch(before) is not None
    return last + 1 == len(board.tokens) and not is_made
