"""Numbers as a telephone writes down what is said: "twenty twenty one", "one point two", "two
thousand five hundred", "three series". They become digits before all else.

Thousands alone and hundreds alone stay words, for `figures.py`: "ten to fifteen hundred".
"""

from dataclasses import replace

from carslink.search.plain.amount_words import FEATURES, MAGNITUDES, NUMBERS
from carslink.search.plain.tokens import Token

_DIGITS = {word: value for word, value in NUMBERS.items() if value < 10} | {"oh": 0}
_NAMES = frozenset({"mk", "mx", "cx"})
"""What a digit is said behind, in the name of a model."""

_OF_BIKES = frozenset({"bike", "cc", "moped", "motorbike", "motorcycle", "scooter"})
"""What "one twenty five" is said before."""

_MONEY = frozenset({"pound", "pounds", "quid"})
_BEHIND_YEARS = frozenset({"class", "man", "service", "services", "turbo"})
"""What is counted, and follows a year as well."""

_SUMS = _MONEY | MAGNITUDES.keys() | {"mile", "miles"}

_COUNTED = (FEATURES | _SUMS) - _BEHIND_YEARS | frozenset(
    """
    by careful kilos l lady litre litres month months mth mths point private star year
    years yr yrs
    """.split()
)
"""What may stand behind a number that is no year."""

_PLATES = frozenset({"plate", "plates", "reg"})

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
    is_sum = _word(words, after) in _SUMS
    if value is not None and value > 20 and _is_counted(words, after) and not is_sum:
        value, after = value // 10 * 10, place + 1  # "twenty twenty one owner"
    is_year = value is not None and least <= value <= most
    if value is None or not is_year or _is_counted(words, after):
        return None
    if words[place - 1] == "thousand" and _word(words, after) in _PLATES:
        return None  # "under two thousand twelve plate"
    return str(century + value), after


def _hundreds(words: list[str], place: int) -> _Read | None:
    """Read "two thousand five hundred", "a hundred" and "one hundred and twenty thousand"; other
    hundreds are of a span as often as not."""
    if words[place : place + 2] == ["a", "hundred"]:
        return _with_the_rest(words, 100, place + 2)
    said, after = _below_a_hundred(words, place)
    if said is None:
        return None
    if _word(words, after) == "thousand":
        hundreds = _DIGITS.get(_word(words, after + 1))
        if not hundreds or _word(words, after + 2) != "hundred":
            return None
        return _with_the_rest(words, said * 1000 + hundreds * 100, after + 3)
    if not 0 < said < 10 or _word(words, after) != "hundred" or _is_in_a_span(words, place):
        return None
    if said == 5 and place > 0 and words[place - 1] in ("fiat", "abarth"):
        return None if _is_counted(words, after + 1) else ("500", after + 1)
    total, behind = _with_the_rest(words, said * 100, after + 1)
    return (total, behind) if behind > after + 1 else None


def _is_in_a_span(words: list[str], place: int) -> bool:
    """Whether a number may be an end of a span: "between five hundred and one thousand"."""
    before = words[place - 1] if place else ""
    return before in ("and", "or", "to", "-") or not {"between", "from"}.isdisjoint(words[:place])


def _with_the_rest(words: list[str], total: int, after: int) -> _Read:
    """Return a number with the tens that follow its hundreds, where nothing else is counted."""
    more, behind = _below_a_hundred(words, after + 1)
    word = _word(words, behind)
    if _word(words, after) != "and" or not more or word in NUMBERS:
        return str(total), after
    if total < 1000:
        is_counting = word in _MONEY or (total <= 200 and word == "thousand")
        is_one = is_counting and more >= 10
    else:
        is_one = not _is_counted(words, behind) or word in _MONEY or word in ("mile", "miles")
    return (str(total + more), behind) if is_one else (str(total), after)


def _is_counted(words: list[str], after: int) -> bool:
    """Whether a number counts what follows, "five door", or goes on, "three and a half"."""
    if words[after : after + 3] == ["and", "a", "half"]:
        return True
    return _word(words, after + (_word(words, after) == "-")) in _COUNTED


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
    value, before = _DIGITS.get(words[place]), words[max(0, place - 2) : place]
    if not value:
        return None
    if _word(words, place + 1) == "series":
        return str(value), place + 1
    is_named = before[-1:] == ["model"] and value == 3
    is_named = is_named or before == ["jaguar", "mark"] or not _NAMES.isdisjoint(before[-1:])
    return (str(value), place + 1) if is_named and not _is_counted(words, place + 1) else None


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
