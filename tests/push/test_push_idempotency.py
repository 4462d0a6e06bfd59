"""`Idempotency-Key`: the same feed twice is applied once, and answered the same."""

import gzip
import json
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

from tests.push.shop import Shop, car, new_shop, rows, stored


def fresh() -> str:
    """Return an Idempotency-Key that nobody has used."""
    return f"feed-{uuid4()}"


def test_a_repeated_feed_gets_the_first_receipt_to_the_byte_and_is_not_applied(shop: Shop) -> None:
    name, feed = fresh(), shop.feed("full_replace", car(1), car(2, price=0))
    first = shop.house.post(feed, shop.key, Idempotency_Key=name)
    shop.full(car(3))  # the stock has moved on since
    before = stored(shop.house, shop.key)

    again = shop.house.post(feed, shop.key, Idempotency_Key=name)

    assert first.status_code == again.status_code == 202
    assert again.content == first.content
    assert shop.live() == ["V3"]
    assert stored(shop.house, shop.key) == before


def test_without_a_key_the_same_feed_is_applied_again(shop: Shop) -> None:
    first, again = shop.full(car(1)), shop.full(car(1))
    assert first["sync_id"] != again["sync_id"]


def test_the_same_key_with_another_body_is_a_conflict_and_changes_nothing(shop: Shop) -> None:
    name = fresh()
    shop.send(shop.feed("full_replace", car(1)), Idempotency_Key=name)
    before = stored(shop.house, shop.key)

    answer = shop.house.post(shop.feed("full_replace"), shop.key, Idempotency_Key=name)

    assert answer.status_code == 409
    assert answer.json()["status"] == "rejected"
    assert [each["field"] for each in answer.json()["errors"]] == ["Idempotency-Key"]
    assert shop.live() == ["V1"]
    assert stored(shop.house, shop.key) == before


def test_the_body_is_compared_as_decoded(shop: Shop) -> None:
    name, body = fresh(), json.dumps(shop.feed("full_replace", car(1))).encode()
    plain = shop.house.post(body, shop.key, Idempotency_Key=name)
    packed = shop.house.post(
        gzip.compress(body), shop.key, Idempotency_Key=name, Content_Encoding="gzip"
    )
    spaced = shop.house.post(body + b" ", shop.key, Idempotency_Key=name)
    assert packed.content == plain.content
    assert spaced.status_code == 409


def test_twins_sent_at_the_same_time_become_one_feed(shop: Shop) -> None:
    name, feed = fresh(), shop.feed("partial", *(car(n) for n in range(200)))
    with ThreadPoolExecutor(5) as pool:  # the house takes six at once
        answers = list(
            pool.map(lambda _: shop.house.post(feed, shop.key, Idempotency_Key=name), range(5))
        )
    assert {answer.status_code for answer in answers} == {202}
    assert len({answer.content for answer in answers}) == 1
    assert len(shop.get("/stock", dealer=shop.id).json()["items"]) == 1
    assert answers[0].json()["queued_count"] == 200


def test_of_two_bodies_sent_at_the_same_time_under_one_key_one_is_applied(shop: Shop) -> None:
    name = fresh()
    feeds = [shop.feed("full_replace", *(car(n) for n in range(size))) for size in (150, 151)]
    with ThreadPoolExecutor(2) as pool:
        answers = list(
            pool.map(lambda feed: shop.house.post(feed, shop.key, Idempotency_Key=name), feeds)
        )
    assert sorted(answer.status_code for answer in answers) == [202, 409]
    (taken,) = [answer.json() for answer in answers if answer.status_code == 202]
    assert shop.profile()["live"] == taken["queued_count"]


def test_a_key_is_its_partners_own(shop: Shop, bob: str) -> None:
    name = fresh()
    shop.send(shop.feed("full_replace", car(1)), Idempotency_Key=name)
    bobs = Shop(shop.house, bob, shop.id)
    receipt = bobs.send(bobs.feed("full_replace", car(1), car(2)), Idempotency_Key=name)
    assert receipt["queued_count"] == 2


def test_a_key_is_known_under_each_api_key_of_its_partner(shop: Shop) -> None:
    name, feed = fresh(), shop.feed("full_replace", car(1))
    first = shop.house.post(feed, shop.key, Idempotency_Key=name)
    made = shop.house.command("partner", "key", "Alice's dealer system", "--json")
    again = shop.house.post(feed, json.loads(made)["api_key"], Idempotency_Key=name)
    assert again.content == first.content


def test_a_refusal_is_not_remembered(shop: Shop) -> None:
    name = fresh()
    for wrong, status in ((b"{", 400), (b'{"dealer": {}}', 422)):
        answer = shop.house.post(wrong, shop.key, Idempotency_Key=name)
        assert answer.status_code == status
    assert shop.send(shop.feed("full_replace", car(1)), Idempotency_Key=name)["queued_count"] == 1


def test_validating_neither_uses_up_nor_asks_for_a_key(shop: Shop) -> None:
    name, feed = fresh(), shop.feed("full_replace", car(1))
    tried = shop.house.post(feed, shop.key, "/api/v1/stock/validate", Idempotency_Key=name)
    assert tried.status_code == 200
    assert shop.send(feed, Idempotency_Key=name)["dealer"] is None


def test_after_24_hours_a_key_is_forgotten_and_not_before(shop: Shop) -> None:
    name, feed = fresh(), shop.feed("partial", car(1))
    first = shop.send(feed, Idempotency_Key=name)
    age(shop, name, "23 hours 59 minutes")
    assert shop.send(feed, Idempotency_Key=name) == first

    age(shop, name, "2 minutes")

    again = shop.send(feed, Idempotency_Key=name)
    assert again["sync_id"] != first["sync_id"]
    assert again["dealer"] is not None
    assert shop.send(feed, Idempotency_Key=name) == again  # and is remembered anew


def test_after_24_hours_a_key_may_stand_for_another_body(shop: Shop) -> None:
    name = fresh()
    shop.send(shop.feed("full_replace", car(1)), Idempotency_Key=name)
    age(shop, name, "24 hours 1 minute")
    assert shop.send(shop.feed("full_replace", car(2)), Idempotency_Key=name)["queued_count"] == 1


def test_a_key_of_255_characters_is_taken(shop: Shop) -> None:
    name = fresh().ljust(255, "x")
    first = shop.send(shop.feed("full_replace", car(1)), Idempotency_Key=name)
    assert shop.send(shop.feed("full_replace", car(1)), Idempotency_Key=name) == first


def age(shop: Shop, name: str, by: str) -> None:
    """Let a key have been taken earlier."""
    rows(
        shop.house,
        "UPDATE push_idempotencykey SET taken_at = taken_at - %s::interval WHERE key = %s",
        by,
        name,
    )


def test_the_receipt_of_a_first_feed_is_repeated_although_the_dealer_is_known_by_now(
    shop: Shop,
) -> None:
    name, feed = fresh(), shop.feed("full_replace", car(1))
    shop.house.post(feed, shop.key, Idempotency_Key=name)
    again = shop.house.post(feed, shop.key, Idempotency_Key=name).json()
    assert again["dealer"] is None
    other = new_shop(shop.house, shop.key)
    assert other.send(other.feed("full_replace"), Idempotency_Key=fresh())["dealer"] is None
