"""Links in the cells of a spreadsheet, and which of them lead to photographs."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from urllib.parse import urlsplit

_HOST = r"(?:[a-z0-9](?:[a-z0-9-]{0,62}\.)+[a-z]{2,18})"
_BEGINS = rf"(?:https?:/+|//{_HOST}|www\.[a-z0-9-]+\.|{_HOST}(?::[0-9]+)?/|media:)"
_BETWEEN = re.compile(rf"(?:[\s|;,^~\"'\[\]<>]+|\\n)(?={_BEGINS})", re.IGNORECASE)
_A_LINK = re.compile(rf"{_BEGINS}\S*", re.IGNORECASE)
_ENDS = " \t\r\n|;,^~\"'[]<>"
_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|avif|gif|bmp|heic|tiff?)(?:$|[?#&/;!])", re.IGNORECASE)
_PICTURE_WORD = re.compile(r"ima?ge?s?\b|photos?|pictures?|media|cdn|/pics?/|thumb", re.IGNORECASE)
_NO_PICTURE = re.compile(
    r"youtu|vimeo|\.(?:mp4|mov|pdf|html?|docx?|php|aspx?|swf)(?:$|[?#])|/video|spincar|floorplan|carfax",
    re.IGNORECASE,
)
_PICTURE_FILE = re.compile(
    r"[\w .()+-]{1,120}\.(?:jpe?g|png|webp|avif|gif|bmp|heic)", re.IGNORECASE
)


_JUST_ONE = re.compile(r"https://(?:(?!http)[\w./?=&%:+-])+", re.ASCII)
_RUN_TOGETHER = re.compile(r"(\.(?:jpe?g|png|webp|avif|gif))(?=https?://)", re.IGNORECASE)


def links(text: str) -> list[str]:
    """Return the links of a cell as https URLs, in order: one or many, divided by anything.

    A list in JSON is read too. `//host`, `www.host` and `http` become https; a space inside a
    link is written as one.
    """
    clean = text.strip()
    if _JUST_ONE.fullmatch(clean):  # as most are: quick
        return [clean]
    if clean.count("http") > 1:
        clean = _RUN_TOGETHER.sub(r"\1 ", clean)
    if clean[:1] in "[{" and (listed := _listed(clean)) is not None:
        return [link for each in listed for link in links(each)]
    return [
        _https(part) for part in _parted(clean) if part.startswith("http") or _A_LINK.match(part)
    ]


def _parted(text: str) -> Iterator[str]:
    """Yield the parts of a text that may be links. Most cells have links with their scheme, and
    twenty of them: those are found by it, and only what else there is by the slow way."""
    begins = [
        match.start()
        for match in _SCHEME.finditer(text)
        if not match.start() or text[match.start() - 1] in _ENDS
    ]
    edges = [0, *(place for place in begins if place), len(text)]
    for start, end in pairwise(edges):
        part = text[start:end].strip(_ENDS)
        if _MAY_BE_SEVERAL.isdisjoint(part):
            yield part
        else:
            yield from (each.strip(_ENDS) for each in _BETWEEN.split(part))


_SCHEME = re.compile(r"http")
_MAY_BE_SEVERAL = frozenset(" \t\r\n|;,^~\"'[]<>\\")


def _listed(text: str) -> list[str] | None:
    """Return the texts of a JSON list of texts or of objects with a link; None if it is none."""
    try:
        told = json.loads(text)
    except ValueError:
        return None
    entries: Iterable[object] = told if isinstance(told, list) else [told]
    found: list[str] = []
    for entry in entries:
        text_of = _link_of(entry) if isinstance(entry, dict) else entry
        if isinstance(text_of, str):
            found.append(text_of)
    return found


def _link_of(entry: dict[str, object]) -> object:
    return next((entry[key] for key in _LINK_KEYS if key in entry), None)


_LINK_KEYS = ("url", "src", "href", "link", "image", "large", "original")


def _https(link: str) -> str:
    if link.startswith("https://") and link.isascii() and " " not in link:
        return link
    if link.startswith("http://") and " " not in link:
        return f"https://{link[7:].lstrip('/')}"
    link = re.sub(r"\s+", "%20", link)
    if link.lower().startswith("media:"):
        return link
    bare = re.sub(r"^(?:https?:)?/+", "", link, flags=re.IGNORECASE)
    return f"https://{bare}"


def is_link(text: str) -> bool:
    """Whether a cell is links and nothing else."""
    clean = text.strip()
    return _A_LINK.match(clean) is not None or (clean[:1] in ("[", "{") and bool(links(clean)))


def is_picture(link: str) -> bool:
    """Whether a link looks as if a photograph were behind it rather than a page."""
    if _NO_PICTURE.search(link):
        return False
    if _PICTURE.search(link):
        return True
    parts = urlsplit(link) if "]" not in link and "[" not in link else None
    return parts is not None and _PICTURE_WORD.search(parts.netloc + parts.path) is not None


def is_picture_file(text: str) -> bool:
    """Whether a cell names files of photographs without saying where they are."""
    names = [name.strip() for name in re.split(r"[,;|]", text) if name.strip()]
    return bool(names) and all(_PICTURE_FILE.fullmatch(name) for name in names[:5])
