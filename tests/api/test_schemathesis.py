"""The running API against its own description: whatever is sent, it answers as documented."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import House
from tests.push.shop import Shop, car

EXAMPLES = "25"  # of each operation, beside those that cover every keyword of its schema
# Right answers to what no schema can forbid: a vehicle that is gone, and a page too deep for its
# size. A rate of 429 is right as well, but must not be met: it would hide everything else.
CONFIG = """
[checks.positive_data_acceptance]
expected-statuses = ["2xx", "404", "409", "410"]

[[operations]]
include-path = "/api/v1/search"
checks.positive_data_acceptance.expected-statuses = ["2xx", "422"]
"""


@pytest.mark.slow
def test_the_api_answers_as_it_is_described(house: House, tmp_path: Path) -> None:
    """All checks of schemathesis, by its command line: its plugin breaks with pytest 9."""
    key = house.add_partner("A partner that sends anything")
    Shop(house, key, "DEALER-001").full(car(1), car(2))
    config = tmp_path / "schemathesis.toml"
    config.write_text(CONFIG)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "schemathesis.cli", "--config-file", str(config), "run"),
            f"{house.url}/api/v1/openapi.json",
            *("--header", f"X-Dealer-Api-Key: {key}"),
            *("--checks", "all", "--mode", "all", "--phases", "examples,coverage,fuzzing,stateful"),
            *("--max-examples", EXAMPLES, "--generation-deterministic"),
            *("--no-color", "--no-shrink"),
        ],
        cwd=tmp_path,  # where it leaves its notes
        capture_output=True,
        text=True,
        timeout=200,
    )
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-2_000:]


def test_every_address_is_described(house: House) -> None:
    described = house.get("/api/v1/openapi.json").json()["paths"]
    assert set(described) >= {
        "/api/v1/stock",
        "/api/v1/stock/validate",
        "/api/v1/stock/{sync_id}",
        "/api/v1/dealers",
        "/api/v1/dealers/{partner_dealer_id}",
        "/api/v1/dealers/{partner_dealer_id}/listings",
        "/api/v1/search",
        "/api/v1/vehicles/{id}",
    }


def test_the_example_of_the_description_is_taken_as_it_stands(house: House) -> None:
    post = house.get("/api/v1/openapi.json").json()["paths"]["/api/v1/stock"]["post"]
    example = post["requestBody"]["content"]["application/json"]["example"]
    key = house.add_partner("A partner that tries the example")
    receipt = house.post(example, key).json()
    assert receipt["queued_count"] == 1
    assert receipt["warnings"] == receipt["skipped_listings"] == []


def test_the_human_documentation_loads_nothing_from_elsewhere(house: House) -> None:
    page = house.get("/api/v1/docs")
    assert page.status_code == 200
    sources = [part.split('"')[0] for part in page.text.split('src="')[1:]]
    sources += [part.split('"')[0] for part in page.text.split('href="')[1:]]
    assert sources
    for source in sources:
        assert source.startswith("/"), source
        assert house.get(source).status_code == 200
