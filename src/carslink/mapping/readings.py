"""Single cells of a spreadsheet, read as a person means them: amounts, years, dates, flags.

Every function takes any text and returns the value, or None where the text is something else.
`columns.py` asks them what a column looks like; `clean.py` makes listings of what they return.
"""

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from carslink.vehicles import registration
from carslink.vehicles.today import today

KM_IN_MILES = Decimal("0.621371192")
LITRES_BELOW = 20  # an engine of fewer "cc" than this is measured in litres

_BLANKS = frozenset(
    ("-", "--", "---", ".", "n/a", "na", "n.a.", "nan", "none", "null", "nil", "unknown", "?",
     "tbc", "tba", "#n/a", "<na>", "xxx")
)  # fmt: skip
LONGEST_BLANK = max(map(len, _BLANKS))
_UNITS = {
    "£": "gbp", "gbp": "gbp", "pounds": "gbp", "€": "eur", "eur": "eur", "euro": "eur", "$": "usd",
    "usd": "usd", "us$": "usd", "aud": "aud", "a$": "aud", "cad": "cad", "c$": "cad", "chf": "chf",
    "pln": "pln", "zl": "pln", "₹": "inr", "rs": "inr", "inr": "inr", "lakh": "inr", "aed": "aed",
    "zar": "zar", "r": "zar", "sek": "sek", "kr": "sek",
    "mi": "miles", "mile": "miles", "miles": "miles", "mls": "miles", "m": "miles",
    "km": "km", "kms": "km", "kilometres": "km", "kilometers": "km", "kilometer": "km",
    "kilometre": "km",
    "cc": "cc", "ccm": "cc", "cm3": "cc", "cm³": "cc", "l": "litres", "ltr": "litres",
    "ltrs": "litres", "litre": "litres", "litres": "litres", "liter": "litres", "liters": "litres",
    "kg": "kg", "kgs": "kg", "kilos": "kg", "t": "tonnes", "tonne": "tonnes", "tonnes": "tonnes",
    "m3": "m3", "m³": "m3", "cu m": "m3", "cubic metres": "m3", "cbm": "m3",
    "mm": "mm", "cm": "cm", "bhp": "hp", "hp": "hp", "ps": "ps", "kw": "kw", "nm": "nm",
    "mpg": "mpg", "km/l": "km/l", "kmpl": "km/l", "g/km": "g/km", "%": "%", "mph": "mph",
    "years": "years", "months": "months", "days": "days", "seats": "seats", "doors": "doors",
    "dr": "doors", "in": "in", "lbs": "lbs", "ft": "ft", "p": "pence",
}  # fmt: skip
MONEY = frozenset({"gbp", "eur", "usd", "aud", "cad", "chf", "pln", "inr", "aed", "zar", "sek"})
# The second way of grouping is India's.
_NUMBER = (
    r"[0-9]{1,3}(?:[,.' ][0-9]{3})+(?:[.,][0-9]{1,2})?"
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]{1,2})?|[0-9]+(?:[.,][0-9]+)?"
)
_AMOUNT = re.compile(
    rf"(?P<before>[^0-9\s.,+-]{{0,8}})\s*(?P<number>{_NUMBER})\s*(?P<k>[kK](?![A-Za-z]))?\s*"
    r"(?P<after>[^0-9]{0,30}|m3|cm3)"
)
_PLAIN = re.compile(
    r"(?P<pound>£)?(?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,3}(?:\.[0-9]{2})?|[0-9]{1,9}(?:\.[0-9]{2})?)"
)
# What may stand behind an amount without changing it.
_ASIDES = re.compile(
    r"\b(?:inc(?:l|luding)?\.?\s*vat|ex(?:cl|cluding)?\.?\s*vat|no\s*vat|plus\s*vat|vat|ono|o\.n\.o"
    r"|ovno|only|approx\w*|genuine|warranted|on the clock|each|total|turbo|petrol|diesel|plus|net"
    r"|firm|engine|gross|driven)\b\.?|[+*/()\[\],:;~<>-]|\.$"
)
_PLUS_VAT = re.compile(r"(?:\+|plus|ex(?:cl|cluding)?\.?)\s*vat|\+\s*v\b", re.IGNORECASE)
_ON_APPLICATION = re.compile(
    r"\bp\.?\s?o\.?\s?a\b\.?|on application|on request|call (?:us|for)|contact (?:us|for)|\bask\b"
    r"|enquire|\btb[ac]\b|auf anfrage|sur demande",
    re.IGNORECASE,
)


