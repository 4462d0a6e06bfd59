"""Which addresses are public: against a list by hand, and against another's reading."""

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from AntiSSRF import AntiSSRFPolicy, IPAddressRanges, PolicyConfigOptions
from hypothesis import given
from hypothesis import strategies as st

from carslink.net.addresses import is_public, parse

NOT_PUBLIC = (
    "0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.100.100.200", "127.0.0.1",
    "127.255.255.254", "168.63.129.16", "169.254.0.1", "169.254.169.254", "172.16.0.1",
    "172.31.255.255", "192.0.0.1", "192.0.0.192", "192.0.2.1", "192.31.196.1", "192.52.193.1",
    "192.88.99.1", "192.168.1.1", "192.175.48.1", "198.18.0.1", "198.19.255.255", "198.51.100.7",
    "203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:8.8.8.8", "::127.0.0.1",
    "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1", "2001::1", "2001:0:a9fe:a9fe::1", "2001:2::1",
    "2001:10::1", "2001:20::1", "2001:db8::1", "2002:a9fe:a9fe::1", "2002:7f00:1::1", "3fff::1",
    "2620:4f:8000::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1",
    "ff02::1", "4000::1",
)  # fmt: skip
PUBLIC = (
    "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
    "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "198.17.255.255",
    "223.255.255.255", "2001:4860:4860::8888", "2606:4700:4700::1111", "2a00:1450:4009::200e",
    "2003::1",
)  # fmt: skip


@pytest.mark.parametrize("text", NOT_PUBLIC)
def test_what_is_not_public_is_known(text: str) -> None:
    assert not is_public(ip_address(text))


@pytest.mark.parametrize("text", PUBLIC)
def test_what_is_public_is_known(text: str) -> None:
    assert is_public(ip_address(text))


_ORACLE = AntiSSRFPolicy(PolicyConfigOptions.EXTERNAL_ONLY_LATEST)
_NEAR = sorted({str(ip_address(text.split("%")[0])) for text in (*NOT_PUBLIC, *PUBLIC)})
_ANYWHERE = st.one_of(
    st.ip_addresses(v=4),
    st.ip_addresses(v=6, network="2000::/3"),
    st.ip_addresses(v=6),
    st.builds(
        lambda text, by: type(ip_address(text))((int(ip_address(text)) + by) % (1 << 32)),
        st.sampled_from([text for text in _NEAR if ":" not in text]),
        st.integers(-300, 300),
    ),
    st.builds(lambda v4: IPv6Address(f"64:ff9b::{IPv4Address(v4)}"), st.integers(0, (1 << 32) - 1)),
)


@given(_ANYWHERE)
def test_what_is_let_through_another_library_lets_through_too(
    address: IPv4Address | IPv6Address,
) -> None:
    if is_public(address):
        assert _ORACLE._is_str_ip_address_connection_allowed(str(address))


def test_no_range_that_another_library_denies_is_let_through() -> None:
    ranges = IPAddressRanges.recommended_latest
    assert len(ranges) > 20
    first = [text.partition("/")[0] for text in ranges]
    assert [text for text in first if (found := parse(text)) and is_public(found)] == []


@pytest.mark.parametrize("text", ["localhost", "0x7f000001", "127.1", "010.0.0.1", "1.2.3.4.5", ""])
def test_only_the_usual_spelling_is_an_address(text: str) -> None:
    assert parse(text) is None
