"""How long it takes to understand a sentence, given the names and words of a million vehicles.

Each sentence of `tests/search/plain_cases.py` is read several times in one process, as a web worker
does, first cold and then warm; time is told as it passed, and as the processor worked.
"""

import json
import os
import statistics
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import psutil

from bench import market
from tests.search import plain_cases

VEHICLES = 1_000_000
ROUNDS = 5
LONGEST = ("zork flimmer brumm quibble snazz " * 16)[:500]


def main() -> None:
    """Measure and print; the number of vehicles may be given as an argument."""
    vehicles = int(sys.argv[1]) if len(sys.argv) > 1 else VEHICLES
    with tempfile.TemporaryDirectory(prefix="carslink-bench-") as folder:
        # Where `bench.search` keeps its index, or a new one.
        index = Path(os.environ.get("CARSLINK_BENCH_DIR", folder)) / str(vehicles) / "search"
        if not index.exists():
            # By a process of its own, so that the memory told is that of understanding.
            with ProcessPoolExecutor(1) as builder:
                builder.submit(build, index, vehicles).result()
        set_up(index)
        print(json.dumps(measured(vehicles), indent=2), flush=True)


def set_up(index: Path) -> None:
    """Set Django up over an index."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "carslink.node.settings")
    import django

    django.setup()
    from django.conf import settings

    settings.INDEX_DIR = index


def build(index: Path, vehicles: int) -> None:
    """Build the index."""
    set_up(index)
    market.build_index(index, vehicles)


def measured(vehicles: int) -> dict[str, Any]:
    """Return the figures."""
    from carslink.search import snapshot, vocabulary
    from carslink.search.understand import understand

    before = _memory()
    began = time.perf_counter()
    here = snapshot.latest()
    known = vocabulary.of(here.searcher, here.generation)
    counted = time.perf_counter() - began
    began = time.perf_counter()
    understand("volkswgen glof")
    first = time.perf_counter() - began
    sentences = [text for text, _ in plain_cases.cases()]
    cold = [_once(text)[0] for text in sentences]
    passed, worked = [], []
    for _ in range(ROUNDS):
        for text in sentences:
            clock, processor = _once(text)
            passed.append(clock)
            worked.append(processor)
    return {
        "measurement": "understand",
        "vehicles": vehicles,
        "makes": len(known.names.makes),
        "spellings": len(known.names.spellings),
        "sentences": len(sentences),
        "milliseconds_to_count_the_names": round(counted * 1000, 1),
        "milliseconds_of_the_first_sentence": round(first * 1000, 1),
        "milliseconds_cold": _told(cold),
        "milliseconds": _told(passed),
        "milliseconds_of_processor": _told(worked),
        "milliseconds_of_500_unknown_characters": round(_once(LONGEST)[0], 2),
        "megabytes_of_memory": round(_memory() - before),
    }


def _once(text: str) -> tuple[float, float]:
    """Return the milliseconds of a sentence, by the clock and by the processor."""
    from carslink.search.understand import understand

    processor, clock = time.thread_time(), time.perf_counter()
    understand(text).told()
    return (time.perf_counter() - clock) * 1000, (time.thread_time() - processor) * 1000


def _told(milliseconds: list[float]) -> dict[str, float]:
    ordered = sorted(milliseconds)
    return {
        "p50": round(statistics.median(ordered), 2),
        "p99": round(ordered[int(len(ordered) * 0.99)], 2),
        "max": round(ordered[-1], 2),
    }


def _memory() -> float:
    """Return the megabytes of this process's own: what is mapped from files is not counted."""
    told = psutil.Process().memory_info()
    return float(told.rss - told.shared) / 2**20


if __name__ == "__main__":
    main()
