"""One GET to a file, with a limit on everything that the other side decides."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, aclosing, asynccontextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import BinaryIO

import httpx2

from carslink.net import names
from carslink.net.names import NOTHING_MORE, Allowed, NotAllowed

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_AS_IT_IS = frozenset({"", "identity", "aws-chunked"})
"""Encodings that are none; S3 may name the one in which the file was sent to it."""
LONGEST_TOLD = 500  # characters of a header that is kept
LONGEST_RETRY_AFTER = 86_400.0
"""Seconds; a longer `Retry-After` is taken for a day."""


@dataclass(frozen=True)
class Limits:
    """What a fetch may cost: bytes of the body, seconds from beginning to end, redirects."""

    bytes: int = 25 * 1024 * 1024
    seconds: float = 20.0
    redirects: int = 3


Visit = Callable[[str], AbstractAsyncContextManager[None]]
"""What is entered for each request, with the name of its host (`names.host_of`), and left when its
answer has been read. Time that entering takes is not the server's."""


class CannotFetch(Exception):
    """The fetch failed; the message says why, in words for whoever sent the address.

    `host` is the one that failed, which may be another than that of the address.
    """

    def __init__(self, reason: str, host: str = "") -> None:
        super().__init__(reason)
        self.host = host


class TooLarge(CannotFetch):
    """The body is larger than allowed."""


class TooSlow(CannotFetch):
    """It was not done in time."""


class BadAnswer(CannotFetch):
    """The server broke off, or does not speak HTTP as it should."""


class Compressed(BadAnswer):
    """The body is in an encoding that was not asked for."""


class _NotWritten(Exception):
    """The body could not be written to `into`: no fault of the server."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.error = error


class Elsewhere(NotAllowed):
    """The address, or a redirect, leads to a host that this fetch is not for."""

    def __init__(self, host: str) -> None:
        super().__init__(f"it leads to {host}, which is not asked")
        self.host = host


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer that was not a redirect; `size` is how many bytes were written of its body."""

    url: httpx2.URL
    status: int
    size: int = 0
    etag: str = ""
    last_modified: str = ""
    retry_after: float | None = None
    """Seconds that the server asks to wait."""


async def fetch(
    client: httpx2.AsyncClient,
    url: str,
    into: BinaryIO,
    *,
    headers: Mapping[str, str] | None = None,
    limits: Limits = Limits(),
    allowed: Allowed = NOTHING_MORE,
    only: Callable[[str], bool] = lambda host: True,
    visit: Visit = lambda host: nullcontext(),
) -> Answer:
    """Get a URL, each redirect checked like the first; the body goes to `into` if it is a 200.

    `client` is one of `guard.client`; `only` says which hosts this fetch may lead to. Raises
    NotAllowed or CannotFetch; the errors of `into` are passed on as they are.
    """

    def check(target: str | httpx2.URL) -> httpx2.URL:
        checked = names.check(target, allowed)
        if not only(checked.raw_host.decode().lower()):
            raise Elsewhere(checked.host)
        return checked

    at = _At(check(url))
    try:
        async with asyncio.timeout(limits.seconds) as limit:
            return await _follow(client, at, into, headers, limits, check, _untimed(visit, limit))
    except _NotWritten as error:
        raise error.error from error
    except CannotFetch as error:
        error.host = at.host
        raise
    except httpx2.ConnectTimeout as error:
        raise CannotFetch(f"{at.host} does not take up connections", at.host) from error
    except (TimeoutError, httpx2.TimeoutException) as error:
        raise TooSlow(f"it took longer than {limits.seconds:g} seconds", at.host) from error
    except httpx2.ConnectError as error:
        raise CannotFetch(_plainly(error), at.host) from error
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
        raise BadAnswer(f"the connection broke: {_plainly(error)}", at.host) from error


@dataclass
class _At:
    """Where a fetch has got to."""

    url: httpx2.URL

    @property
    def host(self) -> str:
        return names.host_of(self.url)


