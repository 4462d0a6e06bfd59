"""What is refused whole: with which status, in which shape, and that nothing was stored."""

import gzip
import json
import socket
import zlib
from typing import Any
from urllib.parse import urlsplit

import pytest
import zstandard

from tests.house import House
from tests.push.shop import Shop, car, check_refused, new_shop, rows, stored


def everywhere() -> Any:
    """Parametrise over every address that wants a key."""
    return pytest.mark.parametrize(
        ("method", "path"),
        [
            ("POST", "/api/v1/stock"),
            ("POST", "/api/v1/stock/validate"),
            ("GET", "/api/v1/stock"),
            ("GET", "/api/v1/stock/sync_0"),
            ("GET", "/api/v1/dealers"),
            ("GET", "/api/v1/dealers/D"),
            ("GET", "/api/v1/dealers/D/listings"),
        ],
    )


@everywhere()
def test_a_missing_key_is_refused(unstored: Shop, method: str, path: str) -> None:
    body = json.dumps(unstored.feed("partial", car(1)))
    answer = unstored.house.http.request(
        method, path, content=body, headers={"Content-Type": "application/json"}
    )
    check_refused(answer, 401, "X-Dealer-Api-Key")


@everywhere()
@pytest.mark.parametrize(
    "key",
    ["", "x", "csl_AAAAAAAA_" + "A" * 38, "YOUR_PARTNER_API_KEY", "csl__", "k" * 5000, "ключ"],
    ids=["empty", "short", "wrong check", "the page's", "hollow", "long", "not ASCII"],
)
def test_an_unknown_key_is_refused(unstored: Shop, method: str, path: str, key: str) -> None:
    body = json.dumps(unstored.feed("partial", car(1)))
    answer = unstored.house.http.request(
        method,
        path,
        content=body,
        headers=[
            (b"X-Dealer-Api-Key", key.encode()),
            (b"Content-Type", b"application/json"),
        ],
    )
    check_refused(answer, 401, "X-Dealer-Api-Key")


def test_a_key_with_one_character_changed_is_refused(unstored: Shop) -> None:
    for place in (5, 20, len(unstored.key) - 1):
        other = "a" if unstored.key[place] != "a" else "b"
        wrong = unstored.key[:place] + other + unstored.key[place + 1 :]
        answer = unstored.house.post(unstored.feed("partial", car(1)), wrong)
        check_refused(answer, 401, "X-Dealer-Api-Key")


def test_an_expired_key_is_refused_and_a_new_one_is_taken(house: House) -> None:
    old = house.add_partner("A partner whose key ends")
    new = json.loads(house.command("partner", "key", "A partner whose key ends", "--json"))[
        "api_key"
    ]
    house.command("partner", "expire", old.split("_")[1], "--hours", "0")

    shop = new_shop(house, new)
    check_refused(house.post(shop.feed("partial", car(1)), old), 401, "X-Dealer-Api-Key")
    assert stored(house, new) == (0, 0, 0, 0)
    assert shop.partial(car(1))["queued_count"] == 1


def test_a_revoked_key_is_refused_at_the_next_request(house: House) -> None:
    key = house.add_partner("A partner whose key is revoked")
    shop = new_shop(house, key)
    shop.partial(car(1))
    before = stored(house, key)

    house.command("partner", "revoke", key.split("_")[1])

    check_refused(house.post(shop.feed("partial", car(2)), key), 401, "X-Dealer-Api-Key")
    check_refused(shop.get("/stock"), 401, "X-Dealer-Api-Key")
    assert stored(house, key) == before


def test_a_partner_that_is_not_active_is_refused(house: House) -> None:
    key = house.add_partner("A partner that pauses")
    rows(
        house, "UPDATE partners_partner SET active = false WHERE name = %s", "A partner that pauses"
    )
    shop = new_shop(house, key)
    check_refused(house.post(shop.feed("partial", car(1)), key), 401, "X-Dealer-Api-Key")
    assert stored(house, key) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" ",
        b"{",
        b"not JSON",
        b"{'mode': 'partial'}",
        b'{"mode": "partial",}',
        b'{"dealer": {}} {"dealer": {}}',
        b"\xff\xfe{\x00}\x00",
        b'{"mode": "\xff"}',
        b"\xed\xa0\x80",
        b'{"dealer": NaN}',
        b'{"dealer": Infinity}',
        b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
        b"<stock/>",
        b"\x00",
    ],
    ids=lambda body: repr(body[:30]),
)
def test_a_body_that_is_not_json_is_refused(unstored: Shop, body: bytes) -> None:
    for path in ("/api/v1/stock", "/api/v1/stock/validate"):
        check_refused(unstored.house.post(body, unstored.key, path), 400, "body")


@pytest.mark.parametrize(
    "body",
    [b"null", b"[]", b'"feed"', b"1", b"true", b"[{}]", b"[" * 10_000 + b"]" * 10_000],
    ids=len,
)
def test_json_that_is_no_object_is_refused(unstored: Shop, body: bytes) -> None:
    reasons = check_refused(unstored.house.post(body, unstored.key), 422, "body")
    assert reasons == ["must be a JSON object"]


