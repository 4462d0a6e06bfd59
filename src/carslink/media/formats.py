"""What a file is that is no photograph to us, so that its sender hears what to do about it."""

from pathlib import Path

HEIF = frozenset({"a HEIC image", "a HEIF image"})
"""What telephones make of their own accord."""
_OF_BRANDS = dict.fromkeys(
    (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"), "a HEIC image"
) | dict.fromkeys((b"avif", b"avis"), "an AVIF image")
"""By what files in boxes say of themselves (ISO/IEC 14496-12, 4.3)."""
_OPEN = (b"mif1", b"msf1", b"miaf")
"""These say nothing of how the pixels are coded."""
_FILMS = (b"isom", b"iso2", b"mp4", b"avc1", b"qt  ", b"M4V", b"3g")
_BEGINNINGS = {
    b"GIF8": "a GIF image",
    b"II*\0": "a TIFF image",
    b"MM\0*": "a TIFF image",
    b"8BPS": "a Photoshop image",
    b"\xff\x0a": "a JPEG XL image",
    b"\0\0\0\x0cJXL ": "a JPEG XL image",
    b"\0\0\0\x0cjP  ": "a JPEG 2000 image",
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "an archive",
}
_TEXTS = {
    b"<svg": "an SVG drawing",
    b"<!doctype html": "a web page",
    b"<html": "a web page",
}
_HEAD = 4096  # bytes


def found(path: Path) -> str:
    """Return what a file is by its beginning, or nothing where that is no format known here."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head[4:8] == b"ftyp":
        return _of_brands(head)
    if head[:2] == b"BM" and head[6:10] == bytes(4):
        return "a BMP image"
    told = [what for beginning, what in _BEGINNINGS.items() if head.startswith(beginning)]
    return told[0] if told else _of_text(head)


def _of_brands(head: bytes) -> str:
    size = min(int.from_bytes(head[:4]), len(head))
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, size, 4))]
    told = [_OF_BRANDS[brand] for brand in brands if brand in _OF_BRANDS]
    if told:
        return told[0]
    if brands[0] in _OPEN:
        return "a HEIF image"
    return "a film" if brands[0].startswith(_FILMS) else ""


def _of_text(head: bytes) -> str:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if text.startswith(b"<?xml"):
        return "an SVG drawing" if b"<svg" in text else "XML"
    return next((what for start, what in _TEXTS.items() if text.startswith(start)), "")


def refusal(path: Path) -> str:
    """Return why a file is not taken that libvips does not read, and what to do."""
    what = found(path)
    if not what:
        return "the file is no JPEG, PNG or WebP image that can be read"
    it = "it" if what.endswith("image") else "a photograph"
    return f"it is {what}; send {it} as JPEG, PNG or WebP"
