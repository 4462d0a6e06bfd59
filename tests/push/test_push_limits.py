"""The limits of the door: bytes, listings, feeds a minute; nothing over them is stored."""

import gzip
import json
import socket
import time
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest
import zstandard

from tests.house import House, served
from tests.push.shop import Shop, car, check_refused, new_shop, rows, stored

MEGABYTE = 1024 * 1024


@pytest.fixture(scope="module")
def small_house() -> Iterator[House]:
    """A house with small limits."""
    with served(
        FEED_MAX_BYTES="20000", FEED_MAX_LISTINGS="3", FEEDS_PER_MINUTE="5", FEEDS_AT_ONCE="1"
    ) as house:
        yield house


@pytest.fixture(scope="module")
def small_key(small_house: House) -> str:
    return small_house.add_partner("A partner of the small house")


def test_a_body_declared_larger_than_the_limit_is_refused_unread(unstored: Shop) -> None:
    address = urlsplit(unstored.house.url)
    head = (
        f"POST /api/v1/stock HTTP/1.1\r\nHost: {address.netloc}\r\n"
        f"X-Dealer-Api-Key: {unstored.key}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {64 * MEGABYTE + 1}\r\nConnection: close\r\n\r\n"
    )
    with socket.create_connection((address.hostname, address.port), timeout=10) as wire:
        wire.sendall(head.encode())  # and not one byte of the body
        first_line = wire.recv(65536).split(b"\r\n")[0]
    assert first_line.startswith(b"HTTP/1.1 413")


def test_a_body_over_the_limit_is_refused(small_house: House) -> None:
    key = small_house.add_partner("A partner that sends much")
    shop = new_shop(small_house, key)
    for headers, body in (
        ({}, b"x" * 20_001),
        ({"Content_Encoding": "gzip"}, gzip.compress(b" " * 20_001)),
        ({"Content_Encoding": "zstd"}, zstandard.compress(b" " * 20_001)),
    ):
        reasons = check_refused(small_house.post(body, key, **headers), 413, "body")
        assert "20,000 bytes or less" in reasons[0]
    chunked = small_house.http.post(
        "/api/v1/stock",
        content=iter([b" " * 10_000] * 3),
        headers={"X-Dealer-Api-Key": key, "Content-Type": "application/json"},
    )
    check_refused(chunked, 413, "body")
    assert stored(small_house, key) == (0, 0, 0, 0)
    exactly = json.dumps(shop.feed("partial", car(1))).encode()
    assert small_house.post(exactly + b" " * (20_000 - len(exactly)), key).status_code == 202


