"""One question to a language model behind an OpenAI-compatible address, answered as JSON.

The model is optional, may be anywhere, and may be slow, down or wrong: whoever asks sets a limit of
time, checks every value of the answer, and goes on without one.
"""

import threading
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from dataclasses import dataclass
from typing import Any

import httpx2
import msgspec
from django.conf import settings

LARGEST_ANSWER = 64 * 1024  # bytes
AT_ONCE = 4
"""Questions that are on their way at a time, in one process; further ones are not asked."""

TRIES_BEFORE_A_REST = 3
REST = 60.0  # seconds in which an address that failed so often is left alone


class NoAnswer(Exception):
    """There was no answer that can be used, or none in time."""


@dataclass(frozen=True)
class Endpoint:
    """Where a model answers. `url` is what `/chat/completions` is put behind."""

    url: str
    model: str
    key: str = ""


def configured() -> Endpoint | None:
    """Return the model of the settings; None where there is none."""
    if not settings.AI_URL:
        return None
    return Endpoint(settings.AI_URL, settings.AI_MODEL, settings.AI_KEY)


class _State:
    """What is known of the addresses that were asked, in this process."""

    asking = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="chat")
    places = threading.Semaphore(AT_ONCE)
    failures = 0
    rests_until = 0.0
    takes_no_schema: set[str] = set()


def ask(
    endpoint: Endpoint, system: str, text: str, schema: Mapping[str, Any], seconds: float
) -> Any:
    """Return the answer, decoded from JSON; it need not follow the schema.

    Raises NoAnswer for anything but a JSON answer within so many seconds, all in all, and at once
    where the last few questions had none.
    """
    if time.monotonic() < _State.rests_until or not _State.places.acquire(blocking=False):
        raise NoAnswer("the model is left alone for a moment")
    until = time.monotonic() + seconds
    future = _State.asking.submit(_ask, endpoint, system, text, schema, until)
    future.add_done_callback(lambda _: _State.places.release())
    try:
        answer = future.result(timeout=seconds)
    except (Late, NoAnswer, httpx2.HTTPError, httpx2.InvalidURL, ValueError) as error:
        _failed()
        raise NoAnswer(type(error).__name__) from error
    _State.failures = 0
    return answer


def _failed() -> None:
    _State.failures += 1
    if _State.failures >= TRIES_BEFORE_A_REST:
        _State.failures, _State.rests_until = 0, time.monotonic() + REST


def _ask(
    endpoint: Endpoint, system: str, text: str, schema: Mapping[str, Any], until: float
) -> Any:
    if endpoint.url not in _State.takes_no_schema:
        shape = {"type": "json_schema", "json_schema": {"name": "answer", "schema": schema}}
        status, body = _post(endpoint, system, text, shape, until)
        if status == 200:
            return _content(body)
        if status not in (400, 404, 422):
            raise NoAnswer(f"status {status}")
        _State.takes_no_schema.add(endpoint.url)
    told = (
        f"{system}\nAnswer with JSON of this schema alone: {msgspec.json.encode(schema).decode()}"
    )
    status, body = _post(endpoint, told, text, {"type": "json_object"}, until)
    if status != 200:
        raise NoAnswer(f"status {status}")
    return _content(body)


def _post(
    endpoint: Endpoint, system: str, text: str, shape: Mapping[str, Any], until: float
) -> tuple[int, bytes]:
    """Return the status and the body, read as long as there is time."""
    left = max(until - time.monotonic(), 0.001)
    question = {
        "model": endpoint.model,
        "temperature": 0,
        "messages": [{"role": "system", "content": system}, {"role": "user", "content": text}],
        "response_format": shape,
    }
    headers = {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
    address = f"{endpoint.url.rstrip('/')}/chat/completions"
    with (
        httpx2.Client(timeout=left, trust_env=False) as client,
        client.stream("POST", address, json=question, headers=headers) as response,
    ):
        body = b""
        for part in response.iter_bytes():
            body += part
            if len(body) > LARGEST_ANSWER or time.monotonic() > until:
                raise NoAnswer("the answer is too long, or too late")
        return response.status_code, body


def _content(body: bytes) -> Any:
    try:
        content = msgspec.json.decode(body)["choices"][0]["message"]["content"]
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, LookupError, TypeError, AttributeError) as error:
        raise NoAnswer("the answer is not JSON") from error
