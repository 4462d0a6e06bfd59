"""Which IP addresses are public: those that anybody on the internet may be asked to fetch from."""

from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
)

Address = IPv4Address | IPv6Address

# The IANA registry of special-purpose addresses, RFC 6890 and its successors. Ranges that are
# global by the letter but lead to a network's own machinery (192.0.0.0/24, 6to4 relays) are out.
_NOT_PUBLIC_4 = [
    IPv4Network(text)
    for text in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",
        "100.64.0.0/10",  # carriers' NAT, and a cloud's metadata
        "127.0.0.0/8",
        "168.63.129.16/32",  # Azure's machines for their own virtual ones
        "169.254.0.0/16",  # link-local, and most clouds' metadata
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112: answers for private look-ups, at the nearest operator
        "192.52.193.0/24",  # relays of multicast
        "192.88.99.0/24",  # relays of 6to4
        "192.168.0.0/16",
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
]
# All that is handed out so far. What lies outside is loopback, link-local, unique local, multicast,
# IPv4 in another dress (mapped, NAT64) or not assigned: Python's `is_global` lets some of it by.
_GLOBAL_6 = IPv6Network("2000::/3")
_NOT_PUBLIC_6 = [
    IPv6Network(text)
    for text in (
        "2001::/23",  # protocols, Teredo with its IPv4 inside among them
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4, with its IPv4 inside
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
    )
]


def is_public(address: Address) -> bool:
    """Whether an address is that of a machine on the public internet."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC_4)
    return address in _GLOBAL_6 and not any(address in network for network in _NOT_PUBLIC_6)


def parse(text: str) -> Address | None:
    """Return the address that a text is, in one of the usual spellings; None for a name."""
    try:
        return ip_address(text)
    except ValueError:
        return None
