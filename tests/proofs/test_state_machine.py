"""Whatever partners send, in whatever order: stock, history and counts are those of the model."""

import itertools
import json
import logging
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import psycopg
import pytest
import structlog
from django.db import connection
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)

from carslink.partners.models import Partner
from carslink.stock import undo
from carslink.stock.accept import Incoming, accept, new_sync_id
from tests.house import House
from tests.proofs import PROVE, listings, reading
from tests.proofs.model import Dealer, Event

# Each partner has a dealer "1" and a dealer "2", and they have nothing to do with one another.
DEALERS = st.sampled_from([*[("p", "1")] * 6, ("q", "1"), ("p", "2")])
BRAKES = st.sampled_from([1, None, 30, 50, 1])
MODES = st.sampled_from(["full_replace", "partial", "full_replace"])
DOORS = st.sampled_from(["push", "upload"])


# What is drawn never depends on what the database did: threads make that another each time.
AGO = st.sampled_from([0, 1, 1, 2, 3])
KEPT = st.sampled_from([True, True, True, False])


@st.composite
def batches(draw: st.DrawFn, most: int = 5) -> list[Any]:
    """Return the listings of a feed."""
    return listings.batch(lambda options: draw(st.sampled_from(options)), most)


@dataclass
class Followed:
    """A dealer as the model has it, and how far the database has been compared with it."""

    model: Dealer = field(default_factory=Dealer)
    ids: reading.Identities = field(default_factory=reading.Identities)
    times: dict[int, datetime] = field(default_factory=dict)
    seen: int = 0  # the last row of the history that has been compared
    pk: int = 0
    sync_ids: list[str] = field(default_factory=list)
    sent: list[list[Any]] = field(default_factory=list)


