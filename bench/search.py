"""How fast search answers at a million vehicles: through HTTP, beside PostgreSQL, and at 10,000.

Each figure through HTTP is the median of five rounds, each with a new web worker that remembers
nothing: on a machine that others use too, the slowest answers of one round are those of one bad
second.

`CARSLINK_BENCH_DIR` names a folder in which the index and the table are kept for the next run (they
take minutes to build); without it all is made anew, and removed at the end.
"""

import json
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psutil
import psycopg

from bench import market, search_mix
from carslink.node import postgres
from tests import places_table
from tests.house import CARSLINK, free_port

SMALL, LARGE = 10_000, int(os.environ.get("CARSLINK_BENCH_VEHICLES", "1000000"))
ROUNDS = 5
COLD = 3
"""Commits in a round, after each of which everything is counted anew."""

Told = dict[str, dict[str, float]]

POSTGRESQL = {
    "shared_buffers": "'1GB'",
    "effective_cache_size": "'4GB'",
    "work_mem": "'128MB'",
    "random_page_cost": "1.1",
    "max_parallel_workers_per_gather": "2",
    "jit": "off",
}


def main() -> None:
    """Measure and print."""
    kept = os.environ.get("CARSLINK_BENCH_DIR")
    folder = Path(kept or tempfile.mkdtemp(prefix="carslink-bench-"))
    try:
        print(json.dumps(measure(folder), indent=2), flush=True)
    finally:
        if not kept:
            shutil.rmtree(folder, ignore_errors=True)


