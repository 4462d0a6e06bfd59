"""Figures as sentences, for people who read before they look."""

from collections.abc import Collection
from typing import Any

from carslink.search.figures import Figures, Spread
from carslink.site.naming import said

ENOUGH = 4
"""Vehicles from which on a median says more than the prices themselves."""

Counts = dict[str, list[dict[str, Any]]]


def told(
    kind: str, found: Figures | None, counts: Counts, told_already: Collection[str] = ()
) -> list[str]:
    """Return what the figures say of a kind of vehicles, as `BMW 3 Series` or `estates`.

    `told_already` are the filters that make the kind what it is: of them no share is told.
    """
    if found is None:
        return [f"There are no {kind} for sale at the moment. They appear here seconds after a "
                "dealer sends them."]  # fmt: skip
    if found.count == 1:
        return [f"There is one for sale at the moment, for {_pounds(found.price.median)}."]
    sentences = [_prices(kind, found), _ages(found), _shares(counts, told_already)]
    return [sentence for sentence in sentences if sentence]


def _prices(kind: str, found: Figures) -> str:
    price = found.price
    start = f"There are {found.count:,} {kind} for sale, from {_pounds(price.least)} to "
    if price.least == price.most:
        return f"There are {found.count:,} {kind} for sale, each for {_pounds(price.least)}."
    if found.count < ENOUGH:
        return f"{start}{_pounds(price.most)}."
    middle = _pounds(price.quarter), _pounds(price.three_quarters)
    return (
        f"{start}{_pounds(price.most)}. The median price is {_pounds(price.median)}, and half of "
        f"them ask between {middle[0]} and {middle[1]}."
    )


def _ages(found: Figures) -> str:
    year, miles = found.year, found.mileage
    if year.least == year.most:
        ages = f"All are from {year.least:.0f}"
    elif found.count < ENOUGH or year.quarter == year.three_quarters:
        ages = f"They are from {year.least:.0f} to {year.most:.0f}"
    else:
        ages = (
            f"They are from {year.least:.0f} to {year.most:.0f}, half of them from "
            f"{year.quarter:.0f} to {year.three_quarters:.0f}"
        )
    if found.count < ENOUGH:
        return f"{ages}."
    return f"{ages}. Half have done fewer than about {_miles(miles)} miles."


def _shares(counts: Counts, told_already: Collection[str]) -> str:
    names = (name for name in ("fuel", "transmission") if name not in told_already)
    parts = [
        f"{share} {'run on' if word in ('petrol', 'diesel', 'LPG') else 'are'} {word}"
        for share, word in (_greatest(counts[name]) for name in names)
        if share
    ]
    told = " and ".join(parts)
    return f"{told[0].upper()}{told[1:]}." if told else ""


def _greatest(counts: list[dict[str, Any]]) -> tuple[str, str]:
    """Return the share of the most frequent value, in words, and the value."""
    total = sum(each["count"] for each in counts)
    if not total:
        return "", ""
    most = counts[0]["count"]
    share = f"{100 * most / total:.0f}%"
    if share == "100%":
        share = "all" if most == total else "nearly all"
    return share, said(counts[0]["value"])


def _pounds(value: float) -> str:
    return f"£{value:,.2f}".removesuffix(".00")


def _miles(spread: Spread) -> str:
    return f"{spread.median + 1_000:,.0f}"
