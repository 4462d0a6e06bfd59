"""A body as it arrives: in pieces, and in good time.

The server waits for a client without limit. A client that stalls, or is gone without a word, would
hold a thread and one of the places for feeds for ever.
"""

import queue
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from carslink.api.refusals import TooSlow

PIECE = 1024 * 1024
AHEAD = 2  # pieces that wait to be taken
LOOK_EVERY = 0.5  # seconds, whether anybody still waits for them


def pieces_of(stream: BinaryIO, seconds: float) -> Iterator[bytes]:
    """Yield the pieces of a stream, to its end. Raises TooSlow when that takes longer.

    A thread of its own reads: a read cannot be called off. It ends when the client does.
    """
    arrived: queue.Queue[bytes | Exception] = queue.Queue(AHEAD)
    given_up = threading.Event()
    reader = threading.Thread(target=_read, args=(stream, arrived, given_up), daemon=True)
    until = time.monotonic() + seconds
    reader.start()
    try:
        while piece := _next(arrived, until):
            yield piece
    except queue.Empty:
        raise TooSlow("body", f"did not arrive within {seconds:.0f} s; send it again") from None
    finally:
        given_up.set()


def _next(arrived: "queue.Queue[bytes | Exception]", until: float) -> bytes:
    piece = arrived.get(timeout=max(0.001, until - time.monotonic()))
    if isinstance(piece, Exception):
        raise piece
    return piece


def _read(
    stream: BinaryIO, arrived: "queue.Queue[bytes | Exception]", given_up: threading.Event
) -> None:
    piece: bytes | Exception = b"not yet"
    while piece and not isinstance(piece, Exception):
        try:
            piece = stream.read(PIECE)
        except Exception as error:
            piece = error
        while not given_up.is_set():
            with suppress(queue.Full):
                arrived.put(piece, timeout=LOOK_EVERY)
                break
        if given_up.is_set():
            return
