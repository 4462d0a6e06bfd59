"""Push a market's day through the public endpoint, as a partner's system would.

A feed is one dealer's whole stock. A few go over the wire at once, and no more than that are in
memory. What the endpoint asks to have sent again is sent again under the same Idempotency-Key, so
that nothing is applied twice; what it refuses is reported.
"""

import gzip
import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from queue import Queue
from uuid import uuid4

import httpx2
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from carslink.demo.market import Market, dealer_of, stock_of, stock_size

BATCH_LIMIT = 50_000  # listings a feed: the contract's limit
GZIP_FROM = 64 * 1024  # bytes
TRIES = 8
LONGEST_PAUSE = 30.0  # seconds
SECONDS_BETWEEN_LINES = 2.0

Pause = Callable[[float], object]
Show = Callable[[int], None]  # told how many vehicles more are done


@dataclass(frozen=True, slots=True)
class Refusal:
    """A feed that was not accepted: `status` is None where no answer came."""

    partner_dealer_id: str
    status: int | None
    message: str


@dataclass(slots=True)
class PushReport:
    """What became of a push. Counts are of listings but for `feeds`, which were accepted."""

    feeds: int = 0
    accepted: int = 0
    skipped: int = 0
    removed: int = 0
    refused: list[Refusal] = field(default_factory=list)
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class _Answer:
    vehicles: int
    feed: dict[str, int] | None
    refusal: Refusal | None


def push_market(
    url: str,
    api_key: str,
    market: Market,
    *,
    day: int,
    connections: int = 4,
    batch_limit: int = BATCH_LIMIT,
    progress: bool = True,
    pause: Pause | None = None,
) -> PushReport:
    """Push every dealer's stock of a day to the Carslink at `url`, one `full_replace` feed each.

    `progress` shows how far it is on stderr: a bar on a terminal, else a line every two seconds.
    `pause` waits between tries, given seconds. Feeds that are not accepted after eight tries are
    in the report. Raises ValueError where a dealer's stock is more than `batch_limit` listings, or
    there are no connections.
    """
    if connections < 1:
        raise ValueError("pushing takes at least one connection")
    largest = max(stock_size(market, index) for index in range(market.dealers))
    if largest > batch_limit:
        raise ValueError(f"a dealer has {largest:,} vehicles, more than {batch_limit:,} in a feed")
    stopped = threading.Event()
    sender = _Sender(url, api_key, market, day, uuid4().hex, pause or stopped.wait, stopped)
    report, started = PushReport(), time.monotonic()
    with _progress(market.vehicles, progress) as show, _client(connections) as client:
        for answer in _answers(sender, client, connections):
            _count(report, answer)
            show(answer.vehicles)
    report.seconds = time.monotonic() - started
    return report


@dataclass(frozen=True, slots=True)
class _Sender:
    url: str
    api_key: str
    market: Market
    day: int
    run: str
    pause: Pause
    stopped: threading.Event


def _client(connections: int) -> httpx2.Client:
    limits = httpx2.Limits(max_connections=connections, max_keepalive_connections=connections)
    return httpx2.Client(timeout=httpx2.Timeout(120, connect=10), limits=limits, trust_env=False)


def _answers(sender: _Sender, client: httpx2.Client, connections: int) -> Iterator[_Answer]:
    """Yield the answers as they come; a feed is made only when a connection is free for it."""
    indexes, turn = iter(range(sender.market.dealers)), threading.Lock()
    answers: Queue[_Answer | Exception] = Queue()

    def push_dealers() -> None:
        while not sender.stopped.is_set():
            with turn:
                index = next(indexes, None)
            if index is None:
                return
            try:
                answers.put(_push_dealer(sender, client, index))
            except Exception as error:  # raised again where it is seen
                answers.put(error)

    # Daemons: Ctrl-C ends the program without waiting for what is on the wire.
    for _ in range(connections):
        threading.Thread(target=push_dealers, name="push", daemon=True).start()
    try:
        for _ in range(sender.market.dealers):
            answer = answers.get()
            if isinstance(answer, Exception):
                raise answer
            yield answer
    finally:
        sender.stopped.set()


