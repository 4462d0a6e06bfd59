"""`carslink columns`: what it prints, and how it ends."""

import json
import subprocess
import sys
from pathlib import Path

from tests.upload.files import HEADER, ROWS, delimited, saved, xlsx


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command without a database, as on a machine where nothing is set up."""
    return subprocess.run(
        [sys.executable, "-m", "carslink", "columns", *map(str, arguments)],
        env={"PATH": "/usr/bin:/bin", "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_the_answer_has_exactly_what_is_promised(tmp_path: Path) -> None:
    done = run(saved(tmp_path, "Smith Motors\n" + delimited([HEADER, *ROWS], ";")), "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert list(told) == ["columns", "delimiter", "encoding", "header_row"]
    assert (told["delimiter"], told["encoding"], told["header_row"]) == (";", "utf-8", 2)
    assert {tuple(column) for column in told["columns"]} == {
        ("index", "header", "field", "confidence", "reason")
    }
    assert [(column["index"], column["header"], column["field"]) for column in told["columns"]] == [
        (0, "Reg", "registration"),
        (1, "Make", "make"),
        (2, "Model", "model"),
        (3, "Year", "year"),
        (4, "Price", "price"),
        (5, "Mileage", "mileage"),
        (6, "Description", "description"),
    ]


def test_a_workbook_has_neither_delimiter_nor_encoding(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "s.xlsx", {"Cars": [HEADER, *ROWS], "Vans": [HEADER[:3], ROWS[2][:3]]})
    told = json.loads(run(path, "--json", "--sheet", "Vans").stdout)
    assert (told["delimiter"], told["encoding"], told["header_row"]) == (None, None, 1)
    assert len(told["columns"]) == 3


def test_people_get_a_line_for_each_column(tmp_path: Path) -> None:
    lines = run(saved(tmp_path, delimited([HEADER, *ROWS]))).stdout.splitlines()
    assert [line.split()[:2] for line in lines[:3]] == [
        ["Reg", "registration"],
        ["Make", "make"],
        ["Model", "model"],
    ]


def test_a_file_that_cannot_be_read_ends_with_a_sentence_and_2(tmp_path: Path) -> None:
    done = run(saved(tmp_path, b"%PDF-1.7", "stock.csv"), "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("This is a PDF, not a table. ")
    missing = run(tmp_path / "none.csv")
    assert (missing.returncode, missing.stderr) == (
        2,
        f"{tmp_path / 'none.csv'}: No such file or directory\n",
    )