def test_a_decompression_bomb_is_refused_at_once(unstored: Shop) -> None:
    """300 MB of spaces in 300 KB; and a bomb in a bomb's clothes, of many small gzip files."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(deflate.compress(b" " * MEGABYTE) for _ in range(300)) + deflate.flush()
    check_refused(unstored.house.post(bomb, unstored.key, Content_Encoding="gzip"), 413, "body")
    zbomb = zstandard.compress(b" " * (300 * MEGABYTE))
    check_refused(unstored.house.post(zbomb, unstored.key, Content_Encoding="zstd"), 413, "body")
    many = gzip.compress(b" " * MEGABYTE) * 80
    check_refused(unstored.house.post(many, unstored.key, Content_Encoding="gzip"), 413, "body")


def test_a_string_of_a_hundred_megabytes_is_refused(unstored: Shop) -> None:
    body = b'{"dealer":{"partner_dealer_id":"D"},"listings":["' + b"x" * 10**8 + b'"]}'
    check_refused(unstored.house.post(body, unstored.key), 413, "body")


def test_more_listings_than_the_limit_are_refused(small_house: House) -> None:
    key = small_house.add_partner("A partner with many listings")
    shop = new_shop(small_house, key)
    answer = small_house.post(shop.feed("partial", *(car(n) for n in range(4))), key)
    reasons = check_refused(answer, 413, "listings")
    assert reasons == ["must be 3 or fewer (received 4)"]
    assert stored(small_house, key) == (0, 0, 0, 0)
    assert shop.partial(*(car(n) for n in range(3)))["queued_count"] == 3


def test_over_the_rate_a_feed_is_refused_until_the_time_it_names(small_house: House) -> None:
    key = small_house.command("partner", "add", "A partner in a hurry", "--json")
    hurried = str(json.loads(key)["api_key"])
    shop = new_shop(small_house, hurried)
    for number in range(5):
        shop.partial(car(number))
    before = stored(small_house, hurried)

    answer = small_house.post(shop.feed("partial", car(9)), hurried)

    check_refused(answer, 429, "X-Dealer-Api-Key")
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    assert stored(small_house, hurried) == before
    assert shop.get("/stock").status_code == 200  # questions are not counted
    other = json.loads(small_house.command("partner", "key", "A partner in a hurry", "--json"))
    shop.key = other["api_key"]
    assert shop.partial(car(9))["queued_count"] == 1  # the rate is a key's
    rows(
        small_house,
        "UPDATE partners_keyuse SET since = since - interval '1 minute' WHERE key_id ="
        " (SELECT id FROM partners_apikey WHERE public_id = %s)",
        hurried.split("_")[1],
    )
    assert small_house.post(shop.feed("partial", car(9)), hurried).status_code == 202


def test_too_many_feeds_at_once_are_refused_with_the_time_to_try_again(small_house: House) -> None:
    key = small_house.add_partner("A partner with a slow line")
    shop = new_shop(small_house, key)
    address = urlsplit(small_house.url)
    head = (
        f"POST /api/v1/stock HTTP/1.1\r\nHost: {address.netloc}\r\nX-Dealer-Api-Key: {key}\r\n"
        "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
    )
    with socket.create_connection((address.hostname, address.port), timeout=10) as slow:
        slow.sendall(head.encode())  # one feed is on its way
        time.sleep(0.3)
        answer = small_house.post(shop.feed("partial", car(1)), key)
        check_refused(answer, 429, "body")
        assert int(answer.headers["Retry-After"]) >= 1
        assert stored(small_house, key) == (0, 0, 0, 0)
        assert small_house.get("/api/v1/search").status_code == 200  # buyers are served
    until = time.monotonic() + 30
    while (answer := small_house.post(shop.feed("partial", car(1)), key)).status_code == 429:
        assert time.monotonic() < until
        time.sleep(1)
    assert answer.status_code == 202


def test_many_empty_gzip_files_do_not_keep_the_house_busy(unstored: Shop) -> None:
    """A bomb of work instead of bytes: 150,000 files of 20 bytes, which hold nothing."""
    began = time.monotonic()
    answer = unstored.house.post(
        gzip.compress(b"") * 150_000, unstored.key, Content_Encoding="gzip"
    )
    check_refused(answer, 400, "body")
    assert time.monotonic() - began < 10


def test_one_partner_cannot_take_all_places(house: House, alice: str, bob: str) -> None:
    address = urlsplit(house.url)
    head = (
        f"POST /api/v1/stock HTTP/1.1\r\nHost: {address.netloc}\r\nX-Dealer-Api-Key: {alice}\r\n"
        "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
    )
    with ExitStack() as lines:
        for _ in range(8):
            line = socket.create_connection((address.hostname, address.port), timeout=10)
            lines.enter_context(line).sendall(head.encode())
        time.sleep(0.5)
        mine, others = new_shop(house, alice), new_shop(house, bob)
        check_refused(house.post(mine.feed("partial", car(1)), alice), 429, "body")
        assert house.post(others.feed("partial", car(1)), bob).status_code == 202


def test_methods_that_an_address_does_not_take_are_refused_in_the_one_shape(house: House) -> None:
    answer = house.http.put("/api/v1/stock")
    check_refused(answer, 405, "method")
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "POST"}
