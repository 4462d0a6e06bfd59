"""Google's sheets: any link that people copy, from an https server in Google's place."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from carslink.net.fetch import Limits
from carslink.net.names import Allowed, read_allowed
from carslink.upload import google
from carslink.upload.google import Access, export_address, fetch_sheet
from carslink.upload.tables import UnreadableTable
from tests.photo_host import PhotoHost, breaks_off, drips, open_photo_host, redirects, sends, status
from tests.upload.files import HEADER, ROWS, delimited, read

KEY = "1aBcDeFgHiJkLmNoPqRsTuVwXyZ_0123456789-ab"
PUBLISHED = f"2PACX-{KEY}"
DOCS = "https://docs.google.com/spreadsheets"
CONTENT = "doc-0s-3c-sheets.googleusercontent.com"
LINK = f"{DOCS}/d/{KEY}/edit#gid=0"
PATH = f"/spreadsheets/d/{KEY}/export?format=csv&gid=0"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        (f"{DOCS}/d/{KEY}/edit#gid=7", f"{DOCS}/d/{KEY}/export?format=csv&gid=7"),
        (f"{DOCS}/d/{KEY}/edit?gid=7#gid=7", f"{DOCS}/d/{KEY}/export?format=csv&gid=7"),
        (f"{DOCS}/d/{KEY}/edit?usp=sharing", f"{DOCS}/d/{KEY}/export?format=csv"),
        (f"{DOCS}/d/{KEY}", f"{DOCS}/d/{KEY}/export?format=csv"),
        (f"{DOCS}/d/{KEY}/", f"{DOCS}/d/{KEY}/export?format=csv"),
        (f"{DOCS}/d/{KEY}/htmlview#gid=x", f"{DOCS}/d/{KEY}/export?format=csv"),
        (f"{DOCS}/u/0/d/{KEY}/edit", f"{DOCS}/d/{KEY}/export?format=csv"),
        (
            f"https://docs.google.com/a/smith.co.uk/spreadsheets/d/{KEY}/edit",
            f"{DOCS}/d/{KEY}/export?format=csv",
        ),
        (f"{DOCS}/d/{KEY}/export?format=xlsx&gid=7", f"{DOCS}/d/{KEY}/export?format=csv&gid=7"),
        (f"{DOCS}/d/{KEY}/gviz/tq?tqx=out:csv&gid=7", f"{DOCS}/d/{KEY}/export?format=csv&gid=7"),
        (f"{DOCS}/d/e/{PUBLISHED}/pubhtml", f"{DOCS}/d/e/{PUBLISHED}/pub?output=csv"),
        (
            f"{DOCS}/d/e/{PUBLISHED}/pubhtml?gid=7&single=true",
            f"{DOCS}/d/e/{PUBLISHED}/pub?output=csv&single=true&gid=7",
        ),
        (f"{DOCS}/d/e/{PUBLISHED}/pub?output=csv", f"{DOCS}/d/e/{PUBLISHED}/pub?output=csv"),
        (f"{DOCS}/d/e/{PUBLISHED}/pub?output=xlsx", f"{DOCS}/d/e/{PUBLISHED}/pub?output=csv"),
        (f"  docs.google.com/spreadsheets/d/{KEY}/edit ", f"{DOCS}/d/{KEY}/export?format=csv"),
        (f"<http://DOCS.google.com/spreadsheets/d/{KEY}>", f"{DOCS}/d/{KEY}/export?format=csv"),
        (f"https://drive.google.com/open?id={KEY}", f"{DOCS}/d/{KEY}/export?format=csv"),
    ],
)
def test_any_shape_of_link_becomes_the_address_of_the_csv(link: str, address: str) -> None:
    assert export_address(link) == address


@pytest.mark.parametrize(
    "link",
    [
        "",
        "stock list",
        "https://smith.co.uk/stock.csv",
        f"https://docs.google.com.smith.co.uk/spreadsheets/d/{KEY}/edit",
        f"https://smith.co.uk/?https://docs.google.com/spreadsheets/d/{KEY}",
        f"https://docs.google.com@127.0.0.1/spreadsheets/d/{KEY}",
        f"https://docs.google.com/document/d/{KEY}/edit",
        f"{DOCS}/d/short/edit",
        f"{DOCS}/d/{KEY}%2F..%2F/edit",
        "https://[::1",
        "//",
    ],
)
def test_what_is_no_link_of_a_sheet_is_refused(link: str) -> None:
    with pytest.raises(UnreadableTable, match="not the link of a Google sheet"):
        export_address(link)


def test_a_file_of_drive_is_told_apart_from_a_sheet() -> None:
    with pytest.raises(UnreadableTable, match="a file or folder of Google Drive, not a sheet"):
        export_address(f"https://drive.google.com/file/d/{KEY}/view")


@pytest.fixture
def host(tmp_path: Path) -> Iterator[PhotoHost]:
    """A server that answers in the place of Google's hosts, and of two others."""
    names = ("docs.google.com", CONTENT, "accounts.google.com", "sheets.smith.co.uk")
    with open_photo_host(tmp_path, *names) as opened:
        yield opened


