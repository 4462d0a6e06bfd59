"""A configured language model is asked about the columns of an upload that stay doubtful."""

import io
import json
from collections.abc import Callable
from typing import Any

from carslink.dealers.models import Dealer
from carslink.upload import flow
from tests.ai.model import serving
from tests.upload.files import delimited

ROWS = [["Make", "Qzx"], ["Ford", "12,000"], ["Kia", "40,321"]]


def test_what_the_model_says_is_proposed(
    mine: Dealer, work: Callable[[], list[str]], settings: Any
) -> None:
    with serving() as model:
        settings.AI_URL, settings.AI_MODEL = model.url, "small-model"
        model.content = json.dumps({"columns": [{"column": 1, "field": "mileage"}]})
        upload = flow.receive(mine, "stock.csv", io.BytesIO(delimited(ROWS).encode()))
        work()
    upload.refresh_from_db()
    assert [each["choice"] for each in upload.table["columns"]] == ["make", "mileage"]
    assert "language model" in upload.table["columns"][1]["reason"]
    assert len(model.asked) == 1
