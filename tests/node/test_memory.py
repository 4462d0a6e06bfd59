"""Freed memory that stays with the process."""

import subprocess
import sys

import pytest

FAULTS = """
import resource, sys
from carslink.node import memory

def faults():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt

if sys.argv[1] == "kept":
    memory.keep_freed()
sizes = [number * 1_000_000 for number in (1, 9, 2, 14, 3, 8)]
for size in sizes:
    bytearray(size)
before = faults()
for size in sizes * 5:
    bytearray(size)
print(faults() - before)
"""


def pages_taken_again(how: str) -> int:
    """Return how many pages a process had to ask for anew that frees what it needs again."""
    done = subprocess.run(
        [sys.executable, "-c", FAULTS, how], capture_output=True, text=True, check=True, timeout=60
    )
    return int(done.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's malloc")
def test_memory_that_was_freed_is_used_again() -> None:
    assert pages_taken_again("kept") < pages_taken_again("as it is") / 10
