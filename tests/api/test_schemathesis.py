"""The running API against its own description: whatever is sent, it answers as documented."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig

from tests.house import House
from tests.push.shop import Shop, car

EXAMPLES = 25  # of each operation, beside those that cover every keyword of its schema


@pytest.fixture(scope="module")
def described(house: House) -> Any:
    """The API's description; its partner has a dealer with stock, so that there is what to ask."""
    key = house.add_partner("A partner that sends anything")
    Shop(house, key, "DEALER-001").full(car(1), car(2))
    config = SchemathesisConfig.from_dict({"headers": {"X-Dealer-Api-Key": key}, "seed": 20261123})
    return schemathesis.openapi.from_url(f"{house.url}/api/v1/openapi.json", config=config)


schema = schemathesis.pytest.from_fixture("described")


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_the_api_answers_as_it_is_described(case: schemathesis.Case) -> None:
    case.call_and_validate()


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
