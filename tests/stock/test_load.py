"""What is known of a batch's vehicles, however many it names."""

from typing import TYPE_CHECKING

import pytest

from carslink.stock import load
from tests.push.shop import car, registration

if TYPE_CHECKING:
    from tests.stock.lot import Lot


def test_names_of_a_long_feed_are_looked_up_a_part_at_a_time(
    lot: "Lot", monkeypatch: pytest.MonkeyPatch
) -> None:
    lot.full(*(car(number) for number in range(1, 6)))
    lot.full(car(1), car(2), car(3))
    monkeypatch.setattr(load, "ASKED", 2)
    named = {"registration": registration(3), "price": 300}
    lot.partial(car(2), named, {"source_id": "V1", "price": 100}, car(4), car(9))
    assert lot.live() == ["V1", "V2", "V3", "V4", "V9"]
    assert (lot.listing("V1").price, lot.listing("V3").price) == (100, 300)
    assert [event for event, _, _ in lot.history("V4")] == ["created", "removed", "revived"]
