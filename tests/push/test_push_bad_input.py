"""Anything at all in a body: a 4xx or skipped listings, never a 5xx or somebody else's stock."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.push.shop import Shop, car, check_counts, new_shop

DEEP = 10_000
# JSON that Python's own encoder does not write; each stands for a value.
RAW_VALUES = {
    "NaN": b"NaN",
    "Infinity": b"Infinity",
    "-Infinity": b"-Infinity",
    "1e400": b"1e400",
    "-1e400": b"-1e400",
    "1e308": b"1e308",
    "1e-400": b"1e-400",
    "400 digits": b"9" * 400,
    "5,000 digits": b"9" * 5000,
    "minus 400 digits": b"-" + b"9" * 400,
    "400 digits as text": b'"' + b"9" * 400 + b'"',
    "lone high surrogate": b'"\\ud800"',
    "lone low surrogate": b'"x\\udc00yyyyyyyyyyyy"',
    "surrogates in the wrong order": b'"\\udc00\\ud800"',
    "NUL": b'"\\u0000"',
    "NUL within": b'"a\\u0000b"',
    "other controls": b'"\\u0001\\u001f\\u007f\\u0085\\u202e"',
    "raw control": b'"\x01"',
    "invalid UTF-8": b'"\xff"',
    "encoded surrogate": b'"\xed\xa0\x80"',
    "overlong": b'"\xc0\xaf"',
    "deep arrays": b"[" * DEEP + b"]" * DEEP,
    "deep objects": b'{"a":' * DEEP + b"1" + b"}" * DEEP,
    "900 deep": b"[" * 900 + b"]" * 900,
    "unfinished": b'["a"',
    "single quotes": b"'a'",
    "comment": b"1 /* one */",
    "leading zero": b"01",
    "plus": b"+1",
    "hex": b"0x10",
    "duplicate keys": b'{"a": 1, "a": {"b": 2, "b": []}}',
    "a megabyte": b'"' + b"x" * 2**20 + b'"',
    "many keys": b"{" + b",".join(b'"k%d":1' % n for n in range(20_000)) + b"}",
    "empty key": b'{"": ""}',
}
PLACES = (
    "$",
    "mode",
    "dealer",
    "dealer.partner_dealer_id",
    "dealer.name",
    "dealer.phone",
    "dealer.email",
    "dealer.website",
    "dealer.postcode",
    "dealer.unknown",
    "listings",
    "listings.0",
    *(f"listings.0.{name}" for name in (*car(1), "delete", "vin", "description", "unknown")),
    "listings.0.images.0",
    "unknown",
)


def body_with(shop: Shop, place: str, raw: bytes) -> bytes:
    """Return a feed in which one value, wherever it is, is replaced by raw bytes."""
    if place == "$":
        return raw
    mark = "put the raw value here"
    feed: Any = shop.feed("full_replace", car(1), car(2), name="Smith Motors")
    *path, last = [int(part) if part.isdecimal() else part for part in place.split(".")]
    inner = feed
    for part in path:
        inner = inner[part]
    inner[last] = mark
    return json.dumps(feed).encode().replace(json.dumps(mark).encode(), raw)


def check_harmless(shop: Shop, body: bytes, neighbours: list[Shop], **headers: str) -> Any:
    """Post a body and check that it is refused or taken in good order, and that no one else's
    stock is touched; returns the answer."""
    before = [neighbour.listings() for neighbour in neighbours]
    answer = shop.house.post(body, shop.key, **headers)
    assert answer.status_code in (202, 400, 413, 422), answer.text
    if answer.status_code == 202:
        check_counts(answer.json())
    else:
        assert answer.json()["status"] == "rejected"
        assert answer.json()["errors"]
    assert [neighbour.listings() for neighbour in neighbours] == before
    return answer


@pytest.fixture
def neighbours(shop: Shop, bob: str) -> list[Shop]:
    """Another dealer of the same partner, and another partner's dealer of the same id."""
    other, bobs = new_shop(shop.house, shop.key), Shop(shop.house, bob, shop.id)
    for each in (other, bobs):
        each.full(car(1), car(2))
    return [other, bobs]


@pytest.mark.parametrize("raw", RAW_VALUES.values(), ids=RAW_VALUES)
def test_a_strange_value_in_any_place_does_no_harm(
    shop: Shop, neighbours: list[Shop], raw: bytes
) -> None:
    shop.full(car(1), car(2))
    for place in PLACES:
        check_harmless(shop, body_with(shop, place, raw), [])
    assert [each.live() for each in neighbours] == [["V1", "V2"]] * 2
    assert shop.full(car(1), car(2))["dealer"]["live"] == 2


@pytest.mark.parametrize("raw", RAW_VALUES.values(), ids=RAW_VALUES)
def test_a_strange_entry_never_spoils_its_neighbour_when_the_feed_is_taken(
    shop: Shop, raw: bytes
) -> None:
    body = b'{"mode":"partial","dealer":{"partner_dealer_id":"%s"},"listings":[%s,%s]}' % (
        shop.id.encode(),
        raw,
        json.dumps(car(2)).encode(),
    )
    answer = check_harmless(shop, body, [])
    if answer.status_code == 202:
        assert answer.json()["feed"]["skipped"] == 1
        assert shop.live() == ["V2"]
    else:
        assert shop.get(f"/dealers/{shop.id}").status_code == 404


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda each: (
        st.lists(each, max_size=4) | st.dictionaries(st.text(max_size=8), each, max_size=4)
    ),
    max_leaves=10,
)