class Amount(NamedTuple):
    """A number and the unit that stood beside it, if any did."""

    value: Decimal
    unit: str | None


def is_blank(text: str) -> bool:
    """Whether a cell says nothing, in any of the ways that spreadsheets have for it."""
    clean = text.strip()
    return not clean or (len(clean) <= LONGEST_BLANK and clean.lower() in _BLANKS)


@lru_cache(maxsize=8192)
def amount(text: str, decimals: bool = False) -> Amount | None:
    """Read `£28,995`, `28,995.00 GBP`, `24.5k miles`, `35.000 km`, `1.6L`; None with other words.

    Three digits behind a point or comma are thousands (`12.500`), unless `decimals` says that the
    amount is small and exact, or more stand before the point than a group has (`8329.167`). Commas
    that divide neither thousands nor pence (`1,2345`) tell of a slip: None, as for a sum in
    brackets, which is less than nothing in books.
    """
    if plain := _PLAIN.fullmatch(text):  # as nearly all are: quick
        pounds = "gbp" if plain["pound"] else None
        return Amount(Decimal(plain["number"].replace(",", "")), pounds)
    match = (
        _AMOUNT.fullmatch(" ".join(text.replace("\u00a0", " ").split())) if len(text) < 60 else None
    )
    if match is None:
        return None
    before = _unit(match["before"])
    after = _unit(match["after"])
    if after == "" or not (before is None or before in MONEY):
        return None
    value = _decimal(match["number"], decimals or match["k"] is not None)
    if value is None or "(" in match["before"]:
        return None
    if match["k"]:
        value *= 1000
    if after == "inr" and "lakh" in match["after"].lower():
        value *= 100_000
    return Amount(value, before or after)


def _unit(text: str) -> str | None:
    """Return the unit that a text is; None where it is none, "" where it says something else."""
    if not text:
        return None
    lower = text.strip().lower()
    if lower in _UNITS:
        return _UNITS[lower]
    rest = _ASIDES.sub(" ", lower).strip(" .")
    if not rest:
        return None
    words = rest.split()
    return _UNITS.get(rest) or (_UNITS.get(words[0], "") if len(words) == 1 else "")


def _decimal(number: str, decimals: bool) -> Decimal | None:
    """Return the value of digits with points, commas, spaces or apostrophes among them."""
    plain = number.replace(" ", "").replace("'", "")
    last = max(plain.rfind(","), plain.rfind("."))
    if last < 0:
        return Decimal(plain)
    behind, marks = len(plain) - last - 1, plain.count(",") + plain.count(".")
    mixed = "," in plain and "." in plain
    is_group = behind == 3 and (marks > 1 or last <= 3)
    if plain[last] == "," and behind > 2 and not is_group:
        return None
    thousands = is_group and not mixed and not plain.startswith("0")
    if thousands and decimals and marks == 1 and plain[last] == ".":
        thousands = False
    if (marks > 1 and not mixed and behind == 3) or thousands:
        return Decimal(plain.replace(",", "").replace(".", ""))
    whole = plain[:last].replace(",", "").replace(".", "")
    return Decimal(f"{whole or 0}.{plain[last + 1 :] or 0}")


def is_on_application(text: str) -> bool:
    """Whether a price is said to be had by asking (`POA`)."""
    return _ON_APPLICATION.search(text) is not None


def is_plus_vat(text: str) -> bool:
    """Whether VAT comes on top of a price."""
    return ("v" in text or "V" in text) and _PLUS_VAT.search(text) is not None


def price(text: str) -> Decimal | None:
    """Return the amount of money of a cell, in whatever currency."""
    read = amount(text)
    return read.value if read and (read.unit is None or read.unit in MONEY) else None


