"""The host of the demonstration market's photographs: https on loopback, drawn when asked for."""

import logging
import re
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pyvips
import trustme

from carslink.demo.drawings import detail, drawn
from carslink.demo.pictures import all_pictures
from carslink.demo.plan import IMAGE_BASE

NAME = urlsplit(IMAGE_BASE).hostname or ""
_PATHS = frozenset(all_pictures(""))
_DETAIL = re.compile(r"/detail/(\d+)\.jpg")
_OUTSIDE = re.compile(r"/(\w+)/([\w -]+)/(\w+)/(\d)\.jpg")
QUALITY = 85


@dataclass(frozen=True)
class Studio:
    """Where the photographs are: a port of loopback, and whose certificates to trust."""

    port: int
    ca_file: Path

    @property
    def environment(self) -> dict[str, str]:
        """The settings by which Carslink fetches from here, beside the public servers."""
        return {
            "CARSLINK_FETCH_HOSTS": f"{NAME}=127.0.0.1:{self.port}",
            "CARSLINK_FETCH_CA_FILE": str(self.ca_file),
        }


@lru_cache(64)
def photograph(path: str) -> bytes | None:
    """Return the JPEG at a path; None where the market has none."""
    if path not in _PATHS:
        return None
    if found := _DETAIL.fullmatch(path):
        drawing = detail(int(found[1]) - 1)
    else:
        found = _OUTSIDE.fullmatch(path)
        assert found is not None
        drawing = drawn(found[1], found[2], found[3], int(found[4]))
    image = pyvips.Image.svgload_buffer(drawing.encode()).flatten(background=[255, 255, 255])
    made: bytes = image.jpegsave_buffer(Q=QUALITY, keep="none")
    return made


@contextmanager
def open_studio(folder: Path) -> Iterator[Studio]:
    """Serve the photographs until the block ends; the folder gets the certificate to trust."""
    logging.getLogger("pyvips").setLevel(logging.WARNING)
    authority = trustme.CA()
    ca_file = folder / "demo-ca.pem"
    authority.cert_pem.write_to_path(str(ca_file))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(NAME).configure_cert(context)
    server = _Server(("127.0.0.1", 0), _Handler)
    server.socket = context.wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False
    )
    threading.Thread(target=server.serve_forever, name="studio", daemon=True).start()
    try:
        yield Studio(server.server_address[1], ca_file)
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing of connections that break: whoever fetches tries again."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30
    _one_at_a_time = threading.Lock()  # the processors are for Carslink

    def do_GET(self) -> None:
        with self._one_at_a_time:
            body = photograph(self.path)
        self.send_response(200 if body is not None else 404)
        self.send_header("Content-Type", "image/jpeg")
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_: object) -> None:
        """Say nothing."""