@settings(
    max_examples=150, deadline=None, derandomize=True, database=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(place=st.sampled_from(PLACES), value=JSON, mode=st.sampled_from(["full_replace", "partial"]))
def test_any_json_value_in_any_place_does_no_harm(
    shop: Shop, neighbours: list[Shop], place: str, value: Any, mode: str
) -> None:
    raw = json.dumps(value).encode()
    body = body_with(shop, place, raw).replace(b"full_replace", mode.encode(), 1)
    answer = check_harmless(shop, body, neighbours)
    if answer.status_code == 202 and "NaN" not in raw.decode() and place.startswith("listings.0"):
        assert "V2" in shop.live()


@settings(max_examples=60, deadline=None, derandomize=True, database=None,
          suppress_health_check=list(HealthCheck))  # fmt: skip
@given(st.binary(max_size=300))
def test_any_bytes_do_no_harm(shop: Shop, body: bytes) -> None:
    for encoding in ("identity", "gzip", "zstd"):
        answer = shop.house.post(body, shop.key, Content_Encoding=encoding)
        assert answer.status_code in (400, 422)
        assert answer.json()["status"] == "rejected"


@pytest.mark.parametrize(
    "body",
    [
        b'{"dealer":{"partner_dealer_id":"other"},"dealer":{"partner_dealer_id":"%s"},"listings":[]}',
        b'{"listings":5,"dealer":{"partner_dealer_id":"x","partner_dealer_id":"%s"},"listings":[]}',
    ],
)
def test_of_duplicate_keys_the_last_counts_as_everywhere_in_json(shop: Shop, body: bytes) -> None:
    assert shop.send(body % shop.id.encode())["feed"]["received"] == 0
    assert shop.profile()["partner_dealer_id"] == shop.id


def test_duplicate_keys_in_a_listing_are_read_last_too(shop: Shop) -> None:
    entry = json.dumps(car(1)).encode()[:-1] + b', "price": 5, "price": 7}'
    body = b'{"dealer":{"partner_dealer_id":"%s"},"listings":[%s]}' % (shop.id.encode(), entry)
    assert shop.send(body)["queued_count"] == 1
    assert shop.vehicle("V1")["price"] == 7


def test_a_feed_with_warnings_can_be_sent_again(shop: Shop) -> None:
    """Whatever was kept of the first feed is read by the second."""
    faulty = car(1, vin="bad", colour="Qzx", fuel="Wood gas", doors=5)
    for mode in ("full_replace", "partial", "full_replace"):
        receipt = shop.send(shop.feed(mode, faulty, car(2, make="Nonesuch")))
        assert receipt["queued_count"] == 2
        assert receipt["warnings_total"] == 5
    assert shop.partial({"source_id": "V1", "price": 1})["queued_count"] == 1


@pytest.mark.parametrize("name", ["X-Dealer-Api-Key", "Idempotency-Key", "Content-Encoding", "X"])
@pytest.mark.parametrize("size", [5_000, 2_000_000])
def test_a_huge_header_is_refused_and_the_house_stands(shop: Shop, name: str, size: int) -> None:
    import httpx2

    try:
        answer = shop.house.http.post(
            "/api/v1/stock",
            content=json.dumps(shop.feed("partial")),
            headers={
                "X-Dealer-Api-Key": shop.key,
                "Content-Type": "application/json",
                name: "x" * size,
            },
        )
    except httpx2.TransportError:
        assert size > 5_000  # the server hangs up on what it does not read
    else:
        assert answer.status_code in (202 if name == "X" else 401, 401, 415, 422, 400, 431)
    assert shop.house.get("/healthz").status_code == 200


@pytest.mark.parametrize(
    "nul", ["%00", "a%00b", "%ff", "%ed%a0%80", "%C0%AF", "%u0000", "%", "%2e%2e"]
)
def test_strange_bytes_in_paths_and_questions_are_answered(shop: Shop, nul: str) -> None:
    headers = {"X-Dealer-Api-Key": shop.key}
    for path in (
        "/stock/{}", "/dealers/{}", "/dealers/{}/listings", "/vehicles/{}", "/{}", "/stock/{}/{}",
        "/stock?dealer={}", "/stock?after={}", "/stock?limit={}", "/stock?{}=1",
        "/dealers?after={}", "/dealers/x/listings?status={}", "/dealers/x/listings?after={}",
        "/search?q={}", "/search?make={}", "/search?price_min={}", "/search?{}=1",
        "/search?sort={}", "/search?page={}",
    ):  # fmt: skip
        address = f"/api/v1{path.format(nul, nul)}"
        answer = shop.house.http.get(address, headers=headers)
        assert answer.status_code in (200, 400, 404, 422), (address, answer.status_code)
        if answer.status_code != 200:
            assert answer.json()["status"] == "rejected", address


def test_the_house_has_made_no_mistake_in_all_of_this(shop: Shop) -> None:
    log = (shop.house.folder / "serve.log").read_text()
    assert "Traceback" not in log
