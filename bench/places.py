"""How long the table of postcodes takes to build, to open and to answer, and how much memory."""

import json
import os
import subprocess
import sys
import tempfile
from typing import Any

OPENINGS = 9
LOOKUPS = 100_000

BUILD = """
import json, resource, time
from pathlib import Path
import sys
from carslink.places import prepare
began = time.perf_counter()
table = prepare(Path(sys.argv[1]) / "places")
seconds = time.perf_counter() - began
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
size = table.stat().st_size / 1e6
print(json.dumps({"seconds": round(seconds, 1), "peak_mb": round(peak), "file_mb": round(size, 1)}))
"""

OPEN = """
import json, sys, time
from pathlib import Path

def memory(name):
    line = next(x for x in Path("/proc/self/status").read_text().splitlines() if x.startswith(name))
    return int(line.split()[1]) / 1024

bare = memory("VmRSS")
from carslink.places import lookup
began = time.perf_counter()
assert lookup("M1 1AE")
opened = time.perf_counter() - began
from carslink.places.find import _current
table = _current()
asked = []
for code, (start, end, *_) in table.outwards.items():
    for at in range(start, end, 97):
        digit, letters = divmod(table._inward[at], 676)
        asked.append(f"{code} {digit}{chr(65 + letters // 26)}{chr(65 + letters % 26)}")
asked = (asked * (int(sys.argv[1]) // len(asked) + 1))[: int(sys.argv[1])]
spent = {}
for kind, texts in {
    "tidy": asked,
    "untidy": [f"postcode: {text.lower()}" for text in asked],
    "unknown": ["M1 2AB"] * len(asked),
}.items():
    began = time.perf_counter()
    for text in texts:
        lookup(text)
    spent[kind] = (time.perf_counter() - began) / len(texts)
print(json.dumps({"open": opened, "lookup": spent, "grown": memory("VmRSS") - bare,
                  "whole": memory("VmRSS")}))
"""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        built = told(BUILD, folder, folder)
        openings = [told(OPEN, folder, str(LOOKUPS if n == 0 else 1)) for n in range(OPENINGS)]
    first = openings[0]
    print(
        json.dumps(
            {
                "measurement": "places",
                "first_build": built,
                "open_ms": {
                    "p50": round(sorted(each["open"] for each in openings)[OPENINGS // 2] * 1e3, 1),
                    "max": round(max(each["open"] for each in openings) * 1e3, 1),
                },
                "lookup_us": {kind: round(s * 1e6, 1) for kind, s in first["lookup"].items()},
                "memory_mb_after_100k_lookups": {
                    "grown": round(first["grown"], 1),
                    "whole_process": round(first["whole"], 1),
                },
            },
            indent=2,
        ),
        flush=True,
    )


def told(code: str, folder: str, *arguments: str) -> Any:
    """Run a piece of Python in a process of its own and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "CARSLINK_DATA_DIR": folder},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


if __name__ == "__main__":
    main()
