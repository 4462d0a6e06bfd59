"""How a feed may be sent: encodings, chunks, slashes, content types."""

import gzip
import json
from collections.abc import Iterator

import pytest
import zstandard

from tests.push.shop import Shop, car, check_counts


def test_a_gzip_body_is_taken(shop: Shop) -> None:
    body = gzip.compress(json.dumps(shop.feed("full_replace", car(1))).encode())
    assert shop.send(body, Content_Encoding="gzip")["queued_count"] == 1


def test_gzip_files_one_after_another_are_one_body(shop: Shop) -> None:
    body = json.dumps(shop.feed("full_replace", car(1))).encode()
    halves = gzip.compress(body[:50]) + gzip.compress(body[50:])
    assert shop.send(halves, Content_Encoding="GZIP")["queued_count"] == 1


def test_a_large_gzip_body_is_taken_whole(shop: Shop) -> None:
    cars = [car(n, description=f"{n} " * 2000) for n in range(600)]
    body = gzip.compress(json.dumps(shop.feed("full_replace", *cars)).encode())
    assert shop.send(body, Content_Encoding="gzip")["queued_count"] == 600


def test_a_zstd_body_is_taken(shop: Shop) -> None:
    body = json.dumps(shop.feed("full_replace", car(1))).encode()
    assert shop.send(zstandard.compress(body), Content_Encoding="zstd")["queued_count"] == 1
    frames = zstandard.compress(body[:50]) + zstandard.compress(body[50:])
    assert shop.send(frames, Content_Encoding="zstd")["queued_count"] == 1


@pytest.mark.parametrize("encoding", ["identity", "gzip", "zstd"])
def test_a_chunked_body_is_taken(shop: Shop, encoding: str) -> None:
    body = json.dumps(shop.feed("full_replace", *(car(n) for n in range(30)))).encode()
    packed = {
        "identity": body,
        "gzip": gzip.compress(body),
        "zstd": zstandard.compress(body),
    }[encoding]

    def pieces() -> Iterator[bytes]:
        for start in range(0, len(packed), 701):
            yield packed[start : start + 701]

    answer = shop.house.http.post(
        "/api/v1/stock",
        content=pieces(),
        headers={
            "X-Dealer-Api-Key": shop.key,
            "Content-Type": "application/json",
            "Content-Encoding": encoding,
        },
    )
    assert "content-length" not in answer.request.headers
    assert answer.status_code == 202
    check_counts(answer.json())
    assert answer.json()["queued_count"] == 30


def test_a_byte_order_mark_is_passed_over(shop: Shop) -> None:
    body = b"\xef\xbb\xbf" + json.dumps(shop.feed("full_replace", car(1))).encode()
    assert shop.send(body)["queued_count"] == 1


@pytest.mark.parametrize(
    "content_type",
    ["application/json; charset=utf-8", "Application/JSON", 'application/json;charset="UTF-8"'],
)
def test_json_in_utf8_is_taken_however_it_is_named(shop: Shop, content_type: str) -> None:
    feed = shop.feed("full_replace", car(1))
    assert shop.send(feed, Content_Type=content_type)["queued_count"] == 1


def test_text_outside_ascii_comes_back_as_it_was_sent(shop: Shop) -> None:
    variant = "Édition spéciale 日本 🚗"
    shop.send(
        json.dumps(shop.feed("partial", car(1, variant=variant)), ensure_ascii=False).encode()
    )
    assert shop.vehicle("V1")["variant"] == variant
    shop.partial({"source_id": "V1", "variant": variant})  # escaped, as json.dumps does
    assert shop.vehicle("V1")["variant"] == variant


def test_every_path_answers_with_and_without_a_final_slash(shop: Shop) -> None:
    feed = shop.feed("full_replace", car(1))
    first = shop.house.post(feed, shop.key, "/api/v1/stock/")
    assert first.status_code == 202
    assert shop.house.post(feed, shop.key, "/api/v1/stock/validate/").status_code == 200
    id_ = shop.vehicle_id("V1")
    for path in (
        "/stock",
        f"/stock/{first.json()['sync_id']}",
        "/dealers",
        f"/dealers/{shop.id}",
        f"/dealers/{shop.id}/listings",
        f"/vehicles/{id_}",
        "/search",
        "/openapi.json",
        "/docs",
    ):
        plain, slashed = shop.get(path), shop.get(f"{path}/")
        assert (plain.status_code, slashed.status_code) == (200, 200), path
