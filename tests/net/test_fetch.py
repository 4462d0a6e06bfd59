"""Fetching from a real https server, and from where nothing may be fetched."""

import asyncio
import io
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from carslink.net import guard
from carslink.net.fetch import Answer, BadAnswer, CannotFetch, Limits, TooLarge, TooSlow, fetch
from carslink.net.names import NOTHING_MORE, Allowed, NotAllowed, read_allowed
from tests.photo_host import (
    PhotoHost,
    breaks_off,
    drips,
    open_photo_host,
    pours,
    redirects,
    sends,
    status,
)

NAME = "photos.smith.co.uk"


@pytest.fixture
def host(tmp_path: Path) -> Iterator[PhotoHost]:
    """A host of photographs with a public name."""
    with open_photo_host(tmp_path, NAME, "other.smith.co.uk") as opened:
        yield opened


@pytest.fixture
def over() -> Iterator[threading.Event]:
    """Set when the test is over, for answers that would go on for ever."""
    event = threading.Event()
    yield event
    event.set()


@contextmanager
def resolver(*answers: list[str] | OSError) -> Iterator[tuple[Any, list[str]]]:
    """A resolver that gives one answer after another, the last one ever after."""
    asked: list[str] = []

    async def resolve(name: str, port: int) -> list[str]:
        asked.append(name)
        answer = answers[min(len(asked), len(answers)) - 1]
        if isinstance(answer, OSError):
            raise answer
        return answer

    yield resolve, asked


def get(host: PhotoHost, url: str, **more: Any) -> tuple[Answer, bytes]:
    """Fetch with the host allowed by setting."""
    allowed = read_allowed(host.allowed)
    return run(url, allowed=allowed, ca_file=host.ca_file, **more)


def run(
    url: str,
    *,
    allowed: Allowed = NOTHING_MORE,
    ca_file: Path | None = None,
    resolve: Any = guard.look_up,
    headers: dict[str, str] | None = None,
    **limits: Any,
) -> tuple[Answer, bytes]:
    """Fetch; returns the answer and the body."""

    async def once() -> tuple[Answer, bytes]:
        into = io.BytesIO()
        async with guard.client(
            user_agent="Tests", allowed=allowed, ca_file=ca_file, resolve=resolve
        ) as client:
            answer = await fetch(
                client, url, into, headers=headers, limits=Limits(**limits), allowed=allowed
            )
        return answer, into.getvalue()

    return asyncio.run(once())


def test_a_body_arrives_with_what_is_needed_to_ask_again(host: PhotoHost) -> None:
    day = "Tue, 05 May 2026 10:00:00 GMT"
    url = host.put("/1.jpg", b"photograph", ETag='"7"', Last_Modified=day)
    answer, body = get(host, url)
    assert body == b"photograph"
    assert (answer.status, answer.size, answer.etag) == (200, 10, '"7"')
    assert answer.last_modified == day
    ((path, headers),) = host.asked
    assert path == "/1.jpg"
    assert headers["Accept-Encoding"] == "identity"
    assert headers["User-Agent"] == "Tests"


def test_headers_are_sent_along_and_a_304_has_no_body(host: PhotoHost) -> None:
    host.answers["/1.jpg"] = status(304)
    answer, body = get(host, host.url("/1.jpg"), headers={"If-None-Match": '"7"'})
    assert (answer.status, body) == (304, b"")
    assert host.asked[0][1]["If-None-Match"] == '"7"'


