"""A language model on loopback, as good or bad as a test wants it."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from carslink.ai.chat import Endpoint


@dataclass
class Model:
    """What the model answers, how late, and what it was asked."""

    content: str = "{}"
    status: int = 200
    wait: float = 0.0  # seconds before anything is said
    drip: float = 0.0  # seconds between bytes
    takes_schema: bool = True
    body: bytes | None = None
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    url: str = ""

    @property
    def endpoint(self) -> Endpoint:
        return Endpoint(self.url, "small-model", "secret")

    def answer_items(self, *items: dict[str, Any]) -> None:
        self.content = json.dumps({"items": list(items)})


@contextmanager
def serving() -> Iterator[Model]:
    """Serve a model until the block ends."""
    model = Model()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            model.asked.append(question)
            model.keys.append(self.headers["Authorization"])
            time.sleep(model.wait)
            refused = (
                question["response_format"]["type"] == "json_schema" and not model.takes_schema
            )
            body = model.body
            if body is None:
                choice = {"message": {"role": "assistant", "content": model.content}}
                body = json.dumps({"choices": [choice]}).encode()
            self.send_response(400 if refused else model.status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            try:
                for place in range(len(body)) if model.drip else ():
                    self.wfile.write(body[place : place + 1])
                    time.sleep(model.drip)
                if not model.drip:
                    self.wfile.write(body)
            except OSError:
                pass  # nobody listens any more

        def log_message(self, *told: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    model.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield model
    finally:
        server.shutdown()
        server.server_close()
