"""The process in which photographs are drawn anew: `python -m carslink.media.workshop`.

It is given a file's path on a line of standard input and answers on standard output: a line of JSON
and, where that says so, the bytes of the sizes. It may write no file, has a limit on its memory and
knows no secret: whatever a file does to libvips, it does it here.
"""

import json
import os
import resource
import signal
import sys
from pathlib import Path

DATA_LIMIT = 440 * 1024 * 1024
"""Bytes of memory. 60 megapixels of the thirstiest kind (interlaced, 16 bits) took 410 MB."""


def confine() -> None:
    """Give up what drawing photographs does not need. Before libvips starts its threads."""
    os.environ["VIPS_CONCURRENCY"] = "1"  # as many processes as cores instead
    os.environ["VIPS_DISC_THRESHOLD"] = "8g"  # never a temporary file, which could not be written
    if sys.platform == "linux":  # macOS takes the call and does nothing
        resource.setrlimit(resource.RLIMIT_DATA, (DATA_LIMIT, DATA_LIMIT))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(5)  # buyers who wait for a page come first


def stay() -> None:
    """Let signals for the whole service by: whoever asks decides, and its end closes our pipe."""
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, signal.SIG_IGN)


def main() -> None:
    """Draw until there are no more lines: whoever asks has ended."""
    stay()
    confine()
    from carslink.media import picture

    picture.prepare()
    answers = sys.stdout.buffer
    for line in sys.stdin:
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
