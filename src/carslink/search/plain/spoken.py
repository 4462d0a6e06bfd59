"""Numbers as a telephone writes down what is said: "twenty twenty one", "one point two", "two
thousand five hundred", "three series". They become digits before all else.

Thousands alone stay words, for `figures.py`: "ten to fifteen thousand".
"""

from dataclasses import replace

from carslink.search.plain.amount_words import NUMBERS
from carslink.search.plain.tokens import Token

_DIGITS = {word: value for word, value in NUMBERS.items() if value < 10} | {"oh": 0}
_NAMED = frozenset({"series"})
"""What a digit is said before, in the name of a model."""
_NAMES = frozenset({"model", "mk", "mark", "mx", "cx"})
"""And behind."""

_OF_BIKES = frozenset({"bike", "cc", "moped", "motorbike", "motorcycle", "scooter"})
"""What "one twenty five" is said before."""

_COUNTED = frozenset(
    """
    grand hundred k kilos mile miles pound pounds quid thousand
    """.split()
)
"""What may stand behind a number that is no year."""

_MOST = 40
"""Years of a century that are said as those of this one."""

_Read = tuple[str, int]
"""Digits, and the place behind the words that say them."""


def joined(tokens: list[Token]) -> list[Token]:
    """Return the tokens with numbers in words as one, where they are more than a word or two."""
    if not any(token.text in NUMBERS or token.text == "hundred" for token in tokens):
        return tokens
    words = [token.text for token in tokens]
    found: list[Token] = []
    place = 0
    while place < len(tokens):
        read = _decimal(words, place) or _year(words, place) or _hundreds(words, place)
        read = read or _one_by_one(words, place) or _of_a_name(words, place)
        if read is None:
            found.append(tokens[place])
            place += 1
            continue
        digits, after = read
        end, kind = tokens[after - 1].end, "word" if digits[-1].isalpha() else "number"
        found.append(replace(tokens[place], text=digits, end=end, kind=kind))
        place = after
    return found


def _decimal(words: list[str], place: int) -> _Read | None:
    """Read "one point two" and "1 point 2"."""
    if _word(words, place + 1) != "point":
        return None
    whole, part = _digit(words, place), _digit(words, place + 2)
    return None if whole is None or part is None else (f"{whole}.{part}", place + 3)


def _year(words: list[str], place: int) -> _Read | None:
    """Read "two thousand and eighteen", "twenty eighteen" and "nineteen eighty five"."""
    if words[place : place + 2] == ["two", "thousand"]:
        century, place = 2000, place + 2
        place += _word(words, place) == "and"
        least, most = 1, _MOST
    elif words[place] in ("twenty", "nineteen"):
        century = NUMBERS[words[place]] * 100
        least, most = (10, _MOST) if century == 2000 else (50, 99)
        place += 1
    else:
        return None
    value, after = _below_a_hundred(words, place)
    is_year = value is not None and least <= value <= most
    if value is None or not is_year or _word(words, after) in _COUNTED:
        return None
    return str(century + value), after


def _hundreds(words: list[str], place: int) -> _Read | None:
    """Read "six hundred", "two thousand five hundred" and "a hundred and twenty"."""
    if words[place : place + 2] == ["a", "hundred"]:
        said, after = 1, place + 1
    else:
        found, after = _below_a_hundred(words, place)
        said = found or 0
    thousands = 0
    if _word(words, after) == "thousand":
        found, after = _below_a_hundred(words, after + 1)
        thousands, said = said, found or 0
    if not said or _word(words, after) != "hundred":
        return None
    total, after = thousands * 1000 + said * 100, after + 1
    more, behind = _below_a_hundred(words, after + (_word(words, after) == "and"))
    # In "fifteen hundred and two thousand" are two numbers.
    is_another = said >= 10 and _word(words, behind) == "thousand"
    if more is not None and _word(words, behind) != "hundred" and not is_another:
        total, after = total + more, behind
    return str(total), after


def _one_by_one(words: list[str], place: int) -> _Read | None:
    """Read "two oh eight", "one twenty five cc" and "three twenty d"."""
    first = _DIGITS.get(words[place])
    if not first:
        return None
    last = _digit(words, place + 2)
    if _word(words, place + 1) in ("oh", "zero") and last is not None:
        return f"{first}0{last}", place + 3
    rest, after = _below_a_hundred(words, place + 1)
    if rest is None or rest < 10:
        return None
    if _word(words, after) in ("d", "i"):
        return f"{first}{rest}{words[after]}", after + 1
    return (f"{first}{rest}", after) if _word(words, after) in _OF_BIKES else None


def _of_a_name(words: list[str], place: int) -> _Read | None:
    """Read the digit of "one series" and "model three"."""
    value = _DIGITS.get(words[place])
    is_of_one = _word(words, place + 1) in _NAMED or (place > 0 and words[place - 1] in _NAMES)
    return (str(value), place + 1) if value and is_of_one else None


def _below_a_hundred(words: list[str], place: int) -> tuple[int | None, int]:
    """Return the number below a hundred that is said from a place on, and the place behind it."""
    value = NUMBERS.get(_word(words, place))
    if value is None:
        return None, place
    after = place + 1
    if value >= 20:
        behind = after + (_word(words, after) == "-")
        ones = _DIGITS.get(_word(words, behind))
        if ones:
            return value + ones, behind + 1
    return value, after


def _digit(words: list[str], place: int) -> int | None:
    word = _word(words, place)
    return int(word) if len(word) == 1 and word in "0123456789" else _DIGITS.get(word)


def _word(words: list[str], place: int) -> str:
    return words[place] if place < len(words) else ""
