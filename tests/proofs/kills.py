"""Load by clients that do not give up, kills in the middle of it, and the check of their ledger.

A check of the final stock alone would miss most losses, since later full feeds cover them. So the
clients keep a ledger of what they were told, and the database's feeds are replayed through the
model one by one.
"""

import itertools
import json
import random
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import httpx2
import psutil
import psycopg

from tests.house import House
from tests.proofs import listings, reading
from tests.proofs.model import Dealer

CLIENTS = 6
DEALERS = ("1", "2", "3")  # of each partner, and all clients push to all of them
SECONDS_FOR_AN_ANSWER = 240.0  # a slow disk may hold up the recovery of PostgreSQL
SECONDS_BETWEEN_TRIES = 0.03
AGAIN = (429, 503)  # "send this again": no answer yet

# What is killed, and how often in a hundred kills. What keeps dying is started again later and
# later, and the web server gives up when a worker dies twice in a few seconds, so those are rare
# whose absence leaves nobody to answer.
TARGETS = {
    "backend": 55,
    "web worker": 20,
    "postgres": 6,
    "web": 4,
    "worker": 8,
    "indexer": 7,
}


@dataclass(frozen=True)
class Told:
    """A feed as its client sent it, and the answer, with when the two were."""

    partner: str
    dealer: str
    key: str
    body: bytes
    began: float
    answered: float
    receipt: dict[str, Any]


@dataclass
class Ledger:
    """What all clients were told."""

    told: list[Told] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)  # answers that should not have been
    tries: Counter[str] = field(default_factory=Counter)

    def of(self) -> dict[str, Told]:
        """Return what was told by its sync_id."""
        return {told.receipt["sync_id"]: told for told in self.told}


@contextmanager
def load(house: House, ledger: Ledger, seed: int) -> Iterator[None]:
    """Push with several clients during the block; when it ends, every feed has its answer."""
    stop = threading.Event()
    clients = [
        threading.Thread(target=_push_until, args=(house, ledger, stop, seed * 1000 + number))
        for number in range(CLIENTS)
    ]
    for client in clients:
        client.start()
    try:
        yield
    finally:
        stop.set()
        for client in clients:
            client.join()


def _push_until(house: House, ledger: Ledger, stop: threading.Event, seed: int) -> None:
    """Push one feed after another: one client."""
    chance = random.Random(seed)
    with httpx2.Client(base_url=house.url, trust_env=False) as http:
        while not stop.is_set():
            partner, dealer = chance.choice(sorted(house.keys)), chance.choice(DEALERS)
            body = json.dumps(
                {
                    "mode": chance.choice(("full_replace", "partial", "partial")),
                    "dealer": {"partner_dealer_id": dealer},
                    "listings": [*map(listings.as_sent, listings.batch(chance.choice, most=6))],
                }
            ).encode()
            headers = {
                "X-Dealer-Api-Key": house.keys[partner],
                "Content-Type": "application/json",
                "Idempotency-Key": str(uuid.UUID(int=chance.getrandbits(128))),
            }
            # Some do not wait for the first answer: their second try meets its twin at work.
            patience = chance.choice((20.0,) * 15 + (0.01,))
            began = time.monotonic()
            receipt = _until_answered(http, body, headers, ledger, patience)
            answered = time.monotonic()
            if receipt is None:
                return
            ledger.told.append(
                Told(partner, dealer, headers["Idempotency-Key"], body, began, answered, receipt)
            )
            if chance.random() < 0.05:
                again = _until_answered(http, body, headers, ledger, 20.0)
                if again != receipt:
                    ledger.odd.append(f"twice: {receipt} and then {again}")


def _until_answered(
    http: httpx2.Client, body: bytes, headers: dict[str, str], ledger: Ledger, patience: float
) -> dict[str, Any] | None:
    """Send a feed, with the same key, until it has its receipt; None where it is refused."""
    until = time.monotonic() + SECONDS_FOR_AN_ANSWER
    while time.monotonic() < until:
        try:
            answer = http.post("/api/v1/stock", content=body, headers=headers, timeout=patience)
        except httpx2.TransportError as error:
            ledger.tries[type(error).__name__] += 1
        else:
            ledger.tries[str(answer.status_code)] += 1
            if answer.status_code == 202:
                return dict(answer.json())
            if answer.status_code not in AGAIN:
                ledger.odd.append(f"answer: {answer.status_code} {answer.text[:300]}")
                if answer.status_code < 500:
                    return None
        patience = 20.0
        time.sleep(SECONDS_BETWEEN_TRIES)
    ledger.odd.append(f"answer: none within {SECONDS_FOR_AN_ANSWER:g} s")
    return None