def measure(folder: Path) -> dict[str, Any]:
    """Return all figures."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o711)  # PostgreSQL runs as another user where this runs as root
    tune(folder / "postgres")
    with postgres.running(folder / "postgres") as url:
        set_up(folder, url)
        build(folder, url)
        asked = search_mix.questions(LARGE)
        rounds = [one_round(folder, LARGE, url) for _ in range(ROUNDS)]
        large, small = medians(rounds), one_round(folder, SMALL, url)
        sql = beside(url, asked)
    return {
        "measurement": "search",
        "vehicles": LARGE,
        "questions": len(asked),
        "rounds": ROUNDS,
        "http_ms": large,
        "p99_of_each_round": {
            name: [each[name]["p99"] for each in rounds]
            for name in ("floor", "first", "suggestions")
        },
        "http_ms_at_10000": small,
        "times_slower_than_at_10000": {
            name: round(large[name]["p50"] / small[name]["p50"], 1) for name in ("first", "again")
        },
        "postgresql_ms": sql,
        "times_faster_than_postgresql": round(sql["p50"] / large["first"]["p50"], 1),
    }


def one_round(folder: Path, vehicles: int, url: str) -> Told:
    """Ask everything of a new web worker: each question when nothing is remembered of it, and
    again; all facets after a commit, and again; and what is suggested after the last of these."""
    asked, typed = search_mix.questions(vehicles), search_mix.typed(vehicles)
    with served(folder, vehicles, url) as (web, process):
        first = [timed(web, f"/api/v1/search?{question}") for question in asked]
        again = [timed(web, f"/api/v1/search?{question}") for question in asked]
        cold, warm = everything(web, folder / str(vehicles))
        return {
            "floor": figures(timed(web, "/healthz") for _ in range(500)),
            "first": figures(first),
            "again": figures(again),
            "everything_cold": figures(cold),
            "everything_warm": figures(warm),
            "suggestions": figures(timed(web, suggestion(text)) for text in typed),
            "worker_anonymous_mb": {"most": anonymous_mb(process)},
        }


def medians(rounds: list[Told]) -> Told:
    """Return of each figure the median of the rounds."""
    return {
        name: {
            figure: round(statistics.median(each[name][figure] for each in rounds), 2)
            for figure in figures_
        }
        for name, figures_ in rounds[0].items()
    }


def tune(folder: Path) -> None:
    """Set what takes a restart to come true."""
    with (
        postgres.running(folder) as url,
        psycopg.connect(url, autocommit=True) as connection,
    ):
        for name, value in POSTGRESQL.items():
            connection.execute(f"ALTER SYSTEM SET {name} = {value}".encode())


def set_up(folder: Path, url: str) -> None:
    """Have Django here, with the table of places."""
    os.environ |= {"DATABASE_URL": url, "CARSLINK_DATA_DIR": str(folder / str(LARGE))}
    os.environ["DJANGO_SETTINGS_MODULE"] = "carslink.node.settings"
    places_table.lend(folder / str(LARGE))
    import django

    django.setup()


def build(folder: Path, url: str) -> None:
    """Make the indexes and the table, unless they are there."""
    from bench import search_sql

    for vehicles in (SMALL, LARGE):
        data = folder / str(vehicles)
        places_table.lend(data)
        if not (data / "search").exists():
            market.build_index(data / "search", vehicles)
    with psycopg.connect(url) as connection:
        there = connection.execute("SELECT to_regclass(%s)", [search_sql.TABLE]).fetchone()
        if there is None or there[0] is None:
            search_sql.load(connection, market.listings(LARGE))


@contextmanager
def served(
    folder: Path, vehicles: int, url: str
) -> Iterator[tuple[HTTPConnection, "subprocess.Popen[bytes]"]]:
    """Serve an index by one web worker."""
    port = free_port()
    data = folder / str(vehicles)
    env = os.environ | {"CARSLINK_DATA_DIR": str(data), "DATABASE_URL": url}
    with (data / "web.log").open("wb") as log:
        process = subprocess.Popen(
            [*CARSLINK, "web", "--port", str(port), "--workers", "1"],
            env=env, stdout=log, stderr=log,
        )  # fmt: skip
    try:
        # httpx2 takes a millisecond of its own for a request, which is not what is measured.
        with closing(HTTPConnection("127.0.0.1", port, timeout=60)) as web:
            wait_for(web, process)
            yield web, process
    finally:
        process.terminate()
        process.wait(30)


def wait_for(web: HTTPConnection, process: "subprocess.Popen[bytes]") -> None:
    """Return when the server has answered a search."""
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        try:
            if get(web, "/api/v1/search") == 200:
                return
        except OSError:
            web.close()
        time.sleep(0.1)
    raise AssertionError("the web server does not answer")


def everything(web: HTTPConnection, data: Path) -> tuple[list[float], list[float]]:
    """Ask for the facets of everything: right after a commit, and when they are remembered."""
    cold, warm = [], []
    for _ in range(COLD):
        commit(data / "search")
        cold.append(timed(web, "/api/v1/search"))
        warm += [timed(web, "/api/v1/search") for _ in range(20)]
    return cold, warm


def commit(folder: Path) -> None:
    """Commit to an index, as the indexer does, so that nothing remembered of it holds."""
    from carslink.search import index

    path = index.current(folder)
    assert path is not None
    opened = index.open_at(path)
    cursor = index.read_cursor(opened.searcher())
    assert cursor is not None
    writer = opened.writer(heap_size=20_000_000, num_threads=1)
    index.write_cursor(writer, cursor)
    writer.commit()
    writer.wait_merging_threads()


def suggestion(text: str) -> str:
    """Return the address of the suggestions for a text."""
    return f"/api/v1/search/suggest?{urlencode({'q': text})}"


def beside(url: str, asked: list[str]) -> dict[str, float]:
    """Ask PostgreSQL the same, once to warm it and once to measure."""
    from django.http import QueryDict

    from bench import search_sql
    from carslink.search import understand
    from carslink.search.query import parse

    queries = [understand.meant(parse(QueryDict(question)))[0] for question in asked]
    with psycopg.connect(url, autocommit=True) as connection:
        for query in queries:
            search_sql.ask(connection, query)
        return figures(clocked(partial(search_sql.ask, connection, query)) for query in queries)


def timed(web: HTTPConnection, path: str) -> float:
    """Return how many milliseconds an answer takes."""

    def ask() -> None:
        assert get(web, path) == 200, path

    return clocked(ask)


def get(web: HTTPConnection, path: str) -> int:
    """Ask, read the whole answer, and return its status."""
    web.request("GET", path)
    answer = web.getresponse()
    answer.read()
    return answer.status


def clocked(call: Callable[[], Any]) -> float:
    """Return how many milliseconds a call takes."""
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


def figures(taken: Any) -> dict[str, float]:
    """Return the median, the 99th percentile and the longest."""
    times = sorted(taken)
    return {
        "p50": round(statistics.median(times), 2),
        "p99": round(times[min(len(times) - 1, int(len(times) * 0.99))], 2),
        "max": round(times[-1], 2),
    }


def anonymous_mb(process: "subprocess.Popen[bytes]") -> float:
    """Return the memory of its own of the web worker: what is not mapped from files."""
    workers = psutil.Process(process.pid).children(recursive=True)
    sizes = [anonymous(worker.pid) for worker in workers]
    return round(max(sizes) / 1024, 1)


def anonymous(pid: int) -> int:
    """Return a process's anonymous memory in kB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1])
    return 0


if __name__ == "__main__":
    main()
