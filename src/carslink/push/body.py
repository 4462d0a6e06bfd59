"""The body of a request: read with a limit, inflated with a limit, and found to be JSON."""

import codecs
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

import zstandard
from django.conf import settings
from django.http import HttpRequest

from carslink.api.refusals import Malformed, TooLarge, WrongType

STEP = 1024 * 1024
SLICE = 1024
WINDOW = 2**27  # the most that zstd itself uses without --long
MOST_PARTS = 1000  # gzip members or zstd frames
UTF8_BOM = b"\xef\xbb\xbf"


def read(request: HttpRequest, on_big: Callable[[], None]) -> bytearray:
    """Return the decoded body of a JSON request; `on_big` is called once it has grown big.

    Raises WrongType, TooLarge, or Malformed for a body that is cut off or not in UTF-8.
    """
    check_content_type(request)
    encoding = request.headers.get("Content-Encoding", "identity").strip().lower()
    decode = {"identity": _as_sent, "": _as_sent, "gzip": _gunzip, "zstd": _unzstd}.get(encoding)
    if decode is None:
        raise WrongType("Content-Encoding", "must be gzip, zstd or left out")
    declared = _declared_length(request)
    if declared is not None and declared > settings.FEED_MAX_BYTES:
        raise _too_large()
    body = bytearray()
    for piece in decode(_pieces(request, declared)):
        body += piece
        if len(body) > settings.FEED_MAX_BYTES:
            raise _too_large()
        if len(body) > settings.BIG_FEED_BYTES:
            on_big()
    if body.startswith(UTF8_BOM):
        del body[: len(UTF8_BOM)]
    _check_utf8(body)
    return body


def check_content_type(request: HttpRequest) -> None:
    """Refuse what does not say that it is JSON in UTF-8."""
    charset = str((request.content_params or {}).get("charset", "utf-8")).lower()
    if request.content_type != "application/json" or charset not in ("utf-8", "utf8"):
        raise WrongType("Content-Type", "must be application/json, in UTF-8")


def _declared_length(request: HttpRequest) -> int | None:
    declared = request.META.get("CONTENT_LENGTH") or ""
    return int(declared) if declared.isdecimal() and len(declared) < 19 else None


def _pieces(request: HttpRequest, declared: int | None) -> Iterator[bytes]:
    """Yield the body as it was sent, never more of it than a feed may have."""
    # Not request.read(): Django takes a chunked body, which declares no length, for an empty one.
    stream: BinaryIO = request.META["wsgi.input"]
    received = 0
    while piece := stream.read(STEP):
        received += len(piece)
        if received > settings.FEED_MAX_BYTES:
            raise _too_large()
        yield piece
    if declared is not None and received < declared:
        raise Malformed("body", f"is cut off: {received:,} of {declared:,} bytes arrived")


def _as_sent(pieces: Iterator[bytes]) -> Iterator[bytes]:
    return pieces


def _gunzip(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield what gzip members, one after another, hold: a megabyte at a time at the most."""
    inflate = zlib.decompressobj(31)
    members = 1
    try:
        for piece in pieces:
            rest = piece
            while rest:
                if inflate.eof:
                    inflate, members = zlib.decompressobj(31), _one_more(members)
                yield inflate.decompress(rest, STEP)
                rest = inflate.unused_data if inflate.eof else inflate.unconsumed_tail
        while not inflate.eof and (more := inflate.decompress(b"", STEP)):
            yield more
    except zlib.error as error:
        raise Malformed("body", "is not valid gzip") from error
    if not inflate.eof:
        raise Malformed("body", "is cut off: the gzip stream has no end")


def _unzstd(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield what zstd frames, one after another, hold.

    A block of a few bytes may hold 128 KB, so that little is put in at a time.
    """
    inflate = zstandard.ZstdDecompressor(max_window_size=WINDOW).decompressobj()
    frames = 1
    try:
        for piece in pieces:
            for start in range(0, len(piece), SLICE):
                rest = piece[start : start + SLICE]
                while rest:
                    if inflate.eof:
                        frames = _one_more(frames)
                        new = zstandard.ZstdDecompressor(max_window_size=WINDOW)
                        inflate = new.decompressobj()
                    yield inflate.decompress(rest)
                    rest = inflate.unused_data if inflate.eof else b""
    except zstandard.ZstdError as error:
        raise Malformed("body", "is not valid zstd") from error
    if not inflate.eof:
        raise Malformed("body", "is cut off: the zstd stream has no end")


def _one_more(parts: int) -> int:
    """Count the parts of a compressed body: each costs time, however little it holds."""
    if parts == MOST_PARTS:
        raise Malformed("body", f"is compressed in more than {MOST_PARTS:,} parts")
    return parts + 1


def _check_utf8(body: bytearray) -> None:
    """Refuse bytes that are not UTF-8, piece by piece: as one text they might take four times."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with memoryview(body) as view:
        try:
            for start in range(0, len(view), STEP):
                decoder.decode(view[start : start + STEP])
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            raise Malformed("body", "is not valid UTF-8") from error


def _too_large() -> TooLarge:
    most = settings.FEED_MAX_BYTES
    size = f"{most // 1024**2} MB" if most >= 1024**2 else f"{most:,} bytes"
    return TooLarge("body", f"must be {size} or less, decoded; send the feed in parts as `partial`")