def test_a_truncated_gzip_body_is_refused(unstored: Shop) -> None:
    whole = gzip.compress(json.dumps(unstored.feed("partial", car(1))).encode())
    for length in (0, 1, 9, len(whole) // 2, len(whole) - 9, len(whole) - 1):
        answer = unstored.house.post(whole[:length], unstored.key, Content_Encoding="gzip")
        check_refused(answer, 400, "body")


def test_a_gzip_body_with_a_wrong_checksum_is_refused(unstored: Shop) -> None:
    whole = bytearray(gzip.compress(json.dumps(unstored.feed("partial", car(1))).encode()))
    whole[-8] ^= 1
    answer = unstored.house.post(bytes(whole), unstored.key, Content_Encoding="gzip")
    check_refused(answer, 400, "body")


@pytest.mark.parametrize("encoding", ["gzip", "zstd"])
def test_a_body_that_is_not_encoded_as_it_says_is_refused(unstored: Shop, encoding: str) -> None:
    body = json.dumps(unstored.feed("partial", car(1))).encode()
    for wrong in (body, zlib.compress(body), b"\x28\xb5\x2f\xfd\xff\xff\xff"):
        answer = unstored.house.post(wrong, unstored.key, Content_Encoding=encoding)
        check_refused(answer, 400, "body")


def test_a_truncated_zstd_body_is_refused(unstored: Shop) -> None:
    body = json.dumps(unstored.feed("partial", *(car(n) for n in range(20)))).encode()
    whole = zstandard.ZstdCompressor(write_checksum=True).compress(body)
    for length in (0, 3, len(whole) // 2):
        answer = unstored.house.post(whole[:length], unstored.key, Content_Encoding="zstd")
        check_refused(answer, 400, "body")


def test_a_zstd_body_without_its_last_byte_is_refused(shop: Shop) -> None:
    """All of the JSON is there, but not the checksum that says so."""
    whole = zstandard.ZstdCompressor(write_checksum=True).compress(
        json.dumps(shop.feed("partial", car(1))).encode()
    )
    answer = shop.house.post(whole[:-1], shop.key, Content_Encoding="zstd")
    check_refused(answer, 400, "body")


def test_a_body_that_is_cut_off_on_its_way_is_refused(unstored: Shop) -> None:
    """Cut where what arrived is valid JSON: only the declared length tells that more was meant."""
    body = json.dumps(unstored.feed("full_replace", car(1))).encode()
    address = urlsplit(unstored.house.url)
    head = (
        f"POST /api/v1/stock HTTP/1.1\r\nHost: {address.netloc}\r\n"
        f"X-Dealer-Api-Key: {unstored.key}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body) + 50}\r\n\r\n"
    )
    with socket.create_connection((address.hostname, address.port), timeout=10) as wire:
        wire.sendall(head.encode() + body)
        wire.shutdown(socket.SHUT_WR)
        answered = b""
        while piece := wire.recv(65536):
            answered += piece
    # The server may close without an answer; what counts is that the feed is not applied.
    assert answered == b"" or b" 400 " in answered.split(b"\r\n")[0]


@pytest.mark.parametrize(
    "content_type",
    [
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        "application/jsonp",
        "",
    ],
)
def test_another_content_type_is_refused(unstored: Shop, content_type: str) -> None:
    feed = unstored.feed("partial", car(1))
    answer = unstored.house.post(feed, unstored.key, Content_Type=content_type)
    check_refused(answer, 415, "Content-Type")


@pytest.mark.parametrize("encoding", ["br", "deflate", "gzip, gzip", "utf-8"])
def test_another_content_encoding_is_refused(unstored: Shop, encoding: str) -> None:
    feed = unstored.feed("partial", car(1))
    answer = unstored.house.post(feed, unstored.key, Content_Encoding=encoding)
    check_refused(answer, 415, "Content-Encoding")


@pytest.mark.parametrize("dealer", [{}, {"partner_dealer_id": None}, {"partner_dealer_id": "  "}])
def test_a_feed_without_partner_dealer_id_is_refused(
    unstored: Shop, dealer: dict[str, Any]
) -> None:
    feed = {"mode": "partial", "dealer": dealer, "listings": [car(1)]}
    reasons = check_refused(
        unstored.house.post(feed, unstored.key), 422, "dealer.partner_dealer_id"
    )
    assert reasons == ["is required"]


@pytest.mark.parametrize("id_", [True, [], {}, ["D"], "D\u0000", "x" * 101])
def test_a_partner_dealer_id_that_cannot_be_kept_is_refused(unstored: Shop, id_: Any) -> None:
    feed = {"mode": "partial", "dealer": {"partner_dealer_id": id_}, "listings": [car(1)]}
    check_refused(unstored.house.post(feed, unstored.key), 422, "dealer.partner_dealer_id")


@pytest.mark.parametrize("mode", ["full", "FULL_REPLACE", "", None, 1, True, [], {}, ["partial"]])
def test_an_unknown_mode_is_refused(unstored: Shop, mode: Any) -> None:
    feed = {**unstored.feed("partial", car(1)), "mode": mode}
    reasons = check_refused(unstored.house.post(feed, unstored.key), 422, "mode")
    assert reasons == ["must be full_replace or partial"]


@pytest.mark.parametrize("listings", [None, {}, "[]", 1, True, {"0": car(1)}])
def test_listings_that_are_not_an_array_are_refused(unstored: Shop, listings: Any) -> None:
    feed = {**unstored.feed("partial"), "listings": listings}
    reasons = check_refused(unstored.house.post(feed, unstored.key), 422, "listings")
    assert reasons == ["must be an array"]


def test_all_that_is_wrong_with_the_envelope_is_told_at_once(unstored: Shop) -> None:
    answer = unstored.house.post({"mode": "replace", "dealer": {}}, unstored.key)
    check_refused(answer, 422, "mode", "dealer.partner_dealer_id", "listings")
    answer = unstored.house.post({"dealer": "D", "listings": 5}, unstored.key)
    check_refused(answer, 422, "dealer", "dealer.partner_dealer_id", "listings")


@pytest.mark.parametrize("key", ["", "x" * 256, "Schlüssel\x85"], ids=len)
def test_an_idempotency_key_that_cannot_be_kept_is_refused(unstored: Shop, key: str) -> None:
    answer = unstored.house.http.post(
        "/api/v1/stock",
        content=json.dumps(unstored.feed("partial", car(1))),
        headers=[
            (b"X-Dealer-Api-Key", unstored.key.encode()),
            (b"Content-Type", b"application/json"),
            (b"Idempotency-Key", key.encode("latin-1")),
        ],
    )
    check_refused(answer, 422, "Idempotency-Key")


def test_another_partners_feed_is_not_found(shop: Shop, bob: str) -> None:
    sync_id = shop.full(car(1))["sync_id"]
    assert shop.get(f"/stock/{sync_id}").status_code == 200
    check_refused(shop.house.get(f"/api/v1/stock/{sync_id}", bob), 404, "sync_id")
    check_refused(shop.house.get("/api/v1/stock", bob, after=sync_id), 404, "after")
    assert shop.house.get("/api/v1/stock", bob, dealer=shop.id).json()["items"] == []


def test_another_partners_dealer_is_not_found(shop: Shop, bob: str) -> None:
    shop.full(car(1))
    for path in (f"/api/v1/dealers/{shop.id}", f"/api/v1/dealers/{shop.id}/listings"):
        check_refused(shop.house.get(path, bob), 404, "partner_dealer_id")


def test_a_feed_for_another_partners_dealer_id_is_for_a_dealer_of_ones_own(
    shop: Shop, bob: str
) -> None:
    shop.full(car(1))
    url = shop.listing("V1")["url"]
    bobs = Shop(shop.house, bob, shop.id)

    receipt = bobs.full(car(1, price=1), name="Bob's own")

    assert receipt["dealer"] is None
    assert bobs.listing("V1")["url"] != url
    assert bobs.full()["feed"]["removed"] == 1
    assert shop.live() == ["V1"]
    assert shop.vehicle("V1")["price"] == 28995
    assert shop.profile()["name"] is None


@pytest.mark.parametrize("path", ["/api/v1/stok", "/api/v1", "/api/v1/stock/a/b", "/api/v2/stock"])
def test_an_address_that_does_not_exist_answers_in_the_same_shape(house: House, path: str) -> None:
    check_refused(house.get(path), 404, "path")


@pytest.mark.parametrize(
    ("path", "parameters", "field"),
    [
        ("/stock", {"limit": 0}, "limit"),
        ("/stock", {"limit": 101}, "limit"),
        ("/stock", {"limit": "many"}, "limit"),
        ("/stock", {"dealer": "a\0b"}, "dealer"),
        ("/stock", {"after": "\0"}, "after"),
        ("/dealers", {"after": "x\0"}, "after"),
        ("/dealers", {"limit": -1}, "limit"),
        ("/dealers/D/listings", {"status": "sold"}, "status"),
        ("/dealers/D/listings", {"after": -1}, "after"),
        ("/dealers/D/listings", {"after": 2**63}, "after"),
        ("/dealers/D/listings", {"after": "1" * 400}, "after"),
        ("/stock/%00", {}, "sync_id"),
        ("/dealers/%00", {}, "partner_dealer_id"),
        ("/dealers/a%00b/listings", {}, "partner_dealer_id"),
        ("/vehicles/%00", {}, "id"),
        ("/search", {"q\0": "x"}, "q"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(
    shop: Shop, path: str, parameters: dict[str, Any], field: str
) -> None:
    answer = shop.get(path, **parameters)
    assert answer.status_code == 422, answer.text
    told = answer.json()
    assert told["status"] == "rejected"
    assert told["errors"][0]["field"].startswith(field)
