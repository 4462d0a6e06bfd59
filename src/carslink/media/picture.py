"""From whatever a server sent to photographs of our own: checked, turned upright, drawn anew.

Nothing of the file that was sent survives but its pixels. This runs in a process of its own
(`workshop.py`), which imports no Django and may write nothing.
"""

import mmap
import re
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pyvips

from carslink.media import formats
from carslink.stock.sizes import height_at, widths_of

MOST_PIXELS = 60_000_000
LEAST_SIDE = 64
"""Pixels; what is smaller counts visitors or marks a place, and is no photograph."""
MOST_TIMES_WIDER = 5
"""A banner, or a strip made to break something, is no photograph either."""

QUALITY, EFFORT = 75, 2
PLACEHOLDER_WIDTH, PLACEHOLDER_QUALITY = 16, 20

LOADERS = {"jpegload": "JPEG", "pngload": "PNG", "webpload": "WebP"}
_CLASSES = ("VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp")

# What makes a file two things at once: a page, a document or an archive to whoever reads it so.
# Each is long enough to occur in no photograph by chance. With one first letter a pattern is found
# ten times as quickly as with several. What repeats without end gives nothing back (`++`): else
# a file of blanks behind a tag's name would be read hundreds of times over.
_PAGE = re.compile(
    rb"<(?:script|\?php|!doctype html|html[\s>]|iframe"
    rb"|(?:svg|img|body)[\s/]++[^<>]{0,200}?\bon\w++=)",
    re.IGNORECASE,
)
_OTHERS = (b"%PDF-1.", b"%PDF-2.", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")
_END_OF_ZIP, _ENTRY_OF_ZIP = b"PK\x05\x06", b"PK\x01\x02"
# libjpeg takes the beginning of a scan only with the length that fits its number of components.
# Files that cameras put into or behind the photograph have a few of their own.
_SCAN = re.compile(rb"\xff\xda\x00(?:\x08\x01|\x0a\x02|\x0c\x03|\x0e\x04)")
MOST_SCANS = 32
"""Of a progressive JPEG: cameras and programs write about ten, and each costs a whole decoding."""
_END_OF_PNG = b"IEND\xae\x42\x60\x82"
_ZIP_TAIL = 22 + 65_535  # bytes: the record, and the longest comment after it

_NO_MEMORY = ("out of memory", "insufficient memory")
"""What libvips and the libraries below it say where they get none."""
_NO_PIXELS = "unable to read pixels"
"""What they say of a WebP then, and of a damaged one too."""
_THIRSTY_WEBP = 40_000_000
"""Pixels; a WebP without loss of 42 million still had room."""


class Unfit(ValueError):
    """This file does not become a photograph; the message says why, in words for its sender."""


@dataclass(frozen=True)
class Made:
    """A photograph: its own size in pixels, upright, and what is kept of it."""

    width: int
    height: int
    placeholder: bytes
    sizes: dict[int, bytes]
    """WebP by its width in pixels."""


def prepare() -> None:
    """Let libvips read JPEG, PNG and WebP, and remember nothing. Once in each process."""
    pyvips.operation_block_set("VipsForeignLoad", True)
    for name in _CLASSES:
        pyvips.operation_block_set(name, False)
    pyvips.cache_set_max(0)


def make(path: Path) -> Made:
    """Return the photograph that a file holds. Raises Unfit."""
    header = _header(path)
    try:
        _check(path, header)
        return _drawn(path, header)
    except pyvips.Error as error:
        raise Unfit(_trouble(error, header)) from error


@dataclass(frozen=True)
class _Header:
    """What a file says of itself, as stored. Without the image, which holds memory while it lives:
    of a WebP as much as all of its pixels."""

    loader: str
    width: int
    height: int
    orientation: int
    pages: int


def _header(path: Path) -> _Header:
    """Read what a file says of itself; no pixel is decoded yet."""
    try:
        image = pyvips.Image.new_from_file(str(path), access="sequential", fail_on="error")
        fields = set(image.get_fields())
        loader = image.get("vips-loader")
    except pyvips.Error as error:
        raise Unfit(formats.refusal(path)) from error
    if loader not in LOADERS:
        raise Unfit(formats.refusal(path))
    orientation = image.get("orientation") if "orientation" in fields else 1
    pages = image.get("n-pages") if "n-pages" in fields else 1
    return _Header(loader, image.width, image.height, orientation, pages)


def _check(path: Path, header: _Header) -> None:
    width, height = header.width, header.height
    if width * height > MOST_PIXELS:
        most = MOST_PIXELS // 1_000_000
        raise Unfit(f"it has {width:,} x {height:,} pixels, more than {most} million")
    if min(width, height) < LEAST_SIDE:
        raise Unfit(f"it has only {width} x {height} pixels")
    if max(width, height) > MOST_TIMES_WIDER * min(width, height):
        raise Unfit(f"{width:,} x {height:,} pixels is not the shape of a photograph")
    if _is_animated(path, header):
        raise Unfit("it is animated")
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if (
            _PAGE.search(content)
            or any(content.find(each) >= 0 for each in _OTHERS)
            or _has_archive(content)
        ):
            raise Unfit("the file is a page, a document or an archive as well")
        if (
            header.loader == "pngload" and content.rfind(_END_OF_PNG) < 0
        ):  # libvips does not look for it
            raise Unfit("the file is damaged or cut off (it has no end)")
        if header.loader == "jpegload" and _has_scans(content, MOST_SCANS + 1):
            raise Unfit(f"it is made up of more than {MOST_SCANS} scans; save it as a plain JPEG")


def _has_scans(content: mmap.mmap, count: int) -> bool:
    """Whether there are so many scans in a JPEG."""
    return sum(1 for _ in islice(_SCAN.finditer(content), count)) == count


def _is_animated(path: Path, header: _Header) -> bool:
    if header.loader == "pngload":
        return _has_chunk(path, b"acTL")  # libvips sees the first picture alone
    # A JPEG with a second picture, as some telephones make, is no animation.
    return header.loader == "webpload" and header.pages > 1


def _has_chunk(path: Path, wanted: bytes) -> bool:
    """Whether a PNG has a chunk of this name before its pixels (PNG specification, section 5)."""
    with path.open("rb") as file:
        file.seek(8)
        while len(head := file.read(8)) == 8 and head[4:] != b"IDAT":
            if head[4:] == wanted:
                return True
            file.seek(int.from_bytes(head[:4]) + 4, 1)  # its content and its checksum
    return False


def _has_archive(content: mmap.mmap) -> bool:
    """Whether readers of ZIP find an archive: they go by a record near the end, whatever comes
    before it, and in front of it is the list of what the archive holds."""
    end = content.rfind(_END_OF_ZIP, max(0, len(content) - _ZIP_TAIL))
    if end < 0:
        return False
    listed = int.from_bytes(content[end + 12 : end + 16], "little")
    return not listed or content[end - listed :][:4] == _ENTRY_OF_ZIP


def _drawn(path: Path, header: _Header) -> Made:
    on_its_side = header.orientation in (5, 6, 7, 8)
    width, height = header.width, header.height
    if on_its_side:
        width, height = height, width
    *others, largest = widths_of(width)
    shape = (largest, height_at(width, height, largest))
    # Made small in the order of the file, then turned: turning needs all pixels at hand.
    image = _loaded(path, header, shape[1] if on_its_side else shape[0])
    image = _fitted(image, *(reversed(shape) if on_its_side else shape)).copy_memory()
    image = image.autorot()
    sizes = {largest: _webp(image)}
    for each in reversed(others):
        image = _fitted(image, each, height_at(width, height, each)).copy_memory()
        sizes[each] = _webp(image)
    tiny = _fitted(image, PLACEHOLDER_WIDTH, height_at(width, height, PLACEHOLDER_WIDTH))
    placeholder = tiny.webpsave_buffer(Q=PLACEHOLDER_QUALITY, effort=6, keep="none")
    return Made(width, height, placeholder, sizes)


def _loaded(path: Path, header: _Header, wanted: int) -> pyvips.Image:
    """Open the file for one pass, in sRGB without transparency; large JPEGs smaller already."""
    more: dict[str, float] = {}
    width = header.width
    if header.loader == "jpegload":
        # The decoder leaves out what would be thrown away: a half, a quarter, an eighth.
        more["shrink"] = next(by for by in (8, 4, 2, 1) if by == 1 or width >= 2 * by * wanted)
    elif header.loader == "webpload" and width > 2 * wanted:
        more["scale"] = 2 * wanted / width
    image = pyvips.Image.new_from_file(str(path), access="sequential", fail_on="error", **more)
    image = _in_srgb(image)
    if image.hasalpha():
        image = image.flatten(background=[255, 255, 255])
    return image


def _in_srgb(image: pyvips.Image) -> pyvips.Image:
    if "icc-profile-data" in image.get_fields():
        try:
            return image.icc_transform("srgb", embedded=True, depth=8)
        except pyvips.Error:
            pass  # a profile that is not one: as though it had none
    if image.interpretation == "cmyk":
        return image.icc_transform("srgb", input_profile="cmyk", depth=8)
    return image.colourspace("srgb").cast("uchar")


def _fitted(image: pyvips.Image, width: int, height: int) -> pyvips.Image:
    """Resize to exactly this size, which pages say before the photograph is there."""
    if (image.width, image.height) == (width, height):
        return image
    return image.thumbnail_image(width, height=height, size="force", no_rotate=True)


def _webp(image: pyvips.Image) -> bytes:
    made: bytes = image.webpsave_buffer(Q=QUALITY, effort=EFFORT, keep="none")
    return made


def _trouble(error: pyvips.Error, header: _Header) -> str:
    told = str(error).lower()
    if any(each in told for each in _NO_MEMORY):
        return "it needs too much memory to decode; send a smaller one"
    if _NO_PIXELS in told and header.width * header.height > _THIRSTY_WEBP:
        return "the file is damaged, or needs too much memory to decode; send a smaller one"
    return f"the file is damaged or cut off ({_cause(error)})"


def _cause(error: pyvips.Error) -> str:
    """Return the first line of what libvips says, without a path of this machine."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    told = lines[1] if len(lines) > 1 else (lines or ["unknown"])[0]
    return re.sub(r"\S*/\S+", "", told)[:100].strip(" :")
