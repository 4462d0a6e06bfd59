"""How a process keeps the memory that it frees."""

import ctypes
import sys

TRIM_THRESHOLD, MMAP_THRESHOLD, ARENA_MAX = -1, -3, -8
"""Numbers of mallopt(3)'s options, from glibc's malloc.h."""

KEPT = 64 * 1024 * 1024
"""Bytes of freed memory that are not given back."""

LARGEST_IN_HEAP = 32 * 1024 * 1024
"""Bytes up to which memory is taken from what is kept: the most that glibc allows."""


def keep_freed() -> None:
    """Keep freed memory for what is needed next, in one place for all threads.

    A search makes and drops some arrays of megabytes. By glibc's own settings those go back to the
    kernel and come again page by page, which took a third of a search's time. Elsewhere than on
    glibc nothing is changed.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt is not None:
        mallopt(ARENA_MAX, 1)
        mallopt(TRIM_THRESHOLD, KEPT)
        mallopt(MMAP_THRESHOLD, LARGEST_IN_HEAP)
