"""Image files for tests, good and bad, drawn when they are needed."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from typing import Any

import pyvips


def scene(width: int = 1200, height: int = 900, seed: int = 1) -> pyvips.Image:
    """Return a picture with soft shapes, another for each seed."""
    bands = [
        pyvips.Image.perlin(width, height, cell_size=160, seed=3 * seed + band, uchar=True)
        for band in range(3)
    ]
    made: pyvips.Image = bands[0].bandjoin(bands[1:]).copy(interpretation="srgb")
    return made


@cache
def jpeg(width: int = 1200, height: int = 900, seed: int = 1) -> bytes:
    """Return a JPEG."""
    made: bytes = scene(width, height, seed).jpegsave_buffer(Q=80)
    return made


@cache
def png(width: int = 1200, height: int = 900, seed: int = 1) -> bytes:
    """Return a PNG."""
    made: bytes = scene(width, height, seed).pngsave_buffer(compression=1)
    return made


@cache
def webp(width: int = 1200, height: int = 900, seed: int = 1) -> bytes:
    """Return a WebP."""
    made: bytes = scene(width, height, seed).webpsave_buffer(Q=80, effort=0)
    return made


def in_scans(count: int) -> bytes:
    """Return a grey JPEG of 320 x 240 in so many scans, up to 64: one of each coefficient."""

    def segment(marker: int, content: bytes) -> bytes:
        return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content

    one_code = bytes([1, *bytes(15), 0])  # one bit, for "nothing here"
    head = b"\xff\xd8" + segment(0xDB, bytes([0, *[1] * 64]))
    head += segment(0xC2, struct.pack(">BHHB", 8, 240, 320, 1) + b"\x01\x11\x00")
    head += segment(0xC4, b"\x00" + one_code) + segment(0xC4, b"\x10" + one_code)
    nothing = bytes(40 * 30 // 8)  # a bit for each block
    scans = [segment(0xDA, bytes([1, 1, 0, n, n, 0])) + nothing for n in range(count)]
    return head + b"".join(scans) + b"\xff\xd9"


def with_exif(orientation: int) -> bytes:
    """Return a JPEG, red above and blue below as stored, with an orientation and a place in it."""
    red = pyvips.Image.black(800, 300, bands=3).linear(1, [200, 20, 20])
    blue = pyvips.Image.black(800, 300, bands=3).linear(1, [20, 20, 200])
    image = red.join(blue, "vertical").cast("uchar").copy(interpretation="srgb").copy_memory()
    image = image.copy()
    _describe(image, orientation)
    made: bytes = image.jpegsave_buffer(Q=90)
    return made


def _describe(image: Any, orientation: int) -> None:
    text = pyvips.GValue.gstr_type
    image.set_type(pyvips.GValue.gint_type, "orientation", orientation)
    image.set_type(text, "exif-ifd3-GPSLatitude", "53/1 48/1 0/1 (53, 48, 0, Rational)")
    image.set_type(text, "exif-ifd0-Artist", "alice (alice, ASCII, 6 components, 6 bytes)")


def chunk(name: bytes, content: bytes) -> bytes:
    """Return a chunk of a PNG."""
    checksum = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", checksum)


def png_of(width: int, height: int, *extra: bytes, pixels: bytes = b"") -> bytes:
    """Return a PNG that says it is so large, grey with 8 bits, whatever is in it."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    content = chunk(b"IDAT", pixels or zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(extra) + content + chunk(b"IEND", b"")


def animated_png() -> bytes:
    """Return a PNG with two frames' announcement."""
    whole = png(200, 200)
    return whole[:33] + chunk(b"acTL", struct.pack(">II", 2, 0)) + whole[33:]


def animated_webp() -> bytes:
    """Return a WebP with two pictures."""
    both = scene(200, 200, 1).join(scene(200, 200, 2), "vertical").copy_memory()
    both = both.copy()
    both.set_type(pyvips.GValue.gint_type, "page-height", 200)
    made: bytes = both.webpsave_buffer()
    return made


def gif() -> bytes:
    """Return a GIF."""
    made: bytes = scene(200, 200).gifsave_buffer()
    return made


def zip_record(comment: bytes = b"") -> bytes:
    """Return the end of an archive, which makes a file one."""
    return b"PK\x05\x06" + bytes(16) + struct.pack("<H", len(comment)) + comment


def zip_file() -> bytes:
    """Return an archive with a file in it."""
    with io.BytesIO() as made:
        with zipfile.ZipFile(made, "w") as archive:
            archive.writestr("page.html", HTML)
        return made.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><rect width="9"/></svg>'
HTML = b"<!doctype html><html><script>alert(1)</script></html>"
PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\n"


_NO_IMAGE = "no JPEG, PNG or WebP image"

BAD_FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "empty"),
    "text": (lambda: b"hello", _NO_IMAGE),
    "html": (lambda: HTML, "it is a web page; send"),
    "svg": (lambda: SVG, "it is an SVG drawing; send"),
    "pdf": (lambda: PDF, "it is a PDF document; send"),
    "gif": (gif, "it is a GIF image; send"),
    "tiff": (lambda: scene(200, 200).tiffsave_buffer(), "it is a TIFF image; send"),
    "vips": (lambda: scene(64, 64).write_to_memory(), _NO_IMAGE),
    "magic alone": (lambda: jpeg()[:4], "the file is"),
    "half a jpeg": (lambda: jpeg()[: len(jpeg()) // 2], "damaged or cut off"),
    "nearly a jpeg": (lambda: jpeg()[: len(jpeg()) - len(jpeg()) // 10], "damaged or cut off"),
    "half a png": (lambda: png()[: len(png()) // 2], "damaged or cut off"),
    "half a webp": (lambda: webp()[: len(webp()) // 2], _NO_IMAGE),
    "empty png": (lambda: png_of(1000, 1000), "damaged or cut off"),
    "many scans": (lambda: in_scans(33), "more than 32 scans"),
    "bomb": (lambda: png_of(30_000, 30_000), "more than 60 million"),
    "wide bomb": (lambda: png_of(2**31 - 1, 2**31 - 1), _NO_IMAGE),
    "flat bomb": (lambda: png_of(500_000, 100), "not the shape of a photograph"),
    "dot": (lambda: png_of(1, 1), "only 1 x 1 pixels"),
    "banner": (lambda: jpeg(1200, 200), "not the shape of a photograph"),
    "animated png": (animated_png, "animated"),
    "animated webp": (animated_webp, "animated"),
    "archive": (lambda: jpeg() + zip_record(), "an archive as well"),
    "archive with a comment": (lambda: jpeg() + zip_record(b"hello"), "an archive as well"),
    "archive and a byte": (lambda: jpeg() + zip_record() + b"x", "an archive as well"),
    "archive with a file": (lambda: jpeg() + zip_file() + b"x", "an archive as well"),
    "other archives": (lambda: jpeg() + b"Rar!\x1a\x07\x01\x00", "an archive as well"),
    "nearly a png": (lambda: png()[:-3], "damaged or cut off"),
    "drawing behind": (lambda: jpeg() + b"<svg id='1' onload=alert(1)>", "a page, a document"),
    "page behind": (lambda: jpeg() + HTML, "a page, a document"),
    "document behind": (lambda: jpeg() + PDF, "a page, a document"),
    "php inside": (lambda: jpeg()[:2] + b"\xff\xfe\x00\x12<?php evil(); ?>" + jpeg()[2:], "a page"),
}
"""Files that become no photograph, with a part of the reason."""