def _untimed(visit: Visit, limit: asyncio.Timeout) -> Visit:
    """Let entering a visit take no time of the limit."""

    @asynccontextmanager
    async def entered(host: str) -> AsyncIterator[None]:
        now = asyncio.get_running_loop().time
        left = (limit.when() or 0.0) - now()
        limit.reschedule(None)
        async with visit(host):
            limit.reschedule(now() + left)
            yield

    return entered


async def _follow(
    client: httpx2.AsyncClient,
    at: _At,
    into: BinaryIO,
    headers: Mapping[str, str] | None,
    limits: Limits,
    check: Callable[[str | httpx2.URL], httpx2.URL],
    visit: Visit,
) -> Answer:
    # Asked for as it is: a few bytes of gzip may otherwise unfold to any number in memory.
    sent = {"Accept": "image/*", "Accept-Encoding": "identity", **(headers or {})}
    for _ in range(limits.redirects + 1):
        async with visit(at.host):
            request = client.build_request("GET", at.url, headers=sent)
            response = await client.send(request, stream=True)
            try:
                target = response.headers.get("Location")
                if response.status_code not in REDIRECTS or target is None:
                    return await _answer(at.url, response, into, limits)
            finally:
                await response.aclose()
        at.url = check(_joined(at.url, target))
    raise NotAllowed(f"it was redirected more than {limits.redirects} times")


def _joined(url: httpx2.URL, target: str) -> httpx2.URL:
    try:
        return url.join(target)
    except (httpx2.InvalidURL, ValueError, TypeError) as error:
        raise NotAllowed("it redirects to something that is no address") from error


async def _answer(
    url: httpx2.URL, response: httpx2.Response, into: BinaryIO, limits: Limits
) -> Answer:
    told = response.headers
    size = await _write(response, into, limits) if response.status_code == 200 else 0
    return Answer(
        url=url,
        status=response.status_code,
        size=size,
        etag=_short(told.get("ETag")),
        last_modified=_short(told.get("Last-Modified")),
        retry_after=_seconds(told.get("Retry-After"), told.get("Date")),
    )


async def _write(response: httpx2.Response, into: BinaryIO, limits: Limits) -> int:
    encodings = response.headers.get("Content-Encoding", "").lower().split(",")
    if not {each.strip() for each in encodings} <= _AS_IT_IS:
        raise Compressed("the server compresses what it was asked not to")
    too_large = f"it is larger than {limits.bytes // 1024 // 1024} MB"
    told = response.headers.get("Content-Length", "")
    if told.isdecimal() and len(told) < 20 and int(told) > limits.bytes:
        raise TooLarge(too_large)
    size = 0
    async with aclosing(response.aiter_raw()) as parts:
        async for part in parts:
            size += len(part)
            if size > limits.bytes:
                raise TooLarge(too_large)
            _write_part(into, part)
    return size


def _write_part(into: BinaryIO, part: bytes) -> None:
    try:
        into.write(part)
    except OSError as error:
        raise _NotWritten(error) from error


def _short(header: str | None) -> str:
    """Return a header that can be sent back; none where it is too long or not ASCII."""
    short = header if header and len(header) <= LONGEST_TOLD else ""
    return short if short.isascii() and short.isprintable() else ""


def _seconds(retry_after: str | None, date: str | None) -> float | None:
    """Return how long `Retry-After` asks to wait, as seconds or a time, a day at most.

    A time is by the server's clock where it tells it, else by ours.
    """
    text = (retry_after or "").strip()
    if text.isdecimal():
        return min(float(text[:9]), LONGEST_RETRY_AFTER)
    until = _time(text)
    if until is None:
        return None
    now = _time(date or "") or datetime.now(UTC)
    return min(max(0.0, (until - now).total_seconds()), LONGEST_RETRY_AFTER)


def _time(text: str) -> datetime | None:
    """Return a time in any of HTTP's three spellings; the one of C's `asctime` names no zone."""
    try:
        told = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    return told if told.tzinfo else told.replace(tzinfo=UTC)


def _plainly(error: Exception) -> str:
    text = str(error) or type(error).__name__
    return text.splitlines()[0][:200]
