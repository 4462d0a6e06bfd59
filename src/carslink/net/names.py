"""Which URLs may be asked for at all, before any name is looked up."""

import re
from dataclasses import dataclass, field

import httpx2

from carslink.net.addresses import parse

HTTPS = 443

# Names that no public server has (IANA's registry of special-use domain names, RFC 6761): a look-up
# would be in vain at best, and reach into our own network at worst.
_SPECIAL = (
    "localhost", "local", "internal", "invalid", "test", "onion", "alt", "home.arpa",
    "example", "example.com", "example.net", "example.org",
)  # fmt: skip
# What `inet_aton` and browsers take for an IPv4 address: 2130706433, 0x7f.1, 0177.0.0.1, 127.1.
_ENDS_IN_NUMBER = re.compile(r"(?:^|\.)(?:[0-9]+|0[xX][0-9a-fA-F]*)\.?$")
_NAME = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}\.?", re.I)


class NotAllowed(ValueError):
    """This URL is not asked for; the message says why, in words for whoever sent it."""


@dataclass(frozen=True)
class Allowed:
    """Hosts that may be asked although the rules forbid it: tests' and the demo's own.

    Each is a name and a port, and the address and port to connect to in its place, if any.
    """

    places: dict[tuple[str, int], tuple[str, int] | None] = field(default_factory=dict)

    def __contains__(self, place: tuple[str, int]) -> bool:
        return place in self.places

    def connect_to(self, host: str, port: int) -> tuple[str, int]:
        """Return where to connect to for an allowed host."""
        return self.places[host, port] or (host, port)


NOTHING_MORE = Allowed()


def read_allowed(entries: list[str]) -> Allowed:
    """Read `name[:port]` or `name[:port]=address:port`. Raises ValueError, naming the entry."""
    places: dict[tuple[str, int], tuple[str, int] | None] = {}
    for entry in entries:
        name, _, instead = entry.partition("=")
        try:
            places[_place(name)] = _place(instead) if instead else None
        except ValueError as error:
            raise ValueError(f"{entry!r} is not host[:port] or host[:port]=address:port") from error
    return Allowed(places)


def check(url: str | httpx2.URL, allowed: Allowed = NOTHING_MORE) -> httpx2.URL:
    """Return a URL that may be asked for, without its fragment. Raises NotAllowed."""
    target = parsed(url)
    if target.scheme != "https":
        raise NotAllowed("only https addresses are fetched")
    if target.userinfo:
        raise NotAllowed("the address has a user or a password in it")
    host, port = target.raw_host.decode().lower(), target.port or HTTPS
    if not host:
        raise NotAllowed("the address has no host")
    if (host, port) in allowed:
        return target
    if port != HTTPS:
        raise NotAllowed(f"port {port} is not fetched from, only {HTTPS}")
    _check_name(host)
    return target


def host_of(url: httpx2.URL) -> str:
    """Return who is asked, for counting: the name in lower case, with a port that is not 443.

    A dot at the end makes no other host.
    """
    host, port = url.raw_host.decode().lower().removesuffix("."), url.port or HTTPS
    return host if port == HTTPS else f"{host}:{port}"


def parsed(url: str | httpx2.URL) -> httpx2.URL:
    """Return a URL without its fragment. Raises NotAllowed for what is none."""
    try:
        return httpx2.URL(url).copy_with(fragment=None)
    except (httpx2.InvalidURL, ValueError, TypeError) as error:
        raise NotAllowed("this is not an address that can be fetched") from error


def _check_name(host: str) -> None:
    if parse(host) is not None:
        return  # whether it is public is looked at when it is connected to, like any other
    name = host.rstrip(".")
    if any(name == special or name.endswith(f".{special}") for special in _SPECIAL):
        raise NotAllowed(f"{name} is not the name of a public server")
    if _ENDS_IN_NUMBER.search(host) or not _NAME.fullmatch(host):
        raise NotAllowed(f"{host} is not the name of a public server")


def _place(text: str) -> tuple[str, int]:
    name, _, port = text.rpartition(":") if ":" in text else (text, "", str(HTTPS))
    if not name or not 0 < int(port) < 65536:
        raise ValueError(text)
    return name.strip("[]").lower(), int(port)
