"""granian with our options, in front of a small application; what we build on it is pinned here."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from carslink.node import leftovers
from carslink.node.web import SECONDS_TO_STOP, notice_lost_clients

APPLICATION = """
import os
import time
from carslink.node.parent import die_with_parent
from carslink.node.web import hear_signals

die_with_parent()
hear_signals()

def application(environ, start_response):
    if environ["PATH_INFO"] == "/slow":
        time.sleep(1)
    body = b""
    while part := environ["wsgi.input"].read(65536):
        body += part
    with open(__file__.replace("small.py", "read"), "a") as file:
        file.write(f"{len(body)} of {environ.get('CONTENT_LENGTH')}\\n")
    worker = str(os.getpid())
    start_response("200 OK", [("Content-Length", str(len(body))), ("Worker", worker)])
    return [body]
"""

SERVER = """
import sys
from carslink.node.web import run_web
run_web("127.0.0.1", int(sys.argv[1]), workers=2, threads=2, application="small:application")
"""

SLEEPER = """
import signal
import threading
from carslink.node.web import hear_signals

hear_signals()
stop = threading.Event()
signal.signal(signal.SIGTERM, lambda *_: stop.set())
another = threading.Thread(
    target=lambda: signal.pthread_kill(threading.get_ident(), signal.SIGTERM)
)
threading.Timer(0.3, another.start).start()
stop.wait()
"""


@dataclass
class Server:
    folder: Path
    port: int
    process: subprocess.Popen[bytes]
    answered: set[int] = field(default_factory=set)

    def connect(self, request: bytes) -> socket.socket:
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=10)
        connection.sendall(request)
        return connection

    def answers(self) -> bool:
        return self.answering() is not None

    def answering(self) -> int | None:
        """Ask once; returns the process of the worker that answered."""
        try:
            with self.connect(GET) as connection:
                found = re.search(rb"(?i)^worker: (\d+)", connection.recv(1000), re.MULTILINE)
        except OSError:
            return None
        return int(found[1]) if found else None

    def is_up(self) -> bool:
        """Whether both workers have answered. One that is still starting would miss a SIGTERM."""
        if pid := self.answering():
            self.answered.add(pid)
        return len(self.answered) == 2

    def workers(self) -> set[int]:
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return {int(pid) for pid in children.read_text().split()}

    def bodies(self) -> list[str]:
        """How much of each request's body the application saw."""
        lines = (self.folder / "read").read_text().splitlines()
        return [line for line in lines if line != "0 of None"]


# Workers that still serve somebody are killed when patience ends: an end that is earlier was clean.
BEFORE_PATIENCE_ENDS = SECONDS_TO_STOP - 1

GET = b"GET / HTTP/1.1\r\nHost: carslink\r\n\r\n"
POST = b"POST / HTTP/1.1\r\nHost: carslink\r\n"


def until(condition: Callable[[], object], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come true in time"
        time.sleep(0.01)


def run(folder: Path, port: int) -> Server:
    (folder / "small.py").write_text(APPLICATION)
    path = f"{folder}:{os.environ.get('PYTHONPATH', '')}"
    process = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(port)],
        env={**os.environ, "PYTHONPATH": path},
    )
    return Server(folder, port, process)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    server = run(tmp_path, port)
    try:
        until(server.is_up)
        yield server
    finally:
        server.process.kill()
        server.process.wait()


def test_connections_that_are_idle_do_not_hold_up_its_end(server: Server) -> None:
    kept = [server.connect(GET) for _ in range(5)]
    for connection in kept:
        assert connection.recv(100).startswith(b"HTTP/1.1 200 ")
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(BEFORE_PATIENCE_ENDS) == 0
    for connection in kept:
        connection.close()


def test_a_signal_that_the_kernel_gave_to_another_thread_is_heard() -> None:
    """The main thread alone runs handlers, and sleeps; nothing but `hear_signals` wakes it."""
    assert subprocess.run([sys.executable, "-c", SLEEPER], timeout=20, check=False).returncode == 0


def test_two_hundred_idle_connections_keep_nobody_out(server: Server) -> None:
    kept = [server.connect(GET) for _ in range(200)]
    for connection in kept:
        assert connection.recv(100).startswith(b"HTTP/1.1 200 ")
    assert server.answers()
    for connection in kept:
        connection.close()


def test_a_request_that_runs_is_answered_before_it_stops(server: Server) -> None:
    with server.connect(GET.replace(b"/ ", b"/slow ", 1)) as slow:
        time.sleep(0.3)
        server.process.send_signal(signal.SIGTERM)
        assert slow.recv(100).startswith(b"HTTP/1.1 200 ")
    assert server.process.wait(BEFORE_PATIENCE_ENDS) == 0


def test_a_killed_server_takes_its_workers_along_and_frees_the_port(server: Server) -> None:
    workers = server.workers()
    assert len(workers) == 2
    server.process.kill()
    server.process.wait()
    until(lambda: not workers & set(dict(leftovers.command_lines())))
    again = run(server.folder, server.port)
    until(again.answers)
    again.process.send_signal(signal.SIGTERM)
    # A worker that still starts is deaf to it (it was forked with its parent's handler): then it
    # is killed when patience ends.
    assert again.process.wait(SECONDS_TO_STOP + 4) == 0


def test_a_killed_worker_is_replaced(server: Server) -> None:
    before = server.workers()
    killed = min(before)
    os.kill(killed, signal.SIGKILL)
    until(lambda: len(server.workers()) == 2 and killed not in server.workers())
    until(server.answers)
    assert server.process.poll() is None


def test_an_upload_that_breaks_off_ends_short_of_its_content_length(server: Server) -> None:
    with server.connect(POST + b"Content-Length: 100000\r\n\r\n" + b"x" * 50_000):
        time.sleep(0.2)
    until(server.bodies)
    assert server.bodies() == ["50000 of 100000"]


def test_a_chunked_body_is_read_without_a_content_length(server: Server) -> None:
    body = b"5\r\nhello\r\n3\r\nabc\r\n0\r\n\r\n"
    with server.connect(POST + b"Transfer-Encoding: chunked\r\n\r\n" + body) as connection:
        assert connection.recv(1000).endswith(b"\r\n\r\nhelloabc")
    assert server.bodies() == ["8 of None"]


def test_a_client_that_waits_for_100_continue_gets_it(server: Server) -> None:
    headers = b"Content-Length: 5\r\nExpect: 100-continue\r\n\r\n"
    with server.connect(POST + headers) as connection:
        assert connection.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(b"hello")
        assert connection.recv(1000).endswith(b"\r\n\r\nhello")


def test_asking_after_lost_clients_leaves_no_descriptor_open() -> None:
    """It is done every 15 seconds for months."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        notice_lost_clients()
        before = len(list(Path("/dev/fd").iterdir()))
        for _ in range(50):
            notice_lost_clients()
        assert len(list(Path("/dev/fd").iterdir())) == before
        assert listening.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
        assert listening.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE) == 30
