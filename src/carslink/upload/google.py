"""A sheet of Google's, by whatever link people copy: read as the CSV that Google exports.

Three kinds of links are in use: those of the editor (`/spreadsheets/d/ID/edit#gid=0`), those of
"Publish to the web" (`/spreadsheets/d/e/ID/pubhtml`), and those of Drive (`/open?id=ID`). A sheet
can be read if anyone with the link may view it, or if it is published; else Google sends to its
sign-in page.
"""

import asyncio
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, parse_qs, urlencode, urlsplit

from carslink.net import guard
from carslink.net.fetch import Answer, CannotFetch, Elsewhere, Limits, TooLarge, fetch
from carslink.net.names import NOTHING_MORE, Allowed, NotAllowed
from carslink.upload import kinds
from carslink.upload.unreadable import UnreadableTable

HOST = "docs.google.com"
LIMITS = Limits(bytes=128 * 1024 * 1024, seconds=90.0, redirects=4)

_DRIVE = "drive.google.com"
_CONTENT = ".googleusercontent.com"  # where the export itself lies
_EDITED = re.compile(r"/(?:a/[^/]+/)?spreadsheets/(?:u/\d+/)?d/([\w-]{15,})(?:/.*)?")
_PUBLISHED = re.compile(r"/(?:a/[^/]+/)?spreadsheets/(?:u/\d+/)?d/e/([\w-]{15,})(?:/.*)?")

_SHARE = (
    "In Google Sheets press Share, set General access to 'Anyone with the link', and paste the"
    " link again. (Or choose File, Share, Publish to web, and paste the link it gives.)"
)


@dataclass(frozen=True)
class Access:
    """What the settings let be fetched, and as whom we ask."""

    user_agent: str
    allowed: Allowed = NOTHING_MORE
    ca_file: Path | None = None


def export_address(link: str) -> str:
    """Return the address of a sheet's CSV. Raises UnreadableTable for what is no such link."""
    text = link.strip().strip("<>\"'")
    if not text.isprintable():  # no address has it, and a zero cannot even be kept
        raise _not_a_link()
    parts = _parsed(text if "://" in text else f"https://{text}")
    host, path, asked = parts.hostname or "", parts.path, parse_qs(parts.query)
    gid = _gid(asked) or _gid(parse_qs(parts.fragment))
    if host == HOST and (published := _PUBLISHED.fullmatch(path)):
        asks = {"output": "csv"} | ({"single": "true", "gid": gid} if gid else {})
        return f"https://{HOST}/spreadsheets/d/e/{published[1]}/pub?{urlencode(asks)}"
    key = edited[1] if host == HOST and (edited := _EDITED.fullmatch(path)) else None
    if host == _DRIVE and path == "/open":
        key = next(iter(asked.get("id", [])), None)
    if key is not None and re.fullmatch(r"[\w-]{15,}", key):
        asks = {"format": "csv"} | ({"gid": gid} if gid else {})
        return f"https://{HOST}/spreadsheets/d/{key}/export?{urlencode(asks)}"
    if host == _DRIVE:
        raise UnreadableTable(
            "This is a file or folder of Google Drive, not a sheet. Open the file in Google Sheets"
            " and copy the address from there, or download it and upload the file."
        )
    raise _not_a_link()


def fetch_sheet(link: str, into: Path, access: Access) -> None:
    """Write a sheet's CSV to a file. Raises UnreadableTable with what to do."""
    address = export_address(link)
    try:
        answer = asyncio.run(_get(address, into, access))
    except Elsewhere as error:
        raise _not_shared() from error
    except TooLarge as error:
        raise UnreadableTable(
            f"This sheet is larger than {LIMITS.bytes // 1024**2} MB. Download it from Google as"
            " CSV, without the sheets that are not needed, and upload the file."
        ) from error
    except (NotAllowed, CannotFetch) as error:
        raise UnreadableTable(
            f"Google could not be asked for this sheet: {error}. Try again in a few minutes, or"
            " download it as CSV and upload the file."
        ) from error
    _check(answer, into)


async def _get(address: str, into: Path, access: Access) -> Answer:
    client = guard.client(
        user_agent=access.user_agent,
        connections=1,
        allowed=access.allowed,
        ca_file=access.ca_file,
    )
    async with client:
        with into.open("wb") as file:
            return await fetch(
                client,
                address,
                file,
                headers={"Accept": "text/csv"},
                limits=LIMITS,
                allowed=access.allowed,
                only=_is_googles,
            )


def _is_googles(host: str) -> bool:
    return host == HOST or host.endswith(_CONTENT)


def _check(answer: Answer, file: Path) -> None:
    if answer.status in (401, 403):
        raise _not_shared()
    if answer.status in (400, 404, 410):
        raise UnreadableTable(
            "Google knows no sheet at this link. Open the sheet in a browser, copy its whole"
            " address, and paste it again."
        )
    if answer.status != 200:
        raise UnreadableTable(
            f"Google answered {answer.status} and no sheet. Try again in a few minutes, or download"
            " it as CSV and upload the file."
        )
    if kinds.is_web_page(file):
        raise _not_shared()


def _not_a_link() -> UnreadableTable:
    return UnreadableTable(
        "This is not the link of a Google sheet. Open the sheet in a browser and copy its whole"
        f" address, which begins with https://{HOST}/spreadsheets/."
    )


def _not_shared() -> UnreadableTable:
    return UnreadableTable(f"Google shows this sheet only to people it is shared with. {_SHARE}")


def _parsed(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        _ = parts.hostname  # looked at only now, and refused only now
    except ValueError as error:
        raise _not_a_link() from error
    return parts


def _gid(asked: dict[str, list[str]]) -> str | None:
    found = asked.get("gid", [""])[0]
    return found if found.isascii() and found.isdigit() and len(found) < 20 else None
