"""Which of several prices is the one that buyers are asked."""

from decimal import Decimal
from itertools import pairwise, permutations

from carslink.mapping import headings, readings
from carslink.mapping.candidates import Candidate

_MOST_PRICES = 12  # that are compared with each other: all pairs of them are
_WITH_VAT, _NEARLY = Decimal("1.2"), Decimal("0.005")
_MOST_WITH_VAT = Decimal("1.25")  # for each pound without it, where prices are rounded
_LESS_FOR_OTHERS = frozenset(
    ("sold", "bid", "minimum", "resale", "reserve", "trade", "suggested", "from", "start",
     "deposit", "collection", "collected")
)  # fmt: skip

_PAID = frozenset(
    ("buy", "buying", "bought", "cost", "purchase", "paid", "supplier", "staff", "minimum",
     "target", "lowest", "trade")
)  # fmt: skip
_RATHER_PAID = frozenset(("stock", "unit", "export", "dealer"))
_ASKED = frozenset(
    ("retail", "screen", "web", "website", "internet", "online", "selling", "sell", "sale", "sales",
     "asking", "advertised", "advert", "forecourt", "display", "list")
)  # fmt: skip
_ONCE_ASKED = frozenset(("full", "regular", "suggested", "msrp", "rrp"))
_OF_THE_LIST = _ONCE_ASKED | {"list"}  # beside a lower price


def is_rather_paid(header: str) -> bool:
    """Whether a price's name says what the dealer gave or would take for the vehicle, not what is
    asked of the public; `Stock Price` may be either."""
    words = headings.without_units(header)
    if words[-1:] == ("in",) or (not _PAID.isdisjoint(words) and "now" not in words):
        return True
    return not _RATHER_PAID.isdisjoint(words) and _ASKED.isdisjoint(words)


def hear_what_was_paid(table: list[Candidate]) -> None:
    """What was paid is no price where another column says what is asked."""
    named = _named(table)
    paid = [each for each in named if is_rather_paid(each.header)]
    asked = any(
        each not in paid and _ONCE_ASKED.isdisjoint(headings.read(each.header).words)
        for each in named
    )
    for each in paid if asked else ():
        each.weights["price"] = each.none - 0.5


def _named(table: list[Candidate]) -> list[Candidate]:
    """Return the columns that a name makes prices, unless their values forbid it."""
    return [
        each
        for each in table
        if each.said.how in ("known", "part", "almost")
        and each.said.fields.get("price", 0.0) > 1.0
        and each.weights["price"] > each.none
    ]


_WITHOUT_TAX = frozenset(("ex", "excluding", "exclusive", "plus", "without", "net", "nett"))
_TAX = frozenset(("vat", "tax", "gross", "net", "nett"))
_ENDS = (("ex",), ("excluding",), ("including",))  # Price Ex
_WITH_TAX = frozenset(("including", "inclusive", "included", "with", "gross"))


def _has_tax(header: str) -> bool | None:
    """Return whether a price's name says that VAT is in it; None where it says nothing of that."""
    words = headings.read(header).words
    if _TAX.isdisjoint(words) and words[-1:] not in _ENDS:
        return None
    without = not _WITHOUT_TAX.isdisjoint(words) or ("number", "vat") in pairwise(words)
    return False if without else None if _WITH_TAX.isdisjoint(words) else True


def hear_tax(table: list[Candidate]) -> None:
    """Of prices with and without VAT the one with it is asked: it is what a buyer pays.

    But not where rows lack it, as where only a few have one.
    """
    named = [
        each
        for each in table
        if each.said.how != "other"
        and each.said.fields.get("price", 0.0) > 0
        and each.weights["price"] > each.none
        and not is_rather_paid(each.header)
    ]
    without = [each for each in named if _has_tax(each.header) is False]
    having = [each for each in named if _has_tax(each.header)]
    for each in without:
        full = [other for other in having if _is_said_with(other, each)]
        if full:
            each.weights["price"] = each.none - 0.5
            each.notes[""] = _without_tax(full[0])
            full[0].notes["price"] = (
                f"of “{full[0].header}” and “{each.header}” it is the one with VAT in it,"
                " which is what a buyer pays"
            )
        elif len(named) == 1:
            each.notes["price"] = (
                "its name means the price, without VAT, and no other column has VAT in it"
            )


