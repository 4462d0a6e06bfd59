"""The process in which photographs are drawn anew: `python -m carslink.media.workshop`.

It is given a file's path on a line of standard input and answers on standard output: a line of JSON
and, where that says so, the bytes of the sizes. It may write no file, has limits on its memory, its
time and what it opens, and knows no secret: whatever a file does to libvips, it does it here.
"""

import ctypes
import json
import os
import resource
import signal
import sys
import time
from pathlib import Path

DATA_LIMIT = 440 * 1024 * 1024
"""Bytes of memory. 60 megapixels of the thirstiest kind (interlaced, 16 bits) took 410 MB."""
CPU_LIMIT = 60
"""Seconds of a processor for a photograph. Whoever asks has no patience for so many: they end one
that works on after whoever asked was killed."""
OPEN_FILES = 32
"""It needs its pipes, the photograph and what Python imports."""
_PR_SET_NO_NEW_PRIVS = 38  # linux/prctl.h


def confine() -> None:
    """Give up what drawing photographs does not need. Before libvips starts its threads."""
    os.environ["VIPS_CONCURRENCY"] = "1"  # as many processes as cores instead
    os.environ["VIPS_DISC_THRESHOLD"] = "8g"  # never a temporary file, which could not be written
    if sys.platform == "linux":  # macOS takes the call and does nothing
        resource.setrlimit(resource.RLIMIT_DATA, (DATA_LIMIT, DATA_LIMIT))
        # No program with another user's rights, such as sudo, gives it those.
        ctypes.CDLL(None).prctl(_PR_SET_NO_NEW_PRIVS, *map(ctypes.c_ulong, (1, 0, 0, 0)))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    os.nice(5)  # buyers who wait for a page come first


def stay() -> None:
    """Let signals for the whole service by: whoever asks decides, and its end closes our pipe."""
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, signal.SIG_IGN)


def wind_up() -> None:
    """Give the next photograph its time: the system counts all that this process ever took."""
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    until = int(time.process_time()) + CPU_LIMIT
    if hard == resource.RLIM_INFINITY or until < hard:
        resource.setrlimit(resource.RLIMIT_CPU, (until, hard))


def main() -> None:
    """Draw until there are no more lines: whoever asks has ended."""
    stay()
    confine()
    from carslink.media import picture

    picture.prepare()
    answers = sys.stdout.buffer
    for line in sys.stdin:
        wind_up()
        try:
            made = picture.make(Path(line.rstrip("\n")))
        except picture.Unfit as unfit:
            told: dict[str, object] = {"unfit": str(unfit)}
            parts: list[bytes] = []
        else:
            told = {
                "width": made.width,
                "height": made.height,
                "placeholder": len(made.placeholder),
                "sizes": {width: len(content) for width, content in made.sizes.items()},
            }
            parts = [made.placeholder, *made.sizes.values()]
        answers.write(json.dumps(told).encode() + b"\n" + b"".join(parts))
        answers.flush()


if __name__ == "__main__":
    main()
