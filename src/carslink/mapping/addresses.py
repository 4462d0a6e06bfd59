"""Links in the cells of a spreadsheet, and which of them lead to photographs."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from urllib.parse import urlsplit

_HOST = r"(?:[a-z0-9](?:[a-z0-9-]{0,62}\.)+[a-z]{2,18})"
_BEGINS = rf"(?:https?:/+|//{_HOST}|www\.[a-z0-9-]+\.|{_HOST}(?::[0-9]+)?/|media:)"
_ENDS = " \t\r\n|;,^~\"'[]<>*•·\u3001\u3002\uff0c\uff1b\uff5c\u200b"  # Chinese marks too
_DIVIDER = r"(?:and|or|[^\w\s]{1,3}|\(?[0-9]{1,3}[.):\]]+)"
_BETWEEN = re.compile(
    rf"(?:[{re.escape(_ENDS)}\s]+(?:{_DIVIDER}\s+)?|\\n)(?={_BEGINS})", re.IGNORECASE
)
_A_LINK = re.compile(rf"{_BEGINS}\S*", re.IGNORECASE)
# What may stand before the first link of a cell that is links and nothing else.
_LEADS = re.compile(
    r"""(?:<(?:img|a)\s[^<>]{0,80}?=["']?|(?:image|photo|picture|pic|img)?[\W_]*[0-9]{0,3}[\W_]*)"""
    r"(?=https?://)",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|avif|gif|bmp|heic|tiff?)(?:$|[?#&/;!])", re.IGNORECASE)
_PICTURE_WORD = re.compile(r"ima?ge?s?\b|photos?|pictures?|media|cdn|/pics?/|thumb", re.IGNORECASE)
_NO_PICTURE = re.compile(
    r"youtu|vimeo|\.(?:mp4|mov|pdf|html?|docx?|php|aspx?|swf)(?:$|[?#])|/video|spincar|floorplan|carfax",
    re.IGNORECASE,
)
_PICTURE_FILE = re.compile(
    r"[\w .()+-]{1,120}\.(?:jpe?g|png|webp|avif|gif|bmp|heic)", re.IGNORECASE
)


_JUST_ONE = re.compile(r"https://[\w./?=&%:+-]+", re.ASCII)


def links(text: str) -> list[str]:
    """Return the links of a cell as https URLs, in order: one or many, divided by anything.

    A list in JSON is read too. `//host`, `www.host` and `http` become https; a space inside a
    link is written as one.
    """
    clean = text.strip()
    if _JUST_ONE.fullmatch(clean) and clean.find("http", 8) < 0:  # as most are: quick
        return [clean]
    if clean[:1] in "[{" and (listed := _listed(clean)) is not None:
        return [link for each in listed for link in links(each)]
    return [_https(part) for part in _parted(clean) if _A_LINK.match(part)]


_PICTURE_ENDS = r"\.(?:jpe?g|png|webp|avif|gif|bmp|heic)"
# An address behind one of these is a part of the address before it (`?url=https://…`), unless that
# has ended as photographs do.
_BEGINS_ANOTHER = re.compile(
    r"(?:(?<![=/?])(?<!%2[Ff])(?<!%3[Dd])|(?<=\.(?i:jpg|png)/)|(?<=\.(?i:jpeg|webp)/))"
    r"[hH][tT][tT][pP][sS]?://"
)
_QUICK = re.compile(
    r"https?://(?:[\w./?=&%:+~@!$-]|,(?!/|[\w-]*[.:]))+"
    r"(?<=[A-Za-z0-9/])(?<!%..)(?<!&amp)(?<!\.(?i:jpg|png)/)(?<!\.(?i:jpeg|webp)/)",
    re.ASCII,
)
_NO_MORE = re.compile(r"[<>\"\r\n\t]|'(?=\s|/?>)|\\[nrt]")
_PICTURE_AND_WORDS = re.compile(rf"(.*?{_PICTURE_ENDS}(?:[?#]\S*)?)\s.*", re.IGNORECASE)
_PICTURE_AND_MARKS = re.compile(
    rf"(.*{_PICTURE_ENDS})(?:%(?:20|2C|3B|7C|0A|0D)|&amp;?|[\W_])+", re.IGNORECASE
)
_DIVIDES = re.compile(rf"[\W_]+|&amp;?|{_DIVIDER}", re.IGNORECASE)
_MARKS_BEHIND = re.compile(r"(?:%(?:20|2C|3B|7C|0A|0D)|&amp;?|[^\w/)=%]|_){1,20}$", re.IGNORECASE)


def _parted(text: str) -> Iterator[str]:
    """Yield the parts of a text that may be links.

    Each `https://` begins one, whatever stands before it; what has no scheme is told apart by what
    stands between.
    """
    several = "://" in text
    begins = [match.start() for match in _BEGINS_ANOTHER.finditer(text)] if several else []
    edges = [0, *(place for place in begins if place), len(text)]
    for start, end in pairwise(edges):
        part = text[start:end].strip(_ENDS)
        last = end == len(text)
        if _QUICK.fullmatch(part):  # as nearly all are
            yield part
        else:
            yield from _trimmed(_BETWEEN.split(part), last)


def _trimmed(parts: list[str], is_last: bool) -> Iterator[str]:
    """Yield links without what divides them from the next: marks, "and", the next one's number."""
    for place, part in enumerate(parts, start=1):
        link = part.strip(_ENDS)
        if not _A_LINK.match(link):
            continue
        link = _NO_MORE.split(link, maxsplit=1)[0]
        if found := _PICTURE_AND_WORDS.fullmatch(link):
            link = found[1]
        words = link.split()
        while len(words) > 1 and _DIVIDES.fullmatch(words[-1]):
            words.pop()
        link = " ".join(words).rstrip(_ENDS)
        if not is_last or place < len(parts):
            found = _PICTURE_AND_MARKS.fullmatch(link)
            link = found[1] if found else link[:-60] + _MARKS_BEHIND.sub("", link[-60:])
        yield link.removesuffix(")") if link.count("(") < link.count(")") else link


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
    if _A_LINK.match(clean) is not None or _LEADS.match(clean) is not None:
        return True
    return clean[:1] in ("[", "{") and bool(links(clean))


def is_first_page(link: str) -> bool:
    """Whether a link leads to a site as a whole."""
    return _FIRST_PAGE.fullmatch(link.strip()) is not None


_FIRST_PAGE = re.compile(
    r"(?:(?:https?:)?//)?[a-z0-9.-]+(?:/|/(?:index|home)(?:\.\w+)?/?)?", re.IGNORECASE
)


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
