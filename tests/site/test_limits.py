"""Questions of any length get a page of bounded size, and of bounded work."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from carslink.search import chips, hits, relax


def long_question() -> str:
    return urlencode(
        [
            (f"{prefix}{name}", f"{name}-{number}")
            for prefix in ("", "exclude.")
            for name in ("make", "model", "dealer")
            for number in range(100)
        ]
    )


def test_a_long_question_has_few_chips_and_is_relaxed_a_few_times(
    sell: Callable[..., Any], client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    sell()
    counted: list[object] = []
    total = hits.total
    monkeypatch.setattr(hits, "total", lambda *asked: counted.append(asked) or total(*asked))
    page = client.get(f"/search?{long_question()}")
    assert page.status_code == 200
    assert len(page.context["chips"]) == chips.MOST_CHIPS
    assert len(counted) <= relax.MOST_CHIPS * (relax.MOST_CHIPS + 1) / 2
    assert len(page.content) < 400_000


def test_a_vehicle_that_is_gone_is_gone_at_every_address_it_had(
    sell: Callable[..., Any], client: Client
) -> None:
    listing = sell()
    moved = client.get(f"/cars/bm/w/{listing.pk}?from=mail")
    assert moved.status_code == 302
    assert moved["Location"] == f"/cars/bmw/3-series/{listing.pk}?from=mail"
    listing.state = "removed"
    listing.save()
    assert client.get(f"/cars/bm/w/{listing.pk}").status_code == 410