def miles(text: str, unit: str | None = None) -> int | None:
    """Return whole miles; `unit` is what the column counts in where the cell does not say."""
    if unit is None and len(text) < 10 and text.isascii() and text.isdigit():  # as most are: quick
        return int(text)
    read = amount(text)
    if read is None or read.unit not in (None, "miles", "km"):
        return None
    in_km = read.unit == "km" or (read.unit is None and unit in ("km", THOUSANDS_OF_KM))
    factor = KM_IN_MILES if in_km else Decimal(1)
    return int((whole(read.value, unit) * factor).to_integral_value())


THOUSANDS, THOUSANDS_OF_KM = "thousands", "thousands of km"


def whole(value: Decimal, unit: str | None) -> Decimal:
    """Return the amount that a column of thousands means; who writes 9500 there has it whole."""
    return value * 1000 if unit in (THOUSANDS, THOUSANDS_OF_KM) and value < 1000 else value


def cubic_centimetres(text: str, unit: str | None = None) -> int | None:
    """Return whole cc; what is too small for cc is taken as litres (`1.6`, `2.0 TDI`)."""
    lower = _TURBO.sub("", text.strip())
    read = amount(lower, True) or amount(_engine_words(lower), True)
    if read is None or read.unit not in (None, "cc", "litres"):
        return None
    value = read.value
    in_litres = (read.unit or unit) == "litres" or value < LITRES_BELOW
    if in_litres and value >= LITRES_BELOW:  # a column of litres, and yet "1995"
        in_litres = False
    return int((value * 1000 if in_litres else value).to_integral_value())


_TURBO = re.compile(r"(?<=[0-9]\.[0-9]) ?[tT]$")  # and no tonnes
_ENGINE_SIZE = re.compile(
    r"(?<![0-9.])(?:[0-9]\.[0-9]{1,3}\s?(?:l(?:itres?|iters?|trs?)?\b)?|[0-9]{2,5}\s?cc\b)",
    re.IGNORECASE,
)


def _engine_words(text: str) -> str:
    """Return the one engine size among the words of a cell (`2.0 TDI 150 PS`), or nothing."""
    found = _ENGINE_SIZE.findall(text)
    return str(found[0]).strip() if found and len(text) < 80 else ""


# Registrations from August 1983 to August 2001 begin with a letter for the year they were issued.
_PREFIX_YEARS = dict(
    zip("ABCDEFGHJKLMNPRSTVWXY", (*range(1983, 2000), 1999, 2000, 2000, 2001), strict=True)
)
_FOUR = re.compile(r"(?<![0-9])(?:18[89][0-9]|19[0-9]{2}|20[0-9]{2})(?![0-9])")
_PLATE = re.compile(
    r"[(\[]?\s*(?P<first>[0-9]{2})\s*(?:/\s*(?P<second>[0-9]{2}))?\s*[)\]]?"
    r"(?:\s*[- ]?\s*(?:plate|reg)\.?)?",
    re.IGNORECASE,
)
_LETTER = re.compile(r"(?P<letter>[A-HJ-NPR-TV-Y])(?:\s*-?\s*(?:plate|reg)\.?)?", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATES = (
    re.compile(r"(?P<y>[12][0-9]{3})[-/.](?P<m>[0-9]{1,2})(?:[-/.](?P<d>[0-9]{1,2}))?(?:[T ].*)?"),
    re.compile(r"(?P<d>[0-9]{1,2})[-/.](?P<m>[0-9]{1,2})[-/.](?P<y>[12][0-9]{3}|[0-9]{2})(?: .*)?"),
    re.compile(r"(?P<m>[0-9]{1,2})[-/.](?P<y>[12][0-9]{3})"),
    re.compile(
        r"(?:(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?[- ])?(?P<n>[A-Za-z]{3,9})\.?[-, ]+"
        r"(?P<y>[12][0-9]{3}|[0-9]{2})"
    ),
    re.compile(
        r"(?P<n>[A-Za-z]{3,9})\.? (?P<d>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<y>[12][0-9]{3})(?: .*)?"
    ),
    re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12][0-9]|3[01])"),
)  # fmt: skip
# 03/12 is March 2012, where its numbers are no plates that agree (12/62).
_MONTH_OF_YEAR = re.compile(r"(?P<m>0?[1-9]|1[0-2])/'?(?P<y>[0-9]{2})")
_EXCEL_DAYS = range(20_000, 60_000)  # 1954 to 2064
_EXCEL_BEGINS = date(1899, 12, 30)


