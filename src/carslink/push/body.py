"""The body of a request: read with a limit, inflated with a limit, and found to be JSON."""

import codecs
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

import zstandard
from django.conf import settings
from django.http import HttpRequest

from carslink.api.refusals import Malformed, TooLarge, WrongType

CHUNK = 1024 * 1024
UTF8_BOM = b"\xef\xbb\xbf"


def read(request: HttpRequest) -> bytearray:
    """Return the decoded body of a JSON request.

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
    while piece := stream.read(CHUNK):
        received += len(piece)
        if received > settings.FEED_MAX_BYTES:
            raise _too_large()
        yield piece
    if declared is not None and received < declared:
        raise Malformed("body", f"is cut off: {received:,} of {declared:,} bytes arrived")


def _as_sent(pieces: Iterator[bytes]) -> Iterator[bytes]:
    return pieces


def _gunzip(pieces: Iterator[bytes]) -> Iterator[bytes]:
    inflate = zlib.decompressobj(31)
    try:
        for piece in pieces:
            rest = piece
            while rest:
                if inflate.eof:  # gzip files may stand one after another
                    inflate = zlib.decompressobj(31)
                yield inflate.decompress(rest, CHUNK)
                rest = inflate.unused_data if inflate.eof else inflate.unconsumed_tail
    except zlib.error as error:
        raise Malformed("body", "is not valid gzip") from error
    # What is left in the decompressor after the last piece comes out in steps, too.
    while not inflate.eof and (more := inflate.decompress(inflate.unconsumed_tail, CHUNK)):
        yield more
    if not inflate.eof:
        raise Malformed("body", "is cut off: the gzip stream has no end")


def _unzstd(pieces: Iterator[bytes]) -> Iterator[bytes]:
    inflate = zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(
        cast(BinaryIO, _Reader(pieces)), read_across_frames=True
    )
    try:
        while piece := inflate.read(CHUNK):
            yield piece
    except zstandard.ZstdError as error:
        raise Malformed("body", "is not valid zstd") from error


class _Reader:
    """Pieces as the file that zstandard reads from."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = b""

    def read(self, size: int) -> bytes:
        """Return the next bytes, `size` at most; none at the end."""
        piece = self._rest or next(self._pieces, b"")
        self._rest = piece[size:]
        return piece[:size]


def _check_utf8(body: bytearray) -> None:
    """Refuse bytes that are not UTF-8, piece by piece: as one text they might take four times."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with memoryview(body) as view:
        try:
            for start in range(0, len(view), CHUNK):
                decoder.decode(view[start : start + CHUNK])
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            raise Malformed("body", "is not valid UTF-8") from error


def _too_large() -> TooLarge:
    most = settings.FEED_MAX_BYTES
    size = f"{most // 1024**2} MB" if most >= 1024**2 else f"{most:,} bytes"
    return TooLarge("body", f"must be {size} or less, decoded; send the feed in parts as `partial`")
