"""How long a dealer's table of 200,000 rows takes to be read, and how much memory.

A table of 20 columns as CSV and as XLSX. Each is opened, sampled and read to its end in a process
of its own; for a workbook another one reads, whose memory is counted too.
"""

import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from carslink.upload import writing

ROWS = 200_000
IMAGES = 6
HEADER = (
    "Reg", "Make", "Model", "Variant", "Year", "Price", "Mileage", "Body", "Fuel", "Gearbox",
    "Colour", "Engine size", "Stock no", "Description", *(f"Image {n + 1}" for n in range(IMAGES)),
)  # fmt: skip

READ = """
import json, resource, sys, time
from pathlib import Path
from carslink.upload.tables import open_table, sample
began = time.perf_counter()
def passed():
    return round(time.perf_counter() - began, 2)
table = open_table(Path(sys.argv[1])); opened = passed()
taken = len(sample(table)); sampled = passed()
rows = sum(1 for _ in table.rows()); read = passed()
own, other = (resource.getrusage(who).ru_maxrss / 1024
              for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({"rows": rows, "columns": table.width, "seconds": {"opened": opened,
    "sampled": sampled, "read": read}, "peak_mb": {"own": round(own), "reading": round(other)}}))
"""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        measured = {name: told(write(Path(folder))) for name, write in FORMATS.items()}
    print(json.dumps({"measurement": "uploads", **measured}, indent=2), flush=True)


def rows() -> Iterator[tuple[str, ...]]:
    """Yield a header and plausible rows, all different."""
    yield HEADER
    for n in range(ROWS):
        yield (
            f"{chr(65 + n % 8)}{chr(65 + n // 8 % 8)}{12 + n // 64 % 12} X{chr(65 + n % 23)}Y",
            "Ford", "Fiesta", f"1.0 EcoBoost {n % 97} Zetec", str(2010 + n % 14),
            f"£{n % 30_000 + 500:,}", str(n % 120_000), "Hatchback", "Petrol", "Manual", "Blue",
            "999", f"ST{n}", f"Number {n}: one owner, full history.\nAlloys, air con, Bluetooth.",
            *(f"https://cdn.smith.co.uk/stock/{n}/{image}.jpg" for image in range(IMAGES)),
        )  # fmt: skip


def as_csv(folder: Path) -> Path:
    """Write the rows as a spreadsheet exports them."""
    path = folder / "stock.csv"
    with path.open("w", newline="", encoding="cp1252") as file:
        csv.writer(file, delimiter=";").writerows(rows())
    return path


def as_xlsx(folder: Path) -> Path:
    """Write the rows as a workbook."""
    path = folder / "stock.xlsx"
    with path.open("wb") as file:
        writing.write_xlsx(file, rows())
    return path


FORMATS: dict[str, Callable[[Path], Path]] = {"csv": as_csv, "xlsx": as_xlsx}


def told(path: Path) -> Any:
    """Read in a process of its own and return what it measured."""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)], capture_output=True, text=True, check=True
    )
    size = path.stat().st_size
    path.unlink()
    return {"file_mb": round(size / 1e6, 1), **json.loads(done.stdout)}


if __name__ == "__main__":
    main()