@pytest.mark.parametrize(
    ("told", "date", "seconds"),
    [
        ("120", None, 120.0),
        ("Tue, 05 May 2026 10:01:00 GMT", "Tue, 05 May 2026 10:00:00 GMT", 60.0),
        ("Tue, 05 May 2026 09:00:00 GMT", "Tue, 05 May 2026 10:00:00 GMT", 0.0),
        ("Tue May  5 10:01:00 2026", "Tue, 05 May 2026 10:00:00 GMT", 60.0),
        ("Tuesday, 05-May-26 10:01:00 GMT", "Tue May  5 10:00:00 2026", 60.0),
        ("999999999", None, 86_400.0),
        ("9" * 400, None, 86_400.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", 86_400.0),
        ("soon", "Tue, 05 May 2026 10:00:00 GMT", None),
        ("-1", None, None),
    ],
)
def test_retry_after_is_read_as_seconds_or_a_time(
    host: PhotoHost, told: str, date: str | None, seconds: float | None
) -> None:
    def busy(to: Any) -> None:
        to.send_response_only(503)
        for name, value in {"Retry-After": told, "Date": date, "Content-Length": "0"}.items():
            if value is not None:
                to.send_header(name, value)
        to.end_headers()

    host.answers["/1.jpg"] = busy
    answer, _ = get(host, host.url("/1.jpg"))
    assert (answer.status, answer.retry_after) == (503, seconds)


@pytest.mark.parametrize("date", [{}, {"Date": "today"}])
def test_a_time_is_by_our_clock_where_the_server_does_not_tell_its_own(
    host: PhotoHost, date: dict[str, str]
) -> None:
    def busy(to: Any) -> None:
        to.send_response_only(503)
        until = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
        for name, value in {"Retry-After": until, "Content-Length": "0", **date}.items():
            to.send_header(name, value)
        to.end_headers()

    host.answers["/1.jpg"] = busy
    answer, _ = get(host, host.url("/1.jpg"))
    assert answer.retry_after is not None
    assert 3000 < answer.retry_after <= 3600


def test_three_redirects_are_followed_and_a_fourth_is_not(host: PhotoHost) -> None:
    for n in range(1, 5):
        host.answers[f"/{n}"] = redirects(f"/{n - 1}", code=(301, 302, 303, 307, 308)[n])
    host.put("/0", b"photograph")
    answer, body = get(host, host.url("/3"))
    assert (str(answer.url), body) == (host.url("/0"), b"photograph")
    with pytest.raises(NotAllowed, match="redirected more than 3 times"):
        get(host, host.url("/4"))


def test_cookies_do_not_follow_along(host: PhotoHost) -> None:
    host.answers["/1"] = status(302, Location="/2", Set_Cookie="a=b; Path=/")
    host.put("/2", b"photograph")
    get(host, host.url("/1"))
    assert "Cookie" not in host.asked[1][1]


def test_no_server_sets_cookies_for_others_while_it_answers(host: PhotoHost) -> None:
    host.answers["/slow"] = sends(b"photograph", Set_Cookie="a=b; Domain=.smith.co.uk")
    host.put("/quick", b"photograph")

    async def both() -> None:
        client = guard.client(
            user_agent="Carslink",
            allowed=read_allowed(host.allowed),
            ca_file=host.ca_file,
        )
        async with client, client.stream("GET", host.url("/slow")) as slow:
            assert "Set-Cookie" in slow.headers
            await client.get(host.url("/quick", "other.smith.co.uk"))

    asyncio.run(both())
    assert "Cookie" not in dict(host.asked)["/quick"]


PRIVATE = [
    "https://127.0.0.1/", "https://127.0.0.1:{port}/", "https://[::1]/", "https://[::]/",
    "https://[::ffff:127.0.0.1]/", "https://[::ffff:7f00:1]/", "https://[64:ff9b::7f00:1]/",
    "https://[2002:7f00:1::]/", "https://[fe80::1]/", "https://[fd00:ec2::254]/",
    "https://2130706433/", "https://0x7f000001/", "https://017700000001/", "https://0177.0.0.1/",
    "https://127.1/", "https://0/", "https://0.0.0.0/", "https://localhost/", "https://localhost./",
    "https://LOCALHOST/", "https://10.0.0.1/", "https://192.168.0.1/", "https://172.16.0.1/",
    "https://169.254.0.1/", "https://169.254.169.254/latest/meta-data/", "https://100.100.100.200/",
    "https://168.63.129.16/", "https://metadata.google.internal/", "https://255.255.255.255/",
    "http://photos.smith.co.uk/", "ftp://photos.smith.co.uk/", "file:///etc/passwd", "gopher://a.uk/",
    "https://alice:secret@photos.smith.co.uk/", "https://photos.smith.co.uk:{port}/",
    "https://photos.smith.co.uk:22/", "https://\uff11\uff12\uff17.0.0.1/", "//127.0.0.1/", "https://[",
]  # fmt: skip


@pytest.mark.parametrize("target", PRIVATE)
def test_no_redirect_leads_to_where_nothing_may_be_fetched(host: PhotoHost, target: str) -> None:
    target = target.format(port=host.port)
    host.answers["/1.jpg"] = redirects(target.encode().decode("latin-1"))
    with pytest.raises(NotAllowed):
        get(host, host.url("/1.jpg"))
    assert [path for path, _ in host.asked] == ["/1.jpg"]


@pytest.mark.parametrize("target", PRIVATE)
def test_nor_is_it_fetched_at_once(target: str) -> None:
    with pytest.raises(NotAllowed):
        run(target.format(port=8443))


@pytest.mark.parametrize(
    "answer",
    [
        ["127.0.0.1"],
        ["8.8.8.8", "127.0.0.1"],
        ["10.0.0.1", "8.8.8.8"],
        ["::ffff:127.0.0.1"],
        ["fe80::1%2"],
        ["not an address"],
    ],
)
def test_all_addresses_of_a_name_must_be_public(answer: list[str]) -> None:
    with resolver(answer) as (resolve, _), pytest.raises(NotAllowed, match="not public"):
        run("https://photos.smith.co.uk/1.jpg", resolve=resolve)


def test_an_answer_that_changes_after_the_check_is_never_asked_for(host: PhotoHost) -> None:
    """The address that was checked is connected to: it does not answer, loopback would."""
    with resolver(["192.0.2.1"], ["127.0.0.1"]) as (resolve, asked):
        with pytest.raises(NotAllowed):
            run(f"https://{NAME}/1.jpg", ca_file=host.ca_file, resolve=resolve)
        assert asked == [NAME]
    connected: list[tuple[str, int]] = []

    class Watched(guard.GuardedBackend):
        def __init__(self, resolve: Any) -> None:
            super().__init__(resolve=resolve)
            self._open = self

        async def connect_tcp(self, host: str, port: int, *rest: Any, **more: Any) -> Any:
            if self._open is self and host == NAME:
                return await super().connect_tcp(host, port, *rest, **more)
            connected.append((host, port))
            raise guard.httpcore2.ConnectError("watched")

    with resolver(["8.8.8.8", "1.1.1.1"], ["127.0.0.1"]) as (resolve, asked):
        with pytest.raises(guard.httpcore2.ConnectError):
            asyncio.run(Watched(resolve).connect_tcp(NAME, 443))
        assert asked == [NAME]
        assert connected == [("8.8.8.8", 443), ("1.1.1.1", 443)]


def test_each_connection_checks_anew(host: PhotoHost) -> None:
    """A name that was good a moment ago is no reason to connect to where it leads now."""
    with resolver(["127.0.0.1"]) as (resolve, asked):
        allowed = read_allowed([f"{NAME}=127.0.0.1:{host.port}"])
        host.answers["/1"] = redirects("https://other.smith.co.uk/2")
        with pytest.raises(
            NotAllowed, match=r"other\.smith\.co\.uk leads to an address that is not"
        ):
            run(host.url("/1"), allowed=allowed, ca_file=host.ca_file, resolve=resolve)
        assert asked == ["other.smith.co.uk"]


def test_a_name_without_an_address_cannot_be_fetched() -> None:
    cannot = pytest.raises(CannotFetch, match=r"photos\.smith\.co\.uk cannot be found")
    with resolver(OSError("no such name")) as (resolve, _), cannot:
        run("https://photos.smith.co.uk/1.jpg", resolve=resolve)


def test_a_certificate_that_nobody_vouches_for_is_refused(host: PhotoHost) -> None:
    with pytest.raises(CannotFetch, match="certificate"):
        run(host.url("/1.jpg"), allowed=read_allowed(host.allowed))
    assert host.asked == []


def test_a_certificate_of_another_name_is_refused(host: PhotoHost) -> None:
    allowed = read_allowed([f"photos.jones.co.uk=127.0.0.1:{host.port}"])
    with pytest.raises(CannotFetch, match="certificate"):
        run("https://photos.jones.co.uk/1.jpg", allowed=allowed, ca_file=host.ca_file)


def test_a_body_that_says_it_is_too_large_is_not_read(host: PhotoHost) -> None:
    url = host.put("/1.jpg", bytes(2_000_000))
    with pytest.raises(TooLarge, match="larger than 1 MB"):
        get(host, url, bytes=1 << 20)


def test_a_body_that_does_not_say_is_cut_off_where_it_gets_too_large(
    host: PhotoHost, over: threading.Event
) -> None:
    host.answers["/1.jpg"] = pours(over)
    with pytest.raises(TooLarge):
        get(host, host.url("/1.jpg"), bytes=1 << 20)


def test_a_slow_drip_is_cut_off(host: PhotoHost, over: threading.Event) -> None:
    host.answers["/1.jpg"] = drips(bytes(1000), 0.02, over)
    began = time.monotonic()
    with pytest.raises(TooSlow, match=r"longer than 0\.3 seconds"):
        get(host, host.url("/1.jpg"), seconds=0.3)
    assert time.monotonic() - began < 3


def test_a_server_that_says_nothing_is_given_up(host: PhotoHost, over: threading.Event) -> None:
    host.answers["/1.jpg"] = lambda to: over.wait(20) and None
    with pytest.raises(TooSlow):
        get(host, host.url("/1.jpg"), seconds=0.3)


def test_a_server_that_says_nothing_has_the_time_that_it_is_told_to_have_had() -> None:
    async def timeouts() -> dict[str, float | None]:
        async with guard.client(user_agent="Tests") as client:
            return client.timeout.as_dict()

    told = asyncio.run(timeouts())
    assert (told["read"], told["write"], told["pool"]) == (None, None, None)
    assert 0 < (told["connect"] or 0) < Limits().seconds


def test_a_server_that_takes_up_no_connection_is_told_as_such(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("carslink.net.guard.CONNECT_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0), backlog=0) as server:
        port = server.getsockname()[1]
        waiting = [socket.socket() for _ in range(4)]
        for each in waiting:  # the server takes nobody up, and its queue is full
            each.setblocking(False)
            each.connect_ex(("127.0.0.1", port))
        try:
            with pytest.raises(CannotFetch, match="does not take up connections") as failed:
                run(f"https://{NAME}/", allowed=read_allowed([f"{NAME}=127.0.0.1:{port}"]))
        finally:
            for each in waiting:
                each.close()
    assert not isinstance(failed.value, TooSlow)


def test_the_time_is_for_all_redirects_together(host: PhotoHost, over: threading.Event) -> None:
    def slowly(to: Any) -> None:
        over.wait(0.2)
        redirects("/1.jpg")(to)

    host.answers["/1.jpg"] = slowly
    with pytest.raises(TooSlow):
        get(host, host.url("/1.jpg"), seconds=0.5)


def test_a_body_that_breaks_off_is_no_body(host: PhotoHost) -> None:
    host.answers["/1.jpg"] = breaks_off(bytes(100_000))
    with pytest.raises(BadAnswer, match="the connection broke"):
        get(host, host.url("/1.jpg"))


def test_compressed_bodies_are_refused_before_they_unfold(host: PhotoHost) -> None:
    url = host.put("/1.jpg", b"\x1f\x8b", Content_Encoding="gzip")
    with pytest.raises(BadAnswer, match="compresses"):
        get(host, url)


@pytest.mark.parametrize("named", ["", "identity", "aws-chunked", "Identity, aws-chunked"])
def test_encodings_that_are_none_are_read(host: PhotoHost, named: str) -> None:
    url = host.put("/1.jpg", b"photograph", Content_Encoding=named)
    assert get(host, url)[1] == b"photograph"


def test_a_failure_names_the_host_that_failed(host: PhotoHost) -> None:
    host.answers["/1"] = redirects("https://other.smith.co.uk/2")
    host.answers["/2"] = breaks_off(bytes(100_000))
    with pytest.raises(BadAnswer) as failed:
        get(host, host.url("/1"))
    assert failed.value.host == "other.smith.co.uk"


def test_each_request_is_a_visit_and_waiting_for_it_is_not_the_servers_time(
    host: PhotoHost,
) -> None:
    host.answers["/1"] = redirects("https://other.smith.co.uk/2")
    host.answers["/2"] = sends(b"photograph")
    told: list[str] = []

    @asynccontextmanager
    async def visit(name: str) -> AsyncIterator[None]:
        await asyncio.sleep(0.7)
        told.append(f"to {name}")
        yield
        told.append(f"from {name}")

    async def once() -> Answer:
        allowed = read_allowed(host.allowed)
        async with guard.client(
            user_agent="Tests", allowed=allowed, ca_file=host.ca_file
        ) as client:
            return await fetch(
                client, host.url("/1"), io.BytesIO(), allowed=allowed, visit=visit,
                limits=Limits(seconds=0.6),
            )  # fmt: skip

    assert asyncio.run(once()).size == 10
    there = "other.smith.co.uk"
    assert told == [f"to {NAME}", f"from {NAME}", f"to {there}", f"from {there}"]


def test_our_own_full_disk_is_not_the_servers_fault(host: PhotoHost) -> None:
    url = host.put("/1.jpg", bytes(100_000))

    async def once() -> None:
        allowed = read_allowed(host.allowed)
        with Path("/dev/full").open("wb", buffering=0) as into:
            async with guard.client(
                user_agent="Tests", allowed=allowed, ca_file=host.ca_file
            ) as client:
                await fetch(client, url, into, allowed=allowed)  # type: ignore[arg-type]

    with pytest.raises(OSError, match="No space left"):
        asyncio.run(once())


def test_no_http_at_all_is_a_bad_answer(host: PhotoHost) -> None:
    def babble(to: Any) -> None:
        to.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")
        to.close_connection = True

    host.answers["/1.jpg"] = babble
    with pytest.raises(BadAnswer):
        get(host, host.url("/1.jpg"))


def test_headers_without_end_are_a_bad_answer(host: PhotoHost) -> None:
    host.answers["/1.jpg"] = sends(b"", X_Long="a" * 200_000)
    with pytest.raises(BadAnswer):
        get(host, host.url("/1.jpg"))


@pytest.mark.parametrize("etag", ['"' + "7" * 600 + '"', '"caf\u00e9"', '"a\tb"'])
def test_unreasonable_validators_are_not_kept(host: PhotoHost, etag: str) -> None:
    url = host.put("/1.jpg", b"photograph", ETag=etag)
    answer, _ = get(host, url)
    assert answer.etag == ""
