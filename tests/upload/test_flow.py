"""From a file to stock: read, settled, rehearsed, published; and what comes in between."""

import io
import json
from collections.abc import Callable

from carslink.dealers.models import Dealer
from carslink.stock.models import Feed, Listing, Payload
from carslink.upload import flow
from carslink.upload.models import Upload
from tests.push.shop import images, registration
from tests.upload.files import delimited

Work = Callable[[], list[str]]
HEADER = (
    "Reg No",
    "Make",
    "Model",
    "Year",
    "Retail Price",
    "Miles",
    "Body",
    "Photos",
    "Description",
)


def row(number: int, **more: str) -> list[str]:
    """Return a row that may go live, but for what `more` says."""
    cells = {
        "Reg No": registration(number),
        "Make": "Ford",
        "Model": "Fiesta",
        "Year": "2021",
        "Retail Price": f"£{10_000 + number:,}",
        "Miles": "24.5k miles",
        "Body": "Hatchback",
        "Photos": " | ".join(images(number)),
        "Description": "One owner",
        **more,
    }
    return [cells[name] for name in HEADER]


def sent(dealer: Dealer, *rows: list[str], name: str = "stock.csv") -> Upload:
    """Upload a file of rows."""
    text = delimited([HEADER, *rows])
    return flow.receive(dealer, name, io.BytesIO(text.encode()))


def settled(upload: Upload, mode: str = "full_replace") -> Upload:
    """Settle the columns as they are proposed."""
    upload.refresh_from_db()
    assert upload.state == "columns"
    chosen = [each["choice"] for each in upload.table["columns"]]
    assert flow.settle(upload, chosen, {}, flow.mode_of(mode))
    return upload


def published(upload: Upload, work: Work) -> Upload:
    """Publish an upload that is ready."""
    upload.refresh_from_db()
    assert upload.state == "ready", upload.trouble
    assert flow.publish(upload)
    work()
    upload.refresh_from_db()
    assert upload.state == "published"
    return upload


def live(dealer: Dealer) -> list[str]:
    mine = Listing.objects.filter(dealer=dealer, state="live")
    return sorted(mine.values_list("registration", flat=True))


def test_a_file_becomes_stock(mine: Dealer, work: Work) -> None:
    upload = sent(mine, row(1), row(2, **{"Retail Price": "POA"}), row(3, Photos=""))
    assert work() == ["read_upload"]
    upload.refresh_from_db()
    found = {each["header"]: each["choice"] for each in upload.table["columns"]}
    assert found == {
        "Reg No": "registration", "Make": "make", "Model": "model", "Year": "year",
        "Retail Price": "price", "Miles": "mileage", "Body": "body_type", "Photos": "images",
        "Description": "description",
    }  # fmt: skip
    settled(upload)
    assert work() == ["check_upload"]
    upload.refresh_from_db()
    counts = {
        name: upload.preview[name]
        for name in ("rows", "new", "changed", "unchanged", "removed", "skipped", "draft")
    }
    assert counts == {
        "rows": 3, "new": 1, "changed": 0, "unchanged": 0, "removed": 0, "skipped": 1, "draft": 1,
    }  # fmt: skip
    problems = list(upload.problems.order_by("row").values_list("row", "kind", "named"))
    assert problems == [(3, "skipped", registration(2)), (4, "draft", registration(3))]
    assert live(mine) == []

    published(upload, work)
    listing = Listing.objects.get(dealer=mine)
    assert (listing.registration, listing.price, listing.mileage) == (
        registration(1),
        10_001,
        24_500,
    )
    assert listing.images == images(1)
    feed = Feed.objects.get(dealer=mine)
    assert (feed.sync_id, feed.door, feed.mode) == (upload.sync_id, "upload", "full_replace")
    assert json.loads(feed.receipt)["feed"]["skipped"] == 2
    assert Payload.objects.filter(feed=feed).exists()
