"""One machine under its supervisor: real processes and a real PostgreSQL, a small web server."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from carslink.node import leftovers, postgres, processes

MACHINE = """
import json, sys
from pathlib import Path
from carslink.node.processes import Program
from carslink.node.serve import run

given = json.loads(sys.argv[1])
sys.exit(run(
    folder=Path(given["folder"]),
    database_url=given["database_url"],
    migrate=[sys.executable, "-c", given["migrate"]],
    stages=[
        [Program(name, [sys.executable, "-c", given["program"], name, *given["arguments"]])
         for name in stage]
        for stage in (["worker", "indexer"], ["web"])
    ],
    host="127.0.0.1",
    port=given["port"],
))
"""

# Notes its name, number and end in a file; a "web" answers /healthz, and each has a child.
PROGRAM = """
import os, signal, subprocess, sys, time
from http.server import BaseHTTPRequestHandler, HTTPServer
from carslink.node.parent import tied_to_me

name, port, notes, *flags = sys.argv[1:]

def note(text):
    with open(notes, "a") as file:
        file.write(f"{name} {text}\\n")

def end(*_):
    note("ended")
    sys.exit(0)

class Health(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/healthz" else 404)
        self.end_headers()
    def log_message(self, *_):
        pass

signal.signal(signal.SIGTERM, signal.SIG_IGN if "stubborn" in flags else end)
sleep = ["/bin/sleep", "300"]
child = subprocess.Popen(sleep if "untied" in flags else tied_to_me(sleep, signal.SIGKILL))
note(f"started {os.getpid()} {child.pid} {os.environ['DATABASE_URL']}")
if name == "web":
    HTTPServer(("127.0.0.1", int(port)), Health).serve_forever()
time.sleep(300)
"""


@dataclass
class Machine:
    folder: Path
    port: int
    supervisor: subprocess.Popen[str]

    def notes(self, what: str) -> list[list[str]]:
        with suppress(FileNotFoundError):
            lines = (self.folder / "notes").read_text().splitlines()
            return [line.split() for line in lines if line.split()[1] == what]
        return []

    def pid(self, name: str) -> int:
        if name == "postgres":
            return leftovers.find(postgres.locate(self.folder / "postgres").name)[0][0]
        return [int(words[2]) for words in self.notes("started") if words[0] == name][-1]

    def alive(self) -> list[str]:
        """Every process that this machine ever started and that still runs."""
        everyone = {word for words in self.notes("started") for word in words[2:4]}
        cluster = postgres.locate(self.folder / "postgres")
        running = {str(pid): line for pid, line in leftovers.command_lines()}
        known = [running[pid] for pid in everyone if pid in running]
        of_folder = [line for line in running.values() if str(self.folder) in line]
        return known + of_folder + [line for line in running.values() if cluster.name in line]

    def read_until(self, text: str) -> str:
        assert self.supervisor.stderr
        said = ""
        while text not in said:
            line = self.supervisor.stderr.readline()
            assert line, f"{text!r} was never said; only:\n{said}"
            said += line
        return said

    def end(self, number: int = signal.SIGINT) -> int:
        self.supervisor.send_signal(number)
        return self.supervisor.wait(60)


Start = Callable[..., Machine]


@pytest.fixture
def start_machine() -> Iterator[Start]:
    """Start machines; at the end nothing of them may be left, whatever the test did."""
    folder = Path(tempfile.mkdtemp(prefix="carslink-test-", dir="/tmp"))
    folder.chmod(0o711)
    machines: list[Machine] = []

    def start(
        *,
        migrate: str = "",
        flags: Sequence[str] = (),
        database_url: str | None = None,
        port: int = 0,
    ) -> Machine:
        port = port or free_port()
        given = {
            "folder": str(folder),
            "database_url": database_url,
            "migrate": migrate,
            "program": PROGRAM,
            "arguments": [str(port), str(folder / "notes"), *flags],
            "port": port,
        }
        command = [sys.executable, "-c", MACHINE, json.dumps(given)]
        supervisor = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        machines.append(Machine(folder, port, supervisor))
        return machines[-1]

    yield start
    for machine in machines:
        if machine.supervisor.poll() is None:
            machine.end(signal.SIGKILL)
        if machine.supervisor.stderr:
            machine.supervisor.stderr.close()
    for machine in machines:
        until(lambda machine=machine: not machine.alive())
    shutil.rmtree(folder)


@pytest.fixture
def machine(start_machine: Start) -> Machine:
    """A machine that answers, and whose programs have all come far enough to be told to end."""
    machine = start_machine()
    machine.read_until("Carslink answers at")
    until(lambda: len(machine.notes("started")) == 3)
    return machine


def until(condition: Callable[[], object], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come true in time"
        time.sleep(0.01)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def is_listening(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def test_a_cold_start_says_where_it_answers_once_it_does(start_machine: Start) -> None:
    machine = start_machine()
    said = machine.read_until("Carslink answers")
    assert (
        said == "Preparing the database…\n"
        "Starting the web server, the worker and the indexer…\n"
        f"Carslink answers at http://127.0.0.1:{machine.port}/\n"
    )
    assert is_listening(machine.port)
    assert machine.end() == 0


def test_every_program_is_told_the_address_of_the_database(machine: Machine) -> None:
    urls = {words[4] for words in machine.notes("started")}
    assert urls == {postgres.database_url(postgres.locate(machine.folder / "postgres"), "carslink")}
    with psycopg.connect(urls.pop()) as connection:
        assert connection.execute("SELECT current_database()").fetchone() == ("carslink",)


def test_tables_are_brought_up_to_date_before_the_programs_start(start_machine: Start) -> None:
    migrate = """
import os, psycopg
with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    connection.execute("CREATE TABLE migrated (n int)")
"""
    machine = start_machine(migrate=migrate)
    machine.read_until("Carslink answers")
    with psycopg.connect(machine.notes("started")[0][4]) as connection:
        assert connection.execute("SELECT count(*) FROM migrated").fetchone() == (0,)


def test_a_migration_that_fails_ends_all_and_nothing_was_served(start_machine: Start) -> None:
    machine = start_machine(migrate="raise SystemExit(3)")
    machine.read_until("could not be brought up to date")
    assert machine.supervisor.wait(20) == 1
    assert machine.notes("started") == []
    assert machine.alive() == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_one_signal_ends_all(machine: Machine, number: int) -> None:
    assert machine.end(number) == 0
    assert machine.alive() == []
    assert not is_listening(machine.port)


def test_the_web_ends_before_the_worker_and_the_database_last(machine: Machine) -> None:
    machine.end()
    first, *others = [words[0] for words in machine.notes("ended")]
    assert first == "web"
    assert set(others) == {"worker", "indexer"}
    log = (machine.folder / "postgres/postgres.log").read_text()
    assert "received fast shutdown request" in log
    assert "database system is shut down" in log


def test_ctrl_c_during_the_migration_ends_all(start_machine: Start) -> None:
    machine = start_machine(
        migrate="""
import os, pathlib, time, urllib.parse
data = urllib.parse.parse_qs(os.environ["DATABASE_URL"].split("?")[1])["host"][0]
pathlib.Path(data, "../../busy").touch()
time.sleep(60)
"""
    )
    cluster = postgres.locate(machine.folder / "postgres")
    until((machine.folder / "busy").exists)
    assert postgres.answers(cluster)
    assert machine.end() == 0
    assert machine.alive() == []


def test_ctrl_c_while_the_database_is_being_prepared_ends_all(start_machine: Start) -> None:
    machine = start_machine()
    machine.read_until("Preparing the database")
    assert machine.end() == 0
    assert machine.alive() == []


def test_a_second_ctrl_c_ends_a_stubborn_program_at_once(start_machine: Start) -> None:
    machine = start_machine(flags=["stubborn"])
    machine.read_until("Carslink answers")
    machine.supervisor.send_signal(signal.SIGINT)
    time.sleep(0.5)
    assert machine.supervisor.poll() is None
    began = time.monotonic()
    assert machine.end() == 0
    assert time.monotonic() - began < processes.SECONDS_TO_STOP - 2
    assert machine.alive() == []


@pytest.mark.parametrize("name", ["web", "worker", "indexer"])
def test_a_killed_program_comes_back_at_once_and_the_others_stay(
    machine: Machine, name: str
) -> None:
    until(lambda: len(machine.notes("started")) == 3)
    others = {"postgres", "web", "worker", "indexer"} - {name}
    before = {other: machine.pid(other) for other in others}
    killed = machine.pid(name)
    os.kill(killed, signal.SIGKILL)
    until(lambda: machine.pid(name) != killed)
    assert {other: machine.pid(other) for other in others} == before
    if name == "web":
        until(lambda: is_listening(machine.port))


def test_what_a_killed_program_had_started_goes_with_it(start_machine: Start) -> None:
    machine = start_machine(flags=["untied"])
    machine.read_until("Carslink answers")
    until(lambda: len(machine.notes("started")) == 3)
    child = int(next(words[3] for words in machine.notes("started") if words[0] == "web"))
    os.kill(machine.pid("web"), signal.SIGKILL)
    until(lambda: child not in dict(leftovers.command_lines()))
    assert machine.end() == 0
    assert machine.alive() == []


def test_a_killed_database_comes_back_with_its_data_and_the_others_stay(machine: Machine) -> None:
    until(lambda: len(machine.notes("started")) == 3)
    cluster = postgres.locate(machine.folder / "postgres")
    url = postgres.database_url(cluster, "carslink")
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE dealer AS SELECT 'Acme'::text AS name")
    killed = machine.pid("postgres")
    os.kill(killed, signal.SIGKILL)
    until(lambda: leftovers.find(cluster.name)[0] not in ([], [killed]))
    until(lambda: postgres.answers(cluster))
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT name FROM dealer").fetchone() == ("Acme",)
    assert len(machine.notes("started")) == 3


def test_a_killed_supervisor_leaves_nothing_behind(machine: Machine) -> None:
    until(lambda: len(machine.notes("started")) == 3)
    assert len(machine.alive()) >= 7
    machine.end(signal.SIGKILL)
    until(lambda: not machine.alive())


def test_a_machine_starts_at_once_after_its_supervisor_was_killed(
    machine: Machine, start_machine: Start
) -> None:
    machine.end(signal.SIGKILL)
    again = start_machine(port=machine.port)
    assert "Preparing" not in again.read_until("Carslink answers")
    assert again.end() == 0


def test_a_second_supervisor_of_a_folder_is_refused_and_told_who_has_it(
    machine: Machine, start_machine: Start
) -> None:
    second = start_machine()
    second.read_until(f"already served from {machine.folder}, by process {machine.supervisor.pid}.")
    assert second.supervisor.wait(20) == 1
    assert is_listening(machine.port)


def test_a_port_that_is_taken_is_said_before_anything_starts(start_machine: Start) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        machine = start_machine(port=port)
        machine.read_until(f"Cannot listen on 127.0.0.1:{port}: Address already in use.")
        assert machine.supervisor.wait(20) == 1
    assert not (machine.folder / "postgres").exists()


def test_a_database_of_ones_own_is_used_and_none_is_started(start_machine: Start) -> None:
    url = "postgresql://db.example/carslink"
    machine = start_machine(database_url=url)
    machine.read_until("Carslink answers")
    assert {words[4] for words in machine.notes("started")} == {url}
    assert not (machine.folder / "postgres").exists()


def test_a_command_uses_the_database_of_the_machine_that_runs(machine: Machine) -> None:
    server = machine.pid("postgres")
    with postgres.running(machine.folder / "postgres") as url, psycopg.connect(url) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    assert machine.pid("postgres") == server


def test_the_supervisor_is_small_and_knows_no_django(machine: Machine) -> None:
    status = Path(f"/proc/{machine.supervisor.pid}/status").read_text()
    kilobytes = int(status.split("VmRSS:")[1].split()[0])
    assert kilobytes < 60_000
    script = "import sys, carslink.node.serve; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script]).returncode == 0
