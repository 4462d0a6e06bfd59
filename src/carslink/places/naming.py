"""Names of places, folded so that the ways to write one meet."""

import re
import unicodedata

_APOSTROPHES = re.compile("['`.\u2019\u00b4]")
_NOT_LETTERS = re.compile(r"[^0-9a-z]+")
_SAME = {"st": "saint", "gt": "great", "lt": "little", "nr": "near", "&": "and"}


def folded(name: str) -> str:
    """Return the name in small letters without accents and punctuation, "St" as "saint"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = _NOT_LETTERS.sub(" ", _APOSTROPHES.sub("", plain.replace("&", " and "))).split()
    return " ".join(_SAME.get(word, word) for word in words)
