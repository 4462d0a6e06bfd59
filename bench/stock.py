"""Stock for measurements: the demo's vehicles, as one dealer's feed of any size."""

import json
from typing import Any

from carslink.demo.market import Market, dealer_of, stock_of


def listings(count: int, seed: int = 1) -> list[dict[str, Any]]:
    """Return so many distinct listings, their source_ids distinct too."""
    market = Market(seed=seed, dealers=max(1, count // 200), vehicles=count)
    return [
        {**listing, "source_id": f"{dealer}-{listing['source_id']}"}
        for dealer in range(market.dealers)
        for listing in stock_of(market, dealer, 0)
    ]


def feed(dealer: str, stock: list[dict[str, Any]], mode: str = "full_replace") -> bytes:
    """Return a feed's body."""
    profile = {**dealer_of(Market(seed=1, dealers=1, vehicles=1), 0), "partner_dealer_id": dealer}
    profile["name"] = f"Measured Motors {dealer}"
    return json.dumps({"mode": mode, "dealer": profile, "listings": stock}).encode()


def repriced(stock: list[dict[str, Any]], share: float, by: int) -> list[dict[str, Any]]:
    """Return the stock with a share of its prices changed, evenly spread."""
    every = round(1 / share)
    return [
        {**listing, "price": listing["price"] + by} if place % every == 0 else listing
        for place, listing in enumerate(stock)
    ]


def made_unique(stock: list[dict[str, Any]], mark: str) -> list[dict[str, Any]]:
    """Return the stock under other source_ids and image addresses, as another dealer's."""
    return [
        {
            **listing,
            "source_id": f"{mark}-{listing['source_id']}",
            "images": [f"{url}?{mark}" for url in listing["images"]],
        }
        for listing in stock
    ]
