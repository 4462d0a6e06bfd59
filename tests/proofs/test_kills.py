"""Killed anywhere, under load: what a client was told is so, once, and in order."""

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.house import House, served, wait_ready
from tests.proofs import PROVE, kills

KILLS = 1_000 if PROVE else 50
MUTANTS = Path(__file__).parent / "mutants"
RESULTS = Path(__file__).parents[2] / "bench" / "results" / "kills.json"


@contextmanager
def two_partners(workers: int = 2) -> Iterator[House]:
    """A house in which requests meet in two web processes, with two partners."""
    with served(workers=workers, LOG_LEVEL="WARNING") as house:
        house.add_partner("alice")
        house.add_partner("bob")
        yield house


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_no_answer_is_lost_doubled_or_out_of_order_whatever_is_killed() -> None:
    began = time.monotonic()
    ledger = kills.Ledger()
    with two_partners() as house:
        with kills.load(house, ledger, seed=1):
            loaded = time.monotonic()
            killed = kills.kill_at_random(house, ledger, KILLS, seed=1)
            seconds = time.monotonic() - loaded
        wait_ready(house)
        with kills.asking(house) as query:
            feeds = kills.check(ledger, query)
            found = kills.check_search(house, query)
    told = {
        "kills": killed.total(),
        "killed": dict(killed),
        "feeds": feeds,
        "answers lost": 0,
        "answers doubled": 0,
        "live listings, found by search": found,
        "tries": dict(ledger.tries),
        "seconds under load": round(seconds, 1),
        "seconds": round(time.monotonic() - began, 1),
    }
    keep(told)


@pytest.mark.slow
def test_the_check_catches_an_answer_before_the_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    mutate(monkeypatch, "answered_early")
    ledger = kills.Ledger()
    with (
        two_partners(workers=1) as house,
        kills.asking(house) as query,
        pytest.raises(AssertionError, match="lost: "),
    ):
        for round_ in range(20):
            with kills.load(house, ledger, seed=round_):
                kills.kill_at_random(house, ledger, 1, round_, {"web worker": 1})
            time.sleep(0.5)  # what is not lost is committed by now
            kills.check(ledger, query)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_check_catches_feeds_that_do_not_wait_for_one_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mutate(monkeypatch, "no_lock")
    ledger = kills.Ledger()
    with two_partners() as house, kills.asking(house) as query:
        kills.make_counter(house)
        with pytest.raises(AssertionError, match=r"(counts|history|stock): "):
            for round_ in range(20):
                enough = len(ledger.told) + 40
                with kills.load(house, ledger, seed=round_):
                    while len(ledger.told) < enough:
                        time.sleep(0.1)
                kills.check(ledger, query)


def mutate(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Have every process that is started from now on be a mutant."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(map(str, (MUTANTS / name, MUTANTS))))


def keep(told: dict[str, Any]) -> None:
    """Print what was measured, and write it down where it proves something."""
    sys.stdout.write(json.dumps(told, indent=2) + "\n")
    if PROVE:
        RESULTS.parent.mkdir(parents=True, exist_ok=True)
        RESULTS.write_text(json.dumps(told, indent=2) + "\n")
