"""The day that listings are checked by."""

from datetime import date, datetime

import pytest

from carslink.vehicles import today


def test_a_day_ends_at_midnight(monkeypatch: pytest.MonkeyPatch) -> None:
    midnight = datetime(2027, 1, 1).timestamp()
    for moment, day in (
        (midnight - 0.001, date(2026, 12, 31)),
        (midnight, date(2027, 1, 1)),
        (midnight - 86_400, date(2026, 12, 31)),
    ):
        monkeypatch.setattr(today.time, "time", lambda moment=moment: moment)
        assert today.today() == day
