"""`carslink postcode` and `carslink postcodes`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from carslink.node.cli import carslink
from carslink.places import store


def run(*arguments: str) -> Result:
    return CliRunner().invoke(carslink, arguments)


def test_json_has_the_five_fields_and_nothing_else() -> None:
    done = run("postcode", "m1 1ae", "--json")
    assert done.exit_code == 0
    told = json.loads(done.stdout)
    assert list(told) == ["postcode", "lat", "lon", "town", "region"]
    assert (told["postcode"], told["town"], told["region"]) == (
        "M1 1AE",
        "Manchester",
        "North West",
    )
    assert (told["lat"], told["lon"]) == pytest.approx((53.483, -2.231), abs=0.005)


def test_a_postcode_may_be_typed_without_quotes() -> None:
    done = run("postcode", "M1", "1AE")
    assert done.exit_code == 0
    assert "Manchester, North West" in done.stdout


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("banana", "'banana' is no UK postcode. Write one like M1 1AE"),
        ("M1 9AB", "No postcode M1 9AB is known. Look for a slip; M1 is in Manchester"),
        ("ZZ1 1AA", "No postcode area or district ZZ1"),
        ("BX1 1LT", "No postcode area or district BX1"),
    ],
)
def test_what_is_unknown_ends_with_1_and_one_clear_line(text: str, told: str) -> None:
    done = run("postcode", text)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(told)
    assert done.stderr.count("\n") == 1

    done = run("postcode", text, "--json")
    assert (done.exit_code, done.stderr) == (1, "")
    assert list(json.loads(done.stdout)) == ["error"]
    assert json.loads(done.stdout)["error"].startswith(told)


def test_preparing_where_the_table_is_ready_says_nothing() -> None:
    done = run("postcodes", "prepare")
    assert (done.exit_code, done.output) == (0, "")


def test_an_import_that_is_refused_says_why_in_a_line(tmp_path: Path) -> None:
    done = run("postcodes", "import", str(tmp_path / "missing.zip"))
    assert done.exit_code == 1
    assert done.stderr == f"Error: {tmp_path}/missing.zip: there is no such file or folder.\n"


def test_an_import_says_how_much_it_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARSLINK_DATA_DIR", str(tmp_path))
    monkeypatch.setattr(store, "rebuild", lambda where: None)
    file = tmp_path / "file.csv"
    file.write_text("pcds,lat,long\nM1 1AE,53.5,-2.2\nM1 1AF,99.999999,0\n")
    done = run("postcodes", "import", str(file))
    assert done.stdout == "1 postcodes are in the table; 1 rows without a point passed over.\n"