def _push_dealer(sender: _Sender, client: httpx2.Client, index: int) -> _Answer:
    market = sender.market
    dealer = dealer_of(market, index)
    listings = stock_of(market, index, sender.day)
    feed = {"mode": "full_replace", "dealer": dealer, "listings": listings}
    body = json.dumps(feed, ensure_ascii=False, separators=(",", ":")).encode()
    headers = {
        "Content-Type": "application/json",
        "X-Dealer-Api-Key": sender.api_key,
        "Idempotency-Key": f"demo-{market.seed}-{market.dealers}-{market.vehicles}-{sender.day}"
        f"-{index}-{sender.run}",
    }
    if len(body) > GZIP_FROM:
        body = gzip.compress(body, compresslevel=3, mtime=0)
        headers["Content-Encoding"] = "gzip"
    response, trouble = _post(sender, client, body, headers)
    if response is not None and response.status_code == httpx2.codes.ACCEPTED:
        return _Answer(len(listings), response.json()["feed"], None)
    status = response.status_code if response is not None else None
    refusal = Refusal(dealer["partner_dealer_id"], status, trouble)
    return _Answer(len(listings), None, refusal)


def _post(
    sender: _Sender, client: httpx2.Client, body: bytes, headers: dict[str, str]
) -> tuple[httpx2.Response | None, str]:
    """Post until an answer is final; return the last answer, if one came, and what was wrong."""
    endpoint = f"{sender.url.rstrip('/')}/api/v1/stock"
    response, trouble = None, "stopped before it was sent"
    for attempt in range(TRIES):
        if sender.stopped.is_set():
            break
        if attempt:
            sender.pause(_seconds_to_wait(response, attempt))
        try:
            response = client.post(endpoint, content=body, headers=headers)
        except httpx2.TransportError as error:
            response, trouble = None, f"{type(error).__name__}: {error}"
            continue
        trouble = _message(response)
        if response.status_code != httpx2.codes.TOO_MANY_REQUESTS and response.status_code < 500:
            break
    return response, trouble


def _seconds_to_wait(response: httpx2.Response | None, attempt: int) -> float:
    """Wait as long as the endpoint asks, else half a second, doubled with each try."""
    asked = response.headers.get("Retry-After", "") if response is not None else ""
    if asked.isdecimal():
        return float(asked)
    return min(LONGEST_PAUSE, 0.25 * (1 << attempt))


def _message(response: httpx2.Response) -> str:
    try:
        return str(response.json()["message"])
    except (ValueError, KeyError, TypeError):
        return response.text[:200] or response.reason_phrase


def _count(report: PushReport, answer: _Answer) -> None:
    if answer.refusal is not None:
        report.refused.append(answer.refusal)
    if answer.feed is not None:
        report.feeds += 1
        report.accepted += answer.feed["accepted"]
        report.skipped += answer.feed["skipped"]
        report.removed += answer.feed["removed"]


@contextmanager
def _progress(total: int, wanted: bool) -> Iterator[Show]:
    if not wanted:
        yield lambda vehicles: None
    elif sys.stderr.isatty():
        with _bar(total) as show:
            yield show
    else:
        yield _lines(total)


@contextmanager
def _bar(total: int) -> Iterator[Show]:
    columns = (
        TextColumn("Pushing stock"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]} vehicles/s"),
        TimeRemainingColumn(),
    )
    started, done = time.monotonic(), 0
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=total, rate="-")

        def show(vehicles: int) -> None:
            nonlocal done
            done += vehicles
            bar.update(task, completed=done, rate=f"{_rate(done, started):,.0f}")

        yield show


def _lines(total: int) -> Show:
    started = last = time.monotonic()
    done = 0

    def show(vehicles: int) -> None:
        nonlocal last, done
        done += vehicles
        now = time.monotonic()
        if now - last >= SECONDS_BETWEEN_LINES:
            last = now
            rate = _rate(done, started)
            sys.stderr.write(f"pushed {done:,} of {total:,} vehicles, {rate:,.0f}/s\n")

    return show


def _rate(done: int, started: float) -> float:
    return done / max(time.monotonic() - started, 0.001)