def kill_at_random(
    house: House, ledger: Ledger, kills: int, seed: int, targets: dict[str, int] = TARGETS
) -> Counter[str]:
    """Kill so many processes of a house under load; each has been answered something before."""
    chance = random.Random(seed)
    killed: Counter[str] = Counter()
    while killed.total() < kills:
        before = len(ledger.told)
        until = time.monotonic() + SECONDS_FOR_AN_ANSWER
        while len(ledger.told) < before + 2:
            assert time.monotonic() < until, f"none after {dict(killed)}\n{_last_words(house)}"
            time.sleep(0.002)
        time.sleep(chance.random() * 0.15)
        (target,) = chance.choices(list(targets), list(targets.values()))
        if _kill_one(house, target, chance):
            killed[target] += 1
    return killed


def _last_words(house: House) -> str:
    """Return the ends of a house's logs."""
    logs = (house.folder / "serve.log", house.folder / "postgres" / "postgres.log")
    return "\n".join(log.read_text(errors="replace")[-3000:] for log in logs)


def _kill_one(house: House, target: str, chance: random.Random) -> bool:
    """Kill one process of this kind with SIGKILL; returns whether there was one."""
    with suppress(psutil.NoSuchProcess):
        found = processes(house)[target]
        if found:
            chance.choice(found).kill()
            return True
    return False


def processes(house: House) -> dict[str, list[psutil.Process]]:
    """Return a house's processes by what they are: the descendants of its supervisor."""
    found: dict[str, list[psutil.Process]] = {name: [] for name in TARGETS}
    for child in psutil.Process(house.process.pid).children():
        with suppress(psutil.NoSuchProcess):
            command = child.cmdline()
            if child.name() == "postgres":
                found["postgres"].append(child)
                found["backend"] += [each for each in child.children() if _may_die(each)]
            elif "web" in command:
                found["web"].append(child)
                found["web worker"] += [each for each in child.children() if _serves(each)]
            else:
                for name in ("worker", "indexer"):
                    if name in command:
                        found[name].append(child)
    return found


def _may_die(process: psutil.Process) -> bool:
    """Whether PostgreSQL survives the death of a child: not that of the one that recovers it.

    Where that one (`startup`) is killed, the postmaster of PostgreSQL 18.4 waits for ever: it says
    "in recovery mode", and nobody recovers. One that was just forked bears no title yet.
    """
    with suppress(psutil.NoSuchProcess):
        title = " ".join(process.cmdline())
        return title.startswith("postgres: ") and "startup" not in title
    return False


def _serves(process: psutil.Process) -> bool:
    """Whether a child of the web server's is one that answers requests."""
    with suppress(psutil.NoSuchProcess):
        return "resource_tracker" not in " ".join(process.cmdline())
    return False


@contextmanager
def asking(house: House) -> Iterator[reading.Query]:
    """Return what asks a house's database."""
    with psycopg.connect(house.database_url, autocommit=True) as database:
        yield lambda statement, given: database.execute(statement, given).fetchall()