def fetched(host: PhotoHost, into: Path, link: str = LINK) -> Path:
    fetch_sheet(link, into, Access("Carslink-Tests", read_allowed(host.allowed), host.ca_file))
    return into


def refusal(host: PhotoHost, folder: Path, link: str = LINK) -> str:
    with pytest.raises(UnreadableTable) as refused:
        fetched(host, folder / "sheet", link)
    return str(refused.value)


def test_a_sheet_is_fetched_through_googles_redirect_and_read(
    tmp_path: Path, host: PhotoHost
) -> None:
    host.answers[PATH] = redirects(host.url("/export/abc", CONTENT), 307)
    host.put("/export/abc", delimited([HEADER, *ROWS]).encode())
    table, rows = read(fetched(host, tmp_path / "sheet"))
    assert (table.header, len(rows)) == (HEADER, 3)
    assert [path for path, _ in host.asked] == [PATH, "/export/abc"]
    sent = {name.lower(): value for name, value in host.asked[0][1].items()}
    assert (sent["accept"], sent["user-agent"]) == ("text/csv", "Carslink-Tests")
    assert "cookie" not in sent


def test_a_sheet_that_is_not_shared_is_told_how_to_be(tmp_path: Path, host: PhotoHost) -> None:
    sign_in = host.put("/ServiceLogin", b"<!doctype html><html>", Content_Type="text/html")
    host.answers[PATH] = redirects(sign_in.replace("docs.google.com", "accounts.google.com"))
    assert "set General access to 'Anyone with the link'" in refusal(host, tmp_path)
    assert host.times("/ServiceLogin") == 0
    for answer in (status(401), status(403), sends(b"\n<!DOCTYPE html><html><head>Sign in")):
        host.answers[PATH] = answer
        assert "Anyone with the link" in refusal(host, tmp_path)


def test_no_redirect_leads_away_from_google(tmp_path: Path, host: PhotoHost) -> None:
    host.put("/stock.csv", b"Make,Model\n")
    for target in ("sheets.smith.co.uk", "accounts.google.com"):
        host.answers[PATH] = redirects(host.url("/stock.csv", target))
        assert "only to people it is shared with" in refusal(host, tmp_path)
    host.answers[PATH] = redirects(f"http://{CONTENT}/stock.csv")
    assert "only https addresses are fetched" in refusal(host, tmp_path)
    host.answers[PATH] = redirects(host.url(PATH))
    assert "redirected more than 4 times" in refusal(host, tmp_path)
    assert host.times("/stock.csv") == 0


def test_a_name_of_googles_that_leads_into_our_own_network_is_not_asked(tmp_path: Path) -> None:
    inside = Access("Carslink-Tests", Allowed({("docs.google.com", 443): ("127.0.0.1", 1)}))
    with pytest.raises(UnreadableTable, match="Google could not be asked"):
        fetch_sheet(LINK, tmp_path / "sheet", inside)


def test_a_sheet_that_is_not_there_is_said_so(tmp_path: Path, host: PhotoHost) -> None:
    for code in (400, 404, 410):
        host.answers[PATH] = status(code)
        assert "Google knows no sheet at this link" in refusal(host, tmp_path)


def test_what_google_cannot_do_now_may_be_tried_again(tmp_path: Path, host: PhotoHost) -> None:
    for answer in (status(429), status(500), breaks_off(b"Make,Model\n" * 1000)):
        host.answers[PATH] = answer
        assert "Try again in a few minutes" in refusal(host, tmp_path)


def test_a_sheet_has_limits_of_size_and_time(
    tmp_path: Path, host: PhotoHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = threading.Event()
    monkeypatch.setattr(google, "LIMITS", Limits(bytes=2 * 1024 * 1024, seconds=1.0))
    host.put(PATH, b"Make,Model\n" * 300_000)
    assert "This sheet is larger than 2 MB" in refusal(host, tmp_path)
    host.answers[PATH] = drips(b"Make,Model\n", 0.5, over)
    assert "it took longer than 1 seconds" in refusal(host, tmp_path)
    over.set()
