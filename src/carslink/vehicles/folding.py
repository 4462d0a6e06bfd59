"""Text reduced to what tells vocabulary apart: case, accents and punctuation fall away."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache, wraps

# No word of the vocabulary is near this long. What is longer is not looked at, so that one
# partner's essays in a colour field can neither slow the hot path nor fill the caches.
LONGEST_PHRASE = 80

CACHED_PHRASES = 4096

_NOT_IN_KEY = {code: None for code in range(128) if not (chr(code).isalnum() or chr(code) == "+")}
_WORD = re.compile(r"[a-z0-9]+")


def fold(text: str) -> str:
    """Return the key under which spellings of one thing meet: ``"Mercedes-Benz "`` is
    ``"mercedesbenz"``, ``"Citroën"`` is ``"citroen"``.

    The plus sign stays, since it tells models apart (Ford Ka and Ka+).
    """
    return _ascii_lower(text).translate(_NOT_IN_KEY)


def fold_words(text: str) -> list[str]:
    """Return the words of ``text``, lower case, without accents and punctuation."""
    return _WORD.findall(_ascii_lower(text))


def _ascii_lower(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return text.lower()


def rules(*rows: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Flatten ``(value, "phrase, phrase")`` rows into ``(phrase, value)`` pairs, in order."""
    return tuple((phrase, value) for value, phrases in rows for phrase in phrases.split(", "))


def first_rule(words: list[str], ordered: Iterable[tuple[str, str]]) -> str | None:
    """Return the value of the first pair whose phrase (lower case, single spaces) occurs in
    ``words`` as whole words, or None."""
    spaced = f" {' '.join(words)} "
    return next((value for phrase, value in ordered if f" {phrase} " in spaced), None)


def remembered(lookup: Callable[[str], str | None]) -> Callable[[str], str | None]:
    """Keep the last few thousand answers of a vocabulary look-up.

    Dealers' systems send the same few hundred spellings over and over. The text is the only
    argument; one longer than ``LONGEST_PHRASE`` is None without being looked up.
    """
    cached = lru_cache(maxsize=CACHED_PHRASES)(lookup)

    @wraps(lookup)
    def remembering(text: str) -> str | None:
        return cached(text) if len(text) <= LONGEST_PHRASE else None

    return remembering


def spellings(aliases: dict[str, str]) -> dict[str, str]:
    """Turn ``{canonical: "alias, alias"}`` into ``{folded spelling: canonical}``.

    The canonical value is a spelling of itself. Raises ValueError where one spelling would stand
    for two values, which is a mistake in the table.
    """
    table: dict[str, str] = {}
    for canonical, others in aliases.items():
        for spelling in (canonical, *filter(None, others.split(", "))):
            if table.setdefault(fold(spelling), canonical) != canonical:
                raise ValueError(f"{spelling!r} stands for {canonical} and another value")
    return table