class Machine(RuleBasedStateMachine):
    """Two partners that feed overlapping dealers, one after another and at once."""

    def __init__(self) -> None:
        super().__init__()
        self.run = uuid.uuid4().hex[:8]
        self.dealers: dict[tuple[str, str], Followed] = {}
        self.brakes: dict[str, int | None] = {"p": None, "q": None}
        self.open()

    def open(self) -> None:
        """Make the partners."""
        raise NotImplementedError

    def send(
        self, partner: str, dealer: str, mode: str, batch: list[Any], door: str
    ) -> dict[str, Any]:
        """Send a feed and return its receipt."""
        raise NotImplementedError

    def through(self, door: str) -> str:
        """Return the door to take, where this one is wished for."""
        return door

    def query(self, statement: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
        """Ask the database."""
        raise NotImplementedError

    @rule(who=DEALERS, mode=MODES, batch=batches(), door=DOORS)
    def feed(self, who: tuple[str, str], mode: str, batch: list[Any], door: str = "push") -> None:
        """One feed."""
        sent = (who, mode, batch, self.through(door))
        self.compare({self.send(*who, *sent[1:])["sync_id"]: sent})

    @rule(
        who=DEALERS,
        mode=MODES,
        ago=AGO,
        kept=st.lists(KEPT, min_size=9),
        more=batches(2),
        door=DOORS,
    )
    def again(
        self,
        who: tuple[str, str],
        mode: str,
        ago: int,
        kept: list[bool],
        more: list[Any],
        door: str,
    ) -> None:
        """What one of the dealer's latest feeds said, to the byte, or most of it, and more."""
        if who in self.dealers:
            sent = self.dealers[who].sent
            before = sent[max(0, len(sent) - 1 - ago)]
            self.feed(who, mode, [*itertools.compress(before, kept), *more], door)

    @rule(one=DEALERS, other=DEALERS, modes=st.tuples(MODES, MODES), a=batches(), b=batches())
    def two_at_once(
        self, one: tuple[str, str], other: tuple[str, str], modes: Any, a: Any, b: Any
    ) -> None:
        """Two feeds at once, of the same dealer or of two."""
        sent = [(one, modes[0], a, "push"), (other, modes[1], b, self.through("upload"))]
        receipts = THREADS.map(self.send_and_close, sent)
        told = {receipt["sync_id"]: each for receipt, each in zip(receipts, sent, strict=True)}
        self.compare(told)

    def send_and_close(self, sent: tuple[tuple[str, str], str, list[Any], str]) -> dict[str, Any]:
        """Send a feed from a thread of its own, and leave no connection of Django's behind."""
        who, *feed = sent
        try:
            return self.send(*who, *feed)
        finally:
            connection.close()

    def compare(self, told: dict[str, tuple[tuple[str, str], str, list[Any], str]]) -> None:
        """Apply these feeds to the model in the order of their numbers, and compare."""
        for who in {sent[0] for sent in told.values()}:
            followed = self.dealers.setdefault(who, Followed())
            followed.pk = followed.pk or self.dealer_pk(*who)
            taken = reading.feeds(self.query, followed.pk, after=followed.model.feeds)
            mine = {sync_id for sync_id, sent in told.items() if sent[0] == who}
            assert {feed.sync_id for feed in taken} == mine
            for feed in taken:
                self.follow(followed, feed, told[feed.sync_id], self.brakes[who[0]])
            self.compare_stock(followed)

    def follow(self, followed: Followed, feed: reading.Taken, sent: Any, brake: Any) -> None:
        """Apply one feed to the model and compare its counts and its history."""
        _, mode, batch, door = sent
        counts, events = followed.model.feed(mode, batch, brake, door)
        followed.times[followed.model.moment] = feed.accepted_at
        followed.ids.learn(feed.events)
        followed.seen = max([followed.seen, *(it.id for it in feed.events)])
        followed.sync_ids.append(feed.sync_id)
        followed.sent.append(batch)
        assert feed.number == followed.model.feeds
        assert not reading.wrong_counts(feed, counts)
        assert not reading.wrong_events(feed.events, events, followed.ids)

    def compare_stock(self, followed: Followed) -> None:
        """Compare the listings."""
        assert not reading.wrong_stock(
            self.query, followed.pk, followed.model, followed.ids, followed.times
        )

    def named(self, partner: str, dealer: str) -> tuple[str, str]:
        """Return the names of a partner and its dealer in the database."""
        return f"{partner}-{self.run}", dealer

    def dealer_pk(self, partner: str, dealer: str) -> int:
        """Return a dealer's number in the database."""
        statement = """
            SELECT d.id FROM dealers_dealer d JOIN partners_partner p ON p.id = d.partner_id
            WHERE p.name = %s AND d.partner_dealer_id = %s
        """
        (found,) = self.query(statement, self.named(partner, dealer))
        return int(found[0])


class ThroughTheCore(Machine):
    """Feeds go straight to `accept`; the operator and the brake take part."""

    def open(self) -> None:
        self.partners = {
            name: Partner.objects.create(name=f"{name}-{self.run}") for name in self.brakes
        }

    def send(
        self, partner: str, dealer: str, mode: str, batch: list[Any], door: str
    ) -> dict[str, Any]:
        raws = [json.dumps(listings.as_sent(each)).encode() for each in batch]
        owner = self.partners[partner]
        said = {"partner_dealer_id": dealer}
        incoming = Incoming(owner, dealer, said, mode, raws, b"".join(raws), door=door)
        return dict(json.loads(accept(incoming, new_sync_id())))

    def query(self, statement: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            return list(cursor.fetchall())

    @initialize(percent=BRAKES)
    def brake_at_first(self, percent: int | None) -> None:
        """One partner has a brake."""
        self.brake(percent)

    @rule(percent=BRAKES)
    def brake(self, percent: int | None) -> None:
        """One partner's brake is set, or taken off."""
        self.brakes["p"] = self.partners["p"].brake_percent = percent
        self.partners["p"].save()

    @rule(who=DEALERS, ago=AGO)
    def release(self, who: tuple[str, str], ago: int) -> None:
        """The operator says yes to what a feed holds."""
        if who not in self.dealers:
            return
        followed = self.dealers[who]
        number = max(1, followed.model.feeds - ago)
        went = undo.release(followed.sync_ids[number - 1])
        events = followed.model.release(number)
        assert went == len(events)
        self.compare_undone(followed, events)

    @rule(who=DEALERS, ago=AGO)
    def restore(self, who: tuple[str, str], ago: int) -> None:
        """The operator brings back what a feed took down."""
        if who not in self.dealers:
            return
        followed = self.dealers[who]
        number = max(1, followed.model.feeds - ago)
        told = undo.restore(followed.sync_ids[number - 1])
        *expected, events = followed.model.restore(number)
        assert told == tuple(expected)
        self.compare_undone(followed, events)

    @rule(who=DEALERS, kept=st.lists(KEPT, min_size=4), mode=MODES, between=batches(2), ago=AGO)
    def held_twice(
        self, who: tuple[str, str], kept: list[bool], mode: str, between: list[Any], ago: int
    ) -> None:
        """A story that chance alone seldom tells: held, something else, held again, released."""
        self.brake(1)
        self.feed(who, "full_replace", listings.FOUR)
        for feed in (
            ("full_replace", [*itertools.compress(listings.FOUR, kept)]),
            (mode, between),
            ("full_replace", [*itertools.compress(listings.FOUR, kept)]),
        ):
            self.feed(who, *feed)
        self.release(who, ago)

    def compare_undone(self, followed: Followed, expected: list[Event]) -> None:
        """Compare what the operator did with the model."""
        found = reading.history(self.query, followed.pk, after=followed.seen)
        if found:
            followed.seen = found[-1].id
            followed.times[followed.model.moment] = found[0].at
        assert not reading.wrong_events(found, expected, followed.ids)
        self.compare_stock(followed)


class ThroughTheDoor(Machine):
    """Feeds go through a running house, as partners send them."""

    house: House
    keys: dict[str, str]

    def open(self) -> None:
        """The partners are there; each run has dealers of its own."""

    def named(self, partner: str, dealer: str) -> tuple[str, str]:
        """Return names that no other run uses."""
        return f"model's {partner}", f"{dealer}-{self.run}"

    def through(self, door: str) -> str:
        """Return the one door that answers over HTTP."""
        return "push"

    def send(
        self, partner: str, dealer: str, mode: str, batch: list[Any], door: str
    ) -> dict[str, Any]:
        sent = [listings.as_sent(each) for each in batch]
        named = {"partner_dealer_id": self.named(partner, dealer)[1]}
        feed = {"mode": mode, "dealer": named, "listings": sent}
        answer = self.house.post(feed, self.keys[partner])
        assert answer.status_code == 202, answer.text
        return dict(answer.json())

    def query(self, statement: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.house.database_url) as database:
            return database.execute(statement, parameters).fetchall()


THREADS = ThreadPoolExecutor(2)


@pytest.fixture
def database(committed: None) -> Iterator[None]:
    """Open the tests' database to several connections at once; say nothing of each feed."""
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    yield
    structlog.configure(**before)


def prove(machine: Callable[[], RuleBasedStateMachine], examples: int, steps: int) -> None:
    """Run a machine, as often again as the proof asks."""
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples * (50 if PROVE else 1),
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            print_blob=True,
        ),
    )


@pytest.mark.timeout(7200)
def test_any_sequence_of_feeds_leaves_what_the_model_says(database: None) -> None:
    prove(ThroughTheCore, examples=80, steps=20)


def test_a_feed_that_held_nothing_has_nothing_to_release(database: None) -> None:
    machine, who = ThroughTheCore(), ("p", "1")
    machine.brake(1)
    machine.feed(who, "full_replace", listings.FOUR)
    machine.feed(who, "full_replace", listings.FOUR[:1])  # holds three
    machine.feed(who, "partial", [])
    machine.feed(who, "full_replace", listings.FOUR[:1])  # holds them again
    machine.release(who, ago=1)


@pytest.mark.timeout(7200)
def test_any_sequence_of_feeds_through_the_door_leaves_what_the_model_says(house: House) -> None:
    keys = {name: house.add_partner(f"model's {name}") for name in ("p", "q")}
    machine = type("InTheHouse", (ThroughTheDoor,), {"house": house, "keys": keys})
    prove(machine, examples=8, steps=15)
