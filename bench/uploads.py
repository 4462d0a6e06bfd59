"""How long a dealer's table of 200,000 rows takes on its way to stock, and how much memory.

A table of 20 columns as CSV and as XLSX. Each is opened, sampled and read to its end in a process
of its own; for a workbook another one reads, whose memory is counted too. Then a whole Carslink
takes it: read, mapped and previewed as a new dealer's first upload, previewed once more beside that
stock, and published; the memory is the worker's, which is what does it, and with what reads
workbooks for it at the same time.
"""

import csv
import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

from carslink.upload import writing
from tests.house import served

ROWS = 200_000
IMAGES = 6
LETTERS = "ABCDEFGHJKLMNOPRST"  # of registrations; without I and Q
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
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
own, other = (each.ru_maxrss / 1024 for each in used)
worked = sum(each.ru_utime + each.ru_stime for each in used)
print(json.dumps({"rows": rows, "columns": table.width, "seconds": {"opened": opened,
    "sampled": sampled, "read": read, "of_the_processor": round(worked, 2)},
    "peak_mb": {"own": round(own), "reading": round(other)}}))
"""

TAKE = """
import json, os, sys, time
import django
os.environ["DJANGO_SETTINGS_MODULE"] = "carslink.node.settings"
django.setup()
from django.contrib.auth.models import User
from carslink.portal import own
from carslink.upload import flow
file, name = sys.argv[1:]
account = User.objects.create_user(name, f"{name}@measured.example")
dealer = own.make(account, {"name": f"Measured {name}", "postcode": "M1 2AB"})
told = {}
def wait(upload, began, state, measured):
    while upload.state != state:
        assert upload.state != "failed", upload.trouble
        time.sleep(0.1)
        upload.refresh_from_db()
    told[measured] = round(time.perf_counter() - began, 1)
with open(file, "rb") as content:
    began = time.perf_counter()
    upload = flow.receive(dealer, "stock", content)
wait(upload, began, "columns", "read_and_mapped")
chosen = [each["choice"] for each in upload.table["columns"]]
began = time.perf_counter()
flow.settle(upload, chosen, {}, "full_replace")
wait(upload, began, "ready", "previewed")
counts = {name: upload.preview[name] for name in ("rows", "new", "skipped", "repeated")}
print(json.dumps({"seconds": told, **counts}), flush=True)
sys.stdin.readline()
began = time.perf_counter()
flow.publish(upload)
wait(upload, began, "published", "published")
with open(file, "rb") as content:
    began = time.perf_counter()
    upload = flow.receive(dealer, "stock", content)
wait(upload, began, "ready", "read_and_previewed_beside_that_stock")
print(json.dumps({"seconds": told, "unchanged": upload.preview["unchanged"]}), flush=True)
"""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        measured = {name: told(write(Path(folder))) for name, write in FORMATS.items()}
    for name in FORMATS:
        measured[name]["to_stock"] = to_stock(name)
    print(json.dumps({"measurement": "uploads", **measured}, indent=2), flush=True)


def rows() -> Iterator[tuple[str, ...]]:
    """Yield a header and plausible rows, all different."""
    yield HEADER
    for n in range(ROWS):
        yield (
            f"{LETTERS[n % 18]}{LETTERS[n // 18 % 18]}{12 + n // 324 % 12} "
            f"X{LETTERS[n // 3888 % 18]}{LETTERS[n // 69984 % 18]}",
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


def to_stock(name: str) -> Any:
    """Take a table to stock through a whole Carslink and return what that took."""
    with tempfile.TemporaryDirectory() as folder, served() as house:
        path = FORMATS[name](Path(folder))
        worker = next(
            each
            for each in psutil.Process(house.process.pid).children(recursive=True)
            if "worker" in each.cmdline()
        )
        at_rest = peak_mb(worker)
        most = watched(worker)
        env = {**house.env, "DATABASE_URL": house.database_url}
        with subprocess.Popen(
            [sys.executable, "-c", TAKE, str(path), name],
            env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        ) as taking:  # fmt: skip
            assert taking.stdin is not None
            assert taking.stdout is not None
            first = json.loads(taking.stdout.readline())
            to_preview = peak_mb(worker)
            with_reading = most()
            taking.stdin.write("publish\n")
            taking.stdin.flush()
            then = json.loads(taking.stdout.readline())
        return {
            **first, **then,
            "worker_peak_mb": {
                "at_rest": at_rest, "to_preview": to_preview, "in_all": peak_mb(worker),
            },
            "to_preview_with_what_reads_mb": with_reading,
        }  # fmt: skip


def watched(worker: psutil.Process) -> Callable[[], int]:
    """Look at the memory of the worker and its children; returns what tells their most, in MB."""
    most = 0
    done = threading.Event()

    def look() -> None:
        nonlocal most
        while not done.wait(0.1):
            with suppress(psutil.NoSuchProcess):  # one that reads has just ended
                each = [worker, *worker.children()]
                most = max(most, sum(process.memory_info().rss for process in each))

    def told() -> int:
        done.set()
        watching.join()
        return most // 1024**2

    watching = threading.Thread(target=look, daemon=True)
    watching.start()
    return told


def peak_mb(process: psutil.Process) -> int:
    """Return the most memory that a process has had, in megabytes."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


if __name__ == "__main__":
    main()
