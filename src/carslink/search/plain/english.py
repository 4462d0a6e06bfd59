"""Everyday English, so that a correct word is never taken for a slip of another.

`english.txt` lists the most frequent words, the most frequent first. Its order is a fact of the
Google Books Ngram corpus over the SCOWL word lists, as SymSpell's frequency dictionary (MIT) has
it.
"""

from functools import cache
from importlib.resources import files

EVERYDAY = 2_000
"""So many of the most frequent words are plain words before they are names of models."""

_NAMES_ALL_THE_SAME = frozenset({"golf", "focus", "transit", "ford", "rover", "jaguar"})


@cache
def words() -> dict[str, int]:
    """Return the words by their rank."""
    text = files(__package__).joinpath("english.txt").read_text(encoding="ascii")
    return {word: rank for rank, word in enumerate(text.split())}


@cache
def everyday() -> frozenset[str]:
    """Return the words that a sentence uses without thinking of vehicles."""
    most = {word for word, rank in words().items() if rank < EVERYDAY}
    return frozenset(most) - _NAMES_ALL_THE_SAME


def is_word(word: str) -> bool:
    """Whether this is a word, or the plural of one."""
    known = words()
    return word in known or (word.endswith("s") and word[:-1] in known)
