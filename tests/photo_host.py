"""A real https server on loopback that plays the hosts of dealers' photographs, good and bad."""

import ssl
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import cast

import trustme

Serve = Callable[["Handler"], None]


@dataclass
class PhotoHost:
    """A host; `answers` says what each path does, and `asked` what was asked for, in order.

    One server answers for all `names`: they differ for whoever counts by host.
    """

    port: int
    ca_file: Path
    names: tuple[str, ...]
    answers: dict[str, Serve] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    at_once: Counter[str] = field(default_factory=Counter)
    most_at_once: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @cached_property
    def allowed(self) -> list[str]:
        """The setting CARSLINK_FETCH_HOSTS that lets this host be fetched from."""
        return [f"{name}=127.0.0.1:{self.port}" for name in self.names]

    def url(self, path: str, name: str | None = None) -> str:
        """Return the address of a path."""
        return f"https://{name or self.names[0]}{path}"

    def times(self, path: str) -> int:
        """Return how often a path was asked for."""
        return sum(asked == path for asked, _ in list(self.asked))

    def put(self, path: str, body: bytes, **headers: str) -> str:
        """Serve a body at a path; returns its address."""
        self.answers[path] = sends(body, 200, **headers)
        return self.url(path)


class Handler(BaseHTTPRequestHandler):
    """Answers as the host's table says."""

    protocol_version = "HTTP/1.1"
    host: PhotoHost

    def do_GET(self) -> None:
        named = self.headers.get("Host", "")
        with self.host.lock:
            self.host.asked.append((self.path, dict(self.headers.items())))
            self.host.at_once[named] += 1
            now = self.host.at_once[named]
            self.host.most_at_once[named] = max(self.host.most_at_once[named], now)
        try:
            self.host.answers.get(self.path, status(404))(self)
        except OSError:
            self.close_connection = True  # the other side has had enough
        finally:
            with self.host.lock:
                self.host.at_once[named] -= 1

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def handle_error(self, *_: object) -> None:
        """Clients break off; that is what they are here for."""


@contextmanager
def open_photo_host(folder: Path, *names: str) -> Iterator[PhotoHost]:
    """Serve until the block ends; its certificate authority is a file in the folder."""
    names = names or ("photos.smith.example",)
    authority = trustme.CA()
    ca_file = folder / "photo-host-ca.pem"
    authority.cert_pem.write_to_path(str(ca_file))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)

    class Ours(Handler):
        """Of this host; others have theirs."""

    server = _Server(("127.0.0.1", 0), Ours)
    # The handshake happens in the connection's own thread, at its first read.
    server.socket = context.wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False
    )
    Ours.host = PhotoHost(server.server_address[1], ca_file, names)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield Ours.host
    finally:
        server.shutdown()
        server.server_close()


def sends(body: bytes, code: int = 200, **headers: str) -> Serve:
    """Send a whole body."""

    def serve(to: Handler) -> None:
        to.send_response(code)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            to.send_header(name.replace("_", "-"), value)
        to.end_headers()
        to.wfile.write(body)

    return serve


def status(code: int, **headers: str) -> Serve:
    """Send a status and no body."""
    return sends(b"", code, **headers)


def redirects(to: str, code: int = 302) -> Serve:
    """Send elsewhere."""
    return status(code, Location=to)


def drips(body: bytes, seconds: float, over: threading.Event) -> Serve:
    """Send a byte every so often, until the test is over."""

    def serve(to: Handler) -> None:
        to.send_response(200)
        to.send_header("Content-Length", str(len(body)))
        to.end_headers()
        for place in range(len(body)):
            if over.wait(seconds):
                return
            to.wfile.write(body[place : place + 1])
            to.wfile.flush()

    return serve


def breaks_off(body: bytes) -> Serve:
    """Promise a body and send half of it."""

    def serve(to: Handler) -> None:
        to.send_response(200)
        to.send_header("Content-Length", str(len(body)))
        to.end_headers()
        to.wfile.write(body[: len(body) // 2])
        to.wfile.flush()
        to.close_connection = True
        with suppress(OSError):
            cast(ssl.SSLSocket, to.connection).unwrap()

    return serve


def pours(over: threading.Event) -> Serve:
    """Send without end, and without saying how much."""

    def serve(to: Handler) -> None:
        to.send_response(200)
        to.send_header("Connection", "close")
        to.end_headers()
        to.close_connection = True
        while not over.is_set():
            to.wfile.write(bytes(1 << 16))

    return serve
