"""A dealer says on the page that prices or miles are in thousands."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from carslink.stock.models import Listing
from carslink.upload.models import Upload
from tests.portal.test_uploads import alice as alice
from tests.portal.test_uploads import mine as mine
from tests.portal.test_uploads import page, send
from tests.upload.conftest import own_files as own_files
from tests.upload.conftest import work as work
from tests.upload.test_flow import HEADER, row

Work = Callable[[], list[str]]
pytestmark = pytest.mark.filterwarnings("ignore:No directory at:UserWarning")
PRICE, MILES, YEAR = (HEADER.index(name) for name in ("Retail Price", "Miles", "Year"))


def shown(told: str, index: int) -> str:
    """Return what is chosen of a column's numbers; "" where the page does not ask."""
    found = re.search(rf'<select id="k{index}".*?</select>', told)
    selected = re.search(r'<option value="(\w*)" selected', found[0]) if found else None
    return (selected[1] if selected else "as they stand") if found else ""


def form(upload: Upload, **more: str) -> dict[str, str]:
    upload.refresh_from_db()
    choices = [each["choice"].partition(":")[0] for each in upload.table["columns"]]
    return {f"c{n}": choice for n, choice in enumerate(choices)} | {"mode": "partial"} | more


def test_small_numbers_are_asked_about_and_read_as_the_dealer_says(
    alice: Client, work: Work
) -> None:
    rows = [row(each, **{"Retail Price": "28.9", "Miles": "24"}) for each in (1, 2)]
    upload = send(alice, *rows)
    work()
    told = page(alice, upload)
    assert "in thousands: 28.9 means 28,900" in told
    assert "in thousands: 24 means 24,000" in told
    assert (shown(told, PRICE), shown(told, MILES)) == ("thousands", "as they stand")
    base = f"/portal/own/uploads/{upload.public_id}"
    alice.post(f"{base}/columns", form(upload, **{f"k{PRICE}": "thousands", f"k{MILES}": ""}))
    upload.refresh_from_db()
    assert (upload.chosen[PRICE], upload.chosen[MILES]) == ("price:thousands", "mileage")
    work()
    assert f'<a href="{base}/columns">say so beside their column</a>' in page(alice, upload)
    told = " ".join(alice.get(f"{base}/columns").content.decode().split())
    assert (shown(told, PRICE), shown(told, MILES)) == ("thousands", "as they stand")
    both = {f"k{PRICE}": "thousands", f"k{MILES}": "thousands"}
    alice.post(f"{base}/columns", form(upload, **both))
    work()
    assert alice.post(f"{base}/publish").status_code == 302
    work()
    listing = Listing.objects.first()
    assert listing is not None
    assert (listing.price, listing.mileage) == (28_900, 24_000)


def publish_in_thousands(alice: Client, work: Work, *rows: list[str]) -> None:
    """Publish rows, their prices and miles said to be in thousands."""
    upload = send(alice, *rows)
    work()
    both = {f"k{PRICE}": "thousands", f"k{MILES}": "thousands"}
    base = f"/portal/own/uploads/{upload.public_id}"
    alice.post(f"{base}/columns", form(upload, **both))
    work()
    alice.post(f"{base}/publish")
    work()


def test_the_next_file_of_that_header_is_read_so_too(alice: Client, work: Work) -> None:
    few = {"Retail Price": "28.9", "Miles": "24"}
    publish_in_thousands(alice, work, row(1, **few))
    second = send(alice, row(2, **few))
    work()
    second.refresh_from_db()
    assert second.state == "ready"
    assert [each["price"] for each in second.preview["sample"]] == ["28900"]
    assert [each["mileage"] for each in second.preview["sample"]] == [24_000]


def test_numbers_in_full_are_not_asked_about_and_nothing_else_is_in_thousands(
    alice: Client, work: Work
) -> None:
    upload = send(alice, row(1), row(2))
    work()
    told = page(alice, upload)
    assert "in thousands" not in told
    alice.post(
        f"/portal/own/uploads/{upload.public_id}/columns",
        form(upload, **{f"k{YEAR}": "thousands"}),
    )
    upload.refresh_from_db()
    assert upload.chosen[YEAR] == "year"


def test_numbers_that_are_in_full_again_are_not_read_as_thousands(
    alice: Client, work: Work
) -> None:
    publish_in_thousands(alice, work, row(1, **{"Retail Price": "5.9", "Miles": "81"}))
    full = [row(each, **{"Retail Price": "5995", "Miles": "64210"}) for each in (2, 3, 4)]
    second = send(alice, *full, row(5, **{"Retail Price": "950", "Miles": "900"}))
    work()
    second.refresh_from_db()
    assert (second.state, second.chosen[PRICE], second.chosen[MILES]) == (
        "ready", "price", "mileage",
    )  # fmt: skip
    assert [each["price"] for each in second.preview["sample"]] == ["5995"] * 3 + ["950"]
    assert second.preview["sample"][-1]["mileage"] == 900


def test_a_price_with_its_own_pound_stands_in_full_among_thousands(
    alice: Client, work: Work
) -> None:
    prices = ("£5.9", "£12.5", "£995")
    upload = send(alice, *(row(n, **{"Retail Price": each}) for n, each in enumerate(prices)))
    work()
    base = f"/portal/own/uploads/{upload.public_id}"
    alice.post(f"{base}/columns", form(upload, **{f"k{PRICE}": "thousands"}))
    work()
    upload.refresh_from_db()
    assert [each["price"] for each in upload.preview["sample"]] == ["5900", "12500", "995"]


def test_what_hardly_any_vehicle_costs_or_has_gone_is_asked_about(
    alice: Client, work: Work
) -> None:
    upload = send(alice, row(1), row(2, **{"Retail Price": "950000", "Miles": "900000"}))
    work()
    base = f"/portal/own/uploads/{upload.public_id}"
    alice.post(f"{base}/columns", form(upload))
    work()
    told = page(alice, upload)
    assert "1 vehicle costs more than £500,000: is that right?" in told
    assert "1 vehicle has gone more than 400,000 miles: is that right?" in told
