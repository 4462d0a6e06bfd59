"""UK registration marks: which text is one, how it is written, and what its age says.

Shapes and the letters they leave out follow DVLA's INF104 ("Vehicle registration numbers and
number plates") and the marks' history: Irish area codes alone contain I and Z, and Q was kept for
vehicles of unknown age. Where shapes overlap, the one listed first counts.
"""

import re
from datetime import date, timedelta
from functools import lru_cache

from carslink.vehicles import today as day

# Dealers advertise cars on the next plate before its first day.
ADVERTISED_AHEAD = timedelta(days=60)

_GB = "[A-HJ-PR-Y]"  # letters of British area codes and serials: no I, Q, Z
_YEAR = "[A-HJ-NPR-TV-Y]"  # year letters also leave out O and U, too like 0 and V
_1_TO_999 = "[1-9][0-9]{0,2}"
_1_TO_9999 = "[1-9][0-9]{0,3}"

# Northern Ireland: the letters contain an I or a Z. Three letters are a serial letter and an area
# code. The area codes that begin with I are given in full, since the others are the Republic's; of
# the rest a few are the Republic's too, and taking one of those does less harm than losing a car.
_NI_LETTERS = f"(?:{_GB}[IZ]|I[ABGJLW]|{_GB}(?:[IZ][A-PR-Z]|[A-PR-Z][IZ]))"

_SHAPES = {
    # Since September 2001: area, age identifier, three letters (Z is used in these).
    "current": f"{_GB}{{2}}[0-9]{{2}}[A-HJ-PR-Z]{{3}}",
    "northern_ireland": f"{_NI_LETTERS}{_1_TO_9999}|{_1_TO_9999}{_NI_LETTERS}",
    # August 1983 to August 2001.
    "prefix": f"{_YEAR}{_1_TO_999}{_GB}{{3}}",
    # Age or identity not known: kits, some imports.
    "q": f"Q{_1_TO_999}{_GB}{{3}}",
    # 1963 to July 1983.
    "suffix": f"{_GB}{{3}}{_1_TO_999}{_YEAR}",
    # Before 1963, and cherished since: three letters went with up to 999 only.
    "dateless": (
        f"{_GB}{{1,2}}{_1_TO_9999}|{_GB}{{3}}{_1_TO_999}"
        f"|{_1_TO_9999}{_GB}{{1,2}}|{_1_TO_999}{_GB}{{3}}"
    ),
    "jersey": "J[1-9][0-9]{0,5}",
    "guernsey": "[1-9][0-9]{0,4}",
    "isle_of_man": (
        f"MA?N{_1_TO_9999}|{_1_TO_9999}MA?N|MA?N{_1_TO_999}[A-Z]|[A-Z]MN{_1_TO_999}[A-Z]?"
        f"|[A-Z]?{_1_TO_999}(?:MAN|[A-Z]MN)"
    ),
    # 1949 onwards as 12 AB 34, newer vehicles as AB 12 CD.
    "armed_forces": "[0-9]{2}[A-Z]{2}[0-9]{2}|[A-Z]{2}[0-9]{2}[A-Z]{2}",
}
_MARK = re.compile("|".join(f"(?P<{kind}>{shape})" for kind, shape in _SHAPES.items()))
_LETTERS_MEET_DIGITS = re.compile(r"(?<=[A-Z])(?=[0-9])|(?<=[0-9])(?=[A-Z])")
_AGE_IDENTIFIER = re.compile(r"[0-9]{2}")


def normalise_registration(text: str, today: date | None = None) -> str | None:
    """Return the mark in upper case without spaces, or None if it is no UK registration mark.

    Every kind of mark on the road is taken (see ``registration_kind``). A current mark must have
    an age identifier that was issued, or will be within 60 days of ``today`` (the system's date
    unless given). Spaces of any kind, hyphens and full stops are passed over.
    """
    squeezed = "".join(text.split()).replace("-", "").replace(".", "")
    # Some other letters have an upper case in ASCII: "ß" would become "SS".
    if not squeezed.isascii():
        return None
    mark = squeezed.upper()
    kind = registration_kind(mark)
    if kind == "current" and mark[2:4] not in _issued_identifiers(today or day.today()):
        return None
    return mark if kind else None


def registration_kind(mark: str) -> str | None:
    """Return the kind of a normalised mark by its shape alone, or None if it has none.

    One of ``current``, ``northern_ireland``, ``prefix``, ``q``, ``suffix``, ``dateless``,
    ``jersey``, ``guernsey``, ``isle_of_man``, ``armed_forces``. Where shapes overlap the earlier
    is named: ``J 1234`` may be Durham's or Jersey's, ``MN 12`` fits dateless marks.
    """
    match = _MARK.fullmatch(mark)
    return match.lastgroup if match else None


def format_registration(mark: str) -> str:
    """Return a normalised mark as it is written on the plate: ``AB21 XYZ``, ``ABC 123A``.

    Text that is no mark comes back unchanged.
    """
    match registration_kind(mark):
        case None:
            return mark
        case "current" | "prefix" | "q":
            return f"{mark[:-3]} {mark[-3:]}"
        case "suffix":
            return f"{mark[:3]} {mark[3:]}"
        case _:
            return _LETTERS_MEET_DIGITS.sub(" ", mark)


def plate_years(identifier: str) -> tuple[int, ...]:
    """Return the years in which a current mark's age identifier was issued, earliest first.

    ``"21"`` was issued from March to August 2021: ``(2021,)``. ``"66"`` was issued from
    September 2016 to February 2017: ``(2016, 2017)``. Raises ValueError for what is no age
    identifier: other than two digits, or 00, 01 and 50, which were never issued.
    """
    first_day = _first_day(identifier)
    if first_day.month == 3:
        return (first_day.year,)
    return (first_day.year, first_day.year + 1)


def _first_day(identifier: str) -> date:
    if not _AGE_IDENTIFIER.fullmatch(identifier):
        raise ValueError(f"{identifier!r} is not an age identifier of two digits")
    number = int(identifier)
    if 2 <= number <= 49:
        return date(2000 + number, 3, 1)
    if 51 <= number <= 99:
        return date(2000 + number - 50, 9, 1)
    raise ValueError(f"age identifier {identifier} was never issued")


_FIRST_DAYS = {
    identifier: _first_day(identifier)
    for identifier in (f"{number:02}" for number in (*range(2, 50), *range(51, 100)))
}


@lru_cache(maxsize=8)
def _issued_identifiers(today: date) -> frozenset[str]:
    # Once a day, not once a listing.
    newest = today + ADVERTISED_AHEAD
    return frozenset(key for key, first_day in _FIRST_DAYS.items() if first_day <= newest)