def check(ledger: Ledger, query: reading.Query) -> int:
    """Compare what clients were told with the database; returns how many feeds it holds.

    Raises AssertionError with everything that is lost, doubled, out of order or otherwise than
    the model has it.
    """
    wrong = list(ledger.odd)
    told = ledger.of()
    if len(told) != len(ledger.told):
        wrong.append("twice: one sync_id answers several feeds")
    stored: set[str] = set()
    for pk, partner, dealer in query(_DEALERS, []):
        feeds = reading.feeds(query, pk)
        stored |= {feed.sync_id for feed in feeds}
        mine = {
            sync_id: each
            for sync_id, each in told.items()
            if (each.partner, each.dealer) == (partner, dealer)
        }
        wrong += [f"{each} ({partner}/{dealer})" for each in _wrong_dealer(query, pk, feeds, mine)]
    wrong += [f"lost: {told[sync_id].receipt}" for sync_id in sorted(told.keys() - stored)]
    wrong += [f"unsent: {sync_id} answers nobody" for sync_id in sorted(stored - told.keys())]
    kept = set(query("SELECT key, sync_id FROM push_idempotencykey", []))
    given = {(each.key, each.receipt["sync_id"]) for each in ledger.told}
    wrong += [f"key: {each} is remembered or told, not both" for each in sorted(kept ^ given)]
    kinds = dict(Counter(each.partition(":")[0] for each in wrong))
    assert not wrong, f"in {len(stored)} feeds: {kinds}\n" + "\n".join(wrong[:20])
    return len(stored)


_DEALERS = """
SELECT d.id, p.name, d.partner_dealer_id
FROM dealers_dealer d JOIN partners_partner p ON p.id = d.partner_id ORDER BY d.id
"""


def _wrong_dealer(
    query: reading.Query, dealer: int, feeds: Sequence[reading.Taken], told: dict[str, Told]
) -> Iterator[str]:
    """Yield what is wrong with one dealer's feeds, replayed in their order."""
    numbers = [feed.number for feed in feeds]
    if numbers != list(range(1, len(feeds) + 1)):
        yield f"numbers: {[n for n, m in itertools.pairwise(numbers) if m != n + 1][:5]} break"
    yield from _out_of_order(feeds, told)
    model, ids, times = Dealer(), reading.Identities(), {}
    for feed in feeds:
        sent = told.get(feed.sync_id)
        if sent and feed.payload != sent.body:
            yield f"payload: of feed {feed.number} is not what was sent"
        if sent and feed.receipt != sent.receipt:
            yield f"receipt: of feed {feed.number} is not what was answered"
        body = json.loads(feed.payload)
        counts, events = model.feed(body["mode"], body["listings"])
        times[model.moment] = feed.accepted_at
        ids.learn(feed.events)
        wrong = [
            *reading.wrong_counts(feed, counts),
            *reading.wrong_events(feed.events, events, ids),
        ]
        if wrong:  # what follows would only repeat it
            yield from wrong
            return
    yield from reading.wrong_stock(query, dealer, model, ids, times)


def _out_of_order(feeds: Sequence[reading.Taken], told: dict[str, Told]) -> Iterator[str]:
    """Yield the feeds that were answered before an earlier one, by its number, was even sent."""
    latest = 0.0
    for feed in feeds:
        if sent := told.get(feed.sync_id):
            if sent.answered < latest:
                yield f"order: feed {feed.number} was answered before an earlier one was sent"
            latest = max(latest, sent.began)


def check_search(house: House, query: reading.Query, seconds: float = 60) -> int:
    """Wait until every feed is complete; then search must find just what is live."""
    until = time.monotonic() + seconds
    for key in house.keys.values():
        while left := [feed for feed in _all_feeds(house, key) if feed["status"] != "complete"]:
            assert time.monotonic() < until, f"{len(left)} feeds are not complete: {left[:3]}"
            time.sleep(0.2)
    live = "SELECT id, price FROM stock_listing WHERE state = 'live'"
    wanted = {id_: float(price) for id_, price in query(live, [])}
    found: dict[int, float] = {}
    for page in itertools.count(1):
        answer = house.get("/api/v1/search", page=page, page_size=100).json()
        found |= {each["id"]: float(each["price"]) for each in answer["results"]}
        if page * 100 >= answer["total"]:
            break
    assert found == wanted
    return len(found)


def _all_feeds(house: House, key: str) -> Iterator[dict[str, Any]]:
    """Yield a partner's feeds, page by page."""
    page: str | None = "/api/v1/stock?limit=100"
    while page:
        answer = house.http.get(page, headers={"X-Dealer-Api-Key": key}).json()
        yield from answer["items"]
        page = answer["next"]


def make_counter(house: House) -> None:
    """Make the table from which the mutant without a lock numbers its feeds."""
    with psycopg.connect(house.database_url) as database:
        database.execute("CREATE TABLE mutant_numbers (dealer bigint PRIMARY KEY, feeds bigint)")
