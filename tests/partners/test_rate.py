"""The rate of a key: so many feeds in a minute that begins with the first."""

from datetime import timedelta

import pytest
from django.db.models import F

from carslink.partners import keys, rate
from carslink.partners.models import ApiKey, KeyUse, Partner


@pytest.fixture
def key(db: None) -> ApiKey:
    """A key that may post three feeds a minute."""
    partner = Partner.objects.create(name="Alice's dealer system", feeds_per_minute=3)
    found = keys.authenticate(keys.issue(partner))
    assert found is not None
    return found


def later(seconds: float) -> None:
    """Let so much time have passed."""
    KeyUse.objects.update(since=F("since") - timedelta(seconds=seconds))


def test_up_to_the_rate_nobody_waits(key: ApiKey) -> None:
    assert [rate.seconds_to_wait(key) for _ in range(3)] == [0, 0, 0]
    assert 59 <= rate.seconds_to_wait(key) <= 60


def test_the_wait_is_what_is_left_of_the_minute(key: ApiKey) -> None:
    for _ in range(4):
        rate.seconds_to_wait(key)
    later(45)
    assert 14 <= rate.seconds_to_wait(key) <= 15
    later(14.9)
    assert rate.seconds_to_wait(key) == 1


def test_the_next_minute_begins_with_the_first_feed_after_it(key: ApiKey) -> None:
    for _ in range(9):
        rate.seconds_to_wait(key)
    later(60)
    assert [rate.seconds_to_wait(key) for _ in range(3)] == [0, 0, 0]
    assert rate.seconds_to_wait(key) > 0


def test_each_key_is_counted_for_itself(key: ApiKey) -> None:
    for _ in range(9):
        rate.seconds_to_wait(key)
    other = keys.authenticate(keys.issue(key.partner))
    assert other is not None
    assert rate.seconds_to_wait(other) == 0


def test_without_a_rate_of_its_own_a_partner_has_that_of_the_house(
    key: ApiKey, settings: pytest.FixtureRequest
) -> None:
    settings.FEEDS_PER_MINUTE = 5  # type: ignore[attr-defined]
    Partner.objects.update(feeds_per_minute=None)
    key.partner.refresh_from_db()
    assert [rate.seconds_to_wait(key) for _ in range(5)] == [0] * 5
    assert rate.seconds_to_wait(key) > 0


def test_the_house_takes_300_feeds_a_minute_unless_told_otherwise() -> None:
    from carslink.node import settings

    assert settings.FEEDS_PER_MINUTE == 300
