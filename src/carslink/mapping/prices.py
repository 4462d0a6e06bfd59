"""Which of several prices is the one that buyers are asked."""

from decimal import Decimal
from itertools import permutations

from carslink.mapping import headings, readings
from carslink.mapping.candidates import Candidate

_MOST_PRICES = 12  # that are compared with each other: all pairs of them are
_WITH_VAT, _NEARLY = Decimal("1.2"), Decimal("0.005")
_LESS_THAN_ASKED = frozenset(
    ("sold", "bid", "net", "nett", "ex", "excluding", "exclusive", "plus", "without", "minimum",
     "resale", "reserve", "trade", "suggested", "from", "start", "deposit")
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


def is_rather_paid(header: str) -> bool:
    """Whether a price's name says what the dealer gave or would take for the vehicle, not what is
    asked of the public; `Stock Price` may be either."""
    words = headings.without_units(header)
    if words[-1:] == ("in",) or (not _PAID.isdisjoint(words) and "now" not in words):
        return True
    return not _RATHER_PAID.isdisjoint(words) and _ASKED.isdisjoint(words)


def hear_what_was_paid(table: list[Candidate]) -> None:
    """What was paid is no price where another column says what is asked."""
    named = [
        each
        for each in table
        if each.said.how in ("known", "part", "almost")
        and each.said.fields.get("price", 0.0) > 1.0
        and each.weights["price"] > each.none
    ]
    paid = [each for each in named if is_rather_paid(each.header)]
    asked = any(
        each not in paid and _ONCE_ASKED.isdisjoint(headings.read(each.header).words)
        for each in named
    )
    for each in paid if asked else ():
        each.weights["price"] = each.none - 0.5


_REDUCED = frozenset(
    ("now", "special", "offer", "reduced", "promotional", "promo", "discounted", "sale")
)


def hear_the_lower(table: list[Candidate]) -> None:
    """Of two prices of which one is never the lower, the lower is asked, the other was.

    But not where the lower is without tax, or where only the higher has a telling name.
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
        if not _REDUCED.isdisjoint(headings.read(prices[second].header).words):
            asked, was = prices[second].weights, prices[first].weights
            asked["price"] = max(asked["price"], was["price"] + 1.0)
        elif (place := _not_asked(prices, first, second, pairs)) is not None:
            not_asked.add(place)
    for place in not_asked:
        prices[place].weights["price"] -= 1.5


def _is_a_price(each: Candidate) -> bool:
    fits = each.said.how != "other" and each.looks.shares.get("price", 0) > 0.4
    return fits and each.weights["price"] > max(each.none, each.weights["mileage"])


def _not_asked(
    prices: list[Candidate], higher: int, lower: int, pairs: list[tuple[Decimal, Decimal]]
) -> int | None:
    """Return which of two prices is not the one asked, if that can be told."""
    known = [prices[place].said.how == "known" for place in (higher, lower)]
    without_tax = all(abs(more / less - _WITH_VAT) < _NEARLY for more, less in pairs)
    less_than_asked = not _LESS_THAN_ASKED.isdisjoint(headings.read(prices[lower].header).words)
    if without_tax:
        return lower if less_than_asked or not known[1] else None
    if less_than_asked or (known[0] and not known[1]):
        return None
    return higher
