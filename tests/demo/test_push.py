"""Pushing a market over HTTP: what is sent, sent again, and reported."""

import gzip
import json
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from carslink.demo.market import Market, dealer_of, stock_of
from carslink.demo.push import push_market

MARKET = Market(seed=11, dealers=6, vehicles=300)
Script = Callable[[int, dict[str, Any]], int]  # answer number and feed -> status


@dataclass
class Post:
    path: str
    key: str
    idempotency_key: str
    encoding: str | None
    size: int
    feed: dict[str, Any]
    status: int


@dataclass
class Endpoint:
    url: str
    posts: list[Post] = field(default_factory=list)
    most_at_once: int = 0


@contextmanager
def endpoint(script: Script) -> Iterator[Endpoint]:
    """Serve the push endpoint on loopback, answering as the script says."""
    lock = threading.Lock()
    at_once = 0

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            nonlocal at_once
            body = self.rfile.read(int(self.headers["Content-Length"]))
            encoding = self.headers.get("Content-Encoding")
            feed = json.loads(gzip.decompress(body) if encoding == "gzip" else body)
            with lock:
                at_once += 1
                seen.most_at_once = max(seen.most_at_once, at_once)
                status = script(len(seen.posts), feed)
                seen.posts.append(
                    Post(
                        self.path,
                        self.headers["X-Dealer-Api-Key"],
                        self.headers["Idempotency-Key"],
                        encoding,
                        len(body),
                        feed,
                        status,
                    )
                )
            self.answer(status, len(feed["listings"]))
            with lock:
                at_once -= 1

        def answer(self, status: int, listings: int) -> None:
            if status == 0:  # hang up without a word
                self.close_connection = True
                return
            counts = {"received": listings, "accepted": listings - 1, "skipped": 1, "removed": 2}
            answer = {"message": f"status {status}", "feed": counts}
            payload = json.dumps(answer).encode()
            self.send_response(status)
            if status == 429:
                self.send_header("Retry-After", "7")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    seen = Endpoint(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield seen
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def accept_all(number: int, feed: dict[str, Any]) -> int:
    return 202


def test_every_dealers_stock_is_sent_whole_with_the_key() -> None:
    with endpoint(accept_all) as seen:
        report = push_market(seen.url, "secret", MARKET, day=3, connections=2, progress=False)
    sent = {post.feed["dealer"]["partner_dealer_id"]: post for post in seen.posts}
    assert len(seen.posts) == len(sent) == 6
    for index in range(6):
        dealer = dealer_of(MARKET, index)
        post = sent[dealer["partner_dealer_id"]]
        assert post.path == "/api/v1/stock"
        assert post.key == "secret"
        assert post.feed == {
            "mode": "full_replace",
            "dealer": dealer,
            "listings": stock_of(MARKET, index, 3),
        }
    assert len({post.idempotency_key for post in seen.posts}) == 6
    assert seen.most_at_once <= 2
    assert (report.feeds, report.accepted, report.skipped, report.removed) == (6, 294, 6, 12)
    assert report.refused == []


def test_large_bodies_are_compressed_and_small_ones_are_not() -> None:
    big = Market(seed=1, dealers=1, vehicles=200)
    small = Market(seed=1, dealers=1, vehicles=3)
    with endpoint(accept_all) as seen:
        push_market(seen.url, "k", big, day=0, progress=False)
        push_market(seen.url, "k", small, day=0, progress=False)
    assert [post.encoding for post in seen.posts] == ["gzip", None]
    assert seen.posts[0].size < 64 * 1024


def test_a_busy_or_broken_endpoint_is_tried_again_under_the_same_key() -> None:
    statuses = [429, 503, 0, 202]
    pauses: list[float] = []
    lone = Market(seed=2, dealers=1, vehicles=5)
    with endpoint(lambda number, feed: statuses[number]) as seen:
        report = push_market(seen.url, "k", lone, day=0, progress=False, pause=pauses.append)
    assert [post.status for post in seen.posts] == statuses
    assert len({post.idempotency_key for post in seen.posts}) == 1
    assert pauses[0] == 7  # as Retry-After asked
    assert 0 < pauses[1] < pauses[2]
    assert report.feeds == 1
    assert report.refused == []


def test_two_runs_of_a_day_have_different_keys() -> None:
    lone = Market(seed=2, dealers=1, vehicles=5)
    with endpoint(accept_all) as seen:
        push_market(seen.url, "k", lone, day=0, progress=False)
        push_market(seen.url, "k", lone, day=0, progress=False)
    assert seen.posts[0].idempotency_key != seen.posts[1].idempotency_key


def test_a_refused_feed_is_reported_once_and_the_others_go_on() -> None:
    bad = dealer_of(MARKET, 2)["partner_dealer_id"]

    def refuse_one(number: int, feed: dict[str, Any]) -> int:
        return 422 if feed["dealer"]["partner_dealer_id"] == bad else 202

    with endpoint(refuse_one) as seen:
        report = push_market(seen.url, "k", MARKET, day=0, progress=False)
    assert len(seen.posts) == 6
    assert report.feeds == 5
    (refusal,) = report.refused
    assert (refusal.partner_dealer_id, refusal.status, refusal.message) == (bad, 422, "status 422")


def test_an_endpoint_that_stays_broken_is_given_up_after_eight_tries() -> None:
    lone = Market(seed=2, dealers=1, vehicles=5)
    pauses: list[float] = []
    with endpoint(lambda number, feed: 503) as seen:
        report = push_market(seen.url, "k", lone, day=0, progress=False, pause=pauses.append)
    assert len(seen.posts) == 8
    assert pauses == sorted(pauses)
    assert report.refused[0].status == 503


def test_an_endpoint_that_is_not_there_is_reported_for_every_dealer() -> None:
    report = push_market(
        "http://127.0.0.1:9", "k", MARKET, day=0, progress=False, pause=lambda seconds: None
    )
    assert Counter(refusal.status for refusal in report.refused) == {None: 6}
    assert "Connect" in report.refused[0].message


def test_a_dealer_too_large_for_a_feed_is_refused_before_anything_is_sent() -> None:
    with endpoint(accept_all) as seen:
        with pytest.raises(ValueError, match="more than 10 in a feed"):
            push_market(seen.url, "k", MARKET, day=0, batch_limit=10, progress=False)
        assert seen.posts == []


def test_progress_goes_to_stderr_when_it_takes_long(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carslink.demo.push.SECONDS_BETWEEN_LINES", 0.0)
    with endpoint(accept_all) as seen:
        push_market(seen.url, "k", MARKET, day=0, connections=1)
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "of 300 vehicles" in shown.err
    assert shown.err.count("pushed 300 of 300") == 1