def is_year(text: str) -> bool:
    """Whether a cell is a year of four digits and nothing else."""
    read = text.strip().removesuffix(".0")
    return len(read) == 4 and read.isdecimal() and 1885 <= int(read) <= today().year + 2


def day(text: str) -> date | None:
    """Return the day of a date in any of the usual ways of writing one, or of Excel's numbers.

    A date without a day is on the first. The order is the British one unless it cannot be.
    """
    clean = text.strip()
    digits = clean.removesuffix(".0")
    if digits.isdecimal() and len(digits) == 5 and int(digits) in _EXCEL_DAYS:
        return _EXCEL_BEGINS + timedelta(days=int(digits))
    for shape in _DATES:
        match = shape.fullmatch(clean)
        if match is not None and (found := _date(match.groupdict())) is not None:
            return found
    match = _MONTH_OF_YEAR.fullmatch(clean)
    return _date(match.groupdict()) if match and not is_year_by_plate(clean) else None


def _date(parts: dict[str, str | None]) -> date | None:
    year = int(parts["y"] or 0)
    if year < 100:
        year += 2000 if year <= today().year % 100 + 1 else 1900
    if name := parts.get("n"):
        if name[:3].lower() not in _MONTHS:
            return None
        month = _MONTHS.index(name[:3].lower()) + 1
    else:
        month = int(parts["m"] or 1)
    first = int(parts.get("d") or 1)
    if month > 12 >= first:
        month, first = first, month
    try:
        return date(year, month, first)
    except ValueError:
        return None


def year(text: str) -> int | None:
    """Return the year of a vehicle: `2021`, `21 plate`, `71`, `2021/71`, a date, Excel's number.

    An age identifier of a plate that ran into the next year counts for the year it began in.
    """
    clean = text.strip()
    if is_year(clean):
        return int(clean.removesuffix(".0"))
    if (found := day(clean)) is not None:
        return found.year
    if len(clean) <= 40 and len(years := set(_FOUR.findall(clean))) == 1:
        return int(years.pop())
    if len(clean) == 2 and clean.isdecimal() and "80" <= clean <= "99":
        return 1900 + int(clean)  # no plate will say so before 2030
    if match := _PLATE.fullmatch(clean):
        told = {_plate_year(part) for part in match.groups() if part}
        return next(iter(told)) if len(told) == 1 else None
    letter = _LETTER.fullmatch(clean)
    return _PREFIX_YEARS[letter["letter"].upper()] if letter else None


_BY_PLATE = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})?\s*[/(\[-]?\s*(?P<first>[0-9]{2})\s*(?:/\s*(?P<second>[0-9]{2}))?"
    r"\s*(?P<said>-?\s*(?:plate|reg)\b\.?)?\s*[)\]]?",
    re.IGNORECASE,
)


def is_year_by_plate(text: str) -> bool:
    """Whether a cell is the age identifiers of plates that agree with each other or with the year
    beside them (`21/71`, `2019 (69)`), or one that is called a plate."""
    match = _BY_PLATE.fullmatch(text.strip()) if len(text) <= 40 else None
    if match is None or not (match["year"] or match["second"] or match["said"]):
        return False
    try:
        meant = [set(registration.plate_years(each)) for each in match.group(2, 3) if each]
    except ValueError:
        return False
    if match["year"]:
        meant.append({int(match["year"])})
    return bool(set.intersection(*meant))


def _plate_year(identifier: str) -> int | None:
    try:
        return registration.plate_years(identifier)[0]
    except ValueError:
        return None


_YES = frozenset(("yes", "y", "true", "t", "1", "x", "on", "ja", "oui", "si", "✓", "✔"))
_NO = frozenset(("no", "n", "false", "f", "0", "off", "nein", "non"))


def flag(text: str) -> bool | None:
    """Return what a yes-or-no cell says."""
    lower = text.strip().lower().removesuffix(".0")
    return True if lower in _YES else False if lower in _NO else None
