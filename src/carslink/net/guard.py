"""Connections to public addresses alone: the address that was checked is the one connected to.

A name is looked up once for each connection, all of its addresses are checked, and the connection
goes to one of them by number: a second look-up, which could answer otherwise, does not happen. The
certificate is still checked against the name.
"""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar, DefaultCookiePolicy
from pathlib import Path
from typing import Any

import httpcore2
import httpx2

from carslink.net.addresses import is_public, parse
from carslink.net.names import HTTPS, NOTHING_MORE, Allowed, NotAllowed

Resolve = Callable[[str, int], Awaitable[list[str]]]
"""Returns all addresses of a name. Raises OSError where there are none."""

MOST_ADDRESSES = 3
"""Of a name that has many, so many are tried."""

CONNECT_SECONDS = 10.0
"""For each address; one that is reachable answers within a fraction."""

# A look-up cannot be called off, and may take long; it must not keep others' from their threads.
_LOOKING_UP = ThreadPoolExecutor(32, thread_name_prefix="look-up")


async def look_up(host: str, port: int) -> list[str]:
    """Return what the system's resolver says, each address once."""
    found = await asyncio.get_running_loop().run_in_executor(
        _LOOKING_UP, lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    )
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class GuardedBackend(httpcore2.AsyncNetworkBackend):
    """Opens TCP connections where the rules let it; everything else is httpcore's own."""

    def __init__(self, allowed: Allowed = NOTHING_MORE, resolve: Resolve = look_up) -> None:
        self._allowed = allowed
        self._resolve = resolve
        self._open = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Connect to a checked address. Raises NotAllowed, or httpcore's errors."""
        addresses, port = await self._places(host.lower(), port)
        failed: Exception | None = None
        for address in addresses[:MOST_ADDRESSES]:
            try:
                return await self._open.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
        raise failed or httpcore2.ConnectError(f"{host} has no address")

    async def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore2.AsyncNetworkStream:
        """Refuse: no URL leads to a socket of this machine."""
        raise NotAllowed("only public servers are connected to")

    async def sleep(self, seconds: float) -> None:
        """Wait, between the tries of a pool that tries again."""
        await asyncio.sleep(seconds)

    async def _places(self, host: str, port: int) -> tuple[list[str], int]:
        """Return the addresses to connect to, all of them checked, and the port."""
        if (host, port) in self._allowed:
            address, port = self._allowed.connect_to(host, port)
            return [address], port
        if port != HTTPS:
            raise NotAllowed(f"port {port} is not fetched from, only {HTTPS}")
        try:
            addresses = await self._resolve(host, port)
        except OSError as error:
            raise httpcore2.ConnectError(f"{host} cannot be found") from error
        for found in map(parse, addresses):
            if found is None or not is_public(found):
                raise NotAllowed(f"{host} leads to an address that is not public")
        return addresses, port


class GuardedTransport(httpx2.AsyncHTTPTransport):
    """httpx's transport over connections of a guarded backend."""

    def __init__(self, backend: GuardedBackend, trusted: ssl.SSLContext, connections: int) -> None:
        super().__init__(verify=trusted, trust_env=False)
        # httpx has no argument for the backend, only httpcore has.
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=trusted,
            max_connections=connections,
            max_keepalive_connections=connections,
            keepalive_expiry=15,
            network_backend=backend,
        )


def client(
    *,
    user_agent: str,
    connections: int = 32,
    allowed: Allowed = NOTHING_MORE,
    ca_file: Path | None = None,
    resolve: Resolve = look_up,
) -> httpx2.AsyncClient:
    """Return a client that reaches public servers alone, follows no redirect by itself, and takes
    no cookies.

    `ca_file` names certificates that are trusted in addition. No proxy of the environment is used:
    it would do the connecting, unchecked.
    """
    trusted = httpx2.create_ssl_context(trust_env=False)
    if ca_file is not None:
        trusted.load_verify_locations(ca_file)
    return httpx2.AsyncClient(
        transport=GuardedTransport(GuardedBackend(allowed, resolve), trusted, connections),
        headers={"User-Agent": user_agent},
        # How long an answer may take is `fetch`'s to say, for the whole of it.
        timeout=httpx2.Timeout(None, connect=CONNECT_SECONDS),
        # Who is asked first could else set cookies for all of `.co.uk`.
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        follow_redirects=False,
        trust_env=False,
    )
