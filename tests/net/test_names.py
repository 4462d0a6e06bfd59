"""Which URLs are asked for at all."""

import httpx2
import pytest

from carslink.net.names import Allowed, NotAllowed, check, host_of, read_allowed


@pytest.mark.parametrize(
    "url",
    [
        "https://photos.smith.co.uk/1.jpg",
        "https://photos.smith.co.uk:443/1.jpg?w=800&h=600",
        "https://PHOTOS.smith.co.uk./1.jpg",
        "https://8.8.8.8/1.jpg",
        "https://[2001:4860:4860::8888]/1.jpg",
        "https://müller.de/1.jpg",
        "https://my_bucket.s3.amazonaws.com/1.jpg",
    ],
)
def test_ordinary_addresses_are_allowed(url: str) -> None:
    assert check(url).scheme == "https"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://photos.smith.co.uk/1.jpg", "only https addresses are fetched"),
        ("ftp://photos.smith.co.uk/1.jpg", "only https addresses are fetched"),
        ("file:///etc/passwd", "only https addresses are fetched"),
        ("//photos.smith.co.uk/1.jpg", "only https addresses are fetched"),
        ("https://alice@photos.smith.co.uk/", "the address has a user or a password in it"),
        ("https://alice:secret@photos.smith.co.uk/", "the address has a user or a password in it"),
        ("https:///1.jpg", "the address has no host"),
        ("https://photos.smith.co.uk:8443/", "port 8443 is not fetched from, only 443"),
        ("https://photos.smith.co.uk:22/", "port 22 is not fetched from, only 443"),
        ("https://localhost/", "localhost is not the name of a public server"),
        ("https://localhost./", "localhost is not the name of a public server"),
        ("https://LOCALHOST/", "localhost is not the name of a public server"),
        ("https://a.localhost/", "a.localhost is not the name of a public server"),
        ("https://printer.local/", "printer.local is not the name of a public server"),
        ("https://metadata.google.internal/", "metadata.google.internal is not the name of a"),
        ("https://cdn.example.com/1.jpg", "cdn.example.com is not the name of a public server"),
        ("https://intranet/1.jpg", "intranet is not the name of a public server"),
        ("https://2130706433/", "2130706433 is not the name of a public server"),
        ("https://0x7f000001/", "0x7f000001 is not the name of a public server"),
        ("https://0x7f.1/", "0x7f.1 is not the name of a public server"),
        ("https://0177.0.0.1/", "this is not an address that can be fetched"),
        ("https://127.1/", "127.1 is not the name of a public server"),
        ("https://127.0.0.1./", "127.0.0.1. is not the name of a public server"),
        ("https://foo.0x7f/", "foo.0x7f is not the name of a public server"),
        ("https://[::1/", "this is not an address that can be fetched"),
        ("https://photos.smith.co.uk:99999/", "port 99999 is not fetched from, only 443"),
        ("https://a b.co.uk/", "a%20b.co.uk is not the name of a public server"),
        ("https://photos.smith.co.uk\n/", "this is not an address that can be fetched"),
        ("https://" + "a" * 64 + ".co.uk/", "is not the name of a public server"),
    ],
)
def test_others_are_not_with_the_reason(url: str, why: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        check(url)
    assert why in str(refused.value)


@pytest.mark.parametrize(
    "url", ["https://\uff11\uff12\uff17.0.0.1/", "https://\u246b\uff17.0.0.1/"]
)
def test_numbers_in_other_scripts_are_no_way_round(url: str) -> None:
    with pytest.raises(NotAllowed):
        check(url)


def test_a_setting_allows_a_host_and_its_port_in_addition() -> None:
    allowed = read_allowed(["localhost:9000", "images.carslink.example=127.0.0.1:8443"])
    assert check("https://localhost:9000/1.jpg", allowed).port == 9000
    assert check("https://images.carslink.example/1.jpg", allowed).host == "images.carslink.example"
    for url in (
        "https://localhost/1.jpg",
        "https://localhost:9001/1.jpg",
        "http://localhost:9000/1.jpg",
        "https://alice@localhost:9000/1.jpg",
        "https://images.carslink.example:8443/1.jpg",
    ):
        with pytest.raises(NotAllowed):
            check(url, allowed)
    assert allowed.connect_to("images.carslink.example", 443) == ("127.0.0.1", 8443)
    assert allowed.connect_to("localhost", 9000) == ("localhost", 9000)


def test_nothing_in_the_setting_allows_nothing() -> None:
    assert read_allowed([]) == Allowed()


@pytest.mark.parametrize("entry", [":80", "host:", "host:x", "host:70000", "host=:80", "host=a:b"])
def test_a_setting_that_cannot_be_read_is_named(entry: str) -> None:
    with pytest.raises(ValueError, match="is not host"):
        read_allowed([entry])


def test_hosts_are_counted_by_name_and_unusual_port() -> None:
    assert host_of(httpx2.URL("https://Photos.Smith.co.uk/1.jpg")) == "photos.smith.co.uk"
    assert host_of(httpx2.URL("https://photos.smith.co.uk:443/")) == "photos.smith.co.uk"
    assert host_of(httpx2.URL("https://photos.smith.co.uk./")) == "photos.smith.co.uk"
    assert host_of(httpx2.URL("https://localhost:9000/")) == "localhost:9000"