def _without_tax(full: Candidate) -> str:
    return f"it is the price without VAT, and “{full.header}” is the one with it"


_REDUCED = frozenset(
    ("now", "special", "offer", "reduced", "promotional", "promo", "discounted", "sale")
)
_SAID = 0.95


def _is_said_with(other: Candidate, each: Candidate) -> bool:
    """Whether a price is told in all rows that tell another, or nearly; no offer is often a 0."""
    told = [beside for cell, beside in zip(each.cells, other.cells, strict=True) if _is_told(cell)]
    return sum(map(_is_told, told)) >= _SAID * len(told)


def _is_told(cell: str) -> bool:
    return not readings.is_blank(cell) and readings.price(cell) != 0


def hear_the_lower(table: list[Candidate]) -> None:
    """Of two prices of which one is never the lower, the lower is asked, the other was.

    But not where rows lack the lower, where it is without tax, or where only the higher has a
    telling name.
    """
    prices = sorted(
        (each for each in table if _is_a_price(each)), key=lambda each: -each.weights["price"]
    )[:_MOST_PRICES]
    amounts = [[readings.price(cell) for cell in each.cells] for each in prices]
    not_asked: set[int] = set()
    for first, second in permutations(range(len(prices)), 2):
        pairs = [
            (more, less)
            for more, less in zip(amounts[first], amounts[second], strict=True)
            if more is not None and less
        ]
        if len(pairs) < 2 or any(more < less for more, less in pairs):
            continue
        if all(more == less for more, less in pairs):
            continue
        if not _is_said_with(prices[second], prices[first]):
            continue
        if _is_reduced(prices[first], prices[second], pairs):
            asked, was = prices[second].weights, prices[first].weights
            asked["price"] = max(asked["price"], was["price"] + 1.0)
        elif (place := _not_asked(prices, first, second, pairs)) is not None:
            not_asked.add(place)
    for place in not_asked:
        prices[place].weights["price"] -= 1.5


def _is_reduced(higher: Candidate, lower: Candidate, pairs: list[tuple[Decimal, Decimal]]) -> bool:
    """Whether the names say so: a "Now" of any price, any price of that of the list.

    But not what VAT alone makes lower.
    """
    words = headings.read(lower.header).words
    if not _REDUCED.isdisjoint(words):
        return True
    listed = not _OF_THE_LIST.isdisjoint(headings.read(higher.header).words)
    return listed and _LESS_FOR_OTHERS.isdisjoint(words) and not _is_tax(pairs)


def _is_tax(pairs: list[tuple[Decimal, Decimal]]) -> bool:
    """Whether VAT may be all that is between two prices; on some vehicles there is none."""
    return all(more <= less * _MOST_WITH_VAT for more, less in pairs)


def _is_a_price(each: Candidate) -> bool:
    fits = each.said.how != "other" and each.looks.shares.get("price", 0) > 0.4
    return fits and each.weights["price"] > max(each.none, each.weights["mileage"])


def _not_asked(
    prices: list[Candidate], higher: int, lower: int, pairs: list[tuple[Decimal, Decimal]]
) -> int | None:
    """Return which of two prices is not the one asked, if that can be told."""
    known = [prices[place].said.how == "known" for place in (higher, lower)]
    without_tax = all(
        more == less or abs(more / less - _WITH_VAT) < _NEARLY for more, less in pairs
    )  # of some vehicles none is due
    words = headings.read(prices[lower].header).words
    less_than_asked = not _LESS_FOR_OTHERS.isdisjoint(words) or (
        not _WITHOUT_TAX.isdisjoint(words) and _is_tax(pairs)
    )
    if without_tax and (less_than_asked or not known[1]):
        prices[lower].notes[""] = _without_tax(prices[higher])
        return lower
    if without_tax:
        return None
    if less_than_asked or (known[0] and not known[1]):
        return None
    return higher
